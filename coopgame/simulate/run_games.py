"""Divides many matches into chunks and plays them: here, in processes beside, or on a cluster.

A chunk is the same whoever plays it, and sums add up in any order: the number of workers, or
the loss of one, never changes a figure.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Protocol

from coopgame.simulate.engine import CompiledEngine, Engine, PlainEngine, Task, can_compile
from coopgame.simulate.processes import processes_beside
from coopgame.simulate.sums import Sums, together

CHUNK: Final = 1000
"""Matches in a chunk: short enough to show progress, long enough to pay the way."""

Watch = Callable[[int, int], object]


def _nobody(_done: int, _all: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a run: the sums of each task, and whether all its matches were played."""

    sums: tuple[Sums, ...]
    is_whole: bool


class Workers(Protocol):
    """Somebody who plays tasks."""

    def submit(self, work: Callable[[Task], Sums], task: Task, /) -> Future[Sums]:
        """Begin a task; its sums come later."""
        ...


@cache
def own_engine() -> Engine:
    """Return this process's engine: compiled where that can be, loaded only once."""
    return CompiledEngine() if can_compile() else PlainEngine()


def prepare(watch: Watch = _nobody) -> None:
    """Load or compile the rules before the first match; `watch` hears how far that is."""
    if can_compile() and own_engine.cache_info().currsize == 0:
        CompiledEngine(watch)
    own_engine()


def play_task(task: Task) -> Sums:
    """Play one task with this process's engine."""
    return own_engine().play(task)


def chunks_of(task: Task, size: int = CHUNK) -> Iterator[Task]:
    """Yield the task in pieces of at most `size` matches, in the order of their seeds."""
    for first in range(0, task.count, size):
        count = min(size, task.count - first)
        yield replace(task, first_seed=task.first_seed + first, count=count)


def play_all(
    tasks: Sequence[Task], *, jobs: int = 1, watch: Watch = _nobody, workers: Workers | None = None
) -> Played:
    """Play several tasks; stopped by Ctrl-C, what is done so far comes back.

    `watch` hears how many matches of all are played. With `workers` these play; else `jobs`
    processes, or this one alone.
    """
    pieces = [(place, piece) for place, task in enumerate(tasks) for piece in chunks_of(task)]
    if workers is not None:
        return _gathered(tasks, _elsewhere(pieces, workers), watch)
    if jobs <= 1 or len(pieces) < 2:
        return _gathered(tasks, _here(pieces), watch)
    with local_workers(min(jobs, len(pieces))) as pool:
        return _gathered(tasks, _elsewhere(pieces, pool), watch)


Pieces = Sequence[tuple[int, Task]]
Done = Iterator[tuple[int, Task, Sums]]


def _gathered(tasks: Sequence[Task], done: Done, watch: Watch) -> Played:
    sums = [Sums() for _ in tasks]
    played, total = 0, sum(task.count for task in tasks)
    try:
        for place, piece, found in done:
            sums[place] = together((sums[place], found))
            played += piece.count
            watch(played, total)
    except KeyboardInterrupt:
        return Played(tuple(sums), is_whole=False)
    return Played(tuple(sums), is_whole=played == total)


def _here(pieces: Pieces) -> Done:
    for place, piece in pieces:
        yield place, piece, play_task(piece)


def _elsewhere(pieces: Pieces, workers: Workers) -> Done:
    running = {workers.submit(play_task, piece): (place, piece) for place, piece in pieces}
    try:
        while running:
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                place, piece = running.pop(future)
                yield place, piece, future.result()
    finally:
        for future in running:
            future.cancel()


@contextmanager
def local_workers(jobs: int) -> Iterator[Workers]:
    """Start processes beside this one; they leave Ctrl-C to it."""
    own_engine()  # compiled once here, so that the others only load
    with processes_beside(jobs) as pool:
        yield pool


def usual_jobs() -> int:
    """Return how many processes this machine has cores for."""
    return max(1, os.cpu_count() or 1)
