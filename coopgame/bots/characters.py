"""The bot characters by name, in the order in which screens offer them."""

from typing import Final

from coopgame.bots.bot import Bot
from coopgame.bots.careful import CAREFUL
from coopgame.bots.competitive import COMPETITIVE
from coopgame.bots.cooperative import COOPERATIVE
from coopgame.bots.integrator import INTEGRATOR
from coopgame.bots.random_bot import RandomBot

_BOTS: Final[dict[str, Bot]] = {
    "careful": CAREFUL,
    "cooperative": COOPERATIVE,
    "competitive": COMPETITIVE,
    "integrator": INTEGRATOR,
    "random": RandomBot(),
}

CHARACTERS: Final = tuple(_BOTS)
"""The names under which seats and recordings know the bots."""


def bot_named(character: str) -> Bot:
    """Return the bot of this character; raises KeyError for an unknown one."""
    return _BOTS[character]


def mixed_characters(count: int) -> tuple[str, ...]:
    """Return `count` characters, every kind of board before one comes twice; no lots."""
    boards = CHARACTERS[:-1]
    return tuple(boards[k % len(boards)] for k in range(count))
