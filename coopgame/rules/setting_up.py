"""Laying the table for a match: starting values drawn from the seed, ties, missions.

A start value of -1 in the playbook is drawn from the standard range of rules-numbers
section 2; the same seed always lays the same table.
"""

from coopgame.rules import causes, chance
from coopgame.rules import codes as c
from coopgame.rules.drift import start_at_support
from coopgame.rules.income import lay_out_earnings, pool_groups, standing_of
from coopgame.rules.journal import Log, record
from coopgame.rules.measures import clamp, total_volume
from coopgame.rules.members import lay_out_members
from coopgame.rules.meters import lay_out_meter
from coopgame.rules.playbook import (
    NEIGHBOUR_SCALE,
    NEIGHBOUR_TIE,
    NEIGHBOUR_VOLUME,
    NEIGHBOUR_VOLUME_MOST,
    PARTNER_CAPACITY,
    PARTNER_COOP,
    PARTNER_POWER,
    PARTNER_RELIABILITY,
    PARTNER_SCALE,
    PARTNER_STAGE,
    PARTNER_TIE,
    START_CAPITAL,
    START_CAPITAL_MOST,
    START_EFFICIENCY,
    START_HOME,
    START_KIND,
    START_MEMBERS,
    START_OPENNESS,
    START_QUALITY,
    START_SCALE,
    START_TIE,
    START_VOICE,
    START_VOLUME,
    START_VOLUME_MOST,
    TRACK_GLUT,
    TRACK_INDEX,
    TRACK_PRESSURE,
    Playbook,
)
from coopgame.rules.table import Table


def lay_table(table: Table, book: Playbook, log: Log, seed: int, seats: int) -> None:
    """Fill an empty table for `seats` co-operatives and a non-negative `seed`."""
    table.seed_low = seed & 0x7FFFFFFF
    table.seed_high = (seed >> 31) & 0x7FFFFFFF
    chance.begin(table)
    table.seats = seats
    table.stages = book.stage_count
    table.rounds = book.rounds
    table.mode = book.mode
    table.secret_missions = book.secret_missions
    table.next_card = c.NOTHING
    table.card = c.NOTHING
    table.card_seat = c.NOBODY
    _lay_market(table, book)
    for seat in range(seats):
        _lay_seat(table, book, seat)
    _lay_partners(table, book)
    _lay_neighbours(table, book)
    _lay_ties(table, book)
    table.start_volume = total_volume(table)
    table.outside = table.start_volume * book.rule.outside_start // 100
    _deal_missions(table)
    _start_values(table, book, log)


def _lay_market(table: Table, book: Playbook) -> None:
    first = book.track[0]
    table.index = first[TRACK_INDEX]
    table.index_before = first[TRACK_INDEX]
    table.glut = first[TRACK_GLUT]
    table.pressure = first[TRACK_PRESSURE]


def _between(table: Table, seat: int, nth: int, least: int, most: int) -> int:
    return least + chance.draw(table, chance.START, seat, nth, most - least + 1)


def _or_drawn(table: Table, row: list[int], column: int, seat: int, span: tuple[int, int]) -> int:
    """Return the written start value, or one drawn from the standard range."""
    if row[column] >= 0:
        return row[column]
    return _between(table, seat, column, span[0], span[1])


def _lay_seat(table: Table, book: Playbook, seat: int) -> None:
    row = book.starts[seat]
    table.kind[seat] = row[START_KIND]
    table.home[seat] = row[START_HOME]
    table.volume[seat] = _between(table, seat, 20, row[START_VOLUME], row[START_VOLUME_MOST])
    table.volume_start[seat] = table.volume[seat]
    table.capital[seat] = _between(table, seat, 21, row[START_CAPITAL], row[START_CAPITAL_MOST])
    if table.kind[seat] == c.COLLECTIVE:
        table.capital[seat] += book.rule.collective_start
    table.efficiency[seat] = _or_drawn(table, row, START_EFFICIENCY, seat, (45, 55))
    table.quality[seat] = _or_drawn(table, row, START_QUALITY, seat, (25, 40))
    table.members[seat] = _or_drawn(table, row, START_MEMBERS, seat, (58, 66))
    table.openness[seat] = _or_drawn(table, row, START_OPENNESS, seat, (45, 55))
    table.voice[seat] = _or_drawn(table, row, START_VOICE, seat, (50, 60))
    _lay_ambition(table, row, seat)
    table.group[seat] = seat
    table.holds[seat][table.home[seat]] = c.HOME
    table.talked_to[seat] = c.NOBODY
    table.talked_before[seat] = c.NOBODY
    table.offer_move[seat] = c.NOTHING
    clear_choices(table, seat)
    for stage in range(table.stages):
        table.contract_with[seat][stage] = c.NOBODY


def _lay_ambition(table: Table, row: list[int], seat: int) -> None:
    """Take the written ambition, or draw one whose four parts sum to 100."""
    if row[START_SCALE] >= 0:
        for k in range(c.AMBITIONS):
            table.ambition[seat][k] = row[START_SCALE + k]
        return
    total = 0
    for k in range(c.AMBITIONS):
        table.ambition[seat][k] = _between(table, seat, 30 + k, 5, 60)
        total += table.ambition[seat][k]
    left = 100
    for k in range(c.AMBITIONS - 1):
        table.ambition[seat][k] = 100 * table.ambition[seat][k] // total
        left -= table.ambition[seat][k]
    table.ambition[seat][c.AMBITIONS - 1] = left


def clear_choices(table: Table, seat: int) -> None:
    """Take back every choice of this round, as at its start."""
    table.answer[seat] = c.NOTHING
    table.move[seat] = c.NOTHING
    table.move_to[seat] = c.NOBODY
    table.move_stage[seat] = c.NOTHING
    table.move_term[seat] = 0
    table.move_price[seat] = 0
    table.acted_option[seat] = c.NOTHING
    table.acted_move[seat] = c.NOTHING
    for other in range(c.SEATS):
        table.reply[seat][other] = c.NOTHING


def _lay_partners(table: Table, book: Playbook) -> None:
    table.partners = book.partner_count
    for partner in range(table.partners):
        row = book.partners[partner]
        table.partner_stage[partner] = row[PARTNER_STAGE]
        table.partner_is_coop[partner] = row[PARTNER_COOP]
        table.partner_power[partner] = row[PARTNER_POWER]
        table.partner_capacity[partner] = row[PARTNER_CAPACITY]
        table.partner_reliability[partner] = row[PARTNER_RELIABILITY]
        for k in range(c.AMBITIONS):
            table.partner_ambition[partner][k] = row[PARTNER_SCALE + k]


def _lay_neighbours(table: Table, book: Playbook) -> None:
    """Put half as many neighbours as seats on the table, two at least."""
    table.neighbours = min(book.neighbour_count, max(2, table.seats // 2))
    for neighbour in range(table.neighbours):
        row = book.neighbours[neighbour]
        most = row[NEIGHBOUR_VOLUME_MOST]
        volume = _between(table, c.NOBODY, 40 + neighbour, row[NEIGHBOUR_VOLUME], most)
        table.neighbour_volume[neighbour] = volume
        for k in range(c.AMBITIONS):
            table.neighbour_ambition[neighbour][k] = row[NEIGHBOUR_SCALE + k]


def _lay_ties(table: Table, book: Playbook) -> None:
    for seat in range(table.seats):
        tie = book.starts[seat][START_TIE]
        for other in range(table.seats):
            table.tie[seat][other] = 100
            if other != seat:
                table.tie[seat][other] = _tie(table, tie, seat, 50 + other, 42)
        for partner in range(table.partners):
            fixed = book.partners[partner][PARTNER_TIE]
            table.partner_tie[seat][partner] = _tie(table, fixed, seat, 60 + partner, 40)
        for neighbour in range(table.neighbours):
            fixed = book.neighbours[neighbour][NEIGHBOUR_TIE]
            table.neighbour_tie[seat][neighbour] = _tie(table, fixed, seat, 70 + neighbour, 42)


def _tie(table: Table, fixed: int, seat: int, nth: int, least: int) -> int:
    """Return the written tie, or one drawn up to 50."""
    return fixed if fixed >= 0 else _between(table, seat, nth, least, 50)


def _deal_missions(table: Table) -> None:
    """Give every seat its two main ambitions and one meter, the meters dealt evenly."""
    shift = chance.draw(table, chance.MISSION, c.NOBODY, 0, c.METERS)
    for seat in range(table.seats):
        first = largest_ambition(table.ambition[seat], c.NOTHING)
        table.mission[seat][0] = first
        table.mission[seat][1] = largest_ambition(table.ambition[seat], first)
        table.mission[seat][2] = c.GOAL_TRUST + (seat + shift) % c.METERS


def largest_ambition(ambition: list[int], but: int) -> int:
    """Return the ambition that weighs most, besides `but`."""
    best = c.NOTHING
    for k in range(c.AMBITIONS):
        if k != but and (best < 0 or ambition[k] > ambition[best]):
            best = k
    return best


def _start_values(table: Table, book: Playbook, log: Log) -> None:
    """Begin prices, members and meters where the structure supports them."""
    for seat in range(table.seats):
        lay_out_earnings(table, book, seat)
    pool_groups(table)
    for seat in range(table.seats):
        _start_price(table, log, seat)
    for seat in range(table.seats):
        _start_members(table, book, seat)
        standing = standing_of(table, book, seat)
        for meter in range(c.METERS):
            lay_out_meter(table, book, seat, meter, standing)
            table.meter[seat][meter] = start_at_support(table, seat, meter)
            table.meter_before[seat][meter] = table.meter[seat][meter]


def _start_price(table: Table, log: Log, seat: int) -> None:
    total = 0
    for part in range(c.PARTS):
        table.parts[seat][c.V_PAID][part] = table.support[seat][part]
        total += table.support[seat][part]
    table.paid[seat] = clamp((total + 50) // 100, -99, 999)
    table.paid_before[seat] = table.paid[seat]
    for k in range(4):
        table.prices[seat][k] = table.paid[seat]
    record(table, log, (c.Q_PAID, seat, causes.START, c.NOBODY, 0), 0, table.paid[seat])


def _start_members(table: Table, book: Playbook, seat: int) -> None:
    """Members start as drawn; what the structure does not support yet is early spirit."""
    members = table.members[seat]
    lay_out_members(table, book, seat)
    supported = start_at_support(table, seat, c.V_MEMBERS)
    table.parts[seat][c.V_MEMBERS][c.PARTS - 1] += 100 * (members - supported)
