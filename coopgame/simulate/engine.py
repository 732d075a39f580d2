"""Plays matches by the thousand: compiled where numba is installed, else as the rules stand.

Both give the same integers. Compiled code is kept on disk under the fingerprint of its
sources, so that only a change of the rules compiles anew, never another deck.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from coopgame.rules.codes import ROUNDS
from coopgame.rules.journal import new_log
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table, table_bytes
from coopgame.simulate.matches import ROW_SIZE, WISH, play_and_gather
from coopgame.simulate.result import Result
from coopgame.simulate.sums import Sums

if TYPE_CHECKING:
    from coopgame.simulate.machine_code import MachineCode

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
        from coopgame.simulate import records

        self._code = machine_code(watch)
        self._work = records.new_work()
        self._book: tuple[Playbook, Any] | None = None

    def play(self, task: Task) -> Sums:
        """Return what the matches of a task add up to."""
        return self.play_to_table(task)[0]

    def play_to_table(self, task: Task) -> tuple[Sums, bytes]:
        """Return the sums, and the bytes of the table of the last match."""
        from coopgame.simulate import records

        work, sums = self._work[0], records.new_sums()
        records.put_rows(work["boards"], task.boards)
        records.put_rows(work["rows"], _work_rows(task))
        self._code.play(
            self._work.ctypes.data, self._record_of(task.book).ctypes.data, sums.ctypes.data,
            task.first_seed, task.count, task.seats, task.pool, task.until,
        )  # fmt: skip
        return records.sums_of(sums[0]), work["tables"][0].tobytes()

    def _record_of(self, book: Playbook) -> Any:  # noqa: ANN401
        """Return a playbook as the compiled rules read it; the last one is kept."""
        from coopgame.simulate import records

        if self._book is None or self._book[0] is not book:
            self._book = (book, records.book_record(book))
        return self._book[1]


def machine_code(watch: Watch = lambda _done, _all: None) -> MachineCode:
    """Return the compiled rules: those kept in the user's cache, else made now and kept there."""
    from coopgame.simulate import machine_code as kept_code

    folder = cache_folder()
    code = kept_code.kept(folder)
    if code is None:
        from coopgame.simulate.making import made_beside

        code = made_beside(watch)
        kept_code.keep(folder, code)
    return kept_code.MachineCode(code)


def is_compiled_already() -> bool:
    """Tell whether the compiled rules are at hand without waiting."""
    from coopgame.simulate import machine_code as kept_code

    return kept_code.is_kept(cache_folder())


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
    "compiled", "gathering", "lineups", "machine_code", "making", "matches", "records", "result",
    "sums", "twins", "watching", "work",
)  # fmt: skip
"""The modules of this folder that compiled code is made of, or made by."""


def sources_fingerprint() -> str:
    """Return a SHA-256 of everything that the compiled code is made of, and made for."""
    from coopgame.simulate.machine_code import processor

    digest = hashlib.sha256()
    package = Path(__file__).resolve().parents[1]
    sources = [*(package / "rules").glob("*.py"), *(package / "bots").glob("*.py")]
    sources += [package / "simulate" / f"{name}.py" for name in _COMPILED]
    for source in sorted(sources):
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    digest.update(f"{sys.version} {platform.machine()} {_version_of_numba()}".encode())
    digest.update(processor().encode())
    return digest.hexdigest()


def _version_of_numba() -> str:
    from importlib.metadata import version

    return version("numba") + version("llvmlite")
