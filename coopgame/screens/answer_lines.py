"""One answer on the paper of the private screen: circle, title, cost or reason, expected arrows.

Finds the arrangement that fits: arrows stacked at the right, side by side, or below the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.screens.fitting import fitted_lines
from coopgame.ui.buttons import focus_ring
from coopgame.ui.layout import Rect
from coopgame.ui.meters import effect, effect_width
from coopgame.ui.sheet import Sheet
from coopgame.ui.tiles import AnswerRow


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the words and the arrows of a row are laid."""

    place: str
    """`stacked`, `beside` or `below`."""
    heads: Sequence[str]
    under: Sequence[str]
    width: float
    """What the arrows take at the right."""
    height: float


def answer_line(sheet: Sheet, id: str, rect: Rect, answer: AnswerRow) -> None:
    """Draw an answer as a control; off, it wears a lock and says why."""
    u, theme = sheet.u, sheet.theme
    with sheet.control(
        id, rect, answer.title, kind="choice", enabled=not answer.why_off, why_off=answer.why_off,
        key=answer.key, order=answer.order, help=answer.detail,
        value="on" if answer.selected else "off",
    ):  # fmt: skip
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.4 * u)
        fill = theme.white if answer.selected else theme.inset
        edge = theme.ink if answer.selected or sheet.is_hovered(id) else theme.paper_line
        width = (0.45 if answer.selected else 0.2) * u
        sheet.panel(rect, fill=fill, outline=edge, outline_width=width, radius=1.4 * u)
        x = _circle(sheet, rect, answer)
        room = Rect(x, rect.y, rect.right - x - 1.4 * u, rect.h)
        _contents(sheet, room, answer)


def _circle(sheet: Sheet, rect: Rect, answer: AnswerRow) -> float:
    """Draw the circle with its number, check or lock; give where the words start."""
    u, theme = sheet.u, sheet.theme
    r = min(1.9 * u * max(1.0, sheet.text_scale / 130), rect.h * 0.36)
    cx = rect.x + 1.4 * u + r
    ink = theme.ink_2 if answer.why_off else theme.ink
    fill = theme.ink if answer.selected else theme.paper
    sheet.disc(cx, rect.cy, r, fill=fill, outline=ink, outline_width=0.28 * u)
    if answer.selected:
        sheet.icon("check", cx, rect.cy, r * 1.3, colour=theme.strip_text, stroke=3)
    elif answer.why_off:
        sheet.icon("lock", cx, rect.cy, r * 1.15, colour=ink, stroke=2.2)
    else:
        size = sheet.size("small")
        sheet.text(
            cx, rect.cy, answer.key, size=size, weight=700, colour=ink, ground=fill, anchor="middle"
        )
    return cx + r + 1.4 * u


def _contents(sheet: Sheet, room: Rect, answer: AnswerRow) -> None:
    theme, u = sheet.theme, sheet.u
    it = _arranged(sheet, room, answer)
    title, small, mark = sheet.size("strong"), sheet.size("small"), _mark(sheet)
    ink = theme.ink_2 if answer.why_off else theme.ink
    fits = it.height <= room.h
    y = room.cy - it.height / 2
    for line in it.heads:
        sheet.text(room.x, y + title * 0.55, line, size=title, weight=700, colour=ink,
                   clipped=not fits)  # fmt: skip
        y += title * 1.1
    for line in it.under:
        sheet.text(room.x, y + small * 0.6, line, size=small, colour=theme.ink_2,
                   clipped=not fits)  # fmt: skip
        y += small * 1.18
    count, x = len(answer.effects), room.right - it.width
    for place, effect_ in enumerate(answer.effects if it.place != "none" else ()):
        width = effect_width(mark, effect_)
        if it.place == "stacked":
            cy = room.cy + (place - (count - 1) / 2) * (mark + 0.7 * u)
            effect(sheet, x + width / 2, cy, effect_, size=mark, paper=True)
            continue
        if it.place == "below" and place == 0:
            x = room.x
        cy = y + mark * 0.6 if it.place == "below" else room.cy
        effect(sheet, x + width / 2, cy, effect_, size=mark, paper=True)
        x += width + 1.0 * u


def _mark(sheet: Sheet) -> float:
    return 2.9 * sheet.u * max(1.0, sheet.text_scale / 125)


def _arranged(sheet: Sheet, room: Rect, answer: AnswerRow) -> Arrangement:
    """Return the first arrangement that fits, else the lowest one."""
    u, mark = sheet.u, _mark(sheet)
    widths = [effect_width(mark, it) for it in answer.effects]
    tried: list[Arrangement] = []
    if not widths:
        bare = _laid(sheet, room, answer, ("beside", 0.0, 0.0))
        return bare if bare.height <= room.h else _title_only(sheet, room, answer, 0.0)
    stack = len(widths) * (mark + 0.7 * u)
    if stack <= room.h:
        tried.append(_laid(sheet, room, answer, ("stacked", max(widths), 0.0)))
    side = sum(widths) + 1.0 * u * (len(widths) - 1)
    tried.append(_laid(sheet, room, answer, ("beside", side, 0.0)))
    tried.append(_laid(sheet, room, answer, ("below", 0.0, mark * 1.2)))
    found = next((it for it in tried if it.height <= room.h), None)
    return found or _title_only(sheet, room, answer, side)


def _title_only(sheet: Sheet, room: Rect, answer: AnswerRow, side: float) -> Arrangement:
    """Return a row without its second line; the preview tells what it says."""
    title = sheet.size("strong")
    left = room.w - side - 1.2 * sheet.u
    place, width = ("beside", side) if left > room.w * 0.4 else ("none", 0.0)
    left = left if width else room.w
    most = max(1, int(room.h // (title * 1.1)))
    heads = fitted_lines(sheet, answer.title, (left, most), size=title, weight=700)
    return Arrangement(place, heads, (), width, len(heads) * title * 1.1)


def _laid(
    sheet: Sheet, room: Rect, answer: AnswerRow, how: tuple[str, float, float]
) -> Arrangement:
    place, width, extra = how
    title, small = sheet.size("strong"), sheet.size("small")
    left = room.w - (width + 1.2 * sheet.u if width else 0)
    if left < 8 * title * 0.5:
        return Arrangement(place, (answer.title,), (), width, 10_000)
    heads = sheet.wrap(answer.title, left, size=title, weight=700)
    detail = answer.why_off or answer.detail
    under = sheet.wrap(detail, left, size=small) if detail else []
    height = len(heads) * title * 1.1 + len(under) * small * 1.18 + extra
    too_wide = any(not sheet.fits(line, left, title, 700) for line in heads) or any(
        not sheet.fits(line, left, small) for line in under
    )
    return Arrangement(place, heads, under, width, height + (10_000 if too_wide else 0))
