"""The curtain gives nothing away, closes when it must, and opens by exactly one action."""

import hashlib
import random

import pytest

from coopgame.screens.curtain import GUARD, Turn, curtain_frame
from coopgame.screens.play import At, PlayPage
from coopgame.ui.gestures import KeyPress, Press
from coopgame.ui.ledger import transcript
from coopgame.ui.nodes import Box
from coopgame.ui.pilot import Pilot


def playing(app, seats=3):
    """Start a match of people over the set-up, up to the curtain of the first seat."""
    pilot = Pilot(app)
    pilot.click("new")
    for number in range(seats):
        pilot.click(f"human.{number}")
    pilot.click("start")
    pilot.press("space", "space")
    assert app.page.at is At.CURTAIN
    return pilot


def opened(app, pilot, clock):
    clock.now += GUARD
    pilot.press("space")
    assert app.page.at is At.SEAT


def choose_something(app, chance):
    """Choose at random for every question of the seat in front."""
    session, seat = app.page.match.session, app.page.turn.seat
    for question in session.questions(seat):
        open_ones = [option for option in question.options if option.is_open]
        session.choose(seat, question.id, chance.choice(open_ones).id)
    app.changed()


def test_the_curtain_looks_the_same_over_five_hundred_hidden_states(new_app, clock):
    app = new_app()
    pilot = playing(app)
    opened(app, pilot, clock)
    chance, seen = random.Random(1), set()
    page = app.page
    for _ in range(500):
        choose_something(app, chance)
        page.match.session.close_curtain()
        page.at = At.SEAT
        app.changed()
        frame = app.frame()
        assert page.at is At.CURTAIN
        seen.add(hashlib.sha256(repr(frame).encode()).hexdigest())
        clock.now += GUARD
        pilot.press("space")
    assert len(seen) == 1


def test_the_curtain_is_drawn_from_six_public_values_only(new_app):
    app = new_app()
    turn = Turn("Bram", "B", "B", 3, 6)
    assert curtain_frame(app.look(), turn) == curtain_frame(app.look(), turn)
    assert Turn.__slots__ == ("name", "letter", "colour", "round", "rounds")


def test_the_curtain_covers_the_whole_frame_at_once(new_app):
    frame = curtain_frame(new_app().look(), Turn("Bram", "B", "B", 3, 6))
    whole = [node for node in frame.nodes if isinstance(node, Box) and node.h == frame.height]
    covered = sum(node.w for node in whole)
    assert covered >= frame.width


def test_the_curtain_uses_the_entered_name_and_no_role(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("new")
    pilot.click("name.0")
    pilot.type("Chiara")
    pilot.click("start")
    pilot.press("space", "space")
    words = transcript(app.frame())
    assert "Chiara" in words
    own = app.page.match.session.snapshot(0).cooperatives[0]
    text = " ".join(words).lower()
    assert own.mission is not None
    assert not any(app.look().words.get(f"seat.goal.{goal.goal}") in text for goal in own.mission)


@pytest.mark.parametrize("key", ["space", "enter", "pagedown"])
def test_one_key_opens_the_curtain(new_app, clock, key):
    app = new_app()
    pilot = playing(app)
    clock.now += GUARD
    pilot.press(key)
    assert app.page.at is At.SEAT


def test_one_click_opens_the_curtain(new_app, clock):
    app = new_app()
    pilot = playing(app)
    clock.now += GUARD
    pilot.click("open")
    assert app.page.at is At.SEAT


def test_a_thousand_double_taps_never_open_the_next_curtain(new_app, clock):
    app = new_app()
    playing(app)
    chance = random.Random(2)
    control = app.frame().control("open")
    x, y = control.rect[0] + 5, control.rect[1] + 5
    for _ in range(1000):
        app.page._close(app.page.turn.seat)
        clock.now += chance.randrange(GUARD)
        app.handle(chance.choice((Press(x, y), KeyPress("space"), KeyPress("enter"))))
        assert app.page.at is At.CURTAIN
        clock.now += GUARD


def test_other_keys_do_not_open_the_curtain(new_app, clock):
    app = new_app()
    pilot = playing(app)
    clock.now += GUARD
    for key in ("tab", "right", "x", "1", "r", "ctrl+z", "backspace"):
        pilot.press(key)
        assert app.page.at is At.CURTAIN


def test_a_continued_match_meets_the_curtain_first(new_app, clock):
    app = new_app()
    pilot = playing(app)
    opened(app, pilot, clock)
    pilot.press("2")
    app.stop()
    again = new_app()
    Pilot(again).click("continue")
    assert again.page.at is At.CURTAIN


def test_a_window_that_was_away_comes_back_behind_the_curtain(new_app, clock):
    app = new_app()
    pilot = playing(app)
    opened(app, pilot, clock)
    app.window_was_away()
    assert app.page.at is At.CURTAIN


def test_the_mission_is_covered_when_the_window_was_away(new_app, clock):
    app = new_app()
    pilot = playing(app)
    opened(app, pilot, clock)
    pilot.press("m")
    app.window_was_away()
    assert isinstance(app.page, PlayPage)
    assert app.page.at is At.CURTAIN


def test_the_curtain_comes_back_after_bots_played(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("new")
    pilot.click("start")
    pilot.press("space", "space")
    for _ in range(2):
        opened(app, pilot, clock)
        choose_something(app, random.Random(3))
        pilot.click("lock")
        if app.page.at is At.BOARD:
            pilot.press("space")
    while app.page.at.value != "news":
        pilot.press("space")
    pilot.press("space", "space")
    assert app.page.at.value == "curtain"


def test_taking_back_a_lock_goes_through_the_curtain(new_app, clock):
    app = new_app()
    pilot = playing(app)
    opened(app, pilot, clock)
    seat = app.page.turn.seat
    choose_something(app, random.Random(4))
    pilot.click("lock")
    assert app.page.at.value == "board"
    pilot.press("ctrl+z")
    assert app.page.at.value == "curtain"
    assert app.page.turn.seat == seat
    assert not app.page.match.session.has_locked(seat)
