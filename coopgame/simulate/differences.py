"""Two runs on the same seeds: which figures really differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

from coopgame.simulate.figures import Figure, Z

SURE: Final = 0.05
"""How likely one false alarm may be over the whole list."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that differs by more than chance explains."""

    before: Figure
    after: Figure

    @property
    def change(self) -> float:
        """Return by how much the figure rose."""
        return self.after.value - self.before.value


def differences(before: Iterable[Figure], after: Iterable[Figure]) -> tuple[Difference, ...]:
    """Return the figures in both that differ, the surest first.

    The level is divided by the number of figures compared, so that a long list does not
    raise false alarms. Common seeds make both runs alike, which only makes this stricter.
    """
    there = {(figure.group, figure.of): figure for figure in after}
    pairs = [
        (figure, there[figure.group, figure.of])
        for figure in before
        if (figure.group, figure.of) in there
    ]
    return tuple(
        Difference(old, new)
        for old, new in sorted(pairs, key=lambda pair: -_distance(*pair))
        if _distance(old, new) > _limit(pairs)
    )


def _limit(pairs: Sequence[tuple[Figure, Figure]]) -> float:
    return NormalDist().inv_cdf(1 - SURE / (2 * max(1, len(pairs))))


def _distance(old: Figure, new: Figure) -> float:
    """Return how many standard errors two figures are apart."""
    error = ((old.half / Z) ** 2 + (new.half / Z) ** 2) ** 0.5
    apart = abs(new.value - old.value)
    if error == 0:
        return float("inf") if apart > 0 else 0.0
    return float(apart / error)
