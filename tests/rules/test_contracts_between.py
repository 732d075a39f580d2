"""Contracts between co-operatives of different stages: one contract, written on both sides."""

from dataclasses import replace

import pytest

from coopgame.rules import codes as c
from coopgame.rules.agreements import leave_contract, settle_contracts, sign_contract
from coopgame.rules.causes import cause_code
from coopgame.rules.chance import begin
from coopgame.rules.journal import AFTER, BEFORE, CAUSE, WHO, Log, new_log
from coopgame.rules.merging import leave_group
from coopgame.rules.playbook import Playbook
from coopgame.rules.rounds import open_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.table import Table
from tests.rules.laid import choose, play, rows, sure
from tests.rules.small_playbook import small_playbook, start_row, with_numbers

WHY = (0, -1, 0)
P = c.PARTNER_PARTY


def chain(*homes: int, rule=None) -> tuple[Table, Playbook, Log]:
    """Lay a table with one seat for each home stage given, and quiet contracts."""
    book = small_playbook(rule=rule or with_numbers(break_base=-1000), seats=len(homes))
    starts = [start_row(seat, home=home) for seat, home in enumerate(homes)]
    book = replace(book, starts=starts)
    table, log = Table(), new_log()
    lay_table(table, book, log, 1, len(homes))
    open_round(table, book, log)
    return table, book, log


def signed(*homes: int, term: int = c.SHORT, rule=None) -> tuple[Table, Playbook, Log]:
    """Lay a table on which seat A has a contract with the last seat, round 1 settled."""
    table, book, log = chain(*homes, rule=rule)
    for seat in range(len(homes) - 1):
        table.group[seat] = 0
    sign_contract(table, book, log, 0, len(homes) - 1, homes[-1], term, c.INDEXED, WHY)
    settle_contracts(table, book, log)
    return table, book, log


def contracts(table: Table) -> list[tuple[int, int]]:
    """Return (seat, stage) of everything held by contract."""
    return [
        (seat, stage)
        for seat in range(table.seats)
        for stage in range(table.stages)
        if table.holds[seat][stage] == c.CONTRACT_HELD
    ]


@pytest.mark.parametrize("term", [c.SHORT, c.LONG])
def test_a_contract_between_co_operatives_runs_out_on_both_sides_in_the_same_round(term):
    table, book, log = signed(0, 2, term=term)
    for _ in range(4 if term == c.LONG else 2):
        assert table.contract_left[0][2] == table.contract_left[1][0] > 0
        assert table.contract_age[0][2] == table.contract_age[1][0]
        settle_contracts(table, book, log)
    assert contracts(table) == []
    ended = [row for row in rows(log, "contract") if row[CAUSE] == cause_code("contract_ended")]
    assert [(row[BEFORE], row[AFTER]) for row in ended] == [(1, 0), (1, 0)]


def test_a_contract_between_co_operatives_that_breaks_hurts_both_sides_alike():
    table, book, log = signed(0, 2, rule=with_numbers(break_base=5000))
    for _ in range(9):
        settle_contracts(table, book, log)
    assert contracts(table) == []
    broken = cause_code("contract_broken")
    assert [row[WHO] for row in rows(log, "contract") if row[CAUSE] == broken] == [0, 1]
    for meter in ("trust", "price_control"):
        assert [row[WHO] for row in rows(log, meter) if row[CAUSE] == broken] == [0, 1]
    assert table.shock[0][c.PRICE_CONTROL] == table.shock[1][c.PRICE_CONTROL] == -5


def test_the_contract_of_a_group_ends_in_all_districts_and_on_the_other_side():
    table, book, log = signed(0, 0, 2)
    assert contracts(table) == [(0, 2), (1, 2), (2, 0)]
    ties = [table.tie[0][2], table.tie[1][2], table.tie[2][1]]
    leave_contract(table, book, log, 2, 0)
    assert contracts(table) == []
    assert [table.tie[0][2], table.tie[1][2], table.tie[2][1]] == [
        tie - book.rule.early_leave for tie in ties
    ]


def test_the_contract_of_a_group_is_tried_once_a_round():
    broke_apart = 0
    for seed in range(40):
        table, book, log = signed(0, 0, 2, term=c.LONG, rule=with_numbers(break_base=50))
        table.seed_low = seed
        begin(table)
        settle_contracts(table, book, log)
        broke_apart += len(contracts(table)) not in (0, 3)
    assert broke_apart == 0


def test_what_a_group_signed_with_a_partner_is_tried_once_for_all_its_districts():
    ended = set()
    for seed in range(40):
        table, book, log = chain(0, 0, rule=with_numbers(break_base=50))
        table.group[1], table.seed_low = 0, seed
        begin(table)
        sign_contract(table, book, log, 0, P, 1, c.LONG, c.INDEXED, WHY)
        settle_contracts(table, book, log)
        settle_contracts(table, book, log)
        ended.add(len(contracts(table)))
    assert ended == {0, 2}


def test_what_districts_signed_apart_is_tried_apart():
    table, book, log = chain(0, 0, rule=with_numbers(break_base=-1000))
    sign_contract(table, book, log, 0, P, 1, c.SHORT, c.INDEXED, WHY)
    sign_contract(table, book, log, 1, P, 1, c.LONG, c.INDEXED, WHY)
    table.group[1] = 0
    for _ in range(3):
        settle_contracts(table, book, log)
    assert contracts(table) == [(1, 1)]


def test_a_contract_signed_a_round_earlier_runs_out_a_round_earlier():
    table, book, log = chain(0, 0)
    table.group[1] = 0
    sign_contract(table, book, log, 1, P, 1, c.LONG, c.INDEXED, WHY)
    table.holds[0][1] = c.MARKET
    settle_contracts(table, book, log)
    sign_contract(table, book, log, 0, P, 1, c.LONG, c.INDEXED, WHY)
    for _ in range(4):
        settle_contracts(table, book, log)
    assert contracts(table) == [(0, 1)]
    settle_contracts(table, book, log)
    assert contracts(table) == []


def test_signing_for_a_group_leaves_what_a_district_signed_before():
    table, book, log = chain(0, 0, 2)
    sign_contract(table, book, log, 1, P, 1, c.LONG, c.FIXED, WHY)
    table.group[1] = 0
    sign_contract(table, book, log, 0, P + 1, 1, c.SHORT, c.INDEXED, WHY)
    assert (table.contract_with[0][1], table.contract_left[0][1]) == (P + 1, 2)
    assert (table.contract_with[1][1], table.contract_left[1][1]) == (P, 4)


def test_a_contract_of_the_group_stays_with_the_group_when_a_district_leaves():
    for leaver, heir in ((1, 0), (0, 1)):
        table, book, log = signed(0, 0, 2, term=c.LONG)
        while table.group[0] == table.group[1]:
            table.seed_low += 1
            begin(table)
            leave_group(table, book, log, leaver)
        assert contracts(table) == [(heir, 2), (2, 0)]
        assert table.contract_with[2][0] == heir
        ended = [row for row in rows(log, "contract") if row[CAUSE] == cause_code("group_left")]
        assert [row[WHO] for row in ended] == [leaver]


def test_what_a_group_signed_with_a_partner_stays_with_both_when_a_district_leaves():
    table, book, log = chain(0, 0)
    table.group[1] = 0
    sign_contract(table, book, log, 0, P, 1, c.LONG, c.INDEXED, WHY)
    while table.group[0] == table.group[1]:
        table.seed_low += 1
        begin(table)
        leave_group(table, book, log, 1)
    assert contracts(table) == [(0, 1), (1, 1)]


def test_what_a_district_signed_alone_goes_with_it():
    table, book, log = chain(0, 0, 2)
    sign_contract(table, book, log, 1, 2, 2, c.LONG, c.INDEXED, WHY)
    sign_contract(table, book, log, 0, P, 1, c.LONG, c.INDEXED, WHY)
    table.group[1] = 0
    while table.group[0] == table.group[1]:
        table.seed_low += 1
        begin(table)
        leave_group(table, book, log, 1)
    assert contracts(table) == [(0, 1), (1, 2), (2, 0)]


def test_two_that_choose_different_terms_sign_nothing_yet_and_each_has_an_offer():
    table, book, log = chain(0, 2)
    choose(table, 0, c.CONTRACT, 1, stage=2, term=c.LONG, price=c.FIXED)
    choose(table, 1, c.CONTRACT, 0, stage=0, term=c.SHORT, price=c.INDEXED)
    play(table, book, log)
    assert contracts(table) == []
    assert table.offer_move[:2] == [c.CONTRACT, c.CONTRACT]
    open_round(table, book, log)
    table.reply[0][1] = 1
    play(table, book, log)
    assert contracts(table) == [(0, 2), (1, 0)]
    assert table.contract_fixed[0][2] == table.contract_fixed[1][0] == c.INDEXED


@pytest.mark.parametrize("mixed", [0, 1])
def test_a_mixed_co_operative_pays_its_coin_whoever_comes_first(mixed):
    table, book, log = chain(0, 0, rule=sure())
    table.kind[mixed] = c.MIXED
    choose(table, 0, c.COORDINATE, 1)
    choose(table, 1, c.COORDINATE, 0)
    play(table, book, log)
    assert table.pact[0][1] > 0
    paid = [row[WHO] for row in rows(log, "capital") if row[CAUSE] == cause_code("move_cost")]
    assert paid == [mixed]


def test_an_offer_that_was_paid_for_can_be_accepted_with_an_empty_purse():
    table, book, log = chain(0, 0)
    table.kind[0], table.capital[0] = c.MIXED, book.rule.mixed_cost
    choose(table, 0, c.COORDINATE, 1)
    play(table, book, log)
    open_round(table, book, log)
    table.capital[0] = 0
    table.reply[1][0] = 1
    play(table, book, log)
    assert table.pact[0][1] > 0
