"""The words of the mission as types, each with one sentence of help.

Everything else in the package speaks these words. This module knows nothing of rules,
files or screens. The order of members is part of the playbook format: append only.
"""

from enum import StrEnum
from typing import Final


class Meter(StrEnum):
    """What a co-operative is judged by; three bars, never one sum."""

    TRUST = "trust"
    """Do partners and members believe that promises will be kept?"""
    PRICE_CONTROL = "price_control"
    """How far can the co-operative influence and steady the price its members get?"""
    AUTONOMY = "autonomy"
    """How much of its strategy can it still decide itself?"""


class Kind(StrEnum):
    """Whose collective a seat plays."""

    PRODUCER = "producer"
    """Producers own it; it stands at the start of the chain."""
    CONSUMER = "consumer"
    """Consumers own it; it stands at the end of the chain."""
    MIXED = "mixed"
    """Producers and consumers sit in one co-operative."""
    COLLECTIVE = "collective"
    """A collective with another legal form: cheaper to start, weaker credit."""


class Theme(StrEnum):
    """What an event card is about."""

    POWER = "power"
    COMPETITION = "competition"
    INVESTMENT = "investment"
    TRUST = "trust"
    MISMATCH = "mismatch"
    COMMUNICATION = "communication"
    REPRESENTATION = "representation"
    MARKET = "market"
    REGULATION = "regulation"
    CONSUMER = "consumer"
    SUCCESSION = "succession"
    CLIMATE = "climate"
    OPPORTUNITY = "opportunity"
    CRISIS = "crisis"
    INPUTS = "inputs"


class Move(StrEnum):
    """The one strategic move a seat makes each round."""

    HOLD = "hold"
    """Put money aside."""
    DIALOGUE = "dialogue"
    """Talk with one other party and learn its ambition."""
    COORDINATE = "coordinate"
    """Stay independent and pool strength: a pact."""
    MERGE = "merge"
    """Become one group with districts."""
    CONTRACT = "contract"
    """Let a third party hold a stage for a number of rounds."""
    INTEGRATE = "integrate"
    """Build an own facility in a stage."""
    INFORM = "inform"
    """Organise: explain the business to the members."""
    REPRESENT = "represent"
    """Organise: give members councils and votes."""
    SPECIALISE = "specialise"
    """Put quality on part of the volume."""
    OPEN_UP = "open_up"
    """Let consumers in: become a mixed co-operative."""
    LEAVE = "leave"
    """End a pact, a contract or a group."""


class Ambition(StrEnum):
    """What a board strives for."""

    SCALE = "scale"
    QUALITY = "quality"
    REGION = "region"
    CASH = "cash"


class Goal(StrEnum):
    """What a mission can ask for: an ambition or a meter."""

    SCALE = "scale"
    QUALITY = "quality"
    REGION = "region"
    CASH = "cash"
    TRUST = "trust"
    PRICE_CONTROL = "price_control"
    AUTONOMY = "autonomy"


class Holding(StrEnum):
    """How a co-operative is present in a stage of the chain."""

    MARKET = "market"
    """Sold on the open market."""
    OWN = "own"
    """An own facility."""
    CONTRACT = "contract"
    """A third party does it under contract."""
    BUILDING = "building"
    """An own facility that opens next round."""
    HOME = "home"
    """Where the members themselves are."""


class StageKind(StrEnum):
    """The links a value chain can have."""

    INPUTS = "inputs"
    PRODUCTION = "production"
    PROCESSING = "processing"
    DISTRIBUTION = "distribution"
    RETAIL = "retail"
    CONSUMPTION = "consumption"


class Phase(StrEnum):
    """The six parts of a round, as the group lives them."""

    NEWS = "news"
    TALK = "talk"
    CHOOSE = "choose"
    REVEAL = "reveal"
    SETTLE = "settle"
    LOOK_BACK = "look_back"


class MatchMode(StrEnum):
    """How a match is closed."""

    MISSIONS = "missions"
    """Every co-operative against its own mission."""
    CHAIN = "chain"
    """All win or lose together."""
    POINTS = "points"
    """The trainer weighs the three meters."""


class Ending(StrEnum):
    """Why a match ended."""

    ROUNDS = "rounds"
    """All rounds were played."""
    COLLAPSE = "collapse"
    """The chain lost its co-operatives."""


class Term(StrEnum):
    """How long a contract runs."""

    SHORT = "short"
    """Two rounds."""
    LONG = "long"
    """Four rounds."""


class PriceRule(StrEnum):
    """What a contract pays."""

    INDEXED = "indexed"
    """Follows the market."""
    FIXED = "fixed"
    """A floor, and less upside."""


LANGUAGES: Final = ("nl", "fr", "en")
"""The languages that every official text exists in, in the order we offer them."""

SEAT_LETTERS: Final = "ABCDEF"
"""A seat is named by its letter on every screen and in every question."""
