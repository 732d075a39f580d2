"""Boards: characters and strategies as rows of integers, so that they can be compiled and compared.

A board likes each move by so many per cent of what a sound board likes it, and leans in a
few other ways; what it does with that stands in `weighing` and is the same for all.
"""

from collections.abc import Mapping
from typing import Final

from coopgame.rules import codes as c

LOTS, THRIFT, UNKNOWN, TOGETHER, ASKING, TRUSTING, SEATS, LIKING = range(8)
"""Columns: 1 to draw lots; points that ten coins weigh; what an unknown arrow is worth; points
for an answer that others must join, and for one that somebody must agree to; the tie from which
it says yes; points for turning to another seat; from `LIKING` on per cent for each move."""
COLUMNS: Final = LIKING + 11
NEVER: Final = 0
"""Liking of a move that a board never makes."""

_MOVES: Final = {
    "hold": c.HOLD, "dialogue": c.DIALOGUE, "coordinate": c.COORDINATE, "merge": c.MERGE,
    "contract": c.CONTRACT, "integrate": c.INTEGRATE, "inform": c.INFORM,
    "represent": c.REPRESENT, "specialise": c.SPECIALISE, "open_up": c.OPEN_UP,
    "leave": c.LEAVE,
}  # fmt: skip


def _board(lean: tuple[int, int, int, int, int, int], likes: Mapping[str, int]) -> tuple[int, ...]:
    """Return a row from (thrift, unknown, together, asking, trusting, seats) and likings."""
    row = [0, *lean, *[100] * 11]
    for move, liking in likes.items():
        row[LIKING + _MOVES[move]] = liking
    return tuple(row)


def _only(
    move: str, *, lean: tuple[int, int, int, int, int, int], liking: int = 190
) -> tuple[int, ...]:
    """Return a pure strategy: of the four models only this one, and it likes it well."""
    models = dict.fromkeys(("coordinate", "merge", "contract", "integrate"), NEVER)
    return _board(lean, {**models, move: liking} if move else models)


_BOARDS: Final[Mapping[str, tuple[int, ...]]] = {
    "random": (1, *[0] * (COLUMNS - 1)),
    "careful": _board(
        (7, -5, 0, 1, 40, 0),
        {"contract": 115, "hold": 122, "inform": 115, "represent": 110, "merge": 75,
         "integrate": 80, "open_up": 80},
    ),
    "cooperative": _board(
        (6, 0, 4, 1, 33, -2),
        {"dialogue": 110, "coordinate": 128, "represent": 117, "merge": 120, "integrate": 85,
         "leave": 50},
    ),
    "competitive": _board(
        (8, 1, -4, 3, 46, 0),
        {"specialise": 108, "integrate": 122, "contract": 130, "merge": 141, "dialogue": 60,
         "coordinate": 71, "leave": 130},
    ),
    "integrator": _board(
        (3, 0, 1, 2, 42, 0),
        {"integrate": 124, "merge": 199, "specialise": 90, "contract": 75, "coordinate": 51,
         "hold": 90},
    ),
    "alone": _only("", lean=(6, 0, 0, 0, 99, -9)),
    "coordinate": _only("coordinate", lean=(6, 0, 4, 0, 34, 3)),
    "merge": _only("merge", lean=(6, 0, 2, 1, 36, 3)),
    "contract": _only("contract", lean=(6, 0, 0, 2, 99, 0)),
    "integrate": _only("integrate", lean=(4, 0, 0, 2, 99, 0), liking=130),
    "mute": _board((6, 0, -12, 0, 60, -6), {"dialogue": NEVER, "inform": NEVER, "represent": NEVER}),
}  # fmt: skip

POOL: Final = ("random", "careful", "cooperative", "competitive", "integrator")
"""Who may sit at a seat of the pool."""
STRATEGIES: Final = ("alone", "coordinate", "merge", "contract", "integrate")
BOARD_NAMES: Final = tuple(_BOARDS)


def board_named(name: str) -> tuple[int, ...]:
    """Return the row of a board; raises KeyError for an unknown name."""
    return _BOARDS[name]
