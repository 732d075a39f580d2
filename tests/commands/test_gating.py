"""`coopgame simulate --gates` and `--pars` as people type them."""

import re

import pytest

from coopgame.bots.boards import POOL
from coopgame.commands import judging
from coopgame.commands.gating import NAMES, tasks_of
from coopgame.commands.judging import effort_of, scenarios_to_judge
from coopgame.commands.wishes import SimulateWishes
from coopgame.reading.library import list_scenarios, load_scenario
from coopgame.simulate import run_games
from coopgame.simulate.engine import PlainEngine
from coopgame.simulate.lineups import FROM_POOL
from coopgame.simulate.probing import Effort
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


def test_gates_count_the_answers_and_moves_that_hold(small, plainly):
    found = typed("simulate", small, "--gates", "--games", 4, "--seats", 2, "--lang", "en")
    told = re.search(r"Moves that are the best often enough: (\d+) of (\d+)", found.out)
    assert told is not None
    assert told[2] == "11"
    assert "Answers that are open often enough" in found.out
    assert "Seats merge" in found.out
    assert "nobody looks ahead" in found.errors


def test_gates_of_several_scenarios_are_judged_together(small, plainly, monkeypatch):
    nothing = Effort(few=0, many=0, matches=0)  # answers are another test's business
    monkeypatch.setattr(judging, "effort_of", lambda games, *, is_fast: nothing)
    found = typed(
        "simulate", f"{small},introduction", "--gates", "--games", 2, "--seats", 2, "--lang", "en"
    )
    assert "Together, 2 scenarios" in found.out
    assert "Tables where it is first: careful" in found.out
    assert re.search(r"introduction, 2 seats: \w+( > \w+){4}", found.out)


def test_all_is_every_official_scenario_and_a_list_names_each_once():
    official = [each.id for each in list_scenarios()]
    assert [loaded.id for loaded in scenarios_to_judge("all")] == official
    named = scenarios_to_judge("short_chain, introduction,short_chain")
    assert [loaded.id for loaded in named] == ["short_chain", "introduction"]


def test_fewer_matches_ask_less_of_answers():
    assert effort_of(1200, is_fast=True) == effort_of(10_000, is_fast=True) == Effort()
    few = effort_of(60, is_fast=True)
    assert (few.few, few.many, few.futures) == (20, 20, 256)
    assert effort_of(1, is_fast=False).many == 1


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
