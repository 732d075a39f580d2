"""The one entry into the compiled rules: many matches on one table, into rows of results."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import numba
from numba import types as nb

from coopgame.simulate import matches
from coopgame.simulate.twins import BOOK_TYPE, LOG_TYPE, RESULT_TYPE, SUMS_TYPE, TABLE_TYPE, Twins

PACKAGES: Final = ("coopgame.rules", "coopgame.bots", "coopgame.simulate")
MADE: Final = "made"
"""The file that says: everything that the entry needs is in this folder."""


def play_many(
    tables: Any, books: Any, log: Any, boards: Any, rows: Any, results: Any, sums: Any,
    first_seed: int, count: int, seats: int, pool: int, until: int,
) -> None:  # fmt: skip
    """Play `count` matches into the sums; the results of the last ones stay in their rows.

    Table 1 and the last result stay empty and empty the others.
    """
    kept = len(results) - 1
    for place in range(count):
        tables[0] = tables[1]
        results[place % kept] = results[kept]
        matches.play_and_gather(
            tables[0], books[0], log, boards, rows, results[place % kept], sums[0],
            first_seed + place, seats, pool, until,
        )  # fmt: skip


SIGNATURE: Final = nb.void(
    nb.Array(TABLE_TYPE, 1, "C"), nb.Array(BOOK_TYPE, 1, "C"), LOG_TYPE, LOG_TYPE, LOG_TYPE,
    nb.Array(RESULT_TYPE, 1, "C"), nb.Array(SUMS_TYPE, 1, "C"),
    nb.int64, nb.int64, nb.int64, nb.int64, nb.int64,
)  # fmt: skip


def compiled_entry(folder: Path | None, watch: Callable[[int, int], object]) -> Any:
    """Return `play_many` compiled: loaded from the folder, else made now and kept there."""
    if folder is not None:
        setattr(numba.config, "CACHE_DIR", str(folder))  # noqa: B010
        if (folder / MADE).exists():
            with suppress(Exception):  # whatever is wrong with what was kept: make it anew
                return _entry(Twins(PACKAGES), is_kept=True)
            (folder / MADE).unlink(missing_ok=True)
    twins = Twins(PACKAGES)
    twins.watch = watch
    twins.make_all([matches.play_and_gather])
    entry = _entry(twins, is_kept=folder is not None)
    if folder is not None:
        with suppress(OSError):
            (folder / MADE).write_text(f"{os.getpid()}\n", encoding="ascii")
    return entry


def _entry(twins: Twins, *, is_kept: bool) -> Any:
    return numba.njit(SIGNATURE, error_model="numpy", nogil=True, cache=is_kept)(
        twins.copy_of(play_many)
    )
