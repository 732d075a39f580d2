"""The keyboard reaches every control, in reading order, and arrows go to the nearest one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgame.ui import focus
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Control, Frame


def frame_of(*controls: Control, on: str | None = None) -> Frame:
    return Frame("test", "seat", 1920, 1080, "en", "#111827", (), controls, on)


def at(id: str, x: float, y: float, **others: object) -> Control:
    return Control(id, (x, y, 100, 50), id, **others)  # type: ignore[arg-type]


GRID = frame_of(
    *(at(f"{row}{column}", 120 * column, 70 * row) for row in range(3) for column in range(3))
)


def test_controls_are_read_line_by_line():
    mixed_up = frame_of(at("c", 0, 100), at("b", 200, 4), at("a", 0, 0), at("d", 300, 90))
    assert ["a", "b", "c", "d"] == [control.id for control in focus.reading_order(mixed_up)]


def test_columns_are_read_one_after_the_other_when_they_say_so():
    columns = frame_of(
        at("left1", 0, 0, order=1),
        at("right1", 200, 0, order=2),
        at("left2", 0, 100, order=1),
        at("right2", 200, 100, order=2),
    )
    assert ["left1", "left2", "right1", "right2"] == [it.id for it in focus.reading_order(columns)]


def test_what_is_off_is_skipped():
    frame = frame_of(at("a", 0, 0, enabled=False), at("b", 200, 0))
    assert "b" == focus.first(frame)
    assert "b" == focus.following(frame, "b")


def test_tab_goes_round_in_both_directions():
    assert "01" == focus.following(GRID, "00")
    assert "00" == focus.following(GRID, "22")
    assert "22" == focus.preceding(GRID, "00")
    assert "00" == focus.following(GRID, None)
    assert "22" == focus.preceding(GRID, "gone")


def test_an_empty_frame_has_nowhere_to_go():
    empty = frame_of()
    assert focus.first(empty) is None
    assert focus.following(empty, None) is None
    assert focus.towards(empty, None, "down") is None


@pytest.mark.parametrize(
    ("direction", "target"), [("left", "10"), ("right", "12"), ("up", "01"), ("down", "21")]
)
def test_an_arrow_goes_to_the_neighbour(direction, target):
    assert target == focus.towards(GRID, "11", direction)


def test_an_arrow_stays_where_nothing_lies_ahead():
    assert "00" == focus.towards(GRID, "00", "left")


def test_an_arrow_prefers_what_faces_it_over_what_is_nearer_but_aside():
    frame = frame_of(at("start", 0, 0), at("aside", 130, 300), at("facing", 400, 10))
    assert "facing" == focus.towards(frame, "start", "right")


def test_an_arrow_without_focus_begins_at_the_first():
    assert "00" == focus.towards(GRID, None, "down")


def test_a_press_finds_the_control_on_top():
    frame = frame_of(at("below", 0, 0), at("above", 50, 0))
    assert "above" == getattr(focus.hit(frame, 60, 10), "id", None)
    assert "below" == getattr(focus.hit(frame, 40, 10), "id", None)
    assert focus.hit(frame, 500, 500) is None


PLACES = st.lists(
    st.tuples(
        st.integers(0, 1700), st.integers(0, 1000), st.integers(48, 300), st.integers(48, 90)
    ),
    min_size=1,
    max_size=14,
    unique=True,
)


@given(PLACES)
def test_a_crawl_with_tab_meets_every_control_once_and_returns(places):
    frame = frame_of(*(Control(str(number), place, "x") for number, place in enumerate(places)))
    met, here = [], focus.first(frame)
    for _ in places:
        met.append(here)
        here = focus.following(frame, here)
    assert {str(number) for number in range(len(places))} == set(met)
    assert met[0] == here


@given(PLACES, st.sampled_from(["left", "right", "up", "down"]))
def test_arrows_only_lead_to_controls_that_exist(places, direction):
    frame = frame_of(*(Control(str(number), place, "x") for number, place in enumerate(places)))
    target = focus.towards(frame, "0", direction)
    assert target is not None
    found = frame.control(target)
    assert found is not None
    if target != "0":
        here, there = Rect(*places[0]), Rect(*found.rect)
        assert {"left": there.cx < here.cx, "right": there.cx > here.cx}.get(direction, True)
