"""When a card's tests hold, and which row keeps one from holding."""

import pytest

from coopgame.rules import card_rows as r
from coopgame.rules import codes as c
from coopgame.rules.conditions import has_value, holds_test, missing_row, option_is_open
from coopgame.rules.playbook import OPTION_NEEDS, Playbook
from coopgame.rules.table import Table
from tests.cards.making import with_effects, with_test
from tests.rules.laid import laid


def holds(table: Table, book: Playbook, test: dict, *, seat: int = 0, option: int = -1) -> bool:
    """Tell whether a test holds."""
    return holds_test(table, with_test(book, test), 0, seat, option)


RICH = {"test": "at_least", "of": "capital", "value": 20}
POOR = {"test": "at_most", "of": "capital", "value": 10}


def test_a_quantity_is_compared_both_ways():
    table, book, _ = laid()
    table.capital[0] = 20
    assert holds(table, book, RICH)
    assert not holds(table, book, POOR)
    table.capital[0] = 10
    assert not holds(table, book, RICH)
    assert holds(table, book, POOR)


def test_one_seat_is_enough_unless_every_one_is_asked_for():
    table, book, _ = laid()
    table.capital[:4] = [5, 25, 5, 25]
    for who, one, every in (("everyone", True, False), ("others", True, False)):
        assert holds(table, book, {**RICH, "who": who}) is one
        assert holds(table, book, {**RICH, "who": who, "every": True}) is every
    table.capital[:4] = [5, 25, 25, 25]
    assert holds(table, book, {**RICH, "who": "others", "every": True})


def test_of_nobody_nothing_holds():
    table, book, _ = laid()
    for every in (True, False):
        assert not holds(table, book, {**RICH, "who": "pact_partners", "every": every})


def test_the_market_the_round_and_the_number_of_seats_belong_to_the_table():
    table, book, _ = laid(seats=3)
    table.glut, table.round_now = 40, 3
    assert holds(table, book, {"test": "at_least", "of": "glut", "value": 40}, seat=-1)
    assert holds(table, book, {"test": "at_most", "of": "round", "value": 3}, seat=-1)
    assert not holds(table, book, {"test": "at_least", "of": "seats", "value": 4})


def test_without_a_chooser_self_is_any_cooperative():
    table, book, _ = laid()
    table.capital[:4] = [5, 5, 25, 5]
    assert holds(table, book, RICH, seat=-1)
    table.capital[2] = 5
    assert not holds(table, book, RICH, seat=-1)


@pytest.mark.parametrize(
    ("stage", "holding", "code"),
    [("processing", "own", c.OWN), ("processing", "contract", c.CONTRACT_HELD),
     ("distribution", "market", c.MARKET), ("any", "building", c.BUILDING)],
)  # fmt: skip
def test_how_a_stage_is_held(stage, holding, code):
    table, book, _ = laid()
    test = {"test": "holds", "stage": stage, "as": holding}
    table.holds[0][1] = table.holds[0][2] = c.OWN if code != c.OWN else c.MARKET
    assert not holds(table, book, test)
    table.holds[0][2 if stage == "distribution" else 1] = code
    assert holds(table, book, test)


def test_a_stage_the_chain_does_not_have_is_held_by_nobody():
    table, book, _ = laid()
    assert not holds(table, book, {"test": "holds", "stage": "retail", "as": "market"})


def test_kind_group_and_trouble():
    table, book, _ = laid()
    assert holds(table, book, {"test": "kind_is", "kind": "producer"})
    assert not holds(table, book, {"test": "kind_is", "kind": "mixed"})
    assert not holds(table, book, {"test": "in_group"})
    table.group[1] = 0
    assert holds(table, book, {"test": "in_group"}, seat=1)
    assert not holds(table, book, {"test": "in_trouble"})
    table.capital[0], table.members[0] = -1, 30
    assert holds(table, book, {"test": "in_trouble"})


def test_with_whom_a_pact_stands():
    table, book, _ = laid()
    assert not holds(table, book, {"test": "has_pact"})
    table.pact[0][1] = table.pact[1][0] = 1
    assert holds(table, book, {"test": "has_pact"})
    assert holds(table, book, {"test": "has_pact", "with": "seat"})
    assert not holds(table, book, {"test": "has_pact", "with": "neighbour"})
    table.neighbour_pact[2][0] = 1
    assert holds(table, book, {"test": "has_pact", "with": "neighbour"}, seat=2)
    assert not holds(table, book, {"test": "has_pact", "with": "seat"}, seat=2)


def test_how_many_chose_an_option():
    table, book, _ = laid()
    table.acted_option[:4] = [0, 0, 1, -1]
    two = {"test": "chose", "option": "join", "at_least": 2}
    assert holds(table, book, two)
    assert not holds(table, book, {**two, "at_least": 3})
    assert not holds(table, book, {**two, "who": "others"})
    assert holds(table, book, {"test": "chose", "who": "others"}, option=0)
    assert not holds(table, book, {"test": "chose", "who": "others"}, option=1, seat=2)
    assert holds(table, book, {"test": "at_least", "of": "chosen", "value": 2}, option=0)
    others = {"test": "at_least", "of": "chosen_others", "value": 2}
    assert not holds(table, book, others, option=0)


def test_which_card_came_before_and_which_chapter_it_is():
    table, book, _ = laid()
    assert not holds(table, book, {"test": "card_was", "card": "second"})
    table.card_seen[1] = 1
    assert holds(table, book, {"test": "card_was", "card": "second"})
    assert not holds(table, book, {"test": "card_was", "card": "gone"})
    assert holds(table, book, {"test": "in_chapter", "chapter": "early"})
    assert not holds(table, book, {"test": "in_chapter", "chapter": "late"})
    table.round_now = 0
    assert holds(table, book, {"test": "in_chapter", "chapter": "early"})


def test_tests_are_joined_and_turned_round():
    table, book, _ = laid()
    table.capital[0] = 25
    group = {"test": "in_group"}
    no_group = {"test": "not", "of": group}
    assert holds(table, book, {"test": "all_of", "of": [RICH, no_group]})
    assert not holds(table, book, {"test": "all_of", "of": [RICH, group]})
    assert holds(table, book, {"test": "any_of", "of": [POOR, RICH]})
    assert not holds(table, book, {"test": "any_of", "of": [POOR, group]})
    nested = {"test": "any_of", "of": [group, {"test": "all_of", "of": [RICH, no_group, RICH]}]}
    assert holds(table, book, {"test": "not", "of": {"test": "not", "of": nested}})


def test_an_option_without_needs_is_open_and_one_with_needs_asks_them():
    table, book, _ = laid()
    told = with_effects(book, {"do": "name_shares"})
    told.options[0][OPTION_NEEDS] = -1
    assert option_is_open(table, told, 0, 0)
    told = with_test(told, {**RICH, "value": 900})
    told.options[0][OPTION_NEEDS] = 0
    assert not option_is_open(table, told, 0, 0)


def test_the_row_that_is_missing_is_named():
    table, book, _ = laid()
    table.capital[0], table.members[0] = 5, 60
    spirit = {"test": "at_least", "of": "members", "value": 50}
    group = {"test": "in_group"}

    def missing(test: dict[str, object]) -> int | None:
        told = with_test(book, test)
        row = missing_row(table, told, 0, 0, -1)
        return None if row < 0 else told.tests[row][r.TEST_WORD]

    assert missing(spirit) is None
    assert missing({"test": "all_of", "of": [spirit, RICH, group]}) == r.AT_LEAST
    assert missing({"test": "any_of", "of": [RICH, group]}) == r.ANY_OF
    either = {"test": "any_of", "of": [RICH, spirit]}
    assert missing({"test": "all_of", "of": [either, group]}) == r.IN_GROUP
    assert missing({"test": "not", "of": spirit}) == r.NOT
    assert missing({"test": "not", "of": group}) is None


def test_what_the_table_has_where_a_row_compares():
    table, book, _ = laid()
    table.capital[:4] = [5, 10, 20, 30]
    assert has_value(table, with_test(book, RICH), 0, 1, -1) == 10
    assert has_value(table, with_test(book, {**RICH, "who": "others"}), 0, 0, -1) == 20
    table.acted_option[:4] = [1, 1, 0, -1]
    chosen = with_test(book, {"test": "at_least", "of": "chosen", "value": 3})
    assert has_value(table, chosen, 0, 0, 1) == 2
