"""Taking back by mouse and by touch, and changing who plays at every moment of a round."""

import random

import pytest

from coopgame.rules.snapshot import EVERYTHING
from coopgame.screens.curtain import GUARD
from coopgame.screens.opening_pages import MenuPage
from coopgame.screens.play import At
from coopgame.sessions.recording import read_recording
from coopgame.ui.pilot import Pilot


def at_seat(app, clock, take, people=2):
    """Set a match up by presses alone, up to the private screen of its first seat."""
    take("new")
    for number in range(people):
        if app.frame().control(f"human.{number}").value != "on":
            take(f"human.{number}")
    take("start")
    take("next")
    take("next")
    open_curtain(app, clock, take)


def open_curtain(app, clock, take):
    assert app.page.at.value == "curtain"
    clock.now += GUARD
    take("open")
    assert app.page.at.value == "seat"


def choose_all(app, take):
    session, seat = app.page.match.session, app.page.turn.seat
    while session.missing(seat):
        question = session.missing(seat)[0]
        code = question.asked_by.code if question.asked_by else ""
        start = f"{question.about.value}.{code}"
        frame = app.frame()
        take(next(c.id for c in frame.controls if c.enabled and c.id.startswith(start)))


@pytest.mark.parametrize("way", ["click", "tap"])
def test_a_lock_is_taken_back_over_the_pause_without_a_key(new_app, clock, way):
    app = new_app()
    take = getattr(Pilot(app), way)
    at_seat(app, clock, take)
    session, seat = app.page.match.session, app.page.turn.seat
    choose_all(app, take)
    chosen = [session.choice(question.id) for question in session.questions(seat)]
    before = session.table_hash()
    take("lock")
    assert app.page.at is At.BOARD
    take("pause")
    take("undo")
    open_curtain(app, clock, take)
    assert app.page.turn.seat == seat
    assert session.table_hash() == before
    assert [session.choice(question.id) for question in session.questions(seat)] == chosen
    take("undo")
    assert session.missing(seat)


@pytest.mark.parametrize("way", ["click", "tap"])
def test_the_pause_offers_no_undo_once_the_next_seat_has_looked(new_app, clock, way):
    app = new_app()
    pilot = Pilot(app)
    take = getattr(pilot, way)
    at_seat(app, clock, take)
    choose_all(app, take)
    take("lock")
    take("next")
    open_curtain(app, clock, take)
    pilot.press("escape")
    assert app.frame().control("seats") is not None
    assert app.frame().control("undo") is None


def moments(app, clock):
    """Play a match of three people and give every moment of it, up to the closing review."""
    pilot, chance = Pilot(app), random.Random(5)
    at_seat(app, clock, pilot.click, people=3)
    while not isinstance(app.page, MenuPage):
        yield app.page
        clock.now += GUARD
        page = app.page
        if page.at is At.SEAT:
            session, seat = page.match.session, page.turn.seat
            for question in session.questions(seat):
                able = [option for option in question.options if option.is_open]
                session.choose(seat, question.id, chance.choice(able).id)
            app.changed()
            yield page
            pilot.click("lock")
        else:
            pilot.press("space")


def test_at_every_moment_a_seat_changes_hands_and_back_within_three_presses(new_app, clock):
    """The table never changes by it, the recording knows it, and what was locked stays locked."""
    app = new_app(reduced_motion=True)
    pilot, met = Pilot(app), set()
    for page in moments(app, clock):
        session = page.match.session
        met.add(page.at)
        table = (session.snapshot(EVERYTHING), session.table_hash(), session.answers)
        locks = [session.has_locked(seat) for seat in range(3)]
        here = page.turn.seat if page.turn is not None else 0
        other = (here + 1) % 3
        pilot.press("f2")
        pilot.click(f"bot.{other}")
        assert not session.seats[other].is_human
        pilot.click(f"human.{other}")
        assert session.seats[other].is_human
        pilot.press("escape")
        assert app.page is page
        assert (session.snapshot(EVERYTHING), session.table_hash(), session.answers) == table
        assert [session.has_locked(seat) for seat in range(3)] == locks
        assert session.recorder.recording.seats == session.seats
    path = page.match.session.recorder.path
    assert all(seat.is_human for seat in read_recording(path).seats)
    assert met >= {
        At.SEAT,
        At.CURTAIN,
        At.BOARD,
        At.NEWS,
        At.TALK,
        At.REVEAL,
        At.SETTLE,
        At.CLOSING,
    }


def test_a_seat_given_to_a_bot_in_every_moment_still_ends_the_match(new_app, clock):
    app = new_app(reduced_motion=True)
    pilot = Pilot(app)
    at_seat(app, clock, pilot.click, people=3)
    session = app.page.match.session
    for seat in range(3):
        pilot.press("f2")
        pilot.click(f"bot.{seat}")
        pilot.press("escape")
    presses = 0
    while not session.has_ended:
        pilot.press("space")
        presses += 1
        assert presses < 200
    assert not session.people
