"""Every trouble of a first start is one sentence with its own exit code, never a traceback."""

import ast
import errno
import importlib.util
import shutil
import subprocess
from collections import namedtuple
from pathlib import Path

import pytest

import start
from tests.start.stubs import Clone, lay_clone, let_pip_say

ROOT = Path(start.__file__).parent

NO_NETWORK = """
Collecting first==1.0
WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError(
"Failed to establish a new connection: [Errno -3] Temporary failure in name resolution")'
ERROR: Could not find a version that satisfies the requirement first==1.0 (from versions: none)
ERROR: No matching distribution found for first==1.0
"""
NO_INDEX = """
ERROR: Could not find a version that satisfies the requirement first==1.0 (from versions: none)
ERROR: No matching distribution found for first==1.0
"""
NO_WHEEL = """
Collecting first==1.0
  Downloading first-1.0-py3-none-any.whl (2.3 MB)
ERROR: Could not find a version that satisfies the requirement second==2.0 (from versions: none)
ERROR: No matching distribution found for second==2.0
"""
OTHER_VERSIONS = """
ERROR: Could not find a version that satisfies the requirement second==2.0 (from versions: 1.0)
ERROR: No matching distribution found for second==2.0
"""
WRONG_HASH = """
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.
    first==1.0 from first-1.0-py3-none-any.whl (from -r requirements.txt (line 1)):
        Expected sha256 00
             Got        11
"""
DISK_FULL = (
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
)
DISK_FULL_ON_WINDOWS = "OSError: [WinError 112] Espace insuffisant sur le disque"
NO_WRITING = (
    "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: 'x'"
)
IN_USE = "OSError: [WinError 32] The process cannot access the file"
NO_ENSUREPIP = "The virtual environment was not created because ensurepip is not available."


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    return lay_clone(tmp_path / "spel met spaties é", monkeypatch)


def one_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said
    assert said.endswith(".\n")
    return said


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        (NO_NETWORK, start.NO_NETWORK, "connect this computer to the internet"),
        (NO_INDEX, start.NO_NETWORK, "connect this computer to the internet"),
        (NO_WHEEL, start.NO_PACKAGE, "second is not ready-made"),
        (OTHER_VERSIONS, start.NO_PACKAGE, "install Python 3.11 to 3.14"),
        (WRONG_HASH, start.WRONG_PACKAGE, "first is not the one that was tested"),
        (DISK_FULL, start.DISK_FULL, "free 250 MB"),
        (DISK_FULL_ON_WINDOWS, start.DISK_FULL, "free 250 MB"),
        (NO_WRITING, start.NO_WRITE_ACCESS, "cannot be written to"),
        (IN_USE, start.NO_WRITE_ACCESS, "close the game if it is open"),
        (NO_ENSUREPIP, start.NO_VENV_MODULE, "python3-venv"),
        ("something new", start.UNKNOWN_TROUBLE, "coopgame-start.log"),
    ],
)
def test_what_pip_says_becomes_one_sentence(clone, monkeypatch, capsys, said, code, words):
    let_pip_say(monkeypatch, said, code=1)
    assert code == clone.start()
    assert words in one_sentence(capsys)
    assert [] == clone.handed_over


def test_unknown_trouble_keeps_what_was_said_for_someone_who_can_help(clone, monkeypatch):
    let_pip_say(monkeypatch, "something new", code=1)
    clone.start()
    assert "something new" in clone.environment.log.read_text()


def test_a_python_that_is_too_old_is_told_which_one_is_needed(clone, monkeypatch, capsys):
    monkeypatch.setattr(start, "OLDEST", (99, 0))
    monkeypatch.setattr(start, "works", lambda _name: False)
    assert start.TOO_OLD_PYTHON == clone.start()
    assert "needs Python 3.11 or newer" in one_sentence(capsys)


def test_a_newer_python_that_is_at_hand_is_named(clone, monkeypatch, capsys):
    monkeypatch.setattr(start, "OLDEST", (99, 0))
    monkeypatch.setattr(start, "works", lambda name: name == "python3.12")
    clone.start()
    assert "start again with python3.12 start.py" in one_sentence(capsys)


def test_a_program_that_is_not_there_does_not_work():
    assert not start.works("no-such-python-here")


def test_python_3_6_can_read_the_file():
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("old", ["python3.6", "python3.8", "python3.10"])
def test_an_old_python_says_so_for_real(old, tmp_path):
    if not start.works(old):
        pytest.skip(f"{old} is not installed here")
    run = subprocess.run(
        [old, ROOT / "start.py"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (start.TOO_OLD_PYTHON, "") == (run.returncode, run.stdout)
    assert run.stderr.startswith("coopgame needs Python 3.11 or newer")


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_the_venv_module_names_what_to_install(
    clone, monkeypatch, capsys, missing
):
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == missing else found(name)
    )
    assert start.NO_VENV_MODULE == clone.start()
    assert "sudo apt install python3-venv" in one_sentence(capsys)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_without_write_access_is_named(clone, monkeypatch, capsys, number):
    def refuse(**_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert start.NO_WRITE_ACCESS == clone.start()
    assert str(clone.folder) in one_sentence(capsys)


def test_a_disk_too_full_is_noticed_before_anything_is_fetched(clone, monkeypatch, capsys):
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage(free=1_000_000))
    made = let_pip_say(monkeypatch)
    assert start.DISK_FULL == clone.start()
    assert "free 250 MB" in one_sentence(capsys)
    assert [] == made


def test_a_disk_that_fills_up_while_installing_is_told(clone, monkeypatch, capsys):
    def fill(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(start, "make_environment", fill)
    assert start.DISK_FULL == clone.start("test")
    assert "free 500 MB" in one_sentence(capsys)


def test_an_unknown_error_of_the_disk_is_told_too(clone, monkeypatch, capsys):
    def fail(environment: start.Environment, _: start.Progress) -> None:
        environment.folder.mkdir()
        raise OSError(errno.EIO, "strange")

    monkeypatch.setattr(start, "make_environment", fail)
    assert start.UNKNOWN_TROUBLE == clone.start()
    assert "send us the file" in one_sentence(capsys)


@pytest.mark.parametrize(
    ("arguments", "file"), [((), "requirements.txt"), (("test",), "requirements-dev.txt")]
)
def test_an_incomplete_folder_is_told_which_file_is_missing(clone, capsys, arguments, file):
    (clone.folder / file).unlink()
    assert start.INCOMPLETE_FOLDER == clone.start(*arguments)
    assert f"The file {file} is missing" in one_sentence(capsys)


def test_a_second_start_at_the_same_time_waits_and_then_says_so(clone, monkeypatch, capsys):
    monkeypatch.setattr(start, "SECONDS_TO_WAIT", 0)
    let_pip_say(monkeypatch)
    with start.alone(clone.folder):
        assert start.ALREADY_BUSY == clone.start()
    assert "Another start is still busy" in one_sentence(capsys)
    assert 0 == clone.start()


def test_stopping_by_hand_says_that_the_next_start_goes_on(clone, monkeypatch, capsys):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "make_environment", stop)
    assert start.STOPPED == clone.start()
    assert "the next start goes on from here" in one_sentence(capsys)


def test_every_exit_code_is_its_own_and_has_a_sentence():
    others = {"SECONDS_TO_WAIT"}
    codes = [
        value
        for name, value in vars(start).items()
        if name.isupper() and name not in others and type(value) is int
    ]
    assert len(codes) == len(set(codes))
    assert set(codes) == set(start.SENTENCES)
