"""A bot that looks ahead: it tries what it could choose in imagined futures and keeps the best.

Every choice is tried in the same futures. After each turn the weaker half is dropped, so that
the tries go to what may be best. How many there are is fixed by the level; the clock can only
end them early, and what was chosen is recorded, so a replay never asks the clock.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from coopgame.bots.boards import board_named
from coopgame.bots.choosing import choose
from coopgame.bots.trying import ANSWER, MOVE, PRICE, REPLY, try_arm
from coopgame.rules.answering import is_spoken_to, needs_are_met
from coopgame.rules.journal import new_log
from coopgame.rules.legal import OPEN, verdict
from coopgame.rules.masking import copied
from coopgame.rules.measures import same_group
from coopgame.rules.offering import possible_moves
from coopgame.rules.playbook import CARD_COUNT, CARD_FIRST, Playbook
from coopgame.rules.table import Table

Arm = tuple[int, ...]
"""What a seat could choose this round; places as in `trying`."""
FUTURE: Final = ("careful", "cooperative", "competitive", "integrator")
"""The boards that play imagined futures."""


@dataclass(frozen=True, slots=True)
class Level:
    """How far a bot looks: imagined futures at most, and seconds after which it stops."""

    tries: int
    seconds: float


LEVELS: Final = {
    "ahead_1": Level(1500, 0.2), "ahead_2": Level(8000, 1.0), "ahead_3": Level(24_000, 3.0),
}  # fmt: skip
MARGIN: Final = 0.8
"""The part of a level's time after which no new turn begins."""
CHUNKS: Final = {True: 4, False: 1}
"""Futures that are played between two looks at the clock, fast or not."""


class Trials(Protocol):
    """Plays arms in imagined futures; every kind gives the same sums."""

    @property
    def is_fast(self) -> bool:
        """Tell whether there is time to try every move, not just what boards would choose."""
        ...

    def play(
        self, table: Table, book: Playbook, seat: int, arms: Sequence[Arm], futures: range
    ) -> list[int]:
        """Return for each arm the sum of its worth over the futures."""
        ...


class PlainTrials:
    """Plays futures with the rules as they stand."""

    is_fast = False

    def play(
        self, table: Table, book: Playbook, seat: int, arms: Sequence[Arm], futures: range
    ) -> list[int]:
        """Return for each arm the sum of its worth over the futures."""
        boards, rows, log = future_boards(), [[0] * 64, [0] * 64], new_log(0)
        return [
            sum(
                try_arm(copied(table), book, log, boards, rows, list(arm), seat, nth)
                for nth in futures
            )
            for arm in arms
        ]


PLAIN: Final = PlainTrials()
"""Futures with the rules as they stand; they keep nothing."""


def future_boards() -> list[list[int]]:
    """Return the rows of the boards that play imagined futures."""
    return [list(board_named(name)) for name in FUTURE]


@dataclass(slots=True)
class Tried:
    """An arm and how it fared so far; every arm plays the same futures, from the first one on."""

    arm: Arm
    worths: dict[int, int] = field(default_factory=lambda: {0: 0})
    """The worth so far, by how many futures had been played."""

    @property
    def count(self) -> int:
        """How many futures were played."""
        return next(reversed(self.worths))

    @property
    def mean(self) -> float:
        """What a future was worth."""
        return self.worths[self.count] / max(1, self.count)

    def add(self, worth: int, futures: int) -> None:
        """Take note of further futures."""
        self.worths[self.count + futures] = self.worths[self.count] + worth


@dataclass(frozen=True, slots=True)
class Beaten:
    """The second best choice: in how many futures, and by how many per cent, it was beaten."""

    arm: Arm
    percent: int
    futures: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look ahead found: everything it tried in the same futures, the best first."""

    tried: tuple[Tried, ...]

    @property
    def arm(self) -> Arm:
        """The best of what a seat may choose."""
        return self.tried[0].arm

    @property
    def futures(self) -> int:
        """How many futures the best was tried in."""
        return self.tried[0].count

    def beaten(self, places: slice) -> Beaten | None:
        """Return the second best among arms that chose something else at these places.

        Arms that differ nowhere else go first: only they tell what this choice was worth. Both
        are compared in the futures that both played. None when nothing else was tried.
        """
        others = [it for it in self.tried if it.count and it.arm[places] != self.arm[places]]
        alike = [it for it in others if _without(it.arm, places) == _without(self.arm, places)]
        if not (alike or others):
            return None
        second = max(alike or others, key=lambda it: (it.count, it.mean))
        return Beaten(second.arm, self._percent(second), second.count)

    def _percent(self, second: Tried) -> int:
        """Return by how many per cent the best beat another, rounded."""
        best, other = self.tried[0].worths[second.count], second.worths[second.count]
        return (200 * (best - other) + other) // (2 * other) if other else 100 * (best > 0)


def _without(arm: Arm, places: slice) -> Arm:
    return arm[: places.start] + arm[places.stop :]


@dataclass(slots=True)
class _Watch:
    """Tells whether there is time for further futures, from what the last ones took."""

    clock: Callable[[], float]
    ends: float
    each: float = 0.0
    """Seconds that one arm takes in one future."""
    _since: float = 0.0

    def has_time(self, plays: int) -> bool:
        """Tell whether so many plays end in time, and begin to measure them."""
        self._since = self.clock()
        return self._since + self.each * plays < self.ends

    def took(self, plays: int) -> None:
        """Take note of how long the plays took."""
        self.each = (self.clock() - self._since) / plays


def look_ahead(
    trials: Trials, table: Table, book: Playbook, seat: int, *, level: Level,
    clock: Callable[[], float],
) -> Seen:  # fmt: skip
    """Return what a seat may choose, the best first; `table` is as the seat sees it.

    `clock` tells seconds; with one that stands still the choice depends on the level alone.
    """
    # The first look may have to load what plays futures: the time to think begins after that.
    arms = arms_of(table, book, seat, is_wide=trials.is_fast)
    half, tries = MARGIN * level.seconds / 2, level.tries // 2
    watch = _Watch(clock, clock() + half)
    first = _halve(trials, (table, book, seat), arms, tries, watch)
    watch.ends += half
    joined = _joined([tried.arm for tried in first])
    second = _halve(trials, (table, book, seat), joined, tries, watch)
    return Seen(tuple(second if second[0].count else first))


def _halve(
    trials: Trials, at: tuple[Table, Playbook, int], arms: Sequence[Arm], tries: int, watch: _Watch
) -> list[Tried]:
    """Try all arms, then the better half, and so on; return them, the best first.

    When there is no time for a turn it ends: no arm is dropped that was not tried.
    """
    turns = max(1, (len(arms) - 1).bit_length())
    tried = [Tried(arm) for arm in arms]
    left, nth = list(tried), 0
    for _ in range(turns):
        futures = max(1, tries // turns // len(left))
        if not _play(trials, at, left, range(nth, nth + futures), watch):
            break
        nth += futures
        left.sort(key=lambda it: -it.mean)
        left = left[: max(1, (len(left) + 1) // 2)]
    kept = {id(it) for it in left}
    others = sorted((it for it in tried if id(it) not in kept), key=lambda t: (-t.count, -t.mean))
    return left + others


def _play(
    trials: Trials, at: tuple[Table, Playbook, int], left: Sequence[Tried], futures: range,
    watch: _Watch,
) -> bool:  # fmt: skip
    """Play all arms that are left in these futures, a few at a time; tell if there was time."""
    table, book, seat = at
    chunk = CHUNKS[trials.is_fast]
    for start in range(futures.start, futures.stop, chunk):
        some = range(start, min(start + chunk, futures.stop))
        if not watch.has_time(len(left) * len(some)):
            return start > futures.start
        sums = trials.play(table, book, seat, [it.arm for it in left], some)
        watch.took(len(left) * len(some))
        for it, worth in zip(left, sums, strict=True):
            it.add(worth, len(some))
    return True


def arms_of(table: Table, book: Playbook, seat: int, *, is_wide: bool) -> list[Arm]:
    """Return what a seat may choose: first what a board would, then one thing changed each time.

    A narrow look leaves out the moves that no board thought of.
    """
    plain = _board_choice(table, book, seat, FUTURE[0])
    arms = [plain, *(_board_choice(table, book, seat, name) for name in FUTURE[1:])]
    arms += [_with(plain, ANSWER, (option,)) for option in open_answers(table, book, seat)]
    if is_wide:
        arms += [_with(plain, MOVE, move) for move in open_moves(table, book, seat)]
    for asker in range(table.seats):
        if table.offer_move[asker] >= 0 and same_group(table, table.offer_to[asker], seat):
            arms.append(_with(plain, REPLY + asker, (1 - max(0, plain[REPLY + asker]),)))
    return list(dict.fromkeys(arms))


def _with(arm: Arm, place: int, values: Sequence[int]) -> Arm:
    return (*arm[:place], *values, *arm[place + len(values) :])


def _board_choice(table: Table, book: Playbook, seat: int, name: str) -> Arm:
    """Return what a board would choose here."""
    scratch = copied(table)
    choose(scratch, book, list(board_named(name)), seat, [0] * 64)
    return arm_on(scratch, seat)


def arm_on(table: Table, seat: int) -> Arm:
    """Return what a table now holds as a seat's choice."""
    return (
        table.answer[seat], table.move[seat], table.move_to[seat], table.move_stage[seat],
        table.move_term[seat], table.move_price[seat], *table.reply[seat],
    )  # fmt: skip


def open_answers(table: Table, book: Playbook, seat: int) -> list[int]:
    """Return the options of the card that a seat may choose; none when the card is not for it."""
    if not is_spoken_to(table, seat):
        return []
    first, count = book.cards[table.card][CARD_FIRST], book.cards[table.card][CARD_COUNT]
    last = first + count - 1
    return [o for o in range(first, last) if needs_are_met(table, book, seat, o)] + [last]


def open_moves(table: Table, book: Playbook, seat: int) -> list[tuple[int, ...]]:
    """Return the moves that are open to a seat."""
    return [
        move
        for move in possible_moves(table, seat)
        if verdict(table, book, seat, move[0], move[1], move[2], move[3])[0] == OPEN
    ]


def _joined(ranked: Sequence[Arm]) -> list[Arm]:
    """Return the best answers, moves and replies of the first look, put together."""
    answers = list(dict.fromkeys(arm[ANSWER] for arm in ranked))[:2]
    moves = list(dict.fromkeys(arm[MOVE : PRICE + 1] for arm in ranked))[:3]
    replies = list(dict.fromkeys(arm[REPLY:] for arm in ranked))[:2]
    joined = [(answer, *move, *reply) for answer in answers for move in moves for reply in replies]
    return list(dict.fromkeys([ranked[0], *joined]))
