"""Imagined futures, plain and compiled."""

import pytest

from coopgame.bots.looking_ahead import PlainTrials, arms_of
from coopgame.reading.library import load_scenario, playbook_for
from coopgame.rules.game import Game
from coopgame.simulate.trials import CompiledTrials, trials_at_hand


def test_nothing_is_at_hand_where_nothing_was_compiled(tmp_path, monkeypatch):
    monkeypatch.setenv("COOPGAME_CACHE", str(tmp_path))
    assert trials_at_hand() is None


@pytest.mark.long
def test_compiled_futures_are_worth_what_plain_ones_are(compiled):
    book = playbook_for(load_scenario("walloon_dairy"), seats=3)
    game = Game(book, seed=5, seats=3)
    table = game.seen_table(1)
    arms = arms_of(table, book, 1, is_wide=True)
    assert CompiledTrials().play(table, book, 1, arms, range(4)) == PlainTrials().play(
        table, book, 1, arms, range(4)
    )
    assert trials_at_hand() is not None
