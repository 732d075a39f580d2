"""A match that people play: whose turn it is, hidden choices, locking, bots and seats."""

import pytest

from coopgame.bots.looking_ahead import PlainTrials
from coopgame.rules.errors import IllegalAnswer
from coopgame.rules.game import Game
from coopgame.sessions.opening import NewMatch, start_session
from coopgame.sessions.seats import HUMAN, LONGEST_NAME, Seat, seats_for
from coopgame.sessions.session import Session
from tests.sessions.small_match import (
    choose_all,
    named_seats,
    play_on,
    play_round,
    session,
    small_book,
    take_turn,
)


def refused(match: Session, seat: int, question: str, option: str) -> str:
    with pytest.raises(IllegalAnswer) as caught:
        match.choose(seat, question, option)
    return caught.value.reason


def test_people_take_turns_from_the_first_seat_and_bots_wait():
    match = session(people=2, bots=1)
    assert match.next_human() == 0
    take_turn(match, 0)
    assert match.next_human() == 1
    assert not match.has_locked(2)


def test_the_first_seat_moves_on_each_round():
    match = session(people=3, bots=0)
    play_round(match)
    match.go_on()
    assert match.next_human() == 1


def test_the_last_lock_resolves_the_round_and_the_bots_answer_in_it():
    match = session(people=2, bots=2)
    take_turn(match, 0)
    take_turn(match, 1)
    assert match.phase == "look_back"
    assert {choice.seat for choice in match.bot_choices} == {2, 3}
    assert all(choice.why.startswith(("why.", "why_not.")) for choice in match.bot_choices)


def test_what_bots_chose_is_not_told_before_the_reveal():
    match = session(people=1, bots=2)
    play_round(match)
    match.go_on()
    assert match.bot_choices == ()


def test_a_choice_is_free_to_change_until_it_is_locked():
    match = session()
    question = match.questions(0)[-1]
    match.choose(0, question.id, "inform")
    before = match.table_hash()
    match.choose(0, question.id, "hold")
    assert match.choice(question.id) == "hold"
    assert match.table_hash() == before


def test_locking_needs_an_answer_to_every_question():
    match = session()
    match.choose(0, "round1.A.move", "hold")
    if match.missing(0):
        with pytest.raises(IllegalAnswer) as caught:
            match.lock(0)
        assert caught.value.reason == "unanswered"
        assert match.choice("round1.A.move") == "hold"


@pytest.mark.parametrize(
    ("seat", "question", "option", "reason"),
    [
        (0, "round1.B.move", "hold", "question_not_open"),
        (0, "round9.A.move", "hold", "question_not_open"),
        (0, "round1.A.move", "fly", "no_such_option"),
        (0, "round1.A.move", "merge.A", "no_such_option"),
        (2, "round1.C.move", "hold", "bot_seat"),
    ],
)
def test_a_choice_that_is_not_there_is_refused(seat, question, option, reason):
    match = session(people=2, bots=1)
    before = match.recorder.recording
    assert refused(match, seat, question, option) == reason
    assert match.recorder.recording == before


def test_a_closed_option_says_why():
    match = session(people=3, bots=0, rounds=6)
    for nth in range(3, 6):
        play_round(match, nth=7 * nth)
        match.go_on()
    closed = [
        (seat, question.id, option)
        for seat in range(3)
        for question in match.questions(seat)
        for option in question.options
        if not option.is_open
    ]
    seat, question, option = closed[0]
    assert option.why_closed is not None
    assert refused(match, seat, question, option.id) == option.why_closed.key


def test_a_locked_seat_cannot_choose_again():
    match = session()
    take_turn(match, 0)
    assert refused(match, 0, "round1.A.move", "hold") == "locked"


def test_nothing_can_be_chosen_while_the_table_looks_back():
    match = session(people=1, bots=1)
    play_round(match)
    assert refused(match, 0, "round1.A.move", "hold") == "not_now"


def test_the_table_goes_on_only_after_a_round():
    match = session()
    with pytest.raises(IllegalAnswer):
        match.go_on()


def test_bots_do_not_answer_before_every_person_has():
    match = session()
    with pytest.raises(IllegalAnswer):
        match.play_bots()


def test_a_match_of_bots_only_plays_round_by_round():
    match = session(people=0, bots=4)
    assert match.waits_for_bots
    assert match.next_human() is None
    play_on(match)
    assert match.has_ended
    assert match.outcome is not None
    assert len(match.round_hashes) == 3


def test_a_match_with_people_and_bots_ends():
    match = session(people=2, bots=2)
    play_on(match, nth=1)
    assert match.phase == "ended"


def test_the_same_choices_give_the_same_table():
    first, again = session(people=2, bots=2), session(people=2, bots=2)
    play_on(first, nth=2)
    play_on(again, nth=2)
    assert first.table_hash() == again.table_hash()
    assert first.answers == again.answers


def test_a_seat_sees_nothing_of_what_another_chose_before_the_reveal():
    match = session(people=2, bots=0)
    before = match.snapshot(1)
    match.open_curtain(0)
    choose_all(match, 0, nth=3)
    assert match.snapshot(1) == before


def test_a_lock_that_the_rules_refuse_half_way_changes_nothing(monkeypatch):
    match = session(people=2, bots=0)
    match.open_curtain(0)
    choose_all(match, 0)
    before = (match.table_hash(), match.answers, match.recorder.recording)
    answer = Game.answer
    given = []

    def refuse_second(game, question, option):
        given.append(question)
        if len(given) == 2:
            raise IllegalAnswer("option_closed", "It is not open now.")
        answer(game, question, option)

    monkeypatch.setattr(Game, "answer", refuse_second)
    with pytest.raises(IllegalAnswer):
        match.lock(0)
    assert len(given) == 2
    assert (match.table_hash(), match.answers, match.recorder.recording) == before
    assert match.missing(0) == ()


# Seats ---------------------------------------------------------------------------------


def test_handing_a_seat_to_a_bot_or_a_person_leaves_the_table_as_it_is():
    match = session(people=2, bots=1)
    before = (match.table_hash(), match.answers)
    match.hand_over(0, "careful")
    match.hand_over(2, HUMAN)
    match.rename(1, "Anna")
    match.recolour(1, "F")
    assert (match.table_hash(), match.answers) == before
    assert [seat.controller for seat in match.seats] == ["careful", "human", "human"]
    assert (match.seats[1].name, match.seats[1].colour_letter) == ("Anna", "F")


def test_a_seat_handed_to_a_bot_in_the_middle_of_a_round_is_played_by_it():
    match = session(people=2, bots=0)
    take_turn(match, 0)
    match.hand_over(1, "cooperative")
    assert match.waits_for_bots
    match.play_bots()
    assert match.phase == "look_back"


def test_a_seat_that_a_person_takes_over_waits_for_that_person():
    match = session(people=1, bots=1)
    match.hand_over(1, HUMAN)
    take_turn(match, 0)
    assert match.next_human() == 1
    assert match.phase == "choose"


def test_choices_wait_for_a_person_who_comes_back_in_the_same_round():
    match = session(people=2, bots=0)
    match.choose(0, "round1.A.move", "inform")
    match.hand_over(0, "careful")
    match.hand_over(0, HUMAN)
    assert match.choice("round1.A.move") == "inform"


def test_there_is_no_bot_of_an_unknown_character():
    match = session()
    with pytest.raises(IllegalAnswer) as caught:
        match.hand_over(0, "genius")
    assert caught.value.reason == "no_such_bot"
    assert match.seats[0].is_human


def test_a_name_is_one_line_and_not_too_long():
    assert Seat(0).with_name("  Anna \n van  Dijk ").name == "Anna van Dijk"
    assert len(Seat(0).with_name("a" * 90).name) == LONGEST_NAME


def test_seats_are_people_first_then_bots():
    seats = seats_for(3, bots=("careful",))
    assert [seat.controller for seat in seats] == ["human", "human", "careful"]
    assert [seat.letter for seat in seats] == ["A", "B", "C"]


def test_names_of_people_are_kept():
    match = start_session(NewMatch(small_book(), named_seats("Anna", "Bob"), 1), None)
    assert [seat.name for seat in match.seats] == ["Anna", "Bob"]


def test_a_language_is_remembered():
    match = session()
    match.set_language("fr")
    assert match.recorder.recording.note("language", "nl") == "fr"


# Bots that take time -------------------------------------------------------------------


def with_slow_bots() -> Session:
    """A match of one person, a bot that answers at once, and two that look ahead."""
    seats = (Seat(0), Seat(1, "careful"), Seat(2, "ahead_1"), Seat(3, "ahead_1"))
    match = start_session(NewMatch(small_book(3), seats, 7), None)
    match.minds.trials = Worthless()
    return match


class Worthless(PlainTrials):
    def play(self, table, book, seat, arms, futures):
        return [0] * len(arms)


class Broken(PlainTrials):
    def play(self, table, book, seat, arms, futures):
        raise AssertionError("No future is to be played.")


def test_bots_that_take_time_think_one_at_a_time_and_answer_together():
    match = with_slow_bots()
    choose_all(match, 0)
    assert match.thinker is None
    match.lock(0, bots_wait=True)
    thought: list[str] = []
    while match.thinker is not None:
        thought.append(match.thinker.letter)
        before = match.table_hash()
        match.think()
        assert match.table_hash() == before
        assert match.bot_choices == ()
    assert thought == ["C", "D"]
    assert match.waits_for_bots
    match.play_bots()
    assert match.phase == "look_back"
    assert {choice.seat for choice in match.bot_choices} == {1, 2, 3}


def test_what_a_bot_thought_is_what_it_answers():
    match = with_slow_bots()
    choose_all(match, 0)
    match.lock(0, bots_wait=True)
    while match.thinker is not None:
        match.think()
    match.minds.trials = Broken()
    match.play_bots()
    assert match.phase == "look_back"


def test_a_seat_that_changes_hands_is_thought_about_anew():
    match = with_slow_bots()
    choose_all(match, 0)
    match.lock(0, bots_wait=True)
    match.think()
    match.hand_over(2, "careful")
    assert match.thinker is not None
    assert match.thinker.letter == "D"


def test_without_being_told_to_wait_the_last_lock_lets_all_bots_answer():
    match = with_slow_bots()
    choose_all(match, 0)
    match.lock(0)
    assert match.phase == "look_back"
