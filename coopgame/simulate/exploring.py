"""Looks for a way to every card and every answer of a scenario.

Boards lead every co-operative, and whoever the card speaks to takes the answer that was given
least so far. What was reached has a witness: a seed, and what every seat chose until then. What was
not reached is only that: no search of this kind ever shows that something cannot happen.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from coopgame.bots.boards import BOARD_NAMES, board_named
from coopgame.bots.choosing import choose
from coopgame.rules.answering import is_spoken_to, needs_are_met
from coopgame.rules.journal import Log, new_log
from coopgame.rules.naming import move_id, party_of
from coopgame.rules.playbook import CARD_COUNT, CARD_FIRST, Playbook
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.table import Table
from coopgame.simulate.lineups import FROM_POOL, line_up

Chosen: TypeAlias = tuple[int, int, int, int, int, int, tuple[int, ...]]
"""Answer, move, to, stage, term, price, and a reply to each asker: a seat's choices of a round."""
Watch: TypeAlias = Callable[[int, int], object]
_BOARDS: Final = BOARD_NAMES


@dataclass(frozen=True, slots=True)
class Witness:
    """A way to a card or an answer that anybody can go again."""

    seed: int
    seats: int
    seat: int
    """Who met the card or gave the answer; -1 when the card spoke to everybody."""
    rounds: tuple[tuple[Chosen, ...], ...]
    """What every seat chose, round by round; in the last one it happens."""


@dataclass(frozen=True, slots=True)
class Explored:
    """What a search came to."""

    found: dict[str, Witness]
    """By `card` and by `card.option`."""
    missing: tuple[str, ...]
    """What was not reached, in the order of the decks."""
    states: int
    """How many rounds were looked at."""
    is_whole: bool
    """False when it was stopped."""


class _Search:
    """One search over playbooks that differ only in the number of seats."""

    def __init__(self, books: Sequence[Playbook]) -> None:
        self.books = books
        self.found: dict[str, Witness] = {}
        self.given: dict[int, int] = {}
        """How often each option was given."""
        self.states = 0
        self.log: Log = new_log(0)

    def match(self, number: int, seed: int, most: int) -> None:
        """Play a match, and keep a witness of whatever happens for the first time."""
        book = self.books[number % len(self.books)]
        table = laid(book, self.log, seed)
        lineup = [0] * len(book.labels.cooperatives)
        line_up([FROM_POOL] * len(lineup), len(_BOARDS), seed, table.seats, lineup)
        boards = [list(board_named(_BOARDS[place])) for place in lineup]
        rounds: list[tuple[Chosen, ...]] = []
        while not table.ended and self.states < most:
            open_round(table, book, self.log)
            self._choose(table, book, boards)
            rounds.append(tuple(chosen_by(table, seat) for seat in range(table.seats)))
            play_round(table, book, self.log)
            self.states += 1
            self._note(table, book, seed, tuple(rounds))

    def _choose(self, table: Table, book: Playbook, boards: Sequence[list[int]]) -> None:
        for seat in range(table.seats):
            choose(table, book, boards[seat], seat, [0] * 64)
            if is_spoken_to(table, seat):
                table.answer[seat] = min(
                    open_options(table, book, seat), key=lambda option: self.given.get(option, 0)
                )
                self.given[table.answer[seat]] = self.given.get(table.answer[seat], 0) + 1

    def _note(
        self, table: Table, book: Playbook, seed: int, rounds: tuple[tuple[Chosen, ...], ...]
    ) -> None:
        if table.card < 0:
            return
        card = book.labels.cards[table.card]
        self.found.setdefault(card, Witness(seed, table.seats, table.card_seat, rounds))
        for seat in range(table.seats):
            option = table.acted_option[seat]
            if option >= 0:
                name = f"{card}.{book.labels.options[option]}"
                self.found.setdefault(name, Witness(seed, table.seats, seat, rounds))


def explore(books: Sequence[Playbook], *, seed: int, states: int, watch: Watch) -> Explored:
    """Search until every card and answer is reached, or for `states` rounds.

    `books` are playbooks of one scenario for different numbers of seats. `watch` hears how many
    rounds of all were looked at. Stopped by Ctrl-C, what was found so far comes back.
    """
    search, wanted = _Search(books), tuple(names_of(books[0]))
    number, is_whole = 0, True
    try:
        while search.states < states and len(search.found) < len(wanted):
            search.match(number, seed + number, states)
            number += 1
            watch(search.states, states)
    except KeyboardInterrupt:
        is_whole = False
    missing = tuple(name for name in wanted if name not in search.found)
    return Explored(search.found, missing, search.states, is_whole)


def names_of(book: Playbook) -> Iterator[str]:
    """Yield every card and each of its answers, `nothing` included."""
    for card, name in enumerate(book.labels.cards):
        yield name
        for option in _options(book, card):
            yield f"{name}.{book.labels.options[option]}"


def _options(book: Playbook, card: int) -> range:
    first = book.cards[card][CARD_FIRST]
    return range(first, first + book.cards[card][CARD_COUNT])


def open_options(table: Table, book: Playbook, seat: int) -> list[int]:
    """Return the options of the card on the table that this seat may take; never none."""
    options = _options(book, table.card)
    return [
        option
        for option in options
        if option == options[-1] or needs_are_met(table, book, seat, option)
    ]


def laid(book: Playbook, log: Log, seed: int) -> Table:
    """Return the table of a match before its first round."""
    table = Table()
    lay_table(table, book, log, seed, len(book.labels.cooperatives))
    return table


def chosen_by(table: Table, seat: int) -> Chosen:
    """Return what a seat has chosen this round."""
    return (
        table.answer[seat], table.move[seat], table.move_to[seat], table.move_stage[seat],
        table.move_term[seat], table.move_price[seat], tuple(table.reply[seat][: table.seats]),
    )  # fmt: skip


def gone_again(book: Playbook, witness: Witness) -> Table:
    """Return the table after going the way of a witness again, with its number of seats."""
    log = new_log(0)
    table = laid(book, log, witness.seed)
    for choices in witness.rounds:
        open_round(table, book, log)
        for seat, chosen in enumerate(choices):
            _take(table, seat, chosen)
        play_round(table, book, log)
    return table


def _take(table: Table, seat: int, chosen: Chosen) -> None:
    (
        table.answer[seat], table.move[seat], table.move_to[seat], table.move_stage[seat],
        table.move_term[seat], table.move_price[seat], replies,
    ) = chosen  # fmt: skip
    for asker, reply in enumerate(replies):
        table.reply[seat][asker] = reply


def named(book: Playbook, chosen: Chosen) -> dict[str, str]:
    """Return a seat's choices by the ids that recordings use."""
    answer, move, to, stage, term, price, replies = chosen
    told = {} if answer < 0 else {"answer": book.labels.options[answer]}
    if move >= 0:
        told["move"] = move_id(book, (move, to, stage, term, price))
    for asker, reply in enumerate(replies):
        party = party_of(asker)
        if reply >= 0 and party is not None:
            told[f"reply.{party.code}"] = "yes" if reply else "no"
    return told
