"""The reference game, which every engine in the comparison plays, written in our style.

Four seats answer ten news cards together. The rules are plain functions on rows of integers;
the deck is words in `refgame_deck.yaml`, compiled to frozen tables. The same functions are
played one choice at a time (`Match`) and by the thousand (`simulate`), compiled or as they stand.
They are the rules of that game and not of coopgame: nothing outside this folder uses them.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from benchmarks.refgame_deck import (
    AIM,
    AIM_COUNT,
    ALL_BONDS,
    ANSWERS,
    AUTONOMY,
    BONDS,
    CAPITAL,
    CARD_NOW,
    CARDS,
    CHANGE,
    CHOICE,
    EFFECT_SIZE,
    END_OF_EFFECTS,
    FIRST_EFFECT,
    IF_LEVEL,
    IF_METER,
    IF_WANTED,
    LIMIT,
    METER_COUNT,
    MOST,
    OPEN,
    OPTION_SIZE,
    PICK_SIZE,
    PILE,
    PLACES,
    REACH_SIZE,
    ROUND_NOW,
    ROUNDS,
    SCALE,
    SEATS,
    STEPS,
    TRUST,
    Book,
    Row,
    answers_in,
    own_book,
)
from coopgame.rules.chance import mix
from coopgame.simulate.engine import can_compile

WINNING_SCORE: Final = 230
SCORE, HAS_WON = range(2)
"""Columns of results."""

Rows = list[list[int]]


# --- the rules ---------------------------------------------------------------------------------


def lay(table: Row, book: Book) -> None:
    """Put everything on its first place."""
    for place in range(PLACES):
        table[place] = book.start[place]


def open_round(table: Row, book: Book, nth: int) -> None:
    """Turn up the `nth` card of those left in the pile, and note which answers are open."""
    top = PILE + table[ROUND_NOW]
    card = table[top + nth]
    table[top + nth] = table[top]
    table[top] = card
    table[CARD_NOW] = card
    for seat in range(SEATS):
        table[OPEN + seat] = open_set(table, book, seat)


def open_set(table: Row, book: Book, seat: int) -> int:
    """Return the set of answers that are open to a seat; the first always is."""
    found = 1
    for answer in range(1, ANSWERS):
        option = (table[CARD_NOW] * ANSWERS + answer) * OPTION_SIZE
        found += holds(table, seat, book.options, option) * (1 << answer)
    return found


def holds(table: Row, seat: int, rows: Row, at: int) -> bool:
    """Tell whether the test in the row that begins `at` holds for a seat."""
    enough = table[seat * METER_COUNT + rows[at + IF_METER]] >= rows[at + IF_LEVEL]
    return enough == (rows[at + IF_WANTED] == 1)


def settle_round(table: Row, book: Book) -> None:
    """Settle the choices in the order of the seats, let the table drift, end the round."""
    for seat in range(SEATS):
        option = (table[CARD_NOW] * ANSWERS + table[CHOICE + seat]) * OPTION_SIZE
        for effect in range(
            book.options[option + FIRST_EFFECT], book.options[option + END_OF_EFFECTS]
        ):
            settle_effect(table, book, seat, effect * EFFECT_SIZE)
    for seat in range(SEATS):
        drift(table, book, seat)
    table[ROUND_NOW] += 1


def settle_effect(table: Row, book: Book, seat: int, at: int) -> None:
    """Change what an effect reaches, within the limits; by 0 where its test does not hold.

    Always as many places and never a branch: a processor guesses branches wrong half the time.
    """
    change = book.effects[at + CHANGE] * holds(table, seat, book.effects, at)
    most = book.effects[at + LIMIT]
    first = (seat * AIM_COUNT + book.effects[at + AIM]) * REACH_SIZE
    for nth in range(REACH_SIZE):
        place = book.reach[first + nth]
        table[place] = min(max(table[place] + change, 0), most)


def drift(table: Row, book: Book, seat: int) -> None:
    """Let bonds carry or wear out trust, and scale earn or cost capital."""
    bonds = 0
    for nth in range(REACH_SIZE):
        bonds += table[book.reach[(seat * AIM_COUNT + ALL_BONDS) * REACH_SIZE + nth]]
    own = seat * METER_COUNT
    trust = table[own + TRUST] + (bonds > 18) - (bonds < 12)
    table[own + TRUST] = min(max(trust, 0), MOST)
    capital = table[own + CAPITAL] + table[own + SCALE] // 5 - 1
    table[own + CAPITAL] = min(max(capital, 0), MOST)


def score_of(table: Row) -> int:
    """Return the sum of all meters, trust counted twice."""
    score = 0
    for place in range(BONDS):
        score += table[place]
    for seat in range(SEATS):
        score += table[seat * METER_COUNT + TRUST]
    return score


def has_won(table: Row) -> bool:
    """Tell whether the score is high enough and every seat has autonomy left."""
    least = MOST
    for seat in range(SEATS):
        least = min(least, table[seat * METER_COUNT + AUTONOMY])
    return score_of(table) >= WINNING_SCORE and least > 0


# --- chance, and whole matches -----------------------------------------------------------------


def word_of(seed: int) -> int:
    """Return the scrambled word that all chance of a match comes from."""
    return mix(mix(seed) ^ mix((seed >> 32) + 0x51ED))


def drawn(word: int, below: int) -> int:
    """Return an integer in 0..below-1."""
    return (mix(word) * below) >> 32


def deal(table: Row, book: Book, word: int) -> int:
    """Open a round with the card that chance deals; return the word for the round's draws."""
    round_now = table[ROUND_NOW]
    now = mix(word ^ (round_now * 64))
    open_round(table, book, drawn(now, CARDS - round_now))
    return now


def begin(table: Row, book: Book, word: int) -> None:
    """Lay the table of a match and open its first round."""
    lay(table, book)
    deal(table, book, word)


def go_on(table: Row, book: Book, word: int) -> None:
    """Settle the round and open the next one, if there is one."""
    settle_round(table, book)
    if table[ROUND_NOW] < ROUNDS:
        deal(table, book, word)


def play_random(table: Row, book: Book, seed: int) -> None:
    """Play the match of a seed with a random choice among the open answers, every time."""
    word = word_of(seed)
    lay(table, book)
    for _ in range(ROUNDS):
        now = deal(table, book, word)
        for seat in range(SEATS):
            pick = table[OPEN + seat] * PICK_SIZE
            nth = drawn(now ^ (seat + 1), book.picks[pick])
            table[CHOICE + seat] = book.picks[pick + 1 + nth]
        settle_round(table, book)


def play_many(table: Row, book: Book, first_seed: int, results: Rows) -> None:
    """Play a match for each row of results, and note there how it ended."""
    for nth in range(len(results)):
        play_random(table, book, first_seed + nth)
        results[nth][SCORE] = score_of(table)
        results[nth][HAS_WON] = has_won(table)


# --- compiled or not ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Engine:
    """The rules in the form in which they are played, and what they are played on."""

    book: Any
    new_rows: Callable[[int], Any]
    """Return empty rows for a number of results."""
    new_table: Callable[[], Any]
    read: Callable[[Any], Row]
    """Return what lies on a table as plain integers."""
    begin: Callable[..., None]
    go_on: Callable[..., None]
    play_many: Callable[..., None]


@cache
def plain_engine() -> Engine:
    """Return the rules as they stand."""
    return Engine(
        book=own_book(),
        new_rows=lambda count: [[0, 0] for _ in range(count)],
        new_table=lambda: [0] * PLACES,
        read=list,
        begin=begin,
        go_on=go_on,
        play_many=play_many,
    )


@cache
def compiled_engine() -> Engine:
    """Return compiled twins, made by the very machinery of our own rules; needs numba."""
    import numba
    import numpy as np

    from coopgame.simulate.twins import Twins

    twins = Twins((__name__, "coopgame.rules.chance"))

    def twin(function: Callable[..., None]) -> Callable[..., None]:
        twins.make_all(twins.called_by(function))
        made: Callable[..., None] = numba.njit(error_model="numpy")(twins.copy_of(function))
        return made

    rows: list[Any] = [np.array(row, np.int32) for row in own_book()]
    return Engine(
        book=Book(*rows),
        new_rows=lambda count: np.zeros((count, 2), np.int32),
        new_table=lambda: np.zeros(PLACES, np.int32),
        read=np.ndarray.tolist,
        begin=twin(begin),
        go_on=twin(go_on),
        play_many=twin(play_many),
    )


def own_engine() -> Engine:
    """Return the compiled rules where they can be compiled, else the rules as they stand."""
    return compiled_engine() if can_compile() else plain_engine()


# --- one choice at a time ----------------------------------------------------------------------

ANSWER_SETS: Final = tuple(answers_in(each) for each in range(1 << ANSWERS))


class Illegal(ValueError):
    """Somebody chose an answer that is not open, chose twice, or chose after the end."""


class Match:
    """A match as bots and screens play it: ask what is open, choose, and look."""

    __slots__ = ("_engine", "_missing", "_table", "_word", "choices", "places")

    def __init__(self, seed: int, engine: Engine | None = None) -> None:
        self._engine = engine or own_engine()
        self._table = self._engine.new_table()
        self._word = word_of(seed)
        self._missing = SEATS
        self._engine.begin(self._table, self._engine.book, self._word)
        self.places = self._engine.read(self._table)
        """The table as it lies open to all, since the round began."""
        self.choices: list[tuple[int, int]] = []
        """Every choice so far: seat and answer. With the seed it repeats the match."""

    @property
    def has_ended(self) -> bool:
        """Tell whether all rounds are played."""
        return self.places[ROUND_NOW] == ROUNDS

    def open_answers(self, seat: int) -> tuple[int, ...]:
        """Return the answers that a seat may choose now; none once it has chosen."""
        return ANSWER_SETS[self.places[OPEN + seat]]

    def choose(self, seat: int, answer: int) -> None:
        """Choose for a seat; the last seat's choice settles the round. Raises Illegal."""
        if answer not in ANSWER_SETS[self.places[OPEN + seat]]:
            raise Illegal(f"Seat {seat} cannot choose answer {answer} now.")
        self._table[CHOICE + seat] = answer
        self.choices.append((seat, answer))
        self.places[OPEN + seat] = 0
        self._missing -= 1
        if not self._missing:
            self._go_on()

    def _go_on(self) -> None:
        self._engine.go_on(self._table, self._engine.book, self._word)
        self.places = self._engine.read(self._table)
        if self.has_ended:
            self.places[OPEN : OPEN + SEATS] = [0] * SEATS
        self._missing = SEATS

    def result(self) -> tuple[int, bool]:
        """Return the score so far, and whether that wins."""
        return score_of(self.places), has_won(self.places)


# --- for the comparison ------------------------------------------------------------------------


def step_api(count: int, seed: int) -> tuple[int, int]:
    """Play matches one choice at a time; return how many, and their steps."""
    chance = random.Random(seed).random
    engine, results = own_engine(), []
    for nth in range(count):
        match = Match(seed + nth, engine)
        while not match.has_ended:
            for seat in range(SEATS):
                answers = match.open_answers(seat)
                match.choose(seat, answers[int(chance() * len(answers))])
        results.append(match.result())
    return len(results), len(results) * STEPS


def results_of(count: int, seed: int, engine: Engine | None = None) -> Any:
    """Return a row with score and win (1 or 0) for each of `count` seeds from `seed`."""
    engine = engine or own_engine()
    results = engine.new_rows(count)
    engine.play_many(engine.new_table(), engine.book, seed, results)
    return results


def simulate(count: int, seed: int) -> tuple[int, int]:
    """Play matches by the thousand; return how many, and their steps."""
    return len(results_of(count, seed)), count * STEPS
