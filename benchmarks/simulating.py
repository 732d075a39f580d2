"""Measures our simulator: compiled beside plain rules, a full report, compiling, and memory.

Every figure is the best of several runs, with the worst beside it, so that a busy machine shows.
Run it from the checkout: `python benchmarks/simulating.py [--quick] [--json FILE]`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SCENARIOS: Final = ("introduction", "walloon_dairy", "sugar_beet")
SEATS: Final = 4
REPORTED: Final = 10_000

COMPILE = """
import time; start = time.perf_counter()
from coopgame.simulate.run_games import own_engine
own_engine()
print(time.perf_counter() - start)
"""
MEMORY = """
from benchmarks.simulating import peak_memory, task_of
from coopgame.simulate.run_games import play_all
play_all([task_of("walloon_dairy", "pool", {count})])
print(peak_memory())
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, with what it is measured against."""

    figure: str
    best: float
    worst: float
    unit: str
    bar: str = ""
    times: float | None = None
    """The ratio to what stands beside it."""
    beside: str = ""
    holds: bool | None = None
    """Whether the bar is reached, where there is one."""


def task_of(scenario: str, bots: str, count: int) -> Any:
    """Return matches of a scenario on four seats, all random or drawn from the pool."""
    from coopgame.bots.boards import POOL, board_named
    from coopgame.reading.library import load_scenario, playbook_for
    from coopgame.simulate.engine import Task
    from coopgame.simulate.lineups import FROM_POOL

    names = POOL if bots == "pool" else (bots,)
    boards = tuple(tuple(board_named(name)) for name in names)
    wish = (FROM_POOL if bots == "pool" else 0,) * SEATS
    book = playbook_for(load_scenario(scenario), seats=SEATS)
    return Task(book, boards, wish, len(names), 0, count)


def seconds_of(work: Callable[[], object], times: int) -> list[float]:
    """Return how long each of several runs takes, the shortest first, after a warm-up."""
    work()
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return sorted(found)


def pace(play: Callable[[Any], object], task: Any, times: int) -> tuple[float, float]:
    """Return the best and the worst number of matches in a second."""
    spent = seconds_of(lambda: play(task), times)
    return task.count / spent[0], task.count / spent[-1]


def pace_rows(times: int) -> list[Row]:
    """Return random matches in a second, compiled and plain, for some official scenarios."""
    from coopgame.simulate.engine import CompiledEngine, PlainEngine

    fast, plain = CompiledEngine(), PlainEngine()
    rows = []
    for name in SCENARIOS:
        slow = pace(plain.play, task_of(name, "random", 60), times)
        quick = pace(fast.play, task_of(name, "random", 20_000), times)
        ratio = quick[0] / slow[0]
        holds = quick[0] >= 40_000 and ratio >= 100 if name == "walloon_dairy" else None
        bar = "" if holds is None else ">= 40,000; >= 100 x"
        rows.append(Row(f"{name}, plain", *slow, "matches/s"))
        rows.append(Row(f"{name}, compiled", *quick, "matches/s", bar, ratio, "plain", holds))
    return rows


def report_of(count: int) -> str:
    """Play matches of the pool on one core, and return their full report."""
    from coopgame.bots.boards import POOL
    from coopgame.reading.translations import load_words
    from coopgame.simulate.figures import figures
    from coopgame.simulate.report import Heading, as_text
    from coopgame.simulate.run_games import play_all

    task = task_of("walloon_dairy", "pool", count)
    played = play_all([task])
    found = figures(played.sums[0], task.book, POOL)
    size = SEATS, task.book.rounds, count, 0
    heading = Heading("walloon_dairy", task.book.fingerprint, *size, POOL, played.is_whole, True)
    return as_text(heading, found, load_words("en"))


def report_rows(times: int) -> list[Row]:
    """Return what a full report costs, and whether ten times the matches cost ten times that."""
    small = seconds_of(lambda: report_of(REPORTED), times)
    large = seconds_of(lambda: report_of(10 * REPORTED), max(2, times // 3))
    ratio = large[0] / small[0]
    return [
        Row("10,000 matches, full report", small[0], small[-1], "s", "<= 1", holds=small[0] <= 1),
        Row("100,000, full report", large[0], large[-1], "s", "", ratio, "10,000"),
    ]


def peak_memory() -> float:
    """Return the most megabytes that this process has held.

    Linux's `ru_maxrss` would count what the process that started this one held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(it for it in status.read_text("ascii").splitlines() if it[:6] == "VmHWM:")
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def printed_by(program: str, **settings: str) -> float:
    """Return the number that a small program prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
    )  # fmt: skip
    return float(done.stdout.split()[-1])


def compile_rows(times: int) -> list[Row]:
    """Return how long the first compile takes, and loading what it kept."""
    with tempfile.TemporaryDirectory() as folder:
        first = printed_by(COMPILE, COOPGAME_CACHE=folder)
        later = sorted(printed_by(COMPILE, COOPGAME_CACHE=folder) for _ in range(times))
    return [
        Row("rules compiled for the first time", first, first, "s", "<= 60", holds=first <= 60),
        Row("rules loaded later", later[0], later[-1], "s"),
    ]


def memory_rows(times: int) -> list[Row]:
    """Return the most memory that small and large runs need, with everything they load."""
    rows: list[Row] = []
    for count in (REPORTED, 10 * REPORTED):
        found = sorted(printed_by(MEMORY.format(count=count)) for _ in range(times))
        row = Row(f"memory, {count:,} matches", found[0], found[-1], "MB")
        if rows:
            ratio = found[0] / rows[0].best
            row = replace(row, bar="flat", times=ratio, beside="10,000", holds=ratio <= 1.05)
        rows.append(row)
    return rows


def measured(*, is_quick: bool = False) -> list[Row]:
    """Take every figure."""
    times = 3 if is_quick else 7
    rows = [*pace_rows(times), *report_rows(times), *memory_rows(2)]
    return rows if is_quick else [*rows, *compile_rows(3)]


def number(value: float) -> str:
    """Return a figure with as many places as tell something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


def ratio_of(row: Row) -> str:
    """Return the ratio of a row in words, or nothing."""
    if row.times is None:
        return ""
    places = 0 if row.times >= 20 else 1 if row.times >= 5 else 2
    return f"{row.times:.{places}f} x {row.beside}"


def verdict(row: Row) -> str:
    """Return whether the bar of a row is reached, in a word, or nothing."""
    return "" if row.holds is None else "yes" if row.holds else "NO"


def as_table(rows: Sequence[Row]) -> str:
    """Return the rows as columns of text."""
    heading = f"{'figure':36} {'best':>9} {'worst':>9} {'unit':9}  {'ratio':16} {'bar':20} holds"
    lines = [
        f"{row.figure:36} {number(row.best):>9} {number(row.worst):>9} {row.unit:9}  "
        f"{ratio_of(row):16} {row.bar:20} {verdict(row)}".rstrip()
        for row in rows
    ]
    return "\n".join([heading, *lines])


def main() -> None:
    """Print the table, and write it as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, and no first compile")
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    rows = measured(is_quick=chosen.quick)
    print(as_table(rows))
    if chosen.json:
        text = json.dumps([asdict(row) for row in rows], indent=1)
        chosen.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
