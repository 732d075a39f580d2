"""Who sits where: each seat is played by a person or by a bot, under a name and a colour.

Seats belong to the session, never to the rules: changing them leaves the table as it is.
"""

from dataclasses import dataclass, replace
from typing import Final

from coopgame.vocabulary import SEAT_LETTERS

HUMAN: Final = "human"
"""The controller of a seat that a person or a team plays."""
LONGEST_NAME: Final = 24
"""Characters a seat's name may have, so that it fits every screen."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One place at the table."""

    number: int
    controller: str = HUMAN
    """`human`, or the character of a bot."""
    name: str = ""
    """As entered by the group; empty means the co-operative's own name."""
    colour: str = ""
    """The seat letter whose colour it wears; empty means its own letter."""

    @property
    def is_human(self) -> bool:
        """Tell whether a person answers for this seat."""
        return self.controller == HUMAN

    @property
    def letter(self) -> str:
        """Return the letter that names the seat on every screen."""
        return SEAT_LETTERS[self.number]

    @property
    def colour_letter(self) -> str:
        """Return the letter whose colour and shape the seat wears."""
        return self.colour or self.letter

    def with_name(self, name: str) -> "Seat":
        """Return this seat under another name, trimmed to one line of `LONGEST_NAME`."""
        return replace(self, name=" ".join(name.split())[:LONGEST_NAME].strip())


def seats_for(count: int, *, bots: tuple[str, ...] = ()) -> tuple[Seat, ...]:
    """Return `count` seats; the last ones are played by the given bot characters."""
    people = count - len(bots)
    controllers = [HUMAN] * people + list(bots)
    return tuple(Seat(number, controller) for number, controller in enumerate(controllers))
