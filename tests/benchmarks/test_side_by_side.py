"""The page of benchmarks says what was measured now and what was only recorded."""

import re

from benchmarks import side_by_side as page
from benchmarks.simulating import Row

OURS = {"name": "simulator", "python": "CPython 3.11.7"}
NODE = {"name": "REF-GAME headless Client, resolve outside Immer (tuned)"}


def record(of, best, worst):
    return {**of, "games_s_best": best, "games_s_worst": worst, "games_s_median": best}


def test_the_best_run_of_an_engine_counts():
    records = [record(OURS, 300_000.0, 200_000.0), record(OURS, 400_000.0, 350_000.0)]
    found = page.found_for(page.SIMULATOR, records)
    assert (found.best, found.worst) == (400_000.0, 350_000.0)


def test_an_engine_that_nobody_measured_shows_what_was_recorded():
    records = [record(OURS, 400_000.0, 350_000.0), record(NODE, 200.0, 190.0)]
    steps = {"name": "step API", "python": "CPython 3.11.7"}
    table = "\n".join(page.comparison([*records, record(steps, 20_000.0, 19_000.0)]))
    assert "| boardgame.io 0.50.2, client, tuned | 200 | 190 | 2,000 × | 100 × |" in table
    assert "| hand-written C, the deck compiled to `switch` | 776,021 | recorded |" in table


def test_another_python_is_another_row():
    lists = {"name": "py lists, generic interpreter (mutable)", "python": "PyPy 3.9.16"}
    plain = next(peer for peer in page.PEERS if peer.name == "plain Python, hand-written lists")
    assert page.found_for(plain, [record(lists, 80_000.0, 70_000.0)]).worst is None


def test_an_aim_that_is_missed_is_said_to_be_missed():
    rows = page.aims([record(OURS, 150_000.0, 140_000.0)])
    verdicts = [row.rsplit("|", 2)[1].strip() for row in rows[2:]]
    assert verdicts == ["**no**", "**no**", "yes", "**no**"]


def test_the_page_leaves_no_place_open():
    steps = record({"name": "step API", "python": "CPython 3.11.7"}, 20_000.0, 19_000.0)
    own = [Row("compiled", 20.0, 18.0, "matches/s", ">= 100 x", 82.0, "plain", holds=False)]
    text = page.page([record(OURS, 400_000.0, 350_000.0), steps], own)
    assert not re.search(r"<(machine|comparison|aims|own)>", text)
    assert "| compiled | 20.00 | 18.00 | matches/s | 82 × plain | ≥ 100 × | **no** |" in text
