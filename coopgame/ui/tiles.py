"""What a seat chooses from: move tiles, answers on paper, cooperatives by badge; and patterns and codes.

All words come from the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypedDict, Unpack

from coopgame.ui.badges import badge, badge_row, shape_points
from coopgame.ui.buttons import edge_of, focus_ring
from coopgame.ui.contrast import mixed
from coopgame.ui.inputs import row
from coopgame.ui.layout import Rect
from coopgame.ui.meters import Effect, effect, effect_width
from coopgame.ui.nodes import Colour
from coopgame.ui.sheet import Sheet


class TileLook(TypedDict, total=False):
    """How a tile looks and answers. With a `why_off` it is off and wears a lock."""

    selected: bool
    why_off: str
    key: str
    order: int
    help: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer on paper: title, one line of cost or risk, effects. With a `why_off` that line says why."""

    title: str
    detail: str = ""
    effects: Sequence[Effect] = ()
    selected: bool = False
    why_off: str = ""
    key: str = ""
    order: int = 0
    help: str = ""


def tile(
    sheet: Sheet, id: str, rect: Rect, words: tuple[str, str], **look: Unpack[TileLook]
) -> None:
    """Draw a tile with an icon over its name; `words` is the icon and the name. Wheat when chosen."""
    u, name = sheet.u, words[1]
    selected, why_off = look.get("selected", False), look.get("why_off", "")
    with sheet.control(
        id,
        rect,
        name,
        kind="choice",
        enabled=not why_off,
        why_off=why_off,
        key=look.get("key", ""),
        order=look.get("order", 0),
        help=look.get("help", ""),
        value="on" if selected else "off",
    ):
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.3 * u)
        fill, colour, edge = _tile_colours(sheet, id, selected=selected, off=bool(why_off))
        width = 0.2 * u if edge else 0
        sheet.panel(rect, fill=fill, outline=edge, outline_width=width, radius=1.3 * u)
        _tile_words(sheet, rect, words, colour)
        if why_off:
            size = min(rect.h * 0.22, 2.2 * u)
            sheet.icon("lock", rect.right - size, rect.y + size, size, colour=colour, stroke=2.4)


def answer_row(sheet: Sheet, id: str, rect: Rect, answer: AnswerRow) -> None:
    """Draw an answer on paper as a row: circle with check or lock, title, detail, effects at the right."""
    theme, u = sheet.theme, sheet.u
    with row(
        sheet,
        id,
        rect,
        answer.title,
        selected=answer.selected,
        why_off=answer.why_off,
        key=answer.key,
        order=answer.order,
        help=answer.help or answer.detail,
        paper=True,
        kind="choice",
    ):
        r = 1.8 * u
        middle = rect.x + 1.6 * u + r
        _choice_circle(sheet, (middle, rect.cy), r, answer)
        x = middle + r + 1.6 * u
        used = _answer_effects(sheet, rect, answer, beside=x)
        room = rect.right - used - x - u
        _answer_words(
            sheet,
            Rect(x, rect.y, room, rect.h),
            answer,
            theme.ink_2 if answer.why_off else theme.ink,
        )


def cooperative_choice(
    sheet: Sheet, id: str, rect: Rect, words: tuple[Sequence[str], str], **look: Unpack[TileLook]
) -> None:
    """Draw a cooperative, or a group of them, to choose; `words` is its letters and its name."""
    letters, name = words
    u = sheet.u
    selected, why_off = look.get("selected", False), look.get("why_off", "")
    with row(
        sheet,
        id,
        rect,
        name,
        kind="choice",
        selected=selected,
        why_off=why_off,
        key=look.get("key", ""),
        order=look.get("order", 0),
        help=look.get("help", ""),
    ):
        r = min(rect.h * 0.3, 2.4 * u)
        size = sheet.size("small")
        end = badge_row(sheet, letters, rect.x + 1.6 * u, rect.cy, r, role="support", size=size)
        x = end + 1.4 * u
        limit = rect.right - x - u
        colour = sheet.theme.text_2 if why_off else sheet.theme.text_1
        sheet.text(x, rect.cy, name, size=size, weight=600, colour=colour, limit=limit)


def cooperative_choice_width(
    sheet: Sheet, letters: Sequence[str], name: str, height: float
) -> float:
    """Give how wide a cooperative to choose is drawn at this height."""
    u, size = sheet.u, sheet.size("small")
    r = min(height * 0.3, 2.4 * u)
    badges = max(0, len(letters) - 1) * r * 2.36 + 2 * r
    return 1.6 * u + badges + 1.4 * u + sheet.text_width(name, size, 600) + 2 * u


def cooperative_panel(sheet: Sheet, rect: Rect, letter: str) -> None:
    """Fill a panel with a cooperative's colour and a pattern of its shape, its badge on a dark disc.

    The pattern is a pre-mixed colour, never a see-through layer, so that the first frame is opaque.
    """
    theme, u = sheet.theme, sheet.u
    it = theme.identity(letter)
    sheet.panel(rect, fill=it.fill)
    shade = mixed(
        it.fill,
        theme.on_colour if it.fill != theme.identity("A").fill or theme.dark else "#FFFFFF",
        0.16,
    )
    step = 11 * u
    for line in range(int(rect.h // step) + 1):
        for place in range(int(rect.w // step) + 1):
            cx, cy = rect.x + (place + 0.5) * step, rect.y + (line + 0.5) * step
            if rect.inset(4 * u).contains(cx, cy):
                sheet.polygon(
                    shape_points(it.shape, cx, cy, 2.6 * u), outline=shade, outline_width=0.4 * u
                )
    r = min(28 * u, rect.w * 0.42, rect.h * 0.42)
    sheet.disc(rect.cx, rect.cy, r, fill=theme.well)
    badge(sheet, letter, rect.cx, rect.cy, r * 0.71, size=round(r * 0.55), role="essential")


def code_matrix(
    sheet: Sheet, rect: Rect, rows: Sequence[Sequence[bool]], *, quiet: int = 4
) -> None:
    """Draw a square code such as a QR code, dark on white, with a quiet edge of `quiet` modules."""
    theme = sheet.theme
    side = min(rect.w, rect.h)
    # Whole pixels per module keep every edge sharp for a camera.
    module = max(1, int(side // (len(rows) + 2 * quiet)))
    whole = rect.middle(module * (len(rows) + 2 * quiet), module * (len(rows) + 2 * quiet))
    left, top = round(whole.x), round(whole.y)
    sheet.box(left, top, whole.w, whole.h, fill=theme.white)
    for number, line in enumerate(rows):
        y = top + (number + quiet) * module
        for start, length in _dark_runs(line):
            sheet.box(left + (start + quiet) * module, y, length * module, module, fill="#000000")


def _dark_runs(line: Iterable[bool]) -> list[tuple[int, int]]:
    runs, at = [], 0
    for dark, modules in groupby(line):
        length = len(list(modules))
        if dark:
            runs.append((at, length))
        at += length
    return runs


def _tile_colours(
    sheet: Sheet, id: str, *, selected: bool, off: bool
) -> tuple[Colour, Colour, Colour | None]:
    theme = sheet.theme
    if selected:
        return theme.wheat, theme.ink, theme.paper_edge
    if off:
        return theme.panel, theme.text_2, theme.edge
    return theme.raised, theme.text_1, edge_of(sheet, id)


def _tile_words(sheet: Sheet, rect: Rect, words: tuple[str, str], colour: Colour) -> None:
    icon, name = words
    u, size = sheet.u, sheet.size("small")
    lines = sheet.wrap(name, rect.w - 1.2 * u, size=size, weight=600)
    icon_size = min(rect.h * 0.46, 4.6 * u)
    height = icon_size + 0.8 * u + len(lines) * size * 1.1
    y = rect.cy - height / 2
    sheet.icon(icon, rect.cx, y + icon_size / 2, icon_size, colour=colour)
    y += icon_size + 0.8 * u
    for line in lines:
        fits = height <= rect.h
        limit = rect.w - 0.8 * u
        sheet.text(
            rect.cx,
            y + size * 0.5,
            line,
            size=size,
            weight=600,
            colour=colour,
            anchor="middle",
            limit=limit,
            clipped=not fits,
        )
        y += size * 1.1


def _choice_circle(sheet: Sheet, at: tuple[float, float], r: float, answer: AnswerRow) -> None:
    theme, u = sheet.theme, sheet.u
    fill = theme.ink if answer.selected else theme.paper
    ink = theme.ink_2 if answer.why_off else theme.ink
    sheet.disc(*at, r, fill=fill, outline=ink, outline_width=0.28 * u)
    if answer.selected:
        sheet.icon("check", *at, r * 1.3, colour=theme.strip_text, stroke=3)
    elif answer.why_off:
        sheet.icon("lock", *at, r * 1.15, colour=ink, stroke=2.2)


def _answer_effects(sheet: Sheet, rect: Rect, answer: AnswerRow, *, beside: float) -> float:
    """Draw the effects at the right, under each other when there is height; give the width they take."""
    u = sheet.u
    if not answer.effects:
        return 0.0
    size = 3.15 * u
    widths = [effect_width(size, it) for it in answer.effects]
    tall = rect.h >= len(answer.effects) * (size + 1.2 * u)
    used = (max(widths) if tall else sum(widths) + 1.2 * u * (len(widths) - 1)) + 1.2 * u
    x = rect.right - used
    if x < beside:
        return 0.0
    for place, (it, width) in enumerate(zip(answer.effects, widths, strict=True)):
        cy = rect.cy + (place - (len(widths) - 1) / 2) * (size + 1.4 * u) if tall else rect.cy
        effect(sheet, x + width / 2, cy, it, size=size, paper=True)
        x += 0 if tall else width + 1.2 * u
    return used


def _answer_words(sheet: Sheet, room: Rect, answer: AnswerRow, colour: Colour) -> None:
    u, theme = sheet.u, sheet.theme
    title, small = sheet.size("strong"), sheet.size("small")
    detail = answer.why_off or answer.detail
    lines = sheet.wrap(detail, room.w, size=small) if detail else []
    heads = sheet.wrap(answer.title, room.w, size=title, weight=700)
    height = len(heads) * title * 1.1 + len(lines) * small * 1.2 + (0.5 * u if lines else 0)
    y, fits = room.cy - height / 2, height <= room.h
    for head in heads:
        sheet.text(
            room.x,
            y + title * 0.55,
            head,
            size=title,
            weight=700,
            colour=colour,
            limit=room.w,
            clipped=not fits,
        )
        y += title * 1.1
    y += 0.5 * u
    for line in lines:
        sheet.text(
            room.x,
            y + small * 0.6,
            line,
            size=small,
            colour=theme.ink_2,
            limit=room.w,
            clipped=not fits,
        )
        y += small * 1.2
