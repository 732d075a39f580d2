"""A whole match without people: lay, choose, settle, note; as fast as it goes."""

from coopgame.rules.journal import Log
from coopgame.rules.playbook import Playbook
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.table import Table
from coopgame.simulate.result import Result
from coopgame.simulate.seating import choose
from coopgame.simulate.watching import (
    groups_of,
    note_choices,
    note_end,
    note_round,
    structure_of,
)

Boards = list[list[int]]


def play_match(
    table: Table, book: Playbook, log: Log, boards: Boards, scratch: list[int], result: Result,
    seed: int, seats: int,
) -> None:  # fmt: skip
    """Play a match from an empty table and an empty result, each seat with its board."""
    lay_table(table, book, log, seed, seats)
    while table.ended == 0:
        play_one_round(table, book, log, boards, scratch, result)
    note_end(table, book, result)


def play_one_round(
    table: Table, book: Playbook, log: Log, boards: Boards, scratch: list[int], result: Result
) -> None:
    """Deal, let every seat choose, settle and note."""
    open_round(table, book, log)
    groups, structure = groups_of(table), structure_of(table)
    for seat in range(table.seats):
        choose(table, book, boards[seat], seat, scratch)
    note_choices(table, book, result)
    play_round(table, book, log)
    note_round(table, book, result, groups, structure)
