"""Facts about markets and money: glut, region, quality, own plants, takeovers [SF20-22, SF25-27]."""

from collections.abc import Callable, Sequence
from typing import Final

from coopgame.rules import codes as c
from coopgame.rules.chances import facility_cost
from coopgame.rules.measures import next_stage, power, total_volume
from coopgame.rules.playbook import CARD_ROLE, ROLE_TAKEOVER
from coopgame.simulate.facts.estimates import Effect, mean_of, share_of, spread_of
from coopgame.simulate.facts.fact import Check, Fact
from coopgame.simulate.facts.lab import Case, Lab, Match, Script, still
from coopgame.simulate.facts.scripts import lay, lay_facility, lay_volume, moving


def _nothing(match: Match) -> None:
    """Let an experiment leave a match as it is."""


def _prices(
    case: Case,
    *,
    begin: Callable[[Match], None] = _nothing,
    rounds: int = 8,
    each: Script = _nothing,
) -> list[int]:
    """Return what seat 0 pays each round, after a beginning and with a script."""
    match = Match(case)
    begin(match)
    prices = []
    for _ in range(rounds):
        match.play(1, still, each)
        prices.append(match.table.paid[0])
    return prices


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def free_intake(lab: Lab) -> tuple[Effect, ...]:
    """Play SF20: in a glut, everybody takes 8 per cent more each round, or nobody does."""
    apart = []
    for case in lab.with_market(glut=50).cases():
        ruled, free = _prices(case), _prices(case, each=_take_more)
        apart.append(_mean(free[2:]) - _mean(ruled[2:]))
    return (mean_of(apart),)


def _take_more(match: Match) -> None:
    """Let every member deliver more; nothing is taken from elsewhere."""
    table = match.table
    for seat in range(table.seats):
        table.volume[seat] = min(400, table.volume[seat] + table.volume[seat] * 8 // 100)


def regional_share(lab: Lab) -> tuple[Effect, ...]:
    """Play SF21: a co-operative that stays alone in a region of 40 and of 67 per cent."""
    levels, swings = [], []
    for case in lab.cases():
        weak, strong = (_prices(case, begin=_outside(part)) for part in (150, 50))
        levels.append(_mean(strong[1:]) - _mean(weak[1:]))
        swings.append(spread_of(strong[1:]) - spread_of(weak[1:]))
    return mean_of(levels), mean_of(swings)


def _outside(part: int) -> Callable[[Match], None]:
    """Return a beginning with this much volume outside, per cent of the seats' total."""

    def begin(match: Match) -> None:
        match.table.outside = total_volume(match.table) * part // 100

    return begin


def power_and_quality(lab: Lab) -> tuple[Effect, ...]:
    """Play SF22: power by volume, and what quality does to price and volume."""
    slopes, prices, volumes = [], [], []
    for case in lab.cases():
        small, twice, large, giant = (_power_at(case, volume) for volume in (50, 100, 350, 400))
        slopes.append((twice - small) - (giant - large))
        plain, fine = Match(case), Match(case)
        lay(plain, 0, c.Q_QUALITY, 30)
        lay(fine, 0, c.Q_QUALITY, 80)
        for match in (plain, fine):
            match.play(1, still)  # before members answer the price, which is another fact
        prices.append(fine.table.paid[0] - plain.table.paid[0])
        volumes.append(100 * fine.table.volume[0] / plain.table.volume[0] - 100)
    return mean_of(slopes), mean_of(prices), mean_of(volumes)


def _power_at(case: Case, volume: int) -> int:
    match = Match(case)
    lay_volume(match, 0, volume)
    lay(match, 0, c.Q_QUALITY, 30)
    return power(match.table, match.book, 0)


def capital_needed(lab: Lab) -> tuple[Effect, ...]:
    """Play SF25: plans for an own plant with a quarter and with 60 per cent of its cost."""
    poor = [_builds(case, 25)[0] for case in lab.cases()]
    rich = [_builds(case, 60) for case in lab.cases(2)]
    refused = [(members, coins) for built, members, coins in rich if not built]
    return (
        share_of(poor),
        share_of([built for built, _, _ in rich]),
        mean_of([members for members, _ in refused]),
        mean_of([coins for _, coins in refused]),
    )


def _builds(case: Case, part: int) -> tuple[bool, int, int]:
    """Return whether a plant is begun, and what trying did to members and capital."""
    plain = Match(case)
    stage = next_stage(plain.table, 0)
    cost = facility_cost(plain.table, plain.book, 0, stage)
    lay(plain, 0, c.Q_CAPITAL, cost * part // 100)
    tried = plain.branch().play(1, still, moving(0, c.INTEGRATE, stage=stage))
    plain.play(1, still)
    members = tried.table.members[0] - plain.table.members[0]
    coins = tried.table.capital[0] - plain.table.capital[0]
    return tried.table.building[0][stage] > 0, members, coins


def use_of_plants(lab: Lab) -> tuple[Effect, ...]:
    """Play SF26: what a plant of one's own adds to the price at 60, 80 and 100 per cent of use."""
    nets = {use: [_net(case, use) for case in lab.cases()] for use in (60, 80, 100)}
    shock = lab.with_market(index=60, glut=70)
    hit = [_net(case, 100) for case in shock.cases()]
    return (
        mean_of([full - half for half, full in zip(nets[60], nets[100], strict=True)]),
        mean_of(nets[60]),
        mean_of(nets[100]),
        mean_of([bad - good for good, bad in zip(nets[100], hit, strict=True)]),
    )


def _net(case: Case, use: int) -> float:
    """Return the mean price of four rounds with a plant less that without, before any debt."""
    return _mean(_prices(case, begin=_plant(use), rounds=4)) - _mean(_prices(case, rounds=4))


def _plant(use: int) -> Callable[[Match], None]:
    def begin(match: Match) -> None:
        capacity = match.table.volume[0] * 100 // use
        lay_facility(match, 0, next_stage(match.table, 0), capacity)

    return begin


def takeovers(lab: Lab) -> tuple[Effect, ...]:
    """Play SF27: four rounds deep in the red with weak members, and in good health."""
    weak = [_is_taken_over(case, -40, 20) for case in lab.cases()]
    healthy = [_is_taken_over(case, 20, 60) for case in lab.cases()]
    poor = [_is_taken_over(case, -40, 70) for case in lab.cases()]
    return (
        share_of(weak),
        share_of(healthy),
        mean_of([100 * (a - b) for a, b in zip(weak, poor, strict=True)]),
    )


def _is_taken_over(case: Case, capital: int, members: int) -> bool:
    match = Match(case)
    lay(match, 0, c.Q_CAPITAL, capital)
    lay(match, 0, c.Q_MEMBERS, members)
    for _ in range(4):
        match.play(1, still)
        card = match.table.next_card
        if card >= 0 and match.book.cards[card][CARD_ROLE] == ROLE_TAKEOVER:
            return match.table.next_card_seat == 0
    return False


FACTS: Final = (
    Fact(
        key="SF20",
        claim="Taking in all that members deliver fills plants, but deepens gluts.",
        strength=2,
        sources=("LDA4", "MIL4"),
        how="In a market with glut 50 every co-operative takes 8 % more each round, or keeps its "
        "volume; the price of one of them from round 3 on.",
        experiment=free_intake,
        checks=(Check("Price without a volume rule", "points", most=0),),
    ),
    Fact(
        key="SF21",
        claim="The more of a region co-operatives hold, the higher and steadier the price, also "
        "for those who stay alone.",
        strength=3,
        sources=("HAN13", "MUL17", "BAV"),
        how="A co-operative without any link, in a region of which co-operatives hold 40 % or 67 %.",
        experiment=regional_share,
        checks=(
            Check("Price in the strong region", "points", 0),
            Check("Swing of the price in the strong region", "points", most=0),
        ),
        by_rule="the price index is calmed and raised by the regional share",
        leaves_out="Farms outside all co-operatives get the bare market price.",
    ),
    Fact(
        key="SF22",
        claim="A generic product gives little power however large one is; quality raises the price "
        "rather than the volume.",
        strength=2,
        sources=("AH21b", "SFC12", "BIOM1", "FAIR1"),
        how="Bargaining power at 5, 10, 35 and 40 volumes of generic product; then quality 80 "
        "against 30 for one round, before members answer the price.",
        experiment=power_and_quality,
        checks=(
            Check("First five volumes add more power than the last five", "points", 0),
            Check("Price with quality", "points", 0),
            Check("Volume with quality", "%", -3, 3),
        ),
        by_rule="power has diminishing returns in volume, and quality has a price",
    ),
    Fact(
        key="SF25",
        claim="Building an own plant is limited by capital: commitment is not enough without own "
        "money and credit.",
        strength=2,
        sources=("COBT1", "COBT2", "ILIO14"),
        how="A co-operative plans a plant with a quarter of its cost in the purse, and with 60 %; "
        "when it is refused, members and coins are compared with not having tried.",
        experiment=capital_needed,
        checks=(
            Check("Plants begun with a quarter of the cost", "% of plans", most=5),
            Check("Plants begun with 60 % of the cost", "% of plans", 30),
            Check("Members after a refusal", "points", most=0),
            Check("Coins after a refusal: most come back", "coins", -3),
        ),
        by_rule="own_money is asked, and the bank decides",
    ),
    Fact(
        key="SF26",
        claim="An own plant pays only when it is full; margins are thin and shocks hit hard.",
        strength=2,
        sources=("LDA1", "LDA3", "MIL6"),
        how="What an own plant next in the chain adds to the price over four rounds, at 60, 80 and "
        "100 % of use, before debt; and when full at price index 60 and glut 70.",
        experiment=use_of_plants,
        checks=(
            Check("Net at full use less at 60 %", "points", 0),
            Check("Net at 60 % of use", "points", most=0),
            Check("Net at full use", "points", 0),
            Check("Net at full use in a slump, less in normal years", "points", most=0),
        ),
    ),
    Fact(
        key="SF27",
        claim="Weak finances together with weak members open the door to an investor.",
        strength=3,
        sources=("SWP", "TERRA2", "TERRA3", "FG15"),
        how="Four rounds with capital −40 and members 20, with capital 20 and members 60, and with "
        "capital −40 and members 70.",
        experiment=takeovers,
        checks=(
            Check("Takeovers of the weak", "% of matches", 50),
            Check("Takeovers of the healthy", "% of matches", most=5),
            Check("More than of those with only weak finances", "points of %", 0),
        ),
        by_rule="two rounds of trouble bring the takeover card",
    ),
)
