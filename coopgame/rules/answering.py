"""Answers to the event card: who must agree, and what then happens."""

from coopgame.rules import causes, chance
from coopgame.rules import codes as c
from coopgame.rules.agreements import best_partner
from coopgame.rules.chances import consent_parts, members_vote_parts, sum_of
from coopgame.rules.conditions import holds_test
from coopgame.rules.effects import run_effects
from coopgame.rules.journal import Log, record
from coopgame.rules.playbook import (
    ASKS_MEMBERS,
    ASKS_OTHERS,
    ASKS_PARTNER,
    CARD_COUNT,
    CARD_FIRST,
    OPTION_ASKS,
    OPTION_COUNT,
    OPTION_EFFECTS,
    OPTION_EFFECTS_END,
    OPTION_NEEDS,
    OPTION_REFUSED,
    OPTION_REFUSED_END,
    OPTION_STAGE,
    Playbook,
)
from coopgame.rules.table import Table


def is_spoken_to(table: Table, seat: int) -> bool:
    """Tell whether this round's card asks this seat."""
    return table.card >= 0 and (table.card_seat == c.NOBODY or table.card_seat == seat)


def nothing_option(table: Table, book: Playbook) -> int:
    """Return the row of "do nothing" on this round's card."""
    row = book.cards[table.card]
    return row[CARD_FIRST] + row[CARD_COUNT] - 1


def needs_are_met(table: Table, book: Playbook, seat: int, option: int) -> bool:
    """Tell whether an option of this round's card is open to a seat."""
    needs = book.options[option][OPTION_NEEDS]
    if needs >= 0 and not holds_test(table, book, needs, seat, option):
        return False
    if book.options[option][OPTION_ASKS] == ASKS_PARTNER:
        return asked_partner(table, book, seat, option) >= 0
    return True


def asked_partner(table: Table, book: Playbook, seat: int, option: int) -> int:
    """Return the partner an option turns to: with room and the best tie, or -1."""
    return best_partner(table, book, seat, book.options[option][OPTION_STAGE], -1)


def option_chance(table: Table, book: Playbook, seat: int, option: int) -> int:
    """Return the chance in per cent that members or partner agree; 100 when nobody decides."""
    asks = book.options[option][OPTION_ASKS]
    if asks == ASKS_MEMBERS:
        return sum_of(members_vote_parts(table, book, seat))
    if asks == ASKS_PARTNER:
        partner = asked_partner(table, book, seat, option)
        if partner < 0:
            return 0
        return sum_of(consent_parts(table, book, seat, c.PARTNER_PARTY + partner))
    return 100


def carry_out_answers(table: Table, book: Playbook, log: Log) -> None:
    """Carry out every seat's answer, from the first seat on."""
    for k in range(table.seats):
        seat = (table.first_seat + k) % table.seats
        if table.acted_option[seat] >= 0:
            _carry_out(table, book, log, seat, table.acted_option[seat])


def _carry_out(table: Table, book: Playbook, log: Log, seat: int, option: int) -> None:
    row = book.options[option]
    if _agreed(table, book, log, seat, option):
        start, end = row[OPTION_EFFECTS], row[OPTION_EFFECTS_END]
        run_effects(table, book, log, start, end, seat, option, causes.CARD_OPTION)
    else:
        start, end = row[OPTION_REFUSED], row[OPTION_REFUSED_END]
        run_effects(table, book, log, start, end, seat, option, causes.CARD_REFUSED)


def _agreed(table: Table, book: Playbook, log: Log, seat: int, option: int) -> bool:
    asks = book.options[option][OPTION_ASKS]
    if asks == ASKS_OTHERS:
        joined = _others_who_chose(table, seat, option)
        agreed = joined >= book.options[option][OPTION_COUNT]
        row = (c.K_CONSENT, seat, causes.CARD_THRESHOLD, c.NOBODY, option)
        record(table, log, row, joined, int(agreed))
        return agreed
    if asks == ASKS_MEMBERS or asks == ASKS_PARTNER:
        percent = option_chance(table, book, seat, option)
        purpose = chance.VOTE if asks == ASKS_MEMBERS else chance.PARTNER_CONSENT
        agreed = chance.happens(table, purpose, seat, 40, percent)
        kind = c.K_VOTE if asks == ASKS_MEMBERS else c.K_CONSENT
        cause = causes.CARD_OPTION if agreed else causes.CARD_REFUSED
        record(table, log, (kind, seat, cause, c.NOBODY, option), percent, int(agreed))
        return agreed
    return True


def _others_who_chose(table: Table, seat: int, option: int) -> int:
    count = 0
    for other in range(table.seats):
        if other != seat and table.acted_option[other] == option:
            count += 1
    return count
