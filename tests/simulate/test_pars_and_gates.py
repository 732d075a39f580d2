"""Pars from simulation, and gates that judge figures."""

from coopgame.reading.library import load_scenario, playbook_for
from coopgame.simulate.duels import Duel
from coopgame.simulate.figures import Figure
from coopgame.simulate.gates import Verdict, answer_verdicts, duel_verdict, merger_verdicts
from coopgame.simulate.pars import FoundPar, as_block, found_pars, percentile
from coopgame.simulate.probing import SHARED, Found, Probed
from coopgame.simulate.sums import DEMERGERS, GOAL_SHIFT, MERGERS, OVERRULED, Sums
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


def of_matches(**some):
    """Return sums of 4000 matches in which each of these happened so often."""
    sums, places = Sums(), {"mergers": MERGERS, "overruled": OVERRULED, "parted": DEMERGERS}
    sums.matches = 4000
    for name, count in some.items():
        sums.value_some[places[name]] = count
    return sums


def test_seats_must_merge_overrule_and_part():
    good = list(merger_verdicts(of_matches(mergers=200, overruled=4, parted=4)))
    assert [verdict.holds for verdict in good] == [True, True, True]
    bad = list(merger_verdicts(of_matches(mergers=60)))
    assert [verdict.holds for verdict in bad] == [False, False, False]


def answers(*options, moves=(), pools=None):
    (book,) = [playbook_for(load_scenario("short_chain"), seats=2)]
    probed = Probed(options, moves, 1, is_whole=True)
    return {(it.gate, it.figure.of): it for it in answer_verdicts(probed, pools or Sums(), book)}


def test_an_answer_that_is_hardly_ever_the_best_fails_and_doing_nothing_does_not():
    dead = Found("card.dead", asked=200, open=200, best=0)
    rare = Found("card.rare", asked=200, open=200, best=5 * SHARED)
    nothing = Found("card.nothing", asked=200, open=200, best=0)
    found = answers(dead, rare, nothing)
    assert not found["option_best", "card.dead"].holds
    assert found["option_best", "card.rare"].holds
    assert ("option_best", "card.nothing") not in found


def test_few_situations_say_little_rather_than_something_wrong():
    found = answers(Found("card.dead", asked=100, open=100, best=0))
    assert found["option_best", "card.dead"].holds


def test_an_answer_must_be_open_in_its_deals():
    pools = Sums()
    pools.option_asked[0] = pools.option_asked[1] = 900
    pools.option_open[0], pools.option_open[1] = 900, 20
    found = answers(pools=pools)
    assert [it.holds for key, it in found.items() if key[0] == "option_open"] == [True, False]


def test_a_move_must_be_open_and_sometimes_the_best():
    found = answers(moves=(Found("merge", asked=200, open=8, best=0), Found("hold", 200, 200, 0)))
    assert not found["move_open", "merge"].holds
    assert found["move_best", "merge"].holds  # eight situations say nothing
    assert not found["move_best", "hold"].holds


def test_looking_ahead_must_beat_chance_more_clearly_than_a_character():
    assert not duel_verdict(Duel("random", 100, 120)).holds
    assert duel_verdict(Duel("careful", 100, 120)).holds
    assert not duel_verdict(Duel("careful", 100, 80)).holds
