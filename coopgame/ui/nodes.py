"""What a finished frame is made of: plain, frozen shapes in target pixels.

Nothing here draws, measures or decides; colours are written `#RRGGBB`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Colour: TypeAlias = str
"""A colour as `#RRGGBB`."""

Point: TypeAlias = tuple[float, float]
Points: TypeAlias = tuple[Point, ...]
Dash: TypeAlias = tuple[float, float]
"""Pixels on, pixels off."""

Surface: TypeAlias = Literal["board", "seat"]
"""Which bars apply: a projected board, or a screen that one person sits in front of."""

Role: TypeAlias = Literal["hero", "focus", "essential", "strong", "support", "small", "decor"]
Cap: TypeAlias = Literal["round", "butt"]
ControlKind: TypeAlias = Literal[
    "button", "choice", "tick", "tab", "row", "slider", "field", "link"
]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; the outline straddles its edge."""

    x: float
    y: float
    w: float
    h: float
    fill: Colour | None = None
    outline: Colour | None = None
    outline_width: float = 0
    radius: float = 0
    dash: Dash | None = None


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle; the outline straddles its edge."""

    cx: float
    cy: float
    r: float
    fill: Colour | None = None
    outline: Colour | None = None
    outline_width: float = 0
    dash: Dash | None = None


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape with round joins."""

    points: Points
    fill: Colour | None = None
    outline: Colour | None = None
    outline_width: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """An open line with round joins; `cap` is the shape of its two ends."""

    points: Points
    colour: Colour
    width: float
    dash: Dash | None = None
    cap: Cap = "round"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `x` is its left edge, `ground` the colour it stands on."""

    x: float
    baseline: float
    text: str
    size_px: int
    weight: int
    colour: Colour
    ground: Colour
    role: Role = "support"
    limit: float | None = None
    """The width that it was given."""
    clipped: bool = False
    """It did not fit in the width or the number of lines it was given."""
    width: float = 0
    block: int = 0
    """Lines of one paragraph share a number; 0 for a line that stands alone."""
    on_card: bool = False
    """Title or story of an event card, which has a limit of words instead of lines."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A drawing from the icon folder, centred; `stroke` is in units of its 24 by 24 grid."""

    name: str
    cx: float
    cy: float
    size: float
    colour: Colour
    stroke: float = 2


@dataclass(frozen=True, slots=True)
class Mirror:
    """Another frame, shown small. Its texts do not count as texts of this frame."""

    frame: Frame
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that belong together, moved by `dx` and `dy` while something is in motion."""

    id: str
    nodes: tuple[Node, ...]
    dx: float = 0
    dy: float = 0


Node: TypeAlias = Box | Disc | Polygon | Line | Text | Icon | Mirror | Group


@dataclass(frozen=True, slots=True)
class Control:
    """Something that can be reached by keyboard, mouse and touch."""

    id: str
    rect: tuple[float, float, float, float]
    """Left, top, width, height: the whole area that answers to a press."""
    label: str
    """What a screen reader would say."""
    kind: ControlKind = "button"
    enabled: bool = True
    why_off: str = ""
    """What is missing, when it is not enabled."""
    key: str = ""
    """The key that does the same, as the keyboard names it ("enter", "r", "ctrl+z")."""
    nodes: tuple[Node, ...] = ()
    order: int = 0
    """Its place in the reading order, when that differs from left to right, top to bottom."""
    help: str = ""
    value: str = ""
    """What it stands at now: the text of a field, the number of a slider, "on" or "off"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that is on one screen at one moment."""

    name: str
    surface: Surface
    width: int
    height: int
    language: str
    ground: Colour
    nodes: tuple[Node, ...]
    controls: tuple[Control, ...] = ()
    focus: str | None = None
    """The id of the control that has the keyboard."""
    declared_focus: str = ""
    """The text that this frame is about."""
    text_scale: int = 100

    def control(self, id: str) -> Control | None:
        """Give the control with this id, or nothing."""
        return next((control for control in self.controls if control.id == id), None)
