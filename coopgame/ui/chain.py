"""Parts of the value chain map: ribbons, dots, blocks, tokens, rings, ties and hulls. No words, no rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coopgame.ui.contrast import ratio
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Colour, Point
from coopgame.ui.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Token:
    """A partner with whom there is a contract. A tall token carries its name inside."""

    icon: str
    rounds: int | None = None
    """Rounds left; none for a contract without an end."""
    name: str = ""
    cooperative: bool = False
    """Round ends and two outlines, instead of square corners and one."""
    last_round: bool = False


def ribbon_width(sheet: Sheet, share: float) -> float:
    """Give the width of a ribbon for a share (0 to 1) of the largest volume."""
    return sheet.u * (0.9 + 2.1 * share)


def ribbon(sheet: Sheet, points: Sequence[Point], letter: str, width: float) -> None:
    """Draw a solid lane: dark casing, cooperative colour, and an edge line where the colour needs one."""
    it = sheet.theme.identity(letter)
    sheet.line(points, sheet.theme.well, width + sheet.u * 0.5, cap="butt")
    if it.edged:
        sheet.line(points, it.edge, width, cap="butt")
        sheet.line(points, it.fill, width - sheet.u * 0.44, cap="butt")
    else:
        sheet.line(points, it.fill, width, cap="butt")


def dotted(sheet: Sheet, x0: float, x1: float, y: float, look: tuple[str, float]) -> None:
    """Draw the spot market: round dots between x0 and x1; `look` is the letter and the ribbon width."""
    letter, width = look
    it = sheet.theme.identity(letter)
    r = max(sheet.u * 0.42, width * 0.32)
    step = r * 3.7
    count = int((x1 - x0 - 2 * r) // step) + 1
    start = x0 + (x1 - x0 - (count - 1) * step) / 2
    for number in range(count):
        x = start + number * step
        if it.edged and not sheet.theme.dark:
            sheet.disc(x, y, r, fill=it.edge)
            sheet.disc(x, y, r - sheet.u * 0.17, fill=it.fill)
        else:
            sheet.disc(x, y, r, fill=it.line)


def own_block(sheet: Sheet, rect: Rect, letters: Sequence[str], icon: str) -> None:
    """Draw a stage that is the cooperative's own; merged cooperatives share it in stripes."""
    theme, u = sheet.theme, sheet.u
    if len(letters) == 1:
        it = theme.identity(letters[0])
        sheet.panel(rect, fill=it.fill, outline=it.edge, outline_width=u * 0.28, radius=u * 1.2)
        colour = theme.on_colour if ratio(theme.on_colour, it.fill) >= 3 else theme.strip_text
        sheet.icon(icon, rect.cx, rect.cy, rect.h * 0.72, colour=colour, stroke=2.2)
        return
    sheet.panel(rect.inset(-u * 0.3), fill=theme.well, radius=u * 0.7)
    for letter, stripe in zip(letters, rect.rows(len(letters)), strict=True):
        sheet.panel(stripe, fill=theme.identity(letter).fill)
    sheet.panel(rect, outline=theme.text_1, outline_width=u * 0.28, radius=u * 0.48)
    sheet.disc(rect.cx, rect.cy, rect.h * 0.41, fill=theme.well)
    sheet.icon(icon, rect.cx, rect.cy, rect.h * 0.53, colour=theme.text_1, stroke=2.2)


def token_shape(sheet: Sheet, rect: Rect, *, cooperative: bool, last_round: bool = False) -> None:
    """Draw the bare token of a partner."""
    theme, u = sheet.theme, sheet.u
    radius = u * 0.5
    if cooperative:
        radius = rect.h / 2 if rect.h < rect.w else u * 2.6
    dash = (u * 0.9, u * 0.7) if last_round else None
    sheet.panel(rect.inset(-u * 0.35), fill=theme.well, radius=radius + u * 0.35)
    sheet.panel(
        rect,
        fill=theme.raised,
        outline=theme.text_1,
        outline_width=u * 0.3,
        radius=radius,
        dash=dash,
    )
    if cooperative:
        inner = u * 0.55
        sheet.panel(
            rect.inset(inner), outline=theme.text_1, outline_width=u * 0.16, radius=radius - inner
        )


def token(sheet: Sheet, rect: Rect, partner: Token) -> None:
    """Draw a partner's token: tall with its name inside, or flat with icon and rounds left."""
    token_shape(sheet, rect, cooperative=partner.cooperative, last_round=partner.last_round)
    if rect.h > sheet.u * 12:
        _tall_token(sheet, rect, partner)
    else:
        _flat_token(sheet, rect, partner)


def rounds_left(sheet: Sheet, cx: float, cy: float, rounds: int, *, size: int = 0) -> None:
    """Draw a clock and the number of rounds left."""
    size = size or sheet.size("support")
    text = str(rounds)
    clock = size * 0.95
    x = cx - (clock + sheet.u * 0.5 + sheet.text_width(text, size, 700)) / 2
    sheet.icon("clock", x + clock / 2, cy, clock, stroke=2.2)
    sheet.text(x + clock + sheet.u * 0.5, cy, text, size=size, weight=700)


def spot_ring(sheet: Sheet, cx: float, cy: float, r: float, letters: Sequence[str]) -> None:
    """Draw an open ring: this stage goes over the spot market; one ring inside the other when shared."""
    theme, stroke = sheet.theme, sheet.u * 0.6
    for number, letter in enumerate(letters):
        it, radius = theme.identity(letter), r - number * sheet.u * 0.85
        edged = it.edged and not theme.dark
        sheet.disc(
            cx,
            cy,
            radius,
            fill=theme.well,
            outline=it.edge if edged else it.line,
            outline_width=stroke,
        )
        if edged:
            sheet.disc(cx, cy, radius, outline=it.fill, outline_width=stroke * 0.5)


def tie(
    sheet: Sheet, x: float, stops: Sequence[float], *, gaps: Sequence[tuple[float, float]] = ()
) -> None:
    """Draw a coordination tie at x: an open stop at each y, dashes in between, an icon in the middle.

    `gaps` are the stretches (from y, to y) of ribbons that take no part; they stay clear.
    """
    u, theme = sheet.u, sheet.theme
    for top, bottom in pairwise(stops):
        for start, end in _without(top + u * 0.95, bottom - u * 0.95, gaps):
            sheet.line([(x, start), (x, end)], theme.text_1, 0.5 * u, dash=(0.5 * u, 0.75 * u))
    for y in stops:
        sheet.disc(x, y, 0.95 * u, fill=theme.well, outline=theme.text_1, outline_width=0.4 * u)
    if len(stops) > 1:
        middle = _icon_place(stops, gaps)
        sheet.disc(x, middle, 2.3 * u, fill=sheet.ground_at(x + 2.6 * u, middle))
        sheet.icon("coordinate", x, middle, 4.3 * u)


def hull(sheet: Sheet, rect: Rect, *, share: float = 1.0) -> None:
    """Draw the outline around merged lanes; `share` below 1 draws only that part of the line, clockwise."""
    u, theme = sheet.u, sheet.theme
    if share >= 1:
        sheet.panel(
            rect, fill=theme.hull, outline=theme.text_1, outline_width=0.42 * u, radius=3.2 * u
        )
        return
    sheet.panel(rect, fill=theme.hull, radius=3.2 * u)
    around = [
        (rect.x, rect.y),
        (rect.right, rect.y),
        (rect.right, rect.bottom),
        (rect.x, rect.bottom),
        (rect.x, rect.y),
    ]
    drawn = _first_part(around, share * 2 * (rect.w + rect.h))
    if len(drawn) > 1:
        sheet.line(drawn, theme.text_1, 0.42 * u)


def name_pill(sheet: Sheet, x: float, cy: float, name: str, *, icon: str = "merge") -> float:
    """Draw the name of a merged cooperative on a light pill starting at x; give its width."""
    u, theme, size = sheet.u, sheet.theme, sheet.size("support")
    width = sheet.text_width(name, size, 700) + 6.6 * u
    sheet.box(x, cy - 2.35 * u, width, 4.7 * u, fill=theme.text_1, radius=2.35 * u)
    sheet.icon(icon, x + 2.9 * u, cy, 3.5 * u, colour=theme.well, stroke=2.2)
    sheet.text(x + 5.2 * u, cy, name, size=size, weight=700, colour=theme.well)
    return width


def stage_arrow(
    sheet: Sheet, rect: Rect, *, first: bool = False, colour: Colour | None = None
) -> None:
    """Draw the ground of one stage header: an arrow that hooks into the next."""
    u = sheet.u
    nose, gap = 1.3 * u, 0.35 * u
    left = rect.x + (0 if first else gap)
    fill = colour or sheet.theme.raised
    points = [
        (left, rect.y),
        (rect.right - nose - gap, rect.y),
        (rect.right - gap, rect.cy),
        (rect.right - nose - gap, rect.bottom),
        (left, rect.bottom),
    ]
    if not first:
        points.append((rect.x + gap + nose, rect.cy))
    sheet.polygon(points, fill=fill, outline=fill, outline_width=0.6 * u)


def stage_headers(sheet: Sheet, rects: Sequence[Rect], stages: Sequence[tuple[str, str]]) -> None:
    """Draw the stage arrows with icon and name; without room for both, the name, else the icon alone."""
    u, size = sheet.u, sheet.size("support")
    icon_size, gap, nose = 3.2 * u, 0.35 * u, 1.3 * u
    rooms = [
        rect.w - gap - nose - (nose + gap if number else 0.8 * u) - 0.2 * u
        for number, rect in enumerate(rects)
    ]
    widths = [sheet.text_width(name, size, 600) for _, name in stages]
    both = all(
        width + icon_size + 0.7 * u <= room for width, room in zip(widths, rooms, strict=True)
    )
    for number, (rect, (icon, name)) in enumerate(zip(rects, stages, strict=True)):
        stage_arrow(sheet, rect, first=number == 0)
        middle = (rect.x + (nose + gap if number else 0) + rect.right - gap - nose) / 2 + 0.3 * u
        if both:
            x = middle - (widths[number] + icon_size + 0.8 * u) / 2
            sheet.icon(icon, x + icon_size / 2, rect.cy, icon_size)
            sheet.text(x + icon_size + 0.8 * u, rect.cy, name, size=size, weight=600)
        elif widths[number] <= rooms[number]:
            sheet.text(middle, rect.cy, name, size=size, weight=600, anchor="middle")
        else:
            sheet.icon(icon, middle, rect.cy, icon_size * 1.25)


def _tall_token(sheet: Sheet, rect: Rect, partner: Token) -> None:
    u, size = sheet.u, sheet.size("support")
    sheet.icon(partner.icon, rect.cx, rect.cy - 4.6 * u, 4.4 * u)
    sheet.text(
        rect.cx,
        rect.cy + 0.2 * u,
        partner.name,
        size=size,
        weight=600,
        anchor="middle",
        limit=rect.w - 1.6 * u,
    )
    if partner.rounds is not None:
        rounds_left(sheet, rect.cx, rect.cy + 4.8 * u, partner.rounds)


def _flat_token(sheet: Sheet, rect: Rect, partner: Token) -> None:
    u = sheet.u
    if partner.rounds is None:
        sheet.icon(partner.icon, rect.cx, rect.cy, 3.5 * u)
        return
    half = min(2.9 * u, rect.w / 2 - 3.6 * u)
    sheet.icon(partner.icon, rect.cx - half, rect.cy, 3.5 * u)
    rounds_left(sheet, rect.cx + half * 0.95, rect.cy, partner.rounds)


def _without(
    start: float, end: float, gaps: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Give what is left of a stretch when the gaps are taken out."""
    left, at = [], start
    for low, high in sorted(gaps):
        if low < end and high > at:
            left.append((at, low))
            at = high
    left.append((at, end))
    return [(low, high) for low, high in left if high > low]


def _icon_place(stops: Sequence[float], gaps: Sequence[tuple[float, float]]) -> float:
    """Choose the middle of the longest clear stretch for the icon."""
    clear = [part for top, bottom in pairwise(stops) for part in _without(top, bottom, gaps)]
    low, high = max(clear, key=lambda part: part[1] - part[0])
    return (low + high) / 2


def _first_part(points: Sequence[Point], length: float) -> list[Point]:
    """Give the beginning of a line, up to a length."""
    part, left = [points[0]], length
    for (x0, y0), (x1, y1) in pairwise(points):
        stretch = abs(x1 - x0) + abs(y1 - y0)
        if stretch >= left:
            share = left / stretch if stretch else 0
            return [*part, (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)]
        part.append((x1, y1))
        left -= stretch
    return part
