"""The colours of the toolkit by their role, as read from a theme file. Draws nothing and reads no files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Literal, TypeAlias, cast, get_args

from coopgame.ui.nodes import Colour

Shape: TypeAlias = Literal["circle", "square", "triangle", "diamond", "hexagon", "cross"]

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")


class ThemeProblem(ValueError):
    """A theme file that cannot be used; the message names every fault at once."""

    code = "T001"


@dataclass(frozen=True, slots=True)
class Identity:
    """How one cooperative looks: letter and shape first, colour second."""

    letter: str
    colour_name: str
    fill: Colour
    edge: Colour
    """Outline that keeps the fill apart from every ground."""
    shape: Shape
    line: Colour
    """For thin things: dots, rings, chart lines."""
    edged: bool
    """Whether ribbons and badges need the edge."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour token; `text_1` and `text_2` are the two text colours on the grounds."""

    name: str
    dark: bool
    bg: Colour
    band: Colour
    panel: Colour
    raised: Colour
    hull: Colour
    select: Colour
    alert: Colour
    well: Colour
    text_1: Colour
    text_2: Colour
    wheat: Colour
    accent: Colour
    gain: Colour
    loss: Colour
    edge: Colour
    hair: Colour
    paper: Colour
    paper_edge: Colour | None
    """Outline of paper and of wheat pills, where the ground is light too."""
    inset: Colour
    white: Colour
    ink: Colour
    ink_2: Colour
    paper_gain: Colour
    paper_loss: Colour
    paper_line: Colour
    paper_hair: Colour
    on_colour: Colour
    """Icon drawn on a filled cooperative colour."""
    strip_text: Colour
    """Text on the coloured strip of a card."""
    as_played: Colour
    """The original line beside a what-if line."""
    families: Mapping[str, Colour]
    card_themes: Mapping[str, str]
    """Which family each card theme belongs to."""
    identities: Mapping[str, Identity]

    @classmethod
    def from_mapping(cls, values: Mapping[str, object]) -> Theme:
        """Build a theme from a parsed file; raise ThemeProblem with all faults when it is not whole."""
        faults = _faults(cls, values)
        if faults:
            raise ThemeProblem("This theme cannot be used: " + "; ".join(faults) + ".")
        loose = dict(values)
        loose["identities"] = MappingProxyType(_identities(values["identities"]))
        for key in ("families", "card_themes"):
            loose[key] = MappingProxyType(dict(cast("Mapping[str, str]", values[key])))
        return cls(**loose)  # type: ignore[arg-type]

    def identity(self, letter: str) -> Identity:
        """Give the look of a cooperative by its letter."""
        return self.identities[letter]

    def family(self, card_theme: str) -> Colour:
        """Give the strip colour for a card theme."""
        return self.families[self.card_themes[card_theme]]

    def grounds(self) -> tuple[Colour, ...]:
        """Give every ground that text may stand on, paper excepted."""
        return (
            self.bg,
            self.band,
            self.panel,
            self.raised,
            self.hull,
            self.select,
            self.alert,
            self.well,
        )


def _identities(values: object) -> dict[str, Identity]:
    table = cast("Mapping[str, Mapping[str, object]]", values)
    return {letter: Identity(letter=letter, **look) for letter, look in table.items()}  # type: ignore[arg-type]


def _faults(theme: type[Theme], values: Mapping[str, object]) -> list[str]:
    names = {field.name for field in fields(theme)}
    faults = [f"{name} is missing" for name in sorted(names - values.keys())]
    faults += [f"{name} is not a token" for name in sorted(values.keys() - names)]
    colours = names - {"name", "dark", "families", "card_themes", "identities"}
    for name in sorted(colours & values.keys()):
        if not (name == "paper_edge" and values[name] is None) and not is_colour(values[name]):
            faults.append(f"{name} must be a colour like #1B2333")
    return faults + _family_faults(values) + _identity_faults(values)


def _family_faults(values: Mapping[str, object]) -> list[str]:
    families, themes = values.get("families"), values.get("card_themes")
    if not isinstance(families, Mapping) or not isinstance(themes, Mapping):
        return ["families and card_themes must be tables"]
    faults = [
        f"family {name} must be a colour like #1B2333"
        for name, it in families.items()
        if not is_colour(it)
    ]
    return faults + [
        f"card theme {name} has no family" for name, it in themes.items() if it not in families
    ]


def _identity_faults(values: Mapping[str, object]) -> list[str]:
    table = values.get("identities")
    if not isinstance(table, Mapping):
        return ["identities must be a table"]
    wanted = {field.name for field in fields(Identity)} - {"letter"}
    faults = []
    for letter, look in table.items():
        if not isinstance(look, Mapping) or set(look) != wanted:
            faults.append(f"identity {letter} needs {', '.join(sorted(wanted))}")
        elif look["shape"] not in get_args(Shape) or not all(
            is_colour(look[k]) for k in ("fill", "edge", "line")
        ):
            faults.append(f"identity {letter} has a wrong shape or colour")
    return faults


def is_colour(value: object) -> bool:
    """Tell whether this is a colour written `#RRGGBB`."""
    return isinstance(value, str) and _COLOUR.match(value) is not None
