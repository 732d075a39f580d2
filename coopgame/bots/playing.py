"""Lets a bot answer for one seat, seeing only what that seat may see."""

from dataclasses import dataclass

from coopgame.bots.bot import chance_for
from coopgame.bots.characters import bot_named
from coopgame.rules.game import Game


@dataclass(frozen=True, slots=True)
class BotChoice:
    """One answer of a bot."""

    seat: int
    question: str
    option: str
    why: str
    """A word key of `bots`."""


def bot_answers(game: Game, seat: int, character: str) -> tuple[BotChoice, ...]:
    """Return what a character answers to every open question of a seat; changes nothing."""
    bot = bot_named(character)
    view = game.snapshot(seat)
    choices: list[BotChoice] = []
    for question in game.questions(seat):
        choice = bot.choose(question, view, chance_for(question, game.seed))
        choices.append(BotChoice(seat, question.id, choice.option_id, choice.why))
    return tuple(choices)
