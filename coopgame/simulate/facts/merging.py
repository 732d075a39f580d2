"""Facts about mergers: what they gain, what they cost in trust, and why they fail [SF1-SF9]."""

from collections.abc import Iterator
from typing import Final

from coopgame.rules import codes as c
from coopgame.rules.chances import MERGER_PARTS, merger_chance, merger_parts
from coopgame.simulate.facts.estimates import Effect, mean_of, share_of, spread_of
from coopgame.simulate.facts.fact import Check, Fact
from coopgame.simulate.facts.lab import Case, Lab, Match, by_character, still
from coopgame.simulate.facts.scripts import (
    are_together,
    both,
    lay,
    lay_volume,
    moving,
    organising,
    representing,
)

SURE: Final = 300
"""A base chance so high that a vote passes nearly always (95 per cent)."""


def _merged(case: Case) -> tuple[Match, Match] | None:
    """Return a match in which seats 0 and 1 merged in round 2, and the same without; or None."""
    plain = Match(case).play(1, still)
    merged = plain.branch().play(1, still, both(c.MERGE))
    plain.play(1, still)
    return (merged, plain) if are_together(merged) else None


def _mergers(lab: Lab, times: float = 1) -> Iterator[tuple[Match, Match]]:
    for case in lab.with_numbers(vote_base=SURE).cases(times):
        pair = _merged(case)
        if pair is not None:
            yield pair


def _efficiency_gained(merged: Match, plain: Match, seat: int) -> int:
    return merged.table.efficiency[seat] - plain.table.efficiency[seat]


def gains_of_mergers(lab: Lab) -> tuple[Effect, ...]:
    """Play SF1: efficiency two rounds after a merger, against none."""
    gains = []
    for merged, plain in _mergers(lab, 2.5):
        volumes = plain.table.volume[:2]
        merged.play(2, still)
        plain.play(2, still)
        both_gains = [_efficiency_gained(merged, plain, seat) for seat in (0, 1)]
        whole = sum(gain * volume for gain, volume in zip(both_gains, volumes, strict=True))
        gains.append(whole / sum(volumes))
    gains += _gains_with_neighbours(lab)
    return share_of([gain <= 0 for gain in gains]), mean_of(gains)


def _gains_with_neighbours(lab: Lab) -> list[int]:
    gains = []
    for case in lab.with_numbers(vote_base=SURE).cases(2.5):
        plain = Match(case).play(1, still)
        merged = plain.branch().play(1, still, moving(0, c.MERGE, c.NEIGHBOUR_PARTY))
        plain.play(3, still)
        if merged.table.neighbour_joined[0] == 1:
            gains.append(_efficiency_gained(merged.play(2, still), plain, 0))
    return gains


def gains_by_size(lab: Lab) -> tuple[Effect, ...]:
    """Play SF2: what the smaller side gains more than the larger one."""
    apart = []
    for merged, plain in _mergers(lab, 2):
        volumes = plain.table.volume[:2]
        if volumes[0] == volumes[1]:
            continue
        small = 0 if volumes[0] < volumes[1] else 1
        merged.play(2, still)
        plain.play(2, still)
        gained = _efficiency_gained(merged, plain, small)
        apart.append(gained - _efficiency_gained(merged, plain, 1 - small))
    return (mean_of(apart),)


def trust_after_mergers(lab: Lab) -> tuple[Effect, ...]:
    """Play SF3: members and trust two rounds after a merger without organising."""
    members, trust = [], []
    for merged, plain in _mergers(lab):
        merged.play(2, still)
        plain.play(2, still)
        for seat in (0, 1):
            members.append(merged.table.members[seat] - plain.table.members[seat])
            trust.append(merged.table.meter[seat][c.TRUST] - plain.table.meter[seat][c.TRUST])
    return mean_of(members), mean_of(trust)


def taking_part(lab: Lab) -> tuple[Effect, ...]:
    """Play SF4: members three rounds after a merger, with and without organising."""
    kept, lost = [], []
    for case in lab.with_numbers(vote_base=SURE).cases():
        pair = _merged(case)
        if pair is None:
            continue
        before = Match(case).play(1, still).table.members[0]
        silent = pair[0].branch().play(3, still)
        organised = pair[0].play(3, still, organising(0, 1))
        kept.append(100 * organised.table.members[0] / before)
        lost.append(100 * silent.table.members[0] / before)
    apart = [low - high for low, high in zip(lost, kept, strict=True)]
    return mean_of(kept), mean_of(lost), mean_of(apart)


_SOCIAL: Final = ("trust", "tie", "openness")
_PAIRS: Final = tuple((a, b) for a in range(4) for b in range(4) if a != b)
_BATCH: Final = 10


def reasons_of_votes(lab: Lab) -> tuple[Effect, ...]:
    """Play SF6: how far each reason moves the vote, over the situations that play brings."""
    batches: list[list[tuple[int, ...]]] = [[]]
    for nth, case in enumerate(lab.cases()):
        match = Match(case).play(4, by_character)
        batches[-1] += [
            merger_parts(match.table, match.book, a, b)
            for a, b in _PAIRS
            if not are_together(match, a, b)
        ]
        if nth % _BATCH == _BATCH - 1:
            batches.append([])
    return tuple(mean_of([_weight(rows, name) for rows in batches if rows]) for name in _SOCIAL)


def _weight(rows: list[tuple[int, ...]], name: str) -> float:
    """Return how much more a reason moves the vote than the expected gain does."""
    at, gain = MERGER_PARTS.index(name), MERGER_PARTS.index("gain")
    return spread_of([row[at] for row in rows]) - spread_of([row[gain] for row in rows])


_FAR: Final = ([85, 5, 5, 5], [5, 5, 5, 85])


def mismatch_sinks(lab: Lab) -> tuple[Effect, ...]:
    """Play SF7: talks of two who want the same, and of two who do not."""
    failed, sunk = [], []
    for case in lab.cases(2):
        plain = Match(case).play(1, still)
        alike, apart = plain.branch(), plain.branch()
        alike.table.ambition[1] = list(alike.table.ambition[0])
        apart.table.ambition[0], apart.table.ambition[1] = (list(row) for row in _FAR)
        for match in (alike, apart):
            match.play(1, still, both(c.MERGE))
        plain.play(1, still)
        failed.append(100 * (are_together(alike) - are_together(apart)))
        if not are_together(apart):
            sunk.append(apart.table.capital[0] - plain.table.capital[0])
    return mean_of(failed), mean_of(sunk)


def steps_before(lab: Lab) -> tuple[Effect, ...]:
    """Play SF8: a merger after talks and a pact, and one out of the blue."""
    apart = []
    for case in lab.cases(2):
        cold = Match(case).play(4, still)
        warm = Match(case).play(1, still, both(c.DIALOGUE)).play(1, still, both(c.COORDINATE))
        warm.play(2, still, both(c.DIALOGUE))
        for match in (cold, warm):
            match.play(1, still, both(c.MERGE))
        apart.append(100 * (are_together(warm) - are_together(cold)))
    return (mean_of(apart),)


def unequal_partners(lab: Lab) -> tuple[Effect, ...]:
    """Play SF9: one to three against equals, with little and with much voice."""
    quiet = [_lost_to_size(case, 30) for case in lab.cases()]
    loud = [_lost_to_size(case, 80) for case in lab.cases()]
    sure = lab.with_numbers(vote_base=SURE)
    pairs = [pair for pair in (_trust_of_small(case) for case in sure.cases()) if pair]
    return (
        mean_of(quiet),
        mean_of([b - a for a, b in zip(quiet, loud, strict=True)]),
        mean_of([silent for silent, _ in pairs]),
        mean_of([heard - silent for silent, heard in pairs]),
    )


def _lost_to_size(case: Case, voice: int) -> int:
    """Return what unequal sizes add to the chance of a merger (less than nothing)."""
    chances = []
    for small in (120, 60):
        match = _pair_of(case, small)
        for seat in (0, 1):
            lay(match, seat, c.Q_VOICE, voice)
        chances.append(merger_chance(match.table, match.book, 0, 1))
    return chances[1] - chances[0]


def _pair_of(case: Case, small: int) -> Match:
    """Lay a match in which seats 0 and 1 are 24 whole volumes together, of which 0 has a part."""
    match = Match(case)
    lay_volume(match, 0, small)
    lay_volume(match, 1, 240 - small)
    return match


def _trust_of_small(case: Case) -> tuple[int, int] | None:
    """Return trust beside a larger partner less trust beside an equal: unheard, and heard."""
    found = []
    for script in (moving(0, c.NOTHING), representing(0, 1)):
        trust = []
        for small in (120, 60):
            match = _pair_of(case, small).play(1, by_character, both(c.MERGE))
            if not are_together(match):
                return None
            match.play(4, by_character, moving(1, c.NOTHING), script)
            trust.append(match.table.meter[0][c.TRUST])
        found.append(trust[1] - trust[0])
    return found[0], found[1]


FACTS: Final = (
    Fact(
        key="SF1",
        claim="Merging does not guarantee lower costs: the mean effect is small, the spread wide, "
        "and gains come late.",
        strength=3,
        sources=("MEL10", "MEL15", "CRA67"),
        how="In round 2 a co-operative merges with another seat or, in half of the matches, with a "
        "neighbour. Efficiency two rounds later is compared with the same match without the "
        "merger, weighed by volume.",
        experiment=gains_of_mergers,
        checks=(
            Check("Mergers without any gain", "% of mergers", 30, 60),
            Check("Mean gain in efficiency", "points", 0, 8),
        ),
        leaves_out="Scale lowers unit cost besides; the fact is about efficiency.",
    ),
    Fact(
        key="SF2",
        claim="The smaller, absorbed partner gains more efficiency than the larger one.",
        strength=2,
        sources=("CRA67",),
        how="As SF1; the gain of the smaller side less that of the larger side of each merger.",
        experiment=gains_by_size,
        checks=(Check("Gain of the smaller less the larger", "points", 0),),
        by_rule="the numbers gain_smaller and gain_larger say so",
    ),
    Fact(
        key="SF3",
        claim="Growth by merger lowers trust and involvement, because members no longer "
        "understand the business.",
        strength=3,
        sources=("NSS12", "NKN09", "SFC12"),
        how="Two co-operatives merge and nobody informs or represents; two rounds later members "
        "and trust are compared with the same match without the merger.",
        experiment=trust_after_mergers,
        checks=(
            Check("Members after two rounds", "points", most=0),
            Check("Trust after two rounds", "points", most=0),
        ),
    ),
    Fact(
        key="SF4",
        claim="Members stay committed after a merger when they feel that they take part in "
        "governance.",
        strength=3,
        sources=("ON09", "BAR12", "ACT15", "HR20"),
        how="After a merger both districts inform and represent in turn for three rounds, or do "
        "nothing; members are compared with those before the merger.",
        experiment=taking_part,
        checks=(
            Check("Members with organising", "% of before", 90),
            Check("Members without organising", "% of before", most=90),
            Check("Without less with organising", "points of %", most=0),
        ),
    ),
    Fact(
        key="SF6",
        claim="Mergers fail at the vote mostly for social reasons rather than for the gain that "
        "is expected.",
        strength=3,
        sources=("MEL21", "BELO3", "GFA1"),
        how="After four rounds of play by characters: how far each reason moves the chance of a "
        "vote between any two seats, as a standard deviation, less that of the expected gain.",
        experiment=reasons_of_votes,
        checks=(
            Check("Trust moves the vote more than gain", "points", 0),
            Check("Ties move the vote more than gain", "points", 0),
            Check("Openness moves the vote more than gain", "points", 0),
        ),
    ),
    Fact(
        key="SF7",
        claim="Different ambitions can sink a merger late, when time and money are spent already.",
        strength=2,
        sources=("ARCA",),
        how="Two co-operatives hold their votes, once with equal ambitions and once with opposite "
        "ones.",
        experiment=mismatch_sinks,
        checks=(
            Check("More talks fail with opposite ambitions", "points of %", 0),
            Check("Coins after failed talks", "coins", most=0),
        ),
        by_rule="vote_mismatch and failed_coins say so",
        leaves_out="Ownership systems do not enter the vote, only ambitions do.",
    ),
    Fact(
        key="SF8",
        claim="Cooperation step by step builds the trust that later allows integration.",
        strength=2,
        sources=("EVEN", "HASP"),
        how="The same two co-operatives vote on a merger in round 5: after talks and a pact, or "
        "after four rounds without any.",
        experiment=steps_before,
        checks=(Check("More mergers pass after joint steps", "points of %", 0),),
    ),
    Fact(
        key="SF9",
        claim="A difference in size hurts a merger unless the smaller side is guaranteed a say.",
        strength=2,
        sources=("GFA2", "MILFC3", "WAL3", "SRUC10"),
        how="Two co-operatives divide the same volume equally, or one to three. First the chance "
        "of their merger at voice 30 and 80; then, after merging, trust of the smaller district "
        "four rounds later, with and without representing.",
        experiment=unequal_partners,
        checks=(
            Check("Chance with a partner three times as large", "points of %", most=0),
            Check("Of which much voice saves", "points of %", 0),
            Check("Trust of the smaller district", "points", most=0),
            Check("Of which representing saves", "points", 0),
        ),
    ),
)
"""SF5 stands with the members."""
