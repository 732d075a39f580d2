"""`coopgame auto`: a match of bots without pictures, told by its meters and its hash."""

from dataclasses import dataclass
from pathlib import Path

from coopgame.bots.characters import mixed_characters
from coopgame.commands.asking import scenario_to_play, seats_to_play, seed_to_play
from coopgame.commands.names import Names
from coopgame.commands.running import DONE
from coopgame.commands.speaking import chosen_language, say
from coopgame.reading.library import LoadedScenario, playbook_for
from coopgame.reading.translations import Words, load_words
from coopgame.sessions.errors import (
    NowhereToSave,
    RecordingError,
    RecordingExists,
    RecordingInUse,
    RecordingMissing,
)
from coopgame.sessions.opening import NewMatch, start_session_at
from coopgame.sessions.recording import read_recording
from coopgame.sessions.seats import seats_for
from coopgame.sessions.session import Session


@dataclass(frozen=True, slots=True)
class AutoWishes:
    """What was asked for on the command line."""

    scenario: str
    seed: int | None = None
    seats: int | None = None
    out: Path | None = None
    language: str | None = None


def play_automatically(wishes: AutoWishes) -> int:
    """Play to the end, print what came out, and keep the recording when a file is named."""
    language = chosen_language(wishes.language)
    loaded = scenario_to_play(wishes.scenario)
    match = bots_match(loaded, wishes, language)
    if wishes.out is not None:
        check_may_replace(wishes.out)
    session = start_session_at(match, wishes.out)
    _check_kept(session, wishes.out)
    play_to_the_end(session)
    session.close()
    _check_kept(session, wishes.out)
    for line in result_lines(session, loaded, match):
        say(line)
    if wishes.out is not None:
        say(load_words(language).get("command.kept", file=str(wishes.out)))
    return DONE


def check_may_replace(path: Path) -> None:
    """Refuse to write over anything but a match that bots played."""
    try:
        found = read_recording(path)
    except RecordingMissing:
        return
    except RecordingInUse:
        raise
    except RecordingError:
        raise RecordingExists(file=path.name) from None
    if any(seat.is_human for seat in found.seats):
        raise RecordingExists(file=path.name)


def bots_match(loaded: LoadedScenario, wishes: AutoWishes, language: str) -> NewMatch:
    """Return a match in which bots play every seat."""
    seats = seats_to_play(loaded, wishes.seats, language)
    seed = seed_to_play(wishes.seed)
    return NewMatch(
        playbook=playbook_for(loaded, seats=seats),
        seats=seats_for(seats, bots=mixed_characters(seats)),
        seed=seed,
        language=language,
        scenario=_found_again_by(wishes.scenario, loaded),
    )


def _found_again_by(asked: str, loaded: LoadedScenario) -> str:
    """Keep a path as a full path, so that the recording can be opened from anywhere."""
    return str(loaded.path.resolve()) if asked != loaded.id else loaded.id


def _check_kept(session: Session, out: Path | None) -> None:
    trouble = session.recorder.trouble
    if out is not None and trouble is not None and not isinstance(trouble, NowhereToSave):
        raise trouble


def play_to_the_end(session: Session) -> None:
    """Let the bots play every round that is left."""
    while not session.has_ended:
        play_next_round(session)


def play_next_round(session: Session) -> None:
    """Let the bots play one round, leaving the look back first when it is shown."""
    if session.phase == "look_back":
        session.go_on()
    session.play_bots()


def result_lines(session: Session, loaded: LoadedScenario, match: NewMatch) -> list[str]:
    """Return what came out: the match, every seat's meters, and the table's hash."""
    words = load_words(match.language)
    title = loaded.words(match.language).get("title")
    names = Names(loaded.words(match.language), match.playbook.labels, session.seats)
    rounds = session.snapshot().round
    counts = {"seats": len(match.seats), "rounds": rounds}
    first = words.get("command.match", title=title, seed=str(match.seed), **counts)
    hashes = words.get("command.hash", hash=session.table_hash())
    return [first, *_seat_lines(session, names, words), hashes]


def _seat_lines(session: Session, names: Names, words: Words) -> list[str]:
    outcome = session.outcome
    if outcome is None:
        return []
    lines: list[str] = []
    for result in outcome.seats:
        trust, price, autonomy = result.meters
        meters = {"trust": trust, "price": price, "autonomy": autonomy}
        who = names.seat(result.seat)
        lines.append(words.get("command.seat", who=who, goals=result.goals_met, **meters))
    return lines
