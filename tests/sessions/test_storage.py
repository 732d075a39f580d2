"""Where matches are kept, which one is offered again, and which are old enough to go."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coopgame.sessions import storage
from coopgame.sessions.errors import NotARecording, RecordingInUse
from coopgame.sessions.storage import (
    can_write,
    data_folder,
    forget_oldest,
    last_unfinished,
    matches_folder,
    new_path,
    saved_matches,
)
from tests.sessions.small_match import file_of, play_on, play_round, session

NOON = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)


def saved(folder: Path, age: int, *, seed: int = 1, finish: bool = False) -> Path:
    """Keep a match that was last played `age` seconds ago."""
    match = session(people=1, bots=1, rounds=2, seed=seed, folder=folder)
    play_on(match) if finish else play_round(match)
    match.close()
    path = file_of(match)
    moment = path.stat().st_mtime - age
    os.utime(path, (moment, moment))
    return path


def test_the_chosen_home_goes_before_all(monkeypatch, tmp_path):
    monkeypatch.setenv("COOPGAME_HOME", str(tmp_path / "here"))
    assert data_folder() == tmp_path / "here"
    assert matches_folder() == tmp_path / "here" / "matches"


@pytest.mark.parametrize(
    ("platform", "variable", "value", "expected"),
    [
        ("linux", "XDG_DATA_HOME", "/data", Path("/data/coopgame")),
        ("win32", "LOCALAPPDATA", "/local", Path("/local/coopgame")),
        ("darwin", "HOME", "/Users/anna", Path("/Users/anna/Library/Application Support/coopgame")),
        ("linux", "HOME", "/home/anna", Path("/home/anna/.local/share/coopgame")),
    ],
)
def test_each_system_has_its_own_place(monkeypatch, platform, variable, value, expected):
    for name in ("COOPGAME_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, value)
    assert data_folder() == expected


def test_without_a_home_matches_are_kept_beside_the_program(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("COOPGAME_HOME", str(tmp_path / "file" / "home"))
    monkeypatch.setattr(storage, "beside_the_program", lambda: tmp_path / "program")
    assert matches_folder() == tmp_path / "program" / "matches"


def test_without_any_place_there_is_none(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("COOPGAME_HOME", str(tmp_path / "file" / "home"))
    monkeypatch.setattr(storage, "beside_the_program", lambda: tmp_path / "file")
    assert matches_folder() is None


def test_the_checkout_is_beside_the_program():
    assert (storage.beside_the_program() / "coopgame").is_dir()


def test_a_folder_that_cannot_be_made_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("x")
    assert not can_write(tmp_path / "file" / "folder")
    assert not can_write(Path("bad\x00name"))
    assert can_write(tmp_path / "new" / "folder")


def test_names_tell_when_and_what_and_never_clash(tmp_path):
    first = new_path(tmp_path, "walloon_dairy", NOON)
    assert first.name == "2026-11-23-120000-walloon_dairy.coopgame"
    first.touch()
    assert new_path(tmp_path, "walloon_dairy", NOON).name.endswith("-2.coopgame")


@pytest.mark.parametrize("scenario", ["../../etc/passwd", "C:\\x\\y.yaml", "/a/b/my own.yaml", ""])
def test_a_name_stays_in_its_folder_whatever_the_scenario_is_called(tmp_path, scenario):
    path = new_path(tmp_path, scenario, NOON)
    assert path.parent == tmp_path
    assert not set("/\\: ") & set(path.name)


def test_the_last_unfinished_match_is_offered(tmp_path):
    saved(tmp_path, age=50, seed=1)
    newest = saved(tmp_path, age=30, seed=2)
    saved(tmp_path, age=10, seed=3, finish=True)
    found = last_unfinished(tmp_path)
    assert found is not None
    assert found.path == newest
    assert found.can_go_on


def test_there_may_be_nothing_to_go_on_with(tmp_path):
    saved(tmp_path, age=1, finish=True)
    assert last_unfinished(tmp_path) is None
    assert last_unfinished(None) is None
    assert last_unfinished(tmp_path / "nowhere") is None


def test_all_matches_are_listed_and_unreadable_ones_say_why(tmp_path):
    good = saved(tmp_path, age=5)
    (tmp_path / "letter.coopgame").write_text("Dear Anna")
    listed = {match.path.name: match for match in saved_matches(tmp_path)}
    assert listed[good.name].recording is not None
    assert isinstance(listed["letter.coopgame"].problem, NotARecording)
    assert not listed["letter.coopgame"].can_go_on


def test_a_match_in_play_is_listed_as_in_use(tmp_path):
    match = session(folder=tmp_path)
    assert isinstance(saved_matches(tmp_path)[0].problem, RecordingInUse)
    match.close()


def test_only_the_last_ten_matches_stay(tmp_path):
    for age in range(30, 19, -1):
        saved(tmp_path, age=age * 1000, seed=age)
    match = session(seed=1, folder=tmp_path)
    match.close()
    kept = {each.recording.header.seed for each in saved_matches(tmp_path) if each.recording}
    assert kept == {1, *range(20, 29)}


def test_a_match_in_play_is_never_removed(tmp_path):
    match = session(folder=tmp_path)
    forget_oldest(tmp_path, keep=0)
    assert file_of(match).exists()
    match.close()
    forget_oldest(tmp_path, keep=0)
    assert not file_of(match).exists()


def test_two_games_that_start_in_one_second_keep_two_matches(tmp_path, monkeypatch):
    first = session(seed=1, folder=tmp_path)
    names = iter([file_of(first), tmp_path / "other.coopgame"])
    monkeypatch.setattr("coopgame.sessions.opening.new_path", lambda *_: next(names))
    second = session(seed=2, folder=tmp_path)
    assert second.recorder.trouble is None
    assert file_of(second).name == "other.coopgame"
    first.close()
    second.close()


def test_what_a_kill_left_half_written_goes(tmp_path):
    half = tmp_path / "2026-small.coopgame.part"
    half.write_bytes(b"half")
    forget_oldest(tmp_path)
    assert not half.exists()
