"""Writes small content folders for tests and says what a check finds in them."""

from pathlib import Path
from typing import Any

import yaml

from coopgame.reading.checking import check_paths
from coopgame.reading.problems import Report
from tests.cards.making import card, deck_data, option, scenario_data


class _WrittenOut(yaml.SafeDumper):
    """Writes shared parts out instead of pointing at them."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


CHANGE = {"do": "change", "of": "trust", "by": 3}


def written(path: Path, content: Any) -> Path:
    """Write plain data as YAML, or text as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not isinstance(content, str):
        content = yaml.dump(
            content, Dumper=_WrittenOut, allow_unicode=True, sort_keys=False, width=400
        )
    path.write_text(content, encoding="utf-8")
    return path


def deck_found(root: Path, *cards: dict[str, Any], **more: Any) -> Report:
    """Check a deck of these cards."""
    return check_paths([written(root / "cards/small/deck.yaml", deck_data(*cards, **more))])


def codes(report: Report, *, hints: bool = False) -> list[str]:
    """Return the codes of a report; hints only when asked for."""
    return [p.code for p in report.problems if hints or p.severity != "hint"]


def enough_cards(count: int = 8) -> list[dict[str, Any]]:
    """Return as many cards as the small scenario needs, and one for trouble."""
    cards = [card(f"card_{n}") for n in range(count)]
    return [*cards, card("rescue", role="takeover", speaks_to="poorest")]


def scenario_found(root: Path, *, cards: list[dict[str, Any]] | None = None, **more: Any) -> Report:
    """Check a scenario beside a small deck."""
    written(root / "cards/small/deck.yaml", deck_data(*(cards or enough_cards())))
    return check_paths([written(root / "scenarios/brief.yaml", scenario_data(**more))])


def two_options(*effects: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """Return an option with these effects and one that differs."""
    return [option("yes", *(effects or (CHANGE,)), **more), option("no", {**CHANGE, "by": 2})]
