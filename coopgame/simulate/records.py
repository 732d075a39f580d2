"""Table and playbook as packed records of integers, for compiled rules; converts, decides nothing.

Every record has one fixed size, so that another deck or scenario never needs new code.
"""

import dataclasses
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from coopgame.rules import codes as c
from coopgame.rules import playbook as p
from coopgame.rules.card_rows import AMOUNT_COLUMNS, EFFECT_COLUMNS, TEST_COLUMNS
from coopgame.rules.numbers import Numbers
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import FIELDS, Table
from coopgame.simulate.result import RESULT_FIELDS
from coopgame.simulate.sums import SUM_FIELDS, Sums
from coopgame.simulate.work import WORK_FIELDS

OPTIONS: Final = 5 * c.CARDS
ROWS: Final = 8_192
"""How many effect, test or amount rows a record has room for."""

TABLE: Final = np.dtype(
    [(name, np.int32, shape) if shape else (name, np.int32) for name, shape in FIELDS]
)

RESULT: Final = np.dtype(
    [(name, np.int32, shape) if shape else (name, np.int32) for name, shape in RESULT_FIELDS]
)

SUMS: Final = np.dtype(
    [(name, np.int64, shape) if shape else (name, np.int64) for name, shape in SUM_FIELDS]
)

WORK: Final = np.dtype(
    [
        ("tables", TABLE, (2,)), ("results", RESULT, (2,)),
        *((name, np.int64 if name == "worth" else np.int32, shape) for name, shape in WORK_FIELDS),
    ]
)  # fmt: skip

RULE: Final = np.dtype([(field.name, np.int64) for field in dataclasses.fields(Numbers)])

_COUNTS: Final = ("card_count", "partner_count", "neighbour_count", "stage_count")
_SHAPES: Final[tuple[tuple[str, tuple[int, ...]], ...]] = (
    ("rounds", ()), ("mode", ()), ("secret_missions", ()),
    *((name, ()) for name in _COUNTS),
    ("stage_kind", (c.STAGES,)), ("stage_share", (c.STAGES,)),
    ("track", (c.ROUNDS, p.TRACK_COLUMNS)),
    ("starts", (c.SEATS, p.START_COLUMNS)),
    ("partners", (c.PARTNERS, p.PARTNER_COLUMNS)),
    ("neighbours", (c.NEIGHBOURS, p.NEIGHBOUR_COLUMNS)),
    ("cards", (c.CARDS, p.CARD_COLUMNS)),
    ("options", (OPTIONS, p.OPTION_COLUMNS)),
    ("effects", (ROWS, EFFECT_COLUMNS)),
    ("tests", (ROWS, TEST_COLUMNS)),
    ("amounts", (ROWS, AMOUNT_COLUMNS)),
    ("script", (c.ROUNDS,)),
    ("lots", (p.CHAPTERS + 1, p.LOTS)), ("lot_count", (p.CHAPTERS + 1,)),
    ("goal_par", (c.GOAL_KINDS,)), ("goal_spread", (c.GOAL_KINDS,)),
)  # fmt: skip

BOOK: Final = np.dtype(
    [("rule", RULE), *((n, np.int32, shape) if shape else (n, np.int32) for n, shape in _SHAPES)]
)


class TooLarge(ValueError):
    """A playbook has more cards or rows than a record has room for."""


def table_record(table: Table) -> Any:
    """Return an array with one record that holds what lies on the table."""
    record = np.zeros(1, TABLE)
    for name, _ in FIELDS:
        record[0][name] = getattr(table, name)
    return record


def table_of(record: Any) -> Table:
    """Return a table of lists with what a record holds."""
    table = Table()
    for name, shape in FIELDS:
        setattr(table, name, record[name].tolist() if shape else int(record[name]))
    return table


def book_record(book: Playbook) -> Any:
    """Return an array with one record of a playbook; raises TooLarge."""
    record = np.zeros(1, BOOK)
    for field in dataclasses.fields(Numbers):
        record[0]["rule"][field.name] = getattr(book.rule, field.name)
    for name, shape in _SHAPES:
        _put(record[0], name, getattr(book, name), shape)
    return record


def _put(record: Any, name: str, value: Any, shape: tuple[int, ...]) -> None:
    if not shape:
        record[name] = value
        return
    if len(value) > shape[0]:
        raise TooLarge(f"{name} has {len(value)} rows; there is room for {shape[0]}.")
    for place, row in enumerate(value):
        if len(shape) == 1:
            record[name][place] = row
        else:
            record[name][place, : len(row)] = row


def new_work() -> Any:
    """Return an array with one empty record to work on."""
    return np.zeros(1, WORK)


def put_rows(place: Any, rows: Sequence[Sequence[int]]) -> None:
    """Write rows into the first places of an array of rows."""
    place[: len(rows)] = rows


def new_sums() -> Any:
    """Return an array with one record of empty sums."""
    return np.zeros(1, SUMS)


def sums_of(record: Any) -> Sums:
    """Return the sums of a record as plain integers."""
    sums = Sums()
    for name, _ in SUM_FIELDS:
        setattr(sums, name, record[name].tolist())
    return sums
