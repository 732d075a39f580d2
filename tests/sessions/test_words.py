"""Every sentence of sessions and commands exists in all languages, with the same placeholders."""

import re
from pathlib import Path

import pytest

from coopgame.reading.translations import load_words
from coopgame.sessions.content import PART_NAMES
from coopgame.sessions.errors import RecordingError
from coopgame.vocabulary import LANGUAGES

PACKAGE = Path(__file__).parents[2] / "coopgame"
ERRORS: list[type[RecordingError]] = [RecordingError, *RecordingError.__subclasses__()]


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def source(folder: str) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in (PACKAGE / folder).glob("*.py"))


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_says_the_same_in_code_and_in_words(kind):
    assert load_words("en").texts[kind.word] == kind.sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_and_part_has_words(language):
    texts = load_words(language).texts
    undo = set(re.findall(r'"(undo\.\w+)"', source("sessions")))
    needed = {kind.word for kind in ERRORS} | undo
    needed |= {f"content.{part}" for part in PART_NAMES}
    assert needed <= set(texts)
    assert len(undo) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_commands_ask_for_is_there(language):
    texts = load_words(language).texts
    asked = set(re.findall(r'"((?:command|tell)\.[a-z_.]+)"', source("commands")))
    assert asked <= set(texts)


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize("area", ["recording", "content", "undo", "command", "tell"])
def test_translations_fill_the_same_placeholders(language, area):
    english, texts = load_words("en").texts, load_words(language).texts
    keys = [key for key in english if key.startswith(area + ".")]
    assert keys
    for key in keys:
        assert placeholders(texts[key]) == placeholders(english[key]), key


def test_names_of_parts_are_the_english_words():
    texts = load_words("en").texts
    assert {part: texts[f"content.{part}"] for part in PART_NAMES} == dict(PART_NAMES)
