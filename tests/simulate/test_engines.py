"""Plain and compiled rules give the same integers, whatever they play."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopgame.bots.boards import BOARD_NAMES, board_named
from coopgame.cards.compiling import compile_scenario
from coopgame.cards.deck import Deck
from coopgame.reading.library import list_scenarios, load_scenario, playbook_for
from coopgame.simulate.engine import CompiledEngine, Task
from coopgame.simulate.lineups import FROM_POOL
from coopgame.simulate.sums import SUM_FIELDS
from tests.strategies import decks

BOARDS = tuple(tuple(board_named(name)) for name in BOARD_NAMES)
SCENARIOS = [listed.id for listed in list_scenarios()]
CASES = [
    (name, seats)
    for name in SCENARIOS
    for seats in range(
        load_scenario(name).scenario.seats.fewest, load_scenario(name).scenario.seats.most + 1
    )
]


def task_for(book, seats, *, seed=0, count=1):
    return Task(book, BOARDS, (FROM_POOL,) * seats, len(BOARDS), seed, count)


@pytest.mark.long
@pytest.mark.parametrize(("name", "seats"), CASES)
def test_both_engines_leave_the_same_table_after_every_round(compiled, plain, name, seats):
    book = playbook_for(load_scenario(name), seats=seats)
    for seed in range(3):
        task = task_for(book, seats, seed=seed)
        for round_ in range(1, book.rounds + 1):
            stopped = replace(task, until=round_)
            assert compiled.play_to_table(stopped)[1] == plain.play_to_table(stopped)[1]


@pytest.mark.long
@pytest.mark.parametrize(("name", "seats"), CASES)
def test_both_engines_add_up_to_the_same_sums(compiled, plain, name, seats):
    task = task_for(playbook_for(load_scenario(name), seats=seats), seats, seed=100, count=20)
    fast, slow = compiled.play(task), plain.play(task)
    differing = [field for field, _ in SUM_FIELDS if getattr(fast, field) != getattr(slow, field)]
    assert differing == []
    assert fast.matches == 20


@pytest.mark.long
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=decks(), seats=st.integers(2, 6), seed=st.integers(0, 2**40))
def test_both_engines_play_decks_nobody_wrote_alike(compiled, plain, data, seats, seed):
    scenario = load_scenario("walloon_dairy").scenario
    book = compile_scenario(scenario, [Deck.model_validate(data)], seats=seats, rounds=5)
    task = task_for(book, seats, seed=seed)
    for round_ in (1, 2, 3, 5):
        stopped = replace(task, until=round_)
        assert compiled.play_to_table(stopped)[1] == plain.play_to_table(stopped)[1]


@pytest.mark.long
def test_another_deck_compiles_nothing_anew(compiled, monkeypatch):
    def make(_watch):
        raise AssertionError("compiled anew")

    monkeypatch.setattr("coopgame.simulate.making.made_beside", make)
    for name in SCENARIOS:
        book = playbook_for(load_scenario(name), seats=3)
        assert CompiledEngine().play(task_for(book, 3)).matches == 1


def test_a_run_stops_after_the_round_it_is_told(plain):
    book = playbook_for(load_scenario("introduction"), seats=3)
    tables = {plain.play_to_table(replace(task_for(book, 3), until=n))[1] for n in range(1, 5)}
    assert len(tables) == 4
