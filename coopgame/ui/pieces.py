"""Geometry for the painter: stroked lines as quads, dashes, corners and bounds. Pure; no pygame."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from coopgame.ui.nodes import Box, Dash, Disc, Point, Points


def quads(points: Sequence[Point], width: float) -> list[list[Point]]:
    """Give one four-cornered piece per stretch of a thick line."""
    pieces = []
    for (x0, y0), (x1, y1) in pairwise(points):
        dx, dy = x1 - x0, y1 - y0
        length = math.hypot(dx, dy)
        if length == 0:
            continue
        nx, ny = -dy / length * width / 2, dx / length * width / 2
        pieces.append(
            [(x0 + nx, y0 + ny), (x1 + nx, y1 + ny), (x1 - nx, y1 - ny), (x0 - nx, y0 - ny)]
        )
    return pieces


def dashes(points: Sequence[Point], dash: Dash) -> list[list[Point]]:
    """Cut a line into its dashes."""
    on, off = max(dash[0], 0.5), max(dash[1], 0.5)
    done: list[list[Point]] = []
    current, left, drawing = [points[0]], on, True
    for (x0, y0), (x1, y1) in pairwise(points):
        length, at = math.hypot(x1 - x0, y1 - y0), 0.0
        while length - at > left:
            at += left
            here = (x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length)
            if drawing:
                done.append([*current, here])
            current, drawing = [here], not drawing
            left = on if drawing else off
        left -= length - at
        if drawing:
            current.append((x1, y1))
    if drawing and len(current) > 1:
        done.append(current)
    return done


def circle(cx: float, cy: float, r: float, steps: int = 0) -> list[Point]:
    """Give the points of a closed circle."""
    steps = steps or max(24, int(r * 1.5))
    turn = 2 * math.pi / steps
    return [(cx + r * math.cos(turn * i), cy + r * math.sin(turn * i)) for i in range(steps + 1)]


def outline_of(node: Box | Disc) -> list[Point]:
    """Give the edge of a box or disc as a closed line, for dashing."""
    if isinstance(node, Disc):
        return circle(node.cx, node.cy, node.r)
    x, y, right, bottom, r = node.x, node.y, node.x + node.w, node.y + node.h, node.radius
    if r <= 0:
        return [(x, y), (right, y), (right, bottom), (x, bottom), (x, y)]
    corners = (
        (right - r, y + r, -90),
        (right - r, bottom - r, 0),
        (x + r, bottom - r, 90),
        (x + r, y + r, 180),
    )
    line: list[Point] = []
    for cx, cy, start in corners:
        for step in range(9):
            angle = math.radians(start + 90 * step / 8)
            line.append((cx + r * math.cos(angle), cy + r * math.sin(angle)))
    return [*line, line[0]]


def bounds(points: Iterable[Point], pad: float) -> tuple[int, int, int, int]:
    """Give left, top, width and height of whole pixels around the points, with room for a stroke."""
    xs, ys = zip(*points, strict=True)
    left, top = math.floor(min(xs) - pad), math.floor(min(ys) - pad)
    return left, top, math.ceil(max(xs) + pad) - left, math.ceil(max(ys) + pad) - top


def upright(points: Points) -> bool:
    """Tell whether a line of two points runs along an axis of the screen."""
    return len(points) == 2 and (points[0][0] == points[1][0] or points[0][1] == points[1][1])


def fineness(area: int, wanted: int = 4, budget: int = 12_000_000) -> int:
    """Say how many times finer a piece may be drawn before it is scaled down: 1 to `wanted`."""
    fine = wanted
    while fine > 1 and area * fine * fine > budget:
        fine -= 1
    return fine
