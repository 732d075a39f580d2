"""Finds which colour lies under a point: the shape that was drawn last there. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from coopgame.ui.nodes import Box, Colour, Disc, Group, Line, Mirror, Node, Point, Polygon


def ground_under(nodes: Sequence[Node], x: float, y: float) -> Colour | None:
    """Give the fill of the last shape that covers the point, or nothing."""
    for node in reversed(nodes):
        found = _cover(node, x, y)
        if found:
            return found
    return None


def _cover(node: Node, x: float, y: float) -> Colour | None:
    # Asked for every text of a frame, over every shape: the plainest tests come first.
    if isinstance(node, Box):
        inside_box = node.x <= x <= node.x + node.w and node.y <= y <= node.y + node.h
        return node.fill if inside_box else None
    if isinstance(node, Disc):
        return node.fill if (x - node.cx) ** 2 + (y - node.cy) ** 2 <= node.r**2 else None
    if isinstance(node, Line):
        return node.colour if node.dash is None and _near(node, x, y) else None
    if isinstance(node, Polygon):
        return node.fill if node.fill and inside(node.points, x, y) else None
    if isinstance(node, Group):
        return ground_under(node.nodes, x - node.dx, y - node.dy)
    if (
        isinstance(node, Mirror)
        and node.x <= x <= node.x + node.w
        and node.y <= y <= node.y + node.h
    ):
        return node.frame.ground
    return None


def inside(points: Sequence[Point], x: float, y: float) -> bool:
    """Tell whether a point lies in a polygon (even-odd)."""
    hit = False
    for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            hit = not hit
    return hit


def _near(line: Line, x: float, y: float) -> bool:
    reach = line.width / 2
    if y < min(p[1] for p in line.points) - reach or y > max(p[1] for p in line.points) + reach:
        return False
    return any(_gap(a, b, x, y) <= reach for a, b in pairwise(line.points))


def _gap(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else min(1.0, max(0.0, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
    return float(((a[0] + t * dx - x) ** 2 + (a[1] + t * dy - y) ** 2) ** 0.5)
