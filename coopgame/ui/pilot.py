"""Drives a screen without a window, by the ids of its controls and by keys, as a person would.

Looks only at frames; never at pixels, never inside the screen.
"""

from __future__ import annotations

from typing import Protocol

from coopgame.ui import focus
from coopgame.ui.gestures import Gesture, KeyPress, Press, TextEntry
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Control, Frame
from coopgame.ui.rows import transcript


class Screen(Protocol):
    """What can be driven: it shows frames and takes gestures."""

    def frame(self) -> Frame:
        """Give what is on the screen now."""
        ...

    def handle(self, gesture: Gesture, /) -> object:
        """Take one gesture."""
        ...


class NotOnScreen(LookupError):
    """A control was asked for that is not there, is off, or is covered."""


class Pilot:
    """Presses, taps and types on a screen."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    @property
    def frame(self) -> Frame:
        """What is on the screen now."""
        return self.screen.frame()

    def click(self, id: str) -> None:
        """Click in the middle of a control that is on and not covered."""
        control = self.control(id)
        rect = Rect(*control.rect)
        if not control.enabled:
            raise NotOnScreen(f"{id} is off: {control.why_off or 'it does not say why'}")
        found = focus.hit(self.frame, rect.cx, rect.cy)
        if found is None or found.id != id:
            raise NotOnScreen(f"{id} is covered by {found.id if found else 'nothing'}")
        self.screen.handle(Press(rect.cx, rect.cy))

    def tap(self, id: str) -> None:
        """Tap a control with a finger; the same gesture as a click."""
        self.click(id)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as "tab", "enter", "ctrl+z", "2"."""
        for name in keys:
            *held, key = name.split("+") if len(name) > 1 else [name]
            text = key if len(key) == 1 and "ctrl" not in held else ""
            self.screen.handle(KeyPress(key, ctrl="ctrl" in held, shift="shift" in held, text=text))

    def type(self, text: str) -> None:
        """Type text, one character at a time."""
        for character in text:
            self.screen.handle(TextEntry(character))

    def go_to(self, id: str, most: int = 100) -> int:
        """Walk to a control with Tab and give how many presses it took."""
        self.control(id)
        for presses in range(most + 1):
            if self.frame.focus == id:
                return presses
            self.press("tab")
        raise NotOnScreen(f"{id} is not reached by {most} presses of Tab")

    def control(self, id: str) -> Control:
        """Give a control, or raise NotOnScreen with the ids that are there."""
        found = self.frame.control(id)
        if found is None:
            there = ", ".join(control.id for control in self.frame.controls) or "none"
            raise NotOnScreen(f"{id} is not on {self.frame.name}; there are: {there}")
        return found

    def ids(self) -> tuple[str, ...]:
        """Give the ids of the controls that are on, in reading order."""
        return tuple(control.id for control in focus.reading_order(self.frame))

    def texts(self) -> tuple[str, ...]:
        """Give every text on the screen, in reading order."""
        return transcript(self.frame)

    def sees(self, words: str) -> bool:
        """Tell whether these words stand on the screen, over several lines if need be."""
        return words in " ".join(self.texts()) or any(words in text for text in self.texts())
