"""Plays matches by the thousand: compiled where numba is installed, else as the rules stand.

Both give the same integers. Compiled code is kept on disk under the fingerprint of its
sources, so that only a change of the rules compiles anew, never another deck.
"""

import hashlib
import importlib.util
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from coopgame.rules.codes import ROUNDS
from coopgame.rules.journal import new_log
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table, table_bytes
from coopgame.simulate.matches import ROW_SIZE, WISH, play_and_gather
from coopgame.simulate.result import Result
from coopgame.simulate.sums import Sums

HOME: Final = "COOPGAME_CACHE"

Watch = Callable[[int, int], object]


def can_compile() -> bool:
    """Tell whether the rules can be compiled here; `COOPGAME_PLAIN=1` says no."""
    if os.environ.get("COOPGAME_PLAIN") == "1":
        return False
    return importlib.util.find_spec("numba") is not None


@dataclass(frozen=True, slots=True)
class Task:
    """Some matches in a row: with one playbook, on the same boards."""

    book: Playbook
    boards: tuple[tuple[int, ...], ...]
    """All boards that may play; a line-up names them by place."""
    wish: tuple[int, ...]
    """For each seat its board, or -1 for one of the pool; it moves on with every seed."""
    pool: int
    """How many boards, from the first, the pool has."""
    first_seed: int
    count: int
    until: int = ROUNDS
    """The round after which a match stops."""

    @property
    def seats(self) -> int:
        """Return how many seats play."""
        return len(self.wish)


class Engine(Protocol):
    """Plays matches; every engine gives the same integers."""

    is_compiled: bool

    def play(self, task: Task) -> Sums:
        """Return what the matches of a task add up to."""
        ...


def _work_rows(task: Task) -> list[list[int]]:
    rows = [[0] * ROW_SIZE for _ in range(3)]
    rows[WISH][: task.seats] = task.wish
    return rows


class PlainEngine:
    """Plays matches with the rules as they stand."""

    is_compiled = False

    def play(self, task: Task) -> Sums:
        """Return what the matches of a task add up to."""
        return self.play_to_table(task)[0]

    def play_to_table(self, task: Task) -> tuple[Sums, bytes]:
        """Return the sums, and the bytes of the table of the last match."""
        sums, log, rows, table = Sums(), new_log(0), _work_rows(task), Table()
        boards = [list(board) for board in task.boards]
        for seed in range(task.first_seed, task.first_seed + task.count):
            table = Table()
            play_and_gather(
                table, task.book, log, boards, rows, Result(), sums, seed, task.seats, task.pool,
                task.until,
            )  # fmt: skip
        return sums, table_bytes(table)


class CompiledEngine:
    """Plays matches with the compiled twins of the rules."""

    is_compiled = True

    def __init__(self, watch: Watch = lambda _done, _all: None) -> None:
        """Load the compiled rules, or compile them; `watch` hears how far that is."""
        os.environ.setdefault("NUMBA_OPT", "2")  # 3 compiles longer and runs no faster
        from coopgame.simulate.compiled import compiled_entry

        self._play = compiled_entry(cache_folder(), watch)
        self._book: tuple[Playbook, Any] | None = None

    def play(self, task: Task) -> Sums:
        """Return what the matches of a task add up to."""
        return self.play_to_table(task)[0]

    def play_to_table(self, task: Task) -> tuple[Sums, bytes]:
        """Return the sums, and the bytes of the table of the last match."""
        from coopgame.simulate import records

        sums, tables = records.new_sums(), records.new_tables(2)
        self._play(
            tables, self._record_of(task.book), records.new_journal(),
            records.rows_of(task.boards), records.rows_of(_work_rows(task)),
            records.new_results(2), sums, task.first_seed, task.count, task.seats, task.pool,
            task.until,
        )  # fmt: skip
        return records.sums_of(sums[0]), tables[0].tobytes()

    def _record_of(self, book: Playbook) -> Any:  # noqa: ANN401
        """Return a playbook as the compiled rules read it; the last one is kept."""
        from coopgame.simulate import records

        if self._book is None or self._book[0] is not book:
            self._book = (book, records.book_record(book))
        return self._book[1]

    @property
    def compiled_signatures(self) -> tuple[object, ...]:
        """Return the kinds of arguments that the rules were compiled for: one, whatever plays."""
        return tuple(self._play.signatures)


def cache_folder() -> Path | None:
    """Return the folder of the compiled rules as they are now, or None when none can be made."""
    chosen = os.environ.get(HOME)
    base = Path(chosen) if chosen else _user_cache()
    folder = base / "compiled" / sources_fingerprint()[:24]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def _user_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~\\AppData\\Local")).expanduser() / "coopgame"
    if sys.platform == "darwin":
        return Path("~/Library/Caches/coopgame").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "coopgame"


_COMPILED: Final = (
    "compiled", "gathering", "lineups", "matches", "records", "result", "sums", "trials", "twins",
    "watching",
)  # fmt: skip
"""The modules of this folder that compiled code is made of, or made by."""


def sources_fingerprint() -> str:
    """Return a SHA-256 of everything that the compiled code is made of."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parents[1]
    sources = [*(package / "rules").glob("*.py"), *(package / "bots").glob("*.py")]
    sources += [package / "simulate" / f"{name}.py" for name in _COMPILED]
    for source in sorted(sources):
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    digest.update(f"{sys.version} {platform.machine()} {_version_of_numba()}".encode())
    return digest.hexdigest()


def _version_of_numba() -> str:
    from importlib.metadata import version

    return version("numba") + version("llvmlite")
