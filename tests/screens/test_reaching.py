"""Focus, help and the seats: everything is near, and nobody loses their place."""

from collections import deque

import pytest

from coopgame.screens.help import PARTS, help_pages
from coopgame.screens.help_page import HelpPage
from coopgame.screens.play import At
from coopgame.ui.focus import reading_order
from coopgame.ui.pilot import Pilot

KEYS = ("tab", "shift+tab", "left", "right", "up", "down")


def menu(app, pilot, clock):
    return app


def setup(app, pilot, clock):
    pilot.click("new")
    return app


def settings(app, pilot, clock):
    pilot.click("settings")
    return app


def seat(app, pilot, clock):
    pilot.click("learn")
    pilot.press("space", "space")
    assert app.page.at is At.SEAT
    return app


def contract(app, pilot, clock):
    seat(app, pilot, clock)
    pilot.click("move.contract")
    return app


def mission(app, pilot, clock):
    seat(app, pilot, clock)
    pilot.press("m")
    return app


def pause(app, pilot, clock):
    seat(app, pilot, clock)
    pilot.press("escape")
    return app


def seats(app, pilot, clock):
    pause(app, pilot, clock)
    pilot.click("seats")
    return app


PLACES = [menu, setup, settings, seat, contract, mission, pause, seats]


def presses_to(app, most=12):
    """Return for every control how few presses of Tab and arrows reach it from where one is."""
    start = app.frame().focus
    found, waiting = {start: 0}, deque([start])
    pilot = Pilot(app)
    while waiting:
        here = waiting.popleft()
        if found[here] == most:
            continue
        for key in KEYS:
            app.put_focus(here)
            pilot.press(key)
            there = app.frame().focus
            if there not in found:
                found[there] = found[here] + 1
                waiting.append(there)
    return found


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_every_control_is_within_twelve_presses(new_app, clock, place):
    app = new_app()
    place(app, Pilot(app), clock)
    assert app.frame().focus is not None
    found = presses_to(app)
    assert {control.id for control in reading_order(app.frame())} <= set(found)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_help_opens_anywhere_and_goes_back_to_the_same_frame(new_app, clock, place):
    app = new_app()
    pilot = Pilot(app)
    place(app, pilot, clock)
    pilot.press("tab")
    before = app.frame()
    pilot.press("f1")
    assert isinstance(app.page, HelpPage)
    pilot.press("f1")
    pilot.click("part.glossary")
    pilot.press("pagedown", "escape")
    assert app.frame() == before


def test_help_opens_at_what_the_keyboard_is_on(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    contract(app, pilot, clock)
    pilot.press("f1")
    words = app.look().words
    assert pilot.sees(words.get("glossary.contract.term"))


def test_every_term_of_the_glossary_can_be_read(new_app):
    app = new_app()
    shown = [
        term.key
        for page in help_pages(app.look(), "glossary")
        for column in page
        for term in column
    ]
    assert shown == [key for key, _ in PARTS["glossary"]]


def test_the_focus_is_always_visible(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    seat(app, pilot, clock)
    without = app.frame()
    pilot.press("tab")
    assert app.frame().focus is not None
    assert app.frame() != without


def inputs(pilot, *acts):
    for act in acts:
        act()
    return len(acts)


def test_a_seat_changes_hands_in_three_inputs(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    seat(app, pilot, clock)
    session = app.page.match.session
    before = session.table_hash()
    count = inputs(
        pilot, lambda: pilot.press("escape"), lambda: pilot.click("seats"),
        lambda: pilot.click("bot.0"),
    )  # fmt: skip
    assert count <= 3
    assert not session.seats[0].is_human
    assert session.table_hash() == before


def test_a_seat_changes_hands_by_two_keys(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    seat(app, pilot, clock)
    session = app.page.match.session
    pilot.press("f2", "enter")
    assert not session.seats[0].is_human
    pilot.press("escape")
    assert app.page.at is At.BOARD
    pilot.press("f2", "enter")
    assert session.seats[0].is_human


def test_a_seat_is_renamed_in_three_inputs_and_its_letters(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    seat(app, pilot, clock)
    session = app.page.match.session
    before = session.table_hash()
    inputs(
        pilot, lambda: pilot.press("escape"), lambda: pilot.click("seats"),
        lambda: pilot.click("name.0"),
    )  # fmt: skip
    pilot.type("Dora")
    assert session.seats[0].name == "Dora"
    assert session.table_hash() == before


def test_a_seat_given_to_a_bot_hides_its_private_screen(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    seat(app, pilot, clock)
    pilot.press("escape")
    pilot.click("seats")
    pilot.click("bot.0")
    pilot.press("escape", "escape")
    assert app.page.at is At.BOARD


def test_language_switches_at_once_and_back(new_app):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("settings")
    pilot.click("language.fr")
    assert pilot.sees("Réglages")
    pilot.click("language.nl")
    assert pilot.sees("Instellingen")


def test_the_clock_of_the_talk_runs_pauses_and_closes_nothing(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("learn")
    pilot.press("space", "t")
    clock.now += 61_000
    assert app.page.tick()
    app.changed()
    assert pilot.sees("1:59")
    pilot.press("t")
    clock.now += 500_000
    app.tick()
    assert pilot.sees("1:59")
    pilot.press("t")
    clock.now += 500_000
    app.tick()
    assert pilot.sees("0:00")
    assert app.page.at is At.TALK
