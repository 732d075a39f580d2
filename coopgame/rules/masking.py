"""A table without what a seat may not see: for bots, who know no more than a person there.

What others chose this round and what their missions are is gone. Ambitions stay, because the
chances that people are shown follow from them; boards look at nothing but those chances.
"""

from typing import Final

from coopgame.rules import codes as c
from coopgame.rules.table import FIELDS, Table

_CHOICES: Final = ("answer", "move", "move_to", "move_stage", "acted_option", "acted_move")
_TERMS: Final = ("move_term", "move_price")


def masked(table: Table, viewer: int) -> Table:
    """Return a copy of the table as the seat `viewer` may see it while choosing."""
    seen = copied(table)
    for seat in range(table.seats):
        if seat != viewer:
            _mask_seat(seen, table, seat)
    return seen


def _mask_seat(seen: Table, table: Table, seat: int) -> None:
    for name in _CHOICES:
        getattr(seen, name)[seat] = -1
    for name in _TERMS:
        getattr(seen, name)[seat] = 0
    seen.reply[seat] = [c.NOTHING] * c.SEATS
    if table.secret_missions:
        seen.mission[seat] = [0] * c.GOALS


def copied(table: Table) -> Table:
    """Return another table with the same things on it."""
    copy = Table()
    for name, _ in FIELDS:
        setattr(copy, name, _copy_of(getattr(table, name)))
    return copy


def _copy_of(value: object) -> object:
    return [_copy_of(item) for item in value] if isinstance(value, list) else value
