"""Measures what people feel: start, frames, idling, memory, answers and undo.

Each figure stands beside the same work in a bare pygame window, taken in the same run.
Run it from the checkout: `python benchmarks/measure.py [--json FILE]`.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

BARE_START = """
import time; start = time.perf_counter()
import pygame
pygame.display.init(); window = pygame.display.set_mode((1920, 1080))
window.fill((17, 24, 39)); pygame.display.flip()
print(time.perf_counter() - start)
"""
OUR_START = """
import time; start = time.perf_counter()
from benchmarks.frames import opened
window, app = opened((1920, 1080))
window.show(app.frame())
print(time.perf_counter() - start)
"""
MEMORY = """
import resource
from benchmarks.frames import opened, played_on
window, app = opened((1920, 1080))
for frame in played_on(app):
    window.show(frame)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def seconds_of(program: str, times: int = 5) -> list[float]:
    """Return what a small program prints, over several fresh starts (the first is warm-up)."""
    found = []
    for _ in range(times + 1):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
        )
        found.append(float(done.stdout.split()[-1]))
    return found[1:]


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Return the milliseconds that each of several runs takes, after one warm-up."""
    work()
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return found


def played_match(seats: int = 6):
    """Return an official match played to its end by defaults and moves drawn by position."""
    from coopgame.reading.library import load_scenario, playbook_for
    from coopgame.rules.game import Game

    book = playbook_for(load_scenario("walloon_dairy"), seats=seats, rounds=10)
    match = Game(book, seed=7, seats=seats)
    turn = 0
    while not match.has_ended:
        question = match.questions()[0]
        options = [option for option in question.options if option.is_open]
        match.answer(question.id, options[turn * 7 % len(options)].id)
        turn += 1
    return match


def undo_times() -> list[float]:
    """Return how long re-running all answers of a whole match takes."""
    from coopgame.rules.game import Game

    match = played_match()

    def again() -> None:
        fresh = Game(match.playbook, seed=match.seed, seats=match.seats)
        for question, option in match.answers[:-1]:
            fresh.answer(question, option)

    return timed(again, 10)


def row(name: str, values: list[float], unit: str, bar: str, beside: float | None = None) -> dict:
    """Return one row of the table: median, worst, and the ratio to the bare window."""
    middle = statistics.median(values)
    return {
        "figure": name,
        "median": round(middle, 2),
        "worst": round(max(values), 2),
        "unit": unit,
        "bar": bar,
        "times a bare window": round(middle / beside, 1) if beside else None,
    }


def measure() -> list[dict]:
    """Take every figure."""
    from benchmarks.frames import frame_rows

    bare = statistics.median(seconds_of(BARE_START))
    rows = [
        row("window to first frame", seconds_of(OUR_START), "s", "<= 1.5", bare),
        row("undo: whole match again", undo_times(), "ms", "<= 50"),
        row("memory after a round of play", seconds_of(MEMORY, 1), "MB", "< 200"),
    ]
    return rows + frame_rows(row, timed)


def main() -> None:
    """Print the table, and write it as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    rows = measure()
    for entry in rows:
        ratio = entry["times a bare window"]
        beside = f"   {ratio} x a bare window" if ratio else ""
        print(
            f"{entry['figure']:36} {entry['median']:8} {entry['unit']:3}"
            f"  worst {entry['worst']:8}  bar {entry['bar']:8}{beside}"
        )
    target = parser.parse_args().json
    if target:
        target.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
