"""One match after another on one table, as fast as it goes; what a match yields is read off here."""

from coopgame.bots.drawing import draw_choices
from coopgame.rules.journal import Log
from coopgame.rules.playbook import Playbook
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.table import Table


def play_match(table: Table, book: Playbook, log: Log, seed: int, seats: int) -> None:
    """Play a match of random choices to its end, from an empty table."""
    lay_table(table, book, log, seed, seats)
    while table.ended == 0:
        open_round(table, book, log)
        for seat in range(seats):
            draw_choices(table, book, seat)
        play_round(table, book, log)
