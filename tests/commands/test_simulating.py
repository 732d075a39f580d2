"""`coopgame simulate` as people type it."""

import json

import pytest

from coopgame.simulate import run_games
from coopgame.simulate.engine import PlainEngine
from tests.commands.keyboard import typed
from tests.commands.test_command_line import refused


@pytest.fixture(autouse=True)
def plainly(monkeypatch):
    """Play with the rules as they stand: compiling is another test's business."""
    monkeypatch.setenv("COOPGAME_PLAIN", "1")
    engine = PlainEngine()
    monkeypatch.setattr(run_games, "own_engine", lambda: engine)


def played(small, *words):
    return typed("simulate", small, "--games", 12, "--seats", 2, "--jobs", 1, *words)


def test_simulate_reports_figures_with_their_intervals(small):
    found = played(small)
    assert found.code == 0
    assert "12 matches from seed 0" in found.out
    assert "Changes of lead" in found.out
    assert "n=12" in found.out


def test_simulate_says_what_it_lacks_without_compiled_rules(small):
    assert "coopgame[fast]" in played(small).errors


def test_simulate_speaks_json_and_csv(small):
    content = json.loads(played(small, "--format", "json").out)
    assert content["played"]["games"] == 12
    rows = played(small, "--format", "csv").out.strip().splitlines()
    assert rows[0] == "group,of,value,low,high,unit,count"
    assert len(rows) == len(content["figures"]) + 1


def test_the_same_seed_gives_the_same_figures_and_another_seed_others(small):
    one = played(small, "--format", "csv").out
    assert played(small, "--format", "csv").out == one
    assert played(small, "--format", "csv", "--seed", 99).out != one


def test_a_scenario_does_not_differ_from_itself(small):
    assert "No figure differs" in played(small, "--diff", small).out


def test_a_scenario_with_other_prices_differs(small, tmp_path):
    text = small.read_text("utf-8")
    other = small.with_name("other.yaml")
    other.write_text(text.replace("scenario: ", "scenario: other_", 1) + "rules: {unit_cost: 60}\n")
    found = typed("simulate", small, "--games", 60, "--seats", 2, "--jobs", 1, "--diff", other)
    assert "Mean price paid" in found.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--games", 0), "between 1 and"),
        (("--format", "xml"), "text, json, csv"),
        (("--bots", "wizard"), "wizard"),
        (("--bots", "random,random,random"), "2 seats"),
        (("--seed", -1), "seed lies between"),
        (("--seats", 9), "9"),
    ],
)
def test_simulate_refuses_what_cannot_be_with_one_sentence(small, words, sentence):
    assert sentence in refused(typed("simulate", small, "--seats", 2, *words))


def test_a_cluster_that_does_not_answer_is_said_to_be_so(small):
    pytest.importorskip("distributed")
    found = played(small, "--cluster", "tcp://127.0.0.1:9")
    assert found.code == 2
    assert "tcp://127.0.0.1:9" in found.errors


def test_stopping_prints_what_was_done_so_far(small, monkeypatch):
    whole = run_games.play_task

    def stopped(task, asked=[]):  # noqa: B006 - it counts
        asked.append(task)
        if len(asked) > 1:
            raise KeyboardInterrupt
        return whole(task)

    monkeypatch.setattr(run_games, "play_task", stopped)
    monkeypatch.setattr(run_games, "CHUNK", 5)
    monkeypatch.setattr(run_games.chunks_of, "__defaults__", (5,))
    found = played(small)
    assert found.code == 130
    assert "Stopped early" in found.out
    assert "n=5" in found.out
