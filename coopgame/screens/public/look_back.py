"""The Look back frame: all three meters before and after with their largest reason, and two questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.rules.snapshot import Change, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.settle import Settled, settled
from coopgame.screens.public.strip import foot, strip, title_block
from coopgame.screens.public.table_rows import TableRow, table_rows
from coopgame.screens.public.words_of import LONGEST, METER_ICONS, chip_of, fitting, meter_word
from coopgame.ui.cards import paper
from coopgame.ui.layout import Rect
from coopgame.ui.meters import chip, chip_width
from coopgame.ui.nodes import Frame
from coopgame.ui.sheet import Sheet

EVERY = 3
"""Questions come in every third round, and in the last."""
BANK = 8
"""How many questions there are for every story."""
TITLE, HEADS, TOP, BOTTOM, FOOT = 18.4, 25.9, 28.4, 88.0, 89.6


def questions_of(look: Look, snapshot: Snapshot) -> tuple[str, ...]:
    """Return what the group may discuss now: the card's own question and one of the bank.

    Nothing between the rounds that have questions.
    """
    if snapshot.round % EVERY and snapshot.round != snapshot.rounds:
        return ()
    number = (snapshot.round // EVERY + snapshot.round) % BANK + 1
    found = [look.words.get(f"look_back.ask.{number}")]
    if snapshot.card is not None and look.content is not None:
        found.insert(0, look.content.card(snapshot.card.id, "debrief"))
    else:
        found.append(look.words.get(f"look_back.ask.{number % BANK + 1}"))
    return tuple(found)


def look_back_frame(
    look: Look,
    snapshot: Snapshot,
    changes: Sequence[Change],
    *,
    questions: Sequence[str] = (),
    go_on: str = "",
) -> Frame:
    """Return what the round changed for everybody; at most two questions lie on paper below."""
    sheet = look.sheet("look_back", "board")
    strip(sheet, look, snapshot, phase="look_back")
    u = sheet.u
    title_block(sheet, (sheet.M, TITLE * u), look.words.get("look_back.title"), sheet.U)
    columns = _columns(sheet)
    _heads(sheet, look, columns)
    bottom, made = BOTTOM * u, _set_questions(sheet, questions) if questions else None
    if made is not None:
        bottom -= _height(sheet, made)
        _questions(sheet, look, made, bottom)
        bottom -= 1.0 * u
    for row in table_rows(sheet, look, snapshot, (TOP * u, bottom)):
        found = [settled(look, snapshot, changes, row.one, place + 1) for place in range(3)]
        for column, done in zip(columns, found, strict=True):
            _cell(sheet, look, (row, done), column)
    foot(sheet, look, FOOT * u, (look.words.get("board.back"), go_on or _next(look, snapshot)))
    return sheet.frame()


def _next(look: Look, snapshot: Snapshot) -> str:
    if snapshot.phase == "ended":
        return look.words.get("look_back.next.closing")
    return look.words.get("look_back.next", round=snapshot.round + 1)


def _columns(sheet: Sheet) -> tuple[Rect, ...]:
    start = sheet.M + 10.5 * sheet.u
    area = Rect(start, 0, sheet.W - sheet.M - start, 0)
    return area.columns(3, 1.6 * sheet.u)


def _heads(sheet: Sheet, look: Look, columns: Sequence[Rect]) -> None:
    u, size = sheet.u, sheet.size("support")
    for place, column in enumerate(columns):
        y = HEADS * u
        names = (meter_word(look, place), meter_word(look, place, short=True))
        sheet.icon(METER_ICONS[place], column.x + 1.9 * u, y, 3.8 * u)
        text = fitting(sheet, names, column.w - 5 * u, size, 600)
        sheet.text(column.x + 4.9 * u, y, text, size=size, weight=600)


def _cell(sheet: Sheet, look: Look, it: tuple[TableRow, Settled], column: Rect) -> None:
    """Draw one meter of one row: before, after, and the largest reason below or beside."""
    row, done = it
    u, theme, two = sheet.u, sheet.theme, row.rect.h >= 9.4 * sheet.u
    y = row.cy - (2.5 * u if two else 0)
    x = column.x
    width = sheet.text(x, y, str(done.before), colour=theme.text_2)
    x += max(width, 3.4 * u) + 3 * u
    sheet.icon("next", x, y, 3.2 * u, colour=theme.text_2, stroke=2.2)
    width = sheet.text(x + 3 * u, y, str(done.after), role="essential")
    x += 3 * u + max(width, 5 * u) + 1.4 * u
    _amount(sheet, look, (done, x, y), column)
    if two:
        _reason(sheet, look, done, Rect(column.x, row.cy + 2.7 * u, column.w, 0))


def _amount(sheet: Sheet, look: Look, it: tuple[Settled, float, float], column: Rect) -> None:
    """Draw by how much a meter moved, with its sign."""
    done, x, y = it
    moved = done.after - done.before
    text = look.words.signed(moved) if moved else "="
    size = sheet.size("support")
    if x + sheet.text_width(text, size, 600) <= column.right:
        colour = sheet.theme.text_1 if moved else sheet.theme.text_2
        sheet.text(x, y, text, size=size, weight=600, colour=colour)


def _reason(sheet: Sheet, look: Look, done: Settled, area: Rect) -> None:
    """Draw the largest reason as a chip, or as words where a chip is too wide."""
    size = sheet.size("support")
    if not done.reasons.shown:
        text = fitting(sheet, (look.words.get("settle.unchanged"),), area.w, size)
        sheet.text(area.x, area.y, text, size=size, colour=sheet.theme.text_2)
        return
    first = done.reasons.shown[0]
    made = chip_of(look, first)
    if sheet.wide and chip_width(sheet, made) <= area.w and len(made.text) <= LONGEST:
        chip(sheet, area.x, area.y, made)
        return
    way = "gain" if first.amount > 0 else "loss"
    cause = look.words.get(f"cause.{first.cause}.{way}")
    text = fitting(sheet, (made.text, cause), area.w, size)
    sheet.text(area.x, area.y, text, size=size, colour=sheet.theme.text_2)


@dataclass(frozen=True, slots=True)
class _Set:
    """Questions broken into lines, at one size."""

    size: int
    lines: tuple[tuple[str, ...], ...]

    @property
    def most(self) -> int:
        """How many lines the longest question takes."""
        return max(len(it) for it in self.lines)


def _set_questions(sheet: Sheet, questions: Sequence[str]) -> _Set:
    """Break the questions at the largest size at which they take three lines of 40 characters."""
    width = sheet.U / 2 - 6.6 * sheet.u
    made = _Set(0, ((),))
    for k in (3.75, 3.4, 3.15):
        size = sheet.percent(k)
        lines = [_forty(sheet, text, width, size) for text in questions[:2]]
        made = _Set(size, tuple(tuple(it[:3]) for it in lines))
        if all(len(it) <= 3 for it in lines):
            break
    return made


def _forty(sheet: Sheet, text: str, width: float, size: int) -> list[str]:
    lines = sheet.balanced(text, width, size=size, weight=600)
    while any(len(line) > 40 for line in lines) and width > 20 * sheet.u:
        width -= 2 * sheet.u
        lines = sheet.wrap(text, width, size=size, weight=600)
    return lines


def _height(sheet: Sheet, made: _Set) -> float:
    """Return the height of the paper with these questions, in pixels."""
    return 7.6 * sheet.u + (made.most - 1) * made.size * 1.14 + made.size * 0.66 + 1.4 * sheet.u


def _questions(sheet: Sheet, look: Look, made: _Set, top: float) -> None:
    """Lay the questions on paper, side by side."""
    u, theme = sheet.u, sheet.theme
    rect = Rect(sheet.M / 2, top, sheet.W - sheet.M, _height(sheet, made))
    paper(sheet, rect)
    inner = Rect(sheet.M, top, sheet.U, rect.h)
    small = sheet.size("support")
    head = fitting(sheet, (look.words.get("look_back.questions"),), inner.w, small, 600)
    sheet.text(inner.x, top + 3.4 * u, head, size=small, weight=600, colour=theme.ink_2)
    for column, lines in zip(inner.columns(2, 3 * u), made.lines, strict=False):
        y = top + 6.8 * u
        sheet.icon("help", column.x + 1.8 * u, y + made.size * 0.33, 3.8 * u, colour=theme.ink)
        for number, line in enumerate(lines):
            sheet.text(
                column.x + 5.0 * u, y + number * made.size * 1.14, line, role="strong",
                size=made.size, weight=600, colour=theme.ink, axis="top",
            )  # fmt: skip
