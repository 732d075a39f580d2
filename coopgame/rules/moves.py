"""What the moves do, in the fixed order of the reveal.

First yes to last round's offers, then this round's moves from the first seat on. Two seats
that choose the same link for each other in one round are linked at once; a one-sided choice
becomes an open offer for exactly one round.
"""

from coopgame.rules import causes, chance
from coopgame.rules import codes as c
from coopgame.rules.agreements import (
    leave_contract,
    leave_pact,
    make_pact,
    sign_contract,
)
from coopgame.rules.chances import (
    consent_parts,
    pact_parts,
    speciality_chance,
    speciality_cost,
    sum_of,
)
from coopgame.rules.changes import change_partner_tie, change_party_tie, change_tie, change_value
from coopgame.rules.facilities import integrate
from coopgame.rules.journal import Log, record
from coopgame.rules.legal import CAPITAL, OPEN, move_cost, verdict
from coopgame.rules.measures import group_volume, part_of, same_group
from coopgame.rules.merging import leave_group, merge_neighbour, merge_seats
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table
from coopgame.rules.tallies import group_says_yes


def carry_out_replies(table: Table, book: Playbook, log: Log) -> None:
    """Carry out last round's offers that were accepted, first seat first; the rest lapse."""
    for k in range(table.seats):
        seat = (table.first_seat + k) % table.seats
        if table.offer_move[seat] < 0:
            continue
        to = table.offer_to[seat]
        if group_says_yes(table, to, seat):
            _link(table, book, log, seat, _offer_of(table, seat))
        else:
            row = (c.K_OFFER, seat, causes.OFFER_LAPSED, to, table.offer_move[seat])
            record(table, log, row, 1, 0)
        table.offer_move[seat] = c.NOTHING


def _offer_of(table: Table, seat: int) -> tuple[int, int, int, int, int]:
    return (
        table.offer_move[seat],
        table.offer_to[seat],
        table.offer_stage[seat],
        table.offer_term[seat],
        table.offer_price[seat],
    )


def carry_out_moves(table: Table, book: Playbook, log: Log) -> None:
    """Carry out every seat's move, from the first seat on."""
    for seat in range(table.seats):
        table.held[seat] = 0
        table.matched[seat] = 0
        table.talked_before[seat] = table.talked_to[seat]
        table.talked_to[seat] = c.NOBODY
    for k in range(table.seats):
        seat = (table.first_seat + k) % table.seats
        _carry_out(table, book, log, seat)


def _carry_out(table: Table, book: Playbook, log: Log, seat: int) -> None:
    move = table.acted_move[seat]
    if move < 0 or table.matched[seat]:
        return
    _record_move(table, log, seat)
    to, stage, term = table.move_to[seat], table.move_stage[seat], table.move_term[seat]
    if verdict(table, book, seat, move, to, stage, term)[0] != OPEN:
        _hold_instead(table, log, seat, move)
        return
    _pay_move(table, book, log, seat, move)
    _do(table, book, log, seat, move)


def _record_move(table: Table, log: Log, seat: int) -> None:
    """Write what a seat does: the other party, the move, its stage and its term."""
    row = (c.K_MOVE, seat, causes.NONE, table.move_to[seat], table.acted_move[seat])
    record(table, log, row, table.move_stage[seat], table.move_term[seat])


def _hold_instead(table: Table, log: Log, seat: int, move: int) -> None:
    """An earlier move of this reveal closed this one: nothing is done and nothing is paid."""
    record(table, log, (c.K_MOVE, seat, causes.HELD_INSTEAD, c.NOBODY, move), 0, 0)
    table.acted_move[seat] = c.NOTHING


def _pay_move(table: Table, book: Playbook, log: Log, seat: int, move: int) -> None:
    cost = move_cost(table, book, seat, move)
    why = (causes.MOVE_COST, c.NOBODY, move)
    change_value(table, book, log, c.Q_CAPITAL, seat, -cost, why)


def _do(table: Table, book: Playbook, log: Log, seat: int, move: int) -> None:
    if move == c.HOLD:
        _hold(table, book, log, seat)
    elif move == c.DIALOGUE:
        _talk(table, book, log, seat, table.move_to[seat])
    elif move == c.COORDINATE or move == c.MERGE or move == c.CONTRACT:
        _propose(table, book, log, seat)
    elif move == c.INTEGRATE:
        integrate(table, book, log, seat, table.move_stage[seat])
    elif move == c.INFORM or move == c.REPRESENT:
        _organise(table, book, log, seat, move)
    elif move == c.SPECIALISE:
        _specialise(table, book, log, seat)
    elif move == c.OPEN_UP:
        _open_up(table, book, log, seat)
    else:
        _leave(table, book, log, seat)


def _hold(table: Table, book: Playbook, log: Log, seat: int) -> None:
    table.held[seat] = 1
    why = (causes.PUT_ASIDE, c.NOBODY, 0)
    change_value(table, book, log, c.Q_CAPITAL, seat, book.rule.hold_coins, why)


def _talk(table: Table, book: Playbook, log: Log, seat: int, to: int) -> None:
    """Ties grow both ways, more when it is the second round running [SF29]."""
    table.talked_to[seat] = to
    why = (causes.DIALOGUE, to, 0)
    change_party_tie(table, book, log, seat, to, book.rule.dialogue, why)
    if table.talked_before[seat] == to:
        why = (causes.DIALOGUE_AGAIN, to, 0)
        change_party_tie(table, book, log, seat, to, book.rule.dialogue_again, why)
    heard = (causes.HEARD_BY_OTHERS, c.NOBODY, 0)
    for other in range(table.seats):
        if other != seat and other != to:
            change_tie(table, book, log, other, seat, book.rule.dialogue_heard, heard)
    for partner in range(table.partners):
        if c.PARTNER_PARTY + partner != to:
            change_partner_tie(table, book, log, seat, partner, 1, heard)
    reveal(table, log, seat, to)


def reveal(table: Table, log: Log, seat: int, to: int) -> None:
    """Let both sides know each other's ambition; what is known already is no news."""
    if to >= c.NEIGHBOUR_PARTY:
        _learn(table, log, table.knows_neighbour[seat], to - c.NEIGHBOUR_PARTY, (seat, to))
    elif to >= c.PARTNER_PARTY:
        _learn(table, log, table.knows_partner[seat], to - c.PARTNER_PARTY, (seat, to))
    else:
        _learn(table, log, table.knows[seat], to, (seat, to))
        _learn(table, log, table.knows[to], seat, (to, seat))


def _learn(table: Table, log: Log, known: list[int], place: int, who: tuple[int, int]) -> None:
    if known[place] == 0:
        known[place] = 1
        record(table, log, (c.K_AMBITION, who[0], causes.DIALOGUE, who[1], 0), 0, 1)


def _propose(table: Table, book: Playbook, log: Log, seat: int) -> None:
    """Ask the other side: a partner or neighbour answers now, a seat now or next round."""
    to = table.move_to[seat]
    if to >= c.NEIGHBOUR_PARTY:
        _ask_neighbour(table, book, log, seat, to)
    elif to >= c.PARTNER_PARTY:
        _ask_partner(table, book, log, seat, to)
    elif _is_wanted_by(table, seat, to):
        _match(table, book, log, seat, to)
        _link(table, book, log, seat, _chosen(table, seat))
    else:
        _offer(table, log, seat, to)


def _chosen(table: Table, seat: int) -> tuple[int, int, int, int, int]:
    return (
        table.acted_move[seat],
        table.move_to[seat],
        table.move_stage[seat],
        table.move_term[seat],
        table.move_price[seat],
    )


def _match(table: Table, book: Playbook, log: Log, seat: int, to: int) -> None:
    """Mark the moves of the other group that this link answers: made, and paid, together."""
    for other in range(table.seats):
        if same_group(table, other, to) and _wants(table, other, seat):
            table.matched[other] = 1
            _record_move(table, log, other)
            _pay_move(table, book, log, other, table.acted_move[other])


def _is_wanted_by(table: Table, seat: int, to: int) -> bool:
    """Tell whether somebody in the other group chose the same link with our group."""
    for other in range(table.seats):
        if same_group(table, other, to) and _wants(table, other, seat):
            return True
    return False


def _wants(table: Table, other: int, seat: int) -> bool:
    """Tell whether another seat's move of this round is the same link with our group.

    Contracts on other terms are two offers: nobody is bound to terms it did not choose.
    """
    towards = table.move_to[other]
    return (
        table.acted_move[other] == table.acted_move[seat]
        and table.move_term[other] == table.move_term[seat]
        and table.move_price[other] == table.move_price[seat]
        and 0 <= towards < c.PARTNER_PARTY
        and same_group(table, towards, seat)
    )


def _offer(table: Table, log: Log, seat: int, to: int) -> None:
    """Keep the one-sided choice as an open offer for one round."""
    table.offer_move[seat] = table.acted_move[seat]
    table.offer_to[seat] = to
    table.offer_stage[seat] = table.move_stage[seat]
    table.offer_term[seat] = table.move_term[seat]
    table.offer_price[seat] = table.move_price[seat]
    row = (c.K_OFFER, seat, causes.OFFER_MADE, to, table.acted_move[seat])
    record(table, log, row, 0, 1)


def _link(
    table: Table, book: Playbook, log: Log, seat: int, offer: tuple[int, int, int, int, int]
) -> None:
    """Make the link both sides want, when the table still allows it; the move is paid for."""
    move, to, stage, term, price = offer
    reason = verdict(table, book, seat, move, to, stage, term)[0]
    if reason != OPEN and reason != CAPITAL:
        record(table, log, (c.K_OFFER, seat, causes.OFFER_LAPSED, to, move), 1, 0)
        return
    if move == c.COORDINATE:
        make_pact(table, book, log, seat, to, (causes.PACT_MADE, to, 0))
    elif move == c.MERGE:
        merge_seats(table, book, log, seat, to)
    else:
        why = (causes.CONTRACT_SIGNED, to, stage)
        sign_contract(table, book, log, seat, to, stage, term, price, why)


def _ask_neighbour(table: Table, book: Playbook, log: Log, seat: int, to: int) -> None:
    if table.acted_move[seat] == c.MERGE:
        merge_neighbour(table, book, log, seat, to - c.NEIGHBOUR_PARTY)
        return
    percent = sum_of(pact_parts(table, book, seat, to))
    agreed = chance.happens(table, chance.NEIGHBOUR_CONSENT, seat, to, percent)
    cause = causes.PACT_MADE if agreed else causes.PACT_REFUSED
    record(table, log, (c.K_CONSENT, seat, cause, to, c.COORDINATE), percent, int(agreed))
    if agreed:
        make_pact(table, book, log, seat, to, (causes.PACT_MADE, to, 0))


def _ask_partner(table: Table, book: Playbook, log: Log, seat: int, to: int) -> None:
    percent = sum_of(consent_parts(table, book, seat, to))
    agreed = chance.happens(table, chance.PARTNER_CONSENT, seat, to, percent)
    cause = causes.CONTRACT_SIGNED if agreed else causes.CONTRACT_REFUSED
    record(table, log, (c.K_CONSENT, seat, cause, to, c.CONTRACT), percent, int(agreed))
    if agreed:
        stage = table.move_stage[seat]
        term, price = table.move_term[seat], table.move_price[seat]
        why = (causes.CONTRACT_SIGNED, to, stage)
        sign_contract(table, book, log, seat, to, stage, term, price, why)


def _organise(table: Table, book: Playbook, log: Log, seat: int, move: int) -> None:
    """Inform raises openness, represent raises voice; both please the members [SF4]."""
    informs = move == c.INFORM
    why = (causes.INFORMED if informs else causes.REPRESENTED, c.NOBODY, 0)
    quantity = c.Q_OPENNESS if informs else c.Q_VOICE
    change_value(table, book, log, quantity, seat, book.rule.organise, why)
    change_value(table, book, log, c.Q_MEMBERS, seat, book.rule.organise_members, why)


def _specialise(table: Table, book: Playbook, log: Log, seat: int) -> None:
    """A large membership may block a speciality; then only the attempt is paid [SF23]."""
    works = chance.happens(table, chance.SPECIALITY, seat, 0, speciality_chance(table, seat))
    if not works:
        why = (causes.SPECIALITY_BLOCKED, c.NOBODY, 0)
        change_value(table, book, log, c.Q_CAPITAL, seat, -1, why)
        return
    why = (causes.SPECIALITY_MADE, c.NOBODY, 0)
    left, volume = speciality_cost(table, book, seat), group_volume(table, seat)
    for district in range(table.seats):
        if same_group(table, district, seat):
            share = part_of(left, table.volume[district], volume)
            left, volume = left - share, volume - table.volume[district]
            change_value(table, book, log, c.Q_CAPITAL, district, -share, why)
            change_value(table, book, log, c.Q_QUALITY, district, book.rule.quality_step, why)


def _open_up(table: Table, book: Playbook, log: Log, seat: int) -> None:
    """Let consumers into every district that has none yet; they bring capital by volume."""
    why = (causes.OPENED_UP, c.NOBODY, 0)
    money = (causes.CONSUMER_CAPITAL, c.NOBODY, 0)
    left, volume = book.rule.open_up_coins, _volume_to_open(table, seat)
    for district in range(table.seats):
        if same_group(table, district, seat) and table.kind[district] != c.MIXED:
            coins = part_of(left, table.volume[district], volume)
            left, volume = left - coins, volume - table.volume[district]
            row = (c.K_KIND, district, causes.OPENED_UP, c.NOBODY, 0)
            record(table, log, row, table.kind[district], c.MIXED)
            table.kind[district] = c.MIXED
            change_value(table, book, log, c.Q_CAPITAL, district, coins, money)
            change_value(table, book, log, c.TRUST, district, book.rule.open_up_trust, why)


def _volume_to_open(table: Table, seat: int) -> int:
    """Return the volume of the group's districts that have no consumers yet, tenths."""
    volume = 0
    for district in range(table.seats):
        if same_group(table, district, seat) and table.kind[district] != c.MIXED:
            volume += table.volume[district]
    return volume


def _leave(table: Table, book: Playbook, log: Log, seat: int) -> None:
    term = table.move_term[seat]
    if term == c.LEAVE_PACT:
        leave_pact(table, book, log, seat, table.move_to[seat])
    elif term == c.LEAVE_CONTRACT:
        for district in range(table.seats):
            if same_group(table, district, seat) and _same_contract(table, district, seat):
                leave_contract(table, book, log, district, table.move_stage[seat])
    else:
        leave_group(table, book, log, seat)


def _same_contract(table: Table, district: int, seat: int) -> bool:
    stage = table.move_stage[seat]
    return table.holds[district][stage] == c.CONTRACT_HELD and (
        district == seat or table.contract_with[district][stage] == table.contract_with[seat][stage]
    )
