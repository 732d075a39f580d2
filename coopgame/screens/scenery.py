"""The picture of the menu: a valley with farm, dairy and shop, and five lanes that run through it.

Drawn from plain shapes in the colours of the theme; it carries no words and no meaning.
"""

from collections.abc import Sequence

from coopgame.ui.contrast import mixed
from coopgame.ui.nodes import Colour, Point
from coopgame.ui.sheet import Sheet, bend

_DARK = "#0F1A28"
_WALL = "#15273A"
_TREE = "#16303A"
_CLAY = "#D98A5B"
_LANES = (("A", 1.5), ("B", 1.05), ("C", 1.9), ("D", 1.3), ("E", 0.9))
HILLS = ("#22314F", "#1F3B4B", "#15303A")
"""Far, middle and near hill; dark in both themes, so that light text can stand on them."""


def scenery(sheet: Sheet) -> None:
    """Draw the whole picture behind everything else."""
    _sun(sheet)
    _hill(sheet, [(0, 84), (28, 70), (45, 72), (62, 58), (74, 48), (88, 50), (100, 42)], HILLS[0])
    _hill(sheet, [(0, 90), (22, 83), (36, 86), (55, 72), (72, 60), (86, 70), (100, 60)], HILLS[1])
    _village(sheet)
    _hill(sheet, [(0, 95), (25, 90), (45, 93), (66, 84), (80, 78), (92, 82), (100, 78)], HILLS[2])
    _lanes(sheet)
    _lorry(sheet, sheet.W * 0.715, sheet.H * 0.836, 0.9 * sheet.u)


def _sun(sheet: Sheet) -> None:
    x, y, u = sheet.W * 0.80, sheet.H * 0.50, sheet.u
    ground = sheet.theme.bg
    for r, colour in (
        (31, mixed(ground, "#A85F3C", 0.20)),
        (25, mixed(ground, "#C27A48", 0.36)),
        (19, sheet.theme.wheat),
    ):
        sheet.disc(x, y, r * u, fill=colour)


def _hill(sheet: Sheet, shape: Sequence[tuple[float, float]], colour: Colour) -> None:
    """Draw a hill from its seven points: two curves, in percent of width and height."""
    points = [(x * sheet.W / 100, y * sheet.H / 100) for x, y in shape]
    line = bend(*points[:4]) + bend(*points[3:7])
    sheet.polygon([*line, (sheet.W, sheet.H), (0, sheet.H)], fill=colour)


def _village(sheet: Sheet) -> None:
    w, h, u = sheet.W, sheet.H, sheet.u
    if sheet.wide:  # on a narrow screen the buttons stand where the farm would be
        _tree(sheet, w * 0.435, h * 0.835, u)
        _farm(sheet, w * 0.455, h * 0.835, u * 0.92)
        _tree(sheet, w * 0.525, h * 0.80, u * 0.9)
    _dairy(sheet, w * 0.645, h * 0.755, u)
    _tree(sheet, w * 0.795, h * 0.735, u * 1.1)
    _shop(sheet, w * 0.845, h * 0.765, u * 1.05)
    _tree(sheet, w * 0.962, h * 0.72, u)
    _tree(sheet, w * 0.985, h * 0.725, u * 0.8)


def _farm(sheet: Sheet, x: float, y: float, s: float) -> None:
    lit = sheet.theme.wheat
    sheet.box(x, y - 6 * s, 11 * s, 6 * s, fill=_WALL)
    roof = [(x - s, y - 6 * s), (x + 5.5 * s, y - 10.5 * s), (x + 12 * s, y - 6 * s)]
    sheet.polygon(roof, fill=_DARK, outline=_DARK, outline_width=0.4 * s)
    sheet.box(x + 4.4 * s, y - 3.6 * s, 2.4 * s, 3.6 * s, fill=_DARK)
    for dx in (1.6, 7.8):
        sheet.box(x + dx * s, y - 4.4 * s, 1.8 * s, 1.8 * s, fill=lit)


def _dairy(sheet: Sheet, x: float, y: float, s: float) -> None:
    steps = [(0, 0), (0, 8), (6, 11.5), (6, 8), (12, 11.5), (12, 8), (18, 11.5), (18, 0)]
    roof = [(x + dx * s, y - dy * s) for dx, dy in steps]
    sheet.polygon(roof, fill=_WALL, outline=_WALL, outline_width=0.4 * s)
    sheet.box(x + 19 * s, y - 17 * s, 2.8 * s, 17 * s, fill=_WALL)
    sheet.box(x + 19 * s, y - 15.4 * s, 2.8 * s, 1.2 * s, fill="#8FA3BF")
    for k in range(3):
        left = x + (2 + k * 5.4) * s
        sheet.box(left, y - 5 * s, 2.8 * s, 2.4 * s, fill=sheet.theme.wheat, radius=0.3 * s)
    for dx, dy, r in ((20.4, 19.5, 1.5), (22.6, 21.8, 1.1), (24.8, 23.2, 0.8)):
        sheet.disc(x + dx * s, y - dy * s, r * s, fill="#3A4C6B")
    sheet.box(x - 6.4 * s, y - 9 * s, 5 * s, 9 * s, fill="#1B3044", radius=1.6 * s)
    sheet.box(x - 6.4 * s, y - 7 * s, 5 * s, 0.6 * s, fill="#33506B")


def _shop(sheet: Sheet, x: float, y: float, s: float) -> None:
    lit = sheet.theme.wheat
    sheet.box(x, y - 9 * s, 15 * s, 9 * s, fill=_WALL)
    sheet.box(x - 0.6 * s, y - 12.4 * s, 16.2 * s, 3.6 * s, fill=_DARK, radius=0.5 * s)
    for k in range(5):
        colour = ("#FFF8EA", _CLAY)[k % 2]
        sheet.box(x + k * 3 * s, y - 9 * s, 3 * s, 2.4 * s, fill=colour)
        sheet.disc(x + (k + 0.5) * 3 * s, y - 6.6 * s, 1.5 * s, fill=colour)
    sheet.box(x + 1.2 * s, y - 4.8 * s, 7 * s, 3.6 * s, fill=lit, radius=0.3 * s)
    sheet.box(x + 10 * s, y - 5.2 * s, 3.4 * s, 5.2 * s, fill=lit, radius=0.3 * s)


def _tree(sheet: Sheet, x: float, y: float, s: float) -> None:
    sheet.box(x - 0.35 * s, y - 3 * s, 0.7 * s, 3 * s, fill=_DARK)
    for dx, dy, r in ((0, 4.6, 2.5), (-1.4, 3.4, 1.7), (1.4, 3.4, 1.7)):
        sheet.disc(x + dx * s, y - dy * s, r * s, fill=_TREE)


def _lane_points(sheet: Sheet, number: int) -> list[Point]:
    w, h, u = sheet.W, sheet.H, sheet.u
    apart = (number - 2) * 2.35 * u
    first = bend(
        (w * 0.26 + number * 4.2 * u, h * 1.05),
        (w * 0.40 + number * 2 * u, h * 0.965 + apart),
        (w * 0.50, h * 0.95 + apart * 0.9),
        (w * 0.60, h * 0.905 + apart * 0.8),
    )
    second = bend(
        (w * 0.60, h * 0.905 + apart * 0.8),
        (w * 0.70, h * 0.855 + apart * 0.7),
        (w * 0.80, h * 0.90 + apart * 0.7),
        (w * 1.02, h * 0.835 + apart * 0.7),
    )
    return first + second[1:]


def _lanes(sheet: Sheet) -> None:
    u = sheet.u
    for number, (letter, wide) in enumerate(_LANES):
        it, points = sheet.theme.identity(letter), _lane_points(sheet, number)
        sheet.line(points, "#0F2029", (wide + 0.5) * u, cap="butt")
        if it.edged:
            sheet.line(points, it.edge, wide * u, cap="butt")
            sheet.line(points, it.fill, (wide - 0.4) * u, cap="butt")
        else:
            sheet.line(points, it.fill, wide * u, cap="butt")


def _lorry(sheet: Sheet, x: float, y: float, s: float) -> None:
    sheet.box(x, y - 6.4 * s, 10 * s, 6.4 * s, fill="#FFF8EA", radius=0.6 * s)
    cabin = [(10.4, 4.6), (13, 4.6), (15, 2.2), (15, 0), (10.4, 0)]
    points = [(x + dx * s, y - dy * s) for dx, dy in cabin]
    sheet.polygon(points, fill=_CLAY, outline=_CLAY, outline_width=0.4 * s)
    window = [(11.2, 4), (12.7, 4), (13.9, 2.3), (11.2, 2.3)]
    sheet.polygon([(x + dx * s, y - dy * s) for dx, dy in window], fill=HILLS[0])
    sheet.icon("volume", x + 5 * s, y - 3.2 * s, 4.8 * s, colour=HILLS[0], stroke=2.2)
    for dx in (2.6, 8.2, 12.6):
        sheet.disc(x + dx * s, y + 0.2 * s, 1.55 * s, fill=_DARK)
        sheet.disc(x + dx * s, y + 0.2 * s, 0.65 * s, fill="#93A0BA")
