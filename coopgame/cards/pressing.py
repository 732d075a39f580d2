"""How strongly an option presses the three meters, for the arrows on the screens.

An estimate before anything is played: a range of points for each meter, in 24ths. Points on
a meter count as they are; what works through members, ties or the chain counts by weight.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias

from coopgame.rules.playbook import UNKNOWN_ARROW

Range: TypeAlias = tuple[int, int]

POINT: Final = 24
"""Parts of one point, so that eighths and thirds stay whole."""


@dataclass(frozen=True, slots=True)
class Pressure:
    """The least and most an effect may do to each meter, in 24ths of a point."""

    trust: Range = (0, 0)
    price_control: Range = (0, 0)
    autonomy: Range = (0, 0)


NOTHING: Final = Pressure()
CONTRACT: Final = Pressure(price_control=(3 * POINT,) * 2, autonomy=(-3 * POINT,) * 2)
NO_CONTRACT: Final = Pressure(price_control=(-3 * POINT,) * 2, autonomy=(2 * POINT,) * 2)
PACT: Final = Pressure(price_control=(3 * POINT,) * 2, autonomy=(-4 * POINT,) * 2)
NO_PACT: Final = Pressure(price_control=(-3 * POINT,) * 2, autonomy=(4 * POINT,) * 2)
OWN_STAGE: Final = Pressure(price_control=(5 * POINT,) * 2)
ABSORBED: Final = Pressure(price_control=(3 * POINT,) * 2, autonomy=(-5 * POINT,) * 2)
MIXED: Final = Pressure(autonomy=(-2 * POINT,) * 2)

_TRUST_WEIGHTS: Final = {"trust": 24, "members": 6, "openness": 3, "voice": 3}
_PRICE_WEIGHTS: Final = {
    "price_control": 24, "quality": 4, "volume": 2, "index": 2, "glut": -2, "pressure": -3,
}  # fmt: skip
_AUTONOMY_WEIGHTS: Final = {"autonomy": 24, "debt": -5, "pressure": -2}
_TIE_WEIGHT: Final = 8


def of_quantity(quantity: str, amount: Range) -> Pressure:
    """Return what changing a quantity by an amount within a range does to the meters."""
    return Pressure(
        _times(amount, _TRUST_WEIGHTS.get(quantity, 0)),
        _times(amount, _PRICE_WEIGHTS.get(quantity, 0)),
        _times(amount, _AUTONOMY_WEIGHTS.get(quantity, 0)),
    )


def of_tie(amount: Range) -> Pressure:
    """Return what changing ties by an amount within a range does to trust."""
    return Pressure(trust=_times(amount, _TIE_WEIGHT))


def both(first: Pressure, second: Pressure) -> Pressure:
    """Return what two effects do together."""
    return Pressure(
        _sum(first.trust, second.trust),
        _sum(first.price_control, second.price_control),
        _sum(first.autonomy, second.autonomy),
    )


def either(first: Pressure, second: Pressure) -> Pressure:
    """Return what one of two effects does when nobody knows which."""
    return Pressure(
        _hull(first.trust, second.trust),
        _hull(first.price_control, second.price_control),
        _hull(first.autonomy, second.autonomy),
    )


def arrows(pressure: Pressure) -> tuple[int, int, int]:
    """Return arrows from -3 to 3 for trust, price control and autonomy, 9 where unknown."""
    return arrow(pressure.trust), arrow(pressure.price_control), arrow(pressure.autonomy)


def arrow(points: Range) -> int:
    """Return one arrow: 1 for small, 2 for medium, 3 for large; unknown when signs disagree.

    Half a point is small already: what presses a meter by way of the members is felt.
    """
    low, high = points
    if low <= -POINT and high >= POINT:
        return UNKNOWN_ARROW
    middle = (low + high) // 2 if low + high >= 0 else -((-low - high) // 2)
    size = abs(middle)
    length = 3 if size >= 7 * POINT else 2 if size >= 4 * POINT else 1 if size >= POINT // 2 else 0
    return length if middle > 0 else -length


def _times(amount: Range, weight: int) -> Range:
    ends = (amount[0] * weight, amount[1] * weight)
    return min(ends), max(ends)


def _sum(first: Range, second: Range) -> Range:
    return first[0] + second[0], first[1] + second[1]


def _hull(first: Range, second: Range) -> Range:
    return min(first[0], second[0]), max(first[1], second[1])
