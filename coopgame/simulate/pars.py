"""What a goal should ask: par and spread from how matches of the pool end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from coopgame.simulate.sums import GOAL_SHIFT, Sums
from coopgame.vocabulary import Goal

PAR_AT: Final = 55
"""The percentile of all ends at which a goal is met [rules-numbers 3]."""
PAR_AT_OFTEN_EQUAL: Final = {Goal.QUALITY: 52, Goal.AUTONOMY: 52}
"""Where many ends are equal, a little lower."""


APART: Final = 8
"""A par counts as apart from more than an eighth of the spread."""


@dataclass(frozen=True, slots=True)
class FoundPar:
    """Par and spread of one goal, and how many ends they rest on."""

    goal: Goal
    par: int
    spread: int
    count: int


def percentile(classes: Sequence[int], percent: int) -> int:
    """Return the lowest class at or below which `percent` of all counted lie."""
    wanted, seen = sum(classes) * percent, 0
    for place, count in enumerate(classes):
        seen += count
        if 100 * seen >= wanted:
            return place
    return len(classes) - 1


def found_pars(sums: Sums) -> tuple[FoundPar, ...]:
    """Return par and spread of every goal: a percentile, and half of what lies between 20 and 80."""
    return tuple(
        _found(goal, sums.goal_class[place], sums.goal_count[place])
        for place, goal in enumerate(Goal)
    )


def _found(goal: Goal, classes: Sequence[int], count: int) -> FoundPar:
    if count == 0:
        return FoundPar(goal, 0, 1, 0)
    par = percentile(classes, PAR_AT_OFTEN_EQUAL.get(goal, PAR_AT)) - GOAL_SHIFT
    spread = (percentile(classes, 80) - percentile(classes, 20)) // 2
    return FoundPar(goal, par, max(1, spread), count)


def as_block(pooled: Sequence[FoundPar], by_seats: Mapping[int, Sequence[FoundPar]]) -> str:
    """Return the pars as the block that a scenario holds.

    `pooled` is over all numbers of seats; a number at which par lies well apart has its own.
    """
    rows = [_row(it, {n: found[place] for n, found in by_seats.items()})
            for place, it in enumerate(pooled) if it.count]  # fmt: skip
    return "\n".join(["pars:", *rows])


def _row(pooled: FoundPar, by_seats: Mapping[int, FoundPar]) -> str:
    apart = [
        f"{seats}: {it.par}"
        for seats, it in by_seats.items()
        if abs(it.par - pooled.par) * APART > pooled.spread
    ]
    own = f", seats: {{{', '.join(apart)}}}" if apart else ""
    return f"  {pooled.goal.value}: {{par: {pooled.par}, spread: {pooled.spread}{own}}}"
