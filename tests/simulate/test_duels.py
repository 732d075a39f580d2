"""A seat that looks ahead meets an opponent; who is ahead at the end is counted."""

import pytest

from coopgame.bots.boards import POOL
from coopgame.bots.looking_ahead import PLAIN, Level
from coopgame.reading.library import load_scenario, playbook_for
from coopgame.simulate import duels as d
from coopgame.simulate.duels import OPPONENTS, duel_match, duels

QUICK = Level(8, 1.0)


@pytest.fixture(scope="module")
def book():
    return playbook_for(load_scenario("introduction"), seats=3)


def unwatched(done, total):
    """Watch nothing."""


def scored(monkeypatch, scores):
    """Let seats end with these scores, and note who played where."""
    seated = {}

    def choosing(table, book, trials, seat, player, level):
        seated[seat] = player

    monkeypatch.setattr(d, "_choose", choosing)
    monkeypatch.setattr(d, "score_of", lambda table, book, seat: scores[seated[seat]])
    return seated


@pytest.mark.parametrize(("own", "theirs", "halves"), [(9, 4, 2), (4, 9, 0), (5, 5, 1)])
def test_ahead_is_who_has_the_higher_score(book, monkeypatch, own, theirs, halves):
    opponent = POOL.index("careful")
    seated = scored(monkeypatch, {**dict.fromkeys(range(5), 7), opponent: theirs, 5: own})
    for seed in range(4):
        assert duel_match(book, PLAIN, opponent, seed, QUICK) == halves
        assert sorted(seated) == [0, 1, 2]
        assert {opponent, len(POOL)} <= set(seated.values())


def test_who_looks_ahead_sits_everywhere(book, monkeypatch):
    seats = set()
    seated = scored(monkeypatch, dict.fromkeys(range(6), 1))
    for seed in range(3):
        duel_match(book, PLAIN, 0, seed, QUICK)
        seats |= {seat for seat, player in seated.items() if player == len(POOL)}
    assert seats == {0, 1, 2}


def test_every_opponent_is_met_equally_often(book, monkeypatch):
    scored(monkeypatch, {**dict.fromkeys(range(5), 1), 5: 2})
    heard = []
    found = list(
        duels(book, PLAIN, seed=0, matches=3, watch=lambda done, total: heard.append(done))
    )
    assert [duel.opponent for duel in found] == list(OPPONENTS)
    assert {(duel.matches, duel.halves) for duel in found} == {(3, 6)}
    assert heard == list(range(1, 16))


def test_a_duel_ends_when_it_is_clear_and_only_at_a_look(book, monkeypatch):
    scored(monkeypatch, {**dict.fromkeys(range(5), 1), 5: 2})
    found = duels(book, PLAIN, seed=0, matches=60, watch=unwatched)
    assert {duel.matches for duel in found} == {20}


def test_a_close_duel_goes_on_to_its_end(book, monkeypatch):
    scored(monkeypatch, dict.fromkeys(range(6), 1))
    found = {
        duel.opponent: duel for duel in duels(book, PLAIN, seed=0, matches=50, watch=unwatched)
    }
    assert found["careful"].matches == 50
    assert found["random"].matches == 20  # half is clearly less than three quarters by then


def test_looking_ahead_depends_on_the_seed_and_on_no_clock(book):
    one = [duel_match(book, PLAIN, 1, seed, QUICK) for seed in range(2)]
    assert [duel_match(book, PLAIN, 1, seed, QUICK) for seed in range(2)] == one
