"""The word that was probably meant: the closest of the known ones, at most two slips away."""

from collections.abc import Iterable

MOST_SLIPS = 2


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to a misspelt one, or "" when none is near enough.

    A slip is a letter missing, added, wrong, or two neighbours swapped. Of equally near
    words the one that begins alike and has the same length wins.
    """
    tried = word.strip().lower().replace("-", "_").replace(" ", "_")
    best: tuple[int, int, int, str] | None = None
    for candidate in known:
        slips = distance(tried, candidate.lower(), MOST_SLIPS)
        if slips > MOST_SLIPS or slips >= max(len(candidate), 2):
            continue
        rank = (slips, _starts_apart(tried, candidate), abs(len(tried) - len(candidate)), candidate)
        if best is None or rank < best:
            best = rank
    return best[3] if best else ""


def _starts_apart(word: str, candidate: str) -> int:
    """Return how many letters do not begin alike, so that a late slip weighs least."""
    same = 0
    for ours, theirs in zip(word, candidate, strict=False):
        if ours != theirs:
            break
        same += 1
    return max(len(word), len(candidate)) - same


def distance(first: str, second: str, most: int) -> int:
    """Return how many slips lie between two words; `most` + 1 when they are more."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        current = [row]
        for column, other in enumerate(second, start=1):
            cost = min(
                above[column] + 1, current[column - 1] + 1, above[column - 1] + (letter != other)
            )
            if row > 1 and column > 1 and _swapped(first, second, row, column):
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, above = above, current
    return above[-1]


def _swapped(first: str, second: str, row: int, column: int) -> bool:
    return first[row - 1] == second[column - 2] and first[row - 2] == second[column - 1]
