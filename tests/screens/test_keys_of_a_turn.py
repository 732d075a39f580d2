"""A turn by keyboard alone: what the key caps promise is what the keys do."""

from coopgame.screens.play import At
from tests.screens.test_hidden_choices import opened, playing


def test_a_turn_is_an_answer_a_move_and_enter(new_app, clock):
    app = new_app()
    pilot = playing(app)
    opened(app, pilot, clock)
    pilot.press("1")
    app.put_focus("move.dialogue")
    pilot.press("enter")
    assert app.frame().control("lock").enabled
    pilot.press("enter")
    assert app.page.at is At.BOARD
    assert app.page.match.session.snapshot().cooperatives[0].has_locked
