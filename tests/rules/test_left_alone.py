"""What it means to be left alone: after a pact, after a group, and when members go."""

from coopgame.rules import codes as c
from coopgame.rules import income, measures
from coopgame.rules.agreements import leave_pact, make_pact
from coopgame.rules.chance import begin
from coopgame.rules.income import standing_of
from coopgame.rules.legal import CLOSED, verdict
from coopgame.rules.measures import group_size
from coopgame.rules.merging import absorb_neighbour, leave_group
from coopgame.rules.meters import lay_out_autonomy, vote_share
from coopgame.rules.rounds import open_round
from coopgame.rules.table import Table
from tests.rules.laid import choose, laid, play, sure

WHY = (0, -1, 0)
N = c.NEIGHBOUR_PARTY


def divided(table, book, log, seat):
    """Let a district try until its members vote to leave the group."""
    while measures.group_size(table, seat) > 1:
        table.seed_low += 1
        begin(table)
        leave_group(table, book, log, seat)


def test_whoever_is_left_by_its_only_pact_partner_feels_the_whole_market_again():
    table, book, log = laid()
    table.index, table.pressure, table.glut = 130, 60, 40

    def felt() -> tuple[int, ...]:
        return (
            income.standing_of(table, book, 1)[income.INDEX],
            income.standing_of(table, book, 1)[income.PRESSURE],
            income.home_earning(table, book, 1, income.standing_of(table, book, 1)),
            measures.power(table, book, 1),
            measures.linked_tie(table, 1),
        )

    alone = felt()
    make_pact(table, book, log, 0, 1, WHY)
    table.round_now = 5
    assert felt() != alone
    leave_pact(table, book, log, 0, 1)
    assert felt() == alone


def test_nobody_is_asked_for_a_fourth_pact():
    table, book, log = laid(seats=5)
    for other in (1, 2, 3):
        make_pact(table, book, log, 0, other, WHY)
    for asker, asked in ((0, 4), (4, 0)):
        assert CLOSED[verdict(table, book, asker, c.COORDINATE, asked, -1, 0)[0]] == "pacts_full"
    leave_pact(table, book, log, 0, 3)
    assert CLOSED[verdict(table, book, 4, c.COORDINATE, 0, -1, 0)[0]] == "open"


def test_whoever_loses_a_neighbour_to_another_keeps_no_pact_with_it():
    table, book, log = laid()
    make_pact(table, book, log, 1, N, WHY)
    strong = measures.power(table, book, 1)
    absorb_neighbour(table, book, log, 0, 0, WHY)
    assert not measures.has_any_pact(table, 1)
    assert measures.power(table, book, 1) < strong


def test_a_dissolved_group_leaves_everybody_what_was_its_own():
    table, book, log = laid(rule=sure())
    table.group[1] = 0
    table.capacity[0][1], table.holds[0][1] = 200, c.OWN
    table.debt[0], table.debt[1] = 9, 2
    coins = table.capital[:2]
    assert income.effective_holding(table, 1, 1, group_size(table, 1)) == c.OWN
    divided(table, book, log, 1)
    assert income.effective_holding(table, 0, 1, group_size(table, 0)) == c.OWN
    assert income.effective_holding(table, 1, 1, group_size(table, 1)) == c.MARKET
    assert table.debt[:2] == [9, 2]
    assert table.capital[:2] == [coins[0], coins[1] - 3]
    assert vote_share(table, 0) == vote_share(table, 1) == 100


def test_districts_are_paid_apart_again_once_the_group_is_dissolved():
    table, book, log = laid()
    table.group[1] = 0
    table.efficiency[0], table.efficiency[1] = 80, 10
    play(table, book, log)
    assert table.paid[0] == table.paid[1]
    open_round(table, book, log)
    divided(table, book, log, 1)
    play(table, book, log)
    assert table.paid[0] > table.paid[1] + 5


def test_a_district_that_leaves_decides_everything_itself_again():
    table, book, log = laid()
    table.group[1] = 0
    lay_out_autonomy(table, book, 1, standing_of(table, book, 1))
    shared = sum(table.support[1])
    divided(table, book, log, 1)
    lay_out_autonomy(table, book, 1, standing_of(table, book, 1))
    assert sum(table.support[1]) > shared


def test_both_districts_of_two_may_ask_to_leave_and_part_only_once():
    parted = 0
    for seed in range(12):
        table, book, log = laid(seed=seed)
        table.group[1] = 0
        table.members[0] = table.members[1] = 10
        choose(table, 0, c.LEAVE, term=c.LEAVE_GROUP)
        choose(table, 1, c.LEAVE, term=c.LEAVE_GROUP)
        play(table, book, log)
        parted += table.group[1] == 1
        assert table.group[:4] in ([0, 0, 2, 3], [0, 1, 2, 3])
    assert parted


def _poorer(efficiency: int) -> Table:
    table, book, log = laid(rounds=8)
    table.volume[:4] = [100, 100, 100, 100]
    table.efficiency[0] = efficiency
    for _ in range(7):
        for seat in range(4):
            choose(table, seat, c.INFORM)
        play(table, book, log)
        open_round(table, book, log)
    return table


def test_a_lower_price_loses_members_and_volume_and_so_raises_the_unit_cost():
    book = laid()[1]
    poor, fair = _poorer(5), _poorer(50)
    assert poor.paid[0] < fair.paid[0]
    assert poor.members[0] < fair.members[0]
    assert poor.volume[0] < fair.volume[0] * 9 // 10
    poor.efficiency[0] = fair.efficiency[0]
    assert income.unit_cost(poor, book, 0, income.standing_of(poor, book, 0)) > income.unit_cost(
        fair, book, 0, income.standing_of(fair, book, 0)
    )
