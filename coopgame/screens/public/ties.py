"""Lines of coordination between lanes, and the marks of pacts with neighbour co-operatives."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.screens.public.chain_map import Map, station_of
from coopgame.screens.public.lane_plan import Lane, neighbours_of, tied_of
from coopgame.screens.public.stations import half_width
from coopgame.ui.chain import tie
from coopgame.ui.layout import Rect

_TIE_STEP = 4.6


@dataclass(frozen=True, slots=True)
class Slot:
    """A vertical line of coordination, or the marker of a neighbour on one lane."""

    x: float
    seats: tuple[int, ...]
    neighbour: int = -1


def tie_slots(it: Map) -> list[Slot]:
    """Give every tie its own place; ties that share no lane may stand under each other."""
    places = _tie_places(it)
    slots: list[Slot] = []
    for seats in _one_a_group(it, tied_of(it.snapshot)):
        slots.append(Slot(_free_place(it, places, slots, seats), seats))
    for lane in it.plan.lanes:
        for neighbour in neighbours_of(it.snapshot, lane.seat)[:2]:
            x = _free_place(it, places, slots, (lane.seat,))
            slots.append(Slot(x, (lane.seat,), neighbour))
    return slots


def _one_a_group(it: Map, lines: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Keep one line between the same groups, the shortest: a pact holds for all their districts."""
    shortest: dict[frozenset[int], tuple[int, ...]] = {}
    for seats in lines:
        groups = frozenset(it.snapshot.cooperatives[seat].group for seat in seats)
        known = shortest.get(groups)
        if known is None or _reach(it, seats) < _reach(it, known):
            shortest[groups] = seats
    return list(shortest.values())


def _reach(it: Map, seats: Sequence[int]) -> float:
    tops = [it.plan.lane(seat).top for seat in seats]
    return max(tops) - min(tops)


def _tie_places(it: Map) -> list[float]:
    """Return where ties may stand, best first: clear of the names, then between the stations."""
    u, columns = it.sheet.u, it.plan.columns
    edge, stations = columns.edges[1], columns.stations
    between = [(stations[k] + stations[k + 1]) / 2 for k in range(1, len(stations) - 1)]
    left = [edge - (2.6 + _TIE_STEP * k) * u for k in range(1, 4)]
    return [edge - 2.6 * u, edge + 2.2 * u, *between, *left]


def _free_place(
    it: Map, places: Sequence[float], slots: Sequence[Slot], seats: Sequence[int]
) -> float:
    u = it.sheet.u
    if any(len(it.plan.group_of(seat)) > 1 for seat in seats):
        # A merged ribbon bends away after the first column: its ties stay before the bend.
        places = [x for x in places if x < it.plan.columns.edges[1] - 2 * u]
    for x in places:
        others = [slot for slot in slots if slot.x == x]
        if _is_on_station(it, x, seats):
            continue
        if not any(_share_lanes(it, slot.seats, seats) for slot in others):
            return x
    return places[-1]


def _is_on_station(it: Map, x: float, seats: Sequence[int]) -> bool:
    """Tell whether a stop at x would lie on a station of one of its own lanes."""
    for seat in seats:
        first = 0 if it.snapshot.cooperatives[seat].home else 1
        for stage in range(first, len(it.snapshot.chain)):
            station = station_of(it, (seat,), stage, (0, 0))
            if abs(x - station.cx) < half_width(it.sheet, station) + 0.9 * it.sheet.u:
                return True
    return False


def tie_rects(it: Map, slots: Sequence[Slot]) -> list[Rect]:
    """Return the places that ties take, so that no words lie on them."""
    u, found = it.sheet.u, []
    for slot in slots:
        stops = [it.plan.lane(seat).ribbon for seat in slot.seats]
        top, bottom = min(stops) - u, max(stops) + u
        found.append(Rect(slot.x - 2.2 * u, top, 4.4 * u, bottom - top))
    return found


def _share_lanes(it: Map, one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether two ties reach over a common lane."""
    first = [it.plan.lane(seat).top for seat in one]
    second = [it.plan.lane(seat).top for seat in other]
    return max(min(first), min(second)) <= min(max(first), max(second))


def crosses(it: Map, slot: Slot, lane: Lane) -> bool:
    """Tell whether a tie reaches over a lane."""
    tops = [it.plan.lane(seat).top for seat in slot.seats]
    return min(tops) <= lane.top <= max(tops)


def draw_ties(it: Map, slots: Sequence[Slot]) -> None:
    """Draw every tie over the ribbons; ribbons that take no part keep a gap."""
    for slot in slots:
        if slot.neighbour >= 0:
            _neighbour_mark(it, slot)
            continue
        lanes = sorted((it.plan.lane(seat) for seat in slot.seats), key=lambda lane: lane.top)
        stops = [lane.ribbon for lane in lanes]
        gaps = [
            (y - it.width(seat) / 2 - 0.7 * it.sheet.u, y + it.width(seat) / 2 + 0.7 * it.sheet.u)
            for seat, y in ((lane.seat, lane.ribbon) for lane in it.plan.lanes)
            if stops[0] < y < stops[-1] and seat not in slot.seats
        ]
        tie(it.sheet, slot.x, stops, gaps=gaps)


def _neighbour_mark(it: Map, slot: Slot) -> None:
    """Mark a pact with a neighbour co-operative: a small neutral disc on the ribbon."""
    sheet, u, theme = it.sheet, it.sheet.u, it.sheet.theme
    y = it.plan.lane(slot.seats[0]).ribbon
    sheet.disc(slot.x, y, 2.55 * u, fill=theme.well)
    dash = (0.5 * u, 0.6 * u)
    sheet.disc(
        slot.x,
        y,
        2.2 * u,
        fill=theme.raised,
        outline=theme.text_1,
        outline_width=0.3 * u,
        dash=dash,
    )
    sheet.icon("coop", slot.x, y, 3.2 * u)
