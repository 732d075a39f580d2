"""`coopgame demo`: a match of bots off-screen, with a picture of each phase and the recording."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coopgame.bots.characters import mixed_characters
from coopgame.commands.asking import folder_to_fill, scenario_to_play, seats_to_play
from coopgame.commands.autoplay import check_may_replace, play_next_round, result_lines
from coopgame.commands.progress import Progress, shown_progress
from coopgame.commands.running import DONE
from coopgame.commands.speaking import chosen_language, say
from coopgame.reading.library import LoadedScenario, UnknownScenario, playbook_for
from coopgame.reading.translations import load_words
from coopgame.sessions.opening import NewMatch, start_session_at
from coopgame.sessions.seats import seats_for
from coopgame.sessions.session import Session

if TYPE_CHECKING:
    from coopgame.commands.album import Album

SCENARIO: Final = "introduction"
SEED: Final = 7
SEATS: Final = 4
RECORDING: Final = "demo.coopgame"
"""Fixed, so that two demonstrations can be compared."""


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What is shown."""

    session: Session
    loaded: LoadedScenario
    match: NewMatch


def demonstrate(out: Path, language: str | None) -> int:
    """Play, draw and keep a match in `out`, and say what came out."""
    language = chosen_language(language)
    folder = folder_to_fill(out)
    check_may_replace(folder / RECORDING)
    shown = _begin(folder, language)
    try:
        with shown_progress() as progress:
            count = _fill(shown, folder, progress)
    finally:
        shown.session.close()
    if shown.session.recorder.trouble is not None:
        raise shown.session.recorder.trouble
    for line in result_lines(shown.session, shown.loaded, shown.match):
        say(line)
    say(load_words(language).get("command.demo_done", count=count, folder=str(folder)))
    return DONE


def _begin(folder: Path, language: str) -> Demonstration:
    try:
        loaded = scenario_to_play(SCENARIO)
    except UnknownScenario:
        loaded = scenario_to_play(None)
    count = seats_to_play(loaded, SEATS, language)
    match = NewMatch(
        playbook=playbook_for(loaded, seats=count),
        seats=seats_for(count, bots=mixed_characters(count)),
        seed=SEED,
        language=language,
        scenario=loaded.id,
    )
    return Demonstration(start_session_at(match, folder / RECORDING), loaded, match)


def _fill(shown: Demonstration, folder: Path, progress: Progress) -> int:
    """Draw the match into the folder; return how many pictures there are."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from coopgame.commands.album import Album

    album = Album(shown.session, shown.loaded, folder)
    rounds = shown.match.playbook.rounds
    words = load_words(shown.match.language)
    for number in _rounds(shown.session, album):
        text = words.get("command.progress.round", round=number, rounds=rounds)
        progress(number, rounds, text)
    return album.count


def _rounds(session: Session, album: "Album") -> Iterator[int]:
    """Play round by round: the first is drawn phase by phase, the others at their end."""
    while not session.has_ended:
        if session.phase == "look_back":
            session.go_on()
        number = session.snapshot().round
        album.before_the_reveal(is_first=number == 1)
        play_next_round(session)
        album.after_the_reveal(is_first=number == 1)
        yield number
    album.closing()
