"""The News frame: the event card on paper at the left, its answers at the right."""

from dataclasses import dataclass

from coopgame.rules.snapshot import CardOptionView, CardView, Snapshot
from coopgame.screens.fitting import forty
from coopgame.screens.look import Look
from coopgame.screens.public.headline import whom_words
from coopgame.screens.public.strip import BUTTON, next_button, strip
from coopgame.screens.public.words_of import (
    LONGEST,
    answer_words,
    answers,
    card_theme,
    card_word,
    costs_of_nothing,
    is_line,
    meter_word,
    narrowed,
    nothing_words,
)
from coopgame.screens.saying import effects_of
from coopgame.ui.badges import badge
from coopgame.ui.cards import number_tile, paper, picture_band
from coopgame.ui.layout import Rect
from coopgame.ui.meters import Effect, effect, effect_row
from coopgame.ui.nodes import Frame, Role
from coopgame.ui.sheet import Sheet
from coopgame.ui.topbar import Timer

TOP, BOTTOM = 16.6, 96.4
_FOOT = 19.0
"""Height of the foot of the card: costs of doing nothing, place and year."""
_ROWS = 4


@dataclass(frozen=True, slots=True)
class _Setting:
    """How title and story of a card are set, so that they fit."""

    band: float
    """Height of the picture band, in percent of the height."""
    title: str
    title_size: int
    story_size: int
    column: float
    """Width of the story, in pixels."""
    named: bool = True
    """Whether the meters of the foot carry their names; in the narrow class icons may do."""


def news_frame(
    look: Look, snapshot: Snapshot, *, timer: Timer | None = None, go_on: str = ""
) -> Frame:
    """Return the card of this round with its answers; without a card it says so.

    With `go_on` there is a button `next` that says so.
    """
    sheet = look.sheet("news", "board")
    strip(sheet, look, snapshot, phase="news", timer=timer)
    u, x = sheet.u, sheet.M / 2
    width = (88.4 if sheet.wide else 62.6) * u
    left = Rect(x, TOP * u, width, (BOTTOM - TOP) * u)
    start = left.right + (3 if sheet.wide else 1.8) * u
    right = Rect(start, left.y, sheet.W - x - start, left.h)
    if snapshot.card is None:
        _calm(sheet, look, Rect(x, left.y, sheet.W - 2 * x, left.h), go_on)
        return sheet.frame()
    _paper(sheet, look, snapshot, (snapshot.card, left))
    if go_on:
        h = BUTTON * u
        next_button(sheet, look, Rect(right.x, right.bottom - h, right.w, h), go_on)
        right = Rect(right.x, right.y, right.w, right.h - h - 1.6 * u)
    _answers(sheet, look, snapshot.card, right)
    return sheet.frame()


def _calm(sheet: Sheet, look: Look, area: Rect, go_on: str) -> None:
    """Say that there is no card, and what to do."""
    u, words = sheet.u, look.words
    theme, title = sheet.theme, words.get("board.no_card")
    panel = Rect(area.x, area.y + 10 * u, area.w, 40 * u)
    edge = 0.2 * u
    sheet.panel(panel, fill=theme.panel, outline=theme.edge, outline_width=edge, radius=2 * u)
    x = panel.x + 14 * u
    sheet.disc(x, panel.cy, 8 * u, fill=theme.well, outline=theme.accent, outline_width=0.4 * u)
    sheet.icon("news", x, panel.cy, 9 * u, colour=theme.accent)
    x, room = x + 13 * u, panel.right - x - 16 * u
    size = next((s for s in map(sheet.percent, (6, 5.2, 4.6)) if sheet.fits(title, room, s, 700)),
                sheet.percent(4.6))  # fmt: skip
    sheet.declare_focus(title)
    y = sheet.paragraph(x, panel.y + 11 * u, room, title, role="focus", size=size, leading=1.1)
    text, size = words.get("board.no_card.do"), sheet.size("strong")
    column = narrowed(sheet, text, room, size, 600)
    for number, line in enumerate(sheet.balanced(text, column, size=size, weight=600)):
        line_y = y + 4 * u + number * size * 1.25
        sheet.text(x, line_y, line, role="strong", size=size, axis="top", limit=room)
    if go_on:
        h = BUTTON * u
        width = min(60 * u, area.w)
        next_button(sheet, look, Rect(area.right - width, area.bottom - h, width, h), go_on)


# The card ------------------------------------------------------------------------


def _paper(sheet: Sheet, look: Look, snapshot: Snapshot, it: tuple[CardView, Rect]) -> None:
    card, rect = it
    u, theme = sheet.u, sheet.theme
    paper(sheet, rect, radius=2, shadow=True)
    setting = _setting(sheet, look, card, rect)
    kind = card_theme(look, card.id)
    band = Rect(rect.x, rect.y, rect.w, setting.band * u)
    picture_band(sheet, band, kind, _theme_words(sheet, look, band, kind))
    if setting.band > 14:
        _motif(sheet, look, band, kind)
    right = rect.right - 3.2 * u
    if card.seat is not None:
        right -= 2.6 * u
        at = rect.y + min(5.2, setting.band / 2) * u
        size = sheet.size("essential")
        badge(sheet, look.letter(card.seat), right, at, 3.3 * u, size=size, paper=True)
        right -= 5.2 * u
    year = _year(look, snapshot)
    if year:
        sheet.text(
            right, rect.y + min(5.2, setting.band / 2) * u, year, weight=600,
            colour=theme.strip_text, ground=theme.family(kind), anchor="right",
        )  # fmt: skip
    x, y = sheet.M, band.bottom + 3.8 * u
    sheet.declare_focus(setting.title)
    room = rect.right - x - 3.2 * u
    y = _lines(sheet, (x, y), setting.title, (room, setting.title_size, 700, 1.08))
    y += 4.4 * u
    _lines(sheet, (x, y), card_word(look, card, "story"),
           (setting.column, setting.story_size, 400, _leading(sheet, setting.story_size)))  # fmt: skip
    _foot(sheet, look, (card, setting), rect)


def _theme_words(sheet: Sheet, look: Look, band: Rect, kind: str) -> str:
    """Return the theme in words, or nothing where only its sign has room."""
    words = look.words.get(f"board.theme.{kind}")
    room = band.right - sheet.M - 27 * sheet.u
    fits = sheet.fits(words, room, sheet.size("support"), 600) and len(words) <= LONGEST
    return words if fits else ""


def _year(look: Look, snapshot: Snapshot) -> str:
    """Return the year this round is set in; empty when the scenario has none."""
    years, place = look.story.years, snapshot.round - 1
    year = years[place] if 0 <= place < len(years) else None
    return str(year) if year is not None else ""


def _leading(sheet: Sheet, size: int) -> float:
    return 1.16 if size >= sheet.size("essential") else 1.22


def _setting(sheet: Sheet, look: Look, card: CardView, rect: Rect) -> _Setting:
    """Choose the fullest setting that fits: picture, then strip; title, then its short form.

    The size of the story goes down from essential to support only when nothing else helps.
    """
    title, short = card_word(look, card, "title"), card_word(look, card, "short")
    large = sheet.percent(7.2 if sheet.wide else 6.6)
    room = rect.right - sheet.M - 3.2 * sheet.u
    tried = None
    for text, size, k in (
        (title, large, 4.6),
        (short, large, 4.6),
        (title, sheet.percent(5.5), 4.6),
        (short, sheet.percent(5.5), 4.6),
        (short, sheet.percent(4.7), 4.6),
        (short, sheet.percent(5.5), 3.75),
        (short, sheet.percent(4.7), 3.15),
    ):
        for band, named in _forms(sheet):
            column = narrowed(sheet, card_word(look, card, "story"), room, sheet.percent(k))
            tried = _Setting(band, text, size, sheet.percent(k), column, named)
            if _fits(sheet, look, card, (tried, rect, room)):
                return tried
    assert tried is not None
    return tried


def _forms(sheet: Sheet) -> tuple[tuple[float, bool], ...]:
    """Return the forms of a card, the fullest first: height of its band, and named meters."""
    return ((22, True), (10.4, True)) if sheet.wide else ((10.4, True), (10.4, False))


def _fits(sheet: Sheet, look: Look, card: CardView, it: tuple[_Setting, Rect, float]) -> bool:
    setting, rect, room = it
    u = sheet.u
    titles = sheet.wrap(setting.title, room, size=setting.title_size, weight=700)
    most = 2 if sheet.wide else 3
    story = card_word(look, card, "story")
    lines = sheet.wrap(story, setting.column, size=setting.story_size)
    if len(titles) > most or any(len(line) > LONGEST for line in (*titles, *lines)):
        return False
    if not all(sheet.fits(line, room, setting.title_size, 700) for line in titles):
        return False
    leading = _leading(sheet, setting.story_size)
    height = setting.band * u + 3.8 * u + 4.4 * u
    height += setting.title_size * (0.66 + 1.08 * (len(titles) - 1))
    height += setting.story_size * (0.66 + leading * (len(lines) - 1))
    return height + 2.6 * u <= rect.h - _foot_height(sheet, card, setting) * u


def _lines(
    sheet: Sheet, at: tuple[float, float], text: str, look: tuple[float, int, int, float]
) -> float:
    """Draw a title or story line by line from the top of its capitals; give its lower end.

    A card has a limit of words instead of lines, so the ledger counts what is set here by words.
    """
    (x, y), (room, size, weight, leading) = at, look
    lines = sheet.wrap(text, room, size=size, weight=weight)
    role: Role = "essential" if size >= sheet.size("essential") else "strong"
    role = "focus" if weight == 700 else role
    for number, line in enumerate(lines):
        sheet.text(
            x, y + number * leading * size, line, role=role, size=size, weight=weight,
            colour=sheet.theme.ink, axis="top", limit=room, on_card=True,
        )  # fmt: skip
    return y + size * (0.66 + leading * (len(lines) - 1))


def _motif(sheet: Sheet, look: Look, band: Rect, kind: str) -> None:
    """Put the sign of the good, or of the theme, on the hills of the picture band."""
    u, theme = sheet.u, sheet.theme
    colour = theme.strip_text
    x, y = sheet.M + 3 * u, band.y + 15.6 * u
    for number in range(4):
        sheet.icon(look.story.title_icon, x + number * 6.3 * u, y, 5.8 * u, colour=colour, stroke=2)
    sheet.icon(
        f"th-{kind}", band.right - 11 * u, band.y + 13.6 * u, 11 * u, colour=colour, stroke=1.6
    )


def _foot_height(sheet: Sheet, card: CardView, setting: _Setting) -> float:
    if sheet.wide:
        return _FOOT
    return _FOOT + (2.0 if card.seat is None else 6.2) - (0 if setting.named else 4.6)


def _foot(sheet: Sheet, look: Look, it: tuple[CardView, _Setting], rect: Rect) -> None:
    """Draw what doing nothing costs, whom the card speaks to, and where it really happened."""
    card, setting = it
    u, theme, size = sheet.u, sheet.theme, sheet.size("support")
    x, right = sheet.M, rect.right - 4 * u
    y = rect.bottom - _foot_height(sheet, card, setting) * u
    sheet.line([(x, y), (right, y)], theme.paper_hair, 0.2 * u)
    case = _case_words(look, card)
    whom = whom_words(look, card)
    costs = costs_of_nothing(card)
    words = forty(sheet, nothing_words(look, costs), right - x, size)
    sheet.text(x, y + 3.5 * u, words, size=size, colour=theme.ink_2)
    names = [meter_word(look, place, short=not sheet.wide) for place in range(3)]
    _named(sheet, Rect(x, y + 8.3 * u, right - x, 0), costs, names if setting.named else [])
    if sheet.wide:
        used = sheet.text_width(words, size) + 3 * u
        if is_line(sheet, case, right - x - used, size):
            sheet.text(right, y + 3.5 * u, case, size=size, colour=theme.ink_2, anchor="right")
        return
    low = rect.bottom - 3.4 * u
    if card.seat is not None and is_line(sheet, whom, right - x, size, 600):
        sheet.text(x, low - 4.2 * u, whom, size=size, weight=600, colour=theme.ink)
    if is_line(sheet, case, right - x, size):
        sheet.text(x, low, case, size=size, colour=theme.ink_2)


def _case_words(look: Look, card: CardView) -> str:
    """Return place and year of the real case."""
    place = card_word(look, card, "place")
    found = look.story.case_years.get(card.id)
    if found is None:
        return look.words.get("news.case.place", place=place)
    return look.words.get("news.case", place=place, year=str(found))


def _named(sheet: Sheet, area: Rect, effects: tuple[Effect, ...], names: list[str]) -> None:
    """Draw effects over the names of their meters, each meter in its own place."""
    u, theme, size = sheet.u, sheet.theme, sheet.size("support")
    widths = [max(sheet.text_width(name, size, 600), 8.5 * u) for name in names]
    gap = (area.w - sum(widths)) / 2 if names else 0.0
    x = area.x
    for number, it in enumerate(effects):
        width = widths[number] if gap >= 0.8 * u else area.w / 3
        if it.steps != 0:
            effect(sheet, x + width / 2, area.y, it, paper=True)
        if gap >= 0.8 * u and it.steps != 0:
            sheet.text(
                x + width / 2, area.y + 4.6 * u, names[number], size=size, weight=600,
                colour=theme.ink, anchor="middle",
            )  # fmt: skip
        x += width + max(0.0, gap if gap >= 0.8 * u else 0)


# The answers ---------------------------------------------------------------------


def _answers(sheet: Sheet, look: Look, card: CardView, area: Rect) -> None:
    """Draw the answers in rows of equal height; with fewer than four the rest stays empty."""
    gap = 1.6 * sheet.u
    height = (area.h - gap * (_ROWS - 1)) / _ROWS
    count = answers(card)
    if sheet.wide and card.seat is not None and count < _ROWS:
        _whom(sheet, look, card, Rect(area.x, area.bottom - height, area.w, height))
    for number, option in enumerate(card.options[:count]):
        row = Rect(area.x, area.y + number * (height + gap), area.w, height)
        _answer(sheet, look, (card, number, option), row)


def _whom(sheet: Sheet, look: Look, card: CardView, rect: Rect) -> None:
    """Say to whom the card speaks, below the answers."""
    size = sheet.size("support")
    lines = sheet.balanced(whom_words(look, card), rect.w - 4 * sheet.u, size=size, weight=600)
    y = rect.cy - (len(lines) - 1) * size * 0.6
    for number, line in enumerate(lines[:2]):
        sheet.text(
            rect.x + 2.2 * sheet.u, y + number * size * 1.25, line, size=size, weight=600,
            colour=sheet.theme.text_2, limit=rect.w - 4 * sheet.u,
        )  # fmt: skip


def _answer(sheet: Sheet, look: Look, it: tuple[CardView, int, CardOptionView], row: Rect) -> None:
    card, number, option = it
    theme, u, size = sheet.theme, sheet.u, sheet.size("support")
    sheet.panel(row, fill=theme.panel, radius=1.8 * u)
    k = min(1.0, row.h / (18.7 * u)) * u
    x, first = row.x + 9.4 * u, row.y + 4.9 * k
    number_tile(sheet, Rect(row.x + 2.2 * u, first - 2.7 * u, 5.4 * u, 5.4 * u), str(number + 1))
    room = row.right - x - (14 * u if sheet.wide else 1.4 * u)
    lines = _title(sheet, Rect(x, first, room, 0), answer_words(look, card, number))
    y = row.y + 10.6 * k + (lines - 1) * 3.6 * u
    icon, needs = needs_words(look, option)
    if is_line(sheet, needs, room, size, 600):
        sheet.icon(icon, row.x + 4.9 * u, y, 3.4 * u, colour=theme.accent)
        sheet.text(x, y, needs, size=size, weight=600, colour=theme.text_2)
    effects = effects_of(option.presses)
    if not sheet.wide:
        if lines == 1:
            effect_row(sheet, Rect(x, row.y + 15.3 * k, 0, 0), effects, size=4.2 * u)
        return
    detail = look.content.option(card.id, option.id, "detail") if look.content else ""
    if lines == 1 and is_line(sheet, detail, room, size):
        sheet.text(x, row.y + 14.9 * k, detail, size=size, colour=theme.text_2)
    _effects(sheet, row, effects, k)


def _title(sheet: Sheet, area: Rect, title: str) -> int:
    """Draw the name of an answer in one line, or smaller in two; give how many lines it took."""
    room = min(area.right, sheet.W - sheet.M) - area.x
    if sheet.fits(title, room, sheet.size("essential"), 700):
        sheet.text(area.x, area.y, title, role="essential", limit=room)
        return 1
    size = sheet.size("strong")
    if sheet.fits(title, area.w, size, 700):
        sheet.text(area.x, area.y, title, role="strong", weight=700, limit=area.w)
        return 1
    lines = sheet.balanced(title, area.w, size=size, weight=700)
    for number, line in enumerate(lines):
        y = area.y + (number - 0.2) * size * 1.12
        sheet.text(area.x, y, line, role="strong", weight=700, limit=area.w)
    return len(lines)


def _effects(sheet: Sheet, row: Rect, effects: tuple[Effect, ...], k: float) -> None:
    """Draw up to three effects under each other at the right of an answer."""
    u = sheet.u
    step = 7.0 if len(effects) < 3 else 5.3
    top = 6.0 if len(effects) < 3 else 4.2
    for number, it in enumerate(effects):
        line = Rect(row.right - 13 * u, row.y + (top + number * step) * k, 0, 0)
        effect_row(sheet, line, [it], size=4.6 * u)


def needs_words(look: Look, option: CardOptionView) -> tuple[str, str]:
    """Return icon and words of who must agree to an answer; the sign of its move when nobody."""
    words = look.words
    if "members" in option.consent:
        return "voice", words.get("news.needs.members")
    if "partner" in option.consent:
        return "contract", words.get("news.needs.partner")
    if "others" in option.consent:
        return "dialogue", words.get("news.needs.others", count=max(1, option.others))
    icon = "organise" if option.verb in {"inform", "represent"} else option.verb
    return icon, words.get("news.needs.nobody")
