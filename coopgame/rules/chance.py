"""Repeatable chance from (seed, round, seat, purpose).

Counter-based: every draw is a function of what it is for, never of what was drawn before,
so a new draw somewhere shifts nothing elsewhere. It serves fairness and repeatability, not
secrecy. All arithmetic stays in 32-bit words held in ordinary integers.
"""

from typing import Final

from coopgame.rules.table import Table

_MASK: Final = 0xFFFFFFFF

# Purposes. A purpose may be followed by up to 4096 draws of its own (`nth`).
DEALING: Final = 1
INDEX_WALK: Final = 2
GLUT_WALK: Final = 3
VOTE: Final = 4
PARTNER_CONSENT: Final = 5
BANK: Final = 6
BREAK: Final = 7
DROP: Final = 8
GAIN: Final = 9
SPECIALITY: Final = 10
CARD_CHANCE: Final = 11
START: Final = 12
MISSION: Final = 13
TARGET: Final = 14
NEIGHBOUR_CONSENT: Final = 15
ABSORPTION: Final = 16
LEAVING: Final = 17
BOT: Final = 18


def mix(word: int) -> int:
    """Scramble one 32-bit word so that close inputs give unrelated outputs."""
    word = int(word) & _MASK
    word ^= word >> 16
    word = (word * 0x7FEB352D) & _MASK
    word ^= word >> 15
    word = (word * 0x346CA68B) & _MASK
    return word ^ (word >> 16)


def begin(table: Table) -> None:
    """Mix the table's seed once, for all draws of the match; kept as a signed word."""
    word = mix(mix(table.seed_low) ^ mix(table.seed_high + 0x51ED))
    table.seed_word = word - ((word >> 31) << 32)


def draw(table: Table, purpose: int, seat: int, nth: int, below: int) -> int:
    """Return an integer in 0..below-1 for this seed, round, seat, purpose and `nth`.

    `seat` may be -1 for the table as a whole; `below` is 1 or more.
    """
    word = int(table.seed_word) & _MASK
    word = mix(word ^ (int(table.round_now) * 64 + seat + 1))
    word = mix(word ^ (purpose * 4096 + nth))
    return (word * below) >> 32


def happens(table: Table, purpose: int, seat: int, nth: int, percent: int) -> bool:
    """Tell whether something with this chance in per cent happens."""
    return draw(table, purpose, seat, nth, 100) < percent
