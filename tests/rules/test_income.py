import pytest

from coopgame.rules import codes as c
from coopgame.rules import income
from coopgame.rules.agreements import make_pact, sign_contract
from coopgame.rules.causes import cause_code
from coopgame.rules.journal import AFTER, BEFORE, CAUSE, WHO
from tests.rules.laid import laid, play, rows

WHY = (0, -1, 0)
P = c.PARTNER_PARTY


def price(table, book, seat=0):
    income.lay_out_earnings(table, book, seat)
    return sum(table.support[seat])


def test_a_contract_puts_a_floor_under_the_price_and_takes_the_upside():
    table, book, log = laid()
    table.index = 100
    sign_contract(table, book, log, 1, P, 1, c.LONG, c.FIXED, WHY)
    for field in ("volume", "efficiency", "quality"):
        getattr(table, field)[1] = getattr(table, field)[0]
    swing = {}
    for index in (60, 140):
        table.index = index
        swing[index] = price(table, book, 0), price(table, book, 1)
    alone = swing[140][0] - swing[60][0]
    fixed = swing[140][1] - swing[60][1]
    assert fixed < alone
    assert swing[60][1] > swing[60][0]


def test_a_pact_damps_both_ways():
    table, book, log = laid()
    prices = {}
    for index in (60, 150):
        table.index = index
        prices[index] = income.standing_of(table, book, 0)[income.INDEX]
    make_pact(table, book, log, 0, 1, WHY)
    for index in (60, 150):
        table.index = index
        assert abs(income.standing_of(table, book, 0)[income.INDEX] - 100) < abs(
            prices[index] - 100
        )


def test_an_own_facility_pays_when_full_and_loses_when_empty():
    table, book, _ = laid()
    table.index = 100
    alone = income.market_earning(table, book, 1, income.standing_of(table, book, 0))
    volume = table.volume[0]
    table.holds[0][1] = c.OWN
    table.capacity[0][1] = volume
    assert income.own_earning(table, book, 0, 1, income.standing_of(table, book, 0)) > alone
    table.capacity[0][1] = 3 * volume
    assert income.own_earning(table, book, 0, 1, income.standing_of(table, book, 0)) < alone


def test_a_facility_that_is_too_small_sells_the_rest_on_the_market():
    table, book, _ = laid()
    volume = table.volume[0]
    table.capacity[0][1] = volume
    full = income.own_earning(table, book, 0, 1, income.standing_of(table, book, 0))
    table.capacity[0][1] = volume // 2
    half = income.own_earning(table, book, 0, 1, income.standing_of(table, book, 0))
    assert income.market_earning(table, book, 1, income.standing_of(table, book, 0)) < half < full


def test_a_glut_hurts_an_own_facility_less_than_the_market():
    table, book, _ = laid()
    table.index = 100
    table.glut = 0
    before = income.home_earning(table, book, 0, income.standing_of(table, book, 0))
    table.glut = 80
    market = before - income.home_earning(table, book, 0, income.standing_of(table, book, 0))
    table.capacity[0][1] = table.volume[0]
    table.glut = 0
    before = income.home_earning(table, book, 0, income.standing_of(table, book, 0))
    table.glut = 80
    assert before - income.home_earning(table, book, 0, income.standing_of(table, book, 0)) < market


def test_quality_above_30_earns_more():
    table, book, _ = laid()
    table.quality[0] = 30
    assert income.quality_earning(table, book, 0, income.standing_of(table, book, 0)) == 0
    table.quality[0] = 60
    assert income.quality_earning(table, book, 0, income.standing_of(table, book, 0)) > 0


def test_a_strong_region_steadies_the_price_for_those_who_stay_alone():
    table, book, _ = laid()
    table.index = 60
    table.outside = 2000
    weak = income.standing_of(table, book, 0)[income.INDEX]
    table.outside = 100
    assert income.standing_of(table, book, 0)[income.INDEX] > weak


def test_unit_cost_falls_with_efficiency_and_scale():
    table, book, _ = laid()
    table.volume[0], table.efficiency[0] = 60, 40
    small = income.unit_cost(table, book, 0, income.standing_of(table, book, 0))
    table.efficiency[0] = 80
    efficient = income.unit_cost(table, book, 0, income.standing_of(table, book, 0))
    table.volume[0] = 300
    assert income.unit_cost(table, book, 0, income.standing_of(table, book, 0)) < efficient < small


def test_a_mixed_co_operative_feels_less_of_the_buyers_pressure():
    table, book, log = laid()
    table.pressure = 60
    assert income.standing_of(table, book, 0)[income.PRESSURE] == 60
    table.kind[0] = c.MIXED
    assert (
        income.standing_of(table, book, 0)[income.PRESSURE] == 60 * book.rule.mixed_pressure // 100
    )
    make_pact(table, book, log, 0, 1, WHY)
    assert (
        income.standing_of(table, book, 0)[income.PRESSURE] == 45 * book.rule.pact_pressure // 100
    )


def test_the_reasons_of_a_price_add_up_to_its_change():
    table, book, log = laid()
    before = table.paid[0]
    start = log[0][0]
    play(table, book, log)
    paid = [r for r in rows(log, "paid") if r[WHO] == 0][1:]
    assert log[0][0] > start
    assert sum(r[AFTER] - r[BEFORE] for r in paid) == table.paid[0] - before


def test_a_loss_is_borne_by_the_capital_and_members_get_nothing_less_than_zero():
    table, book, log = laid()
    table.index, table.glut, table.pressure = 40, 100, 100
    table.efficiency[0], table.quality[0] = 0, 0
    coins = table.capital[0]
    income.settle_prices(table, book, log)
    assert table.paid[0] == 0
    assert table.capital[0] < coins
    assert cause_code("loss_borne") in {row[CAUSE] for row in rows(log, "capital")}


def test_debt_is_paid_back_over_five_rounds_with_interest():
    table, book, log = laid()
    table.debt[0] = 50
    income.settle_prices(table, book, log)
    served = [r for r in rows(log, "capital") if r[CAUSE] == cause_code("debt_service")]
    interest = [r for r in rows(log, "capital") if r[CAUSE] == cause_code("debt_interest")]
    assert table.debt[0] == 40
    assert [r[AFTER] - r[BEFORE] for r in (*served, *interest)] == [-10, -2]


def test_a_full_purse_is_partly_paid_out():
    table, book, log = laid()
    table.capital[0] = 75
    income.settle_prices(table, book, log)
    assert cause_code("paid_out") in {row[CAUSE] for row in rows(log, "capital")}


@pytest.mark.parametrize("home", [0, 1, 2])
def test_every_home_stage_can_earn_a_price(home):
    table, book, _ = laid()
    for stage in range(3):
        table.holds[0][stage] = c.HOME if stage == home else c.MARKET
    table.home[0] = home
    table.index, table.glut = 100, 10
    assert price(table, book) > 0
    assert income.held_stages(table, 0) == 0
