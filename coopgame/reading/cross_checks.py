"""Checks beyond the shape of one file: references, sense, words and translations."""

from coopgame.reading.deck_checks import check_deck
from coopgame.reading.scenario_checks import check_scenario
from coopgame.reading.text_checks import (
    check_deck_translation,
    check_deck_words,
    check_scenario_translation,
    check_scenario_words,
    check_signs,
    missing_translations,
)

__all__ = [
    "check_deck",
    "check_deck_translation",
    "check_deck_words",
    "check_scenario",
    "check_scenario_translation",
    "check_scenario_words",
    "check_signs",
    "missing_translations",
]
