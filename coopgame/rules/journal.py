"""What happened, in order: one row of integers for each change, with its cause.

A log is a list of preallocated rows; row 0 column 0 counts. A log of one row records
nothing, so the simulator pays nothing. Reading rows back as named records is `Change`.
"""

from typing import Final, NewType

from coopgame.rules.table import Table

Log = NewType("Log", list[list[int]])
"""Rows of a journal. Only `record` and `is_kept` look into one while a match runs, so compiled
matches, which keep none, do without."""

COLUMNS: Final = 9
ROUND, STEP, KIND, WHO, CAUSE, BY, DETAIL, BEFORE, AFTER = range(COLUMNS)
CAPACITY: Final = 8_000


def new_log(capacity: int = CAPACITY) -> Log:
    """Return an empty log for at most `capacity` rows; 0 makes a log that records nothing."""
    return Log([[0] * COLUMNS for _ in range(capacity + 1)])


def is_kept(log: Log) -> bool:
    """Tell whether a log records anything at all."""
    return len(log) > 1


def record(
    table: Table,
    log: Log,
    what: tuple[int, int, int, int, int],
    before: int,
    after: int,
) -> None:
    """Write one row: (kind, who, cause, by, detail) went from `before` to `after`.

    `by` is the other party (seat, partner or neighbour number) or -1; `detail` says more
    where a cause needs it: the option of a card, the stage of a contract, the other side.
    Round and step are the table's own.
    """
    count = log[0][0] + 1
    if count >= len(log):
        return
    row = log[count]
    row[ROUND] = table.round_now
    row[STEP] = table.step
    row[KIND], row[WHO], row[CAUSE], row[BY], row[DETAIL] = what
    row[BEFORE] = before
    row[AFTER] = after
    log[0][0] = count
