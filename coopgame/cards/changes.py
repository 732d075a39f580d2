"""Effects that change amounts: of a co-operative, of ties, of the market."""

from typing import ClassVar, Literal

from pydantic import Field

from coopgame.cards import pressing
from coopgame.cards.amounts import Amount, Count, amount_range, amount_row, amount_text
from coopgame.cards.effect import Effect, Later, SeatEffect, later_text
from coopgame.cards.pressing import Pressure
from coopgame.cards.quantities import OfMarket, OfSeat, quantity_code, quantity_text
from coopgame.cards.targets import Party, With, target_code
from coopgame.cards.word import SentenceWords, Stage
from coopgame.cards.writing import RowWriter
from coopgame.rules import card_rows as r


class Change(SeatEffect):
    """Change a meter or another quantity of co-operatives."""

    example: ClassVar[str] = "{do: change, of: price_control, by: 4}"

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

    example: ClassVar[str] = "{do: change_tie, with: same_option, by: 4}"

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
        party = words.get(f"say.party.{self.with_}")
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

    example: ClassVar[str] = "{do: change_market, of: glut, by: 6, later: 1}"

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
        text = words.get("say.effect.change_market", quantity=quantity, amount=amount)
        return later_text(text, self.later, words)

    def presses(self) -> Pressure:
        """Return what a better or worse market means for price control."""
        return pressing.of_quantity(self.of, amount_range(self.by))

    def amounts(self) -> tuple[int | Count, ...]:
        """Return by how much."""
        return (self.by,)
