"""Re-running a recording: the same answers must give the same table, round by round."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coopgame.rules.errors import IllegalAnswer
from coopgame.rules.game import Game
from coopgame.rules.playbook import Playbook
from coopgame.sessions.content import PlaybookOf, matching_playbook
from coopgame.sessions.errors import RecordingMismatch
from coopgame.sessions.recording import Recording, read_recording


@dataclass(frozen=True, slots=True)
class Verified:
    """A recording that re-ran to the same table after every round."""

    recording: Recording
    game: Game
    rounds: int
    """How many settled rounds were compared."""


def verify(path: Path, playbook_of: PlaybookOf) -> Verified:
    """Re-run a file and compare the table's hash after every round.

    Raises RecordingMismatch naming the first round that differs, or another RecordingError
    for a file that cannot be used.
    """
    recording = read_recording(path)
    book = matching_playbook(recording.header, path.name, playbook_of)
    game = verified_game(recording, book, path.name)
    return Verified(recording, game, len(recording.round_hashes))


def verified_game(recording: Recording, book: Playbook, file: str) -> Game:
    """Return the match as the recording leaves it; raises RecordingMismatch."""
    header = recording.header
    game = Game(book, seed=header.seed, seats=header.seats)
    hashes = recording.round_hashes
    for question_id, option_id in recording.answers:
        settled = len(game.round_hashes)
        try:
            game.answer(question_id, option_id)
        except IllegalAnswer:
            raise RecordingMismatch(file=file, round=settled + 1) from None
        if len(game.round_hashes) > settled and game.round_hashes[-1:] != hashes[settled:][:1]:
            raise RecordingMismatch(file=file, round=settled + 1)
    if len(game.round_hashes) != len(hashes):
        raise RecordingMismatch(file=file, round=len(game.round_hashes) + 1)
    return game


def rerun(game: Game, answers: Sequence[tuple[str, str]]) -> Game:
    """Return a fresh game of the same match with exactly these answers."""
    again = Game(game.playbook, seed=game.seed, seats=game.seats)
    for question_id, option_id in answers:
        again.answer(question_id, option_id)
    return again
