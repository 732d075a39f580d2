"""Every official scenario, at every player count, plays to an end with all invariants."""

import pytest

from coopgame.reading.library import list_scenarios, load_scenario, playbook_for
from coopgame.rules.codes import COLLAPSE
from coopgame.rules.game import Game
from tests.conformance import play_randomly, played_table

SCENARIOS = [listed.id for listed in list_scenarios()]
CASES = [
    (name, seats)
    for name in SCENARIOS
    for seats in range(
        load_scenario(name).scenario.seats.fewest, load_scenario(name).scenario.seats.most + 1
    )
]


@pytest.mark.parametrize(("name", "seats"), CASES)
def test_an_official_scenario_keeps_every_invariant_at_each_step(name, seats):
    match = Game(playbook_for(load_scenario(name), seats=seats), seed=1, seats=seats)
    play_randomly(match, 1, check=True)
    assert match.outcome is not None


@pytest.mark.long
@pytest.mark.parametrize(("name", "seats"), CASES)
def test_two_hundred_seeds_of_an_official_scenario_play_to_an_end(name, seats):
    """Through the rules themselves, the table checked after every round."""
    book = playbook_for(load_scenario(name), seats=seats)
    for seed in range(200):
        table = played_table(book, seed, seats)
        assert table.ended
        assert table.round_now == book.rounds or table.ended == COLLAPSE


@pytest.mark.long
@pytest.mark.parametrize(("name", "seats"), CASES)
def test_ten_seeds_of_an_official_scenario_keep_every_promise_to_people(name, seats):
    """Through questions and answers, with snapshots, reasons and secrets checked at every step."""
    book = playbook_for(load_scenario(name), seats=seats)
    for seed in range(10, 20):
        match = Game(book, seed=seed, seats=seats)
        play_randomly(match, seed, check=seed % 5 == 0)
        assert match.has_ended


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_same_seed_and_answers_give_the_same_match_of_a_scenario(name):
    book = playbook_for(load_scenario(name), seats=3)
    one = Game(book, seed=77, seats=3)
    play_randomly(one, 4)
    other = Game(book, seed=77, seats=3)
    for question, option in one.answers:
        other.answer(question, option)
    assert other.round_hashes == one.round_hashes
    assert other.changes() == one.changes()


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_card_of_a_scenario_can_be_answered_in_every_open_way(name):
    """Deal each card by hand; each of its open options must go through."""
    loaded = load_scenario(name)
    book = playbook_for(loaded, seats=3)
    for number in range(len(book.cards)):
        book.script[:] = [number] + [-1] * (book.rounds - 1)
        match = Game(book, seed=number, seats=3)
        asked = [q for q in match.questions() if q.about == "answer"]
        if not asked:
            continue
        for option in asked[0].options:
            if option.is_open:
                fresh = Game(book, seed=number, seats=3)
                for question in fresh.questions():
                    same = question.option(option.id) if question.about == "answer" else None
                    chosen = same if same is not None and same.is_open else question.default
                    fresh.answer(question.id, chosen.id)
                assert fresh.snapshot().phase in ("look_back", "ended")


def test_both_official_scenarios_are_here_for_the_asked_numbers_of_seats():
    assert {"introduction", "walloon_dairy"} <= set(SCENARIOS)
    introduction = load_scenario("introduction").scenario
    assert (introduction.seats.fewest, introduction.seats.most) == (2, 5)
    assert introduction.offered_rounds == 4
    walloon = load_scenario("walloon_dairy").scenario
    assert (walloon.seats.fewest, walloon.seats.most) == (2, 6)
    assert len(walloon.chapters) == 5


def test_the_table_tells_which_card_every_round_had():
    match = Game(playbook_for(load_scenario("introduction"), seats=3), seed=5, seats=3)
    dealt: list[str | None] = []
    while not match.has_ended:
        seen = match.snapshot()
        if len(dealt) < seen.round:
            dealt.append(seen.card.id if seen.card else None)
        assert match.snapshot().dealt == tuple(dealt)
        question = match.questions()[0]
        match.answer(question.id, question.default.id)
    assert any(dealt)
