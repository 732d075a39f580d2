"""When a scenario is in balance: each gate asks one thing of the figures and says what it found.

A gate fails only when the whole interval lies outside its limits, so that few matches say
little rather than something wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from coopgame.rules.playbook import Playbook
from coopgame.simulate.duels import ASKED, Duel
from coopgame.simulate.figures import (
    Figure,
    best_quarter,
    option_names,
    share_figure,
    win_figure,
)
from coopgame.simulate.probing import LEAST_BEST, SHARED, Found, Probed
from coopgame.simulate.sums import DEMERGERS, LEAD_CHANGES, MERGERS, OVERRULED, Sums

MODELS: Final = ("coordinate", "merge", "contract", "integrate")
LEAST_OPEN: Final = 10.0
"""Per cent of its deals in which an answer should be open, or of all choices a move."""
SOME: Final = 0.1
"""Per cent of matches in which something happens that is only asked to happen at all."""
NOTHING: Final = ".nothing"
"""How the name of doing nothing ends: the default, no answer of its card, so it need not pay."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a gate found."""

    gate: str
    """A word key of `gate`."""
    figure: Figure
    least: float
    most: float

    @property
    def holds(self) -> bool:
        """Tell whether the figure may lie within the limits."""
        return self.figure.high >= self.least and self.figure.low <= self.most


@dataclass(frozen=True, slots=True)
class Trial:
    """A strategy or character that took one seat against the pool."""

    name: str
    place: int
    """Its number among the boards of the run."""
    sums: Sums


Trials: TypeAlias = tuple[tuple[Trial, ...], tuple[Trial, ...]]
"""Characters, and pure strategies."""


def verdicts(pool: Sums, mutes: Sums, trials: Trials, seats: int) -> Iterator[Verdict]:
    """Yield what every gate found at one player count of one scenario [rulebook 11].

    `pool` is a table of the pool, `mutes` one at which nobody talks or organises.
    """
    characters, strategies = trials
    for trial in strategies:
        yield Verdict("strategy", wins_of(trial, seats), 0.5, 1.6)
    for trial in characters:
        most, least = (0.7, 0.0) if trial.name == "random" else (1.3, 0.0)
        yield Verdict(
            "random" if trial.name == "random" else "character", wins_of(trial, seats), least, most
        )
    for model, name in enumerate(MODELS):
        some, count = best_quarter(pool, model)
        yield Verdict("model", share_figure("model_best_quarter", name, some, count), 10, 100)
    changed = share_figure("lead_changed", "", pool.value_some[LEAD_CHANGES], pool.matches)
    yield Verdict("lead", changed, 50, 100)
    for seat in range(seats):
        wins = (pool.seat_count[seat], pool.seat_win[seat], pool.seat_win_square[seat])
        worth = 100 / seats
        figure = win_figure("seat_wins", "ABCDEF"[seat], wins, seats)
        yield Verdict("order", figure, 1 - 3 / worth, 1 + 3 / worth)
    low = share_figure("low_trust", "", mutes.low_trust, sum(mutes.seat_count))
    yield Verdict("mute", low, 80, 100)


def merger_verdicts(pools: Sums) -> Iterator[Verdict]:
    """Yield whether seats merge, overrule and part in the pool matches of a scenario."""
    asked = (("mergers", MERGERS, 3.0), ("overruled", OVERRULED, SOME), ("parted", DEMERGERS, SOME))
    for name, place, least in asked:
        figure = share_figure(name, "", pools.value_some[place], pools.matches)
        yield Verdict(name, figure, least, 100)


def answer_verdicts(probed: Probed, pools: Sums, book: Playbook) -> Iterator[Verdict]:
    """Yield of every answer whether it pays and is open often enough, of every move likewise.

    How often an answer is open comes from all pool matches of the scenario.
    """
    for found in probed.options:
        if not found.name.endswith(NOTHING):
            yield _best("option_best", found)
    for option, name in option_names(book):
        if pools.option_asked[option] and not name.endswith(NOTHING):
            some, count = pools.option_open[option], pools.option_asked[option]
            yield Verdict("option_open", share_figure("", name, some, count), LEAST_OPEN, 100)
    for found in probed.moves:
        yield _best("move_best", found)
        figure = share_figure("", found.name, found.open, found.asked)
        yield Verdict("move_open", figure, LEAST_OPEN, 100)


def _best(gate: str, found: Found) -> Verdict:
    figure = share_figure("", found.name, found.best / SHARED, found.open)
    return Verdict(gate, figure, LEAST_BEST, 100)


def duel_verdict(duel: Duel) -> Verdict:
    """Return whether looking ahead beats an opponent: chance clearly, a character more often."""
    return Verdict("ahead", duel.figure, ASKED[duel.opponent], 100)


def wins_of(trial: Trial, seats: int) -> Figure:
    """Return how often who took the seat won, in fair shares."""
    sums, place = trial.sums, trial.place
    wins = (sums.board_count[place], sums.board_win[place], sums.board_win_square[place])
    return win_figure("board_wins", trial.name, wins, seats)
