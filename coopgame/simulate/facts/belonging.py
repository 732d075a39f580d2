"""Facts about members: why they stay, why they leave, and what follows [SF5, SF11-SF15, SF33]."""

from collections.abc import Callable
from typing import Final

from coopgame.rules import codes as c
from coopgame.rules.card_rows import FORBID_EXIT
from coopgame.rules.income import standing_of, unit_cost
from coopgame.rules.measures import power
from coopgame.rules.members import M_SIZE
from coopgame.rules.playbook import Playbook
from coopgame.simulate.facts.estimates import Effect, correlation_of, mean_of, share_of
from coopgame.simulate.facts.fact import Check, Fact
from coopgame.simulate.facts.lab import Case, Lab, Match, answering, by_character, still
from coopgame.simulate.facts.scripts import (
    dealing,
    has_effect,
    idle,
    lay,
    lay_volume,
    moving,
    option_of,
    organising,
)

COSTLY: Final = 25
"""An efficiency so low that the co-operative pays less than its rivals."""


def named_shares(lab: Lab) -> tuple[Effect, ...]:
    """Play SF5: what named shares save of the members that size costs."""
    saved, members = [], []
    for case in lab.cases():
        plain = Match(case)
        lay_volume(plain, 0, 300)
        named = plain.branch()
        named.table.named_shares[0] = 1
        plain.play(5, still)
        named.play(5, still)
        lost = [match.table.parts[0][c.V_MEMBERS][M_SIZE] for match in (plain, named)]
        if lost[0] < 0:
            saved.append(100 * (lost[0] - lost[1]) / lost[0])
        members.append(named.table.members[0] - plain.table.members[0])
    return mean_of(saved), mean_of(members)


def keeping_back(lab: Lab) -> tuple[Effect, ...]:
    """Play SF11: three rounds of holding, with members in the dark, informed, or growing old."""
    dark = [_lost_by_holding(case, 30) for case in lab.cases()]
    told = [_lost_by_holding(case, 80) for case in lab.cases()]
    old = [_lost_by_holding_when_old(case) for case in lab.only(_has_old_age).cases()]
    return (
        mean_of(dark),
        mean_of([b - a for a, b in zip(dark, told, strict=True)]),
        mean_of(old),
    )


def _lost_by_holding(case: Case, openness: int) -> int:
    plain = Match(case)
    lay(plain, 0, c.Q_OPENNESS, openness)
    held = plain.branch().play(3, still, moving(0, c.HOLD))
    return held.table.members[0] - plain.play(3, still).table.members[0]


_OLD_AGE: Final = ("no_successor", "slow_refund")


def _has_old_age(book: Playbook) -> bool:
    return option_of(book, *_OLD_AGE) is not None


def _lost_by_holding_when_old(case: Case) -> int:
    """Return what holding costs more when old members get their shares back slowly."""
    found = option_of(case[0], *_OLD_AGE)
    assert found is not None
    young = Match(case).play(1, still, moving(0, c.HOLD))
    old = young.branch().play(1, still, moving(0, c.HOLD), dealing(found[0], 0, found[1]))
    young.play(1, still, moving(0, c.HOLD))
    for match in (old, young):
        match.play(1, still, moving(0, c.HOLD))
    return old.table.members[0] - young.table.members[0]


def spiral(lab: Lab) -> tuple[Effect, ...]:
    """Play SF12: eight rounds of paying less, and what a unit then costs."""
    volumes, costs = [], []
    for case in lab.cases():
        plain, poor = Match(case), Match(case)
        lay(poor, 0, c.Q_EFFICIENCY, COSTLY)
        before = _cost(poor) - _cost(plain)
        plain.play(8, still)
        poor.play(8, still)
        volumes.append(100 * poor.table.volume[0] / plain.table.volume[0] - 100)
        costs.append(_cost(poor) - _cost(plain) - before)
    return mean_of(volumes), mean_of(costs)


def _cost(match: Match) -> int:
    standing = standing_of(match.table, match.book, 0)
    return unit_cost(match.table, match.book, 0, standing)


def exit_bans(lab: Lab) -> tuple[Effect, ...]:
    """Play SF13: members of a poor payer who may not leave for a round, and a judge."""
    found: tuple[list[int], ...] = ([], [], [])
    judged = []
    for case in lab.only(_has_ban).cases():
        free = Match(case)
        lay(free, 0, c.Q_EFFICIENCY, COSTLY)
        free.play(3, still)
        banned = free.branch().play(1, still, dealing(*_ban(case[0])))
        free.play(1, still)
        found[0].append(_volume_apart(banned, free))
        found[1].append(banned.table.meter[0][c.TRUST] - free.table.meter[0][c.TRUST])
        judged.append(banned.table.next_card >= 0)
        banned.play(3, answering)
        free.play(3, still)
        found[2].append(_volume_apart(banned, free) - found[0][-1])
    return mean_of(found[0]), mean_of(found[1]), share_of(judged), mean_of(found[2])


def _volume_apart(match: Match, other: Match) -> int:
    return match.table.volume[0] - other.table.volume[0]


def _ban(book: Playbook) -> tuple[int, int, int]:
    """Return (card, seat, option) of an exit ban."""
    found = option_of(book, "exit_ban", "ban")
    assert found is not None
    assert has_effect(book, found[1], FORBID_EXIT)
    return found[0], 0, found[1]


def _has_ban(book: Playbook) -> bool:
    return option_of(book, "exit_ban", "ban") is not None


def poaching(lab: Lab) -> tuple[Effect, ...]:
    """Play SF14: what leaves in a round at members 20, 50 and 90 when rivals pay more.

    Members are held where they are laid, so that each loss belongs to its number.
    """
    cases = list(lab.with_numbers(members_pull=0).cases())
    doubting, medium, committed = ([_poached(case, m) for case in cases] for m in (20, 50, 90))
    return (
        mean_of([a - b for a, b in zip(doubting, medium, strict=True)]),
        mean_of([a - b for a, b in zip(medium, committed, strict=True)]),
        mean_of(committed),
    )


def _poached(case: Case, members: int) -> float:
    match = Match(case)
    lay(match, 0, c.Q_EFFICIENCY, COSTLY)
    match.play(2, still)
    lay(match, 0, c.Q_MEMBERS, members)
    before = match.table.volume[0]
    return 100 * (before - match.play(1, still).table.volume[0]) / before


def members_first(lab: Lab) -> tuple[Effect, ...]:
    """Play SF15: members now, and power, capital and growth two rounds later."""
    powers, coins, growth = [], [], []
    for case in lab.cases(2):
        match = Match(case).play(4, by_character)
        seat = case[1] // len(lab.books) % 4
        members, volume = match.table.members[seat], match.table.volume[seat]
        match.play(2, by_character)
        powers.append((members, power(match.table, match.book, seat)))
        coins.append((members, match.table.capital[seat]))
        growth.append((members, match.table.volume[seat] / volume))
    return correlation_of(powers), correlation_of(coins), correlation_of(growth)


def fading(lab: Lab) -> tuple[Effect, ...]:
    """Play SF33: members of a small and of a large co-operative that nobody organises."""
    ends: dict[int, list[int]] = {60: [], 300: []}
    kept = []
    for case in lab.cases():
        for volume, lost in ends.items():
            lost.append(_members_lost(case, volume, lambda _match: None))
        kept.append(_members_lost(case, 300, organising(0)) - ends[300][-1])
    apart = [large - small for small, large in zip(ends[60], ends[300], strict=True)]
    return mean_of(ends[60] + ends[300]), mean_of(apart), mean_of(kept)


def _members_lost(case: Case, volume: int, script: Callable[[Match], None]) -> int:
    match = Match(case)
    lay_volume(match, 0, volume)
    start = match.table.members[0]
    return match.play(8, still, idle(0), script).table.members[0] - start


FACTS: Final = (
    Fact(
        key="SF5",
        claim="Shares on members’ own names keep them involved even in a very large co-operative.",
        strength=1,
        sources=("HR20",),
        how="A co-operative of 30 volumes, with and without named shares, for five rounds: the "
        "part of the members that size costs, and the members themselves.",
        experiment=named_shares,
        checks=(
            Check("Part of the loss through size that is saved", "%", 50),
            Check("Members kept", "points", 0),
        ),
        by_rule="named shares let 40 % of the loss through size pass",
    ),
    Fact(
        key="SF11",
        claim="Members prefer a price today to money kept back, unless they are well informed; "
        "ageing makes this stronger.",
        strength=3,
        sources=("DH22", "GFS16", "CDP"),
        how="Three rounds of holding against three rounds of nothing, at openness 30 and 80; and "
        "holding while old members get their shares back slowly, by the card on succession.",
        experiment=keeping_back,
        checks=(
            Check("Members after three rounds of holding", "points", most=0),
            Check("Of which openness saves", "points", 0),
            Check("Further members when shares are paid back slowly", "points", most=0),
        ),
        leaves_out="Members have no age in the rules; succession is a card.",
    ),
    Fact(
        key="SF12",
        claim="Paying less than rivals for several rounds makes members leave, which raises unit "
        "cost again.",
        strength=3,
        sources=("MIL1", "MIL3", "MIL4", "MIL5"),
        how="A co-operative with efficiency 25 against the same with its own efficiency: volume "
        "after eight rounds, and how much further its unit cost has grown.",
        experiment=spiral,
        checks=(
            Check("Volume after eight rounds", "% of volume", most=-5),
            Check("Unit cost added by what left", "points", 0),
        ),
    ),
    Fact(
        key="SF13",
        claim="Forbidding members to leave slows the outflow for a moment, damages trust and may "
        "be struck down.",
        strength=2,
        sources=("MIL1", "MIL3"),
        how="A co-operative that pays too little bans leaving by card in round 4, or does not; "
        "the judge’s card is answered by lot.",
        experiment=exit_bans,
        checks=(
            Check("Volume held in that round", "tenths", 0),
            Check("Trust after that round", "points", most=0),
            Check("Bans that come before a judge", "% of bans", 50),
            Check("What is held goes again in three rounds", "tenths", most=0),
        ),
        leaves_out="The ban and the judge are cards of the dairy deck.",
    ),
    Fact(
        key="SF14",
        claim="Committed members resist the better price of a stronger rival.",
        strength=2,
        sources=("WAL6", "FA93"),
        how="What leaves in a third round of paying too little, with members at 20, 50 and 90.",
        experiment=poaching,
        checks=(
            Check("Loss at members 20 less at 50", "% of volume", 0),
            Check("Loss at members 50 less at 90", "% of volume", 0),
            Check("Loss at members 90", "% of volume", most=2),
        ),
        by_rule="what leaves shrinks with the square of doubt",
    ),
    Fact(
        key="SF15",
        claim="Falling commitment comes before worse results on the market and in the books.",
        strength=2,
        sources=("LF04",),
        how="Characters play; for one seat of each match, members after four rounds against "
        "bargaining power and capital two rounds later, and against the growth of its volume.",
        experiment=members_first,
        checks=(
            Check("Members and power two rounds later", "r", 0),
            Check("Members and capital two rounds later", "r", 0),
            Check("Members and growth of volume", "r", 0),
        ),
    ),
    Fact(
        key="SF33",
        claim="Social capital fades as a co-operative ages and grows, unless it is maintained.",
        strength=2,
        sources=("DENG20", "COOK18"),
        how="Eight rounds in which nobody organises, with volume 6 and with volume 30; and the "
        "large one when it informs and represents in turn.",
        experiment=fading,
        checks=(
            Check("Members after eight rounds", "points", most=0),
            Check("Large less small", "points", most=0),
            Check("Members that organising keeps", "points", 0),
        ),
    ),
)
