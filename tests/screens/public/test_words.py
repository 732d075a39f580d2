"""The words of the projected frames are complete, short enough, and the same keys everywhere."""

import re

import pytest

from coopgame.reading.strict_yaml import read_yaml
from coopgame.rules.causes import CAUSES
from coopgame.rules.naming import GOALS, HOLDINGS_LEFT, MOVES
from coopgame.vocabulary import LANGUAGES, Phase, StageKind, Theme
from tests.screens.public.showing import words

AREAS = ("board", "causes", "closing", "goals")


def area(language: str, name: str) -> dict[str, str]:
    from coopgame.reading.shipped_files import shipped

    value = read_yaml(shipped("assets") / "words" / language / f"{name}.yaml").value
    assert isinstance(value, dict)
    return {str(key): str(text) for key, text in value.items()}


@pytest.mark.parametrize("name", AREAS)
def test_all_languages_have_the_same_keys_and_placeholders(name):
    texts = {language: area(language, name) for language in LANGUAGES}
    for language in LANGUAGES:
        assert texts[language].keys() == texts["en"].keys()
        for key, text in texts[language].items():
            there = set(re.findall(r"\{(\w+)\}", text))
            assert there == set(re.findall(r"\{(\w+)\}", texts["en"][key])), (language, key)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cause", CAUSES)
def test_every_cause_has_a_chip_for_gain_and_loss_and_a_sentence(language, cause):
    texts = area(language, "causes")
    for way in ("gain", "loss"):
        assert 1 <= len(texts[f"cause.{cause}.{way}"]) <= 24
    sentence = texts[f"cause.{cause}.sentence"]
    assert sentence.endswith(".")
    assert len(sentence.split()) <= 15


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", AREAS)
def test_words_do_not_shout_and_sentences_are_short(language, name):
    for key, text in area(language, name).items():
        assert "!" not in text, key
        for sentence in re.split(r"[.?](?:\s|$)", text):
            assert len(sentence.split()) <= 15, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_the_rules_has_its_word(language):
    known = words(language).texts
    moves = [f"reveal.move.{move}" for move in MOVES if move != "leave"]
    moves += [f"reveal.move.leave.{left}" for left in HOLDINGS_LEFT]
    wanted = [
        *moves,
        *(f"board.theme.{theme}" for theme in Theme),
        *(f"board.stage.{stage}" for stage in StageKind),
        *(f"board.phase.{phase}" for phase in Phase),
        *(f"goals.{goal}" for goal in (*GOALS, "chain_price", "chain_share", "chain_ties")),
    ]
    assert [key for key in wanted if key not in known] == []
