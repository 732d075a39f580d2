"""Lots: open answers, replies and moves drawn by chance. Serves the random bot and nothing else.

Works on a table as its seat may see it; writes the seat's choices into it and nothing more.
"""

from typing import Final

from coopgame.rules import chance
from coopgame.rules import codes as c
from coopgame.rules.answering import is_spoken_to, needs_are_met
from coopgame.rules.legal import OPEN, verdict
from coopgame.rules.measures import group_size, same_group
from coopgame.rules.playbook import CARD_COUNT, CARD_FIRST, Playbook
from coopgame.rules.table import Table

TRIES: Final = 40
"""How many moves are drawn before holding is the move."""
_ANSWERS, _REPLIES, _MOVES = 0, 100, 200
"""Where the draws for each question begin, so that none is used twice."""


def draw_choices(table: Table, book: Playbook, seat: int) -> None:
    """Draw an open answer to the card, a yes or no to each offer, and an open move."""
    draw_answer(table, book, seat)
    for asker in range(table.seats):
        if table.offer_move[asker] >= 0 and same_group(table, table.offer_to[asker], seat):
            table.reply[seat][asker] = chance.draw(table, chance.BOT, seat, _REPLIES + asker, 2)
    draw_move(table, book, seat)


def draw_answer(table: Table, book: Playbook, seat: int) -> None:
    """Draw among the open options of the card; doing nothing is always open."""
    if not is_spoken_to(table, seat):
        return
    first, count = book.cards[table.card][CARD_FIRST], book.cards[table.card][CARD_COUNT]
    for nth in range(TRIES):
        option = first + chance.draw(table, chance.BOT, seat, _ANSWERS + nth, count)
        if option == first + count - 1 or needs_are_met(table, book, seat, option):
            table.answer[seat] = option
            return
    table.answer[seat] = first + count - 1


def draw_move(table: Table, book: Playbook, seat: int) -> None:
    """Draw a kind of move and its details until one is open; else hold."""
    for nth in range(TRIES):
        lot = chance.draw(table, chance.BOT, seat, _MOVES + nth, 1 << 24)
        move, lot = lot % 11, lot // 11
        _draw_details(table, seat, move, lot)
        to, stage, term = table.move_to[seat], table.move_stage[seat], table.move_term[seat]
        if to >= -1 and verdict(table, book, seat, move, to, stage, term)[0] == OPEN:
            table.move[seat] = move
            return
    _write(table, seat, c.NOBODY, c.NOTHING, 0, 0)
    table.move[seat] = c.HOLD


NOT_THERE: Final = -2
"""Stands for the other party of a move that this table does not have."""


def _draw_details(table: Table, seat: int, move: int, lot: int) -> None:
    if move == c.DIALOGUE:
        _write(table, seat, _any_party(table, seat, lot, 1), c.NOTHING, 0, 0)
    elif move == c.COORDINATE or move == c.MERGE:
        _write(table, seat, _any_party(table, seat, lot, 0), c.NOTHING, 0, 0)
    elif move == c.CONTRACT:
        _draw_contract(table, seat, lot)
    elif move == c.INTEGRATE:
        _write(table, seat, c.NOBODY, _other_stage(table, seat, lot), 0, 0)
    elif move == c.LEAVE:
        _draw_leaving(table, seat, lot)
    else:
        _write(table, seat, c.NOBODY, c.NOTHING, 0, 0)


def _write(table: Table, seat: int, to: int, stage: int, term: int, price: int) -> None:
    table.move_to[seat] = to
    table.move_stage[seat] = stage
    table.move_term[seat] = term
    table.move_price[seat] = price


def _any_party(table: Table, seat: int, lot: int, with_partners: int) -> int:
    """Return a party: another seat (for links the first of its group), a neighbour, a partner."""
    partners = table.partners * with_partners
    place = lot % (table.seats + table.neighbours + partners)
    if place < table.seats:
        if place == seat:
            return NOT_THERE
        return place if with_partners == 1 else table.group[place]
    place -= table.seats
    if place < table.neighbours:
        return c.NEIGHBOUR_PARTY + place
    return c.PARTNER_PARTY + place - table.neighbours


def _other_stage(table: Table, seat: int, lot: int) -> int:
    return (table.home[seat] + 1 + lot % (table.stages - 1)) % table.stages


def _draw_contract(table: Table, seat: int, lot: int) -> None:
    term, price, lot = lot % 2, lot // 2 % 2, lot // 4
    place = lot % (table.partners + table.seats)
    if place < table.partners:
        stage = table.partner_stage[place]
        _write(table, seat, c.PARTNER_PARTY + place, stage, term, price)
        return
    other = table.group[place - table.partners]
    elsewhere = table.home[other] != table.home[seat]
    _write(table, seat, other if elsewhere else NOT_THERE, table.home[other], term, price)


def _draw_leaving(table: Table, seat: int, lot: int) -> None:
    term, lot = lot % 3, lot // 3
    if term == c.LEAVE_PACT:
        to = _any_party(table, seat, lot, 0)
        _write(table, seat, to, c.NOTHING, term, 0)
    elif term == c.LEAVE_CONTRACT:
        stage = _other_stage(table, seat, lot)
        _write(table, seat, table.contract_with[seat][stage], stage, term, 0)
    else:
        alone = group_size(table, seat) == 1
        _write(table, seat, NOT_THERE if alone else c.NOBODY, c.NOTHING, term, 0)
