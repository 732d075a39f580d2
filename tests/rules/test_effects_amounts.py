"""How much a card means, and whom."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from coopgame.cards.amounts import Count, amount_row
from coopgame.rules import card_rows as r
from coopgame.rules import codes as c
from coopgame.rules.amounts import amount_of
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table
from coopgame.rules.targets import one, parties_met, seats_met
from tests.cards.making import after, carried_out, writer
from tests.rules.laid import laid


def amount(
    table: Table,
    book: Playbook,
    told: int | Mapping[str, object],
    *,
    seat: int = 0,
    subject: int = 0,
    option: int = -1,
) -> int:
    """Return the value of an amount written as in a file."""
    made = writer()
    number = amount_row(told if isinstance(told, int) else Count.model_validate(told), made)
    return amount_of(table, replace(book, amounts=made.amounts), number, seat, subject, option)


def test_a_number_is_itself():
    table, book, _ = laid()
    assert amount(table, book, -7) == -7


def test_a_count_is_multiplied_divided_downwards_moved_and_kept_within_limits():
    table, book, _ = laid()
    table.openness[0] = 47
    count = {"count": "openness"}
    assert amount(table, book, count) == 47
    assert amount(table, book, {**count, "times": 3, "per": 20}) == 7
    assert amount(table, book, {**count, "times": -1, "per": 20}) == -3
    assert amount(table, book, {**count, "per": 10, "plus": -2}) == 2
    assert amount(table, book, {**count, "at_most": 8}) == 8
    assert amount(table, book, {**count, "times": -1, "at_least": -5}) == -5


def test_a_count_is_of_the_seat_that_is_met_unless_it_says_whose():
    table, book, _ = laid()
    table.volume[:4] = [60, 80, 100, 120]
    assert amount(table, book, {"count": "volume"}, seat=0, subject=2) == 100
    assert amount(table, book, {"count": "volume", "who": "self"}, seat=0, subject=2) == 60
    assert amount(table, book, {"count": "volume", "who": "others"}) == 100
    assert amount(table, book, {"count": "volume", "who": "pact_partners"}) == 0


def test_everyone_can_pay_by_their_own_size():
    table = after(
        {"do": "change", "of": "capital", "who": "everyone",
         "by": {"count": "volume", "times": -1, "per": 40}}
    )  # fmt: skip
    plain = after()
    for seat in range(4):
        assert table.capital[seat] == plain.capital[seat] + (-plain.volume[seat] // 40)


@pytest.mark.parametrize("quantity", ["glut", "round", "seats", "index", "pressure", "regional"])
def test_what_belongs_to_the_table_is_the_same_for_every_seat(quantity):
    table, book, _ = laid()
    values = {amount(table, book, {"count": quantity}, seat=s, subject=s) for s in range(4)}
    assert len(values) == 1


def test_ties_differences_and_mismatch_are_means_over_the_others():
    table, book, _ = laid()
    for other, tie in ((1, 40), (2, 60), (3, 80)):
        table.tie[0][other] = table.tie[other][0] = tie
    assert amount(table, book, {"count": "tie", "with": "others"}) == 60
    table.pact[0][3] = table.pact[3][0] = 1
    assert amount(table, book, {"count": "tie", "with": "pact_partners"}) == 80
    table.volume[:4] = [50, 150, 50, 50]
    assert amount(table, book, {"count": "asymmetry", "with": "largest"}) == 50
    assert amount(table, book, {"count": "asymmetry", "with": "largest"}, seat=1, subject=1) == 0
    table.ambition[0], table.ambition[1] = [100, 0, 0, 0], [0, 100, 0, 0]
    assert amount(table, book, {"count": "mismatch", "with": "largest"}) == 100
    partners = {"count": "tie", "with": "partners", "stage": "processing"}
    table.partner_tie[0][:2] = [30, 50]
    assert amount(table, book, partners) == 40
    assert amount(table, book, {"count": "tie", "with": "contract_partners"}) == 0


def test_answers_are_counted_with_and_without_oneself():
    table, book, _ = laid()
    table.acted_option[:4] = [2, 2, 2, 1]
    table.group[1] = 0
    assert amount(table, book, {"count": "chosen"}, option=2) == 3
    assert amount(table, book, {"count": "chosen_others"}, option=2) == 2
    assert amount(table, book, {"count": "chosen", "who": "group"}, option=2) == 2


def seats(table: Table, target: int, *, seat: int = 0, option: int = -1) -> list[int]:
    """Return the seats a target means."""
    mask = seats_met(table, target, seat, option)
    return [s for s in range(table.seats) if mask >> s & 1]


def test_relations_find_their_seats():
    table, _book, _log = laid()
    table.acted_option[:4] = [1, 1, 0, -1]
    table.pact[0][2] = table.pact[2][0] = 1
    table.group[3] = 0
    table.holds[1][1], table.contract_with[1][1] = c.CONTRACT_HELD, 0
    assert seats(table, r.TO_SELF) == [0]
    assert seats(table, r.TO_OTHERS) == [1, 2, 3]
    assert seats(table, r.TO_EVERYONE) == [0, 1, 2, 3]
    assert seats(table, r.TO_SAME_OPTION, option=1) == [1]
    assert seats(table, r.TO_OTHER_OPTION, option=1) == [2]
    assert seats(table, r.TO_PACT_PARTNERS) == [2]
    assert seats(table, r.TO_GROUP) == [0, 3]
    assert seats(table, r.TO_CONTRACT_SEATS) == [1]
    assert seats(table, r.TO_CONTRACT_SEATS, seat=1) == [0]
    assert seats(table, r.TO_GROUP, seat=-1) == []
    assert seats(table, r.TO_OTHERS, seat=-1) == [0, 1, 2, 3]


def test_the_most_and_the_least_are_found_from_the_first_seat_on():
    table, _, _ = laid()
    table.volume[:4] = [60, 90, 90, 50]
    table.capital[:4] = [20, 5, 30, 5]
    for a in range(4):
        for b in range(4):
            table.tie[a][b] = [40, 70, 50, 20][b]
    assert seats(table, r.TO_LARGEST) == [1]
    table.first_seat = 2
    assert seats(table, r.TO_LARGEST) == [2]
    assert seats(table, r.TO_SMALLEST) == [3]
    assert seats(table, r.TO_RICHEST) == [2]
    assert seats(table, r.TO_POOREST) == [3]
    assert seats(table, r.TO_MOST_TRUSTED) == [1]
    assert seats(table, r.TO_LEAST_TRUSTED) == [3]


def test_one_by_chance_is_the_same_for_all_effects_of_an_option():
    table, book, log = laid()
    drawn = {seats(table, r.TO_BY_CHANCE, option=o)[0] for o in range(30)}
    assert drawn == {0, 1, 2, 3}
    carried_out(
        table, book, log, {"do": "change", "of": "quality", "who": "by_chance", "by": 5},
        {"do": "change", "of": "voice", "who": "by_chance", "by": 5},
    )  # fmt: skip
    plain = after()
    better = [s for s in range(4) if table.quality[s] != plain.quality[s]]
    assert better == [s for s in range(4) if table.voice[s] != plain.voice[s]]
    assert len(better) == 1


def test_parties_are_partners_neighbours_or_anyone():
    table, book, log = laid()
    table.neighbour_joined[0] = 1
    partners = sum(1 << (c.PARTNER_PARTY + p) for p in range(4))
    assert parties_met(table, r.TO_PARTNERS, -1, 0, -1) == partners
    assert parties_met(table, r.TO_PARTNERS, 1, 0, -1) == 3 << c.PARTNER_PARTY
    neighbours = parties_met(table, r.TO_NEIGHBOURS, -1, 0, -1)
    assert neighbours == sum(one(c.NEIGHBOUR_PARTY + n) for n in range(1, table.neighbours))
    assert parties_met(table, r.TO_ANYONE, -1, 0, -1) == neighbours | 15
    assert parties_met(table, r.TO_OTHERS, -1, 1, -1) == 13
    carried_out(table, book, log, {"do": "sign_contract", "stage": "processing"}, seat=2)
    party = table.contract_with[2][1]
    assert parties_met(table, r.TO_CONTRACT_PARTNERS, -1, 2, -1) == one(party)
    assert parties_met(table, r.TO_CONTRACT_PARTNERS, 2, 2, -1) == 0
    assert parties_met(table, r.TO_CONTRACT_PARTNERS, -1, -1, -1) == one(party)
    assert one(-1) == 0
