from hypothesis import given
from hypothesis import strategies as st

from coopgame.rules import codes as c
from coopgame.rules.changes import LAST_PART
from coopgame.rules.drift import add_event, drift, start_at_support
from coopgame.rules.journal import AFTER, BEFORE, new_log
from coopgame.rules.table import Table

PARTS = st.lists(st.integers(-4000, 8000), min_size=c.PARTS, max_size=c.PARTS)


def moved(log):
    return sum(row[AFTER] - row[BEFORE] for row in log[1 : log[0][0] + 1])


@given(PARTS, PARTS, st.integers(1, 100))
def test_the_reasons_of_a_drift_add_up_to_the_change(before, support, pull):
    table, log = Table(), new_log(50)
    table.parts[0][c.V_TRUST] = list(before)
    table.support[0] = list(support)
    start = (sum(before) + 50) // 100
    end = (drift(table, log, 0, c.V_TRUST, c.Q_TRUST, pull) + 50) // 100
    assert moved(log) == end - start


@given(PARTS, PARTS, st.integers(-30, 30))
def test_a_drifting_meter_stays_between_0_and_100(before, support, event):
    table, log = Table(), new_log(50)
    table.parts[0][c.V_TRUST] = list(before)
    table.support[0] = list(support)
    running = drift(table, log, 0, c.V_TRUST, c.Q_TRUST, 40)
    value = add_event(table, log, 0, c.V_TRUST, c.Q_TRUST, running, event)
    assert 0 <= value <= 100
    assert (sum(table.parts[0][c.V_TRUST]) + 50) // 100 == value


def test_a_single_event_fades_by_the_pull_each_round():
    table, log = Table(), new_log(50)
    table.support[0] = [5000] + [0] * (c.PARTS - 1)
    assert start_at_support(table, 0, c.V_TRUST) == 50
    running = drift(table, log, 0, c.V_TRUST, c.Q_TRUST, 40)
    assert add_event(table, log, 0, c.V_TRUST, c.Q_TRUST, running, -10) == 40
    values = []
    for _ in range(4):
        running = drift(table, log, 0, c.V_TRUST, c.Q_TRUST, 40)
        values.append(add_event(table, log, 0, c.V_TRUST, c.Q_TRUST, running, 0))
    assert values == [44, 46, 48, 49]


def test_what_starts_above_the_limit_is_kept_at_100_and_stays_consistent():
    table = Table()
    table.support[0] = [9000, 4000] + [0] * (c.PARTS - 2)
    assert start_at_support(table, 0, c.V_TRUST) == 100
    assert sum(table.parts[0][c.V_TRUST]) == 10_000
    assert table.parts[0][c.V_TRUST][LAST_PART] == -3000


def test_a_full_pull_reaches_the_support_at_once():
    table, log = Table(), new_log(50)
    table.support[0] = [1000, 2000, -500] + [0] * (c.PARTS - 3)
    assert drift(table, log, 0, c.V_PAID, c.Q_PAID, 100) == 2500
