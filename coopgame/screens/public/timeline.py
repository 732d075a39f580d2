"""The timeline of decisions with three small charts for each row, and key moments on paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coopgame.rules.snapshot import Change, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.lane_plan import groups_of, order_of
from coopgame.screens.public.moments import (
    PER_PAGE,
    Moment,
    course_of,
    merged_in,
    moments_of,
    moves_of,
    pacts_made,
)
from coopgame.screens.public.table_rows import TableRow, table_rows
from coopgame.screens.public.words_of import (
    METER_ICONS,
    cause_sentence,
    fitting,
    is_line,
    meter_word,
)
from coopgame.ui.cards import paper
from coopgame.ui.charts import small_chart
from coopgame.ui.layout import Rect
from coopgame.ui.sheet import Sheet

HEADS, TOP, BOTTOM, END = 17.6, 21.2, 77.6, 96.4
MODELS = frozenset(
    {"merge", "coordinate", "integrate", "contract", "leave", "open_up", "specialise"}
)
"""Moves that change how a co-operative stands in the chain; they are framed."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where rounds and charts stand, in pixels."""

    left: float
    step: float
    rounds: int
    charts: tuple[Rect, ...]

    def x(self, number: int) -> float:
        """The middle of a round, counted from 1."""
        return self.left + self.step * (number - 0.5)

    @property
    def right(self) -> float:
        """Where the last round ends."""
        return self.left + self.step * self.rounds


def timeline(
    sheet: Sheet, look: Look, snapshot: Snapshot, changes: Sequence[Change], *, page: int
) -> None:
    """Draw rows, charts and the key moments of one page (0 or 1), below the title."""
    grid = _grid(sheet, snapshot.round)
    _heads(sheet, look, grid)
    u = sheet.u
    rows = table_rows(sheet, look, snapshot, (TOP * u, BOTTOM * u), order=order_of(snapshot))
    _hulls(sheet, snapshot, changes, (rows, grid))
    for row in rows:
        _lane(sheet, look, (row, grid), moves_of(changes, row.seat))
        _charts(sheet, look, (row, grid), changes)
    _pacts(sheet, changes, rows, grid)
    found = moments_of(snapshot, changes)[page * PER_PAGE : (page + 1) * PER_PAGE]
    _marks(sheet, found, rows, grid)
    _cards(sheet, look, found)


def _grid(sheet: Sheet, rounds: int) -> _Grid:
    u, x, end = sheet.u, sheet.M, sheet.W - sheet.M
    left = x + 9.0 * u
    start = x + sheet.U * (0.47 if sheet.wide else 0.5)
    step = min(10.2 * u, (start - left - 1.4 * u) / max(1, rounds))
    each = (end - start) / 3
    value = 8.2 * u
    charts = tuple(Rect(start + each * k, 0, each - value, 0) for k in range(3))
    return _Grid(left, step, rounds, charts)


def _heads(sheet: Sheet, look: Look, grid: _Grid) -> None:
    u, y, theme = sheet.u, HEADS * sheet.u, sheet.theme
    size = sheet.size("support")
    word = fitting(sheet, (look.words.get("closing.round"),), grid.x(1) - sheet.M - 2 * u, size)
    sheet.text(sheet.M, y, word, colour=theme.text_2)
    for number in range(1, grid.rounds + 1):
        sheet.text(grid.x(number), y, str(number), weight=600, colour=theme.text_2, anchor="middle")
    for place, rect in enumerate(grid.charts):
        sheet.icon(METER_ICONS[place], rect.x + 1.9 * u, y, 3.8 * u)
        room = (grid.charts[1].x - grid.charts[0].x) - 6 * u
        names = (meter_word(look, place, short=True),)
        text = fitting(sheet, names, room, size, 600)
        sheet.text(rect.x + 4.9 * u, y, text, weight=600)


def _hulls(
    sheet: Sheet,
    snapshot: Snapshot,
    changes: Sequence[Change],
    it: tuple[Sequence[TableRow], _Grid],
) -> None:
    """Draw a hull around each group from the round in which it merged."""
    rows, grid = it
    u, theme = sheet.u, sheet.theme
    for group in groups_of(snapshot):
        members = [row.rect for row in rows if row.seat in group]
        top, bottom = members[0].y + 0.4 * u, members[-1].bottom - 0.4 * u
        left = grid.x(merged_in(changes, group)) - grid.step * 0.44
        rect = Rect(left, top, grid.right - left - 0.1 * u, bottom - top)
        radius = min(3 * u, rect.w / 2)
        sheet.panel(
            rect, fill=theme.hull, outline=theme.text_1, outline_width=0.4 * u, radius=radius
        )


def _lane(sheet: Sheet, look: Look, it: tuple[TableRow, _Grid], moves: Mapping[int, str]) -> None:
    row, grid = it
    u, theme = sheet.u, sheet.theme
    colour = theme.identity(look.letter(row.seat)).line
    ends = [(grid.left + 0.2 * u, row.cy), (grid.right - 1.6 * u, row.cy)]
    sheet.line(ends, colour, 0.5 * u, cap="butt")
    side = min(6.6 * u, grid.step * 0.86, row.rect.h * 0.74)
    for number, move in moves.items():
        x = grid.x(number)
        is_model = move in MODELS
        ground = sheet.ground_at(x - side * 0.5, row.cy - side * 0.3)
        sheet.box(
            x - side / 2, row.cy - side / 2, side, side,
            fill=theme.raised if is_model else ground,
            outline=theme.text_1 if is_model else None,
            outline_width=0.22 * u if is_model else 0, radius=1.4 * u,
        )  # fmt: skip
        icon = "organise" if move in {"inform", "represent"} else move
        size = side * (0.73 if is_model else 0.66)
        sheet.icon(
            icon, x, row.cy, max(size, 3.2 * u), colour=theme.text_1 if is_model else theme.text_2
        )


def _charts(
    sheet: Sheet, look: Look, it: tuple[TableRow, _Grid], changes: Sequence[Change]
) -> None:
    row, grid = it
    h = row.rect.h - 2.2 * sheet.u
    for place, rect in enumerate(grid.charts):
        chart = Rect(rect.x, row.cy - h / 2, rect.w, h)
        small_chart(sheet, chart, course_of(row.one, changes, place), look.letter(row.seat))


def _pacts(sheet: Sheet, changes: Sequence[Change], rows: Sequence[TableRow], grid: _Grid) -> None:
    """Draw a tie between two rows that lie next to each other, in the round it was made."""
    u = sheet.u
    places = {row.seat: number for number, row in enumerate(rows)}
    for number, one, other in pacts_made(changes):
        if abs(places[one] - places[other]) != 1:
            continue
        upper, lower = sorted((rows[places[one]], rows[places[other]]), key=lambda row: row.cy)
        reach = min(3.6 * u, upper.rect.h * 0.4)
        x = grid.x(number)
        ends = [(x, upper.cy + reach), (x, lower.cy - reach)]
        sheet.line(ends, sheet.theme.text_1, 0.5 * u, dash=(0.7 * u, 0.7 * u))


def _marks(sheet: Sheet, found: Sequence[Moment], rows: Sequence[TableRow], grid: _Grid) -> None:
    """Number the key moments where they happened."""
    u, theme = sheet.u, sheet.theme
    places = {row.seat: row for row in rows}
    for number, it in enumerate(found, start=1):
        row = places[it.seat]
        x = grid.x(it.round) + min(3.5 * u, grid.step * 0.4)
        y = row.cy + min(3.2 * u, row.rect.h * 0.32)
        sheet.disc(x, y, 2.25 * u, fill=theme.well)
        sheet.disc(x, y, 2.0 * u, fill=theme.wheat)
        sheet.text(x, y, str(number), weight=700, colour=theme.ink, anchor="middle")


def _cards(sheet: Sheet, look: Look, found: Sequence[Moment]) -> None:
    u, x = sheet.u, sheet.M / 2
    top = (BOTTOM + 1.4) * u
    area = Rect(x, top, sheet.W - sheet.M, END * u - top)
    if not found:
        paper(sheet, area, radius=1.6)
        text = look.words.get("closing.no_moments")
        sheet.text(sheet.M, area.cy, text, weight=600, colour=sheet.theme.ink)
        return
    for number, (it, rect) in enumerate(
        zip(found, area.columns(PER_PAGE, 1.6 * u), strict=False), start=1
    ):
        _card(sheet, look, (number, it), rect)


def _card(sheet: Sheet, look: Look, it: tuple[int, Moment], rect: Rect) -> None:
    """Draw one moment: number and cause, why, and from what to what."""
    number, moment = it
    u, theme, size = sheet.u, sheet.theme, sheet.size("support")
    paper(sheet, rect, radius=1.6)
    x = max(sheet.M, rect.x + 2 * u)
    room = min(rect.right, sheet.W - sheet.M * 0.6) - x - 1.2 * u
    y = rect.y + 3.7 * u
    sheet.disc(x + 2.1 * u, y, 2.1 * u, fill=theme.ink)
    sheet.text(x + 2.1 * u, y, str(number), weight=700, colour=theme.strip_text, anchor="middle")
    titles = sheet.wrap(_title(look, moment), room - 5.4 * u, size=size, weight=700)[:2]
    for place, line in enumerate(titles):
        if sheet.fits(line, room - 5.4 * u, size, 700) and len(line) <= 40:
            at = y + (place * 1.16 - (0.2 if len(titles) > 1 else 0)) * size
            sheet.text(x + 5.4 * u, at, line, weight=700, colour=theme.ink)
    detail = _detail(sheet, look, moment, room)
    sheet.text(x, rect.bottom - 2.6 * u, detail, weight=600, colour=theme.ink)
    lines = sheet.wrap(cause_sentence(look, moment.cause), room, size=size)
    fits = all(is_line(sheet, line, room, size) for line in lines)
    if len(titles) > 1 or len(lines) > 2 or not fits:
        return
    top = rect.y + (8.7 if len(lines) == 1 else 7.6) * u
    for place, line in enumerate(lines):
        sheet.text(x, top + place * size * 1.14, line, colour=theme.ink_2)


def _title(look: Look, moment: Moment) -> str:
    """Return the card that was answered, else the cause."""
    if moment.card is not None and look.content is not None:
        return look.content.card(moment.card, "short")
    way = "gain" if moment.moved > 0 else "loss"
    cause = look.words.get(f"cause.{moment.cause}.{way}")
    return cause[:1].upper() + cause[1:]


def _detail(sheet: Sheet, look: Look, moment: Moment, room: float) -> str:
    size = sheet.size("support")
    letter = look.letter(moment.seat)
    texts = [
        look.words.get("closing.moment", meter=meter_word(look, moment.meter, short=short),
                       letter=letter, before=moment.before, after=moment.after)
        for short in (False, True)
    ]  # fmt: skip
    texts.append(f"{letter}: {moment.before} → {moment.after}")
    return fitting(sheet, texts, room, size, 600)
