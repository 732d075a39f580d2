from coopgame.rules import codes as c
from coopgame.rules.causes import cause_code
from coopgame.rules.drift import supported
from coopgame.rules.journal import CAUSE
from coopgame.rules.members import (
    count_down,
    lay_out_members,
    leaving_volume,
    price_gap,
    settle_members,
    settle_volumes,
)
from tests.rules.laid import laid, rows


def target(table, book):
    lay_out_members(table, book, 0)
    return supported(table, 0)


def poor(table, gap=8):
    """Let seat A pay `gap` points less than everybody else."""
    for seat in range(table.seats):
        table.paid[seat] = 40
    table.paid[0] = 40 - gap


def test_a_price_below_what_rivals_pay_lowers_commitment():
    table, book, _ = laid()
    poor(table, 0)
    before = target(table, book)
    poor(table, 8)
    assert target(table, book) < before


def test_holding_back_profit_costs_less_with_openness():
    table, book, _ = laid()
    table.openness[0] = 30
    table.held[0] = 0
    closed_before = target(table, book)
    table.held[0] = 1
    closed = closed_before - target(table, book)
    table.openness[0], table.held[0] = 80, 0
    open_before = target(table, book)
    table.held[0] = 1
    assert open_before - target(table, book) < closed


def test_size_without_voice_estranges_members_and_named_shares_help():
    table, book, _ = laid()
    table.volume[0], table.voice[0] = 300, 30
    big = target(table, book)
    table.named_shares[0] = 1
    assert target(table, book) > big
    table.named_shares[0], table.volume[0] = 0, 100
    assert target(table, book) > big


def test_a_merger_being_digested_and_consumers_in_the_co_operative_count():
    table, book, _ = laid()
    before = target(table, book)
    table.digest[0] = 2
    assert target(table, book) < before
    table.digest[0], table.kind[0] = 0, c.MIXED
    assert target(table, book) == before + 3


def test_members_move_a_quarter_of_the_way():
    table, book, log = laid()
    table.parts[0][c.V_MEMBERS] = [0] * c.PARTS
    table.members[0] = 0
    lay_out_members(table, book, 0)
    goal = supported(table, 0)
    settle_members(table, book, log)
    assert abs(table.members[0] - goal // 4) <= 1


def test_members_leave_only_after_two_rounds_of_a_lower_price():
    table, book, log = laid()
    poor(table)
    table.members[0] = 40
    volume = table.volume[0]
    settle_volumes(table, book, log)
    assert table.volume[0] == volume
    settle_volumes(table, book, log)
    assert table.volume[0] < volume
    assert cause_code("members_left") in {row[CAUSE] for row in rows(log, "volume")}


def test_most_leavers_go_to_the_best_payer():
    table, book, log = laid()
    poor(table, 10)
    table.paid[2] = 60
    table.members[0] = 20
    table.gap_rounds[0] = 1
    before, outside = table.volume[2], table.outside
    settle_volumes(table, book, log)
    assert table.volume[2] > before
    assert table.outside >= outside


def test_committed_members_resist():
    table, book, _ = laid()
    poor(table, 10)
    table.members[0] = 20
    gap = price_gap(table, book, 0)
    doubting = leaving_volume(table, book, 0, gap)
    table.members[0] = 85
    assert leaving_volume(table, book, 0, gap) * 3 < doubting


def test_an_exit_ban_holds_volume_until_it_ends():
    table, book, log = laid()
    poor(table, 10)
    table.members[0], table.gap_rounds[0], table.exit_ban[0] = 20, 3, 1
    volume = table.volume[0]
    settle_volumes(table, book, log)
    assert table.volume[0] == volume
    count_down(table, log, 0)
    assert rows(log, "exit_ban")
    settle_volumes(table, book, log)
    assert table.volume[0] < volume


def test_a_better_price_brings_members_from_outside():
    table, book, log = laid()
    poor(table, -20)
    table.members[0] = 60
    volume, outside = table.volume[0], table.outside
    settle_volumes(table, book, log)
    assert table.volume[0] == volume + volume * 2 // 100
    assert table.outside < outside


def test_only_co_operatives_of_the_same_stage_are_rivals():
    table, book, _ = laid()
    poor(table, 10)
    gap = price_gap(table, book, 0)
    for seat in (1, 2, 3):
        table.home[seat] = 2
    assert price_gap(table, book, 0) < gap
