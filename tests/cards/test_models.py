"""What the models refuse, and what they know of themselves."""

import pytest
from pydantic import ValidationError

from coopgame.cards.amounts import Count, amount_range
from coopgame.cards.deck import Deck
from coopgame.cards.event_card import NOTHING
from coopgame.cards.scenario import CoinRange, Scenario
from tests.cards.making import EFFECT, TEST, card, deck, deck_data, option, scenario, scenario_data


def test_a_deck_knows_its_cards_and_a_card_its_answers():
    made = deck(card("one"), card("two"))
    assert made.card("two") is made.cards[1]
    assert made.card("three") is None
    one = made.cards[0]
    assert one.option("yes") is one.options[0]
    assert one.option("nothing") is None
    assert [id_ for id_, _ in one.answers()] == ["yes", "no", NOTHING]


def test_models_cannot_be_changed():
    with pytest.raises(ValidationError):
        deck().title = "Other"  # type: ignore[misc]


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": 2}, {"format": "1"}, {"language": "english"},
        {"deck": "Dairy"}, {"cards": []}, {"colour": "red"}, {"title": ""}, {"title": None},
    ],
)  # fmt: skip
def test_a_deck_refuses_what_does_not_fit(wrong):
    with pytest.raises(ValidationError):
        Deck.model_validate({**deck_data(), **wrong})


@pytest.mark.parametrize(
    "wrong",
    [{"by": 2.0}, {"by": True}, {"by": "2"}, {"by": {"count": "chosen", "per": 0}},
     {"later": 3}, {"of": "happiness"}, {"who": "me"}, {"by": 2000}],
)  # fmt: skip
def test_an_effect_refuses_what_does_not_fit(wrong):
    with pytest.raises(ValidationError):
        EFFECT.validate_python({"do": "change", "of": "trust", "by": 1, **wrong})


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_chance_lies_between_0_and_100(percent):
    then = [{"do": "name_shares"}]
    with pytest.raises(ValidationError):
        EFFECT.validate_python({"do": "by_chance", "percent": percent, "then": then})


def test_a_range_begins_with_its_least():
    with pytest.raises(ValidationError):
        CoinRange.model_validate({"from": 5, "to": 4})


@pytest.mark.parametrize(
    "wrong",
    [{"lengths": {"20": 4}}, {"chain": scenario_data()["chain"][:2]}, {"mode": "war"},
     {"partners": [{}]}, {"script": {0: "one"}}, {"rules": {"vote_base": 1.5}}],
)  # fmt: skip
def test_a_scenario_refuses_what_does_not_fit(wrong):
    with pytest.raises(ValidationError):
        Scenario.model_validate({**scenario_data(), **wrong})


def test_a_test_knows_how_deep_it_is():
    plain = {"test": "in_group"}
    deep = {"test": "not", "of": {"test": "any_of", "of": [plain, {"test": "not", "of": plain}]}}
    assert TEST.validate_python(plain).depth == 1
    assert TEST.validate_python(deep).depth == 4


@pytest.mark.parametrize(
    ("told", "span"),
    [
        ({"count": "chosen"}, (1, 6)),
        ({"count": "chosen_others", "times": -2}, (-10, 0)),
        ({"count": "glut", "per": 10, "plus": 1, "at_most": 5}, (1, 5)),
        ({"count": "glut", "at_least": 30}, (30, 100)),
    ],
)
def test_a_count_knows_its_range(told, span):
    assert amount_range(Count.model_validate(told)) == span
    assert amount_range(7) == (7, 7)


def test_a_scenario_knows_its_stages_and_an_option_its_texts():
    assert [stage.value for stage in scenario().stages] == [
        "production", "processing", "distribution",
    ]  # fmt: skip
    assert option("yes")["label"] == "Answer yes"
