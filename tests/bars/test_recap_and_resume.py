"""What a seat is told when its turn comes, and how soon a saved match is on the screen again."""

import random
import time

import pytest

from coopgame.reading.library import load_scenario
from coopgame.screens.play import At
from coopgame.screens.recap import recap_items
from coopgame.sessions.seats import HUMAN
from coopgame.ui.gestures import Resize
from coopgame.ui.pilot import Pilot
from tests.bars.test_curtain_bars import choose, playing

SECONDS, WORDS_A_SECOND = 20, 3
"""A class reads about three short words a second aloud; our own choice."""


@pytest.fixture(scope="module")
def loaded():
    return load_scenario("introduction")


def lines_of(app, page, seat):
    items = recap_items(app.look(), page.turn.model())
    return tuple((item.icon, item.title, item.text) for item in items)


def recaps_of_a_match(desk, loaded, seed):
    """Play two people and a bot at random; yield the page at the start of every turn."""
    app, page = playing(desk, loaded, (HUMAN, HUMAN, "careful"), seed=seed, curtain="off")
    pilot, chance = Pilot(app), random.Random(seed)
    while not page.match.session.has_ended:
        if page.at is At.SEAT:
            yield app, page
            choose(page.match.session, page.turn.seat, chance)
            app.changed()
            pilot.click("lock")
        else:
            pilot.press("space")


@pytest.mark.parametrize("seed", range(8))
def test_the_recap_is_read_within_twenty_seconds(desk, loaded, seed):
    lengths = []
    for app, page in recaps_of_a_match(desk, loaded, seed):
        told = lines_of(app, page, page.turn.seat)
        assert told, f"round {page.match.session.snapshot().round} tells nothing"
        lengths.append(sum(len(f"{title} {text}".split()) for _, title, text in told))
    assert len(lengths) > 4
    assert max(lengths) <= SECONDS * WORDS_A_SECOND


def test_the_recap_is_told_from_the_own_view_alone(desk, loaded):
    """Whatever another seat has locked meanwhile, and whatever it aims at, the recap is the same."""
    told = set()
    for number in range(12):
        app, page = playing(desk, loaded, (HUMAN, HUMAN, HUMAN), seed=11, curtain="off")
        session = page.match.session
        while session.snapshot().round == 1:
            for seat in range(3):
                choose(session, seat, random.Random(seat))
                session.lock(seat)
            session.go_on()
        chance = random.Random(number)
        for seat in (0, 2):
            choose(session, seat, chance)
            session.lock(seat)
        page._to_seat(1)
        told.add(lines_of(app, page, 1))
    assert len(told) == 1
    assert len(next(iter(told))) > 1


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_a_turn_is_played_without_reading_the_recap(desk, loaded, size):
    app, page = playing(desk, loaded, (HUMAN, HUMAN, "careful"), curtain="off")
    app.handle(Resize(*size))
    pilot = Pilot(app)
    while page.at is not At.SEAT:
        pilot.press("space")
    first = page.turn.seat
    choose(page.match.session, first, random.Random(1))
    app.changed()
    pilot.click("lock")
    assert page.match.session.has_locked(first)


def test_the_recap_opens_again_as_often_as_one_likes(desk, loaded):
    app, page = playing(desk, loaded, (HUMAN, HUMAN, "careful"), curtain="off")
    app.handle(Resize(1024, 768))
    pilot = Pilot(app)
    while page.at is not At.SEAT:
        pilot.press("space")
    title = recap_items(app.look(), page.turn.model())[0].title
    pilot.click("tab.answer")
    for press in (lambda: pilot.press("r"), lambda: pilot.click("recap")) * 3:
        assert not pilot.sees(title)
        press()
        assert pilot.sees(title)
        press()


def test_a_saved_match_is_on_the_screen_after_two_inputs_and_three_seconds(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("new")
    pilot.click("start")
    for _ in range(4):
        pilot.press("space")
        clock.now += 1000
    choose(app.page.match.session, app.page.turn.seat, random.Random(1))
    before = app.page.match.session.answers
    app.stop()

    began = time.perf_counter()
    again = new_app()
    pilot = Pilot(again)
    pilot.click("continue")
    assert again.page.at is At.CURTAIN
    clock.now += 1000
    pilot.press("space")
    assert again.frame().control("lock") is not None
    assert time.perf_counter() - began <= 3
    assert again.page.match.session.answers == before
