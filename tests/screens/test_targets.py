"""Whom a move can be aimed at: open ones first, and each can be reached by turning them over."""

import pytest

from coopgame.reading.library import load_scenario
from coopgame.screens.app_model import Wish, new_match
from coopgame.screens.play import At, PlayPage
from coopgame.sessions.seats import seats_for
from coopgame.ui.pilot import Pilot

SIZES = [(1024, 768), (1920, 1080)]


@pytest.fixture
def choosing(new_app):
    """Open the private screen of a seat, with contracts chosen."""

    def start(size, scenario, text_scale):
        app = new_app(size, text_scale=text_scale)
        wish = Wish(load_scenario(scenario), seats_for(6, bots=()), 6, "nl")
        page = PlayPage(app, new_match(app.desk, wish))
        app.push(page)
        page.show(At.TALK)
        page.go_on()
        page.match.session.open_curtain(page.turn.seat)
        page.show(At.SEAT)
        page.turn.tab = "move"
        page.chosen("move.contract")
        page.turn.tab = "target" if text_scale > 100 else ""
        app.changed()
        return app

    return start


def targets(pilot):
    return [id for id in pilot.ids() if id.startswith("target.")]


@pytest.mark.parametrize("text_scale", [100, 200])
@pytest.mark.parametrize("scenario", ["short_chain", "flemish_auctions", "coffee_cocoa"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_target_is_reached_by_turning_them_over(choosing, size, scenario, text_scale):
    app = choosing(size, scenario, text_scale)
    pilot, seen = Pilot(app), set()
    model = app.page.model(app.look())
    for _ in range(len(model.targets) + 1):
        seen |= set(targets(pilot))
        more = next((id for id in pilot.ids() if id.startswith("more_targets.")), None)
        if more is None:
            break
        pilot.click(more)
    assert seen == {f"target.{number}" for number in range(len(model.targets))}


@pytest.mark.parametrize("scenario", ["short_chain", "flemish_auctions"])
def test_the_chosen_target_is_in_sight_and_closed_ones_come_last(choosing, scenario):
    app = choosing((1024, 768), scenario, 100)
    frame = app.frame()
    assert any(frame.control(id).value == "on" for id in targets(Pilot(app)))
    model = app.page.model(app.look())
    closed = [not any(it.is_open for it in options) for options in model.targets]
    assert closed == sorted(closed)
