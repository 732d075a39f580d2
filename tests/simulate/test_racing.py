"""Choices race in equal futures; who is clearly behind leaves."""

from typing import Any

import pytest

from coopgame.rules.table import Table
from coopgame.simulate.racing import CHUNK, Spot, is_clearly_less, race

NO_BOOK: Any = None
NOWHERE = Spot(Table(), NO_BOOK, 0)


class Worths:
    """Futures whose worth is known: a mean for each arm, and a swing that all arms share or not."""

    is_fast = True

    def __init__(self, means, swing=0):
        self.means = means
        self.swing = swing
        self.played = dict.fromkeys(means, 0)

    def play(self, table, book, seat, arms, futures):
        return [sum(self.worth(arm, nth) for nth in futures) for arm in arms]

    def worth(self, arm, nth):
        self.played[arm] += 1
        return self.means[arm] + self.swing * ((nth // CHUNK * 7 + arm[0] * 3) % 5 - 2)


def raced(means, swing=0, futures=256):
    trials = Worths({(nth,): mean for nth, mean in enumerate(means)}, swing)
    found = race(trials, NOWHERE, list(trials.means), futures=futures)
    return [each.is_best for each in found], [each.behind for each in found], trials.played


def test_the_best_wins_and_the_others_leave_early():
    best, behind, played = raced([300, 900, 500])
    assert best == [False, True, False]
    assert behind == [600, 0, 400]
    assert max(played.values()) == 32


def test_equal_choices_share_the_win_without_running_on():
    best, behind, played = raced([700, 700, 100])
    assert best == [True, True, False]
    assert behind == [0, 0, 600]
    assert played[(0,)] == 32


def test_close_choices_run_to_the_end_and_no_further():
    _, _, played = raced([700, 701, 100], swing=80, futures=200)
    assert played[(0,)] == played[(1,)] == 200
    assert played[(2,)] < 200


def test_one_choice_needs_no_futures():
    best, behind, played = raced([5])
    assert (best, behind, played) == ([True], [0], {(0,): 0})


def test_the_futures_begin_where_they_are_told():
    seen = []

    class Noting(Worths):
        def worth(self, arm, nth):
            seen.append(nth)
            return super().worth(arm, nth)

    trials = Noting({(0,): 1, (1,): 900})
    race(trials, NOWHERE, list(trials.means), futures=64, first=5000)
    assert min(seen) == 5000
    assert max(seen) == 5000 + 31


@pytest.mark.parametrize(
    ("one", "other", "less"),
    [
        ([10] * 8, [20] * 8, True),
        ([10] * 8, [10] * 8, False),
        ([20] * 8, [10] * 8, False),
        ([0, 30] * 4, [30, 2] * 4, False),
        ([0, 30] * 4, [30, 60] * 4, True),
    ],
)
def test_less_is_clear_when_it_is_so_in_the_same_futures(one, other, less):
    assert is_clearly_less(one, other) is less
