"""Lets a bot answer for one seat, seeing only what that seat may see."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Final, TypeAlias

from coopgame.bots.boards import board_named
from coopgame.bots.choosing import choose
from coopgame.bots.looking_ahead import LEVELS, PLAIN, Arm, Seen, Trials, arm_on, look_ahead
from coopgame.bots.speaking import why_ahead, why_answer, why_move, why_reply
from coopgame.bots.trying import ANSWER, MOVE, PRICE, REPLY, STAGE, TERM, TO, take_arm
from coopgame.rules.game import Game
from coopgame.rules.naming import move_id
from coopgame.rules.playbook import Playbook
from coopgame.rules.questions import About, Question
from coopgame.rules.table import Table

Why: TypeAlias = Callable[[Question], "Said"]
"""Tells why a question was answered as it was."""
SCRATCH: Final = 64
"""How many integers a board needs to work with."""


@dataclass(frozen=True, slots=True)
class Said:
    """Why a bot chose something: a word key of `bots`, and what fills its sentence."""

    why: str
    instead: str = ""
    """The option that came second, where a bot that looks ahead tried it."""
    percent: int = 0
    """By how many per cent it was beaten."""
    futures: int = 0
    """In how many imagined futures."""


@dataclass(frozen=True, slots=True)
class BotChoice:
    """One answer of a bot, and what it says about it."""

    asked: Question
    option: str
    said: Said

    @property
    def seat(self) -> int:
        """Return the seat that chose."""
        return self.asked.seat

    @property
    def question(self) -> str:
        """Return the id of the question."""
        return self.asked.id

    @property
    def why(self) -> str:
        """Return the word key of the reason."""
        return self.said.why


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
        seen = look_ahead(trials, table, book, seat, level=level, clock=monotonic)
        take_arm(table, seat, list(seen.arm))
        why = _trials_of(book, seen)
    else:
        board = list(board_named(character))
        choose(table, book, board, seat, [0] * SCRATCH)
        why = _reasons_of(table, book, board)
    return tuple(
        BotChoice(question, _chosen(table, book, question), why(question))
        for question in game.questions(seat)
    )


def _reasons_of(table: Table, book: Playbook, board: list[int]) -> Why:
    """Return what tells why a board chose as the table now holds it."""

    def why(question: Question) -> Said:
        if question.about == About.ANSWER:
            return Said(why_answer(table, book, board, question.seat))
        if question.about == About.REPLY and question.asked_by is not None:
            asker = question.asked_by.number
            return Said(why_reply(table, book, board, question.seat, asker))
        return Said(why_move(table, book, board, question.seat))

    return why


def _trials_of(book: Playbook, seen: Seen) -> Why:
    """Return what tells which choice came second when a bot looked ahead, and how far behind."""

    def why(question: Question) -> Said:
        beaten = seen.beaten(_places(question))
        key = why_ahead(beaten, seen.futures)
        if beaten is None:
            return Said(key, futures=seen.futures)
        instead = _named(book, question, beaten.arm)
        return Said(key, instead, beaten.percent, beaten.futures)

    return why


def _places(question: Question) -> slice:
    """Return where an arm holds what a question asks; a move counts without its terms."""
    if question.about == About.ANSWER:
        return slice(ANSWER, ANSWER + 1)
    if question.about == About.REPLY and question.asked_by is not None:
        place = REPLY + question.asked_by.number
        return slice(place, place + 1)
    return slice(MOVE, TERM)


def _chosen(table: Table, book: Playbook, question: Question) -> str:
    """Return the option that the table now holds for a question."""
    return _named(book, question, arm_on(table, question.seat))


def _named(book: Playbook, question: Question, arm: Arm) -> str:
    """Return the option that an arm chooses for a question."""
    if question.about == About.ANSWER:
        return book.labels.options[arm[ANSWER]]
    if question.about == About.REPLY:
        return "yes" if arm[_places(question).start] == 1 else "no"
    return move_id(book, (arm[MOVE], arm[TO], arm[STAGE], arm[TERM], arm[PRICE]))
