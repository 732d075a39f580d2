"""Bots: open options only, no more knowledge than a person, and a reason for every choice."""

import random
import re
from pathlib import Path

import pytest

from coopgame.bots.boards import BOARD_NAMES, COLUMNS, LIKING, NEVER, board_named
from coopgame.bots.characters import BOARDS, CHARACTERS, mixed_characters
from coopgame.bots.choosing import choose, says_yes
from coopgame.bots.playing import SCRATCH, bot_answers
from coopgame.reading.library import load_scenario, playbook_for
from coopgame.reading.translations import load_words
from coopgame.rules import codes as c
from coopgame.rules.game import Game
from coopgame.rules.journal import new_log
from coopgame.rules.legal import OPEN, verdict
from coopgame.rules.questions import TABLE_SEAT, About
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.table import Table, table_bytes
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


def tables(name, *, seats=4, seed=1, until=6):
    """Yield the table of an official scenario at every choice of a match of its board."""
    book = playbook_for(load_scenario("walloon_dairy"), seats=seats)
    table, log, board = Table(), new_log(0), list(board_named(name))
    lay_table(table, book, log, seed, seats)
    for _ in range(until):
        open_round(table, book, log)
        yield table, book
        for seat in range(seats):
            choose(table, book, board, seat, [0] * SCRATCH)
        play_round(table, book, log)


@pytest.mark.parametrize("character", [*BOARDS, "random"])
@pytest.mark.parametrize("seats", [2, 4, 6])
def test_a_character_plays_any_number_of_seats_to_the_end(character, seats):
    match, choices = played([character] * seats, seed=seats)
    assert match.has_ended
    assert len(choices) >= 4 * seats


@pytest.mark.parametrize("character", [*BOARDS, "random"])
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


@pytest.mark.parametrize("name", BOARD_NAMES)
def test_what_others_keep_secret_does_not_change_a_choice(name):
    """Their choices of this round and their missions are anything; the choice stays."""
    chance, board = random.Random(name), list(board_named(name))
    for table, book in tables(name):
        seat = chance.randrange(4)
        choose(table, book, board, seat, [0] * SCRATCH)
        chosen = own_choice(table, seat)
        for other in range(4):
            if other != seat:
                table.answer[other] = chance.randrange(-1, 9)
                table.move[other] = chance.randrange(-1, 11)
                table.move_to[other] = chance.randrange(-1, 4)
                table.mission[other] = chance.sample(range(7), 3)
                table.reply[other] = [chance.randrange(-1, 2) for _ in range(6)]
        choose(table, book, board, seat, [0] * SCRATCH)
        assert own_choice(table, seat) == chosen


def own_choice(table, seat):
    names = ("answer", "move", "move_to", "move_stage", "move_term", "move_price", "reply")
    return [getattr(table, name)[seat] for name in names]


def test_a_seat_is_shown_a_table_without_the_others_secrets():
    match = Game(small_book(4), seed=1, seats=3)
    for choice in bot_answers(match, 1, "careful"):
        match.answer(choice.question, choice.option)
    own, other = match.seen_table(1), match.seen_table(0)
    assert own.move[1] >= 0
    assert other.move[1] == other.answer[1] == -1
    assert other.mission[1] == [0, 0, 0]
    assert other.mission[0] == match.seen_table(0).mission[0]


def test_a_shown_table_is_a_copy():
    match = Game(small_book(4), seed=1, seats=3)
    before = match.table_hash()
    seen = match.seen_table(0)
    seen.tie[0][1], seen.capital[0] = 99, 999
    assert match.table_hash() == before


@pytest.mark.parametrize("name", [name for name in BOARD_NAMES if name != "random"])
@pytest.mark.parametrize("seed", [1, 2])
def test_every_move_of_a_board_is_open_and_liked(name, seed):
    board = list(board_named(name))
    for table, book in tables(name, seed=seed):
        for seat in range(4):
            choose(table, book, board, seat, [0] * SCRATCH)
            move, to = table.move[seat], table.move_to[seat]
            stage, term = table.move_stage[seat], table.move_term[seat]
            assert verdict(table, book, seat, move, to, stage, term)[0] == OPEN
            assert board[LIKING + move] != NEVER


def test_choosing_writes_nothing_but_the_choices():
    for table, book in tables("cooperative", until=3):
        choose(table, book, list(board_named("cooperative")), 2, [0] * SCRATCH)
        names = ("answer", "move", "move_to", "move_stage", "move_term", "move_price", "reply")
        kept = {name: getattr(table, name)[2] for name in names}
        before = table_bytes(table)
        choose(table, book, list(board_named("cooperative")), 2, [0] * SCRATCH)
        assert table_bytes(table) == before
        assert {name: getattr(table, name)[2] for name in names} == kept


@pytest.mark.parametrize("name", BOARD_NAMES)
def test_every_board_has_all_its_columns(name):
    assert len(board_named(name)) == COLUMNS


@pytest.mark.parametrize("name", ["alone", "coordinate", "merge", "contract", "integrate"])
def test_a_pure_strategy_lives_at_most_its_own_model(name):
    models = {"coordinate": c.COORDINATE, "merge": c.MERGE, "contract": c.CONTRACT,
              "integrate": c.INTEGRATE}  # fmt: skip
    board = board_named(name)
    liked = {model for model, move in models.items() if board[LIKING + move] != NEVER}
    assert liked == {name} - {"alone"}


# Negotiating ---------------------------------------------------------------------------


def least_tie(name, move):
    """Return the least tie at which a board of this name takes an offer from seat 1."""
    book = playbook_for(load_scenario("walloon_dairy"), seats=3)
    table = Table()
    lay_table(table, book, new_log(0), 3, 3)
    open_round(table, book, new_log(0))
    table.offer_move[1], table.offer_to[1] = move, 0
    for tie in range(0, 101, 2):
        table.tie[0][1] = table.tie[1][0] = tie
        if says_yes(table, book, list(board_named(name)), 0, 1):
            return tie
    return 101


@pytest.mark.parametrize("name", BOARDS)
@pytest.mark.parametrize("move", [c.COORDINATE, c.MERGE, c.CONTRACT])
def test_a_strong_tie_makes_a_yes_and_a_broken_one_a_no(name, move):
    assert 5 <= least_tie(name, move) <= 90


def test_a_cooperative_seat_says_yes_sooner_than_a_competitive_one():
    assert least_tie("cooperative", c.COORDINATE) + 8 <= least_tie("competitive", c.COORDINATE)


def test_a_pure_strategy_takes_no_offer_of_another_model():
    assert least_tie("contract", c.MERGE) == 101
    assert least_tie("merge", c.MERGE) < 101


def test_cooperative_seats_offer_and_make_pacts_with_each_other():
    pacts = 0
    for seed in range(5):
        match, choices = played(["cooperative"] * 4, seed)
        assert any(choice.option.startswith("coordinate.") for choice in choices)
        pacts += sum(change.kind == "pact" and change.after == 1 for change in match.changes())
    assert pacts >= 5


def test_boards_merge_with_each_other():
    mergers = 0
    for seed in range(24):
        *_, (table, _) = tables("integrator", seed=seed, until=8)
        mergers += sum(table.group[seat] == seat for seat in range(4)) < 4
    assert mergers >= 4


# Reasons -------------------------------------------------------------------------------


def reasons_in_use() -> set[str]:
    sources = "".join(path.read_text() for path in BOTS.glob("*.py"))
    return set(re.findall(r'"(why(?:_not)?\.\w+)"', sources))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_and_character_has_its_sentence(language):
    words = load_words(language)
    for key in reasons_in_use():
        assert words.language == language
        assert not words.get(key, count=2).startswith("[["), key
        assert words.get(key, count=2).endswith(".")
    for character in CHARACTERS:
        assert f"bot.{character}" in words.texts
        assert f"bot.{character}.character" in words.texts


def test_no_reason_is_left_over():
    texts = [key for key in load_words("en").texts if key.startswith(("why.", "why_not."))]
    kept = {key.removesuffix(".one").removesuffix(".other") for key in texts}
    assert kept == reasons_in_use()


def test_every_choice_names_a_reason_that_has_a_sentence():
    texts, named = load_words("en").texts, set()
    for seed in range(4):
        for choice in played([*BOARDS, "random"], seed)[1]:
            assert choice.why in texts
            named.add(choice.why)
    assert len(named) > 8


def test_a_refused_offer_says_why_not():
    refused = {
        choice.why
        for seed in range(12)
        for choice in played(["competitive", "cooperative", "competitive"], seed, rounds=6)[1]
        if f".{About.REPLY.value}." in choice.question and choice.option == "no"
    }
    assert refused
    assert all(why.startswith("why_not.") for why in refused)


def test_mixed_characters_are_boards_in_turn_and_never_lots():
    assert mixed_characters(6) == (
        "careful", "cooperative", "competitive", "integrator", "careful", "cooperative",
    )  # fmt: skip


def test_an_unknown_character_is_refused():
    with pytest.raises(KeyError):
        board_named("genius")


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
