"""Every answer and every move is asked about where it could be chosen, and what is best counts."""

from dataclasses import replace
from itertools import islice

from coopgame.bots.looking_ahead import PLAIN
from coopgame.bots.trying import ANSWER, MOVE
from coopgame.reading.library import load_scenario, playbook_for
from coopgame.rules import codes as c
from coopgame.rules.journal import new_log
from coopgame.rules.naming import MOVES
from coopgame.rules.playbook import CARD_ROLE, ROLE_FOLLOW_UP
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.table import table_bytes
from coopgame.simulate.exploring import laid
from coopgame.simulate.probing import (
    SHARED,
    Effort,
    cards_in_play,
    cards_that_may_come,
    laid_before,
    probe,
)


class Liking:
    """Futures that are worth what somebody likes: no match is played."""

    is_fast = True

    def __init__(self, like):
        self.like = like

    def play(self, table, book, seat, arms, futures):
        return [self.like(book, arm) * len(futures) for arm in arms]


def books_of(name, *seats):
    loaded = load_scenario(name)
    return [playbook_for(loaded, seats=count) for count in seats]


def unwatched(done, total):
    """Watch nothing."""


def probed(like=lambda book, arm: 0, seed=0, watch=unwatched, **effort):
    asked = Effort(**{"few": 2, "many": 4, "futures": 32, "matches": 12, **effort})
    books = books_of("short_chain", 2, 3)
    return probe(books, Liking(like), seed=seed, effort=asked, watch=watch)


def opened(book, seed):
    """Yield the table in every round of a match in which nobody does anything."""
    log = new_log(0)
    table = laid(book, log, seed)
    while not table.ended:
        open_round(table, book, log)
        yield table
        play_round(table, book, log)


def test_the_card_that_is_dealt_is_one_of_those_that_may_come():
    (book,) = books_of("walloon_dairy", 3)
    for seed in range(6):
        for table in opened(book, seed):
            able = cards_that_may_come(table, book)
            assert table.card in able
            assert set(able) <= cards_in_play(book)
            assert len(able) == len(set(able))


def test_a_card_laid_instead_lies_as_if_it_had_been_dealt():
    (book,) = books_of("walloon_dairy", 3)
    for place, table in enumerate(opened(book, 4)):
        for card in cards_that_may_come(table, book)[place::11]:
            other = replace(book, script=[*book.script[:place], card, *book.script[place + 1 :]])
            dealt = next(islice(opened(other, 4), place, None))
            assert table_bytes(laid_before(table, book, card)) == table_bytes(dealt)


def test_a_scripted_card_is_no_matter_of_chance():
    (book,) = books_of("introduction", 3)
    for place, table in enumerate(opened(book, 1)):
        assert cards_that_may_come(table, book) == [book.script[place]]


def test_the_answer_that_is_liked_is_always_the_best():
    def nothing(book, arm):
        return int(book.labels.options[arm[ANSWER]] == "nothing")

    found = probed(nothing).options
    assert any(it.name.endswith(".nothing") for it in found)
    for it in found:
        liked = it.name.endswith(".nothing")
        assert it.best == (SHARED * it.open if liked else 0)
        assert it.behind == (0 if liked else it.open)
        assert it.open <= it.asked


def test_equal_answers_share():
    found = probed().options
    cards = {it.name.split(".")[0] for it in found}
    for card in cards:
        own = [it for it in found if it.name.startswith(card + ".")]
        assert sum(it.best for it in own) == SHARED * own[0].asked


def test_a_move_of_many_variants_counts_once():
    def contracts(book, arm):
        return int(arm[MOVE] == c.CONTRACT)

    found = {it.name: it for it in probed(contracts, matches=8).moves}
    assert set(found) == set(MOVES)
    contract, hold = found["contract"], found["hold"]
    assert 0 < contract.open <= contract.asked <= 8
    assert contract.best == SHARED * contract.open
    assert hold.open == hold.asked
    assert sum(it.best for it in found.values()) <= SHARED * hold.asked + len(MOVES)


def test_rare_cards_are_asked_about_as_often_as_others():
    found = probed(few=3, many=3, matches=60).options
    asked = {it.name.split(".")[0]: it.asked for it in found}
    assert max(asked.values()) == 3
    assert sum(count == 3 for count in asked.values()) >= len(asked) - 3


def test_a_card_whose_answers_all_pay_is_left_alone():
    sure = probed(few=8, many=60, matches=16)
    assert {it.asked for it in sure.options} != {60}
    doubt = probed(lambda book, arm: arm[ANSWER], few=2, many=6, matches=16)
    assert max(it.asked for it in doubt.options) == 6


def test_rare_ways_are_gone_when_only_follow_ups_lack():
    books = books_of("sugar_beet", 3)
    follow_ups = [
        books[0].labels.cards[card]
        for card in cards_in_play(books[0])
        if books[0].cards[card][CARD_ROLE] == ROLE_FOLLOW_UP
    ]
    effort = Effort(few=3, many=3, futures=32, matches=120)
    found = probe(books, Liking(lambda book, arm: 0), seed=0, effort=effort, watch=unwatched)
    asked = {it.name.split(".")[0]: it.asked for it in found.options}
    assert [asked.get(card, 0) for card in follow_ups] == [3] * len(follow_ups)


def test_the_same_seed_gives_the_same_and_another_one_not():
    def mixed(book, arm):
        return arm[ANSWER] * 7919 % 101

    one = probed(mixed, seed=5)
    assert probed(mixed, seed=5) == one
    assert probed(mixed, seed=50_000).moves != one.moves


def test_ctrl_c_gives_what_was_found_so_far():
    def stop(done, total):
        raise KeyboardInterrupt

    found = probed(watch=stop)
    assert not found.is_whole
    assert found.options


def test_plain_futures_do_as_well():
    books = books_of("introduction", 2)
    found = probe(books, PLAIN, seed=0, effort=Effort(1, 1, 4, 1), watch=unwatched)
    assert found.matches == 1
    assert sum(it.best for it in found.options) == SHARED * 4
    assert {it.asked for it in found.options} == {1}
