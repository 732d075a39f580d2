"""What the screens lie on: fonts, themes, words, scenarios, folders, a clock and chance for seeds.

Everything outside the program comes in here, so that tests can put something else in its place.
"""

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coopgame.bots.looking_ahead import PLAIN, Trials
from coopgame.reading.library import ListedScenario, list_scenarios
from coopgame.reading.shipped_files import shipped
from coopgame.reading.strict_yaml import read_yaml
from coopgame.reading.translations import Words, load_words
from coopgame.screens.settings_file import settings_path
from coopgame.sessions.content import PlaybookOf, shipped_playbook
from coopgame.sessions.storage import matches_folder
from coopgame.ui.text import Typeface
from coopgame.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Desk:
    """The surroundings of the screens."""

    typeface: Typeface
    themes: Mapping[str, Theme]
    words: Callable[[str], Words]
    scenarios: Callable[[], Sequence[ListedScenario]]
    matches: Path | None
    """The folder in which matches are kept; None keeps them in memory."""
    settings: Path | None
    """The file of the settings; None keeps none."""
    playbook_of: PlaybookOf = shipped_playbook
    clock: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000
    """Milliseconds; only for what people feel, never for what decides."""
    new_seed: Callable[[], int] = lambda: secrets.randbelow(2**31)
    trials: Trials = PLAIN
    """Plays the futures of bots that look ahead."""


def own_desk(typeface: Typeface) -> Desk:
    """Return the desk of a program that runs for a user."""
    kept: dict[str, Words] = {}

    def words(language: str) -> Words:
        if language not in kept:
            kept[language] = load_words(language)
        return kept[language]

    return Desk(
        typeface=typeface,
        themes=own_themes(),
        words=words,
        scenarios=list_scenarios,
        matches=matches_folder(),
        settings=settings_path(),
    )


def own_themes() -> dict[str, Theme]:
    """Return the dark and the light theme."""
    folder = shipped("assets") / "themes"
    found: dict[str, Theme] = {}
    for name in ("dark", "light"):
        value = read_yaml(folder / f"{name}.yaml").value
        tokens = value if isinstance(value, dict) else {}
        # The strict reader knows no "nothing"; a theme without an edge on paper writes the word.
        found[name] = Theme.from_mapping(
            {key: None if token == "null" else token for key, token in tokens.items()}
        )
    return found
