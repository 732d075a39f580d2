"""Who plays which seat, during a match: the same rows as in the set-up, on a page of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.screens.fitting import short_lines
from coopgame.screens.look import Look
from coopgame.screens.setup import SeatChoice, seat_row
from coopgame.ui.buttons import button
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame


@dataclass(frozen=True, slots=True)
class SeatsModel:
    """The seats of a running match."""

    seats: Sequence[SeatChoice]


def seats_frame(look: Look, model: SeatsModel) -> Frame:
    """Return the page on which seats change hands."""
    sheet = look.sheet("seats", "board")
    u, words = sheet.u, look.words
    sheet.text(
        sheet.M - 0.3 * u, 8.6 * u, words.get("seats.title"), size=sheet.percent(5.6), role="focus"
    )
    size = sheet.size("support")
    for number, line in enumerate(short_lines(sheet, words.get("seats.note"), sheet.U, size)):
        y = (14.4 + number * 3.8) * u
        sheet.text(sheet.M, y, line, role="support", colour=sheet.theme.text_2)
    y = 19 * u
    for number, seat in enumerate(model.seats):
        place = Rect(sheet.M * 0.6, y, sheet.W - 1.2 * sheet.M, 9.6 * u)
        seat_row(sheet, look, place, (number, seat), removable=False)
        y += 10.8 * u
    done = Rect(sheet.W - sheet.M - 44 * u, 85.6 * u, 44 * u, 9 * u)
    cap = words.get("key.escape") if look.key_names else ""
    button(sheet, "done", done, words.get("seats.done"), kind="primary", icon="check", keycap=cap)
    return sheet.frame()
