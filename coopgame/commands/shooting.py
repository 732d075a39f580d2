"""`coopgame shots`: every screen as a picture, with the ledger of what is on it."""

import os
from pathlib import Path

from coopgame.commands.asking import folder_to_fill, size_to_draw
from coopgame.commands.progress import shown_progress
from coopgame.commands.running import DONE
from coopgame.commands.speaking import CommandError, chosen_language, say
from coopgame.reading.translations import load_words


def shoot(out: Path, *, size: str, language: str | None, screen: str | None) -> int:
    """Draw the screens into `out`; `screen` names one, None draws them all."""
    language = chosen_language(language)
    pixels = size_to_draw(size)
    folder = folder_to_fill(out)
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from coopgame.screens.shots import make_shots

    with shown_progress() as progress:
        count = make_shots(folder, size=pixels, language=language, screen=screen, progress=progress)
    if screen is not None and count == 0:
        raise CommandError("command.screen", asked=screen)
    words = load_words(language)
    say(words.get("command.shots_done", count=count, folder=str(folder)))
    return DONE
