"""The closing review: missions, timeline, key moments and chain, without any ranking."""

from dataclasses import replace

import pytest

from coopgame.reading.library import load_scenario, playbook_for
from coopgame.rules.game import Game
from coopgame.rules.snapshot import EVERYTHING
from coopgame.screens.app_model import story_of
from coopgame.screens.public.closing import closing_frame, closing_pages
from coopgame.screens.public.moments import (
    MOST,
    SMALLEST,
    course_of,
    merged_in,
    moments_of,
    moves_of,
)
from coopgame.ui.ledger import findings, rows
from tests.conformance import play_randomly
from tests.screens.public.frames import ended, outcome
from tests.screens.public.reading import texts, words
from tests.screens.public.showing import busy_table, change, look


def letters_down(frame):
    """The letters of the badges from top to bottom."""
    found = [row for row in rows(frame) if row.kind == "text" and row.text in "ABCDEF"]
    return [row.text for row in sorted(found, key=lambda row: row.rect.y)]


@pytest.mark.parametrize("mode", ["missions", "points"])
def test_the_closing_keeps_the_order_of_the_seats(mode):
    table, changes = ended(busy_table(6))
    frame = closing_frame(look(), table, outcome(table, mode), changes, page=1)
    assert letters_down(frame) == list("ABCDEF")


def test_missions_show_value_par_and_whether_each_goal_is_met():
    table, changes = ended(busy_table(4))
    said = texts(closing_frame(look(), table, outcome(table), changes, page=1))
    assert "30, nodig 45" in said
    assert "64, nodig 45" in said
    assert "gehaald" in said
    assert "niet gehaald" in said


def test_there_is_no_total_and_no_place_in_the_missions():
    table, changes = ended(busy_table(6))
    said = words(closing_frame(look(), table, outcome(table), changes, page=1)).lower()
    for word in ("winnaar", "plaats", "totaal", "score"):
        assert word not in said


def test_the_chain_wins_together_in_its_own_mode():
    table, changes = ended(busy_table(4))
    result = outcome(table, "chain")
    pages = closing_pages(table, result, changes)
    said = texts(closing_frame(look(), table, result, changes, page=pages - 1))
    assert "De keten haalde 2 van de 3 doelen." in said


def test_points_follow_the_weights_of_the_trainer():
    table, changes = ended(busy_table(2))
    result = outcome(table, "points")
    said = texts(closing_frame(look(), table, result, changes, page=1, weights=(1, 0, 0)))
    assert "× 0" in words(closing_frame(look(), table, result, changes, page=1, weights=(1, 0, 0)))
    assert said.count("58") == 2


def test_every_page_says_what_comes_next_and_the_last_leads_to_the_menu():
    table, changes = ended(busy_table(5))
    result = outcome(table)
    pages = closing_pages(table, result, changes)
    labels = [
        closing_frame(look(), table, result, changes, page=page).control("next").label
        for page in range(pages)
    ]
    assert labels[0] == "Volgende: missies"
    assert labels[1] == "Volgende: wat gebeurde"
    assert labels[-1] == "Klaar: naar het menu"
    first = closing_frame(look(), table, result, changes, page=0)
    assert first.control("back") is None


def test_key_moments_are_few_large_and_in_the_order_of_the_rounds():
    table, changes = ended(busy_table(6))
    found = moments_of(table, changes)
    assert 0 < len(found) <= MOST
    assert all(abs(it.moved) >= SMALLEST for it in found)
    assert [it.round for it in found] == sorted(it.round for it in found)
    for seat in range(6):
        assert sum(it.seat == seat for it in found) <= 2


def test_a_course_begins_before_the_first_round():
    table, _ = ended(busy_table(2))
    row = change("trust", 0, "dialogue", (46, 50), round=1)
    assert course_of(table.cooperatives[0], (row,), 0) == (46, 50, 52, 58)


def test_moves_come_from_what_was_really_done():
    done = change("move", 0, "none", (0, 0), round=1, detail=3)
    tried = change("move", 0, "none", (0, 0), round=2, detail=4)
    held = change("move", 0, "held_instead", (0, 0), round=2, detail=4)
    assert moves_of((done, tried, held), 0) == {1: "merge", 2: "hold"}


def test_a_hull_begins_in_the_round_of_the_last_merger():
    first = change("group", 0, "merger_passed", (0, 0), round=2)
    later = change("group", 1, "merger_passed", (0, 0), round=4)
    assert merged_in((first, later), (0, 1)) == 4


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize("name", ["introduction", "walloon_dairy"])
def test_a_played_match_closes_within_the_bars(name, size):
    loaded = load_scenario(name)
    book = playbook_for(loaded, seats=5)
    match = Game(book, seed=8, seats=5)
    play_randomly(match, 2)
    table, result, changes = match.snapshot(EVERYTHING), match.outcome, match.changes()
    assert result is not None
    made = look(size=size, content=loaded.words("nl"), story=story_of(loaded, book.rounds))
    for page in range(closing_pages(table, result, changes)):
        frame = closing_frame(made, table, result, changes, page=page)
        assert findings(rows(frame)) == ()


def test_a_moment_that_came_from_a_card_names_the_card():
    table, rows = ended(busy_table(4))
    table = replace(table, dealt=("dropped", "long", None))
    from_card = tuple(replace(row, cause="card_option") for row in rows)
    found = moments_of(table, from_card)
    assert found
    assert all(it.card == table.dealt[it.round - 1] for it in found)
    assert all(it.card is None for it in moments_of(table, rows))


def test_the_card_of_a_moment_is_named_on_paper():
    table, rows = ended(busy_table(4))
    table = replace(table, dealt=("dropped", "dropped", "dropped"))
    from_card = tuple(replace(row, cause="card_option") for row in rows)
    result = outcome(table)
    said = words(closing_frame(look(), table, result, from_card, page=2))
    assert "Leveranciers geschrapt" in said
    assert "Antwoord op de kaart" not in said
