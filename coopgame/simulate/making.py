"""Has the rules compiled in a process of its own, so that nothing of it stays in this one."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

Watch = Callable[[int, int], object]
_ROOT: Final = Path(__file__).resolve().parents[2]


class NotMade(RuntimeError):
    """The rules could not be compiled; the text says what the compiler said."""


def made_beside(watch: Watch = lambda _done, _all: None) -> bytes:
    """Return an object file of the rules; `watch` hears how far that is. Raises NotMade.

    Numba is told to translate only: the whole is optimised later, at once.
    """
    with tempfile.TemporaryDirectory(prefix="coopgame-") as folder:
        target, trouble = Path(folder) / "rules.o", Path(folder) / "trouble.txt"
        with trouble.open("w") as errors, _begun(target, errors.fileno()) as process:
            _listen(process, watch)
        if process.returncode != 0:
            raise NotMade(trouble.read_text(errors="replace"))
        return target.read_bytes()


def _begun(target: Path, errors: int) -> "subprocess.Popen[str]":
    path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.Popen(  # noqa: S603 - it starts this very program
        [sys.executable, "-m", "coopgame.simulate.compiled", str(target)],
        env={**os.environ, "NUMBA_OPT": "0", "PYTHONPATH": path},
        stdout=subprocess.PIPE, stderr=errors, text=True,
    )  # fmt: skip


def _listen(process: "subprocess.Popen[str]", watch: Watch) -> None:
    assert process.stdout is not None
    try:
        for line in process.stdout:
            done, total = line.split()
            watch(int(done), int(total))
    except BaseException:
        process.kill()
        raise
