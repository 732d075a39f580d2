"""A deck: cards that belong together, in the language they were written in."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from coopgame.cards.event_card import EventCard
from coopgame.cards.word import Id, Text, Word

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]


class Deck(Word):
    """A file with event cards."""

    texts: ClassVar[frozenset[str]] = frozenset({"title"})
    notes: ClassVar[frozenset[str]] = frozenset({"language"})

    deck: Id
    """The deck's id: the name of its folder."""
    format: Literal[1]
    """The format of this file; 1 is the only one so far."""
    language: Language
    """The language of the texts in this file, as two letters."""
    title: Text
    """The name of the deck."""
    cards: Annotated[tuple[EventCard, ...], Field(min_length=1, max_length=160, strict=False)]
    """The cards."""

    def card(self, card_id: str) -> EventCard | None:
        """Return the card with this id, or None."""
        return next((card for card in self.cards if card.id == card_id), None)
