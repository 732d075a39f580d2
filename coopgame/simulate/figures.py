"""From sums to figures: each with its value, its 95 % interval and what it is of."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Final

from coopgame.rules import codes as c
from coopgame.rules.playbook import CARD_COUNT, CARD_FIRST, Playbook
from coopgame.simulate import sums as s
from coopgame.simulate.result import MOVES, WHOLE_WIN
from coopgame.simulate.sums import Sums
from coopgame.vocabulary import Goal, Kind, Move

Z: Final = 1.959964
"""The 97.5th percentile of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a report."""

    group: str
    """What kind of figure it is; a word key of `simulate`."""
    of: str
    """What it is of: a seat, a move, a card's option…; empty for the whole match."""
    value: float
    low: float
    high: float
    unit: str
    """`share` (per cent), `points`, `per match`, `rounds` or `times fair`."""
    count: int
    """How many observations it rests on."""

    @property
    def half(self) -> float:
        """Return half the width of the interval."""
        return (self.high - self.low) / 2


def mean_figure(
    group: str, of: str, unit: str, parts: tuple[int, int, int], scale: float = 1.0
) -> Figure:
    """Return a mean from (count, sum, sum of squares), times `scale`."""
    count, total, squares = parts
    if count == 0:
        return Figure(group, of, 0.0, 0.0, 0.0, unit, 0)
    mean = total / count
    spread = max(0.0, squares / count - mean * mean)
    half = Z * sqrt(spread / count) * scale
    mean *= scale
    return Figure(group, of, mean, mean - half, mean + half, unit, count)


def share_figure(group: str, of: str, some: float, count: int) -> Figure:
    """Return a share in per cent with Wilson's interval; a half of `some` is shared with another."""
    if count == 0:
        return Figure(group, of, 0.0, 0.0, 100.0, "share", 0)
    share, z2 = some / count, Z * Z
    centre = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = Z * sqrt(share * (1 - share) / count + z2 / (4 * count * count)) / (1 + z2 / count)
    low, high = max(0.0, centre - half), min(1.0, centre + half)
    return Figure(group, of, 100 * share, 100 * low, 100 * high, "share", count)


def win_figure(group: str, of: str, parts: tuple[int, int, int], seats: int) -> Figure:
    """Return wins as a multiple of the fair share of a seat."""
    return mean_figure(group, of, "times fair", parts, seats / WHOLE_WIN)


_VALUES: Final = (
    ("length", s.ROUNDS, "rounds"), ("lead_changes", s.LEAD_CHANGES, "per match"),
    ("drama", s.DRAMA, "points"), ("quiet_rounds", s.QUIET, "rounds"),
    ("meter_spread", s.SPREAD, "points"), ("mergers", s.MERGERS, "per match"),
    ("overruled", s.OVERRULED, "per match"), ("demergers", s.DEMERGERS, "per match"),
    ("offers", s.OFFERS, "per match"), ("regional_share", s.SHARE, "share"),
    ("price", s.PRICE, "points"),
)  # fmt: skip
METERS: Final = ("trust", "price_control", "autonomy")
MODELS: Final = ("coordinate", "merge", "contract", "integrate")


def figures(sums: Sums, book: Playbook, boards: tuple[str, ...]) -> tuple[Figure, ...]:
    """Return every figure of a run, in the order of the report."""
    seats = len(book.labels.cooperatives)
    return (
        *_of_matches(sums),
        *_of_seats(sums, seats),
        *_of_kinds(sums, seats),
        *_of_boards(sums, boards, seats),
        *_of_goals(sums),
        *_of_moves(sums, seats),
        *_of_models(sums, seats),
        *_of_cards(sums, book),
        *_of_options(sums, book, seats),
    )


def _of_matches(sums: Sums) -> Iterator[Figure]:
    matches = sums.matches
    yield share_figure("completion", "", matches - sums.collapses, matches)
    for name, place, unit in _VALUES:
        parts = (matches, sums.value[place], sums.value_square[place])
        yield mean_figure(name, "", unit, parts, 0.1 if name == "price" else 1.0)
    yield share_figure("lead_changed", "", sums.value_some[s.LEAD_CHANGES], matches)
    yield share_figure("stalemates", "", sums.value[s.STALEMATE], matches)
    yield share_figure("low_trust", "", sums.low_trust, sum(sums.seat_count))
    yield share_figure("in_debt", "", sums.debts, sum(sums.seat_count))
    yield share_figure("in_trouble", "", sums.takeovers, sum(sums.seat_count))


def _of_seats(sums: Sums, seats: int) -> Iterator[Figure]:
    for seat in range(seats):
        name, count = "ABCDEF"[seat], sums.seat_count[seat]
        for meter in range(c.METERS):
            parts = (count, sums.seat_meter[seat][meter], sums.seat_meter_square[seat][meter])
            yield mean_figure("seat_" + METERS[meter], name, "points", parts)
        goals = (count, sums.seat_goals[seat], sums.seat_goals_square[seat])
        yield mean_figure("seat_goals", name, "goals", goals)
        wins = (count, sums.seat_win[seat], sums.seat_win_square[seat])
        yield win_figure("seat_wins", name, wins, seats)
    first = (sums.seat_count[0], sums.seat_win[0], sums.seat_win_square[0])
    ahead = mean_figure("first_seat", "A", "share", first, 100 / WHOLE_WIN)
    fair = 100 / seats
    yield Figure(
        "first_seat",
        "A",
        ahead.value - fair,
        ahead.low - fair,
        ahead.high - fair,
        "share",
        ahead.count,
    )


def _of_kinds(sums: Sums, seats: int) -> Iterator[Figure]:
    for place, kind in enumerate(Kind):
        count = sums.kind_count[place]
        if count == 0:
            continue
        for meter in range(c.METERS):
            parts = (count, sums.kind_meter[place][meter], sums.kind_meter_square[place][meter])
            yield mean_figure("kind_" + METERS[meter], kind.value, "points", parts)
        wins = (count, sums.kind_win[place], sums.kind_win_square[place])
        yield win_figure("kind_wins", kind.value, wins, seats)


def _of_boards(sums: Sums, boards: tuple[str, ...], seats: int) -> Iterator[Figure]:
    for place, name in enumerate(boards):
        count = sums.board_count[place]
        goals = (count, sums.board_goals[place], sums.board_goals_square[place])
        yield mean_figure("board_goals", name, "goals", goals)
        wins = (count, sums.board_win[place], sums.board_win_square[place])
        yield win_figure("board_wins", name, wins, seats)
        yield share_figure("board_low_trust", name, sums.board_low_trust[place], count)


def _of_goals(sums: Sums) -> Iterator[Figure]:
    for place, goal in enumerate(Goal):
        yield share_figure("goal_met", goal.value, sums.goal_met[place], sums.goal_count[place])


def _of_moves(sums: Sums, seats: int) -> Iterator[Figure]:
    names = tuple(Move)
    for move in range(MOVES):
        parts = (sums.matches, sums.move_count[move], sums.move_square[move])
        yield mean_figure("move_use", names[move].value, "per match", parts)
    for move in range(MOVES):
        wins = (sums.move_seats[move], sums.move_win[move], sums.move_win_square[move])
        yield win_figure("move_pays", names[move].value, wins, seats)


def _of_models(sums: Sums, seats: int) -> Iterator[Figure]:
    total = sum(sums.seat_count)
    for model, name in enumerate(MODELS):
        yield share_figure("model_use", name, sums.model_count[model], total)
        wins = (sums.model_count[model], sums.model_win[model], sums.model_win_square[model])
        yield win_figure("model_pays", name, wins, seats)
        some, count = best_quarter(sums, model)
        yield share_figure("model_best_quarter", name, some, count)


def best_quarter(sums: Sums, model: int) -> tuple[int, int]:
    """Return how many of the best quarter of all seats lived a model, and how many they are."""
    total = sum(sums.model_score[s.MODELS])
    some = count = 0
    for score in reversed(range(s.SCORES)):
        if 4 * count >= total:
            break
        some += sums.model_score[model][score]
        count += sums.model_score[s.MODELS][score]
    return some, count


def _of_cards(sums: Sums, book: Playbook) -> Iterator[Figure]:
    for card, name in enumerate(book.labels.cards):
        yield share_figure("card_dealt", name, sums.card_dealt[card], sums.matches)


def option_names(book: Playbook) -> Iterator[tuple[int, str]]:
    """Yield the number of every option and its name: card.option."""
    for card, name in enumerate(book.labels.cards):
        first = book.cards[card][CARD_FIRST]
        for option in range(first, first + book.cards[card][CARD_COUNT]):
            yield option, f"{name}.{book.labels.options[option]}"


def _of_options(sums: Sums, book: Playbook, seats: int) -> Iterator[Figure]:
    for option, name in option_names(book):
        asked = sums.option_asked[option]
        yield share_figure("option_open", name, sums.option_open[option], asked)
        yield share_figure("option_chosen", name, sums.option_done[option], asked)
        wins = (sums.option_done[option], sums.option_win[option], sums.option_win_square[option])
        yield win_figure("option_pays", name, wins, seats)
