"""The reasons that are shown always add up to the change they explain."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgame.reading.library import load_scenario, playbook_for
from coopgame.rules.game import Game
from coopgame.rules.snapshot import PUBLIC
from coopgame.screens.public.reasons import Reason, by_cause, closed, rounded, scaled
from coopgame.screens.public.settle import LAST, settled
from tests.screens.public import showing
from tests.screens.public.showing import busy_table, change, changes_of, look

amounts = st.lists(st.integers(-40, 40), max_size=9)


@given(amounts, st.integers(0, 4))
def test_shown_reasons_and_the_rest_add_up(steps, most):
    rows = [change("trust", 0, f"cause{n % 5}", (50, 50 + it)) for n, it in enumerate(steps)]
    made = closed(by_cause(rows), sum(steps), most=most)
    assert made.total == sum(steps)
    assert len(made.shown) <= most


@given(amounts, st.integers(1, 60), st.integers(1, 60))
def test_reasons_in_another_unit_still_add_up(steps, times, per):
    found = [Reason(f"cause{n}", it) for n, it in enumerate(steps) if it]
    total = rounded(sum(steps) * times, per)
    made = scaled(found, total, (times, per))
    assert sum(it.amount for it in made) == (total if found else 0)


def test_rows_of_one_cause_become_one_reason_and_the_largest_leads():
    rows = [
        change("trust", 0, "trust_ties", (50, 52)),
        change("trust", 0, "trust_members", (52, 47)),
        change("trust", 0, "trust_ties", (47, 48)),
    ]
    assert by_cause(rows) == (Reason("trust_members", -5), Reason("trust_ties", 3))


def test_causes_that_cancel_out_are_no_reason():
    rows = [change("trust", 0, "dialogue", (50, 52)), change("trust", 0, "dialogue", (52, 50))]
    assert by_cause(rows) == ()


def test_every_step_of_settling_adds_up_for_a_hand_made_table():
    table = showing.settled(busy_table(6))
    for step in range(LAST + 1):
        for one in table.cooperatives:
            done = settled(look(), table, changes_of(table), one, step)
            assert done.reasons.total == done.after - done.before


@pytest.mark.parametrize("name", ["introduction", "walloon_dairy"])
def test_every_step_of_settling_adds_up_in_a_played_match(name):
    loaded = load_scenario(name)
    match = Game(playbook_for(loaded, seats=4), seed=3, seats=4)
    chooser = random.Random(5)
    seen = 0
    while not match.has_ended:
        question = match.questions()[0]
        option = chooser.choice([o for o in question.options if o.is_open])
        match.answer(question.id, option.id)
        table = match.snapshot(PUBLIC)
        if table.phase != "choose":
            seen += 1
            rows = match.changes(only_round=table.round)
            for step in range(LAST + 1):
                for one in table.cooperatives:
                    done = settled(look(), table, rows, one, step)
                    assert done.reasons.total == done.after - done.before
                    assert sum(it.amount for it in done.reasons.shown) + done.reasons.rest == (
                        done.after - done.before
                    )
    assert seen >= match.snapshot(PUBLIC).rounds
