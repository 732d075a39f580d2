"""What every effect of a card has in common."""

from typing import Annotated

from pydantic import Field

from coopgame.cards import pressing
from coopgame.cards.amounts import Count
from coopgame.cards.pressing import Pressure
from coopgame.cards.targets import Target, Who, target_code, who_text
from coopgame.cards.word import SentenceWords, Word
from coopgame.cards.writing import RowWriter
from coopgame.rules import card_rows as r

Later = Annotated[int, Field(ge=0, le=2)]


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
            text = words.get(f"say.effect.{key}", **placeholders)
        else:
            text = words.get(f"say.effect.{key}", **placeholders)
            text = words.get("say.effect.for", who=who_text(self.who, words), effect=text)
        return later_text(text, self.later, words)

    def _on_chooser(self, pressure: Pressure) -> Pressure:
        """Keep a pressure for the chooser, weaken it where he may be met, drop it elsewhere."""
        if self.who in (Target.SELF, Target.EVERYONE, Target.GROUP):
            return pressure
        if target_code(self.who) >= r.TO_LARGEST:
            return pressing.either(pressure, pressing.NOTHING)
        return pressing.NOTHING


def later_text(text: str, later: int, words: SentenceWords) -> str:
    """Return a sentence with the rounds it takes to arrive."""
    return words.get("say.effect.later", count=later, effect=text) if later else text
