"""Bots that look ahead: what they try, what they may know, and when they stop."""

import pytest

from coopgame.bots.characters import CHARACTERS
from coopgame.bots.looking_ahead import (
    LEVELS,
    Arm,
    Level,
    PlainTrials,
    arms_of,
    look_ahead,
    open_answers,
    open_moves,
)
from coopgame.bots.playing import bot_answers
from coopgame.bots.trying import ANSWER, MOVE, PRICE, imagine, try_arm
from coopgame.reading.library import load_scenario, playbook_for
from coopgame.rules import codes as c
from coopgame.rules.game import Game
from coopgame.rules.journal import new_log
from coopgame.rules.masking import copied
from coopgame.rules.table import table_hash

QUICK = Level(60, 1.0)


def opened(seed: int = 3, seats: int = 3) -> Game:
    return Game(playbook_for(load_scenario("introduction"), seats=seats), seed=seed, seats=seats)


def stands_still() -> float:
    return 0.0


def chosen(game: Game, seat: int = 0) -> Arm:
    table = game.seen_table(seat)
    return look_ahead(PlainTrials(), table, game.playbook, seat, level=QUICK, clock=stands_still)


def test_every_open_answer_and_move_is_tried_when_there_is_time():
    game = opened()
    table = game.seen_table(0)
    arms = arms_of(table, game.playbook, 0, is_wide=True)
    assert {arm[ANSWER] for arm in arms} >= set(open_answers(table, game.playbook, 0))
    assert {arm[MOVE : PRICE + 1] for arm in arms} >= set(open_moves(table, game.playbook, 0))
    assert len(set(arms)) == len(arms)


def test_a_narrow_look_tries_less():
    game = opened()
    table = game.seen_table(0)
    wide = arms_of(table, game.playbook, 0, is_wide=True)
    assert set(arms_of(table, game.playbook, 0, is_wide=False)) < set(wide)


def test_the_same_table_gives_the_same_choice_and_stays_as_it_is():
    game = opened()
    before = game.table_hash()
    assert chosen(game) == chosen(game)
    assert game.table_hash() == before


def test_what_is_hidden_from_a_seat_does_not_enter():
    first, second = opened(), opened()
    question = next(q for q in second.questions(1) if q.id.endswith("move"))
    second.answer(question.id, question.options[-1].id)
    assert chosen(first) == chosen(second)


def test_an_imagined_future_draws_the_missions_of_others_and_not_its_own():
    game = opened(seats=4)
    table = game.seen_table(0)
    table.secret_missions = 1
    own, words = list(table.mission[0]), set()
    meters = set()
    for nth in range(12):
        future = copied(table)
        imagine(future, 0, nth)
        words.add(future.seed_word)
        meters.add(future.mission[1][2])
        assert future.mission[0] == own
    assert len(words) == 12
    assert meters == {c.GOAL_TRUST, c.GOAL_PRICE, c.GOAL_AUTONOMY}


def test_the_same_future_gives_an_arm_the_same_worth():
    game = opened()
    table, book = game.seen_table(0), game.playbook
    trials = PlainTrials()
    arm = arms_of(table, book, 0, is_wide=False)[0]
    both = trials.play(table, book, 0, [arm, arm], range(3))
    assert both[0] == both[1] > 0
    assert both[0] == sum(trials.play(table, book, 0, [arm], range(n, n + 1))[0] for n in range(3))


def test_a_table_is_tried_on_a_copy():
    game = opened()
    table = game.seen_table(0)
    before = table_hash(table)
    PlainTrials().play(
        table, game.playbook, 0, arms_of(table, game.playbook, 0, is_wide=False), range(1)
    )
    assert table_hash(table) == before


def test_when_time_is_up_at_once_it_does_what_a_board_would():
    game = opened()
    ticks = iter(range(1000))
    table = game.seen_table(0)
    arm = look_ahead(
        PlainTrials(), table, game.playbook, 0, level=Level(1000, 0.5), clock=lambda: next(ticks)
    )
    assert arm == arms_of(table, game.playbook, 0, is_wide=False)[0]


def test_it_sees_that_a_goal_is_a_round_away():
    """In the last round the worth of an arm is what the table then says: no guess is left."""
    game = opened(seats=2)
    table, book = game.seen_table(0), game.playbook
    table.round_now = table.rounds
    arm = arms_of(table, book, 0, is_wide=False)[0]
    worths = {
        try_arm(copied(table), book, new_log(0), [[1] + [0] * 40], [[0] * 64, [0] * 64], list(arm), 0, nth)
        for nth in range(4)
    }  # fmt: skip
    assert all(0 <= worth <= 6300 for worth in worths)


@pytest.mark.parametrize("level", sorted(LEVELS))
def test_every_level_is_a_character_that_answers_all_it_is_asked(level: str):
    assert level in CHARACTERS
    game = opened(seats=2)
    for answer in bot_answers(game, 0, "ahead_1"):
        assert answer.why == "why.ahead"
        game.answer(answer.question, answer.option)
    assert not game.questions(0)


def test_a_bot_looks_ahead_with_the_futures_it_is_given():
    class Counted(PlainTrials):
        played = 0

        def play(self, table, book, seat, arms, futures):
            Counted.played += len(arms) * len(futures)
            return [0] * len(arms)

    answers = bot_answers(opened(), 0, "ahead_1", Counted())
    assert Counted.played > 0
    assert answers
