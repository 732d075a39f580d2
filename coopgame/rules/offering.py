"""Turns the table into questions: every option with what is known beforehand.

Words never appear here, only keys; numbers come from the same functions that later decide.
"""

from coopgame.rules import codes as c
from coopgame.rules.answering import (
    asked_partner,
    needs_are_met,
    option_chance,
)
from coopgame.rules.card_rows import AT_LEAST, AT_MOST, TEST_VALUE, TEST_WHAT, TEST_WORD
from coopgame.rules.chances import (
    BANK_PARTS,
    CONSENT_PARTS,
    FACILITY_VOTE_PARTS,
    MERGER_PARTS,
    PACT_PARTS,
    bank_parts,
    break_percent,
    consent_parts,
    facility_chance,
    facility_cost,
    facility_vote_parts,
    is_cooperative_party,
    leave_group_chance,
    members_vote_parts,
    merger_chance,
    merger_parts,
    own_money_needed,
    pact_parts,
    speciality_chance,
    speciality_cost,
    sum_of,
)
from coopgame.rules.conditions import has_value, missing_row
from coopgame.rules.effects import option_cost
from coopgame.rules.legal import CLOSED, OPEN, move_cost, verdict
from coopgame.rules.measures import asymmetry, group_size, group_volume, party_volume, same_group
from coopgame.rules.naming import (
    HOLDINGS_LEFT,
    MOVES,
    PRICE_RULES,
    QUANTITY_NAMES,
    TERMS,
    move_id,
    party_of,
)
from coopgame.rules.playbook import (
    ASKS_MEMBERS,
    ASKS_OTHERS,
    ASKS_PARTNER,
    CARD_COUNT,
    CARD_FIRST,
    OPTION_ASKS,
    OPTION_AUTONOMY,
    OPTION_COUNT,
    OPTION_NEEDS,
    OPTION_PRICE,
    OPTION_TRUST,
    OPTION_VERB,
    UNKNOWN_ARROW,
    Playbook,
)
from coopgame.rules.questions import Arrows, Option, Reason
from coopgame.rules.snapshot import CardOptionView
from coopgame.rules.table import Table

Choice = tuple[int, int, int, int, int]
"""A move in integers: move, party or -1, stage or -1, term, price rule."""


def possible_moves(table: Table, seat: int) -> list[Choice]:
    """Return every move that could be named for a seat, open or not; hold is the last."""
    moves: list[Choice] = []
    others = _parties(table, seat)
    moves += [(c.DIALOGUE, party, -1, 0, 0) for party in others]
    linkable = [p for p in others if _is_lead(table, seat, p)]
    moves += [(c.COORDINATE, p, -1, 0, 0) for p in linkable]
    moves += [(c.MERGE, p, -1, 0, 0) for p in linkable]
    for stage in range(table.stages):
        if stage != table.home[seat]:
            moves += _contracts(table, seat, stage)
    moves += [(c.INTEGRATE, -1, s, 0, 0) for s in range(table.stages) if s != table.home[seat]]
    moves += [(move, -1, -1, 0, 0) for move in (c.INFORM, c.REPRESENT, c.SPECIALISE, c.OPEN_UP)]
    moves += _leavings(table, seat)
    moves.append((c.HOLD, -1, -1, 0, 0))
    return moves


def _parties(table: Table, seat: int) -> list[int]:
    seats = [other for other in range(table.seats) if other != seat]
    neighbours = [
        c.NEIGHBOUR_PARTY + n for n in range(table.neighbours) if table.neighbour_joined[n] == 0
    ]
    return seats + neighbours + [c.PARTNER_PARTY + p for p in range(table.partners)]


def _is_lead(table: Table, seat: int, party: int) -> bool:
    """Links are made with whole groups, named by their first district, and with neighbours."""
    if party >= c.NEIGHBOUR_PARTY:
        return True
    if party >= c.PARTNER_PARTY:
        return False
    return table.group[party] == party and not same_group(table, party, seat)


def _contracts(table: Table, seat: int, stage: int) -> list[Choice]:
    parties = [
        c.PARTNER_PARTY + p for p in range(table.partners) if table.partner_stage[p] == stage
    ]
    parties += [
        other
        for other in range(table.seats)
        if table.home[other] == stage and _is_lead(table, seat, other)
    ]
    return [
        (c.CONTRACT, party, stage, term, price)
        for party in parties
        for term in (c.SHORT, c.LONG)
        for price in (c.INDEXED, c.FIXED)
    ]


def _leavings(table: Table, seat: int) -> list[Choice]:
    moves: list[Choice] = [
        (c.LEAVE, other, -1, c.LEAVE_PACT, 0)
        for other in range(table.seats)
        if table.pact[seat][other] > 0 and table.group[other] == other
    ]
    moves += [
        (c.LEAVE, c.NEIGHBOUR_PARTY + n, -1, c.LEAVE_PACT, 0)
        for n in range(table.neighbours)
        if table.neighbour_pact[seat][n] > 0
    ]
    moves += [
        (c.LEAVE, table.contract_with[seat][s], s, c.LEAVE_CONTRACT, 0)
        for s in range(table.stages)
        if table.holds[seat][s] == c.CONTRACT_HELD
    ]
    if group_size(table, seat) > 1:
        moves.append((c.LEAVE, -1, -1, c.LEAVE_GROUP, 0))
    return moves


def move_options(table: Table, book: Playbook, seat: int) -> tuple[Option, ...]:
    """Return every move of a seat as an option."""
    return tuple(move_option(table, book, seat, choice) for choice in possible_moves(table, seat))


def move_option(table: Table, book: Playbook, seat: int, choice: Choice) -> Option:
    """Return one move with its cost, consent, chance, reasons and what it presses."""
    move, to, stage, term, price = choice
    reason, needs, has = verdict(table, book, seat, move, to, stage, term)
    closed = None if reason == OPEN else Reason(f"closed.{CLOSED[reason]}", needs=needs, has=has)
    chance, reasons = _chance(table, book, seat, choice)
    return Option(
        id=move_id(book, choice),
        kind=MOVES[move],
        party=party_of(to),
        stage=stage if stage >= 0 else None,
        term=_term(move, term),
        price_rule=PRICE_RULES[price] if move == c.CONTRACT else None,
        is_open=reason == OPEN,
        why_closed=closed,
        cost=_cost(table, book, seat, choice),
        consent=_consent(table, seat, choice),
        chance=chance,
        reasons=reasons,
        presses=_presses(table, book, seat, choice),
        risks=_risks(table, book, seat, choice),
    )


def _term(move: int, term: int) -> str | None:
    if move == c.CONTRACT:
        return TERMS[term]
    return HOLDINGS_LEFT[term] if move == c.LEAVE else None


def _cost(table: Table, book: Playbook, seat: int, choice: Choice) -> int:
    """Return the coins that are paid for certain when it goes through."""
    move, _, stage, term, _ = choice
    extra = move_cost(table, book, seat, move)
    if move == c.MERGE:
        return extra + book.rule.merger_coins
    if move == c.INTEGRATE:
        return extra + own_money_needed(table, book, seat, stage)
    if move == c.SPECIALISE:
        return extra + speciality_cost(table, book, seat)
    return 3 if move == c.LEAVE and term == c.LEAVE_GROUP else extra


def _consent(table: Table, seat: int, choice: Choice) -> tuple[str, ...]:
    move, to, _, term, _ = choice
    who: list[str] = []
    if move in (c.COORDINATE, c.MERGE, c.CONTRACT):
        kind = "neighbour" if to >= c.NEIGHBOUR_PARTY else "seat"
        who.append("partner" if c.PARTNER_PARTY <= to < c.NEIGHBOUR_PARTY else kind)
    if move == c.MERGE:
        who = ["members"] if to >= c.NEIGHBOUR_PARTY else ["seat", "members", "their_members"]
    if move == c.INTEGRATE:
        who = ["members", "bank"]
    if move == c.LEAVE and term == c.LEAVE_GROUP:
        who = ["members"]
    if group_size(table, seat) > 1 and move not in (
        c.DIALOGUE, c.INFORM, c.REPRESENT, c.HOLD,
    ) and not (move == c.LEAVE and term == c.LEAVE_GROUP):  # fmt: skip
        who.insert(0, "group")
    return tuple(who)


def _chance(
    table: Table, book: Playbook, seat: int, choice: Choice
) -> tuple[int | None, tuple[Reason, ...]]:
    """Return the chance that those who decide by chance say yes, and what makes it."""
    move, to, stage, term, _ = choice
    if move == c.MERGE:
        parts = merger_parts(table, book, seat, to)
        return merger_chance(table, book, seat, to), reasons_of(MERGER_PARTS, parts, to)
    if move == c.COORDINATE and to >= c.NEIGHBOUR_PARTY:
        some = pact_parts(table, book, seat, to)
        return sum_of(some), reasons_of(PACT_PARTS, some, to)
    if move == c.CONTRACT and to >= c.PARTNER_PARTY:
        asked = consent_parts(table, book, seat, to)
        return sum_of(asked), reasons_of(CONSENT_PARTS, asked, to)
    if move == c.INTEGRATE:
        bank = reasons_of(BANK_PARTS, bank_parts(table, book, seat, stage), c.NOBODY)
        vote = facility_vote_parts(table, book, seat)
        voted = reasons_of(FACILITY_VOTE_PARTS, vote, c.NOBODY)
        return facility_chance(table, book, seat, stage), by_weight(bank + voted)
    if move == c.SPECIALISE:
        percent = speciality_chance(table, seat)
        size = Reason("chance.size", percent - 105, has=group_volume(table, seat) // 10)
        return percent, (size,)
    if move == c.LEAVE and term == c.LEAVE_GROUP:
        percent = leave_group_chance(table, seat)
        return percent, (Reason("chance.members", 50 - table.members[seat]),)
    return None, ()


def reasons_of(names: tuple[str, ...], parts: tuple[int, ...], party: int) -> tuple[Reason, ...]:
    """Return the parts of a chance that are not nothing as reasons, the heaviest first."""
    other = party_of(party)
    found = [
        Reason(f"chance.{name}", points, party=other)
        for name, points in zip(names, parts, strict=True)
        if points != 0 and name != "base"
    ]
    return by_weight(tuple(found))


def by_weight(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Return reasons with the heaviest first; equal ones keep their order."""
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.points)))


def _presses(table: Table, book: Playbook, seat: int, choice: Choice) -> Arrows:
    """Return which meters a move presses when it goes through (domain.md 5.2)."""
    move, to, _, term, _ = choice
    if move == c.MERGE:
        share = 100 * group_volume(table, seat)
        share = share // (group_volume(table, seat) + party_volume(table, to))
        lost = -1 if to >= c.NEIGHBOUR_PARTY else -3 if share < 50 else -2
        return Arrows(trust=None, price_control=2, autonomy=lost)
    if move == c.CONTRACT:
        size = asymmetry(group_volume(table, seat), party_volume(table, to))
        lost = -2 if size > 60 else -1
        return Arrows(1 if is_cooperative_party(table, to) else 0, 1, lost)
    if move == c.LEAVE:
        return Arrows(-1, -1 if term != c.LEAVE_GROUP else None, 2 if term == c.LEAVE_GROUP else 1)
    return _PRESSES[move]


_PRESSES = {
    c.HOLD: Arrows(-1, 0, 0),
    c.DIALOGUE: Arrows(1, 0, 0),
    c.COORDINATE: Arrows(1, 1, -1),
    c.INTEGRATE: Arrows(-1, 2, 1),
    c.INFORM: Arrows(1, 0, 0),
    c.REPRESENT: Arrows(1, 0, 1),
    c.SPECIALISE: Arrows(0, 1, 0),
    c.OPEN_UP: Arrows(1, 0, -1),
}


def _risks(table: Table, book: Playbook, seat: int, choice: Choice) -> tuple[Reason, ...]:
    """Return what may go wrong later, as far as it is known beforehand."""
    move, to, stage, _, _ = choice
    if move == c.CONTRACT:
        percent = _break_risk(table, book, seat, choice)
        return (Reason("risk.break", has=percent, party=party_of(to)),)
    if move == c.INTEGRATE:
        cost = facility_cost(table, book, seat, stage)
        own = own_money_needed(table, book, seat, stage)
        return (Reason("risk.debt", has=max(0, cost - own)), Reason("risk.use", needs=70))
    if move == c.MERGE:
        return (Reason("risk.digest", has=book.rule.digest),)
    return ()


def _break_risk(table: Table, book: Playbook, seat: int, choice: Choice) -> int:
    """Return the chance that the contract would break in a round, as if it ran today."""
    _, to, stage, _, price = choice
    before = (
        table.contract_with[seat][stage],
        table.contract_fixed[seat][stage],
        table.contract_reference[seat][stage],
    )
    table.contract_with[seat][stage] = to
    table.contract_fixed[seat][stage] = price
    table.contract_reference[seat][stage] = (table.index + 100) // 2
    percent = break_percent(table, book, seat, stage)
    (
        table.contract_with[seat][stage],
        table.contract_fixed[seat][stage],
        table.contract_reference[seat][stage],
    ) = before
    return percent


def card_options(table: Table, book: Playbook, seat: int) -> tuple[Option, ...]:
    """Return the options of this round's card for a seat; doing nothing is the last."""
    row = book.cards[table.card]
    first, count = row[CARD_FIRST], row[CARD_COUNT]
    return tuple(
        _card_option(table, book, seat, first, k, is_nothing=k == count - 1) for k in range(count)
    )


def _card_option(
    table: Table, book: Playbook, seat: int, first: int, number: int, *, is_nothing: bool
) -> Option:
    option = first + number
    row = book.options[option]
    is_open = is_nothing or needs_are_met(table, book, seat, option)
    chance, reasons = _card_chance(table, book, seat, option)
    arrows = [None if row[k] == UNKNOWN_ARROW else row[k] for k in _ARROW_COLUMNS]
    return Option(
        id=book.labels.options[option],
        kind="card",
        card_option=number,
        is_open=is_open,
        why_closed=None if is_open else _why_card_closed(table, book, seat, option),
        cost=option_cost(table, book, seat, option),
        consent=_CARD_CONSENT[row[OPTION_ASKS]],
        chance=chance,
        reasons=reasons,
        presses=Arrows(*arrows),
    )


_ARROW_COLUMNS = (OPTION_TRUST, OPTION_PRICE, OPTION_AUTONOMY)
_CARD_CONSENT: dict[int, tuple[str, ...]] = {
    0: (),
    ASKS_MEMBERS: ("members",),
    ASKS_PARTNER: ("partner",),
    ASKS_OTHERS: ("others",),
}


def printed_option(book: Playbook, option: int) -> CardOptionView:
    """Return an option of a card as everybody may read it."""
    row = book.options[option]
    arrows = [None if row[k] == UNKNOWN_ARROW else row[k] for k in _ARROW_COLUMNS]
    return CardOptionView(
        id=book.labels.options[option],
        verb=MOVES[row[OPTION_VERB]],
        consent=_CARD_CONSENT[row[OPTION_ASKS]],
        others=row[OPTION_COUNT],
        presses=Arrows(*arrows),
    )


def _why_card_closed(table: Table, book: Playbook, seat: int, option: int) -> Reason:
    """Say what an option needs: the first unmet test that names a quantity, or a partner."""
    asks = book.options[option][OPTION_ASKS]
    if asks == ASKS_PARTNER and asked_partner(table, book, seat, option) < 0:
        return Reason("closed.no_room")
    row = missing_row(table, book, book.options[option][OPTION_NEEDS], seat, option)
    test = book.tests[row]
    if test[TEST_WORD] not in (AT_LEAST, AT_MOST):
        return Reason("closed.condition")
    key = "closed.needs" if test[TEST_WORD] == AT_LEAST else "closed.needs_at_most"
    return Reason(
        key,
        needs=test[TEST_VALUE],
        has=has_value(table, book, row, seat, option),
        word=QUANTITY_NAMES[test[TEST_WHAT]],
    )


def _card_chance(
    table: Table, book: Playbook, seat: int, option: int
) -> tuple[int | None, tuple[Reason, ...]]:
    asks = book.options[option][OPTION_ASKS]
    if asks == ASKS_MEMBERS:
        parts = members_vote_parts(table, book, seat)
        return option_chance(table, book, seat, option), reasons_of(
            FACILITY_VOTE_PARTS, parts, c.NOBODY
        )
    if asks == ASKS_PARTNER:
        partner = asked_partner(table, book, seat, option)
        if partner < 0:
            return None, ()
        party = c.PARTNER_PARTY + partner
        asked = consent_parts(table, book, seat, party)
        return sum_of(asked), reasons_of(CONSENT_PARTS, asked, party)
    if asks == ASKS_OTHERS:
        return None, (Reason("chance.others", needs=book.options[option][OPTION_COUNT]),)
    return None, ()
