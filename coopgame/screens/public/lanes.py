"""The metro map of the value chain: one ribbon for each co-operative, stations for its relations.

Draws what the snapshot says; where things stand comes from the lane plan.
"""

from collections.abc import Sequence

from coopgame.rules.snapshot import Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.chain_map import BADGE, Map, station_of, station_x
from coopgame.screens.public.lane_plan import (
    Lane,
    Plan,
    joins_at,
    joint_contracts,
    same_hold,
)
from coopgame.screens.public.stations import (
    Station,
    draw_station,
    half_height,
    half_width,
    letters_of,
)
from coopgame.screens.public.ties import Slot, crosses, draw_ties, tie_rects, tie_slots
from coopgame.screens.public.words_of import (
    fitting,
    group_name,
    hold_labels,
    meters_now,
    meters_then,
)
from coopgame.ui.badges import badge, lock_mark
from coopgame.ui.chain import dotted, hull, name_pill, ribbon
from coopgame.ui.layout import Rect
from coopgame.ui.meters import Meter, meter
from coopgame.ui.nodes import Point
from coopgame.ui.sheet import Sheet, bend

_BUNDLE = 6.0
"""Greatest height of the ribbons of a group together, in percent of the height."""


def draw_lanes(sheet: Sheet, look: Look, snapshot: Snapshot, plan: Plan) -> None:
    """Draw bands, hulls, ribbons, ties, stations, badges, names and meters."""
    it = Map(sheet, look, snapshot, plan)
    _grounds(it)
    slots = tie_slots(it)
    stations = _ribbons(it)
    draw_ties(it, slots)
    for station in stations:
        draw_station(sheet, look, snapshot, station)
    for lane in plan.lanes:
        _owner(it, lane, slots)
        _meters(it, lane)
    _hull_names(it)
    it.taken += tie_rects(it, slots)
    _labels(it, stations)


def _grounds(it: Map) -> None:
    sheet, theme = it.sheet, it.sheet.theme
    x, w, g = sheet.M / 2, sheet.W - sheet.M, 0.45 * sheet.u
    blocks = {it.plan.group_of(lane.seat) for lane in it.plan.lanes}
    for block in blocks:
        lanes = [it.plan.lane(seat) for seat in block]
        top, bottom = min(n.top for n in lanes), max(n.bottom for n in lanes)
        sheet.box(x, top + g / 2, w, bottom - top - g, fill=theme.band, radius=1.6 * sheet.u)
    for group in it.plan.groups:
        hull(sheet, it.plan.hull(group, sheet))


# Ribbons and stations ------------------------------------------------------------


def _ribbons(it: Map) -> list[Station]:
    """Draw every ribbon; return the stations that stand on them."""
    joint = joint_contracts(it.snapshot, [lane.seat for lane in it.plan.lanes])
    covered = {(below, stage) for (_, stage), below in joint.items()}
    stations: list[Station] = []
    for lane in it.plan.lanes:
        group = it.plan.group_of(lane.seat)
        last = joins_at(it.snapshot, group) if len(group) > 1 else len(it.snapshot.chain)
        found = _lane_stations(it, lane, last, joint)
        _single(it, lane, found)
        stations += [s for n, s in found if (lane.seat, n) not in covered]
    for group in it.plan.groups:
        stations += _bundle(it, group)
    return stations


def _lane_stations(
    it: Map, lane: Lane, last: int, joint: dict[tuple[int, int], int]
) -> list[tuple[int, Station]]:
    home = it.snapshot.cooperatives[lane.seat].home
    partners = {(below, stage): above for (above, stage), below in joint.items()}
    found = []
    for stage in range(0 if home else 1, last):
        below = joint.get((lane.seat, stage))
        other = below if below is not None else partners.get((lane.seat, stage))
        cy, tall = lane.ribbon, 0.0
        if other is not None:
            twin = it.plan.lane(other)
            cy, tall = (lane.ribbon + twin.ribbon) / 2, abs(twin.ribbon - lane.ribbon)
            tall += 6.4 * it.sheet.u
        found.append((stage, station_of(it, (lane.seat,), stage, (cy, tall))))
    return found


def _single(it: Map, lane: Lane, stations: Sequence[tuple[int, Station]]) -> None:
    """Draw the lane of one co-operative from its badge over its stations."""
    letter, width, u = it.look.letter(lane.seat), it.width(lane.seat), it.sheet.u
    centre, edge = it.badge_x, it.badge_x + (BADGE + 1.0) * u
    for _, station in stations:
        half = half_width(it.sheet, station)
        if station.is_solid:
            ribbon(it.sheet, [(centre, lane.ribbon), (station.cx, lane.ribbon)], letter, width)
        else:
            left, right = edge + 0.3 * u, station.cx - half - 0.4 * u
            dotted(it.sheet, left, right, lane.ribbon, (letter, width))
        centre, edge = station.cx, station.cx + half


def _bundle(it: Map, group: Sequence[int]) -> list[Station]:
    """Bend the ribbons of a merged group together and draw them on as one; return its stations."""
    start, stages = joins_at(it.snapshot, group), len(it.snapshot.chain)
    if start >= stages:
        return []
    lanes = [it.plan.lane(seat) for seat in group]
    middle = sum(lane.ribbon for lane in lanes) / len(lanes)
    ys = _stacked(it, group, middle)
    bent = [_bend(it, lane, start, y) for lane, y in zip(lanes, ys, strict=True)]
    stations = [station_of(it, group, stage, (middle, 0)) for stage in range(start, stages)]
    edge = max(x for x, _ in bent)
    for number, station in enumerate(stations):
        half = half_width(it.sheet, station)
        for seat, (x, y) in zip(group, zip([edge] * len(group), ys, strict=True), strict=True):
            left = x if number == 0 else stations[number - 1].cx
            way = (left if station.is_solid else edge, station, half)
            _bundled(it, seat, way, (y, _thin(it, group)))
        edge = station.cx + half
    return stations


def _thin(it: Map, group: Sequence[int]) -> float:
    """Return by how much the ribbons of a large group are thinned, so that they stay on its token."""
    whole = sum(it.width(seat) for seat in group) + 0.24 * it.sheet.u * (len(group) - 1)
    return min(1.0, _BUNDLE * it.sheet.u / whole)


def _stacked(it: Map, group: Sequence[int], middle: float) -> list[float]:
    widths = [it.width(seat) * _thin(it, group) for seat in group]
    gap = 0.24 * it.sheet.u
    y = middle - (sum(widths) + gap * (len(group) - 1)) / 2
    ys = []
    for width in widths:
        ys.append(y + width / 2)
        y += width + gap
    return ys


def _bundled(
    it: Map, seat: int, way: tuple[float, Station, float], at: tuple[float, float]
) -> None:
    left, station, half = way
    y, thin = at
    u, letter, width = it.sheet.u, it.look.letter(seat), it.width(seat) * thin
    if station.is_solid:
        ribbon(it.sheet, [(left, y), (station.cx, y)], letter, width)
    else:
        dotted(it.sheet, left + 0.4 * u, station.cx - half - 0.4 * u, y, (letter, width * 0.8))


def _bend(it: Map, lane: Lane, start: int, y: float) -> Point:
    """Draw the ribbon of one member up to the bundle; give where it arrives."""
    u, edge = it.sheet.u, it.plan.columns.edges[start]
    x, x1, x2 = it.badge_x, edge - 1.5 * u, edge + 4.6 * u
    first = 0 if it.snapshot.cooperatives[lane.seat].home else 1
    if start > first:
        x = station_x(it, start - 1)
        before = station_of(it, (lane.seat,), start - 1, (lane.ribbon, 0))
        x1 = max(x1, x + half_width(it.sheet, before) + 0.3 * u)
    middle = (x1 + x2) / 2
    curve = bend((x1, lane.ribbon), (middle, lane.ribbon), (middle, y), (x2, y))
    points = [(x, lane.ribbon), (x1, lane.ribbon), *curve[1:]]
    ribbon(it.sheet, points, it.look.letter(lane.seat), it.width(lane.seat))
    return (x2, y)


# Words ---------------------------------------------------------------------------


def _owner(it: Map, lane: Lane, slots: Sequence[Slot]) -> None:
    """Draw badge, lock and name of a lane."""
    sheet, u, one = it.sheet, it.sheet.u, it.snapshot.cooperatives[lane.seat]
    essential = sheet.size("essential")
    badge(
        sheet, it.look.letter(lane.seat), it.badge_x, lane.ribbon + 0.35 * u, BADGE * u,
        size=essential,
    )  # fmt: skip
    if one.has_locked:
        lock_mark(sheet, it.badge_x + BADGE * 0.86 * u, lane.ribbon + BADGE * 0.98 * u, 1.5 * u)
    x = it.badge_x + (BADGE + (2.6 if one.has_locked else 1.3)) * u
    room = _name_end(it, lane, slots) - x
    size = sheet.size("support")
    full = it.look.cooperative(lane.seat)
    name = fitting(sheet, (full, full.split(" ")[0]), room, size, 600)
    y = lane.label - 0.15 * u
    width = sheet.text(x, y, name, size=size, weight=600) if name else 0
    it.taken.append(Rect(x - u, y - 1.4 * u, width + 2 * u, 2.8 * u))


def _name_end(it: Map, lane: Lane, slots: Sequence[Slot]) -> float:
    """Return where a name must stop: before the next tie, or before the second station."""
    u = it.sheet.u
    ends = [it.plan.columns.stations[1] - 9 * u]
    for slot in slots:
        lowest = max(it.plan.lane(seat).top for seat in slot.seats)
        if slot.neighbour < 0 and crosses(it, slot, lane) and lane.top < lowest:
            ends.append(slot.x - 2.3 * u)
    return min(ends)


def _meters(it: Map, lane: Lane) -> None:
    one = it.snapshot.cooperatives[lane.seat]
    axes = (lane.ribbon - 0.4 * it.sheet.u, lane.label - 0.5 * it.sheet.u)
    columns = it.plan.columns
    for x, now, then in zip(
        columns.meters, meters_now(one), meters_then(it.snapshot, one), strict=True
    ):
        meter(it.sheet, x, axes, columns.meter_width, Meter(now, then))


def _hull_names(it: Map) -> None:
    """Write the name of every merged group on a pill inside its hull."""
    sheet, u = it.sheet, it.sheet.u
    for group in it.plan.groups:
        room = _pill_room(it, group)
        full = group_name(it.look, it.snapshot, group)
        size = sheet.size("support")
        name = fitting(sheet, (full, full.split(" ")[0]), room, size, 700)
        name = name or "+".join(letters_of(it.look, group))
        width = sheet.text_width(name, size, 700) + 6.6 * u
        x, y = _pill_place(it, group, width)
        name_pill(sheet, x, y, name)
        it.taken.append(Rect(x - 0.6 * u, y - 2.6 * u, width + 1.2 * u, 5.2 * u))


def _pill_room(it: Map, group: Sequence[int]) -> float:
    """Return how wide a name on a pill may be: it stays clear of stations before the bundle."""
    u, edges = it.sheet.u, it.plan.columns.edges
    start = joins_at(it.snapshot, group)
    if start >= len(it.snapshot.chain):
        return edges[-1] - edges[1] - 8 * u
    last_apart = (edges[start - 1] + edges[start]) / 2
    return edges[-1] - max(edges[1], last_apart + 5.8 * u) - 8 * u


def _pill_place(it: Map, group: Sequence[int], width: float) -> Point:
    u, columns = it.sheet.u, it.plan.columns
    lanes = sorted((it.plan.lane(seat) for seat in group), key=lambda lane: lane.top)
    start = joins_at(it.snapshot, group)
    last = columns.edges[-1] - width - 1.2 * u
    if start >= len(it.snapshot.chain):
        return last, (lanes[0].ribbon + lanes[1].ribbon) / 2
    middle = sum(lane.ribbon for lane in lanes) / len(lanes)
    stations = [
        station_of(it, group, stage, (middle, 0)) for stage in range(start, len(it.snapshot.chain))
    ]
    x, crowded = _clear_of_labels(it, stations, width)
    highest = max(half_height(it.sheet, station) for station in stations)
    y = middle + max(6.0 * u, highest + 3.0 * u)
    below = y + 4.8 * u
    return x, below if crowded and below + 2.5 * u <= lanes[-1].bottom else y


def _clear_of_labels(it: Map, stations: Sequence[Station], width: float) -> tuple[float, bool]:
    """Return where a pill covers the fewest labels, and whether it still covers one."""
    u, edges = it.sheet.u, it.plan.columns.edges
    last = edges[-1] - width - 1.2 * u
    words = [s.cx for s in stations if s.hold.holding != "market"]
    # In the first column of the bundle the ribbons still bend together.
    starts = [edge + 0.4 * u for edge in edges[-len(stations) :]]
    starts.append(edges[-len(stations) - 1] + 5.6 * u)
    places = [min(x, last) for x in starts]
    counts = [sum(x - 8 * u < cx < x + width + 8 * u for cx in words) for x in places]
    best = min(range(len(places)), key=lambda n: (counts[n], n))
    return places[best], counts[best] > 0


def _labels(it: Map, stations: Sequence[Station]) -> None:
    """Write under each station what it is; of a run of spot stations only the first says so."""
    for number, station in enumerate(stations):
        before = stations[number - 1] if number else None
        if station.tall or _says_the_same(before, station):
            continue
        _label(it, station)


def _says_the_same(before: Station | None, station: Station) -> bool:
    return (
        before is not None
        and before.letters == station.letters
        and station.hold.holding == "market"
        and same_hold(before.hold, station.hold)
    )


def _label(it: Map, station: Station) -> None:
    sheet, u = it.sheet, it.sheet.u
    is_spot = station.hold.holding == "market"
    weight = 400 if is_spot else 600
    size = sheet.size("support")
    for text in hold_labels(it.look, station.hold, station.stage):
        width = sheet.text_width(text, size, weight)
        for y in _label_places(it, station):
            rect = Rect(station.cx - width / 2 - 0.4 * u, y - 1.2 * u, width + 0.8 * u, 2.4 * u)
            right = it.plan.columns.edges[-1] + 0.6 * u
            if text and rect.right < right and width <= station.column * 1.12 and it.take(rect):
                colour = sheet.theme.text_2 if is_spot else sheet.theme.text_1
                sheet.text(
                    station.cx, y, text, size=size, weight=weight, colour=colour, anchor="middle"
                )
                return


def _label_places(it: Map, station: Station) -> tuple[float, ...]:
    u = it.sheet.u
    if len(station.letters) == 1:
        seat = next(s for s in range(6) if it.look.letter(s) == station.letters[0])
        return (it.plan.lane(seat).label - 0.1 * u,)
    half = half_height(it.sheet, station)
    above, below = station.cy - half - 2.2 * u, station.cy + half + 2.6 * u
    return (above, below) if station.hold.holding == "market" else (below,)
