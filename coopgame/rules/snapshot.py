"""A frozen picture of the table for one viewer: the only way out of the engine.

What a seat may not see is None or absent here, never hidden by a screen. Names of parties
are not here either: they are words of the scenario, looked up by place.
"""

from dataclasses import dataclass

from coopgame.rules.questions import Arrows, Option, Party

PUBLIC = -1
"""The viewer that sees only what everybody may see: the projector."""
EVERYTHING = -2
"""The viewer of the closing review, when nothing is secret any more."""


@dataclass(frozen=True, slots=True)
class StageView:
    """A link of the chain."""

    kind: str
    share: int
    """Its share of the consumer price, in per cent."""


@dataclass(frozen=True, slots=True)
class MarketView:
    """The market everybody lives in."""

    index: int
    """100 is normal, 40 to 200."""
    index_before: int
    glut: int
    pressure: int
    regional: int
    """Share of all volume that the co-operatives hold together, per cent."""


@dataclass(frozen=True, slots=True)
class HoldView:
    """How a co-operative is present in one stage."""

    holding: str
    partner: Party | None = None
    rounds_left: int = 0
    rounds_kept: int = 0
    price_rule: str | None = None
    capacity: int = 0
    """Of the group's own facility, in tenths."""
    use: int = 0
    """How full the own facility is, per cent."""


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal of a mission; value and par are known to whoever may see the mission."""

    goal: str
    value: int
    par: int
    is_met: bool


@dataclass(frozen=True, slots=True)
class CooperativeView:
    """One co-operative, or one district of a group."""

    seat: int
    kind: str
    home: int
    volume: int
    volume_start: int
    capital: int
    debt: int
    efficiency: int
    quality: int
    members: int
    openness: int
    voice: int
    power: int
    paid: int
    paid_before: int
    """Price paid to members last round and the round before, in points."""
    meters: tuple[int, int, int]
    meters_before: tuple[int, int, int]
    """At the start of the round that is shown."""
    meter_history: tuple[tuple[int, int, int], ...]
    """After each settled round, oldest first."""
    holds: tuple[HoldView, ...]
    group: int
    """The lowest seat of its group; its own number when alone."""
    weight: int
    """Its share of the group's votes, per cent; 100 when alone."""
    tie_to: tuple[int, ...]
    """How far it believes each other seat; its own place holds 100."""
    partner_ties: tuple[int, ...]
    neighbour_ties: tuple[int, ...]
    absorbed: int
    is_digesting: bool
    is_in_trouble: bool
    has_named_shares: bool
    has_locked: bool
    """All its questions of this round are answered."""
    ambition: tuple[int, int, int, int] | None
    """Scale, quality, region, cash; None while secret to this viewer."""
    mission: tuple[GoalView, ...] | None
    answer: int | None
    """Option of the card it really played this round; None before the reveal."""
    move: Option | None
    """The move it really made this round; None before the reveal."""
    offer: Option | None
    """Its open offer, if this viewer may see it."""


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A partner played by the rules."""

    stage: int
    is_cooperative: bool
    power: int
    capacity_left: int
    capacity: int
    ambition: tuple[int, int, int, int] | None


@dataclass(frozen=True, slots=True)
class NeighbourView:
    """A neighbour co-operative played by the rules."""

    volume: int
    joined: int | None
    """The seat that absorbed it."""
    ambition: tuple[int, int, int, int] | None


@dataclass(frozen=True, slots=True)
class PactView:
    """Two that coordinate."""

    seat: int
    other: Party
    since: int


@dataclass(frozen=True, slots=True)
class CardOptionView:
    """An answer as it is printed on the card: the same for everybody it speaks to."""

    id: str
    verb: str
    """The move whose sign it carries."""
    consent: tuple[str, ...]
    """Who must agree: `members`, `partner` or `others`."""
    others: int
    """How many others must choose the same, when it asks others."""
    presses: Arrows


@dataclass(frozen=True, slots=True)
class CardView:
    """The event card of this round."""

    id: str
    number: int
    seat: int | None
    """The one seat it speaks to; None when it speaks to everyone."""
    options: tuple[CardOptionView, ...] = ()
    """Its answers; doing nothing is the last."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything this viewer may see."""

    viewer: int
    round: int
    rounds: int
    phase: str
    """`choose`, `look_back` or `ended`."""
    mode: str
    chain: tuple[StageView, ...]
    market: MarketView
    card: CardView | None
    first_seat: int
    cooperatives: tuple[CooperativeView, ...]
    partners: tuple[PartnerView, ...]
    neighbours: tuple[NeighbourView, ...]
    pacts: tuple[PactView, ...]
    ending: str | None
    dealt: tuple[str | None, ...] = ()
    """Id of the event card of each round so far, from round 1; None where there was none, or
    where the same card came again later."""

    def group_of(self, seat: int) -> tuple[int, ...]:
        """Return the seats of the group that this seat belongs to, in order."""
        group = self.cooperatives[seat].group
        return tuple(c.seat for c in self.cooperatives if c.group == group)


@dataclass(frozen=True, slots=True)
class Change:
    """One journal row, by name."""

    round: int
    step: int
    kind: str
    """A quantity (`trust`, `capital`, `tie` …) or a happening (`pact`, `vote` …)."""
    who: int | None
    """The seat it happened to; None for the market."""
    cause: str
    by: Party | None
    detail: int
    before: int
    after: int

    @property
    def amount(self) -> int:
        """Return by how much it changed."""
        return self.after - self.before
