"""What a card does: the words after `do:`.

Each writes rows for the rules, has a sentence, and says roughly how it presses the three
meters of the co-operative that chooses it.
"""

from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from coopgame.cards import pressing
from coopgame.cards.amounts import (
    Amount,
    Count,
    amount_range,
    amount_row,
    amount_text,
)
from coopgame.cards.conditions import AnyCondition
from coopgame.cards.pressing import Pressure
from coopgame.cards.quantities import OfMarket, OfSeat, quantity_code, quantity_text
from coopgame.cards.targets import Party, Target, Who, With, target_code, who_text
from coopgame.cards.word import (
    CooperativeKind,
    Id,
    SentenceWords,
    Stage,
    Word,
    complaint,
    position,
)
from coopgame.cards.writing import RowWriter
from coopgame.rules import card_rows as r
from coopgame.vocabulary import PriceRule, Term

Later = Annotated[int, Field(ge=0, le=2)]
Branch: TypeAlias = Annotated[
    tuple["AnyEffect", ...], Field(min_length=1, max_length=12, strict=False)
]


class Effect(Word):
    """What every effect has in common."""

    def rows(self, writer: RowWriter) -> None:
        """Append the rows of this effect."""
        raise NotImplementedError

    def sentence(self, words: SentenceWords) -> str:
        """Return what happens, e.g. `Capital −4`."""
        raise NotImplementedError

    def presses(self) -> Pressure:
        """Return what it does to the meters of the co-operative that chooses it, roughly."""
        return pressing.NOTHING

    def inside(self) -> "tuple[Effect, ...]":
        """Return the effects that this one branches into."""
        return ()

    def amounts(self) -> tuple[int | Count, ...]:
        """Return the amounts this effect works with."""
        return ()


class SeatEffect(Effect):
    """An effect on co-operatives, now or one or two rounds later."""

    who: Who = Target.SELF
    """Whom it meets."""
    later: Later = 0
    """How many rounds it takes to arrive: 0, 1 or 2."""

    def _row(self, word: int, who: int | None = None) -> list[int]:
        row = [0] * r.EFFECT_COLUMNS
        row[r.EFFECT_WORD] = word
        row[r.EFFECT_WHO] = target_code(self.who) if who is None else who
        row[r.EFFECT_AMOUNT] = -1
        row[r.EFFECT_LATER] = self.later
        row[r.EFFECT_STAGE] = r.ANY_STAGE
        return row

    def _said(self, key: str, words: SentenceWords, **placeholders: object) -> str:
        if self.who == Target.SELF:
            text = words.get(f"effect.{key}", **placeholders)
        else:
            text = words.get(f"effect.{key}", **placeholders)
            text = words.get("effect.for", who=who_text(self.who, words), effect=text)
        return later_text(text, self.later, words)

    def _on_chooser(self, pressure: Pressure) -> Pressure:
        """Keep a pressure for the chooser, weaken it where he may be met, drop it elsewhere."""
        if self.who in (Target.SELF, Target.EVERYONE, Target.GROUP):
            return pressure
        if target_code(self.who) >= r.TO_LARGEST:
            return pressing.either(pressure, pressing.NOTHING)
        return pressing.NOTHING


class Change(SeatEffect):
    """Change a meter or another quantity of co-operatives."""

    do: Literal["change"]
    of: OfSeat
    """What changes."""
    by: Amount
    """By how much; negative takes away. Volume is in tenths."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(r.CHANGE)
        row[r.EFFECT_WHAT] = quantity_code(self.of)
        row[r.EFFECT_AMOUNT] = amount_row(self.by, writer)
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `Capital −4`."""
        quantity = quantity_text(self.of, words)
        return self._said("change", words, quantity=quantity, amount=amount_text(self.by, words))

    def presses(self) -> Pressure:
        """Return the points on a meter, or what the quantity means for the meters."""
        return self._on_chooser(pressing.of_quantity(self.of, amount_range(self.by)))

    def amounts(self) -> tuple[int | Count, ...]:
        """Return by how much."""
        return (self.by,)


class ChangeTie(SeatEffect):
    """Change how far co-operatives and others believe each other."""

    do: Literal["change_tie"]
    with_: With = Field(alias="with")
    """With whom."""
    by: Amount
    """By how much, on a scale of 0-100."""
    one_way: bool = False
    """Only how far `who` believes `with`, not the other way."""
    stage: Stage | None = None
    """Only partners of this stage, where `with` means partners."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row; those who chose the same each bring their own half of a tie."""
        row = self._row(r.CHANGE_TIE)
        row[r.EFFECT_WITH] = target_code(self.with_)
        row[r.EFFECT_AMOUNT] = amount_row(self.by, writer)
        row[r.EFFECT_EXTRA] = int(self.one_way or self.with_ == Party.SAME_OPTION)
        if self.stage is not None:
            row[r.EFFECT_STAGE] = writer.stage(self.stage)
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `Tie with those who chose the same +4`."""
        key = "change_tie.one_way" if self.one_way else "change_tie"
        party = words.get(f"party.{self.with_}")
        return self._said(key, words, party=party, amount=amount_text(self.by, words))

    def presses(self) -> Pressure:
        """Return a third of the points as trust, also when it is the others' tie."""
        pressure = pressing.of_tie(amount_range(self.by))
        return pressure if self.with_ == Party.SELF else self._on_chooser(pressure)

    def amounts(self) -> tuple[int | Count, ...]:
        """Return by how much."""
        return (self.by,)


class ChangeMarket(Effect):
    """Change the market for everybody."""

    do: Literal["change_market"]
    of: OfMarket
    """index (100 is normal), glut or pressure."""
    by: Amount
    """By how much."""
    later: Later = 0
    """How many rounds it takes to arrive."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = [0] * r.EFFECT_COLUMNS
        row[r.EFFECT_WORD] = r.CHANGE_MARKET
        row[r.EFFECT_WHAT] = quantity_code(self.of)
        row[r.EFFECT_AMOUNT] = amount_row(self.by, writer)
        row[r.EFFECT_LATER] = self.later
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `Market: glut +6`."""
        quantity = quantity_text(self.of, words)
        amount = amount_text(self.by, words)
        text = words.get("effect.change_market", quantity=quantity, amount=amount)
        return later_text(text, self.later, words)

    def presses(self) -> Pressure:
        """Return what a better or worse market means for price control."""
        return pressing.of_quantity(self.of, amount_range(self.by))

    def amounts(self) -> tuple[int | Count, ...]:
        """Return by how much."""
        return (self.by,)


WISHES: Final = {"any": r.WISH_ANY, "cooperative": r.WISH_COOPERATIVE, "company": r.WISH_COMPANY}


class SignContract(SeatEffect):
    """Sign a contract with the partner of a stage that has room and the best tie.

    Nothing happens where the stage is already held, or where no partner has room.
    """

    do: Literal["sign_contract"]
    stage: Stage
    """For which stage."""
    term: Annotated[Term, Field(strict=False)] = Term.SHORT
    """short (2 rounds) or long (4 rounds)."""
    price: Annotated[PriceRule, Field(strict=False)] = PriceRule.INDEXED
    """indexed follows the market; fixed is a floor with less upside."""
    with_: Literal["any", "cooperative", "company"] = Field(default="any", alias="with")
    """Which partners may be chosen."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(r.SIGN_CONTRACT)
        row[r.EFFECT_STAGE] = writer.stage(self.stage)
        row[r.EFFECT_WHAT] = position(self.term)
        row[r.EFFECT_EXTRA] = WISHES[self.with_] * 2 + position(self.price)
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `Long contract for processing, fixed price`."""
        return self._said(
            f"sign_contract.{self.with_}",
            words,
            stage=words.get(f"stage.{self.stage}"),
            term=words.get(f"term.{self.term}"),
            price=words.get(f"price_rule.{self.price}"),
        )

    def presses(self) -> Pressure:
        """Return what a contract does: a surer price, less autonomy."""
        return self._on_chooser(pressing.CONTRACT)


class EndContract(SeatEffect):
    """End contracts before their term."""

    do: Literal["end_contract"]
    stage: Stage | Literal["any"] = "any"
    """In which stage, or `any` for all of them."""
    by: Literal["partner", "self"] = "partner"
    """Who ends it; the journal says so."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(r.END_CONTRACT)
        row[r.EFFECT_STAGE] = writer.stage(self.stage)
        row[r.EFFECT_EXTRA] = r.ENDED_BY_PARTNER if self.by == "partner" else r.ENDED_BY_SELF
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `The partner ends the contract for processing`."""
        stage = words.get(f"stage.{self.stage}")
        return self._said(f"end_contract.{self.by}", words, stage=stage)

    def presses(self) -> Pressure:
        """Return what losing a contract does."""
        return self._on_chooser(pressing.NO_CONTRACT)


class MakePact(SeatEffect):
    """Let co-operatives coordinate from now on."""

    do: Literal["make_pact"]
    with_: With = Field(alias="with")
    """With whom; `neighbour` is the closest one."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(r.MAKE_PACT)
        row[r.EFFECT_WITH] = target_code(self.with_)
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `Pact with those who chose the same`."""
        return self._said("make_pact", words, party=words.get(f"party.{self.with_}"))

    def presses(self) -> Pressure:
        """Return what a pact does: a steadier price, some autonomy given up."""
        return self._on_chooser(pressing.PACT)


class EndPacts(SeatEffect):
    """End pacts."""

    do: Literal["end_pacts"]
    with_: With = Field(default=Party.ANYONE, alias="with")
    """With whom; left out, all of them."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(r.END_PACTS)
        row[r.EFFECT_WITH] = target_code(self.with_)
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `Pacts with all others end`."""
        return self._said("end_pacts", words, party=words.get(f"party.{self.with_}"))

    def presses(self) -> Pressure:
        """Return what losing pacts does."""
        return self._on_chooser(pressing.NO_PACT)


class Build(SeatEffect):
    """Build an own facility in a stage; it opens next round.

    What it costs is written beside it, as changes of capital and debt.
    """

    do: Literal["build"]
    stage: Stage
    """In which stage."""
    volume: Amount = 100
    """How much it can handle, in per cent of the co-operative's own volume."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(r.BUILD)
        row[r.EFFECT_STAGE] = writer.stage(self.stage)
        row[r.EFFECT_AMOUNT] = amount_row(self.volume, writer)
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `Own facility in processing for 60 % of the volume`."""
        stage = words.get(f"stage.{self.stage}")
        if isinstance(self.volume, Count):
            return self._said("build.counted", words, stage=stage)
        return self._said("build", words, stage=stage, percent=words.number(self.volume))

    def presses(self) -> Pressure:
        """Return what an own stage does: price control."""
        return self._on_chooser(pressing.OWN_STAGE)

    def amounts(self) -> tuple[int | Count, ...]:
        """Return the volume."""
        return (self.volume,)


class AbsorbNeighbour(SeatEffect):
    """Let the closest independent neighbour join."""

    do: Literal["absorb_neighbour"]

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        writer.effects.append(self._row(r.ABSORB_NEIGHBOUR))

    def sentence(self, words: SentenceWords) -> str:
        """Return `The closest neighbour joins`."""
        return self._said("absorb_neighbour", words)

    def presses(self) -> Pressure:
        """Return what more volume does: power, less of a say for everybody."""
        return self._on_chooser(pressing.ABSORBED)


class Become(SeatEffect):
    """Become another kind of co-operative."""

    do: Literal["become"]
    kind: CooperativeKind
    """producer, consumer, mixed or collective."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(r.BECOME)
        row[r.EFFECT_EXTRA] = position(self.kind)
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `Becomes a mixed co-operative`."""
        return self._said("become", words, kind=words.get(f"kind.{self.kind}"))

    def presses(self) -> Pressure:
        """Return what consumers among the members do to autonomy."""
        return self._on_chooser(pressing.MIXED if self.kind == "mixed" else pressing.NOTHING)


class NameShares(SeatEffect):
    """Put the capital on the members' own names; size then repels members less."""

    do: Literal["name_shares"]

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        writer.effects.append(self._row(r.NAME_SHARES))

    def sentence(self, words: SentenceWords) -> str:
        """Return `Shares on name`."""
        return self._said("name_shares", words)


class ForbidExit(SeatEffect):
    """Forbid members to leave for some rounds."""

    do: Literal["forbid_exit"]
    rounds: Annotated[int, Field(ge=1, le=4)]
    """For how many rounds."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(r.FORBID_EXIT)
        row[r.EFFECT_EXTRA] = self.rounds
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `Members cannot leave for 2 rounds`."""
        return self._said("forbid_exit", words, count=self.rounds)


class RevealAmbition(SeatEffect):
    """Let co-operatives and others learn each other's ambition."""

    do: Literal["reveal_ambition"]
    with_: With = Field(default=Party.EVERYONE, alias="with")
    """With whom; both sides learn."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(r.REVEAL_AMBITION)
        row[r.EFFECT_WITH] = target_code(self.with_)
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `Shares ambitions with all others`."""
        return self._said("reveal_ambition", words, party=words.get(f"party.{self.with_}"))


class DealNext(Effect):
    """Put a follow-up card on top of the pile."""

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
        row[r.EFFECT_WHO] = r.TO_SELF if self.to == "self" else r.TO_EVERYONE
        row[r.EFFECT_WHAT] = writer.card(self.card)
        row[r.EFFECT_EXTRA] = self.after
        writer.effects.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `A follow-up comes next round`."""
        return words.get("effect.deal_next", count=self.after)


class ByChance(Effect):
    """One of two things happens by chance."""

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
            words.get("effect.chance.counted")
            if isinstance(self.percent, Count)
            else words.get("effect.chance", percent=words.number(self.percent))
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
        row[r.EFFECT_WHAT] = writer.test(self.test)
        writer.branches(row, self.then, self.otherwise)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `If it is in a group: voice +3`."""
        condition = words.get("effect.when", test=self.test.sentence(words))
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

Effects: TypeAlias = Annotated[
    tuple[AnyEffect, ...], Field(min_length=1, max_length=12, strict=False)
]
NoEffects: TypeAlias = Annotated[tuple[AnyEffect, ...], Field(max_length=12, strict=False)]

EFFECTS: Final[tuple[type[Effect], ...]] = (
    Change, ChangeTie, ChangeMarket, SignContract, EndContract, MakePact, EndPacts, Build,
    AbsorbNeighbour, Become, NameShares, ForbidExit, RevealAmbition, DealNext, ByChance, When,
)  # fmt: skip
"""Every effect word, in the order of the reference."""


def later_text(text: str, later: int, words: SentenceWords) -> str:
    """Return a sentence with the rounds it takes to arrive."""
    return words.get("effect.later", count=later, effect=text) if later else text


def branches_text(
    condition: str,
    then: tuple[Effect, ...],
    otherwise: tuple[Effect, ...],
    words: SentenceWords,
) -> str:
    """Return a condition with what happens then, and otherwise."""
    text = words.get("effect.then", condition=condition, effects=effects_text(then, words))
    if not otherwise:
        return text
    return words.get("effect.else", then=text, effects=effects_text(otherwise, words))


def effects_text(effects: tuple[Effect, ...], words: SentenceWords) -> str:
    """Return several effects as one list."""
    text = effects[0].sentence(words)
    for effect in effects[1:]:
        text = words.get("effect.list", first=text, second=effect.sentence(words))
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
