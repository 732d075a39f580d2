"""Tries several choices in the same imagined futures until it is clear which one is best.

All choices meet the same futures, so only their differences count. After 32, 64, 128 … futures
those that are clearly behind the leader leave the race; what cannot be told apart runs on to the
end. So most futures go to close calls, and the rest of the time is saved.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coopgame.bots.looking_ahead import Arm, Trials
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table

CHUNK: Final = 4
"""Futures that are summed together; the spread of these sums tells how sure a difference is."""
FIRST_LOOK: Final = 8
"""Chunks before anybody may leave: fewer make the spread itself unsure."""
CLEAR_SQUARE: Final = 9
"""Three standard errors, squared: a choice so far behind the leader leaves the race."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A seat that is about to choose, and the table as it sees it."""

    table: Table
    book: Playbook
    seat: int


@dataclass(frozen=True, slots=True)
class Raced:
    """How one choice fared."""

    place: int
    """Its place among the choices that were asked about."""
    sums: tuple[int, ...]
    """For each chunk of futures the sum of its worth; shorter when it left early."""
    is_best: bool
    """Whether no other choice had a higher sum; several may be equal."""
    behind: int
    """How much less it was worth than the best, per future; 0 for the best."""


def race(
    trials: Trials, spot: Spot, arms: Sequence[Arm], *, futures: int, first: int = 0
) -> tuple[Raced, ...]:
    """Return how every arm fared, in the order of `arms`.

    Each is tried in at most `futures` futures, from the `first` on. Equal arms share the win.
    """
    sums: list[list[int]] = [[] for _ in arms]
    left, look, most = list(range(len(arms))), FIRST_LOOK, max(1, futures // CHUNK)
    while len(left) > 1 and len(sums[left[0]]) < most:
        _play_on(trials, spot, arms, sums, left, until=min(look, most), first=first)
        left = _not_behind(sums, left)
        look *= 2
        if _are_equal(sums, left):
            break
    return _raced(sums, left)


def _play_on(
    trials: Trials, spot: Spot, arms: Sequence[Arm], sums: list[list[int]], left: list[int],
    *, until: int, first: int,
) -> None:  # fmt: skip
    """Play those who are left until each has `until` chunks."""
    some = [arms[place] for place in left]
    for chunk in range(len(sums[left[0]]), until):
        start = first + chunk * CHUNK
        worth = trials.play(spot.table, spot.book, spot.seat, some, range(start, start + CHUNK))
        for place, sum_ in zip(left, worth, strict=True):
            sums[place].append(sum_)


def _not_behind(sums: list[list[int]], left: list[int]) -> list[int]:
    """Return those whose distance from the leader chance may explain."""
    leader = max(left, key=lambda place: sum(sums[place]))
    return [place for place in left if not is_clearly_less(sums[place], sums[leader])]


def is_clearly_less(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether the sums of `one` lie more than three standard errors below those of `other`."""
    apart = [b - a for a, b in zip(one, other, strict=True)]
    count, total = len(apart), sum(apart)
    spread = count * sum(each * each for each in apart) - total * total
    return total > 0 and total * total * (count - 1) > CLEAR_SQUARE * spread


def _are_equal(sums: list[list[int]], left: list[int]) -> bool:
    """Tell whether those who are left came to the same in every chunk: they are one choice."""
    return all(sums[place] == sums[left[0]] for place in left)


def _raced(sums: list[list[int]], left: list[int]) -> tuple[Raced, ...]:
    most = max(sum(sums[place]) for place in left)
    best = next(place for place in left if sum(sums[place]) == most)
    return tuple(
        Raced(place, tuple(own), place in left and sum(own) == most, _behind(own, sums[best]))
        for place, own in enumerate(sums)
    )


def _behind(own: Sequence[int], best: Sequence[int]) -> int:
    if not own:
        return 0
    return (sum(best[: len(own)]) - sum(own)) // (CHUNK * len(own))
