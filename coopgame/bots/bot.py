"""What a bot is: one method, from a question and what its seat may see to a choice.

A bot knows no more than a person on its seat, keeps nothing between questions and draws
only from the chance it is given, so that a match with bots repeats.
"""

from dataclasses import dataclass
from typing import Final, Protocol

from coopgame.rules.chance import BOT, mix
from coopgame.rules.questions import About, Question
from coopgame.rules.snapshot import Snapshot

_SALT: Final = {About.ANSWER: 0, About.MOVE: 1, About.GO_ON: 2, About.REPLY: 3}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a bot plays, and why."""

    option_id: str
    why: str
    """A word key of `bots`: one sentence that says why."""


@dataclass(frozen=True, slots=True)
class Chance:
    """Draws for one question: the same seed, round, seat and question draw the same."""

    seed: int
    round: int
    seat: int
    salt: int = 0

    def draw(self, below: int, nth: int = 0) -> int:
        """Return an integer in 0..below-1; another `nth` gives another draw."""
        word = mix(self.seed & 0xFFFFFFFF)
        word = mix(word ^ mix((self.seed >> 32) + 0x51ED))
        word = mix(word ^ (self.round * 64 + self.seat + 1))
        word = mix(word ^ (BOT * 4096 + self.salt))
        word = mix(word ^ (nth + 1))
        return (word * below) >> 32


def chance_for(question: Question, seed: int) -> Chance:
    """Return the draws that belong to a question in the match with this seed."""
    asker = question.asked_by.number if question.asked_by is not None else 0
    return Chance(seed, question.round, question.seat, _SALT[question.about] + asker)


class Bot(Protocol):
    """A character that can play any seat."""

    def choose(self, question: Question, snapshot: Snapshot, chance: Chance, /) -> Choice:
        """Return an open option of the question and the reason for it."""
        ...
