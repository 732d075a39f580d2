"""Writes the page of benchmarks: other engines and ours on one game, and our own simulator.

`python benchmarks/side_by_side.py --run FOLDER` runs the comparison's `run_all.sh` in FOLDER with
our engine in it and then measures our simulator; about twenty minutes on a quiet machine.
`--results FILE` takes the comparison's results of an earlier run, `--ours FILE` those that
`simulating.py --json` wrote. A row that nobody measured shows what was recorded before.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.simulating import Row, measured, number, ratio_of, verdict  # noqa: E402

PAGE: Final = ROOT / "docs/reference/benchmarks.md"
HOOK: Final = "step API=benchmarks.refgame:step_api,simulator=benchmarks.refgame:simulate"


@dataclass(frozen=True, slots=True)
class Peer:
    """One row of the comparison."""

    name: str
    found_as: str
    """What the comparison calls it."""
    recorded: float
    """Games in a second that were recorded on a quiet machine of the same kind."""
    python: str = "CPython 3.11"


SIMULATOR: Final = Peer("**coopgame, simulator**", "simulator", 0)
STEP_API: Final = Peer("**coopgame, one choice at a time**", "step API", 0)
C_SWITCH: Final = Peer(
    "hand-written C, the deck compiled to `switch`", "C -O3, deck compiled to C switch", 776_021
)
OPENSPIEL: Final = Peer(
    "OpenSpiel 2.0.2, Python game, tight loop", "OpenSpiel python game | python loop", 3_237, ""
)
BOARDGAME: Final = Peer(
    "boardgame.io 0.50.2, client, tuned", "resolve outside Immer (tuned)", 273, ""
)
PEERS: Final = (
    C_SWITCH,
    Peer("hand-written C, interpreter", "C -O3 scalar interpreter", 690_965),
    Peer(
        "NumPy 2.4.6, hand-written, batches of 400,000",
        "own deck per game, grouped by card, batch 400000",
        820_868,
    ),
    Peer("numba 0.68.1, hand-written", "numba njit scalar interpreter", 440_123),
    Peer(
        "PyPy 7.3.11, hand-written lists",
        "py lists, generic interpreter (mutable)",
        88_888,
        "PyPy",
    ),
    Peer("JAX 0.10.2 on the processor, batches of 1,024", "JAX vmap, batch 1024", 82_559),
    Peer("mypyc, hand-written", "compiled with mypyc", 55_823),
    Peer("plain JavaScript, hand-written", "plain JavaScript, no framework", 52_513, ""),
    Peer("plain Python, every answer a function", "Python closures (codegen)", 30_397),
    Peer("plain Python, hand-written lists", "py lists, generic interpreter (mutable)", 16_907),
    Peer("pydantic 2.14, mutable models", "pydantic v2 models, mutable", 6_917),
    Peer("plain Python with log, views and snapshots", "L5 + crc32 per round", 5_813),
    Peer("Mesa 3.3.1, four agents", "REF-GAME as Mesa model (4 agents)", 5_771, ""),
    Peer("PettingZoo 1.27.0, parallel", "PettingZoo ParallelEnv", 5_584, ""),
    Peer("PettingZoo 1.27.0, in turn, bare", "PettingZoo AEC raw", 3_800, ""),
    OPENSPIEL,
    Peer("OpenSpiel 2.0.2, as documented", "OpenSpiel python game | idiomatic", 2_462, ""),
    Peer("PettingZoo 1.27.0, as documented", "PettingZoo AEC with default", 597, ""),
    BOARDGAME,
    Peer("boardgame.io 0.50.2, client", "headless Client (reset per game)", 268, ""),
)

Records = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Found:
    """What a row of the comparison shows."""

    peer: Peer
    best: float
    worst: float | None
    """None where nothing was measured now."""


def found_for(peer: Peer, records: Records) -> Found:
    """Return the best run of a peer; else what was recorded before."""
    fitting = [
        record
        for record in records
        if peer.found_as in record["name"] and record.get("python", "").startswith(peer.python)
    ]
    if not fitting:
        return Found(peer, peer.recorded, None)
    best = max(fitting, key=lambda record: float(record["games_s_best"]))
    lowest = float(best.get("games_s_worst", best["games_s_median"]))
    return Found(peer, float(best["games_s_best"]), lowest)


def run_comparison(folder: Path) -> Records:
    """Run all engines, ours among them; return what they report."""
    with tempfile.TemporaryDirectory() as scratch:
        results = Path(scratch) / "results.jsonl"
        settings = {"BENCH_OUT": str(results), "COOPGAME_BENCH": HOOK, "PYTHONPATH": str(ROOT),
                    "COOPGAME_PY": sys.executable}  # fmt: skip
        subprocess.run([folder / "run_all.sh"], env={**os.environ, **settings}, check=True)
        return records_in(results)


def records_in(results: Path) -> Records:
    """Return the records of a run."""
    return [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]


def times(ours: float, theirs: float) -> str:
    """Return how many times as fast we are, in words."""
    ratio = ours / theirs
    return (
        f"{ratio:,.0f} ×" if ratio >= 20 else f"{ratio:.1f} ×" if ratio >= 2 else f"{ratio:.2f} ×"
    )


def comparison(records: Records) -> list[str]:
    """Return the table of all engines, the fastest first."""
    fast, steps = found_for(SIMULATOR, records), found_for(STEP_API, records)
    rows = sorted(
        [fast, steps, *(found_for(peer, records) for peer in PEERS)], key=lambda it: -it.best
    )
    lines = ["| engine | games/s, best | worst | simulator | one choice at a time |",
             "|---|--:|--:|--:|--:|"]  # fmt: skip
    for row in rows:
        worst = "recorded" if row.worst is None else number(row.worst)
        ratios = f"{times(fast.best, row.best)} | {times(steps.best, row.best)}"
        lines.append(f"| {row.peer.name} | {number(row.best)} | {worst} | {ratios} |")
    return lines


def aims(records: Records) -> list[str]:
    """Return the table of what the simulator aims at on the reference game."""
    ours = found_for(SIMULATOR, records).best
    spiel, board, c = (found_for(it, records).best for it in (OPENSPIEL, BOARDGAME, C_SWITCH))
    rows = [
        ("games in a second on one core", "≥ 200,000", number(ours), ours >= 200_000),
        ("beside OpenSpiel's Python game", "≥ 50 ×", times(ours, spiel), ours >= 50 * spiel),
        ("beside boardgame.io", "≥ 500 ×", times(ours, board), ours >= 500 * board),
        ("hand-written C is faster by", "≤ 3.5 ×", times(c, ours), c <= 3.5 * ours),
    ]
    lines = ["| | aim | measured | holds |", "|---|--:|--:|---|"]
    return lines + [f"| {a} | {b} | {c} | {'yes' if d else '**no**'} |" for a, b, c, d in rows]


def own_table(rows: Sequence[Row]) -> list[str]:
    """Return the table of our own simulator."""
    lines = ["| | best | worst | unit | ratio | bar | holds |", "|---|--:|--:|---|--:|---|---|"]
    for row in rows:
        ratio = ratio_of(row).replace(" x ", " × ")
        bar = row.bar.replace(">=", "≥").replace("<=", "≤").replace(" x", " ×")
        holds = verdict(row).replace("NO", "**no**")
        figures = f"{number(row.best)} | {number(row.worst)} | {row.unit}"
        lines.append(f"| {row.figure} | {figures} | {ratio} | {bar} | {holds} |")
    return lines


def machine() -> str:
    """Return what was measured on, in one sentence."""
    model = platform.machine()
    about = Path("/proc/cpuinfo")
    if about.exists():
        names = [line for line in about.read_text("utf-8").splitlines() if "model name" in line]
        model = names[0].partition(":")[2].strip() if names else model
    python = f"{platform.python_implementation()} {platform.python_version()}"
    day = datetime.now(UTC).date().isoformat()
    return f"Measured on {day} with {python} on one core of {os.cpu_count()} ({model})."


def page(records: Records, own: Sequence[Row]) -> str:
    """Return the whole page."""
    text = Path(__file__).with_name("page.md").read_text(encoding="utf-8")
    parts = {
        "machine": [machine()],
        "comparison": comparison(records),
        "aims": aims(records),
        "own": own_table(own),
    }
    for name, lines in parts.items():
        text = text.replace(f"<{name}>", "\n".join(lines))
    return text


def main() -> None:
    """Measure what is asked, take the rest from files, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--run", type=Path, metavar="FOLDER")
    where.add_argument("--results", type=Path, metavar="FILE")
    parser.add_argument("--ours", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    records = run_comparison(chosen.run) if chosen.run else records_in(chosen.results)
    if chosen.ours:
        own = [Row(**row) for row in json.loads(chosen.ours.read_text(encoding="utf-8"))]
    else:
        own = measured()
    PAGE.write_text(page(records, own), encoding="utf-8")
    print(f"Written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
