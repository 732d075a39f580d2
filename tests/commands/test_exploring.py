"""`coopgame explore` as people type it."""

import json

import pytest

from tests.commands.keyboard import typed
from tests.commands.test_command_line import refused


def test_explore_tells_a_way_to_what_it_found(small):
    found = typed("explore", small, "--states", 30, "--seats", 2, "--lang", "en")
    assert found.code in {0, 1}
    assert "answers reached in" in found.out
    assert "seed 0, 2 seats, round 1" in found.out


def test_explore_leaves_with_1_and_claims_little_when_something_is_missing():
    found = typed("explore", "short_chain", "--states", 5, "--seats", 2, "--lang", "en")
    assert found.code == 1
    assert "Not reached in 5 states, which does not mean that it never happens" in found.out


def test_explore_writes_what_every_seat_chose(small):
    found = typed("explore", small, "--states", 30, "--seats", 2, "--format", "json")
    content = json.loads(found.out)
    way = next(iter(content["found"].values()))
    assert set(way["rounds"][0]) == {"A", "B"}
    assert "move" in way["rounds"][0]["A"]


@pytest.mark.parametrize(
    "words", [("--states", 0), ("--seed", -1), ("--format", "xml"), ("--seats", 9)]
)
def test_wrong_wishes_are_refused_in_a_sentence(small, words):
    refused(typed("explore", small, *words))
