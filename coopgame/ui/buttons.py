"""Buttons, keycaps, pills and the ring around what has the keyboard. All words come from the caller."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict, Unpack

from coopgame.ui.contrast import ratio
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Colour
from coopgame.ui.sheet import Sheet

ButtonKind: TypeAlias = Literal["primary", "second", "quiet"]


class ButtonLook(TypedDict, total=False):
    """How a button looks and answers. With a `why_off` it is off, shows a lock and says why."""

    kind: ButtonKind
    icon: str
    key: str
    """The key that does the same, as the keyboard names it."""
    keycap: str
    """How the key is written on the button; left out, no keycap is drawn."""
    sub: str
    """A second, smaller line: what the button will do."""
    why_off: str
    size: int
    order: int
    help: str
    left: bool
    """Words at the left instead of in the middle."""


def focus_ring(sheet: Sheet, rect: Rect, radius: float) -> None:
    """Draw the two-tone ring around what has the keyboard: a gap in the ground colour, then a line."""
    u, theme = sheet.u, sheet.theme
    ground = sheet.ground_at(rect.x - u, rect.cy)
    line = max((theme.text_1, theme.ink), key=lambda colour: ratio(colour, ground))
    ring = rect.inset(-0.55 * u)
    sheet.panel(ring, fill=ground, outline=line, outline_width=0.35 * u, radius=radius + 0.55 * u)


def keycap(sheet: Sheet, right: float, cy: float, text: str, colour: Colour) -> float:
    """Draw a key with its right edge at `right`; give its width."""
    size = sheet.size("small") if sheet.surface == "seat" else sheet.size("support")
    width, height = sheet.text_width(text, size, 600) + size * 0.7, size * 1.36
    u = sheet.u
    sheet.box(
        right - width,
        cy - height / 2,
        width,
        height,
        outline=colour,
        outline_width=u * 0.18,
        radius=u * 0.6,
    )
    sheet.text(right - width / 2, cy, text, size=size, weight=600, colour=colour, anchor="middle")
    return width


def keycap_width(sheet: Sheet, text: str) -> float:
    """Give how wide a key is drawn."""
    size = sheet.size("small") if sheet.surface == "seat" else sheet.size("support")
    return sheet.text_width(text, size, 600) + size * 0.7


def button(sheet: Sheet, id: str, rect: Rect, label: str, **look: Unpack[ButtonLook]) -> None:
    """Draw a button as a control. Words that are too wide take two lines, then count as clipped."""
    why_off = look.get("why_off", "")
    with sheet.control(
        id,
        rect,
        label,
        enabled=not why_off,
        why_off=why_off,
        key=look.get("key", ""),
        order=look.get("order", 0),
        help=look.get("help", "") or look.get("sub", ""),
    ):
        _button_face(sheet, id, rect, label, look)


class PillLook(TypedDict, total=False):
    """How a pill looks: wheat and without an icon, unless said otherwise."""

    ground: Colour
    icon: str


def pill(sheet: Sheet, x: float, cy: float, text: str, **look: Unpack[PillLook]) -> float:
    """Draw words on a filled pill starting at x; give its width."""
    icon = look.get("icon", "")
    theme, u, size = sheet.theme, sheet.u, sheet.size("small")
    fill = look.get("ground", theme.wheat)
    colour = max((theme.ink, theme.strip_text), key=lambda it: ratio(it, fill))
    extra = size * 1.1 if icon else 0.0
    width, height = sheet.text_width(text, size, 700) + extra + 2.8 * u, size * 1.6
    sheet.box(x, cy - height / 2, width, height, fill=fill, radius=height / 2)
    if icon:
        sheet.icon(icon, x + 1.4 * u + size * 0.42, cy, size, colour=colour, stroke=2.4)
    sheet.text(x + 1.4 * u + extra, cy, text, size=size, weight=700, colour=colour)
    return width


def edge_of(sheet: Sheet, id: str) -> Colour:
    """Give the outline of a control: lighter while the mouse is over it."""
    return sheet.theme.text_1 if sheet.is_hovered(id) else sheet.theme.edge


def icon_button(sheet: Sheet, id: str, rect: Rect, label: str, **look: Unpack[ButtonLook]) -> None:
    """Draw a button with an icon only; its label is for listeners, its word must stand nearby."""
    u, why_off = sheet.u, look.get("why_off", "")
    with sheet.control(
        id, rect, label, enabled=not why_off, why_off=why_off, key=look.get("key", "")
    ):
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.2 * u)
        fill, colour, edge = _colours(sheet, id, look, rect)
        sheet.panel(rect, fill=fill, outline=edge, outline_width=0.2 * u, radius=1.2 * u)
        sheet.icon(
            look.get("icon", "next"),
            rect.cx,
            rect.cy,
            min(rect.w, rect.h) * 0.58,
            colour=colour,
            stroke=2.2,
        )


def _button_face(sheet: Sheet, id: str, rect: Rect, label: str, look: ButtonLook) -> None:
    u = sheet.u
    if sheet.is_focused(id):
        focus_ring(sheet, rect, 1.3 * u)
    fill, colour, edge = _colours(sheet, id, look, rect)
    width = 0.2 * u if edge else 0
    sheet.panel(rect, fill=fill, outline=edge, outline_width=width, radius=1.3 * u)
    inner = Rect(rect.x + 1.6 * u, rect.y, rect.w - 3.2 * u, rect.h)
    cap = look.get("keycap", "")
    if cap and not look.get("why_off") and _has_room_for(sheet, inner, label, look):
        used = keycap(sheet, inner.right, rect.cy, cap, colour)
        inner = Rect(inner.x, inner.y, inner.w - used - 1.2 * u, inner.h)
    _button_words(sheet, inner, label, look, colour)


def _has_room_for(sheet: Sheet, inner: Rect, label: str, look: ButtonLook) -> bool:
    """Tell whether the keycap can stand beside the words; if not, the words go first."""
    size = look.get("size", 0) or sheet.size("strong")
    extra = size * 1.25 if look.get("icon") else 0.0
    room = inner.w - extra - keycap_width(sheet, look.get("keycap", "")) - 1.2 * sheet.u
    widest = max(sheet.text_width(word, size, 700) for word in label.split(" "))
    two_lines_anyway = not sheet.fits(label, inner.w - extra, size, 700)
    return sheet.fits(label, room, size, 700) or (two_lines_anyway and widest <= room)


def _button_words(sheet: Sheet, inner: Rect, label: str, look: ButtonLook, colour: Colour) -> None:
    size = look.get("size", 0) or sheet.size("strong")
    sub = look.get("why_off", "") or look.get("sub", "")
    icon = "lock" if look.get("why_off") else look.get("icon", "")
    extra = size * 1.25 if icon else 0.0
    lines = sheet.balanced(label, inner.w - extra, size=size, weight=700)
    small = min(size, sheet.size("small"))
    widest = max(
        [sheet.text_width(line, size, 700) for line in lines]
        + [sheet.text_width(sub, small)] * bool(sub)
    )
    at_left = look.get("left", False) or bool(look.get("keycap"))
    x = inner.x if at_left else inner.x + max(0.0, (inner.w - widest - extra) / 2)
    if icon:
        sheet.icon(icon, x + size * 0.45, inner.cy, size * 0.95, colour=colour, stroke=2.3)
    heights = [size * 1.16] * len(lines) + [small * 1.3] * bool(sub)
    y = inner.cy - sum(heights) / 2
    for line, height in zip(lines, heights, strict=False):
        room = inner.w - extra if sum(heights) <= inner.h + size * 0.3 else 0
        sheet.text(
            x + extra, y + height / 2, line, size=size, weight=700, colour=colour, limit=room
        )
        y += height
    if sub:
        sheet.text(
            x + extra, y + small * 0.65, sub, size=small, colour=colour, limit=inner.w - extra
        )


def _colours(
    sheet: Sheet, id: str, look: ButtonLook, rect: Rect
) -> tuple[Colour, Colour, Colour | None]:
    """Give fill, words and outline of a button."""
    theme, kind = sheet.theme, look.get("kind", "second")
    ground = sheet.ground_at(rect.x - 1, rect.cy)
    on_light = ratio(theme.text_1, ground) < ratio(theme.ink, ground)
    if look.get("why_off"):
        return (
            ground,
            (theme.ink_2 if on_light else theme.text_2),
            theme.paper_line if on_light else theme.edge,
        )
    if kind == "primary":
        if on_light and theme.dark:
            return theme.ink, theme.strip_text, None
        return theme.wheat, theme.ink, theme.text_1 if sheet.is_hovered(id) else theme.paper_edge
    if on_light and theme.dark:
        return ground, theme.ink, theme.ink
    return theme.raised if kind == "second" else ground, theme.text_1, edge_of(sheet, id)
