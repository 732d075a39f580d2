"""What the bots have made up their minds about; nobody sees it before they answer together.

Bots that look ahead take seconds each, so that they can be asked one at a time.
"""

from collections.abc import Iterable

from coopgame.bots.looking_ahead import LEVELS, PLAIN, Trials
from coopgame.bots.playing import BotChoice, bot_answers
from coopgame.rules.game import Game
from coopgame.sessions.seats import Seat


class Minds:
    """The bots' choices of this round, from the first that has thought to the answers of all."""

    def __init__(self) -> None:
        self.trials: Trials = PLAIN
        """Plays the futures of bots that look ahead."""
        self._made: dict[int, tuple[BotChoice, ...]] = {}

    def next_of(self, seats: Iterable[Seat]) -> Seat | None:
        """Return the first of these bots that takes time and has not thought."""
        slow = (seat for seat in seats if takes_time(seat) and seat.number not in self._made)
        return next(slow, None)

    def make(self, game: Game, seat: Seat) -> None:
        """Let the bot on a seat think, as the table lies now."""
        self._made[seat.number] = bot_answers(game, seat.number, seat.controller, self.trials)

    def take(self, game: Game, seats: Iterable[Seat]) -> tuple[BotChoice, ...]:
        """Return what these bots answer, in order; those that have not thought do so now."""
        choices: list[BotChoice] = []
        for seat in seats:
            if seat.number not in self._made:
                self.make(game, seat)
            choices += self._made[seat.number]
        self.forget()
        return tuple(choices)

    def forget(self) -> None:
        """Forget every choice: another bot plays, or the table has changed."""
        self._made = {}


def takes_time(seat: Seat) -> bool:
    """Tell whether the bot on a seat needs longer than people notice."""
    return seat.controller in LEVELS
