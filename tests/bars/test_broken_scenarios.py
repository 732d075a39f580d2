"""A scenario with mistakes stays in the list, and the list says where every one of them is."""

from dataclasses import replace

import pytest

from coopgame.reading.library import list_scenarios
from coopgame.screens.app import App
from coopgame.screens.opening_pages import MenuPage
from coopgame.screens.settings_file import STANDARD
from coopgame.ui.ledger import findings, rows
from coopgame.ui.pilot import Pilot

SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]
MISTAKES = "scenario: dark\nformat: 1\nlanguage: no\nseats: {fewest: 012, most: 6}\nicon: 1e3\n"


@pytest.fixture
def set_up(desk, tmp_path):
    """The set-up with one broken scenario, which stands first."""

    def make(size, language, text=MISTAKES):
        folder = tmp_path / "stories"
        folder.mkdir(exist_ok=True)
        (folder / "dark.yaml").write_text(text, "utf-8")
        broken = [it for it in list_scenarios((folder,)) if it.id == "dark"]
        stories = (*broken, *desk.scenarios())
        app = App(replace(desk, scenarios=lambda: stories), size)
        app.settings = replace(STANDARD, language=language)
        app.push(MenuPage(app))
        pilot = Pilot(app)
        pilot.click("new")
        return pilot

    return make


@pytest.mark.parametrize("language", ["nl", "fr", "en", "xx"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_mistake_is_named_with_its_line(set_up, size, language):
    pilot = set_up(size, language)
    reason = pilot.control("story.dark").why_off
    assert "dark.yaml" in reason
    assert "3, 4, 5" in reason
    assert [str(it) for it in findings(rows(pilot.frame))] == []
    if language != "xx":
        assert "3, 4, 5" in " ".join(row.text for row in rows(pilot.frame) if row.kind == "text")


def test_one_mistake_is_not_called_mistakes(set_up):
    reason = set_up((1920, 1080), "en", "scenario: [\n").control("story.dark").why_off
    assert reason.startswith("Mistake in dark.yaml, line ")
