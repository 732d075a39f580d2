"""Lets a board choose for its seat: an answer, replies and a move, by points and a little whim."""

from typing import Final

from coopgame.bots import boards as b
from coopgame.bots import weighing as w
from coopgame.bots.drawing import draw_choices
from coopgame.rules import chance
from coopgame.rules import codes as c
from coopgame.rules import playbook as p
from coopgame.rules.answering import is_spoken_to, needs_are_met, option_chance
from coopgame.rules.effects import option_cost
from coopgame.rules.legal import OPEN, verdict
from coopgame.rules.measures import group_size, group_volume, pact_count, pair_tie, same_group
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table

NOISE: Final = 12
"""Quarter points of whim: enough to break ties, too few to beat a reason."""
BEST, TO, STAGE, TERM, PRICE, MOVE, NTH = range(7)
"""Places of the scratch row: the best move so far, in quarter points, and what it is."""
_ANSWERS, _REPLIES, _MOVES = 1000, 1100, 1200
"""Where the draws for each question begin."""


def choose(table: Table, book: Playbook, board: list[int], seat: int, scratch: list[int]) -> None:
    """Write a seat's answer, replies and move as its board sees fit."""
    if board[b.LOTS] == 1:
        draw_choices(table, book, seat)
        return
    if is_spoken_to(table, seat):
        table.answer[seat] = best_answer(table, book, board, seat)
    for asker in range(table.seats):
        if table.offer_move[asker] >= 0 and same_group(table, table.offer_to[asker], seat):
            table.reply[seat][asker] = 1 if says_yes(table, book, board, seat, asker) else 0
    best_move(table, book, board, seat, scratch)


def _whim(table: Table, seat: int, nth: int) -> int:
    return chance.draw(table, chance.BOT, seat, nth, NOISE)


def best_answer(table: Table, book: Playbook, board: list[int], seat: int) -> int:
    """Return the open option with most points."""
    first, count = book.cards[table.card][p.CARD_FIRST], book.cards[table.card][p.CARD_COUNT]
    best, most = first + count - 1, -1_000_000
    for number in range(count):
        option = first + number
        if number < count - 1 and not needs_are_met(table, book, seat, option):
            continue
        points = 4 * answer_points(table, book, board, seat, option)
        points += _whim(table, seat, _ANSWERS + number)
        if points > most:
            best, most = option, points
    return best


def answer_points(table: Table, book: Playbook, board: list[int], seat: int, option: int) -> int:
    """Weigh an answer: the meters it presses, shrunk to its chance, its coins, its company."""
    points = w.worth(answer_reasons(table, book, board, seat, option), 100)
    return points + purse(table, board, seat, option_cost(table, book, seat, option))


def answer_reasons(
    table: Table, book: Playbook, board: list[int], seat: int, option: int
) -> w.Reasons:
    """Return what the three meters say of an answer, its company, and its chance."""
    row = book.options[option]
    asks = row[p.OPTION_ASKS]
    company = board[b.TOGETHER] if asks == p.ASKS_OTHERS else 0
    percent = w.SURE
    if asks == p.ASKS_MEMBERS or asks == p.ASKS_PARTNER:
        company = board[b.ASKING]
        percent = option_chance(table, book, seat, option)
    return (
        _arrow(table, book, board, seat, row[p.OPTION_TRUST], c.TRUST),
        _arrow(table, book, board, seat, row[p.OPTION_PRICE], c.PRICE_CONTROL),
        _arrow(table, book, board, seat, row[p.OPTION_AUTONOMY], c.AUTONOMY),
        company,
        percent,
    )


def _arrow(
    table: Table, book: Playbook, board: list[int], seat: int, arrow: int, meter: int
) -> int:
    """Weigh one arrow: more where the meter is low and where the mission asks for it."""
    if arrow == p.UNKNOWN_ARROW:
        return board[b.UNKNOWN]
    weight = 3 + max(0, min(4, (50 - table.meter[seat][meter]) // 8))
    return arrow * (weight + w.wants(table, book, seat, c.GOAL_TRUST + meter, 3))


def purse(table: Table, board: list[int], seat: int, cost: int) -> int:
    """Weigh coins: by thrift, and dearly below a reserve of five."""
    if cost == 0:
        return 0
    short = max(0, 5 - (table.capital[seat] - cost))
    return -(cost * board[b.THRIFT] // 10) - 2 * short


def says_yes(table: Table, book: Playbook, board: list[int], seat: int, asker: int) -> bool:
    """Tell whether a board accepts an offer: what it brings must carry the doubt."""
    if board[b.LIKING + table.offer_move[asker]] == b.NEVER:
        return False
    points = w.worth(reply_reasons(table, book, board, seat, asker), 100)
    return 4 * points + _whim(table, seat, _REPLIES + asker) >= 6


def reply_reasons(
    table: Table, book: Playbook, board: list[int], seat: int, asker: int
) -> w.Reasons:
    """Return what speaks for an offer: the tie, how it fits, and what it costs in autonomy."""
    move = table.offer_move[asker]
    mutual = 5 if w.is_mutual(table, seat, table.group[asker]) else 0
    tie = pair_tie(table, seat, asker) - board[b.TRUSTING] + mutual
    fits = (board[b.LIKING + move] - 100) // 8
    burden = -4 * pact_count(table, seat) - w.wants(table, book, seat, c.GOAL_AUTONOMY, 5)
    if move == c.CONTRACT:
        return (tie, fits + 4, 0, 0, w.SURE)
    if move == c.COORDINATE:
        need = table.pressure // 12 + w.wants(table, book, seat, c.GOAL_PRICE, 4)
        return (tie, fits + need, burden, 0, w.SURE)
    known = 1 if table.pact[seat][asker] > 0 else -5
    size = (130 - group_volume(table, seat)) // 12
    return (tie + known, fits + w.wants(table, book, seat, c.SCALE, 9) + size, burden, 0, w.SURE)


def best_move(
    table: Table, book: Playbook, board: list[int], seat: int, scratch: list[int]
) -> None:
    """Weigh every move that a seat can name, and write the best one into the table."""
    scratch[BEST], scratch[MOVE], scratch[NTH] = -1_000_000, c.HOLD, 0
    scratch[TO], scratch[STAGE], scratch[TERM], scratch[PRICE] = c.NOBODY, c.NOTHING, 0, 0
    _weigh_plain_moves(table, book, board, seat, scratch)
    _weigh_links(table, book, board, seat, scratch)
    _weigh_contracts(table, book, board, seat, scratch)
    _weigh_leavings(table, book, board, seat, scratch)
    table.move[seat], table.move_to[seat] = scratch[MOVE], scratch[TO]
    table.move_stage[seat] = scratch[STAGE]
    table.move_term[seat], table.move_price[seat] = scratch[TERM], scratch[PRICE]


def _may(
    table: Table, book: Playbook, board: list[int], seat: int, what: tuple[int, int, int, int]
) -> bool:
    """Tell whether a move (move, party, stage, term) is liked at all and open."""
    move, to, stage, term = what
    if board[b.LIKING + move] == b.NEVER:
        return False
    return verdict(table, book, seat, move, to, stage, term)[0] == OPEN


def _offer_move(
    table: Table, book: Playbook, board: list[int], seat: int, scratch: list[int],
    what: tuple[int, int, int, int, int], weight: w.Reasons,
) -> None:  # fmt: skip
    """Keep a move when it has more points than the best so far."""
    move, to, stage, term, price = what
    points = w.worth(weight, board[b.LIKING + move])
    points += purse(table, board, seat, w.cost_of(table, book, seat, move, stage))
    if 0 <= to < c.PARTNER_PARTY:
        points += board[b.SEATS]
    scratch[NTH] += 1
    points = 4 * points + _whim(table, seat, _MOVES + scratch[NTH])
    if points > scratch[BEST]:
        scratch[BEST], scratch[MOVE], scratch[TO] = points, move, to
        scratch[STAGE], scratch[TERM], scratch[PRICE] = stage, term, price


def _weigh_plain_moves(
    table: Table, book: Playbook, board: list[int], seat: int, scratch: list[int]
) -> None:
    weight = w.hold(table, book, seat)
    _offer_move(table, book, board, seat, scratch, (c.HOLD, -1, -1, 0, 0), weight)
    if board[b.LIKING + c.INFORM] != b.NEVER:
        weight = w.inform(table, book, seat)
        _offer_move(table, book, board, seat, scratch, (c.INFORM, -1, -1, 0, 0), weight)
        weight = w.represent(table, book, seat)
        _offer_move(table, book, board, seat, scratch, (c.REPRESENT, -1, -1, 0, 0), weight)
    if _may(table, book, board, seat, (c.SPECIALISE, -1, -1, 0)):
        weight = w.specialise(table, book, seat)
        _offer_move(table, book, board, seat, scratch, (c.SPECIALISE, -1, -1, 0, 0), weight)
    if _may(table, book, board, seat, (c.OPEN_UP, -1, -1, 0)):
        weight = w.open_up(table, book, seat)
        _offer_move(table, book, board, seat, scratch, (c.OPEN_UP, -1, -1, 0, 0), weight)
    for stage in range(table.stages):
        if stage != table.home[seat] and _may(
            table, book, board, seat, (c.INTEGRATE, -1, stage, 0)
        ):
            weight = w.integrate(table, book, seat, stage)
            what = (c.INTEGRATE, -1, stage, 0, 0)
            _offer_move(table, book, board, seat, scratch, what, weight)


def _weigh_links(
    table: Table, book: Playbook, board: list[int], seat: int, scratch: list[int]
) -> None:
    for place in range(table.seats + table.neighbours + table.partners):
        party = _party_at(table, place)
        if party == seat:
            continue
        if _may(table, book, board, seat, (c.DIALOGUE, party, -1, 0)):
            weight = w.dialogue(table, book, seat, party)
            _offer_move(table, book, board, seat, scratch, (c.DIALOGUE, party, -1, 0, 0), weight)
        if place >= table.seats + table.neighbours or not _is_lead(table, party):
            continue
        if _may(table, book, board, seat, (c.COORDINATE, party, -1, 0)):
            weight = w.coordinate(table, book, seat, party)
            _offer_move(table, book, board, seat, scratch, (c.COORDINATE, party, -1, 0, 0), weight)
        if _may(table, book, board, seat, (c.MERGE, party, -1, 0)):
            weight = w.merge(table, book, seat, party)
            _offer_move(table, book, board, seat, scratch, (c.MERGE, party, -1, 0, 0), weight)


def _party_at(table: Table, place: int) -> int:
    """Return a party by its place: seats, then neighbours, then partners."""
    if place < table.seats:
        return place
    if place < table.seats + table.neighbours:
        return c.NEIGHBOUR_PARTY + place - table.seats
    return c.PARTNER_PARTY + place - table.seats - table.neighbours


def _is_lead(table: Table, party: int) -> bool:
    return party >= c.PARTNER_PARTY or table.group[party] == party


def _weigh_contracts(
    table: Table, book: Playbook, board: list[int], seat: int, scratch: list[int]
) -> None:
    if board[b.LIKING + c.CONTRACT] == b.NEVER:
        return
    for place in range(table.seats + table.partners):
        to, stage = place, c.NOTHING
        if place >= table.seats:
            to = c.PARTNER_PARTY + place - table.seats
            stage = table.partner_stage[place - table.seats]
        elif table.group[place] == place and table.home[place] != table.home[seat]:
            stage = table.home[place]
        if stage < 0 or stage == table.home[seat]:
            continue
        if _may(table, book, board, seat, (c.CONTRACT, to, stage, 0)):
            _weigh_terms(table, book, board, seat, scratch, to, stage)


def _weigh_terms(
    table: Table, book: Playbook, board: list[int], seat: int, scratch: list[int], to: int,
    stage: int,
) -> None:  # fmt: skip
    percent = w.contract_chance(table, book, seat, to)
    for terms in range(4):
        term, price = terms // 2, terms % 2
        weight = w.contract(table, book, seat, (to, stage, term, price), percent)
        what = (c.CONTRACT, to, stage, term, price)
        _offer_move(table, book, board, seat, scratch, what, weight)


def _weigh_leavings(
    table: Table, book: Playbook, board: list[int], seat: int, scratch: list[int]
) -> None:
    for other in range(table.seats):
        if table.pact[seat][other] > 0 and table.group[other] == other:
            weight = w.leave(table, book, seat, other, c.LEAVE_PACT)
            what = (c.LEAVE, other, -1, c.LEAVE_PACT, 0)
            _offer_move(table, book, board, seat, scratch, what, weight)
    for stage in range(table.stages):
        if table.holds[seat][stage] == c.CONTRACT_HELD:
            to = table.contract_with[seat][stage]
            weight = w.leave(table, book, seat, to, c.LEAVE_CONTRACT)
            what = (c.LEAVE, to, stage, c.LEAVE_CONTRACT, 0)
            _offer_move(table, book, board, seat, scratch, what, weight)
    if group_size(table, seat) > 1:
        weight = w.leave(table, book, seat, c.NOBODY, c.LEAVE_GROUP)
        what = (c.LEAVE, -1, -1, c.LEAVE_GROUP, 0)
        _offer_move(table, book, board, seat, scratch, what, weight)
