"""What can go wrong is told in one sentence with what to do, and play goes on."""

from dataclasses import replace

from coopgame.reading.library import ListedScenario, list_scenarios
from coopgame.screens.opening_pages import MenuPage
from coopgame.screens.play import At, PlayPage
from coopgame.screens.settings_file import Settings
from coopgame.ui.pilot import Pilot
from tests.screens.conftest import AppMaker


def broken(tmp_path) -> ListedScenario:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "broken.yaml").write_text("scenario: broken\nformat: 1\nlanguage: no\n", "utf-8")
    return next(it for it in list_scenarios((folder,)) if it.id == "broken")


def with_desk(new_app: AppMaker, **others):
    app = new_app()
    app.desk = replace(app.desk, **others)
    return app


def test_a_broken_scenario_is_listed_with_its_line_and_cannot_be_chosen(new_app, tmp_path):
    listed = broken(tmp_path)
    stories = (*new_app().desk.scenarios(), listed)
    app = with_desk(new_app, scenarios=lambda: stories)
    pilot = Pilot(app)
    pilot.click("new")
    for _ in range(len(stories)):
        if app.frame().control("story.broken") is None:
            pilot.click("more_stories")
    control = pilot.control("story.broken")
    assert not control.enabled
    assert "broken.yaml" in control.why_off
    pilot.click("start")
    assert isinstance(app.page, PlayPage)


def test_without_any_scenario_start_says_what_to_do(new_app):
    app = with_desk(new_app, scenarios=tuple)
    pilot = Pilot(app)
    pilot.click("new")
    pilot.click("start")
    assert pilot.sees(app.look().words.get("message.no_story.do"))
    pilot.press("enter", "escape")
    assert isinstance(app.page, MenuPage)


def test_a_damaged_match_is_named_in_the_menu_and_the_rest_works(new_app):
    app = new_app()
    (app.desk.matches / "2026-01-01-000000-x.coopgame").write_bytes(b"SQLite format 3\x00" * 90)
    again = new_app()
    pilot = Pilot(again)
    assert pilot.sees(again.look().words.get("message.damaged"))
    assert again.frame().control("continue") is None
    pilot.click("learn")
    assert isinstance(again.page, PlayPage)


def test_a_match_that_cannot_be_saved_says_so_and_is_played(new_app, clock):
    app = with_desk(new_app, matches=None)
    pilot = Pilot(app)
    pilot.click("learn")
    pilot.press("space", "space")
    banner = app.look().words.get("message.disk_full")
    assert [text for text in pilot.texts() if len(text) > 6 and text in banner]
    pilot.press("escape")
    assert pilot.sees(app.look().words.get("leave.memory"))


def test_a_setting_counts_at_once_and_is_kept(new_app):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("settings")
    pilot.click("theme.light")
    pilot.click("text.150")
    assert app.frame().ground == app.desk.themes["light"].bg
    assert app.desk.settings.read_text("utf-8").count("150") == 1
    assert app.settings == Settings("nl", 150, "light")


def test_escape_in_a_match_pauses_and_comes_back_to_the_same_frame(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("learn")
    pilot.press("space")
    before = app.frame()
    pilot.press("escape")
    assert app.frame() != before
    pilot.press("escape")
    assert app.frame() == before


def test_the_reveal_turns_row_by_row_and_one_press_shows_all(new_app, clock):
    app = new_app()
    pilot = Pilot(app)
    pilot.click("learn")
    session = app.page.match.session
    for seat in session.people:
        session.hand_over(seat, "careful")
    pilot.press("space", "space")
    assert app.page.at is At.REVEAL
    assert app.page.turned_rows() == 0
    clock.now += 130
    assert app.page.tick()
    assert app.page.turned_rows() == 1
    pilot.press("space")
    assert app.page.turned_rows() is None
    assert app.page.at.value == "reveal"
    pilot.press("space")
    assert app.page.at.value == "settle"


def test_reduced_motion_shows_every_row_at_once(new_app):
    app = new_app(reduced_motion=True)
    pilot = Pilot(app)
    pilot.click("learn")
    session = app.page.match.session
    for seat in session.people:
        session.hand_over(seat, "careful")
    pilot.press("space", "space")
    assert app.page.turned_rows() is None
