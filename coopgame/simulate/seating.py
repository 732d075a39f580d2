"""Lets a board choose for its seat."""

from coopgame.bots.drawing import draw_choices
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table


def choose(table: Table, book: Playbook, board: list[int], seat: int, scratch: list[int]) -> None:
    """Let a seat draw its choices."""
    draw_choices(table, book, seat)
