"""Our reference game is the reference game: the same choices in, the same end out.

`refgame_matches.txt` holds 400 matches that the pure-Python form of the game, from which all
other engines in the comparison are checked, played to their end: the cards, for every choice a
wish from 0 to 11, the answer that came of it among those open, all meters and bonds at the end
in base 36, the score, and whether it wins.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks import refgame
from benchmarks.refgame_deck import (
    ANSWERS,
    CARDS,
    CHOICE,
    NOWHERE,
    OPEN,
    PILE,
    ROUND_NOW,
    ROUNDS,
    SEATS,
    answers_in,
    compiled_deck,
    own_book,
)

WISHES = 12
MEAN, WON, SPREAD = 234.1, 0.443, 64.5
"""What the reference reports of random play: mean score, share won, deviation of the score."""


@dataclass(frozen=True)
class Played:
    cards: list[int]
    wishes: list[int]
    answers: list[int]
    end: list[int]
    score: int
    has_won: bool


def played_matches():
    for line in Path(__file__).with_name("refgame_matches.txt").read_text("utf-8").splitlines():
        cards, wishes, answers, end, score, won = line.split()
        yield Played(
            [int(cards[at : at + 2], 36) for at in range(0, 2 * ROUNDS, 2)],
            [int(each, 36) for each in wishes],
            [int(each) for each in answers],
            [int(each, 36) for each in end],
            int(score),
            won == "1",
        )


def replayed(played):
    """Play a match again; every wish must lead to the recorded answer."""
    table, book = refgame.plain_engine().new_table(), own_book()
    refgame.lay(table, book)
    for round_now, card in enumerate(played.cards):
        left = list(table[PILE + round_now : PILE + CARDS])
        refgame.open_round(table, book, left.index(card))
        for seat in range(SEATS):
            turn = round_now * SEATS + seat
            answers = answers_in(int(table[OPEN + seat]))
            chosen = answers[played.wishes[turn] * len(answers) // WISHES]
            assert chosen == played.answers[turn]
            table[CHOICE + seat] = chosen
        refgame.settle_round(table, book)
    return table


def test_the_same_choices_lead_to_the_same_end():
    matches = list(played_matches())
    assert len(matches) == 400
    for played in matches:
        table = replayed(played)
        assert table[:NOWHERE] == played.end
        assert refgame.score_of(table) == played.score
        assert refgame.has_won(table) == played.has_won
    assert 0 < sum(played.has_won for played in matches) < len(matches)


def test_random_play_scores_as_the_reference_does():
    results = refgame.results_of(2_000, 5, refgame.plain_engine())
    scores, won = zip(*results, strict=True)
    assert sum(scores) / 2_000 == pytest.approx(MEAN, abs=4 * SPREAD / math.sqrt(2_000))
    assert sum(won) / 2_000 == pytest.approx(WON, abs=4 * 0.5 / math.sqrt(2_000))


def test_a_seed_gives_the_same_matches_again_and_another_seed_others():
    engine = refgame.plain_engine()
    first = refgame.results_of(50, 5, engine)
    assert refgame.results_of(50, 5, engine) == first
    assert refgame.results_of(50, 6, engine)[:-1] == first[1:]
    assert len({score for score, _ in first}) > 20


def test_a_match_refuses_what_is_not_open_and_a_second_choice():
    match = refgame.Match(3, refgame.plain_engine())
    seen = 0
    while not match.has_ended:
        for seat in range(SEATS):
            for closed in set(range(ANSWERS)) - set(match.open_answers(seat)):
                seen += 1
                with pytest.raises(refgame.Illegal):
                    match.choose(seat, closed)
            match.choose(seat, 0)
            if seat < SEATS - 1:
                assert match.open_answers(seat) == ()
                with pytest.raises(refgame.Illegal):
                    match.choose(seat, 0)
    assert seen > 0
    assert match.open_answers(0) == ()
    assert match.places[ROUND_NOW] == ROUNDS
    assert match.choices == [(seat, 0) for _ in range(ROUNDS) for seat in range(SEATS)]


def test_the_first_answer_of_a_card_needs_no_condition():
    closed = {"open": "trust at least 1", "effects": []}
    with pytest.raises(AssertionError, match="first answer"):
        compiled_deck([{"answers": [closed, {"effects": []}, {"effects": []}]}])


def test_both_ways_of_measuring_play_as_many_matches_as_asked(monkeypatch):
    monkeypatch.setenv("COOPGAME_PLAIN", "1")
    assert refgame.simulate(7, 1) == (7, 350)
    assert refgame.step_api(3, 1) == (3, 150)


@pytest.mark.long
def test_compiled_and_plain_rules_play_alike():
    np = pytest.importorskip("numpy")
    pytest.importorskip("numba")
    fast, plain = refgame.compiled_engine(), refgame.plain_engine()
    assert refgame.results_of(500, 9, fast).tolist() == refgame.results_of(500, 9, plain)
    assert isinstance(fast.book.reach, np.ndarray)
    for seed in range(40):
        one, two = refgame.Match(seed, fast), refgame.Match(seed, plain)
        turn = 0
        while not two.has_ended:
            answers = two.open_answers(turn % SEATS)
            for match in (one, two):
                match.choose(turn % SEATS, answers[(seed + turn) % len(answers)])
            turn += 1
            assert one.places[:NOWHERE] == two.places[:NOWHERE]
            assert one.places[ROUND_NOW:CHOICE] == two.places[ROUND_NOW:CHOICE]
        assert one.has_ended
        assert one.result() == two.result()
