"""`coopgame prepare`, and which futures a match at the table plays."""

from coopgame.bots.looking_ahead import PLAIN
from coopgame.simulate import trials
from coopgame.simulate.trials import TrialsAtHand
from tests.commands.keyboard import typed
from tests.commands.test_command_line import refused


def test_prepare_says_what_it_lacks(monkeypatch):
    monkeypatch.setenv("COOPGAME_PLAIN", "1")
    assert "coopgame[fast]" in refused(typed("prepare"))


def test_a_table_looks_ahead_plainly_until_the_rules_are_compiled(tmp_path, monkeypatch):
    monkeypatch.setenv("COOPGAME_CACHE", str(tmp_path))
    assert TrialsAtHand().is_fast is PLAIN.is_fast


def test_a_table_looks_for_compiled_futures_once(monkeypatch):
    asked = []
    monkeypatch.setattr(trials, "trials_at_hand", lambda: asked.append(1))
    at_hand = TrialsAtHand()
    assert not at_hand.is_fast
    assert not at_hand.is_fast
    assert asked == [1]
