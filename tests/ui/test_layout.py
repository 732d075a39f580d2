"""Splitting rectangles loses nothing, overlaps nothing and never gives a negative size."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgame.ui.layout import Rect

LENGTHS = st.floats(0, 4000, allow_nan=False)
RECTS = st.builds(Rect, LENGTHS, LENGTHS, LENGTHS, LENGTHS)
SHARES = st.lists(st.floats(0.1, 10), min_size=1, max_size=8)


def sound(whole: Rect, parts: tuple[Rect, ...]) -> None:
    for part in parts:
        assert part.w >= 0
        assert part.h >= 0
        assert whole.holds(part, slack=0.01)
    for one, other in combinations(parts, 2):
        across, down = one.overlap(other)
        assert min(across, down) <= 0.01


@given(RECTS, SHARES, st.floats(0, 50))
def test_rows_and_columns_stay_inside_and_do_not_overlap(whole, shares, gap):
    sound(whole, whole.rows_of(shares, gap))
    sound(whole, whole.columns_of(shares, gap))


@given(RECTS, st.integers(1, 6), st.integers(1, 6), st.floats(0, 50))
def test_a_grid_stays_inside_and_does_not_overlap(whole, columns, rows, gap):
    cells = whole.grid(columns, rows, gap=gap)
    assert columns * rows == len(cells)
    sound(whole, cells)


@given(RECTS, st.floats(0, 5000), st.floats(0, 50))
def test_a_strip_and_its_rest_stay_inside_and_do_not_overlap(whole, size, gap):
    for cut in (whole.take_top, whole.take_bottom, whole.take_left, whole.take_right):
        sound(whole, cut(size, gap))


@given(RECTS, st.floats(0, 5000))
def test_an_inset_never_turns_inside_out(whole, size):
    sound(whole, (whole.inset(size),))


@given(RECTS.filter(lambda rect: rect.w > 100), SHARES)
def test_columns_use_the_whole_width(whole, shares):
    parts = whole.columns_of(shares, 5)
    assert pytest.approx(whole.x) == parts[0].x
    assert pytest.approx(whole.right) == parts[-1].right


def test_shares_set_the_widths():
    parts = Rect(0, 0, 110, 10).columns_of([1, 3], gap=10)
    assert (Rect(0, 0, 25, 10), Rect(35, 0, 75, 10)) == parts


def test_a_grid_reads_from_left_to_right_and_down():
    cells = Rect(0, 0, 20, 20).grid(2, 2)
    assert [(0, 0), (10, 0), (0, 10), (10, 10)] == [(cell.x, cell.y) for cell in cells]


def test_no_shares_give_no_parts():
    assert () == Rect(0, 0, 10, 10).rows_of([])


def test_edges_and_middles_follow_from_the_sides():
    rect = Rect(10, 20, 30, 40).moved(1, 2)
    assert (11, 22, 30, 40) == rect.sides
    assert (41, 62, 26, 42) == (rect.right, rect.bottom, rect.cx, rect.cy)
    assert Rect(21, 37, 10, 10) == rect.middle(10, 10)


def test_a_point_on_the_left_edge_is_inside_and_on_the_right_edge_is_not():
    rect = Rect(0, 0, 10, 10)
    assert rect.contains(0, 0)
    assert not rect.contains(10, 5)
