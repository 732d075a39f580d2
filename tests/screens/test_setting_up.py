"""The set-up says what it is about: every name whole, every story, who each bot is."""

import pytest

from coopgame.bots.characters import CHARACTERS
from coopgame.screens.setup import STORIES_SHOWN
from coopgame.ui.bars import findings
from coopgame.ui.ledger import rows
from coopgame.ui.pilot import Pilot

SIZES = [(1024, 768), (1366, 768), (1920, 1080)]


@pytest.fixture
def set_up(new_app):
    def start(size=(1920, 1080), language="nl"):
        app = new_app(size, language=language)
        app.page.chosen("new")
        return app

    return start


def shortened(app):
    return [row.text for row in rows(app.frame()) if row.kind == "text" and row.text.endswith("…")]


def left_side(app):
    """Return the words below the stories, from top to bottom."""
    found = [row for row in rows(app.frame()) if row.kind == "text"]
    left = [row for row in found if row.rect.x < 0.3 * app.size[0]]
    return " ".join(row.text for row in sorted(left, key=lambda row: row.rect.y))


def all_stories(app):
    return [it.id for it in app.desk.scenarios()]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_name_of_every_story_is_whole_with_any_number_of_seats(set_up, size, language):
    app = set_up(size, language)
    for story in all_stories(app):
        app.page.chosen(f"story.{story}")
        for _ in range(5):
            assert not shortened(app), story
            if app.frame().control("add") is None:
                break
            app.page.chosen("add")
            app.put_focus("start")
        while (last := last_removable(app)) is not None:
            app.page.chosen(last)
            app.changed()


def last_removable(app):
    ids = [control.id for control in app.frame().controls]
    return next((id for id in ids if id.startswith("remove.")), None)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_character_has_its_whole_name_and_a_sentence(set_up, size, language):
    app = set_up(size, language)
    app.put_focus("bot.2")
    words = app.look().words
    for _ in CHARACTERS:
        app.page.chosen("bot.2")
        app.changed()
        assert not shortened(app)
        assert not findings(rows(app.frame()))
        button = app.frame().control("bot.2")
        name = next(it for it in CHARACTERS if words.get(f"bot.{it}") == button.label)
        assert words.get(f"bot.{name}.character") in left_side(app)


def test_the_introduction_is_the_first_story(set_up):
    app = set_up()
    assert next(id for id in Pilot(app).ids() if id.startswith("story.")) == "story.introduction"
    assert app.frame().control("story.introduction").value == "on"


def test_more_leads_through_all_stories_and_back(set_up):
    app = set_up()
    pilot, seen = Pilot(app), []
    count = len(all_stories(app))
    for first in range(0, count, STORIES_SHOWN):
        last = min(first + STORIES_SHOWN, count)
        words = f"Verhaal {first + 1} tot {last} van {count}"
        assert pilot.sees(words if last > first + 1 else f"Verhaal {last} van {count}")
        seen += [id for id in pilot.ids() if id.startswith("story.")]
        pilot.click("more_stories")
    assert sorted(seen) == sorted(f"story.{id}" for id in all_stories(app))
    assert pilot.sees(f"Verhaal 1 tot {STORIES_SHOWN}")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_chosen_story_out_of_sight_is_still_named(set_up, size):
    app = set_up(size)
    pilot = Pilot(app)
    pilot.click("more_stories")
    pilot.click("story.flemish_auctions")
    pilot.click("more_stories")
    assert pilot.frame.control("story.flemish_auctions") is None
    assert "De Vlaamse veilingen, 1992 tot 2023: 8 rondes" in left_side(app)
