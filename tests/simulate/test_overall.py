"""Gates that take several scenarios: what is found, what is clear, what may be."""

from coopgame.simulate.figures import Figure
from coopgame.simulate.gates import Trial
from coopgame.simulate.overall import Cell, firsts, mean_of, order_line, orders, overall_verdicts
from coopgame.simulate.result import WHOLE_WIN
from coopgame.simulate.sums import Sums

MATCHES = 400


def trial(name, place, wins):
    """Return a seat that won this many of `MATCHES` matches."""
    sums = Sums()
    sums.board_count[place] = MATCHES
    sums.board_win[place] = wins * WHOLE_WIN
    sums.board_win_square[place] = wins * WHOLE_WIN**2
    return Trial(name, place, sums)


def cell(scenario, characters, strategies, seats=2):
    return Cell(
        scenario, seats,
        tuple(trial(name, place, wins) for place, (name, wins) in enumerate(characters.items())),
        tuple(trial(name, 8 + place, wins) for place, (name, wins) in enumerate(strategies.items())),
    )  # fmt: skip


def judged(*cells):
    return {(it.gate, it.figure.of): it for it in overall_verdicts(cells)}


EVEN = {"careful": 200, "integrator": 200}
CALM = cell("calm", EVEN, {"alone": 300, "merge": 100})
STORM = cell("storm", EVEN, {"alone": 100, "merge": 300})


def test_a_strategy_is_judged_over_the_scenarios_together():
    found = judged(CALM, STORM)
    assert found["strategy_all", "alone, 2"].figure.value == 1.0
    assert found["strategy_all", "alone, 2"].figure.count == 2 * MATCHES
    assert found["strategy_all", "alone, 2"].holds
    assert not judged(CALM, CALM)["strategy_all", "merge, 2"].holds


def test_player_counts_are_judged_apart():
    three = cell("calm", EVEN, {"alone": 300, "merge": 100}, seats=3)
    found = judged(CALM, STORM, three)
    assert found["strategy_all", "alone, 2"].holds
    assert not found["strategy_all", "alone, 3"].holds


def test_orders_change_with_the_scenario_or_clearly_not():
    swapped = judged(CALM, STORM)["orders", "2"]
    assert (swapped.figure.value, swapped.figure.low, swapped.holds) == (1, 1, True)
    same = judged(CALM, CALM)["orders", "2"]
    assert (same.figure.value, same.figure.high, same.holds) == (0, 0, False)


def test_an_order_that_chance_explains_is_no_clear_swap():
    near = cell("near", EVEN, {"alone": 199, "merge": 201})
    figure = judged(CALM, near)["orders", "2"].figure
    assert (figure.value, figure.low, figure.high) == (1, 0, 1)


def test_orders_are_named_the_best_first():
    found = orders([CALM, STORM])
    assert order_line(found["calm"]) == "alone > merge"
    assert order_line(found["storm"]) == "merge > alone"


def test_each_character_must_be_first_somewhere():
    here = cell("here", {"careful": 300, "integrator": 100}, {"alone": 200, "merge": 200})
    there = cell("there", {"careful": 100, "integrator": 300}, {"alone": 200, "merge": 200})
    assert [figure.value for figure in firsts([here, there])] == [1, 1]
    assert judged(here, there)["first", "integrator"].holds
    assert not judged(here, here)["first", "integrator"].holds
    even = cell("even", EVEN, {"alone": 200, "merge": 200})
    assert judged(here, even)["first", "integrator"].holds


def test_no_character_wins_everywhere():
    here = cell("here", {"careful": 330, "integrator": 70}, {"alone": 200, "merge": 200})
    assert not judged(here, here)["character_all", "careful"].holds
    assert judged(here, here)["character_all", "integrator"].holds


def test_a_mean_of_figures_is_surer_than_each():
    one = Figure("x", "y", 1.0, 0.8, 1.2, "times fair", 50)
    other = Figure("x", "y", 2.0, 1.8, 2.2, "times fair", 70)
    mean = mean_of([one, other])
    assert (mean.value, mean.count) == (1.5, 120)
    assert 0.14 < mean.half < 0.15
