"""The experiments play with the real rules and find the same whoever runs them."""

import pytest

from coopgame.simulate.facts.every import ENOUGH, EVERY_FACT, facts_named
from coopgame.simulate.facts.lab import Match, by_character, lab_for, still
from coopgame.simulate.facts.run_facts import measured, state
from coopgame.simulate.facts.sources import SOURCES


def unwatched(done: int, total: int) -> None:
    """Watch nothing."""


def test_all_thirty_four_facts_are_there_in_their_order():
    assert [fact.key for fact in EVERY_FACT] == [f"SF{n}" for n in range(1, 35)]


def test_every_fact_asks_something_and_names_known_sources():
    for fact in EVERY_FACT:
        assert fact.checks
        assert fact.sources
        assert set(fact.sources) <= set(SOURCES)


def test_an_unknown_fact_is_a_key_error():
    with pytest.raises(KeyError):
        facts_named(("SF99",))


def test_an_experiment_gives_an_effect_for_each_of_its_checks():
    lab = lab_for(5)
    for fact in EVERY_FACT:
        assert len(fact.experiment(lab)) == len(fact.checks), fact.key


def test_the_same_seed_finds_the_same_and_another_seed_other_effects():
    assert measured("SF12", 10, 0) == measured("SF12", 10, 0)
    assert measured("SF12", 10, 0) != measured("SF12", 10, 50)


def test_a_branch_goes_on_without_the_match_it_left():
    match = Match(next(lab_for(1).cases())).play(2, still)
    before = match.table.meter[0][:]
    branch = match.branch().play(3, by_character)
    assert branch.table.round_now == 5
    assert match.table.round_now == 2
    assert match.table.meter[0] == before


def test_a_changed_number_changes_what_is_found():
    (spiral,) = facts_named(("SF12",))
    lab = lab_for(10)
    volume = spiral.experiment(lab)[0].value
    calm = spiral.experiment(lab.with_numbers(leave_limit=0))[0].value
    assert volume < calm


def test_two_processes_find_what_one_finds():
    facts = facts_named(("SF5", "SF12"))
    one = state(facts, games=6, jobs=1, watch=unwatched)
    assert state(facts, games=6, jobs=2, watch=unwatched) == one
    assert one.is_whole


def test_what_is_measured_before_ctrl_c_comes_back():
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    stated = state(facts_named(("SF5", "SF12")), games=4, jobs=1, watch=stop)
    assert [verdict.key for verdict in stated.verdicts] == ["SF5"]
    assert not stated.is_whole


@pytest.mark.long
def test_at_least_thirty_facts_hold_on_seeds_that_nothing_was_tuned_on():
    stated = state(EVERY_FACT, games=250, seed=70_000, jobs=2, watch=unwatched)
    missed = [f"{verdict.key} {verdict.reason}" for verdict in stated.verdicts if not verdict.holds]
    assert stated.holding >= ENOUGH, missed
