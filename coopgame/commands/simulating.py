"""`coopgame simulate`: many matches of bots, and the figures they give."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from coopgame.bots.boards import BOARD_NAMES, POOL, board_named
from coopgame.commands.asking import MOST_SEED, scenario_to_play, seats_to_play
from coopgame.commands.preparing import ready
from coopgame.commands.progress import seldom, shown_progress
from coopgame.commands.running import DONE, STOPPED
from coopgame.commands.speaking import CommandError, chosen_language, complain, say
from coopgame.commands.wishes import SimulateWishes
from coopgame.reading.library import LoadedScenario, playbook_for
from coopgame.reading.translations import Words, load_words
from coopgame.rules.playbook import Playbook
from coopgame.simulate.differences import Difference, differences
from coopgame.simulate.engine import Task, can_compile
from coopgame.simulate.figures import figures
from coopgame.simulate.impact import impact_figures, tasks_of_impact
from coopgame.simulate.lineups import FROM_POOL
from coopgame.simulate.report import FORMATS, Heading, as_csv, as_json, as_text, told
from coopgame.simulate.run_games import Played, play_all, usual_jobs

MOST_GAMES: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """A run that may begin."""

    loaded: LoadedScenario
    book: Playbook
    task: Task
    bots: tuple[str, ...]


def simulate(wishes: SimulateWishes) -> int:
    """Play, and print the figures; 130 when stopped, with what was done so far."""
    words = load_words(chosen_language(wishes.language))
    _check(wishes)
    if wishes.gates or wishes.pars:
        return _judge(wishes, words)
    plans = [plan_of(wishes, wishes.scenario)]
    if wishes.diff is not None:
        plans.append(plan_of(wishes, wishes.diff))
    _say_what_lacks(words)
    tasks = [plan.task for plan in plans]
    if wishes.impact and wishes.diff is None:
        tasks += tasks_of_impact(plans[0].task)
    played = _play(tasks, wishes, words)
    if wishes.diff is None:
        say(_report(plans[0], played, wishes, words))
    else:
        say(_changes(plans, played, wishes, words))
    return DONE if played.is_whole else STOPPED


def _check(wishes: SimulateWishes) -> None:
    if not 1 <= wishes.games <= MOST_GAMES:
        raise CommandError("command.games", most=str(MOST_GAMES), asked=str(wishes.games))
    if not 0 <= wishes.seed <= MOST_SEED:
        raise CommandError("command.seed", most=str(MOST_SEED), asked=str(wishes.seed))
    if wishes.form not in FORMATS:
        raise CommandError("command.format", asked=wishes.form, able=", ".join(FORMATS))


def plan_of(wishes: SimulateWishes, scenario: str) -> Plan:
    """Return the run of a scenario; raises an error that says what cannot be."""
    loaded = scenario_to_play(scenario)
    seats = seats_to_play(loaded, wishes.seats, chosen_language(wishes.language))
    book = playbook_for(loaded, seats=seats)
    bots = bots_of(wishes.bots, seats)
    names = POOL if bots == ("pool",) else tuple(dict.fromkeys(bots))
    seated = [FROM_POOL] * seats if bots == ("pool",) else [names.index(bot) for bot in bots]
    boards = tuple(tuple(board_named(name)) for name in names)
    task = Task(book, boards, tuple(seated), len(POOL), wishes.seed, wishes.games)
    return Plan(loaded, book, task, names)


def bots_of(asked: str, seats: int) -> tuple[str, ...]:
    """Return a bot for each seat, or only "pool"; fewer names than seats begin again."""
    names = tuple(name.strip() for name in asked.split(","))
    if names == ("pool",):
        return names
    wrong = [name for name in names if name not in BOARD_NAMES]
    if wrong or len(names) > seats:
        able = ", ".join(("pool", *BOARD_NAMES))
        raise CommandError("command.bot_names", asked=asked, able=able, seats=seats)
    return tuple(names[seat % len(names)] for seat in range(seats))


def _say_what_lacks(words: Words) -> None:
    if not can_compile():
        complain(words.get("simulate.plain"))


def _judge(wishes: SimulateWishes, words: Words) -> int:
    from coopgame.commands.gating import show_pars
    from coopgame.commands.judging import show_gates

    _say_what_lacks(words)
    if wishes.pars:
        return show_pars(wishes, lambda tasks: _play(tasks, wishes, words))
    return show_gates(wishes, lambda tasks: _play(tasks, wishes, words), words)


def _play(tasks: list[Task], wishes: SimulateWishes, words: Words) -> Played:
    jobs = usual_jobs() if wishes.jobs is None else wishes.jobs
    with shown_progress() as show:
        ready(seldom(lambda done, total: show(done, total, words.get("simulate.compiling"))))
        watch = seldom(lambda done, total: show(done, total, words.get("simulate.playing")))
        if wishes.cluster is None:
            return play_all(tasks, jobs=jobs, watch=watch)
        return _play_on_cluster(tasks, wishes.cluster, watch)


def _play_on_cluster(tasks: list[Task], address: str, watch: Callable[[int, int], None]) -> Played:
    from coopgame.simulate.cluster import NoCluster, cluster_workers

    try:
        with cluster_workers(address) as workers:
            return play_all(tasks, watch=watch, workers=workers)
    except NoCluster as why:
        raise CommandError(f"command.{why}", address=address) from None


def _report(plan: Plan, played: Played, wishes: SimulateWishes, words: Words) -> str:
    sums, is_whole = played.sums[0], played.is_whole
    found = figures(sums, plan.book, plan.bots)
    if wishes.impact and is_whole:
        found = (*found, *impact_figures(plan.book, played.sums[1:]))
    heading = Heading(
        plan.loaded.id, plan.book.fingerprint, plan.task.seats, plan.book.rounds, sums.matches,
        wishes.seed, plan.bots, is_whole, can_compile(),
    )  # fmt: skip
    if wishes.form == "json":
        return as_json(heading, found)
    return as_csv(found) if wishes.form == "csv" else as_text(heading, found, words)


def _changes(plans: list[Plan], played: Played, wishes: SimulateWishes, words: Words) -> str:
    before, after = (
        figures(sums, plan.book, plan.bots) for plan, sums in zip(plans, played.sums, strict=True)
    )
    found = differences(before, after)
    if wishes.form == "csv":
        return as_csv([each.after for each in found])
    if not found:
        return words.get("simulate.no_change", games=wishes.games)
    return "\n".join(_change_line(each, words) for each in found)


def _change_line(each: Difference, words: Words) -> str:
    name = words.get(f"simulate.{each.before.group}")
    return f"{name} {each.before.of}: {told(each.before, words).strip()} -> {told(each.after, words).strip()}"
