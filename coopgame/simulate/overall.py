"""What scenarios show only together: no strategy or character carries them all.

A cell is one scenario at one player count. As for every gate, what chance may explain counts
for the scenario: the interval of a count goes from what is clear to what may be.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from coopgame.simulate.figures import Figure
from coopgame.simulate.gates import Trial, Verdict, wins_of
from coopgame.simulate.sums import together


@dataclass(frozen=True, slots=True)
class Cell:
    """Who took a seat against the pool, in one scenario at one player count."""

    scenario: str
    seats: int
    characters: tuple[Trial, ...]
    """Those who try; not chance."""
    strategies: tuple[Trial, ...]


def overall_verdicts(cells: Sequence[Cell]) -> Iterator[Verdict]:
    """Yield what every gate over several scenarios found [rulebook 11.2, 11.5]."""
    counts = sorted({cell.seats for cell in cells})
    for seats in counts:
        for figure in _pooled([c.strategies for c in cells if c.seats == seats], seats):
            yield Verdict("strategy_all", _of_seats(figure, seats), 0.6, 1.4)
    for seats in counts:
        found = orders([cell for cell in cells if cell.seats == seats])
        yield Verdict("orders", _swaps(found, f"{seats}"), 1, 10)
    by_count = [
        _pooled([c.characters for c in cells if c.seats == seats], seats) for seats in counts
    ]
    for several in zip(*by_count, strict=True):
        yield Verdict("character_all", mean_of(several), 0.0, 1.3)
    for figure in firsts(cells):
        yield Verdict("first", figure, 1, len(cells))


def _pooled(trials: Sequence[tuple[Trial, ...]], seats: int) -> list[Figure]:
    """Return the wins of each trial over all its scenarios, which have the same player count."""
    return [
        wins_of(Trial(same[0].name, same[0].place, together(each.sums for each in same)), seats)
        for same in zip(*trials, strict=True)
    ]


def _of_seats(figure: Figure, seats: int) -> Figure:
    low, high = figure.low, figure.high
    name = f"{figure.of}, {seats}"
    return Figure(figure.group, name, figure.value, low, high, figure.unit, figure.count)


def mean_of(several: Sequence[Figure]) -> Figure:
    """Return the mean of figures that rest on different matches, each counting alike."""
    one, count = several[0], len(several)
    value = sum(each.value for each in several) / count
    half = sqrt(sum(each.half**2 for each in several)) / count
    matches = sum(each.count for each in several)
    return Figure(one.group, one.of, value, value - half, value + half, one.unit, matches)


def orders(cells: Iterable[Cell]) -> dict[str, tuple[Figure, ...]]:
    """Return for each scenario the wins of its strategies, the best first."""
    return {
        cell.scenario: tuple(
            sorted((wins_of(each, cell.seats) for each in cell.strategies), key=lambda f: -f.value)
        )
        for cell in cells
    }


def _swaps(found: dict[str, tuple[Figure, ...]], of: str) -> Figure:
    """Count the pairs of strategies of which one leads here and the other there."""
    names = sorted({figure.of for order in found.values() for figure in order})
    tables = [{figure.of: figure for figure in order} for order in found.values()]
    pairs = [[(each[a], each[b]) for each in tables] for a, b in combinations(names, 2)]
    value = sum(_swap(pair, 0) for pair in pairs)
    clear, able = sum(_swap(pair, 1) for pair in pairs), sum(_swap(pair, -1) for pair in pairs)
    return Figure("", of, value, clear, able, "count", len(found))


def _swap(pairs: Sequence[tuple[Figure, Figure]], sure: int) -> bool:
    """Tell whether both orders occur: by value (0), clearly (1), or as far as chance allows (-1)."""
    return any(_leads(a, b, sure) for a, b in pairs) and any(_leads(b, a, sure) for a, b in pairs)


def _leads(one: Figure, other: Figure, sure: int) -> bool:
    apart = sqrt(one.half**2 + other.half**2)
    return one.value - other.value > sure * apart


def firsts(cells: Sequence[Cell]) -> Iterator[Figure]:
    """Yield for each character in how many cells no other one wins more."""
    tables = [[wins_of(each, cell.seats) for each in cell.characters] for cell in cells]
    for place, trial in enumerate(cells[0].characters):
        counts = [sum(_is_first(table, place, sure) for table in tables) for sure in (0, 1, -1)]
        yield Figure("", trial.name, counts[0], counts[1], counts[2], "count", len(cells))


def _is_first(table: Sequence[Figure], place: int, sure: int) -> bool:
    others = [figure for nth, figure in enumerate(table) if nth != place]
    return all(_leads(table[place], other, sure) for other in others)


def order_line(order: Iterable[Figure]) -> str:
    """Return an order of strategies as a line: names, the best first."""
    return " > ".join(figure.of for figure in order)
