"""A run as text, JSON or CSV: the same figures, told three ways."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from coopgame.reading.translations import Words
from coopgame.simulate.figures import Figure

FORMATS: Final = ("text", "json", "csv")
_PLACES: Final = {
    "share": 1, "points": 1, "times fair": 2, "per match": 2, "rounds": 2, "goals": 2, "count": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """What was played."""

    scenario: str
    fingerprint: str
    seats: int
    rounds: int
    games: int
    seed: int
    bots: tuple[str, ...]
    is_whole: bool
    is_compiled: bool


def as_text(heading: Heading, found: Sequence[Figure], words: Words) -> str:
    """Return the report as lines of text, a table for each group of figures."""
    lines = [words.get("simulate.heading", scenario=heading.scenario, seats=heading.seats,
                       rounds=heading.rounds, games=heading.games, seed=str(heading.seed),
                       bots=", ".join(heading.bots))]  # fmt: skip
    if not heading.is_whole:
        lines.append(words.get("simulate.part"))
    for group in _groups(found):
        rows = [figure for figure in found if figure.group == group]
        lines += ["", words.get(f"simulate.{group}"), *_table(rows, words)]
    return "\n".join(lines)


def _groups(found: Iterable[Figure]) -> list[str]:
    return list(dict.fromkeys(figure.group for figure in found))


def _table(rows: Sequence[Figure], words: Words) -> list[str]:
    width = max(len(row.of) for row in rows)
    return [f"  {row.of:<{width}}  {told(row, words)}" for row in rows]


def told(figure: Figure, words: Words) -> str:
    """Return a figure with its interval, as read aloud: value, from-to, unit, observations."""
    places = _PLACES[figure.unit]
    unit = words.get(f"simulate.unit.{figure.unit.replace(' ', '_')}")
    middle = f"{figure.value:.{places}f} {unit}"
    return f"{middle:>18}  [{figure.low:.{places}f}, {figure.high:.{places}f}]  n={figure.count}"


def as_json(heading: Heading, found: Sequence[Figure]) -> str:
    """Return the report as JSON: what was played, and every figure."""
    content = {"played": asdict(heading), "figures": [asdict(figure) for figure in found]}
    return json.dumps(content, indent=1)


def as_csv(found: Sequence[Figure]) -> str:
    """Return the figures as comma-separated rows under a heading."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["group", "of", "value", "low", "high", "unit", "count"])
    for it in found:
        numbers = (f"{it.value:.6f}", f"{it.low:.6f}", f"{it.high:.6f}")
        writer.writerow([it.group, it.of, *numbers, it.unit, it.count])
    return out.getvalue().rstrip("\n")
