"""The builder that screens draw on: shapes, text and controls in, one frozen Frame out.

Knows sizes, wrapping and the theme, but no words, no pixels on glass and nothing of the game.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, TypedDict, Unpack

from coopgame.ui.grounds import ground_under
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import (
    Box,
    Cap,
    Colour,
    Control,
    ControlKind,
    Dash,
    Disc,
    Frame,
    Group,
    Icon,
    Line,
    Mirror,
    Node,
    Point,
    Polygon,
    Role,
    Surface,
    Text,
)
from coopgame.ui.text import CAP, Typeface, balanced, plain, tidy, wrap
from coopgame.ui.theme import Theme

Anchor: TypeAlias = Literal["left", "middle", "right"]
Axis: TypeAlias = Literal["caps", "baseline", "top"]

BOARD_SIZES: dict[Role, float] = {
    "hero": 15,
    "focus": 6,
    "essential": 4.6,
    "strong": 3.75,
    "support": 3.15,
    "small": 3.15,
    "decor": 3.15,
}
SEAT_SIZES: dict[Role, float] = {
    "hero": 9,
    "focus": 4.2,
    "essential": 3.15,
    "strong": 2.75,
    "support": 2.6,
    "small": 2.3,
    "decor": 2.3,
}
"""Font size as a percentage of the height, before the text scale."""

WEIGHTS: dict[Role, int] = {
    "hero": 700,
    "focus": 700,
    "essential": 700,
    "strong": 600,
    "support": 400,
    "small": 400,
    "decor": 400,
}


class ShapeLook(TypedDict, total=False):
    """How a shape is filled and outlined; sizes in pixels."""

    fill: Colour | None
    outline: Colour | None
    outline_width: float
    dash: Dash | None


class BoxLook(ShapeLook, total=False):
    """A shape that may have round corners."""

    radius: float


class LineLook(TypedDict, total=False):
    """How a line is drawn."""

    dash: Dash | None
    cap: Cap


class TextLook(TypedDict, total=False):
    """How a text is set. Without a ground, the shape drawn last under it counts."""

    role: Role
    size: int
    """Font size in pixels; the role's own size when left out."""
    weight: int
    colour: Colour
    ground: Colour
    anchor: Anchor
    axis: Axis
    """What `y` means: the middle of the capitals, the baseline, or the top of the capitals."""
    limit: float
    """Widest it may be, in pixels."""
    clipped: bool
    """The caller knows that it does not fit where it stands."""
    on_card: bool
    """Title or story of an event card."""


class ParagraphLook(TextLook, total=False):
    """How wrapped text is set."""

    leading: float
    """Line height as a multiple of the font size."""
    lines: int
    """Most lines allowed; more counts as clipped."""


class ControlLook(TypedDict, total=False):
    """What a control is and how it answers."""

    kind: ControlKind
    enabled: bool
    why_off: str
    key: str
    order: int
    help: str
    value: str


@dataclass
class Sheet:
    """One screen being drawn, `width` by `height` target pixels; 100 % to 200 % text on seats only."""

    width: int
    height: int
    name: str
    surface: Surface
    theme: Theme
    typeface: Typeface
    language: str = "en"
    text_scale: int = 100
    focus: str | None = None
    """The id of the control that has the keyboard."""
    hover: str | None = None
    room_factor: float = 1.0
    """How much larger the board must be set for the last row of the room; at least 1."""
    ground: Colour = ""
    _nodes: list[Node] = field(default_factory=list, repr=False)
    _controls: list[Control] = field(default_factory=list, repr=False)
    _layers: list[list[Node]] = field(default_factory=list, repr=False)
    _declared: str = field(default="", repr=False)
    _blocks: int = field(default=0, repr=False)

    def __post_init__(self) -> None:
        self.ground = self.ground or self.theme.bg

    # Sizes

    @property
    def u(self) -> float:
        """One percent of the height."""
        return self.height / 100

    @property
    def W(self) -> float:  # noqa: N802 - the letter of the drawings
        """The width."""
        return float(self.width)

    @property
    def H(self) -> float:  # noqa: N802
        """The height."""
        return float(self.height)

    @property
    def M(self) -> float:  # noqa: N802
        """The side margin: 5 % of the width."""
        return self.width * 0.05

    @property
    def U(self) -> float:  # noqa: N802
        """The width between the margins."""
        return self.width - 2 * self.M

    @property
    def wide(self) -> bool:
        """Whether the wide class of the layout applies."""
        return self.width / self.height > 1.5 and not (
            self.surface == "board" and self.room_factor > 1
        )

    @property
    def whole(self) -> Rect:
        """The whole sheet."""
        return Rect(0, 0, self.W, self.H)

    @property
    def safe(self) -> Rect:
        """The area inside the 5 % margins."""
        return self.whole.inset(self.M, self.H * 0.05)

    def size(self, role: Role) -> int:
        """Give the font size of a role in pixels, rounded up so that a floor always holds."""
        sizes = BOARD_SIZES if self.surface == "board" else SEAT_SIZES
        return self.percent(sizes[role])

    def percent(self, k: float) -> int:
        """Give a font size that is `k` percent of the height, scaled for the room or for the seat."""
        factor = self.room_factor if self.surface == "board" else self.text_scale / 100
        return math.ceil(round(self.height * k * factor / 100, 6))

    # Shapes

    def add(self, node: Node) -> None:
        """Put a ready-made node on the sheet."""
        (self._layers[-1] if self._layers else self._nodes).append(node)

    def add_all(self, nodes: Iterable[Node]) -> None:
        """Put several ready-made nodes on the sheet."""
        for node in nodes:
            self.add(node)

    def box(self, x: float, y: float, w: float, h: float, **look: Unpack[BoxLook]) -> None:
        """Draw a rectangle; nothing when it has no size."""
        look["radius"] = min(look.get("radius", 0), w / 2, h / 2)
        if w > 0 and h > 0:
            self.add(Box(x, y, w, h, **look))

    def panel(self, rect: Rect, **look: Unpack[BoxLook]) -> None:
        """Draw a box over a rectangle."""
        self.box(rect.x, rect.y, rect.w, rect.h, **look)

    def disc(self, cx: float, cy: float, r: float, **look: Unpack[ShapeLook]) -> None:
        """Draw a circle around its centre."""
        if r > 0:
            self.add(Disc(cx, cy, r, **look))

    def polygon(
        self,
        points: Iterable[Point],
        *,
        fill: Colour | None = None,
        outline: Colour | None = None,
        outline_width: float = 0,
    ) -> None:
        """Draw a closed shape."""
        self.add(Polygon(tuple(points), fill, outline, outline_width))

    def line(
        self, points: Iterable[Point], colour: Colour, width: float, **look: Unpack[LineLook]
    ) -> None:
        """Draw an open line."""
        self.add(Line(tuple(points), colour, width, **look))

    def icon(self, name: str, cx: float, cy: float, size: float, **look: Unpack[IconLook]) -> None:
        """Draw an icon around its centre, `size` pixels wide."""
        colour = look.get("colour", self.theme.text_1)
        self.add(Icon(name, cx, cy, size, colour, look.get("stroke", 2)))

    def mirror(self, frame: Frame, rect: Rect) -> None:
        """Show another frame, scaled into the rectangle."""
        self.add(Mirror(frame, rect.x, rect.y, rect.w, rect.h))

    # Text

    def text(self, x: float, y: float, text: str, **look: Unpack[TextLook]) -> float:
        """Draw one line and give its width; `y` is the middle of its capitals unless `axis` says else."""
        return self._line_of_text((x, y), tidy(plain(text)), look)

    def paragraph(
        self, x: float, y: float, w: float, text: str, **look: Unpack[ParagraphLook]
    ) -> float:
        """Draw wrapped text from the top of its first capitals; give the bottom of its last."""
        role = look.get("role", "support")
        size = look.setdefault("size", self.size(role))
        leading, most = look.pop("leading", 1.25), look.pop("lines", 0)
        lines = self.wrap(text, w, size=size, weight=look.get("weight", WEIGHTS[role]))
        self._blocks += 1
        look["axis"], look["limit"] = "top", w
        for number, line in enumerate(lines):
            too_many = bool(most) and number >= most
            at = (x, y + number * leading * size)
            self._line_of_text(at, line, look, block=self._blocks, clipped=too_many)
        return y + CAP * size + (len(lines) - 1) * leading * size

    def text_width(self, text: str, size: int, weight: int = 400) -> float:
        """Give the width of one line in pixels."""
        return self.typeface.width(tidy(plain(text)), size, weight)

    def wrap(self, text: str, width: float, *, size: int, weight: int = 400) -> list[str]:
        """Break a text into the lines that `paragraph` would draw."""
        return wrap(text, width, self.typeface, size_px=size, weight=weight)

    def balanced(self, text: str, width: float, *, size: int, weight: int = 400) -> list[str]:
        """Break a text into about equally long lines, for titles and buttons."""
        return balanced(text, width, self.typeface, size_px=size, weight=weight)

    def fits(self, text: str, width: float, size: int, weight: int = 400) -> bool:
        """Tell whether one line fits in a width."""
        return self.text_width(text, size, weight) <= width

    def _line_of_text(
        self, at: Point, text: str, look: TextLook, *, block: int = 0, clipped: bool = False
    ) -> float:
        x, y = at
        role = look.get("role", "support")
        size, weight = look.get("size", 0) or self.size(role), look.get("weight", WEIGHTS[role])
        width = self.typeface.width(text, size, weight)
        left = x - {"left": 0.0, "middle": 0.5, "right": 1.0}[look.get("anchor", "left")] * width
        baseline = (
            y + {"caps": 0.5, "baseline": 0.0, "top": 1.0}[look.get("axis", "caps")] * CAP * size
        )
        ground = look.get("ground") or self.ground_at(left + width / 2, baseline - CAP * size / 2)
        limit = look.get("limit")
        if role in {"hero", "focus"} and not self._declared:
            self._declared = text
        self.add(
            Text(
                x=left,
                baseline=baseline,
                text=text,
                size_px=size,
                weight=weight,
                colour=look.get("colour", self.theme.text_1),
                ground=ground,
                role=role,
                limit=limit,
                clipped=clipped
                or look.get("clipped", False)
                or (limit is not None and width > limit + 0.5),
                width=width,
                block=block,
                on_card=look.get("on_card", False),
            )
        )
        return width

    def ground_at(self, x: float, y: float) -> Colour:
        """Give the colour that was drawn last at this point."""
        for layer in reversed(self._layers):
            found = ground_under(layer, x, y)
            if found:
                return found
        return ground_under(self._nodes, x, y) or self.ground

    def declare_focus(self, text: str) -> None:
        """Say what this frame is about, when it is not its first text in the focus role."""
        self._declared = text

    # Controls and groups

    @contextmanager
    def control(
        self, id: str, rect: Rect, label: str, **look: Unpack[ControlLook]
    ) -> Iterator[Control]:
        """Make what is drawn inside this block one control that answers over the whole rectangle."""
        if any(control.id == id for control in self._controls):
            message = f"two controls of {self.name} are called {id}"
            raise ValueError(message)
        made = Control(id, rect.sides, plain(label), **look)
        nodes: list[Node] = []
        place = len(self._controls)
        self._controls.append(made)
        self._layers.append(nodes)
        try:
            yield made
        finally:
            self._layers.pop()
            self.add(Group(id, tuple(nodes)))
            self._controls[place] = Control(
                id, rect.sides, plain(label), nodes=tuple(nodes), **look
            )

    @contextmanager
    def group(self, id: str, *, dx: float = 0, dy: float = 0) -> Iterator[None]:
        """Keep what is drawn inside this block together, and move it."""
        nodes: list[Node] = []
        self._layers.append(nodes)
        try:
            yield
        finally:
            self._layers.pop()
            self.add(Group(id, tuple(nodes), dx, dy))

    def is_focused(self, id: str) -> bool:
        """Tell whether this control has the keyboard."""
        return self.focus == id

    def is_hovered(self, id: str) -> bool:
        """Tell whether the mouse is over this control."""
        return self.hover == id

    def frame(self) -> Frame:
        """Give what was drawn so far as a frame."""
        focused = (
            self.focus if any(control.id == self.focus for control in self._controls) else None
        )
        return Frame(
            name=self.name,
            surface=self.surface,
            width=self.width,
            height=self.height,
            language=self.language,
            ground=self.ground,
            nodes=tuple(self._nodes),
            controls=tuple(self._controls),
            focus=focused,
            declared_focus=self._declared,
            text_scale=self.text_scale,
        )


class IconLook(TypedDict, total=False):
    """How an icon is drawn; the stroke in units of its 24 by 24 grid."""

    colour: Colour
    stroke: float


def bend(start: Point, out: Point, back: Point, end: Point, *, steps: int = 28) -> list[Point]:
    """Give the points of a cubic curve, both ends included."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3
        points.append(
            (
                a * start[0] + b * out[0] + c * back[0] + d * end[0],
                a * start[1] + b * out[1] + c * back[1] + d * end[1],
            )
        )
    return points


def arc(centre: Point, r: float, start: float, end: float, *, steps: int = 40) -> list[Point]:
    """Give the points of an arc; angles in degrees, clockwise from the right."""
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return [(centre[0] + r * math.cos(a), centre[1] + r * math.sin(a)) for a in angles]


def widest(sheet: Sheet, texts: Sequence[str], size: int, weight: int = 400) -> float:
    """Give the width of the widest of these texts."""
    return max((sheet.text_width(text, size, weight) for text in texts), default=0.0)
