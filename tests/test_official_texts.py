"""Every official text can be read aloud: complete in each language, in short sentences."""

import pytest

from coopgame.reading.library import list_scenarios, load_scenario
from coopgame.reading.text_checks import LONG_SENTENCE, mean_sentence
from coopgame.reading.translations import deck_texts, scenario_names, scenario_texts
from coopgame.vocabulary import LANGUAGES

SCENARIOS = [listed.id for listed in list_scenarios()]
MINUTES = {20, 40, 60, 90}


def all_texts(name, language):
    """Return every text of a scenario and its decks in a language, by its key."""
    words = load_scenario(name).words(language)
    texts = dict(words.scenario)
    for deck, own in words.decks.items():
        texts |= {f"{deck}/{key}": text for key, text in own.items()}
    return texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_the_mean_sentence_of_an_official_text_has_at_most_fifteen_words(name, language):
    means = {key: mean_sentence(text) for key, text in all_texts(name, language).items()}
    assert {} == {key: mean for key, mean in means.items() if mean > LONG_SENTENCE}


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_official_text_is_translated(name, language):
    loaded = load_scenario(name)
    own = loaded.scenario_words[language]
    names = scenario_names(loaded.scenario)
    assert set() == set(scenario_texts(loaded.scenario)) - set(names) - set(own)
    for deck in loaded.decks:
        assert set() == set(deck_texts(deck)) - set(loaded.deck_words[deck.deck][language])


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_official_scenario_has_missions_goals_four_lengths_and_a_source_note(name):
    scenario = load_scenario(name).scenario
    assert scenario.mode == "missions"
    assert set(scenario.lengths) == MINUTES
    assert len(scenario.learning_goals) >= 3
    assert scenario.source_note


def test_an_official_card_has_three_or_four_answers_and_a_price_of_doing_nothing():
    for name in SCENARIOS:
        for deck in load_scenario(name).decks:
            for card in deck.cards:
                assert 3 <= len(card.options) <= 4, card.id
                assert card.nothing, card.id
