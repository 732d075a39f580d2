"""The curtain between two people at one screen: whose turn it is, and nothing else.

What it draws depends on the seat's name and letter, the round, the language, the theme and the
size. It never sees a snapshot, so it cannot give anything away.
"""

from dataclasses import dataclass

from coopgame.screens.fitting import fitted
from coopgame.screens.look import Look
from coopgame.ui.badges import badge, shape_points
from coopgame.ui.buttons import button, keycap_width
from coopgame.ui.contrast import mixed
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame
from coopgame.ui.sheet import Sheet

OPEN = "open"
"""The control that opens the curtain."""
GUARD = 300
"""Milliseconds in which the curtain takes nothing, so that the press that closed it cannot open it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is: everything a curtain may know."""

    name: str
    letter: str
    colour: str
    """The letter whose shape and colour the seat wears."""
    round: int
    rounds: int


def curtain_frame(look: Look, turn: Turn) -> Frame:
    """Return the curtain; opaque, with one control that covers all of it."""
    sheet = look.sheet("curtain", "board")
    split = sheet.W * (0.42 if sheet.wide else 0.34)
    _pattern(sheet, turn, split)
    sheet.box(split, 0, sheet.W - split, sheet.H, fill=sheet.theme.bg)
    sheet.box(split, 0, 0.7 * sheet.u, sheet.H, fill=sheet.theme.well)
    _medal(sheet, turn, split)
    _words(sheet, look, turn, split + (8 if sheet.wide else 5) * sheet.u)
    return sheet.frame()


def _pattern(sheet: Sheet, turn: Turn, width: float) -> None:
    """Fill the left part with the colour of the seat, its shape repeated in a pre-mixed shade."""
    u, it = sheet.u, sheet.theme.identity(turn.colour)
    shade = mixed(it.fill, sheet.theme.on_colour if it.fill != "#000000" else "#FFFFFF", 0.2)
    sheet.box(0, 0, width, sheet.H, fill=it.fill)
    step = 13 * u
    for line in range(-1, 9):
        for place in range(-1, int(width // step) + 2):
            x, y = place * step + (line % 2) * step / 2, line * step * 0.87
            if x > width + 4 * u:
                continue
            if it.shape == "circle":
                sheet.disc(x, y, 3.6 * u, outline=shade, outline_width=0.55 * u)
            else:
                points = shape_points(it.shape, x, y, 3.8 * u)
                sheet.polygon(points, outline=shade, outline_width=0.55 * u)


def _medal(sheet: Sheet, turn: Turn, width: float) -> None:
    u = sheet.u
    cx, cy, r = width / 2, sheet.H / 2, min(28 * u, width * 0.42)
    well = "#0B111E"
    sheet.disc(cx, cy, r, fill=well)
    it = sheet.theme.identity(turn.colour)
    large = r * (0.5 if it.shape in {"triangle", "cross"} else 0.6)
    badge(
        sheet, turn.colour, cx, cy, r * 0.71, size=round(large), role="decor", lettered=False,
        core=well,
    )  # fmt: skip
    low = r * 0.142 if it.shape == "triangle" else 0
    sheet.text(
        cx, cy + low, turn.letter, size=round(large), weight=700, role="decor",
        colour="#FFF8EA", ground=well, anchor="middle",
    )  # fmt: skip


def _words(sheet: Sheet, look: Look, turn: Turn, x: float) -> None:
    u, h, words = sheet.u, sheet.H, look.words
    room = sheet.W - sheet.M - x
    sheet.text(
        x, h * 0.20, words.get("curtain.round", round=turn.round, rounds=turn.rounds),
        role="support", weight=600, colour=sheet.theme.text_2, limit=room,
    )  # fmt: skip
    _name(sheet, turn.name, x, room)
    size = sheet.percent(6.4)
    sentence = words.get("curtain.your_turn")
    while not sheet.fits(sentence, room, size, 600) and size > sheet.size("essential"):
        size -= 1
    sheet.text(x, h * 0.50, sentence, size=size, weight=600, role="essential", limit=room)
    sheet.icon("eyeoff", x + 2.6 * u, h * 0.635, 5.2 * u, colour=sheet.theme.accent)
    lines = sheet.wrap(words.get("curtain.look_away"), room - 7.2 * u, size=sheet.size("essential"))
    for number, line in enumerate(lines):
        y = h * 0.635 + (number - (len(lines) - 1) / 2) * 5.4 * u
        sheet.text(x + 7.2 * u, y, line, role="essential", weight=400, limit=room - 7.2 * u)
    _button(sheet, look, x, room)


def _name(sheet: Sheet, name: str, x: float, room: float) -> None:
    """Draw the name as large as it fits; below a floor it takes two lines."""
    size, floor = sheet.percent(18), sheet.percent(9)
    while size > floor and not sheet.fits(name, room, size, 700):
        size -= 1
    lines = [name] if sheet.fits(name, room, size, 700) else sheet.balanced(
        name, room, size=size, weight=700
    )  # fmt: skip
    while len(lines) > 2 or any(not sheet.fits(line, room, size, 700) for line in lines):
        size -= 1
        lines = sheet.balanced(name, room, size=size, weight=700)
        if size <= sheet.percent(6.5):
            break
    for number, line in enumerate(lines):
        y = sheet.H * 0.345 + (number - (len(lines) - 1) / 2) * size * 1.0
        shown = fitted(sheet, line, room, size, 700)
        indent = 0.6 * sheet.u if size > sheet.percent(14) else 0
        sheet.text(x - indent, y, shown, size=size, weight=700, role="focus")
    sheet.declare_focus(name)


def _button(sheet: Sheet, look: Look, x: float, room: float) -> None:
    u = sheet.u
    rect = Rect(x, sheet.H * 0.76, min(66 * u, room), 11.5 * u)
    cap, size = look.words.get("curtain.key") if look.key_names else "", sheet.percent(4.8)
    label, wide = look.words.get("curtain.open"), rect.w - 4.4 * u
    if cap and not sheet.fits(label, wide - keycap_width(sheet, cap), size, 700):
        cap = ""
    label = fitted(sheet, label, wide, size, 700) if not cap else label
    button(
        sheet, OPEN, rect, label, kind="primary", key="space enter pagedown", keycap=cap, size=size
    )
