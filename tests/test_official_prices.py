"""What the line under an official answer says about coins is what its effects do."""

import re

import pytest

from coopgame.reading.library import list_scenarios, load_scenario
from coopgame.vocabulary import LANGUAGES

SCENARIOS = [listed.id for listed in list_scenarios()]
COINS = ("capital", "debt")


def numbers(text):
    """Return the numbers written in figures."""
    return {int(found) for found in re.findall(r"\d+", text)}


def losses(option):
    """Return every fixed number of coins that an answer surely takes, now or later."""
    changes = [one for one in option.model_dump()["effects"] if one["do"] == "change"]
    own = [one["by"] for one in changes if one["of"] == "capital" and one["who"] == "self"]
    return {-by for by in own if isinstance(by, int) and by < 0}


def amounts(effects):
    """Return every number of coins or debt in effects, those by chance too."""
    found = set()
    for effect in effects:
        if effect.get("of") in COINS:
            by = effect["by"]
            found |= {abs(by)} if isinstance(by, int) else {by["plus"], by["at_least"]}
        for inner in effect.values():
            if isinstance(inner, tuple) and inner and isinstance(inner[0], dict):
                found |= amounts(inner)
    return found


def answers(name, language):
    """Return (key, option, detail) of every answer of a scenario's decks in a language."""
    loaded = load_scenario(name)
    words = loaded.words(language).decks
    for deck in loaded.decks:
        for card in deck.cards:
            for option in card.options:
                key = f"{card.id}.{option.id}.detail"
                yield key, option, words[deck.deck][key]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_the_line_of_an_answer_names_the_coins_it_takes(name, language):
    told = [(key, losses(option), numbers(text)) for key, option, text in answers(name, language)]
    assert [] == [key for key, lost, named in told if lost - named]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_number_in_the_line_of_an_answer_is_true(name, language):
    told = [
        (key, numbers(text), amounts(option.model_dump()["effects"]))
        for key, option, text in answers(name, language)
    ]
    assert [] == [key for key, named, known in told if named - known]


def test_a_price_that_is_not_told_would_be_found():
    _, option, _ = next(answers("short_chain", "en"))
    assert losses(option) == {2}
    assert losses(option) - numbers("3 coins; slower screens at first") == {2}
    assert numbers("3 coins") - amounts(option.model_dump()["effects"]) == {3}
