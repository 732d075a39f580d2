"""Paints frames on pygame surfaces: crisp shapes, text and icons, each kept after its first drawing.

One of the two modules that may touch pygame. It decides nothing: what is drawn is what the frame says.
"""

from __future__ import annotations

import io
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path

import pygame

from coopgame.ui.nodes import (
    Box,
    Colour,
    Disc,
    Frame,
    Group,
    Icon,
    Line,
    Mirror,
    Node,
    Point,
    Polygon,
    Text,
)
from coopgame.ui.pieces import bounds, circle, dashes, fineness, outline_of, quads, upright
from coopgame.ui.theme import Theme

_STROKE = re.compile(rb'stroke-width="2"')


class PygameTypeface:
    """Measures and draws with font files, one per weight; a missing weight takes the nearest one."""

    def __init__(self, font_paths: Mapping[int, Path]) -> None:
        if not font_paths:
            message = "a typeface needs at least one font file"
            raise ValueError(message)
        self._paths = dict(font_paths)
        self._fonts: dict[tuple[int, int], pygame.font.Font] = {}
        self._widths: dict[tuple[str, int, int], float] = {}

    def width(self, text: str, size_px: int, weight: int = 400) -> float:
        """Give the width of one line in pixels, as the font itself says."""
        key = (text, size_px, weight)
        if key not in self._widths:
            if len(self._widths) > 20_000:
                self._widths.clear()
            self._widths[key] = float(self.font(size_px, weight).size(text)[0])
        return self._widths[key]

    def font(self, size_px: int, weight: int = 400) -> pygame.font.Font:
        """Give the font of this size, in pixels, and weight."""
        key = (size_px, weight)
        if key not in self._fonts:
            pygame.font.init()
            nearest = min(self._paths, key=lambda known: (abs(known - weight), known))
            self._fonts[key] = pygame.font.Font(self._paths[nearest], size_px)
        return self._fonts[key]


class Kept:
    """Drawn pieces by what they look like; the longest unused go first when the room is full."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._used = 0
        self._pieces: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """Give the piece with this key, drawing it when it is not there."""
        piece = self._pieces.get(key)
        if piece is None:
            piece = self._pieces[key] = make()
            self._used += piece.get_width() * piece.get_height()
            while self._used > self._room and len(self._pieces) > 1:
                _, old = self._pieces.popitem(last=False)
                self._used -= old.get_width() * old.get_height()
        else:
            self._pieces.move_to_end(key)
        return piece


class Painter:
    """Draws frames. Keeps texts, icons and shapes, so that a second drawing only copies pixels."""

    def __init__(self, theme: Theme, icon_dir: Path, typeface: PygameTypeface) -> None:
        self.theme = theme
        self._icon_dir = icon_dir
        self._typeface = typeface
        self._texts = Kept(16_000_000)
        self._icons = Kept(8_000_000)
        self._shapes = Kept(32_000_000)
        self._mirrors = Kept(8_000_000)
        self._drawings: dict[str, bytes] = {}

    def draw(self, frame: Frame, surface: pygame.Surface) -> None:
        """Draw a frame over the whole surface, which must have the frame's size."""
        surface.fill(frame.ground)
        self._nodes(surface, frame.nodes, 0, 0)

    def picture(self, frame: Frame) -> pygame.Surface:
        """Draw a frame on a new surface."""
        surface = pygame.Surface((frame.width, frame.height), 0, 32)
        self.draw(frame, surface)
        return surface

    def save_png(self, frame: Frame, path: Path) -> None:
        """Write a frame as a picture file."""
        pygame.image.save(self.picture(frame), str(path))

    def _nodes(self, surface: pygame.Surface, nodes: Sequence[Node], dx: float, dy: float) -> None:
        for node in nodes:
            match node:
                case Text():
                    self._text(surface, node, dx, dy)
                case Box():
                    self._box(surface, node, dx, dy)
                case Disc():
                    self._disc(surface, node, dx, dy)
                case Icon():
                    self._icon(surface, node, dx, dy)
                case Line():
                    self._line(surface, node, dx, dy)
                case Polygon():
                    self._polygon(surface, node, dx, dy)
                case Group():
                    self._nodes(surface, node.nodes, dx + node.dx, dy + node.dy)
                case Mirror():
                    self._mirror(surface, node, dx, dy)

    def _text(self, surface: pygame.Surface, node: Text, dx: float, dy: float) -> None:
        if not node.text:
            return
        font = self._typeface.font(node.size_px, node.weight)
        key = (node.text, node.size_px, node.weight, node.colour)
        line = self._texts.get(
            key, lambda: font.render(node.text, antialias=True, color=node.colour)
        )
        surface.blit(line, (round(node.x + dx), round(node.baseline + dy) - font.get_ascent()))

    def _icon(self, surface: pygame.Surface, node: Icon, dx: float, dy: float) -> None:
        size = max(1, round(node.size))
        key = (node.name, size, node.colour, node.stroke)
        icon = self._icons.get(key, lambda: self._tinted_icon(node, size))
        surface.blit(icon, (round(node.cx + dx - size / 2), round(node.cy + dy - size / 2)))

    def _tinted_icon(self, node: Icon, size: int) -> pygame.Surface:
        if node.name not in self._drawings:
            self._drawings[node.name] = (self._icon_dir / f"{node.name}.svg").read_bytes()
        stroke = f'stroke-width="{node.stroke:g}"'.encode()
        drawing = _STROKE.sub(stroke, self._drawings[node.name], count=1)
        icon = pygame.image.load_sized_svg(io.BytesIO(drawing), (size, size))
        icon.fill(node.colour, special_flags=pygame.BLEND_RGBA_MULT)
        return icon

    def _mirror(self, surface: pygame.Surface, node: Mirror, dx: float, dy: float) -> None:
        size = (round(node.w), round(node.h))
        # Equal frames give equal pictures, so the frame itself is the key.
        small = self._mirrors.get(
            (node.frame, size), lambda: pygame.transform.smoothscale(self.picture(node.frame), size)
        )
        surface.blit(small, (round(node.x + dx), round(node.y + dy)))

    def _box(self, surface: pygame.Surface, node: Box, dx: float, dy: float) -> None:
        if node.dash:
            self._dashed(surface, node, dx, dy)
            return
        half = node.outline_width / 2 if node.outline else 0.0
        left, top = round(node.x + dx - half), round(node.y + dy - half)
        right, bottom = round(node.x + dx + node.w + half), round(node.y + dy + node.h + half)
        stroke = max(1, round(node.outline_width)) if node.outline and node.outline_width > 0 else 0
        width, height = max(1, right - left), max(1, bottom - top)
        radius = min(round(node.radius + half) if node.radius > 0 else 0, width // 2, height // 2)
        area = pygame.Rect(left, top, width, height)
        if radius <= 1:
            _square_box(surface, area, node, stroke)
        else:
            self._round_box(surface, area, node, (stroke, radius))

    def _round_box(
        self, surface: pygame.Surface, area: pygame.Rect, node: Box, sizes: tuple[int, int]
    ) -> None:
        stroke, radius = sizes
        if area.width * area.height < 40_000:
            whole = ("box", area.size, node.fill, node.outline, stroke, radius)
            surface.blit(
                self._shapes.get(whole, lambda: _rounded(area.size, node, stroke, radius)),
                area.topleft,
            )
            return
        side = max(radius, stroke)
        key = ("corners", node.fill, node.outline, stroke, radius)
        corners = self._shapes.get(
            key, lambda: _rounded((2 * side, 2 * side), node, stroke, radius)
        )
        _middle(surface, area, node, (stroke, side))
        for right in (0, 1):
            for bottom in (0, 1):
                place = (
                    area.left + right * (area.width - side),
                    area.top + bottom * (area.height - side),
                )
                surface.blit(corners, place, (right * side, bottom * side, side, side))

    def _dashed(self, surface: pygame.Surface, node: Box | Disc, dx: float, dy: float) -> None:
        edge = outline_of(node)
        if node.fill:
            self._shape(surface, edge, (node.fill, None, 0.0), (dx, dy))
        if node.outline and node.dash:
            line = Line(tuple(edge), node.outline, node.outline_width, node.dash, "butt")
            self._line(surface, line, dx, dy)

    def _disc(self, surface: pygame.Surface, node: Disc, dx: float, dy: float) -> None:
        if node.dash:
            self._dashed(surface, node, dx, dy)
            return
        # A quarter of a pixel is finer than the eye sees, and lets equal dots share one drawing.
        x, y = round((node.cx + dx) * 4), round((node.cy + dy) * 4)
        stroke = round(node.outline_width * 4) / 4 if node.outline else 0.0
        key = ("disc", x % 4, y % 4, round(node.r * 4), node.fill, node.outline, stroke)
        reach = int(node.r + stroke / 2) + 2
        piece = self._shapes.get(key, lambda: _ring(node, reach, (x % 4 / 4, y % 4 / 4)))
        surface.blit(piece, (x // 4 - reach, y // 4 - reach))

    def _polygon(self, surface: pygame.Surface, node: Polygon, dx: float, dy: float) -> None:
        self._shape(surface, node.points, (node.fill, node.outline, node.outline_width), (dx, dy))

    def _shape(
        self,
        surface: pygame.Surface,
        points: Sequence[Point],
        look: tuple[Colour | None, Colour | None, float],
        move: Point,
    ) -> None:
        fill, outline, width = look
        moved = _snapped(points, move)
        left, top, w, h = bounds(moved, (width / 2 if outline else 0) + 1)
        inner = tuple((x - left, y - top) for x, y in moved)
        key = ("polygon", inner, fill, outline, width)
        piece = self._shapes.get(key, lambda: _filled(inner, (w, h), look))
        surface.blit(piece, (left, top))

    def _line(self, surface: pygame.Surface, node: Line, dx: float, dy: float) -> None:
        if node.cap == "butt" and not node.dash and upright(node.points):
            _bar(surface, node, dx, dy)
            return
        moved = _snapped(node.points, (dx, dy))
        left, top, w, h = bounds(moved, node.width / 2 + 1)
        inner = tuple((x - left, y - top) for x, y in moved)
        key = ("line", inner, node.colour, node.width, node.dash, node.cap)
        surface.blit(self._shapes.get(key, lambda: _stroked(inner, (w, h), node)), (left, top))


def _snapped(points: Sequence[Point], move: Point) -> list[Point]:
    return [(round((x + move[0]) * 4) / 4, round((y + move[1]) * 4) / 4) for x, y in points]


def _square_box(surface: pygame.Surface, area: pygame.Rect, node: Box, stroke: int) -> None:
    if node.fill:
        surface.fill(node.fill, area)
    if node.outline and stroke:
        pygame.draw.rect(surface, node.outline, area, stroke)


def _middle(surface: pygame.Surface, area: pygame.Rect, node: Box, sizes: tuple[int, int]) -> None:
    """Fill a rounded box except for its four corners."""
    stroke, side = sizes
    if node.fill:
        surface.fill(node.fill, area.inflate(-2 * side, -2 * stroke))
        tall = area.height - 2 * side
        surface.fill(node.fill, (area.left + stroke, area.top + side, side - stroke, tall))
        surface.fill(node.fill, (area.right - side, area.top + side, side - stroke, tall))
    if node.outline and stroke:
        across, down = area.width - 2 * side, area.height - 2 * side
        surface.fill(node.outline, (area.left + side, area.top, across, stroke))
        surface.fill(node.outline, (area.left + side, area.bottom - stroke, across, stroke))
        surface.fill(node.outline, (area.left, area.top + side, stroke, down))
        surface.fill(node.outline, (area.right - stroke, area.top + side, stroke, down))


def _canvas(size: tuple[int, int], fine: int, edge: Colour) -> pygame.Surface:
    """Give a clear surface whose hidden colour is that of the edge, so that no dark rim appears."""
    surface = pygame.Surface((max(1, size[0] * fine), max(1, size[1] * fine)), pygame.SRCALPHA, 32)
    colour = pygame.Color(edge)
    colour.a = 0
    surface.fill(colour)
    return surface


def _scaled(surface: pygame.Surface, size: tuple[int, int], fine: int) -> pygame.Surface:
    return (
        surface
        if fine == 1
        else pygame.transform.smoothscale(surface, (max(1, size[0]), max(1, size[1])))
    )


def _rounded(size: tuple[int, int], node: Box, stroke: int, radius: int) -> pygame.Surface:
    fine = fineness(size[0] * size[1])
    surface = _canvas(
        size, fine, node.outline if stroke and node.outline else node.fill or "#000000"
    )
    area = surface.get_rect()
    if node.outline and stroke:
        pygame.draw.rect(surface, node.outline, area, border_radius=radius * fine)
    inner = area.inflate(-2 * stroke * fine, -2 * stroke * fine)
    if inner.width <= 0 or inner.height <= 0:
        return _scaled(surface, size, fine)
    inside = max(0, radius - stroke) * fine
    if node.fill:
        pygame.draw.rect(surface, node.fill, inner, border_radius=inside)
    elif node.outline:
        clear = pygame.Color(node.outline)
        clear.a = 0
        pygame.draw.rect(surface, clear, inner, border_radius=inside)
    return _scaled(surface, size, fine)


def _ring(node: Disc, reach: int, part: Point) -> pygame.Surface:
    size = (2 * reach + 1, 2 * reach + 1)
    fine = fineness(size[0] * size[1])
    surface = _canvas(size, fine, node.outline or node.fill or "#000000")
    centre = ((reach + part[0]) * fine, (reach + part[1]) * fine)
    half = node.outline_width / 2
    if node.outline and half:
        pygame.draw.circle(surface, node.outline, centre, (node.r + half) * fine)
    inner = (node.r - (half if node.outline else 0)) * fine
    if node.fill and inner > 0:
        pygame.draw.circle(surface, node.fill, centre, inner)
    elif node.outline and inner > 0:
        clear = pygame.Color(node.outline)
        clear.a = 0
        pygame.draw.circle(surface, clear, centre, inner)
    return _scaled(surface, size, fine)


def _filled(
    points: Sequence[Point], size: tuple[int, int], look: tuple[Colour | None, Colour | None, float]
) -> pygame.Surface:
    fill, outline, width = look
    fine = fineness(size[0] * size[1])
    surface = _canvas(size, fine, outline or fill or "#000000")
    big = [(x * fine, y * fine) for x, y in points]
    if fill and len(big) > 2:
        pygame.draw.polygon(surface, fill, big)
    if outline and width:
        _stroke(surface, outline, [*big, big[0]], (width * fine, True))
    return _scaled(surface, size, fine)


def _stroked(points: Sequence[Point], size: tuple[int, int], node: Line) -> pygame.Surface:
    fine = fineness(size[0] * size[1])
    surface = _canvas(size, fine, node.colour)
    runs = dashes(points, node.dash) if node.dash else [list(points)]
    for run in runs:
        big = [(x * fine, y * fine) for x, y in run]
        _stroke(surface, node.colour, big, (node.width * fine, node.cap == "round"))
    return _scaled(surface, size, fine)


def _stroke(
    surface: pygame.Surface, colour: Colour, points: Sequence[Point], look: tuple[float, bool]
) -> None:
    width, rounded = look
    for quad in quads(points, width):
        pygame.draw.polygon(surface, colour, quad)
    for point in points if rounded else points[1:-1]:
        pygame.draw.polygon(surface, colour, circle(*point, width / 2))


def _bar(surface: pygame.Surface, node: Line, dx: float, dy: float) -> None:
    """Draw a straight line along an axis as a crisp bar."""
    (x0, y0), (x1, y1) = node.points
    across = y0 == y1
    low, high = sorted((x0 + dx, x1 + dx) if across else (y0 + dy, y1 + dy))
    middle = y0 + dy if across else x0 + dx
    start, length = round(low), max(1, round(high) - round(low))
    side, width = round(middle - node.width / 2), max(1, round(node.width))
    area = (start, side, length, width) if across else (side, start, width, length)
    surface.fill(node.colour, area)
