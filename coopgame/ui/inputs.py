"""Choices, rows, tabs, ticks, steppers, sliders and text fields. All words come from the caller."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TypedDict, Unpack

from coopgame.ui.buttons import edge_of, focus_ring, icon_button
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Control, ControlKind
from coopgame.ui.sheet import Sheet


class RowLook(TypedDict, total=False):
    """How a row or choice looks and answers. With a `why_off` it is off."""

    selected: bool
    why_off: str
    key: str
    order: int
    help: str
    paper: bool
    """The row lies on paper."""
    kind: ControlKind
    value: str


def choice(sheet: Sheet, id: str, rect: Rect, label: str, **look: Unpack[RowLook]) -> None:
    """Draw one of several that exclude each other; the chosen one is wheat."""
    theme, u = sheet.theme, sheet.u
    selected = look.get("selected", False)
    with _row_control(sheet, id, rect, label, look):
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.2 * u)
        fill = theme.wheat if selected else theme.raised
        outline = theme.paper_edge if selected else edge_of(sheet, id)
        sheet.panel(rect, fill=fill, outline=outline, outline_width=0.2 * u, radius=1.2 * u)
        colour = theme.ink if selected else theme.text_1
        weight = 700 if selected else 600
        size = sheet.size("support")
        sheet.text(
            rect.cx,
            rect.cy,
            label,
            size=size,
            weight=weight,
            colour=colour,
            anchor="middle",
            limit=rect.w - 1.2 * u,
        )


def segments(sheet: Sheet, rect: Rect, options: Sequence[tuple[str, str]], chosen: str) -> None:
    """Draw options side by side, each an (id, label), exactly one of them chosen."""
    gap = max(1.0 * sheet.u, 8 * sheet.height / 1080)
    for (id, label), place in zip(options, rect.columns(len(options), gap), strict=True):
        choice(
            sheet,
            id,
            place,
            label,
            selected=id == chosen,
            kind="choice",
            value="on" if id == chosen else "off",
        )


def tabs(sheet: Sheet, rect: Rect, options: Sequence[tuple[str, str]], chosen: str) -> None:
    """Draw tabs: like segments, with a line under the open one."""
    theme, u = sheet.theme, sheet.u
    gap = max(1.0 * u, 8 * sheet.height / 1080)
    for (id, label), place in zip(options, rect.columns(len(options), gap), strict=True):
        is_open = id == chosen
        with sheet.control(id, place, label, kind="tab", value="on" if is_open else "off"):
            if sheet.is_focused(id):
                focus_ring(sheet, place, 0.8 * u)
            colour = theme.text_1 if is_open else theme.text_2
            weight = 700 if is_open else 400
            sheet.text(
                place.cx,
                place.cy - 0.3 * u,
                label,
                role="support",
                weight=weight,
                colour=colour,
                anchor="middle",
                limit=place.w,
            )
            if is_open:
                sheet.box(
                    place.x,
                    place.bottom - 0.6 * u,
                    place.w,
                    0.6 * u,
                    fill=theme.accent,
                    radius=0.3 * u,
                )


@contextmanager
def row(sheet: Sheet, id: str, rect: Rect, label: str, **look: Unpack[RowLook]) -> Iterator[Rect]:
    """Make a list row a control and draw its ground; the block gets its inside, to draw in.

    A selected row has a wheat outline, on paper an ink one; the caller adds the check mark.
    """
    u, theme = sheet.u, sheet.theme
    selected = look.get("selected", False)
    with _row_control(sheet, id, rect, label, look):
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.4 * u)
        if look.get("paper", False):
            fill = theme.white if selected else theme.inset
            edge = theme.ink if selected else theme.paper_line
        else:
            fill = theme.select if selected else theme.raised
            edge = theme.accent if selected else edge_of(sheet, id)
        width = 0.45 * u if selected else 0.2 * u
        sheet.panel(rect, fill=fill, outline=edge, outline_width=width, radius=1.4 * u)
        yield rect.inset(1.4 * u, 0.8 * u)


def tick(sheet: Sheet, id: str, rect: Rect, label: str, **look: Unpack[RowLook]) -> None:
    """Draw a box that can be ticked, with its words at the right."""
    theme, u = sheet.theme, sheet.u
    ticked = look.get("selected", False)
    look["kind"], look["value"] = "tick", "on" if ticked else "off"
    with _row_control(sheet, id, rect, label, look):
        side = min(rect.h * 0.62, 3.4 * u)
        box = Rect(rect.x + 0.6 * u, rect.cy - side / 2, side, side)
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 0.8 * u)
        paper = look.get("paper", False)
        ink = theme.ink if paper else theme.text_1
        fill = (
            (theme.ink if paper else theme.wheat)
            if ticked
            else (theme.white if paper else theme.well)
        )
        edge = theme.ink if paper else theme.edge
        sheet.panel(box, fill=fill, outline=edge, outline_width=0.24 * u, radius=0.7 * u)
        if ticked:
            mark = theme.white if paper else theme.ink
            sheet.icon("check", box.cx, box.cy, side * 0.72, colour=mark, stroke=3)
        x = box.right + 1.2 * u
        sheet.text(x, rect.cy, label, role="support", colour=ink, limit=rect.right - x)


def stepper(sheet: Sheet, id: str, rect: Rect, value: str, labels: tuple[str, str]) -> None:
    """Draw a value between two buttons, `id`.less and `id`.more; `labels` say what those two do."""
    side = max(rect.h, 48 * sheet.height / 1080)
    less, rest = rect.take_left(side)
    more, middle = rest.take_right(side)
    for end, place, icon, label in (
        ("less", less, "minus", labels[0]),
        ("more", more, "plus", labels[1]),
    ):
        icon_button(sheet, f"{id}.{end}", place, label, icon=icon)
    sheet.text(
        middle.cx, middle.cy, value, role="strong", weight=700, anchor="middle", limit=middle.w
    )


def slider(sheet: Sheet, id: str, rect: Rect, share: float, labels: tuple[str, str]) -> None:
    """Draw a slider as one control; `labels` are its name and its value in words, share goes from 0 to 1."""
    theme, u = sheet.theme, sheet.u
    name, value = labels
    with sheet.control(id, rect, name, kind="slider", value=value):
        if sheet.is_focused(id):
            focus_ring(sheet, rect, rect.h / 2)
        track = Rect(rect.x + 1.6 * u, rect.cy - 0.5 * u, rect.w - 3.2 * u, u)
        sheet.panel(
            track, fill=theme.well, outline=theme.edge, outline_width=0.16 * u, radius=0.5 * u
        )
        filled = track.w * min(1.0, max(0.0, share))
        sheet.box(track.x, track.y, filled, track.h, fill=theme.text_2, radius=0.5 * u)
        sheet.disc(
            track.x + filled,
            track.cy,
            1.5 * u,
            fill=theme.text_1,
            outline=theme.well,
            outline_width=0.3 * u,
        )


def text_field(sheet: Sheet, id: str, rect: Rect, text: str, labels: tuple[str, str]) -> None:
    """Draw a field to type in; `labels` are its name and what it shows when empty."""
    theme, u = sheet.theme, sheet.u
    name, empty = labels
    with sheet.control(id, rect, name, kind="field", value=text):
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.2 * u)
        sheet.panel(
            rect,
            fill=theme.well,
            outline=edge_of(sheet, id),
            outline_width=0.24 * u,
            radius=1.2 * u,
        )
        size = sheet.size("strong")
        shown = _end_that_fits(sheet, text, rect.w - 3.4 * u, size)
        x = rect.x + 1.5 * u
        if shown:
            x += sheet.text(x, rect.cy, shown, size=size, weight=600)
        elif not sheet.is_focused(id):
            sheet.text(
                x,
                rect.cy,
                empty,
                size=sheet.size("support"),
                colour=theme.text_2,
                limit=rect.w - 2 * u,
            )
        if sheet.is_focused(id):
            sheet.box(x + 0.2 * u, rect.cy - size * 0.5, 0.25 * u, size, fill=theme.accent)


def _end_that_fits(sheet: Sheet, text: str, width: float, size: int) -> str:
    """Give the end of a text that is too long for its field: what is being typed stays in sight."""
    while text and not sheet.fits(text, width, size, 600):
        text = text[1:]
    return text


def _row_control(
    sheet: Sheet, id: str, rect: Rect, label: str, look: RowLook
) -> AbstractContextManager[Control]:
    why_off = look.get("why_off", "")
    return sheet.control(
        id,
        rect,
        label,
        kind=look.get("kind", "row"),
        enabled=not why_off,
        why_off=why_off,
        key=look.get("key", ""),
        order=look.get("order", 0),
        help=look.get("help", ""),
        value=look.get("value", "on" if look.get("selected", False) else "off"),
    )
