"""The strip at the top of a projected frame: round, phases, who is done, time. No words of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.ui.layout import Rect
from coopgame.ui.sheet import Sheet

AXIS = 8.5
"""Where the words stand, in percent of the height."""
TIMER_AXIS = 13.3


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the round: icon and name."""

    icon: str
    name: str


@dataclass(frozen=True, slots=True)
class Timer:
    """Time left, as text and as a share of the whole (0 to 1)."""

    text: str
    share: float
    paused: bool = False

    @property
    def nearly_over(self) -> bool:
        """Whether the last fifth of the time is running."""
        return not self.paused and 0 < self.share <= 0.2


@dataclass(frozen=True, slots=True)
class TopBar:
    """What the top bar says. Without a timer there is no bar and no clock."""

    round: str
    phases: Sequence[Phase] = ()
    active: int = -1
    locked: str = ""
    timer: Timer | None = None


def top_bar(sheet: Sheet, it: TopBar) -> None:
    """Draw the top bar between the margins."""
    size, y = sheet.size("support"), AXIS * sheet.u
    x = (
        sheet.M
        + sheet.text(sheet.M, y, it.round, size=size, weight=600, colour=sheet.theme.text_2)
        + 2.6 * sheet.u
    )
    right = _right_side(sheet, it, y)
    if it.phases:
        _phases(sheet, it, x, right)
    if it.timer is not None:
        timer_bar(
            sheet, Rect(sheet.M, TIMER_AXIS * sheet.u - 0.5 * sheet.u, sheet.U, sheet.u), it.timer
        )


def timer_bar(sheet: Sheet, rect: Rect, timer: Timer) -> None:
    """Draw the time left in a track; thicker when nearly over, striped when paused, never flashing."""
    theme, u = sheet.theme, sheet.u
    if timer.nearly_over:
        rect = Rect(rect.x, rect.cy - rect.h * 0.9, rect.w, rect.h * 1.8)
    sheet.panel(
        rect, fill=theme.well, outline=theme.hair, outline_width=0.12 * u, radius=rect.h / 2
    )
    filled = rect.w * min(1.0, max(0.0, timer.share))
    if timer.paused:
        step, piece = 1.8 * u, 0.9 * u
        for number in range(int(filled // step)):
            sheet.box(
                rect.x + 0.2 * u + number * step,
                rect.y,
                piece,
                rect.h,
                fill=theme.accent,
                radius=0.3 * u,
            )
    elif filled > 0:
        sheet.box(rect.x, rect.y, max(filled, rect.h), rect.h, fill=theme.accent, radius=rect.h / 2)


def phase_pill(sheet: Sheet, x: float, cy: float, phase: Phase) -> float:
    """Draw the phase that is on: icon and name on wheat. Give its width."""
    u, theme, size = sheet.u, sheet.theme, sheet.size("essential")
    width = pill_width(sheet, phase)
    edge = 0.3 * u if theme.paper_edge else 0
    pill = Rect(x, cy - 3.4 * u, width, 6.8 * u)
    sheet.panel(
        pill, fill=theme.wheat, outline=theme.paper_edge, outline_width=edge, radius=3.4 * u
    )
    sheet.icon(phase.icon, x + 1.8 * u + size * 0.45, cy, size * 0.9, colour=theme.ink, stroke=2.3)
    sheet.text(x + 1.8 * u + size * 1.25, cy, phase.name, role="essential", colour=theme.ink)
    return width


def pill_width(sheet: Sheet, phase: Phase) -> float:
    """Give how wide the pill of a phase is drawn."""
    size = sheet.size("essential")
    return sheet.text_width(phase.name, size, 700) + size * 1.25 + 3.6 * sheet.u


def _right_side(sheet: Sheet, it: TopBar, y: float) -> float:
    """Draw timer and lock count from the right; give where the free room ends."""
    right, u = sheet.W - sheet.M, sheet.u
    if it.timer is not None:
        width = sheet.text(right, y, it.timer.text, role="essential", anchor="right")
        sheet.icon(
            "pause" if it.timer.paused else "clock", right - width - 3 * u, y, 4.2 * u, stroke=2.2
        )
        right -= width + 6.2 * u
    if it.locked:
        width = sheet.text(right, y, it.locked, role="essential", anchor="right")
        sheet.icon("lock", right - width - 3.1 * u, y - 0.1 * u, 4.2 * u, stroke=2.2)
        right -= width + 6.6 * u
    return right


def _phases(sheet: Sheet, it: TopBar, x: float, right: float) -> None:
    u, size = sheet.u, sheet.size("support")
    others = [phase.name for number, phase in enumerate(it.phases) if number != it.active]
    words = sum(sheet.text_width(name, size) for name in others)
    active = pill_width(sheet, it.phases[it.active]) if it.active >= 0 else 0
    gap = min(4.6 * u, (right - 1 * u - x - active - words) / max(1, len(it.phases) - 1))
    with_words = sheet.wide and gap >= 1.2 * u
    gap = (
        gap
        if with_words
        else min(1.6 * u, (right - x - active - 3.2 * u * len(others)) / max(1, len(others)))
    )
    for number, phase in enumerate(it.phases):
        if number == it.active:
            x += phase_pill(sheet, x, AXIS * u, phase)
        elif with_words:
            x += sheet.text(x, AXIS * u, phase.name, size=size, colour=sheet.theme.text_2)
        else:
            sheet.icon(phase.icon, x + 1.6 * u, AXIS * u, 3.4 * u, colour=sheet.theme.text_2)
            x += 3.2 * u
        x += gap
