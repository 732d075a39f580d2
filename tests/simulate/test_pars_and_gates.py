"""Pars from simulation, and gates that judge figures."""

from coopgame.simulate.figures import Figure
from coopgame.simulate.gates import Verdict
from coopgame.simulate.pars import FoundPar, as_block, found_pars, percentile
from coopgame.simulate.sums import GOAL_SHIFT, Sums
from coopgame.vocabulary import Goal


def verdict(low: float, high: float) -> Verdict:
    middle = (low + high) / 2
    return Verdict("model", Figure("x", "", middle, low, high, "share", 100), 10, 100)


def test_a_gate_fails_only_when_the_whole_interval_lies_outside():
    assert verdict(12, 20).holds
    assert verdict(8, 11).holds
    assert not verdict(5, 9).holds


def test_a_percentile_is_the_lowest_class_that_holds_so_many():
    assert percentile([0, 10, 80, 10], 55) == 2
    assert percentile([60, 40], 55) == 0
    assert percentile([50, 50], 55) == 1


def test_par_is_a_percentile_and_spread_half_of_what_lies_between():
    sums = Sums()
    place = list(Goal).index(Goal.TRUST)
    for value in range(100):
        sums.goal_class[place][GOAL_SHIFT + value] += 1
        sums.goal_count[place] += 1
    par = found_pars(sums)[place]
    assert (par.par, par.spread, par.count) == (54, 30, 100)


def test_the_block_names_only_the_player_counts_that_lie_apart():
    pooled = (FoundPar(Goal.REGION, 40, 8, 500), FoundPar(Goal.CASH, 300, 40, 0))
    by_seats = {2: (FoundPar(Goal.REGION, 47, 8, 100),), 3: (FoundPar(Goal.REGION, 41, 8, 100),)}
    block = as_block(pooled, by_seats)
    assert block == "pars:\n  region: {par: 40, spread: 8, seats: {2: 47}}"
