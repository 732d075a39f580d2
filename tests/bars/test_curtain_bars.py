"""The curtain at the screen: the same over any hidden state, off when there is nothing to hide."""

import hashlib
import random
from dataclasses import replace

import pytest

from coopgame.reading.library import load_scenario
from coopgame.rules.snapshot import EVERYTHING
from coopgame.screens.app import App
from coopgame.screens.app_model import Wish, new_match
from coopgame.screens.opening_pages import MenuPage
from coopgame.screens.play import At, PlayPage
from coopgame.screens.settings_file import STANDARD
from coopgame.sessions.curtain import CurtainSetting
from coopgame.sessions.seats import HUMAN, Seat
from coopgame.ui.pilot import Pilot


@pytest.fixture(scope="module")
def loaded():
    return load_scenario("introduction")


def playing(desk, loaded, controllers, *, seed=7, curtain="auto"):
    """Return a program at the news of a match with these controllers, kept in memory."""
    app = App(replace(desk, matches=None), (1920, 1080))
    app.settings = replace(STANDARD, reduced_motion=True)
    app.push(MenuPage(app))
    seats = tuple(Seat(number, who, f"Name {number}") for number, who in enumerate(controllers))
    wish = Wish(loaded, seats, loaded.scenario.offered_rounds, "nl", curtain, seed)
    page = PlayPage(app, new_match(app.desk, wish))
    app.push(page)
    return app, page


def choose(session, seat, chance):
    for question in session.questions(seat):
        able = [option for option in question.options if option.is_open]
        session.choose(seat, question.id, chance.choice(able).id)


def hash_of(*things):
    return hashlib.sha256(repr(things).encode()).hexdigest()


@pytest.mark.parametrize("count", [40, pytest.param(500, marks=pytest.mark.long)])
def test_one_curtain_over_matches_with_other_secrets(desk, loaded, count):
    """Other seeds, missions, drafts and choices that others locked; one seat, round and language."""
    curtains, secrets = set(), set()
    for number in range(count):
        chance = random.Random(number)
        app, page = playing(desk, loaded, (HUMAN, HUMAN, HUMAN), seed=number)
        session = page.match.session
        for seat in range(1 + chance.randrange(2), 3):
            choose(session, seat, chance)
            session.lock(seat)
        choose(session, 0, chance)
        session.close_curtain()
        page._to_seat(0)
        app.changed()
        assert page.at is At.CURTAIN
        drafts = [session.choice(question.id) for question in session.questions(0)]
        curtains.add(hash_of(app.frame()))
        secrets.add(hash_of(session.snapshot(EVERYTHING), drafts, session.answers))
    assert len(secrets) == count
    assert len(curtains) == 1


@pytest.mark.parametrize(
    ("people", "setting", "is_covered"),
    [(1, "auto", False), (2, "auto", True), (3, "auto", True),
     (1, "on", True), (2, "on", True), (1, "off", False), (2, "off", False)],
)  # fmt: skip
def test_the_first_turn_is_covered_when_there_is_somebody_to_hide_from(
    desk, loaded, people, setting, is_covered
):
    controllers = (*[HUMAN] * people, *["careful"] * (3 - people))
    app, page = playing(desk, loaded, controllers, curtain=setting)
    Pilot(app).press("space", "space")
    assert page.at is (At.CURTAIN if is_covered else At.SEAT)


def test_somebody_alone_never_meets_the_curtain_in_a_whole_match(desk, loaded):
    app, page = playing(desk, loaded, (HUMAN, "careful", "random"))
    pilot, chance, seen = Pilot(app), random.Random(3), set()
    while not page.match.session.has_ended:
        seen.add(page.at)
        if page.at is At.SEAT:
            choose(page.match.session, 0, chance)
            app.changed()
            pilot.click("lock")
        else:
            pilot.press("space")
    assert At.SEAT in seen
    assert At.CURTAIN not in seen


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_each_way_to_hide_choices_is_explained_where_it_is_chosen(desk, language):
    app = App(desk, (1024, 768))
    app.settings = replace(STANDARD, language=language)
    app.push(MenuPage(app))
    pilot = Pilot(app)
    pilot.click("settings")
    for setting in CurtainSetting:
        pilot.click(f"curtain.{setting}")
        told = " ".join(pilot.texts()).split()
        assert set(app.look().words.get(f"settings.curtain.{setting}.help").split()) <= set(told)
