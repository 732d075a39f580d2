"""What a card does: every word after `do:`, and those that branch or deal another card.

Each writes rows for the rules, has a sentence, and says roughly how it presses the three
meters of the co-operative that chooses it.
"""

from typing import Annotated, ClassVar, Final, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from coopgame.cards import pressing
from coopgame.cards.amounts import Amount, Count, amount_row
from coopgame.cards.changes import Change, ChangeMarket, ChangeTie
from coopgame.cards.conditions import AnyCondition
from coopgame.cards.effect import Effect
from coopgame.cards.links import (
    AbsorbNeighbour,
    Become,
    Build,
    EndContract,
    EndPacts,
    ForbidExit,
    MakePact,
    NameShares,
    RevealAmbition,
    SignContract,
)
from coopgame.cards.pressing import Pressure
from coopgame.cards.word import Id, SentenceWords, complaint
from coopgame.cards.writing import RowWriter
from coopgame.rules import card_rows as r

Branch: TypeAlias = Annotated[
    tuple["AnyEffect", ...], Field(min_length=1, max_length=12, strict=False)
]


class DealNext(Effect):
    """Put a follow-up card on top of the pile."""

    example: ClassVar[str] = "{do: deal_next, card: the_bill_comes, to: self, after: 2}"

    do: Literal["deal_next"]
    card: Id
    """The card's id, of this deck."""
    to: Literal["self", "everyone"] = "everyone"
    """To whom it speaks."""
    after: Annotated[int, Field(ge=1, le=2)] = 1
    """After how many rounds."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = [0] * r.EFFECT_COLUMNS
        row[r.EFFECT_WORD] = r.DEAL_NEXT
        row[r.EFFECT_AMOUNT] = -1
        row[r.EFFECT_WHO] = r.TO_SELF if self.to == "self" else r.TO_EVERYONE
        row[r.EFFECT_WHAT] = writer.card(self.card)
        row[r.EFFECT_EXTRA] = self.after
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `A follow-up comes next round`."""
        return words.get("say.effect.deal_next", count=self.after)


class ByChance(Effect):
    """One of two things happens by chance."""

    example: ClassVar[str] = (
        "{do: by_chance, percent: 60, then: [{do: change, of: quality, by: 5}], else: "
        "[{do: change, of: capital, by: -2}]}"
    )

    do: Literal["by_chance"]
    percent: Amount
    """The chance of the first, in per cent."""
    then: Branch
    """What happens then."""
    otherwise: tuple["AnyEffect", ...] = Field(
        default=(), alias="else", max_length=12, strict=False
    )
    """What happens otherwise; may be left out."""

    @model_validator(mode="after")
    def _is_a_chance(self) -> Self:
        if isinstance(self.percent, int) and not 0 <= self.percent <= 100:
            raise complaint("S215", "a chance lies between 0 and 100", at="percent")
        return self

    def rows(self, writer: RowWriter) -> None:
        """Append the branching row and both branches."""
        row = [0] * r.EFFECT_COLUMNS
        row[r.EFFECT_WORD] = r.BY_CHANCE
        row[r.EFFECT_AMOUNT] = amount_row(self.percent, writer)
        writer.branches(row, self.then, self.otherwise)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `60 % chance: capital +6. Otherwise: trust −2`."""
        chance = (
            words.get("say.effect.chance.counted")
            if isinstance(self.percent, Count)
            else words.get("say.effect.chance", percent=words.number(self.percent))
        )
        return branches_text(chance, self.then, self.otherwise, words)

    def presses(self) -> Pressure:
        """Return what both branches may do."""
        return pressing.either(pressure_of(self.then), pressure_of(self.otherwise))

    def inside(self) -> tuple[Effect, ...]:
        """Return the effects of both branches."""
        return self.then + self.otherwise

    def amounts(self) -> tuple[int | Count, ...]:
        """Return the chance."""
        return (self.percent,)


class When(Effect):
    """Something happens only when a test holds."""

    example: ClassVar[str] = (
        "{do: when, test: {test: chose, at_least: 3}, then: [{do: change, of: "
        "price_control, by: 6}]}"
    )

    do: Literal["when"]
    test: AnyCondition
    """What must hold."""
    then: Branch
    """What happens then."""
    otherwise: tuple["AnyEffect", ...] = Field(
        default=(), alias="else", max_length=12, strict=False
    )
    """What happens otherwise; may be left out."""

    def rows(self, writer: RowWriter) -> None:
        """Append the branching row and both branches."""
        row = [0] * r.EFFECT_COLUMNS
        row[r.EFFECT_WORD] = r.WHEN
        row[r.EFFECT_AMOUNT] = -1
        row[r.EFFECT_WHAT] = writer.test(self.test)
        writer.branches(row, self.then, self.otherwise)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `If it is in a group: voice +3`."""
        condition = words.get("say.effect.when", test=self.test.sentence(words))
        return branches_text(condition, self.then, self.otherwise, words)

    def presses(self) -> Pressure:
        """Return what both branches may do."""
        return pressing.either(pressure_of(self.then), pressure_of(self.otherwise))

    def inside(self) -> tuple[Effect, ...]:
        """Return the effects of both branches."""
        return self.then + self.otherwise


AnyEffect: TypeAlias = Annotated[
    Change | ChangeTie | ChangeMarket | SignContract | EndContract | MakePact | EndPacts | Build
    | AbsorbNeighbour | Become | NameShares | ForbidExit | RevealAmbition | DealNext | ByChance
    | When,
    Field(discriminator="do"),
]  # fmt: skip

# These two were defined before the union that they speak of.
ByChance.model_rebuild()
When.model_rebuild()

Effects: TypeAlias = Annotated[
    tuple[AnyEffect, ...], Field(min_length=1, max_length=12, strict=False)
]
NoEffects: TypeAlias = Annotated[tuple[AnyEffect, ...], Field(max_length=12, strict=False)]

EFFECTS: Final[tuple[type[Effect], ...]] = (
    Change, ChangeTie, ChangeMarket, SignContract, EndContract, MakePact, EndPacts, Build,
    AbsorbNeighbour, Become, NameShares, ForbidExit, RevealAmbition, DealNext, ByChance, When,
)  # fmt: skip
"""Every effect word, in the order of the reference."""


def branches_text(
    condition: str,
    then: tuple[Effect, ...],
    otherwise: tuple[Effect, ...],
    words: SentenceWords,
) -> str:
    """Return a condition with what happens then, and otherwise."""
    text = words.get("say.effect.then", condition=condition, effects=effects_text(then, words))
    if not otherwise:
        return text
    return words.get("say.effect.else", then=text, effects=effects_text(otherwise, words))


def effects_text(effects: tuple[Effect, ...], words: SentenceWords) -> str:
    """Return several effects as one list."""
    text = effects[0].sentence(words)
    for effect in effects[1:]:
        text = words.get("say.effect.list", first=text, second=effect.sentence(words))
    return text


def pressure_of(effects: tuple[Effect, ...]) -> Pressure:
    """Return what several effects together do to the chooser's meters."""
    total = pressing.NOTHING
    for effect in effects:
        total = pressing.both(total, effect.presses())
    return total


def every_effect(effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
    """Return effects with all effects inside their branches."""
    found: tuple[Effect, ...] = ()
    for effect in effects:
        found += (effect, *every_effect(effect.inside()))
    return found
