"""References and sense inside a deck, each with a case that fails and one that passes."""

from typing import Any

import pytest

from tests.cards.making import card, option
from tests.reading.writing import CHANGE, codes, deck_found, two_options

ALONE = {"speaks_to": "largest"}
CHANCE = {"do": "by_chance", "percent": 60, "then": [CHANGE]}
DEEP: dict[str, Any] = {"test": "in_group"}
for _ in range(4):
    DEEP = {"test": "not", "of": DEEP}

CASES = [
    # (code, cards with the finding, the same cards without it)
    ("X301", [card("one"), card("one")], [card("one"), card("two")]),
    (
        "X302",
        [card("one", option("yes"), option("yes", {**CHANGE, "by": 5}))],
        [card("one", option("yes"), option("no", {**CHANGE, "by": 5}))],
    ),
    ("X313", [card("one", option("nothing"), option("no", CHANGE))], [card("one")]),
    (
        "X303",
        [card("one", *two_options({"do": "when", "test": {"test": "chose", "option": "yess"},
                                   "then": [CHANGE]}))],
        [card("one", *two_options({"do": "when", "test": {"test": "chose", "option": "nothing"},
                                   "then": [CHANGE]}))],
    ),
    (
        "X304",
        [card("one", *two_options({"do": "deal_next", "card": "twoo"})), card("two")],
        [card("one", *two_options({"do": "deal_next", "card": "two"})),
         card("two", role="follow_up")],
    ),
    (
        "X304",
        [card("one", when={"test": "not", "of": {"test": "card_was", "card": "twoo"}}), card("two")],
        [card("one", when={"test": "not", "of": {"test": "card_was", "card": "two"}}), card("two")],
    ),
    ("M404", [card("one"), card("two", role="follow_up")], [card("one"), card("two")]),
    (
        "M405",
        [card("one", *two_options({"do": "deal_next", "card": "two"})), card("two")],
        [card("one", *two_options({**CHANCE, "then": [{"do": "deal_next", "card": "two"}]})),
         card("two", role="follow_up")],
    ),
    ("M406", [card("one", option("yes"), option("no"))], [card("one")]),
    (
        "M407",
        [card("one", *two_options({**CHANGE, "by": 0}))],
        [card("one", *two_options({**CHANGE, "by": 1}))],
    ),
    (
        "M407",
        [card("one", *two_options({**CHANGE, "by": {"count": "glut", "times": 0}}))],
        [card("one", *two_options({**CHANGE, "by": {"count": "glut", "per": 10}}))],
    ),
    (
        "M419",
        [card("one", *two_options({"do": "change_tie", "with": "self", "by": 3}))],
        [card("one", *two_options({"do": "change_tie", "who": "others", "with": "self", "by": 3}))],
    ),
    (
        "M420",
        [card("one", *two_options({**CHANGE, "who": "same_option"}), **ALONE)],
        [card("one", *two_options({**CHANGE, "who": "same_option"}))],
    ),
    (
        "M420",
        [card("one", *two_options({"do": "make_pact", "with": "same_option"}), **ALONE)],
        [card("one", *two_options({"do": "make_pact", "with": "others"}), **ALONE)],
    ),
    (
        "M408",
        [card("one", *two_options(asks="others", at_least=1), **ALONE)],
        [card("one", *two_options(asks="others", at_least=1))],
    ),
    (
        "M411",
        [card("one", *two_options(needs={"test": "chose"}))],
        [card("one", *two_options({"do": "when", "test": {"test": "chose"}, "then": [CHANGE]}))],
    ),
    (
        "M411",
        [card("one", when={"test": "at_least", "of": "chosen", "value": 2})],
        [card("one", when={"test": "at_least", "of": "seats", "value": 2})],
    ),
    (
        "M411",
        [card("one", when={"test": "at_least", "of": "tie", "with": "same_option", "value": 2})],
        [card("one", when={"test": "at_least", "of": "tie", "with": "others", "value": 2})],
    ),
    (
        "M412",
        [card("one", *two_options({**CHANGE, "later": 1,
                                   "by": {"count": "volume", "who": "same_option", "per": 10}}))],
        [card("one", *two_options({**CHANGE, "later": 1, "by": {"count": "chosen"}}))],
    ),
    (
        "M417",
        [card("one", *two_options({**CHANCE, "percent": 100}))],
        [card("one", *two_options({**CHANCE, "percent": {"count": "glut"}}))],
    ),
    ("S226", [card("one", when=DEEP)], [card("one", when=DEEP["of"])]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "wrong", "right"), CASES)
def test_a_deck_is_asked_whether_it_makes_sense(tmp_path, code, wrong, right):
    assert codes(deck_found(tmp_path, *wrong)).count(code) == 1
    assert code not in codes(deck_found(tmp_path, *right))


def test_a_misspelt_card_or_option_is_suggested(tmp_path):
    deal = card("one", *two_options({"do": "deal_next", "card": "twoo"}))
    problem = deck_found(tmp_path, deal, card("two")).problems[0]
    assert problem.code in ("W508", "X304")
    hints = [p.hint for p in deck_found(tmp_path, deal, card("two")).problems]
    assert 'did you mean "two"?' in hints


def test_the_folder_has_the_name_of_the_deck(tmp_path):
    assert codes(deck_found(tmp_path, deck="large")) == ["X312"]


def test_a_deck_without_translations_gets_hints_only(tmp_path):
    report = deck_found(tmp_path)
    assert codes(report) == []
    assert codes(report, hints=True) == ["W508", "W508"]
    assert report.exit_code == 0
