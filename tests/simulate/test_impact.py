"""What a card does: pairs of matches with it and without it."""

import pytest

from coopgame.bots.boards import POOL, board_named
from coopgame.reading.library import load_scenario, playbook_for
from coopgame.simulate.engine import PlainEngine, Task
from coopgame.simulate.impact import (
    BATCHES,
    GROUPS,
    batches_of,
    cards_with_impact,
    impact_figures,
    tasks_of_impact,
    without,
)
from coopgame.simulate.lineups import FROM_POOL


def task_of(name, *, seats=2, count=40):
    book = playbook_for(load_scenario(name), seats=seats)
    boards = tuple(tuple(board_named(each)) for each in POOL)
    return Task(book, boards, (FROM_POOL,) * seats, len(POOL), 0, count)


def played(task):
    return PlainEngine().play(task)


def test_a_card_that_is_taken_out_never_comes_and_the_others_still_do():
    task = task_of("short_chain")
    before = played(task)
    card = max(cards_with_impact(task.book), key=before.card_dealt.__getitem__)
    bare = Task(without(task.book, card), *[getattr(task, n) for n in list(task.__slots__)[1:]])
    after = played(bare)
    assert before.card_dealt[card] > 0
    assert after.card_dealt[card] == 0
    assert sum(after.card_dealt) > 0


def test_a_card_that_never_comes_changes_nothing_when_it_is_taken_out():
    task = task_of("introduction", count=20)
    before = played(task)
    card = next(n for n in cards_with_impact(task.book) if before.card_dealt[n] == 0)
    bare = Task(without(task.book, card), *[getattr(task, n) for n in list(task.__slots__)[1:]])
    assert played(bare).seat_meter == before.seat_meter


def test_batches_divide_a_run_without_playing_a_seed_twice():
    batches = batches_of(task_of("introduction", count=60))
    assert len(batches) == BATCHES
    seeds = [seed for one in batches for seed in range(one.first_seed, one.first_seed + one.count)]
    assert seeds == list(range(60))


def test_every_card_that_came_has_a_figure_for_each_meter():
    task = task_of("introduction", count=20)
    sums = [played(each) for each in tasks_of_impact(task)[: BATCHES * 2]]
    book = task.book
    first = cards_with_impact(book)[0]
    rest = [sums[BATCHES:]] * len(cards_with_impact(book))
    found = list(impact_figures(book, [*sums[:BATCHES], *(one for each in rest for one in each)]))
    came = {n for n in cards_with_impact(book) if any(one.card_dealt[n] for one in sums[:BATCHES])}
    assert first not in came or found
    assert {figure.of for figure in found} == {book.labels.cards[n] for n in came}
    assert [figure.group for figure in found[:3]] == list(GROUPS)


@pytest.mark.long
def test_the_report_says_what_cards_do():
    from tests.commands.keyboard import typed

    found = typed(
        "simulate", "short_chain", "--games", 40, "--seats", 2, "--impact", "--lang", "en"
    )
    assert found.code == 0
    assert "What a card does to trust" in found.out
