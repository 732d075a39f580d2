"""The card of this round as it lies under the board: headline, answers, what doing nothing costs."""

from dataclasses import dataclass

from coopgame.rules.snapshot import CardView, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.strip import BUTTON, next_button
from coopgame.screens.public.words_of import (
    answer_words,
    answers,
    card_theme,
    card_word,
    costs_of_nothing,
    fitting,
    is_line,
    meter_word,
    narrowed,
    nothing_words,
)
from coopgame.ui.cards import number_tile, paper, side_strip
from coopgame.ui.layout import Rect
from coopgame.ui.meters import effect, effect_width
from coopgame.ui.sheet import Sheet


@dataclass(frozen=True, slots=True)
class _Card:
    """The card under the board and its parts."""

    rect: Rect
    words: Rect
    """Where headline and answers stand."""
    side: Rect
    """Where costs and button stand; without width when there are none."""


def headline_card(
    sheet: Sheet, look: Look, snapshot: Snapshot, rect: Rect, words: tuple[str, str]
) -> None:
    """Draw the card under the board; flat rectangles show the headline only.

    `words` are those of the button that goes on, and what it says there while it waits.
    """
    go_on, waits = words
    paper(sheet, rect)
    card = snapshot.card
    parts = _parts(sheet, rect, go_on or waits, has_card=card is not None)
    if card is None:
        _empty(sheet, look, parts)
    else:
        strip = Rect(rect.x, rect.y, parts.words.x - 2.4 * sheet.u - rect.x, rect.h)
        side_strip(sheet, strip, card_theme(look, card.id))
        _headline(sheet, look, card, parts)
        _costs(sheet, look, card, parts, is_small=bool(go_on or waits))
    if go_on:
        next_button(sheet, look, _place_of_button(sheet, parts), go_on)
    elif waits:
        _waits(sheet, _place_of_button(sheet, parts), waits)


def _parts(sheet: Sheet, rect: Rect, go_on: str, *, has_card: bool) -> _Card:
    u = sheet.u
    is_flat = rect.h < 12 * u
    strip = sheet.M / 2 + (6.4 if is_flat else 9.5 if sheet.wide else 5.4) * u
    x = rect.x + strip + 2.4 * u
    right = sheet.W - sheet.M
    meters = sheet.M + sheet.U * (0.703 if sheet.wide else 0.735)
    start = meters - (3 if sheet.wide else 13) * u
    if is_flat:
        start = meters - (8 * u if go_on else 0)
    if go_on and not is_flat:
        start -= 1.5 * u
    if not has_card and not go_on:
        start = right
    side = Rect(start + u, rect.y, max(0.0, right - start - u), rect.h)
    return _Card(rect, Rect(x, rect.y, start - x - 2 * u, rect.h), side)


def _place_of_button(sheet: Sheet, parts: _Card) -> Rect:
    u, side = sheet.u, parts.side
    h = BUTTON * u
    y = parts.rect.cy - h / 2 if parts.rect.h < 12 * u else parts.rect.bottom - h - 1.2 * u
    return Rect(side.x, y, side.w, h)


def _waits(sheet: Sheet, rect: Rect, words: str) -> None:
    """Say what the board waits for, on the dark of the board: nothing can be pressed here."""
    u, theme = sheet.u, sheet.theme
    sheet.panel(rect, fill=theme.panel, radius=1.4 * u)
    sheet.icon("clock", rect.x + 4.2 * u, rect.cy, 4.2 * u)
    room, size = rect.w - 8.6 * u, sheet.size("support")
    lines = sheet.balanced(words, room, size=size, weight=600)[:2]
    for number, line in enumerate(lines):
        y = rect.cy + (number - (len(lines) - 1) / 2) * size * 1.1
        sheet.text(rect.x + 7.4 * u, y, line, size=size, weight=600, limit=room)


def _empty(sheet: Sheet, look: Look, parts: _Card) -> None:
    """Say that there is no card this round, and what to do."""
    theme, u, rect, words = sheet.theme, sheet.u, parts.rect, parts.words
    r = min(4.6 * u, rect.h * 0.36)
    x = rect.x + (words.x - rect.x) / 2
    sheet.disc(x, rect.cy, r, fill=theme.inset, outline=theme.paper_line, outline_width=0.3 * u)
    sheet.icon("news", x, rect.cy, r * 1.2, colour=theme.ink)
    title = look.words.get("board.no_card")
    is_flat = rect.h < 12 * u
    lines, size = _title_lines(sheet, title, words.w)
    y = (rect.cy if is_flat else rect.y + 5.2 * u) - (len(lines) - 1) * size * 0.51
    sheet.declare_focus(title)
    for number, line in enumerate(lines):
        sheet.text(
            words.x, y + number * size * 1.02, line, role="focus", size=size, colour=theme.ink,
            limit=words.w,
        )  # fmt: skip
    if not is_flat and len(lines) == 1:
        text = look.words.get("board.no_card.do")
        room = narrowed(sheet, text, words.w, sheet.size("support"))
        sheet.paragraph(words.x, rect.y + 9.0 * u, room, text, colour=theme.ink_2, lines=2)


def _title_lines(sheet: Sheet, text: str, room: float) -> tuple[list[str], int]:
    """Return a title in one line as large as it fits, else in two."""
    for k in (5.5, 5.0, 4.6):
        size = sheet.percent(k)
        if is_line(sheet, text, room, size, 700):
            return [text], size
    size = sheet.percent(4.6)
    return sheet.balanced(text, room, size=size, weight=700)[:2], size


def _headline(sheet: Sheet, look: Look, card: CardView, parts: _Card) -> None:
    u, theme, words = sheet.u, sheet.theme, parts.words
    is_flat = parts.rect.h < 12 * u
    lines, size = _headline_lines(sheet, look, card, parts)
    if is_flat:
        step = size * 1.04
        y = parts.rect.cy - step * (len(lines) - 1) / 2
    else:
        y, step = parts.rect.y + 4.6 * u, size * 1.02
    for number, line in enumerate(lines):
        sheet.text(
            words.x, y + number * step, line, role="focus", size=size, colour=theme.ink,
            limit=words.w,
        )  # fmt: skip
    if not is_flat and len(lines) == 1:
        _answers(sheet, look, card, Rect(words.x, parts.rect.y + 9.75 * u, words.w, 0))
    elif not is_flat and len(lines) == 2:
        _whom(sheet, look, card, Rect(words.x, parts.rect.y + 14.2 * u, words.w, 0))


def _headline_lines(
    sheet: Sheet, look: Look, card: CardView, parts: _Card
) -> tuple[list[str], int]:
    """Return the title in one line, else its short form, else the title in two lines."""
    title, short = card_word(look, card, "title"), card_word(look, card, "short")
    size = sheet.percent(5.2 if parts.rect.h < 12 * sheet.u else 5.5 if sheet.wide else 5.0)
    if is_line(sheet, title, parts.words.w, size, 700):
        return [title], size
    if sheet.wide and is_line(sheet, short, parts.words.w, size, 700):
        return [short], size
    for text, k in ((title, size), (short, size), (short, sheet.percent(4.6))):
        column = narrowed(sheet, text, parts.words.w, k, 700)
        lines = sheet.balanced(text, column, size=k, weight=700)
        fits = all(is_line(sheet, line, parts.words.w, k, 700) for line in lines)
        if len(lines) <= 2 and fits:
            return lines, k
    return sheet.balanced(short, parts.words.w, size=sheet.percent(4.6), weight=700), sheet.percent(
        4.6
    )


def _answers(sheet: Sheet, look: Look, card: CardView, area: Rect) -> None:
    """Draw the answers two by two, when every one of them fits."""
    u, size = sheet.u, sheet.size("support")
    count = answers(card)
    column = area.w / 2
    labels = [answer_words(look, card, number) for number in range(count)]
    if not all(sheet.fits(label, column - 5 * u, size, 600) for label in labels):
        _whom(sheet, look, card, area.moved(0, 1.4 * u))
        return
    for number, label in enumerate(labels):
        x, y = area.x + (number % 2) * column, area.y + (number // 2) * 4.15 * u
        number_tile(
            sheet, Rect(x, y - 1.75 * u, 3.3 * u, 3.5 * u), str(number + 1), paper_below=True
        )
        sheet.text(
            x + 4.4 * u, y, label, size=size, weight=600, colour=sheet.theme.ink,
            limit=column - 5 * u,
        )  # fmt: skip


def _whom(sheet: Sheet, look: Look, card: CardView, area: Rect) -> None:
    """Say whom the card speaks to."""
    text = whom_words(look, card)
    size = sheet.size("support")
    if is_line(sheet, text, area.w, size):
        sheet.text(area.x, area.y, text, size=size, colour=sheet.theme.ink_2, limit=area.w)


def whom_words(look: Look, card: CardView) -> str:
    """Return whom a card speaks to, in words."""
    if card.seat is None:
        return look.words.get("news.for_all")
    return look.words.get(
        "news.for_one", letter=look.letter(card.seat), name=look.cooperative(card.seat)
    )


def _costs(sheet: Sheet, look: Look, card: CardView, parts: _Card, *, is_small: bool) -> None:
    """Draw what doing nothing costs; beside a button without names, in flat cards alone."""
    u, theme, side, rect = sheet.u, sheet.theme, parts.side, parts.rect
    effects = costs_of_nothing(card)
    is_flat = rect.h < 12 * u
    if (is_small and is_flat) or not effects:
        return
    columns = Rect(side.x, rect.y, side.w, rect.h).columns(3)
    if is_flat:
        for column, it in zip(columns, effects, strict=True):
            if it.steps != 0:
                effect(sheet, column.cx, rect.cy, it, size=5.2 * u, paper=True)
        return
    x = side.x - 1.6 * u
    sheet.line([(x, rect.y + 2 * u), (x, rect.bottom - 2 * u)], theme.paper_hair, 0.2 * u)
    if is_small:
        _cost_line(sheet, look, card, Rect(side.x, rect.y + 4.2 * u, side.w, 0))
        return
    size = sheet.size("support")
    words = fitting(sheet, [nothing_words(look, effects)], side.w, size)
    sheet.text(side.cx, rect.y + 3.7 * u, words, size=size, colour=theme.ink_2, anchor="middle")
    names = [meter_word(look, place, short=True) for place in range(3)]
    widths = [max(sheet.text_width(name, size, 600), 8.5 * u) for name in names]
    gap = (side.w - sum(widths)) / 3
    with_names = gap >= 0.8 * u
    left = side.x + gap / 2
    for column, name, width, it in zip(columns, names, widths, effects, strict=True):
        middle = left + width / 2 if with_names else column.cx
        left += width + gap
        if it.steps == 0:
            continue
        effect(sheet, middle, rect.y + (8.6 if with_names else 10) * u, it, paper=True)
        if with_names:
            sheet.text(
                middle, rect.y + 13.7 * u, name, size=size, weight=600, colour=theme.ink,
                anchor="middle",
            )  # fmt: skip


def _cost_line(sheet: Sheet, look: Look, card: CardView, area: Rect) -> None:
    """Draw the costs in one line over the button: words when they fit, and the meters."""
    u, size = sheet.u, sheet.size("support")
    effects = [it for it in costs_of_nothing(card) if it.steps != 0]
    icon = 4.2 * u
    widths = [effect_width(icon, it) for it in effects]
    needed = sum(widths) + 1.4 * u * len(widths)
    words = nothing_words(look, costs_of_nothing(card))
    x = area.x
    if sheet.text_width(words, size) + u + needed <= area.w:
        x += sheet.text(x, area.y, words, size=size, colour=sheet.theme.ink_2) + 1.6 * u
    for it, width in zip(effects, widths, strict=True):
        effect(sheet, x + width / 2, area.y, it, size=icon, paper=True)
        x += width + 1.4 * u
