"""A folder like a fresh clone, with a pip that says what a test wants; needs no network."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import start

LOCK = "first==1.0 \\\n    --hash=sha256:00\nsecond==2.0 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n"


@dataclass(frozen=True, slots=True)
class Clone:
    """The folder, and the commands that start.py handed over to."""

    folder: Path
    handed_over: list[Sequence[str]]

    @property
    def environment(self) -> start.Environment:
        """The private environment inside it."""
        return start.Environment(self.folder / ".venv")

    def start(self, *arguments: str) -> int:
        """What `python3 start.py` with these arguments does here."""
        return start.main(list(arguments), self.folder)


def pip_that_says(text: str, code: int) -> Callable[[start.Environment], None]:
    """Write an interpreter that answers every command with a text and an exit code."""

    def write(environment: start.Environment) -> None:
        program = environment.python
        program.parent.mkdir(parents=True, exist_ok=True)
        (environment.folder / "lib/python3.11/site-packages").mkdir(parents=True, exist_ok=True)
        (environment.folder / "pyvenv.cfg").write_text("home = /\nversion = 3.11.4\n")
        # Not Python: the way to this one may hold spaces, which such a first line cannot.
        saying = f"#!/bin/sh\ncat <<'END'\n{text}\nEND\nexit {code}\n"
        program.write_text(saying, encoding="utf-8")
        program.chmod(0o755)

    return write


def lay_clone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """Lay out a clone whose commands are noted instead of run."""
    folder.mkdir()
    (folder / start.RUNTIME_LOCK).write_text(LOCK)
    (folder / start.TEST_LOCK).write_text(LOCK + "third==3.0 \\\n    --hash=sha256:00\n")
    clone = Clone(folder, [])

    def note(command: Sequence[str]) -> int:
        clone.handed_over.append(command)
        return 0

    monkeypatch.setattr(start, "hand_over", note)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.chdir(folder)
    return clone


def let_pip_say(monkeypatch: pytest.MonkeyPatch, text: str = "", code: int = 0) -> list[str]:
    """Replace the making of environments; return the list that notes each one made."""
    made: list[str] = []
    write = pip_that_says(text, code)

    def make(environment: start.Environment, progress: start.Progress) -> None:
        made.append(progress.task)
        environment.folder.mkdir(exist_ok=True)
        environment.unfinished.touch()
        write(environment)

    monkeypatch.setattr(start, "make_environment", make)
    return made


def stamp_of(clone: Clone) -> dict[str, str]:
    """What the finished installation noted."""
    return dict(json.loads(clone.environment.stamp.read_text()))
