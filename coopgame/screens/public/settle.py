"""The Settle frames: the price paid, then trust, price control and autonomy, one at a time, with reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coopgame.rules.snapshot import Change, CooperativeView, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.reasons import Reasons, by_cause, closed, rows_of, scaled
from coopgame.screens.public.strip import foot, strip
from coopgame.screens.public.table_rows import TableRow, table_rows
from coopgame.screens.public.words_of import (
    LONGEST,
    METER_ICONS,
    METER_NAMES,
    chip_of,
    fitting,
    market_words,
    meter_word,
    move_icon,
    price_factor,
    price_of,
    rest_words,
    signed,
)
from coopgame.ui.cards import number_tile
from coopgame.ui.layout import Rect
from coopgame.ui.meters import Chip, Meter, chip, chip_width, meter_big
from coopgame.ui.nodes import Frame
from coopgame.ui.sheet import Sheet

STEPS, SCALE, TOP, BOTTOM, FOOT = 18.4, 26.3, 28.2, 88.0, 89.6
NAMES = ("market", *METER_NAMES)
"""The four steps: the price paid to members, then the three meters."""
LAST = len(NAMES) - 1
_WIDE = (11.0, 23.2, 30.0, 68.0, 74.5, 79.8, 86.0, 93.0)
_NARROW = (8.6, 18.4, 24.0, 46.0, 50.5, 54.6, 60.5, 65.5)
"""Answer, move, both ends of the bar, before, arrow, after and chips, in percent of the height."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the parts of a row stand, in pixels."""

    answer: float
    move: float
    bar: tuple[float, float]
    before: float
    arrow: float
    after: float
    chips: float
    end: float


@dataclass(frozen=True, slots=True)
class Settled:
    """One row of one step: where the amount stood, where it stands, and why."""

    before: int
    after: int
    reasons: Reasons


def settle_frame(
    look: Look,
    snapshot: Snapshot,
    changes: Sequence[Change],
    *,
    step: int,
    go_on: str = "",
) -> Frame:
    """Return one of the four steps of settling: 0 income, 1 trust, 2 price control, 3 autonomy."""
    sheet = look.sheet("settle", "board")
    strip(sheet, look, snapshot, phase="settle")
    _steps(sheet, look, snapshot, step)
    found = {it.seat: settled(look, snapshot, changes, it, step) for it in snapshot.cooperatives}
    columns = _columns(sheet, look, tuple(found.values()))
    top = _top_of_scale(found.values()) if step == 0 else 100
    _scale(sheet, look, columns, top)
    if step == 0:
        _market(sheet, look, snapshot, columns)
    for row in table_rows(sheet, look, snapshot, (TOP * sheet.u, BOTTOM * sheet.u)):
        _row(sheet, look, (row, found[row.seat]), columns, (top, look.story.price_unit, step))
    onward = go_on or _next_words(look, step)
    back = look.words.get("board.back")
    rest = foot(sheet, look, FOOT * sheet.u, (back, onward))
    _legend(sheet, look, rest)
    return sheet.frame()


def settled(
    look: Look, snapshot: Snapshot, changes: Sequence[Change], one: CooperativeView, step: int
) -> Settled:
    """Return what a step changed for one co-operative, with reasons that add up to it."""
    if step:
        rows = rows_of(changes, kind=NAMES[step], seat=one.seat, number=snapshot.round)
        before, after = one.meters_before[step - 1], one.meters[step - 1]
        return Settled(before, after, closed(by_cause(rows), after - before))
    rows = rows_of(changes, kind="paid", seat=one.seat, number=snapshot.round)
    rows = [row for row in rows if row.cause != "start"]
    before = price_of(look, snapshot, one.paid_before)
    after = price_of(look, snapshot, one.paid)
    found = scaled(by_cause(rows), after - before, price_factor(look, snapshot))
    return Settled(before, after, closed(found, after - before))


def _next_words(look: Look, step: int) -> str:
    name = NAMES[step + 1] if step < LAST else "look_back"
    return look.words.get(f"settle.next.{name}")


def _columns(sheet: Sheet, look: Look, found: Sequence[Settled]) -> _Columns:
    """Return where the columns stand; large amounts push those at their right further on."""
    x, u, end = sheet.M, sheet.u, sheet.W - sheet.M
    at = _WIDE if sheet.wide else _NARROW
    answer, move, left, right, before, arrow, after, chips = (x + part * u for part in at)
    small, large = sheet.size("support"), sheet.size("essential")
    then = max(sheet.text_width(_number(look, it.before), small) for it in found)
    now = max(sheet.text_width(_number(look, it.after), large, 700) for it in found)
    before = max(before, right + 1.2 * u + then / 2)
    arrow = max(arrow, before + then / 2 + 2.4 * u)
    after = max(after, arrow + 2.2 * u + now / 2)
    chips = max(chips, after + now / 2 + 1.8 * u)
    return _Columns(answer, move, (left, right), before, arrow, after, chips, end)


def _steps(sheet: Sheet, look: Look, snapshot: Snapshot, step: int) -> None:
    """Draw the four steps; the one that is on is the focus of the frame."""
    u, theme, y = sheet.u, sheet.theme, STEPS * sheet.u
    market = look.words.get("settle.step.market", price=market_words(look, snapshot))
    names = [market, *(meter_word(look, place) for place in range(3))]
    icons = ("th-market", *METER_ICONS)
    title = look.words.get("settle.step.income") if step == 0 else names[step]
    focus = sheet.percent(6 if sheet.wide else 5.4)
    small = sheet.size("support")
    widths = [
        sheet.text_width(title, focus, 700) + focus * 1.3
        if place == step
        else (sheet.text_width(name, small, 600) if sheet.wide else 0) + 5.2 * u
        for place, name in enumerate(names)
    ]
    if sum(widths) + 9 * u > sheet.U:
        widths = [w if place == step else 5.2 * u for place, w in enumerate(widths)]
    gap = min(18 * u, (sheet.U - sum(widths)) / 3)
    x = sheet.M
    for place, width in enumerate(widths):
        if place == step:
            sheet.icon(icons[place], x + focus * 0.5, y, focus * 1.05, colour=theme.accent)
            sheet.text(x + focus * 1.3, y, title, role="focus", size=focus)
            sheet.box(x, y + 4.6 * u, width, 0.6 * u, fill=theme.accent, radius=0.3 * u)
        else:
            icon = "check" if place < step else icons[place]
            sheet.icon(icon, x + 2 * u, y, 3.6 * u, colour=theme.text_2)
            if width > 5.3 * u:
                sheet.text(x + 5.2 * u, y, names[place], weight=600, colour=theme.text_2)
        if place < LAST and gap > 3 * u:
            ends = [(x + width + gap * 0.28, y), (x + width + gap * 0.72, y)]
            sheet.line(ends, theme.hair, 0.3 * u)
        x += width + gap


def _top_of_scale(found: Iterable[Settled]) -> int:
    amounts = [amount for it in found for amount in (it.before, it.after)]
    return max(20, -(-max(amounts) // 20) * 20)


def _scale(sheet: Sheet, look: Look, columns: _Columns, top: int) -> None:
    left, right = columns.bar
    for part in (0, 1, 2):
        x = left + (right - left) * part / 2
        text = _number(look, top * part // 2)
        sheet.text(x, SCALE * sheet.u, text, colour=sheet.theme.text_2, anchor="middle")


def _market(sheet: Sheet, look: Look, snapshot: Snapshot, columns: _Columns) -> None:
    """Name the market price beside the scale of what members got."""
    text = look.words.get("settle.step.market", price=market_words(look, snapshot))
    size = sheet.size("support")
    room = columns.bar[0] - sheet.M - 3 * sheet.u
    if sheet.fits(text, room, size, 600):
        sheet.text(sheet.M, SCALE * sheet.u, text, weight=600)


def _row(
    sheet: Sheet,
    look: Look,
    it: tuple[TableRow, Settled],
    columns: _Columns,
    scale: tuple[int, str, int],
) -> None:
    row, done = it
    top, unit, step = scale
    u, y, theme = sheet.u, row.cy, sheet.theme
    _choices(sheet, row, columns)
    left, right = columns.bar
    h = min(3.4 * u, row.rect.h * 0.32)
    bar = Meter(min(100, 100 * done.after // top), min(100, 100 * done.before // top))
    if step == 0:
        bar = Meter(_part(done.after, top), _part(done.before, top))
    meter_big(sheet, Rect(left, y - h / 2, right - left, h), bar)
    sheet.text(columns.before, y, _number(look, done.before), colour=theme.text_2, anchor="middle")
    sheet.icon("next", columns.arrow, y, 3.2 * u, colour=theme.text_2, stroke=2.2)
    sheet.text(columns.after, y, _number(look, done.after), role="essential", anchor="middle")
    _chips(sheet, look, (row, done), columns, unit if step == 0 else "")


def _part(amount: int, top: int) -> int:
    return min(100, max(0, round(100 * amount / top)))


def _number(look: Look, amount: int) -> str:
    return look.words.number(amount)


def _choices(sheet: Sheet, row: TableRow, columns: _Columns) -> None:
    """Draw what the co-operative chose: the number of its answer and the sign of its move."""
    u, side = sheet.u, (6.4 if sheet.wide else 5.6) * sheet.u
    chosen = row.one.answer
    if chosen is not None:
        tile = Rect(columns.answer, row.cy - side / 2, side, side)
        number_tile(sheet, tile, str(chosen + 1))
    if row.one.move is not None:
        size = (6.4 if sheet.wide else 5.4) * u
        sheet.icon(move_icon(row.one.move), columns.move, row.cy, size)


def _chips(
    sheet: Sheet, look: Look, it: tuple[TableRow, Settled], columns: _Columns, unit: str
) -> None:
    """Draw the largest reasons as chips, and what the others did together."""
    row, done = it
    u, size, room = sheet.u, sheet.size("support"), columns.end - columns.chips
    if done.before == done.after and not done.reasons.shown:
        text = fitting(sheet, (look.words.get("settle.unchanged"),), room, size)
        sheet.text(columns.chips, row.cy, text, size=size, colour=sheet.theme.text_2)
        return
    most = 2 if sheet.wide else 1
    found = [(reason, chip_of(look, reason, unit)) for reason in done.reasons.shown]
    shown = [it for it in found if _fits(sheet, it[1], room)][:most]
    others = done.reasons.others + len(found) - len(shown)
    chips = [made for _, made in shown]
    rest = (done.after - done.before) - sum(reason.amount for reason, _ in shown)
    lines = len(chips) + (1 if others and not (sheet.wide and len(chips) == most) else 0)
    step = min(5.2 * u, row.rect.h * 0.46)
    y = row.cy - (max(1, lines) - 1) * step / 2
    x = columns.chips
    for it_ in chips:
        x = columns.chips + chip(sheet, columns.chips, y, it_) + 1.6 * u
        y += step
    if not others:
        return
    words = (rest_words(look, rest, others, unit), _amount_only(look, rest), signed(look, rest))
    if lines > len(chips):
        _rest(sheet, words, (columns.chips + u, y), room)
    elif x + 6 * u < columns.end:
        _rest(sheet, words, (x, y - step), columns.end - x)
    else:
        first = columns.chips + chip_width(sheet, chips[0]) + 1.6 * u
        _rest(sheet, words, (first, y - 2 * step), columns.end - first)


def _fits(sheet: Sheet, reason: Chip, room: float) -> bool:
    return chip_width(sheet, reason) <= room and len(reason.text) <= LONGEST


def _amount_only(look: Look, rest: int) -> str:
    return look.words.get("board.more.short", amount=signed(look, rest))


def _rest(sheet: Sheet, words: Sequence[str], at: tuple[float, float], room: float) -> None:
    size = sheet.size("support")
    text = fitting(sheet, words, room, size)
    sheet.text(at[0], at[1], text, size=size, colour=sheet.theme.text_2)


def _legend(sheet: Sheet, look: Look, area: Rect) -> None:
    """Explain the bar, as far as there is room."""
    u, theme, size = sheet.u, sheet.theme, sheet.size("support")
    x, y = area.x + 1.4 * u, area.cy
    for name, width in (("before", 2.4), ("gained", 4.2), ("lost", 4.2), ("answer", 5.4),
                        ("move", 5.0)):  # fmt: skip
        text = look.words.get(f"settle.{name}")
        needed = width * u + sheet.text_width(text, size) + 2.6 * u
        if x + needed > area.right:
            return
        match name:
            case "before":
                sheet.box(x, y - 2.3 * u, 0.5 * u, 4.6 * u, fill=theme.accent, radius=0.2 * u)
            case "gained":
                sheet.box(x, y - 1.4 * u, 3 * u, 2.8 * u, fill=theme.gain, radius=0.3 * u)
            case "lost":
                box = Rect(x, y - 1.25 * u, 2.8 * u, 2.5 * u)
                sheet.panel(box, outline=theme.loss, outline_width=0.35 * u, radius=0.3 * u)
            case "answer":
                number_tile(sheet, Rect(x, y - 1.9 * u, 3.8 * u, 3.8 * u), "2")
            case _:
                sheet.icon("dialogue", x + 2 * u, y, 4 * u, colour=theme.text_2)
        sheet.text(x + width * u, y, text, size=size, colour=theme.text_2)
        x += needed
