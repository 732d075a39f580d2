"""A scenario: the chain, who sits at the table, the market's track, chapters and numbers."""

from dataclasses import replace
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coopgame.cards.deck import Language
from coopgame.cards.word import CooperativeKind, Id, Percent, Stage, Text, Word, complaint
from coopgame.rules.numbers import STANDARD, Numbers
from coopgame.vocabulary import Goal, MatchMode, StageKind

Volume = Annotated[int, Field(ge=10, le=400)]
Coins = Annotated[int, Field(ge=0, le=200)]
Rounds = Annotated[int, Field(ge=1, le=16)]
Minutes = Annotated[int, Field(ge=10, le=600)]


class VolumeRange(Word):
    """A volume drawn at the start, in tenths: 10 is one whole volume."""

    from_: Volume = Field(alias="from")
    """The least."""
    to: Volume
    """The most."""

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        _check_order(self.from_, self.to)
        return self


class CoinRange(Word):
    """Coins drawn at the start."""

    from_: Coins = Field(alias="from")
    """The least."""
    to: Coins
    """The most."""

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        _check_order(self.from_, self.to)
        return self


class SeatRange(Word):
    """How many can play."""

    fewest: Annotated[int, Field(ge=1, le=6)]
    """The smallest number of co-operatives."""
    most: Annotated[int, Field(ge=1, le=6)]
    """The largest number of co-operatives."""

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.fewest > self.most:
            raise complaint("S219", "fewest is larger than most", at="fewest")
        return self


def _check_order(least: int, most: int) -> None:
    if least > most:
        raise complaint("S220", "from is larger than to", at="from")


class Strivings(Word):
    """What a board strives for, in per cent; together 100."""

    scale: Percent
    """Growing, with power in the market."""
    quality: Percent
    """Better products."""
    region: Percent
    """Members and ties in the region."""
    cash: Percent
    """Money for the members now."""

    @model_validator(mode="after")
    def _makes_a_whole(self) -> Self:
        total = sum(self.vector)
        if total != 100:
            raise complaint("M401", "these add up to {total}, not to 100", total=total)
        return self

    @property
    def vector(self) -> tuple[int, int, int, int]:
        """Return the four parts in the order of the rules."""
        return self.scale, self.quality, self.region, self.cash


class Link(Word):
    """One stage of the chain."""

    stage: Stage
    """Which stage."""
    share: Percent
    """Its part of the consumer price, in per cent; the chain sums to 100."""


class Cooperative(Word):
    """A co-operative that a seat can play."""

    texts: ClassVar[frozenset[str]] = frozenset({"name"})

    id: Id
    """Its id."""
    name: Text
    """An own name, never that of a real firm."""
    kind: CooperativeKind
    """producer, consumer, mixed or collective."""
    home: Stage
    """The stage where its members are."""
    volume: VolumeRange | None = None
    """Volume in tenths, drawn at the start; left out, 60 to 140."""
    capital: CoinRange | None = None
    """Coins, drawn at the start; left out, 18 to 24."""
    efficiency: Percent | None = None
    """Left out, drawn from the standard range; so are the next four."""
    quality: Percent | None = None
    """Quality at the start."""
    members: Percent | None = None
    """Commitment of the members at the start."""
    openness: Percent | None = None
    """Internal communication at the start."""
    voice: Percent | None = None
    """Democratic representation at the start."""
    tie: Percent | None = None
    """How far it believes the others at the start."""
    ambition: Strivings | None = None
    """What the board strives for; left out, drawn."""


class Partner(Word):
    """Somebody in the chain that the rules play."""

    texts: ClassVar[frozenset[str]] = frozenset({"name", "short"})

    id: Id
    """Its id."""
    name: Text
    """An own name, never that of a real firm."""
    short: Text
    """A short name, at most 14 characters."""
    stage: Stage
    """What it does in the chain."""
    cooperative: bool = False
    """Whether it is a co-operative itself."""
    power: Percent
    """Its power, 0-100."""
    capacity: Annotated[int, Field(ge=10, le=2000)]
    """The volume it can move, in tenths."""
    reliability: Percent
    """How surely it keeps its word, 0-100."""
    tie: Percent | None = None
    """The tie with every co-operative at the start; left out, drawn."""
    ambition: Strivings
    """What it strives for."""


class Neighbour(Word):
    """A co-operative of the same stage that the rules play."""

    texts: ClassVar[frozenset[str]] = frozenset({"name", "short"})

    id: Id
    """Its id."""
    name: Text
    """An own name, never that of a real firm."""
    short: Text | None = None
    """A short name, at most 14 characters."""
    volume: VolumeRange
    """Its volume in tenths, drawn at the start."""
    tie: Percent | None = None
    """The tie with every co-operative at the start; left out, drawn."""
    ambition: Strivings
    """What it strives for."""


class Chapter(Word):
    """A part of the story, with cards of its own."""

    texts: ClassVar[frozenset[str]] = frozenset({"title"})
    notes: ClassVar[frozenset[str]] = frozenset({"years"})

    id: Id
    """Its id, named by cards and by the track."""
    title: Text
    """What it is called."""
    years: Text | None = None
    """The years it covers, in quotes or with a hyphen between them."""


class TrackPoint(Word):
    """The market at one moment of the story."""

    notes: ClassVar[frozenset[str]] = frozenset({"year"})

    year: Annotated[int, Field(ge=1700, le=2200)] | None = None
    """The year shown."""
    chapter: Id | None = None
    """The chapter it belongs to."""
    index: Annotated[int, Field(ge=40, le=200)]
    """The price index; 100 is normal."""
    glut: Percent
    """How full the market is."""
    pressure: Percent
    """How hard buyers press."""


class Price(Word):
    """How prices are shown; the rules count in points."""

    notes: ClassVar[frozenset[str]] = frozenset({"normal", "unit"})

    normal: Annotated[int, Field(ge=1, le=100_000)]
    """The price at index 100."""
    unit: Annotated[str, Field(min_length=1, max_length=12)]
    """Its unit, e.g. ct."""


class Par(Word):
    """When a goal of a mission is met."""

    par: Annotated[int, Field(ge=-1000, le=5000)]
    """The value that meets the goal."""
    spread: Annotated[int, Field(ge=1, le=1000)]
    """How far good and middling results lie apart; breaks ties."""
    seats: dict[Annotated[int, Field(ge=1, le=6)], Annotated[int, Field(ge=-1000, le=5000)]] = (
        Field(default_factory=dict)
    )
    """Another par for some numbers of co-operatives, e.g. {2: 47}."""

    def at(self, seats: int) -> int:
        """Return the par for a number of co-operatives."""
        return self.seats.get(seats, self.par)


class Pars(Word):
    """Par and spread of every goal; found by simulation."""

    scale: Par = Par(par=82, spread=14)
    """Power and growth."""
    quality: Par = Par(par=40, spread=8)
    """Quality at the end."""
    region: Par = Par(par=43, spread=7)
    """Members, and how far others believe it."""
    cash: Par = Par(par=320, spread=60)
    """Prices paid and money left."""
    trust: Par = Par(par=44, spread=7)
    """The meter trust, mean of the last three rounds."""
    price_control: Par = Par(par=47, spread=7)
    """The meter price control, the same."""
    autonomy: Par = Par(par=70, spread=12)
    """The meter autonomy, the same."""

    def of(self, goal: Goal) -> Par:
        """Return the par of a goal."""
        par: Par = getattr(self, goal.value)
        return par


class Scenario(Word):
    """A file with everything a match begins with."""

    texts: ClassVar[frozenset[str]] = frozenset(
        {"title", "subtitle", "story", "groups", "facilities", "source_note", "learning_goals"}
    )
    notes: ClassVar[frozenset[str]] = frozenset(
        {"language", "icon", "lengths", "default_length", "price", "seats"}
    )

    scenario: Id
    """The scenario's id: the name of its file."""
    format: Literal[1]
    """The format of this file; 1 is the only one so far."""
    language: Language
    """The language of the texts in this file, as two letters."""
    title: Text
    """Its name."""
    subtitle: Text
    """At most 40 characters."""
    story: Text
    """What it is about, at most 45 words."""
    icon: Id = "volume"
    """The icon in the menu."""
    decks: Annotated[tuple[Id, ...], Field(min_length=1, max_length=8, strict=False)]
    """The decks it is played with."""
    seats: SeatRange
    """From how many to how many co-operatives can play."""
    lengths: Annotated[dict[Minutes, Rounds], Field(min_length=1)]
    """Minutes and the number of rounds that fit in them."""
    default_length: Minutes | None = None
    """The length offered first; left out, the one nearest to 60 minutes."""
    mode: Annotated[MatchMode, Field(strict=False)] = MatchMode.MISSIONS
    """How a match is closed: missions, chain or points."""
    secret_missions: Literal["open", "hidden"] = "open"
    """Whether others may see a mission."""
    price: Price | None = None
    """How prices are shown."""
    chain: Annotated[tuple[Link, ...], Field(min_length=3, max_length=5, strict=False)]
    """The stages from the field to the table."""
    cooperatives: Annotated[
        tuple[Cooperative, ...], Field(min_length=1, max_length=6, strict=False)
    ]
    """As many as can play, in the order of the seats."""
    partners: Annotated[tuple[Partner, ...], Field(max_length=8, strict=False)] = ()
    """Processors, shops and others that the rules play."""
    neighbours: Annotated[tuple[Neighbour, ...], Field(max_length=4, strict=False)] = ()
    """Co-operatives that the rules play."""
    groups: Annotated[tuple[Text, ...], Field(max_length=6, strict=False)] = ()
    """Names for merged groups, used in this order."""
    facilities: dict[Stage, Text] = Field(default_factory=dict)
    """What an own facility is called in each stage."""
    chapters: Annotated[tuple[Chapter, ...], Field(max_length=12, strict=False)] = ()
    """The parts of the story."""
    track: Annotated[tuple[TrackPoint, ...], Field(max_length=64, strict=False)] = ()
    """The market, spread evenly over the rounds; left out, a quiet market."""
    script: dict[Rounds, Id] = Field(default_factory=dict)
    """Cards that are dealt in a fixed round."""
    rules: dict[str, int] = Field(default_factory=dict)
    """Numbers of the rules that differ here."""
    pars: Pars = Pars()
    """When goals are met."""
    learning_goals: Annotated[tuple[Text, ...], Field(max_length=8, strict=False)] = ()
    """What a group can take from it."""
    source_note: Text | None = None
    """Where the story and its numbers come from."""

    @property
    def stages(self) -> tuple[StageKind, ...]:
        """Return the stages of the chain in order."""
        return tuple(link.stage for link in self.chain)

    @property
    def offered_length(self) -> int:
        """Return the length in minutes that is offered first."""
        if self.default_length is not None:
            return self.default_length
        return min(self.lengths, key=lambda minutes: (abs(minutes - 60), minutes))

    @property
    def offered_rounds(self) -> int:
        """Return the number of rounds that is offered first."""
        return self.lengths.get(self.offered_length, min(self.lengths.values()))

    def numbers(self) -> Numbers:
        """Return the numbers of the rules as this scenario has them."""
        return replace(STANDARD, **self.rules)


def spread(track: tuple[TrackPoint, ...], rounds: int) -> tuple[TrackPoint, ...]:
    """Return one track point for each round, the first and last included."""
    if not track:
        return (TrackPoint(index=100, glut=20, pressure=40),) * rounds
    last = len(track) - 1
    if rounds == 1:
        return (track[0],)
    steps = rounds - 1
    return tuple(track[(2 * step * last + steps) // (2 * steps)] for step in range(rounds))
