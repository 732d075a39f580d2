"""Where the keyboard goes next: reading order, nearest neighbour, and what lies under a press.

Answers questions about a frame; remembers nothing.
"""

from __future__ import annotations

from itertools import groupby
from typing import Literal, TypeAlias

from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Control, Frame

Direction: TypeAlias = Literal["left", "right", "up", "down"]

_AHEAD: dict[Direction, tuple[int, int]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, -1),
    "down": (0, 1),
}


def reading_order(frame: Frame) -> tuple[Control, ...]:
    """Give the controls that are on: by their `order`, then line by line, then left to right."""
    able = sorted(
        (control for control in frame.controls if control.enabled),
        key=lambda control: control.order,
    )
    ordered: list[Control] = []
    for _, part in groupby(able, key=lambda control: control.order):
        ordered.extend(_line_by_line(list(part)))
    return tuple(ordered)


def first(frame: Frame) -> str | None:
    """Give the id of the first control, or nothing when there is none."""
    order = reading_order(frame)
    return order[0].id if order else None


def following(frame: Frame, current: str | None) -> str | None:
    """Give the id after this one in reading order; after the last comes the first."""
    return _step(frame, current, 1)


def preceding(frame: Frame, current: str | None) -> str | None:
    """Give the id before this one in reading order; before the first comes the last."""
    return _step(frame, current, -1)


def towards(frame: Frame, current: str | None, direction: Direction) -> str | None:
    """Give the id of the nearest control in a direction; the same id when nothing lies there."""
    start = frame.control(current) if current else None
    if start is None:
        return first(frame)
    here = Rect(*start.rect)
    dx, dy = _AHEAD[direction]
    near: list[tuple[float, str]] = []
    for other in reading_order(frame):
        there = Rect(*other.rect)
        ahead = dx * (there.cx - here.cx) + dy * (there.cy - here.cy)
        if other.id != start.id and ahead > 0 and _beyond(here, there, direction):
            near.append((ahead + 2.5 * _aside(here, there, across=dx != 0), other.id))
    return min(near)[1] if near else start.id


def hit(frame: Frame, x: float, y: float) -> Control | None:
    """Give the control at a point, the one drawn last when several overlap."""
    return next(
        (control for control in reversed(frame.controls) if Rect(*control.rect).contains(x, y)),
        None,
    )


def _line_by_line(controls: list[Control]) -> list[Control]:
    """Sort into lines: a control belongs to a line when its middle lies within the line's first control."""
    ordered: list[Control] = []
    waiting = sorted(controls, key=lambda control: (control.rect[1], control.rect[0]))
    while waiting:
        top, height = waiting[0].rect[1], waiting[0].rect[3]
        line = [
            control for control in waiting if control.rect[1] + control.rect[3] / 2 < top + height
        ]
        line = line or waiting[:1]
        ordered.extend(sorted(line, key=lambda control: control.rect[0]))
        waiting = [control for control in waiting if control not in line]
    return ordered


def _step(frame: Frame, current: str | None, step: int) -> str | None:
    ids = [control.id for control in reading_order(frame)]
    if not ids:
        return None
    if current not in ids:
        return ids[0] if step > 0 else ids[-1]
    return ids[(ids.index(current) + step) % len(ids)]


def _beyond(here: Rect, there: Rect, direction: Direction) -> bool:
    """Tell whether a rectangle really lies that way, and does not merely have its middle there."""
    match direction:
        case "left":
            return there.right <= here.cx
        case "right":
            return there.x >= here.cx
        case "up":
            return there.bottom <= here.cy
        case "down":
            return there.y >= here.cy


def _aside(here: Rect, there: Rect, *, across: bool) -> float:
    """Give how far a rectangle lies beside the straight way; 0 when they face each other."""
    sideways, downwards = here.overlap(there)
    return max(0.0, -(downwards if across else sideways))
