"""Every projected frame meets the bars of the room, in each size, language and theme."""

import pytest

from coopgame.ui.ledger import findings, rows
from tests.screens.public.frames import frames
from tests.screens.public.showing import LANGUAGES, SIZES, look


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("seats", [2, 4, 6])
def test_every_frame_meets_the_bars(size, language, theme, seats):
    made = look(language, size, theme)
    found = [
        f"{name}: {finding}"
        for name, frame in frames(made, seats)
        for finding in findings(rows(frame))
    ]
    assert found == []


def test_the_bars_are_really_looked_at():
    """A frame that shrinks its words must be found out."""
    made = look("nl", (1920, 1080))
    sheet = made.sheet("board", "board")
    sheet.text(sheet.M, 300, "Te klein om te lezen", size=12)
    assert findings(rows(sheet.frame()))
