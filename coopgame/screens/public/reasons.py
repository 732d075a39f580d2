"""Why an amount changed in a round: journal rows grouped by cause, so that what is shown adds up.

Counts only; knows no words and draws nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coopgame.rules.snapshot import Change


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause and by how much it moved an amount; never 0."""

    cause: str
    amount: int


@dataclass(frozen=True, slots=True)
class Reasons:
    """The largest reasons of a change, and what all others did together.

    `shown` and `rest` always add up to the whole change.
    """

    shown: tuple[Reason, ...]
    rest: int = 0
    others: int = 0
    """How many causes are not shown."""

    @property
    def total(self) -> int:
        """Return the whole change."""
        return sum(it.amount for it in self.shown) + self.rest


def rows_of(changes: Iterable[Change], *, kind: str, seat: int, number: int) -> list[Change]:
    """Return the rows of one kind that met one seat in round `number`."""
    return [row for row in changes if row.kind == kind and row.who == seat and row.round == number]


def by_cause(rows: Iterable[Change]) -> tuple[Reason, ...]:
    """Return one reason for each cause that moved something, the largest first."""
    sums: dict[str, int] = {}
    for row in rows:
        sums[row.cause] = sums.get(row.cause, 0) + row.amount
    found = [Reason(cause, amount) for cause, amount in sums.items() if amount]
    return tuple(sorted(found, key=lambda it: -abs(it.amount)))


def closed(found: Sequence[Reason], total: int, *, most: int = 2) -> Reasons:
    """Return the first reasons of a sorted list, with a rest that closes the sum."""
    shown = tuple(found[:most])
    return Reasons(shown, total - sum(it.amount for it in shown), max(0, len(found) - most))


def scaled(found: Sequence[Reason], total: int, factor: tuple[int, int]) -> tuple[Reason, ...]:
    """Return reasons in another unit: amounts times `factor[0]` over `factor[1]`.

    They are rounded one after the other, so that they add up to `total` as the parts did;
    reasons that round to nothing drop out.
    """
    times, per = factor
    exact, done, last = 0, 0, len(found) - 1
    parts: list[Reason] = []
    for place, it in enumerate(found):
        exact += it.amount * times
        upto = total if place == last else rounded(exact, per)
        parts.append(Reason(it.cause, upto - done))
        done = upto
    kept = [it for it in parts if it.amount]
    return tuple(sorted(kept, key=lambda it: -abs(it.amount)))


def rounded(amount: int, per: int) -> int:
    """Return `amount` over `per`, rounded to the nearest whole number, halves up."""
    return (2 * amount + per) // (2 * per)
