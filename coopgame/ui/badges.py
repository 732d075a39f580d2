"""The sign of a cooperative: its shape, its letter and its colour, in that order. No words, no rules."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypedDict, Unpack

from coopgame.ui.nodes import Colour, Point, Role
from coopgame.ui.sheet import Sheet
from coopgame.ui.theme import Identity, Shape

_RING = 0.235
_CORE = {"square": 0.70, "diamond": 0.68, "hexagon": 0.71}


class BadgeLook(TypedDict, total=False):
    """Without a size the letter follows the radius; `lettered` False leaves it out."""

    lettered: bool
    size: int
    role: Role
    paper: bool
    """It stands on paper and takes an ink outline."""
    solid: bool
    """Without the dark core: a sign of colour only, where the letter stands elsewhere."""
    core: Colour


def shape_points(shape: Shape, cx: float, cy: float, r: float) -> list[Point]:
    """Give the corners of a cooperative's shape around a centre; a circle as 40 points."""
    match shape:
        case "square":
            k = 0.86 * r
            return [(cx - k, cy - k), (cx + k, cy - k), (cx + k, cy + k), (cx - k, cy + k)]
        case "triangle":
            return [
                (cx, cy - 1.22 * r),
                (cx + 1.24 * r, cy + 0.88 * r),
                (cx - 1.24 * r, cy + 0.88 * r),
            ]
        case "diamond":
            k = 1.12 * r
            return [(cx, cy - k), (cx + k, cy), (cx, cy + k), (cx - k, cy)]
        case "hexagon":
            return _around(cx, cy, r, 6)
        case "cross":
            return _cross(cx, cy, 0.48 * r, 1.02 * r)
        case "circle":
            return _around(cx, cy, r, 40)


def badge(
    sheet: Sheet, letter: str, cx: float, cy: float, r: float, **look: Unpack[BadgeLook]
) -> None:
    """Draw a badge of radius r: a coloured ring in the shape, a dark core, the letter."""
    it, theme = sheet.theme.identity(letter), sheet.theme
    core = look.get("core", theme.well)
    paper = look.get("paper", False) or not theme.dark
    if paper:
        _halo(sheet, it, (cx, cy), r, (theme.ink, max(2.0, r * 0.09)))
    elif it.edged:
        _halo(sheet, it, (cx, cy), r, (it.edge, max(1.5, r * 0.05)))
    _body(sheet, it, (cx, cy), r)
    if not look.get("solid", False):
        _core(sheet, it, (cx, cy), r, colour=core)
    if look.get("lettered", True) and not look.get("solid", False):
        low = r * 0.2 if it.shape == "triangle" else 0.0
        share = 0.92 if it.shape in {"triangle", "cross"} else 1.02
        size = look.get("size", 0) or round(r * share)
        role = look.get("role", "essential")
        sheet.text(
            cx, cy + low, letter, size=size, weight=700, role=role, ground=core, anchor="middle"
        )


def badge_row(
    sheet: Sheet, letters: Sequence[str], x: float, cy: float, r: float, **look: Unpack[BadgeLook]
) -> float:
    """Draw badges side by side, the first starting at x; give where the last ends."""
    step = r * 2.36
    for number, letter in enumerate(letters):
        low = r * 0.12 if sheet.theme.identity(letter).shape == "triangle" else 0.0
        badge(sheet, letter, x + r + number * step, cy + low, r, **look)
    return x + max(0, len(letters) - 1) * step + 2 * r if letters else x


def lock_mark(sheet: Sheet, cx: float, cy: float, r: float) -> None:
    """Mark that a choice is made: a lock on a light disc."""
    theme = sheet.theme
    sheet.disc(cx, cy, r + sheet.u * 0.35, fill=theme.well)
    sheet.disc(cx, cy, r, fill=theme.text_1)
    sheet.icon("lock", cx, cy - r * 0.05, r * 1.32, colour=theme.well, stroke=2.6)


def _around(cx: float, cy: float, r: float, corners: int) -> list[Point]:
    turns = (2 * math.pi * i / corners for i in range(corners))
    return [(cx + r * math.cos(turn), cy + r * math.sin(turn)) for turn in turns]


def _cross(cx: float, cy: float, a: float, b: float) -> list[Point]:
    corners = [
        (-a, -b),
        (a, -b),
        (a, -a),
        (b, -a),
        (b, a),
        (a, a),
        (a, b),
        (-a, b),
        (-a, a),
        (-b, a),
        (-b, -a),
        (-a, -a),
    ]
    return [(cx + x, cy + y) for x, y in corners]


def _halo(sheet: Sheet, it: Identity, at: Point, r: float, rim: tuple[Colour, float]) -> None:
    colour, width = rim
    if it.shape == "circle":
        sheet.disc(*at, r * 0.96 + width, fill=colour)
    else:
        points = shape_points(it.shape, *at, r - r * 0.08)
        sheet.polygon(points, fill=colour, outline=colour, outline_width=r * 0.16 + 2 * width)


def _body(sheet: Sheet, it: Identity, at: Point, r: float) -> None:
    if it.shape == "circle":
        sheet.disc(*at, r * 0.96, fill=it.fill)
    else:
        points = shape_points(it.shape, *at, r - r * 0.08)
        sheet.polygon(points, fill=it.fill, outline=it.fill, outline_width=r * 0.16)


def _core(sheet: Sheet, it: Identity, at: Point, r: float, *, colour: Colour) -> None:
    cx, cy = at
    match it.shape:
        case "circle":
            sheet.disc(cx, cy, r * (0.96 - _RING), fill=colour)
        case "cross":
            sheet.disc(cx, cy, r * 0.56, fill=colour)
        case "triangle":
            sheet.disc(cx, cy + r * 0.2, r * 0.58, fill=colour)
        case shape:
            points = shape_points(shape, cx, cy, r * 0.92 * _CORE[shape])
            sheet.polygon(points, fill=colour, outline=colour, outline_width=r * 0.096)
