"""Plays matches by the thousand: compiled where numba is installed, else as the rules stand.

Both give the same integers. Compiled code is kept on disk under the fingerprint of its
sources, so that only a change of the rules compiles anew, never another deck.
"""

import hashlib
import importlib.util
import os
import platform
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from coopgame.rules.journal import new_log
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table, zeros
from coopgame.simulate.matches import play_match
from coopgame.simulate.result import RESULT_FIELDS, Result, flat

SCRATCH: Final = 64
"""Room for the points and reasons of a board while it weighs."""
HOME: Final = "COOPGAME_CACHE"

Watch = Callable[[int, int], object]


def can_compile() -> bool:
    """Tell whether the rules can be compiled here; `COOPGAME_PLAIN=1` says no."""
    if os.environ.get("COOPGAME_PLAIN") == "1":
        return False
    return importlib.util.find_spec("numba") is not None


class PlainEngine:
    """Plays matches with the rules as they stand."""

    is_compiled: Final = False

    def play(
        self, book: Playbook, boards: Sequence[Sequence[int]], first_seed: int, count: int
    ) -> dict[str, Any]:
        """Return the results of `count` matches by field, as nested lists with the match first."""
        rows = [flat(self._one(book, boards, first_seed + k)) for k in range(count)]
        return {name: [row[name] for row in rows] for name, _ in RESULT_FIELDS}

    def _one(self, book: Playbook, boards: Sequence[Sequence[int]], seed: int) -> Result:
        result = Result()
        taken = [list(board) for board in boards]
        scratch = zeros((SCRATCH,))
        play_match(Table(), book, new_log(0), taken, scratch, result, seed, len(boards))
        return result


class CompiledEngine:
    """Plays matches with the compiled twins of the rules."""

    is_compiled: Final = True

    def __init__(self, watch: Watch = lambda _done, _all: None) -> None:
        """Load the compiled rules; `watch` hears how many functions of all are compiled."""
        self._watch = watch

    @cached_property
    def _play(self) -> Any:  # noqa: ANN401
        from coopgame.simulate.compiled import compiled_entry

        return compiled_entry(cache_folder(), self._watch)

    def warm_up(self) -> None:
        """Load or compile the rules now."""
        _ = self._play

    def play(
        self, book: Playbook, boards: Sequence[Sequence[int]], first_seed: int, count: int
    ) -> dict[str, Any]:
        """Return the results of `count` matches by field, as arrays with the match first."""
        from coopgame.simulate import records

        results = records.new_results(count)
        rows = records.board_rows(boards)
        self._play(
            records.new_tables(2), records.book_record(book), records.new_journal(), rows,
            records.new_scratch(SCRATCH), results, first_seed, len(boards),
        )  # fmt: skip
        return {name: results[name] for name, _ in RESULT_FIELDS}


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


def sources_fingerprint() -> str:
    """Return a SHA-256 of everything that the compiled code is made of."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parents[1]
    for folder in ("rules", "bots", "simulate"):
        for source in sorted((package / folder).glob("*.py")):
            digest.update(source.name.encode() + b"\0" + source.read_bytes())
    digest.update(f"{sys.version} {platform.machine()} {_version_of_numba()}".encode())
    return digest.hexdigest()


def _version_of_numba() -> str:
    from importlib.metadata import version

    return version("numba") + version("llvmlite")
