"""Tables for tests: laid from the small playbook, then changed by hand."""

from coopgame.rules import codes as c
from coopgame.rules.journal import Log, new_log
from coopgame.rules.naming import kind_name
from coopgame.rules.numbers import STANDARD, Numbers
from coopgame.rules.playbook import Playbook
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.table import Table
from tests.rules.small_playbook import small_playbook


def laid(
    *, seats: int = 4, seed: int = 1, rule: Numbers = STANDARD, rounds: int = 8
) -> tuple[Table, Playbook, Log]:
    """Lay a table for round 1, with equal and plain co-operatives."""
    book = small_playbook(rule=rule, rounds=rounds)
    table, log = Table(), new_log()
    lay_table(table, book, log, seed, seats)
    open_round(table, book, log)
    return table, book, log


def choose(
    table: Table,
    seat: int,
    move: int,
    to: int = -1,
    *,
    stage: int = -1,
    term: int = 0,
    price: int = 0,
) -> None:
    """Write a seat's choice of move straight onto the table."""
    table.move[seat] = move
    table.move_to[seat] = to
    table.move_stage[seat] = stage
    table.move_term[seat] = term
    table.move_price[seat] = price


def hold_all(table: Table) -> None:
    """Let every seat hold that has not chosen yet."""
    for seat in range(table.seats):
        if table.move[seat] < 0:
            choose(table, seat, c.HOLD)


def play(table: Table, book: Playbook, log: Log) -> None:
    """Play the round; everybody who has not chosen holds."""
    hold_all(table)
    play_round(table, book, log)


def sure(**numbers: int) -> Numbers:
    """Return numbers under which every vote passes, with more changed by name."""
    from tests.rules.small_playbook import with_numbers

    return with_numbers(**{"vote_base": 300, "vote_facility": 300, "bank_base": 300, **numbers})


def rows(log: Log, kind: str) -> list[list[int]]:
    """Return the journal rows of one kind."""
    return [row for row in log[1 : log[0][0] + 1] if kind_name(row[2]) == kind]
