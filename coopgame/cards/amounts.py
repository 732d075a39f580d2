"""How much: a whole number, or a count of something on the table. Never a formula."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import Discriminator, Field, Tag, model_validator

from coopgame.cards.quantities import NEEDS_WITH, Of, quantity_code, span_of
from coopgame.cards.targets import Who, With, target_code, who_text
from coopgame.cards.word import SentenceWords, Stage, Word, complaint
from coopgame.cards.writing import RowWriter
from coopgame.rules import card_rows as r

Factor = Annotated[int, Field(ge=-100, le=100)]
Limit = Annotated[int, Field(ge=-1000, le=1000)]
Number = Annotated[int, Field(ge=-1000, le=1000)]


class Count(Word):
    """An amount that depends on the table: plus + times × quantity ÷ per, rounded down.

    The result is kept within `at_least` and `at_most`.
    """

    example: ClassVar[str] = "{count: chosen, times: 2, at_most: 8}"

    count: Of
    """What is counted."""
    who: Who | None = None
    """Whose value counts; left out, that of the co-operative that the effect meets. Of several
    co-operatives it is the mean."""
    with_: With | None = Field(default=None, alias="with")
    """With whom, for a tie, asymmetry or mismatch; of several the mean."""
    stage: Stage | None = None
    """Only partners of this stage, where `with` means partners."""
    times: Factor = 1
    """The count is multiplied by this."""
    per: Annotated[int, Field(ge=1, le=1000)] = 1
    """Then divided by this, rounded down."""
    plus: Limit = 0
    """Then this is added."""
    at_least: Limit | None = None
    """The result is never below this."""
    at_most: Limit | None = None
    """The result is never above this."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        check_with(self.count, self.with_)
        least, most = self.at_least, self.at_most
        if least is not None and most is not None and least > most:
            raise complaint("S214", "at_least is larger than at_most", at="at_least")
        return self

    def row(self, writer: RowWriter) -> list[int]:
        """Return the amount row."""
        return [
            quantity_code(self.count),
            r.TO_MET if self.who is None else writer.target(target_code(self.who)),
            -1 if self.with_ is None else target_code(self.with_),
            r.ANY_STAGE if self.stage is None else writer.stage(self.stage),
            self.times,
            self.per,
            self.plus,
            -r.NO_LIMIT if self.at_least is None else self.at_least,
            r.NO_LIMIT if self.at_most is None else self.at_most,
        ]

    def range(self, *, chooses: bool = True) -> tuple[int, int]:
        """Return the least and most this amount can be; `chooses` says that one chose already."""
        span = span_of(self.count)
        least = max(span.least, 1) if chooses and self.count == "chosen" else span.least
        ends = [self.plus + self.times * end // self.per for end in (least, span.most)]
        low, high = min(ends), max(ends)
        if self.at_least is not None:
            low, high = max(low, self.at_least), max(high, self.at_least)
        if self.at_most is not None:
            low, high = min(low, self.at_most), min(high, self.at_most)
        return low, high

    def sentence(self, words: SentenceWords) -> str:
        """Return e.g. `+2 for each co-operative that chose this, at most +8`."""
        times = words.signed(self.times)
        if self.per == 1:
            text = words.get("say.amount.counted", times=times, count=self._counted(words))
        else:
            per = words.number(self.per)
            text = words.get("say.amount.per", times=times, per=per, count=self._counted(words))
        if self.plus:
            text = words.get("say.amount.plus", plus=words.signed(self.plus), amount=text)
        if self.at_least is not None:
            text = words.get("say.amount.at_least", amount=text, least=words.signed(self.at_least))
        if self.at_most is not None:
            text = words.get("say.amount.at_most", amount=text, most=words.signed(self.at_most))
        return text

    def _counted(self, words: SentenceWords) -> str:
        """Return what is counted, in the form that belongs to `per`."""
        text = words.get(f"say.count.{self.count}", count=self.per)
        text = with_text(text, self.with_, words)
        if self.who is not None and self.who != "self":
            text = words.get("say.count.who", text=text, who=who_text(self.who, words))
        return text


def with_text(text: str, with_: With | None, words: SentenceWords) -> str:
    """Return a quantity with those it is measured towards."""
    if with_ is None:
        return text
    return words.get("say.count.with", text=text, party=words.get(f"say.party.{with_}"))


def check_with(quantity: str, with_: With | None) -> None:
    """Refuse a tie without `with`, and a `with` that nothing is compared to."""
    if quantity in NEEDS_WITH and with_ is None:
        raise complaint("S212", "say with whom: this needs `with`", of=quantity)
    if quantity not in NEEDS_WITH and with_ is not None:
        raise complaint("S213", "`with` means nothing here", of=quantity, at="with")


def _shape(value: Any) -> str:  # noqa: ANN401
    return "<count>" if isinstance(value, dict | Count) else "<number>"


Amount = Annotated[
    Annotated[Number, Tag("<number>")] | Annotated[Count, Tag("<count>")], Discriminator(_shape)
]
"""A whole number, or `{count: …}`."""


def amount_row(amount: int | Count, writer: RowWriter) -> int:
    """Write an amount and return the number of its row."""
    if isinstance(amount, Count):
        return writer.amount(amount.row(writer))
    return writer.amount([r.CONSTANT, 0, 0, 0, 0, 1, amount, 0, 0])


def amount_range(amount: int | Count) -> tuple[int, int]:
    """Return the least and most an amount can be."""
    return amount.range() if isinstance(amount, Count) else (amount, amount)


def amount_text(amount: int | Count, words: SentenceWords) -> str:
    """Return an amount with its sign, or what it counts."""
    return amount.sentence(words) if isinstance(amount, Count) else words.signed(amount)
