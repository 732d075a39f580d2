"""Whom a card means: sets of seats and of parties as bit masks.

A mask has bit n for party n (seats 0.., partners 16.., neighbours 32..), so nothing is
allocated. Nothing here changes the table.
"""

from coopgame.rules import card_rows as r
from coopgame.rules import codes as c
from coopgame.rules.chance import TARGET, draw
from coopgame.rules.measures import mean_tie_towards
from coopgame.rules.table import Table


def all_seats(table: Table) -> int:
    """Return the mask of every seat."""
    return (1 << table.seats) - 1


def one(party: int) -> int:
    """Return the mask of one party, or of nobody for -1."""
    return 1 << party if party >= 0 else 0


def is_met(mask: int, party: int) -> bool:
    """Tell whether a party is in a mask."""
    return (mask >> party) & 1 == 1


def seats_met(table: Table, target: int, seat: int, option: int) -> int:
    """Return the mask of the seats that `target` means for this seat and this option.

    With seat -1 nobody has chosen yet (a card's own condition): then self is everyone.
    """
    if target == r.TO_EVERYONE or (seat < 0 and target <= r.TO_OTHERS):
        return all_seats(table)
    if target == r.TO_SELF or target == r.TO_MET:
        return one(seat)
    if target == r.TO_OTHERS:
        return all_seats(table) & ~one(seat)
    if target >= r.TO_LARGEST:
        return one(_one_seat(table, target, seat, option))
    return _related(table, target, seat, option) if seat >= 0 else 0


def parties_met(table: Table, target: int, stage: int, seat: int, option: int) -> int:
    """Return the mask of all parties meant; `stage` keeps only partners of that stage, -1 all."""
    if target <= r.TO_BY_CHANCE or target == r.TO_MET:
        return seats_met(table, target, seat, option)
    if target == r.TO_PARTNERS:
        return _partners(table, stage)
    if target == r.TO_CONTRACT_PARTNERS:
        return _contract_partners(table, stage, seat)
    neighbours = _neighbours(table)
    if target == r.TO_ANYONE:
        return neighbours | all_seats(table)
    return neighbours


def chosen(table: Table, option: int, seats: int) -> int:
    """Return how many of these seats really did this option."""
    count = 0
    for seat in range(table.seats):
        if is_met(seats, seat) and table.acted_option[seat] == option:
            count += 1
    return count


def _related(table: Table, target: int, seat: int, option: int) -> int:
    mask = 0
    for other in range(table.seats):
        if _is_related(table, target, seat, other, option):
            mask |= 1 << other
    return mask


def _is_related(table: Table, target: int, seat: int, other: int, option: int) -> bool:
    if target == r.TO_GROUP:
        return table.group[other] == table.group[seat]
    if other == seat:
        return False
    if target == r.TO_SAME_OPTION:
        return option >= 0 and table.acted_option[other] == option
    if target == r.TO_OTHER_OPTION:
        return table.acted_option[other] >= 0 and table.acted_option[other] != option
    if target == r.TO_PACT_PARTNERS:
        return table.pact[seat][other] > 0
    return has_contract_with(table, seat, other) or has_contract_with(table, other, seat)


def has_contract_with(table: Table, seat: int, party: int) -> bool:
    """Tell whether this party holds a stage for the seat under contract."""
    for stage in range(table.stages):
        held = table.holds[seat][stage] == c.CONTRACT_HELD
        if held and table.contract_with[seat][stage] == party:
            return True
    return False


def _one_seat(table: Table, target: int, seat: int, option: int) -> int:
    if target == r.TO_BY_CHANCE:
        return draw(table, TARGET, seat, (option + 1) & 4095, table.seats)
    best = c.NOBODY
    for step in range(table.seats):
        other = (table.first_seat + step) % table.seats
        if best == c.NOBODY or _rank(table, target, other) > _rank(table, target, best):
            best = other
    return best


def _rank(table: Table, target: int, seat: int) -> int:
    if target == r.TO_LARGEST:
        return table.volume[seat]
    if target == r.TO_SMALLEST:
        return -table.volume[seat]
    if target == r.TO_RICHEST:
        return table.capital[seat]
    if target == r.TO_POOREST:
        return -table.capital[seat]
    if target == r.TO_MOST_TRUSTED:
        return mean_tie_towards(table, seat)
    return -mean_tie_towards(table, seat)


def _partners(table: Table, stage: int) -> int:
    mask = 0
    for partner in range(table.partners):
        if stage == r.ANY_STAGE or table.partner_stage[partner] == stage:
            mask |= 1 << (c.PARTNER_PARTY + partner)
    return mask


def _contract_partners(table: Table, stage: int, seat: int) -> int:
    """Partners under contract with the seat; with any seat when nobody has chosen yet."""
    mask = 0
    for partner in range(table.partners):
        if stage != r.ANY_STAGE and table.partner_stage[partner] != stage:
            continue
        for other in range(table.seats):
            party = c.PARTNER_PARTY + partner
            if (seat < 0 or seat == other) and has_contract_with(table, other, party):
                mask |= 1 << party
    return mask


def _neighbours(table: Table) -> int:
    mask = 0
    for neighbour in range(table.neighbours):
        if table.neighbour_joined[neighbour] == 0:
            mask |= 1 << (c.NEIGHBOUR_PARTY + neighbour)
    return mask
