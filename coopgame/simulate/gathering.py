"""Adds one match to the sums; plain integer functions, compiled like the rules."""

from coopgame.rules import codes as c
from coopgame.rules.measures import clamp
from coopgame.rules.playbook import CARD_COUNT, CARD_FIRST, Playbook
from coopgame.simulate import sums as s
from coopgame.simulate.result import MOVES, Result
from coopgame.simulate.sums import Sums


def gather(book: Playbook, result: Result, lineup: list[int], seats: int, sums: Sums) -> None:
    """Add the result of one match; `lineup` says which board played each seat."""
    sums.matches += 1
    sums.collapses += 1 if result.ending == c.COLLAPSE else 0
    _gather_values(result, sums)
    for seat in range(seats):
        _gather_seat(result, lineup[seat], seat, sums)
        _gather_goals(result, seat, sums)
    for move in range(MOVES):
        _gather_move(result, seats, move, sums)
    for model in range(s.MODELS):
        _gather_model(result, seats, model, sums)
    for place in range(result.rounds):
        if result.card[place] >= 0:
            _gather_card(book, result, seats, place, sums)


def _gather_values(result: Result, sums: Sums) -> None:
    _add(sums, s.ROUNDS, result.rounds)
    _add(sums, s.LEAD_CHANGES, result.lead_changes)
    _add(sums, s.DRAMA, result.drama)
    _add(sums, s.QUIET, result.quiet_rounds)
    _add(sums, s.SPREAD, result.spread)
    _add(sums, s.MERGERS, result.seat_mergers)
    _add(sums, s.OVERRULED, result.overruled)
    _add(sums, s.DEMERGERS, result.demergers)
    _add(sums, s.OFFERS, result.offers)
    _add(sums, s.SHARE, result.share)
    _add(sums, s.PRICE, result.price)
    _add(sums, s.STALEMATE, 1 if 2 * result.quiet_rounds > result.rounds else 0)


def _add(sums: Sums, place: int, value: int) -> None:
    sums.value[place] += value
    sums.value_square[place] += value * value
    sums.value_some[place] += 1 if value > 0 else 0


def _gather_seat(result: Result, board: int, seat: int, sums: Sums) -> None:
    win, goals, kind = result.win[seat], result.goals[seat], result.kind[seat]
    low = 1 if result.meter[seat][c.TRUST] < 40 else 0
    sums.low_trust += low
    sums.debts += 1 if result.capital[seat] < 0 else 0
    sums.takeovers += 1 if result.takeover[seat] > 1 else 0
    sums.seat_count[seat] += 1
    sums.seat_win[seat] += win
    sums.seat_win_square[seat] += win * win
    sums.seat_goals[seat] += goals
    sums.seat_goals_square[seat] += goals * goals
    sums.kind_count[kind] += 1
    sums.kind_win[kind] += win
    sums.kind_win_square[kind] += win * win
    sums.board_count[board] += 1
    sums.board_win[board] += win
    sums.board_win_square[board] += win * win
    sums.board_goals[board] += goals
    sums.board_goals_square[board] += goals * goals
    sums.board_low_trust[board] += low
    for meter in range(c.METERS):
        value = result.meter[seat][meter]
        sums.seat_meter[seat][meter] += value
        sums.seat_meter_square[seat][meter] += value * value
        sums.kind_meter[kind][meter] += value
        sums.kind_meter_square[kind][meter] += value * value
        sums.meter_class[meter][value] += 1
    sums.model_score[s.MODELS][_score_class(result, seat)] += 1


def _score_class(result: Result, seat: int) -> int:
    return (1000 * result.goals[seat] + result.closeness[seat]) // 10


def _gather_goals(result: Result, seat: int, sums: Sums) -> None:
    for place in range(c.GOALS):
        goal = result.goal[seat][place]
        value = clamp(result.goal_value[seat][place] + s.GOAL_SHIFT, 0, s.GOAL_CLASSES - 1)
        sums.goal_count[goal] += 1
        sums.goal_met[goal] += result.goal_met[seat][place]
        sums.goal_class[goal][value] += 1


def _gather_move(result: Result, seats: int, move: int, sums: Sums) -> None:
    used = 0
    for seat in range(seats):
        used += result.moves[seat][move]
        if result.moves[seat][move] > 0:
            sums.move_seats[move] += 1
            sums.move_win[move] += result.win[seat]
            sums.move_win_square[move] += result.win[seat] * result.win[seat]
    sums.move_count[move] += used
    sums.move_square[move] += used * used


def _gather_model(result: Result, seats: int, model: int, sums: Sums) -> None:
    for seat in range(seats):
        if (result.models[seat] >> model) & 1 == 1:
            sums.model_count[model] += 1
            sums.model_win[model] += result.win[seat]
            sums.model_win_square[model] += result.win[seat] * result.win[seat]
            sums.model_score[model][_score_class(result, seat)] += 1


def _gather_card(book: Playbook, result: Result, seats: int, place: int, sums: Sums) -> None:
    card = result.card[place]
    first, count = book.cards[card][CARD_FIRST], book.cards[card][CARD_COUNT]
    sums.card_dealt[card] += 1
    for seat in range(seats):
        if result.open[place][seat] == 0:
            continue
        for number in range(count):
            sums.option_asked[first + number] += 1
            sums.option_open[first + number] += (result.open[place][seat] >> number) & 1
        done = result.answer[place][seat]
        if done >= 0:
            sums.option_done[done] += 1
            sums.option_win[done] += result.win[seat]
            sums.option_win_square[done] += result.win[seat] * result.win[seat]
