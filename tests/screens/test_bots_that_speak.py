"""Bots in a match at the screen: the group sees that they think, and reads why they chose."""

from dataclasses import replace

import pytest

from coopgame.bots.looking_ahead import PlainTrials
from coopgame.reading.library import load_scenario
from coopgame.screens.app import App
from coopgame.screens.app_model import Wish, new_match
from coopgame.screens.opening_pages import MenuPage
from coopgame.screens.play import At, PlayPage
from coopgame.screens.settings_file import Settings
from coopgame.sessions.seats import Seat
from coopgame.ui.gestures import Quit
from coopgame.ui.pilot import Pilot


class Rising(PlainTrials):
    """Futures in which each arm is worth a little more than the one before; counts them."""

    def __init__(self):
        self.asked = 0

    def play(self, table, book, seat, arms, futures):
        self.asked += 1
        return [len(futures) * (100 + place) for place in range(len(arms))]


@pytest.fixture
def trials():
    return Rising()


@pytest.fixture
def play(desk, trials):
    """Play a match with these seats up to the moment the bots answer."""
    desk.matches.mkdir(parents=True, exist_ok=True)

    def start(*controllers, language="nl"):
        app = App(replace(desk, trials=trials), (1024, 768))
        app.settings = Settings(language=language, reduced_motion=True)
        seats = tuple(Seat(number, name) for number, name in enumerate(controllers))
        match = new_match(app.desk, Wish(load_scenario("flemish_auctions"), seats, 4, language))
        app.push(MenuPage(app))
        app.push(PlayPage(app, match))
        lock_all(app)
        return app

    return start


def lock_all(app):
    page = app.page
    session = page.match.session
    page.show(At.TALK)
    while (seat := session.next_human()) is not None:
        session.open_curtain(seat)
        for question in session.questions(seat):
            session.choose(seat, question.id, question.default.id)
        page.go_on()
        page.chosen("lock")
    if not session.people:
        page.go_on()


def think_on(app):
    """Let the window turn until the bots are done."""
    while not isinstance(app.page, PlayPage):
        app.frame()
        app.tick()


def test_the_group_sees_which_bot_thinks_before_it_does(play, trials):
    app = play("human", "ahead_3", "careful", "ahead_2")
    assert Pilot(app).sees("Bot B denkt na (1 van 2)")
    app.tick()
    assert trials.asked == 0
    app.tick()
    assert trials.asked > 0
    assert Pilot(app).sees("Bot D denkt na (2 van 2)")
    think_on(app)
    assert app.page.at is At.REVEAL


def test_no_bot_thinks_before_the_window_has_shown_it(play, trials):
    app = play("human", "ahead_1")
    app.changed()
    app.tick()
    app.tick()
    assert trials.asked == 0


def test_a_match_of_bots_alone_shows_that_they_think_too(play):
    app = play("ahead_1", "ahead_1")
    assert Pilot(app).sees("Bot A denkt na (1 van 2)")
    think_on(app)
    assert app.page.at is At.REVEAL


def test_bots_that_answer_at_once_are_not_waited_for(play):
    assert play("human", "careful").page.at is At.REVEAL


@pytest.mark.parametrize("key", ["enter", "space", "f2", "ctrl+z", "pagedown"])
def test_a_key_while_they_think_changes_nothing(play, key):
    app = play("human", "ahead_1")
    page, before = app.page, app.pages[-2].match.session.table_hash()
    Pilot(app).press(key)
    assert app.page is page
    assert page.match.session.table_hash() == before


def test_the_pause_keeps_what_was_thought_and_the_bots_go_on_after_it(play, trials):
    app = play("human", "ahead_2", "ahead_2")
    app.frame()
    app.tick()
    app.tick()
    pilot = Pilot(app)
    pilot.press("escape")
    pilot.click("go_on")
    assert pilot.sees("Volgende: de bots kiezen")
    pilot.click("next")
    assert pilot.sees("Bot C denkt na (2 van 2)")
    think_on(app)
    assert app.page.at is At.REVEAL


def test_a_match_left_while_bots_think_is_at_the_menu_again(play):
    app = play("human", "ahead_2")
    pilot = Pilot(app)
    pilot.press("escape")
    pilot.click("leave")
    assert isinstance(app.page, MenuPage)


def test_a_window_that_is_closed_while_they_think_closes_at_once(play, trials):
    app = play("human", "ahead_3")
    app.frame()
    app.tick()
    app.handle_all([Quit()])
    assert not app.is_running
    assert trials.asked == 0


def test_the_reveal_asks_the_bots_why_and_comes_back(play):
    app = play("human", "careful", "competitive")
    pilot = Pilot(app)
    pilot.click("why")
    assert pilot.frame.name == "why"
    for choice in app.page.match.session.bot_choices:
        assert pilot.sees(app.look().words.get(choice.why))
    pilot.press("space")
    assert app.page.at is At.REVEAL


@pytest.mark.parametrize("key", ["space", "escape", "pagedown"])
def test_after_the_reasons_the_group_goes_on_with_the_same_key(play, key):
    app = play("human", "careful")
    pilot = Pilot(app)
    pilot.click("why")
    pilot.press(key)
    assert pilot.frame.name == "reveal"
    pilot.press("space")
    assert pilot.frame.name == "settle"


def test_without_bots_nobody_is_asked_why(play):
    assert play("human", "human").frame().control("why") is None


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_bot_that_looks_ahead_names_what_it_beat(play, language):
    app = play("human", "ahead_3", language=language)
    think_on(app)
    pilot = Pilot(app)
    pilot.click("why")
    choices = app.page.match.session.bot_choices
    answer = next(it for it in choices if it.why == "why.ahead_better")
    assert pilot.sees(app.look().words.percent(answer.said.percent))
    assert not pilot.sees("{")
    assert not pilot.sees("[[")


def test_replies_to_offers_have_a_page_of_their_own(play):
    app = play("human", "cooperative", "cooperative", "cooperative", "cooperative")
    session = app.page.match.session
    for _ in range(3):
        if any(".reply." in choice.question for choice in session.bot_choices):
            break
        session.go_on()
        lock_all(app)
    replied = [it for it in session.bot_choices if ".reply." in it.question]
    assert replied
    pilot = Pilot(app)
    pilot.press("w")
    pilot.press("space")
    words = app.look().words
    for choice in replied[:1]:
        said = words.get(f"reveal.why.{choice.option}", party=choice.asked.asked_by.code)
        assert pilot.sees(said)
    pilot.press("space")
    assert app.page.at is At.REVEAL
