"""`coopgame simulate --gates` and `--pars` as people type them."""

import re

import pytest

from coopgame.bots.boards import POOL
from coopgame.commands.gating import NAMES, tasks_of
from coopgame.commands.wishes import SimulateWishes
from coopgame.reading.library import load_scenario
from coopgame.simulate import run_games
from coopgame.simulate.engine import PlainEngine
from coopgame.simulate.lineups import FROM_POOL
from tests.commands.keyboard import typed


@pytest.fixture
def plainly(monkeypatch):
    """Play with the rules as they stand."""
    monkeypatch.setenv("COOPGAME_PLAIN", "1")
    engine = PlainEngine()
    monkeypatch.setattr(run_games, "own_engine", lambda: engine)


def test_gates_judge_every_question_at_every_number_of_seats(small, plainly):
    found = typed("simulate", small, "--gates", "--games", 4, "--jobs", 1, "--lang", "en")
    assert found.code in {0, 1}
    headings = re.findall(r"(\d) seats, 4 matches for each question", found.out)
    assert headings == sorted(set(headings))
    assert len(headings) >= 2
    assert found.out.count("Without talk trust ends low") == len(headings)


def test_gates_leave_with_1_exactly_when_one_fails(small, plainly):
    found = typed("simulate", small, "--gates", "--games", 30, "--seats", 2, "--lang", "en")
    assert found.code == (1 if "FAILS" in found.out else 0)


def test_pars_are_printed_as_a_block_to_copy(small, plainly):
    found = typed("simulate", small, "--pars", "--games", 6, "--jobs", 1)
    assert found.code == 0
    assert "pars:" in found.out
    assert re.search(r"  trust: \{par: \d+, spread: \d+", found.out)


def test_every_strategy_and_character_takes_one_seat():
    loaded = load_scenario("introduction")
    _pool, mutes, *trials = tasks_of(loaded, 4, SimulateWishes("introduction", games=10))
    assert {NAMES[place] for place in mutes.wish} == {"mute"}
    assert [NAMES[trial.wish[0]] for trial in trials] == list(NAMES[:-1])
    assert all(trial.wish[1:] == (FROM_POOL,) * 3 for trial in trials)


def test_chance_does_not_sit_with_itself():
    loaded = load_scenario("introduction")
    pool, _mutes, *trials = tasks_of(loaded, 3, SimulateWishes("introduction", games=10))
    chance = trials[NAMES.index("random")]
    assert "random" not in NAMES[: chance.pool]
    assert set(NAMES[: pool.pool]) == set(POOL)
