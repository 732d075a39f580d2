"""The pilot drives a screen by ids and keys, and refuses what a person could not do."""

import pytest

from coopgame.ui.gestures import Chosen, Focused, Gesture, Typed, meaning
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame
from coopgame.ui.pilot import NotOnScreen, Pilot
from coopgame.ui.sheet import Sheet
from coopgame.ui.text import FakeTypeface
from tests.ui.conftest import read_theme

DARK = read_theme("dark")


class SmallScreen:
    """Two buttons and a field."""

    def __init__(self) -> None:
        self.chosen: list[str] = []
        self.focus: str | None = None
        self.name = ""
        self.curtain = False

    def frame(self) -> Frame:
        sheet = Sheet(1920, 1080, "small", "seat", DARK, FakeTypeface(), focus=self.focus)
        for number, label in enumerate(("Join", "Hold")):
            with sheet.control(
                label.lower(), Rect(100, 100 * number, 300, 80), label, key=str(number + 1)
            ):
                sheet.text(120, 100 * number + 40, label)
        with sheet.control(
            "off", Rect(100, 300, 300, 80), "Merge", enabled=False, why_off="one partner"
        ):
            sheet.text(120, 340, "Merge")
        with sheet.control("name", Rect(100, 400, 300, 80), "Name", kind="field", value=self.name):
            sheet.text(120, 440, self.name or "Type a name")
        if self.curtain:
            with sheet.control("curtain", sheet.whole, "Show"):
                pass
        return sheet.frame()

    def handle(self, gesture: Gesture, /) -> None:
        match meaning(self.frame(), gesture):
            case Chosen(id):
                self.chosen.append(id)
            case Focused(id):
                self.focus = id
            case Typed("name", value):
                self.name = value
            case _:
                pass


@pytest.fixture
def screen() -> SmallScreen:
    return SmallScreen()


@pytest.fixture
def pilot(screen) -> Pilot:
    return Pilot(screen)


def test_a_click_and_a_tap_choose_a_control(pilot, screen):
    pilot.click("join")
    pilot.tap("hold")
    assert ["join", "hold"] == screen.chosen


def test_keys_choose_and_walk(pilot, screen):
    pilot.press("2", "tab", "enter")
    assert ["hold", "join"] == screen.chosen


def test_typing_fills_a_field(pilot, screen):
    pilot.click("name")
    pilot.type("Zoë 2")
    pilot.press("backspace")
    assert "Zoë " == screen.name
    assert [] == screen.chosen


def test_walking_counts_the_presses(pilot):
    assert 2 == pilot.go_to("hold")


def test_the_pilot_reads_the_screen(pilot):
    assert ("join", "hold", "name") == pilot.ids()
    assert ("Join", "Hold", "Merge", "Type a name") == pilot.texts()
    assert pilot.sees("Type a")
    assert not pilot.sees("Leave")


def test_a_control_that_is_not_there_names_those_that_are(pilot):
    with pytest.raises(NotOnScreen, match="there are: join, hold, off, name"):
        pilot.click("leave")


def test_a_control_that_is_off_says_why(pilot):
    with pytest.raises(NotOnScreen, match="off is off: one partner"):
        pilot.click("off")


def test_a_covered_control_cannot_be_clicked(pilot, screen):
    screen.curtain = True
    with pytest.raises(NotOnScreen, match="join is covered by curtain"):
        pilot.click("join")


def test_a_control_that_tab_cannot_reach_is_reported(pilot):
    with pytest.raises(NotOnScreen, match="not reached by 5"):
        pilot.go_to("off", most=5)
