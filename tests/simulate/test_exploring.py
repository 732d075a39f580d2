"""Every witness can be gone again, and nothing is claimed that was not seen."""

import pytest

from coopgame.reading.library import list_scenarios, load_scenario, playbook_for
from coopgame.simulate.exploring import explore, gone_again, named, names_of


def books_of(name, *asked):
    loaded = load_scenario(name)
    rounds = max(loaded.scenario.lengths.values())
    counts = asked or tuple(range(loaded.scenario.seats.fewest, loaded.scenario.seats.most + 1))
    return [playbook_for(loaded, seats=seats, rounds=rounds) for seats in counts]


def unwatched(done, total):
    """Watch nothing."""


@pytest.fixture(scope="module")
def found():
    books = books_of("short_chain", 3, 4)
    return books, explore(books, seed=0, states=400, watch=unwatched)


def test_every_witness_leads_to_what_it_stands_for(found):
    books, explored = found
    assert len(explored.found) > 50
    for name, witness in explored.found.items():
        book = next(b for b in books if len(b.labels.cooperatives) == witness.seats)
        table = gone_again(book, witness)
        card, _, option = name.partition(".")
        assert book.labels.cards[table.card] == card
        assert table.round_now == len(witness.rounds)
        if option:
            assert book.labels.options[table.acted_option[witness.seat]] == option


def test_what_is_found_and_what_is_missing_is_everything_once(found):
    books, explored = found
    wanted = list(names_of(books[0]))
    assert sorted([*explored.found, *explored.missing]) == sorted(wanted)
    assert len(set(wanted)) == len(wanted)


def test_more_states_find_no_less(found):
    books, explored = found
    few = explore(books, seed=0, states=40, watch=unwatched)
    assert few.states == 40
    assert set(few.found) < set(explored.found)


def test_a_card_that_is_not_dealt_here_is_only_said_to_be_missing():
    (book,) = books_of("introduction", 2)
    explored = explore([book], seed=0, states=60, watch=unwatched)
    assert explored.states == 60
    assert "judge_decides" in explored.missing  # the introduction deals its own cards only


def test_the_same_seed_finds_the_same_ways(found):
    books, explored = found
    again = explore(books, seed=0, states=400, watch=unwatched)
    assert again == explored


def test_ctrl_c_gives_what_was_found_so_far():
    def stop(done, total):
        raise KeyboardInterrupt

    explored = explore(books_of("short_chain", 2), seed=0, states=400, watch=stop)
    assert not explored.is_whole
    assert explored.found


def test_choices_are_named_as_recordings_name_them(found):
    books, explored = found
    book = books[0]
    witness = next(w for w in explored.found.values() if w.seats == 3)
    told = named(book, witness.rounds[0][0])
    assert told["answer"] in book.labels.options
    assert told["move"]


@pytest.mark.long
@pytest.mark.parametrize(
    "name", sorted(each.id for each in list_scenarios() if each.id not in {"introduction"})
)
def test_every_answer_of_every_card_that_is_dealt_is_reached(name):
    explored = explore(books_of(name), seed=0, states=15_000, watch=unwatched)
    dealt = {found for found in explored.found if "." not in found}
    missed = [each for each in explored.missing if each.split(".")[0] in dealt]
    assert missed == []
