"""A compiled scenario with its decks: numbers and rows of integers, nothing else.

Texts never reach the rules; `Labels` only holds the ids by which questions name cards and
options. Rows are lists of integers whose columns are named here and in `card_rows`.
"""

from dataclasses import dataclass, field
from typing import Final

from coopgame.rules.numbers import Numbers

# Columns of a card row
CARD_COLUMNS: Final = 9
(
    CARD_THEME, CARD_WEIGHT, CARD_SPEAKS_TO, CARD_ROLE, CARD_TEST, CARD_CHAPTERS, CARD_FIRST,
    CARD_COUNT, CARD_RESERVED,
) = range(CARD_COLUMNS)  # fmt: skip
"""`CARD_TEST` starts a postfix test or is -1; `CARD_CHAPTERS` is a bit mask, 0 for all;
options `CARD_FIRST` … `CARD_FIRST + CARD_COUNT - 1`, of which the last is "do nothing"."""

# To whom a card speaks
(
    SPEAKS_EVERYONE, SPEAKS_LARGEST, SPEAKS_SMALLEST, SPEAKS_RICHEST, SPEAKS_POOREST,
    SPEAKS_MOST_TRUSTED, SPEAKS_LEAST_TRUSTED, SPEAKS_WITH_CONTRACT, SPEAKS_WITH_OWN_STAGE,
    SPEAKS_IN_GROUP, SPEAKS_BY_CHANCE,
) = range(11)  # fmt: skip

# Roles of a card
ROLE_EVENT: Final = 0
ROLE_FOLLOW_UP: Final = 1
ROLE_TAKEOVER: Final = 2

# Columns of an option row
OPTION_COLUMNS: Final = 13
(
    OPTION_CARD, OPTION_VERB, OPTION_NEEDS, OPTION_ASKS, OPTION_STAGE, OPTION_COUNT,
    OPTION_EFFECTS, OPTION_EFFECTS_END, OPTION_REFUSED, OPTION_REFUSED_END,
    OPTION_TRUST, OPTION_PRICE, OPTION_AUTONOMY,
) = range(OPTION_COLUMNS)  # fmt: skip
UNKNOWN_ARROW: Final = 9
"""Stands in an arrow column where nobody can know the direction."""

# Who must agree to an option
ASKS_NOBODY: Final = 0
ASKS_MEMBERS: Final = 1
ASKS_PARTNER: Final = 2
ASKS_OTHERS: Final = 3

# Columns of a start row, one for each seat
START_COLUMNS: Final = 16
(
    START_KIND, START_HOME, START_VOLUME, START_VOLUME_MOST, START_CAPITAL, START_CAPITAL_MOST,
    START_EFFICIENCY, START_QUALITY, START_MEMBERS, START_OPENNESS, START_VOICE,
    START_SCALE, START_QUALITY_AMBITION, START_REGION, START_CASH, START_TIE,
) = range(START_COLUMNS)  # fmt: skip
"""A value of -1 is drawn from the standard range; ambitions of -1 are drawn together."""

# Columns of a partner row
PARTNER_COLUMNS: Final = 10
(
    PARTNER_STAGE, PARTNER_COOP, PARTNER_POWER, PARTNER_CAPACITY, PARTNER_RELIABILITY,
    PARTNER_SCALE, PARTNER_QUALITY, PARTNER_REGION, PARTNER_CASH, PARTNER_TIE,
) = range(PARTNER_COLUMNS)  # fmt: skip

# Columns of a neighbour row
NEIGHBOUR_COLUMNS: Final = 7
(
    NEIGHBOUR_VOLUME, NEIGHBOUR_VOLUME_MOST, NEIGHBOUR_SCALE, NEIGHBOUR_QUALITY,
    NEIGHBOUR_REGION, NEIGHBOUR_CASH, NEIGHBOUR_TIE,
) = range(NEIGHBOUR_COLUMNS)  # fmt: skip

# Columns of a track row, one for each round (row 0 is round 1)
TRACK_COLUMNS: Final = 4
TRACK_INDEX, TRACK_GLUT, TRACK_PRESSURE, TRACK_CHAPTER = range(TRACK_COLUMNS)

CHAPTERS: Final = 12
"""How many chapters a scenario may have."""
LOTS: Final = 800
"""How many lots may lie in the box of a chapter."""

Rows = list[list[int]]


@dataclass(frozen=True, slots=True)
class Labels:
    """The ids by which people and recordings name what the rows mean."""

    scenario: str
    decks: tuple[str, ...]
    cards: tuple[str, ...]
    card_decks: tuple[str, ...]
    """The deck of each card."""
    options: tuple[str, ...]
    """For every option row; the last of each card is `nothing`."""
    stages: tuple[str, ...]
    chapters: tuple[str, ...]
    cooperatives: tuple[str, ...]
    partners: tuple[str, ...]
    neighbours: tuple[str, ...]
    group_count: int
    """How many group names the scenario offers."""


@dataclass(frozen=True, slots=True)
class Playbook:
    """Everything the rules know of a scenario. The rows are never changed during a match."""

    rule: Numbers
    rounds: int
    mode: int
    secret_missions: int
    stage_kind: list[int]
    stage_share: list[int]
    """Per cent of the consumer price; sums to 100."""
    track: Rows
    starts: Rows
    partners: Rows
    neighbours: Rows
    cards: Rows
    options: Rows
    effects: Rows
    tests: Rows
    amounts: Rows
    script: list[int]
    """For each round the card that must be dealt, -1 for none."""
    goal_par: list[int]
    goal_spread: list[int]
    labels: Labels
    fingerprint: str
    """SHA-256 of the content, 64 hexadecimal digits; part of every recording."""
    lots: Rows = field(init=False)
    """For no chapter and then for every chapter the cards it can deal, each as often as it weighs."""
    lot_count: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Fill the boxes from which cards are drawn."""
        last = max((row[TRACK_CHAPTER] for row in self.track), default=-1)
        lots = [lots_of(self.cards, chapter) for chapter in range(-1, last + 1)]
        object.__setattr__(self, "lots", lots)
        object.__setattr__(self, "lot_count", [len(box) for box in lots])

    @property
    def card_count(self) -> int:
        """Return how many cards the decks have together."""
        return len(self.cards)

    @property
    def partner_count(self) -> int:
        """Return how many partners the scenario has."""
        return len(self.partners)

    @property
    def neighbour_count(self) -> int:
        """Return how many neighbour co-operatives the scenario has."""
        return len(self.neighbours)

    @property
    def stage_count(self) -> int:
        """Return how many stages the chain has."""
        return len(self.stage_share)


def lots_of(cards: Rows, chapter: int) -> list[int]:
    """Return the numbers of the event cards of a chapter (-1: of none), each as often as it weighs."""
    lots: list[int] = []
    for number, row in enumerate(cards):
        mask = row[CARD_CHAPTERS]
        comes = mask == 0 or chapter < 0 or (mask >> chapter) & 1 == 1
        if row[CARD_ROLE] == ROLE_EVENT and comes:
            lots += [number] * row[CARD_WEIGHT]
    return lots
