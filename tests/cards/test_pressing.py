"""The arrows of an option are derived from its effects on the co-operative that chooses it."""

import pytest

from coopgame.cards.effects import pressure_of
from coopgame.cards.pressing import POINT, arrow, arrows
from coopgame.rules.playbook import UNKNOWN_ARROW
from tests.cards.making import EFFECT


def pressed(*effects):
    """Return the arrows for trust, price control and autonomy."""
    return arrows(pressure_of(tuple(EFFECT.validate_python(effect) for effect in effects)))


def change(of, by, **more):
    return {"do": "change", "of": of, "by": by, **more}


@pytest.mark.parametrize(
    ("points", "length"),
    [(0, 0), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (20, 3), (-3, -1), (-7, -3)],
)
def test_small_medium_and_large_are_one_two_and_three(points, length):
    assert arrow((points * POINT, points * POINT)) == length
    assert pressed(change("trust", points)) == (length, 0, 0)


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        (change("price_control", 4), (0, 2, 0)),
        (change("autonomy", -8), (0, 0, -3)),
        (change("members", 8), (1, 0, 0)),
        (change("members", -2), (-1, 0, 0)),
        (change("members", -1), (0, 0, 0)),
        (change("openness", 8), (1, 0, 0)),
        (change("voice", -8), (-1, 0, 0)),
        (change("quality", 7), (0, 1, 0)),
        (change("debt", 10), (0, 0, -1)),
        (change("capital", -9), (0, 0, 0)),
        (change("efficiency", 9), (0, 0, 0)),
        ({"do": "change_tie", "with": "others", "by": 3}, (1, 0, 0)),
        ({"do": "change_tie", "who": "others", "with": "self", "by": -12}, (-2, 0, 0)),
        ({"do": "change_tie", "who": "others", "with": "largest", "by": -12}, (0, 0, 0)),
        (change("volume", -5), (0, 0, 0)),
        (change("volume", -6), (0, -1, 0)),
        ({"do": "change_market", "of": "glut", "by": 24}, (0, -1, 0)),
        ({"do": "sign_contract", "stage": "processing"}, (0, 1, -1)),
        ({"do": "end_contract"}, (0, -1, 1)),
        ({"do": "make_pact", "with": "others"}, (0, 1, -2)),
        ({"do": "end_pacts"}, (0, -1, 2)),
        ({"do": "build", "stage": "processing"}, (0, 2, 0)),
        ({"do": "absorb_neighbour"}, (0, 1, -2)),
        ({"do": "become", "kind": "mixed"}, (0, 0, -1)),
        ({"do": "become", "kind": "producer"}, (0, 0, 0)),
        ({"do": "name_shares"}, (0, 0, 0)),
        ({"do": "forbid_exit", "rounds": 2}, (0, 0, 0)),
        ({"do": "reveal_ambition"}, (0, 0, 0)),
        ({"do": "deal_next", "card": "second"}, (0, 0, 0)),
    ],
)
def test_each_effect_presses_what_it_works_on(effect, expected):
    assert pressed(effect) == expected


def test_effects_add_up():
    assert pressed(change("trust", 3), change("members", 4)) == (2, 0, 0)
    assert pressed(change("trust", 3), change("trust", -3)) == (0, 0, 0)


def test_only_effects_that_meet_the_chooser_count():
    assert pressed(change("trust", 5, who="others")) == (0, 0, 0)
    assert pressed(change("trust", 5, who="everyone")) == (2, 0, 0)
    assert pressed(change("trust", 5, who="group")) == (2, 0, 0)
    assert pressed(change("trust", 8, who="largest")) == (2, 0, 0)


def test_branches_that_disagree_are_unknown():
    up, down = change("trust", 5), change("trust", -5)
    chance = {"do": "by_chance", "percent": 50, "then": [up], "else": [down]}
    assert pressed(chance) == (UNKNOWN_ARROW, 0, 0)
    assert pressed({**chance, "else": [change("trust", 9)]}) == (3, 0, 0)
    assert pressed({"do": "by_chance", "percent": 50, "then": [down]}) == (-1, 0, 0)
    when = {"do": "when", "test": {"test": "in_group"}, "then": [up], "else": [down]}
    assert pressed(when) == (UNKNOWN_ARROW, 0, 0)


def test_counted_amounts_press_by_their_middle():
    assert pressed(change("trust", {"count": "chosen", "times": 2, "at_most": 8})) == (2, 0, 0)
    mixed = {"count": "openness", "per": 10, "plus": -5}
    assert pressed(change("trust", mixed)) == (UNKNOWN_ARROW, 0, 0)
    least = {"count": "openness", "per": 10, "at_least": 8, "times": -1}
    assert pressed(change("trust", least)) == (3, 0, 0)
