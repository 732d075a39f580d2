"""One row for each co-operative: bands, hulls around groups and badges, as reveal to closing use them."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.rules.snapshot import CooperativeView, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.lane_plan import groups_of, order_of
from coopgame.ui.badges import badge
from coopgame.ui.layout import Rect
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
    sheet: Sheet, look: Look, snapshot: Snapshot, area: tuple[float, float], *, hulls: bool = True
) -> tuple[TableRow, ...]:
    """Draw the grounds and badges of all rows between two heights (pixels); return the rows."""
    rows = _placed(sheet, snapshot, area)
    groups = groups_of(snapshot) if hulls else ()
    merged = {seat for group in groups for seat in group}
    u, theme = sheet.u, sheet.theme
    for row in rows:
        if row.seat not in merged:
            inner = Rect(row.rect.x, row.rect.y + 0.25 * u, row.rect.w, row.rect.h - 0.5 * u)
            sheet.panel(inner, fill=theme.band, radius=1.6 * u)
    for group in groups:
        _hull(sheet, [row for row in rows if row.seat in group])
    size = sheet.size("essential")
    r = min(3.5 * u, rows[0].rect.h * 0.31)
    for row in rows:
        low = 0.7 * u if theme.identity(look.letter(row.seat)).shape == "triangle" else 0.2 * u
        badge(sheet, look.letter(row.seat), sheet.M + 3.6 * u, row.cy + low, r, size=size)
    return rows


def _placed(sheet: Sheet, snapshot: Snapshot, area: tuple[float, float]) -> tuple[TableRow, ...]:
    top, bottom = area
    u, order = sheet.u, order_of(snapshot)
    gaps = _gaps(snapshot, order)
    height = min(_TALLEST * u, (bottom - top - sum(gaps) * u) / len(order))
    rows, y = [], top
    for seat, gap in zip(order, gaps, strict=True):
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
