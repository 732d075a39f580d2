"""Checks what was asked on the command line, before anything starts."""

import os
import re
import secrets
import sys
from pathlib import Path
from typing import Final

from coopgame.commands.speaking import CommandError
from coopgame.reading.library import LoadedScenario, list_scenarios, load_scenario
from coopgame.sessions.storage import can_write

MOST_SEED: Final = 2**62 - 1
_DRAWN_SEEDS: Final = 1_000_000
LEAST_SIZE: Final = (640, 480)
MOST_SIZE: Final = (7680, 4320)


def scenario_to_play(asked: str | None) -> LoadedScenario:
    """Return the scenario asked for, or the first that can be played.

    Raises UnknownScenario, ContentError, or CommandError when there is none at all.
    """
    if asked is not None:
        return load_scenario(asked)
    found = next((each.loaded for each in list_scenarios() if each.loaded is not None), None)
    if found is None:
        raise CommandError("command.no_scenarios")
    return found


def seats_to_play(loaded: LoadedScenario, asked: int | None, language: str) -> int:
    """Return how many seats play: as asked, or four, or the nearest the scenario allows."""
    fewest, most = loaded.scenario.seats.fewest, loaded.scenario.seats.most
    if asked is None:
        return max(fewest, min(most, 4))
    if not fewest <= asked <= most:
        title = loaded.words(language).get("title")
        raise CommandError("command.seats", title=title, fewest=fewest, most=most, asked=asked)
    return asked


def bots_to_play(asked: int | None, seats: int) -> int | None:
    """Return how many of the seats are bots, None when nobody said."""
    if asked is not None and not 0 <= asked <= seats:
        raise CommandError("command.bots", seats=seats, asked=asked)
    return asked


def seed_to_play(asked: int | None) -> int:
    """Return the seed asked for, or a fresh one that people can read out."""
    if asked is None:
        return secrets.randbelow(_DRAWN_SEEDS)
    if not 0 <= asked <= MOST_SEED:
        raise CommandError("command.seed", most=str(MOST_SEED), asked=str(asked))
    return asked


def size_to_draw(asked: str) -> tuple[int, int]:
    """Return width and height in pixels from a text such as `1920x1080`."""
    found = re.fullmatch(r"(\d{1,5})x(\d{1,5})", asked.strip().lower())
    if found is not None:
        size = (int(found[1]), int(found[2]))
        if LEAST_SIZE <= size <= MOST_SIZE and LEAST_SIZE[1] <= size[1] <= MOST_SIZE[1]:
            return size
    least, most = (f"{size[0]}x{size[1]}" for size in (LEAST_SIZE, MOST_SIZE))
    raise CommandError("command.size", least=least, most=most, asked=asked)


def folder_to_fill(path: Path) -> Path:
    """Return a folder that can be written, made when missing."""
    if not can_write(path):
        raise CommandError("command.folder", folder=str(path))
    return path


def check_display() -> None:
    """Refuse to open a window where there is no screen; only Linux may lack one."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in names):
        raise CommandError("command.no_display")
