"""What the game waits for, and from whom: the only door into the engine.

A question has an id that reads (`round3.B.move`) and named options. A closed option says
why; an open one says what is known beforehand: cost, who must agree, the chance with its
reasons, and what it presses. Never the outcome of a draw.
"""

from dataclasses import dataclass
from enum import StrEnum

TABLE_SEAT = -1
"""The seat number of questions that the whole table answers."""


class About(StrEnum):
    """What a question asks for."""

    ANSWER = "answer"
    """One answer to the event card."""
    MOVE = "move"
    """One strategic move."""
    REPLY = "reply"
    """Yes or no to an open offer."""
    GO_ON = "go_on"
    """The table has looked back and goes on."""


@dataclass(frozen=True, slots=True)
class Party:
    """A seat, a partner or a neighbour, by its place on the table."""

    kind: str
    """`seat`, `partner` or `neighbour`."""
    number: int

    @property
    def code(self) -> str:
        """Return the short name used in option ids: `B`, `P2` or `N1` (counted from 1)."""
        if self.kind == "seat":
            return "ABCDEF"[self.number]
        return f"{self.kind[0].upper()}{self.number + 1}"


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence's worth of why: a word key, whole numbers for it, and its weight."""

    key: str
    points: int = 0
    """How many percentage points it adds to a chance; 0 when it adds none."""
    needs: int | None = None
    has: int | None = None
    party: Party | None = None
    word: str | None = None
    """A further word key, e.g. the quantity or stage the reason is about."""


@dataclass(frozen=True, slots=True)
class Arrows:
    """Which meters an option presses, from -3 to 3; None where nobody can know."""

    trust: int | None = 0
    price_control: int | None = 0
    autonomy: int | None = 0


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a seat may answer."""

    id: str
    """Reads: `offer_yes`, `merge.N1`, `contract.P2.processing.long.fixed`, a card option's id."""
    kind: str
    """A move's name, `card` for a card option, `yes`, `no` or `go_on`."""
    party: Party | None = None
    stage: int | None = None
    """Place of the stage in the chain, from 0."""
    term: str | None = None
    """`short`/`long` for a contract; `pact`/`contract`/`group` for leaving."""
    price_rule: str | None = None
    card_option: int | None = None
    """Number of the option on the card, from 0."""
    is_open: bool = True
    why_closed: Reason | None = None
    cost: int = 0
    """Coins that are paid for certain when it goes through."""
    consent: tuple[str, ...] = ()
    """Who must agree: `seat`, `partner`, `neighbour`, `members`, `their_members`, `bank`,
    `others`, `group`."""
    chance: int | None = None
    """Chance in per cent that everybody who decides by chance says yes; None if nobody does."""
    reasons: tuple[Reason, ...] = ()
    """What makes that chance, largest first; the points and the base add up to it before it
    is kept within its limits."""
    presses: Arrows = Arrows()
    risks: tuple[Reason, ...] = ()
    """What may go wrong later, known beforehand: a break, a drop, debt."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something one seat (or the whole table, seat -1) is asked."""

    id: str
    """`round3.B.answer`, `round3.B.move`, `round3.B.reply.A`, `round3.table.go_on`."""
    round: int
    seat: int
    about: About
    options: tuple[Option, ...]
    asked_by: Party | None = None
    """Who made the offer, for a reply."""
    offer: Option | None = None
    """What was offered, for a reply."""
    in_group: bool = False
    """The group decides by weight of its districts; this is one district's voice."""

    def option(self, option_id: str) -> Option | None:
        """Return the option with this id, or None."""
        return next((option for option in self.options if option.id == option_id), None)

    @property
    def default(self) -> Option:
        """Return what is played when nobody answers: hold, the last answer, no."""
        return next(o for o in reversed(self.options) if o.is_open)
