"""Movement ends in time, and can be switched off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgame.ui.motion import DURATIONS, LONGEST_FADE, Motion, between, ease_out, moved, turned
from coopgame.ui.nodes import Disc


@given(st.floats(-10, 10), st.floats(0, 10))
def test_easing_never_goes_back(share, more):
    assert 0 <= ease_out(share) <= ease_out(share + more) <= 1


@pytest.mark.parametrize("name", list(DURATIONS))
def test_every_transition_begins_at_nothing_and_ends_in_time(name):
    motion = Motion()
    assert 0 == motion.progress(name, 0)
    assert 1 == motion.progress(name, DURATIONS[name])
    assert motion.is_over(name, DURATIONS[name])
    assert not motion.is_over(name, DURATIONS[name] * 0.9)


@pytest.mark.parametrize("name", list(DURATIONS))
def test_reduced_motion_only_fades_and_briefly(name):
    motion = Motion(reduced=True)
    assert motion.duration(name) <= LONGEST_FADE
    assert 0 == motion.shift(100, motion.progress(name, 10))


def test_no_motion_is_over_at_once():
    assert 1 == Motion(speed=0).progress("merger", 0)
    assert 0 == Motion(speed=0).shift(100, 0)


def test_double_speed_takes_half_the_time():
    assert 350 == Motion(speed=2).duration("merger")


def test_rows_turn_one_after_the_other_and_never_take_longer_than_the_whole():
    motion = Motion()
    assert 0 == motion.progress("reveal_row", 120, step=1, steps=4)
    assert motion.progress("reveal_row", 200, step=1, steps=4) > 0
    assert motion.is_over("reveal_row", 720 + 120, steps=12)


def test_a_tile_turns_over_half_way():
    assert (1, False) == turned(0)
    assert (0, True) == turned(0.5)
    assert (1, True) == turned(1)


def test_values_and_nodes_move():
    assert 15 == between(10, 20, 0.5)
    assert 40 == Motion().shift(100, 0.6)
    group = moved("card", [Disc(0, 0, 5)], 3, 4)
    assert (3, 4) == (group.dx, group.dy)
