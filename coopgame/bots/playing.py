"""Lets a bot answer for one seat, seeing only what that seat may see."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Final, TypeAlias

from coopgame.bots.boards import board_named
from coopgame.bots.choosing import choose
from coopgame.bots.looking_ahead import LEVELS, PLAIN, Trials, look_ahead
from coopgame.bots.speaking import why_answer, why_move, why_reply
from coopgame.bots.trying import take_arm
from coopgame.rules.game import Game
from coopgame.rules.naming import move_id
from coopgame.rules.playbook import Playbook
from coopgame.rules.questions import About, Question
from coopgame.rules.table import Table

Why: TypeAlias = Callable[[Question], str]
"""Tells a word key of `bots` for a question that was answered."""
SCRATCH: Final = 64
"""How many integers a board needs to work with."""


@dataclass(frozen=True, slots=True)
class BotChoice:
    """One answer of a bot."""

    seat: int
    question: str
    option: str
    why: str
    """A word key of `bots`."""


def _looked_ahead(_question: Question) -> str:
    return "why.ahead"


def bot_answers(
    game: Game, seat: int, character: str, trials: Trials = PLAIN
) -> tuple[BotChoice, ...]:
    """Return what a character answers to every open question of a seat; changes nothing.

    `trials` play the futures of a character that looks ahead.

    Raises KeyError for an unknown character.
    """
    table, book = game.seen_table(seat), game.playbook
    if character in LEVELS:
        level = LEVELS[character]
        arm = look_ahead(trials, table, book, seat, level=level, clock=monotonic)
        take_arm(table, seat, list(arm))
        why: Why = _looked_ahead
    else:
        board = list(board_named(character))
        choose(table, book, board, seat, [0] * SCRATCH)
        why = _reasons_of(table, book, board)
    return tuple(
        BotChoice(seat, question.id, _chosen(table, book, question), why(question))
        for question in game.questions(seat)
    )


def _reasons_of(table: Table, book: Playbook, board: list[int]) -> Why:
    """Return what tells why a board chose as the table now holds it."""

    def why(question: Question) -> str:
        if question.about == About.ANSWER:
            return why_answer(table, book, board, question.seat)
        if question.about == About.REPLY and question.asked_by is not None:
            return why_reply(table, book, board, question.seat, question.asked_by.number)
        return why_move(table, book, board, question.seat)

    return why


def _chosen(table: Table, book: Playbook, question: Question) -> str:
    """Return the option that the table now holds for a question."""
    seat = question.seat
    if question.about == About.ANSWER:
        return book.labels.options[table.answer[seat]]
    if question.about == About.REPLY and question.asked_by is not None:
        return "yes" if table.reply[seat][question.asked_by.number] == 1 else "no"
    choice = (
        table.move[seat], table.move_to[seat], table.move_stage[seat], table.move_term[seat],
        table.move_price[seat],
    )  # fmt: skip
    return move_id(book, choice)
