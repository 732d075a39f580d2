"""The main menu: continue, a new match, practice, help, settings, language."""

from dataclasses import dataclass

from coopgame.screens.fitting import fitted, forty
from coopgame.screens.look import Look
from coopgame.screens.scenery import scenery
from coopgame.ui.buttons import button, edge_of, focus_ring
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame, Role
from coopgame.ui.sheet import Sheet

CONTINUE, NEW, LEARN, HELP = "continue", "new", "learn", "help"
SETTINGS, LANGUAGE, QUIT, SAVES = "settings", "language", "quit", "saves"


@dataclass(frozen=True, slots=True)
class MenuModel:
    """What the menu offers beside what it always offers."""

    continue_title: str = ""
    """The match that can go on; empty when there is none."""
    continue_turn: str = ""
    """Where it stands: round and whose turn."""
    trouble: str = ""
    """One sentence about a match that cannot be opened, or a place that cannot be written."""


def menu_frame(look: Look, model: MenuModel) -> Frame:
    """Return the menu."""
    sheet = look.sheet("menu", "board")
    scenery(sheet)
    _title(sheet, look)
    rows = [NEW, LEARN, HELP]
    area = Rect(sheet.M, 28.6 * sheet.u, min(66 * sheet.u, sheet.U), 0)
    y = area.y
    if model.continue_title:
        _row(sheet, CONTINUE, Rect(area.x, y, area.w, 14.4 * sheet.u), _continue(look, model))
        y += 16.2 * sheet.u
    for number, id in enumerate(rows):
        first = number == 0 and not model.continue_title
        height = (14.4 if first else 9) * sheet.u
        words = (_ICONS[id], look.words.get(f"menu.{id}"), "")
        if first:
            words = (words[0], words[1], look.words.get("menu.new.sub"))
        _row(sheet, id, Rect(area.x, y, area.w, height), words)
        y += height + 1.6 * sheet.u
    _foot(sheet, look, Rect(area.x, max(y, 78 * sheet.u) + 0.4 * sheet.u, sheet.U, 7.4 * sheet.u))
    if model.trouble:
        _trouble(sheet, model.trouble)
    return sheet.frame()


_ICONS = {NEW: "home", LEARN: "star", HELP: "help"}


def _title(sheet: Sheet, look: Look) -> None:
    u = sheet.u
    sheet.text(
        sheet.M - 0.6 * u, 12.4 * u, "coopgame", size=sheet.percent(13), weight=900, role="focus"
    )
    sub = look.words.get("menu.subtitle")
    shown = forty(sheet, sub, sheet.U, sheet.size("essential"))
    sheet.text(sheet.M, 22.2 * u, shown, role="essential", weight=400)


def _continue(look: Look, model: MenuModel) -> tuple[str, str, str]:
    title = look.words.get("menu.continue", title=model.continue_title)
    return ("play", title, model.continue_turn)


def _row(sheet: Sheet, id: str, rect: Rect, words: tuple[str, str, str]) -> None:
    """Draw one large row: icon, words, and for the first row what will happen."""
    icon, label, sub = words
    theme, u = sheet.theme, sheet.u
    primary = bool(sub)
    with sheet.control(id, rect, label, help=sub):
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.6 * u)
        fill = theme.wheat if primary else theme.raised
        edge = theme.paper_edge if primary else edge_of(sheet, id)
        if primary and sheet.is_hovered(id):
            edge = theme.text_1
        width = 0.2 * u if edge else 0
        sheet.panel(rect, fill=fill, outline=edge, outline_width=width, radius=1.6 * u)
        ink = theme.ink if primary else theme.text_1
        sheet.icon(icon, rect.x + 5 * u, rect.cy, 4.8 * u, colour=ink, stroke=2.2)
        x, room = rect.x + 10 * u, rect.w - 11.5 * u
        size = sheet.size("essential") if primary else sheet.percent(3.7)
        y = rect.y + rect.h * 0.34 if primary else rect.cy
        role: Role = "essential" if primary else "strong"
        weight = 700 if primary else 600
        shown = forty(sheet, label, room, size, weight)
        sheet.text(x, y, shown, size=size, weight=weight, colour=ink, role=role)
        if sub:
            under = forty(sheet, sub, room, sheet.size("support"))
            sheet.text(x, rect.y + rect.h * 0.73, under, role="support", colour=ink)


def _foot(sheet: Sheet, look: Look, rect: Rect) -> None:
    """Draw the small buttons under the rows."""
    u, x = sheet.u, rect.x
    size = sheet.size("support")
    for id, icon in ((SETTINGS, "settings"), (LANGUAGE, "globe"), (QUIT, "leave")):
        label = look.words.get(f"menu.{id}")
        label = fitted(sheet, label, 17 * u, size, 700)
        width = sheet.text_width(label, size, 700) + size * 1.25 + 3.3 * u
        place = Rect(x, rect.y, width, rect.h)
        button(sheet, id, place, label, kind="second", icon=icon, size=size)
        x += width + 0.9 * u


def _trouble(sheet: Sheet, text: str) -> None:
    """Draw a sentence about a match that cannot go on, at the bottom."""
    u, size = sheet.u, sheet.size("support")
    lines = sheet.balanced(text, min(sheet.U - 8 * u, size * 20), size=size, weight=600)
    height = (2.6 + 4 * len(lines)) * u
    widest = max(sheet.text_width(line, size, 600) for line in lines)
    rect = Rect(sheet.W - sheet.M - widest - 9 * u, 5.4 * u, widest + 9 * u, height)
    sheet.panel(
        rect, fill=sheet.theme.alert, outline=sheet.theme.loss, outline_width=0.3 * u, radius=u
    )
    sheet.icon("warning", rect.x + 3.6 * u, rect.cy, 4 * u, colour=sheet.theme.loss)
    for number, line in enumerate(lines):
        y = rect.cy + (number - (len(lines) - 1) / 2) * 4 * u
        sheet.text(rect.x + 7 * u, y, line, size=size, weight=600)
