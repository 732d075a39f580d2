"""Saving while playing: through kills, full disks and read-only folders, nothing is lost."""

import os
import random
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from coopgame.sessions.errors import (
    DiskFull,
    NowhereToSave,
    RecordingDamaged,
    RecordingInUse,
    RecordingReadOnly,
)
from coopgame.sessions.opening import continue_session
from coopgame.sessions.recorder import Recorder, write_recording
from coopgame.sessions.recording import Step, read_recording, recording_error
from coopgame.sessions.replay import verify
from coopgame.sessions.session import Session
from tests.sessions.small_match import (
    book_of,
    choose_all,
    file_of,
    play_on,
    play_round,
    session,
    take_turn,
)

posix_only = pytest.mark.skipif(os.name != "posix", reason="kills and users work otherwise here")


def fill_disk(match: Session, pages: int = 1) -> None:
    """Let the file grow by hardly anything more."""
    connection = match.recorder._connection
    assert connection is not None
    used = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {used + pages}").fetchall()


def test_every_choice_is_on_disk_before_the_next_input(tmp_path):
    match = session(people=2, bots=0, folder=tmp_path)
    match.choose(0, "round1.A.move", "inform")
    connection = match.recorder._connection
    assert connection is not None
    assert not connection.in_transaction
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    match.close()


def test_a_match_that_was_never_closed_is_whole(tmp_path):
    match = session(people=2, bots=0, folder=tmp_path)
    take_turn(match, 0)
    match.open_curtain(1)
    choose_all(match, 1)
    expected = match.recorder.recording
    assert match.recorder._connection is not None
    match.recorder._connection.close()
    assert read_recording(file_of(match)) == expected


# Kills ---------------------------------------------------------------------------------


def play_steadily(match: Session, told: int | None = None) -> None:
    """Play a match of two people and a bot, telling how many answers are safe so far."""
    while not match.has_ended:
        if match.phase == "look_back":
            match.go_on()
        seat = match.next_human()
        assert seat is not None
        match.open_curtain(seat)
        choose_all(match, seat, nth=3 * seat)
        match.lock(seat)
        if told is not None:
            os.write(told, f"{len(match.answers)}\n".encode())


def begin(folder: Path | None, seed: int) -> Session:
    return session(people=2, bots=1, rounds=5, seed=seed, folder=folder)


def killed_while_playing(seconds: float, folder: Path, seed: int) -> int:
    """Kill a child this long after its first save; return how many answers it said were safe."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            match = begin(folder, seed)
            os.write(writer, b"0\n")
            play_steadily(match, writer)
            time.sleep(9)
        finally:
            os._exit(1)
    os.close(writer)
    said = os.read(reader, 2)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(reader, 65536):
        said += part
    os.close(reader)
    return int(said.decode().split("\n")[-2])


@posix_only
@pytest.mark.parametrize("kills", [8, pytest.param(50, marks=pytest.mark.long)])
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_state(tmp_path, kills):
    chooser = random.Random(4)
    started = time.perf_counter()
    play_steadily(begin(None, 0))
    length = 2 * (time.perf_counter() - started)
    moments = set()
    for seed in range(kills):
        folder = tmp_path / str(seed)
        folder.mkdir()
        safe = killed_while_playing(chooser.uniform(0, length), folder, seed)
        path = next(folder.glob("*.coopgame"))
        recording = read_recording(path)
        whole = begin(None, seed)
        play_steadily(whole)
        assert len(recording.answers) >= safe
        assert recording.answers == whole.answers[: len(recording.answers)]
        moments.add(len(recording.answers))
        if not recording.has_ended:
            again = continue_session(path, book_of)
            assert all(again.needs_curtain(seat) for seat in again.people)
            play_steadily(again)
            again.close()
        assert verify(path, book_of).game.table_hash() == whole.table_hash()
    assert len(moments) >= 3, "the kills came at too few different moments to show anything"


@posix_only
def test_a_kill_while_a_match_begins_leaves_a_whole_match_or_none(tmp_path):
    for nth in range(10):
        folder = tmp_path / str(nth)
        folder.mkdir()
        child = os.fork()
        if child == 0:
            try:
                begin(folder, nth)
                time.sleep(9)
            finally:
                os._exit(1)
        time.sleep(nth / 500)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for path in folder.glob("*.coopgame"):
            assert read_recording(path).answers == ()


# Disks and folders ---------------------------------------------------------------------


def test_play_goes_on_when_the_disk_is_full_and_is_saved_when_there_is_room(tmp_path):
    match = session(people=4, bots=1, rounds=8, folder=tmp_path)
    fill_disk(match, pages=0)
    while match.recorder.trouble is None and not match.has_ended:
        if match.phase == "look_back":
            match.go_on()
        play_round(match)
    assert isinstance(match.recorder.trouble, DiskFull)
    assert not match.recorder.is_safe
    assert "room" in str(match.recorder.trouble)
    play_on(match)
    assert match.has_ended
    assert match.recorder.is_safe, "a later save tried again, on a disk with room"
    match.close()
    assert verify(file_of(match), book_of).game.table_hash() == match.table_hash()


def test_a_disk_that_stays_full_loses_nothing_that_was_saved(tmp_path, monkeypatch):
    match = session(people=2, bots=0, folder=tmp_path)
    take_turn(match, 0)
    saved = match.recorder.recording

    def full(_self, _connection):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(Recorder, "_commit", full)
    take_turn(match, 1)
    match.close()
    assert isinstance(match.recorder.trouble, DiskFull)
    assert read_recording(file_of(match)) == saved
    monkeypatch.undo()
    other = tmp_path / "stick" / "match.coopgame"
    other.parent.mkdir()
    match.recorder.copy_to(other)
    assert read_recording(other).answers == match.answers


def test_a_match_without_a_place_to_save_is_played_in_memory_with_a_warning():
    match = session(folder=None)
    assert isinstance(match.recorder.trouble, NowhereToSave)
    play_on(match)
    assert match.has_ended
    assert match.recorder.recording.answers == match.answers
    match.close()


def test_a_folder_that_vanishes_is_a_warning_and_not_the_end(tmp_path):
    folder = tmp_path / "gone"
    match = session(people=2, bots=0, folder=folder)
    assert isinstance(match.recorder.trouble, RecordingReadOnly)
    take_turn(match, 0)
    folder.mkdir()
    take_turn(match, 1)
    assert match.recorder.trouble is None
    match.close()
    assert read_recording(file_of(match)).answers == match.answers


def test_a_file_that_is_deleted_while_playing_is_written_again_whole(tmp_path):
    match = session(people=2, bots=0, folder=tmp_path)
    take_turn(match, 0)
    file_of(match).unlink()
    take_turn(match, 1)
    assert match.recorder.trouble is None
    match.close()
    assert read_recording(file_of(match)).answers == match.answers


def test_a_stick_that_is_pulled_out_and_put_back_holds_everything(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    match = session(people=2, bots=0, folder=stick)
    take_turn(match, 0)
    stick.rename(tmp_path / "pulled out")
    match.open_curtain(1)
    choose_all(match, 1)
    assert isinstance(match.recorder.trouble, RecordingReadOnly)
    (tmp_path / "pulled out").rename(stick)
    match.lock(1)
    assert match.recorder.trouble is None
    match.close()
    assert read_recording(file_of(match)).answers == match.answers


def as_nobody(work: Callable[[], str]) -> str:
    """Run something as a user without rights; return what it reports."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            os.write(writer, work().encode())
        finally:
            os._exit(0)
    os.close(writer)
    said = b""
    while part := os.read(reader, 65536):
        said += part
    os.waitpid(child, 0)
    os.close(reader)
    return said.decode()


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """Return a folder that every user may enter and read; rights are only ever added."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder == Path(tempfile.gettempdir()):
            return tmp_path
        folder.chmod(folder.stat().st_mode | 0o055)
    pytest.skip("the folder of the tests is not among the temporary ones")


@posix_only
def test_a_read_only_recording_is_read_and_carried_on_in_memory(open_folder):
    match = session(people=2, bots=0, folder=open_folder)
    take_turn(match, 0)
    match.close()
    path = file_of(match)
    path.chmod(0o444)
    open_folder.chmod(0o555)

    def work():
        again = continue_session(path, book_of)
        trouble = type(again.recorder.trouble).__name__
        take_turn(again, 1)
        return f"{trouble} {len(again.answers)}"

    said = as_nobody(work)
    open_folder.chmod(0o755)
    assert said.split()[0] == "RecordingReadOnly"
    assert int(said.split()[1]) > len(match.answers)


@posix_only
def test_a_read_only_recording_with_a_log_beside_it_is_read_whole(open_folder):
    match = session(people=2, bots=0, folder=open_folder)
    take_turn(match, 0)
    path = file_of(match)
    log = path.with_name(path.name + "-wal")
    contents = path.read_bytes(), log.read_bytes()
    other = open_folder / "crashed"
    other.mkdir()
    (other / path.name).write_bytes(contents[0])
    (other / log.name).write_bytes(contents[1])
    other.chmod(0o555)
    (other / path.name).chmod(0o444)
    said = as_nobody(lambda: str(len(read_recording(other / path.name).answers)))
    other.chmod(0o755)
    assert said == str(len(match.answers))
    match.close()


@posix_only
def test_a_recording_nobody_may_read_is_said_to_be_so(open_folder):
    match = session(folder=open_folder)
    match.close()
    file_of(match).chmod(0o000)

    def work():
        try:
            read_recording(file_of(match))
        except RecordingReadOnly as error:
            return str(error)
        return "read"

    assert "cannot be" in as_nobody(work)


def test_a_recording_that_cannot_even_be_copied_is_said_to_be_so(tmp_path, monkeypatch):
    match = session(folder=tmp_path)
    match.close()

    def refuse(*_args, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("coopgame.sessions.recording._connect", lambda _path: locked())
    monkeypatch.setattr("coopgame.sessions.recording.tempfile.TemporaryDirectory", refuse)

    def locked():
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorname = "SQLITE_CANTOPEN"
        raise error

    with pytest.raises(RecordingReadOnly):
        read_recording(file_of(match))


def test_writing_to_a_place_that_cannot_be_written_says_so(tmp_path):
    match = session()
    (tmp_path / "file").write_text("x")
    with pytest.raises(RecordingReadOnly):
        match.recorder.copy_to(tmp_path / "file" / "match.coopgame")


def test_a_recording_that_is_played_is_not_replaced(tmp_path):
    match = session(folder=tmp_path)
    with pytest.raises(RecordingInUse):
        write_recording(match.recorder.recording, file_of(match))
    match.close()


def test_a_half_written_copy_leaves_the_old_one(tmp_path, monkeypatch):
    match = session(folder=tmp_path)
    copy = tmp_path / "copy.coopgame"
    match.recorder.copy_to(copy)
    before = read_recording(copy)
    take_turn(match, 0)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coopgame.sessions.recorder._lay_out", full)
    with pytest.raises(DiskFull):
        match.recorder.copy_to(copy)
    assert read_recording(copy) == before
    assert not list(tmp_path.glob("*.part"))
    match.close()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_BUSY", RecordingInUse),
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR_WRITE", DiskFull),
        ("SQLITE_READONLY_DBMOVED", RecordingReadOnly),
        ("SQLITE_CANTOPEN", RecordingReadOnly),
        ("SQLITE_CORRUPT", RecordingDamaged),
    ],
)
def test_what_the_database_says_becomes_one_of_our_errors(tmp_path, name, kind):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name
    assert type(recording_error(error, tmp_path / "a.coopgame")) is kind


def test_saving_is_quick_enough_for_every_input(tmp_path):
    match = session(people=2, bots=0, folder=tmp_path)
    started = time.perf_counter()
    for _ in range(20):
        match.recorder.save([Step("answer", "round1.A.move", "hold")])
    assert time.perf_counter() - started < 20 * 0.5, "half a second for one save"
    match.close()
