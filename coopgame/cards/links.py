"""Effects that make and end links, build, and change what a co-operative is."""

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from coopgame.cards import pressing
from coopgame.cards.amounts import Amount, Count, amount_row
from coopgame.cards.effect import SeatEffect
from coopgame.cards.pressing import Pressure
from coopgame.cards.targets import Party, With, target_code
from coopgame.cards.word import CooperativeKind, SentenceWords, Stage, position
from coopgame.cards.writing import RowWriter
from coopgame.rules import card_rows as r
from coopgame.vocabulary import PriceRule, Term

WISHES: Final = {"any": r.WISH_ANY, "cooperative": r.WISH_COOPERATIVE, "company": r.WISH_COMPANY}


class SignContract(SeatEffect):
    """Sign a contract with the partner of a stage that has room and the best tie.

    Nothing happens where the stage is already held, or where no partner has room.
    """

    example: ClassVar[str] = (
        "{do: sign_contract, stage: processing, term: long, price: fixed, with: cooperative}"
    )

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
            stage=words.get(f"say.stage.{self.stage}"),
            term=words.get(f"say.term.{self.term}"),
            price=words.get(f"say.price_rule.{self.price}"),
        )

    def presses(self) -> Pressure:
        """Return what a contract does: a surer price, less autonomy."""
        return self._on_chooser(pressing.CONTRACT)


class EndContract(SeatEffect):
    """End contracts before their term."""

    example: ClassVar[str] = "{do: end_contract, stage: processing, by: partner}"

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
        stage = words.get(f"say.stage.{self.stage}")
        return self._said(f"end_contract.{self.by}", words, stage=stage)

    def presses(self) -> Pressure:
        """Return what losing a contract does."""
        return self._on_chooser(pressing.NO_CONTRACT)


class MakePact(SeatEffect):
    """Let co-operatives coordinate from now on."""

    example: ClassVar[str] = "{do: make_pact, with: same_option}"

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
        return self._said("make_pact", words, party=words.get(f"say.party.{self.with_}"))

    def presses(self) -> Pressure:
        """Return what a pact does: a steadier price, some autonomy given up."""
        return self._on_chooser(pressing.PACT)


class EndPacts(SeatEffect):
    """End pacts."""

    example: ClassVar[str] = "{do: end_pacts, with: everyone}"

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
        return self._said("end_pacts", words, party=words.get(f"say.party.{self.with_}"))

    def presses(self) -> Pressure:
        """Return what losing pacts does."""
        return self._on_chooser(pressing.NO_PACT)


class Build(SeatEffect):
    """Build an own facility in a stage; it opens next round.

    What it costs is written beside it, as changes of capital and debt.
    """

    example: ClassVar[str] = "{do: build, stage: processing, volume: 60}"

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
        stage = words.get(f"say.stage.{self.stage}")
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

    example: ClassVar[str] = "{do: absorb_neighbour}"

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

    example: ClassVar[str] = "{do: become, kind: mixed}"

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
        return self._said("become", words, kind=words.get(f"say.kind.{self.kind}"))

    def presses(self) -> Pressure:
        """Return what consumers among the members do to autonomy."""
        return self._on_chooser(pressing.MIXED if self.kind == "mixed" else pressing.NOTHING)


class NameShares(SeatEffect):
    """Put the capital on the members' own names; size then repels members less."""

    example: ClassVar[str] = "{do: name_shares}"

    do: Literal["name_shares"]

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        writer.effects.append(self._row(r.NAME_SHARES))

    def sentence(self, words: SentenceWords) -> str:
        """Return `Shares on name`."""
        return self._said("name_shares", words)


class ForbidExit(SeatEffect):
    """Forbid members to leave for some rounds."""

    example: ClassVar[str] = "{do: forbid_exit, rounds: 2}"

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

    example: ClassVar[str] = "{do: reveal_ambition, with: contract_partners}"

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
        return self._said("reveal_ambition", words, party=words.get(f"say.party.{self.with_}"))
