"""Collects rows while words are compiled; knows the places that ids stand for.

One writer serves one scenario. Words call it, it never calls words by name.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from coopgame.rules import card_rows as r
from coopgame.rules.playbook import Rows
from coopgame.vocabulary import StageKind


class WritesTest(Protocol):
    """A condition that can write itself as postfix rows."""

    def rows(self, writer: "RowWriter") -> None:
        """Append the rows of the condition."""
        ...


class WritesEffect(Protocol):
    """An effect that can write itself as rows."""

    def rows(self, writer: "RowWriter") -> None:
        """Append the rows of the effect."""
        ...


class RowWriter:
    """The rows of a playbook in the making."""

    def __init__(
        self, stages: Sequence[str], chapters: Sequence[str], cards: Mapping[str, int]
    ) -> None:
        """Begin with the chain's stages, the chapters and the numbers of all cards."""
        self.effects: Rows = []
        self.tests: Rows = []
        self.amounts: Rows = []
        self.options: dict[str, int] = {}
        """Ids of the options of the card being written, with their global row numbers."""
        self.self_target = r.TO_SELF
        """What `self` means: where nobody has chosen yet, everyone."""
        self._stages = list(stages)
        self._chapters = list(chapters)
        self._cards = dict(cards)
        self._known_amounts: dict[tuple[int, ...], int] = {}

    def stage(self, stage: StageKind | str) -> int:
        """Return the place of a stage in the chain; `any` and missing stages have codes."""
        if stage == "any":
            return r.ANY_STAGE
        return self._stages.index(stage) if stage in self._stages else r.NO_SUCH_STAGE

    def chapter(self, chapter: str) -> int:
        """Return the number of a chapter, or the code of one this scenario does not have."""
        if chapter in self._chapters:
            return self._chapters.index(chapter)
        return r.NO_SUCH_CHAPTER

    def card(self, card: str) -> int:
        """Return the number of a card, or the code of one that is not in the decks."""
        return self._cards.get(card, r.NO_SUCH_CARD)

    def target(self, code: int) -> int:
        """Return a target's code as it must be written here."""
        return self.self_target if code == r.TO_SELF else code

    def amount(self, row: Sequence[int]) -> int:
        """Return the number of an amount row; equal amounts share one row."""
        key = tuple(row)
        if key not in self._known_amounts:
            self._known_amounts[key] = len(self.amounts)
            self.amounts.append(list(row))
        return self._known_amounts[key]

    def test(self, condition: WritesTest) -> int:
        """Write a whole condition and return where it starts."""
        start = len(self.tests)
        condition.rows(self)
        self.tests.append([r.TEST_END] + [0] * (r.TEST_COLUMNS - 1))
        return start

    def run(self, effects: Sequence[WritesEffect]) -> tuple[int, int]:
        """Write effects and return the rows start and end (one past the last)."""
        start = len(self.effects)
        for effect in effects:
            effect.rows(self)
        return start, len(self.effects)

    def branches(
        self, row: list[int], then: Sequence[WritesEffect], otherwise: Sequence[WritesEffect]
    ) -> None:
        """Write a branching row, what follows when it holds, and what follows when not."""
        place = len(self.effects)
        self.effects.append(row)
        self.run(then)
        if otherwise:
            skip = [r.SKIP] + [0] * (r.EFFECT_COLUMNS - 1)
            skip[r.EFFECT_AMOUNT] = -1
            self.effects.append(skip)
            start, end = self.run(otherwise)
            skip[r.EFFECT_SKIP] = end - start
            row[r.EFFECT_SKIP] = start - place - 1
        else:
            row[r.EFFECT_SKIP] = len(self.effects) - place - 1
