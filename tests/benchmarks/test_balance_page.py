"""The page of balance is read off what the gates print."""

from benchmarks.balance import page_of, rows_of

PRINTED = """\
small_one, 2 seats, 1500 matches for each question
  holds  Strategy against the pool: alone               1.28 times fair  [1.24, 1.33]  n=1500  (0.5-1.6)
  FAILS  The lead changes                               45.2 %  [42.5, 48.1]  n=1200  (50-100)
small_one, over its numbers of seats
  holds  Seats merge                                    39.7 %  [38.6, 40.8]  n=7500  (3-100)
  holds  Answers that are the best often enough: 73 of 73
"""


def test_every_gate_that_is_printed_becomes_a_row():
    rows = rows_of(PRINTED.splitlines())
    assert [(row.scenario, row.seats, row.value, row.holds) for row in rows] == [
        ("small_one", 2, "1.28", True),
        ("small_one", 2, "45.2 %", False),
        ("small_one", 0, "39.7 %", True),
        ("small_one", 0, "73 of 73", True),
    ]


def test_the_page_counts_what_holds_and_names_what_fails():
    page = page_of(rows_of(PRINTED.splitlines()), "1500")
    assert "**3 of 4 hold**" in page
    assert "* small_one, 2 seats: The lead changes: 45.2 %, asked 50-100." in page
    assert "| The lead changes | 50-100 |  | **45.2 %** |" in page
