"""How things are to be shown: size, language, theme, names. Passed to every screen function.

Nothing here knows the rules; a look never changes what a viewer may see.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coopgame.reading.translations import ContentWords, Words
from coopgame.rules.questions import Party
from coopgame.ui.nodes import Surface
from coopgame.ui.sheet import Sheet
from coopgame.ui.text import Typeface
from coopgame.ui.theme import Theme
from coopgame.vocabulary import SEAT_LETTERS


@dataclass(frozen=True, slots=True)
class Story:
    """What screens show of a scenario beside its words: icons, themes, years, the unit of prices."""

    title_icon: str = "volume"
    card_themes: Mapping[str, str] = field(default_factory=dict)
    """Card id -> theme."""
    option_verbs: Mapping[str, str] = field(default_factory=dict)
    """`<card id>.<option id>` -> move whose icon the option wears."""
    case_years: Mapping[str, int] = field(default_factory=dict)
    """Card id -> year of its real case."""
    price_normal: int = 100
    """The price at index 100, in `price_unit`; prices are shown in points when there is no unit."""
    price_unit: str = ""
    chapters: tuple[str, ...] = ()
    """Chapter id of each round, from round 1; empty strings without chapters."""
    years: tuple[int | None, ...] = ()
    """Year of each round, from round 1."""


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
    story: Story = field(default_factory=Story)
    focus: str | None = None
    """The id of the control that has the keyboard."""
    hover: str | None = None
    """The id of the control under the mouse."""

    def sheet(self, name: str, surface: Surface) -> Sheet:
        """Return an empty sheet of this size, theme and language."""
        return Sheet(
            width=self.width,
            height=self.height,
            name=name,
            surface=surface,
            theme=self.theme,
            typeface=self.typeface,
            language=self.language,
            text_scale=self.text_scale if surface == "seat" else 100,
            focus=self.focus,
            hover=self.hover,
        )

    def party(self, party: Party, *, short: bool = False) -> str:
        """Return the name of a co-operative, partner or neighbour by its place on the table."""
        kind = {"seat": "cooperative", "partner": "partner", "neighbour": "neighbour"}[party.kind]
        names = self._names_of(kind, short=short and party.kind != "seat")
        return names[party.number] if party.number < len(names) else party.code

    def cooperative(self, seat: int) -> str:
        """Return the name of the co-operative on a seat."""
        return self.party(Party("seat", seat))

    def person(self, seat: int) -> str:
        """Return who plays a seat: the name that was entered, else the co-operative's own."""
        name = self.names[seat] if seat < len(self.names) else ""
        return name or self.cooperative(seat)

    def letter(self, seat: int) -> str:
        """Return the letter of a seat."""
        return SEAT_LETTERS[seat]

    def _names_of(self, kind: str, *, short: bool) -> list[str]:
        if self.content is None:
            return []
        ending = ".short" if short else ""
        parts = 3 if short else 2
        return [
            text
            for key, text in self.content.scenario.items()
            if key.startswith(f"{kind}.") and key.endswith(ending) and key.count(".") == parts - 1
        ]
