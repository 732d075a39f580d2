"""Shows how far long work is: a bar on a terminal, plain lines anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from coopgame.commands.speaking import complain


class Progress(Protocol):
    """Takes note of a step that was done."""

    def __call__(self, done: int, total: int, what: str, /) -> None:
        """Show that `done` of `total` steps are done, and what the last one was."""
        ...


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """Show progress on the error stream, so that results stay apart."""
    if not sys.stderr.isatty():
        yield _plainly
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)

        def show(done: int, total: int, what: str, /) -> None:
            bars.update(task, completed=done, total=total, description=what)

        yield show


def _plainly(done: int, total: int, what: str, /) -> None:
    complain(f"[{done}/{total}] {what}")


def seldom(show: Callable[[int, int], object], *, times: int = 20) -> Callable[[int, int], None]:
    """Return a watch that hears only every twentieth part, so that a log stays short."""
    heard = [0]

    def watch(done: int, total: int) -> None:
        part = done * times // max(1, total)
        if part > heard[0]:
            heard[0] = part
            show(done, total)

    return watch
