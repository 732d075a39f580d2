"""Undo after the published policy: four promises, tried by hand and at random."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coopgame.rules.errors import IllegalAnswer
from coopgame.sessions.seats import HUMAN
from coopgame.sessions.session import Session
from tests.sessions.small_match import choose_all, play_round, session, take_turn


def refused(match: Session, seat: int) -> str:
    before = (match.table_hash(), match.answers, match.recorder.recording)
    with pytest.raises(IllegalAnswer) as caught:
        match.undo(seat)
    assert (match.table_hash(), match.answers, match.recorder.recording) == before
    assert caught.value.reason == match.why_no_undo(seat)
    return caught.value.reason


def test_the_latest_choice_is_taken_back_first():
    match = session(people=2, bots=0)
    match.open_curtain(0)
    choose_all(match, 0)
    first, *_, last = [question.id for question in match.questions(0)]
    match.undo(0)
    assert match.choice(last) is None
    assert match.choice(first) is not None or first == last


def test_a_lock_is_taken_back_until_another_seat_acts():
    match = session(people=2, bots=0)
    match.open_curtain(0)
    choose_all(match, 0)
    choices = [match.choice(q.id) for q in match.questions(0)]
    before = match.table_hash()
    match.lock(0)
    match.undo(0)
    assert match.table_hash() == before
    assert [match.choice(q.id) for q in match.questions(0)] == choices
    assert match.active == 0
    match.lock(0)
    assert match.has_locked(0)


def test_a_lock_stands_once_the_next_seat_looked_behind_its_curtain():
    match = session(people=3, bots=0)
    take_turn(match, 0)
    match.open_curtain(1)
    assert refused(match, 0) == "undo.another_acted"
    match.close_curtain()
    assert refused(match, 0) == "undo.another_acted"


def test_a_lock_stands_once_another_seat_has_locked():
    match = session(people=3, bots=0)
    take_turn(match, 0)
    take_turn(match, 1)
    assert refused(match, 0) == "undo.another_acted"
    match.undo(1)
    assert not match.has_locked(1)


def test_a_resolved_round_is_never_taken_back():
    match = session(people=2, bots=1)
    play_round(match)
    assert refused(match, 1) == "undo.round_resolved"
    match.go_on()
    assert refused(match, 1) == "undo.nothing"


def test_nothing_can_be_taken_back_before_anything_was_chosen():
    match = session(people=2, bots=0)
    assert refused(match, 0) == "undo.nothing"


def test_a_seat_that_a_bot_plays_takes_nothing_back():
    match = session(people=2, bots=0)
    match.choose(0, "round1.A.move", "hold")
    match.hand_over(0, "careful")
    assert refused(match, 0) == "undo.bot_seat"


def test_taking_back_is_added_to_the_recording_and_deletes_nothing():
    match = session(people=2, bots=0)
    take_turn(match, 0)
    steps = match.recorder.recording.steps
    match.undo(0)
    assert match.recorder.recording.steps[: len(steps)] == steps
    assert match.recorder.recording.answers == match.answers == ()


class UndoPolicy(RuleBasedStateMachine):
    """People choose, lock, look, take back and swap at random; the promises always hold."""

    @initialize(people=st.integers(1, 4), bots=st.integers(0, 2), seed=st.integers(0, 99))
    def begin(self, people, bots, seed):
        bots = max(bots, 2 - people)
        self.match = session(people=people, bots=bots, seed=seed, rounds=2)
        self.seats: int = people + bots
        self.resolved = 0

    def seat(self, number: int) -> int:
        return number % self.seats

    @rule(number=st.integers(0, 5), nth=st.integers(0, 30), which=st.integers(0, 3))
    def choose(self, number, nth, which):
        seat = self.seat(number)
        questions = self.match.questions(seat)
        if self.match.phase == "choose" and questions and self.match.seats[seat].is_human:
            question = questions[which % len(questions)]
            options = [option for option in question.options if option.is_open]
            self.match.choose(seat, question.id, options[nth % len(options)].id)
            assert self.match.active == seat

    @rule(number=st.integers(0, 5), nth=st.integers(0, 30))
    def lock(self, number, nth):
        seat = self.seat(number)
        may = self.match.phase == "choose" and self.match.seats[seat].is_human
        if may and not self.match.has_locked(seat):
            choose_all(self.match, seat, nth)
            self.match.lock(seat)

    @rule(number=st.integers(0, 5))
    def look(self, number):
        self.match.open_curtain(self.seat(number))

    @rule()
    def walk_away(self):
        self.match.close_curtain()

    @rule(number=st.integers(0, 5), bot=st.sampled_from([HUMAN, "careful", "random"]))
    def swap(self, number, bot):
        before = (self.match.table_hash(), self.match.answers)
        self.match.hand_over(self.seat(number), bot)
        assert (self.match.table_hash(), self.match.answers) == before

    @precondition(lambda self: self.match.waits_for_bots)
    @rule()
    def bots(self):
        self.match.play_bots()

    @precondition(lambda self: self.match.phase == "look_back")
    @rule()
    def go_on(self):
        self.match.go_on()

    @rule(number=st.integers(0, 5))
    def undo(self, number):
        seat = self.seat(number)
        others = [s for s in range(self.seats) if s != seat]
        active, front = self.match.active, self.match._curtain.front
        answers, rounds = self.match.answers, self.match.round_hashes
        theirs = [(self.drafts(s), self.match.has_locked(s)) for s in others]
        was_locked = self.match.has_locked(seat)
        if self.match.why_no_undo(seat) is not None:
            refused(self.match, seat)
            return
        self.match.undo(seat)
        assert rounds == self.match.round_hashes
        assert theirs == [(self.drafts(s), self.match.has_locked(s)) for s in others]
        assert front in (None, seat)
        assert front == self.match._curtain.front
        if front is not None:
            assert active == self.match.active
        lost = answers[len(self.match.answers) :]
        assert answers[: len(self.match.answers)] == self.match.answers
        assert all(question.split(".")[1] == "ABCDEF"[seat] for question, _ in lost)
        assert bool(lost) == was_locked
        if not was_locked:
            assert front == seat or front is None

    def drafts(self, seat: int) -> list[str | None]:
        return [self.match.choice(question.id) for question in self.match.questions(seat)]

    @invariant()
    def what_was_seen_stays(self):
        if hasattr(self, "match"):
            assert len(self.match.round_hashes) >= self.resolved
            self.resolved = len(self.match.round_hashes)
            recording = self.match.recorder.recording
            assert recording.answers == self.match.answers
            assert recording.round_hashes == self.match.round_hashes
            assert recording.seats == self.match.seats


TestUndoPolicy = UndoPolicy.TestCase
TestUndoPolicy.settings = settings(
    max_examples=25, stateful_step_count=40, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


class UndoPolicyAtLength(UndoPolicy):
    """The same promises over many more sequences."""


TestUndoPolicyAtLength = pytest.mark.long(UndoPolicyAtLength.TestCase)
TestUndoPolicyAtLength.settings = settings(
    max_examples=1_000, stateful_step_count=50, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
