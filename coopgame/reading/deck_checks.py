"""What a deck must make sense of: references inside it, and effects that can happen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coopgame.cards.amounts import Count
from coopgame.cards.changes import ChangeTie
from coopgame.cards.conditions import DEEPEST, CardWas, Chose, Comparison
from coopgame.cards.deck import Deck
from coopgame.cards.effect import Effect, SeatEffect
from coopgame.cards.effects import ByChance, DealNext, When
from coopgame.cards.event_card import NOTHING, CardOption, EventCard
from coopgame.cards.quantities import COUNTS_ANSWERS
from coopgame.cards.targets import BY_ANSWERS
from coopgame.reading.document import Document, Steps
from coopgame.reading.problems import Problem
from coopgame.reading.suggestions import closest
from coopgame.reading.walking import counts_of, early_tests, effects_of, tests_of


@dataclass(frozen=True, slots=True)
class CardAt:
    """A card with its deck and its place in the file."""

    document: Document
    deck: Deck
    card: EventCard
    steps: Steps

    def problem(
        self, code: str, steps: Steps, *, suggestion: str = "", **details: object
    ) -> Problem:
        """Return a problem at a path in the file."""
        spot = self.document.spot(steps)
        return self.document.problem(code, spot, suggestion=suggestion, **details)


def check_deck(document: Document, deck: Deck) -> list[Problem]:
    """Return what is wrong with a deck that has the right shape."""
    found = list(_double_cards(document, deck))
    for place, card in enumerate(deck.cards):
        at = CardAt(document, deck, card, ("cards", place))
        for check in _CARD_CHECKS:
            found += check(at)
    return found


def _double_cards(document: Document, deck: Deck) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for place, card in enumerate(deck.cards):
        line, column = document.spot(("cards", place, "id"))
        if card.id in seen:
            told = document.line_told(seen[card.id], line)
            yield document.problem("X301", (line, column), word=card.id, line=told)
        seen.setdefault(card.id, line)


def _double_options(at: CardAt) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for place, option in enumerate(at.card.options):
        here = (*at.steps, "options", place, "id")
        line = at.document.spot(here)[0]
        if option.id == NOTHING:
            yield at.problem("X313", here)
        if option.id in seen:
            yield at.problem("X302", here, word=option.id, line=seen[option.id])
        seen.setdefault(option.id, at.document.line_told(line, line))


def _equal_options(at: CardAt) -> Iterator[Problem]:
    for place, option in enumerate(at.card.options):
        for earlier in at.card.options[:place]:
            if _does(option) == _does(earlier):
                here = (*at.steps, "options", place, "id")
                yield at.problem("M406", here, word=option.id, other=earlier.id)


def _does(option: CardOption) -> tuple[object, ...]:
    return (
        option.needs, option.asks, option.stage, option.at_least, option.effects,
        option.if_refused,
    )  # fmt: skip


def _references(at: CardAt) -> Iterator[Problem]:
    """Check the options and cards that are named."""
    options = [option for option, _ in at.card.answers()]
    for here, test in tests_of(at.card, at.steps):
        if isinstance(test, Chose) and test.option is not None and test.option not in options:
            meant = closest(test.option, options)
            yield at.problem(
                "X303",
                (*here, "option"),
                suggestion=meant,
                word=test.option,
                known=", ".join(options),
            )
        if isinstance(test, CardWas) and at.deck.card(test.card) is None:
            yield _no_card(at, (*here, "card"), test.card)
    for here, effect in effects_of(at.card, at.steps):
        if isinstance(effect, DealNext):
            yield from _dealt(at, (*here, "card"), effect.card)


def _no_card(at: CardAt, steps: Steps, word: str) -> Problem:
    meant = closest(word, [card.id for card in at.deck.cards])
    return at.problem("X304", steps, suggestion=meant, word=word)


def _dealt(at: CardAt, steps: Steps, word: str) -> Iterator[Problem]:
    meant = at.deck.card(word)
    if meant is None:
        yield _no_card(at, steps, word)
    elif meant.role != "follow_up":
        yield at.problem("M405", steps, word=word)


def _never_dealt(at: CardAt) -> Iterator[Problem]:
    if at.card.role != "follow_up":
        return
    dealt = {
        effect.card
        for other in at.deck.cards
        for _, effect in effects_of(other, ())
        if isinstance(effect, DealNext) and other.id != at.card.id
    }
    if at.card.id not in dealt:
        yield at.problem("M404", (*at.steps, "id"), word=at.card.id)


def _too_early(at: CardAt) -> Iterator[Problem]:
    """Find tests that count answers before there are any."""
    for here, test in early_tests(at.card, at.steps):
        counts = isinstance(test, Chose)
        if isinstance(test, Comparison):
            counts = test.of in COUNTS_ANSWERS or test.who in BY_ANSWERS
            counts = counts or (test.with_ is not None and test.with_ in BY_ANSWERS)
        if counts:
            yield at.problem("M411", here)


def _too_deep(at: CardAt) -> Iterator[Problem]:
    for here, test in tests_of(at.card, at.steps):
        if test.depth == DEEPEST + 1:
            yield at.problem("S226", here, most=DEEPEST)


def _too_late(at: CardAt) -> Iterator[Problem]:
    """Find later effects whose amount looks at the values of those who answered alike."""
    for here, effect, count in counts_of(at.card, at.steps):
        by_answers = {count.who, count.with_} & BY_ANSWERS
        if isinstance(effect, SeatEffect) and effect.later and by_answers:
            yield at.problem("M412", here)


def _nothing_changes(at: CardAt) -> Iterator[Problem]:
    for here, effect in effects_of(at.card, at.steps):
        code = _why_nothing(effect, at.card)
        if code:
            yield at.problem(code, here)
        if isinstance(effect, ByChance) and effect.percent in (0, 100):
            yield at.problem("M417", (*here, "percent"), word=effect.percent)


def _why_nothing(effect: Effect, card: EventCard) -> str:
    """Return the code of why an effect does nothing, or "" when it does something."""
    if not isinstance(effect, ByChance | When) and effect.amounts():
        amount = effect.amounts()[0]
        if amount == 0 or (isinstance(amount, Count) and amount.range() == (0, 0)):
            return "M407"
    if isinstance(effect, ChangeTie) and effect.who == "self" and effect.with_ == "self":
        return "M419"
    if card.speaks_to == "everyone":
        return ""
    with_ = getattr(effect, "with_", None)
    if (isinstance(effect, SeatEffect) and effect.who in BY_ANSWERS) or with_ in BY_ANSWERS:
        return "M420"
    return ""


def _never_through(at: CardAt) -> Iterator[Problem]:
    for place, option in enumerate(at.card.options):
        if option.asks == "others" and at.card.speaks_to != "everyone":
            here = (*at.steps, "options", place, "asks")
            yield at.problem("M408", here)


_CARD_CHECKS: tuple[Callable[[CardAt], Iterator[Problem]], ...] = (
    _double_options,
    _equal_options,
    _references,
    _never_dealt,
    _too_early,
    _too_deep,
    _too_late,
    _nothing_changes,
    _never_through,
)
