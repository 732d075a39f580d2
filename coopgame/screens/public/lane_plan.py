"""Where everything of the metro map stands: columns, lanes, hulls and ties. Draws nothing.

Lanes keep the order of the seats, but merged and tied co-operatives lie next to each other.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.rules.snapshot import HoldView, Snapshot
from coopgame.ui.layout import Rect
from coopgame.ui.sheet import Sheet

HEADS = 18.9
"""Axis of the stage arrows, in percent of the height."""
RIBBON, LABEL = 4.0, 8.35
"""The two axes of a lane, from its top, in percent of the height."""
TALLEST, LOWEST = 10.2, 9.4
_WIDE = {3: (0.25, 0.69), 4: (0.205, 0.69), 5: (0.18, 0.69), 6: (0.165, 0.69)}
_NARROW = {3: (0.31, 0.725), 4: (0.26, 0.725), 5: (0.235, 0.725), 6: (0.21, 0.725)}


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges of the stages (and the end of the last), station middles, meter middles."""

    edges: tuple[float, ...]
    stations: tuple[float, ...]
    meters: tuple[float, float, float]
    meter_width: float


@dataclass(frozen=True, slots=True)
class Lane:
    """The lane of one co-operative."""

    seat: int
    top: float
    height: float
    u: float

    @property
    def ribbon(self) -> float:
        """The axis of the ribbon."""
        return self.top + RIBBON * self.u

    @property
    def label(self) -> float:
        """The axis of names and labels."""
        return self.top + LABEL * self.u

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole map, in pixels."""

    columns: Columns
    lanes: tuple[Lane, ...]
    """From top to bottom."""
    groups: tuple[tuple[int, ...], ...]
    """Seats of each merged group."""

    def lane(self, seat: int) -> Lane:
        """Return the lane of a seat."""
        return next(lane for lane in self.lanes if lane.seat == seat)

    def group_of(self, seat: int) -> tuple[int, ...]:
        """Return the merged group of a seat; the seat alone when there is none."""
        return next((group for group in self.groups if seat in group), (seat,))

    @property
    def bottom(self) -> float:
        """The lower edge of the last lane."""
        return self.lanes[-1].bottom

    def hull(self, group: Sequence[int], sheet: Sheet) -> Rect:
        """Return the outline around a merged group."""
        lanes = [self.lane(seat) for seat in group]
        top, bottom = min(it.top for it in lanes), max(it.bottom for it in lanes)
        x, u = sheet.M / 2, sheet.u
        return Rect(x, top - 0.1 * u, self.columns.edges[-1] - x + 0.4 * u, bottom - top + 0.2 * u)


def columns_of(sheet: Sheet, count: int) -> Columns:
    """Spread `count` stages (3 to 6) and the three meters over the width."""
    x, width, u = sheet.M, sheet.U, sheet.u
    edges = tuple(x + width * part for part in _parts(count, is_wide=sheet.wide))
    middles = [(a + b) / 2 for a, b in itertools.pairwise(edges)]
    stations = tuple(m + (u if place else 0) for place, m in enumerate(middles))
    start = x + width * (0.703 if sheet.wide else 0.735)
    each = (x + width - start) / 3
    meters = (start + each / 2, start + each * 1.5, start + each * 2.5)
    return Columns(edges, stations, meters, min(12.6 * u, each * 0.78))


def _parts(count: int, *, is_wide: bool) -> list[float]:
    if count == 4:
        if is_wide:
            return [0, 0.205, 0.37, 0.525, 0.69]
        return [0, 0.26, 0.44, 0.595, 0.725]
    first, end = (_WIDE if is_wide else _NARROW)[min(6, max(3, count))]
    step = (end - first) / (count - 1)
    return [0.0, *(first + step * place for place in range(count))]


def plan_of(sheet: Sheet, snapshot: Snapshot, floor: float) -> Plan:
    """Lay out the map above `floor` (pixels): lanes keep their height, gaps and then lanes shrink."""
    order, groups = order_of(snapshot), groups_of(snapshot)
    u, many = sheet.u, len(order) >= 6
    top = (23.2 if many else 23.6) * u
    gaps = _gaps(order, groups, (1.2, 0.8) if many else (1.7, 1.0))
    tallest = (9.9 if many else TALLEST) * u
    room = floor - 0.7 * u - top - sum(gaps) * u
    height = max(LOWEST * u, min(tallest, room / len(order)))
    squeeze = 1.0
    if height == LOWEST * u and sum(gaps) > 0:
        left = floor - 0.7 * u - top - height * len(order)
        squeeze = max(0.0, min(1.0, left / (sum(gaps) * u)))
    lanes, y = [], top
    for seat, gap in zip(order, gaps, strict=True):
        y += gap * squeeze * u
        lanes.append(Lane(seat, y, height, u))
        y += height
    return Plan(columns_of(sheet, len(snapshot.chain)), tuple(lanes), groups)


def _gaps(
    order: Sequence[int], groups: Sequence[Sequence[int]], sizes: tuple[float, float]
) -> list[float]:
    """Return the extra room above each lane: before a hull, and after one."""
    before, after = sizes
    where = {seat: place for place, group in enumerate(groups) for seat in group}
    gaps = [0.0]
    for above, below in itertools.pairwise(order):
        same = where.get(above, -1) == where.get(below, -2)
        gap = 0.0
        if not same and below in where:
            gap = before
        elif not same and above in where:
            gap = after
        gaps.append(gap)
    return gaps


def groups_of(snapshot: Snapshot) -> tuple[tuple[int, ...], ...]:
    """Return the seats of every merged group, in order."""
    leads = dict.fromkeys(one.group for one in snapshot.cooperatives)
    groups = (snapshot.group_of(lead) for lead in leads)
    return tuple(group for group in groups if len(group) > 1)


def order_of(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the seats from top to bottom: groups together, tied ones next to them where it goes."""
    left = [one.seat for one in snapshot.cooperatives]
    order: list[int] = []
    while left:
        block = snapshot.group_of(left[0])
        while block:
            order.extend(block)
            left = [seat for seat in left if seat not in block]
            block = _next_tied(snapshot, block, left)
    return tuple(order)


def _next_tied(snapshot: Snapshot, block: Sequence[int], left: Sequence[int]) -> tuple[int, ...]:
    for seat in left:
        if any({seat, other} in pairs_of(snapshot) for other in block):
            return snapshot.group_of(seat)
    return ()


def pairs_of(snapshot: Snapshot) -> list[set[int]]:
    """Return the pairs of seats that coordinate."""
    return [{it.seat, it.other.number} for it in snapshot.pacts if it.other.kind == "seat"]


def tied_of(snapshot: Snapshot) -> list[tuple[int, ...]]:
    """Return who coordinates as one line: all pairs among them have a pact; largest lines first."""
    pairs = pairs_of(snapshot)
    found: list[set[int]] = []
    for pair in pairs:
        home = next((it for it in found if _all_tied(it | pair, pairs)), None)
        if home is None:
            found.append(set(pair))
        else:
            home |= pair
    lines = [it for it in found if not any(it < other for other in found)]
    return [tuple(sorted(it)) for it in lines]


def _all_tied(seats: set[int], pairs: Sequence[set[int]]) -> bool:
    return all({a, b} in pairs for a in seats for b in seats if a < b)


def neighbours_of(snapshot: Snapshot, seat: int) -> tuple[int, ...]:
    """Return the neighbour co-operatives that a seat coordinates with."""
    return tuple(
        it.other.number for it in snapshot.pacts if it.seat == seat and it.other.kind == "neighbour"
    )


def same_hold(one: HoldView, other: HoldView) -> bool:
    """Tell whether two stations look the same."""
    return one.holding == other.holding and one.partner == other.partner


def joins_at(snapshot: Snapshot, group: Sequence[int]) -> int:
    """Return from which stage on a merged group runs as one bundle; the stage count when never."""
    stages = len(snapshot.chain)
    members = [snapshot.cooperatives[seat] for seat in group]
    start = stages
    for stage in reversed(range(1, stages)):
        holds = [one.holds[stage] for one in members]
        if not all(same_hold(holds[0], hold) for hold in holds):
            break
        start = stage
    return start


def joint_contracts(snapshot: Snapshot, order: Sequence[int]) -> dict[tuple[int, int], int]:
    """Return (upper seat, stage) -> lower seat for two tied neighbours with one partner.

    They must lie next to each other, outside groups, with equally many rounds left.
    """
    pairs = pairs_of(snapshot)
    found: dict[tuple[int, int], int] = {}
    for above, below in itertools.pairwise(order):
        if {above, below} not in pairs:
            continue
        for stage in range(len(snapshot.chain)):
            one = snapshot.cooperatives[above].holds[stage]
            other = snapshot.cooperatives[below].holds[stage]
            taken = any(found.get((seat, stage)) == above for seat in order)
            if _is_joint(one, other) and not taken and _alone(snapshot, above, below):
                found[above, stage] = below
    return found


def _is_joint(one: HoldView, other: HoldView) -> bool:
    return (
        one.holding == "contract" and same_hold(one, other) and one.rounds_left == other.rounds_left
    )


def _alone(snapshot: Snapshot, *seats: int) -> bool:
    return all(len(snapshot.group_of(seat)) == 1 for seat in seats)
