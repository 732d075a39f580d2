"""`coopgame facts` as people type it."""

import json

from tests.commands.keyboard import typed
from tests.commands.test_command_line import refused


def asked(*words):
    return typed("facts", "--games", 5, "--jobs", 1, *words)


def test_facts_prints_a_table_with_a_verdict():
    found = asked("--only", "sf5", "--lang", "en")
    assert found.code == 0
    assert "SF5" in found.out
    assert "1 of 1 facts hold" in found.out


def test_facts_leaves_with_1_when_too_few_hold():
    found = typed("facts", "--games", 1, "--jobs", 1, "--only", "SF5", "--lang", "en")
    assert found.code == 1  # one match says nothing
    assert "nothing to measure" in found.out


def test_facts_speaks_json():
    content = json.loads(asked("--only", "SF5,SF12", "--format", "json").out)
    assert len(content["facts"]) == 2


def test_facts_writes_a_web_page(tmp_path):
    file = tmp_path / "facts.html"
    assert asked("--only", "SF5", "--html", file).code == 0
    assert "SF5" in file.read_text("utf-8")


def test_wrong_wishes_are_refused_in_a_sentence(tmp_path):
    for words in (
        ("--only", "SF99"),
        ("--games", 0),
        ("--format", "xml"),
        ("--html", tmp_path / "no" / "facts.html"),
    ):
        refused(asked(*words))
