"""What is secret stays secret: ambitions until dialogue, choices until the reveal, missions."""

import random
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coopgame.rules import codes as c
from coopgame.rules.causes import cause_code
from coopgame.rules.game import Game
from coopgame.rules.journal import CAUSE
from coopgame.rules.rounds import open_round
from coopgame.rules.snapshot import EVERYTHING, PUBLIC
from coopgame.rules.table import Table
from tests.rules.laid import choose, laid, play, rows, sure
from tests.rules.small_playbook import small_playbook


@pytest.mark.parametrize("move", [c.COORDINATE, c.MERGE])
def test_only_dialogue_reveals_an_ambition_a_link_does_not(move):
    table, book, log = laid(rule=sure())
    choose(table, 0, move, 1)
    choose(table, 1, move, 0)
    play(table, book, log)
    assert table.pact[0][1] > 0 or table.group[1] == 0
    assert table.knows[0][1] == table.knows[1][0] == 0
    assert rows(log, "ambition") == []


def test_an_ambition_becomes_known_once_on_each_side():
    table, book, log = laid()
    for _ in range(2):
        choose(table, 0, c.DIALOGUE, 1)
        choose(table, 1, c.DIALOGUE, 0)
        play(table, book, log)
        open_round(table, book, log)
    learned = [row for row in rows(log, "ambition") if row[CAUSE] == cause_code("dialogue")]
    assert [(row[3], row[5]) for row in learned] == [(0, 1), (1, 0)]


def _another_mission(table: Table, seat: int) -> None:
    table.mission[seat] = [(goal + 1) % 7 for goal in table.mission[seat]]


def _another_ambition(table: Table, seat: int) -> None:
    table.ambition[seat] = table.ambition[seat][1:] + table.ambition[seat][:1]


def _another_choice(table: Table, seat: int) -> None:
    assume(table.phase == c.CHOOSING)
    table.move[seat], table.move_to[seat], table.move_stage[seat] = c.CONTRACT, 16, 1
    table.move_term[seat], table.move_price[seat] = c.LONG, c.FIXED
    table.answer[seat] = 3
    table.reply[seat] = [1 - reply if reply >= 0 else 1 for reply in table.reply[seat]]


def _another_late_gain(table: Table, seat: int) -> None:
    table.late_gain[seat] = [gain + 5 for gain in table.late_gain[seat]]


SECRETS: list[Callable[[Table, int], None]] = [
    _another_mission, _another_ambition, _another_choice, _another_late_gain,
]  # fmt: skip


def played(seed: int, seats: int, steps: int) -> Game:
    """Return a match in the middle of a round, with dialogues left out so nothing is known."""
    match = Game(small_playbook(seats=seats, rounds=14), seed=seed, seats=seats)
    chooser = random.Random(seed)
    for _ in range(steps):
        question = match.questions()[0]
        options = [o for o in question.options if o.is_open and o.kind != "dialogue"]
        match.answer(question.id, chooser.choice(options).id)
    return match


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**30), st.integers(2, 6), st.integers(0, 25), st.sampled_from(SECRETS))
def test_what_is_secret_of_a_seat_changes_nothing_that_others_see(seed, seats, steps, change):
    one, other = played(seed, seats, steps), played(seed, seats, steps)
    secret = seed % seats
    change(other._table, secret)
    for viewer in [*range(seats), PUBLIC, EVERYTHING]:
        if viewer != secret:
            assert one.snapshot(viewer) == other.snapshot(viewer)
    assert one.changes() == other.changes()


@pytest.mark.parametrize("change", SECRETS[:2])
def test_a_seat_sees_its_own_secrets_and_so_a_change_of_them(change):
    one, other = played(3, 4, 0), played(3, 4, 0)
    change(other._table, 2)
    assert one.snapshot(2) != other.snapshot(2)


def test_what_a_partner_and_a_neighbour_strive_for_is_secret_until_dialogue():
    one, other = played(3, 4, 0), played(3, 4, 0)
    other._table.partner_ambition[1] = [70, 10, 10, 10]
    other._table.neighbour_ambition[1] = [70, 10, 10, 10]
    for viewer in (PUBLIC, 0, 3):
        assert one.snapshot(viewer) == other.snapshot(viewer)
    for match in (one, other):
        match._table.knows_partner[0][1] = 1
    assert one.snapshot(0) != other.snapshot(0)
    assert one.snapshot(3) == other.snapshot(3)


def test_the_cards_still_to_come_are_not_seen():
    one, other = played(3, 4, 5), played(3, 4, 5)
    other._table.next_card, other._table.next_card_round = 7, 9
    other._table.seed_high += 1
    for viewer in (PUBLIC, 0):
        assert one.snapshot(viewer) == other.snapshot(viewer)


def test_open_missions_are_seen_by_everybody_and_ambitions_are_not():
    match = played(3, 4, 0)
    match._table.secret_missions = 0
    seen = match.snapshot(PUBLIC)
    assert all(len(one.mission or ()) == 3 for one in seen.cooperatives)
    assert all(one.ambition is None for one in seen.cooperatives)
