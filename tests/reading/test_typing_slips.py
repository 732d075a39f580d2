"""A word that is almost right gets the right suggestion first."""

import itertools
import random
import string

import pytest

from coopgame.cards.conditions import CONDITIONS
from coopgame.cards.effects import EFFECTS
from coopgame.cards.event_card import CardOption, EventCard
from coopgame.cards.quantities import Quantity
from coopgame.cards.scenario import Scenario
from coopgame.cards.targets import Party
from coopgame.reading.suggestions import closest, distance
from coopgame.rules.numbers import number_help
from coopgame.vocabulary import Move, Theme

GROUPS = [
    [word.model_fields["do"].annotation.__args__[0] for word in EFFECTS],
    [word.model_fields["test"].annotation.__args__[0] for word in CONDITIONS],
    [party.value for party in Party],
    [quantity.value for quantity in Quantity],
    [theme.value for theme in Theme],
    [move.value for move in Move],
    list(EventCard.model_fields),
    list(CardOption.model_fields),
    list(Scenario.model_fields),
    list(number_help()),
]


def slip(word: str, chooser: random.Random) -> str:
    """Return a word with one letter missing, added, wrong or swapped."""
    place = chooser.randrange(len(word))
    kind = chooser.choice(["missing", "added", "wrong", "swapped"])
    letter = chooser.choice(string.ascii_lowercase)
    if kind == "missing":
        return word[:place] + word[place + 1 :]
    if kind == "added":
        return word[:place] + letter + word[place:]
    if kind == "wrong":
        return word[:place] + letter + word[place + 1 :]
    place = min(place, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def test_the_right_word_comes_first_for_95_of_100_slips():
    chooser = random.Random(11)
    words = [(word, group) for group in GROUPS for word in group if len(word) > 3]
    tried = right = 0
    for word, group in itertools.islice(itertools.cycle(chooser.sample(words, len(words))), 400):
        misspelt = slip(word, chooser)
        if misspelt in group:
            continue
        tried += 1
        right += closest(misspelt, group) == word
    assert tried >= 200
    assert right / tried >= 0.95


@pytest.mark.parametrize(
    ("first", "second", "slips"),
    [("trust", "trust", 0), ("trsut", "trust", 1), ("trus", "trust", 1), ("trusts", "trust", 1),
     ("tryst", "trust", 1), ("rtsut", "trust", 2), ("abc", "xyz", 3), ("a", "trust", 3)],
)  # fmt: skip
def test_slips_are_counted(first, second, slips):
    assert distance(first, second, 2) == slips


def test_hyphens_spaces_and_capitals_are_no_slips():
    assert closest("Price-Control", ["price_control"]) == "price_control"
    assert closest("same option", ["same_option", "other_option"]) == "same_option"


def test_nothing_near_is_no_suggestion():
    assert closest("elephant", ["trust", "capital"]) == ""
    assert closest("x", ["do"]) == ""
    assert closest("", []) == ""
