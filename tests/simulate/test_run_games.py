"""Chunks, processes and stopping: the same sums whoever plays."""

from concurrent.futures import Future
from dataclasses import replace

import pytest

from coopgame.reading.library import load_scenario, playbook_for
from coopgame.simulate import run_games
from coopgame.simulate.engine import PlainEngine, Task
from coopgame.simulate.run_games import Played, chunks_of, play_all
from coopgame.simulate.sums import SUM_FIELDS, Sums, together


@pytest.fixture(autouse=True)
def plainly(monkeypatch):
    engine = PlainEngine()
    monkeypatch.setattr(run_games, "own_engine", lambda: engine)


@pytest.fixture(scope="module")
def task():
    book = playbook_for(load_scenario("introduction"), seats=3, rounds=2)
    return Task(book, ((0,) * 32,), (-1, -1, -1), 1, 7, 25)


def same(one, other):
    return all(getattr(one, name) == getattr(other, name) for name, _ in SUM_FIELDS)


def test_chunks_hold_every_match_once(task):
    seeds = [
        seed
        for chunk in chunks_of(task, 4)
        for seed in range(chunk.first_seed, chunk.first_seed + chunk.count)
    ]
    assert seeds == list(range(7, 32))


@pytest.mark.parametrize("size", [1, 3, 25, 100])
def test_chunks_of_any_size_add_up_to_the_same(task, size):
    whole = PlainEngine().play(task)
    assert whole.matches == 25
    assert same(whole, together(PlainEngine().play(piece) for piece in chunks_of(task, size)))


class AtOnce:
    """Workers that play when asked, the last first, and lose the first answer of each task."""

    def __init__(self, stop_after=None):
        self.asked = 0
        self.stop_after = stop_after

    def submit(self, work, piece):
        self.asked += 1
        future: Future[Sums] = Future()
        if self.stop_after is not None and self.asked > self.stop_after:
            future.set_exception(KeyboardInterrupt())
        else:
            future.set_result(work(piece))
        return future


def test_other_workers_give_the_same_sums(task):
    here = play_all([task])
    there = play_all([task], workers=AtOnce())
    assert here.is_whole
    assert there.is_whole
    assert same(here.sums[0], there.sums[0])


def test_stopping_gives_what_was_done_so_far(task, monkeypatch):
    played = []

    def watch(done, total):
        played.append((done, total))
        if done >= 10:
            raise KeyboardInterrupt

    monkeypatch.setattr(run_games, "chunks_of", lambda it: chunks_of(it, 5))
    stopped = play_all([task], watch=watch)
    assert isinstance(stopped, Played)
    assert not stopped.is_whole
    assert stopped.sums[0].matches == 10
    assert played == [(5, 25), (10, 25)]


def test_two_tasks_keep_their_sums_apart(task):
    other = replace(task, first_seed=1000, count=10)
    both = play_all([task, other])
    assert [sums.matches for sums in both.sums] == [25, 10]
    assert same(both.sums[1], play_all([other]).sums[0])


def test_nothing_adds_up_to_nothing():
    assert same(together([]), Sums())
