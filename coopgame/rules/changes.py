"""The ways in which amounts on the table change; the only code that writes to them.

Every function takes `why` = (cause, other party or -1, detail), keeps the amount within its
range and writes a journal row for what really changed.
"""

from typing import TypeAlias

from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules.journal import Log, record
from coopgame.rules.measures import clamp, mean_tie_towards, value_of
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table

Why: TypeAlias = tuple[int, int, int]

LAST_PART = c.PARTS - 1
"""The part of a drifting value that holds single events; it fades like everything else."""


def change_value(
    table: Table, book: Playbook, log: Log, quantity: int, seat: int, amount: int, why: Why
) -> None:
    """Change a quantity of one seat by `amount` and say why.

    A meter is not changed at once: the amount is kept as a shock that settling adds once.
    A negative trust shock is felt less by those whom others believe [SF30].
    """
    if amount == 0:
        return
    if quantity <= c.Q_AUTONOMY:
        _shock(table, log, quantity, seat, amount, why)
        return
    before = value_of(table, quantity, seat)
    after = _within(quantity, before + amount)
    if after == before:
        return
    _write(table, quantity, seat, after)
    if quantity == c.Q_MEMBERS:
        table.parts[seat][c.V_MEMBERS][LAST_PART] += 100 * (after - before)
    if quantity == c.Q_VOLUME:
        table.outside = max(0, table.outside - (after - before))
    record(table, log, (quantity, seat, why[0], why[1], why[2]), before, after)


def _shock(table: Table, log: Log, meter: int, seat: int, amount: int, why: Why) -> None:
    if meter == c.TRUST and amount < 0:
        amount = -(-amount * (140 - mean_tie_towards(table, seat)) // 100)
    before = table.shock[seat][meter]
    table.shock[seat][meter] = before + amount
    record(table, log, (meter, seat, why[0], why[1], why[2]), before, before + amount)


def _within(quantity: int, value: int) -> int:
    if quantity == c.Q_CAPITAL:
        return clamp(value, -500, 999)
    if quantity == c.Q_DEBT:
        return clamp(value, 0, 999)
    if quantity == c.Q_VOLUME:
        return clamp(value, 10, 400)
    return clamp(value, 0, 100)


def _write(table: Table, quantity: int, seat: int, value: int) -> None:
    if quantity == c.Q_CAPITAL:
        table.capital[seat] = value
    elif quantity == c.Q_DEBT:
        table.debt[seat] = value
    elif quantity == c.Q_VOLUME:
        table.volume[seat] = value
    elif quantity == c.Q_EFFICIENCY:
        table.efficiency[seat] = value
    elif quantity == c.Q_QUALITY:
        table.quality[seat] = value
    elif quantity == c.Q_MEMBERS:
        table.members[seat] = value
    elif quantity == c.Q_OPENNESS:
        table.openness[seat] = value
    elif quantity == c.Q_VOICE:
        table.voice[seat] = value


def move_volume(table: Table, log: Log, giver: int, taker: int, amount: int, cause: int) -> None:
    """Move members' volume (tenths) from one seat to another; both sides are recorded."""
    amount = min(amount, table.volume[giver] - 10, 400 - table.volume[taker])
    if amount <= 0:
        return
    before = table.volume[giver]
    table.volume[giver] = before - amount
    record(table, log, (c.Q_VOLUME, giver, cause, taker, 0), before, before - amount)
    before = table.volume[taker]
    table.volume[taker] = before + amount
    record(table, log, (c.Q_VOLUME, taker, causes.MEMBERS_CAME, giver, 0), before, before + amount)


def change_tie(
    table: Table, book: Playbook, log: Log, a: int, b: int, amount: int, why: Why
) -> None:
    """Change how far seat a believes seat b."""
    if a == b:
        return
    before = table.tie[a][b]
    after = clamp(before + amount, 0, 100)
    if after != before:
        table.tie[a][b] = after
        record(table, log, (c.Q_TIE, a, why[0], b, why[2]), before, after)


def change_partner_tie(
    table: Table, book: Playbook, log: Log, seat: int, partner: int, amount: int, why: Why
) -> None:
    """Change the tie between a seat and a partner (one number for both directions)."""
    before = table.partner_tie[seat][partner]
    after = clamp(before + amount, 0, 100)
    if after != before:
        table.partner_tie[seat][partner] = after
        record(
            table, log, (c.Q_TIE, seat, why[0], c.PARTNER_PARTY + partner, why[2]), before, after
        )


def change_neighbour_tie(
    table: Table, book: Playbook, log: Log, seat: int, neighbour: int, amount: int, why: Why
) -> None:
    """Change the tie between a seat and a neighbour (one number for both directions)."""
    before = table.neighbour_tie[seat][neighbour]
    after = clamp(before + amount, 0, 100)
    if after != before:
        table.neighbour_tie[seat][neighbour] = after
        party = c.NEIGHBOUR_PARTY + neighbour
        record(table, log, (c.Q_TIE, seat, why[0], party, why[2]), before, after)


def change_party_tie(
    table: Table, book: Playbook, log: Log, seat: int, party: int, amount: int, why: Why
) -> None:
    """Change the tie between a seat and any party; between two seats in both directions."""
    if party >= c.NEIGHBOUR_PARTY:
        change_neighbour_tie(table, book, log, seat, party - c.NEIGHBOUR_PARTY, amount, why)
    elif party >= c.PARTNER_PARTY:
        change_partner_tie(table, book, log, seat, party - c.PARTNER_PARTY, amount, why)
    else:
        change_tie(table, book, log, seat, party, amount, why)
        change_tie(table, book, log, party, seat, amount, why)


def change_market(
    table: Table, book: Playbook, log: Log, quantity: int, amount: int, why: Why
) -> None:
    """Change the price index, the glut or the buyers' pressure."""
    if quantity == c.Q_INDEX:
        before = table.index
        table.index = clamp(before + amount, 40, 200)
        after = table.index
    elif quantity == c.Q_GLUT:
        before = table.glut
        table.glut = clamp(before + amount, 0, 100)
        after = table.glut
    else:
        before = table.pressure
        table.pressure = clamp(before + amount, 0, 100)
        after = table.pressure
    if after != before:
        record(table, log, (quantity, c.NOBODY, why[0], why[1], why[2]), before, after)
