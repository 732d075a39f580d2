"""Writes the page of balance: what every gate found in every official scenario.

`python benchmarks/balance.py` plays for about an hour on one core; `--results FILE` takes what
`coopgame simulate all --gates --lang en` printed before.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs/reference/balance.md"
_LINE: Final = re.compile(
    r"^  (holds|FAILS)\s+(.*?)\s{2,}([\d.]+) (\D*?)\s*\[([^]]*)\]\s+n=(\d+)\s+\(([^)]*)\)$"
)
_SECTION: Final = re.compile(r"^(\w+), (\d+) seats, (\d+) matches")
_COUNTED: Final = re.compile(r"^  (holds|FAILS)\s+(.*: \d+ of \d+)$")

HEAD: Final = """# The balance of the official scenarios

Made by `python benchmarks/balance.py`; do not edit it by hand.
Each row is a gate of the rules: what it asks, and what was found at each number of seats.
A **bold** figure fails: its whole 95 % interval lies outside what is asked.
Wins are in times a fair share. Bots play, not people: a balanced table of bots is a beginning, no proof.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What one gate found at one number of seats; 0 seats stands for all of them."""

    scenario: str
    seats: int
    gate: str
    value: str
    asked: str
    holds: bool


def rows_of(lines: Iterable[str]) -> list[Row]:
    """Return the gates that a printed run names, in its order."""
    scenario, seats, rows = "", 0, []
    for line in lines:
        section, found, counted = _SECTION.match(line), _LINE.match(line), _COUNTED.match(line)
        if section:
            scenario, seats = section[1], int(section[2])
        elif line and not line.startswith(" "):
            scenario, seats = line.split(",")[0].split(":")[0], 0
        elif found:
            value = f"{found[3]} {found[4].replace('times fair', '').strip()}".strip()
            rows.append(Row(scenario, seats, found[2], value, found[7], found[1] == "holds"))
        elif counted:
            rows.append(Row(scenario, 0, *counted[2].rsplit(": ", 1), "all", counted[1] == "holds"))
    return rows


def table_of(rows: Sequence[Row]) -> list[str]:
    """Return the gates of one scenario as a table: a row a gate, a column a number of seats."""
    counts = sorted({row.seats for row in rows})
    titles = ["all seats" if count == 0 else f"{count} seats" for count in counts]
    lines = [
        "| gate | asked | " + " | ".join(titles) + " |",
        "|---|---|" + "--:|" * len(counts),
    ]
    for gate in dict.fromkeys(row.gate for row in rows):
        cells = {row.seats: row for row in rows if row.gate == gate}
        asked = _asked({row.asked for row in cells.values()})
        shown = [_shown(cells.get(count)) for count in counts]
        lines.append(f"| {gate} | {asked} | " + " | ".join(shown) + " |")
    return lines


def _asked(several: set[str]) -> str:
    """Return what a gate asks; a place in the order may be worth three points at any table."""
    return several.pop() if len(several) == 1 else "± 3 points"


def _shown(row: Row | None) -> str:
    if row is None:
        return ""
    return row.value if row.holds else f"**{row.value}**"


def page_of(rows: Sequence[Row], games: str) -> str:
    """Return the page: how many gates hold, those that fail, then a table for each scenario."""
    fails = [row for row in rows if not row.holds]
    parts = [
        HEAD,
        f"**{len(rows) - len(fails)} of {len(rows)} hold**, with {games} matches a question.",
        "",
    ]
    parts += [
        f"* {row.scenario}, {row.seats or 'all'} seats: {row.gate.strip(' :')}: "
        f"{row.value}, asked {row.asked}."
        for row in fails
    ]
    for scenario in dict.fromkeys(row.scenario for row in rows):
        own = [row for row in rows if row.scenario == scenario]
        parts += ["", f"## {scenario}", "", *table_of(own)]
    return "\n".join(parts) + "\n"


def printed(games: str) -> str:
    """Return what the gates of all official scenarios print."""
    done = subprocess.run(
        [sys.executable, "-m", "coopgame", "simulate", "all", "--gates", "--games", games, "--lang", "en"],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    return done.stdout


def main() -> None:
    """Play or read, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", default="1500")
    parser.add_argument("--results", type=Path)
    wishes = parser.parse_args()
    text = wishes.results.read_text("utf-8") if wishes.results else printed(wishes.games)
    PAGE.write_text(page_of(rows_of(text.splitlines()), wishes.games), "utf-8")


if __name__ == "__main__":
    main()
