"""The sheet: sizes that hold at every height, grounds, controls and groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Box, Frame, Group, Text
from coopgame.ui.sheet import Sheet, arc, bend, widest
from coopgame.ui.text import CAP, FakeTypeface
from tests.ui.conftest import read_theme

DARK = read_theme("dark")


@given(st.integers(600, 2200))
def test_essential_and_support_text_hold_their_floor_at_every_height(height):
    sheet = Sheet(height * 16 // 9, height, "test", "board", DARK, FakeTypeface())
    assert CAP * sheet.size("essential") >= 0.03 * height
    assert CAP * sheet.size("support") >= 0.02 * height


@pytest.mark.parametrize(
    ("height", "essential", "support"), [(768, 36, 25), (1080, 50, 35), (2160, 100, 69)]
)
def test_sizes_are_those_of_the_drawings(new_sheet, height, essential, support):
    sheet = new_sheet(height=height)
    assert (essential, support) == (sheet.size("essential"), sheet.size("support"))


def test_only_seats_follow_the_text_scale(new_sheet):
    assert new_sheet(text_scale=200).size("support") == new_sheet().size("support")
    assert 57 == new_sheet("seat", text_scale=200).size("support")
    assert 29 == new_sheet("seat").size("support")


def test_a_room_that_is_too_deep_makes_board_text_larger_and_the_class_narrow(new_sheet):
    deep = new_sheet(room_factor=1.2)
    assert deep.size("essential") > new_sheet().size("essential")
    assert new_sheet().wide
    assert not deep.wide
    assert not new_sheet(width=1024, height=768).wide


def test_text_takes_the_ground_it_is_drawn_on(new_sheet):
    sheet = new_sheet()
    sheet.text(100, 100, "on the ground")
    sheet.box(300, 50, 500, 100, fill=DARK.panel)
    sheet.text(400, 100, "on the panel")
    with sheet.group("card"):
        sheet.disc(1000, 100, 80, fill=DARK.wheat)
        sheet.text(1000, 100, "in", anchor="middle", colour=DARK.ink)
    found = [node.ground for node in sheet.frame().nodes if isinstance(node, Text)]
    group = sheet.frame().nodes[-1]
    assert isinstance(group, Group)
    assert [DARK.bg, DARK.panel] == found
    inner = group.nodes[-1]
    assert isinstance(inner, Text)
    assert DARK.wheat == inner.ground


def test_anchors_and_axes_put_a_text_where_they_say(new_sheet):
    sheet = new_sheet()
    for anchor in ("left", "middle", "right"):
        sheet.text(500, 100, "abcd", size=50, weight=400, anchor=anchor)
    sheet.text(0, 100, "x", size=50, axis="baseline")
    sheet.text(0, 100, "x", size=50, axis="top")
    texts = [node for node in sheet.frame().nodes if isinstance(node, Text)]
    assert [500, 450, 400, 0, 0] == [text.x for text in texts]
    assert [116.5, 116.5, 116.5, 100, 133] == [text.baseline for text in texts]


def test_a_paragraph_gives_the_bottom_of_its_last_line(new_sheet):
    sheet = new_sheet()
    bottom = sheet.paragraph(100, 100, 250, "one two three", size=50, leading=1.2)
    lines = [node.text for node in sheet.frame().nodes if isinstance(node, Text)]
    assert ["one two", "three"] == lines
    assert 100 + 33 + 60 == bottom


def test_what_is_drawn_in_a_control_belongs_to_it(new_sheet):
    sheet = new_sheet(focus="go")
    with sheet.control("go", Rect(10, 10, 200, 60), "Ga ver\u00adder", key="enter"):
        sheet.box(10, 10, 200, 60, fill=DARK.wheat)
    frame = sheet.frame()
    control = frame.control("go")
    assert control is not None
    assert "Ga verder" == control.label
    assert (Box(10, 10, 200, 60, fill=DARK.wheat),) == control.nodes
    assert (Group("go", control.nodes),) == frame.nodes
    assert "go" == frame.focus


def test_focus_on_something_that_is_not_there_is_no_focus(new_sheet):
    assert new_sheet(focus="gone").frame().focus is None
    assert new_sheet().frame().control("gone") is None


def test_two_controls_may_not_share_an_id(new_sheet):
    sheet = new_sheet()
    with sheet.control("go", Rect(0, 0, 100, 100), "One"):
        pass
    with (
        pytest.raises(ValueError, match="two controls of test are called go"),
        sheet.control("go", Rect(0, 0, 1, 1), "Two"),
    ):
        pass


def test_equal_sheets_give_equal_frames(new_sheet):
    def drawn() -> Frame:
        sheet: Sheet = new_sheet()
        sheet.box(0, 0, 10, 10, fill=DARK.wheat)
        sheet.text(100, 100, "same")
        return sheet.frame()

    assert drawn() == drawn()
    assert hash(drawn()) == hash(drawn())


def test_shapes_without_size_are_not_drawn(new_sheet):
    sheet = new_sheet()
    sheet.box(0, 0, -5, 10, fill=DARK.wheat)
    sheet.disc(0, 0, 0, fill=DARK.wheat)
    assert () == sheet.frame().nodes


def test_curves_and_arcs_end_where_they_should():
    curve = bend((0, 0), (5, 0), (5, 10), (10, 10))
    assert ((0, 0), (10, 10)) == (curve[0], curve[-1])
    half = arc((0, 0), 10, 0, 180)
    assert pytest.approx((-10, 0), abs=1e-9) == half[-1]


def test_the_widest_text_sets_a_column(new_sheet):
    assert 80 == widest(new_sheet(), ["a", "abcd"], 40)
    assert 0 == widest(new_sheet(), [], 40)
