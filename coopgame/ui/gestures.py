"""What people do, as plain records, and what it means for a frame.

A gesture knows no control; `meaning` finds which control it is for. Changes nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, cast

from coopgame.ui import focus
from coopgame.ui.nodes import Control, Frame


@dataclass(frozen=True, slots=True)
class KeyPress:
    """A key by its name ("enter", "pagedown", "a", "1"), with the character it would type."""

    key: str
    ctrl: bool = False
    shift: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class TextEntry:
    """Characters that were typed, accents put together."""

    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """A click or a tap."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Hover:
    """The mouse moved; `held` while its button is down."""

    x: float
    y: float
    held: bool = False


@dataclass(frozen=True, slots=True)
class Scroll:
    """The wheel turned; a positive step is towards the top."""

    steps: int


@dataclass(frozen=True, slots=True)
class Resize:
    """The window has a new size in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Away:
    """The window was minimised or hidden."""


@dataclass(frozen=True, slots=True)
class Quit:
    """The window was closed."""


Gesture: TypeAlias = KeyPress | TextEntry | Press | Hover | Scroll | Resize | Away | Quit


@dataclass(frozen=True, slots=True)
class Chosen:
    """This control was pressed, by whatever means."""

    id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A control was pressed that is off."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Focused:
    """The keyboard goes to this control."""

    id: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A field has a new text."""

    id: str
    value: str


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A slider was moved by steps."""

    id: str
    steps: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A slider was put at a share of its length, 0 to 1."""

    id: str
    share: float


@dataclass(frozen=True, slots=True)
class Hovered:
    """The mouse is over this control, or over none."""

    id: str | None


Meaning: TypeAlias = Chosen | Refused | Focused | Typed | Adjusted | Placed | Hovered

_ARROWS = {"left", "right", "up", "down"}


def key_name(press: KeyPress) -> str:
    """Write a key press as controls name it: "ctrl+z", "shift+tab", "r"."""
    held = ("ctrl+" if press.ctrl else "") + (
        "shift+" if press.shift and len(press.key) > 1 else ""
    )
    return held + press.key


def meaning(frame: Frame, gesture: Gesture) -> Meaning | None:
    """Say what a gesture means for a frame, or nothing.

    A field that has the keyboard takes characters first. After that come the keys of controls,
    then Enter and Space on what has focus, then Tab and arrows. Enter on a choice that is made
    already goes on. A control may have several keys, set apart by spaces; a presenter's clicker
    sends "pageup" and "pagedown".
    """
    match gesture:
        case Press():
            return _pressed(frame, gesture.x, gesture.y)
        case Hover():
            return _hovered(frame, gesture)
        case TextEntry():
            return _entered(frame, gesture)
        case KeyPress():
            return _keyed(frame, gesture)
        case _:
            return None


def _pressed(frame: Frame, x: float, y: float) -> Meaning | None:
    control = focus.hit(frame, x, y)
    if control is None:
        return None
    if control.enabled and control.kind == "slider":
        return Placed(control.id, _share(control, x))
    if control.enabled and control.kind == "field":
        return Focused(control.id)
    return _choose(control)


def _hovered(frame: Frame, hover: Hover) -> Meaning:
    control = focus.hit(frame, hover.x, hover.y)
    if control and hover.held and control.kind == "slider" and control.enabled:
        return Placed(control.id, _share(control, hover.x))
    return Hovered(control.id if control else None)


def _entered(frame: Frame, entry: TextEntry) -> Meaning | None:
    field = _focused_field(frame)
    return Typed(field.id, field.value + entry.text) if field else None


def _keyed(frame: Frame, press: KeyPress) -> Meaning | None:
    field = _focused_field(frame)
    if field and press.key == "backspace":
        return Typed(field.id, field.value[:-1])
    typing = field is not None and not press.ctrl and (len(press.key) == 1 or press.key == "space")
    if typing:
        return None
    focused = frame.control(frame.focus) if frame.focus else None
    if focused and focused.enabled and key_name(press) == "enter":
        return _choose(_sealed(frame, focused))
    named = _by_key(frame, press)
    if named:
        return _choose(named)
    if focused and focused.enabled and key_name(press) == "space":
        return _choose(focused)
    return _moved(frame, focused, press)


def _sealed(frame: Frame, focused: Control) -> Control:
    """Give what Enter means on what has focus: itself, unless choosing it again changes nothing.

    Then it is the control that carries Enter as its key, when that is on.
    """
    if focused.kind == "choice" and focused.value == "on":
        found = (it for it in frame.controls if it.enabled and "enter" in it.key.split())
        return next(found, focused)
    return focused


def _moved(frame: Frame, focused: Control | None, press: KeyPress) -> Meaning | None:
    if press.ctrl:
        return None
    if focused and focused.kind == "slider" and press.key in {"left", "right"}:
        return Adjusted(focused.id, 1 if press.key == "right" else -1)
    target: str | None = None
    if press.key == "tab":
        target = (focus.preceding if press.shift else focus.following)(frame, frame.focus)
    elif press.key in _ARROWS:
        target = focus.towards(frame, frame.focus, cast("focus.Direction", press.key))
    return Focused(target) if target and target != frame.focus else None


def _choose(control: Control) -> Chosen | Refused:
    return Chosen(control.id) if control.enabled else Refused(control.id, control.why_off)


def _by_key(frame: Frame, press: KeyPress) -> Control | None:
    names = {key_name(press)} | ({press.text} if press.text and not press.ctrl else set())
    matching = [control for control in frame.controls if names & set(control.key.split())]
    return next(
        (control for control in matching if control.enabled), matching[0] if matching else None
    )


def _focused_field(frame: Frame) -> Control | None:
    control = frame.control(frame.focus) if frame.focus else None
    return control if control and control.kind == "field" and control.enabled else None


def _share(control: Control, x: float) -> float:
    left, _, width, _ = control.rect
    return min(1.0, max(0.0, (x - left) / width)) if width else 0.0
