"""What each move is worth to a sound board, in points: about ten make a good reason.

Plain integer functions of what a seat may see. Each returns up to four reasons and the chance
that the move goes through at all; `reasons` names what the four are about.
"""

from typing import TypeAlias

from coopgame.rules import codes as c
from coopgame.rules.chances import (
    consent_parts,
    facility_chance,
    facility_cost,
    merger_chance,
    own_money_needed,
    pact_parts,
    speciality_chance,
    speciality_cost,
    sum_of,
)
from coopgame.rules.measures import (
    asymmetry,
    clamp,
    group_size,
    group_volume,
    pact_count,
    pair_tie,
    party_tie,
    party_volume,
    power,
    same_group,
)
from coopgame.rules.missions import is_met
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table

Reasons: TypeAlias = tuple[int, int, int, int, int]
"""Four reasons in points, negative ones against, and a chance in per cent."""
SURE = 100
"""The chance of what nobody else decides."""


def wants(table: Table, book: Playbook, seat: int, goal: int, points: int) -> int:
    """Return `points` when the seat's mission still asks for this goal, else 0."""
    for place in range(c.GOALS):
        if table.mission[seat][place] == goal and not is_met(table, book, seat, goal):
            return points
    return 0


def worth(reasons: Reasons, liking: int) -> int:
    """Return what reasons come to: those for shrunk to the chance and grown by liking, less those against."""
    first, second, third, fourth, chance = reasons
    plus = max(0, first) + max(0, second) + max(0, third) + max(0, fourth)
    minus = min(0, first) + min(0, second) + min(0, third) + min(0, fourth)
    if chance < SURE:
        plus = plus * max(0, chance - 15) // 85
    return plus * liking // 100 + minus


def joined(first: int, second: int) -> int:
    """Return one chance for two that both must pass, so that `worth` shrinks for both."""
    return 15 + max(0, first - 15) * max(0, second - 15) // 85


def willing(table: Table, seat: int, party: int, asks: int) -> int:
    """Return a guess, in per cent, that another seat says yes; 100 for anybody else."""
    if party >= c.PARTNER_PARTY:
        return 100
    return clamp(50 + 5 * (table.tie[party][seat] - asks), 10, 90)


def best_mate(table: Table, seat: int) -> int:
    """Return the other group that fits a seat best for going together, by what everybody sees; -1."""
    best, best_score = c.NOBODY, 0
    for other in range(table.seats):
        if same_group(table, seat, other) or table.group[other] != other:
            continue
        if table.home[other] != table.home[seat]:
            continue
        mine, theirs = group_volume(table, seat), group_volume(table, other)
        score = 1000 + 2 * pair_tie(table, seat, other) - 30 * abs(mine - theirs) // (mine + theirs)
        if score > best_score:
            best, best_score = other, score
    return best


def is_mutual(table: Table, seat: int, party: int) -> bool:
    """Tell whether two groups fit each other best: both can know, so both may count on it."""
    if party < 0 or party >= c.PARTNER_PARTY:
        return False
    if best_mate(table, seat) != table.group[party]:
        return False
    return best_mate(table, party) == table.group[seat]


def dialogue(table: Table, book: Playbook, seat: int, to: int) -> Reasons:
    """Weigh talking: with whom the tie is low, and with whom more is planned."""
    tie = party_tie(table, seat, to)
    if to >= c.PARTNER_PARTY:
        linked = 0
        for stage in range(table.stages):
            if table.contract_with[seat][stage] == to and table.contract_left[seat][stage] > 0:
                linked = 2
        return (max(0, 60 - tie) // 8 + linked, 0, 0, 0, SURE)
    social = wants(table, book, seat, c.GOAL_TRUST, 3) + wants(table, book, seat, c.REGION, 3)
    plan = 6 if tie < 62 and is_mutual(table, seat, to) else 0
    again = 2 if table.talked_to[seat] == to and tie < 62 else 0
    return (max(0, 60 - tie) // 6, social, plan, again, SURE)


def coordinate(table: Table, book: Playbook, seat: int, to: int) -> Reasons:
    """Weigh a pact: ties, buyers' pressure, and what is given up."""
    plan = 5 if is_mutual(table, seat, to) else 0
    percent = willing(table, seat, to, 40 - plan)
    if to >= c.NEIGHBOUR_PARTY:
        percent = sum_of(pact_parts(table, book, seat, to))
    return (
        (party_tie(table, seat, to) - 42) // 2,
        13 + table.pressure // 12 + table.glut // 20 + plan,
        wants(table, book, seat, c.GOAL_PRICE, 4),
        -6 * pact_count(table, seat) - wants(table, book, seat, c.GOAL_AUTONOMY, 4),
        percent,
    )


def merge(table: Table, book: Playbook, seat: int, to: int) -> Reasons:
    """Weigh a merger: scale and ties against autonomy, shrunk to the votes' chance."""
    plan = 9 if is_mutual(table, seat, to) else 0
    alone = group_size(table, seat) == 1
    size = (100 - group_volume(table, seat)) // 10 + max(-20, table.index - 100) // 4
    lost = wants(table, book, seat, c.GOAL_AUTONOMY, 7) + (0 if alone else 3)
    lost += 14 if table.digest[seat] > 0 else 0
    votes = min(100, merger_chance(table, book, seat, to) + 30)
    return (
        (party_tie(table, seat, to) - 45) // 3 + plan,
        13 + size,
        wants(table, book, seat, c.SCALE, 9),
        -lost,
        joined(willing(table, seat, to, 44 - plan), votes),
    )


def contract_chance(table: Table, book: Playbook, seat: int, to: int) -> int:
    """Return the chance that a contract is signed, as far as one can know, per cent."""
    if to >= c.PARTNER_PARTY:
        return sum_of(consent_parts(table, book, seat, to))
    return willing(table, seat, to, 42)


def contract(
    table: Table, book: Playbook, seat: int, choice: tuple[int, int, int, int], percent: int
) -> Reasons:
    """Weigh a contract (party, stage, term, fixed) that is signed in `percent`: steadiness against risk."""
    to, stage, term, fixed = choice
    boom = table.index - 100
    weak = max(0, -boom) // 3 + table.pressure // 12 + table.glut // 20
    steady = book.stage_share[stage] // 3 + weak - max(0, boom) // 3
    steady += 2 if (fixed == 1) == (boom <= 0) else 0
    held = table.capacity[seat][stage] > 0 or table.building[seat][stage] > 0
    return (
        steady + (2 if term == c.LONG else 0),
        (party_tie(table, seat, to) - 45) // 4,
        wants(table, book, seat, c.GOAL_PRICE, 5),
        -16 if held else 0,
        percent,
    )


def integrate(table: Table, book: Playbook, seat: int, stage: int) -> Reasons:
    """Weigh an own facility: the stage's share against debt and the rounds left."""
    cost = facility_cost(table, book, seat, stage)
    debt = table.debt[seat] + max(0, cost - own_money_needed(table, book, seat, stage))
    share = book.stage_share[stage] // 3
    goals = wants(table, book, seat, c.GOAL_PRICE, 6) + wants(table, book, seat, c.GOAL_AUTONOMY, 2)
    late = 3 * max(0, 4 - (table.rounds - table.round_now))
    return (
        10 + share + (table.index - 100) // 5,
        goals,
        -(max(0, debt - 12) // 3) - late,
        -4 if table.members[seat] < 45 else 0,
        facility_chance(table, book, seat, stage),
    )


def hold(table: Table, book: Playbook, seat: int) -> Reasons:
    """Weigh putting money aside."""
    need = max(0, 10 - table.capital[seat])
    weak = -4 if table.members[seat] < 45 else 0
    return (need, wants(table, book, seat, c.CASH, 2), weak, 0, SURE)


def inform(table: Table, book: Playbook, seat: int) -> Reasons:
    """Weigh telling members what goes on."""
    goals = wants(table, book, seat, c.GOAL_TRUST, 4) + wants(table, book, seat, c.REGION, 3)
    return (
        max(0, 66 - table.openness[seat]) // 4,
        max(0, 60 - table.members[seat]) // 4,
        goals,
        0,
        SURE,
    )


def represent(table: Table, book: Playbook, seat: int) -> Reasons:
    """Weigh giving members a say: above all in groups and before a vote."""
    in_group = group_size(table, seat) > 1 or group_volume(table, seat) > 150
    aim, per = (70, 2) if in_group else (58, 3)
    goals = wants(table, book, seat, c.GOAL_TRUST, 3) + (2 if in_group else 0)
    return (
        max(0, aim - table.voice[seat]) // per,
        max(0, 60 - table.members[seat]) // 5,
        goals,
        0,
        SURE,
    )


def specialise(table: Table, book: Playbook, seat: int) -> Reasons:
    """Weigh quality, and its coins."""
    goals = wants(table, book, seat, c.QUALITY_AMBITION, 8)
    goals += wants(table, book, seat, c.GOAL_PRICE, 2)
    worse = max(0, 90 - table.quality[seat]) // 4 + 3
    return (worse, goals, 0, 0, speciality_chance(table, seat))


def open_up(table: Table, book: Playbook, seat: int) -> Reasons:
    """Weigh letting consumers in."""
    left = table.rounds - table.round_now
    need = 4 if table.capital[seat] < 10 else 0
    lost = -2 - wants(table, book, seat, c.GOAL_AUTONOMY, 4)
    goal = wants(table, book, seat, c.GOAL_TRUST, 4)
    return (table.pressure // 7 + left // 2, need, goal, lost, SURE)


def leave(table: Table, book: Playbook, seat: int, to: int, term: int) -> Reasons:
    """Weigh breaking a link."""
    free = wants(table, book, seat, c.GOAL_AUTONOMY, 3)
    if term == c.LEAVE_GROUP:
        strained = table.members[seat] < 38 or table.voice[seat] < 28
        return (-12, 15 if strained else 0, 2 * free, 0, SURE)
    if term == c.LEAVE_CONTRACT:
        return (-14, max(0, table.index - 115) // 2, 0, 0, SURE)
    outgrown = _outgrown(table, book, seat, to)
    return (-14, max(0, 30 - party_tie(table, seat, to)) + outgrown, free, 0, SURE)


def _outgrown(table: Table, book: Playbook, seat: int, to: int) -> int:
    """Return how little a strong seat still needs a smaller one [SF28]."""
    volume, other = table.volume[seat], party_volume(table, to)
    if volume <= other:
        return 0
    return asymmetry(volume, other) // 2 + max(0, power(table, book, seat) - 55) // 2


def cost_of(table: Table, book: Playbook, seat: int, move: int, stage: int) -> int:
    """Return the coins that a move costs for certain when it goes through."""
    if move == c.MERGE:
        return book.rule.merger_coins
    if move == c.INTEGRATE:
        return own_money_needed(table, book, seat, stage)
    if move == c.SPECIALISE:
        return speciality_cost(table, book, seat)
    return 0
