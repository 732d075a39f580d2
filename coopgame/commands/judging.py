"""`coopgame simulate --gates`: is a scenario in balance, and are all of them together?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from coopgame.bots.looking_ahead import PLAIN, Trials
from coopgame.commands.asking import scenario_to_play
from coopgame.commands.gating import Play, cell_of, judged, seat_counts, tasks_of
from coopgame.commands.preparing import ready
from coopgame.commands.progress import Progress, seldom, shown_progress
from coopgame.commands.running import DONE, FOUND, STOPPED
from coopgame.commands.speaking import complain, say
from coopgame.commands.wishes import SimulateWishes
from coopgame.reading.library import LoadedScenario, list_scenarios, playbook_for
from coopgame.reading.translations import Words
from coopgame.simulate.duels import SEATS, duels
from coopgame.simulate.engine import can_compile
from coopgame.simulate.gates import (
    Verdict,
    answer_verdicts,
    duel_verdict,
    merger_verdicts,
)
from coopgame.simulate.overall import Cell, order_line, orders, overall_verdicts
from coopgame.simulate.probing import Effort, probe
from coopgame.simulate.report import told
from coopgame.simulate.sums import Sums, together

ALL: Final = "all"
"""Asks for every official scenario."""
MOST_DUELS: Final = 60
"""Matches of who looks ahead against each opponent; most duels are clear after 20 or 40."""


@dataclass(slots=True)
class _Judge:
    """Judges one scenario after another, and says each verdict at once."""

    wishes: SimulateWishes
    play: Play
    words: Words
    fails: int = 0

    def scenario(self, loaded: LoadedScenario, trials: Trials) -> list[Cell] | None:
        """Say every verdict on a scenario and return its cells; None when stopped."""
        cells: list[Cell] = []
        pools: list[Sums] = []
        for seats in seat_counts(loaded, self.wishes):
            played = self.play(tasks_of(loaded, seats, self.wishes))
            if not played.is_whole:
                return None
            self.heading("gate.heading", scenario=loaded.id, seats=seats, games=self.wishes.games)
            self.tell(judged(played, seats))
            cells.append(cell_of(loaded, played, seats))
            pools.append(played.sums[0])
        self.heading("gate.scenario", scenario=loaded.id)
        self.tell(merger_verdicts(together(pools)))
        return cells if self._answers(loaded, trials, together(pools)) else None

    def _answers(self, loaded: LoadedScenario, trials: Trials, pools: Sums) -> bool:
        """Say whether answers, moves and looking ahead pay; False when stopped."""
        books = [playbook_for(loaded, seats=seats) for seats in seat_counts(loaded, self.wishes)]
        seed, effort = self.wishes.seed, effort_of(self.wishes.games, is_fast=trials.is_fast)
        with shown_progress() as show:
            watch = _watched(show, self.words.get("gate.probing"))
            probed = probe(books, trials, seed=seed, effort=effort, watch=watch)
        self.tell_many(answer_verdicts(probed, pools, books[0]))
        if probed.is_whole and trials.is_fast:
            self._duels(loaded, trials)
        return probed.is_whole

    def _duels(self, loaded: LoadedScenario, trials: Trials) -> None:
        counts = seat_counts(loaded, self.wishes)
        book = playbook_for(loaded, seats=min(max(SEATS, counts[0]), counts[-1]))
        matches = min(MOST_DUELS, max(1, self.wishes.games // 20))
        with shown_progress() as show:
            watch = _watched(show, self.words.get("gate.looking"))
            fought = duels(book, trials, seed=self.wishes.seed, matches=matches, watch=watch)
            found = [duel_verdict(duel) for duel in fought]
        self.tell(found)

    def together(self, cells: Sequence[Cell]) -> None:
        """Say every verdict that takes several scenarios, and the orders of the strategies."""
        self.heading("gate.together", count=len({cell.scenario for cell in cells}))
        self.tell(overall_verdicts(cells))
        for seats in sorted({cell.seats for cell in cells}):
            for scenario, order in orders(c for c in cells if c.seats == seats).items():
                line = order_line(order)
                self.heading("gate.order_of", scenario=scenario, seats=seats, order=line)

    def heading(self, word: str, **values: str | int) -> None:
        """Say a line of words."""
        say(self.words.get(word, **values))

    def tell(self, found: Iterable[Verdict]) -> None:
        """Say every verdict, and count those that fail."""
        for verdict in found:
            self.fails += not verdict.holds
            say(_line(verdict, self.words))

    def tell_many(self, found: Iterable[Verdict]) -> None:
        """Say for each gate how many hold, and only those that fail."""
        by_gate: dict[str, list[Verdict]] = {}
        for verdict in found:
            by_gate.setdefault(verdict.gate, []).append(verdict)
        for gate, verdicts in by_gate.items():
            failing = [verdict for verdict in verdicts if not verdict.holds]
            mark = self.words.get("gate.fails" if failing else "gate.holds")
            held = len(verdicts) - len(failing)
            count = self.words.get(f"gate.{gate}.count", held=held, all=len(verdicts))
            say(f"  {mark:<6} {count}")
            self.tell(failing)


def show_gates(wishes: SimulateWishes, play: Play, words: Words) -> int:
    """Play what the gates ask, say each verdict, and leave with 1 when a gate fails."""
    judge, cells = _Judge(wishes, play, words), list[Cell]()
    scenarios = scenarios_to_judge(wishes.scenario)
    trials = _trials(words)
    for loaded in scenarios:
        found = judge.scenario(loaded, trials)
        if found is None:
            return STOPPED
        cells += found
    if len(scenarios) > 1:
        judge.together(cells)
    fails = judge.fails
    say(words.get("gate.all_hold") if fails == 0 else words.get("gate.fail", count=fails))
    return DONE if fails == 0 else FOUND


def scenarios_to_judge(asked: str) -> list[LoadedScenario]:
    """Return the scenarios of a list with commas, or all official ones; each once."""
    if asked == ALL:
        return [scenario_to_play(each.id) for each in list_scenarios()]
    names = dict.fromkeys(name.strip() for name in asked.split(","))
    return [scenario_to_play(name) for name in names]


def effort_of(games: int, *, is_fast: bool) -> Effort:
    """Return how much is asked of answers and moves beside so many matches for each question.

    From 1200 matches on it is all that `Effort` offers; without compiled rules a tenth.
    """
    most = Effort() if is_fast else Effort(few=4, many=40, futures=16)
    many = max(1, most.many * min(games, 1200) // 1200)
    return replace(most, few=min(most.few, many), many=many, matches=5 * many)


def _trials(words: Words) -> Trials:
    """Return compiled futures where that can be; else say that less is asked."""
    if not can_compile():
        complain(words.get("gate.plain"))
        return PLAIN
    from coopgame.simulate.trials import CompiledTrials

    with shown_progress() as show:
        ready(_watched(show, words.get("simulate.compiling")))
    return CompiledTrials()


def _watched(show: Progress, what: str) -> Callable[[int, int], None]:
    return seldom(lambda done, of: show(done, of, what))


def _line(verdict: Verdict, words: Words) -> str:
    limits = f"{verdict.least:g}-{verdict.most:g}"
    mark = words.get("gate.holds") if verdict.holds else words.get("gate.fails")
    name = words.get(f"gate.{verdict.gate}", of=verdict.figure.of)
    return f"  {mark:<6} {name:<46} {told(verdict.figure, words).strip()}  ({limits})"
