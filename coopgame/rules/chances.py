"""The chances that are shown before a choice, each with the parts that make it.

A chance is the sum of its parts, kept within 5..95 per cent. The parts are fixed tuples so
that a screen can say why, and the rules can draw with exactly what was shown.
"""

from typing import Final

from coopgame.rules import codes as c
from coopgame.rules.measures import (
    asymmetry,
    clamp,
    group_volume,
    joint_volume,
    party_mismatch,
    party_tie,
    party_volume,
    same_group,
)
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table

MERGER_PARTS: Final = (
    "base", "trust", "tie", "openness", "voice", "mismatch", "asymmetry", "gain", "pact", "again",
)  # fmt: skip
CONSENT_PARTS: Final = ("base", "tie", "mismatch", "glut", "quality", "power")
BANK_PARTS: Final = ("base", "members", "capital", "debt", "kind")
FACILITY_VOTE_PARTS: Final = ("base", "trust", "openness", "voice")
PACT_PARTS: Final = ("base", "tie", "mismatch")


def kept(total: int) -> int:
    """Return a chance kept within 5..95 per cent."""
    return clamp(total, 5, 95)


def sum_of(parts: tuple[int, ...]) -> int:
    """Return the chance that these parts make, 5..95."""
    return kept(sum(parts))


def merger_parts(
    table: Table, book: Playbook, seat: int, party: int
) -> tuple[int, int, int, int, int, int, int, int, int, int]:
    """Return the parts of the chance that this seat's members vote for a merger [SF6-SF9]."""
    rule = book.rule
    size = asymmetry(group_volume(table, seat), party_volume(table, party))
    voice = table.voice[seat]
    return (
        rule.vote_base,
        (table.meter[seat][c.TRUST] - 50) * rule.vote_trust // 100,
        (party_tie(table, seat, party) - 50) * rule.vote_tie // 100,
        (table.openness[seat] - 50) * rule.vote_openness // 100,
        (voice - 50) * rule.vote_voice // 100,
        -(party_mismatch(table, seat, party) * rule.vote_mismatch // 100),
        -(size * (100 - voice) // 100 * rule.vote_asymmetry // 100),
        _expected_gain(table, book, party),
        rule.vote_pact if pact_age(table, seat, party) >= 2 else 0,
        rule.vote_again * min(2, _failed(table, seat, party)),
    )


def _expected_gain(table: Table, book: Playbook, party: int) -> int:
    if party >= c.PARTNER_PARTY:
        return 0
    return min(20, joint_volume(table, book, party) // 20) * 4 // 10


def _failed(table: Table, seat: int, party: int) -> int:
    if party >= c.NEIGHBOUR_PARTY:
        return table.neighbour_failed[seat][party - c.NEIGHBOUR_PARTY]
    return table.failed_votes[seat][party]


def pact_age(table: Table, seat: int, party: int) -> int:
    """Return for how many rounds a pact with this party has stood, 0 without a pact."""
    if party >= c.NEIGHBOUR_PARTY:
        since = table.neighbour_pact[seat][party - c.NEIGHBOUR_PARTY]
    else:
        since = table.pact[seat][party]
    return table.round_now - since if since > 0 else 0


def group_merger_chance(table: Table, book: Playbook, seat: int, party: int) -> int:
    """Return the chance that the members of the seat's whole group vote yes, by volume."""
    total, volume = 0, 0
    for district in range(table.seats):
        if same_group(table, district, seat):
            parts = merger_parts(table, book, district, party)
            # In halves, because a sum of ten does not unfold when it is compiled.
            chance = kept(sum(parts[:5]) + sum(parts[5:]))
            total += chance * table.volume[district]
            volume += table.volume[district]
    return total // max(1, volume)


def merger_chance(table: Table, book: Playbook, seat: int, party: int) -> int:
    """Return the chance that a merger passes: the product of both votes, or one vote.

    A neighbour's members vote with ours: one vote.
    """
    ours = group_merger_chance(table, book, seat, party)
    if party >= c.NEIGHBOUR_PARTY:
        return ours
    return ours * group_merger_chance(table, book, party, seat) // 100


def consent_parts(
    table: Table, book: Playbook, seat: int, party: int
) -> tuple[int, int, int, int, int, int]:
    """Return the parts of the chance that a partner signs a contract."""
    return (
        book.rule.consent_base,
        party_tie(table, seat, party) // 2,
        -(party_mismatch(table, seat, party) * 30 // 100),
        -(table.glut * 30 // 100),
        table.quality[seat] // 8,
        -((power_of(table, party) - 50) * book.rule.consent_power // 100),
    )


def pact_parts(table: Table, book: Playbook, seat: int, party: int) -> tuple[int, int, int]:
    """Return the parts of the chance that a neighbour agrees to coordinate [SF10]."""
    return (
        book.rule.pact_consent,
        party_tie(table, seat, party),
        -(party_mismatch(table, seat, party) * 40 // 100),
    )


def facility_cost(table: Table, book: Playbook, seat: int, stage: int) -> int:
    """Return what an own facility for the group's volume costs in this stage, in coins."""
    missing = missing_capacity(table, seat, stage)
    base = book.rule.facility_base + book.rule.facility_volume * missing // 10
    return max(1, base * book.stage_share[stage] // 30 * book.rule.facility_price // 100)


def missing_capacity(table: Table, seat: int, stage: int) -> int:
    """Return the group's volume that its own facilities in a stage cannot take, tenths."""
    present = 0
    for other in range(table.seats):
        if same_group(table, other, seat):
            present += table.capacity[other][stage] + table.building[other][stage]
    return max(0, group_volume(table, seat) - present)


def own_money_needed(table: Table, book: Playbook, seat: int, stage: int) -> int:
    """Return the own money that a facility asks, in coins [COBT1]."""
    part = book.rule.own_money
    if table.kind[seat] == c.COLLECTIVE:
        part += book.rule.collective_money
    return facility_cost(table, book, seat, stage) * part // 100 + 1


def group_capital(table: Table, seat: int) -> int:
    """Return the capital of all districts of the seat's group, in coins."""
    total = 0
    for other in range(table.seats):
        if same_group(table, other, seat):
            total += table.capital[other]
    return total


def bank_parts(
    table: Table, book: Playbook, seat: int, stage: int
) -> tuple[int, int, int, int, int]:
    """Return the parts of the chance that the bank lends for a facility [SF25]."""
    cost = facility_cost(table, book, seat, stage)
    return (
        book.rule.bank_base,
        (table.members[seat] - 50) // 2,
        (100 * group_capital(table, seat) // cost - book.rule.own_money) // 2,
        -15 if table.debt[seat] > 0 else 0,
        -book.rule.collective_bank if table.kind[seat] == c.COLLECTIVE else 0,
    )


def facility_vote_parts(table: Table, book: Playbook, seat: int) -> tuple[int, int, int, int]:
    """Return the parts of the chance that the members vote for an own facility."""
    return (
        book.rule.vote_facility,
        table.meter[seat][c.TRUST] - 50,
        (table.openness[seat] - 50) * book.rule.vote_openness // 100,
        (table.voice[seat] - 50) * book.rule.vote_voice // 100,
    )


def facility_chance(table: Table, book: Playbook, seat: int, stage: int) -> int:
    """Return the chance that members and bank both say yes, per cent."""
    bank = sum_of(bank_parts(table, book, seat, stage))
    return bank * sum_of(facility_vote_parts(table, book, seat)) // 100


def leave_group_chance(table: Table, seat: int) -> int:
    """Return the chance that a district's members vote to leave their group."""
    return clamp(110 - table.members[seat], 10, 90)


def members_vote_parts(table: Table, book: Playbook, seat: int) -> tuple[int, int, int, int]:
    """Return the parts of the chance that members vote for an answer to a card."""
    return (
        book.rule.vote_base,
        table.meter[seat][c.TRUST] - 50,
        (table.openness[seat] - 50) * book.rule.vote_openness // 100,
        (table.voice[seat] - 50) * book.rule.vote_voice // 100,
    )


def speciality_chance(table: Table, seat: int) -> int:
    """Return the chance that a speciality is not blocked by a large membership [SF23]."""
    return clamp(105 - group_volume(table, seat) // 6, 15, 95)


def speciality_cost(table: Table, book: Playbook, seat: int) -> int:
    """Return what specialising costs, in coins."""
    return book.rule.quality_coins * group_volume(table, seat) // 100 + 1


def break_percent(table: Table, book: Playbook, seat: int, stage: int) -> int:
    """Return the chance that a running contract breaks this round, per cent [SF16]."""
    party = table.contract_with[seat][stage]
    size = asymmetry(group_volume(table, seat), party_volume(table, party))
    tie = party_tie(table, seat, party)
    rule = book.rule
    chance = rule.break_base + rule.break_mismatch * party_mismatch(table, seat, party) // 100
    chance += rule.break_asymmetry * size // 100 * (100 - tie) // 100
    if table.contract_fixed[seat][stage]:
        reference = table.contract_reference[seat][stage]
        apart = abs(table.index - reference) * 100 // max(1, table.index)
        chance += 20 * max(0, apart - 15) // 100
    if is_cooperative_party(table, party):
        chance = chance * 2 // 3
    return clamp(chance * (150 - reliability(table, party)) // 100, 0, 90)


def drop_percent(table: Table, book: Playbook, seat: int, stage: int) -> int:
    """Return the chance that the partner drops this supplier in today's glut [SF19].

    A co-operative partner drops suppliers half as readily.
    """
    if table.glut < book.rule.drop_glut:
        return 0
    party = table.contract_with[seat][stage]
    tie = party_tie(table, seat, party)
    chance = (table.glut - book.rule.drop_glut + 10) * (100 - tie) // 100 * 144 // 100
    if is_cooperative_party(table, party):
        chance = chance // 2
    return clamp(chance, 0, 90)


def is_cooperative_party(table: Table, party: int) -> bool:
    """Tell whether a party is a co-operative."""
    if c.PARTNER_PARTY <= party < c.NEIGHBOUR_PARTY:
        return table.partner_is_coop[party - c.PARTNER_PARTY] > 0
    return True


def power_of(table: Table, party: int) -> int:
    """Return a partner's power, 0..100; 50 for seats and neighbours."""
    if c.PARTNER_PARTY <= party < c.NEIGHBOUR_PARTY:
        return table.partner_power[party - c.PARTNER_PARTY]
    return 50


def reliability(table: Table, party: int) -> int:
    """Return how reliable a party is, 0..100; 50 for seats and neighbours."""
    if c.PARTNER_PARTY <= party < c.NEIGHBOUR_PARTY:
        return table.partner_reliability[party - c.PARTNER_PARTY]
    return 50
