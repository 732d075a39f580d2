"""Sets a seat that looks ahead against one opponent, at a table with others of the pool.

The look-ahead seat tries as much as its level says, with a clock that stands still: what it
chooses depends on the seed alone. Ahead is who has the higher score at the end; equal is half.
A match costs about as much as fifteen hundred futures for each of its rounds, so a duel ends
after some of its matches when it is clear on which side of what is asked it lies.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from coopgame.bots.boards import POOL, board_named
from coopgame.bots.choosing import choose
from coopgame.bots.looking_ahead import LEVELS, Level, Trials, look_ahead
from coopgame.bots.trying import take_arm
from coopgame.rules.journal import new_log
from coopgame.rules.masking import masked
from coopgame.rules.missions import score_of
from coopgame.rules.playbook import Playbook
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.table import Table
from coopgame.simulate.exploring import laid
from coopgame.simulate.figures import Figure, share_figure
from coopgame.simulate.lineups import FROM_POOL, line_up

Watch = Callable[[int, int], object]
OPPONENTS: Final = POOL
"""Whom the look-ahead seat meets: chance and the four characters."""
FIRST_LEVEL: Final = LEVELS["ahead_1"]
SEATS: Final = 3
"""Who looks ahead, the opponent, and one of the pool."""
ASKED: Final = {name: 75.0 if name == "random" else 55.0 for name in OPPONENTS}
"""Per cent of matches in which who looks ahead should end above an opponent [rulebook 11.5]."""
LOOKS: Final = (20, 40)
"""After so many matches a duel may end: often enough to save time, too seldom to invite luck."""
_AHEAD: Final = len(POOL)
"""Stands in a line-up for the seat that looks ahead."""


@dataclass(frozen=True, slots=True)
class Duel:
    """How the look-ahead seat did against one opponent."""

    opponent: str
    matches: int
    halves: int
    """Two for each match in which it was ahead, one for each that ended equal."""

    @property
    def figure(self) -> Figure:
        """Return the share of matches in which it was ahead."""
        return share_figure("", self.opponent, self.halves / 2, self.matches)


def duels(
    book: Playbook, trials: Trials, *, seed: int, matches: int, watch: Watch,
    level: Level = FIRST_LEVEL,
) -> Iterator[Duel]:  # fmt: skip
    """Yield a duel of at most `matches` matches against each opponent; `watch` hears of each."""
    for nth, opponent in enumerate(OPPONENTS):
        duel, before = Duel(opponent, 0, 0), nth * matches
        while duel.matches < matches and not _is_clear(duel):
            won = duel_match(book, trials, POOL.index(opponent), seed + duel.matches, level)
            duel = Duel(opponent, duel.matches + 1, duel.halves + won)
            watch(before + duel.matches, len(OPPONENTS) * matches)
        yield duel


def _is_clear(duel: Duel) -> bool:
    """Tell, at the few looks there are, whether the interval lies on one side of what is asked."""
    if duel.matches not in LOOKS:
        return False
    figure, asked = duel.figure, ASKED[duel.opponent]
    return figure.low > asked or figure.high < asked


def duel_match(book: Playbook, trials: Trials, opponent: int, seed: int, level: Level) -> int:
    """Return 2 when the look-ahead seat ends ahead of the opponent, 1 when equal, else 0.

    `opponent` is a number in the pool. Who sits where moves on with every seed.
    """
    log, seats = new_log(0), len(book.labels.cooperatives)
    lineup = [0] * seats
    line_up([_AHEAD, opponent, *[FROM_POOL] * (seats - 2)], len(POOL), seed, seats, lineup)
    table = laid(book, log, seed)
    while not table.ended:
        open_round(table, book, log)
        for seat, player in enumerate(lineup):
            _choose(table, book, trials, seat, player, level)
        play_round(table, book, log)
    ahead = lineup.index(_AHEAD)
    own, theirs = (score_of(table, book, seat) for seat in (ahead, (ahead + 1) % seats))
    return 2 if own > theirs else int(own == theirs)


def _choose(
    table: Table, book: Playbook, trials: Trials, seat: int, player: int, level: Level
) -> None:
    """Let a seat choose by its board, or by looking ahead at what it may see."""
    if player == _AHEAD:
        seen = masked(table, seat)
        best = look_ahead(trials, seen, book, seat, level=level, clock=lambda: 0.0)
        take_arm(table, seat, list(best.arm))
    else:
        choose(table, book, list(board_named(POOL[player])), seat, [0] * 64)
