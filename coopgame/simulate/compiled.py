"""The one entry into the compiled rules: many matches on one table, into rows of results."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import numba
from numba import types as nb

from coopgame.simulate import matches
from coopgame.simulate.twins import BOOK_TYPE, LOG_TYPE, RESULT_TYPE, ROW_TYPE, TABLE_TYPE, Twins

PACKAGES: Final = ("coopgame.rules", "coopgame.bots", "coopgame.simulate")
MADE: Final = "made"
"""The file that says: everything that the entry needs is in this folder."""


def play_many(  # noqa: ANN201
    tables,
    books,
    log,
    boards,
    scratch,
    results,
    first_seed,
    seats,  # noqa: ANN001
):
    """Play a match for each row of results; table 1 stays empty and empties table 0."""
    for place in range(len(results)):
        tables[0] = tables[1]
        matches.play_match(
            tables[0], books[0], log, boards, scratch, results[place], first_seed + place, seats
        )


SIGNATURE: Final = nb.void(
    nb.Array(TABLE_TYPE, 1, "C"), nb.Array(BOOK_TYPE, 1, "C"), LOG_TYPE, LOG_TYPE, ROW_TYPE,
    nb.Array(RESULT_TYPE, 1, "C"), nb.int64, nb.int64,
)  # fmt: skip


def compiled_entry(folder: Path | None, watch: Callable[[int, int], object]) -> Any:  # noqa: ANN401
    """Return `play_many` compiled: loaded from the folder, else made now and kept there."""
    if folder is not None:
        numba.config.CACHE_DIR = str(folder)
        if (folder / MADE).exists():
            with suppress(Exception):  # whatever is wrong with what was kept: make it anew
                return _entry(Twins(PACKAGES), is_kept=True)
            (folder / MADE).unlink(missing_ok=True)
    twins = Twins(PACKAGES)
    twins.watch = watch
    twins.make_all([matches.play_match])
    entry = _entry(twins, is_kept=folder is not None)
    if folder is not None:
        with suppress(OSError):
            (folder / MADE).write_text(f"{os.getpid()}\n", encoding="ascii")
    return entry


def _entry(twins: Twins, *, is_kept: bool) -> Any:  # noqa: ANN401
    return numba.njit(SIGNATURE, error_model="numpy", nogil=True, cache=is_kept)(
        twins.copy_of(play_many)
    )
