"""The words of the screens: the same keys in every language, short sentences, no exclamation marks."""

import re

import pytest

from coopgame.reading.shipped_files import shipped
from coopgame.reading.translations import read_texts
from coopgame.rules.chances import (
    BANK_PARTS,
    CONSENT_PARTS,
    FACILITY_VOTE_PARTS,
    MERGER_PARTS,
    PACT_PARTS,
)
from coopgame.rules.legal import CLOSED
from coopgame.rules.naming import MOVES, QUANTITY_NAMES

AREAS = [
    "menu", "setup", "curtain", "settings", "seat", "closed", "chance", "help", "glossary",
]  # fmt: skip
LANGUAGES = ["nl", "fr", "en"]


def texts(area, language):
    found, document = read_texts(shipped("assets") / "words" / language / f"{area}.yaml")
    assert not document.problems
    return found


@pytest.mark.parametrize("area", AREAS)
def test_every_language_has_the_same_keys_and_placeholders(area):
    english = texts(area, "en")
    for language in ("nl", "fr"):
        other = texts(area, language)
        assert list(other) == list(english)
        for key, text in english.items():
            places = set(re.findall(r"\{\w+\}", text))
            assert set(re.findall(r"\{\w+\}", other[key])) == places, key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", AREAS)
def test_sentences_are_short_and_calm(area, language):
    for key, text in texts(area, language).items():
        assert "!" not in text, key
        for sentence in re.split(r"[.?:;]", text):
            assert len(sentence.split()) <= 15, (key, sentence)


def test_every_reason_for_a_chance_has_words_both_ways():
    parts = {*MERGER_PARTS, *CONSENT_PARTS, *BANK_PARTS, *FACILITY_VOTE_PARTS, *PACT_PARTS}
    known = texts("chance", "en")
    for part in parts - {"base"}:
        assert {f"chance.{part}.for", f"chance.{part}.against"} <= set(known)


def test_every_reason_why_something_is_closed_has_words():
    assert {f"closed.{name}" for name in CLOSED} <= set(texts("closed", "en"))


def test_every_quantity_and_move_has_words():
    known = set(texts("seat", "en"))
    assert {f"seat.quantity.{name}" for name in QUANTITY_NAMES} <= known
    for move in set(MOVES) - {"leave"}:
        assert {f"seat.do.{move}", f"seat.if.{move}"} <= known
