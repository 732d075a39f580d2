"""The window: shows frames, and gives what people do as gestures. Also plays short sounds.

One of the two modules that may touch pygame. It knows no screens and decides nothing.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pygame

from coopgame.ui.gestures import (
    Away,
    Gesture,
    Hover,
    KeyPress,
    Press,
    Quit,
    Resize,
    Scroll,
    TextEntry,
)
from coopgame.ui.nodes import Frame
from coopgame.ui.paint import Painter

FRAMES_PER_SECOND = 30
EDGE, BARS = 16, 96
"""Pixels that a desk needs beside a window, and above and below it."""
_RIGHT_BUTTON = 3

_NAMES = {
    "return": "enter",
    "page down": "pagedown",
    "page up": "pageup",
    "left shift": "",
    "right shift": "",
    "left ctrl": "",
    "right ctrl": "",
}
# On an AZERTY keyboard the digits need Shift; the place of the key counts, not what is printed on it.
_DIGIT_SCANCODES = {pygame.KSCAN_1 + number: str(number + 1) for number in range(9)}
_PAD_BUTTONS = {0: "enter", 1: "escape", 2: "r", 3: "f1", 4: "pageup", 5: "pagedown", 7: "enter"}
_PAD_HAT = {(-1, 0): "left", (1, 0): "right", (0, 1): "up", (0, -1): "down"}


class NoDisplay(RuntimeError):
    """No window can open on this machine; the message is one sentence for the person at the keyboard."""

    code = "W001"


class Window:
    """One window. Redraws only when the frame changed, and idles in between."""

    def __init__(
        self,
        title: str,
        size: tuple[int, int],
        painter: Painter,
        *,
        fullscreen: bool | None = False,
        display: int = 0,
    ) -> None:
        """Open it. `fullscreen` None covers the display when the window would not fit on it."""
        self.painter = painter
        self._size = size
        self._display = display
        self._fullscreen = bool(fullscreen)
        self._is_fitted = fullscreen is None
        self._shown: Frame | None = None
        self._clock = pygame.time.Clock()
        self._surface = self._open(title)
        self._pads = _pads()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self._surface.get_size()

    @property
    def is_fullscreen(self) -> bool:
        """Whether the window covers its display."""
        return self._fullscreen

    def show(self, frame: Frame) -> bool:
        """Draw a frame, unless it is already shown; tell whether it was drawn."""
        if frame is self._shown or frame == self._shown:
            return False
        self.painter.draw(frame, self._surface)
        pygame.display.flip()
        self._shown = frame
        return True

    def gestures(self) -> list[Gesture]:
        """Wait for the next tick, at most a thirtieth of a second, and give what happened."""
        self._clock.tick(FRAMES_PER_SECOND)
        found = [self._gesture(event) for event in pygame.event.get()]
        return [gesture for gesture in found if gesture is not None]

    def toggle_fullscreen(self) -> Resize:
        """Cover the display, or go back to a window."""
        self._fullscreen = not self._fullscreen
        self._surface = self._mode()
        self._shown = None
        return Resize(*self.size)

    def rename(self, title: str) -> None:
        """Give the window another title."""
        pygame.display.set_caption(title)

    def save_picture(self, path: Path) -> None:
        """Write what is shown now as a picture file."""
        pygame.image.save(self._surface, str(path))

    def close(self) -> None:
        """Close the window."""
        pygame.display.quit()

    def _open(self, title: str) -> pygame.Surface:
        if sys.platform.startswith("linux"):
            # Without a graphics card a presented frame takes a third of the time this way.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        try:
            pygame.display.init()
            if self._is_fitted:
                self._fit()
            surface = self._mode()
        except pygame.error as problem:
            raise NoDisplay(
                f"No window can open here ({problem}); start coopgame on a computer with a screen."
            ) from problem
        pygame.font.init()
        pygame.display.set_caption(title)
        pygame.key.set_repeat(400, 40)
        pygame.key.start_text_input()
        return surface

    def _mode(self) -> pygame.Surface:
        if self._fullscreen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN, display=self._display)
        return pygame.display.set_mode(self._size, pygame.RESIZABLE, display=self._display)

    def _fit(self) -> None:
        """Cover a display that has no room for the window; F11 then gives one that fits."""
        screen = pygame.display.get_desktop_sizes()[self._display]
        if not fits(self._size, screen):
            self._fullscreen = True
            self._size = (screen[0] - EDGE, screen[1] - BARS)

    def _gesture(self, event: pygame.Event) -> Gesture | None:  # noqa: C901, PLR0911 - one case an event
        # SDL sends a mouse event for every touch; the touch events themselves are left alone,
        # so that one tap counts once.
        match event.type:
            case pygame.QUIT:
                return Quit()
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.TEXTINPUT:
                return TextEntry(event.text)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return Press(*event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == _RIGHT_BUTTON:
                return KeyPress("escape")
            case pygame.WINDOWMINIMIZED | pygame.WINDOWHIDDEN:
                return Away()
            case pygame.MOUSEMOTION:
                return Hover(event.pos[0], event.pos[1], bool(event.buttons[0]))
            case pygame.MOUSEWHEEL:
                return Scroll(event.y)
            case pygame.VIDEORESIZE:
                return self._resized()
            case pygame.VIDEOEXPOSE:
                self._shown = None
                return None
            case _:
                return self._pad(event)

    def _key(self, event: pygame.Event) -> Gesture | None:
        press = key_press(event)
        if press is not None and press.key == "f11":
            return self.toggle_fullscreen()
        return press

    def _resized(self) -> Resize:
        self._surface = pygame.display.get_surface() or self._surface
        if not self._fullscreen:
            self._size = self.size
        self._shown = None
        return Resize(*self.size)

    def _pad(self, event: pygame.Event) -> Gesture | None:
        match event.type:
            case pygame.JOYDEVICEADDED:
                self._pads = _pads()
                return None
            case pygame.JOYBUTTONDOWN if event.button in _PAD_BUTTONS:
                return KeyPress(_PAD_BUTTONS[event.button])
            case pygame.JOYHATMOTION if event.value in _PAD_HAT:
                return KeyPress(_PAD_HAT[event.value])
            case _:
                return None


def fits(size: tuple[int, int], screen: tuple[int, int]) -> bool:
    """Tell whether a window has room on a screen beside its own edge and the bars of the desk."""
    return size[0] <= screen[0] - EDGE and size[1] <= screen[1] - BARS


def key_press(event: pygame.Event) -> KeyPress | None:
    """Name the key of a KEYDOWN event, or give nothing for a key that only holds others."""
    name = pygame.key.name(event.key)
    name = _NAMES.get(name, name).strip("[]") if len(name) > 1 else name
    digit = _DIGIT_SCANCODES.get(getattr(event, "scancode", -1))
    ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
    shift = bool(event.mod & pygame.KMOD_SHIFT)
    if digit and not ctrl:
        return KeyPress(digit, ctrl=False, shift=shift, text=digit)
    if not name:
        return None
    text = event.unicode if event.unicode.isprintable() else ""
    return KeyPress(name, ctrl=ctrl, shift=shift, text=text)


class Sounds:
    """Short sounds by name from one folder. Says nothing and plays nothing where there is no sound."""

    def __init__(self, folder: Path, *, on: bool = True) -> None:
        self._folder = folder
        self._on = on
        self._kept: dict[str, pygame.mixer.Sound | None] = {}

    def play(self, name: str, volume: float = 1.0) -> bool:
        """Play a sound at a volume from 0 to 1; tell whether it could be played."""
        if not self._on or volume <= 0:
            return False
        sound = self._sound(name)
        if sound is None:
            return False
        sound.set_volume(min(1.0, volume))
        sound.play()
        return True

    def _sound(self, name: str) -> pygame.mixer.Sound | None:
        if name not in self._kept:
            self._kept[name] = self._load(name)
        return self._kept[name]

    def _load(self, name: str) -> pygame.mixer.Sound | None:
        files = [self._folder / f"{name}{ending}" for ending in (".ogg", ".wav")]
        path = next((file for file in files if file.is_file()), None)
        if path is None:
            return None
        try:
            if not pygame.mixer.get_init():
                pygame.mixer.init()
            return pygame.mixer.Sound(str(path))
        except pygame.error:
            # A laptop without a sound card must play on in silence.
            self._on = False
            return None


def _pads() -> list[pygame.joystick.JoystickType]:
    """Give the game pads that are plugged in; they only send events while they are kept."""
    try:
        pygame.joystick.init()
        return [pygame.joystick.Joystick(number) for number in range(pygame.joystick.get_count())]
    except pygame.error:
        return []
