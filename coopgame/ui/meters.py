"""Meters, reasons, effect arrows and the vote bar: values with what moved them. No words, no rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypedDict, Unpack

from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Colour
from coopgame.ui.sheet import Sheet

ChipKind: TypeAlias = Literal["gain", "loss", "flat"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What is expected of a meter: 1 to 3 steps up or down, or none when the direction is unknown."""

    icon: str
    steps: int | None


@dataclass(frozen=True, slots=True)
class Meter:
    """A value from 0 to 100, and where it stood at the end of the last round."""

    value: int
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A reason: signed number and cause, in words that the caller chose."""

    text: str
    kind: ChipKind = "gain"


def triangle(sheet: Sheet, cx: float, cy: float, r: float, look: tuple[bool, Colour]) -> None:
    """Draw a small triangle, up or down; `look` is whether it points up, and its colour."""
    up, colour = look
    way = -1 if up else 1
    points = [(cx - r, cy - way * r * 0.8), (cx + r, cy - way * r * 0.8), (cx, cy + way * r * 0.9)]
    sheet.polygon(points, fill=colour, outline=colour, outline_width=max(1.0, r * 0.25))


def meter_bar(sheet: Sheet, rect: Rect, meter: Meter) -> None:
    """Draw a bar with its tick; sand fill, no colour of its own."""
    theme, u = sheet.theme, sheet.u
    sheet.panel(
        rect, fill=theme.well, outline=theme.edge, outline_width=u * 0.16, radius=rect.h / 2
    )
    inner = rect.inset(u * 0.25)
    filled = max(inner.w * meter.value / 100, inner.h)
    sheet.box(inner.x, inner.y, filled, inner.h, fill=theme.text_2, radius=inner.h / 2)
    if meter.before is not None:
        x = inner.x + inner.w * meter.before / 100
        sheet.box(
            x - u * 0.18,
            rect.y - u * 0.55,
            u * 0.36,
            rect.h + u * 1.1,
            fill=theme.accent,
            radius=u * 0.18,
        )


def meter(sheet: Sheet, cx: float, y: tuple[float, float], w: float, value: Meter) -> None:
    """Draw a meter of the board: number on the first axis, bar on the second."""
    number, bar = y
    sheet.text(cx, number, str(value.value), role="essential", anchor="middle")
    h = sheet.u * 1.35
    meter_bar(sheet, Rect(cx - w / 2, bar - h / 2, w, h), value)


def meter_line(sheet: Sheet, rect: Rect, meter: Meter, labels: tuple[str, str]) -> None:
    """Draw a meter of a seat: icon, name over number and bar; `labels` is icon and name."""
    icon, name = labels
    u, theme = sheet.u, sheet.theme
    size, big = sheet.size("small"), sheet.size("essential")
    icon_size = min(rect.h * 0.46, 4 * u)
    x = rect.x + icon_size + 1.1 * u
    sheet.icon(icon, rect.x + icon_size / 2, rect.cy, icon_size)
    sheet.text(
        x, rect.y + rect.h * 0.27, name, size=size, colour=theme.text_2, limit=rect.right - x
    )
    low = rect.y + rect.h * 0.75
    width = sheet.text(x, low, str(meter.value), size=big, weight=700)
    left = x + max(width, sheet.text_width("00", big, 700)) + 1.1 * u
    if rect.right - left > 3 * u:
        meter_bar(sheet, Rect(left, low - u * 0.65, rect.right - left, u * 1.3), meter)


def stat(sheet: Sheet, rect: Rect, value: str, labels: tuple[str, str]) -> None:
    """Draw a figure of a seat: icon, name over value; `labels` is icon and name."""
    icon, name = labels
    u = sheet.u
    icon_size = min(rect.h * 0.42, 3.4 * u)
    x = rect.x + icon_size + 1.1 * u
    sheet.icon(icon, rect.x + icon_size / 2, rect.cy, icon_size)
    limit = rect.right - x
    low = rect.y + rect.h * 0.75
    sheet.text(
        x, rect.y + rect.h * 0.27, name, role="small", colour=sheet.theme.text_2, limit=limit
    )
    sheet.text(x, low, value, role="essential", weight=700, limit=limit)


def meter_big(sheet: Sheet, rect: Rect, meter: Meter) -> None:
    """Draw a meter of the settling: solid for kept and gained, hollow for lost, a tick for before."""
    u, theme = sheet.u, sheet.theme
    before, after = meter.value if meter.before is None else meter.before, meter.value
    low, high = min(before, after), max(before, after)
    x_low, x_high, x_before = (rect.x + rect.w * value / 100 for value in (low, high, before))
    sheet.panel(
        rect.inset(-0.3 * u),
        fill=theme.well,
        outline=theme.edge,
        outline_width=0.18 * u,
        radius=0.9 * u,
    )
    sheet.box(rect.x, rect.y, x_low - rect.x, rect.h, fill=theme.text_2, radius=0.6 * u)
    if after > before:
        sheet.box(
            x_low + 0.25 * u,
            rect.y,
            x_high - x_low - 0.25 * u,
            rect.h,
            fill=theme.gain,
            radius=0.3 * u,
        )
    elif after < before:
        lost = Rect(x_low + 0.35 * u, rect.y + 0.15 * u, x_high - x_low - 0.5 * u, rect.h - 0.3 * u)
        sheet.panel(lost, outline=theme.loss, outline_width=0.35 * u, radius=0.3 * u)
    sheet.box(x_before - 0.28 * u, rect.y - 1.2 * u, 0.56 * u, rect.h + 2.4 * u, fill=theme.well)
    sheet.box(
        x_before - 0.2 * u,
        rect.y - 1.1 * u,
        0.4 * u,
        rect.h + 2.2 * u,
        fill=theme.accent,
        radius=0.2 * u,
    )


def chip_width(sheet: Sheet, chip: Chip, size: int = 0) -> float:
    """Give how wide a reason is drawn."""
    size = size or sheet.size("support")
    return sheet.text_width(chip.text, size, 600) + 2 * sheet.u * 1.2 + size * 0.62


def chip(sheet: Sheet, x: float, cy: float, reason: Chip, *, size: int = 0) -> float:
    """Draw a reason starting at x; sign first, colour only as a second cue. Give its width."""
    theme, u = sheet.theme, sheet.u
    size = size or sheet.size("support")
    colour = {"gain": theme.gain, "loss": theme.loss, "flat": theme.text_2}[reason.kind]
    height, width, pad = size * 1.4, chip_width(sheet, reason, size), u * 1.2
    ground = sheet.ground_at(x + width / 2, cy)
    radius = u * 0.6 if reason.kind == "loss" else height / 2
    stroke = max(2.0, u * 0.2)
    sheet.box(
        x,
        cy - height / 2,
        width,
        height,
        fill=ground,
        outline=colour,
        outline_width=stroke,
        radius=radius,
    )
    if reason.kind == "flat":
        sheet.box(x + pad, cy - size * 0.05, size * 0.4, size * 0.1, fill=colour)
    else:
        triangle(sheet, x + pad + size * 0.2, cy, size * 0.2, (reason.kind == "gain", colour))
    sheet.text(
        x + pad + size * 0.62, cy, reason.text, size=size, weight=600, colour=colour, ground=ground
    )
    return width


class EffectLook(TypedDict, total=False):
    """How an effect is drawn: its icon size in pixels, and whether it stands on paper."""

    size: float
    paper: bool


def effect_width(size: float, effect: Effect) -> float:
    """Give how wide an effect is drawn; the width of its arrows depends on the icon size only."""
    steps = 1 if effect.steps is None else abs(effect.steps)
    return size * 1.16 + steps * size * 0.46


def effect(sheet: Sheet, cx: float, cy: float, it: Effect, **look: Unpack[EffectLook]) -> float:
    """Draw a meter icon with 1 to 3 arrows, or "?"; give its width."""
    theme, paper = sheet.theme, look.get("paper", False)
    size = look.get("size", 0) or 4.6 * sheet.u
    ink = theme.ink if paper else theme.text_1
    r, width = size * 0.2, effect_width(size, it)
    x = cx - width / 2
    sheet.icon(it.icon, x + size / 2, cy, size, colour=ink)
    if it.steps is None:
        font = max(sheet.size("support"), round(size * 0.8))
        sheet.text(x + size * 1.2, cy, "?", size=font, weight=700, colour=ink)
        return width
    up, down = (theme.paper_gain, theme.paper_loss) if paper else (theme.gain, theme.loss)
    for number in range(abs(it.steps)):
        middle = x + size * 1.2 + r + number * r * 2.3
        triangle(sheet, middle, cy, r, (it.steps > 0, up if it.steps > 0 else down))
    return width


def effect_row(
    sheet: Sheet, rect: Rect, effects: Sequence[Effect], *, size: float, paper: bool = False
) -> None:
    """Draw effects side by side from the left of a rectangle."""
    x = rect.x
    for it in effects:
        width = effect_width(size, it)
        effect(sheet, x + width / 2, rect.cy, it, size=size, paper=paper)
        x += width + size * 0.5


def named_effects(
    sheet: Sheet, rect: Rect, effects: Sequence[tuple[Effect, str]], *, paper: bool = True
) -> None:
    """Draw effects over their names, spread over the width of a rectangle."""
    theme, u, size = sheet.theme, sheet.u, sheet.size("support")
    colour = theme.ink if paper else theme.text_1
    widths = [max(sheet.text_width(name, size, 600), 8.5 * u) for _, name in effects]
    gap = (rect.w - sum(widths)) / max(1, len(effects))
    x = rect.x + gap / 2
    for (it, name), width in zip(effects, widths, strict=True):
        effect(sheet, x + width / 2, rect.y + 2.3 * u, it, size=4.6 * u, paper=paper)
        sheet.text(
            x + width / 2,
            rect.y + 7.3 * u,
            name,
            size=size,
            weight=600,
            colour=colour,
            anchor="middle",
            limit=width + max(gap, 0),
        )
        x += width + gap


def vote_bar(sheet: Sheet, rect: Rect, percent: int) -> None:
    """Draw the expected vote, with a mark at half."""
    theme, u = sheet.theme, sheet.u
    sheet.panel(
        rect, fill=theme.panel, outline=theme.edge, outline_width=u * 0.18, radius=rect.h / 2
    )
    inner = rect.inset(u * 0.28)
    sheet.box(
        inner.x,
        inner.y,
        max(inner.w * percent / 100, inner.h),
        inner.h,
        fill=theme.text_2,
        radius=inner.h / 2,
    )
    sheet.box(rect.cx - u * 0.18, rect.y - u * 0.55, u * 0.36, rect.h + u * 1.1, fill=theme.accent)
