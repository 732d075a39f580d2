"""Every word of the language has fields, help, an example, a sentence and rows that run."""

import re
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopgame.cards.amounts import Count, amount_text
from coopgame.cards.conditions import CONDITIONS
from coopgame.cards.effects import EFFECTS, every_effect
from coopgame.cards.quantities import Quantity
from coopgame.cards.sentences import capital, effect_sentences, need_sentence
from coopgame.cards.targets import Party, Target, target_code
from coopgame.cards.word import Word
from coopgame.reading.translations import Words, load_words
from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules.conditions import holds_test, missing_row
from coopgame.rules.effects import run_effects, run_later
from coopgame.rules.table import table_bytes
from tests.cards.making import EFFECT, TEST, with_effects, with_test
from tests.rules.laid import laid
from tests.strategies import conditions, counts, effects

WORDS: tuple[type[Word], ...] = (*EFFECTS, *CONDITIONS, Count)
LANGUAGES = ("nl", "fr", "en")


def example(word: type[Word]) -> dict[str, Any]:
    """Return a word's own example as plain data."""
    read: dict[str, Any] = yaml.safe_load(word.example)
    return read


@cache
def every_language() -> tuple[Words, ...]:
    """Return the words of all languages."""
    return tuple(load_words(language) for language in LANGUAGES)


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    """Return the words of one language."""
    return load_words(request.param)


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)
def test_every_word_has_help_for_itself_and_its_fields(word):
    assert word.__doc__
    for name, field in word.model_fields.items():
        if name not in ("do", "test"):
            assert field.description, (word.__name__, name)


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)
def test_every_word_has_an_example_that_it_reads(word):
    assert type(word.model_validate(example(word))) is word


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)
def test_every_word_has_a_sentence_in_every_language(word, words):
    said = word.model_validate(example(word)).sentence(words)
    assert said
    assert "[[" not in said
    assert "{" not in said


@pytest.mark.parametrize("word", EFFECTS, ids=lambda word: word.__name__)
def test_every_effect_runs_and_changes_the_table(word):
    table, book, log = laid()
    for seat in range(4):
        table.pact[seat] = [int(other != seat) for other in range(6)]
        table.acted_option[seat] = 0
    table.holds[0][1], table.contract_with[0][1] = c.CONTRACT_HELD, c.PARTNER_PARTY
    table.contract_left[0][1] = 2
    if word.__name__ in ("SignContract", "MakePact"):
        table, book, log = laid()
        table.acted_option[:4] = [0] * 4
    told = dict(example(word))
    if word.__name__ == "DealNext":
        told["card"] = "second"
    told_book = with_effects(book, told)
    before = table_bytes(table)
    run_effects(table, told_book, log, 0, len(told_book.effects), 0, 0, causes.CARD_OPTION)
    assert table_bytes(table) != before
    table.round_now += 2
    run_later(table, told_book, log)
    assert table.later_count == 0


@pytest.mark.parametrize("word", CONDITIONS, ids=lambda word: word.__name__)
def test_every_test_is_answered_and_its_opposite_too(word):
    table, book, _ = laid()
    told = example(word)
    plain = holds_test(table, with_test(book, told), 0, 0, 0)
    turned = holds_test(table, with_test(book, {"test": "not", "of": told}), 0, 0, 0)
    assert plain is not turned


def test_quantities_and_targets_stand_in_the_order_of_the_rules():
    for quantity in Quantity:
        assert getattr(c, f"Q_{quantity.name}") == list(Quantity).index(quantity)
    from coopgame.rules import card_rows as r

    for target in Target:
        assert target_code(target) == getattr(r, f"TO_{target.name}")
        assert target_code(Party(target.value)) == target_code(target)
    names = {"NEIGHBOUR": "CLOSEST_NEIGHBOUR"}
    for party in Party:
        assert target_code(party) == getattr(r, f"TO_{names.get(party.name, party.name)}")


@pytest.mark.parametrize("group", [Target, Party, Quantity])
def test_every_name_has_words(group, words):
    keys = {Target: ("who",), Party: ("party",), Quantity: ("the", "count")}[group]
    for member in group:
        for key in keys:
            assert not words.get(f"say.{key}.{member}", count=2).startswith("[["), (key, member)


def test_sentences_say_who_when_and_how_much(words):
    told = [
        {"do": "change", "of": "capital", "by": -4},
        {"do": "change", "of": "members", "by": 3, "who": "others", "later": 2},
        {"do": "change", "of": "trust", "by": {"count": "openness", "who": "largest", "per": 20,
                                              "plus": -2, "at_least": -3, "at_most": 5}},
        {"do": "build", "stage": "processing", "volume": {"count": "openness"}},
        {"do": "by_chance", "percent": {"count": "openness"}, "then": [{"do": "name_shares"}]},
        {"do": "change_tie", "with": "others", "by": 2, "one_way": True},
        {"do": "end_contract", "by": "self"},
        {"do": "deal_next", "card": "second"},
    ]  # fmt: skip
    said = effect_sentences([EFFECT.validate_python(one) for one in told], words)
    assert len(said) == len(told)
    for sentence in said:
        assert "[[" not in sentence
        assert sentence[0] == sentence[0].upper()
    assert "\u22124" in said[0]
    assert "2" in said[1]
    assert "20" in said[2]
    assert "+5" in said[2]
    assert "%" not in said[4]


def test_needs_are_a_sentence_with_scope(words):
    told = {"test": "at_least", "of": "capital", "value": 900, "who": "others", "every": True}
    for test in (told, {**told, "every": False}, {**told, "who": "self"},
                 {"test": "holds", "stage": "any", "as": "building"},
                 {"test": "chose", "at_least": 2}):  # fmt: skip
        said = need_sentence(TEST.validate_python(test), words)
        assert "[[" not in said
        assert said == capital(said)
    assert capital("") == ""


def test_a_number_is_written_as_the_language_writes_it():
    assert amount_text(1500, load_words("nl")) == "+1.500"
    assert amount_text(-1500, load_words("en")) == "\u22121,500"


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=st.lists(effects(), min_size=1, max_size=5), seat=st.integers(0, 3))
def test_any_effects_run_without_error_and_keep_the_table_within_its_limits(told, seat):
    table, book, log = laid()
    table.acted_option[:4] = [0, 0, 1, 2]
    told_book = with_effects(book, *told)
    run_effects(table, told_book, log, 0, len(told_book.effects), seat, 0, causes.CARD_OPTION)
    for _ in range(2):
        table.round_now += 1
        run_later(table, told_book, log)
    assert table.later_count == 0
    assert all(0 <= tie <= 100 for row in table.tie for tie in row)
    assert all(0 <= value <= 100 for value in (*table.members, *table.quality, table.glut))
    assert -2 < table.next_card < 2
    again, _, log = laid()
    again.acted_option[:4] = [0, 0, 1, 2]
    run_effects(again, told_book, log, 0, len(told_book.effects), seat, 0, causes.CARD_OPTION)
    for _ in range(2):
        again.round_now += 1
        run_later(again, told_book, log)
    assert table_bytes(again) == table_bytes(table)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=conditions(3), seat=st.integers(-1, 3), option=st.integers(-1, 2))
def test_any_test_is_answered_and_what_is_missing_is_found_exactly_when_it_fails(
    told, seat, option
):
    table, book, _ = laid()
    table.acted_option[:4] = [0, 0, 1, 2]
    told_book = with_test(book, told)
    holds = holds_test(table, told_book, 0, seat, option)
    missing = missing_row(table, told_book, 0, seat, option)
    assert (missing == -1) is holds
    assert missing < len(told_book.tests)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=st.lists(effects(), min_size=1, max_size=3), amount=counts(), test=conditions())
def test_anything_that_can_be_written_can_be_said(told, amount, test):
    for words in every_language():
        made = [EFFECT.validate_python(one) for one in told]
        for said in (
            *effect_sentences(made, words),
            need_sentence(TEST.validate_python(test), words),
            Count.model_validate(amount).sentence(words),
        ):
            assert not re.search(r"\[\[|\{\w+\}", said), said


def test_the_strategies_know_every_word():
    seen: set[str] = set()

    @settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
    @given(effects(1), conditions(2))
    def look(effect, condition):
        made = EFFECT.validate_python(effect)
        seen.update(type(one).__name__ for one in every_effect((made,)))
        seen.add(type(TEST.validate_python(condition)).__name__)

    look()
    assert seen >= {word.__name__ for word in (*EFFECTS, *CONDITIONS)}
