"""Small decks, scenarios and tables with effects on them, for tests."""

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from coopgame.cards.conditions import AnyCondition
from coopgame.cards.deck import Deck
from coopgame.cards.effects import AnyEffect
from coopgame.cards.scenario import Scenario
from coopgame.cards.writing import RowWriter
from coopgame.rules import causes
from coopgame.rules.effects import run_effects
from coopgame.rules.journal import Log
from coopgame.rules.playbook import CARD_COLUMNS, OPTION_COLUMNS, Playbook
from coopgame.rules.table import Table
from tests.rules.laid import laid

STAGES = ("production", "processing", "distribution")
AMBITION = {"scale": 25, "quality": 25, "region": 25, "cash": 25}
CASE = {"text": "In 1951 a dairy was founded.", "place": "Belgium", "year": 1951, "source": "X"}

EFFECT: TypeAdapter[Any] = TypeAdapter(AnyEffect)
TEST: TypeAdapter[Any] = TypeAdapter(AnyCondition)


def writer() -> RowWriter:
    """Return a writer that knows the small chain, two chapters and two cards."""
    made = RowWriter(STAGES, ("early", "late"), {"first": 0, "second": 1})
    made.options = {"join": 0, "bargain": 1, "nothing": 2}
    return made


def with_effects(book: Playbook, *effects: dict[str, Any]) -> Playbook:
    """Return a playbook whose rows are these effects."""
    made = writer()
    made.run([EFFECT.validate_python(effect) for effect in effects])
    options = [[0] * OPTION_COLUMNS for _ in range(3)]
    cards = [[0] * CARD_COLUMNS for _ in range(2)]
    return replace(
        book, effects=made.effects, tests=made.tests, amounts=made.amounts, options=options,
        cards=cards,
    )  # fmt: skip


def with_test(book: Playbook, test: dict[str, Any]) -> Playbook:
    """Return a playbook whose tests are this one, from row 0 on."""
    made = writer()
    made.test(TEST.validate_python(test))
    return replace(book, tests=made.tests, amounts=made.amounts)


def carried_out(
    table: Table,
    book: Playbook,
    log: Log,
    *effects: dict[str, Any],
    seat: int = 0,
    option: int = 0,
) -> Playbook:
    """Let a seat that chose an option carry out effects; return the playbook with them."""
    told = with_effects(book, *effects)
    table.acted_option[seat] = option
    run_effects(table, told, log, 0, len(told.effects), seat, option, causes.CARD_OPTION)
    return told


def after(*effects: dict[str, Any], seats: int = 4, seat: int = 0) -> Table:
    """Return a fresh table after a seat carried out effects."""
    table, book, log = laid(seats=seats)
    carried_out(table, book, log, *effects, seat=seat)
    return table


def option(id_: str, *effects: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return an option with sensible texts."""
    told = list(effects) or [{"do": "change", "of": "trust", "by": 1}]
    return {
        "id": id_, "verb": "hold", "label": f"Answer {id_}", "detail": "Costs nothing",
        "effects": told, **more,
    }  # fmt: skip


def card(id_: str, *options: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a card with sensible texts and at least two options."""
    told = list(options) or [option("yes"), option("no", {"do": "change", "of": "trust", "by": 2})]
    return {
        "id": id_,
        "theme": "power",
        "title": "A card",
        "short": "Card",
        "story": "Something happened. Everybody has to answer.",
        "real_case": CASE,
        "debrief": "Who acted, and why?",
        "options": told,
        "nothing": [{"do": "change", "of": "trust", "by": -3}],
        **more,
    }


def deck_data(*cards: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a deck as plain data."""
    told = list(cards) or [card("one")]
    return {
        "deck": "small", "format": 1, "language": "en", "title": "Small", "cards": told, **more,
    }  # fmt: skip


def deck(*cards: dict[str, Any], **more: Any) -> Deck:
    """Return a deck."""
    return Deck.model_validate(deck_data(*cards, **more))


def scenario_data(**more: Any) -> dict[str, Any]:
    """Return a scenario as plain data."""
    return {
        "scenario": "brief", "format": 1, "language": "en", "title": "Brief",
        "subtitle": "For tests", "story": "A short chain.", "decks": ["small"],
        "seats": {"fewest": 2, "most": 3}, "lengths": {20: 4, 60: 8},
        "chain": [{"stage": "production", "share": 45}, {"stage": "processing", "share": 30},
                  {"stage": "distribution", "share": 25}],
        "cooperatives": [
            {"id": f"coop_{k}", "name": f"Coop {k}", "kind": "producer", "home": "production"}
            for k in range(3)],
        "partners": [{"id": "mill", "name": "Mill NV", "short": "Mill", "stage": "processing",
                      "cooperative": False, "power": 50, "capacity": 400, "reliability": 50,
                      "ambition": AMBITION}],
        "neighbours": [{"id": "near", "name": "Near", "volume": {"from": 40, "to": 40},
                        "ambition": AMBITION}],
        **more,
    }  # fmt: skip


def scenario(**more: Any) -> Scenario:
    """Return a scenario."""
    return Scenario.model_validate(scenario_data(**more))
