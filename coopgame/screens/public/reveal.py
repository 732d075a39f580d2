"""The Reveal frame: what each co-operative answered and did, turned over from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.rules.questions import Option
from coopgame.rules.snapshot import Change, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.outcomes import Outcome, outcome_words, outcomes_of
from coopgame.screens.public.strip import foot, strip, title_block
from coopgame.screens.public.table_rows import TableRow, table_rows
from coopgame.screens.public.words_of import answer_words, fitting, move_icon, move_words
from coopgame.ui.badges import badge
from coopgame.ui.buttons import button, keycap_width
from coopgame.ui.cards import number_tile
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Colour, Frame, Role
from coopgame.ui.sheet import Sheet

TITLE, TOP, BOTTOM, FOOT = 18.4, 24.0, 87.6, 89.4


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges of answer, move and outcome from the margin, and the right end, in pixels."""

    answer: float
    move: float
    outcome: float
    end: float


def reveal_frame(  # noqa: PLR0913 - each is a part of the frame
    look: Look,
    snapshot: Snapshot,
    changes: Sequence[Change],
    *,
    shown: int | None = None,
    with_bots: bool = False,
    go_on: str = "",
) -> Frame:
    """Return the choices of this round, of which the first `shown` rows are turned over (None: all).

    `next` turns over the next row, or goes on with the words of `go_on`; `back` is there
    once something is turned over. With bots, `why` asks them for their reasons at the end.
    """
    sheet = look.sheet("reveal", "board")
    strip(sheet, look, snapshot, phase="reveal")
    title_block(sheet, (sheet.M, TITLE * sheet.u), look.words.get("reveal.title"), sheet.U)
    rows = table_rows(sheet, look, snapshot, (TOP * sheet.u, BOTTOM * sheet.u))
    open_rows = len(rows) if shown is None else min(shown, len(rows))
    for number, row in enumerate(rows):
        if number < open_rows:
            _open(sheet, look, (snapshot, changes), row)
        else:
            _closed(sheet, look, row)
    onward = go_on or look.words.get("reveal.next")
    if open_rows < len(rows):
        letter = look.letter(rows[open_rows].seat)
        onward = look.words.get("reveal.next_row", letter=letter)
    room = foot(sheet, look, FOOT * sheet.u, ("", onward))
    if with_bots and open_rows == len(rows):
        _ask_why(sheet, look, room)
    return sheet.frame()


def _ask_why(sheet: Sheet, look: Look, room: Rect) -> None:
    """Draw the button that asks the bots why, as long as there is room for its words."""
    u, size = sheet.u, sheet.size("support")
    labels = (look.words.get("reveal.why"), look.words.get("reveal.why.short"))
    cap = "W" if look.key_names and sheet.wide else ""
    more = size * 1.25 + 3.4 * u + (keycap_width(sheet, cap) + 1.2 * u if cap else 0)
    label = fitting(sheet, labels, room.w - more, size, 700)
    width = sheet.text_width(label, size, 700) + more
    rect = Rect(room.x, room.y, width, room.h)
    button(sheet, "why", rect, label, kind="second", icon="bot", key="w", keycap=cap, size=size)


def _columns(sheet: Sheet) -> _Columns:
    x, u = sheet.M, sheet.u
    end = sheet.W - sheet.M
    shares = (10.5, 63, 109) if sheet.wide else (9.5, 44, 80)
    scale = sheet.U / ((160 if sheet.wide else 120) * u)
    answer, move, outcome = (x + share * u * (scale if share > 20 else 1) for share in shares)
    return _Columns(answer, move, outcome, end)


def _closed(sheet: Sheet, look: Look, row: TableRow) -> None:
    u, columns = sheet.u, _columns(sheet)
    colour = sheet.theme.text_2
    sheet.icon("lock", columns.answer + 3.2 * u, row.cy, 4.4 * u, colour=colour)
    words = look.words.get("reveal.hidden")
    sheet.text(columns.answer + 9 * u, row.cy, words, colour=colour)


def _open(sheet: Sheet, look: Look, it: tuple[Snapshot, Sequence[Change]], row: TableRow) -> None:
    snapshot, changes = it
    columns = _columns(sheet)
    _answer(sheet, look, snapshot, row, columns)
    found = outcomes_of(look, changes, row.seat, snapshot.round)
    _move(sheet, look, snapshot, row, columns)
    _outcomes(sheet, look, found, Rect(columns.outcome, row.rect.y, columns.end - columns.outcome,
                                       row.rect.h))  # fmt: skip


def _answer(sheet: Sheet, look: Look, snapshot: Snapshot, row: TableRow, columns: _Columns) -> None:
    u, card, chosen = sheet.u, snapshot.card, row.one.answer
    room = columns.move - columns.answer - 11 * u
    at = Rect(columns.answer + 8.4 * u, row.cy, room, row.rect.h)
    if card is None or chosen is None:
        _two_lines(sheet, at, look.words.get("reveal.no_answer"), sheet.theme.text_2)
        return
    tile = Rect(columns.answer, row.cy - 3.2 * u, 6.4 * u, 6.4 * u)
    if chosen >= len(card.options) - 1:
        sheet.panel(tile, outline=sheet.theme.edge, outline_width=0.2 * u, radius=1.1 * u)
        sheet.icon("minus", tile.cx, tile.cy, 4 * u, colour=sheet.theme.text_2)
    else:
        number_tile(sheet, tile, str(chosen + 1))
    _two_lines(sheet, at, answer_words(look, card, chosen), sheet.theme.text_1)


def _two_lines(sheet: Sheet, at: Rect, text: str, colour: Colour) -> None:
    """Draw words around an axis, as large as they fit in at most two lines."""
    role: Role = "strong"
    size, weight = sheet.size("strong"), 700
    lines = sheet.balanced(text, at.w, size=size, weight=weight)
    if len(lines) > 2 or not all(sheet.fits(line, at.w, size, weight) for line in lines):
        role, size, weight = "support", sheet.size("support"), 600
        lines = sheet.balanced(text, at.w, size=size, weight=weight)[:2]
    y = at.y - (len(lines) - 1) * size * 0.56
    for number, line in enumerate(lines):
        sheet.text(
            at.x, y + number * size * 1.12, line, size=size, weight=weight, colour=colour,
            role=role,
        )  # fmt: skip


def _move(sheet: Sheet, look: Look, snapshot: Snapshot, row: TableRow, columns: _Columns) -> None:
    u, move, theme = sheet.u, row.one.move, sheet.theme
    room = columns.outcome - columns.move - 9.6 * u
    at = Rect(columns.move + 7.4 * u, row.cy, room, row.rect.h)
    if move is None:
        _two_lines(sheet, at, look.words.get("reveal.no_move"), theme.text_2)
        return
    sheet.icon(move_icon(move), columns.move + 3 * u, row.cy, 6 * u)
    letter = _target(look, move)
    if letter:
        r = 2.7 * u
        size = sheet.size("support")
        badge(sheet, letter, columns.outcome - 5 * u, row.cy, r, size=size, role="support")
        at = Rect(at.x, at.y, at.w - 6.6 * u, at.h)
    _two_lines(sheet, at, move_words(look, move, snapshot), theme.text_1)


def _target(look: Look, move: Option) -> str:
    """Return the letter of the seat a move is about."""
    party = move.party
    return look.letter(party.number) if party is not None and party.kind == "seat" else ""


def _outcomes(sheet: Sheet, look: Look, found: Sequence[Outcome], area: Rect) -> None:
    """Draw the two weightiest outcomes; one over two lines where the column is narrow."""
    u, size = sheet.u, sheet.size("support")
    shown = list(found[:2])
    y = area.cy - (len(shown) - 1) * 2.35 * u
    for it in shown:
        room = area.w - 4.6 * u
        text = fitting(sheet, outcome_words(look, it), room, size)
        lines = [text] if text else sheet.balanced(it.words, room, size=size)[:2]
        if not text and len(shown) > 1:
            continue
        top = y - (len(lines) - 1) * size * 0.58
        sheet.icon(it.icon, area.x + 1.7 * u, y, 3.4 * u)
        for number, line in enumerate(lines):
            if sheet.fits(line, room, size):
                sheet.text(area.x + 4.6 * u, top + number * size * 1.16, line, size=size)
        y += 4.7 * u
