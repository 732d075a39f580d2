"""What supports trust, price control and autonomy, and how the meters move.

Each meter moves a fixed part of the way to its support; then this round's events are added
once. Formulas: rulebook section 8, rules-numbers section 2.
"""

from typing import Final

from coopgame.rules import codes as c
from coopgame.rules.drift import add_event, drift
from coopgame.rules.income import (
    PACTS,
    POWER,
    PRESSURE,
    SHARE,
    SIZE,
    VOLUME,
    Standing,
    effective_holding,
    standing_of,
)
from coopgame.rules.journal import Log
from coopgame.rules.measures import (
    asymmetry,
    clamp,
    group_size,
    group_voice,
    group_volume,
    linked_tie,
    own_capacity,
    party_volume,
    same_group,
)
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table

T_MEMBERS, T_OPENNESS, T_VOICE, T_TIES = range(4)
R_HOME, R_OWN, R_CONTRACT, R_MARKET, R_QUALITY, R_STEADY, R_REGION = range(7)
HEARD: Final = 60
"""Voice from which districts count as one vote each."""
A_BASE, A_GROUP, A_PACTS, A_CONTRACTS, A_MARKET, A_DEBT, A_MIXED = range(7)


def _clear(table: Table, seat: int) -> None:
    for part in range(c.PARTS):
        table.support[seat][part] = 0


def lay_out_trust(table: Table, book: Playbook, seat: int) -> None:
    """Half what members live through, half the ties with those one is linked to."""
    _clear(table, seat)
    support = table.support[seat]
    support[T_MEMBERS] = 25 * table.members[seat]
    support[T_OPENNESS] = 25 * table.openness[seat] // 2
    support[T_VOICE] = 25 * table.voice[seat] // 2 + _being_heard(table, book, seat)
    support[T_TIES] = 50 * linked_tie(table, seat)


def _being_heard(table: Table, book: Playbook, seat: int) -> int:
    """Return what voice tells more for a district that a larger one can outvote [SF9]."""
    if group_size(table, seat) == 1:
        return 0
    largest = 0
    for other in range(table.seats):
        if same_group(table, seat, other):
            largest = max(largest, table.volume[other])
    size = asymmetry(table.volume[seat], largest)
    return book.rule.outvoted * size * (table.voice[seat] - HEARD) // 100


def use_of(table: Table, seat: int, stage: int) -> int:
    """Return how full the group's facility in a stage is, per cent, 100 at most."""
    capacity = own_capacity(table, seat, stage)
    return min(100, 100 * group_volume(table, seat) // capacity) if capacity > 0 else 0


def steadiness(table: Table, seat: int) -> int:
    """Return 100 when the last four prices were equal, less 5 for each point between them."""
    least = most = table.prices[seat][0]
    for price in table.prices[seat]:
        least, most = min(least, price), max(most, price)
    return clamp(100 - 5 * (most - least), 0, 100)


def lay_out_price_control(table: Table, book: Playbook, seat: int, standing: Standing) -> None:
    """Stages held, weighed by their share of the price, quality, steadiness and the region."""
    _clear(table, seat)
    support = table.support[seat]
    strength = standing[POWER]
    on_market = strength * (100 - standing[PRESSURE] // 2) // 100
    for stage in range(table.stages):
        share = book.stage_share[stage]
        holding = effective_holding(table, seat, stage, standing[SIZE])
        if stage == table.home[seat]:
            support[R_HOME] += 60 * share * strength // 100
        elif holding == c.OWN:
            support[R_OWN] += 60 * share * (50 + use_of(table, seat, stage) // 2) // 100
        elif holding == c.CONTRACT_HELD:
            control = book.rule.contract_control
            control += 5 if table.contract_fixed[seat][stage] else 0
            support[R_CONTRACT] += 60 * share * control // 100
        else:
            support[R_MARKET] += 60 * share * on_market // 100
    support[R_QUALITY] = 15 * table.quality[seat]
    support[R_STEADY] = 15 * steadiness(table, seat)
    support[R_REGION] = 10 * standing[SHARE]


def vote_share(table: Table, seat: int) -> int:
    """Return the seat's share of its group's votes, per cent; 100 when alone.

    When the group's voice is 60 or more, districts count as one vote each as well as by
    volume; the mean of both is what a district can really decide.
    """
    count = group_size(table, seat)
    if count == 1:
        return 100
    share = 100 * table.volume[seat] // max(1, group_volume(table, seat))
    if group_voice(table, seat) >= HEARD:
        share = (share + 100 // count) // 2
    return share


def _own_say(table: Table, seat: int, size: int) -> int:
    """Return what part of its strategy a seat decides after mergers, in hundredths of per cent."""
    voice = table.voice[seat]
    if size > 1:
        share = vote_share(table, seat)
        return 100 * share + (100 - share) * voice // 2
    if table.absorbed[seat] > 0:
        own = max(40, 100 * (table.volume[seat] - table.absorbed[seat]) // table.volume[seat])
        own = min(own, 100)
        return 100 * own + (100 - own) * voice * 100 // 150
    return 10_000


def lay_out_autonomy(table: Table, book: Playbook, seat: int, standing: Standing) -> None:
    """Everything alone, less for votes shared, pacts, contracts, strong buyers and debt."""
    _clear(table, seat)
    support = table.support[seat]
    support[A_BASE] = 10_000
    left = _own_say(table, seat, standing[SIZE])
    support[A_GROUP] = left - 10_000
    after = left * (100 - min(28, book.rule.pact_autonomy * standing[PACTS])) // 100
    support[A_PACTS] = after - left
    left = _after_contracts(table, book, seat, after, standing[VOLUME])
    support[A_CONTRACTS] = left - after
    after = _after_market(table, book, seat, left, standing)
    support[A_MARKET] = after - left
    support[A_DEBT] = -100 * min(20, table.debt[seat] // 2)
    if table.capital[seat] < 0:
        support[A_DEBT] -= 1000
    if table.kind[seat] == c.MIXED:
        support[A_MIXED] = -100 * book.rule.mixed_autonomy


def _after_contracts(table: Table, book: Playbook, seat: int, left: int, volume: int) -> int:
    for stage in range(table.stages):
        if table.holds[seat][stage] == c.CONTRACT_HELD:
            other = party_volume(table, table.contract_with[seat][stage])
            size = asymmetry(volume, other)
            left = left * (100 - book.rule.contract_autonomy * size // 100) // 100
    return left


def _after_market(table: Table, book: Playbook, seat: int, left: int, standing: Standing) -> int:
    weakness, pressure = 100 - standing[POWER], standing[PRESSURE]
    for stage in range(table.stages):
        if (
            stage != table.home[seat]
            and effective_holding(table, seat, stage, standing[SIZE]) == c.MARKET
        ):
            left = (
                left * (10_000 - weakness * pressure * book.rule.market_autonomy // 100) // 10_000
            )
    return left


def lay_out_meter(table: Table, book: Playbook, seat: int, meter: int, standing: Standing) -> None:
    """Write the parts of one meter's support into the scratch space, in hundredths."""
    if meter == c.TRUST:
        lay_out_trust(table, book, seat)
    elif meter == c.PRICE_CONTROL:
        lay_out_price_control(table, book, seat, standing)
    else:
        lay_out_autonomy(table, book, seat, standing)


def settle_meters(table: Table, book: Playbook, log: Log) -> None:
    """Move the three meters of every seat and remember them."""
    for seat in range(table.seats):
        standing = standing_of(table, book, seat)
        for meter in range(c.METERS):
            lay_out_meter(table, book, seat, meter, standing)
            running = drift(table, log, seat, meter, meter, book.rule.meter_pull)
            points = table.shock[seat][meter]
            table.shock[seat][meter] = 0
            value = add_event(table, log, seat, meter, meter, running, points)
            table.meter[seat][meter] = value
            table.history[seat][table.round_now - 1][meter] = value
