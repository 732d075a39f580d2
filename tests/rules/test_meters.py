import itertools

from coopgame.rules import codes as c
from coopgame.rules.agreements import make_pact, sign_contract
from coopgame.rules.drift import supported
from coopgame.rules.income import standing_of
from coopgame.rules.measures import power
from coopgame.rules.meters import (
    lay_out_autonomy,
    lay_out_price_control,
    lay_out_trust,
    steadiness,
    use_of,
    vote_share,
)
from tests.rules.laid import laid

WHY = (0, -1, 0)


def support(lay_out, table, book, seat=0):
    if lay_out is lay_out_trust:
        lay_out(table, book, seat)
    else:
        lay_out(table, book, seat, standing_of(table, book, seat))
    return supported(table, seat)


def test_trust_is_half_what_members_live_through_and_half_ties():
    table, book, _ = laid()
    table.members[0], table.openness[0], table.voice[0] = 80, 40, 60
    for other in range(1, 4):
        table.tie[0][other] = table.tie[other][0] = 50
    assert support(lay_out_trust, table, book) == 58  # 260/8 + 25 = 57.5, rounded


def test_only_ties_with_those_one_is_linked_to_count_once_there_is_a_link():
    table, book, log = laid()
    for other in range(1, 4):
        table.tie[0][other] = table.tie[other][0] = 20
    before = support(lay_out_trust, table, book)
    table.tie[0][1] = table.tie[1][0] = 90
    make_pact(table, book, log, 0, 1, WHY)
    assert support(lay_out_trust, table, book) - before == 35


def test_an_own_facility_gives_more_price_control_than_a_contract_or_the_market():
    table, book, log = laid()
    market = support(lay_out_price_control, table, book)
    sign_contract(table, book, log, 0, c.PARTNER_PARTY, 1, c.LONG, c.INDEXED, WHY)
    contract = support(lay_out_price_control, table, book)
    table.holds[0][1] = c.OWN
    table.capacity[0][1] = table.volume[0]
    own = support(lay_out_price_control, table, book)
    assert market < contract < own


def test_an_empty_facility_gives_less_price_control_than_a_full_one():
    table, book, _ = laid()
    table.holds[0][1] = c.OWN
    table.capacity[0][1] = table.volume[0]
    full = support(lay_out_price_control, table, book)
    table.capacity[0][1] = 3 * table.volume[0]
    assert use_of(table, 0, 1) == 33
    assert support(lay_out_price_control, table, book) < full


def test_steady_prices_give_more_price_control_than_swinging_ones():
    table, _book, _ = laid()
    table.prices[0] = [30, 30, 30, 30]
    assert steadiness(table, 0) == 100
    table.prices[0] = [20, 40, 30, 30]
    assert steadiness(table, 0) == 0


def test_selling_alone_to_strong_buyers_is_not_free():
    table, book, _ = laid()
    table.pressure = 10
    calm = support(lay_out_autonomy, table, book)
    table.pressure = 80
    assert support(lay_out_autonomy, table, book) < calm < 100


def test_each_pact_costs_autonomy_up_to_28_per_cent():
    table, book, log = laid(seats=5)
    table.pressure = 0
    values = [support(lay_out_autonomy, table, book)]
    for other in (1, 2, 3):
        make_pact(table, book, log, 0, other, WHY)
        values.append(support(lay_out_autonomy, table, book))
    assert values == [100, 86, 72, 72]


def test_debt_and_red_figures_cost_autonomy():
    table, book, _ = laid()
    table.pressure = 0
    table.debt[0] = 20
    assert support(lay_out_autonomy, table, book) == 90
    table.capital[0] = -1
    assert support(lay_out_autonomy, table, book) == 80
    table.debt[0] = 200
    assert support(lay_out_autonomy, table, book) == 70


def test_a_district_keeps_more_autonomy_when_the_group_has_a_strong_voice():
    table, book, _ = laid()
    table.pressure = 0
    table.group[1] = 0
    table.volume[0], table.volume[1] = 50, 150
    table.voice[0] = table.voice[1] = 20
    weak = support(lay_out_autonomy, table, book)
    assert vote_share(table, 0) == 25
    table.voice[0] = table.voice[1] = 80
    assert vote_share(table, 0) == (25 + 50) // 2
    assert support(lay_out_autonomy, table, book) > weak


def test_a_co_operative_that_absorbed_a_neighbour_shares_its_say():
    table, book, _ = laid()
    table.pressure = 0
    table.absorbed[0] = table.volume[0] // 2
    assert support(lay_out_autonomy, table, book) < 100


def test_a_mixed_co_operative_gives_up_autonomy():
    table, book, _ = laid()
    table.pressure = 0
    table.kind[0] = c.MIXED
    assert support(lay_out_autonomy, table, book) == 92


def test_power_has_diminishing_returns_in_volume():
    table, book, _ = laid()
    table.quality[0] = 50
    powers = []
    for volume in (50, 100, 200, 400):
        table.volume[0] = volume
        powers.append(power(table, book, 0))
    gains = [b - a for a, b in itertools.pairwise(powers)]
    assert powers == sorted(powers)
    assert gains[2] < 2 * gains[0]
