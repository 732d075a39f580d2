"""What a card does to the table: equal seeds with it and without it.

Without it the card can never come; every other draw stays the same until it would have come. The
matches of a card are divided into batches, so that the interval rests on pairs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import sqrt
from typing import Final

from coopgame.rules import codes as c
from coopgame.rules.card_rows import TEST_COLUMNS, TEST_END
from coopgame.rules.playbook import CARD_ROLE, CARD_TEST, ROLE_EVENT, Playbook
from coopgame.simulate.engine import Task
from coopgame.simulate.figures import Figure
from coopgame.simulate.sums import Sums

BATCHES: Final = 20
_STUDENT: Final = 2.093
"""Half width of a 95 % interval in standard errors, for the mean of twenty batches."""
GROUPS: Final = ("card_impact_trust", "card_impact_price_control", "card_impact_autonomy")
"""Groups of figures, in the order of the meters."""


def without(book: Playbook, card: int) -> Playbook:
    """Return the same playbook, except that this card never comes by chance or by the script."""
    cards = [list(row) for row in book.cards]
    cards[card][CARD_TEST] = len(book.tests)
    never = [TEST_END] + [0] * (TEST_COLUMNS - 1)
    script = [-1 if scripted == card else scripted for scripted in book.script]
    return replace(book, cards=cards, tests=[*book.tests, never], script=script)


def batches_of(task: Task) -> list[Task]:
    """Return a task in equal batches; what does not divide is left out, one match at least stays."""
    count = max(1, task.count // BATCHES)
    return [
        replace(task, first_seed=task.first_seed + nth * count, count=count)
        for nth in range(BATCHES)
    ]


def cards_with_impact(book: Playbook) -> list[int]:
    """Return the event cards; takeovers and follow-ups come because of something else."""
    return [card for card, row in enumerate(book.cards) if row[CARD_ROLE] == ROLE_EVENT]


def tasks_of_impact(task: Task) -> list[Task]:
    """Return the batches with every card, then those without each of `cards_with_impact`."""
    tasks = batches_of(task)
    for card in cards_with_impact(task.book):
        tasks += batches_of(replace(task, book=without(task.book, card)))
    return tasks


def impact_figures(book: Playbook, sums: Sequence[Sums]) -> Iterator[Figure]:
    """Yield what each card adds to each meter of a co-operative, in points each time it comes.

    `sums` are those of `tasks_of_impact`, in their order. A card that never came has no figure.
    """
    batches = [sums[nth : nth + BATCHES] for nth in range(0, len(sums), BATCHES)]
    whole, others = batches[0], batches[1:]
    for card, bare in zip(cards_with_impact(book), others, strict=True):
        dealt = sum(one.card_dealt[card] for one in whole)
        matches = sum(one.matches for one in whole)
        if dealt == 0:
            continue
        for meter in range(c.METERS):
            apart = [
                (_mean(one, meter) - _mean(other, meter)) * matches / dealt
                for one, other in zip(whole, bare, strict=True)
            ]
            yield _figure(GROUPS[meter], book.labels.cards[card], apart, dealt)


def _mean(sums: Sums, meter: int) -> float:
    return sum(row[meter] for row in sums.seat_meter) / sum(sums.seat_count)


def _figure(group: str, name: str, apart: Sequence[float], count: int) -> Figure:
    mean = sum(apart) / len(apart)
    spread = sqrt(sum((one - mean) ** 2 for one in apart) / (len(apart) - 1))
    half = _STUDENT * spread / sqrt(len(apart))
    return Figure(group, name, mean, mean - half, mean + half, "points", count)
