"""A fact holds only when whole intervals lie beyond what was asked before."""

import pytest

from coopgame.simulate.facts.estimates import (
    NOTHING_SEEN,
    Effect,
    correlation_of,
    is_measured,
    mean_of,
    share_of,
)
from coopgame.simulate.facts.fact import Check, Fact, Standing, judge


def effect(low: float, high: float) -> Effect:
    return Effect((low + high) / 2, low, high, 50)


def fact(by_rule: str = "") -> Fact:
    checks = (Check("Price", "points", 0), Check("Trust", "points", most=0))
    return Fact("SF1", "Claim.", 2, ("MIL1",), "How.", lambda _: (), checks, by_rule)


def test_a_check_passes_only_when_the_whole_interval_lies_beyond_the_limit():
    check = Check("Price", "points", 0, 10)
    assert check.passes(effect(0.1, 9.9))
    assert not check.passes(effect(-0.1, 5))
    assert not check.passes(effect(5, 10.1))


def test_a_check_never_passes_on_nothing():
    assert not Check("Price", "points", -1).passes(NOTHING_SEEN)


@pytest.mark.parametrize(
    ("found", "standing"),
    [
        ((effect(1, 2), effect(-2, -1)), Standing.HOLDS),
        ((effect(1, 2), effect(-2, 1)), Standing.PART),
        ((effect(-1, 2), effect(-2, 1)), Standing.FAILS),
    ],
)
def test_a_fact_holds_wholly_in_part_or_not(found, standing):
    assert judge(fact(), found).standing == standing


def test_a_fact_that_a_formula_states_is_told_apart():
    verdict = judge(fact("the formula says so"), (effect(1, 2), effect(-2, -1)))
    assert verdict.standing == Standing.BY_RULE
    assert verdict.holds
    assert verdict.reason == "the formula says so"


def test_a_formula_does_not_save_a_fact_that_was_not_found():
    verdict = judge(fact("the formula says so"), (effect(1, 2), effect(1, 2)))
    assert not verdict.holds
    assert verdict.reason == "Trust: asked below 0 points, found 1.0 to 2.0"


def test_every_effect_needs_its_check():
    with pytest.raises(ValueError, match="zip"):
        judge(fact(), (effect(1, 2),))


def test_a_mean_has_an_interval_that_narrows_with_more_observations():
    few, many = mean_of([1, 3] * 5), mean_of([1, 3] * 500)
    assert few.value == many.value == 2
    assert many.high - many.low < (few.high - few.low) / 5
    assert not is_measured(mean_of([1]))


def test_a_share_stays_within_its_bounds():
    assert share_of([True] * 10).high <= 100
    assert share_of([False] * 10).low >= 0
    assert not is_measured(share_of([]))


def test_a_correlation_is_found_where_there_is_one():
    rising = correlation_of([(x, 2 * x + x % 3) for x in range(30)])
    assert rising.low > 0.9
    assert not is_measured(correlation_of([(1, x) for x in range(30)]))
