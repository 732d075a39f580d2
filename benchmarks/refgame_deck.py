"""The reference game's deck: its words compiled to frozen tables, and the places they name.

It knows the columns of every table but none of the rules.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

SEATS: Final = 4
ROUNDS: Final = 10
CARDS: Final = 40
ANSWERS: Final = 3
STEPS: Final = ROUNDS + ROUNDS * SEATS
"""Steps in a match: cards turned up and choices made."""

# Meters of a seat, 0..20; on the table five places for each seat.
TRUST, PRICE_CONTROL, AUTONOMY, CAPITAL, SCALE = range(5)
METERS: Final = ("trust", "price_control", "autonomy", "capital", "scale")
METER_COUNT: Final = len(METERS)
START: Final = (10, 8, 10, 10, 6)
MOST: Final = 20

# What two seats are to each other, 0..10; on the table a bond for each of the six pairs.
BONDS: Final = SEATS * METER_COUNT
BOND_COUNT: Final = SEATS * (SEATS - 1) // 2
BOND_START: Final = 5
BOND_MOST: Final = 10

# The other places of the table.
NOWHERE: Final = BONDS + BOND_COUNT
"""The place that an effect with few targets changes as well; nobody reads it."""
ROUND_NOW: Final = NOWHERE + 1
CARD_NOW: Final = ROUND_NOW + 1
OPEN: Final = CARD_NOW + 1
"""For each seat the set of answers open to it: 1, 2 and 4 added up."""
CHOICE: Final = OPEN + SEATS
PILE: Final = CHOICE + SEATS
PLACES: Final = PILE + CARDS

# What an effect aims at: a meter of me, of all others, of my right neighbour, or bonds.
WHOSE: Final = ("me", "others", "right")
ALL_BONDS: Final = len(WHOSE) * METER_COUNT
RIGHT_BOND: Final = ALL_BONDS + 1
AIM_COUNT: Final = RIGHT_BOND + 1

# Columns of options and effects. A test holds where (meter >= LEVEL) == WANTED.
IF_METER, IF_LEVEL, IF_WANTED = range(3)
FIRST_EFFECT, END_OF_EFFECTS, OPTION_SIZE = 3, 4, 5
AIM, CHANGE, LIMIT, EFFECT_SIZE = 3, 4, 5, 6
REACH_SIZE: Final = SEATS - 1
PICK_SIZE: Final = 1 + ANSWERS

Row = list[int]


class Book(NamedTuple):
    """All that the rules look up, as rows laid end to end; frozen while matches are played."""

    start: Row
    """The table as it is laid."""
    options: Row
    """For each answer of each card: the test that opens it, and which effects it has."""
    effects: Row
    """For each effect: the test it asks for, its aim, its change and the limit above."""
    reach: Row
    """For each seat and aim: the places of the table that an effect changes."""
    picks: Row
    """For each set of open answers: how many they are, and which."""


def reach_of(seat: int, aim: int) -> Row:
    """Return the places that an effect of a seat with this aim changes."""
    right = (seat + 1) % SEATS
    others = [other for other in range(SEATS) if other != seat]
    if aim == ALL_BONDS:
        places = [bond_of(seat, other) for other in others]
    elif aim == RIGHT_BOND:
        places = [bond_of(seat, right)]
    else:
        whose = ([seat], others, [right])[aim // METER_COUNT]
        places = [each * METER_COUNT + aim % METER_COUNT for each in whose]
    return places + [NOWHERE] * (REACH_SIZE - len(places))


def bond_of(seat: int, other: int) -> int:
    """Return the place of the bond between two seats."""
    low, high = min(seat, other), max(seat, other)
    return BONDS + low * (2 * SEATS - low - 1) // 2 + high - low - 1


def test_of(words: str) -> Row:
    """Compile words such as `trust at least 10` or `scale below 4`; no words always hold."""
    if not words:
        return [TRUST, 0, 1]
    meter, *how, level = words.split()
    return [METERS.index(meter), int(level), int(how == ["at", "least"])]


def effect_of(words: Sequence[Any]) -> Row:
    """Compile an effect such as `[others, bonds, -2, capital below 5]`."""
    whose, what, change, *test = words
    if what == "bonds":
        aim, limit = (ALL_BONDS if whose == "others" else RIGHT_BOND), BOND_MOST
    else:
        aim, limit = WHOSE.index(whose) * METER_COUNT + METERS.index(what), MOST
    return [*test_of(test[0] if test else ""), aim, int(change), limit]


def answers_in(open_answers: int) -> tuple[int, ...]:
    """Return the answers of a set."""
    return tuple(answer for answer in range(ANSWERS) if open_answers >> answer & 1)


def end_to_end(rows: Iterable[Sequence[int]]) -> Row:
    """Return rows laid end to end."""
    return [number for row in rows for number in row]


def compiled_deck(cards: Iterable[Any]) -> Book:
    """Return the tables of a deck in words."""
    options: list[Row] = []
    effects: list[Row] = []
    for answer in (answer for card in cards for answer in card["answers"]):
        assert len(options) % ANSWERS or "open" not in answer, "the first answer is always open"
        first = len(effects)
        effects += [effect_of(words) for words in answer["effects"]]
        options.append([*test_of(answer.get("open", "")), first, len(effects)])
    start = [*START * SEATS, *[BOND_START] * BOND_COUNT, *[0] * (PILE - NOWHERE), *range(CARDS)]
    reach = [reach_of(seat, aim) for seat in range(SEATS) for aim in range(AIM_COUNT)]
    sets = [answers_in(each) for each in range(1 << ANSWERS)]
    picks = [[len(each), *each, *[0] * (ANSWERS - len(each))] for each in sets]
    return Book(start, *(end_to_end(rows) for rows in (options, effects, reach, picks)))


@cache
def own_book() -> Book:
    """Return the tables of the reference game's deck."""
    text = Path(__file__).with_name("refgame_deck.yaml").read_text(encoding="utf-8")
    return compiled_deck(yaml.safe_load(text)["cards"])
