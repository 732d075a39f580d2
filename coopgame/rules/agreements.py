"""Pacts and contracts: signing, running, running out, breaking and leaving.

Pacts hold between groups, so every pair of districts carries the same round; a contract
remembers the volume it was signed for, so a partner's capacity does not drift.
"""

from coopgame.rules import causes, chance
from coopgame.rules import codes as c
from coopgame.rules.chances import break_percent, drop_percent, reliability
from coopgame.rules.changes import Why, change_party_tie, change_value
from coopgame.rules.journal import Log, record
from coopgame.rules.measures import (
    asymmetry,
    districts_of,
    group_volume,
    partner_load,
    party_tie,
    party_volume,
    same_group,
)
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table


def make_pact(table: Table, book: Playbook, log: Log, a: int, b: int, why: Why) -> None:
    """Let the group of seat a and party b coordinate from now on."""
    if b >= c.NEIGHBOUR_PARTY:
        _set_neighbour_pact(table, a, b - c.NEIGHBOUR_PARTY, table.round_now)
    elif b < c.PARTNER_PARTY:
        _set_pact(table, a, b, table.round_now)
    record(table, log, (c.K_PACT, a, why[0], b, why[2]), 0, 1)


def end_pact(table: Table, book: Playbook, log: Log, a: int, b: int, why: Why) -> None:
    """End the pact between the group of seat a and party b."""
    if b >= c.NEIGHBOUR_PARTY:
        _set_neighbour_pact(table, a, b - c.NEIGHBOUR_PARTY, 0)
    elif b < c.PARTNER_PARTY:
        _set_pact(table, a, b, 0)
    record(table, log, (c.K_PACT, a, why[0], b, why[2]), 1, 0)


def _set_pact(table: Table, a: int, b: int, since: int) -> None:
    if same_group(table, a, b):
        return
    for x in range(table.seats):
        for y in range(table.seats):
            if same_group(table, x, a) and same_group(table, y, b):
                table.pact[x][y] = since
                table.pact[y][x] = since


def _set_neighbour_pact(table: Table, seat: int, neighbour: int, since: int) -> None:
    for other in range(table.seats):
        if same_group(table, other, seat):
            table.neighbour_pact[other][neighbour] = since


def has_pact(table: Table, seat: int, party: int) -> bool:
    """Tell whether a seat coordinates with a party."""
    if party >= c.NEIGHBOUR_PARTY:
        return table.neighbour_pact[seat][party - c.NEIGHBOUR_PARTY] > 0
    return party < c.PARTNER_PARTY and table.pact[seat][party] > 0


def has_room(table: Table, seat: int, partner: int) -> bool:
    """Tell whether a partner can still move the volume of the seat's group."""
    free = table.partner_capacity[partner] - partner_load(table, partner)
    return free >= group_volume(table, seat)


def best_partner(table: Table, book: Playbook, seat: int, stage: int, coop_wish: int) -> int:
    """Return the partner of a stage with room and the best tie, or -1.

    `coop_wish` is 1 for co-operatives only, 0 for companies only, -1 for any.
    """
    best = c.NOBODY
    for partner in range(table.partners):
        if table.partner_stage[partner] != stage or not has_room(table, seat, partner):
            continue
        if coop_wish >= 0 and coop_wish != table.partner_is_coop[partner]:
            continue
        if best < 0 or table.partner_tie[seat][partner] > table.partner_tie[seat][best]:
            best = partner
    return best


def contract_rounds(term: int) -> int:
    """Return how many rounds a contract of this term runs."""
    return 4 if term == c.LONG else 2


def sign_contract(
    table: Table, book: Playbook, log: Log, seat: int, party: int, stage: int, term: int,
    fixed: int, why: Why,
) -> None:  # fmt: skip
    """Let the whole group of a seat hold a stage by contract with a party.

    With another co-operative the contract is written on both sides. A district that
    already holds the stage by contract keeps to what it signed before.
    """
    _write_contracts(table, log, (seat, party, stage), (term, fixed), why)
    if party < c.PARTNER_PARTY:
        _write_contracts(table, log, (party, seat, table.home[seat]), (term, fixed), why)


def _write_contracts(
    table: Table, log: Log, what: tuple[int, int, int], terms: tuple[int, int], why: Why
) -> None:
    """Write a contract (seat, party, stage) for every district of the seat's group."""
    seat, party, stage = what
    for district in range(table.seats):
        if not same_group(table, district, seat) or stage == table.home[district]:
            continue
        if table.holds[district][stage] != c.CONTRACT_HELD:
            _write_contract(table, log, district, party, stage, terms, why)


def _write_contract(
    table: Table, log: Log, seat: int, party: int, stage: int, terms: tuple[int, int], why: Why
) -> None:
    table.holds[seat][stage] = c.CONTRACT_HELD
    table.contract_with[seat][stage] = party
    table.contract_left[seat][stage] = contract_rounds(terms[0])
    table.contract_age[seat][stage] = 0
    table.contract_fixed[seat][stage] = terms[1]
    table.contract_reference[seat][stage] = (table.index + 100) // 2
    table.contract_volume[seat][stage] = table.volume[seat]
    record(table, log, (c.K_CONTRACT, seat, why[0], party, stage), 0, contract_rounds(terms[0]))


def sides_of(table: Table, seat: int, stage: int) -> list[tuple[int, int]]:
    """Return (seat, stage) wherever the contract that a seat holds in a stage is written.

    That is every district of its group that signed the same, and between co-operatives
    also those of the other group, the lowest seat first: one contract, kept or ended as one.
    """
    party = table.contract_with[seat][stage]
    if party >= c.PARTNER_PARTY:
        group = districts_of(table, seat)
        return [(other, stage) for other in group if _signed_alike(table, seat, other, stage)]
    back = table.home[seat]
    sides: list[tuple[int, int]] = []
    for other in range(table.seats):
        if same_group(table, other, seat) and _is_with(table, other, stage, party):
            sides.append((other, stage))
        elif same_group(table, other, party) and _is_with(table, other, back, seat):
            sides.append((other, back))
    return sides


def _signed_alike(table: Table, seat: int, other: int, stage: int) -> bool:
    """Tell whether two districts hold a stage by one contract: same partner, age and terms."""
    return (
        table.holds[other][stage] == c.CONTRACT_HELD
        and table.contract_with[other][stage] == table.contract_with[seat][stage]
        and table.contract_left[other][stage] == table.contract_left[seat][stage]
        and table.contract_age[other][stage] == table.contract_age[seat][stage]
        and table.contract_fixed[other][stage] == table.contract_fixed[seat][stage]
    )


def _pairs_of(table: Table, sides: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return every pair that a contract ties together, once."""
    pairs: list[tuple[int, int]] = []
    for seat, stage in sides:
        party = table.contract_with[seat][stage]
        if (party, seat) not in pairs:
            pairs.append((seat, party))
    return pairs


def end_contract(table: Table, book: Playbook, log: Log, seat: int, stage: int, why: Why) -> None:
    """End a contract on both sides; what the seat still owns there serves again."""
    for side, place in sides_of(table, seat, stage):
        _clear_contract(table, log, side, place, why)


def _is_with(table: Table, seat: int, stage: int, other: int) -> bool:
    """Tell whether a seat's contract in a stage is with the group of another seat."""
    if table.holds[seat][stage] != c.CONTRACT_HELD:
        return False
    party = table.contract_with[seat][stage]
    return party < c.PARTNER_PARTY and same_group(table, party, other)


def _clear_contract(table: Table, log: Log, seat: int, stage: int, why: Why) -> None:
    left = table.contract_left[seat][stage]
    table.holds[seat][stage] = c.OWN if table.capacity[seat][stage] > 0 else c.MARKET
    if table.building[seat][stage] > 0 and table.capacity[seat][stage] == 0:
        table.holds[seat][stage] = c.BUILDING
    party = table.contract_with[seat][stage]
    table.contract_left[seat][stage] = 0
    table.contract_age[seat][stage] = 0
    record(table, log, (c.K_CONTRACT, seat, why[0], party, stage), left, 0)


def settle_contracts(table: Table, book: Playbook, log: Log) -> None:
    """Let every contract run one round: it is kept, breaks, is dropped or runs out.

    All who stand under one contract draw once, from the lowest seat.
    """
    contracts: list[list[tuple[int, int]]] = []
    for seat in range(table.seats):
        for stage in range(table.stages):
            if table.holds[seat][stage] == c.CONTRACT_HELD and table.contract_left[seat][stage]:
                sides = sides_of(table, seat, stage)
                if sides[0][0] == seat:
                    contracts.append(sides)
    for sides in contracts:
        _run(table, book, log, sides)


def _run(table: Table, book: Playbook, log: Log, sides: list[tuple[int, int]]) -> None:
    """Try a contract; in the round in which it was signed it only ages."""
    seat, stage = sides[0]
    if table.contract_age[seat][stage] == 0:
        for side, place in sides:
            table.contract_age[side][place] += 1
        return
    party = table.contract_with[seat][stage]
    if chance.happens(table, chance.BREAK, seat, stage, break_percent(table, book, seat, stage)):
        _break(table, book, log, sides, causes.CONTRACT_BROKEN)
    elif party >= c.PARTNER_PARTY and chance.happens(
        table, chance.DROP, seat, stage, drop_percent(table, book, seat, stage)
    ):
        _break(table, book, log, sides, causes.CONTRACT_DROPPED)
    else:
        _keep(table, book, log, sides)


def _keep(table: Table, book: Playbook, log: Log, sides: list[tuple[int, int]]) -> None:
    stage = sides[0][1]
    for one, party in _pairs_of(table, sides):
        size = asymmetry(group_volume(table, one), party_volume(table, party))
        if party_tie(table, one, party) < 90 - 30 * size // 100:
            why = (causes.CONTRACT_KEPT, c.NOBODY, stage)
            change_party_tie(table, book, log, one, party, 1, why)
    for side, place in sides:
        _count(table, log, side, place)


def _count(table: Table, log: Log, seat: int, stage: int) -> None:
    table.contract_age[seat][stage] += 1
    if table.contract_left[seat][stage] <= 1:
        _clear_contract(table, log, seat, stage, (causes.CONTRACT_ENDED, c.NOBODY, stage))
    else:
        table.contract_left[seat][stage] -= 1


def _break(
    table: Table, book: Playbook, log: Log, sides: list[tuple[int, int]], cause: int
) -> None:
    """End a contract that broke; every co-operative that stood in it feels the blow."""
    stage = sides[0][1]
    for side, place in sides:
        _clear_contract(table, log, side, place, (cause, c.NOBODY, place))
    for one, other in _pairs_of(table, sides):
        change_party_tie(table, book, log, one, other, -10, (cause, other, stage))
    for side, place in sides:
        why = (cause, table.contract_with[side][place], place)
        change_value(table, book, log, c.PRICE_CONTROL, side, -5, why)
        change_value(table, book, log, c.TRUST, side, -4, why)


def leave_contract(table: Table, book: Playbook, log: Log, seat: int, stage: int) -> None:
    """End a contract before its term: the other side remembers."""
    party = table.contract_with[seat][stage]
    sides = sides_of(table, seat, stage)
    end_contract(table, book, log, seat, stage, (causes.CONTRACT_LEFT, party, stage))
    for one, other in _pairs_of(table, sides):
        why = (causes.CONTRACT_LEFT, other, stage)
        change_party_tie(table, book, log, one, other, -book.rule.early_leave, why)


def divide_contracts(table: Table, log: Log, seat: int, rest: list[int]) -> None:
    """Settle what a seat's group had signed with other co-operatives, now that the seat leaves.

    Such a contract stays with the `rest` of the group when one of them holds it; the other
    side then deals with them. A partner was promised a volume by each district: there both
    keep their part. To be called while they are still one group.
    """
    for stage in range(table.stages):
        party = table.contract_with[seat][stage]
        if table.holds[seat][stage] != c.CONTRACT_HELD or party >= c.PARTNER_PARTY:
            continue
        sides = sides_of(table, seat, stage)
        stay = [side for side, _ in sides if side in rest]
        heir = stay[0] if stay else seat
        for side, place in sides:
            if side != seat and side not in rest:
                table.contract_with[side][place] = heir
        if stay:
            _clear_contract(table, log, seat, stage, (causes.GROUP_LEFT, c.NOBODY, stage))


def leave_pact(table: Table, book: Playbook, log: Log, seat: int, party: int) -> None:
    """End a pact; before three rounds it costs ties both ways, in every district."""
    since = (
        table.neighbour_pact[seat][party - c.NEIGHBOUR_PARTY]
        if party >= c.NEIGHBOUR_PARTY
        else table.pact[seat][party]
    )
    end_pact(table, book, log, seat, party, (causes.PACT_LEFT, party, 0))
    if table.round_now - since >= 3:
        return
    others = [party] if party >= c.PARTNER_PARTY else districts_of(table, party)
    for district in districts_of(table, seat):
        for other in others:
            why = (causes.PACT_LEFT, other, 0)
            change_party_tie(table, book, log, district, other, -book.rule.early_leave, why)


def partner_word(table: Table, party: int) -> int:
    """Return how far a party's word can be trusted, for screens that show the risk."""
    return reliability(table, party)
