"""Fifty thousand random sequences at one screen: undo never takes back what it must not."""

import random

import pytest

from coopgame.sessions.seats import HUMAN
from coopgame.sessions.session import Session
from tests.sessions.small_match import choose_all, session

STEPS = 8
SEQUENCES = 4
"""One match takes this many sequences after each other; each begins where the last one ended."""


class Watch:
    """One match at one screen, and what was to be seen of it so far."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        people = self.chance.randint(1, 4)
        bots = max(self.chance.randint(0, 1), 2 - people)
        self.match = session(people=people, bots=bots, seed=seed % 97, rounds=3)
        self.seats = range(people + bots)
        self.front = None
        self.looked_since_lock = set()
        self.last_to_lock = None
        self.undone = 0

    def drafts(self, seat):
        return [self.match.choice(question.id) for question in self.match.questions(seat)]

    def state(self, seat):
        return (self.drafts(seat), self.match.has_locked(seat))

    def step(self):
        seat = self.chance.choice(self.seats)
        weights = {"undo": 5, "choose": 4, "lock": 3, "look": 2, "leave": 1, "swap": 1, "on": 2}
        act = self.chance.choices(list(weights), list(weights.values()))[0]
        getattr(self, act)(seat)

    def may_choose(self, seat):
        match = self.match
        return match.phase == "choose" and match.seats[seat].is_human and not match.has_locked(seat)

    def comes_to_front(self, seat):
        self.front = seat
        if seat != self.last_to_lock:
            self.looked_since_lock.add(seat)

    def choose(self, seat):
        if self.may_choose(seat):
            question = self.chance.choice(self.match.questions(seat))
            able = [option for option in question.options if option.is_open]
            self.match.choose(seat, question.id, self.chance.choice(able).id)
            self.comes_to_front(seat)

    def lock(self, seat):
        if self.may_choose(seat):
            choose_all(self.match, seat, self.chance.randrange(9))
            self.match.lock(seat)
            self.front, self.last_to_lock, self.looked_since_lock = seat, seat, set()
            self.round_may_have_ended()

    def look(self, seat):
        self.match.open_curtain(seat)
        self.comes_to_front(seat)

    def leave(self, seat):
        self.match.close_curtain()
        self.front = None

    def swap(self, seat):
        self.match.hand_over(seat, self.chance.choice([HUMAN, "careful"]))
        if self.front == seat and not self.match.seats[seat].is_human:
            self.front = None

    def on(self, seat):
        if self.match.waits_for_bots:
            self.match.play_bots()
            self.round_may_have_ended()
        elif self.match.phase == "look_back":
            self.match.go_on()

    def round_may_have_ended(self):
        if self.match.phase != "choose":
            self.last_to_lock, self.looked_since_lock = None, set()
            self.front = self.match._curtain.front

    def undo(self, seat):
        match = self.match
        others = {other: self.state(other) for other in self.seats if other != seat}
        was_locked, answers, hashes = match.has_locked(seat), match.answers, match.round_hashes
        active = match.active
        if match.why_no_undo(seat) is not None:
            return
        match.undo(seat)
        self.undone += 1
        # Never another's action.
        assert others == {other: self.state(other) for other in others}
        assert all(q.split(".")[1] == "ABCDEF"[seat] for q, _ in answers[len(match.answers) :])
        # Never behind chance that everybody saw.
        assert hashes == match.round_hashes
        assert match.phase == "choose"
        # Never behind something hidden that was shown to another seat meanwhile.
        assert self.front in {None, seat}
        if was_locked:
            assert self.last_to_lock == seat
            assert not self.looked_since_lock
            self.last_to_lock = None
        # Never changes who is in front of the screen.
        assert match._curtain.front == self.front
        if self.front is not None:
            assert match.active == active == seat


def watch(seeds):
    """Watch four sequences for each seed; return how often something was taken back."""
    undone = 0
    for seed in seeds:
        one = Watch(seed)
        for _ in range(STEPS * SEQUENCES):
            one.step()
        undone += one.undone
    return undone


def test_random_sequences_keep_the_promises_of_undo():
    assert watch(range(100)) > 100


@pytest.mark.long
@pytest.mark.parametrize("part", range(25))
def test_fifty_thousand_random_sequences_keep_the_promises_of_undo(part):
    assert watch(range(part * 500, (part + 1) * 500)) > 500


@pytest.mark.parametrize("promise", ["front", "other lock", "round"])
def test_the_watch_notices_a_broken_promise(monkeypatch, promise):
    sound = Session.why_no_undo

    def careless(self, seat):
        reason = sound(self, seat)
        if promise == "front" and reason == "undo.another_acted" and self._drafts[seat]:
            return None
        if promise == "other lock" and reason == "undo.another_acted" and self._last_lock:
            return None
        if promise == "round" and reason == "undo.round_resolved" and self._last_lock:
            return None
        return reason

    if promise == "round":
        monkeypatch.setattr(Session, "_after_answers", forgetful(Session._after_answers))
    monkeypatch.setattr(Session, "why_no_undo", careless)
    with pytest.raises(AssertionError):
        watch(range(100))


def forgetful(after_answers):
    """Keep the last lock when a round was resolved."""

    def kept(self, answers):
        lock = self._last_lock
        after_answers(self, answers)
        self._last_lock = lock

    return kept
