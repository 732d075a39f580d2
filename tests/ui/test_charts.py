"""Chart lines run through their values, from left to right, 0 at the bottom and 100 at the top."""

from coopgame.ui.charts import course
from coopgame.ui.layout import Rect


def test_a_course_runs_through_its_values():
    assert [(10, 120), (60, 20), (110, 70)] == course(Rect(10, 20, 100, 100), [0, 100, 50])


def test_a_single_value_is_one_point():
    assert [(10, 95)] == course(Rect(10, 20, 100, 100), [25])
