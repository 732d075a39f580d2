"""Charts of the debrief: small multiples and the what-if overlay. Direct labels; no words of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Point
from coopgame.ui.sheet import Sheet


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One meter in two stories of equal length: as played, and with one decision changed in a round."""

    played: Sequence[int]
    changed: Sequence[int]
    round: int
    letter: str
    round_labels: bool = True


def small_chart(sheet: Sheet, rect: Rect, values: Sequence[int], letter: str) -> None:
    """Draw the course of one meter (0 to 100) in a well, with an end dot; its value stands at the right."""
    u, theme = sheet.u, sheet.theme
    sheet.panel(rect, fill=theme.well, radius=0.8 * u)
    inner = rect.inset(1.2 * u, 0.9 * u)
    for level in (0, 50, 100):
        y = inner.bottom - inner.h * level / 100
        dash = (0.6 * u, 0.6 * u) if level == 50 else None
        sheet.line(
            [(rect.x + 0.6 * u, y), (rect.right - 0.6 * u, y)],
            theme.hair,
            0.16 * u,
            dash=dash,
            cap="butt",
        )
    points = course(inner, values)
    colour = theme.identity(letter).line
    sheet.line(points, colour, 0.55 * u)
    sheet.disc(*points[-1], 0.95 * u, fill=colour)
    sheet.text(rect.right + u, rect.cy, str(values[-1]), role="essential")


def course(rect: Rect, values: Sequence[int]) -> list[Point]:
    """Give the points of a line of values from 0 to 100 across a rectangle."""
    step = rect.w / max(1, len(values) - 1)
    return [
        (rect.x + number * step, rect.bottom - rect.h * value / 100)
        for number, value in enumerate(values)
    ]


def what_if_chart(sheet: Sheet, rect: Rect, it: WhatIf) -> None:
    """Draw two courses: as played dashed on top, changed solid below, the changed round as a dashed upright.

    The rectangle is the plotting area; levels stand at its left, end values at its right, rounds under it.
    """
    u, theme = sheet.u, sheet.theme
    _grid(sheet, rect, len(it.played) if it.round_labels else 0)
    x = rect.x + rect.w * it.round / max(1, len(it.played) - 1)
    sheet.line(
        [(x, rect.y), (x, rect.bottom)], theme.accent, 0.3 * u, dash=(0.6 * u, 0.6 * u), cap="butt"
    )
    colour = theme.identity(it.letter).line
    changed, played = course(rect, it.changed), course(rect, it.played)
    sheet.line(changed, theme.well, 1.3 * u)
    sheet.line(changed, colour, 0.75 * u)
    sheet.line(played, theme.as_played, 0.5 * u, dash=(1.3 * u, 1.1 * u), cap="butt")
    sheet.disc(*changed[-1], 1.15 * u, fill=colour)
    ground = sheet.ground_at(rect.right + 2 * u, rect.cy)
    sheet.disc(*played[-1], 0.95 * u, fill=ground, outline=theme.as_played, outline_width=0.45 * u)
    _end_values(sheet, it, changed[-1], played[-1])


def _grid(sheet: Sheet, rect: Rect, rounds: int) -> None:
    u, theme = sheet.u, sheet.theme
    for level in (0, 50, 100):
        y = rect.bottom - rect.h * level / 100
        sheet.line([(rect.x, y), (rect.right, y)], theme.hair, 0.16 * u, cap="butt")
        sheet.text(rect.x - 1.4 * u, y, str(level), colour=theme.text_2, anchor="right")
    for number in range(1, rounds):
        x = rect.x + rect.w * number / (rounds - 1)
        sheet.text(x, rect.bottom + 2.6 * u, str(number), colour=theme.text_2, anchor="middle")


def _end_values(sheet: Sheet, it: WhatIf, changed: Point, played: Point) -> None:
    u = sheet.u
    middle, apart = (changed[1] + played[1]) / 2, max(abs(changed[1] - played[1]) / 2, 2.9 * u)
    way = -1 if changed[1] <= played[1] else 1
    x = changed[0] + 2.2 * u
    sheet.text(x, middle + way * apart, str(it.changed[-1]), role="essential")
    sheet.text(x, middle - way * apart * 0.9, str(it.played[-1]), colour=sheet.theme.text_2)
