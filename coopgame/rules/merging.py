"""Two co-operatives become one group with districts; districts can leave again.

Seats stay on as districts with their own capital, so leaving needs no rule of division.
"""

from coopgame.rules import causes, chance
from coopgame.rules import codes as c
from coopgame.rules.agreements import divide_contracts, end_pact
from coopgame.rules.chances import group_merger_chance, leave_group_chance
from coopgame.rules.changes import Why, change_party_tie, change_tie, change_value
from coopgame.rules.journal import Log, record
from coopgame.rules.measures import group_size, group_volume, mismatch_of, same_group
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table


def merge_seats(table: Table, book: Playbook, log: Log, a: int, b: int) -> None:
    """Hold both members' votes; merge the two groups when both pass [SF6]."""
    first = group_merger_chance(table, book, a, b)
    second = group_merger_chance(table, book, b, a)
    passed = _vote(table, log, a, b, first)
    other_passed = _vote(table, log, b, a, second)
    if passed and other_passed:
        _join_groups(table, book, log, a, b)
    else:
        _fail(table, book, log, a, b)
        _fail(table, book, log, b, a)
        why = (causes.MERGER_FAILED, b, 0)
        change_tie(table, book, log, a, b, -book.rule.failed_tie, why)
        change_tie(table, book, log, b, a, -book.rule.failed_tie, (causes.MERGER_FAILED, a, 0))


def _vote(table: Table, log: Log, seat: int, party: int, percent: int) -> bool:
    """Draw one vote; the journal keeps the chance it was shown with."""
    passed = chance.happens(table, chance.VOTE, seat, party, percent)
    cause = causes.MERGER_PASSED if passed else causes.MERGER_FAILED
    record(table, log, (c.K_VOTE, seat, cause, party, 0), percent, int(passed))
    return passed


def _fail(table: Table, book: Playbook, log: Log, seat: int, party: int) -> None:
    why = (causes.MERGER_FAILED, party, 0)
    change_value(table, book, log, c.Q_CAPITAL, seat, -book.rule.failed_coins, why)
    change_value(table, book, log, c.Q_MEMBERS, seat, -book.rule.failed_members, why)
    if party >= c.NEIGHBOUR_PARTY:
        table.neighbour_failed[seat][party - c.NEIGHBOUR_PARTY] += 1
        change_party_tie(table, book, log, seat, party, -book.rule.failed_tie, why)
    else:
        table.failed_votes[seat][party] += 1


def _join_groups(table: Table, book: Playbook, log: Log, a: int, b: int) -> None:
    volume_a, volume_b = group_volume(table, a), group_volume(table, b)
    left, right = table.group[a], table.group[b]
    for seat in range(table.seats):
        if table.group[seat] != left and table.group[seat] != right:
            continue
        in_a = table.group[seat] == left
        is_larger = (volume_a >= volume_b) == in_a
        _pay_for_merger(table, book, log, seat, b if in_a else a, whole=True)
        _expect_gain(table, book, seat, is_larger=is_larger)
    _share_pacts(table, a, b)
    for seat in range(table.seats):
        before = table.group[seat]
        if before == left or before == right:
            table.group[seat] = min(left, right)
            row = (c.K_GROUP, seat, causes.MERGER_PASSED, b if before == left else a, 0)
            record(table, log, row, before, min(left, right))


def _pay_for_merger(
    table: Table, book: Playbook, log: Log, seat: int, party: int, *, whole: bool
) -> None:
    """Charge coins, members, openness and voice; a neighbour costs half of the last two."""
    rule = book.rule
    half = 1 if whole else 2
    why = (causes.MERGER_COST, party, 0)
    change_value(table, book, log, c.Q_CAPITAL, seat, -rule.merger_coins, why)
    lost = rule.merger_members * (120 - table.voice[seat]) // 100
    change_value(table, book, log, c.Q_MEMBERS, seat, -lost, why)
    change_value(table, book, log, c.Q_OPENNESS, seat, -(rule.merger_openness // half), why)
    change_value(table, book, log, c.Q_VOICE, seat, -(rule.merger_voice // half), why)
    table.digest[seat] = rule.digest


def _expect_gain(table: Table, book: Playbook, seat: int, *, is_larger: bool) -> None:
    """Draw the late efficiency gain: uncertain, larger for the smaller side [SF1, SF2]."""
    rule = book.rule
    mean = rule.gain_larger if is_larger else rule.gain_smaller
    spread = rule.gain_larger_spread if is_larger else rule.gain_smaller_spread
    z = -24
    for nth in range(3):
        z += chance.draw(table, chance.GAIN, seat, nth, 17)
    gain = mean + z * spread * 100 // 849
    if table.capital[seat] < 3 and table.members[seat] < 40:
        gain -= rule.distress_gain
    table.late_gain[seat][1] += gain // 2
    table.late_gain[seat][2] += gain - gain // 2


def _share_pacts(table: Table, a: int, b: int) -> None:
    """Pacts inside the new group lapse; those with others now hold for all its districts."""
    _share_seat_pacts(table, a, b)
    _share_neighbour_pacts(table, a, b)


def _share_seat_pacts(table: Table, a: int, b: int) -> None:
    for other in range(table.seats):
        since = 0
        for seat in range(table.seats):
            if _is_inside(table, seat, a, b):
                since = max(since, table.pact[seat][other])
        if _is_inside(table, other, a, b):
            since = 0
        for seat in range(table.seats):
            if _is_inside(table, seat, a, b):
                table.pact[seat][other] = since
                table.pact[other][seat] = since


def _is_inside(table: Table, seat: int, a: int, b: int) -> bool:
    return same_group(table, seat, a) or same_group(table, seat, b)


def _share_neighbour_pacts(table: Table, a: int, b: int) -> None:
    for neighbour in range(table.neighbours):
        since = 0
        for seat in range(table.seats):
            if _is_inside(table, seat, a, b):
                since = max(since, table.neighbour_pact[seat][neighbour])
        for seat in range(table.seats):
            if _is_inside(table, seat, a, b):
                table.neighbour_pact[seat][neighbour] = since


def merge_neighbour(table: Table, book: Playbook, log: Log, seat: int, neighbour: int) -> None:
    """Hold one vote on taking a neighbour in; absorb it when it passes."""
    party = c.NEIGHBOUR_PARTY + neighbour
    percent = group_merger_chance(table, book, seat, party)
    if _vote(table, log, seat, party, percent):
        absorb_neighbour(table, book, log, seat, neighbour, (causes.ABSORBED, party, 0))
    else:
        _fail(table, book, log, seat, party)


def absorb_neighbour(
    table: Table, book: Playbook, log: Log, seat: int, neighbour: int, why: Why
) -> None:
    """Take a neighbour co-operative in: its volume and a twentieth of it in coins."""
    if table.neighbour_joined[neighbour] > 0:
        return
    volume = table.neighbour_volume[neighbour]
    _end_pacts_with(table, book, log, neighbour, why)
    table.neighbour_joined[neighbour] = seat + 1
    before = table.volume[seat]
    _pay_for_merger(table, book, log, seat, why[1], whole=False)
    table.volume[seat] = min(400, before + volume)
    table.absorbed[seat] += table.volume[seat] - before
    row = (c.Q_VOLUME, seat, why[0], c.NEIGHBOUR_PARTY + neighbour, why[2])
    record(table, log, row, before, table.volume[seat])
    change_value(table, book, log, c.Q_CAPITAL, seat, volume // 20, why)
    _expect_gain(table, book, seat, is_larger=True)


def _end_pacts_with(table: Table, book: Playbook, log: Log, neighbour: int, why: Why) -> None:
    """Every pact with a neighbour that joins somebody lapses, and each side hears of it."""
    for seat in range(table.seats):
        if table.neighbour_pact[seat][neighbour] > 0:
            end_pact(table, book, log, seat, c.NEIGHBOUR_PARTY + neighbour, why)


def closest_neighbour(table: Table, seat: int) -> int:
    """Return the independent neighbour with the best tie and closest ambition, or -1."""
    best, best_score = c.NOBODY, 0
    for neighbour in range(table.neighbours):
        if table.neighbour_joined[neighbour] > 0:
            continue
        apart = mismatch_of(table.ambition[seat], table.neighbour_ambition[neighbour])
        score = 1000 + table.neighbour_tie[seat][neighbour] - apart
        if best < 0 or score > best_score:
            best, best_score = neighbour, score
    return best


def leave_group(table: Table, book: Playbook, log: Log, seat: int) -> None:
    """Let a district's members vote on leaving; a demerger costs ties, coins, efficiency."""
    percent = leave_group_chance(table, seat)
    passed = chance.happens(table, chance.LEAVING, seat, 0, percent)
    cause = causes.GROUP_LEFT if passed else causes.GROUP_LEAVE_REFUSED
    record(table, log, (c.K_VOTE, seat, cause, c.NOBODY, 0), percent, int(passed))
    if passed and group_size(table, seat) > 1:
        _part(table, book, log, seat)


def _part(table: Table, book: Playbook, log: Log, seat: int) -> None:
    old = table.group[seat]
    divide_contracts(table, log, seat)
    table.group[seat] = seat
    lead = c.NOBODY
    for other in range(table.seats):
        if other == seat or table.group[other] != old:
            continue
        lead = other if lead < 0 else lead
        table.group[other] = lead
        change_tie(table, book, log, seat, other, -10, (causes.GROUP_LEFT, other, 0))
        change_tie(table, book, log, other, seat, -10, (causes.GROUP_LEFT, seat, 0))
    why = (causes.GROUP_LEFT, c.NOBODY, 0)
    record(table, log, (c.K_GROUP, seat, causes.GROUP_LEFT, c.NOBODY, 0), old, seat)
    change_value(table, book, log, c.Q_CAPITAL, seat, -3, why)
    change_value(table, book, log, c.Q_EFFICIENCY, seat, -2, why)
