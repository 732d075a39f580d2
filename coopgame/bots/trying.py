"""Plays one imagined future of a table: what a seat would do now, then boards to the end.

Works on a copy of the table as the seat may see it, and compiles with the rules. Nothing that
is hidden enters: chance starts from another word, missions of others are drawn.
"""

from typing import Final

from coopgame.bots.choosing import choose
from coopgame.rules import chance
from coopgame.rules import codes as c
from coopgame.rules.journal import Log
from coopgame.rules.missions import score_of
from coopgame.rules.playbook import Playbook
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.setting_up import largest_ambition
from coopgame.rules.table import Table

Rows = list[list[int]]

ANSWER, MOVE, TO, STAGE, TERM, PRICE, REPLY = range(7)
"""Places of an arm, a row of what a seat could choose; from `REPLY` on a reply for each asker."""
ARM_SIZE: Final = REPLY + c.SEATS
LINEUP, SCRATCH = 0, 1
"""Rows of work space: the board of each seat, room for weighing."""
WIN: Final = 3000
"""What winning counts, beside 1000 for each goal of one's own and up to 300 for nearness."""


def try_arm(
    table: Table, book: Playbook, log: Log, boards: Rows, rows: Rows, arm: list[int], seat: int,
    nth: int,
) -> int:  # fmt: skip
    """Play the table to its end after an arm, in the `nth` imagined future; return its worth.

    The same `nth` is the same future for every arm. The worth is between 0 and 6300.
    """
    imagine(table, seat, nth)
    for other in range(table.seats):
        lot = chance.draw(table, chance.BOT, other, 2000, len(boards))
        rows[LINEUP][other] = lot
        if other != seat:
            choose(table, book, boards[lot], other, rows[SCRATCH])
    take_arm(table, seat, arm)
    play_round(table, book, log)
    while table.ended == 0:
        open_round(table, book, log)
        for other in range(table.seats):
            choose(table, book, boards[rows[LINEUP][other]], other, rows[SCRATCH])
        play_round(table, book, log)
    return _worth(table, book, seat)


def imagine(table: Table, seat: int, nth: int) -> None:
    """Start chance anew for the `nth` future, and deal the others a meter for their mission."""
    word = chance.mix(chance.mix(table.seed_low) ^ chance.mix(nth * 64 + seat + 0x3C6E))
    table.seed_word = word - ((word >> 31) << 32)
    if table.secret_missions == 0:
        return
    for other in range(table.seats):
        if other != seat:
            _deal(table, other)


def _deal(table: Table, seat: int) -> None:
    first = largest_ambition(table.ambition[seat], c.NOTHING)
    table.mission[seat][0] = first
    table.mission[seat][1] = largest_ambition(table.ambition[seat], first)
    table.mission[seat][2] = c.GOAL_TRUST + chance.draw(table, chance.MISSION, seat, 1, c.METERS)


def take_arm(table: Table, seat: int, arm: list[int]) -> None:
    """Write an arm as what the seat chooses this round."""
    table.answer[seat] = arm[ANSWER]
    table.move[seat], table.move_to[seat] = arm[MOVE], arm[TO]
    table.move_stage[seat] = arm[STAGE]
    table.move_term[seat], table.move_price[seat] = arm[TERM], arm[PRICE]
    for asker in range(table.seats):
        table.reply[seat][asker] = arm[REPLY + asker]


def _worth(table: Table, book: Playbook, seat: int) -> int:
    own = score_of(table, book, seat)
    equals = 1
    for other in range(table.seats):
        if other != seat:
            theirs = score_of(table, book, other)
            if theirs > own:
                return own
            equals += 1 if theirs == own else 0
    return own + WIN // equals
