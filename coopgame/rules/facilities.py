"""Own facilities: asking members and bank, building for one round, opening.

Integrate pays only when the capacity is used; it needs own money, credit and a vote [SF25].
"""

from coopgame.rules import causes, chance
from coopgame.rules import codes as c
from coopgame.rules.chances import (
    bank_parts,
    facility_cost,
    facility_vote_parts,
    missing_capacity,
    own_money_needed,
    sum_of,
)
from coopgame.rules.changes import Why, change_value
from coopgame.rules.journal import Log, record
from coopgame.rules.measures import part_of, same_group
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table


def integrate(table: Table, book: Playbook, log: Log, seat: int, stage: int) -> None:
    """Ask the members, then the bank; build when both say yes."""
    vote = sum_of(facility_vote_parts(table, book, seat))
    if not _vote_passes(table, log, seat, stage, vote):
        return
    bank = sum_of(bank_parts(table, book, seat, stage))
    if chance.happens(table, chance.BANK, seat, stage, bank):
        record(table, log, (c.K_BANK, seat, causes.FACILITY_STARTED, -1, stage), bank, 1)
        _pay_and_build(table, book, log, seat, stage)
        return
    record(table, log, (c.K_BANK, seat, causes.FACILITY_REFUSED, -1, stage), bank, 0)
    why = (causes.FACILITY_REFUSED, c.NOBODY, stage)
    change_value(table, book, log, c.Q_CAPITAL, seat, -1, why)
    change_value(table, book, log, c.Q_MEMBERS, seat, -book.rule.bank_refusal_members, why)


def _vote_passes(table: Table, log: Log, seat: int, stage: int, percent: int) -> bool:
    passed = chance.happens(table, chance.VOTE, seat, 8 + stage, percent)
    cause = causes.FACILITY_STARTED if passed else causes.FACILITY_REFUSED
    record(table, log, (c.K_VOTE, seat, cause, c.NOBODY, stage), percent, int(passed))
    return passed


def _pay_and_build(table: Table, book: Playbook, log: Log, seat: int, stage: int) -> None:
    """Divide a facility: own money by purse, cost and capacity by volume, the rest is owed."""
    cost = facility_cost(table, book, seat, stage)
    own = min(cost, max(own_money_needed(table, book, seat, stage), 1))
    for district in range(table.seats):
        table.support[district][_PURSE] = max(0, table.capital[district])
        table.support[district][_VOLUME] = table.volume[district]
    _divide(table, seat, own, _PURSE, _PAID)
    _divide(table, seat, cost, _VOLUME, _PART)
    for district in range(table.seats):
        part = table.support[district][_PART] - table.support[district][_PAID]
        table.support[district][_SHORT] = max(0, part)
    _divide(table, seat, cost - own, _SHORT, _OWED)
    _divide(table, seat, missing_capacity(table, seat, stage), _VOLUME, _BUILT)
    for district in range(table.seats):
        if same_group(table, district, seat):
            _build_part(table, book, log, district, stage)


_PURSE, _VOLUME, _PAID, _PART, _SHORT, _OWED, _BUILT = range(7)
"""Columns of the scratch space while a facility is divided."""


def _divide(table: Table, seat: int, total: int, by: int, into: int) -> None:
    """Divide a total over the districts by one column of the scratch space into another."""
    weight = 0
    for district in range(table.seats):
        if same_group(table, district, seat):
            weight += table.support[district][by]
    left = total
    for district in range(table.seats):
        if same_group(table, district, seat):
            share = part_of(left, table.support[district][by], weight)
            left -= share
            weight -= table.support[district][by]
            table.support[district][into] = share


def _build_part(table: Table, book: Playbook, log: Log, district: int, stage: int) -> None:
    """Let one district pay, owe and build its part; its members doubt, less when informed."""
    why = (causes.BUILDING_COST, c.NOBODY, stage)
    share = table.support[district]
    change_value(table, book, log, c.Q_CAPITAL, district, -share[_PAID], why)
    change_value(table, book, log, c.Q_DEBT, district, share[_OWED], why)
    start_facility(table, book, log, district, stage, max(1, share[_BUILT]), why)
    doubt = 3 * (120 - table.openness[district]) // 100
    change_value(table, book, log, c.Q_MEMBERS, district, -doubt, why)


def start_facility(
    table: Table, book: Playbook, log: Log, seat: int, stage: int, volume: int, why: Why
) -> None:
    """Begin an own facility of this capacity (tenths); it opens at the end of next round."""
    if stage == table.home[seat]:
        return
    table.building[seat][stage] += volume
    table.build_round[seat][stage] = table.round_now
    if table.holds[seat][stage] == c.MARKET:
        table.holds[seat][stage] = c.BUILDING
    row = (c.K_FACILITY, seat, causes.FACILITY_STARTED, why[1], stage)
    record(table, log, row, 0, volume)


def open_facilities(table: Table, book: Playbook, log: Log) -> None:
    """Open what has been built for a full round; a running contract there ends its use."""
    for seat in range(table.seats):
        for stage in range(table.stages):
            built = table.building[seat][stage]
            if built == 0 or table.build_round[seat][stage] >= table.round_now:
                continue
            before = table.capacity[seat][stage]
            table.capacity[seat][stage] = before + built
            table.building[seat][stage] = 0
            if table.holds[seat][stage] != c.CONTRACT_HELD:
                table.holds[seat][stage] = c.OWN
            row = (c.K_FACILITY, seat, causes.FACILITY_OPENED, c.NOBODY, stage)
            record(table, log, row, before, before + built)
