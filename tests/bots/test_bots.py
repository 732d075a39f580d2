"""Bots: open options only, no more knowledge than a person, and a reason for every choice."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from coopgame.bots.bot import Chance, chance_for
from coopgame.bots.characters import CHARACTERS, bot_named, mixed_characters
from coopgame.bots.playing import bot_answers
from coopgame.reading.translations import load_words
from coopgame.rules.game import Game
from coopgame.rules.questions import TABLE_SEAT, About, Option, Party, Question, Reason
from coopgame.rules.snapshot import PactView
from coopgame.vocabulary import LANGUAGES
from tests.sessions.small_match import small_book

BOTS = Path(__file__).parents[2] / "coopgame" / "bots"


def played(characters, seed, rounds=4):
    """Play a match of bots to its end; return it with everything they chose."""
    match = Game(small_book(rounds), seed=seed, seats=len(characters))
    choices = []
    while not match.has_ended:
        for question in match.questions(TABLE_SEAT):
            match.answer(question.id, "go_on")
        for seat, character in enumerate(characters):
            for choice in bot_answers(match, seat, character):
                choices.append(choice)
                match.answer(choice.question, choice.option)
    return match, choices


def reply_to(kind: str, *, asker: int = 1, seat: int = 0) -> Question:
    offer = Option(f"{kind}.A", kind, party=Party("seat", seat), stage=1)
    return Question(
        id="round1.A.reply.B",
        round=1,
        seat=seat,
        about=About.REPLY,
        options=(Option("yes", "yes"), Option("no", "no")),
        asked_by=Party("seat", asker),
        offer=offer,
    )


def believing(tie: int):
    """Return what seat A sees when it believes everybody this far."""
    view = Game(small_book(4), seed=3, seats=3).snapshot(0)
    ties = (100, tie, tie)
    own = replace(view.cooperatives[0], tie_to=ties)
    return replace(view, cooperatives=(own, *view.cooperatives[1:]))


@pytest.mark.parametrize("character", CHARACTERS)
@pytest.mark.parametrize("seats", [2, 4, 6])
def test_a_character_plays_any_number_of_seats_to_the_end(character, seats):
    match, choices = played([character] * seats, seed=seats)
    assert match.has_ended
    assert len(choices) >= 4 * seats


@pytest.mark.parametrize("character", CHARACTERS)
def test_the_same_situation_gives_the_same_choice(character):
    _, first = played([character] * 3, seed=5)
    _, again = played([character] * 3, seed=5)
    assert first == again


def test_asking_a_bot_changes_nothing():
    match = Game(small_book(4), seed=1, seats=3)
    before = match.table_hash()
    bot_answers(match, 0, "careful")
    assert match.table_hash() == before
    assert match.answers == ()


@pytest.mark.parametrize("character", CHARACTERS)
def test_a_bot_asks_for_nothing_but_its_own_view_and_questions(character):
    match = Game(small_book(4), seed=1, seats=3)

    class Watched:
        seed = match.seed

        def snapshot(self, viewer):
            assert viewer == 1
            return match.snapshot(viewer)

        def questions(self, seat):
            assert seat == 1
            return match.questions(seat)

    assert bot_answers(Watched(), 1, character)  # type: ignore[arg-type]


@pytest.mark.parametrize("character", CHARACTERS)
def test_what_others_keep_secret_does_not_change_a_choice(character):
    match = Game(small_book(4), seed=2, seats=3)
    question = match.questions(0)[-1]
    view = match.snapshot(0)
    bolder = tuple(
        replace(one, ambition=(70, 10, 10, 10)) if one.seat else one for one in view.cooperatives
    )
    bot, chance = bot_named(character), chance_for(question, 2)
    told = bot.choose(question, replace(view, cooperatives=bolder), chance)
    assert bot.choose(question, view, chance) == told


@pytest.mark.parametrize("character", CHARACTERS)
def test_only_open_options_are_chosen(character):
    closed = Reason("closed.capital")
    options = (
        Option("a", "card", is_open=False, why_closed=closed),
        Option("b", "card"),
        Option("nothing", "card", is_open=False, why_closed=closed),
    )
    question = Question("round1.A.answer", 1, 0, About.ANSWER, options)
    view = believing(45)
    for seed in range(20):
        choice = bot_named(character).choose(question, view, chance_for(question, seed))
        assert choice.option_id == "b"


# Negotiating ---------------------------------------------------------------------------


def answer_of(character: str, question: Question, tie: int, seed: int = 1) -> str:
    view = believing(tie)
    return bot_named(character).choose(question, view, chance_for(question, seed)).option_id


@pytest.mark.parametrize("character", CHARACTERS[:-1])
@pytest.mark.parametrize("kind", ["coordinate", "contract"])
def test_a_strong_tie_makes_a_yes_and_a_broken_one_a_no(character, kind):
    assert answer_of(character, reply_to(kind), tie=90) == "yes"
    assert answer_of(character, reply_to(kind), tie=5) == "no"


def test_a_cooperative_seat_says_yes_sooner_than_a_competitive_one():
    least = {
        character: next(
            tie for tie in range(101) if answer_of(character, reply_to("coordinate"), tie) == "yes"
        )
        for character in ("cooperative", "competitive")
    }
    assert least["cooperative"] + 8 <= least["competitive"]


def test_a_pact_makes_a_merger_easier_to_accept():
    question = reply_to("merge")
    view = believing(0)
    coordinating = replace(view, pacts=(PactView(0, Party("seat", 1), 1),))
    chance, bot = chance_for(question, 1), bot_named("integrator")

    def accepts(seen, tie):
        own = replace(seen.cooperatives[0], tie_to=(100, tie, tie))
        with_tie = replace(seen, cooperatives=(own, *seen.cooperatives[1:]))
        return bot.choose(question, with_tie, chance).option_id == "yes"

    ties = range(101)
    assert sum(accepts(coordinating, tie) for tie in ties) > sum(accepts(view, tie) for tie in ties)


def test_cooperative_seats_offer_and_make_pacts_with_each_other():
    pacts = 0
    for seed in range(5):
        match, choices = played(["cooperative"] * 4, seed)
        assert any(choice.option.startswith("coordinate.") for choice in choices)
        pacts += sum(change.kind == "pact" and change.after == 1 for change in match.changes())
    assert pacts >= 5


def test_integrators_offer_mergers():
    asked = [
        choice.option
        for seed in range(5)
        for choice in played(["integrator"] * 4, seed, rounds=6)[1]
        if choice.option.startswith("merge.")
    ]
    assert asked


# Reasons and chance --------------------------------------------------------------------


def reasons_in_use() -> set[str]:
    sources = "".join(path.read_text() for path in BOTS.glob("*.py"))
    return set(re.findall(r'"(why\.\w+)"', sources))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_and_character_has_its_sentence(language):
    words = load_words(language)
    refusals = {"why_not.ties", "why_not.offer_fits", "why_not.autonomy", "why_not.habit"}
    for key in reasons_in_use() | refusals:
        assert key in words.texts, key
        assert words.get(key).endswith(".")
    for character in CHARACTERS:
        assert f"bot.{character}" in words.texts
        assert f"bot.{character}.character" in words.texts


def test_no_reason_is_left_over():
    texts = load_words("en").texts
    kept = {key for key in texts if key.startswith("why.")}
    assert kept == reasons_in_use()


def test_every_choice_names_a_reason_that_has_a_sentence():
    texts = load_words("en").texts
    for seed in range(4):
        for choice in played(CHARACTERS, seed)[1]:
            assert choice.why in texts


def test_chance_repeats_and_differs_by_seed_round_seat_and_question():
    draws = {
        Chance(seed, round_, seat, salt).draw(1_000_000)
        for seed in (1, 2**40)
        for round_ in (1, 2)
        for seat in (0, 1)
        for salt in (0, 1)
    }
    assert len(draws) == 16
    assert Chance(1, 1, 0).draw(100, 3) == Chance(1, 1, 0).draw(100, 3)
    assert all(0 <= Chance(seed, 1, 0).draw(6) < 6 for seed in range(200))


def test_mixed_characters_are_boards_in_turn_and_never_lots():
    assert mixed_characters(6) == (
        "careful", "cooperative", "competitive", "integrator", "careful", "cooperative",
    )  # fmt: skip


def test_an_unknown_character_is_refused():
    with pytest.raises(KeyError):
        bot_named("genius")


@pytest.mark.long
def test_boards_meet_more_goals_than_lots():
    goals = {"random": [0, 0], "board": [0, 0]}
    for seed in range(60):
        characters = ["random", *mixed_characters(4)[: 1 + seed % 3], "random"]
        match, _ = played(characters, seed, rounds=6)
        for result in match.outcome.seats:
            kind = "random" if characters[result.seat] == "random" else "board"
            goals[kind][0] += result.goals_met
            goals[kind][1] += 1
    assert goals["board"][0] / goals["board"][1] > 1.2 * goals["random"][0] / goals["random"][1]
