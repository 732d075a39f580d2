"""Rectangles and ways to split them. Pure arithmetic on floats in target pixels; draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """Left, top, width and height; a split never gives a negative size."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """The middle across."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """The middle down."""
        return self.y + self.h / 2

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """Give left, top, width, height."""
        return (self.x, self.y, self.w, self.h)

    def inset(self, dx: float, dy: float | None = None) -> Rect:
        """Shrink on all sides (grow when negative), around the same middle."""
        across = min(dx, self.w / 2)
        down = min(dx if dy is None else dy, self.h / 2)
        return Rect(self.x + across, self.y + down, self.w - 2 * across, self.h - 2 * down)

    def moved(self, dx: float, dy: float) -> Rect:
        """Give the same size at another place."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def take_top(self, h: float, gap: float = 0) -> tuple[Rect, Rect]:
        """Cut a strip off the top: the strip, and what is left below the gap."""
        h = min(h, self.h)
        used = min(h + gap, self.h)
        return Rect(self.x, self.y, self.w, h), Rect(self.x, self.y + used, self.w, self.h - used)

    def take_bottom(self, h: float, gap: float = 0) -> tuple[Rect, Rect]:
        """Cut a strip off the bottom: the strip, and what is left above the gap."""
        h = min(h, self.h)
        used = min(h + gap, self.h)
        return Rect(self.x, self.bottom - h, self.w, h), Rect(self.x, self.y, self.w, self.h - used)

    def take_left(self, w: float, gap: float = 0) -> tuple[Rect, Rect]:
        """Cut a strip off the left: the strip, and what is left beyond the gap."""
        w = min(w, self.w)
        used = min(w + gap, self.w)
        return Rect(self.x, self.y, w, self.h), Rect(self.x + used, self.y, self.w - used, self.h)

    def take_right(self, w: float, gap: float = 0) -> tuple[Rect, Rect]:
        """Cut a strip off the right: the strip, and what is left before the gap."""
        w = min(w, self.w)
        used = min(w + gap, self.w)
        return Rect(self.right - w, self.y, w, self.h), Rect(self.x, self.y, self.w - used, self.h)

    def rows(self, count: int, gap: float = 0) -> tuple[Rect, ...]:
        """Split into equal rows."""
        return self.rows_of([1] * count, gap)

    def columns(self, count: int, gap: float = 0) -> tuple[Rect, ...]:
        """Split into equal columns."""
        return self.columns_of([1] * count, gap)

    def rows_of(self, shares: Sequence[float], gap: float = 0) -> tuple[Rect, ...]:
        """Split into rows whose heights stand to each other as the shares do."""
        return tuple(Rect(self.x, y, self.w, h) for y, h in _split(self.y, self.h, shares, gap))

    def columns_of(self, shares: Sequence[float], gap: float = 0) -> tuple[Rect, ...]:
        """Split into columns whose widths stand to each other as the shares do."""
        return tuple(Rect(x, self.y, w, self.h) for x, w in _split(self.x, self.w, shares, gap))

    def grid(self, columns: int, rows: int, *, gap: float = 0) -> tuple[Rect, ...]:
        """Split into equal cells, in reading order."""
        return tuple(cell for row in self.rows(rows, gap) for cell in row.columns(columns, gap))

    def middle(self, w: float, h: float) -> Rect:
        """Give a rectangle of this size around the same middle."""
        return Rect(self.cx - w / 2, self.cy - h / 2, w, h)

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside; the right and bottom edges do not count."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def holds(self, other: Rect, slack: float = 0.01) -> bool:
        """Tell whether the other rectangle lies inside this one."""
        across = self.x - slack <= other.x and other.right <= self.right + slack
        return across and self.y - slack <= other.y and other.bottom <= self.bottom + slack

    def overlap(self, other: Rect) -> tuple[float, float]:
        """Give by how much two rectangles overlap, across and down; negative is a gap."""
        return (
            min(self.right, other.right) - max(self.x, other.x),
            min(self.bottom, other.bottom) - max(self.y, other.y),
        )


def _split(
    start: float, length: float, shares: Sequence[float], gap: float
) -> list[tuple[float, float]]:
    if not shares:
        return []
    room = max(0.0, length - gap * (len(shares) - 1))
    gap = (length - room) / max(1, len(shares) - 1)
    total = sum(shares) or 1
    parts, at = [], start
    for share in shares:
        part = room * share / total
        parts.append((at, part))
        at += part + gap
    return parts
