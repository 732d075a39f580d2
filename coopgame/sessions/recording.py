"""What a recording holds, and how to read one: a match as header and steps, never a table.

A recording is one SQLite file. Its steps are only ever added to; each carries a seal over
itself and everything before it, so damage is seen before anything is played. Reading
never trusts a file: schema, types and seals are checked first.
"""

import errno
import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from coopgame.sessions.errors import (
    DiskFull,
    NotARecording,
    RecordingDamaged,
    RecordingError,
    RecordingInUse,
    RecordingMissing,
    RecordingReadOnly,
    RecordingTooNew,
)
from coopgame.sessions.seats import Seat

FORMAT_VERSION: Final = 1
APPLICATION_ID: Final = 0x434F4F50
"""`COOP` in the header of the file: what tells a recording from any other database."""
SUFFIX: Final = ".coopgame"

SCHEMA: Final = (
    "CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE steps (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, "
    "subject TEXT NOT NULL, value TEXT NOT NULL, seal TEXT NOT NULL)",
    "CREATE TABLE drafts (question TEXT PRIMARY KEY, option TEXT NOT NULL)",
    "CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
)

ANSWER: Final = "answer"
"""Subject: the question's id; value: the option's id."""
TAKE_BACK: Final = "take_back"
"""Value: how many of the last answers no longer count."""
SEAT: Final = "seat"
"""Subject: the seat's number; value: its controller, name and colour."""
ROUND: Final = "round"
"""Subject: the round that was settled; value: the table's hash after it."""
END: Final = "end"
"""Value: why the match ended."""
KINDS: Final = (ANSWER, TAKE_BACK, SEAT, ROUND, END)

_LARGEST_FILE: Final = 64_000_000
_MOST_ROWS: Final = 50_000
_MOST_WORK: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class Header:
    """What a match was made of; it never changes after the first save."""

    coopgame: str
    """The version that wrote it."""
    rules: int
    scenario: str
    """The id, or the path it was opened by."""
    decks: tuple[str, ...]
    fingerprint: str
    parts: tuple[tuple[str, str], ...]
    """A short fingerprint for each part of the content, to name what differs."""
    seed: int
    seats: int
    rounds: int
    language: str
    started: str
    """Local time as written on the wall, for people; nothing is decided by it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened, in order."""

    kind: str
    subject: str
    value: str


@dataclass(frozen=True, slots=True)
class Recording:
    """A match as it was recorded."""

    header: Header
    steps: tuple[Step, ...]
    drafts: tuple[tuple[str, str], ...] = ()
    """What was chosen but not locked yet: question id and option id."""
    notes: tuple[tuple[str, str], ...] = ()
    """Settings of the session: language, curtain."""

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return the answers that count: what was taken back is left out."""
        kept: list[tuple[str, str]] = []
        for step in self.steps:
            if step.kind == ANSWER:
                kept.append((step.subject, step.value))
            elif step.kind == TAKE_BACK:
                count = int(step.value)
                del kept[len(kept) - count :]
        return tuple(kept)

    @property
    def round_hashes(self) -> tuple[str, ...]:
        """Return the table's hash after each settled round."""
        return tuple(step.value for step in self.steps if step.kind == ROUND)

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Return who sits where now."""
        latest = {step.subject: step.value for step in self.steps if step.kind == SEAT}
        return tuple(seat_from(number, latest[str(number)]) for number in range(len(latest)))

    @property
    def has_ended(self) -> bool:
        """Tell whether the match was played to its end."""
        return any(step.kind == END for step in self.steps)

    def note(self, key: str, otherwise: str) -> str:
        """Return a setting of the session, or `otherwise` when it was never set."""
        return dict(self.notes).get(key, otherwise)


def seat_step(seat: Seat) -> Step:
    """Return the step that puts somebody on a seat."""
    value = json.dumps([seat.controller, seat.name, seat.colour], ensure_ascii=False)
    return Step(SEAT, str(seat.number), value)


def seat_from(number: int, value: str) -> Seat:
    """Return the seat that a step describes."""
    controller, name, colour = json.loads(value)
    return Seat(number, str(controller), str(name), str(colour))


def first_seal(header: Header) -> str:
    """Return the seal that the first step stands on."""
    text = json.dumps(asdict(header), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def next_seal(seal: str, step: Step) -> str:
    """Return the seal of a step that follows `seal`."""
    text = "\x1f".join((seal, step.kind, step.subject, step.value))
    return hashlib.sha256(text.encode()).hexdigest()


def read_recording(path: Path) -> Recording:
    """Return what a file holds; raises a RecordingError that says what is wrong with it."""
    _check_file(path)
    try:
        with _opened(path) as connection:
            return _read(connection, path)
    except (sqlite3.Error, OSError) as error:
        raise recording_error(error, path) from None
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError):
        raise RecordingDamaged(file=path.name, where="content") from None


def recording_error(error: Exception, path: Path) -> RecordingError:
    """Return what an error of the database or the system means to people."""
    if isinstance(error, RecordingError):
        return error
    if isinstance(error, OSError):
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        return DiskFull(file=path.name) if is_full else RecordingReadOnly(file=path.name)
    name = str(getattr(error, "sqlite_errorname", ""))
    for starts, kind in _MEANINGS:
        if name.startswith(starts):
            return kind(file=path.name)
    return RecordingDamaged(file=path.name, where=name.removeprefix("SQLITE_").lower() or "file")


_MEANINGS: Final[tuple[tuple[tuple[str, ...], type[RecordingError]], ...]] = (
    (("SQLITE_BUSY", "SQLITE_LOCKED"), RecordingInUse),
    (("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC"), DiskFull),
    (("SQLITE_NOTADB",), NotARecording),
    (("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"), RecordingReadOnly),
    (("SQLITE_IOERR_LOCK",), RecordingReadOnly),  # a place that knows no locks, or not for us
)


def _check_file(path: Path) -> None:
    """Refuse what cannot be a recording without opening it.

    A recording that this very process plays must not be opened and closed by other means
    than SQLite: that would drop its lock (POSIX locks belong to the process).
    """
    try:
        if not path.exists():
            raise RecordingMissing(file=path.name)
        if not path.is_file() or path.stat().st_size == 0:
            raise NotARecording(file=path.name)
        if path.stat().st_size > _LARGEST_FILE:
            raise RecordingDamaged(file=path.name, where="size")
    except (OSError, ValueError):
        raise RecordingMissing(file=path.name or str(path)) from None


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a recording for reading; what cannot be opened in place is read from a copy.

    After a crash the newest steps stand in the `-wal` file beside it, which SQLite can only
    join where it may write.
    """
    try:
        connection = _connect(path)
    except sqlite3.OperationalError as error:
        if not isinstance(recording_error(error, path), RecordingReadOnly):
            raise
    else:
        try:
            yield connection
        finally:
            connection.close()
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        connection = _connect(_copied(path, Path(folder)))
        try:
            yield connection
        finally:
            connection.close()


def _copied(path: Path, folder: Path) -> Path:
    copy = folder / "copy.coopgame"
    try:
        shutil.copyfile(path, copy)
        beside = path.with_name(path.name + "-wal")
        if beside.exists():
            shutil.copyfile(beside, folder / "copy.coopgame-wal")
    except OSError:
        raise RecordingReadOnly(file=path.name) from None
    return copy


def _connect(path: Path) -> sqlite3.Connection:
    address = path.resolve().as_uri() + "?mode=rw"
    connection = sqlite3.connect(address, uri=True, timeout=0, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _read(connection: sqlite3.Connection, path: Path) -> Recording:
    _limit_work(connection)
    _check_kind(connection, path)
    header = _header(dict(_pairs(connection, "SELECT key, value FROM header")))
    rows = _rows(connection, "SELECT kind, subject, value, seal FROM steps ORDER BY number", 4)
    steps = _sealed_steps(header, rows, path)
    recording = Recording(
        header=header,
        steps=steps,
        drafts=_pairs(connection, "SELECT question, option FROM drafts ORDER BY question"),
        notes=_pairs(connection, "SELECT key, value FROM notes ORDER BY key"),
    )
    _check_sense(recording, path)
    return recording


def _limit_work(connection: sqlite3.Connection) -> None:
    """Stop a file that was made to keep us busy."""
    spent = [0]

    def spend() -> int:
        spent[0] += 10_000
        return int(spent[0] > _MOST_WORK)

    connection.set_progress_handler(spend, 10_000)


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotARecording(file=path.name)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > FORMAT_VERSION:
        raise RecordingTooNew(file=path.name, version=f"format {version}")
    found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL LIMIT 9")
    if version < 1 or {row[0] for row in found} != set(SCHEMA):
        raise RecordingDamaged(file=path.name, where="schema")


def _rows(connection: sqlite3.Connection, query: str, columns: int) -> list[tuple[str, ...]]:
    rows = connection.execute(f"{query} LIMIT {_MOST_ROWS + 1}").fetchall()
    if len(rows) > _MOST_ROWS:
        raise ValueError(query)
    for row in rows:
        if len(row) != columns or not all(isinstance(value, str) for value in row):
            raise TypeError(query)
    return rows


def _pairs(connection: sqlite3.Connection, query: str) -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in _rows(connection, query, 2))


def _header(values: dict[str, str]) -> Header:
    found: dict[str, Any] = json.loads(values["header"])
    if set(found) != set(Header.__dataclass_fields__):
        raise ValueError("header")
    texts = ("coopgame", "scenario", "fingerprint", "language", "started")
    numbers = ("rules", "seed", "seats", "rounds")
    if not all(isinstance(found[key], str) for key in texts):
        raise TypeError("header")
    if not all(type(found[key]) is int for key in numbers):
        raise TypeError("header")
    found["decks"] = tuple(str(deck) for deck in found["decks"])
    found["parts"] = tuple((str(name), str(mark)) for name, mark in found["parts"])
    return Header(**found)


def _sealed_steps(header: Header, rows: list[tuple[str, ...]], path: Path) -> tuple[Step, ...]:
    seal = first_seal(header)
    steps: list[Step] = []
    for kind, subject, value, written in rows:
        step = Step(kind, subject, value)
        seal = next_seal(seal, step)
        if seal != written or kind not in KINDS:
            raise RecordingDamaged(file=path.name, where=f"step {len(steps) + 1}")
        steps.append(step)
    return tuple(steps)


def _check_sense(recording: Recording, path: Path) -> None:
    """Refuse a sealed recording that no coopgame can have written."""
    header = recording.header
    in_range = 1 <= header.seats <= 6 and 1 <= header.rounds <= 16 and 0 <= header.seed < 2**62
    if not in_range or len(recording.seats) != header.seats:
        raise RecordingDamaged(file=path.name, where="sense")
    count = 0
    for step in recording.steps:
        taken = int(step.value) if step.kind == TAKE_BACK else 0
        count += int(step.kind == ANSWER) - taken
        if count < 0 or taken < 0:
            raise RecordingDamaged(file=path.name, where="sense")
