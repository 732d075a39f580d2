"""`coopgame` and `coopgame play`: checks what was asked and opens the window."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from coopgame.commands.asking import (
    bots_to_play,
    check_display,
    scenario_to_play,
    seats_to_play,
    seed_to_play,
)
from coopgame.commands.speaking import CommandError, chosen_language
from coopgame.sessions.recording import SUFFIX, read_recording


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line; None leaves it to the set-up screen."""

    scenario: str | None = None
    seats: int | None = None
    bots: int | None = None
    seed: int | None = None
    language: str | None = None


def open_window(wishes: Wishes) -> int:
    """Open the game; a scenario that ends in `.coopgame` is a match to go on with."""
    language = chosen_language(wishes.language) if wishes.language is not None else None
    if wishes.scenario is not None and wishes.scenario.endswith(SUFFIX):
        path = Path(wishes.scenario)
        read_recording(path)
        check_display()
        return _run_window(Wishes(language=language), path)
    if wishes.scenario is not None:
        loaded = scenario_to_play(wishes.scenario)
        seats = seats_to_play(loaded, wishes.seats, chosen_language(language))
        bots_to_play(wishes.bots, seats)
        wishes = replace(wishes, seats=seats)
    elif wishes.bots is not None:
        bots_to_play(wishes.bots, wishes.seats if wishes.seats is not None else 6)
    if wishes.seed is not None:
        seed_to_play(wishes.seed)
    check_display()
    return _run_window(wishes, None)


def _run_window(wishes: Wishes, resume: Path | None) -> int:
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from coopgame.screens.app import run
    from coopgame.simulate.trials import TrialsAtHand
    from coopgame.ui.window import NoDisplay

    try:
        return run(
            scenario=wishes.scenario,
            seats=wishes.seats,
            bots=wishes.bots,
            seed=wishes.seed,
            language=wishes.language,
            resume=resume,
            trials=TrialsAtHand(),
        )
    except NoDisplay:
        raise CommandError("command.no_display") from None
