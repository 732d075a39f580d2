"""A person plays the introduction to its end by keyboard alone, by mouse alone, by touch alone."""

import pytest

from coopgame.screens.curtain import GUARD
from coopgame.screens.opening_pages import MenuPage
from coopgame.screens.play import At, PlayPage
from coopgame.ui.pilot import Pilot

MOST_STEPS = 400


class Hand:
    """One way of handling the program; it never uses another."""

    def __init__(self, pilot):
        self.pilot = pilot

    def take(self, id):
        raise NotImplementedError


class Mouse(Hand):
    def take(self, id):
        self.pilot.click(id)


class Touch(Hand):
    def take(self, id):
        self.pilot.tap(id)


class Keyboard(Hand):
    """Reaches a control with Tab and arrows only, then presses it."""

    def take(self, id):
        frame = self.pilot.frame
        seen = set()
        for key in ("tab", "down", "right", "up", "left") * 12:
            if self.pilot.frame.focus == id:
                break
            for _ in range(15):
                if self.pilot.frame.focus == id:
                    break
                before = self.pilot.frame.focus
                self.pilot.press(key)
                if self.pilot.frame.focus == before or (before, key) in seen:
                    break
                seen.add((before, key))
        assert self.pilot.frame.focus == id, f"{id} from {frame.focus} on {frame.name}"
        self.pilot.press("enter")


def wanted_control(app):
    """Return what a person presses next: the first thing that is missing, else what goes on."""
    frame = app.frame()
    able = [control.id for control in frame.controls if control.enabled]
    if app.page.at is not At.SEAT:
        return next(id for id in able if id in {"next", "open"})
    missing = app.page.match.session.missing(app.page.turn.seat)
    if not missing:
        return "lock"
    question = missing[0]
    start = question.about.value + "." + (question.asked_by.code if question.asked_by else "")
    return next(id for id in able if id.startswith(start))


def play_on(app, hand, clock):
    steps = 0
    while not isinstance(app.page, MenuPage):
        clock.now += GUARD
        hand.take(wanted_control(app))
        steps += 1
        assert steps < MOST_STEPS
    return steps


@pytest.mark.parametrize("way", [Mouse, Touch, Keyboard], ids=lambda way: way.__name__)
def test_a_whole_introduction_is_played_one_way_only(new_app, clock, way):
    app = new_app()
    hand = way(Pilot(app))
    hand.take("learn")
    match = app.page.match
    play_on(app, hand, clock)
    assert match.session.has_ended
    assert len(match.session.round_hashes) == 4


def test_digits_space_and_enter_play_a_turn(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("learn")
    pilot.press("space", "space")
    pilot.press("1", "enter", "enter")
    session, seat = app.page.match.session, app.page.turn.seat
    assert not session.missing(seat)
    pilot.press("tab", "tab", "tab", "tab", "pagedown")
    assert app.page.at is At.REVEAL


def test_the_first_choice_is_a_few_presses_from_the_start(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("learn")
    pilot.press("space", "space", "1")
    session = app.page.match.session
    assert session.choice(session.questions(app.page.turn.seat)[0].id) is not None


def test_a_match_that_was_left_goes_on_by_one_press(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("learn")
    path = app.page.match.session.recorder.path
    pilot.press("escape")
    pilot.click("leave")
    assert isinstance(app.page, MenuPage)
    pilot.press("enter")
    again = app.page
    assert isinstance(again, PlayPage)
    assert again.match.session.recorder.path == path
