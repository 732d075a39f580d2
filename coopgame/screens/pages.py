"""What every screen of the window has in common: it draws frames and takes meanings.

A page knows the desk it lies on, never the window; one page at a time has the keyboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from coopgame.ui.gestures import KeyPress
from coopgame.ui.nodes import Frame

if TYPE_CHECKING:
    from coopgame.screens.desk import Desk
    from coopgame.screens.look import Look
    from coopgame.screens.settings_file import Settings


class Host(Protocol):
    """What a page may ask of the program around it."""

    desk: Desk
    settings: Settings

    def push(self, page: Page) -> None:
        """Put a page on top; the one below keeps its place."""
        ...

    def pop(self) -> None:
        """Take the top page away."""
        ...

    def start_over(self, *pages: Page) -> None:
        """Show these pages and no others, the last on top."""
        ...

    def change_settings(self, settings: Settings) -> None:
        """Keep other settings; they count at once."""
        ...

    def put_focus(self, id: str | None) -> None:
        """Give the keyboard to a control of the top page."""
        ...

    def sound(self, name: str) -> None:
        """Play a short sound, if sounds are wanted."""
        ...

    def stop(self) -> None:
        """Close the program."""
        ...


class Page:
    """One screen. By default it takes nothing and gives nothing away."""

    grouped = False
    """Tab goes from group to group (controls with one `order`), arrows within a group."""

    def __init__(self, host: Host) -> None:
        self.host = host

    def frame(self, look: Look) -> Frame:
        """Return what is to be seen now."""
        raise NotImplementedError

    def dressed(self, look: Look) -> Look:
        """Return the look with what only this page knows: the words of its scenario, names."""
        return look

    def first_focus(self, frame: Frame) -> str | None:
        """Return which control has the keyboard when the page is first shown."""
        primary = [control.id for control in frame.controls if control.enabled]
        return primary[0] if primary else None

    def chosen(self, id: str) -> None:
        """Take the press of a control."""

    def typed(self, id: str, value: str) -> None:
        """Take the new text of a field."""

    def adjusted(self, id: str, steps: int) -> None:
        """Take a slider moved by steps."""

    def placed(self, id: str, share: float) -> None:
        """Take a slider put at a share of its length."""

    def pressed(self, press: KeyPress) -> bool:
        """Take a key that no control answers to; tell whether it meant something."""
        del press
        return False

    def tick(self) -> bool:
        """Tell whether time alone changed what is to be seen."""
        return False

    def escaped(self) -> None:
        """Go back; by default the page is taken away."""
        self.host.pop()

    def shown(self) -> None:
        """Be told that the page comes to the top."""

    def hidden(self) -> None:
        """Be told that the window was away: private screens must be covered."""

    def closed(self) -> None:
        """Be told that the page will not come back."""
