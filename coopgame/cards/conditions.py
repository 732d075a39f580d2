"""When something holds: the words after `test:`.

Each writes postfix rows for the rules and has a sentence that follows "if" or "needs".
"""

from typing import Annotated, ClassVar, Final, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from coopgame.cards.amounts import check_with, with_text
from coopgame.cards.quantities import Of, quantity_code
from coopgame.cards.targets import Target, Who, With, target_code, who_text
from coopgame.cards.word import (
    CooperativeKind,
    Id,
    SentenceWords,
    Stage,
    StageHolding,
    Word,
    position,
)
from coopgame.cards.writing import RowWriter
from coopgame.rules import card_rows as r

DEEPEST: Final = 4
"""How deep tests may be nested."""

Value = Annotated[int, Field(ge=-1000, le=1000)]


class Condition(Word):
    """What every test has in common."""

    def rows(self, writer: RowWriter) -> None:
        """Append this test's rows in postfix order."""
        raise NotImplementedError

    def sentence(self, words: SentenceWords) -> str:
        """Return the test as a clause, e.g. `capital is at least 4`."""
        raise NotImplementedError

    def inside(self) -> "tuple[Condition, ...]":
        """Return the tests that this one joins."""
        return ()

    @property
    def depth(self) -> int:
        """Return how deep tests are nested here; 1 for a plain test."""
        return 1 + max((test.depth for test in self.inside()), default=0)


class SeatCondition(Condition):
    """A test of co-operatives: one of them is enough, unless every one is asked for."""

    who: Who = Target.SELF
    """Which co-operatives are looked at; one that fits is enough."""
    every: bool = False
    """Ask it of every one of them."""

    def _row(self, writer: RowWriter, word: int, what: int = 0, value: int = 0) -> list[int]:
        who = writer.target(target_code(self.who))
        return [word, who, 0, what, value, int(self.every), r.ANY_STAGE]

    def _clause(self, key: str, words: SentenceWords, **placeholders: object) -> str:
        if self.who == Target.SELF:
            return words.get(f"say.test.{key}", **placeholders)
        clause = words.get(f"say.test.{key}", **placeholders)
        scope = "say.test.every" if self.every else "say.test.one_of"
        return words.get(scope, who=who_text(self.who, words), test=clause)


class Comparison(SeatCondition):
    """A quantity compared with a number."""

    of: Of
    """What is compared."""
    value: Value
    """With which number."""
    with_: With | None = Field(default=None, alias="with")
    """With whom, for a tie, asymmetry or mismatch."""
    stage: Stage | None = None
    """Only partners of this stage, where `with` means partners."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        check_with(self.of, self.with_)
        return self

    def _comparison(self, writer: RowWriter, word: int) -> None:
        row = self._row(writer, word, quantity_code(self.of), self.value)
        row[r.TEST_WITH] = 0 if self.with_ is None else target_code(self.with_)
        row[r.TEST_STAGE] = r.ANY_STAGE if self.stage is None else writer.stage(self.stage)
        writer.tests.append(row)

    def _compared(self, key: str, words: SentenceWords) -> str:
        of = with_text(words.get(f"say.the.{self.of}"), self.with_, words)
        return self._clause(key, words, of=of, value=words.number(self.value))


class AtLeast(Comparison):
    """A quantity is at least a number."""

    example: ClassVar[str] = "{test: at_least, of: tie, with: contract_partners, value: 50}"

    test: Literal["at_least"]

    def rows(self, writer: RowWriter) -> None:
        """Append one comparing row."""
        self._comparison(writer, r.AT_LEAST)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `capital is at least 4`."""
        return self._compared("at_least", words)


class AtMost(Comparison):
    """A quantity is at most a number."""

    example: ClassVar[str] = "{test: at_most, of: members, who: everyone, every: true, value: 40}"

    test: Literal["at_most"]

    def rows(self, writer: RowWriter) -> None:
        """Append one comparing row."""
        self._comparison(writer, r.AT_MOST)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `members are at most 40`."""
        return self._compared("at_most", words)


class Holds(SeatCondition):
    """How a co-operative is present in a stage."""

    example: ClassVar[str] = "{test: holds, stage: processing, as: own}"

    test: Literal["holds"]
    stage: Stage | Literal["any"]
    """The stage, or `any`."""
    holding: StageHolding = Field(alias="as")
    """own, contract, market or building."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(writer, r.HOLDS, position(self.holding))
        row[r.TEST_STAGE] = writer.stage(self.stage)
        writer.tests.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `has an own facility in processing`."""
        stage = words.get(f"say.stage.{self.stage}")
        return self._clause(f"holds.{self.holding}", words, stage=stage)


class KindIs(SeatCondition):
    """What kind of co-operative it is."""

    example: ClassVar[str] = "{test: kind_is, kind: collective}"

    test: Literal["kind_is"]
    kind: CooperativeKind
    """producer, consumer, mixed or collective."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        writer.tests.append(self._row(writer, r.KIND_IS, position(self.kind)))

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `is a mixed co-operative`."""
        return self._clause("kind_is", words, kind=words.get(f"say.kind.{self.kind}"))


PACT_WITH: Final = ("anyone", "neighbour", "seat")


class HasPact(SeatCondition):
    """Whether it coordinates with somebody."""

    example: ClassVar[str] = "{test: has_pact, with: neighbour}"

    test: Literal["has_pact"]
    with_: Literal["anyone", "neighbour", "seat"] = Field(default="anyone", alias="with")
    """With anyone, with a neighbour, or with another seat."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        row = self._row(writer, r.HAS_PACT)
        row[r.TEST_WITH] = PACT_WITH.index(self.with_)
        writer.tests.append(row)

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `has a pact`."""
        return self._clause(f"has_pact.{self.with_}", words)


class InGroup(SeatCondition):
    """Whether it is a district of a merged group."""

    example: ClassVar[str] = "{test: in_group, who: largest}"

    test: Literal["in_group"]

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        writer.tests.append(self._row(writer, r.IN_GROUP))

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `is in a group`."""
        return self._clause("in_group", words)


class InTrouble(SeatCondition):
    """Whether it is in the red while its members turn away."""

    example: ClassVar[str] = "{test: in_trouble}"

    test: Literal["in_trouble"]

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        writer.tests.append(self._row(writer, r.IN_TROUBLE))

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `is in trouble`."""
        return self._clause("in_trouble", words)


class Chose(Condition):
    """How many chose an option of this card now."""

    example: ClassVar[str] = "{test: chose, option: join, at_least: 2, who: others}"

    test: Literal["chose"]
    option: Id | None = None
    """The option's id; left out, the option that asks."""
    at_least: Annotated[int, Field(ge=1, le=6)] = 1
    """How many are enough."""
    who: Who = Target.EVERYONE
    """Among whom they are counted."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        option = -1 if self.option is None else writer.options.get(self.option, -2)
        who = target_code(self.who)
        writer.tests.append([r.CHOSE, who, 0, option, self.at_least, 0, r.ANY_STAGE])

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `at least 2 chose this`."""
        if self.option is None:
            return words.get("say.test.chose", count=self.at_least)
        return words.get("say.test.chose_option", count=self.at_least, option=self.option)


class CardWas(Condition):
    """Whether a card was dealt before in this match."""

    example: ClassVar[str] = "{test: card_was, card: half_dropped}"

    test: Literal["card_was"]
    card: Id
    """The card's id."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        writer.tests.append([r.CARD_WAS, 0, 0, writer.card(self.card), 0, 0, r.ANY_STAGE])

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `an earlier card was dealt`."""
        return words.get("say.test.card_was", card=self.card)


class InChapter(Condition):
    """Whether the match is in a chapter of the scenario."""

    example: ClassVar[str] = "{test: in_chapter, chapter: crisis}"

    test: Literal["in_chapter"]
    chapter: Id
    """The chapter's id in the scenario."""

    def rows(self, writer: RowWriter) -> None:
        """Append one row."""
        chapter = writer.chapter(self.chapter)
        writer.tests.append([r.IN_CHAPTER, 0, 0, chapter, 0, 0, r.ANY_STAGE])

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `it is the chapter crisis`."""
        return words.get("say.test.in_chapter", chapter=self.chapter)


class Joined(Condition):
    """Several tests in one."""

    of: Annotated[tuple["AnyCondition", ...], Field(min_length=2, max_length=8, strict=False)]
    """The tests, two to eight."""

    def inside(self) -> tuple[Condition, ...]:
        """Return the joined tests."""
        return self.of

    def _joined(self, writer: RowWriter, word: int) -> None:
        for test in self.of:
            test.rows(writer)
        writer.tests.append([word, 0, 0, 0, len(self.of), 0, r.ANY_STAGE])

    def _listed(self, key: str, words: SentenceWords) -> str:
        text = self.of[0].sentence(words)
        for test in self.of[1:]:
            text = words.get(key, first=text, second=test.sentence(words))
        return text


class AllOf(Joined):
    """All of several tests hold."""

    example: ClassVar[str] = (
        "{test: all_of, of: [{test: in_group}, {test: at_least, of: voice, value: 60}]}"
    )

    test: Literal["all_of"]

    def rows(self, writer: RowWriter) -> None:
        """Append the joined rows and the word that joins them."""
        self._joined(writer, r.ALL_OF)

    def sentence(self, words: SentenceWords) -> str:
        """Return the clauses joined by `and`."""
        return self._listed("say.test.and", words)


class AnyOf(Joined):
    """At least one of several tests holds."""

    example: ClassVar[str] = "{test: any_of, of: [{test: has_pact}, {test: in_group}]}"

    test: Literal["any_of"]

    def rows(self, writer: RowWriter) -> None:
        """Append the joined rows and the word that joins them."""
        self._joined(writer, r.ANY_OF)

    def sentence(self, words: SentenceWords) -> str:
        """Return the clauses joined by `or`."""
        return self._listed("say.test.or", words)


class Not(Condition):
    """A test does not hold."""

    example: ClassVar[str] = "{test: not, of: {test: has_pact}}"

    test: Literal["not"]
    of: "AnyCondition"
    """The test that must not hold."""

    def inside(self) -> tuple[Condition, ...]:
        """Return the one test."""
        return (self.of,)

    def rows(self, writer: RowWriter) -> None:
        """Append the test and the word that turns it round."""
        self.of.rows(writer)
        writer.tests.append([r.NOT, 0, 0, 0, 0, 0, r.ANY_STAGE])

    def sentence(self, words: SentenceWords) -> str:
        """Return `not:` and the clause."""
        return words.get("say.test.not", test=self.of.sentence(words))


AnyCondition: TypeAlias = Annotated[
    AtLeast | AtMost | Holds | KindIs | HasPact | InGroup | InTrouble | Chose | CardWas | InChapter
    | AllOf | AnyOf | Not,
    Field(discriminator="test"),
]  # fmt: skip

# These three were defined before the union that they speak of.
AllOf.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()

CONDITIONS: Final[tuple[type[Condition], ...]] = (
    AtLeast, AtMost, Holds, KindIs, HasPact, InGroup, InTrouble, Chose, CardWas, InChapter,
    AllOf, AnyOf, Not,
)  # fmt: skip
"""Every test word, in the order of the reference."""
