"""How committed the members are, and when they leave or come.

Members move a quarter of the way to a target each round. A price below what rivals pay,
profit kept without openness and size without voice make them leave with their volume, which
raises unit cost: the spiral [SF11, SF12, SF14].
"""

from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules.changes import change_value, move_volume
from coopgame.rules.drift import add_event, drift
from coopgame.rules.income import outside_price
from coopgame.rules.journal import Log, record
from coopgame.rules.measures import clamp, group_volume, same_group
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table

M_BASE, M_GAP, M_OPENNESS, M_VOICE, M_SIZE, M_KEPT, M_MIXED, M_DIGEST = range(c.PARTS - 1)


def rival_price(table: Table, book: Playbook, seat: int) -> int:
    """Return what members compare with: half the best other price, half the average elsewhere."""
    outside = outside_price(table, book, seat)
    best = outside
    total, volume = outside * table.outside, table.outside
    for other in range(table.seats):
        if same_group(table, seat, other) or table.home[other] != table.home[seat]:
            continue
        best = max(best, table.paid[other])
        total += table.paid[other] * table.volume[other]
        volume += table.volume[other]
    average = total // volume if volume > 0 else outside
    return (best + average) // 2


def price_gap(table: Table, book: Playbook, seat: int) -> int:
    """Return how many points less than its rivals this seat pays; negative when it pays more."""
    return rival_price(table, book, seat) - table.paid[seat]


def lay_out_members(table: Table, book: Playbook, seat: int) -> None:
    """Write the parts of the members' target into the scratch space, in hundredths."""
    support = table.support[seat]
    for part in range(c.PARTS):
        support[part] = 0
    openness, voice = table.openness[seat], table.voice[seat]
    support[M_BASE] = 5000
    gap = clamp(price_gap(table, book, seat), -16, 16)
    support[M_GAP] = -100 * book.rule.members_gap * gap
    support[M_OPENNESS] = (openness - 40) * 40
    support[M_VOICE] = (voice - 45) * 100 // 3
    size = (
        (group_volume(table, seat) - 100)
        * book.rule.size_members
        * (130 - voice - openness // 2)
        // 100
    )
    support[M_SIZE] = -size * (40 if table.named_shares[seat] else 100) // 100
    if table.held[seat]:
        support[M_KEPT] = -book.rule.kept_back * (100 - openness)
    if table.kind[seat] == c.MIXED:
        support[M_MIXED] = 300
    if table.digest[seat] > 0:
        support[M_DIGEST] = -24 * max(0, 108 - voice - openness // 2)


def settle_members(table: Table, book: Playbook, log: Log) -> None:
    """Let every seat's members move towards their target, after all prices are known."""
    for seat in range(table.seats):
        lay_out_members(table, book, seat)
        running = drift(table, log, seat, c.V_MEMBERS, c.Q_MEMBERS, book.rule.members_pull)
        table.members[seat] = add_event(table, log, seat, c.V_MEMBERS, c.Q_MEMBERS, running, 0)


def settle_volumes(table: Table, book: Playbook, log: Log) -> None:
    """Let members leave and come; what leaves in a round is known before anybody moves."""
    for seat in range(table.seats):
        gap = price_gap(table, book, seat)
        table.gap_rounds[seat] = table.gap_rounds[seat] + 1 if gap > 2 else 0
        if table.gap_rounds[seat] >= 2 and table.exit_ban[seat] == 0:
            _leave(table, book, log, seat, gap)
        elif gap < -3 and table.members[seat] >= 50:
            _join(table, book, log, seat)


def _best_payer(table: Table, home: int) -> int:
    """Return the seat of a home stage that pays most; prices stand while volumes move."""
    best = c.NOBODY
    for seat in range(table.seats):
        if table.home[seat] == home and (best < 0 or table.paid[seat] > table.paid[best]):
            best = seat
    return best


def leaving_volume(table: Table, book: Playbook, seat: int, gap: int) -> int:
    """Return how many tenths of volume leave in a round with such a gap of price [MIL1, MIL4]."""
    volume = table.volume[seat]
    gap = min(gap, 12)
    doubt = 100 - table.members[seat]
    leaving = volume * 6 * gap * doubt // 100 * doubt // 10_000
    return max(0, min(volume * book.rule.leave_limit // 100, leaving))


def _leave(table: Table, book: Playbook, log: Log, seat: int, gap: int) -> None:
    leaving = leaving_volume(table, book, seat, gap)
    if leaving <= 0:
        return
    best = _best_payer(table, table.home[seat])
    if best != seat and not same_group(table, best, seat):
        move_volume(table, log, seat, best, leaving * 60 // 100, causes.MEMBERS_LEFT)
        leaving -= leaving * 60 // 100
    why = (causes.MEMBERS_LEFT, c.NOBODY, 0)
    change_value(table, book, log, c.Q_VOLUME, seat, -leaving, why)


def _join(table: Table, book: Playbook, log: Log, seat: int) -> None:
    joining = min(table.volume[seat] * 2 // 100, table.outside * 5 // 100)
    why = (causes.MEMBERS_JOINED, c.NOBODY, 0)
    change_value(table, book, log, c.Q_VOLUME, seat, joining, why)


def count_down(table: Table, log: Log, seat: int) -> None:
    """Let a merger be digested and an exit ban run out by one round."""
    if table.digest[seat] > 0:
        table.digest[seat] -= 1
    if table.exit_ban[seat] > 0:
        table.exit_ban[seat] -= 1
        if table.exit_ban[seat] == 0:
            row = (c.K_EXIT_BAN, seat, causes.EXIT_BAN_ENDED, c.NOBODY, 0)
            record(table, log, row, 1, 0)
