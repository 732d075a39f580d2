"""What a unit earns, what it costs, and what the members are paid.

Formulas and starting values: rules-numbers section 2; stylised facts 18-22, 25 and 26.
Earnings are in hundredths of a point while they are added up; a point is one per cent of
the consumer price of a unit at index 100, and 100 points on a tenth are one coin.
"""

from typing import TypeAlias

from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules.chances import power_of
from coopgame.rules.changes import change_value
from coopgame.rules.drift import drift
from coopgame.rules.journal import Log, record
from coopgame.rules.measures import (
    asymmetry,
    clamp,
    group_size,
    group_volume,
    next_stage,
    own_capacity,
    pact_count,
    party_volume,
    power,
    regional_share,
    same_group,
    stage_count,
)
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table

Standing: TypeAlias = tuple[int, int, int, int, int, int, int]
"""(price index as felt, bargaining power, buyers' pressure as felt, pacts, seats in its group,
volume of its group, share of the region): how one seat stands, worked out once and handed on."""
INDEX, POWER, PRESSURE, PACTS, SIZE, VOLUME, SHARE = range(7)

P_HOME, P_MARKET, P_CONTRACT, P_OWN, P_QUALITY, P_COST, P_KEPT, P_LOSS, P_POOL = range(c.PARTS)


def standing_of(table: Table, book: Playbook, seat: int) -> Standing:
    """Return how this seat stands now."""
    pacts, share = pact_count(table, seat), regional_share(table)
    return (
        calmed_index(table, book, seat, pacts > 0, share),
        power(table, book, seat),
        felt_pressure(table, book, seat, pacts > 0),
        pacts,
        group_size(table, seat),
        group_volume(table, seat),
        share,
    )


def calmed_index(
    table: Table,
    book: Playbook,
    seat: int,
    linked: bool,  # noqa: FBT001
    share: int,
) -> int:
    """Return the price index as a seat feels it: the region, consumers and a pact calm it [SF21]."""
    swing = (table.index - 100) * (100 - share * book.rule.steadier // 100) // 100
    index = 100 + swing + (share - 50) // 5
    if linked:
        index = 100 + (index - 100) * book.rule.pact_swing // 100
    if table.kind[seat] == c.MIXED:
        index = 100 + (index - 100) * book.rule.mixed_swing // 100
    return index


def felt_pressure(table: Table, book: Playbook, seat: int, linked: bool) -> int:  # noqa: FBT001
    """Return the buyers' pressure on this seat: less when mixed, less in a pact."""
    pressure = table.pressure
    if table.kind[seat] == c.MIXED:
        pressure = pressure * book.rule.mixed_pressure // 100
    if linked:
        pressure = pressure * book.rule.pact_pressure // 100
    return pressure


def effective_holding(table: Table, seat: int, stage: int, size: int) -> int:
    """Return how a seat in a group of `size` really sells: a facility serves every district."""
    holding = table.holds[seat][stage]
    if holding == c.CONTRACT_HELD or holding == c.HOME:
        return holding
    capacity = table.capacity[seat][stage] if size == 1 else own_capacity(table, seat, stage)
    return c.OWN if capacity > 0 else c.MARKET


def home_earning(table: Table, book: Playbook, seat: int, standing: Standing) -> int:
    """Return what the home stage earns a unit, in hundredths of a point."""
    first = next_stage(table, seat)
    holding = effective_holding(table, seat, first, standing[SIZE])
    exposure = 25 if holding == c.OWN else 50 if holding == c.CONTRACT_HELD else 100
    if standing[PACTS] > 0:
        exposure = exposure * book.rule.pact_glut // 100
    bite = table.glut * exposure // 100 * book.rule.glut_bite // 100
    index = standing[INDEX] * (100 - bite) // 100
    if holding == c.CONTRACT_HELD and table.contract_fixed[seat][first]:
        cover = book.rule.fixed_cover
        reference = table.contract_reference[seat][first]
        index = (index * (100 - cover) + reference * cover) // 100
    return book.stage_share[table.home[seat]] * index


def market_part(table: Table, book: Playbook, standing: Standing) -> int:
    """Return the part of a stage's margin that selling on the open market earns, per cent."""
    scarcity = book.rule.scarcity_pact if standing[PACTS] > 0 else book.rule.scarcity
    strength = standing[POWER] * book.rule.market_power // 100
    buyers = standing[PRESSURE] // 2 + table.glut // 3
    wanted = clamp(standing[INDEX] - 100, -20, 40) * scarcity // 100
    return strength * (100 - buyers) // 100 + wanted


def market_earning(table: Table, book: Playbook, stage: int, standing: Standing) -> int:
    """Return what a stage sold on the open market earns a unit, in hundredths."""
    part = market_part(table, book, standing)
    return book.stage_share[stage] * part * standing[INDEX] // 100


def contract_part(table: Table, book: Playbook, seat: int, stage: int, standing: Standing) -> int:
    """Return the part of a stage's margin that its contract leaves the seat, per cent [SF17]."""
    party = table.contract_with[seat][stage]
    size = asymmetry(standing[VOLUME], party_volume(table, party))
    part = book.rule.contract_share - book.rule.contract_asymmetry * size // 100
    part -= (power_of(table, party) - 50) * book.rule.contract_power // 100
    part += min(book.rule.contract_years, table.contract_age[seat][stage])
    if table.contract_fixed[seat][stage]:
        part -= book.rule.fixed_price
    return part - standing[PRESSURE] // 15


def contract_earning(
    table: Table, book: Playbook, seat: int, stage: int, standing: Standing
) -> int:
    """Return what a stage under contract earns a unit, in hundredths [SF18]."""
    index = standing[INDEX]
    if table.contract_fixed[seat][stage]:
        index = table.contract_reference[seat][stage]
    part = contract_part(table, book, seat, stage, standing)
    return book.stage_share[stage] * part * index // 100


def own_earning(table: Table, book: Playbook, seat: int, stage: int, standing: Standing) -> int:
    """Return what an own facility earns a unit, in hundredths: a loss when it stands empty [SF26]."""
    volume = max(1, standing[VOLUME])
    capacity = own_capacity(table, seat, stage)
    covered = 100 * min(volume, capacity) // volume
    index = standing[INDEX]
    margin = 100 + (index - 100) * book.rule.own_swing // 100
    margin -= table.glut * book.rule.own_glut // 100
    running = (book.rule.running_cost - table.efficiency[seat] // 10) * capacity // volume
    share = book.stage_share[stage]
    rest = share * market_part(table, book, standing) * (100 - covered) // 100 * index // 100
    return share * (margin * covered // 100 - running) + rest


def quality_earning(table: Table, book: Playbook, seat: int, standing: Standing) -> int:
    """Return what quality above 30 adds to a unit, in hundredths."""
    extra = max(0, table.quality[seat] - 30) * 10_000 // book.rule.quality_price
    share = book.stage_share[table.home[seat]]
    return share * extra // 100 * standing[INDEX] // 100


def unit_cost(table: Table, book: Playbook, seat: int, standing: Standing) -> int:
    """Return what a unit costs, in points: less with efficiency and the group's scale."""
    cost = book.rule.unit_cost * (140 - table.efficiency[seat]) // 100
    cost += book.rule.scale_cost * 100 // (standing[VOLUME] + 40)
    cost -= 1 if standing[PACTS] > 0 else 0
    return cost * book.stage_share[table.home[seat]] // book.rule.home_reference


def outside_price(table: Table, book: Playbook, seat: int) -> int:
    """Return what farms outside the co-operatives of the same stage are paid, in points."""
    share = book.stage_share[table.home[seat]]
    price = share * table.index // 100 * (100 - table.glut * book.rule.glut_bite // 100) // 100
    return price - 12 * share // book.rule.home_reference


def lay_out_earnings(table: Table, book: Playbook, seat: int) -> None:
    """Write the parts of the price this seat could pay alone into the scratch space."""
    support = table.support[seat]
    for part in range(c.PARTS):
        support[part] = 0
    standing = standing_of(table, book, seat)
    support[P_HOME] = home_earning(table, book, seat, standing)
    for stage in range(table.stages):
        if stage == table.home[seat]:
            continue
        holding = effective_holding(table, seat, stage, standing[SIZE])
        if holding == c.OWN:
            support[P_OWN] += own_earning(table, book, seat, stage, standing)
        elif holding == c.CONTRACT_HELD:
            support[P_CONTRACT] += contract_earning(table, book, seat, stage, standing)
        else:
            support[P_MARKET] += market_earning(table, book, stage, standing)
    support[P_QUALITY] = quality_earning(table, book, seat, standing)
    support[P_COST] = -100 * unit_cost(table, book, seat, standing)
    _divide_surplus(table, book, seat)


def _divide_surplus(table: Table, book: Playbook, seat: int) -> None:
    support = table.support[seat]
    surplus = 0
    for part in range(P_KEPT):
        surplus += support[part]
    keep = book.rule.keep_hold if table.held[seat] else book.rule.keep_normal
    if surplus >= 0:
        support[P_KEPT] = -(surplus * keep // 100)
    else:
        support[P_LOSS] = -surplus


def pool_groups(table: Table) -> None:
    """Give every district of a group the same price: the mean by volume."""
    for lead in range(table.seats):
        if table.group[lead] != lead:
            continue
        total, volume = 0, 0
        for seat in range(table.seats):
            if same_group(table, seat, lead):
                total += _alone(table, seat) * table.volume[seat]
                volume += table.volume[seat]
        for seat in range(table.seats):
            if same_group(table, seat, lead):
                table.support[seat][P_POOL] = total // max(1, volume) - _alone(table, seat)


def _alone(table: Table, seat: int) -> int:
    total = 0
    for part in range(P_POOL):
        total += table.support[seat][part]
    return total


def settle_prices(table: Table, book: Playbook, log: Log) -> None:
    """Work out every price paid this round, and book what is kept, lost and owed."""
    for seat in range(table.seats):
        lay_out_earnings(table, book, seat)
    pool_groups(table)
    for seat in range(table.seats):
        table.paid_before[seat] = table.paid[seat]
        table.kept[seat] = -table.support[seat][P_KEPT]
        running = drift(table, log, seat, c.V_PAID, c.Q_PAID, 100)
        table.paid[seat] = (running + 50) // 100
        table.paid_sum[seat] += table.paid[seat]
        _remember_price(table, seat)
        _book_result(table, book, log, seat)


def _remember_price(table: Table, seat: int) -> None:
    prices = table.prices[seat]
    for k in range(3):
        prices[k] = prices[k + 1]
    prices[3] = table.paid[seat]


def _book_result(table: Table, book: Playbook, log: Log, seat: int) -> None:
    volume = table.volume[seat]
    kept = volume * table.kept[seat] // 10_000
    change_value(table, book, log, c.Q_CAPITAL, seat, kept, (causes.SURPLUS_KEPT, -1, 0))
    loss = volume * table.support[seat][P_LOSS] // 10_000
    change_value(table, book, log, c.Q_CAPITAL, seat, -loss, (causes.LOSS_BORNE, -1, 0))
    _serve_debt(table, book, log, seat)
    over = table.capital[seat] - book.rule.purse_limit
    if over >= 4:
        change_value(table, book, log, c.Q_CAPITAL, seat, -(over // 4), (causes.PAID_OUT, -1, 0))


def _serve_debt(table: Table, book: Playbook, log: Log, seat: int) -> None:
    debt = table.debt[seat]
    if debt <= 0:
        return
    years = book.rule.debt_years
    part = (debt + years - 1) // years
    interest = debt * book.rule.interest // 100
    change_value(table, book, log, c.Q_CAPITAL, seat, -part, (causes.DEBT_SERVICE, -1, 0))
    change_value(table, book, log, c.Q_CAPITAL, seat, -interest, (causes.DEBT_INTEREST, -1, 0))
    change_value(table, book, log, c.Q_DEBT, seat, -part, (causes.DEBT_SERVICE, -1, 0))


def held_stages(table: Table, seat: int) -> int:
    """Return how many stages beside home the seat holds itself or by contract."""
    return stage_count(table, seat, c.OWN) + stage_count(table, seat, c.CONTRACT_HELD)


def record_price_start(table: Table, log: Log, seat: int) -> None:
    """Write the price a seat begins with, so that the first change has a before."""
    record(table, log, (c.Q_PAID, seat, causes.START, c.NOBODY, 0), 0, table.paid[seat])
