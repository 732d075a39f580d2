"""What can be read off the table: sizes, power, ties, differences.

Nothing here changes the table. All results are whole numbers; the formulas are those of
the rulebook's numbers, with `//` rounding down.
"""

from coopgame.rules import codes as c
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table


def clamp(value: int, least: int, most: int) -> int:
    """Return `value` kept within `least` and `most`."""
    return least if value < least else most if value > most else value


def asymmetry(a: int, b: int) -> int:
    """Return the size difference of two volumes: 0 equal, 100 when one is nothing [5.4]."""
    return 100 * abs(a - b) // (a + b) if a + b > 0 else 0


def mismatch_of(first: list[int], second: list[int]) -> int:
    """Return how far two ambition vectors are apart, 0..100: half the sum of differences."""
    total = 0
    for k in range(c.AMBITIONS):
        total += abs(first[k] - second[k])
    return total // 2


def mismatch(table: Table, seat: int, other: int) -> int:
    """Return how far the ambitions of two seats are apart, 0..100."""
    return mismatch_of(table.ambition[seat], table.ambition[other])


def party_mismatch(table: Table, seat: int, party: int) -> int:
    """Return how far the ambitions of a seat and any party are apart, 0..100."""
    if party >= c.NEIGHBOUR_PARTY:
        return mismatch_of(
            table.ambition[seat], table.neighbour_ambition[party - c.NEIGHBOUR_PARTY]
        )
    if party >= c.PARTNER_PARTY:
        return mismatch_of(table.ambition[seat], table.partner_ambition[party - c.PARTNER_PARTY])
    return mismatch(table, seat, party)


def same_group(table: Table, a: int, b: int) -> bool:
    """Tell whether two seats are districts of one group (or the same seat)."""
    return table.group[a] == table.group[b]


def group_size(table: Table, seat: int) -> int:
    """Return how many seats belong to the group of this seat, 1 when alone."""
    count = 0
    for other in range(table.seats):
        if table.group[other] == table.group[seat]:
            count += 1
    return count


def group_volume(table: Table, seat: int) -> int:
    """Return the volume of the seat's group in tenths."""
    total = 0
    for other in range(table.seats):
        if table.group[other] == table.group[seat]:
            total += table.volume[other]
    return total


def part_of(left: int, own: int, weight: int) -> int:
    """Return the next share of what is `left`, for `own` out of the `weight` still to come.

    Taking the shares one after another, each from what the last one left, makes them add up
    to the total exactly.
    """
    return left * own // max(1, weight)


def total_volume(table: Table) -> int:
    """Return the volume of all seats in tenths."""
    total = 0
    for seat in range(table.seats):
        total += table.volume[seat]
    return total


def party_volume(table: Table, party: int) -> int:
    """Return the volume of any party in tenths; of a partner, what it can move."""
    if party >= c.NEIGHBOUR_PARTY:
        return table.neighbour_volume[party - c.NEIGHBOUR_PARTY]
    if party >= c.PARTNER_PARTY:
        return table.partner_capacity[party - c.PARTNER_PARTY]
    return group_volume(table, party)


def has_any_pact(table: Table, seat: int) -> bool:
    """Tell whether the seat coordinates with anybody."""
    return pact_count(table, seat) > 0


def pact_count(table: Table, seat: int) -> int:
    """Return with how many independent others the seat has a pact: groups and neighbours."""
    count = 0
    for other in range(table.seats):
        if table.pact[seat][other] > 0 and table.group[other] == other:
            count += 1
    for neighbour in range(table.neighbours):
        if table.neighbour_pact[seat][neighbour] > 0:
            count += 1
    return count


def joint_volume(table: Table, book: Playbook, seat: int) -> int:
    """Return the volume that bargains together: the group and a part of each pact partner's.

    The part shrinks with every further pact: many who promise each keep to less.
    """
    pacts, promised = 0, 0
    for other in range(table.seats):
        if table.pact[seat][other] > 0:
            promised += table.volume[other]
            pacts += 1 if table.group[other] == other else 0
    for neighbour in range(table.neighbours):
        if table.neighbour_pact[seat][neighbour] > 0:
            promised += table.neighbour_volume[neighbour]
            pacts += 1
    if pacts == 0:
        return group_volume(table, seat)
    rule = book.rule
    kept = promised * rule.pact_weight // (100 + rule.pact_thinning * (pacts - 1))
    return group_volume(table, seat) + kept


def power(table: Table, book: Playbook, seat: int) -> int:
    """Return bargaining power 0..100: grows with volume, ever less, and with quality [SF22]."""
    joint = joint_volume(table, book, seat)
    by_volume = 100 * joint // (joint + book.rule.power_half)
    return clamp(by_volume * (60 + 40 * table.quality[seat] // 100) // 80, 0, 100)


def regional_share(table: Table) -> int:
    """Return the share of all volume that the seats hold together, per cent [SF21]."""
    ours = total_volume(table)
    return 100 * ours // (ours + table.outside) if ours + table.outside > 0 else 0


def mean_tie_towards(table: Table, seat: int) -> int:
    """Return how far the other seats believe this one, on average; 50 when it is alone."""
    if table.seats < 2:
        return 50
    total = 0
    for other in range(table.seats):
        if other != seat:
            total += table.tie[other][seat]
    return total // (table.seats - 1)


def pair_tie(table: Table, a: int, b: int) -> int:
    """Return the mean of both directions of a tie between two seats."""
    return (table.tie[a][b] + table.tie[b][a]) // 2


def party_tie(table: Table, seat: int, party: int) -> int:
    """Return the tie between a seat and any party, 0..100."""
    if party >= c.NEIGHBOUR_PARTY:
        return table.neighbour_tie[seat][party - c.NEIGHBOUR_PARTY]
    if party >= c.PARTNER_PARTY:
        return table.partner_tie[seat][party - c.PARTNER_PARTY]
    return pair_tie(table, seat, party)


def linked_tie(table: Table, seat: int) -> int:
    """Return the mean tie with those the seat is linked to; without a link, with the two nearest.

    Links are pacts, districts of the same group and contracts, both directions counted.
    """
    total = 0
    count = 0
    for other in range(table.seats):
        if other != seat and (table.pact[seat][other] > 0 or same_group(table, seat, other)):
            total += pair_tie(table, seat, other)
            count += 1
    for neighbour in range(table.neighbours):
        if table.neighbour_pact[seat][neighbour] > 0:
            total += table.neighbour_tie[seat][neighbour]
            count += 1
    for stage in range(table.stages):
        if table.holds[seat][stage] == c.CONTRACT_HELD:
            total += party_tie(table, seat, table.contract_with[seat][stage])
            count += 1
    if count > 0:
        return total // count
    return _nearest_tie(table, seat)


def _nearest_tie(table: Table, seat: int) -> int:
    """Return the mean of the two best ties with seats: a loner is not asked to know everybody."""
    if table.seats < 2:
        return 50
    best = second = -1
    for other in range(table.seats):
        if other == seat:
            continue
        tie = pair_tie(table, seat, other)
        if tie > best:
            best, second = tie, best
        elif tie > second:
            second = tie
    return (best + second) // 2 if second >= 0 else best


def weight_in_group(table: Table, seat: int) -> int:
    """Return the seat's votes in its group: one when the group's voice is 60 or more, else its volume."""
    if group_voice(table, seat) >= 60:
        return 1
    return table.volume[seat]


def group_voice(table: Table, seat: int) -> int:
    """Return the mean voice of the districts of the seat's group."""
    total = 0
    for other in range(table.seats):
        if same_group(table, seat, other):
            total += table.voice[other]
    return total // group_size(table, seat)


def stage_count(table: Table, seat: int, holding: int) -> int:
    """Return in how many stages the seat has this holding."""
    count = 0
    for stage in range(table.stages):
        if table.holds[seat][stage] == holding:
            count += 1
    return count


def own_capacity(table: Table, seat: int, stage: int) -> int:
    """Return the open capacity of the group's own facilities in a stage, tenths."""
    total = 0
    for other in range(table.seats):
        if same_group(table, seat, other):
            total += table.capacity[other][stage]
    return total


def next_stage(table: Table, seat: int) -> int:
    """Return the stage next to home, into which the members' product goes first."""
    home = table.home[seat]
    return home + 1 if home + 1 < table.stages else home - 1


def neighbour_home(table: Table) -> int:
    """Return the stage where the neighbours work: the one where most seats are at home."""
    best, most = 0, 0
    for stage in range(table.stages):
        count = 0
        for seat in range(table.seats):
            if table.home[seat] == stage:
                count += 1
        if count > most:
            best, most = stage, count
    return best


def partner_load(table: Table, partner: int) -> int:
    """Return the volume that a partner moves under contract, in tenths as signed."""
    total = 0
    stage = table.partner_stage[partner]
    for seat in range(table.seats):
        if works_for(table, seat, partner):
            total += table.contract_volume[seat][stage]
    return total


def works_for(table: Table, seat: int, partner: int) -> bool:
    """Tell whether a partner works for a seat under contract; it does so in its own stage only."""
    stage = table.partner_stage[partner]
    return (
        table.holds[seat][stage] == c.CONTRACT_HELD
        and table.contract_with[seat][stage] == c.PARTNER_PARTY + partner
    )


def value_of(table: Table, quantity: int, seat: int) -> int:
    """Return a stored quantity of a seat (meters to voice) as it stands now."""
    if quantity <= c.Q_AUTONOMY:
        return table.meter[seat][quantity]
    if quantity == c.Q_CAPITAL:
        return table.capital[seat]
    if quantity == c.Q_DEBT:
        return table.debt[seat]
    if quantity == c.Q_VOLUME:
        return table.volume[seat]
    if quantity == c.Q_EFFICIENCY:
        return table.efficiency[seat]
    if quantity == c.Q_QUALITY:
        return table.quality[seat]
    if quantity == c.Q_MEMBERS:
        return table.members[seat]
    if quantity == c.Q_OPENNESS:
        return table.openness[seat]
    return table.voice[seat]


def quantity_of(  # noqa: C901, PLR0912 - one branch for each quantity, and a table would not compile
    table: Table, book: Playbook, quantity: int, seat: int
) -> int:
    """Return any quantity a card can look at that needs no other seat and no option."""
    if quantity <= c.Q_VOICE:
        return value_of(table, quantity, seat)
    if quantity == c.Q_INDEX:
        return table.index
    if quantity == c.Q_GLUT:
        return table.glut
    if quantity == c.Q_PRESSURE:
        return table.pressure
    if quantity == c.Q_PAID:
        return table.paid[seat]
    if quantity == c.Q_POWER:
        return power(table, book, seat)
    if quantity == c.Q_REGIONAL:
        return regional_share(table)
    if quantity == c.Q_PACTS:
        return pact_count(table, seat)
    if quantity == c.Q_CONTRACTS:
        return stage_count(table, seat, c.CONTRACT_HELD)
    if quantity == c.Q_OWN_STAGES:
        return stage_count(table, seat, c.OWN)
    if quantity == c.Q_GROUP_SIZE:
        return group_size(table, seat)
    if quantity == c.Q_ROUND:
        return table.round_now
    if quantity == c.Q_SEATS:
        return table.seats
    if quantity == c.Q_MEAN_TIE:
        return mean_tie_towards(table, seat)
    if quantity == c.Q_TROUBLE:
        return table.trouble_rounds[seat]
    return 0
