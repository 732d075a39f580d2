"""The same chunks on a real scheduler with two workers, one of which is lost on the way."""

from dataclasses import replace

import pytest

from coopgame.reading.library import load_scenario, playbook_for
from coopgame.simulate.engine import PlainEngine, Task
from coopgame.simulate.run_games import play_all
from coopgame.simulate.sums import SUM_FIELDS

pytestmark = pytest.mark.long
distributed = pytest.importorskip("distributed")


@pytest.fixture
def cluster(monkeypatch):
    monkeypatch.setenv("COOPGAME_PLAIN", "1")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as made:
        yield made


def test_a_lost_worker_changes_no_figure(cluster):
    from coopgame.simulate.cluster import cluster_workers

    book = playbook_for(load_scenario("introduction"), seats=3, rounds=2)
    task = Task(book, ((0,) * 32,), (-1, -1, -1), 1, 3, 6000)
    ended: list[object] = []

    def watch(done, total):
        if done >= 1000 and not ended:
            name = next(iter(cluster.workers))
            ended.append(name)
            cluster.workers[name].process.process.kill()

    with cluster_workers(cluster.scheduler_address) as workers:
        there = play_all([task], watch=watch, workers=workers)
    assert ended
    assert there.is_whole
    here = PlainEngine().play(replace(task))
    assert all(getattr(here, name) == getattr(there.sums[0], name) for name, _ in SUM_FIELDS)
