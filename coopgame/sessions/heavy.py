"""The heavy test of recordings: save, load and compare after every single answer.

For tests and for designers who doubt a deck; slow on purpose.
"""

from dataclasses import dataclass
from pathlib import Path

from coopgame.bots.playing import bot_answers
from coopgame.rules.game import Game
from coopgame.rules.questions import TABLE_SEAT
from coopgame.sessions.opening import NewMatch, recorder_at
from coopgame.sessions.recorder import Recorder
from coopgame.sessions.recording import ANSWER, ROUND, Step, read_recording
from coopgame.sessions.replay import verified_game


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer after which the loaded match was not the played one."""

    number: int
    question: str


def play_heavily(match: NewMatch, path: Path) -> tuple[Difference, ...]:
    """Play a match of bots, loading its file after every answer; return what differed.

    The file at `path` is closed and opened again each time, as between two evenings.
    """
    game = Game(match.playbook, seed=match.seed, seats=len(match.seats))
    recorder = recorder_at(match, path)
    found: list[Difference] = []
    while not game.has_ended:
        for question_id, option_id in _next_answers(game, match):
            recorder = _saved(game, recorder, question_id, option_id)
            loaded = read_recording(path)
            again = verified_game(loaded, match.playbook, path.name)
            if again.table_hash() != game.table_hash() or loaded.answers != game.answers:
                found.append(Difference(len(game.answers), question_id))
    return tuple(found)


def _next_answers(game: Game, match: NewMatch) -> list[tuple[str, str]]:
    """Return what the next seat answers, or that the table goes on."""
    question = game.questions()[0]
    if question.seat == TABLE_SEAT:
        return [(question.id, question.options[0].id)]
    character = match.seats[question.seat].controller
    return [(c.question, c.option) for c in bot_answers(game, question.seat, character)]


def _saved(game: Game, recorder: Recorder, question_id: str, option_id: str) -> Recorder:
    settled = len(game.round_hashes)
    game.answer(question_id, option_id)
    steps = [Step(ANSWER, question_id, option_id)]
    if len(game.round_hashes) > settled:
        steps.append(Step(ROUND, str(settled + 1), game.round_hashes[-1]))
    recorder.carry_on()
    recorder.save(steps)
    recorder.close()
    return recorder
