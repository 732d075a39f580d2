"""What many matches add up to: counts, sums and sums of squares, all whole numbers.

Sums of any division of the same matches add up to the same integers, so a report is the same
for any number of workers. Nothing here grows with the number of matches.
"""

from collections.abc import Iterable
from typing import Any, Final

from coopgame.rules import codes as c
from coopgame.rules.table import Shape, zeros
from coopgame.simulate.result import MOVES

BOARDS: Final = 16
MODELS: Final = 4
SCORES: Final = 340
"""Classes of ten points of score: 1000 for each goal met, and how near the goals are."""
GOAL_CLASSES: Final = 1_200
GOAL_SHIFT: Final = 300
"""Goal values are counted from -300 on, one class for each point."""
OPTIONS: Final = 5 * c.CARDS

(
    ROUNDS, LEAD_CHANGES, DRAMA, QUIET, SPREAD, MERGERS, OVERRULED, DEMERGERS, OFFERS, SHARE, PRICE,
    STALEMATE,
) = range(12)  # fmt: skip
VALUES: Final = 12
"""What is summed once for each match."""

SUM_FIELDS: Final[tuple[tuple[str, Shape], ...]] = (
    ("matches", ()), ("collapses", ()), ("low_trust", ()),
    ("value", (VALUES,)), ("value_square", (VALUES,)), ("value_some", (VALUES,)),
    ("seat_count", (c.SEATS,)), ("seat_win", (c.SEATS,)), ("seat_win_square", (c.SEATS,)),
    ("seat_goals", (c.SEATS,)), ("seat_goals_square", (c.SEATS,)),
    ("seat_meter", (c.SEATS, c.METERS)), ("seat_meter_square", (c.SEATS, c.METERS)),
    ("kind_count", (4,)), ("kind_win", (4,)), ("kind_win_square", (4,)),
    ("kind_meter", (4, c.METERS)), ("kind_meter_square", (4, c.METERS)),
    ("board_count", (BOARDS,)), ("board_win", (BOARDS,)), ("board_win_square", (BOARDS,)),
    ("board_goals", (BOARDS,)), ("board_goals_square", (BOARDS,)),
    ("board_low_trust", (BOARDS,)),
    ("move_count", (MOVES,)), ("move_square", (MOVES,)),
    ("move_seats", (MOVES,)), ("move_win", (MOVES,)), ("move_win_square", (MOVES,)),
    ("model_count", (MODELS,)), ("model_win", (MODELS,)), ("model_win_square", (MODELS,)),
    ("model_score", (MODELS + 1, SCORES)),
    ("card_dealt", (c.CARDS,)),
    ("option_asked", (OPTIONS,)), ("option_open", (OPTIONS,)), ("option_done", (OPTIONS,)),
    ("option_win", (OPTIONS,)), ("option_win_square", (OPTIONS,)),
    ("meter_class", (c.METERS, 101)),
    ("goal_count", (c.GOAL_KINDS,)), ("goal_met", (c.GOAL_KINDS,)),
    ("goal_class", (c.GOAL_KINDS, GOAL_CLASSES)),
    ("debts", ()), ("takeovers", ()),
)  # fmt: skip


class Sums:
    """The sums of some matches; every field is a whole number or nested lists of them."""

    __slots__ = tuple(name for name, _ in SUM_FIELDS)

    matches: int
    collapses: int
    low_trust: int
    debts: int
    takeovers: int
    value: list[int]
    value_square: list[int]
    value_some: list[int]
    seat_count: list[int]
    seat_win: list[int]
    seat_win_square: list[int]
    seat_goals: list[int]
    seat_goals_square: list[int]
    seat_meter: list[list[int]]
    seat_meter_square: list[list[int]]
    kind_count: list[int]
    kind_win: list[int]
    kind_win_square: list[int]
    kind_meter: list[list[int]]
    kind_meter_square: list[list[int]]
    board_count: list[int]
    board_win: list[int]
    board_win_square: list[int]
    board_goals: list[int]
    board_goals_square: list[int]
    board_low_trust: list[int]
    move_count: list[int]
    move_square: list[int]
    move_seats: list[int]
    move_win: list[int]
    move_win_square: list[int]
    model_count: list[int]
    model_win: list[int]
    model_win_square: list[int]
    model_score: list[list[int]]
    card_dealt: list[int]
    option_asked: list[int]
    option_open: list[int]
    option_done: list[int]
    option_win: list[int]
    option_win_square: list[int]
    meter_class: list[list[int]]
    goal_count: list[int]
    goal_met: list[int]
    goal_class: list[list[int]]

    def __init__(self) -> None:
        """Begin with nothing."""
        for name, shape in SUM_FIELDS:
            setattr(self, name, zeros(shape))


def together(several: Iterable[Sums]) -> Sums:
    """Return the sums of all matches in `several`."""
    whole = Sums()
    for one in several:
        for name, _ in SUM_FIELDS:
            setattr(whole, name, _added(getattr(whole, name), getattr(one, name)))
    return whole


def _added(left: Any, right: Any) -> Any:  # noqa: ANN401
    if isinstance(left, list):
        return [_added(a, b) for a, b in zip(left, right, strict=True)]
    return left + right
