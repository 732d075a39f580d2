"""What one match leaves behind: a row of integers, enough for every figure of a report."""

from typing import Any, Final

from coopgame.rules.codes import METERS, ROUNDS, SEATS
from coopgame.rules.table import Shape, zeros

MOVES: Final = 11

RESULT_FIELDS: Final[tuple[tuple[str, Shape], ...]] = (
    ("rounds", ()), ("ending", ()), ("lead_changes", ()), ("drama", ()), ("quiet_rounds", ()),
    ("spread", ()), ("seat_mergers", ()), ("overruled", ()), ("demergers", ()), ("offers", ()),
    ("offers_met", ()), ("share", ()), ("price", ()), ("groups", ()), ("structure", ()),
    ("meter", (SEATS, METERS)),
    ("goals", (SEATS,)), ("closeness", (SEATS,)), ("win", (SEATS,)), ("kind", (SEATS,)),
    ("volume", (SEATS,)), ("capital", (SEATS,)), ("takeover", (SEATS,)), ("models", (SEATS,)),
    ("goal", (SEATS, 3)), ("goal_value", (SEATS, 3)), ("goal_met", (SEATS, 3)),
    ("moves", (SEATS, MOVES)),
    ("card", (ROUNDS,)),
    ("answer", (ROUNDS, SEATS)), ("open", (ROUNDS, SEATS)),
    ("score", (ROUNDS, SEATS)),
)  # fmt: skip
WHOLE_WIN: Final = 60
"""A win shared by n seats is 60 // n for each: whole for up to six."""

COORDINATED, MERGED, CONTRACTED, INTEGRATED = 1, 2, 4, 8
"""Bits of `models`: what a seat had at any time."""


class Result:
    """The integers of one match.

    `win` is a share of `WHOLE_WIN`; `models` bits of the four models that the seat lived;
    `card` the card of each round or -1; `answer` the option a seat really did, -1 when it
    was not asked; `open` a bit for each option of the card that was open to it; `score` how
    near its goals a seat stood after each round; `drama` how far, on average, the winner
    was behind the leader; `groups` and `structure` what the last round left; `spread` the mean
    distance of the meters between seats.
    """

    __slots__ = tuple(name for name, _ in RESULT_FIELDS)

    rounds: int
    ending: int
    lead_changes: int
    drama: int
    quiet_rounds: int
    spread: int
    seat_mergers: int
    overruled: int
    demergers: int
    offers: int
    offers_met: int
    share: int
    price: int
    groups: int
    structure: int
    meter: list[list[int]]
    goals: list[int]
    closeness: list[int]
    win: list[int]
    kind: list[int]
    volume: list[int]
    capital: list[int]
    takeover: list[int]
    models: list[int]
    goal: list[list[int]]
    goal_value: list[list[int]]
    goal_met: list[list[int]]
    moves: list[list[int]]
    card: list[int]
    answer: list[list[int]]
    open: list[list[int]]
    score: list[list[int]]

    def __init__(self) -> None:
        """Make an empty result: every integer is zero."""
        for name, shape in RESULT_FIELDS:
            setattr(self, name, zeros(shape))


def flat(result: Result) -> dict[str, Any]:
    """Return the fields of a result by name."""
    return {name: getattr(result, name) for name, _ in RESULT_FIELDS}
