"""What seats, partners, neighbours and cards are called when a match is told."""

from collections.abc import Sequence

from coopgame.reading.translations import ContentWords
from coopgame.rules.playbook import Labels
from coopgame.rules.questions import Party
from coopgame.sessions.seats import Seat
from coopgame.vocabulary import SEAT_LETTERS


class Names:
    """Names of one match in one language."""

    def __init__(self, words: ContentWords, labels: Labels, seats: Sequence[Seat]) -> None:
        """Take the scenario's words, the ids of its playbook and who sits where."""
        self._words = words
        self._labels = labels
        self._seats = seats

    def seat(self, number: int) -> str:
        """Return a seat by its letter and name: `B Hoogveld`."""
        entered = self._seats[number].name if number < len(self._seats) else ""
        name = entered or self._words.cooperative(self._labels.cooperatives[number])
        return f"{SEAT_LETTERS[number]} {name}"

    def party(self, party: Party) -> str:
        """Return a seat, partner or neighbour by name."""
        if party.kind == "seat":
            return self.seat(party.number)
        if party.kind == "partner":
            return self._words.partner(self._labels.partners[party.number])
        return self._words.neighbour(self._labels.neighbours[party.number])

    def party_by_code(self, code: str) -> str:
        """Return a party by its code in an option's id: `B`, `P2` or `N1`."""
        if code in tuple(SEAT_LETTERS):
            return self.seat(SEAT_LETTERS.index(code))
        kind = "partner" if code.startswith("P") else "neighbour"
        return self.party(Party(kind, int(code[1:]) - 1))

    def card(self, number: int) -> str:
        """Return the title of a card by its number in the playbook."""
        return self._words.card(self._labels.cards[number], "title")

    def answer(self, card: int, option: str) -> str:
        """Return the label of an option of a card; empty for doing nothing."""
        return self._words.option(self._labels.cards[card], option)

    def stage(self, number: int) -> str:
        """Return the id of a stage by its place in the chain."""
        return self._labels.stages[number]
