"""A board: the weighing that four characters share, each with its own leanings.

A character is a `Leanings` value; what a board does with it is the same for all, so two
characters differ only in what they care about.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from coopgame.bots.bot import Chance, Choice
from coopgame.bots.moves import move_points
from coopgame.bots.weighing import (
    Outlook,
    Point,
    Points,
    arrows,
    best,
    leaning,
    likely,
    purse,
)
from coopgame.rules.questions import About, Option, Party, Question
from coopgame.rules.snapshot import Snapshot

_MERGING_TIE: Final = 5
"""Points of tie that a merger asks beyond a pact."""


@dataclass(frozen=True, slots=True)
class Leanings:
    """What a character cares about."""

    moves: Mapping[str, int] = field(default_factory=dict)
    """Liking for each move in per cent of a sound board's; 100 when not named."""
    thrift: int = 6
    """Points that ten coins weigh."""
    unknown: int = 0
    """What an arrow that nobody can know is worth."""
    together: int = 0
    """Points for a card option that needs others to choose the same."""
    asking: int = 0
    """Points for a card option that members or a partner must agree to."""
    trusting: int = 45
    """The tie from which it says yes to coordinating."""
    seats: int = 0
    """Points for turning to another seat rather than a partner or neighbour."""


@dataclass(frozen=True, slots=True)
class Board:
    """A seat played with certain leanings."""

    leanings: Leanings

    def choose(self, question: Question, snapshot: Snapshot, chance: Chance, /) -> Choice:
        """Return the option with most points for this character, and the heaviest reason."""
        outlook = Outlook(snapshot, question.seat)
        if question.about == About.REPLY:
            return self._reply(question, outlook, chance)
        if question.about == About.MOVE:
            return best(question, lambda option: self._move(option, outlook), chance)
        return best(question, lambda option: self._answer(option, outlook), chance)

    def _move(self, option: Option, outlook: Outlook) -> Points:
        points = move_points(option, outlook, thrift=self.leanings.thrift)
        points = leaning(points, self.leanings.moves.get(option.kind, 100))
        if option.party is not None and option.party.kind == "seat":
            return (*points, Point("why.neighbourly", self.leanings.seats))
        return points

    def _answer(self, option: Option, outlook: Outlook) -> Points:
        """Weigh one answer to an event card."""
        leanings = self.leanings
        points = likely(arrows(option, outlook, leanings.unknown), option.chance)
        company = leanings.together if "others" in option.consent else 0
        asked = leanings.asking if {"members", "partner"} & set(option.consent) else 0
        return (
            *points,
            *purse(option, outlook, leanings.thrift),
            Point("why.together", company),
            Point("why.asks", asked),
        )

    def _reply(self, question: Question, outlook: Outlook, chance: Chance) -> Choice:
        """Say yes when the tie and the situation carry the offer."""
        offer = question.offer
        kind = offer.kind if offer is not None else "coordinate"
        points = (*self._for_offer(kind, question.asked_by, outlook), Point("why.habit", 0))
        total = sum(point.weight for point in points)
        if total * 4 + chance.draw(12) - 6 >= 0:
            return Choice("yes", max(points, key=lambda point: point.weight).why)
        return Choice("no", min(points, key=lambda point: point.weight).why_not)

    def _for_offer(self, kind: str, asker: Party | None, outlook: Outlook) -> Points:
        asked = self.leanings.trusting + (_MERGING_TIE if kind == "merge" else 0)
        known = 6 if kind == "merge" and outlook.has_pact_with(asker) else 0
        tie = outlook.tie(asker) - asked + known
        liking = self.leanings.moves.get(kind, 100) - 100
        market = outlook.snapshot.market
        burden = outlook.pact_count() * 4 + outlook.wants("autonomy", 5)
        need = {
            "coordinate": market.pressure // 12 + outlook.wants("price_control", 4),
            "merge": outlook.wants("scale", 9) + (100 - outlook.own.volume) // 12,
            "contract": 4 + outlook.wants("price_control", 4),
        }.get(kind, 0)
        own_burden = 0 if kind == "contract" else burden
        return (
            Point("why.ties", tie),
            Point("why.offer_fits", need + liking // 8),
            Point("why.autonomy", -own_burden),
        )
