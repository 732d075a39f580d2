"""What compiled matches work on: one record, so that nothing is made on the way."""

from typing import Any, Final

from coopgame.bots.boards import COLUMNS
from coopgame.bots.looking_ahead import FUTURE
from coopgame.bots.trying import ARM_SIZE
from coopgame.simulate.matches import ROW_SIZE
from coopgame.simulate.sums import BOARDS

ARMS: Final = 512
"""How many choices of a seat can be tried in one go."""

WORK_FIELDS: Final[tuple[tuple[str, tuple[int, ...]], ...]] = (
    ("boards", (BOARDS, COLUMNS)), ("rows", (3, ROW_SIZE)),
    ("futures", (len(FUTURE), COLUMNS)), ("arms", (ARMS, ARM_SIZE)), ("worth", (ARMS,)),
)  # fmt: skip
"""What is rows of integers; `tables` and `results`, two of each, stand beside them."""


class Work:
    """Stands for the record in the notes of functions that are compiled with it.

    Table and result 1 lie as they are to begin with; table and result 0 are played on. `boards`
    lead the matches, `futures` what is imagined; `arms` are tried and add up in `worth`.
    """

    tables: list[Any]
    results: list[Any]
    boards: list[list[int]]
    rows: list[list[int]]
    futures: list[list[int]]
    arms: list[list[int]]
    worth: list[int]
