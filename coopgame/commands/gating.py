"""What `coopgame simulate --gates` and `--pars` play: the runs that gates and pars look at."""

from collections.abc import Callable
from dataclasses import replace

from coopgame.bots.boards import POOL, STRATEGIES, board_named
from coopgame.commands.asking import scenario_to_play
from coopgame.commands.running import DONE, STOPPED
from coopgame.commands.speaking import say
from coopgame.commands.wishes import SimulateWishes
from coopgame.reading.library import LoadedScenario, playbook_for
from coopgame.simulate.engine import Task
from coopgame.simulate.gates import Trial, Trials, Verdict, verdicts
from coopgame.simulate.lineups import FROM_POOL
from coopgame.simulate.overall import Cell
from coopgame.simulate.pars import as_block, found_pars
from coopgame.simulate.run_games import Played
from coopgame.simulate.sums import together

Play = Callable[[list[Task]], Played]

_TRYING = tuple(name for name in POOL if name != "random")
NAMES = (*_TRYING, "random", *STRATEGIES, "mute")
_BOARDS = tuple(board_named(name) for name in NAMES)


def tasks_of(loaded: LoadedScenario, seats: int, wishes: SimulateWishes) -> list[Task]:
    """Return the runs that the gates look at.

    They are the pool, a table of mutes, and every character and strategy at one seat in the pool.
    """
    book = playbook_for(loaded, seats=seats)
    pool = Task(book, _BOARDS, (FROM_POOL,) * seats, len(POOL), wishes.seed, wishes.games)
    mutes = replace(pool, wish=(NAMES.index("mute"),) * seats)
    return [pool, mutes, *(_trial(pool, name) for name in NAMES[:-1])]


def _trial(pool: Task, name: str) -> Task:
    """Return the run in which one takes a seat; chance sits among those who try, not with itself."""
    others = len(_TRYING) if name == "random" else len(POOL)
    wish = (NAMES.index(name), *pool.wish[1:])
    return replace(pool, wish=wish, pool=others)


def seat_counts(loaded: LoadedScenario, wishes: SimulateWishes) -> range:
    """Return the player counts to look at: the one asked for, or all of the scenario."""
    allowed = loaded.scenario.seats
    if wishes.seats is not None:
        return range(wishes.seats, wishes.seats + 1)
    return range(allowed.fewest, allowed.most + 1)


def judged(played: Played, seats: int) -> tuple[Verdict, ...]:
    """Return what every gate found in the sums of `tasks_of`."""
    pool, mutes = played.sums[:2]
    return tuple(verdicts(pool, mutes, trials_of(played), seats))


def trials_of(played: Played) -> Trials:
    """Return who took a seat against the pool in the sums of `tasks_of`: characters, strategies."""
    tried = played.sums[2:]
    trials = [Trial(name, place, tried[place]) for place, name in enumerate(NAMES[:-1])]
    return tuple(trials[: len(POOL)]), tuple(trials[len(POOL) :])


def cell_of(loaded: LoadedScenario, played: Played, seats: int) -> Cell:
    """Return what gates over several scenarios look at; chance is no character there."""
    characters, strategies = trials_of(played)
    trying = tuple(trial for trial in characters if trial.name != "random")
    return Cell(loaded.id, seats, trying, strategies)


def show_pars(wishes: SimulateWishes, play: Play) -> int:
    """Play the pool at every player count, and print the pars block of the scenario."""
    loaded = scenario_to_play(wishes.scenario)
    counts = seat_counts(loaded, wishes)
    tasks = [tasks_of(loaded, seats, wishes)[0] for seats in counts]
    played = play(tasks)
    if not played.is_whole:
        return STOPPED
    by_seats = {seats: found_pars(sums) for seats, sums in zip(counts, played.sums, strict=True)}
    say(as_block(found_pars(together(played.sums)), by_seats))
    return DONE
