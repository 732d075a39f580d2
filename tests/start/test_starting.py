"""What a start does: install once, repair, hand over; a second start touches nothing."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

import start
from tests.start.stubs import Clone, lay_clone, let_pip_say, pip_that_says, stamp_of

ROOT = Path(start.__file__).parent
INSTALLING = "Collecting first==1.0\nInstalling collected packages: first"


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    return lay_clone(tmp_path / "spel met spaties é", monkeypatch)


def forbid(*_: object, **__: object) -> None:
    raise AssertionError("a second start must not install anything")


def test_the_first_start_installs_and_opens_the_game(clone, monkeypatch):
    made = let_pip_say(monkeypatch, INSTALLING)
    assert 0 == clone.start()
    assert 1 == len(made)
    assert [[str(clone.environment.python), "-P", "-m", "coopgame"]] == clone.handed_over
    assert not clone.environment.unfinished.exists()


def test_the_second_start_only_hands_over(clone, monkeypatch):
    let_pip_say(monkeypatch)
    clone.start()
    monkeypatch.setattr(subprocess, "Popen", forbid)
    monkeypatch.setattr(start, "install", forbid)
    monkeypatch.setattr(start, "alone", forbid)
    assert 0 == clone.start("check", "cards")
    assert ["check", "cards"] == list(clone.handed_over[-1][-2:])


def test_the_second_start_loads_nothing_it_does_not_need(clone, monkeypatch):
    let_pip_say(monkeypatch)
    clone.start()
    code = (
        "import sys; before = set(sys.modules); import start; from pathlib import Path\n"
        "start.hand_over = lambda command: 0\n"
        f"start.main(['x'], Path({str(clone.folder)!r}))\n"
        f"print(*[name for name in {('venv', 'ensurepip', 'tempfile', 'shutil')} "
        "if name in set(sys.modules) - before])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "" == run.stdout.strip()


@pytest.mark.long
def test_the_second_start_adds_less_than_150_milliseconds(clone, monkeypatch):
    let_pip_say(monkeypatch)
    clone.start()
    program = clone.folder / "start.py"
    program.write_bytes((ROOT / "start.py").read_bytes())
    game = [str(clone.environment.python)]
    assert best_of(5, [sys.executable, str(program), "x"]) - best_of(5, game) < 0.150


def best_of(times: int, command: list[str]) -> float:
    """The shortest run of a command, in seconds."""
    runs = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        runs.append(time.perf_counter() - began)
    return min(runs)


def test_a_start_from_another_folder_leaves_that_folder_alone(clone, monkeypatch, tmp_path):
    let_pip_say(monkeypatch)
    monkeypatch.chdir(tmp_path)
    clone.start("check", "mine.yaml")
    assert tmp_path == Path.cwd()


def test_the_tests_get_their_own_packages_and_run_in_the_project(clone, monkeypatch, tmp_path):
    let_pip_say(monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert 0 == clone.start("test", "-q", "tests/rules")
    assert ["-m", "pytest", "-q", "tests/rules"] == list(clone.handed_over[0][1:])
    assert clone.folder == Path.cwd()


def test_all_tests_run_on_every_core(clone, monkeypatch):
    let_pip_say(monkeypatch)
    assert 0 == clone.start("test")
    assert ["-m", "pytest", "-n", "auto"] == list(clone.handed_over[0][1:])


def test_who_ran_the_tests_can_play_without_installing_again(clone, monkeypatch):
    let_pip_say(monkeypatch)
    clone.start("test")
    monkeypatch.setattr(start, "install", forbid)
    assert 0 == clone.start("check")


def test_a_new_lock_file_is_installed_into_the_same_environment(clone, monkeypatch):
    made = let_pip_say(monkeypatch)
    clone.start()
    before = stamp_of(clone)
    (clone.folder / start.RUNTIME_LOCK).write_text("first==1.1 --hash=sha256:00\n")
    clone.start()
    assert before != stamp_of(clone)
    assert 1 == len(made)


def test_an_interrupted_installation_is_made_anew(clone, monkeypatch):
    made = let_pip_say(monkeypatch, "killed", code=1)
    clone.start()
    assert clone.environment.unfinished.exists()
    made += let_pip_say(monkeypatch)
    assert 0 == clone.start()
    assert not clone.environment.unfinished.exists()
    assert clone.handed_over


def test_an_interrupted_change_of_packages_is_not_taken_for_ready(clone, monkeypatch):
    let_pip_say(monkeypatch)
    clone.start()
    pip_that_says("killed", 1)(clone.environment)
    (clone.folder / start.RUNTIME_LOCK).write_text("first==1.1 --hash=sha256:00\n")
    assert start.UNKNOWN_TROUBLE == clone.start()
    made = let_pip_say(monkeypatch)
    assert 0 == clone.start()
    assert 1 == len(made)


def test_an_environment_interrupted_while_it_was_being_made_is_made_anew(clone, monkeypatch):
    clone.environment.folder.mkdir()
    (clone.environment.folder / "pyvenv.cfg").write_text("version = 3.11.4\n")
    made = let_pip_say(monkeypatch)
    assert 0 == clone.start()
    assert 1 == len(made)


def test_an_environment_whose_python_is_gone_is_made_anew(clone, monkeypatch):
    made = let_pip_say(monkeypatch)
    clone.start()
    clone.environment.python.unlink()
    assert 0 == clone.start()
    assert 2 == len(made)


def test_an_environment_that_stands_on_another_python_is_made_anew(clone, monkeypatch):
    made = let_pip_say(monkeypatch)
    clone.start()
    program = clone.environment.python
    other = program.rename(program.with_name("other"))
    program.symlink_to(other)
    assert 0 == clone.start()
    assert 2 == len(made)


def test_an_environment_that_someone_made_by_hand_is_kept(clone, monkeypatch):
    clone.environment.folder.mkdir()
    pip_that_says("", 0)(clone.environment)
    mine = clone.environment.folder / "mine.txt"
    mine.touch()
    made = let_pip_say(monkeypatch)
    assert 0 == clone.start()
    assert [] == made
    assert mine.exists()


def test_an_environment_of_too_old_a_python_is_made_anew(clone, monkeypatch):
    clone.environment.folder.mkdir()
    pip_that_says("", 0)(clone.environment)
    (clone.environment.folder / "pyvenv.cfg").write_text("version = 3.9.1\n")
    made = let_pip_say(monkeypatch)
    clone.start()
    assert 1 == len(made)


@pytest.mark.parametrize("damage", ["", "[1]", "{", "\x00"])
def test_a_damaged_stamp_is_not_believed(clone, monkeypatch, damage):
    let_pip_say(monkeypatch)
    clone.start()
    clone.environment.stamp.write_text(damage)
    assert not start.is_ready(clone.environment, clone.folder / start.RUNTIME_LOCK)
    assert 0 == clone.start()
    assert start.is_ready(clone.environment, clone.folder / start.RUNTIME_LOCK)


def test_a_folder_that_was_moved_is_still_ready_and_finds_its_project(clone, monkeypatch):
    let_pip_say(monkeypatch)
    clone.start()
    moved = clone.folder.rename(clone.folder.with_name("elders ü"))
    environment = start.Environment(moved / ".venv")
    way = (environment.packages / "coopgame-here.pth").read_text().strip()
    assert moved == (environment.packages / way).resolve()


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"])
def test_a_display_opens_the_window(clone, monkeypatch, variable):
    hide_display(monkeypatch)
    monkeypatch.setenv(variable, ":1")
    assert start.has_display()


def test_without_a_display_the_demonstration_is_played_and_said(clone, monkeypatch, capsys):
    hide_display(monkeypatch)
    let_pip_say(monkeypatch)
    assert 0 == clone.start()
    assert ["demo", "--out", str(clone.folder / "demo")] == list(clone.handed_over[0][-3:])
    assert "There is no display here" in capsys.readouterr().out


def test_without_a_display_a_command_is_left_as_it_is(clone, monkeypatch):
    hide_display(monkeypatch)
    let_pip_say(monkeypatch)
    clone.start("check", "cards")
    assert ["check", "cards"] == list(clone.handed_over[0][-2:])


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_display(monkeypatch, platform):
    hide_display(monkeypatch)
    monkeypatch.setattr(sys, "platform", platform)
    assert start.has_display()


def hide_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_terminal_each_task_is_one_line(capsys):
    progress = start.Progress()
    for detail in ("1 of 2", "2 of 2"):
        progress.show("Fetching", detail)
    progress.show("Ready")
    progress.close()
    assert "Fetching\nReady\n" == capsys.readouterr().out


def test_on_a_terminal_the_line_says_how_far_and_how_long(capsys):
    progress = start.Progress()
    progress.live = True
    progress.show("Fetching", "10 of 12: pydantic")
    progress.show("Ready")
    progress.close()
    first, second = capsys.readouterr().out.split("\r")[1:]
    assert "Fetching 10 of 12: pydantic (0 s)" == first
    assert len(first) == len(second.rstrip("\n"))


def test_progress_counts_what_pip_collects_and_already_has():
    said = [
        "Requirement already satisfied: a==1",
        "Collecting b==2",
        "  Downloading b",
        "Collecting c==3",
    ]
    assert ("[2/3] Fetching packages", "3 of 9: c") == start.fetching_detail(said, 9)
    assert ("[2/3] Fetching packages", "0 of 9: looking") == start.fetching_detail([], 9)
    assert ("[3/3] Unpacking packages", "") == start.fetching_detail(
        [*said, "Installing collected packages: b, c"], 9
    )


def test_windows_keeps_its_programs_in_another_place(monkeypatch, tmp_path):
    monkeypatch.setattr(start, "WINDOWS", True)
    environment = start.Environment(tmp_path)
    assert tmp_path / "Scripts" / "python.exe" == environment.python
    assert tmp_path / "Lib" / "site-packages" == environment.packages


def test_on_windows_the_python_below_is_found_through_the_settings(monkeypatch, tmp_path):
    monkeypatch.setattr(start, "WINDOWS", True)
    home = tmp_path / "Python312"
    (tmp_path / "pyvenv.cfg").write_text(f"home = {home}\nversion = 3.12.1\n")
    assert "" == start.interpreter(start.Environment(tmp_path))
    home.mkdir()
    (home / "python.exe").touch()
    assert str(home) == start.interpreter(start.Environment(tmp_path))
