"""A match that people play: hidden choices, locking, undo, bots, and saving every step.

Seats choose in private and change their minds freely; `lock` hands a seat's choices to the
rules. When the last person has locked, the bots answer and the round resolves within that
call. Names, controllers, language and curtain never touch the table.

Undo keeps four promises: it never changes who is in front of the screen, never takes back
what another seat did, never goes behind something hidden that was shown to another seat,
and never behind chance that everybody saw (a resolved round).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from coopgame.bots.characters import CHARACTERS
from coopgame.bots.playing import BotChoice
from coopgame.rules.errors import IllegalAnswer
from coopgame.rules.game import Game, Outcome
from coopgame.rules.questions import TABLE_SEAT, Question
from coopgame.rules.snapshot import PUBLIC, Change, Snapshot
from coopgame.sessions.curtain import Curtain, CurtainSetting
from coopgame.sessions.minds import Minds
from coopgame.sessions.recorder import Recorder
from coopgame.sessions.recording import ANSWER, END, ROUND, TAKE_BACK, Step, seat_step
from coopgame.sessions.replay import rerun
from coopgame.sessions.seats import HUMAN, Seat

CHOOSE = "choose"
LOOK_BACK = "look_back"
ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Draft:
    """One choice that is not locked yet."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class LastLock:
    """The seat that locked last, what it had chosen, and how many answers that became."""

    seat: int
    drafts: tuple[Draft, ...]
    answers: int


class Session:
    """One match and the people and bots around it."""

    def __init__(
        self,
        game: Game,
        seats: Sequence[Seat],
        *,
        recorder: Recorder,
        language: str = "nl",
        curtain: CurtainSetting = CurtainSetting.AUTO,
    ) -> None:
        """Go on with a game as it lies; `seats` must name every seat of it once."""
        self.recorder = recorder
        self.language = language
        self.minds = Minds()
        self._game = game
        self._seats = list(seats)
        self._curtain = Curtain(curtain)
        self._drafts: list[list[Draft]] = [[] for _ in seats]
        self._last_lock: LastLock | None = None
        self._bot_choices: tuple[BotChoice, ...] = ()
        self._restore(recorder.recording.drafts)

    def _restore(self, drafts: Sequence[tuple[str, str]]) -> None:
        """Take up choices that were saved before they were locked."""
        for question in self._game.questions():
            option = dict(drafts).get(question.id)
            if option is not None and question.seat != TABLE_SEAT:
                self._drafts[question.seat].append(Draft(question.id, option))

    # What can be seen --------------------------------------------------------

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Return who sits where."""
        return tuple(self._seats)

    @property
    def people(self) -> tuple[int, ...]:
        """Return the seats that persons play, in order."""
        return tuple(seat.number for seat in self._seats if seat.is_human)

    @property
    def phase(self) -> str:
        """Return `choose`, `look_back` or `ended`."""
        if self._game.has_ended:
            return ENDED
        return LOOK_BACK if self._game.questions(TABLE_SEAT) else CHOOSE

    @property
    def has_ended(self) -> bool:
        """Tell whether the match is over."""
        return self._game.has_ended

    @property
    def outcome(self) -> Outcome | None:
        """Return how the match closed, or None while it runs."""
        return self._game.outcome

    @property
    def bot_choices(self) -> tuple[BotChoice, ...]:
        """Return what the bots chose in the round that was just resolved, and why."""
        return self._bot_choices if self.phase != CHOOSE else ()

    def snapshot(self, viewer: int = PUBLIC) -> Snapshot:
        """Return what a viewer may see."""
        return self._game.snapshot(viewer)

    def changes(self, since_round: int = 0, only_round: int | None = None) -> tuple[Change, ...]:
        """Return what changed and why, oldest first."""
        return self._game.changes(since_round, only_round)

    def table_hash(self) -> str:
        """Return the hash of the table as it lies; drafts are not on the table."""
        return self._game.table_hash()

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return every locked answer as (question id, option id)."""
        return self._game.answers

    @property
    def round_hashes(self) -> tuple[str, ...]:
        """Return the table's hash after each resolved round."""
        return self._game.round_hashes

    # Whose turn it is --------------------------------------------------------

    def has_locked(self, seat: int) -> bool:
        """Tell whether a seat has nothing left to answer this round."""
        return not self._game.questions(seat)

    def next_human(self) -> int | None:
        """Return whose turn it is: the next unlocked person, from this round's first seat on."""
        if self.phase != CHOOSE:
            return None
        first = self._game.snapshot(PUBLIC).first_seat
        order = [(first + k) % len(self._seats) for k in range(len(self._seats))]
        waiting = (s for s in order if self._seats[s].is_human and not self.has_locked(s))
        return next(waiting, None)

    @property
    def active(self) -> int | None:
        """Return the seat in front of the screen, or whose turn it is when nobody is."""
        front = self._curtain.front
        return self.next_human() if front is None else front

    @property
    def waits_for_bots(self) -> bool:
        """Tell whether only bots still have to answer; `play_bots` goes on then."""
        return self.phase == CHOOSE and self.next_human() is None

    def needs_curtain(self, seat: int) -> bool:
        """Tell whether the curtain must close before this seat's private screen is shown."""
        return self._curtain.is_needed(seat, len(self.people))

    def open_curtain(self, seat: int) -> None:
        """Let a seat see its private screen; others can no longer take back what they locked."""
        self._come_forward(seat)

    def close_curtain(self) -> None:
        """Hide private screens: the window was minimised, or somebody walks away."""
        self._curtain.close()

    @property
    def curtain(self) -> CurtainSetting:
        """Return how the group wants to hide choices."""
        return self._curtain.setting

    def set_curtain(self, setting: CurtainSetting) -> None:
        """Change how choices are hidden; kept with the recording."""
        self._curtain.setting = setting
        self.recorder.save(notes={"curtain": setting.value})

    def _come_forward(self, seat: int) -> None:
        self._curtain.open_for(seat)
        if self._last_lock is not None and self._last_lock.seat != seat:
            self._last_lock = None

    # Choosing in private -----------------------------------------------------

    def questions(self, seat: int) -> tuple[Question, ...]:
        """Return what a seat still has to lock, also while it has chosen provisionally."""
        return self._game.questions(seat)

    def choice(self, question_id: str) -> str | None:
        """Return the option chosen for a question that is not locked yet, or None."""
        for drafts in self._drafts:
            for draft in drafts:
                if draft.question == question_id:
                    return draft.option
        return None

    def missing(self, seat: int) -> tuple[Question, ...]:
        """Return the questions of a seat that have no choice yet."""
        return tuple(q for q in self.questions(seat) if self.choice(q.id) is None)

    def choose(self, seat: int, question_id: str, option_id: str) -> None:
        """Choose provisionally; free to change until the seat locks.

        Raises IllegalAnswer, with nothing changed, for a seat that does not play itself or
        has locked, a question that is not its own, and an unknown or closed option.
        """
        self._check_may_choose(seat)
        question = next((q for q in self.questions(seat) if q.id == question_id), None)
        if question is None:
            raise IllegalAnswer("question_not_open", f"The question {question_id} is not open.")
        option = question.option(option_id)
        if option is None:
            raise IllegalAnswer("no_such_option", f"There is no option {option_id} here.")
        if not option.is_open:
            why = option.why_closed.key if option.why_closed else "option_closed"
            raise IllegalAnswer(why, f"The option {option_id} is not open now.")
        self._come_forward(seat)
        kept = [draft for draft in self._drafts[seat] if draft.question != question_id]
        self._drafts[seat] = [*kept, Draft(question_id, option_id)]
        self._save_drafts()

    def _check_may_choose(self, seat: int) -> None:
        if self.phase != CHOOSE:
            raise IllegalAnswer("not_now", "Nothing is asked now.")
        if not self._seats[seat].is_human:
            raise IllegalAnswer("bot_seat", f"Seat {self._seats[seat].letter} is played by a bot.")
        if self.has_locked(seat):
            raise IllegalAnswer("locked", f"Seat {self._seats[seat].letter} has locked.")

    def lock(self, seat: int, *, bots_wait: bool = False) -> None:
        """Hand a seat's choices to the rules; the last person's lock resolves the round.

        With `bots_wait` the bots answer only when `play_bots` is called. Raises
        IllegalAnswer, with nothing changed, when a question has no choice yet.
        """
        self._check_may_choose(seat)
        if self.missing(seat):
            raise IllegalAnswer("unanswered", "Choose an option for every question first.")
        self._come_forward(seat)
        drafts = tuple(self._drafts[seat])
        by_question = {draft.question: draft.option for draft in drafts}
        answers = [(q.id, by_question[q.id]) for q in self.questions(seat)]
        self._answer_all(answers)
        self._drafts[seat] = []
        self._last_lock = LastLock(seat, drafts, len(answers))
        if self.waits_for_bots and not bots_wait:
            answers += self._let_bots_answer()
        self._after_answers(answers)

    # Bots and the table ------------------------------------------------------

    def play_bots(self) -> None:
        """Let the bots answer when they are the only ones left; the round then resolves.

        Raises IllegalAnswer while a person still has to lock.
        """
        if not self.waits_for_bots:
            raise IllegalAnswer("not_now", "The bots answer when every person has locked.")
        self._after_answers(self._let_bots_answer())

    @property
    def thinker(self) -> Seat | None:
        """Return the bot that is to think next: one that takes time, once people have locked."""
        return self.minds.next_of(self._waiting()) if self.waits_for_bots else None

    def think(self) -> None:
        """Let the next bot that takes time make up its mind; nothing of it is shown yet."""
        if (seat := self.thinker) is not None:
            self.minds.make(self._game, seat)

    def _waiting(self) -> list[Seat]:
        return [seat for seat in self._seats if not self.has_locked(seat.number)]

    def _let_bots_answer(self) -> list[tuple[str, str]]:
        waiting = self._waiting()
        self._bot_choices = self.minds.take(self._game, waiting)
        for seat in waiting:
            self._drafts[seat.number] = []
        answers = [(choice.question, choice.option) for choice in self._bot_choices]
        self._answer_all(answers)
        return answers

    def go_on(self) -> None:
        """Leave the look back: the next round opens with its news."""
        questions = self._game.questions(TABLE_SEAT)
        if not questions:
            raise IllegalAnswer("not_now", "There is no next round to go on to.")
        answer = (questions[0].id, questions[0].options[0].id)
        self._answer_all([answer])
        self._after_answers([answer])

    def _answer_all(self, answers: Sequence[tuple[str, str]]) -> None:
        """Give all answers to the rules, or none of them."""
        before = self._game.answers
        try:
            for question_id, option_id in answers:
                self._game.answer(question_id, option_id)
        except IllegalAnswer:
            self._game = rerun(self._game, before)
            raise

    def _after_answers(self, answers: Sequence[tuple[str, str]]) -> None:
        """Save what was answered, and close what the answers closed."""
        steps = [Step(ANSWER, question, option) for question, option in answers]
        if self.phase != CHOOSE:
            number = len(self._game.round_hashes)
            steps.append(Step(ROUND, str(number), self._game.round_hashes[-1]))
            self._last_lock = None
            self._curtain.others_acted(len(self.people))
        if self._game.outcome is not None:
            steps.append(Step(END, "", self._game.outcome.ending))
        self._save_drafts(steps)
        if self.phase != CHOOSE:
            self.recorder.tidy()

    def _save_drafts(self, steps: Sequence[Step] = ()) -> None:
        drafts = {draft.question: draft.option for each in self._drafts for draft in each}
        self.recorder.save(steps, drafts=drafts)

    # Undo --------------------------------------------------------------------

    def why_no_undo(self, seat: int) -> str | None:
        """Return None when this seat may undo now, else the word key of the reason."""
        if self.phase != CHOOSE:
            return "undo.round_resolved"
        if not self._seats[seat].is_human:
            return "undo.bot_seat"
        if self._curtain.front not in (None, seat):
            return "undo.another_acted"
        if not self.has_locked(seat):
            return None if self._drafts[seat] else "undo.nothing"
        if self._last_lock is None or self._last_lock.seat != seat:
            return "undo.another_acted"
        return None

    def undo(self, seat: int) -> None:
        """Take back the seat's lock, or else its latest choice.

        Raises IllegalAnswer, with nothing changed, when `why_no_undo` has a reason.
        """
        reason = self.why_no_undo(seat)
        if reason is not None:
            raise IllegalAnswer(reason, "This can no longer be taken back.")
        if not self.has_locked(seat):
            self._drafts[seat].pop()
            self._save_drafts()
            return
        lock = self._last_lock
        assert lock is not None
        self._game = rerun(self._game, self._game.answers[: -lock.answers])
        self._drafts[seat] = list(lock.drafts)
        self._last_lock = None
        self._save_drafts([Step(TAKE_BACK, "", str(lock.answers))])

    # Seats and settings ------------------------------------------------------

    def hand_over(self, seat: int, controller: str) -> None:
        """Let a bot character or a person (`human`) play a seat from now on.

        The table stays as it is; choices not locked yet wait for whoever comes back. Raises
        IllegalAnswer for a character that does not exist.
        """
        if controller != HUMAN and controller not in CHARACTERS:
            raise IllegalAnswer("no_such_bot", f"There is no bot named {controller}.")
        self._change_seat(seat, lambda old: replace(old, controller=controller))
        if controller != HUMAN and self._curtain.front == seat:
            self._curtain.close()

    def rename(self, seat: int, name: str) -> None:
        """Give a seat another name; empty means the co-operative's own."""
        self._change_seat(seat, lambda old: old.with_name(name))

    def recolour(self, seat: int, letter: str) -> None:
        """Give a seat the colour of another letter."""
        self._change_seat(seat, lambda old: replace(old, colour=letter))

    def _change_seat(self, seat: int, change: Callable[[Seat], Seat]) -> None:
        self.minds.forget()
        self._seats[seat] = change(self._seats[seat])
        self.recorder.save([seat_step(self._seats[seat])])

    def set_language(self, language: str) -> None:
        """Remember the language of the screens with the recording."""
        self.language = language
        self.recorder.save(notes={"language": language})

    def close(self) -> None:
        """Leave the match: one complete file stays behind."""
        self.recorder.close()
