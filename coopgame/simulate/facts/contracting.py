"""Facts about contracts: power, price, stability, and who is dropped in a glut [SF16-SF19]."""

from typing import Final

from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules.income import P_CONTRACT
from coopgame.rules.journal import CAUSE, KIND, WHO
from coopgame.rules.measures import next_stage
from coopgame.simulate.facts.estimates import Effect, mean_of, share_of, spread_of
from coopgame.simulate.facts.fact import Check, Fact
from coopgame.simulate.facts.lab import Case, Lab, Match, Script, still
from coopgame.simulate.facts.scripts import (
    are_together,
    both,
    lay_contract,
    lay_facility,
    moving,
    partner_at,
)

TIMES_AS_LARGE: Final = 9
"""A partner this many times one's size is 80 apart: well beyond an asymmetry of 60."""


def _contracted(case: Case, *, times: int = 2, fixed: int = c.INDEXED) -> Match:
    """Lay a match in which seat 0 has a long contract with a company next in the chain."""
    match = Match(case, keeps_log=True)
    partner = partner_at(match, next_stage(match.table, 0))
    match.table.partner_capacity[partner] = times * match.table.volume[0]
    lay_contract(match, 0, partner, fixed=fixed)
    return match


def _partner_of(match: Match) -> int:
    return partner_at(match, next_stage(match.table, 0))


def _ended_by(match: Match, cause: int) -> bool:
    """Tell whether seat 0's contract ended by this cause."""
    rows = match.log[1 : match.log[0][0] + 1]
    return any(row[KIND] == c.K_CONTRACT and row[WHO] == 0 and row[CAUSE] == cause for row in rows)


def breaking(lab: Lab) -> tuple[Effect, ...]:
    """Play SF16: contracts that break before their term, with one thing changed."""
    wishes, sizes, prices = [], [], []
    for case, moved in zip(lab.cases(2), lab.with_index(_MOVED).cases(2), strict=True):
        alike, apart = _contracted(case), _contracted(case)
        alike.table.partner_ambition[_partner_of(alike)] = list(alike.table.ambition[0])
        apart.table.partner_ambition[_partner_of(apart)] = _opposite(apart.table.ambition[0])
        wishes.append(100 * (_breaks(apart) - _breaks(alike)))
        equal, giant = _contracted(case, times=1), _contracted(case, times=TIMES_AS_LARGE)
        sizes.append(100 * (_breaks(giant) - _breaks(equal)))
        calm, run_away = (_contracted(one, fixed=c.FIXED) for one in (case, moved))
        prices.append(100 * (_breaks(run_away) - _breaks(calm)))
    return mean_of(wishes), mean_of(sizes), mean_of(prices)


_MOVED: Final = (100, 130, 160, 180, 180, 180, 180, 180)


def _opposite(ambition: list[int]) -> list[int]:
    """Return an ambition that wants most what this one wants least."""
    wanted = ambition.index(min(ambition))
    return [85 if k == wanted else 5 for k in range(c.AMBITIONS)]


def _breaks(match: Match) -> bool:
    return _ended_by(match.play(5, still), causes.CONTRACT_BROKEN)


def uneven_rewards(lab: Lab) -> tuple[Effect, ...]:
    """Play SF17: a contract with a partner of one's size, and with a giant."""
    signed, earned, ties = [], [], []
    for case in lab.cases():
        signed.append(_giant_signs(case))
        pair = [_contracted(case, times=times) for times in (1, TIMES_AS_LARGE)]
        for match in pair:
            match.table.partner_tie[0][_partner_of(match)] = 70
            match.play(3, still)
        if any(match.table.contract_left[0][next_stage(match.table, 0)] == 0 for match in pair):
            continue
        parts = [match.table.parts[0][c.V_PAID][P_CONTRACT] / 100 for match in pair]
        earned.append(parts[1] - parts[0])
        grown = [match.table.partner_tie[0][_partner_of(match)] for match in pair]
        ties.append(grown[1] - grown[0])
    return share_of(signed), mean_of(earned), mean_of(ties)


def _giant_signs(case: Case) -> bool:
    match = Match(case)
    partner = _partner_of(match)
    match.table.partner_capacity[partner] = TIMES_AS_LARGE * match.table.volume[0]
    stage = match.table.partner_stage[partner]
    asks = moving(0, c.CONTRACT, c.PARTNER_PARTY + partner, stage=stage, term=c.LONG)
    return match.play(1, still, asks).table.holds[0][stage] == c.CONTRACT_HELD


def fixed_prices(lab: Lab) -> tuple[Effect, ...]:
    """Play SF18: the same contract at a fixed and at an indexed price."""
    pairs = [_prices(case) for case in lab.cases()]
    boom = [_prices(case) for case in lab.with_index(_BOOM).cases()]
    slump = [_prices(case) for case in lab.with_index(_SLUMP).cases()]
    return (
        mean_of([spread_of(fixed) - spread_of(moving) for fixed, moving in pairs]),
        mean_of([100 * sum(fixed) / sum(moving) - 100 for fixed, moving in pairs]),
        mean_of([_mean(fixed) - _mean(moving) for fixed, moving in boom]),
        mean_of([_mean(fixed) - _mean(moving) for fixed, moving in slump]),
    )


_BOOM: Final = (100, 100, 115, 130, 140, 145, 140, 135)
_SLUMP: Final = (100, 100, 85, 72, 65, 62, 65, 70)


def _prices(case: Case) -> tuple[list[int], list[int]]:
    """Return the prices paid from round 2 on under a fixed and under an indexed contract."""
    found = []
    for fixed in (c.FIXED, c.INDEXED):
        match = _contracted(case, fixed=fixed)
        prices = []
        for _ in range(8):
            match.play(1, still, _renewing(fixed))
            prices.append(match.table.paid[0])
        found.append(prices[1:])
    return found[0], found[1]


def _renewing(fixed: int) -> Script:
    """Return a script that signs again as soon as a contract has ended."""

    def script(match: Match) -> None:
        if match.table.contract_left[0][next_stage(match.table, 0)] == 0:
            lay_contract(match, 0, _partner_of(match), fixed=fixed)

    return script


def _mean(values: list[int]) -> float:
    return sum(values) / len(values)


def dropped_in_a_glut(lab: Lab) -> tuple[Effect, ...]:
    """Play SF19: who loses the outlet in four rounds of glut, and in a calm market."""
    glut, calm = lab.with_market(glut=75), lab.with_market(glut=10)
    full = [_dropped(case) for case in glut.cases()]
    rest = [_dropped(case) for case in calm.cases()]
    members = [_member_dropped(case) for case in glut.with_numbers(vote_base=300).cases()]
    return (
        mean_of([100 * (a - b) for a, b in zip(full, members, strict=True)]),
        mean_of([100 * (a - b) for a, b in zip(full, rest, strict=True)]),
        share_of(members),
    )


def _dropped(case: Case) -> bool:
    return _ended_by(_contracted(case).play(4, still), causes.CONTRACT_DROPPED)


def _member_dropped(case: Case) -> bool:
    """Tell whether a member district loses the outlet that its group's plant gives it."""
    match = Match(case)
    stage = next_stage(match.table, 1)
    lay_facility(match, 1, stage, sum(match.table.volume[:2]))
    match.play(1, still, both(c.MERGE)).play(3, still)
    return are_together(match) and match.table.holds[1][stage] != c.OWN


FACTS: Final = (
    Fact(
        key="SF16",
        claim="A contract with a bigger partner is stable for long and breaks when ambitions or "
        "prices drift apart.",
        strength=2,
        sources=("WAL3", "WAL4", "WAL6", "WAL7"),
        how="A long contract for five rounds: with equal and opposite ambitions, with a partner "
        "of the same size and of nine times that, and at a fixed price while the market stays "
        "or runs away.",
        experiment=breaking,
        checks=(
            Check("More break with opposite ambitions", "points of %", 0),
            Check("More break with a giant", "points of %", 0),
            Check("More break when the market runs away", "points of %", 0),
        ),
        by_rule="the chance of a break has a term for each",
    ),
    Fact(
        key="SF17",
        claim="Uneven power does not prevent a contract, but the weak side earns less and trust "
        "stays incomplete.",
        strength=3,
        sources=("HING", "SRUC10"),
        how="The same contract with a partner of the same size and of nine times that: whether "
        "the giant signs, what the stage earns a unit, and the tie after three kept rounds.",
        experiment=uneven_rewards,
        checks=(
            Check("Giants that sign", "% of proposals", 30),
            Check("Earned with a giant, against an equal", "points a unit", most=0),
            Check("Tie with a giant, against an equal", "points", most=0),
        ),
        by_rule="contract_asymmetry and the ceiling of ties say so",
    ),
    Fact(
        key="SF18",
        claim="A fixed price for years cuts swings both ways: a floor in slumps, a lost chance in "
        "booms, about the same on average.",
        strength=3,
        sources=("COLR", "COLR2", "CBL22", "MLA"),
        how="The same contract, renewed for eight rounds, at a fixed and at an indexed price; on "
        "the official tracks, in a boom to 145 and in a slump to 62.",
        experiment=fixed_prices,
        checks=(
            Check("Swing of the price, fixed less indexed", "points", most=0),
            Check("Mean price, fixed against indexed", "%", -10, 10),
            Check("Mean price in a boom, fixed less indexed", "points", most=0),
            Check("Mean price in a slump, fixed less indexed", "points", 0),
        ),
    ),
    Fact(
        key="SF19",
        claim="In a glut suppliers under contract are dropped first; membership guarantees an "
        "outlet.",
        strength=3,
        sources=("FC443", "OLYM", "BONI", "DH19", "CHE"),
        how="Four rounds of glut 75: a supplier under contract with a company, the same in a calm "
        "market, and a member district of a group with its own plant.",
        experiment=dropped_in_a_glut,
        checks=(
            Check("Suppliers less members that are dropped", "points of %", 0),
            Check("More are dropped than in a calm market", "points of %", 0),
            Check("Members that are dropped", "% of members", most=5),
        ),
        by_rule="partners drop suppliers only above drop_glut, and never members",
        leaves_out="The size of a supplier plays no part.",
    ),
)
