"""The program: a pile of pages, one on top; gestures in, frames out. Also opens the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coopgame.bots.looking_ahead import PLAIN, Trials
from coopgame.screens.beginning import Wishes, begin
from coopgame.screens.desk import Desk, own_desk
from coopgame.screens.help_page import HelpPage
from coopgame.screens.look import Look
from coopgame.screens.pages import Page
from coopgame.screens.settings_file import Settings, load_settings, save_settings
from coopgame.ui import focus
from coopgame.ui.gestures import (
    Adjusted,
    Away,
    Chosen,
    Focused,
    Gesture,
    Hovered,
    KeyPress,
    Meaning,
    Placed,
    Quit,
    Resize,
    Typed,
    key_name,
    meaning,
)
from coopgame.ui.nodes import Frame

SMALLEST = (1024, 768)
"""Below this the layout does not hold; frames are then made this large and shown smaller."""


@dataclass
class Layer:
    """A page on the pile, and which control had the keyboard when it was last on top."""

    page: Page
    focus: str | None = None
    is_new: bool = True


class App:
    """Everything a person can do, without a window."""

    def __init__(self, desk: Desk, size: tuple[int, int] = (1920, 1080)) -> None:
        self.desk = desk
        self.size = size
        self.settings = load_settings(desk.settings)
        self.is_running = True
        self.play_sound: Callable[[str, float], object] = lambda _name, _volume: None
        self._layers: list[Layer] = []
        self._hover: str | None = None
        self._frame: Frame | None = None
        self._key: object = None

    # The pile ------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page on top."""
        return self._layers[-1].page

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pile, the top last."""
        return tuple(layer.page for layer in self._layers)

    def push(self, page: Page) -> None:
        """Put a page on top; the one below keeps its place."""
        self._layers.append(Layer(page))
        self._hover = None
        self.changed()
        page.shown()

    def pop(self) -> None:
        """Take the top page away; the last one stays."""
        if len(self._layers) > 1:
            self._layers.pop().page.closed()
            self._hover = None
            self.changed()
            self.page.shown()

    def start_over(self, *pages: Page) -> None:
        """Show these pages and no others."""
        for layer in self._layers:
            if layer.page not in pages:
                layer.page.closed()
        self._layers = [Layer(page) for page in pages]
        self._hover = None
        self.changed()
        self.page.shown()

    def put_focus(self, id: str | None) -> None:
        """Give the keyboard to a control of the top page; None lets the page say which."""
        layer = self._layers[-1]
        layer.focus, layer.is_new = id, id is None
        self.changed()

    def change_settings(self, settings: Settings) -> None:
        """Keep other settings; they count at once."""
        self.settings = settings
        save_settings(settings, self.desk.settings)
        self.changed()

    def sound(self, name: str) -> None:
        """Play a short sound, if sounds are wanted."""
        if self.settings.volume:
            self.play_sound(name, self.settings.volume / 100)

    def stop(self) -> None:
        """Close the program; a running match stays saved."""
        for layer in reversed(self._layers):
            layer.page.closed()
        self.is_running = False

    def changed(self) -> None:
        """Say that something is to be drawn anew."""
        self._frame = None

    # What is seen --------------------------------------------------------------

    def look(self) -> Look:
        """Return how things are to be shown now."""
        settings = self.settings
        width, height = self.size
        return Look(
            width=max(width, SMALLEST[0]),
            height=max(height, SMALLEST[1]),
            language=settings.language,
            words=self.desk.words(settings.language),
            content=None,
            theme=self.desk.themes[settings.theme],
            typeface=self.desk.typeface,
            text_scale=settings.text_scale,
            reduced_motion=settings.reduced_motion,
        )

    def frame(self) -> Frame:
        """Return what is on the screen; the same frame until something changes."""
        if self._frame is None:
            layer = self._layers[-1]
            if layer.is_new:
                layer.focus = layer.page.first_focus(self._draw(layer))
                layer.is_new = False
            self._frame = self._draw(layer)
            if layer.focus and self._frame.control(layer.focus) is None:
                layer.focus = layer.page.first_focus(self._frame)
                self._frame = self._draw(layer)
        return self._frame

    def _draw(self, layer: Layer) -> Frame:
        look = replace(self.look(), focus=layer.focus, hover=self._hover)
        frame = layer.page.frame(layer.page.dressed(look))
        if frame.focus != layer.focus and layer.focus and frame.control(layer.focus):
            frame = replace(frame, focus=layer.focus)
        return frame

    # What people do ------------------------------------------------------------

    def handle(self, gesture: Gesture) -> None:
        """Take one gesture."""
        if isinstance(gesture, Quit):
            self.stop()
        elif isinstance(gesture, Away):
            self.window_was_away()
        elif isinstance(gesture, Resize):
            self.size = (gesture.width, gesture.height)
            self.changed()
        elif not (isinstance(gesture, KeyPress) and self._take_key(gesture)):
            self._take(meaning(self.frame(), gesture))

    def handle_all(self, gestures: Sequence[Gesture]) -> None:
        """Take what happened since the last frame, then let time pass; stop when told to."""
        for gesture in gestures:
            if self.is_running:
                self.handle(gesture)
        if self.is_running:
            self.tick()

    def _take_key(self, press: KeyPress) -> bool:
        """Take the keys that mean the same everywhere; tell whether this was one."""
        name = key_name(press)
        if name == "f1":
            if not isinstance(self.page, HelpPage):
                self.push(HelpPage(self, about=self._layers[-1].focus or ""))
            return True
        if name == "escape":
            self.page.escaped()
            self.changed()
            return True
        if self.page.grouped and press.key == "tab" and not press.ctrl:
            self._next_group(-1 if press.shift else 1)
            return True
        if meaning(self.frame(), press) is None and self.page.pressed(press):
            self.changed()
            return True
        return False

    def _next_group(self, step: int) -> None:
        """Go to the next group of controls: its chosen one, else its first."""
        frame = self.frame()
        controls = focus.reading_order(frame)
        orders = sorted({control.order for control in controls})
        here = frame.control(frame.focus) if frame.focus else None
        place = orders.index(here.order) if here is not None and here.order in orders else -step
        order = orders[(place + step) % len(orders)]
        group = [control for control in controls if control.order == order]
        on = next((control for control in group if control.value == "on"), group[0])
        self.put_focus(on.id)

    def _take(self, meant: Meaning | None) -> None:
        match meant:
            case Chosen(id=id):
                self._layers[-1].focus = id
                self.page.chosen(id)
            case Focused(id=id):
                self._layers[-1].focus = id
            case Typed(id=id, value=value):
                self.page.typed(id, value)
            case Adjusted(id=id, steps=steps):
                self.page.adjusted(id, steps)
            case Placed(id=id, share=share):
                self._layers[-1].focus = id
                self.page.placed(id, share)
            case Hovered(id=id):
                if id == self._hover:
                    return
                self._hover = id
            case _:
                return
        self.changed()

    def tick(self) -> None:
        """Let time pass: what moves is drawn anew, and nothing else."""
        if self._layers and self.page.tick():
            self.changed()

    def window_was_away(self) -> None:
        """Cover private screens: the window was minimised or lost."""
        for layer in self._layers:
            layer.page.hidden()
        self.changed()


def run(  # noqa: PLR0913 - what the command line knows, by name
    *,
    scenario: str | None = None,
    seats: int | None = None,
    bots: int | None = None,
    seed: int | None = None,
    language: str | None = None,
    resume: Path | None = None,
    trials: Trials = PLAIN,
) -> int:
    """Open the window and stay until it is closed; return the exit code.

    With a scenario the match starts at once, `bots` of its seats (none, unless said) played by
    bots; with `resume` a recorded match goes on. `trials` play the futures of bots that look
    ahead. Raises NoDisplay where no window can open, and
    a CoopgameError for a scenario or a recording that cannot be used.
    """
    from coopgame.screens.showing import own_typeface, show

    wishes = Wishes(scenario, seats, bots, seed, resume)
    app = App(replace(own_desk(own_typeface()), trials=trials))
    if language is not None:
        app.settings = replace(app.settings, language=language)
    begin(app, wishes)
    return show(app)
