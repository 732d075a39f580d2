"""A whole match without people: lay, choose, settle, note; as fast as it goes."""

from typing import Final

from coopgame.bots.choosing import choose
from coopgame.rules.journal import Log
from coopgame.rules.playbook import Playbook
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.table import Table
from coopgame.simulate.gathering import gather
from coopgame.simulate.lineups import line_up
from coopgame.simulate.result import Result
from coopgame.simulate.sums import Sums
from coopgame.simulate.watching import (
    note_choices,
    note_end,
    note_round,
    note_start,
)

Boards = list[list[int]]

WISH, LINEUP, SCRATCH = range(3)
"""Rows of work space: the wished line-up, that of the match, room for weighing."""
ROW_SIZE: Final = 64


def play_match(
    table: Table, book: Playbook, log: Log, boards: Boards, rows: Boards, result: Result,
    seed: int, seats: int, until: int,
) -> None:  # fmt: skip
    """Play a match from an empty table and an empty result, up to round `until` at most.

    `rows[LINEUP]` names the board of each seat, `rows[SCRATCH]` is room for weighing.
    """
    lay_table(table, book, log, seed, seats)
    note_start(table, result)
    while table.ended == 0 and table.round_now < until:
        play_one_round(table, book, log, boards, rows, result)
    note_end(table, book, result)


def play_one_round(
    table: Table, book: Playbook, log: Log, boards: Boards, rows: Boards, result: Result
) -> None:
    """Deal, let every seat choose, settle and note."""
    open_round(table, book, log)
    for seat in range(table.seats):
        choose(table, book, boards[rows[LINEUP][seat]], seat, rows[SCRATCH])
    note_choices(table, book, result)
    play_round(table, book, log)
    note_round(table, book, result)


def play_and_gather(
    table: Table, book: Playbook, log: Log, boards: Boards, rows: Boards, result: Result,
    sums: Sums, seed: int, seats: int, pool: int, until: int,
) -> None:  # fmt: skip
    """Play the match of a seed with the line-up it has, and add it to the sums."""
    line_up(rows[WISH], pool, seed, seats, rows[LINEUP])
    play_match(table, book, log, boards, rows, result, seed, seats, until)
    gather(book, result, rows[LINEUP], seats, sums)
