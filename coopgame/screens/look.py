"""How things are to be shown: size, language, theme, names. Passed to every screen function.

Nothing here knows the rules; a look never changes what a viewer may see.
"""

from dataclasses import dataclass

from coopgame.reading.translations import ContentWords, Words
from coopgame.ui.text import Typeface
from coopgame.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """Everything a screen needs beside what it shows."""

    width: int
    height: int
    """Of the target, in pixels."""
    language: str
    words: Words
    """The words of the screens."""
    content: ContentWords | None
    """The words of the scenario and its decks; None before one is chosen."""
    theme: Theme
    typeface: Typeface
    text_scale: int = 100
    """Per cent, 100 to 200; seat surfaces grow with it, projector frames are large already."""
    names: tuple[str, ...] = ()
    """Names of the people or bots on the seats, in seat order."""
    reduced_motion: bool = False
    key_names: bool = True
    """Show key caps on buttons."""
