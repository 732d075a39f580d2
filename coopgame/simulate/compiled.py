"""The two entries into the compiled rules: whole matches into sums, imagined futures into worths."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numba
from numba import types as nb

from coopgame.bots import trying
from coopgame.simulate import matches
from coopgame.simulate.twins import BOOK_TYPE, LOG_TYPE, RESULT_TYPE, SUMS_TYPE, TABLE_TYPE, Twins

PACKAGES: Final = ("coopgame.rules", "coopgame.bots", "coopgame.simulate")


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


def try_many(
    tables: Any, books: Any, log: Any, boards: Any, rows: Any, arms: Any, worth: Any,
    seat: int, first: int, count: int,
) -> None:  # fmt: skip
    """Play every arm in `count` futures from the `first` on, and add up what each is worth.

    Table 1 stays as it is; table 0 is played on.
    """
    for nth in range(first, first + count):
        for place in range(len(arms)):
            tables[0] = tables[1]
            worth[place] += trying.try_arm(
                tables[0], books[0], log, boards, rows, arms[place], seat, nth
            )


SIGNATURE: Final = nb.void(
    nb.Array(TABLE_TYPE, 1, "C"), nb.Array(BOOK_TYPE, 1, "C"), LOG_TYPE, LOG_TYPE, LOG_TYPE,
    nb.Array(RESULT_TYPE, 1, "C"), nb.Array(SUMS_TYPE, 1, "C"),
    nb.int64, nb.int64, nb.int64, nb.int64, nb.int64,
)  # fmt: skip


TRY_SIGNATURE: Final = nb.void(
    nb.Array(TABLE_TYPE, 1, "C"), nb.Array(BOOK_TYPE, 1, "C"), LOG_TYPE, LOG_TYPE, LOG_TYPE,
    LOG_TYPE, nb.Array(nb.int64, 1, "C"), nb.int64, nb.int64, nb.int64,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A function that Python calls, its signature, and what it needs compiled before."""

    name: str
    function: Callable[..., None]
    signature: Any
    needs: Callable[..., Any]


PLAY: Final = Entry("played", play_many, SIGNATURE, matches.play_and_gather)
TRY: Final = Entry("tried", try_many, TRY_SIGNATURE, trying.try_arm)


def is_made(folder: Path | None, entry: Entry) -> bool:
    """Tell whether an entry was compiled and kept before."""
    return folder is not None and (folder / entry.name).exists()


def compiled_entry(
    folder: Path | None, watch: Callable[[int, int], object], entry: Entry = PLAY
) -> Any:
    """Return an entry compiled: loaded from the folder, else made now and kept there."""
    if folder is not None:
        setattr(numba.config, "CACHE_DIR", str(folder))  # noqa: B010
        if is_made(folder, entry):
            with suppress(Exception):  # whatever is wrong with what was kept: make it anew
                return _made(entry, Twins(PACKAGES), is_kept=True)
            (folder / entry.name).unlink(missing_ok=True)
    twins = Twins(PACKAGES)
    twins.watch = watch
    twins.make_all([entry.needs])
    made = _made(entry, twins, is_kept=folder is not None)
    if folder is not None:
        with suppress(OSError):
            (folder / entry.name).write_text(f"{os.getpid()}\n", encoding="ascii")
    return made


def _made(entry: Entry, twins: Twins, *, is_kept: bool) -> Any:
    return numba.njit(entry.signature, error_model="numpy", nogil=True, cache=is_kept)(
        twins.copy_of(entry.function)
    )
