"""Shared ways of weighing options: what a sound board looks at, in points.

About ten points make a good reason. A character adds its own leanings; every point keeps
the word key of its reason, and the heaviest reason becomes the sentence that people read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from coopgame.bots.bot import Chance, Choice
from coopgame.rules.questions import Option, Party, Question
from coopgame.rules.snapshot import CooperativeView, Snapshot

NOISE: Final = 3
"""Points of whim: enough to break ties, too few to beat a reason."""


@dataclass(frozen=True, slots=True)
class Point:
    """One reason and what it weighs; negative speaks against."""

    why: str
    weight: int

    @property
    def why_not(self) -> str:
        """Return the word key that says this reason as one against."""
        return f"why_not.{self.why.removeprefix('why.')}"


Points = tuple[Point, ...]
Weigh = Callable[[Option], Iterable[Point]]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a seat sees, with the few facts that every character asks for."""

    snapshot: Snapshot
    seat: int

    @property
    def own(self) -> CooperativeView:
        """Return the seat's own co-operative."""
        return self.snapshot.cooperatives[self.seat]

    @property
    def open_goals(self) -> frozenset[str]:
        """Return the goals of its mission that are not met yet."""
        return frozenset(goal.goal for goal in self.own.mission or () if not goal.is_met)

    @property
    def boom(self) -> int:
        """Return how far the price index stands above normal; below is negative."""
        return self.snapshot.market.index - 100

    def wants(self, goal: str, points: int) -> int:
        """Return `points` when the mission still asks for this goal, else 0."""
        return points if goal in self.open_goals else 0

    def tie(self, party: Party | None) -> int:
        """Return how far the seat believes a party, 0..100; 45 for nobody in particular."""
        if party is None:
            return 45
        ties = {
            "seat": self.own.tie_to,
            "partner": self.own.partner_ties,
            "neighbour": self.own.neighbour_ties,
        }[party.kind]
        return ties[party.number]

    def willing(self, party: Party | None, asks: int) -> int | None:
        """Return a guess, in per cent, that another seat says yes; None for anybody else.

        It follows from how far that seat believes ours; `asks` is the tie of an even guess.
        """
        if party is None or party.kind != "seat":
            return None
        believed = self.snapshot.cooperatives[party.number].tie_to[self.seat]
        return max(10, min(90, 50 + 5 * (believed - asks)))

    def pact_count(self) -> int:
        """Return how many pacts the seat stands in."""
        return sum(
            1
            for pact in self.snapshot.pacts
            if pact.seat == self.seat or pact.other == Party("seat", self.seat)
        )

    def has_pact_with(self, party: Party | None) -> bool:
        """Tell whether the seat coordinates with this party."""
        own = Party("seat", self.seat)
        return any(
            (pact.seat == self.seat and pact.other == party)
            or (party == Party("seat", pact.seat) and pact.other == own)
            for pact in self.snapshot.pacts
        )

    def has_contract_with(self, party: Party | None) -> bool:
        """Tell whether a stage is held by contract with this party."""
        return any(hold.partner == party for hold in self.own.holds if hold.partner is not None)

    def meter_weights(self) -> tuple[int, int, int]:
        """Return what one arrow on trust, price control and autonomy is worth now."""
        names = ("trust", "price_control", "autonomy")
        levels = zip(names, self.own.meters, strict=True)
        weights = [3 + max(0, min(4, (50 - m) // 8)) + self.wants(name, 3) for name, m in levels]
        return (weights[0], weights[1], weights[2])


def best(question: Question, weigh: Weigh, chance: Chance) -> Choice:
    """Return the open option with most points; whims decide between near equals."""
    found: list[tuple[int, str, str]] = []
    for nth, option in enumerate(question.options):
        if option.is_open:
            points = tuple(weigh(option))
            total = sum(point.weight for point in points) * 4 + chance.draw(4 * NOISE, nth)
            found.append((total, option.id, _main_reason(points)))
    if len(found) == 1:
        return Choice(found[0][1], "why.only_way")
    _, option_id, why = max(found, key=lambda each: each[0])
    return Choice(option_id, why)


def _main_reason(points: Points) -> str:
    speaking = [point for point in points if point.weight > 0]
    if not speaking:
        return "why.least_harm"
    return max(speaking, key=lambda point: point.weight).why


def arrows(option: Option, outlook: Outlook, unknown: int) -> Points:
    """Weigh which meters an option presses; `unknown` is what not knowing is worth."""
    presses = option.presses
    weights = outlook.meter_weights()
    named = (
        ("why.trust", presses.trust, weights[0]),
        ("why.price", presses.price_control, weights[1]),
        ("why.autonomy", presses.autonomy, weights[2]),
    )
    return tuple(Point(why, unknown if a is None else a * weight) for why, a, weight in named)


def purse(option: Option, outlook: Outlook, thrift: int) -> Points:
    """Weigh the coins: `thrift` points for ten coins, and dearly below a reserve of five."""
    if option.cost == 0:
        return ()
    left = outlook.own.capital - option.cost
    short = max(0, 5 - left)
    return (Point("why.money", -(option.cost * thrift // 10) - 2 * short),)


def likely(points: Points, chance: int | None) -> Points:
    """Shrink what speaks for an option to the chance that it goes through at all."""
    if chance is None:
        return points
    share = max(0, chance - 15)
    return tuple(Point(p.why, p.weight * share // 85 if p.weight > 0 else p.weight) for p in points)


def leaning(points: Points, percent: int) -> Points:
    """Let a character like a move more (above 100) or less than a sound board does."""
    if percent == 100:
        return points
    total = sum(point.weight for point in points if point.weight > 0)
    return (*points, Point("why.habit", total * (percent - 100) // 100))
