"""Heavy mode: after every single answer, save, load and re-run to the same table."""

from pathlib import Path

import pytest

from coopgame.bots.characters import BOARDS
from coopgame.rules.game import Game
from coopgame.sessions.heavy import play_heavily
from coopgame.sessions.opening import NewMatch
from coopgame.sessions.recording import read_recording
from coopgame.sessions.replay import verify
from coopgame.sessions.seats import seats_for
from tests.sessions.small_match import book_of, play_on, session, small_book


def heavily(tmp_path: Path, seed: int, rounds: int) -> None:
    count = 2 + seed % 5
    quick = (*BOARDS, "random")
    bots = tuple(quick[(seed + k) % len(quick)] for k in range(count))
    match = NewMatch(small_book(rounds), seats_for(count, bots=bots), seed)
    path = tmp_path / f"{seed}.coopgame"
    assert play_heavily(match, path) == ()
    assert len(read_recording(path).round_hashes) == rounds


@pytest.mark.parametrize("seed", range(4))
def test_every_answer_survives_saving_and_loading(tmp_path, seed):
    heavily(tmp_path, seed, rounds=2)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200))
def test_every_answer_of_a_whole_match_survives_saving_and_loading(tmp_path, seed):
    heavily(tmp_path, seed, rounds=6)


def test_heavy_mode_notices_a_table_that_is_not_the_played_one(tmp_path, monkeypatch):
    match = NewMatch(small_book(2), seats_for(2, bots=("careful", "random")), 1)
    other = small_book(2, price=90)
    monkeypatch.setattr(
        "coopgame.sessions.heavy.verified_game",
        lambda loaded, _book, _file: Game(other, seed=loaded.header.seed, seats=2),
    )
    assert play_heavily(match, tmp_path / "a.coopgame")


@pytest.mark.parametrize("seed", range(3))
def test_a_recording_of_people_and_bots_re_runs_to_the_same_table(tmp_path, seed):
    match = session(people=1 + seed, bots=2, seed=seed, rounds=3, folder=tmp_path)
    play_on(match, nth=seed)
    match.close()
    path = match.recorder.path
    assert path is not None
    assert verify(path, book_of).game.table_hash() == match.table_hash()
