"""What can be counted and changed: the words after `of:` and `count:`, with their ranges."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from coopgame.cards.word import SentenceWords


class Quantity(StrEnum):
    """Everything a card can look at. The order is the order of the rules' codes."""

    TRUST = "trust"
    """The meter trust, 0-100."""
    PRICE_CONTROL = "price_control"
    """The meter price control, 0-100."""
    AUTONOMY = "autonomy"
    """The meter autonomy, 0-100."""
    CAPITAL = "capital"
    """Coins; below 0 it is in the red."""
    DEBT = "debt"
    """Coins owed to the bank."""
    VOLUME = "volume"
    """Volume in tenths: 10 is one whole volume."""
    EFFICIENCY = "efficiency"
    """Efficiency, 0-100."""
    QUALITY = "quality"
    """Quality, 0-100."""
    MEMBERS = "members"
    """Commitment of the members, 0-100."""
    OPENNESS = "openness"
    """Internal communication, 0-100."""
    VOICE = "voice"
    """Democratic representation, 0-100."""
    INDEX = "index"
    """The price index of the market; 100 is normal."""
    GLUT = "glut"
    """How full the market is, 0-100."""
    PRESSURE = "pressure"
    """How hard buyers press, 0-100."""
    PAID = "paid"
    """The price paid to the members last round, in points of the consumer price."""
    TIE = "tie"
    """How far it and the others meant by `with` believe each other, 0-100."""
    POWER = "power"
    """Bargaining power, 0-100."""
    REGIONAL = "regional"
    """The share of all volume that the co-operatives hold together, in per cent."""
    PACTS = "pacts"
    """How many pacts it has."""
    CONTRACTS = "contracts"
    """In how many stages it has a contract."""
    OWN_STAGES = "own_stages"
    """In how many stages it has an own facility."""
    GROUP_SIZE = "group_size"
    """How many co-operatives its group has; 1 when alone."""
    ROUND = "round"
    """The number of the round, from 1."""
    SEATS = "seats"
    """How many co-operatives are played."""
    CHOSEN = "chosen"
    """How many chose this option, itself included."""
    CHOSEN_OTHERS = "chosen_others"
    """How many others chose this option."""
    ASYMMETRY = "asymmetry"
    """The difference in size with those meant by `with`: 0 equal, 100 extreme."""
    MISMATCH = "mismatch"
    """How far its ambition is from that of those meant by `with`, 0-100."""
    MEAN_TIE = "mean_tie"
    """How far the other co-operatives believe it, on average, 0-100."""


class SeatQuantity(StrEnum):
    """What an effect can change of a co-operative."""

    TRUST = "trust"
    PRICE_CONTROL = "price_control"
    AUTONOMY = "autonomy"
    CAPITAL = "capital"
    DEBT = "debt"
    VOLUME = "volume"
    EFFICIENCY = "efficiency"
    QUALITY = "quality"
    MEMBERS = "members"
    OPENNESS = "openness"
    VOICE = "voice"


class MarketQuantity(StrEnum):
    """What an effect can change of the market."""

    INDEX = "index"
    GLUT = "glut"
    PRESSURE = "pressure"


@dataclass(frozen=True, slots=True)
class Span:
    """The least and most a quantity can be; changes in one effect stay within `change`."""

    least: int
    most: int
    change: int = 100


SPANS: Final[dict[str, Span]] = {
    "capital": Span(-500, 999, 200),
    "debt": Span(0, 999, 200),
    "volume": Span(10, 400, 400),
    "index": Span(40, 200, 160),
    "paid": Span(-99, 999),
    "pacts": Span(0, 9),
    "contracts": Span(0, 5),
    "own_stages": Span(0, 5),
    "group_size": Span(1, 6),
    "round": Span(1, 16),
    "seats": Span(1, 6),
    "chosen": Span(0, 6),
    "chosen_others": Span(0, 5),
}
"""Ranges that are not 0..100."""

NEEDS_WITH: Final = frozenset({Quantity.TIE, Quantity.ASYMMETRY, Quantity.MISMATCH})
COUNTS_ANSWERS: Final = frozenset({Quantity.CHOSEN, Quantity.CHOSEN_OTHERS})

Of = Annotated[Quantity, Field(strict=False)]
OfSeat = Annotated[SeatQuantity, Field(strict=False)]
OfMarket = Annotated[MarketQuantity, Field(strict=False)]


def span_of(quantity: str) -> Span:
    """Return the range of a quantity."""
    return SPANS.get(quantity, Span(0, 100))


def quantity_code(quantity: str) -> int:
    """Return the code by which the rules know a quantity."""
    return list(Quantity).index(Quantity(quantity))


def quantity_text(quantity: str, words: SentenceWords) -> str:
    """Return what a quantity is called in a sentence."""
    return words.get(f"say.quantity.{quantity}")
