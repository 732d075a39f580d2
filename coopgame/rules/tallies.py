"""Groups decide by weight: one tally for the card, one for one strategic move a round.

The plurality wins and a tie goes to the larger district. Overruled districts lose members
and autonomy, less so with a strong voice.
"""

from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules.changes import change_value
from coopgame.rules.journal import Log
from coopgame.rules.legal import is_strategic
from coopgame.rules.measures import group_size, group_volume, same_group, weight_in_group
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table


def is_group_move(move: int, term: int) -> bool:
    """Tell whether a move is the group's to make; dialogue, organise and hold stay with districts."""
    if move == c.LEAVE:
        return term != c.LEAVE_GROUP
    return is_strategic(move)


def tally_answers(table: Table, book: Playbook, log: Log) -> None:
    """Decide what every seat's co-operative answers to the card."""
    for seat in range(table.seats):
        table.acted_option[seat] = table.answer[seat]
    for lead in range(table.seats):
        if table.group[lead] == lead and group_size(table, lead) > 1:
            _tally_group_answer(table, book, log, lead)


def _tally_group_answer(table: Table, book: Playbook, log: Log, lead: int) -> None:
    winner = c.NOBODY
    for seat in range(table.seats):
        votes = same_group(table, seat, lead) and table.answer[seat] >= 0
        if votes and (winner < 0 or _beats_answer(table, seat, winner)):
            winner = seat
    if winner < 0:
        return
    option = table.answer[winner]
    for seat in range(table.seats):
        if same_group(table, seat, lead) and table.answer[seat] >= 0:
            table.acted_option[seat] = option
            if table.answer[seat] != option:
                _overrule(table, book, log, seat, winner, 1)


def _beats_answer(table: Table, seat: int, winner: int) -> bool:
    mine, best = _answer_weight(table, seat), _answer_weight(table, winner)
    return mine > best or (mine == best and table.volume[seat] > table.volume[winner])


def _answer_weight(table: Table, seat: int) -> int:
    total = 0
    for other in range(table.seats):
        if same_group(table, other, seat) and table.answer[other] == table.answer[seat]:
            total += weight_in_group(table, other)
    return total


def tally_moves(table: Table, book: Playbook, log: Log) -> None:
    """Decide the one strategic move of each group; a district that loses makes no move."""
    for seat in range(table.seats):
        table.acted_move[seat] = table.move[seat]
    for lead in range(table.seats):
        if table.group[lead] == lead and group_size(table, lead) > 1:
            _tally_group_move(table, book, log, lead)


def _votes_for_move(table: Table, seat: int, lead: int) -> bool:
    return same_group(table, seat, lead) and is_group_move(table.move[seat], table.move_term[seat])


def _tally_group_move(table: Table, book: Playbook, log: Log, lead: int) -> None:
    winner = c.NOBODY
    for seat in range(table.seats):
        votes = _votes_for_move(table, seat, lead)
        if votes and (winner < 0 or _beats_move(table, seat, winner)):
            winner = seat
    if winner < 0:
        return
    for seat in range(table.seats):
        if seat != winner and _votes_for_move(table, seat, lead):
            table.acted_move[seat] = c.NOTHING
            if not same_move(table, seat, winner):
                _overrule(table, book, log, seat, winner, 2)


def _beats_move(table: Table, seat: int, winner: int) -> bool:
    mine, best = _move_weight(table, seat), _move_weight(table, winner)
    return mine > best or (mine == best and table.volume[seat] > table.volume[winner])


def _move_weight(table: Table, seat: int) -> int:
    total = 0
    for other in range(table.seats):
        if same_group(table, other, seat) and same_move(table, other, seat):
            total += weight_in_group(table, other)
    return total


def same_move(table: Table, a: int, b: int) -> bool:
    """Tell whether two seats chose the same move in every detail."""
    return (
        table.move[a] == table.move[b]
        and table.move_to[a] == table.move_to[b]
        and table.move_stage[a] == table.move_stage[b]
        and table.move_term[a] == table.move_term[b]
        and table.move_price[a] == table.move_price[b]
    )


def _overrule(table: Table, book: Playbook, log: Log, seat: int, winner: int, half: int) -> None:
    silence = 120 - table.voice[seat]
    why = (causes.OVERRULED, winner, 0)
    members = book.rule.overruled * silence // 100 // half
    change_value(table, book, log, c.Q_MEMBERS, seat, -members, why)
    autonomy = book.rule.overruled_autonomy * silence // 100 // half
    change_value(table, book, log, c.AUTONOMY, seat, -autonomy, why)


def group_says_yes(table: Table, seat: int, asker: int) -> bool:
    """Tell whether the group of a seat accepts an offer: more weight for yes than for no.

    A district that joined the group after the offer was made was not asked and does not count.
    """
    weight, larger = 0, c.NOBODY
    for other in range(table.seats):
        reply = table.reply[other][asker]
        if not same_group(table, other, seat) or reply < 0:
            continue
        weight += weight_in_group(table, other) if reply == 1 else -weight_in_group(table, other)
        if larger < 0 or table.volume[other] > table.volume[larger]:
            larger = other
    return weight > 0 or (weight == 0 and larger >= 0 and table.reply[larger][asker] == 1)


def volume_share(table: Table, seat: int) -> int:
    """Return a district's share of its group's volume, per cent."""
    return 100 * table.volume[seat] // max(1, group_volume(table, seat))
