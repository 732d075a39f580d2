"""Paper: event cards, picture bands, answer tiles, news strips and notes. Holds no words of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.ui.contrast import mixed
from coopgame.ui.layout import Rect
from coopgame.ui.meters import Effect, effect_row
from coopgame.ui.nodes import Colour, Role
from coopgame.ui.sheet import WEIGHTS, Sheet, bend

_WARM = "#E3A65B"


@dataclass(frozen=True, slots=True)
class Note:
    """An empty or error state: what, what to do, what is safe."""

    icon: str
    title: str
    do: str = ""
    safe: str = ""
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a card as a tile: number, name, what it needs, one line of cost or risk, effects."""

    number: int
    title: str
    need_icon: str = ""
    need: str = ""
    detail: str = ""
    effects: Sequence[Effect] = ()


def paper(sheet: Sheet, rect: Rect, *, radius: float = 1.8, shadow: bool = False) -> None:
    """Draw a sheet of paper; the radius in percent of the height."""
    u, theme = sheet.u, sheet.theme
    if shadow and theme.dark:
        sheet.panel(rect.moved(0.7 * u, 0.8 * u), fill=theme.well, radius=radius * u)
    edge = 0.3 * u if theme.paper_edge else 0
    sheet.panel(
        rect, fill=theme.paper, outline=theme.paper_edge, outline_width=edge, radius=radius * u
    )


def side_strip(sheet: Sheet, rect: Rect, card_theme: str, *, icon: str = "") -> None:
    """Draw the coloured left end of a news card, with the icon of its theme."""
    u, colour = sheet.u, sheet.theme.family(card_theme)
    sheet.panel(rect, fill=colour, radius=1.8 * u)
    sheet.box(rect.right - 2 * u, rect.y, 2 * u, rect.h, fill=colour)
    size = min(8.4 * u, rect.w * 0.8, rect.h * 0.7)
    sheet.icon(
        icon or f"th-{card_theme}",
        rect.cx,
        rect.cy,
        size,
        colour=sheet.theme.strip_text,
        stroke=1.9,
    )


def top_strip(sheet: Sheet, rect: Rect, card_theme: str, title: str) -> None:
    """Draw the coloured head of a card: icon and words; the caller draws the paper first."""
    u, theme = sheet.u, sheet.theme
    colour = theme.family(card_theme)
    sheet.panel(rect, fill=colour, radius=1.8 * u)
    sheet.box(rect.x, rect.bottom - 2 * u, rect.w, 2 * u, fill=colour)
    size = min(rect.h * 0.52, 4.6 * u)
    x = rect.x + 2.2 * u
    sheet.icon(f"th-{card_theme}", x + size / 2, rect.cy, size, colour=theme.strip_text, stroke=1.9)
    left = x + size + 1.4 * u
    role: Role = "strong" if sheet.surface == "seat" else "support"
    limit = rect.right - left - u
    sheet.text(
        left,
        rect.cy,
        title,
        role=role,
        weight=600,
        colour=theme.strip_text,
        ground=colour,
        limit=limit,
    )


def picture_band(sheet: Sheet, rect: Rect, card_theme: str, words: str) -> None:
    """Draw the upper band of a card: flat hills in two tints of the family colour, the theme in words."""
    u, theme = sheet.u, sheet.theme
    colour = theme.family(card_theme)
    sheet.panel(Rect(rect.x, rect.y, rect.w, rect.h + 2 * u), fill=colour, radius=2 * u)
    if rect.h > 14 * u:
        _hills(sheet, rect, colour)
    # The band keeps round corners at the top only: paper covers the lower ones.
    sheet.box(rect.x, rect.bottom, rect.w, 2.4 * u, fill=theme.paper)
    x, y = sheet.M, rect.y + min(5.2 * u, rect.h / 2)
    x = max(x, rect.x + 2.6 * u)
    sheet.icon(f"th-{card_theme}", x + 2.2 * u, y, 4.6 * u, colour=theme.strip_text, stroke=1.9)
    limit = rect.right - x - 7 * u
    sheet.text(x + 6 * u, y, words, weight=600, colour=theme.strip_text, ground=colour, limit=limit)


def hill_colours(family: Colour) -> tuple[Colour, Colour, Colour]:
    """Give the far hill, the near hill and the dark of a picture band."""
    return mixed(family, _WARM, 0.22), mixed(family, _WARM, 0.36), mixed(family, "#000000", 0.42)


def number_tile(sheet: Sheet, rect: Rect, number: str, *, paper_below: bool = False) -> None:
    """Draw the number of an answer on a square tile."""
    theme, u = sheet.theme, sheet.u
    fill, colour = (theme.ink, theme.strip_text) if paper_below else (theme.text_1, theme.well)
    sheet.panel(rect, fill=fill, radius=min(1.1 * u, rect.h * 0.2))
    large = rect.h > 4.6 * u
    size = sheet.size("essential") if large else sheet.size("support")
    role: Role = "essential" if large else "support"
    sheet.text(
        rect.cx,
        rect.cy,
        number,
        size=size,
        weight=700,
        role=role,
        colour=colour,
        ground=fill,
        anchor="middle",
    )


def answer_tile(sheet: Sheet, rect: Rect, answer: Answer) -> None:
    """Draw one answer on the News frame: number, title, need, one detail, effects at the right or below."""
    theme, u, size = sheet.theme, sheet.u, sheet.size("support")
    sheet.panel(rect, fill=theme.panel, radius=1.8 * u)
    number_tile(
        sheet, Rect(rect.x + 2.2 * u, rect.y + 2.2 * u, 5.4 * u, 5.4 * u), str(answer.number)
    )
    x = rect.x + 9.4 * u
    room = rect.right - x - (12 * u if sheet.wide else 1.4 * u)
    sheet.text(x, rect.y + 4.9 * u, answer.title, role="essential", limit=rect.right - x - u)
    y = rect.y + 10.6 * u
    if answer.need:
        sheet.icon(answer.need_icon or "next", rect.x + 4.9 * u, y, 3.4 * u, colour=theme.accent)
        sheet.text(x, y, answer.need, size=size, weight=600, colour=theme.text_2, limit=room)
        y += 4.3 * u
    if sheet.wide:
        sheet.text(x, y, answer.detail, size=size, colour=theme.text_2, limit=room)
        for number, it in enumerate(answer.effects[:2]):
            line = Rect(rect.right - 13 * u, rect.y + (9.2 + number * 5.8) * u, 12 * u, 0)
            effect_row(sheet, line, [it], size=4.6 * u)
    else:
        effect_row(sheet, Rect(x, rect.y + 15.3 * u, 0, 0), answer.effects, size=4.4 * u)


def note(sheet: Sheet, rect: Rect, it: Note) -> None:
    """Draw an empty or error state on a panel: icon in a ring, what, what to do, what is safe."""
    theme, u = sheet.theme, sheet.u
    ground = theme.alert if it.wrong else theme.panel
    sign = theme.loss if it.wrong else theme.accent
    edge = theme.loss if it.wrong else theme.edge
    width = 0.37 * u if it.wrong else 0.2 * u
    sheet.panel(rect, fill=ground, outline=edge, outline_width=width, radius=1.9 * u)
    r = min(5.7 * u, rect.h * 0.3)
    middle = rect.x + r + 3.6 * u
    sheet.disc(middle, rect.cy, r, fill=theme.well, outline=sign, outline_width=0.37 * u)
    sheet.icon(it.icon, middle, rect.cy, r * 1.16, colour=sign)
    x = middle + r + 2.8 * u
    room = rect.right - x - 2 * u
    lines: list[tuple[str, Role, Colour]] = [
        (it.title, "essential", theme.text_1),
        (it.do, "strong", theme.text_1),
        (it.safe, "support", theme.text_2),
    ]
    _stacked(sheet, Rect(x, rect.y, room, rect.h), [line for line in lines if line[0]])


def _stacked(sheet: Sheet, rect: Rect, lines: Sequence[tuple[str, Role, Colour]]) -> None:
    """Draw lines of several roles under each other, around the middle of a rectangle."""
    blocks = []
    for text, role, colour in lines:
        size = sheet.size(role)
        wrapped = sheet.wrap(text, rect.w, size=size, weight=WEIGHTS[role])
        blocks.append((text, role, colour, size, (len(wrapped) - 1) * 1.2 * size + 0.66 * size))
    gap = 2.2 * sheet.u
    height = sum(block[4] for block in blocks) + gap * (len(blocks) - 1)
    y, fits = rect.cy - height / 2, height <= rect.h - 2 * sheet.u
    for text, role, colour, size, _ in blocks:
        bottom = sheet.paragraph(
            rect.x,
            y,
            rect.w,
            text,
            role=role,
            size=size,
            weight=WEIGHTS[role],
            colour=colour,
            leading=1.2,
            clipped=not fits,
        )
        y = bottom + gap


def _hills(sheet: Sheet, rect: Rect, colour: Colour) -> None:
    u, x, y, w = sheet.u, rect.x, rect.y, rect.w
    far, near, _ = hill_colours(colour)
    floor = [(x + w, rect.bottom), (x, rect.bottom)]
    back = bend(
        (x, y + 14.5 * u),
        (x + w * 0.25, y + 8 * u),
        (x + w * 0.5, y + 14 * u),
        (x + w, y + 9.5 * u),
    )
    front = bend(
        (x, y + 17 * u),
        (x + w * 0.35, y + 19 * u),
        (x + w * 0.6, y + 12.5 * u),
        (x + w, y + 16.5 * u),
    )
    sheet.polygon([*back, *floor], fill=far)
    sheet.polygon([*front, *floor], fill=near)
