"""Figures: values, intervals and what differs between two runs."""

import json
import random

import pytest

from coopgame.reading.library import load_scenario, playbook_for
from coopgame.reading.translations import load_words
from coopgame.simulate.differences import differences
from coopgame.simulate.engine import PlainEngine, Task
from coopgame.simulate.figures import (
    Figure,
    best_quarter,
    figures,
    mean_figure,
    share_figure,
    win_figure,
)
from coopgame.simulate.report import Heading, as_csv, as_json, as_text
from coopgame.simulate.result import WHOLE_WIN
from coopgame.simulate.sums import MODELS, Sums


@pytest.fixture(scope="module")
def run():
    book = playbook_for(load_scenario("introduction"), seats=3)
    task = Task(book, ((0,) * 32,), (-1, -1, -1), 1, 1, 60)
    sums = PlainEngine().play(task)
    return book, sums, figures(sums, book, ("random",))


def parts(values):
    return len(values), sum(values), sum(value * value for value in values)


def test_a_mean_is_what_the_observations_say():
    it = mean_figure("x", "", "points", parts([2, 4, 4, 6]))
    assert it.value == 4
    assert it.half == pytest.approx(1.959964 * (2 / 4) ** 0.5)


@pytest.mark.parametrize("truth", [5, 50, 97])
def test_an_interval_of_a_share_holds_the_truth_about_95_times_in_100(truth):
    chance, held = random.Random(truth), 0
    for _ in range(1000):
        some = sum(chance.randrange(100) < truth for _ in range(200))
        it = share_figure("x", "", some, 200)
        held += it.low <= truth <= it.high
    assert 925 <= held <= 985


def test_nothing_seen_says_nothing():
    it = share_figure("x", "", 0, 0)
    assert (it.low, it.high) == (0, 100)
    assert mean_figure("x", "", "points", (0, 0, 0)).count == 0


def test_winning_every_third_match_of_three_is_fair():
    it = win_figure("x", "", parts([WHOLE_WIN, 0, 0]), 3)
    assert it.value == pytest.approx(1)


def test_every_match_has_one_whole_win(run):
    _, sums, _ = run
    assert sum(sums.seat_win) == WHOLE_WIN * sums.matches


def test_the_report_holds_the_figures_that_were_asked_for(run):
    groups = {figure.group for figure in run[2]}
    assert groups >= {
        "completion", "length", "seat_trust", "kind_trust", "board_wins", "seat_wins", "first_seat",
        "lead_changes", "drama", "move_use", "move_pays", "model_use", "model_pays", "card_dealt",
        "option_open", "option_chosen", "option_pays", "stalemates", "meter_spread", "goal_met",
    }  # fmt: skip


def test_every_figure_lies_in_its_interval(run):
    for figure in run[2]:
        assert figure.low <= figure.value <= figure.high, figure


def test_every_card_of_a_match_is_counted(run):
    book, sums, _ = run
    assert sum(sums.card_dealt) == sums.value[0]  # one card a round in this scenario
    assert sum(sums.option_done) > 0
    assert all(o >= d for o, d in zip(sums.option_open, sums.option_done, strict=True))
    assert book.card_count > 4


def test_the_best_quarter_is_a_quarter_at_least():
    sums = Sums()
    sums.model_score[MODELS][:4] = [10, 10, 10, 10]
    sums.model_score[2][3] = 7
    assert best_quarter(sums, 2) == (7, 10)


def test_a_run_differs_from_itself_in_nothing(run):
    assert differences(run[2], run[2]) == ()


def test_a_real_difference_is_found_and_chance_is_not():
    old = [Figure("a", str(n), 50.0, 49.0, 51.0, "share", 9) for n in range(40)]
    new = [*old[:-1], Figure("a", "39", 60.0, 59.0, 61.0, "share", 9)]
    new[0] = Figure("a", "0", 51.2, 50.2, 52.2, "share", 9)
    found = differences(old, new)
    assert [each.after.of for each in found] == ["39"]
    assert found[0].change == 10


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_the_report_is_told_in_three_languages(run, language):
    book, _, found = run
    heading = Heading("introduction", book.fingerprint, 3, 4, 60, 1, ("random",), False, False)
    text = as_text(heading, found, load_words(language))
    assert load_words(language).get("simulate.drama") in text
    assert load_words(language).get("simulate.part") in text


def test_json_and_csv_hold_the_same_figures(run):
    book, _, found = run
    heading = Heading("introduction", book.fingerprint, 3, 4, 60, 1, ("random",), True, False)
    read = json.loads(as_json(heading, found))
    assert read["played"]["games"] == 60
    assert len(read["figures"]) == len(found) == len(as_csv(found).splitlines()) - 1
