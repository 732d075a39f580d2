"""The closing review: title, missions, what happened, and what became of the chain. No ranking, no total."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.rules.game import Outcome
from coopgame.rules.snapshot import Change, GoalView, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.moments import PER_PAGE, moments_of
from coopgame.screens.public.strip import BUTTON, back_button, next_button, title_block
from coopgame.screens.public.table_rows import TableRow, table_rows
from coopgame.screens.public.timeline import timeline
from coopgame.screens.public.words_of import (
    METER_ICONS,
    fitting,
    meter_word,
    narrowed,
    price_of,
    price_words,
)
from coopgame.screens.scenery import scenery
from coopgame.ui.badges import badge_row
from coopgame.ui.cards import paper
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame, Role
from coopgame.ui.sheet import Sheet

HEAD, TOP, BOTTOM = 8.5, 21.2, 94.0
_GOAL_ICONS = {
    "scale": "scale", "quality": "quality", "region": "region", "cash": "capital",
    "trust": "trust", "price_control": "price", "autonomy": "autonomy",
    "chain_price": "euro", "chain_share": "region", "chain_ties": "dialogue",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Page:
    """One page of the review: what it shows, and which part of it."""

    name: str
    part: int = 0


def closing_pages(snapshot: Snapshot, outcome: Outcome, changes: Sequence[Change]) -> int:
    """Return how many pages the review has."""
    return len(_pages(snapshot, outcome, changes))


def closing_frame(  # noqa: PLR0913 - how a match ended, and which page of it
    look: Look,
    snapshot: Snapshot,
    outcome: Outcome,
    changes: Sequence[Change],
    *,
    page: int,
    weights: tuple[int, int, int] = (1, 1, 1),
) -> Frame:
    """Return one page of the review, from 0; `weights` count in the mode of points only."""
    pages = _pages(snapshot, outcome, changes)
    page = min(max(0, page), len(pages) - 1)
    it = pages[page]
    sheet = look.sheet(f"closing_{it.name}", "board")
    onward = pages[page + 1] if page + 1 < len(pages) else None
    if it.name == "title":
        scenery(sheet)
    left = _buttons(sheet, look, it, onward, is_first=page == 0)
    match it.name:
        case "title":
            _title(sheet, look, snapshot, outcome)
        case "missions":
            _head(sheet, look.words.get("closing.missions"), left)
            _missions(sheet, look, snapshot, outcome)
        case "points":
            _head(sheet, look.words.get("closing.points"), left)
            _points(sheet, look, (snapshot, outcome), weights)
        case "timeline":
            _head(sheet, look.words.get("closing.timeline"), left)
            timeline(sheet, look, snapshot, changes, page=it.part)
        case _:
            _head(sheet, look.words.get("closing.chain"), left)
            _chain(sheet, look, snapshot, outcome)
    return sheet.frame()


def _pages(snapshot: Snapshot, outcome: Outcome, changes: Sequence[Change]) -> tuple[_Page, ...]:
    parts = max(1, -(-len(moments_of(snapshot, changes)) // PER_PAGE))
    middle = {"missions": ("missions",), "points": ("points",)}.get(outcome.mode, ())
    return (
        _Page("title"),
        *(_Page(name) for name in middle),
        *(_Page("timeline", part) for part in range(parts)),
        _Page("chain"),
    )


# Head and buttons ----------------------------------------------------------------


def _buttons(sheet: Sheet, look: Look, it: _Page, onward: _Page | None, *, is_first: bool) -> float:
    """Draw next and back at the top right; give where they begin."""
    u, y = sheet.u, (HEAD - BUTTON / 2) * sheet.u
    name = "menu" if onward is None else onward.name
    if onward is not None and onward.name == it.name:
        name = "moments"
    label = look.words.get(f"closing.next.{name}")
    size = sheet.percent(3.6)
    cap = sheet.text_width(look.words.get("key.space"), sheet.size("support"), 600) + 7 * u
    wanted = sheet.text_width(label, size, 700) + 4.8 * u + (cap if look.key_names else 0)
    width = min(wanted, sheet.U * 0.42)
    x = sheet.W - sheet.M - width
    next_button(sheet, look, Rect(x, y, width, BUTTON * u), label)
    if is_first:
        return x
    back = look.words.get("board.back")
    used = min(sheet.text_width(back, sheet.size("support"), 700) + 5 * u, sheet.U * 0.2)
    x -= used + 1.6 * u
    back_button(sheet, look, Rect(x, y, used, BUTTON * u), back)
    return x


def _head(sheet: Sheet, title: str, end: float) -> None:
    """Draw the title of a page in the room left of the buttons."""
    title_block(sheet, (sheet.M, HEAD * sheet.u), title, end - sheet.M - 2 * sheet.u)


def _title(sheet: Sheet, look: Look, snapshot: Snapshot, outcome: Outcome) -> None:
    """Draw the name of the story, why it ended, and who took part."""
    u, theme = sheet.u, sheet.theme
    title = look.content.get("title") if look.content is not None else ""
    title = title or look.words.get("closing.title")
    room = sheet.W * 0.6 - sheet.M
    y = 20 * u
    size, lines = _large_lines(sheet, title, room)
    for line in lines[:3]:
        sheet.text(sheet.M, y, line, role="hero", size=size, axis="top")
        y += size * 1.06
    y += 2.6 * u
    for text in _ending(look, snapshot, outcome):
        role, weight = _role_for(sheet, text, room)
        size = sheet.size("essential" if role == "essential" else "support")
        for line in _short_lines(sheet, text, room, (size, weight))[:3]:
            sheet.text(
                sheet.M, y, line, role=role, size=size, weight=weight, colour=theme.text_2,
                axis="top",
            )  # fmt: skip
            y += size * 1.2
        y += 1.2 * u
    letters = [look.letter(one.seat) for one in snapshot.cooperatives]
    badge_row(sheet, letters, sheet.M, y + 8 * u, 4.0 * u, size=sheet.percent(4.7))


def _large_lines(sheet: Sheet, title: str, room: float) -> tuple[int, list[str]]:
    """Return a title as large as it fits in two lines, and its size."""
    for k in (10, 8, 6.4):
        size = sheet.percent(k)
        lines = sheet.balanced(title, room, size=size, weight=700)
        if len(lines) <= 2 and all(sheet.fits(line, room, size, 700) for line in lines):
            return size, lines
    size = sheet.percent(5.4)
    return size, sheet.balanced(title, room, size=size, weight=700)


def _role_for(sheet: Sheet, text: str, room: float) -> tuple[Role, int]:
    """Return the role of a line: essential when it fits in one, else support."""
    size = sheet.size("essential")
    return (
        ("essential", 400) if sheet.fits(text, room, size) and len(text) <= 40 else ("support", 400)
    )


def _ending(look: Look, snapshot: Snapshot, outcome: Outcome) -> tuple[str, ...]:
    key = f"closing.why.{outcome.ending}"
    why = look.words.get(key, rounds=snapshot.rounds, round=snapshot.round)
    return (why, look.words.get("closing.three"))


# Missions and points -------------------------------------------------------------


def _missions(sheet: Sheet, look: Look, snapshot: Snapshot, outcome: Outcome) -> None:
    u = sheet.u
    results = {it.seat: it for it in outcome.seats}
    columns = _three_columns(sheet)
    area, order = (17.6 * u, 86.4 * u), [one.seat for one in snapshot.cooperatives]
    for row in table_rows(sheet, look, snapshot, area, order=order):
        for column, goal in zip(columns, results[row.seat].mission, strict=False):
            _goal(sheet, look, (row, goal), column)
    x, y, size = sheet.M, 91.4 * u, sheet.size("support")
    for is_met, key in ((True, "closing.met"), (False, "closing.not_met")):
        _sign(sheet, x + 2.6 * u, y, is_met=is_met)
        text = fitting(sheet, (look.words.get(key),), sheet.U * 0.4, size)
        x += 6.4 * u + sheet.text(x + 6.4 * u, y, text) + 4 * u


def _three_columns(sheet: Sheet) -> tuple[Rect, ...]:
    start = sheet.M + 11 * sheet.u
    return Rect(start, 0, sheet.W - sheet.M - start, 0).columns(3, 2 * sheet.u)


def _goal(sheet: Sheet, look: Look, it: tuple[TableRow, GoalView], column: Rect) -> None:
    """Draw one goal: a full sign when met, a hollow one when not, its name, value and what it took."""
    row, goal = it
    u, theme, size = sheet.u, sheet.theme, sheet.size("support")
    _sign(sheet, column.x + 2.6 * u, row.cy, is_met=goal.is_met)
    x = column.x + 6.8 * u
    room = column.right - x
    two = row.rect.h >= 9 * u
    keys = (f"goals.{goal.goal}", f"goals.{goal.goal}.short")
    names = [look.words.get(key) for key in keys if look.words.has(key)]
    value = look.words.get("goals.value", value=goal.value, par=goal.par)
    short = look.words.get("goals.value.short", value=goal.value, par=goal.par)
    strong = sheet.size("strong")
    first = fitting(sheet, names, room, strong, 600)
    small = strong
    if not first:
        first, small = fitting(sheet, names, room, size, 600), size
    y = row.cy - (2.4 * u if two else 2.1 * u)
    role: Role = "strong" if small == strong else "support"
    sheet.text(x, y, first, role=role, size=small, weight=600)
    text = fitting(sheet, (value, short), room, size)
    sheet.text(x, row.cy + (2.4 if two else 2.1) * u, text, colour=theme.text_2)


def _sign(sheet: Sheet, x: float, y: float, *, is_met: bool) -> None:
    """Draw whether a goal is met: by form, not by colour."""
    u, theme = sheet.u, sheet.theme
    if is_met:
        sheet.disc(x, y, 2.6 * u, fill=theme.text_1)
        sheet.icon("check", x, y, 3.6 * u, colour=theme.well, stroke=3)
    else:
        sheet.disc(x, y, 2.4 * u, outline=theme.edge, outline_width=0.35 * u)
        sheet.icon("minus", x, y, 3.2 * u, colour=theme.text_2, stroke=2.4)


def _points(
    sheet: Sheet, look: Look, it: tuple[Snapshot, Outcome], weights: tuple[int, int, int]
) -> None:
    """Draw the weighed means in the order of the table, never by height."""
    snapshot, outcome = it
    u, theme, y = sheet.u, sheet.theme, 17.6 * sheet.u
    start = sheet.M + 11 * u
    columns = Rect(start, 0, sheet.W - sheet.M - start, 0).columns(4, 2 * u)
    for place, column in enumerate(columns[:3]):
        sheet.icon(METER_ICONS[place], column.x + 1.9 * u, y, 3.8 * u)
        weight = f"× {weights[place]}"
        name = fitting(sheet, (f"{meter_word(look, place, short=True)} {weight}", weight),
                       column.w - 5 * u, sheet.size("support"), 600)  # fmt: skip
        sheet.text(column.x + 4.9 * u, y, name, weight=600)
    points = dict(zip((r.seat for r in outcome.seats), outcome.points(weights), strict=True))
    results = {r.seat: r for r in outcome.seats}
    area, order = (TOP * u, BOTTOM * u), [one.seat for one in snapshot.cooperatives]
    for row in table_rows(sheet, look, snapshot, area, order=order):
        for column, value in zip(columns[:3], results[row.seat].meters, strict=True):
            sheet.text(column.x + 4.9 * u, row.cy, str(value), colour=theme.text_1)
        sheet.text(columns[3].x, row.cy, str(points[row.seat]), role="essential")


# The chain -----------------------------------------------------------------------


def _chain(sheet: Sheet, look: Look, snapshot: Snapshot, outcome: Outcome) -> None:
    """Draw what became of the chain as a whole, and one question to take home."""
    u, words = sheet.u, look.words
    area = Rect(sheet.M / 2, TOP * u, sheet.W - sheet.M, 42 * u)
    if outcome.mode == "chain":
        met = sum(goal.is_met for goal in outcome.chain.goals)
        text = words.get("closing.chain.won", count=met)
        if sheet.fits(text, sheet.U, sheet.size("support"), 600) and len(text) <= 40:
            sheet.text(sheet.M, 17.6 * u, text, weight=600)
    for goal, rect in zip(outcome.chain.goals, area.columns(3, 1.6 * u), strict=True):
        _chain_goal(sheet, look, (snapshot, goal), rect)
    card = Rect(area.x, area.bottom + 2 * u, area.w, BOTTOM * u - area.bottom - 2 * u)
    paper(sheet, card)
    y = card.y + 4.6 * u
    for key, role in (("closing.ask", "essential"), ("closing.ask.do", "support")):
        size = sheet.size("essential" if role == "essential" else "support")
        weight = 700 if role == "essential" else 400
        lines = _short_lines(sheet, words.get(key), sheet.U, (size, weight))
        for line in lines[:2]:
            sheet.text(
                sheet.M, y, line, role="essential" if role == "essential" else "support",
                size=size, weight=weight, axis="top",
                colour=sheet.theme.ink if role == "essential" else sheet.theme.ink_2,
            )  # fmt: skip
            y += size * 1.16
        y += 1.4 * u


def _short_lines(sheet: Sheet, text: str, room: float, look: tuple[int, int]) -> list[str]:
    """Break a text into about equal lines of at most 40 characters."""
    size, weight = look
    column = narrowed(sheet, text, room, size, weight)
    return sheet.balanced(text, column, size=size, weight=weight)


def _chain_goal(sheet: Sheet, look: Look, it: tuple[Snapshot, GoalView], rect: Rect) -> None:
    """Draw one goal of the chain: its name, the value large, what was needed, and whether it is met."""
    snapshot, goal = it
    u, theme, size = sheet.u, sheet.theme, sheet.size("support")
    sheet.panel(rect, fill=theme.panel, radius=1.8 * u)
    x = max(sheet.M, rect.x + 2.6 * u)
    room = min(rect.right - 2 * u, sheet.W - sheet.M) - x
    sheet.icon(_GOAL_ICONS[goal.goal], x + 2.2 * u, rect.y + 5.2 * u, 4.4 * u)
    lines = _short_lines(sheet, look.words.get(f"goals.{goal.goal}"), room - 6 * u, (size, 600))
    y = rect.y + 5.2 * u - (min(2, len(lines)) - 1) * size * 0.58
    for line in lines[:2]:
        sheet.text(x + 6 * u, y, line, weight=600)
        y += size * 1.16
    value, needed = goal_values(look, snapshot, goal)
    sheet.text(x - 0.3 * u, rect.y + 16 * u, value, role="hero", size=sheet.percent(9))
    _sign(sheet, x + 2.6 * u, rect.bottom - 7.4 * u, is_met=goal.is_met)
    met = look.words.get("closing.met" if goal.is_met else "closing.not_met")
    needs = look.words.get("closing.needed", par=needed)
    for number, text in enumerate((met, needs)):
        y = rect.bottom - (9.4 - number * 4.2) * u
        weight = 400 if number else 600
        sheet.text(x + 7 * u, y, fitting(sheet, (text,), room - 7 * u, size, 600), weight=weight)


def goal_values(look: Look, snapshot: Snapshot, goal: GoalView) -> tuple[str, str]:
    """Return value and par of a goal of the chain, in their unit."""
    if goal.goal == "chain_price":
        return (
            price_words(look, price_of(look, snapshot, goal.value)),
            price_words(look, price_of(look, snapshot, goal.par)),
        )
    if goal.goal == "chain_share":
        return look.words.percent(goal.value), look.words.percent(goal.par)
    return look.words.number(goal.value), look.words.number(goal.par)
