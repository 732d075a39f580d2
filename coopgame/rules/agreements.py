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


def sides_of(table: Table, seat: int, stage: int) -> int:
    """Return the places (a mask) where the contract that a seat holds in a stage is written.

    A place is one stage of one seat. They are every district of its group that signed the
    same, and between co-operatives also those of the other group: one contract, kept or
    ended as one.
    """
    party = table.contract_with[seat][stage]
    back = table.home[seat]
    sides = 0
    for other in range(table.seats):
        if same_group(table, other, seat):
            if _is_same_contract(table, seat, other, stage):
                sides |= 1 << place_of(other, stage)
        elif _is_other_side(table, party, other) and _is_with(table, other, back, seat):
            sides |= 1 << place_of(other, back)
    return sides


def _is_other_side(table: Table, party: int, other: int) -> bool:
    return party < c.PARTNER_PARTY and same_group(table, other, party)


def place_of(seat: int, stage: int) -> int:
    """Return the number of one stage of one seat, in the order of the seats."""
    return seat * c.STAGES + stage


def is_place_in(places: int, seat: int, stage: int) -> bool:
    """Tell whether a mask of places holds one stage of one seat."""
    return (places >> place_of(seat, stage)) & 1 == 1


def _is_same_contract(table: Table, seat: int, other: int, stage: int) -> bool:
    party = table.contract_with[seat][stage]
    if party >= c.PARTNER_PARTY:
        return _signed_alike(table, seat, other, stage)
    return _is_with(table, other, stage, party)


def _signed_alike(table: Table, seat: int, other: int, stage: int) -> bool:
    """Tell whether two districts hold a stage by one contract: same partner, age and terms."""
    return (
        table.holds[other][stage] == c.CONTRACT_HELD
        and table.contract_with[other][stage] == table.contract_with[seat][stage]
        and table.contract_left[other][stage] == table.contract_left[seat][stage]
        and table.contract_age[other][stage] == table.contract_age[seat][stage]
        and table.contract_fixed[other][stage] == table.contract_fixed[seat][stage]
    )


def _is_first_of_pair(table: Table, sides: int, seat: int, stage: int) -> bool:
    """Tell whether no earlier place of a contract ties the same two co-operatives together."""
    party = table.contract_with[seat][stage]
    if party >= seat:
        return True
    for place in range(table.stages):
        if is_place_in(sides, party, place) and table.contract_with[party][place] == seat:
            return False
    return True


def end_contract(table: Table, book: Playbook, log: Log, seat: int, stage: int, why: Why) -> None:
    """End a contract on both sides; what the seat still owns there serves again."""
    _clear_contracts(table, log, sides_of(table, seat, stage), why)


def _clear_contracts(table: Table, log: Log, sides: int, why: Why) -> None:
    for side in range(table.seats):
        for place in range(table.stages):
            if is_place_in(sides, side, place):
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
    _mark_contracts(table)
    for seat in range(table.seats):
        for stage in range(table.stages):
            if table.support[seat][stage] == place_of(seat, stage) + 1:
                _run(table, book, log, seat, stage)


def _mark_contracts(table: Table) -> None:
    """Write 1 + its first place into the scratch space of every place of a contract, else 0.

    All are marked before one is tried, so that what happens to one shifts no other.
    """
    for seat in range(table.seats):
        for stage in range(c.PARTS):
            table.support[seat][stage] = 0
    for seat in range(table.seats):
        for stage in range(table.stages):
            runs = table.holds[seat][stage] == c.CONTRACT_HELD
            runs = runs and table.contract_left[seat][stage] > 0
            if runs and table.support[seat][stage] == 0:
                _mark(table, sides_of(table, seat, stage), place_of(seat, stage) + 1)


def _mark(table: Table, sides: int, mark: int) -> None:
    for side in range(table.seats):
        for place in range(table.stages):
            if is_place_in(sides, side, place):
                table.support[side][place] = mark


def _marked(table: Table, mark: int) -> int:
    """Return the places that bear a mark."""
    sides = 0
    for side in range(table.seats):
        for place in range(table.stages):
            if table.support[side][place] == mark:
                sides |= 1 << place_of(side, place)
    return sides


def _run(table: Table, book: Playbook, log: Log, seat: int, stage: int) -> None:
    """Try a contract, named by its first place; in the round of its signing it only ages."""
    sides = _marked(table, place_of(seat, stage) + 1)
    if table.contract_age[seat][stage] == 0:
        _age(table, sides)
        return
    party = table.contract_with[seat][stage]
    if chance.happens(table, chance.BREAK, seat, stage, break_percent(table, book, seat, stage)):
        _break(table, book, log, sides, stage, causes.CONTRACT_BROKEN)
    elif party >= c.PARTNER_PARTY and chance.happens(
        table, chance.DROP, seat, stage, drop_percent(table, book, seat, stage)
    ):
        _break(table, book, log, sides, stage, causes.CONTRACT_DROPPED)
    else:
        _keep(table, book, log, sides, stage)


def _age(table: Table, sides: int) -> None:
    for side in range(table.seats):
        for place in range(table.stages):
            if is_place_in(sides, side, place):
                table.contract_age[side][place] += 1


def _keep(table: Table, book: Playbook, log: Log, sides: int, stage: int) -> None:
    for side in range(table.seats):
        for place in range(table.stages):
            if is_place_in(sides, side, place) and _is_first_of_pair(table, sides, side, place):
                _keep_faith(table, book, log, side, table.contract_with[side][place], stage)
    for side in range(table.seats):
        for place in range(table.stages):
            if is_place_in(sides, side, place):
                _count(table, log, side, place)


def _keep_faith(table: Table, book: Playbook, log: Log, one: int, party: int, stage: int) -> None:
    """A contract kept for a round adds to the tie, up to what the difference in size allows."""
    size = asymmetry(group_volume(table, one), party_volume(table, party))
    if party_tie(table, one, party) < 90 - 30 * size // 100:
        why = (causes.CONTRACT_KEPT, c.NOBODY, stage)
        change_party_tie(table, book, log, one, party, 1, why)


def _count(table: Table, log: Log, seat: int, stage: int) -> None:
    table.contract_age[seat][stage] += 1
    if table.contract_left[seat][stage] <= 1:
        _clear_contract(table, log, seat, stage, (causes.CONTRACT_ENDED, c.NOBODY, stage))
    else:
        table.contract_left[seat][stage] -= 1


def _break(table: Table, book: Playbook, log: Log, sides: int, stage: int, cause: int) -> None:
    """End a contract that broke; every co-operative that stood in it feels the blow."""
    for side in range(table.seats):
        for place in range(table.stages):
            if is_place_in(sides, side, place):
                _clear_contract(table, log, side, place, (cause, c.NOBODY, place))
    _lose_ties(table, book, log, sides, 10, (cause, c.NOBODY, stage))
    for side in range(table.seats):
        for place in range(table.stages):
            if is_place_in(sides, side, place):
                why = (cause, table.contract_with[side][place], place)
                change_value(table, book, log, c.PRICE_CONTROL, side, -5, why)
                change_value(table, book, log, c.TRUST, side, -4, why)


def _lose_ties(table: Table, book: Playbook, log: Log, sides: int, lost: int, why: Why) -> None:
    """Lower the tie of every pair that a contract tied together, each pair once."""
    for one in range(table.seats):
        for place in range(table.stages):
            if is_place_in(sides, one, place) and _is_first_of_pair(table, sides, one, place):
                other = table.contract_with[one][place]
                change_party_tie(table, book, log, one, other, -lost, (why[0], other, why[2]))


def leave_contract(table: Table, book: Playbook, log: Log, seat: int, stage: int) -> None:
    """End a contract before its term: the other side remembers."""
    party = table.contract_with[seat][stage]
    sides = sides_of(table, seat, stage)
    end_contract(table, book, log, seat, stage, (causes.CONTRACT_LEFT, party, stage))
    why = (causes.CONTRACT_LEFT, c.NOBODY, stage)
    _lose_ties(table, book, log, sides, book.rule.early_leave, why)


def divide_contracts(table: Table, log: Log, seat: int) -> None:
    """Settle what a seat's group had signed with other co-operatives, now that the seat leaves.

    Such a contract stays with the rest of the group when one of them holds it; the other
    side then deals with them. A partner was promised a volume by each district: there both
    keep their part. To be called while they are still one group.
    """
    for stage in range(table.stages):
        party = table.contract_with[seat][stage]
        if table.holds[seat][stage] != c.CONTRACT_HELD or party >= c.PARTNER_PARTY:
            continue
        sides = sides_of(table, seat, stage)
        heir = _heir_of(table, sides, seat, stage)
        _turn_to(table, sides, seat, heir)
        if heir != seat:
            _clear_contract(table, log, seat, stage, (causes.GROUP_LEFT, c.NOBODY, stage))


def _heir_of(table: Table, sides: int, seat: int, stage: int) -> int:
    """Return the first other district that holds the contract, or the seat itself."""
    for side in range(table.seats):
        if side != seat and same_group(table, side, seat) and is_place_in(sides, side, stage):
            return side
    return seat


def _turn_to(table: Table, sides: int, seat: int, heir: int) -> None:
    """Let those on the other side of a contract deal with its heir."""
    for side in range(table.seats):
        for place in range(table.stages):
            if is_place_in(sides, side, place) and not same_group(table, side, seat):
                table.contract_with[side][place] = heir


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
    for district in range(table.seats):
        if same_group(table, district, seat):
            _lose_faith(table, book, log, district, party)


def _lose_faith(table: Table, book: Playbook, log: Log, district: int, party: int) -> None:
    """A pact left early costs the tie with a neighbour, or with every district of a group."""
    lost = -book.rule.early_leave
    if party >= c.PARTNER_PARTY:
        change_party_tie(table, book, log, district, party, lost, (causes.PACT_LEFT, party, 0))
        return
    for other in range(table.seats):
        if same_group(table, other, party):
            change_party_tie(table, book, log, district, other, lost, (causes.PACT_LEFT, other, 0))


def partner_word(table: Table, party: int) -> int:
    """Return how far a party's word can be trusted, for screens that show the risk."""
    return reliability(table, party)
