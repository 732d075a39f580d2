"""Help: how to play, the models, the meters, the keys, and every word of the game explained.

Each part is a list of terms with an explanation, laid over as many pages as it needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from coopgame.screens.fitting import fitted
from coopgame.screens.look import Look
from coopgame.ui.buttons import button, icon_button
from coopgame.ui.inputs import tabs
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame
from coopgame.ui.sheet import Sheet

DONE, NEXT, PREVIOUS = "done", "next", "previous"

PARTS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "play": (
        ("help.play.goal", "goal"), ("help.play.news", "news"), ("help.play.talk", "dialogue"),
        ("help.play.choose", "choose"), ("help.play.reveal", "eye"),
        ("help.play.settle", "settle"), ("help.play.look_back", "lookback"),
    ),
    "models": (
        ("help.models.coordinate", "coordinate"), ("help.models.merge", "merge"),
        ("help.models.contract", "contract"), ("help.models.integrate", "integrate"),
        ("help.models.mixed", "open_up"), ("help.models.combine", "region"),
    ),
    "meters": (
        ("help.meters.trust", "trust"), ("help.meters.price", "price"),
        ("help.meters.autonomy", "autonomy"), ("help.meters.capital", "capital"),
        ("help.meters.volume", "crate"), ("help.meters.members", "commitment"),
    ),
    "keys": (
        ("help.keys.go_on", "next"), ("help.keys.digits", "list"), ("help.keys.move", "keyboard"),
        ("help.keys.undo", "undo"), ("help.keys.recap", "lookback"),
        ("help.keys.timer", "clock"), ("help.keys.help", "help"),
    ),
    "glossary": tuple(
        (f"glossary.{id}", icon)
        for id, icon in (
            ("cooperative", "coop"), ("producer", "production"), ("consumer", "consumption"),
            ("mixed", "open_up"), ("collective", "members"), ("member", "human"),
            ("commitment", "commitment"), ("chain", "region"), ("stage", "processing"),
            ("coordination", "coordinate"), ("merger", "merge"), ("contract", "contract"),
            ("integration", "integrate"), ("trust", "trust"), ("price_control", "price"),
            ("autonomy", "autonomy"), ("bargaining", "scale"), ("size", "th-power"),
            ("mismatch", "th-mismatch"), ("competition", "th-competition"),
            ("investment", "th-investment"), ("scale", "building"), ("voice", "represent"),
            ("openness", "inform"), ("district", "home"), ("vote", "voice"), ("tie", "dialogue"),
            ("pact", "coordinate"), ("partner", "company"), ("neighbour", "coop"),
            ("ambition", "star"), ("mission", "goal"), ("index", "th-market"), ("glut", "volume"),
            ("fixed", "lock"), ("indexed", "price-tag"), ("free_rider", "leave"),
            ("horizon", "clock"), ("card", "news"),
        )
    ),
}  # fmt: skip
"""Every part of the help: the key of each term and its icon, in reading order."""

ABOUT: Final = {
    "dialogue": "tie", "coordinate": "coordination", "merge": "merger", "contract": "contract",
    "integrate": "integration", "organise": "voice", "specialise": "bargaining",
    "open_up": "mixed", "leave": "pact", "hold": "horizon", "inform": "openness",
    "represent": "voice", "fixed": "fixed", "indexed": "indexed", "mission": "mission",
}  # fmt: skip
"""What a control is about -> the word of the glossary that explains it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One explained word, broken into lines."""

    key: str
    icon: str
    head: tuple[str, ...]
    body: tuple[str, ...]
    height: float


def term_about(control: str) -> str:
    """Return the key of the term that explains a control; empty when there is none."""
    parts = control.split(".")
    found = next((ABOUT[part] for part in reversed(parts) if part in ABOUT), "")
    return f"glossary.{found}" if found else ""


def help_frame(look: Look, part: str, page: int, *, about: str = "") -> Frame:
    """Return one page of one part; the term `about` is marked."""
    sheet = look.sheet("help", "seat")
    t, u, words = _t(sheet), sheet.u, look.words
    size = sheet.percent(4.2 if look.text_scale <= 125 else 3.2)
    edge = sheet.W * 0.04
    sheet.text(edge, 4.4 * t, words.get("help.title"), size=size, weight=700, role="focus")
    strip = Rect(edge, 7.4 * t, sheet.W - 2 * edge, max(6 * t, 5 * u))
    room, small = strip.w / len(PARTS) - 1.4 * u, sheet.size("support")
    names = [
        (f"part.{it}", fitted(sheet, words.get(f"help.tab.{it}"), room, small, 700)) for it in PARTS
    ]
    tabs(sheet, strip, names, f"part.{part}")
    pages = help_pages(look, part)
    page = min(max(page, 0), len(pages) - 1)
    area = _area(sheet, look)
    for place, column in zip(_columns(sheet, area), pages[page], strict=False):
        _column(sheet, place, column, about)
    _foot(sheet, look, (page, len(pages)))
    return sheet.frame()


def help_pages(look: Look, part: str) -> list[list[list[Term]]]:
    """Return the terms of a part by page and column."""
    sheet = look.sheet("help", "seat")
    area = _area(sheet, look)
    columns = _columns(sheet, area)
    terms = [_term(sheet, look, it, columns[0].w) for it in PARTS[part]]
    room = _column_height(sheet, terms, (area.h, len(columns)))
    pages: list[list[list[Term]]] = [[[]]]
    used = 0.0
    for term in terms:
        if used + term.height > room and pages[-1][-1]:
            if len(pages[-1]) < len(columns):
                pages[-1].append([])
            else:
                pages.append([[]])
            used = 0.0
        pages[-1][-1].append(term)
        used += term.height + _gap(sheet)
    return pages


def _column_height(sheet: Sheet, terms: Sequence[Term], it: tuple[float, int]) -> float:
    """Return how high columns get: as high as the page, or even when all fits on one page."""
    height, columns = it
    total = sum(term.height + _gap(sheet) for term in terms)
    tallest = max(term.height for term in terms)
    even = total / columns + tallest / 2
    return min(height, even) if even <= height else height


def page_of(look: Look, part: str, key: str) -> int:
    """Return on which page of a part a term stands; the first when it is not there."""
    for number, page in enumerate(help_pages(look, part)):
        if any(term.key == key for column in page for term in column):
            return number
    return 0


def _t(sheet: Sheet) -> float:
    return sheet.u * sheet.text_scale / 100


def _gap(sheet: Sheet) -> float:
    return 1.2 * _t(sheet)


def _area(sheet: Sheet, look: Look) -> Rect:
    t, edge = _t(sheet), sheet.W * 0.04
    top = 7.4 * t + max(6 * t, 5 * sheet.u) + 2.4 * sheet.u
    bottom = sheet.H - _foot_height(sheet) - 2.4 * sheet.u
    del look
    return Rect(edge, top, sheet.W - 2 * edge, bottom - top)


def _foot_height(sheet: Sheet) -> float:
    return max(6.4 * _t(sheet), 6.4 * sheet.u) + 1.6 * sheet.u


def _columns(sheet: Sheet, area: Rect) -> tuple[Rect, ...]:
    count = 2 if area.w > 110 * _t(sheet) else 1
    return area.columns(count, 3 * sheet.u)


def _term(sheet: Sheet, look: Look, it: tuple[str, str], width: float) -> Term:
    key, icon = it
    t = _t(sheet)
    size, small = sheet.size("strong"), sheet.size("support")
    room = width - 8.6 * t
    head = sheet.wrap(look.words.get(f"{key}.term"), room, size=size, weight=700)
    body = sheet.wrap(look.words.get(f"{key}.text"), room, size=small)
    height = 2.2 * t + len(head) * size * 1.14 + len(body) * small * 1.22
    return Term(key, icon, tuple(head), tuple(body), height)


def _column(sheet: Sheet, area: Rect, terms: Sequence[Term], about: str) -> None:
    theme, t = sheet.theme, _t(sheet)
    size, small = sheet.size("strong"), sheet.size("support")
    y = area.y
    for term in terms:
        marked = term.key == about
        box = Rect(area.x, y, area.w, term.height)
        sheet.panel(
            box, fill=theme.panel, radius=1.4 * sheet.u,
            outline=theme.accent if marked else None, outline_width=0.35 * sheet.u if marked else 0,
        )  # fmt: skip
        sheet.icon(term.icon, box.x + 3.6 * t, box.cy, 4 * t, colour=theme.accent)
        x, at = box.x + 7.2 * t, y + 1.1 * t
        for line in term.head:
            sheet.text(x, at + size * 0.57, line, size=size, weight=700)
            at += size * 1.14
        for line in term.body:
            sheet.text(x, at + small * 0.61, line, size=small, colour=theme.text_2)
            at += small * 1.22
        y += term.height + _gap(sheet)


def _foot(sheet: Sheet, look: Look, it: tuple[int, int]) -> None:
    page, pages = it
    u, words, edge = sheet.u, look.words, sheet.W * 0.04
    height = _foot_height(sheet) - 1.6 * u
    row = Rect(edge, sheet.H - height - 2.2 * u, sheet.W - 2 * edge, height)
    done, rest = row.take_right(row.w * 0.42, 2 * u)
    cap = words.get("key.escape") if look.key_names and look.text_scale <= 150 else ""
    button(
        sheet, DONE, done, words.get("help.done"), kind="primary", icon="back", keycap=cap, order=2
    )
    if pages < 2:
        return
    size = sheet.size("support")
    number = words.get("help.page", page=page + 1, pages=pages)
    middle = sheet.text_width(number, size, 600) + 2 * u
    side = (rest.w - middle) / 2
    for id, key, place, icon in (
        (PREVIOUS, "pageup", Rect(rest.x, rest.y, side, rest.h), "back"),
        (NEXT, "pagedown", Rect(rest.x + side + middle, rest.y, side, rest.h), "next"),
    ):
        label = words.get(f"help.{id}")
        if sheet.fits(label, place.w - size * 1.25 - 3.4 * u, size, 700):
            button(sheet, id, place, label, kind="second", icon=icon, key=key, size=size, order=1)
        else:
            icon_button(sheet, id, place, label, icon=icon, key=key)
    sheet.text(rest.cx, rest.cy, number, size=size, weight=600, anchor="middle")
