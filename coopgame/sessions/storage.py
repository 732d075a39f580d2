"""Where matches are kept on this machine, which there are, and which are old enough to go.

It only knows folders and names; what is inside a file is the business of `recording`.
"""

import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from coopgame.sessions.errors import RecordingError, RecordingInUse
from coopgame.sessions.recording import SUFFIX, Recording, read_recording

HOME_VARIABLE: Final = "COOPGAME_HOME"
KEPT: Final = 10
"""How many matches stay in the folder; the oldest go when a new one starts."""


@dataclass(frozen=True, slots=True)
class SavedMatch:
    """One file in the folder of matches."""

    path: Path
    recording: Recording | None
    problem: RecordingError | None

    @property
    def can_go_on(self) -> bool:
        """Tell whether it can be offered under "continue"."""
        return self.recording is not None and not self.recording.has_ended


def data_folder() -> Path:
    """Return where this user's coopgame data belongs; `COOPGAME_HOME` goes before all."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~\\AppData\\Local")).expanduser() / "coopgame"
    if sys.platform == "darwin":
        return Path("~/Library/Application Support/coopgame").expanduser()
    return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "coopgame"


def beside_the_program() -> Path:
    """Return the folder to fall back to: the checkout that is run, else the current one."""
    checkout = Path(__file__).resolve().parents[2]
    return checkout if (checkout / "start.py").exists() else Path.cwd()


def matches_folder() -> Path | None:
    """Return a folder where matches can be written now, or None when there is none."""
    for place in (data_folder(), beside_the_program()):
        folder = place / "matches"
        if can_write(folder):
            return folder
    return None


def can_write(folder: Path) -> bool:
    """Tell whether files can be made in a folder, making the folder when it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except (OSError, ValueError):
        return False


def new_path(folder: Path, scenario: str, when: datetime) -> Path:
    """Return a name that no match has yet: date and time first, so that names sort by age."""
    word = "".join(letter for letter in Path(scenario).stem if letter.isalnum() or letter in "_-")
    stem = f"{when:%Y-%m-%d-%H%M%S}-{word[:40] or 'match'}"
    path = folder / (stem + SUFFIX)
    count = 2
    while path.exists():
        path = folder / f"{stem}-{count}{SUFFIX}"
        count += 1
    return path


def saved_matches(folder: Path | None) -> tuple[SavedMatch, ...]:
    """Return every match in the folder, the last played first; unreadable ones say why."""
    return tuple(_looked_into(path) for path in reversed(_by_age(folder)))


def last_unfinished(folder: Path | None) -> SavedMatch | None:
    """Return the match to offer under "continue", or None."""
    for path in reversed(_by_age(folder)):
        match = _looked_into(path)
        if match.can_go_on:
            return match
    return None


def forget_oldest(folder: Path, *, keep: int = KEPT) -> None:
    """Remove the oldest matches beyond `keep`; one that is being played stays.

    What a kill left half written goes too: it never was a match.
    """
    for half in folder.glob("*" + SUFFIX + ".part"):
        _remove(half)
    paths = _by_age(folder)
    for path in paths[: max(0, len(paths) - keep)]:
        if not isinstance(_looked_into(path).problem, RecordingInUse):
            _remove(path)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
        for ending in ("-wal", "-shm", "-journal"):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _looked_into(path: Path) -> SavedMatch:
    try:
        return SavedMatch(path, read_recording(path), None)
    except RecordingError as problem:
        return SavedMatch(path, None, problem)


def _by_age(folder: Path | None) -> list[Path]:
    """Return the recordings of a folder, oldest first: by last change, then by name."""
    if folder is None:
        return []
    try:
        return sorted(folder.glob("*" + SUFFIX), key=_age)
    except OSError:
        return []


def _age(path: Path) -> tuple[int, str]:
    return (max(_changed(each) for each in _with_log(path)), path.name)


def _with_log(path: Path) -> Iterable[Path]:
    return (path, path.with_name(path.name + "-wal"))


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
