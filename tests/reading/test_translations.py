"""Words of the screens: keys, placeholders, plural forms, numbers, and a longer language."""

import pytest

from coopgame.cards.conditions import CONDITIONS
from coopgame.reading import numerals
from coopgame.reading.findings import FINDINGS
from coopgame.reading.problems import SUMMARY, ContentError
from coopgame.reading.pseudo import growth, pseudo
from coopgame.reading.text_checks import sentence_lengths
from coopgame.reading.translations import Words, load_words, words_files
from tests.reading.writing import written

TEXTS = {
    "play": "Play {name}",
    "rounds.one": "{count} round",
    "rounds.other": "{count} rounds",
    "only.other": "many",
}


def test_placeholders_are_filled_and_unknown_ones_stay():
    words = Words("en", TEXTS)
    assert words.get("play", name="Walloon dairy") == "Play Walloon dairy"
    assert words.get("play") == "Play {name}"
    assert words.get("play", name=-4) == "Play \u22124"
    assert words.get("play", name=2015) == "Play 2015"


def test_nothing_in_a_text_is_carried_out():
    words = Words("en", {"a": "{name.__class__} {0} {x!r} {name}"})
    assert words.get("a", name="N") == "{name.__class__} {0} {x!r} N"


def test_a_missing_key_is_seen_and_english_stands_in():
    words = Words("nl", {}, TEXTS)
    assert words.get("play", name="x") == "Play x"
    assert words.get("rounds", count=1) == "1 round"
    assert words.get("gone") == "[[gone]]"
    assert words.has("play")
    assert not words.has("gone")


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("nl", ["other", "one", "other", "other", "other"]),
        ("en", ["other", "one", "other", "other", "other"]),
        ("fr", ["one", "one", "other", "other", "many"]),
    ],
)
def test_plural_forms_are_right_for_0_1_2_5_and_a_million(language, forms):
    assert [numerals.plural_form(n, language) for n in (0, 1, 2, 5, 1_000_000)] == forms
    words = Words(language, TEXTS)
    first = "0 round" if language == "fr" else "0 rounds"
    assert words.get("rounds", count=0) == first
    assert words.get("rounds", count=5) == "5 rounds"
    assert words.get("only", count=1) == "many"


@pytest.mark.parametrize(
    ("language", "number", "euros"),
    [
        ("nl", "1.234.567", "€\u00a01.234.567"),
        ("fr", "1\u202f234\u202f567", "1\u202f234\u202f567\u202f€"),
        ("en", "1,234,567", "€1,234,567"),
        ("xx", "1,234,567", "€1,234,567"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language, number, euros):
    words = Words(language, TEXTS)
    assert words.number(1_234_567) == number
    assert words.euros(1_234_567) == euros
    assert words.get("rounds", count=1_234_567) == f"{number} rounds"
    assert words.signed(4) == "+4"
    assert words.signed(-4) == "\u22124"
    assert words.signed(0) == "0"
    assert words.number(-1000) == "\u2212" + words.number(1000)
    assert words.percent(62) == "62\u202f%"
    assert words.measured(36, "ct") == "36\u00a0ct"


def test_euros_in_the_red_have_one_sign():
    assert numerals.euros(-5, "en") == "\u2212€5"


@pytest.mark.parametrize("length", [1, 5, 10, 11, 20, 30, 31, 50, 60, 70, 71, 200])
def test_the_longer_language_grows_by_the_length_of_the_text(length):
    text = "x" * length
    longer = pseudo(text)
    assert longer.startswith("[")
    assert longer.endswith("]")
    assert len(longer) >= length * (100 + growth(length)) // 100 - 2
    assert growth(5) == 200
    assert growth(200) == 30


def test_the_longer_language_keeps_placeholders_and_nothing():
    assert "{count}" in pseudo("{count} coins")
    assert pseudo("") == ""
    assert pseudo("{count}") == "[{count}]"


def test_every_language_loads_and_an_unknown_one_is_english(tmp_path):
    for language in ("en", "nl", "fr", "xx"):
        assert load_words(language).language == language
    assert load_words("de").language == "en"
    written(tmp_path / "en/a.yaml", {"a": "x"})
    assert load_words("nl", tmp_path).language == "en"
    written(tmp_path / "nl/a.yaml", "a: no\n")
    with pytest.raises(ContentError, match="R103"):
        load_words("nl", tmp_path)


@pytest.mark.parametrize("area", ["language", "findings"])
def test_all_languages_have_the_same_keys_and_placeholders(area):
    import re

    from coopgame.reading.shipped_files import shipped
    from coopgame.reading.translations import read_texts

    texts = {}
    for language in ("en", "nl", "fr"):
        found, document = read_texts(shipped("assets") / "words" / language / f"{area}.yaml")
        assert document.problems == []
        texts[language] = found
    assert texts["en"].keys() == texts["nl"].keys() == texts["fr"].keys()
    for key, text in texts["en"].items():
        for language in ("nl", "fr"):
            names = re.findall(r"\{(\w+)\}", texts[language][key])
            assert sorted(names) == sorted(re.findall(r"\{(\w+)\}", text)), (language, key)
            assert "!" not in texts[language][key].replace("(!)", "")
            assert max(sentence_lengths(texts[language][key])) <= 25


def test_the_english_findings_are_those_of_the_reader():
    words = load_words("en")
    for code, finding in FINDINGS.items():
        assert words.texts[f"finding.{code}"] == finding.text
        assert words.texts.get(f"finding.{code}.hint", "") == finding.hint
    assert words.texts["finding.summary"] == SUMMARY
    assert len(CONDITIONS) == 13


def test_words_files_are_found_by_language(tmp_path):
    for name in ("words.nl.yaml", "words.fr.yaml", "words.xyz.yaml", "deck.yaml"):
        written(tmp_path / name, {"a": "b"})
    assert list(words_files(tmp_path, "words")) == ["fr", "nl"]
