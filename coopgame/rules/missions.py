"""Missions: what each goal is worth at the end, and whether it is met.

A goal is met at its par; par and spread belong to the scenario. See rules-numbers section 3
for the values and why they are stated this way.
"""

from coopgame.rules import codes as c
from coopgame.rules.measures import clamp, mean_tie_towards, power
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table


def goal_value(table: Table, book: Playbook, seat: int, goal: int) -> int:
    """Return what a goal stands at now: power and growth, quality, region, cash or a meter."""
    if goal == c.SCALE:
        growth = 30 * table.volume[seat] // max(1, table.volume_start[seat])
        return power(table, book, seat) + growth
    if goal == c.QUALITY_AMBITION:
        return table.quality[seat]
    if goal == c.REGION:
        return (table.members[seat] + mean_tie_towards(table, seat)) // 2
    if goal == c.CASH:
        return mean_price(table, seat) + table.capital[seat] - table.debt[seat]
    return mean_meter(table, seat, goal - c.GOAL_TRUST)


def settled_rounds(table: Table) -> int:
    """Return how many rounds have been settled."""
    return table.round_now if table.phase != c.CHOOSING else table.round_now - 1


def mean_price(table: Table, seat: int) -> int:
    """Return the mean price paid over the settled rounds, in tenths of a point."""
    settled = settled_rounds(table)
    return 10 * table.paid_sum[seat] // settled if settled > 0 else 10 * table.paid[seat]


def mean_meter(table: Table, seat: int, meter: int) -> int:
    """Return the mean of a meter over the last three settled rounds."""
    settled = settled_rounds(table)
    if settled <= 0:
        return table.meter[seat][meter]
    first = max(0, settled - 3)
    total = 0
    for k in range(first, settled):
        total += table.history[seat][k][meter]
    return total // (settled - first)


def is_met(table: Table, book: Playbook, seat: int, goal: int) -> bool:
    """Tell whether a goal is at its par or above."""
    return goal_value(table, book, seat, goal) >= book.goal_par[goal]


def goals_met(table: Table, book: Playbook, seat: int) -> int:
    """Return how many of the seat's three goals are met."""
    count = 0
    for k in range(c.GOALS):
        if is_met(table, book, seat, table.mission[seat][k]):
            count += 1
    return count


def closeness(table: Table, book: Playbook, seat: int) -> int:
    """Return how near its goals a seat came, 0..300: 150 when every goal is at par."""
    total = 0
    for k in range(c.GOALS):
        goal = table.mission[seat][k]
        apart = goal_value(table, book, seat, goal) - book.goal_par[goal]
        total += nearness(apart, book.goal_spread[goal])
    return total


def nearness(apart: int, spread: int) -> int:
    """Return how near a goal is, 0..100: 50 at par, 25 more for each spread above it."""
    return clamp(50 + 25 * apart // max(1, spread), 0, 100)


def score_of(table: Table, book: Playbook, seat: int) -> int:
    """Return how a seat stands: 1000 for each goal met, and how near it is to all of them."""
    score = 0
    for place in range(c.GOALS):
        goal = table.mission[seat][place]
        apart = goal_value(table, book, seat, goal) - book.goal_par[goal]
        score += nearness(apart, book.goal_spread[goal]) + (1000 if apart >= 0 else 0)
    return score
