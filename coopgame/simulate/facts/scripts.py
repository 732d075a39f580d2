"""Ready choices and beginnings for experiments: who moves what, and how a match is laid."""

from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules.agreements import sign_contract
from coopgame.rules.card_rows import EFFECT_WORD
from coopgame.rules.changes import change_value
from coopgame.rules.measures import same_group, total_volume
from coopgame.rules.playbook import (
    OPTION_CARD,
    OPTION_EFFECTS,
    OPTION_EFFECTS_END,
    Playbook,
)
from coopgame.rules.table import Table
from coopgame.simulate.facts.lab import Match, Script

_LAID = (causes.START, c.NOBODY, 0)


def write_move(
    table: Table, seat: int, move: int, to: int = c.NOBODY, *, stage: int = -1, term: int = 0
) -> None:
    """Write a seat's move of this round."""
    table.move[seat] = move
    table.move_to[seat] = to
    table.move_stage[seat] = stage
    table.move_term[seat] = term
    table.move_price[seat] = c.INDEXED


def moving(seat: int, move: int, to: int = c.NOBODY, *, stage: int = -1, term: int = 0) -> Script:
    """Return a script in which a seat makes this move."""

    def script(match: Match) -> None:
        write_move(match.table, seat, move, to, stage=stage, term=term)

    return script


def both(move: int, one: int = 0, other: int = 1) -> Script:
    """Return a script in which two seats choose the same link for each other."""

    def script(match: Match) -> None:
        write_move(match.table, one, move, other)
        write_move(match.table, other, move, one)

    return script


def organising(*seats: int) -> Script:
    """Return a script in which seats inform and represent in turn."""

    def script(match: Match) -> None:
        move = c.INFORM if match.table.round_now % 2 else c.REPRESENT
        for seat in seats:
            write_move(match.table, seat, move)

    return script


def representing(*seats: int) -> Script:
    """Return a script in which seats give their members a say."""

    def script(match: Match) -> None:
        for seat in seats:
            write_move(match.table, seat, c.REPRESENT)

    return script


def idle(*seats: int) -> Script:
    """Return a script in which seats make no move, whatever the crowd chose for them."""

    def script(match: Match) -> None:
        for seat in seats:
            write_move(match.table, seat, c.NOTHING)

    return script


def refusing(*seats: int) -> Script:
    """Return a script in which seats say no to every offer."""

    def script(match: Match) -> None:
        for seat in seats:
            for asker in range(match.table.seats):
                match.table.reply[seat][asker] = 0

    return script


def dealing(card: int, seat: int, option: int) -> Script:
    """Return a script that puts a card before one seat, which chooses this option."""

    def script(match: Match) -> None:
        table = match.table
        for other in range(table.seats):
            table.answer[other] = c.NOTHING
        table.card, table.card_seat = card, seat
        table.card_seen[card] = table.round_now
        table.answer[seat] = option

    return script


# How a match begins ---------------------------------------------------------


def lay(match: Match, seat: int, quantity: int, value: int) -> None:
    """Set a quantity of a seat (capital to voice, not volume) before play."""
    now = {
        c.Q_CAPITAL: match.table.capital,
        c.Q_EFFICIENCY: match.table.efficiency,
        c.Q_QUALITY: match.table.quality,
        c.Q_MEMBERS: match.table.members,
        c.Q_OPENNESS: match.table.openness,
        c.Q_VOICE: match.table.voice,
    }[quantity][seat]
    change_value(match.table, match.book, match.log, quantity, seat, value - now, _LAID)


def lay_volume(match: Match, seat: int, volume: int) -> None:
    """Set a seat's volume in tenths; the region outside stays as it is."""
    table = match.table
    table.volume[seat] = table.volume_start[seat] = volume
    table.start_volume = total_volume(table)


def lay_ties(match: Match, tie: int) -> None:
    """Set every tie between seats, and with partners and neighbours."""
    table = match.table
    for seat in range(table.seats):
        for other in range(table.seats):
            table.tie[seat][other] = tie if other != seat else 100
        table.partner_tie[seat][: table.partners] = [tie] * table.partners
        table.neighbour_tie[seat][: table.neighbours] = [tie] * table.neighbours


def lay_contract(match: Match, seat: int, partner: int, *, fixed: int = c.INDEXED) -> None:
    """Sign a long contract between a seat and a partner in the partner's stage."""
    table = match.table
    stage = table.partner_stage[partner]
    party = c.PARTNER_PARTY + partner
    sign_contract(
        table, match.book, match.log, seat, party, stage, c.LONG, fixed,
        (causes.CONTRACT_SIGNED, party, stage),
    )  # fmt: skip


def lay_facility(match: Match, seat: int, stage: int, capacity: int) -> None:
    """Give a seat an open facility of this capacity (tenths), paid for already."""
    match.table.capacity[seat][stage] = capacity
    match.table.holds[seat][stage] = c.OWN


# What can be found in a playbook or on a table ------------------------------


def partner_at(match: Match, stage: int, *, company: bool = True) -> int:
    """Return the first partner of a stage, a company or any; -1 when there is none."""
    table = match.table
    for partner in range(table.partners):
        is_right = table.partner_is_coop[partner] == 0 or not company
        if table.partner_stage[partner] == stage and is_right:
            return partner
    return c.NOBODY


def option_of(book: Playbook, card: str, option: str) -> tuple[int, int] | None:
    """Return (card row, option row) by their ids, or None when the decks lack them."""
    labels = book.labels
    for row, name in enumerate(labels.options):
        at = book.options[row][OPTION_CARD]
        if name == option and labels.cards[at] == card:
            return at, row
    return None


def effect_rows(book: Playbook, option: int) -> list[list[int]]:
    """Return the effect rows of an option that goes through."""
    row = book.options[option]
    return book.effects[row[OPTION_EFFECTS] : row[OPTION_EFFECTS_END]]


def has_effect(book: Playbook, option: int, word: int) -> bool:
    """Tell whether an option has an effect of this word."""
    return any(row[EFFECT_WORD] == word for row in effect_rows(book, option))


def are_together(match: Match, one: int = 0, other: int = 1) -> bool:
    """Tell whether two seats are districts of one group."""
    return same_group(match.table, one, other)
