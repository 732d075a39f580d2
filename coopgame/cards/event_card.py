"""An event card: what happens, to whom it speaks, and what can be answered."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from coopgame.cards.conditions import AnyCondition
from coopgame.cards.effect import Effect
from coopgame.cards.effects import Effects, NoEffects
from coopgame.cards.word import Id, Stage, Text, Word, complaint
from coopgame.vocabulary import Move, Theme

Speaks = Literal[
    "everyone", "largest", "smallest", "richest", "poorest", "most_trusted", "least_trusted",
    "with_contract", "with_own_stage", "in_group", "by_chance",
]  # fmt: skip
Role = Literal["event", "follow_up", "takeover"]
Asks = Literal["nobody", "members", "partner", "others"]

NOTHING: str = "nothing"
"""The id of the answer that every card has last: doing nothing."""


class RealCase(Word):
    """What really happened: a short fact with its place, year and source."""

    texts: ClassVar[frozenset[str]] = frozenset({"text", "place"})
    notes: ClassVar[frozenset[str]] = frozenset({"year", "source"})

    text: Text
    """One or two short factual sentences; real names may stand only here."""
    place: Text
    """Where it was, as shown on the card."""
    year: Annotated[int, Field(ge=1700, le=2100)]
    """When it was."""
    source: Text
    """Where it can be read: key and address."""


class CardOption(Word):
    """One answer to a card."""

    texts: ClassVar[frozenset[str]] = frozenset({"label", "detail"})

    id: Id
    """The option's id, unique on its card."""
    verb: Annotated[Move, Field(strict=False)]
    """What kind of answer it is; it chooses the icon."""
    label: Text
    """At most 22 characters."""
    detail: Text
    """One cost or risk line, at most 34 characters."""
    needs: AnyCondition | None = None
    """The option is open only when this holds; shown beforehand."""
    asks: Asks = "nobody"
    """Who must agree: nobody, members (a vote), partner, or others who choose the same."""
    stage: Stage | None = None
    """The stage whose partner is asked, with `asks: partner`."""
    at_least: Annotated[int, Field(ge=1, le=5)] | None = None
    """How many others must choose the same, with `asks: others`."""
    effects: Effects
    """What happens when it goes through, in this order."""
    if_refused: NoEffects = ()
    """What happens when those who must agree do not."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.asks == "partner") != (self.stage is not None):
            raise complaint("S216", "`asks: partner` and `stage` belong together", at="stage")
        if (self.asks == "others") != (self.at_least is not None):
            raise complaint("S217", "`asks: others` and `at_least` belong together", at="at_least")
        if self.asks == "nobody" and self.if_refused:
            raise complaint("S218", "nobody can refuse this: say who is asked", at="if_refused")
        return self


class EventCard(Word):
    """One card of a deck."""

    texts: ClassVar[frozenset[str]] = frozenset({"title", "short", "story", "debrief"})
    notes: ClassVar[frozenset[str]] = frozenset({"real_case"})

    id: Id
    """The card's id, unique in its deck."""
    theme: Annotated[Theme, Field(strict=False)]
    """What it is about."""
    weight: Annotated[int, Field(ge=1, le=5)] = 2
    """How often it is dealt compared with others."""
    chapters: Annotated[tuple[Id, ...], Field(min_length=1, strict=False)] | None = None
    """Only in these chapters of the scenario; scenarios without chapters ignore it."""
    speaks_to: Speaks = "everyone"
    """Who answers it."""
    role: Role = "event"
    """event, follow_up (dealt only by another card) or takeover (dealt in trouble)."""
    when: AnyCondition | None = None
    """Dealt only when this holds."""
    title: Text
    """At most 40 characters."""
    short: Text
    """At most 22 characters, for narrow screens."""
    story: Text
    """What happens; title and story together at most 45 words."""
    real_case: RealCase
    """What really happened."""
    debrief: Text
    """A question for the look back."""
    options: Annotated[tuple[CardOption, ...], Field(min_length=2, max_length=4, strict=False)]
    """Two to four answers."""
    nothing: Effects
    """What doing nothing costs; always the last answer."""

    def option(self, option_id: str) -> CardOption | None:
        """Return the option with this id; None for an unknown one and for `nothing`."""
        return next((option for option in self.options if option.id == option_id), None)

    def answers(self) -> tuple[tuple[str, tuple[Effect, ...]], ...]:
        """Return (option id, effects) of every answer, doing nothing last."""
        listed = tuple((option.id, option.effects) for option in self.options)
        return (*listed, (NOTHING, self.nothing))
