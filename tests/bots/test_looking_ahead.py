"""Bots that look ahead: what they try, what they may know, and when they stop."""

import pytest

from coopgame.bots.characters import CHARACTERS
from coopgame.bots.looking_ahead import (
    LEVELS,
    MARGIN,
    Arm,
    Level,
    PlainTrials,
    Seen,
    Tried,
    arms_of,
    look_ahead,
    open_answers,
    open_moves,
)
from coopgame.bots.playing import bot_answers
from coopgame.bots.speaking import why_ahead
from coopgame.bots.trying import ANSWER, MOVE, PRICE, TERM, TO, imagine, try_arm
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
    seen = look_ahead(PlainTrials(), table, game.playbook, seat, level=QUICK, clock=stands_still)
    return seen.arm


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
    seen = look_ahead(
        PlainTrials(), table, game.playbook, 0, level=Level(1000, 0.5), clock=lambda: next(ticks)
    )
    assert seen.arm == arms_of(table, game.playbook, 0, is_wide=False)[0]
    assert seen.futures == 0
    assert why_ahead(seen.beaten(slice(MOVE, TERM)), seen.futures) == "why.ahead_late"


def test_it_begins_no_future_that_would_end_too_late():
    """Each arm takes two seconds in a future: ten seconds are enough for none after the first."""
    now = [0.0]

    class Slow(PlainTrials):
        def play(self, table, book, seat, arms, futures):
            now[0] += 2.0 * len(arms) * len(futures)
            return [0] * len(arms)

    game = opened()
    table, level = game.seen_table(0), Level(10**6, 200.0)
    look_ahead(Slow(), table, game.playbook, 0, level=level, clock=lambda: now[0])
    assert 0.5 * MARGIN * 200 < now[0] <= MARGIN * 200


def test_no_arm_is_dropped_that_was_not_tried():
    """The second look has time for half of its arms: it does not take half of them blindly."""
    now = [0.0]

    class Slow(PlainTrials):
        def play(self, table, book, seat, arms, futures):
            now[0] += 1.0 * len(arms)
            return [100 - place for place in range(len(arms))]

    game = opened()
    table = game.seen_table(0)
    once = len(arms_of(table, game.playbook, 0, is_wide=False))
    for more in range(12):
        now[0], level = 0.0, Level(10**6, (once + more + 0.5) / MARGIN)
        seen = look_ahead(Slow(), table, game.playbook, 0, level=level, clock=lambda: now[0])
        assert all(it.count > 0 for it in seen.tried), more


def test_loading_what_plays_futures_takes_nothing_off_the_time_to_think():
    now = [0.0]

    class Loads(PlainTrials):
        is_loaded = False

        def __getattribute__(self, name):
            if name == "is_fast" and not self.is_loaded:
                now[0] += 60.0
                self.is_loaded = True
            return super().__getattribute__(name)

        def play(self, table, book, seat, arms, futures):
            now[0] += 0.001
            return [0] * len(arms)

    game, level = opened(), Level(100, 1.0)
    table = game.seen_table(0)
    seen = look_ahead(Loads(), table, game.playbook, 0, level=level, clock=lambda: now[0])
    assert seen.futures > 0


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
        assert answer.why.startswith("why.ahead_")
        game.answer(answer.question, answer.option)
    assert not game.questions(0)


def test_a_bot_looks_ahead_with_the_futures_it_is_given():
    class Counted(PlainTrials):
        played = 0

        def play(self, table, book, seat, arms, futures):
            Counted.played += len(arms) * len(futures)
            return [0] * len(arms)

    answers = bot_answers(opened(), 0, "ahead_3", Counted())
    assert Counted.played > 0
    assert answers


# What it says -----------------------------------------------------------------------------


class Liking(PlainTrials):
    """Futures that are worth 200, and more for what a test likes."""

    is_fast = True

    def __init__(self, likes, more=100):
        self.likes, self.more = likes, more

    def play(self, table, book, seat, arms, futures):
        return [len(futures) * (200 + self.more * self.likes(arm)) for arm in arms]


def said(trials: PlainTrials, about: str):
    """Return what a bot says about its answer or move, with the option it chose."""
    choices = bot_answers(opened(), 0, "ahead_3", trials)
    return next(it for it in choices if it.asked.about == about)


def test_it_says_what_its_move_beat_and_by_how_much():
    choice = said(Liking(lambda arm: arm[MOVE] == c.INFORM), "move")
    assert choice.option == "inform"
    assert choice.why == "why.ahead_better"
    assert choice.said.percent == 50
    assert choice.said.futures > 0
    second = choice.asked.option(choice.said.instead)
    assert second is not None
    assert second.kind != "inform"


def test_it_says_what_its_answer_beat():
    game = opened()
    liked = open_answers(game.seen_table(0), game.playbook, 0)[-1]
    choice = said(Liking(lambda arm: arm[ANSWER] == liked, more=20), "answer")
    assert choice.option == game.playbook.labels.options[liked]
    assert (choice.why, choice.said.percent) == ("why.ahead_better", 10)
    assert choice.said.instead not in {"", choice.option}


def test_it_says_so_when_something_else_was_as_good():
    choice = said(Liking(lambda _arm: 0), "move")
    assert (choice.why, choice.said.percent) == ("why.ahead_close", 0)
    assert choice.said.instead not in {"", choice.option}


def arm(answer: int, move: int, to: int = -1) -> Arm:
    return (answer, move, to, -1, 0, 0, *([-1] * c.SEATS))


def test_two_choices_are_compared_in_the_futures_that_both_played():
    best = Tried(arm(0, c.INFORM), {0: 0, 4: 400, 8: 500})
    dropped = Tried(arm(0, c.HOLD), {0: 0, 4: 320})
    beaten = Seen((best, dropped)).beaten(slice(MOVE, TERM))
    assert beaten is not None
    assert (beaten.percent, beaten.futures) == (25, 4)


def test_a_choice_is_weighed_against_an_arm_that_is_the_same_elsewhere():
    best = Tried(arm(0, c.INFORM), {0: 0, 8: 800})
    other = Tried(arm(1, c.HOLD), {0: 0, 8: 790})
    alike = Tried(arm(0, c.DIALOGUE, 1), {0: 0, 8: 400})
    seen = Seen((best, other, alike))
    moved, answered = seen.beaten(slice(MOVE, TERM)), seen.beaten(slice(ANSWER, ANSWER + 1))
    assert moved is not None
    assert answered is not None
    assert (moved.arm[TO], moved.percent) == (1, 100)
    assert (answered.arm, answered.percent) == (other.arm, 1)


def test_it_says_so_when_nothing_else_was_tried():
    seen = Seen((Tried(arm(0, c.INFORM), {0: 0, 8: 800}),))
    assert why_ahead(seen.beaten(slice(MOVE, TERM)), seen.futures) == "why.ahead_only"


def test_what_a_bot_says_does_not_depend_on_anything_but_the_trials():
    likes = Liking(lambda arm: arm[MOVE] == c.REPRESENT)
    assert said(likes, "move") == said(likes, "move")
