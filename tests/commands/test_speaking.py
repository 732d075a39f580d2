"""Which language a command speaks, how it shows progress, and how the window is opened."""

import io
import json
import sys
from types import ModuleType

import pytest

from coopgame.commands.progress import shown_progress
from coopgame.commands.speaking import CommandError, chosen_language, complain
from coopgame.simulate.trials import TrialsAtHand
from coopgame.ui.window import NoDisplay
from tests.commands.keyboard import typed


def test_the_language_asked_for_goes_before_all(monkeypatch):
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    assert chosen_language("fr", "en") == "fr"


def test_then_comes_the_language_of_the_recording():
    assert chosen_language(None, "nl") == "nl"
    assert chosen_language(None, "klingon") == "en"


def test_then_the_language_set_in_the_game(home, monkeypatch):
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"language": "fr"}))
    assert chosen_language(None) == "fr"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("LANG", "nl_BE.UTF-8", "nl"),
        ("LC_ALL", "fr_FR", "fr"),
        ("LC_MESSAGES", "de_DE", "en"),
        ("LANG", "C", "en"),
    ],
)
def test_then_the_language_of_the_machine(monkeypatch, name, value, expected):
    monkeypatch.setenv(name, value)
    assert chosen_language(None) == expected


def test_an_error_of_a_command_reads_as_a_sentence():
    error = CommandError("command.language", asked="de")
    assert str(error) == "The language is nl, fr or en; you gave de."


def test_signs_that_a_terminal_cannot_show_do_not_stop_a_command(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(raw, encoding="ascii"))
    complain("Cense Blanche · Pâquis")
    assert raw.getvalue() == b"Cense Blanche ? P?quis\n"


def test_progress_is_a_bar_on_a_terminal(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    with shown_progress() as progress:
        progress(1, 2, "Round 1 of 2")
    assert "[1/2]" not in sys.stderr.getvalue()


def test_progress_is_plain_lines_elsewhere(capsys):
    with shown_progress() as progress:
        progress(1, 2, "Round 1 of 2")
    assert capsys.readouterr().err == "[1/2] Round 1 of 2\n"


@pytest.fixture
def app(monkeypatch):
    """Stand in for the program behind the window."""
    module = ModuleType("coopgame.screens.app")
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setitem(sys.modules, "coopgame.screens.app", module)
    monkeypatch.setattr("coopgame.screens.app", module, raising=False)
    return module


def test_the_window_is_opened_with_what_was_asked(app):
    asked = []

    def run(**wishes):
        asked.append(wishes)
        return 0

    vars(app)["run"] = run
    assert typed("play", "introduction", "--seats", 3, "--lang", "nl").code == 0
    assert isinstance(asked[0].pop("trials"), TrialsAtHand)
    assert asked == [
        {
            "scenario": "introduction", "seats": 3, "bots": None, "seed": None,
            "language": "nl", "resume": None,
        }
    ]  # fmt: skip


def test_a_window_that_cannot_open_says_what_to_do(app):
    def fail(**_wishes):
        raise NoDisplay("no display")

    vars(app)["run"] = fail
    found = typed("play", "introduction")
    assert found.code == 2
    assert "coopgame demo" in found.errors
