"""Walks through a card with the path of every effect, test and amount in its file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from coopgame.cards.amounts import Count
from coopgame.cards.conditions import Condition, Joined, Not
from coopgame.cards.effect import Effect
from coopgame.cards.effects import ByChance, When
from coopgame.cards.event_card import EventCard
from coopgame.reading.document import Steps

EffectAt: TypeAlias = tuple[Steps, Effect]
TestAt: TypeAlias = tuple[Steps, Condition]


@dataclass(frozen=True, slots=True)
class Run:
    """A list of effects on a card: those of an option, of its refusal, or of doing nothing."""

    steps: Steps
    effects: tuple[Effect, ...]


def runs(card: EventCard, steps: Steps) -> Iterator[Run]:
    """Yield every list of effects on a card."""
    for place, option in enumerate(card.options):
        here = (*steps, "options", place)
        yield Run((*here, "effects"), option.effects)
        yield Run((*here, "if_refused"), option.if_refused)
    yield Run((*steps, "nothing"), card.nothing)


def effects_of(card: EventCard, steps: Steps) -> Iterator[EffectAt]:
    """Yield every effect on a card, those in branches too."""
    for run in runs(card, steps):
        yield from _effects(run.effects, run.steps)


def _effects(effects: Sequence[Effect], steps: Steps) -> Iterator[EffectAt]:
    for place, effect in enumerate(effects):
        here = (*steps, place)
        yield here, effect
        if isinstance(effect, ByChance | When):
            yield from _effects(effect.then, (*here, "then"))
            yield from _effects(effect.otherwise, (*here, "else"))


def early_tests(card: EventCard, steps: Steps) -> Iterator[TestAt]:
    """Yield every test that is asked before anybody has answered."""
    if card.when is not None:
        yield from tests_in(card.when, (*steps, "when"))
    for place, option in enumerate(card.options):
        if option.needs is not None:
            yield from tests_in(option.needs, (*steps, "options", place, "needs"))


def tests_of(card: EventCard, steps: Steps) -> Iterator[TestAt]:
    """Yield every test on a card."""
    yield from early_tests(card, steps)
    for here, effect in effects_of(card, steps):
        if isinstance(effect, When):
            yield from tests_in(effect.test, (*here, "test"))


def tests_in(test: Condition, steps: Steps) -> Iterator[TestAt]:
    """Yield a test and those inside it."""
    yield steps, test
    if isinstance(test, Joined):
        for place, inner in enumerate(test.of):
            yield from tests_in(inner, (*steps, "of", place))
    elif isinstance(test, Not):
        yield from tests_in(test.of, (*steps, "of"))


def counts_of(card: EventCard, steps: Steps) -> Iterator[tuple[Steps, Effect, Count]]:
    """Yield every counted amount with its effect."""
    for here, effect in effects_of(card, steps):
        for amount in effect.amounts():
            if isinstance(amount, Count):
                yield here, effect, amount
