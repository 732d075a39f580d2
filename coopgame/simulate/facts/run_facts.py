"""Runs experiments, here or in processes beside: a fact is measured whole by one of them.

What a fact finds depends on games and seed alone, never on the number of jobs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass

from coopgame.simulate.facts.every import facts_named
from coopgame.simulate.facts.fact import Fact, Verdict, judge
from coopgame.simulate.facts.lab import lab_for
from coopgame.simulate.processes import processes_beside

Watch = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Stated:
    """What came of a run: a verdict for each fact that was finished, in their order."""

    verdicts: tuple[Verdict, ...]
    asked: int
    games: int
    seed: int

    @property
    def is_whole(self) -> bool:
        """Tell whether every fact that was asked for is there."""
        return len(self.verdicts) == self.asked

    @property
    def holding(self) -> int:
        """Return how many facts hold, by play or by rule."""
        return sum(verdict.holds for verdict in self.verdicts)


def measured(key: str, games: int, seed: int) -> Verdict:
    """Return the verdict on one fact."""
    (fact,) = facts_named((key,))
    return judge(fact, fact.experiment(lab_for(games, seed)))


def state(
    facts: Sequence[Fact], *, games: int, seed: int = 0, jobs: int = 1, watch: Watch
) -> Stated:
    """Measure facts; stopped by Ctrl-C, what is done so far comes back.

    `watch` hears how many facts of all are measured.
    """
    found: dict[str, Verdict] = {}
    asked = [(fact.key, games, seed) for fact in facts]
    try:
        for verdict in _here(asked) if jobs <= 1 else _beside(asked, jobs):
            found[verdict.key] = verdict
            watch(len(found), len(asked))
    except KeyboardInterrupt:
        pass
    verdicts = tuple(found[fact.key] for fact in facts if fact.key in found)
    return Stated(verdicts, len(asked), games, seed)


Asked = Sequence[tuple[str, int, int]]


def _here(asked: Asked) -> Iterator[Verdict]:
    for one in asked:
        yield measured(*one)


def _beside(asked: Asked, jobs: int) -> Iterator[Verdict]:
    with processes_beside(min(jobs, len(asked))) as pool:
        for done in as_completed([pool.submit(measured, *one) for one in asked]):
            yield done.result()
