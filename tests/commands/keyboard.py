"""Types commands for tests: in this process, or in one of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from coopgame.command_line import build

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Typed:
    """What came of a command."""

    code: int
    out: str
    errors: str

    @property
    def is_plain(self) -> bool:
        """Tell whether no traceback and no missing word was shown."""
        told = self.out + self.errors
        return not any(mark in told for mark in ("Traceback", "[[", "{", 'File "'))


def typed(*words: object) -> Typed:
    """Type a command in this process."""
    found = CliRunner().invoke(build(), [str(word) for word in words])
    return Typed(found.exit_code, found.stdout, found.stderr)


def typed_apart(*words: object, **environment: str) -> Typed:
    """Type a command in a process of its own, as people do."""
    found = subprocess.run(
        [sys.executable, "-m", "coopgame", *[str(word) for word in words]],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Typed(found.returncode, found.stdout.decode(), found.stderr.decode())
