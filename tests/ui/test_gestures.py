"""What a gesture means: keys, presses and typed characters find their control."""

from dataclasses import replace

import pytest

from coopgame.ui.gestures import (
    Adjusted,
    Chosen,
    Focused,
    Hover,
    Hovered,
    KeyPress,
    Placed,
    Press,
    Quit,
    Refused,
    Resize,
    Scroll,
    TextEntry,
    Typed,
    key_name,
    meaning,
)
from coopgame.ui.nodes import Control, Frame

CONTROLS = (
    Control("answer.1", (0, 0, 200, 60), "Join", key="1"),
    Control(
        "answer.2",
        (0, 80, 200, 60),
        "Own plant",
        key="2",
        enabled=False,
        why_off="needs capital 40",
    ),
    Control("next", (0, 160, 200, 60), "Next", key="enter pagedown"),
    Control("undo", (0, 240, 200, 60), "Undo", key="ctrl+z"),
    Control("help", (0, 320, 200, 60), "Help", key="f1 ?"),
    Control("name", (300, 0, 200, 60), "Name", kind="field", value="Ann"),
    Control("volume", (300, 80, 200, 60), "Volume", kind="slider", value="50 %"),
)


def screen(on: str | None = None) -> Frame:
    return Frame("test", "seat", 1920, 1080, "en", "#111827", (), CONTROLS, on)


def key(name: str, on: str | None = None, **held: object) -> object:
    return meaning(screen(on), KeyPress(name, **held))  # type: ignore[arg-type]


def test_a_press_chooses_the_control_under_it():
    assert Chosen("answer.1") == meaning(screen(), Press(10, 10))


def test_a_press_beside_everything_means_nothing():
    assert meaning(screen(), Press(900, 900)) is None


def test_a_press_on_what_is_off_is_refused_with_the_reason():
    assert Refused("answer.2", "needs capital 40") == meaning(screen(), Press(10, 90))


def test_a_digit_chooses_an_answer():
    assert Chosen("answer.1") == key("1")
    assert Refused("answer.2", "needs capital 40") == key("2")
    assert key("3") is None


def test_a_presenters_clicker_goes_on():
    assert Chosen("next") == key("pagedown")
    assert key("pageup") is None


def test_enter_chooses_what_has_focus_and_else_the_control_of_that_key():
    assert Chosen("answer.1") == key("enter", on="answer.1")
    assert Chosen("next") == key("enter")


def test_enter_on_a_choice_that_is_made_goes_on():
    chosen = replace(CONTROLS[0], kind="choice", value="on")
    pressed = KeyPress("enter")
    frame = replace(screen("answer.1"), controls=(chosen, *CONTROLS[1:]))
    assert Chosen("next") == meaning(frame, pressed)
    closed = replace(CONTROLS[2], enabled=False, why_off="no move yet")
    frame = replace(screen("answer.1"), controls=(chosen, CONTROLS[1], closed))
    assert Chosen("answer.1") == meaning(frame, pressed)
    not_yet = replace(chosen, value="off")
    frame = replace(screen("answer.1"), controls=(not_yet, *CONTROLS[1:]))
    assert Chosen("answer.1") == meaning(frame, pressed)


def test_space_chooses_what_has_focus():
    assert Chosen("undo") == key("space", on="undo")


def test_a_key_with_control_needs_control():
    assert Chosen("undo") == key("z", ctrl=True)
    assert key("z") is None


def test_a_character_finds_its_control_wherever_it_is_on_the_keyboard():
    assert Chosen("help") == key(",", shift=True, text="?")
    assert Chosen("help") == key("f1")


def test_tab_and_shift_tab_move_the_focus():
    assert Focused("name") == key("tab", on="answer.1")
    assert Focused("answer.1") == key("tab", on="name", shift=True)


def test_arrows_move_the_focus_to_the_neighbour():
    assert Focused("next") == key("down", on="answer.1")
    assert Focused("name") == key("right", on="answer.1")
    assert key("left", on="answer.1") is None


def test_a_field_takes_characters_before_shortcuts_do():
    assert key("1", on="name") is None
    assert Typed("name", "Ann1") == meaning(screen("name"), TextEntry("1"))
    assert key("space", on="name") is None
    assert Typed("name", "Annë") == meaning(screen("name"), TextEntry("ë"))


def test_backspace_takes_the_last_character():
    assert Typed("name", "An") == key("backspace", on="name")


def test_shortcuts_with_control_still_work_in_a_field():
    assert Chosen("undo") == key("z", on="name", ctrl=True)


def test_characters_outside_a_field_mean_nothing():
    assert meaning(screen("answer.1"), TextEntry("x")) is None


def test_a_press_on_a_field_gives_it_the_keyboard():
    assert Focused("name") == meaning(screen(), Press(310, 10))


def test_a_slider_moves_by_arrows_press_and_drag():
    assert Adjusted("volume", 1) == key("right", on="volume")
    assert Adjusted("volume", -1) == key("left", on="volume")
    assert Placed("volume", 0.5) == meaning(screen(), Press(400, 100))
    assert Placed("volume", 0.25) == meaning(screen(), Hover(350, 100, held=True))


def test_the_mouse_hovers_over_a_control_or_over_none():
    assert Hovered("undo") == meaning(screen(), Hover(10, 250))
    assert Hovered(None) == meaning(screen(), Hover(900, 900))


@pytest.mark.parametrize("gesture", [Scroll(1), Resize(800, 600), Quit()])
def test_gestures_for_the_whole_window_are_for_no_control(gesture):
    assert meaning(screen(), gesture) is None


def test_keys_are_named_with_what_is_held():
    assert "ctrl+z" == key_name(KeyPress("z", ctrl=True))
    assert "shift+tab" == key_name(KeyPress("tab", shift=True))
    assert "a" == key_name(KeyPress("a", shift=True))
