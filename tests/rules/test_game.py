import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgame.rules import codes as c
from coopgame.rules.errors import CoopgameError, IllegalAnswer
from coopgame.rules.game import Game
from coopgame.rules.missions import goal_value, mean_meter
from coopgame.rules.questions import About, Party
from coopgame.rules.snapshot import EVERYTHING, PUBLIC
from tests.conformance import check_invariants, play_randomly
from tests.rules.small_playbook import small_playbook


def game(seats=4, seed=1, **options):
    return Game(small_playbook(**options), seed=seed, seats=seats)


def answer_all(match, move="hold"):
    for question in match.questions():
        option = question.option(move) or question.default
        match.answer(question.id, option.id)


def test_question_ids_read():
    match = game()
    assert [q.id for q in match.questions()] == [f"round1.{s}.move" for s in "ABCD"]
    answer_all(match)
    assert [q.id for q in match.questions()] == ["round1.table.go_on"]
    match.answer("round1.table.go_on", "go_on")
    assert match.questions(2)[0].id == "round2.C.move"


def test_the_last_answer_of_a_round_reveals_and_settles_it():
    match = game()
    for question in match.questions()[:3]:
        match.answer(question.id, "hold")
    assert match.snapshot().phase == "choose"
    assert match.snapshot().cooperatives[0].move is None
    match.answer("round1.D.move", "inform")
    seen = match.snapshot()
    assert seen.phase == "look_back"
    assert seen.cooperatives[3].move.kind == "inform"
    assert len(match.round_hashes) == 1


@pytest.mark.parametrize(
    ("question", "option", "reason"),
    [
        ("round9.A.move", "hold", "question_not_open"),
        ("nonsense", "hold", "question_not_open"),
        ("round1.A.move", "fly", "no_such_option"),
        ("round1.A.move", "leave.group", "no_such_option"),
        ("round1.A.move", "merge.A", "no_such_option"),
        ("round1.A.move", "contract.P1.production.short.fixed", "no_such_option"),
    ],
)
def test_an_illegal_answer_is_refused_and_the_table_untouched(question, option, reason):
    match = game()
    before = match.table_hash()
    with pytest.raises(IllegalAnswer) as refusal:
        match.answer(question, option)
    assert refusal.value.reason == reason
    assert isinstance(refusal.value, CoopgameError)
    assert match.table_hash() == before
    assert match.answers == ()


def test_a_closed_move_is_named_with_its_reason_and_refused():
    match = game(seats=4)
    match._table.capital[0] = 0
    closed = [o for o in match.questions(0)[0].options if o.kind == "integrate"]
    assert all(not o.is_open and o.why_closed.key == "closed.capital" for o in closed)
    assert closed[0].why_closed.has == 0 < closed[0].why_closed.needs
    with pytest.raises(IllegalAnswer, match="not open"):
        match.answer("round1.A.move", closed[0].id)


def test_every_open_option_is_taken_and_every_closed_one_says_why():
    match = game(seats=5)
    for question in match.questions():
        for option in question.options:
            assert option.is_open == (option.why_closed is None)
            if option.is_open:
                fresh = game(seats=5)
                fresh.answer(question.id, option.id)
        break


def test_an_offer_becomes_a_question_to_the_other_side():
    match = game()
    match.answer("round1.A.move", "coordinate.B")
    for seat in "BCD":
        match.answer(f"round1.{seat}.move", "hold")
    match.answer("round1.table.go_on", "go_on")
    reply = match.questions(1)[0]
    assert reply.id == "round2.B.reply.A"
    assert reply.about == About.REPLY
    assert reply.asked_by == Party("seat", 0)
    assert reply.offer.kind == "coordinate"
    assert match.snapshot().cooperatives[0].offer.id == "coordinate.B"
    match.answer("round2.B.reply.A", "yes")
    with pytest.raises(IllegalAnswer):
        match.answer("round2.B.reply.A", "yes")
    for seat in "ABCD":
        match.answer(f"round2.{seat}.move", "hold")
    assert [(p.seat, p.other.code) for p in match.snapshot().pacts] == [(0, "B")]


def test_a_seat_sees_its_own_ambition_and_mission_and_nobody_elses():
    match = game()
    mine = match.snapshot(1)
    assert [s.ambition is not None for s in mine.cooperatives] == [False, True, False, False]
    assert [s.mission is not None for s in mine.cooperatives] == [False, True, False, False]
    public = match.snapshot(PUBLIC)
    assert all(s.ambition is None and s.mission is None for s in public.cooperatives)
    assert match.snapshot(EVERYTHING) == public


def test_dialogue_lets_both_sides_see_each_others_ambition():
    match = game()
    match.answer("round1.A.move", "dialogue.C")
    for seat in "BCD":
        match.answer(f"round1.{seat}.move", "hold")
    assert match.snapshot(0).cooperatives[2].ambition is not None
    assert match.snapshot(2).cooperatives[0].ambition is not None
    assert match.snapshot(1).cooperatives[2].ambition is None


def test_a_choice_is_not_visible_before_the_reveal():
    match = game()
    before = match.snapshot(1)
    match.answer("round1.A.move", "specialise")
    after = match.snapshot(1)
    assert after.cooperatives[0].has_locked
    assert not before.cooperatives[0].has_locked
    assert after.cooperatives[0].move is None
    assert match.changes() == game().changes()


def test_the_same_seed_and_answers_give_the_same_match():
    one, other = game(seed=9), game(seed=9)
    play_randomly(one, 5)
    for question, option in one.answers:
        other.answer(question, option)
    assert one.round_hashes == other.round_hashes
    assert one.changes() == other.changes()
    assert one.outcome == other.outcome


def test_another_seed_gives_another_table():
    assert game(seed=1).table_hash() != game(seed=2).table_hash()
    assert game(seed=1).table_hash() != game(seed=1 + 2**40).table_hash()


def test_the_outcome_shows_three_meters_missions_and_the_chain():
    match = game(rounds=2, seats=3)
    assert match.outcome is None
    play_randomly(match, 1)
    outcome = match.outcome
    assert outcome is not None
    assert outcome.ending == "rounds"
    assert len(outcome.seats) == 3
    for result in outcome.seats:
        assert result.goals_met == sum(goal.is_met for goal in result.mission)
        assert 0 <= result.closeness <= 300
    assert outcome.chain.is_won == (sum(g.is_met for g in outcome.chain.goals) >= 2)
    only_trust = outcome.points((1, 0, 0))
    assert only_trust == tuple(r.meters[0] for r in outcome.seats)
    assert all(s.mission for s in match.snapshot(EVERYTHING).cooperatives)


def test_a_goal_before_the_first_settle_uses_todays_meter():
    match = game()
    assert mean_meter(match._table, 0, c.TRUST) == match._table.meter[0][c.TRUST]


def test_a_default_answer_is_always_open():
    match = game(seats=6)
    assert [q.default.id for q in match.questions()] == ["hold"] * 6


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**40), st.integers(2, 6), st.integers(0, 10**6))
def test_any_match_keeps_every_invariant_to_its_end(seed, seats, choices):
    match = game(seats=seats, seed=seed, rounds=6)
    chooser = random.Random(choices)
    while not match.has_ended:
        question = match.questions()[0]
        option = chooser.choice([o for o in question.options if o.is_open])
        match.answer(question.id, option.id)
        check_invariants(match)


def test_looking_back_at_one_round_or_from_a_round_on():
    match = game(rounds=3)
    play_randomly(match, 3)
    everything = match.changes()
    assert set(match.changes(only_round=2)) <= set(everything)
    assert {change.round for change in match.changes(only_round=2)} == {2}
    assert {change.round for change in match.changes(since_round=2)} == {2, 3}
    assert all(change.amount == change.after - change.before for change in everything)


def test_cash_counts_the_rounds_that_are_settled():
    match = game(seats=2)
    table = match._table

    def cash() -> int:
        value = goal_value(table, match.playbook, 0, c.CASH)
        return value - table.capital[0] + table.debt[0]

    assert cash() == 10 * table.paid[0]
    for number in (1, 2):
        answer_all(match)
        settled = cash()
        assert settled == 10 * table.paid_sum[0] // number
        match.answer(f"round{number}.table.go_on", "go_on")
        assert cash() == settled
