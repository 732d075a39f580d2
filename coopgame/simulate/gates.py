"""When a scenario is in balance: each gate asks one thing of the figures and says what it found.

A gate fails only when the whole interval lies outside its limits, so that few matches say
little rather than something wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from coopgame.simulate.figures import Figure, best_quarter, share_figure, win_figure
from coopgame.simulate.sums import LEAD_CHANGES, Sums

MODELS: Final = ("coordinate", "merge", "contract", "integrate")


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
        yield Verdict("strategy", _wins(trial, seats), 0.5, 1.6)
    for trial in characters:
        most, least = (0.7, 0.0) if trial.name == "random" else (1.3, 0.0)
        yield Verdict(
            "random" if trial.name == "random" else "character", _wins(trial, seats), least, most
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


def _wins(trial: Trial, seats: int) -> Figure:
    sums, place = trial.sums, trial.place
    wins = (sums.board_count[place], sums.board_win[place], sums.board_win_square[place])
    return win_figure("board_wins", trial.name, wins, seats)
