"""The demonstration and the pictures of every screen: off-screen, into a folder."""

import sys
import time
from types import ModuleType

import pytest

from coopgame.sessions.recording import read_recording
from tests.commands.keyboard import typed, typed_apart


def test_the_demonstration_draws_every_phase_and_keeps_the_recording(tmp_path):
    out = tmp_path / "demo"
    started = time.perf_counter()
    found = typed("demo", "--out", out, "--lang", "nl")
    assert found.code == 0, found
    assert time.perf_counter() - started < 20
    names = {path.stem.split("-", 2)[2] for path in out.glob("*.png")}
    phases = {"news", "talk", "curtain", "seat", "reveal", "settle", "look_back", "closing"}
    assert phases <= names
    assert "Ronde 1 van" in found.errors
    assert "[1/" in found.errors
    assert typed("replay", out / "demo.coopgame", "--verify").code == 0


def test_the_demonstration_can_be_repeated_in_the_same_folder(tmp_path):
    first, again = (typed("demo", "--out", tmp_path, "--lang", "en") for _ in range(2))
    assert (first.code, again.code) == (0, 0)
    assert first.out == again.out


def test_the_demonstration_needs_no_display(tmp_path):
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "SDL_VIDEODRIVER": ""}
    found = typed_apart("demo", "--out", tmp_path, **nothing)
    assert found.code == 0, found.errors
    assert "Traceback" not in found.errors
    assert read_recording(tmp_path / "demo.coopgame").has_ended


def test_the_demonstration_replaces_nothing_that_is_not_its_own(tmp_path):
    letter = tmp_path / "demo.coopgame"
    letter.write_text("Dear Anna")
    found = typed("demo", "--out", tmp_path)
    assert found.code == 2
    assert "demo.coopgame" in found.errors
    assert letter.read_text() == "Dear Anna"


@pytest.mark.parametrize("command", ["demo", "shots"])
def test_a_folder_that_cannot_be_written_is_refused(command):
    found = typed(command, "--out", "/proc/nowhere")
    assert found.code == 2
    assert (
        found.errors.strip() == "The folder /proc/nowhere cannot be written. Choose another folder."
    )


@pytest.mark.parametrize(
    "size", ["big", "1920", "1920x", "10x10", "99999x99999", "-1x5", "1920x100"]
)
def test_a_size_that_is_none_is_refused(tmp_path, size):
    found = typed("shots", "--out", tmp_path, f"--size={size}")
    assert found.code == 2
    assert "1920x1080" in found.errors
    assert found.is_plain


def test_shots_are_asked_for_as_typed(tmp_path, monkeypatch):
    asked = []
    module = ModuleType("coopgame.screens.shots")

    def make_shots(folder, **more):
        more["progress"](1, 1, "board")
        asked.append((folder, {key: more[key] for key in ("size", "language", "screen")}))
        return 3

    vars(module)["make_shots"] = make_shots
    monkeypatch.setitem(sys.modules, "coopgame.screens.shots", module)
    monkeypatch.setattr("coopgame.screens.shots", module, raising=False)
    found = typed(
        "shots", "--out", tmp_path, "--size", "1366x768", "--lang", "fr", "--screen", "board"
    )
    assert found.code == 0
    expected = {"size": (1366, 768), "language": "fr", "screen": "board"}
    assert asked == [(tmp_path, expected)]
    assert "3 images" in found.out


def test_one_screen_alone_is_drawn_with_its_ledger(tmp_path):
    found = typed("shots", "--out", tmp_path, "--size", "1024x768", "--screen", "menu")
    assert found.code == 0, found
    assert [path.name for path in tmp_path.glob("*.png")] == ["menu.png"]
    assert (tmp_path / "ledger.json").stat().st_size > 0


def test_an_unknown_screen_is_refused(tmp_path):
    found = typed("shots", "--out", tmp_path, "--screen", "nowhere")
    assert found.code == 2
    assert "no screen nowhere" in found.errors
