"""A bot that looks ahead: it tries what it could choose in imagined futures and keeps the best.

Every choice is tried in the same futures. After each turn the weaker half is dropped, so that
the tries go to what may be best. How many there are is fixed by the level; the clock can only
end them early, and what was chosen is recorded, so a replay never asks the clock.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
class _Tried:
    """An arm and how it fared so far."""

    arm: Arm
    worth: int = 0
    count: int = 0

    @property
    def mean(self) -> float:
        return self.worth / max(1, self.count)


def look_ahead(
    trials: Trials, table: Table, book: Playbook, seat: int, *, level: Level,
    clock: Callable[[], float],
) -> Arm:  # fmt: skip
    """Return the best of what a seat may choose; `table` is as the seat sees it.

    `clock` tells seconds; with one that stands still the choice depends on the level alone.
    """
    half = MARGIN * level.seconds / 2
    ends = clock() + half
    one_by_one = arms_of(table, book, seat, is_wide=trials.is_fast)
    first = _halve(trials, table, book, seat, _fresh(one_by_one), level.tries // 2, clock, ends)
    joined = _joined([tried.arm for tried in first])
    ends += half
    second = _halve(trials, table, book, seat, _fresh(joined), level.tries // 2, clock, ends)
    return second[0].arm


def _fresh(arms: Sequence[Arm]) -> list[_Tried]:
    return [_Tried(arm) for arm in arms]


def _halve(
    trials: Trials, table: Table, book: Playbook, seat: int, arms: list[_Tried], tries: int,
    clock: Callable[[], float], ends: float,
) -> list[_Tried]:  # fmt: skip
    """Try all arms, then the better half, and so on; return them, the best first."""
    turns = max(1, (len(arms) - 1).bit_length())
    left, nth, chunk = list(arms), 0, CHUNKS[trials.is_fast]
    for _ in range(turns):
        futures = max(1, tries // turns // len(left))
        for start in range(nth, nth + futures, chunk):
            if clock() >= ends:
                break
            some = range(start, min(start + chunk, nth + futures))
            sums = trials.play(table, book, seat, [tried.arm for tried in left], some)
            for tried, worth in zip(left, sums, strict=True):
                tried.worth += worth
                tried.count += len(some)
        nth += futures
        left.sort(key=lambda tried: -tried.mean)
        left = left[: max(1, (len(left) + 1) // 2)]
    kept = {id(tried) for tried in left}
    others = sorted((t for t in arms if id(t) not in kept), key=lambda t: (-t.count, -t.mean))
    return left + others


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
    return (
        scratch.answer[seat], scratch.move[seat], scratch.move_to[seat], scratch.move_stage[seat],
        scratch.move_term[seat], scratch.move_price[seat], *scratch.reply[seat],
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
