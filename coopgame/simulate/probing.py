"""Asks of every answer and every move: how often is it the best of what is open?

Seeded matches of the pool are played with the rules as they stand. Now and then one stops, a
card is laid that may come there, and the seat it speaks to tries every open answer, all else
as its board would choose, in the same imagined futures. The best is the answer that is worth
most over them; equal worth shares. For moves likewise: every open move is tried, and the kind
of the best one counts.

A card that may come in many rounds would else be met often, and another never: so the cards
that have been asked about least go first, at most once in a match each. Cards of the script,
follow-ups and takeover cards are met where they come by themselves. When only such cards lack
situations, or half of the matches are played, seats give the answers that were given least, so
that ways are gone that boards hardly ever choose. A card has enough when each
of its answers clearly pays; doing nothing is the default and need not pay.

Futures were chosen by measuring (60 to 80 situations each of the short chain and of Walloon
dairy). Two disjoint sets of at most 256 futures name the same best answer in 8 of 10 situations,
of at most 64 or 512 futures in 7.5 and 8.5. Where they differ the answers are worth nearly the
same: the one that was taken for the best is worth 5 to 11 less than the best of 2048 futures,
where a goal counts 1000. More futures would sharpen ties that no player could see. Moves are
fifty or more in a situation, so their close calls run on for four times as long.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from coopgame.bots.boards import POOL, board_named
from coopgame.bots.choosing import choose
from coopgame.bots.looking_ahead import Arm, Trials, open_answers, open_moves
from coopgame.bots.trying import ANSWER, MOVE, PRICE
from coopgame.rules.answering import is_spoken_to
from coopgame.rules.chance import mix
from coopgame.rules.journal import Log, new_log
from coopgame.rules.masking import copied, masked
from coopgame.rules.naming import MOVES
from coopgame.rules.news import fits, spoken_to
from coopgame.rules.playbook import (
    CARD_COUNT,
    CARD_FIRST,
    CARD_ROLE,
    ROLE_EVENT,
    TRACK_CHAPTER,
    Playbook,
)
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.table import Table
from coopgame.simulate.exploring import laid
from coopgame.simulate.figures import option_names, share_figure
from coopgame.simulate.lineups import FROM_POOL, line_up
from coopgame.simulate.racing import Raced, Spot, race

Watch = Callable[[int, int], object]
SHARED: Final = 27_720
"""A best answer or move counts so much; whole for any sharing among up to twelve."""
MORE_FOR_MOVES: Final = 4
"""How many times more futures a move gets at most: of fifty, some are nearly as good as the best."""
LEAST_BEST: Final = 3.0
"""Per cent of situations in which an open answer or move should be the best [rulebook 11.6]."""
CARDS_A_ROUND: Final = 3
"""Cards that are laid in a round at most: more from one round would tell less that is new."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is asked; a card has enough once it is clear that each of its answers pays."""

    few: int = 40
    """Situations that each card has at least, when it comes so often; the moves too."""
    many: int = 400
    """Situations for a card or the moves when one of them is still in doubt: enough
    for an answer that is the best in 1 % to fail."""
    futures: int = 256
    """Futures in which an answer is tried at most; a move in `MORE_FOR_MOVES` times as many."""
    matches: int = 2000
    """Matches that are played at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a run came to for one answer or one kind of move."""

    name: str
    """`card.option`, or a kind of move."""
    asked: int = 0
    """Situations in which somebody could have chosen it, had it been open."""
    open: int = 0
    best: int = 0
    """Situations in which it was the best, in parts of `SHARED`."""
    behind: int = 0
    """Sum of how much less it was worth than the best, where it was open; a goal is 1000."""


@dataclass(frozen=True, slots=True)
class Probed:
    """What all answers and moves came to."""

    options: tuple[Found, ...]
    moves: tuple[Found, ...]
    matches: int
    is_whole: bool
    """False when it was stopped."""


@dataclass(slots=True)
class _Count:
    open: int = 0
    best: int = 0
    behind: int = 0


@dataclass(slots=True)
class _Probe:
    """One run over playbooks that differ only in the number of seats."""

    books: Sequence[Playbook]
    trials: Trials
    effort: Effort
    options: dict[int, _Count] = field(default_factory=dict)
    moves: dict[int, _Count] = field(default_factory=dict)
    cards: dict[int, int] = field(default_factory=dict)
    """How many situations every card has had that may come."""
    given: dict[int, int] = field(default_factory=dict)
    """How often each answer was given by seats that go rare ways."""
    tried_moves: int = 0
    log: Log = field(default_factory=lambda: new_log(0))

    def __post_init__(self) -> None:
        """Begin with no situation for each card that this scenario can deal."""
        self.cards = dict.fromkeys(sorted(set().union(*map(cards_in_play, self.books))), 0)

    def match(self, number: int, seed: int) -> None:
        """Play a match, and probe in its rounds what has been asked about least."""
        book = self.books[number % len(self.books)]
        table = laid(book, self.log, seed)
        boards = _line_up(table.seats, seed)
        met: set[int] = set()
        is_hunt = 2 * number >= self.effort.matches or not self._is_ordinary_wanted()
        stop = 1 + mix(mix(seed & 0x7FFFFFFF) ^ 0x5EA7) % book.rounds
        while not table.ended:
            open_round(table, book, self.log)
            for card in self._wanted(table, book, met, seed):
                met.add(card)
                self._probe_card(laid_before(table, book, card), book, boards, seed)
            for seat in range(table.seats):
                choose(table, book, boards[seat], seat, [0] * 64)
            if is_hunt:
                self._answer_as_nobody_did(table, book)
            if table.round_now == stop and self._moves_lack():
                self._probe_moves(table, book, seed)
            play_round(table, book, self.log)

    def _answer_as_nobody_did(self, table: Table, book: Playbook) -> None:
        for seat in range(table.seats):
            if is_spoken_to(table, seat):
                options = open_answers(table, book, seat)
                answer = min(options, key=lambda option: self.given.get(option, 0))
                self.given[answer] = self.given.get(answer, 0) + 1
                table.answer[seat] = answer

    def _is_ordinary_wanted(self) -> bool:
        """Tell whether a move, or a card that chance deals, wants more situations."""
        ordinary = (
            card for card in self.cards if self.books[0].cards[card][CARD_ROLE] == ROLE_EVENT
        )
        return self._moves_lack() or any(self._lacks(card) for card in ordinary)

    def _wanted(self, table: Table, book: Playbook, met: set[int], seed: int) -> list[int]:
        """Return the cards to lay in this round: those asked about least, in a mixed order."""
        able = [card for card in cards_that_may_come(table, book) if card not in met]
        short = [card for card in able if self._lacks(card)]
        short.sort(key=lambda card: (self.cards[card], mix(mix(seed & 0x7FFFFFFF) ^ mix(card))))
        return short[:CARDS_A_ROUND]

    def _probe_card(
        self, table: Table, book: Playbook, boards: Sequence[list[int]], seed: int
    ) -> None:
        seat = _one_spoken_to(table, seed)
        choose(table, book, boards[seat], seat, [0] * 64)
        seen, plain = masked(table, seat), arm_of(table, seat)
        options = open_answers(seen, book, seat)
        arms = [(option, *plain[ANSWER + 1 :]) for option in options]
        raced = race(self.trials, Spot(seen, book, seat), arms, futures=self.effort.futures)
        self.cards[table.card] += 1
        _count(self.options, options, raced)

    def _probe_moves(self, table: Table, book: Playbook, seed: int) -> None:
        seat = _lot(seed, table.round_now, table.seats)
        seen, plain = masked(table, seat), arm_of(table, seat)
        moves = open_moves(seen, book, seat)
        arms = [(*plain[:MOVE], *move, *plain[PRICE + 1 :]) for move in moves]
        most = MORE_FOR_MOVES * self.effort.futures
        raced = race(self.trials, Spot(seen, book, seat), arms, futures=most)
        self.tried_moves += 1
        _count(self.moves, [move[0] for move in moves], raced)

    def _lacks(self, card: int) -> bool:
        first, count = self.books[0].cards[card][CARD_FIRST], self.books[0].cards[card][CARD_COUNT]
        answers = range(first, first + count - 1)
        return self._are_in_doubt(self.cards[card], self.options, answers)

    def _moves_lack(self) -> bool:
        return self._are_in_doubt(self.tried_moves, self.moves, range(len(MOVES)))

    def _are_in_doubt(self, tried: int, counts: dict[int, _Count], those: range) -> bool:
        """Tell whether more situations are wanted: few so far, or one does not clearly pay."""
        if not self.effort.few <= tried < self.effort.many:
            return tried < self.effort.few
        return any(_may_be_rare(counts.get(each)) for each in those)

    @property
    def lacking(self) -> int:
        """Return how many cards want more situations; the moves count for one more."""
        return sum(self._lacks(card) for card in self.cards) + self._moves_lack()


def probe(
    books: Sequence[Playbook], trials: Trials, *, seed: int, effort: Effort, watch: Watch
) -> Probed:
    """Probe until every card that comes has its situations, or the matches are played.

    `books` are playbooks of one scenario for different numbers of seats; they take turns.
    `watch` hears how many cards of all have enough situations. Stopped by Ctrl-C, what was found so
    far comes back. Everything follows from the seed.
    """
    run, number, is_whole = _Probe(books, trials, effort), 0, True
    try:
        while number < effort.matches and run.lacking:
            run.match(number, seed + number)
            number += 1
            watch(len(run.cards) + 1 - run.lacking, len(run.cards) + 1)
    except KeyboardInterrupt:
        is_whole = False
    return Probed(tuple(_options_found(run)), tuple(_moves_found(run)), number, is_whole)


def _may_be_rare(count: _Count | None) -> bool:
    """Tell whether the share may lie below `LEAST_BEST`; with few situations it always may."""
    if count is None or count.open == 0:
        return True
    return share_figure("", "", count.best // SHARED, count.open).low < LEAST_BEST


def cards_in_play(book: Playbook) -> set[int]:
    """Return the cards that matches with this playbook can deal, as far as boxes and script say."""
    free = [row for row, card in zip(book.track, book.script, strict=False) if card < 0]
    boxes = [book.lots[row[TRACK_CHAPTER] + 1] for row in free[: book.rounds]]
    later = {n for n, row in enumerate(book.cards) if row[CARD_ROLE] != ROLE_EVENT}
    return later.union(*boxes, (card for card in book.script if card >= 0))


def cards_that_may_come(table: Table, book: Playbook) -> list[int]:
    """Return the cards that chance may deal in a round that has just been opened.

    Where the card is no matter of chance, or there is none, it is the one on the table.
    """
    round_ = table.round_now - 1
    if table.card < 0:
        return []
    if book.script[round_] >= 0 or book.cards[table.card][CARD_ROLE] != ROLE_EVENT:
        return [table.card]
    box = set(book.lots[book.track[round_][TRACK_CHAPTER] + 1])
    return [card for card in sorted(box) if _may_come(table, book, card)]


def _may_come(table: Table, book: Playbook, card: int) -> bool:
    """Tell what the rules ask before they deal a card; the one just dealt counts as not seen."""
    seen = table.card_seen[card] > 0 and card != table.card
    return not seen and fits(table, book, card)


def laid_before(table: Table, book: Playbook, card: int) -> Table:
    """Return the table as it would be had this card been dealt instead."""
    other = copied(table)
    if card != other.card:
        other.card_seen[other.card] = 0
        other.card, other.card_seat = card, spoken_to(table, book, card)
        other.card_seen[card] = other.round_now
    return other


def arm_of(table: Table, seat: int) -> Arm:
    """Return what a seat has chosen, as imagined futures take it."""
    return (
        table.answer[seat], table.move[seat], table.move_to[seat], table.move_stage[seat],
        table.move_term[seat], table.move_price[seat], *table.reply[seat],
    )  # fmt: skip


def _line_up(seats: int, seed: int) -> list[list[int]]:
    lineup = [0] * seats
    line_up([FROM_POOL] * seats, len(POOL), seed, seats, lineup)
    return [list(board_named(POOL[place])) for place in lineup]


def _lot(seed: int, nth: int, below: int) -> int:
    return (mix(mix(seed & 0x7FFFFFFF) ^ mix(nth + 0x51DE)) * below) >> 32


def _one_spoken_to(table: Table, seed: int) -> int:
    """Return the seat the card speaks to; of all seats one by lot."""
    asked = [seat for seat in range(table.seats) if is_spoken_to(table, seat)]
    return asked[_lot(seed, table.card * 64 + table.round_now, len(asked))]


def _count(counts: dict[int, _Count], kinds: Sequence[int], raced: Sequence[Raced]) -> None:
    """Count what was open and who won; a kind with several variants is as good as its best."""
    best = {kind for kind, each in zip(kinds, raced, strict=True) if each.is_best}
    for kind in dict.fromkeys(kinds):
        variants = [each for of, each in zip(kinds, raced, strict=True) if of == kind]
        count = counts.setdefault(kind, _Count())
        count.open += 1
        count.best += SHARED // len(best) if kind in best else 0
        count.behind += min(each.behind for each in variants)


def _options_found(run: _Probe) -> Iterator[Found]:
    """Yield every option of every card that was met, in the order of the decks."""
    book = run.books[0]
    for option, name in option_names(book):
        card = book.labels.cards.index(name.split(".")[0])
        if run.cards.get(card):
            it = run.options.get(option, _Count())
            yield Found(name, run.cards[card], it.open, it.best, it.behind)


def _moves_found(run: _Probe) -> Iterator[Found]:
    for move, name in enumerate(MOVES):
        it = run.moves.get(move, _Count())
        yield Found(name, run.tried_moves, it.open, it.best, it.behind)
