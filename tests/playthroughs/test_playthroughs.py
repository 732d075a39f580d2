"""The written playthroughs still happen exactly as they are written."""

import pytest

from tests.playthroughs.transcript import FOLDER, PLAYED, transcript

ALL = "".join(transcript(name) for name in PLAYED)


@pytest.mark.parametrize("name", PLAYED)
def test_a_written_playthrough_happens_again(name):
    written = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    told = transcript(name)
    assert told.splitlines() == written.splitlines(), (
        "The rules changed this match. If that was meant, write it anew with "
        "`python -m tests.playthroughs.transcript` and read the difference."
    )


@pytest.mark.parametrize(
    "happening",
    ["pact_made", "contract_signed", "facility_opened", "merger_", "takeover", "card_later",
     "card_refused", "bid", "later_on"],
)  # fmt: skip
def test_the_playthroughs_show_what_can_happen(happening):
    assert happening in ALL
