"""Texts are translated, short enough for their place, plain, and in the font."""

import font_source_sans_pro
import pytest
from fontTools.ttLib import TTFont

from coopgame.reading.checking import check_paths
from coopgame.reading.glyphs import code_points, is_drawn
from coopgame.reading.text_checks import mean_sentence, sentence_lengths, word_count
from coopgame.reading.translations import deck_texts, scenario_texts
from tests.cards.making import card, deck, option, scenario
from tests.reading.writing import codes, deck_found, enough_cards, scenario_found, written

LONG = "This sentence goes on and on until nobody knows any more how it began or why."


@pytest.mark.parametrize(("part", "most"), [("title", 40), ("short", 22)])
def test_texts_of_a_card_fit_their_place(tmp_path, part, most):
    assert codes(deck_found(tmp_path, card("one", **{part: "x" * most}))) == []
    assert codes(deck_found(tmp_path, card("one", **{part: "x" * (most + 1)}))) == ["W503"]


@pytest.mark.parametrize(("part", "most"), [("label", 22), ("detail", 34)])
def test_texts_of_an_answer_fit_their_place(tmp_path, part, most):
    other = option("no", {"do": "name_shares"})
    assert codes(deck_found(tmp_path, card("one", option("a", **{part: "x" * most}), other))) == []
    wide = card("one", option("a", **{part: "x" * (most + 1)}), other)
    assert codes(deck_found(tmp_path, wide)) == ["W503"]


def test_title_and_story_have_at_most_45_words(tmp_path):
    assert codes(deck_found(tmp_path, card("one", title="A b", story="Word. " * 43))) == []
    assert codes(deck_found(tmp_path, card("one", title="A b", story="Word. " * 44))) == ["W504"]


def test_signs_that_stand_alone_are_no_words():
    assert word_count("Le prix : 36 ct !") == 4
    assert word_count("") == 0
    assert sentence_lengths("One two. Three four five? Six") == [2, 3, 1]
    assert mean_sentence("One two. Three four five. Six") == 2
    assert mean_sentence("...") == 0


def test_long_sentences_and_exclamation_marks_are_hints(tmp_path):
    report = deck_found(tmp_path, card("one", story=LONG))
    assert "W505" in codes(report, hints=True)
    assert report.exit_code == 0
    assert "W507" in codes(deck_found(tmp_path, card("one", story="Look here!")), hints=True)


@pytest.mark.parametrize("part", ["case", "story", "debrief"])
def test_a_long_sentence_in_a_translated_card_is_a_hint(tmp_path, part):
    written(tmp_path / "cards/small/words.nl.yaml", deck_words(**{f"one.{part}": LONG}))
    assert "W505" in codes(deck_found(tmp_path), hints=True)


def test_long_sentences_in_goals_and_source_note_are_hints(tmp_path):
    for more in ({"learning_goals": [LONG]}, {"source_note": LONG}):
        report = scenario_found(tmp_path, cards=enough_cards(), **more)
        assert "W505" in codes(report, hints=True)


def test_a_sign_that_the_font_cannot_draw_is_found(tmp_path):
    report = deck_found(tmp_path, card("one", story="Milk 🥛 is dear."))
    assert codes(report) == ["W506"]
    assert "U+1F95B" in report.problems[-1].message


def test_the_list_of_signs_is_that_of_the_fonts():
    folder = f"{font_source_sans_pro.__path__[0]}/files"
    fonts = [TTFont(f"{folder}/SourceSansPro-{w}.ttf") for w in ("Regular", "Semibold", "Bold")]
    shared = frozenset.intersection(*(frozenset(font.getBestCmap()) for font in fonts))
    assert shared == code_points()
    assert all(is_drawn(sign) for sign in "aZ09éèàçëïöüñœ€−’“”«»…\u202f\u00a0")
    assert not is_drawn("漢")


def deck_words(**changes):
    texts = {key: text.replace("Card", "Kaart") for key, text in deck_texts(deck()).items()}
    return {key: text for key, text in (texts | changes).items() if text}


def test_a_complete_translation_is_clean(tmp_path):
    for language in ("nl", "fr"):
        written(tmp_path / f"cards/small/words.{language}.yaml", deck_words())
    assert codes(deck_found(tmp_path), hints=True) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [({"one.title": ""}, "W501"), ({"one.titel": "x"}, "W502"), ({"one.short": "x" * 30}, "W503"),
     ({"one.story": "Woord. " * 50}, "W504"), ({"one.story": "漢"}, "W506"),
     ({"one.story": 5}, "S206")],
)  # fmt: skip
def test_a_translation_is_checked_like_the_original(tmp_path, changes, found):
    words = written(tmp_path / "cards/small/words.nl.yaml", deck_words(**changes))
    assert codes(deck_found(tmp_path)).count(found) >= 1
    assert found in codes(check_paths([words]))


def test_a_renamed_text_is_suggested(tmp_path):
    changes = {"one.title": "", "one.titel": "Een kaart"}
    words = written(tmp_path / "cards/small/words.nl.yaml", deck_words(**changes))
    deck_found(tmp_path)
    hints = [p.hint for p in check_paths([words]).problems]
    assert 'did you mean "one.title"?' in hints


def test_a_translation_that_cannot_be_read_says_only_that(tmp_path):
    written(tmp_path / "cards/small/words.nl.yaml", "one.title: a: b\n")
    assert codes(deck_found(tmp_path)) == ["R111"]
    assert codes(check_paths([tmp_path / "cards/small/words.nl.yaml"])) == ["R111"]


def test_a_language_the_screens_do_not_have_is_a_hint(tmp_path):
    written(tmp_path / "cards/small/words.de.yaml", deck_words())
    assert "W510" in codes(deck_found(tmp_path), hints=True)


def test_names_in_a_scenario_need_no_translation(tmp_path):
    texts = {"title": "Kort", "subtitle": "Om te testen", "story": "Een korte keten."}
    words = written(tmp_path / "scenarios/words/brief.nl.yaml", texts)
    assert codes(scenario_found(tmp_path)) == []
    assert codes(check_paths([words])) == []
    written(words, {**texts, "story": "Woord. " * 46, "neighbour.near": "Vlakbij"})
    assert codes(scenario_found(tmp_path)) == ["W504"]
    written(words, {"title": "Kort", "subtitle": "x" * 41})
    assert sorted(codes(check_paths([words]))) == ["W501", "W503"]


def test_every_text_of_a_scenario_has_its_place(tmp_path):
    more = {
        "chapters": [{"id": "early", "title": "x" * 29}],
        "groups": ["漢"],
        "learning_goals": ["漢"],
        "facilities": {"processing": "x" * 23},
        "source_note": "漢",
        "subtitle": "x" * 41,
        "story": "Word. " * 46,
    }
    report = scenario_found(tmp_path, cards=enough_cards(), **more)
    assert sorted(codes(report)) == ["W503", "W503", "W503", "W504", "W506", "W506", "W506"]
    assert all(p.line > 1 for p in report.problems if p.code.startswith("W50") and p.code < "W507")


def test_a_words_file_without_its_original_translates_nothing(tmp_path):
    words = written(tmp_path / "cards/small/words.nl.yaml", {"one.title": "Een"})
    assert codes(check_paths([words])) == ["W511"]
    words = written(tmp_path / "scenarios/words/brief.nl.yaml", {"title": "Kort"})
    assert codes(check_paths([words])) == ["W511"]


def test_keys_of_texts_are_those_of_the_contract():
    assert {"deck.title", "one.title", "one.case", "one.place", "one.yes.label"} <= set(
        deck_texts(deck())
    )
    more = {"chapters": [{"id": "early", "title": "E"}], "groups": ["G"], "source_note": "S",
            "learning_goals": ["L"], "facilities": {"processing": "own"}}  # fmt: skip
    assert {
        "title", "subtitle", "story", "chapter.early", "cooperative.coop_0", "partner.mill",
        "partner.mill.short", "neighbour.near", "group.1", "source_note", "learning_goal.1",
        "facility.processing",
    } <= set(scenario_texts(scenario(**more)))  # fmt: skip
