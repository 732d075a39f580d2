"""The key moments of a match: rounds in which a meter moved most, with their largest cause.

Counts only; it judges nobody and draws nothing.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coopgame.rules.naming import MOVES
from coopgame.rules.snapshot import Change, CooperativeView, Snapshot
from coopgame.screens.public.reasons import by_cause, rows_of
from coopgame.screens.public.words_of import METER_NAMES

MOST = 6
PER_PAGE = 3
SMALLEST = 4
"""Points; what moved less is no moment."""

FROM_CARD = ("card_option", "card_refused", "card_threshold")
"""Causes that come from answering the card of the same round."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One round in which one meter of one co-operative moved much."""

    round: int
    seat: int
    meter: int
    before: int
    after: int
    cause: str
    card: str | None = None
    """Id of the event card, when answering it was the largest cause."""

    @property
    def moved(self) -> int:
        """Return by how much."""
        return self.after - self.before


def moments_of(snapshot: Snapshot, changes: Sequence[Change]) -> tuple[Moment, ...]:
    """Return up to six moments in the order of the rounds, at most two of one co-operative."""
    found = [
        _with_card(it, snapshot) for one in snapshot.cooperatives for it in _of_one(one, changes)
    ]
    found.sort(key=lambda it: (-abs(it.moved), it.round, it.seat, it.meter))
    chosen: list[Moment] = []
    for it in found:
        same_seat = [other for other in chosen if other.seat == it.seat]
        same_round = any(other.round == it.round for other in same_seat)
        if len(same_seat) < 2 and not same_round and len(chosen) < MOST:
            chosen.append(it)
    return tuple(sorted(chosen, key=lambda it: (it.round, it.seat)))


def _with_card(it: Moment, snapshot: Snapshot) -> Moment:
    if it.cause not in FROM_CARD or it.round > len(snapshot.dealt):
        return it
    return replace(it, card=snapshot.dealt[it.round - 1])


def _of_one(one: CooperativeView, changes: Sequence[Change]) -> list[Moment]:
    found = []
    for place, meter in enumerate(METER_NAMES):
        course = course_of(one, changes, place)
        for number, (before, after) in enumerate(itertools.pairwise(course), start=1):
            if abs(after - before) >= SMALLEST:
                cause = _cause(changes, meter, one.seat, (number, after - before))
                found.append(Moment(number, one.seat, place, before, after, cause))
    return found


def course_of(one: CooperativeView, changes: Sequence[Change], place: int) -> tuple[int, ...]:
    """Return a meter from the start of the match to the end: one value more than rounds."""
    history = [meters[place] for meters in one.meter_history]
    if not history:
        return (one.meters[place],)
    first = rows_of(changes, kind=METER_NAMES[place], seat=one.seat, number=1)
    return (history[0] - sum(row.amount for row in first), *history)


def _cause(changes: Sequence[Change], meter: str, seat: int, when: tuple[int, int]) -> str:
    number, moved = when
    found = by_cause(rows_of(changes, kind=meter, seat=seat, number=number))
    same_way = [it for it in found if (it.amount > 0) == (moved > 0)]
    return same_way[0].cause if same_way else "none"


def moves_of(changes: Sequence[Change], seat: int) -> dict[int, str]:
    """Return round -> the move that a seat really made; `hold` when it had become impossible."""
    found: dict[int, str] = {}
    for row in changes:
        if row.kind == "move" and row.who == seat:
            held = row.cause == "held_instead"
            found[row.round] = "hold" if held else MOVES[row.detail]
    return found


def merged_in(changes: Sequence[Change], group: Sequence[int]) -> int:
    """Return the round in which a group became as it is now."""
    rounds = [
        row.round
        for row in changes
        if row.kind == "group" and row.who in group and row.cause == "merger_passed"
    ]
    return max(rounds, default=1)


def pacts_made(changes: Sequence[Change]) -> tuple[tuple[int, int, int], ...]:
    """Return (round, seat, seat) of every pact between two seats."""
    return tuple(
        (row.round, row.who, row.by.number)
        for row in changes
        if row.kind == "pact"
        and row.after
        and row.who is not None
        and row.by is not None
        and row.by.kind == "seat"
    )
