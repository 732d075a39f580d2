"""The command line: what each command prints, and one sentence for every kind of bad input."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from coopgame.commands import autoplay, running
from coopgame.commands.playing import Wishes
from coopgame.sessions.recorder import write_recording
from coopgame.sessions.recording import Recording, Step, read_recording
from tests.commands.keyboard import ROOT, typed, typed_apart
from tests.sessions.small_match import file_of, session, take_turn, write_content

COMMANDS = ("play", "demo", "auto", "replay", "check", "shots")


@pytest.fixture
def recorded(small, tmp_path):
    """Return the recording of a match of bots."""
    path = tmp_path / "match.coopgame"
    assert typed("auto", small, "--seed", 7, "--seats", 3, "--out", path).code == 0
    return path


def refused(found, code=2):
    """Check that a command said one plain sentence and nothing else; return it."""
    assert found.code == code, found
    assert found.is_plain
    assert found.out == ""
    assert len(found.errors.strip().splitlines()) == 1
    assert found.errors.strip().endswith((".", "?", ".txt"))
    return found.errors.strip()


# Help ----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_what_a_command_does_with_an_example(command):
    found = typed(command, "--help")
    assert found.code == 0
    assert f"Example: coopgame {command}" in re.sub(r"\s+", " ", found.out)


def test_help_names_every_command_and_the_exit_codes():
    found = typed("--help")
    assert all(command in found.out for command in COMMANDS)
    assert "Exit codes" in found.out


def test_help_loads_nothing_that_is_slow():
    code = (
        "import sys; sys.argv = ['coopgame', '--help']\n"
        "from coopgame.command_line import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "slow = {'pygame', 'pydantic', 'yaml', 'rich', 'sqlite3', 'coopgame.rules'}\n"
        "assert not slow & set(sys.modules), slow & set(sys.modules)\n"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert found.returncode == 0, found.stderr.decode()


def test_the_version_is_told():
    from coopgame import __version__

    assert typed("--version").out.strip() == f"coopgame {__version__}"


@pytest.mark.parametrize(
    "words", [["fly"], ["play", "--wings"], ["auto"], ["auto", "x", "--seed", "many"], ["shots"]]
)
def test_a_command_typed_wrongly_is_explained(words):
    found = typed(*words)
    assert found.code == 2
    assert "Usage" in found.errors
    assert "Traceback" not in found.errors


# auto ----------------------------------------------------------------------------------


def test_auto_prints_every_seat_and_the_hash(small):
    found = typed("auto", small, "--seed", 7, "--seats", 3)
    assert found.code == 0
    assert found.is_plain
    lines = found.out.splitlines()
    assert lines[0] == "Small · 3 seats · seed 7 · 3 rounds"
    assert [line[0] for line in lines[1:4]] == ["A", "B", "C"]
    assert re.fullmatch(r"table [0-9a-f]{64}", lines[4])


def test_auto_gives_one_hash_for_one_seed_whatever_the_hash_seed(small):
    seeds = ("0", "1", "4242")
    outs = {typed_apart("auto", small, "--seed", 5, PYTHONHASHSEED=s).out for s in seeds}
    assert len(outs) == 1
    assert "table " in outs.pop()


def test_auto_gives_another_hash_for_another_seed(small):
    outs = {typed("auto", small, "--seed", seed).out.splitlines()[-1] for seed in range(4)}
    assert len(outs) == 4


def test_auto_draws_a_seed_that_repeats_the_match(small):
    first = typed("auto", small).out
    seed = re.search(r"seed (\d+)", first)
    assert seed is not None
    assert typed("auto", small, "--seed", seed[1]).out == first


def test_auto_keeps_the_recording_in_the_named_file(recorded):
    found = read_recording(recorded)
    assert found.header.seed == 7
    assert found.has_ended
    assert not any(seat.is_human for seat in found.seats)


def test_auto_replaces_its_own_recording_but_nothing_else(small, recorded, tmp_path):
    assert typed("auto", small, "--seed", 8, "--out", recorded).code == 0
    assert read_recording(recorded).header.seed == 8
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Anna")
    said = refused(typed("auto", small, "--out", letter))
    assert "letter.txt" in said
    assert letter.read_text() == "Dear Anna"


def test_auto_does_not_replace_a_match_that_people_play(small, tmp_path):
    match = session(people=2, bots=0, folder=tmp_path)
    take_turn(match, 0)
    match.close()
    before = read_recording(file_of(match))
    refused(typed("auto", small, "--out", file_of(match)))
    assert read_recording(file_of(match)) == before


def test_auto_works_on_the_official_scenarios():
    for scenario in ("introduction", "walloon_dairy"):
        assert typed("auto", scenario, "--seed", 1).code == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["walloon_diary"], 'Did you mean "walloon_dairy"'),
        (["nowhere.yaml"], "nowhere.yaml"),
        (["introduction", "--seats", 9], "seats"),
        (["introduction", "--seats", 0], "you asked for 0"),
        (["introduction", "--seed", -1], "seed"),
        (["introduction", "--seed", 2**62], "seed"),
        (["introduction", "--lang", "de"], "nl, fr or en"),
        (["introduction", "--out", "/proc/nowhere/match.coopgame"], "cannot be written"),
    ],
)
def test_auto_refuses_in_one_sentence(words, expected):
    assert expected in refused(typed("auto", *words))


def test_a_scenario_with_mistakes_names_the_first_and_how_to_see_all(small):
    small.write_text(small.read_text().replace("seats:", "chairs:"))
    said = refused(typed("auto", small))
    assert "small.yaml:" in said
    assert "coopgame check" in said


def test_a_deck_with_mistakes_is_refused_too(small):
    deck = small.parents[1] / "cards" / "small" / "deck.yaml"
    deck.write_text(deck.read_text().replace("verb: hold", "verb: fly", 1))
    assert "deck.yaml:" in refused(typed("auto", small))


# replay --------------------------------------------------------------------------------


def test_a_recording_verifies(recorded):
    found = typed("replay", recorded, "--verify")
    assert found.code == 0
    assert "3 rounds give the same table" in found.out


def told(path, language):
    found = typed("replay", path, "--lang", language)
    assert found.code == 0
    assert found.is_plain
    return [line for line in found.out.splitlines() if line]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("seed", range(3))
def test_every_sentence_of_a_match_exists_in_every_language(tmp_path, language, seed):
    path = tmp_path / "match.coopgame"
    seats = 3 + seed
    typed("auto", "walloon_dairy", "--seed", seed, "--seats", seats, "--out", path)
    lines = told(path, language)
    assert len(lines) > 8 * (seats + 2)
    assert all(line.strip() for line in lines)


def test_a_match_that_stopped_half_way_is_told_so_far(tmp_path, small):
    path = tmp_path / "match.coopgame"
    typed("auto", small, "--seed", 1, "--out", path)
    found = read_recording(path)
    second = next(k for k, s in enumerate(found.steps) if s.subject.startswith("round2."))
    path.unlink()
    write_recording(Recording(found.header, found.steps[:second]), path)
    lines = told(path, "en")
    assert lines[-1] == "The recording stops here; the match can go on."


def test_a_recording_speaks_the_language_it_was_played_in(small, tmp_path):
    path = tmp_path / "match.coopgame"
    typed("auto", small, "--seed", 1, "--lang", "nl", "--out", path)
    assert "Ronde 1 van 3" in typed("replay", path).out


def test_a_recording_that_is_missing_or_something_else_is_refused(tmp_path):
    assert "no file" in refused(typed("replay", tmp_path / "nowhere.coopgame"))
    letter = tmp_path / "letter.coopgame"
    letter.write_text("Dear Anna")
    assert "not a coopgame recording" in refused(typed("replay", letter))
    assert "not a coopgame recording" in refused(typed("replay", tmp_path, "--verify"))


def test_a_damaged_recording_is_refused_in_the_language_asked_for(recorded):
    whole = recorded.read_bytes()
    recorded.write_bytes(whole[: len(whole) // 2])
    assert "is beschadigd" in refused(typed("replay", recorded, "--lang", "nl"))
    assert "est abîmé" in refused(typed("replay", recorded, "--lang", "fr"))


def test_a_recording_of_other_content_names_what_differs(recorded, small):
    write_content(small.parents[1], price=90)
    said = refused(typed("replay", recorded, "--verify", "--lang", "nl"))
    assert "de keten of het prijsverloop" in said


def test_a_recording_whose_scenario_is_gone_says_so(recorded, small):
    small.unlink()
    assert "the scenario is not here" in refused(typed("replay", recorded, "--verify"))


def test_a_recording_that_plays_otherwise_leaves_with_one(recorded):
    found = read_recording(recorded)
    steps = [Step("round", s.subject, "0" * 64) if s.kind == "round" else s for s in found.steps]
    recorded.unlink()
    write_recording(Recording(found.header, tuple(steps)), recorded)
    assert "round 1" in refused(typed("replay", recorded, "--verify"), code=1)


def test_a_match_in_play_is_refused(tmp_path):
    match = session(folder=tmp_path)
    assert "another running game" in refused(typed("replay", file_of(match)))
    match.close()


def test_a_reader_that_leaves_early_is_no_trouble(recorded):
    command = f"{sys.executable} -m coopgame replay {recorded} | head -1"
    found = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, check=False)
    assert b"Traceback" not in found.stderr
    assert found.returncode == 0


# check ---------------------------------------------------------------------------------


def test_check_finds_nothing_in_sound_files(small):
    found = typed("check", small.parent)
    assert found.code == 0
    assert "Errors: 0" in found.out


def test_check_reports_every_finding_with_its_place(small):
    small.write_text(small.read_text().replace("seats:", "chairs:").replace("icon:", "ikon:"))
    found = typed("check", small)
    assert found.code == 1
    assert re.search(r"small\.yaml:\d+:\d+: [A-Z]\d+ ", found.out)
    assert "chairs" in found.out
    assert "ikon" in found.out


def test_check_speaks_json(small):
    small.write_text(small.read_text().replace("seats:", "chairs:"))
    found = typed("check", small, "--format", "json")
    assert found.code == 1
    assert json.loads(found.out)["exit_code"] == 1


def test_check_cannot_run_without_files(tmp_path):
    assert typed("check", tmp_path / "nowhere").code == 2
    assert "text, json" in refused(typed("check", tmp_path, "--format", "xml"))


# play and the window -------------------------------------------------------------------


@pytest.fixture
def window(monkeypatch):
    """Stand in for the window; return what it was opened with."""
    opened: list[tuple[Wishes, Path | None]] = []

    def open_it(wishes: Wishes, resume: Path | None) -> int:
        opened.append((wishes, resume))
        return 0

    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr("coopgame.commands.playing._run_window", open_it)
    return opened


def test_coopgame_alone_opens_the_window(window):
    assert typed().code == 0
    assert window[0][0].scenario is None


def test_play_opens_the_window_with_what_was_asked(window, small):
    found = typed(
        "play", small, "--seats", 4, "--bots", 2, "--seed", 7, "--lang", "fr"
    )  # fmt: skip
    assert found.code == 0
    wishes, resume = window[0]
    assert (wishes.scenario, wishes.seats, wishes.bots) == (str(small), 4, 2)
    assert (wishes.seed, wishes.language, resume) == (7, "fr", None)


def test_play_takes_up_a_recording(window, recorded):
    assert typed("play", recorded).code == 0
    assert window[0][1] == recorded


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["introductoin"], 'Did you mean "introduction"'),
        (["introduction", "--seats", 7], "2 to 5 seats"),
        (["introduction", "--seats", 3, "--bots", 4], "0 to 3 bots"),
        (["--bots", 7], "bots"),
        (["--seed", -4], "seed"),
        (["--lang", "xx"], "nl, fr or en"),
        (["match.coopgame"], "no file"),
    ],
)
def test_play_refuses_before_a_window_opens(window, words, expected):
    assert expected in refused(typed("play", *words))
    assert window == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may lack a screen")
def test_without_a_screen_the_demonstration_is_named(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    assert "coopgame demo" in refused(typed())
    assert "coopgame demo" in refused(typed("play", "introduction"))


# Our own mistakes, and stopping --------------------------------------------------------


def test_a_mistake_of_ours_is_one_sentence_with_a_report(monkeypatch, small, home):
    def fail(_wishes):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(autoplay, "play_automatically", fail)
    found = typed("auto", small)
    said = refused(found, code=3)
    report = next((home / "reports").glob("*.txt"))
    assert str(report) in said
    assert "ZeroDivisionError" in report.read_text()
    assert "secret" not in said


def test_a_mistake_of_ours_without_a_place_for_a_report(monkeypatch, small, tmp_path):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("COOPGAME_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(autoplay, "play_automatically", lambda _wishes: 1 // 0)
    assert "ZeroDivisionError" in refused(typed("auto", small), code=3)


def test_a_mistake_of_ours_can_be_looked_at(monkeypatch, small):
    monkeypatch.setenv("COOPGAME_DEBUG", "1")
    monkeypatch.setattr(autoplay, "play_automatically", lambda _wishes: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        running.run(lambda: 1 // 0)


def test_stopping_says_that_all_is_kept(monkeypatch, small):
    def stop(_wishes):
        raise KeyboardInterrupt

    monkeypatch.setattr(autoplay, "play_automatically", stop)
    assert "kept" in refused(typed("auto", small), code=130)
