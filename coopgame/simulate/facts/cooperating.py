"""Facts about ties, talks, federations, kinds and crises [SF10, SF23, SF24, SF28-SF32, SF34]."""

from collections.abc import Sequence
from typing import Final

from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules import playbook as p
from coopgame.rules.agreements import has_pact, make_pact
from coopgame.rules.card_rows import (
    AMOUNT_OF,
    AMOUNT_PLUS,
    CHANGE,
    CONSTANT,
    EFFECT_AMOUNT,
    EFFECT_LATER,
    EFFECT_WHAT,
    EFFECT_WHO,
    EFFECT_WORD,
    MAKE_PACT,
    TO_SELF,
)
from coopgame.rules.journal import BEFORE, CAUSE, KIND, WHO
from coopgame.rules.playbook import Playbook
from coopgame.simulate.facts.estimates import Effect, mean_of, share_of, spread_of
from coopgame.simulate.facts.fact import Check, Fact
from coopgame.simulate.facts.lab import Case, Lab, Match, Script, by_character, still
from coopgame.simulate.facts.scripts import (
    are_together,
    both,
    dealing,
    effect_rows,
    has_effect,
    idle,
    lay,
    lay_ties,
    lay_volume,
    moving,
    option_of,
    write_move,
)

SURE: Final = 300
_LAID: Final = (causes.START, c.NOBODY, 0)


# SF10 -----------------------------------------------------------------------


def weak_ties(lab: Lab) -> tuple[Effect, ...]:
    """Play SF10: proposals of a pact to a seat and to a neighbour, at ties 20 and 60."""
    low = [_proposals(case, 20) for case in lab.cases()]
    high = [_proposals(case, 60) for case in lab.cases()]
    return (
        share_of([seat for seat, _ in low]),
        share_of([neighbour for _, neighbour in low]),
        mean_of([100 * (b[0] - a[0]) for a, b in zip(low, high, strict=True)]),
        mean_of([100 * (b[1] - a[1]) for a, b in zip(low, high, strict=True)]),
    )


def _proposals(case: Case, tie: int) -> tuple[bool, bool]:
    """Return whether seat 1 and whether a neighbour agrees to a pact."""
    match = Match(case)
    lay_ties(match, tie)
    with_seat, with_neighbour = match.branch(), match
    with_seat.play(1, by_character, idle(1, 2, 3), moving(0, c.COORDINATE, 1))
    with_seat.play(1, by_character, idle(0, 1, 2, 3))
    asks = moving(0, c.COORDINATE, c.NEIGHBOUR_PARTY)
    with_neighbour.play(1, by_character, idle(1, 2, 3), asks)
    agreed = has_pact(with_neighbour.table, 0, c.NEIGHBOUR_PARTY)
    return has_pact(with_seat.table, 0, 1), agreed


# SF23 -----------------------------------------------------------------------


def specialities(lab: Lab) -> tuple[Effect, ...]:
    """Play SF23: four tries at a speciality: alone, large, in a group, and out of it again."""
    alone, large, inside, spawned = [], [], [], []
    for case in lab.with_numbers(vote_base=SURE).cases():
        small, big = _specialist(case, 80), _specialist(case, 300)
        for match in (small, big):
            match.play(1, still)
        first = small.branch().play(4, still, _special())
        alone.append(first.table.quality[0])
        large.append(big.play(4, still, _special()).table.quality[0] - alone[-1])
        group = _specialist(case, 80).play(1, still, both(c.MERGE))
        if not are_together(group):
            continue
        left = group.branch().play(1, still, moving(0, c.LEAVE, term=c.LEAVE_GROUP))
        group.play(1, still)
        group.play(4, still, _special(), _other_wish)
        inside.append(group.table.quality[0] - alone[-1])
        if not are_together(left):
            spawned.append(
                left.play(4, still, _special()).table.quality[0] - group.table.quality[0]
            )
    return mean_of(large), mean_of(inside), mean_of(spawned)


def _specialist(case: Case, volume: int) -> Match:
    """Lay a match in which money is no reason and seat 1 is three times as large."""
    match = Match(case)
    lay_volume(match, 0, volume)
    lay_volume(match, 1, 240)
    for seat in (0, 1):
        lay(match, seat, c.Q_CAPITAL, 200)
    return match


def _special() -> Script:
    return moving(0, c.SPECIALISE)


def _other_wish(match: Match) -> None:
    """Let the larger district want something else of the group each round."""
    write_move(match.table, 1, c.COORDINATE, 2)


# SF24 -----------------------------------------------------------------------


def weighted_votes(lab: Lab) -> tuple[Effect, ...]:
    """Play SF24: votes by volume or equal votes on the card, and a veto in a group."""
    gains, trust, cushion = [], [], []
    for case in lab.only(_has_votes).with_numbers(vote_base=SURE).cases():
        apart = [_votes_apart(case, tie) for tie in (35, 80)]
        if apart[0] is None or apart[1] is None:
            continue
        gains.append(apart[0][0])
        trust.append(apart[0][1])
        cushion.append(apart[1][1] - apart[0][1])
    vetoed = [100 * (_large_acts(case, 30) - _large_acts(case, 90)) for case in lab.cases()]
    return mean_of(gains), mean_of(trust), mean_of(cushion), mean_of(vetoed)


def _has_votes(book: Playbook) -> bool:
    return option_of(book, "one_vote", "by_volume") is not None


def _votes_apart(case: Case, tie: int) -> tuple[int, int] | None:
    """Return efficiency and trust two rounds after votes by volume, less equal votes."""
    weighted, equal = (option_of(case[0], "one_vote", name) for name in ("by_volume", "keep_equal"))
    assert weighted is not None
    assert equal is not None
    start = Match(case)
    lay_ties(start, tie)
    one, other = start.branch(), start
    one.play(1, still, dealing(weighted[0], 0, weighted[1]))
    other.play(1, still, dealing(equal[0], 0, equal[1]))
    if one.table.efficiency[0] <= Match(case).table.efficiency[0]:
        return None  # the members said no
    for match in (one, other):
        match.play(1, still)
    trust = one.table.meter[0][c.TRUST] - other.table.meter[0][c.TRUST]
    return one.table.efficiency[0] - other.table.efficiency[0], trust


def _large_acts(case: Case, voice: int) -> bool:
    """Tell whether the large district of a group of three gets its move past two small ones."""
    match = Match(case)
    for seat, volume in enumerate((200, 60, 60)):
        lay_volume(match, seat, volume)
        lay(match, seat, c.Q_VOICE, voice)
        match.table.group[seat] = 0

    def wishes(now: Match) -> None:
        write_move(now.table, 0, c.COORDINATE, 3)
        for seat in (1, 2):
            write_move(now.table, seat, c.SPECIALISE)

    return match.play(1, still, wishes).table.acted_move[0] == c.COORDINATE


# SF28 -----------------------------------------------------------------------


def federations(lab: Lab) -> tuple[Effect, ...]:
    """Play SF28: four co-operatives that begin in one federation, led by characters."""
    ended, strong = [], []
    for case in lab.cases():
        match = Match(case)
        _federate(match)
        volumes = match.table.volume[:4]
        large, small = volumes.index(max(volumes)), volumes.index(min(volumes))
        left = [0] * 4
        for _ in range(8):
            match.play(1, by_character, _count_leaving(left))
        ended += [not _is_federated(match, a, b) for a in range(4) for b in range(a)]
        strong.append(100 * ((left[large] > 0) - (left[small] > 0)))
    return share_of(ended), mean_of(strong)


def _federate(match: Match) -> None:
    match.table.round_now = 1
    for a in range(4):
        for b in range(a):
            make_pact(match.table, match.book, match.log, a, b, _LAID)
    match.table.round_now = 0


def _is_federated(match: Match, a: int, b: int) -> bool:
    return match.table.pact[a][b] > 0


def _count_leaving(left: list[int]) -> Script:
    def script(match: Match) -> None:
        for seat in range(4):
            leaves = match.table.move[seat] == c.LEAVE
            left[seat] += leaves and match.table.move_term[seat] == c.LEAVE_PACT

    return script


# SF29 -----------------------------------------------------------------------


def talks_and_sanctions(lab: Lab) -> tuple[Effect, ...]:
    """Play SF29: a pact with talks every second round, one talk, or a sanction only."""
    often, once, sanction = [], [], []
    for case in lab.cases():
        start = Match(case).play(1, still, both(c.COORDINATE))
        often.append(_tie(start.branch(), (2, 4, 6, 8), ()))
        once.append(_tie(start.branch(), (2,), ()))
        sanction.append(_tie(start, (), (3, 6)))
    return (
        mean_of([a - b for a, b in zip(often, once, strict=True)]),
        mean_of([a - b for a, b in zip(once, sanction, strict=True)]),
    )


def _tie(match: Match, talks: Sequence[int], sanctions: Sequence[int]) -> float:
    """Return the tie of seats 0 and 1 at the end; after a sanction they pact again."""

    def script(now: Match) -> None:
        table = now.table
        if table.round_now in talks:
            write_move(table, 0, c.DIALOGUE, 1)
        elif table.round_now in sanctions:
            write_move(table, 0, c.LEAVE, 1, term=c.LEAVE_PACT)
        elif not has_pact(table, 0, 1):
            both(c.COORDINATE)(now)

    match.play(7, still, script)
    return (match.table.tie[0][1] + match.table.tie[1][0]) / 2


# SF30 -----------------------------------------------------------------------


def conflicts(lab: Lab) -> tuple[Effect, ...]:
    """Play SF30: the same conflict by card, among strangers and among friends."""
    apart, strangers = [], []
    for case in lab.cases():
        options = conflict_options(case[0])
        option = options[case[1] % len(options)]
        lost = [_lost_by_conflict(case, option, tie) for tie in (25, 75)]
        strangers.append(lost[0])
        apart.append(lost[1] - lost[0])
    return mean_of(apart), mean_of(strangers)


def conflict_options(book: Playbook) -> list[int]:
    """Return the options that cost the chooser three points of trust or more at once."""
    return [row for row in range(len(book.options)) if _trust_lost(book, row) >= 3]


def _trust_lost(book: Playbook, option: int) -> int:
    return -sum(
        _constant(book, row[EFFECT_AMOUNT])
        for row in effect_rows(book, option)
        if row[EFFECT_WORD] == CHANGE
        and row[EFFECT_WHO] == TO_SELF
        and row[EFFECT_WHAT] == c.Q_TRUST
        and row[EFFECT_LATER] == 0
    )


def _constant(book: Playbook, amount: int) -> int:
    row = book.amounts[amount]
    return row[AMOUNT_PLUS] if row[AMOUNT_OF] == CONSTANT else 0


def _lost_by_conflict(case: Case, option: int, tie: int) -> int:
    card = case[0].options[option][p.OPTION_CARD]
    calm = Match(case)
    lay_ties(calm, tie)
    torn = calm.branch().play(1, still, dealing(card, 0, option))
    calm.play(1, still)
    return torn.table.meter[0][c.TRUST] - calm.table.meter[0][c.TRUST]


# SF31 -----------------------------------------------------------------------


def mixed_kinds(lab: Lab) -> tuple[Effect, ...]:
    """Play SF31: the same co-operative with consumers from the start, and without."""
    trust, swings, costs = [], [], []
    for case in lab.cases():
        found = []
        for kind in (c.PRODUCER, c.MIXED):
            match = Match(case, keeps_log=True)
            match.table.kind[0] = kind
            prices = []
            for _ in range(8):
                match.play(1, still, _strategic)
                prices.append(match.table.paid[0])
            found.append(
                (match.table.meter[0][c.TRUST], spread_of(prices[1:]), _paid_to_move(match))
            )
        plain, mixed = found
        trust.append(mixed[0] - plain[0])
        swings.append(mixed[1] - plain[1])
        costs.append(mixed[2] - plain[2])
    return mean_of(trust), mean_of(swings), mean_of(costs)


def _strategic(match: Match) -> None:
    """Let seat 0 ask another seat for a pact in every second round."""
    if match.table.round_now % 2:
        write_move(match.table, 0, c.COORDINATE, 1)


def _paid_to_move(match: Match) -> int:
    """Return the coins that seat 0 paid to be allowed to decide."""
    rows = match.log[1 : match.log[0][0] + 1]
    return sum(
        row[BEFORE] - row[BEFORE + 1]
        for row in rows
        if row[KIND] == c.Q_CAPITAL and row[WHO] == 0 and row[CAUSE] == causes.MOVE_COST
    )


# SF32 -----------------------------------------------------------------------


def crises(lab: Lab) -> tuple[Effect, ...]:
    """Play SF32: what is founded in a crash and in a calm market, and mergers in distress."""
    founded = []
    crash, calm = lab.with_index(_CRASH), lab.with_index([100] * len(_CRASH))
    for bad, good in zip(crash.cases(2), calm.cases(2), strict=True):
        founded.append(_founded(bad) - _founded(good))
    gains = [_gain_in_distress(case) for case in lab.with_numbers(vote_base=SURE).cases()]
    return mean_of(founded), mean_of([gain for gain in gains if gain is not None])


_CRASH: Final = (100, 100, 100, 60, 55, 55, 80, 95)


def _founded(case: Case) -> int:
    """Return how many labels, brands and joint ventures are founded from round 4 on."""
    match = Match(case).play(3, by_character)
    options = founding_options(case[0])
    count = 0
    for _ in range(5):
        match.play(1, by_character)
        count += sum(match.table.acted_option[seat] in options for seat in range(4))
    return count


def founding_options(book: Playbook) -> frozenset[int]:
    """Return the options that found something: a pact, or a quality of one's own."""
    return frozenset(
        row
        for row in range(len(book.options))
        if has_effect(book, row, MAKE_PACT) or _raises_quality(book, row)
    )


def _raises_quality(book: Playbook, option: int) -> bool:
    return any(
        row[EFFECT_WORD] == CHANGE
        and row[EFFECT_WHAT] == c.Q_QUALITY
        and _constant(book, row[EFFECT_AMOUNT]) > 0
        for row in effect_rows(book, option)
    )


def _gain_in_distress(case: Case) -> int | None:
    """Return the efficiency gained by a merger in distress, less by the same one in health."""
    gains = []
    for capital, members in ((0, 25), (20, 60)):
        plain = Match(case)
        for seat in (0, 1):
            lay(plain, seat, c.Q_CAPITAL, capital)
            lay(plain, seat, c.Q_MEMBERS, members)
        merged = plain.branch().play(1, still, both(c.MERGE))
        if not are_together(merged):
            return None
        merged.play(2, still)
        plain.play(3, still)
        gains.append(merged.table.efficiency[0] - plain.table.efficiency[0])
    return gains[0] - gains[1]


# SF34 -----------------------------------------------------------------------


def eroded_spirit(lab: Lab) -> tuple[Effect, ...]:
    """Play SF34: eight rounds of characters, with ties as laid and 20 points lower."""
    trust, prices = [], []
    for case in lab.cases():
        good, eroded = Match(case), Match(case)
        _erode(eroded, 20)
        for match in (good, eroded):
            match.play(8, by_character)
        trust.append((_sum_of_trust(eroded) - _sum_of_trust(good)) / 4)
        prices.append((sum(eroded.table.paid_sum) - sum(good.table.paid_sum)) / 32)
    return mean_of(trust), mean_of(prices)


def _erode(match: Match, points: int) -> None:
    table = match.table
    for seat in range(4):
        for row in (table.tie[seat], table.partner_tie[seat], table.neighbour_tie[seat]):
            for place, tie in enumerate(row):
                row[place] = max(0, tie - points)
        table.tie[seat][seat] = 100


def _sum_of_trust(match: Match) -> int:
    return sum(match.table.meter[seat][c.TRUST] for seat in range(4))


FACTS: Final = (
    Fact(
        key="SF10",
        claim="Where co-operatives hardly know each other they compete and agree on nothing.",
        strength=2,
        sources=("DH22",),
        how="A co-operative proposes a pact to another seat, led by a character, and to a "
        "neighbour, with all ties at 20 or at 60.",
        experiment=weak_ties,
        checks=(
            Check("Pacts with a seat at ties 20", "% of proposals", most=25),
            Check("Pacts with a neighbour at ties 20", "% of proposals", most=25),
            Check("More with a seat at ties 60", "points of %", 0),
            Check("More with a neighbour at ties 60", "points of %", 0),
        ),
    ),
    Fact(
        key="SF23",
        claim="In a big co-operative the majority blocks specialities; a new small one gets round "
        "this.",
        strength=2,
        sources=("QUAL", "DH20"),
        how="Four tries at a speciality: with 8 volumes, with 30, as a district of a group whose "
        "larger district wants something else, and after leaving that group.",
        experiment=specialities,
        checks=(
            Check("Quality of a large one, less of a small one", "points", most=0),
            Check("Quality in a group, less alone", "points", most=0),
            Check("Quality after leaving, less in the group", "points", 0),
        ),
    ),
    Fact(
        key="SF24",
        claim="Equal votes let many small members stop efficient plans; votes by volume raise "
        "efficiency but cost trust.",
        strength=2,
        sources=("VOTE", "REYN97", "EMB19"),
        how="The card on votes, answered by volume or equal, at ties 35 and 80, two rounds later; "
        "and a large district that wants a move which two small ones do not, with votes by "
        "volume (voice 30) and equal votes (voice 90).",
        experiment=weighted_votes,
        checks=(
            Check("Efficiency by volume, less equal votes", "points", 0),
            Check("Trust by volume, less equal votes", "points", most=0),
            Check("Of which good ties save", "points", 0),
            Check("Moves of the large that equal votes stop", "points of %", 0),
        ),
        by_rule="the card and the tally of groups say so",
    ),
    Fact(
        key="SF28",
        claim="A federation keeps autonomy but drifts to a merger or loses its strongest members.",
        strength=2,
        sources=("TERRA1", "MON", "BIJ-KSF"),
        how="Four co-operatives begin with pacts between all of them; characters play eight "
        "rounds.",
        experiment=federations,
        checks=(
            Check("Links of the federation that end", "% of links", 20),
            Check("Largest that leave, less smallest", "points of %", 0),
        ),
        leaves_out="Pacts carry no transfers from strong to weak.",
    ),
    Fact(
        key="SF29",
        claim="Repeated talks sustain cooperation; sanctions alone do not.",
        strength=3,
        sources=("OWG92", "CG16"),
        how="Two co-operatives with a pact talk every second round, talk once, or never talk but "
        "leave the pact twice as a sanction; their tie after eight rounds.",
        experiment=talks_and_sanctions,
        checks=(
            Check("Tie with repeated talks, less one talk", "points", 0),
            Check("Tie with one talk, less sanctions", "points", 0),
        ),
    ),
    Fact(
        key="SF30",
        claim="Dense ties let small co-operatives succeed in spite of conflict.",
        strength=2,
        sources=("PRIM",),
        how="One answer to a card that costs three points of trust or more, drawn for each match, "
        "with all ties at 25 and at 75.",
        experiment=conflicts,
        checks=(
            Check("Trust that ties save in a conflict", "points", 0),
            Check("Trust among strangers after a conflict", "points", most=0),
        ),
        by_rule="a shock to trust is felt less by those whom others believe",
        leaves_out="A respected leader and self-made rules are cards only.",
    ),
    Fact(
        key="SF31",
        claim="Mixed co-operatives are slower but not less stable, and are trusted more.",
        strength=2,
        sources=("LUND", "AGRI1"),
        how="A co-operative with consumers in it from the start, and the same without; in every "
        "second round it asks for a pact.",
        experiment=mixed_kinds,
        checks=(
            Check("Trust after eight rounds", "points", 0),
            Check("Swing of the price", "points", most=0),
            Check("Coins paid to decide", "coins", 0),
        ),
    ),
    Fact(
        key="SF32",
        claim="A crisis brings new co-operatives and labels, and emergency mergers that do worse.",
        strength=2,
        sources=("FAIR4", "MHC1", "SC11"),
        how="Characters play while the price index falls to 55 in rounds 4 to 6, or stays at 100: "
        "answers that found a pact or a quality of one’s own from round 4 on. And a merger in "
        "distress against one in health.",
        experiment=crises,
        checks=(
            Check("Founded in a crash, less in calm years", "a match", 0),
            Check("Gain of a merger in distress, less in health", "points", most=0),
        ),
    ),
    Fact(
        key="SF34",
        claim="When the spirit of co-operation erodes, co-operatives do worse later.",
        strength=1,
        sources=("VDH09",),
        how="Characters play eight rounds, with ties as laid and with all ties 20 points lower.",
        experiment=eroded_spirit,
        checks=(
            Check("Trust after eight rounds", "points", most=0),
            Check("Price over eight rounds", "points", most=0),
        ),
    ),
)
