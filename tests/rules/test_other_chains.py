"""Other kinds of co-operative, other home stages and other chains than three with producers."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgame.rules import codes as c
from coopgame.rules.card_rows import ABSORB_NEIGHBOUR
from coopgame.rules.causes import cause_code
from coopgame.rules.effects import run_effects
from coopgame.rules.income import PRESSURE, standing_of
from coopgame.rules.journal import AFTER, BEFORE, CAUSE, WHO, Log, new_log
from coopgame.rules.legal import CLOSED, verdict
from coopgame.rules.measures import neighbour_home, part_of
from coopgame.rules.playbook import Playbook
from coopgame.rules.rounds import open_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.table import Table
from tests.rules.laid import choose, laid, play, rows, sure
from tests.rules.small_playbook import partner_row, small_playbook, start_row

N = c.NEIGHBOUR_PARTY
STAGES = ("inputs", "production", "processing", "distribution", "consumption")
SHARES = [10, 35, 25, 20, 10]


def long_book(homes: list[int], kinds: list[int], rule=None) -> Playbook:
    """Return a chain of five stages with these home stages and kinds."""
    book = small_playbook(rule=rule or sure(), seats=len(homes))
    starts = [start_row(k, home=homes[k], kind=kinds[k]) for k in range(len(homes))]
    return replace(
        book,
        starts=starts,
        stage_kind=[0, 1, 2, 3, 4],
        stage_share=SHARES,
        partners=[partner_row(stage) for stage in range(5)],
        labels=replace(book.labels, stages=STAGES, partners=("p", "q", "r", "s", "t")),
    )


def long_chain(homes: list[int], kinds: list[int] | None = None) -> tuple[Table, Playbook, Log]:
    book = long_book(homes, kinds or [c.PRODUCER] * len(homes))
    table, log = Table(), new_log()
    lay_table(table, book, log, 1, len(homes))
    open_round(table, book, log)
    return table, book, log


def test_neighbours_work_where_most_seats_are_at_home():
    table, book, _ = long_chain([1, 1, 4])
    assert neighbour_home(table) == 1
    assert CLOSED[verdict(table, book, 0, c.MERGE, N, -1, 0)[0]] == "open"
    assert CLOSED[verdict(table, book, 2, c.MERGE, N, -1, 0)[0]] == "other_stage"
    assert CLOSED[verdict(table, book, 2, c.COORDINATE, N, -1, 0)[0]] == "other_stage"


def test_a_card_lets_a_neighbour_join_only_a_co_operative_of_its_stage():
    table, book, log = long_chain([1, 1, 4])
    book = replace(book, effects=[[ABSORB_NEIGHBOUR, 0, 0, 0, -1, 0, -1, 0, 0]])
    run_effects(table, book, log, 0, 1, 2, -1, 1)
    assert table.neighbour_joined[: table.neighbours] == [0] * table.neighbours
    run_effects(table, book, log, 0, 1, 0, -1, 1)
    assert sum(table.neighbour_joined) == 1


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.integers(0, 4), min_size=2, max_size=6),
    st.lists(st.integers(0, 3), min_size=6, max_size=6),
)
def test_every_kind_at_every_stage_of_a_long_chain_pays_a_price_in_a_calm_market(homes, kinds):
    table, book, log = long_chain(homes, kinds)
    for _ in range(3):
        play(table, book, log)
        open_round(table, book, log)
    for seat in range(table.seats):
        assert 0 < table.paid[seat] <= 100
        assert all(0 < meter < 100 for meter in table.meter[seat])


def test_co_operatives_of_two_stages_apart_cannot_coordinate_but_can_sign_a_contract():
    table, book, log = long_chain([0, 1, 4], [c.PRODUCER, c.PRODUCER, c.CONSUMER])
    assert CLOSED[verdict(table, book, 0, c.COORDINATE, 1, -1, 0)[0]] == "open"
    assert CLOSED[verdict(table, book, 1, c.COORDINATE, 2, -1, 0)[0]] == "other_stage"
    choose(table, 1, c.CONTRACT, 2, stage=4, term=c.LONG, price=c.FIXED)
    choose(table, 2, c.CONTRACT, 1, stage=1, term=c.LONG, price=c.FIXED)
    play(table, book, log)
    assert (table.contract_with[1][4], table.contract_with[2][1]) == (2, 1)


@pytest.mark.parametrize("kind", [c.PRODUCER, c.CONSUMER, c.COLLECTIVE])
def test_every_kind_can_open_up_and_then_feels_less_of_the_buyers_pressure(kind):
    table, book, log = long_chain([1, 3], [kind, c.PRODUCER])
    pressure = standing_of(table, book, 0)[PRESSURE]
    choose(table, 0, c.OPEN_UP)
    play(table, book, log)
    assert table.kind[0] == c.MIXED
    table.pressure = pressure
    assert standing_of(table, book, 0)[PRESSURE] == pressure * 75 // 100


def test_opening_up_a_group_leaves_districts_that_are_open_already_alone():
    table, book, log = laid()
    table.group[1] = table.group[2] = 0
    table.kind[1] = c.MIXED
    choose(table, 0, c.OPEN_UP)
    play(table, book, log)
    opened = [row for row in rows(log, "kind") if row[CAUSE] == cause_code("opened_up")]
    assert [row[WHO] for row in opened] == [0, 2]
    money = [
        row[AFTER] - row[BEFORE]
        for row in rows(log, "capital")
        if row[CAUSE] == cause_code("consumer_capital")
    ]
    assert sum(money) == book.rule.open_up_coins


def test_a_group_pays_a_facility_by_purse_and_owes_exactly_the_rest():
    table, book, log = laid(rule=sure())
    table.group[1] = table.group[2] = 0
    table.volume[:3] = [70, 133, 91]
    table.capital[:3] = [90, 7, -4]
    choose(table, 1, c.INTEGRATE, stage=1)
    play(table, book, log)
    cost = (15 + 3 * 294 // 10) * 30 // 30
    own = cost * 37 // 100 + 1
    why = cause_code("building_cost")
    paid = [r[BEFORE] - r[AFTER] for r in rows(log, "capital") if r[CAUSE] == why]
    owed = [r[AFTER] - r[BEFORE] for r in rows(log, "debt") if r[CAUSE] == why]
    assert (sum(paid), sum(owed)) == (own, cost - own)
    assert sum(table.building[seat][1] for seat in range(3)) == 294


@given(st.integers(0, 500), st.lists(st.integers(0, 400), min_size=1, max_size=6))
def test_shares_add_up_to_the_whole_unless_nobody_weighs_anything(total, weights):
    shares, left = [], total
    for place, own in enumerate(weights):
        shares.append(part_of(left, own, sum(weights[place:])))
        left -= shares[-1]
    assert sum(shares) == (total if sum(weights) else 0)
    assert all(share == 0 for share, weight in zip(shares, weights, strict=True) if weight == 0)
