"""From observations to an effect with its 95 % interval. Floats live here, never in the rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atanh, isfinite, sqrt, tanh

from coopgame.simulate.figures import Z, share_figure


@dataclass(frozen=True, slots=True)
class Effect:
    """A measured number with its interval, and how many observations it rests on."""

    value: float
    low: float
    high: float
    count: int


NOTHING_SEEN = Effect(0.0, 0.0, 0.0, 0)
"""The effect of no observations; no check ever passes on it."""


def mean_of(values: Sequence[float]) -> Effect:
    """Return the mean with its normal interval; one observation alone says nothing."""
    count = len(values)
    if count < 2:
        return NOTHING_SEEN
    mean = sum(values) / count
    half = Z * sqrt(variance_of(values) / count)
    return Effect(mean, mean - half, mean + half, count)


def variance_of(values: Sequence[float]) -> float:
    """Return the variance of a sample; 0 for fewer than two values."""
    count = len(values)
    if count < 2:
        return 0.0
    mean = sum(values) / count
    return sum((value - mean) ** 2 for value in values) / (count - 1)


def spread_of(values: Sequence[float]) -> float:
    """Return the standard deviation of a sample."""
    return sqrt(variance_of(values))


def share_of(flags: Sequence[bool]) -> Effect:
    """Return how many of these are true, per cent, with Wilson's interval."""
    if not flags:
        return NOTHING_SEEN
    found = share_figure("", "", sum(flags), len(flags))
    return Effect(found.value, found.low, found.high, found.count)


def correlation_of(pairs: Sequence[tuple[float, float]]) -> Effect:
    """Return Pearson's correlation with Fisher's interval."""
    count = len(pairs)
    if count < 5:
        return NOTHING_SEEN
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    spread = spread_of(xs) * spread_of(ys)
    if spread == 0:
        return NOTHING_SEEN
    mean_x, mean_y = sum(xs) / count, sum(ys) / count
    together = sum((x - mean_x) * (y - mean_y) for x, y in pairs) / (count - 1)
    found = together / spread
    middle, half = atanh(max(-0.999999, min(0.999999, found))), Z / sqrt(count - 3)
    return Effect(found, tanh(middle - half), tanh(middle + half), count)


def is_measured(effect: Effect) -> bool:
    """Tell whether an effect rests on anything."""
    return effect.count > 0 and isfinite(effect.value)
