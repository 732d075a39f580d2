"""Rows of the layout ledger: every text, icon and control of a frame as it stands.

Reads frames only; needs no window, no font and no picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from coopgame.ui.grounds import ground_under
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import (
    Box,
    Colour,
    Control,
    Disc,
    Frame,
    Group,
    Icon,
    Node,
    Role,
    Surface,
    Text,
)
from coopgame.ui.text import CAP

RowKind: TypeAlias = Literal["text", "icon", "control"]


@dataclass(frozen=True, slots=True)
class Row:
    """One text, icon or control as it stands in a frame; sizes in target pixels."""

    frame: str
    surface: Surface
    language: str
    width: int
    height: int
    kind: RowKind
    id: str
    """The innermost control or group that it belongs to; empty for the frame itself."""
    text: str
    rect: Rect
    font_px: int = 0
    cap_px: float = 0
    cap_percent: float = 0
    role: Role = "support"
    fg: Colour = ""
    bg: Colour = ""
    """The ground that was declared; for a control, what it stands on."""
    true_bg: Colour = ""
    """The ground that was really drawn there."""
    clipped: bool = False
    block: int = 0
    on_card: bool = False
    declared_focus: str = ""
    text_scale: int = 100
    fill: Colour = ""
    enabled: bool = True
    why_off: str = ""


def rows(frame: Frame) -> tuple[Row, ...]:
    """Give the ledger of a frame, in drawing order, controls last."""
    drawn: list[Node] = []
    found = [_drawn_row(frame, node, id, drawn) for node, id in _flat(frame.nodes, "", drawn)]
    return (*found, *(_control_row(frame, control) for control in frame.controls))


def transcript(frame: Frame) -> tuple[str, ...]:
    """Give every text of a frame in reading order, for people who listen."""
    texts = [row for row in rows(frame) if row.kind == "text" and row.text.strip()]
    line = frame.height / 40
    return tuple(
        row.text for row in sorted(texts, key=lambda row: (row.rect.cy // line, row.rect.x))
    )


def _flat(nodes: Sequence[Node], id: str, drawn: list[Node]) -> Iterator[tuple[Text | Icon, str]]:
    for node in nodes:
        match node:
            case Group():
                yield from _flat(_moved(node), node.id or id, drawn)
            case Text() | Icon():
                yield node, id
            case _:
                drawn.append(node)


def _moved(group: Group) -> tuple[Node, ...]:
    # A group at rest is the rule; while it moves, the resting place is what the bars are about.
    return group.nodes


def _drawn_row(frame: Frame, node: Text | Icon, id: str, drawn: Sequence[Node]) -> Row:
    if isinstance(node, Text):
        return _text_row(frame, node, id, drawn)
    live = node.size * 20 / 24
    rect = Rect(node.cx - live / 2, node.cy - live / 2, live, live)
    ground = ground_under(drawn, node.cx, node.cy) or frame.ground
    return Row(
        frame.name,
        frame.surface,
        frame.language,
        frame.width,
        frame.height,
        "icon",
        id,
        node.name,
        rect,
        fg=node.colour,
        bg=ground,
        true_bg=ground,
    )


def _text_row(frame: Frame, text: Text, id: str, drawn: Sequence[Node]) -> Row:
    cap = CAP * text.size_px
    rect = Rect(text.x, text.baseline - cap, text.width, cap)
    return Row(
        frame.name,
        frame.surface,
        frame.language,
        frame.width,
        frame.height,
        "text",
        id,
        text.text,
        rect,
        font_px=text.size_px,
        cap_px=cap,
        cap_percent=100 * cap / frame.height,
        role=text.role,
        fg=text.colour,
        bg=text.ground,
        true_bg=ground_under(drawn, rect.cx, rect.cy) or frame.ground,
        clipped=text.clipped,
        block=text.block,
        on_card=text.on_card,
        declared_focus=frame.declared_focus,
        text_scale=frame.text_scale,
    )


def _control_row(frame: Frame, control: Control) -> Row:
    rect = Rect(*control.rect)
    outline, fill = _face(control, rect)
    ground = _ground_beside(frame, control, rect)
    return Row(
        frame.name,
        frame.surface,
        frame.language,
        frame.width,
        frame.height,
        "control",
        control.id,
        control.label,
        rect,
        fg=outline,
        bg=ground,
        true_bg=ground,
        fill=fill,
        enabled=control.enabled,
        why_off=control.why_off,
    )


def _face(control: Control, rect: Rect) -> tuple[Colour, Colour]:
    """Find the outline and the fill of the largest shape of a control."""
    shapes = [
        node
        for node in control.nodes
        if isinstance(node, (Box, Disc)) and (node.fill or node.outline)
    ]
    inner = [node for node in shapes if rect.holds(_area(node), slack=2)] or shapes
    if not inner:
        return "", ""
    face = max(inner, key=lambda node: _area(node).w * _area(node).h)
    return face.outline or "", face.fill or ""


def _area(node: Box | Disc) -> Rect:
    if isinstance(node, Box):
        return Rect(node.x, node.y, node.w, node.h)
    return Rect(node.cx - node.r, node.cy - node.r, 2 * node.r, 2 * node.r)


def _ground_beside(frame: Frame, control: Control, rect: Rect) -> Colour:
    others = [
        node for node in frame.nodes if not (isinstance(node, Group) and node.id == control.id)
    ]
    return ground_under(others, rect.cx, rect.cy) or frame.ground
