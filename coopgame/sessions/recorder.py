"""Writes a match to its file while it is played, so that nothing chosen is ever lost.

Saving never stops the game: when the disk is full or the folder read-only, the match goes
on in memory, `trouble` says so in one sentence, and every later save tries again. It
decides nothing and reads nothing back; see `recording`.

Durability: write-ahead log with `synchronous = FULL`, so each save is on the disk before
the next input is taken, through a crash of the program and of the machine alike (NORMAL
would survive only the first). `locking_mode = EXCLUSIVE` keeps a second game out and needs
no shared-memory file, which a memory stick may not offer. Closing folds the log back: one
file is left to carry away.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from coopgame.sessions.errors import (
    RecordingError,
    RecordingExists,
    RecordingInUse,
    RecordingMissing,
)
from coopgame.sessions.recording import (
    APPLICATION_ID,
    FORMAT_VERSION,
    SCHEMA,
    Header,
    Recording,
    Step,
    first_seal,
    next_seal,
    read_recording,
    recording_error,
)

Row = tuple[int, str, str, str, str]


class Recorder:
    """Keeps one match on disk. Use it from one thread; close it when the match is left."""

    def __init__(self, recording: Recording, path: Path | None) -> None:
        """Go on with `recording` at `path`; None keeps it in memory only.

        An existing file must hold exactly this recording (`carry_on`); a new one is made
        with the first `save`.
        """
        self.path = path
        self.trouble: RecordingError | None = None
        self._header = recording.header
        self._steps = list(recording.steps)
        self._drafts = dict(recording.drafts)
        self._notes = dict(recording.notes)
        self._seal = first_seal(recording.header)
        for step in self._steps:
            self._seal = next_seal(self._seal, step)
        self._waiting: list[Row] = []
        self._connection: sqlite3.Connection | None = None
        self._is_on_disk = False

    @property
    def recording(self) -> Recording:
        """Return everything recorded so far, saved or not."""
        return Recording(
            header=self._header,
            steps=tuple(self._steps),
            drafts=tuple(sorted(self._drafts.items())),
            notes=tuple(sorted(self._notes.items())),
        )

    @property
    def is_safe(self) -> bool:
        """Tell whether everything so far is on the disk."""
        return self.path is not None and self.trouble is None

    def save(
        self,
        steps: Iterable[Step] = (),
        *,
        drafts: Mapping[str, str] | None = None,
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Add steps and replace the drafts, all or nothing; on the disk when this returns.

        Never raises: what cannot be written waits, and `trouble` tells why.
        """
        for step in steps:
            self._seal = next_seal(self._seal, step)
            self._steps.append(step)
            row = (len(self._steps), step.kind, step.subject, step.value, self._seal)
            self._waiting.append(row)
        if drafts is not None:
            self._drafts = dict(drafts)
        self._notes.update(notes or {})
        self._write()

    def _write(self) -> None:
        if self.path is None:
            return
        try:
            self._notice_loss(self.path)
            if self._connection is None:
                self._connection = self._open(self.path)
            self._commit(self._connection)
        except (RecordingError, sqlite3.Error) as error:
            self.trouble = recording_error(error, self.path)
            self._let_go()
        else:
            self._waiting.clear()
            self.trouble = None

    def _notice_loss(self, path: Path) -> None:
        """Write the whole match again when its file was deleted or its stick pulled out."""
        if self._is_on_disk and not path.exists():
            self._let_go()
            self._is_on_disk = False

    def _open(self, path: Path) -> sqlite3.Connection:
        """Make the file the first time, complete up to now; take hold of it after that."""
        if not self._is_on_disk:
            write_recording(self.recording, path)
            self._waiting.clear()
            self._is_on_disk = True
        return _open_for_writing(path)

    def _commit(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        insert = "INSERT INTO steps VALUES (?, ?, ?, ?, ?)"
        connection.executemany(insert, self._waiting)
        connection.execute("DELETE FROM drafts")
        connection.executemany("INSERT INTO drafts VALUES (?, ?)", self._drafts.items())
        connection.executemany("INSERT OR REPLACE INTO notes VALUES (?, ?)", self._notes.items())
        connection.execute("COMMIT")

    def _let_go(self) -> None:
        """Close after a failure: the next save opens afresh and writes all that waits."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def carry_on(self) -> None:
        """Take hold of the existing file; raises a RecordingError when that cannot be."""
        if self.path is None or self._connection is not None:
            return
        try:
            self._connection = _open_for_writing(self.path)
        except sqlite3.Error as error:
            raise recording_error(error, self.path) from None
        self._is_on_disk = True

    def tidy(self) -> None:
        """Fold the log back into the file, so that a copy made now is nearly complete."""
        if self._connection is not None:
            try:
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            except sqlite3.Error as error:
                self.trouble = recording_error(error, self.path or Path())

    def copy_to(self, path: Path) -> None:
        """Write the whole match to another file, replacing only an older recording.

        Raises a RecordingError; the target is complete or untouched.
        """
        write_recording(self.recording, path)

    def close(self) -> None:
        """Leave exactly one file behind; what could not be saved is still in `recording`."""
        if self._waiting:
            self._write()
        if self._connection is None:
            return
        try:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        except sqlite3.Error as error:
            self.trouble = recording_error(error, self.path or Path())
        self._connection.close()
        self._connection = None


def write_recording(recording: Recording, path: Path) -> None:
    """Write a recording to `path` in one step: complete, or not at all.

    Only another recording is ever replaced. Raises a RecordingError.
    """
    _check_ours(path)
    partial = path.with_name(path.name + ".part")
    try:
        _write_new(recording, partial)
        partial.replace(path)
        _settle_folder(path.parent)
    except (sqlite3.Error, OSError) as error:
        raise recording_error(error, path) from None
    finally:
        _remove(partial)


def _check_ours(path: Path) -> None:
    """Refuse to replace anything but a recording that nobody is playing."""
    try:
        read_recording(path)
    except RecordingMissing:
        return
    except RecordingInUse:
        raise
    except RecordingError:
        raise RecordingExists(file=path.name) from None


def _write_new(recording: Recording, path: Path) -> None:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        _lay_out(connection, recording.header)
        connection.execute("BEGIN")
        rows = _rows_of(recording.header, recording.steps)
        connection.executemany("INSERT INTO steps VALUES (?, ?, ?, ?, ?)", rows)
        connection.executemany("INSERT INTO drafts VALUES (?, ?)", recording.drafts)
        connection.executemany("INSERT INTO notes VALUES (?, ?)", recording.notes)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _remove(path: Path) -> None:
    """Clear away what was left half done; a folder that vanished has nothing to clear."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _settle_folder(folder: Path) -> None:
    """Make a new file name last through a power cut, where the system knows how."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _rows_of(header: Header, steps: Iterable[Step]) -> list[Row]:
    seal = first_seal(header)
    rows: list[Row] = []
    for step in steps:
        seal = next_seal(seal, step)
        rows.append((len(rows) + 1, step.kind, step.subject, step.value, seal))
    return rows


def _open_for_writing(path: Path) -> sqlite3.Connection:
    address = path.resolve().as_uri() + "?mode=rw"
    connection = sqlite3.connect(address, uri=True, timeout=0, isolation_level=None)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _lay_out(connection: sqlite3.Connection, header: Header) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
    for statement in SCHEMA:
        connection.execute(statement)
    text = json.dumps(asdict(header), ensure_ascii=False)
    connection.execute("INSERT INTO header VALUES ('header', ?)", (text,))
    connection.execute("COMMIT")
