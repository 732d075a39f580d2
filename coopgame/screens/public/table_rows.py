"""One row for each co-operative: bands, hulls around groups and badges, as reveal to closing use them."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.rules.snapshot import CooperativeView, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.lane_plan import groups_of, order_of
from coopgame.ui.badges import badge
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Role
from coopgame.ui.sheet import Sheet

_TALLEST = 11.6


@dataclass(frozen=True, slots=True)
class TableRow:
    """The row of one co-operative."""

    one: CooperativeView
    rect: Rect

    @property
    def seat(self) -> int:
        """The seat the row belongs to."""
        return self.one.seat

    @property
    def cy(self) -> float:
        """The middle of the row."""
        return self.rect.cy


def table_rows(
    sheet: Sheet,
    look: Look,
    snapshot: Snapshot,
    area: tuple[float, float],
    *,
    order: Sequence[int] | None = None,
) -> tuple[TableRow, ...]:
    """Draw the grounds and badges of all rows between two heights (pixels); return the rows.

    Without an `order` the rows lie as the lanes of the board do, groups in their hulls; with
    one there are no hulls and no gaps.
    """
    seats = order_of(snapshot) if order is None else order
    gaps = _gaps(snapshot, seats) if order is None else [0.0] * len(seats)
    rows = _placed(sheet, snapshot, area, list(zip(seats, gaps, strict=True)))
    groups = groups_of(snapshot) if order is None else ()
    merged = {seat for group in groups for seat in group}
    u, theme = sheet.u, sheet.theme
    for row in rows:
        if row.seat not in merged:
            inner = Rect(row.rect.x, row.rect.y + 0.25 * u, row.rect.w, row.rect.h - 0.5 * u)
            sheet.panel(inner, fill=theme.band, radius=1.6 * u)
    for group in groups:
        _hull(sheet, [row for row in rows if row.seat in group])
    r = min(3.5 * u, rows[0].rect.h * 0.36)
    role: Role = "essential" if r >= 3.0 * u else "support"
    size = sheet.size(role)
    for row in rows:
        low = 0.2 * r if theme.identity(look.letter(row.seat)).shape == "triangle" else 0.06 * r
        badge(
            sheet, look.letter(row.seat), sheet.M + 3.6 * u, row.cy + low, r, size=size, role=role
        )
    return rows


def _placed(
    sheet: Sheet, snapshot: Snapshot, area: tuple[float, float], order: Sequence[tuple[int, float]]
) -> tuple[TableRow, ...]:
    """Lay out the rows; `order` is each seat with the extra room above it."""
    top, bottom = area
    u = sheet.u
    extra = sum(gap for _, gap in order)
    height = min(_TALLEST * u, (bottom - top - extra * u) / len(order))
    rows, y = [], top
    for seat, gap in order:
        y += gap * u
        rect = Rect(sheet.M / 2, y, sheet.W - sheet.M, height)
        rows.append(TableRow(snapshot.cooperatives[seat], rect))
        y += height
    return tuple(rows)


def _gaps(snapshot: Snapshot, order: Sequence[int]) -> list[float]:
    """Return the extra room above each row: where a hull begins or ends."""
    lead = [snapshot.cooperatives[seat].group for seat in order]
    merged = [len(snapshot.group_of(seat)) > 1 for seat in order]
    return [0.0] + [
        0.9 if lead[n] != lead[n - 1] and (merged[n] or merged[n - 1]) else 0.0
        for n in range(1, len(order))
    ]


def _hull(sheet: Sheet, rows: Sequence[TableRow]) -> None:
    u, theme = sheet.u, sheet.theme
    first, last = rows[0].rect, rows[-1].rect
    rect = Rect(first.x, first.y + 0.25 * u, first.w, last.bottom - first.y - 0.5 * u)
    sheet.panel(rect, fill=theme.hull, outline=theme.text_1, outline_width=0.4 * u, radius=3 * u)
