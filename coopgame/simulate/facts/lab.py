"""Where experiments play: official scenarios, seeds, and matches that can be branched.

An experiment lays a match, changes one thing, and compares it with the same match left as it
was. Chance is drawn by purpose, so equal seeds stay equal in everything else. Only the real
rules change a table here, apart from `lay` functions that say how a match begins.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final, TypeAlias

from coopgame.bots.boards import board_named
from coopgame.bots.choosing import choose
from coopgame.bots.drawing import draw_answer, draw_choices
from coopgame.reading.library import load_scenario, playbook_for
from coopgame.rules.journal import Log, new_log
from coopgame.rules.numbers import Numbers
from coopgame.rules.playbook import TRACK_GLUT, TRACK_INDEX, TRACK_PRESSURE, Playbook
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.table import FIELDS, Table

SCENARIOS: Final = (
    "walloon_dairy",
    "dairy_today",
    "flemish_auctions",
    "sugar_beet",
    "coffee_cocoa",
)
"""The official scenarios that are long enough and in which every seat produces."""
SEATS: Final = 4
ROUNDS: Final = 8
_ROWS: Final = 1_500
"""Journal rows kept of a match: enough for eight rounds in which few seats move."""
CHARACTERS: Final = ("careful", "cooperative", "competitive", "integrator")

Case: TypeAlias = tuple[Playbook, int]
"""A playbook and the seed of a match."""


@dataclass(frozen=True, slots=True)
class Lab:
    """Playbooks and seeds for one experiment."""

    books: tuple[Playbook, ...]
    games: int
    """How many cases an experiment looks at."""
    first_seed: int = 0

    def cases(self, times: float = 1) -> Iterator[Case]:
        """Yield `times` × `games` cases; the scenarios take turns."""
        for nth in range(round(self.games * times)):
            yield self.books[nth % len(self.books)], self.first_seed + nth

    def with_numbers(self, **numbers: int) -> "Lab":
        """Return the same lab under rules with other numbers."""
        return self.changed(lambda book: replace(book, rule=_with(book.rule, numbers)))

    def with_market(
        self, *, index: int | None = None, glut: int | None = None, pressure: int | None = None
    ) -> "Lab":
        """Return the same lab with a market that stays where it is said to be."""
        wanted = ((TRACK_INDEX, index), (TRACK_GLUT, glut), (TRACK_PRESSURE, pressure))

        def moved(book: Playbook) -> Playbook:
            track = [list(row) for row in book.track]
            for row in track:
                for column, value in wanted:
                    row[column] = row[column] if value is None else value
            return replace(book, track=track)

        return self.changed(moved)

    def with_index(self, indices: Sequence[int]) -> "Lab":
        """Return the same lab with this price index, round by round."""

        def moved(book: Playbook) -> Playbook:
            track = [list(row) for row in book.track]
            for row, index in zip(track, indices, strict=False):
                row[TRACK_INDEX] = index
            return replace(book, track=track)

        return self.changed(moved)

    def changed(self, change: Callable[[Playbook], Playbook]) -> "Lab":
        """Return the same lab with every playbook changed."""
        return replace(self, books=tuple(change(book) for book in self.books))

    def only(self, wanted: Callable[[Playbook], bool]) -> "Lab":
        """Return the same lab with the playbooks that have what is wanted."""
        return replace(self, books=tuple(book for book in self.books if wanted(book)))


def _with(rule: Numbers, numbers: dict[str, Any]) -> Numbers:
    return replace(rule, **numbers)


def lab_for(games: int, first_seed: int = 0) -> Lab:
    """Return a lab on the official scenarios."""
    return Lab(tuple(_book(name) for name in SCENARIOS), games, first_seed)


@cache
def _book(name: str) -> Playbook:
    return playbook_for(load_scenario(name), seats=SEATS, rounds=ROUNDS)


class Match:
    """A match under experiment; `table` may be read freely, and changed before a round."""

    def __init__(self, case: Case, *, keeps_log: bool = False) -> None:
        """Lay the table of a case."""
        self.book, self.seed = case
        self.log = new_log(_ROWS if keeps_log else 0)
        self.table = Table()
        lay_table(self.table, self.book, self.log, self.seed, SEATS)

    def branch(self) -> "Match":
        """Return a match that goes on from here on its own."""
        other = Match.__new__(Match)
        other.book, other.seed = self.book, self.seed
        other.log = Log([list(row) for row in self.log])
        other.table = copied(self.table)
        return other

    def play(self, rounds: int, crowd: "Crowd", *scripts: "Script") -> "Match":
        """Play rounds: the crowd chooses for every seat, then scripts write over it."""
        for _ in range(rounds):
            if self.table.ended:
                break
            open_round(self.table, self.book, self.log)
            for seat in range(self.table.seats):
                crowd(self, seat)
            for script in scripts:
                script(self)
            play_round(self.table, self.book, self.log)
        return self


Crowd: TypeAlias = Callable[[Match, int], None]
"""How seats choose that no script speaks for."""
Script: TypeAlias = Callable[[Match], None]
"""Writes the choices of a round that an experiment is about."""


def still(match: Match, seat: int) -> None:
    """Make no move and leave the card on the table: nothing happens but the rules."""


def answering(match: Match, seat: int) -> None:
    """Answer cards by lot and make no move."""
    draw_answer(match.table, match.book, seat)


def by_lot(match: Match, seat: int) -> None:
    """Draw every choice among what is open."""
    draw_choices(match.table, match.book, seat)


_BOARDS: Final = tuple(list(board_named(name)) for name in CHARACTERS)


def by_character(match: Match, seat: int) -> None:
    """Choose as a character does; which one sits where moves on with the seed."""
    board = _BOARDS[(match.seed + seat) % len(_BOARDS)]
    choose(match.table, match.book, board, seat, [0] * 64)


def copied(table: Table) -> Table:
    """Return a table of its own with the same integers."""
    other = Table.__new__(Table)
    for name, shape in FIELDS:
        value = getattr(table, name)
        setattr(other, name, _copied(value, len(shape)))
    return other


def _copied(value: Any, depth: int) -> Any:  # noqa: ANN401
    if depth == 0:
        return value
    if depth == 1:
        return list(value)
    return [_copied(item, depth - 1) for item in value]
