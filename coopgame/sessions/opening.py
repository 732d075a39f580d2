"""Starting a match and taking one up again: from content or a file to a session.

When a match cannot be kept on disk it is kept in memory, and the recorder's `trouble` says
so; nothing here stops people from playing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coopgame import __version__
from coopgame.rules.game import RULES_VERSION, Game
from coopgame.rules.playbook import Playbook
from coopgame.sessions.content import PlaybookOf, matching_playbook, parts_of
from coopgame.sessions.curtain import CurtainSetting
from coopgame.sessions.errors import (
    DiskFull,
    NowhereToSave,
    RecordingExists,
    RecordingInUse,
    RecordingReadOnly,
)
from coopgame.sessions.recorder import Recorder
from coopgame.sessions.recording import Header, Recording, read_recording, seat_step
from coopgame.sessions.replay import verified_game
from coopgame.sessions.seats import Seat
from coopgame.sessions.session import Session
from coopgame.sessions.storage import KEPT, forget_oldest, new_path


@dataclass(frozen=True, slots=True)
class NewMatch:
    """What a group decides before it plays."""

    playbook: Playbook
    seats: tuple[Seat, ...]
    seed: int
    language: str = "nl"
    scenario: str = ""
    """What the scenario is found by again: its id or path; empty means the playbook's own id."""
    curtain: CurtainSetting = CurtainSetting.AUTO


def start_session(match: NewMatch, folder: Path | None) -> Session:
    """Start a match and keep it in `folder`; None keeps it in memory and says so."""
    if folder is None:
        return start_session_at(match, None)
    forget_oldest(folder, keep=KEPT - 1)
    now = datetime.now(tz=UTC).astimezone()
    session = start_session_at(match, new_path(folder, _scenario_of(match), now))
    if isinstance(session.recorder.trouble, RecordingInUse | RecordingExists):
        # Another game took this name in the same second; by now it stands in the folder.
        return start_session_at(match, new_path(folder, _scenario_of(match), now))
    return session


def start_session_at(match: NewMatch, path: Path | None) -> Session:
    """Start a match that is kept in exactly this file; an older recording there is replaced."""
    game = Game(match.playbook, seed=match.seed, seats=len(match.seats))
    recorder = recorder_at(match, path)
    return Session(
        game,
        match.seats,
        recorder=recorder,
        language=match.language,
        curtain=match.curtain,
    )


def recorder_at(match: NewMatch, path: Path | None) -> Recorder:
    """Return the recorder of a match that begins, with its first save done or in `trouble`."""
    steps = tuple(seat_step(seat) for seat in match.seats)
    recorder = Recorder(Recording(_header(match), steps), path)
    recorder.save(notes={"language": match.language, "curtain": match.curtain.value})
    if path is None:
        recorder.trouble = NowhereToSave()
    return recorder


def _scenario_of(match: NewMatch) -> str:
    return match.scenario or match.playbook.labels.scenario


def _header(match: NewMatch) -> Header:
    book = match.playbook
    now = datetime.now(tz=UTC).astimezone()
    return Header(
        coopgame=__version__,
        rules=RULES_VERSION,
        scenario=_scenario_of(match),
        decks=book.labels.decks,
        fingerprint=book.fingerprint,
        parts=parts_of(book),
        seed=match.seed,
        seats=len(match.seats),
        rounds=book.rounds,
        language=match.language,
        started=f"{now:%Y-%m-%d %H:%M:%S}",
    )


def continue_session(path: Path, playbook_of: PlaybookOf, *, folder: Path | None = None) -> Session:
    """Take up a recorded match where it was left; the curtain is closed.

    A file that cannot be written is carried on as a copy in `folder`. Raises a
    RecordingError for a file that cannot be used.
    """
    recording = read_recording(path)
    book = matching_playbook(recording.header, path.name, playbook_of)
    game = verified_game(recording, book, path.name)
    session = Session(
        game,
        recording.seats,
        recorder=_recorder_for(recording, path, folder),
        language=recording.note("language", recording.header.language),
        curtain=_curtain(recording.note("curtain", CurtainSetting.AUTO)),
    )
    session.close_curtain()
    return session


def _recorder_for(recording: Recording, path: Path, folder: Path | None) -> Recorder:
    recorder = Recorder(recording, path)
    try:
        recorder.carry_on()
    except (RecordingReadOnly, DiskFull) as trouble:
        now = datetime.now(tz=UTC).astimezone()
        copy = new_path(folder, recording.header.scenario, now) if folder is not None else None
        recorder = Recorder(recording, copy)
        recorder.save()
        recorder.trouble = recorder.trouble or trouble
    return recorder


def _curtain(value: str) -> CurtainSetting:
    known: Sequence[str] = tuple(CurtainSetting)
    return CurtainSetting(value) if value in known else CurtainSetting.AUTO
