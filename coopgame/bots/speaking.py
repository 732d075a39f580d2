"""Why a board chose something, as one sentence: the heaviest of its reasons.

Looks at the same reasons that decided; the names are word keys of `bots`. A bot that looked
ahead tells what its choice beat, and by how much.
"""

from typing import Final

from coopgame.bots import boards as b
from coopgame.bots import weighing as w
from coopgame.bots.choosing import answer_reasons, reply_reasons
from coopgame.bots.looking_ahead import Beaten
from coopgame.rules import codes as c
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table

LOTS: Final = "why.lots"
_LEAST_HARM: Final = "why.least_harm"
_HABIT: Final = "why.habit"
_NAMES: Final = {
    c.HOLD: ("why.money", "why.mission", "why.members", _HABIT),
    c.DIALOGUE: ("why.know_them", "why.mission", "why.neighbourly", "why.ties"),
    c.COORDINATE: ("why.ties", "why.together", "why.mission", "why.autonomy"),
    c.MERGE: ("why.ties", "why.scale", "why.mission", "why.autonomy"),
    c.CONTRACT: ("why.steady", "why.ties", "why.mission", "why.own_stage"),
    c.INTEGRATE: ("why.own_stage", "why.mission", "why.debt", "why.members"),
    c.INFORM: ("why.openness", "why.members", "why.mission", _HABIT),
    c.REPRESENT: ("why.voice", "why.members", "why.mission", _HABIT),
    c.SPECIALISE: ("why.quality", "why.mission", _HABIT, _HABIT),
    c.OPEN_UP: ("why.consumers", "why.money", "why.mission", "why.autonomy"),
    c.LEAVE: (_HABIT, "why.leave", "why.autonomy", _HABIT),
}
_ANSWER: Final = ("why.trust", "why.price", "why.autonomy", "why.asks")
_YES: Final = ("why.ties", "why.offer_fits", "why.autonomy", _HABIT)
_NO: Final = ("why_not.ties", "why_not.offer_fits", "why_not.autonomy", "why_not.habit")

_BETTER: Final = "why.ahead_better"
_CLOSE: Final = "why.ahead_close"
_ONLY: Final = "why.ahead_only"
_LATE: Final = "why.ahead_late"


def why_ahead(beaten: Beaten | None, futures: int) -> str:
    """Return why a bot that looked ahead so many futures chose something, and beat what."""
    if futures == 0:
        return _LATE
    if beaten is None:
        return _ONLY
    return _BETTER if beaten.percent > 0 else _CLOSE


def why_answer(table: Table, book: Playbook, board: list[int], seat: int) -> str:
    """Return why a seat's answer to the card was chosen."""
    if board[b.LOTS]:
        return LOTS
    return _heaviest(answer_reasons(table, book, board, seat, table.answer[seat]), _ANSWER)


def why_reply(table: Table, book: Playbook, board: list[int], seat: int, asker: int) -> str:
    """Return why an offer was taken or not."""
    if board[b.LOTS]:
        return LOTS
    if board[b.LIKING + table.offer_move[asker]] == b.NEVER:
        return _NO[3]
    reasons = reply_reasons(table, book, board, seat, asker)
    if table.reply[seat][asker]:
        return _heaviest(reasons, _YES)
    lightest = min(range(4), key=lambda place: reasons[place])
    return _NO[lightest] if reasons[lightest] < 0 else _NO[1]


def why_move(table: Table, book: Playbook, board: list[int], seat: int) -> str:
    """Return why a seat's move was chosen."""
    if board[b.LOTS]:
        return LOTS
    return _heaviest(_of_move(table, book, seat), _NAMES[table.move[seat]])


def _heaviest(reasons: w.Reasons, names: tuple[str, ...]) -> str:
    place = max(range(4), key=lambda at: reasons[at])
    return names[place] if reasons[place] > 0 else _LEAST_HARM


def _of_move(table: Table, book: Playbook, seat: int) -> w.Reasons:
    move, to, stage = table.move[seat], table.move_to[seat], table.move_stage[seat]
    if move == c.CONTRACT:
        terms = (to, stage, table.move_term[seat], table.move_price[seat])
        return w.contract(table, book, seat, terms, w.contract_chance(table, book, seat, to))
    if move == c.LEAVE:
        return w.leave(table, book, seat, to, table.move_term[seat])
    if move == c.INTEGRATE:
        return w.integrate(table, book, seat, stage)
    towards = {c.DIALOGUE: w.dialogue, c.COORDINATE: w.coordinate, c.MERGE: w.merge}
    if move in towards:
        return towards[move](table, book, seat, to)
    plain = {
        c.HOLD: w.hold, c.INFORM: w.inform, c.REPRESENT: w.represent,
        c.SPECIALISE: w.specialise, c.OPEN_UP: w.open_up,
    }  # fmt: skip
    return plain[move](table, book, seat)
