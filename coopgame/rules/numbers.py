"""The numbers of the rulebook: names, units, ranges and starting values.

A scenario's `rules:` block may change any of them. Source keys point to the research the
starting values were fitted to; they are starting values, not results about co-operatives.
"""

from dataclasses import dataclass, field, fields
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class NumberHelp:
    """What a designer should know of one number."""

    unit: str
    help: str
    least: int
    most: int


def _number(value: int, unit: str, least: int, most: int, help_: str) -> Any:  # noqa: ANN401
    """Declare one number with its help, so that the reference page is generated from here."""
    return field(default=value, metadata={"help": NumberHelp(unit, help_, least, most)})


@dataclass(frozen=True, slots=True)
class Numbers:
    """All numbers of the rules, as one value that never changes during a match."""

    # power and region
    power_half: int = _number(
        140, "tenths of volume", 20, 1000, "volume at which bargaining power reaches half"
    )
    pact_weight: int = _number(
        50, "per cent", 0, 100, "part of a pact partner's volume that counts for power"
    )
    pact_thinning: int = _number(
        60, "per cent", 0, 200, "how much every further pact thins that part"
    )
    outside_start: int = _number(
        67, "per cent", 0, 300, "volume outside the co-operatives, of the seats' total"
    )
    # the market
    index_noise: int = _number(
        9, "index points", 0, 40, "largest surprise on the price track, each way"
    )
    glut_growth: int = _number(
        150, "per cent", 0, 300, "how strongly extra volume adds to the glut"
    )
    steadier: int = _number(
        50, "per cent", 0, 100, "how much a full regional share damps the price index"
    )
    glut_bite: int = _number(29, "per cent", 0, 100, "part of the price that a full glut takes")
    market_power: int = _number(
        59, "per cent", 0, 100, "part of a stage's margin that full power earns on the market"
    )
    scarcity: int = _number(
        53, "per cent", 0, 200, "how much a price above normal adds on the open market"
    )
    scarcity_pact: int = _number(24, "per cent", 0, 200, "the same inside a pact")
    pact_swing: int = _number(70, "per cent", 0, 100, "price swing that a pact lets through")
    pact_pressure: int = _number(
        88, "per cent", 0, 100, "buyers' pressure that a pact lets through"
    )
    pact_glut: int = _number(75, "per cent", 0, 100, "glut exposure that a pact lets through")
    contract_share: int = _number(
        40, "per cent", 0, 100, "part of a stage's margin that a contract leaves you"
    )
    contract_asymmetry: int = _number(
        14, "per cent", 0, 100, "what full size difference takes from that part"
    )
    contract_power: int = _number(
        10, "per cent", 0, 100, "what a partner's power above 50 takes from that part"
    )
    contract_years: int = _number(
        5, "points", 0, 20, "most that years of contract add to that part"
    )
    fixed_price: int = _number(5, "points", 0, 40, "what a fixed price costs of that part")
    fixed_cover: int = _number(
        80, "per cent", 0, 100, "part of the home price that a fixed contract covers"
    )
    own_swing: int = _number(
        80, "per cent", 0, 200, "how much an own facility follows the price index"
    )
    own_glut: int = _number(30, "per cent", 0, 100, "what a full glut takes from an own facility")
    running_cost: int = _number(58, "points", 0, 150, "cost of a full facility, before efficiency")
    quality_price: int = _number(
        224, "divisor", 20, 2000, "smaller means quality above 30 earns more"
    )
    unit_cost: int = _number(21, "points", 0, 100, "cost of a unit at efficiency 40")
    home_reference: int = _number(
        45, "per cent", 5, 100, "home share of the price at which unit cost is stated"
    )
    scale_cost: int = _number(11, "points", 0, 100, "cost that shrinks with the group's volume")
    # money
    keep_normal: int = _number(10, "per cent", 0, 100, "part of the surplus kept in a normal round")
    keep_hold: int = _number(22, "per cent", 0, 100, "part of the surplus kept after hold")
    hold_coins: int = _number(7, "coins", 0, 20, "coins put aside by hold")
    debt_years: int = _number(5, "rounds", 1, 30, "rounds in which a debt is paid back")
    interest: int = _number(4, "per cent", 0, 50, "interest on debt each round")
    purse_limit: int = _number(35, "coins", 5, 500, "capital above which a part is paid out")
    # facilities
    own_money: int = _number(37, "per cent", 0, 100, "own money a facility needs [COBT1]")
    facility_base: int = _number(15, "coins", 0, 200, "fixed cost of a facility at a share of 30")
    facility_volume: int = _number(
        3, "coins a volume", 0, 40, "cost of a facility for each whole volume"
    )
    facility_price: int = _number(
        100, "per cent", 10, 300, "price level of facilities in this scenario"
    )
    bank_base: int = _number(
        55, "per cent", 0, 100, "chance that the bank says yes, before reasons"
    )
    bank_refusal_members: int = _number(4, "points", 0, 30, "members lost when the bank refuses")
    collective_money: int = _number(8, "per cent", 0, 60, "extra own money asked from a collective")
    collective_bank: int = _number(15, "points", 0, 60, "lower chance at the bank for a collective")
    collective_start: int = _number(3, "coins", 0, 40, "coins a collective saves at its start")
    # members
    members_pull: int = _number(
        25, "per cent", 1, 100, "part of the way members move to their target"
    )
    members_gap: int = _number(
        2, "points a point", 0, 10, "members lost for each point paid less than rivals"
    )
    kept_back: int = _number(14, "points", 0, 60, "members lost by holding without openness")
    size_members: int = _number(
        14, "hundredths", 0, 60, "members lost by each tenth of volume above 100, unheard [SF33]"
    )
    leave_limit: int = _number(15, "per cent", 0, 60, "most volume that leaves in a round")
    overruled: int = _number(5, "points", 0, 40, "members lost by a district that is overruled")
    overruled_autonomy: int = _number(
        6, "points", 0, 40, "autonomy lost by a district that is overruled"
    )
    # votes
    vote_base: int = _number(70, "per cent", 0, 100, "chance of a yes vote before reasons [MEL21]")
    vote_facility: int = _number(
        95, "per cent", 0, 150, "chance of a yes vote on an own facility, before reasons"
    )
    vote_tie: int = _number(80, "per cent", 0, 300, "weight of ties in a vote")
    vote_trust: int = _number(100, "per cent", 0, 300, "weight of trust in a vote")
    vote_openness: int = _number(50, "per cent", 0, 300, "weight of openness in a vote")
    vote_voice: int = _number(20, "per cent", 0, 300, "weight of voice in a vote")
    vote_mismatch: int = _number(45, "per cent", 0, 300, "weight of different ambitions in a vote")
    vote_asymmetry: int = _number(60, "per cent", 0, 300, "weight of size difference in a vote")
    vote_pact: int = _number(10, "points", 0, 60, "added after a pact of two rounds [EVEN]")
    vote_again: int = _number(6, "points", 0, 30, "added for each earlier failed vote, two at most")
    vote_voice_floor: int = _number(
        0, "points", 0, 100, "voice below which a large co-operative cannot call a vote"
    )
    # mergers
    merger_coins: int = _number(3, "coins", 0, 40, "what a merger costs each side")
    failed_coins: int = _number(1, "coins", 0, 40, "what a failed vote costs each side")
    failed_members: int = _number(2, "points", 0, 40, "members lost by a failed vote")
    failed_tie: int = _number(4, "points", 0, 40, "tie lost by a failed vote")
    merger_members: int = _number(5, "points", 0, 60, "members lost by a merger without voice")
    merger_openness: int = _number(8, "points", 0, 60, "openness lost by a merger")
    merger_voice: int = _number(6, "points", 0, 60, "voice lost by a merger")
    digest: int = _number(3, "rounds", 0, 10, "rounds a merger takes to digest")
    gain_larger: int = _number(
        3, "points", -40, 40, "mean late efficiency gain of the larger side [CRA67]"
    )
    gain_larger_spread: int = _number(8, "points", 0, 40, "its spread")
    gain_smaller: int = _number(
        6, "points", -40, 40, "mean late efficiency gain of the smaller side [CRA67]"
    )
    gain_smaller_spread: int = _number(6, "points", 0, 40, "its spread")
    distress_gain: int = _number(4, "points", 0, 40, "gain lost by a merger in distress [SC11]")
    # contracts
    consent_base: int = _number(
        40, "per cent", 0, 100, "chance that a partner consents, before reasons"
    )
    consent_power: int = _number(
        20, "per cent", 0, 100, "how much choosier a partner's power above 50 makes it"
    )
    break_base: int = _number(
        3, "per cent", 0, 100, "chance that a contract breaks in a round, before reasons"
    )
    break_mismatch: int = _number(
        25, "per cent", 0, 100, "weight of different ambitions in breaking"
    )
    break_asymmetry: int = _number(30, "per cent", 0, 100, "weight of size difference in breaking")
    drop_glut: int = _number(
        48, "points", 0, 100, "glut from which partners drop suppliers [FC443]"
    )
    # ties and their decay
    dialogue: int = _number(9, "points", 0, 40, "tie gained by dialogue, both ways")
    dialogue_again: int = _number(
        2, "points", 0, 40, "more when it is the second round running [OWG92]"
    )
    dialogue_heard: int = _number(
        2, "points", 0, 20, "tie gained with each other seat, which hears that one talks"
    )
    pact_consent: int = _number(
        5, "per cent", 0, 100, "chance that a neighbour agrees to a pact, before reasons"
    )
    tie_decay: int = _number(4, "points", 0, 20, "tie lost each round")
    openness_decay: int = _number(5, "points", 0, 20, "openness lost each round")
    voice_decay: int = _number(5, "points", 0, 20, "voice lost each round")
    early_leave: int = _number(12, "points", 0, 60, "tie lost by leaving before the term")
    # organise and specialise
    organise: int = _number(13, "points", 0, 40, "openness or voice gained by organising")
    organise_members: int = _number(6, "points", 0, 40, "members gained by organising")
    quality_step: int = _number(7, "points", 0, 40, "quality gained by specialising")
    quality_coins: int = _number(8, "coins a 10 volumes", 0, 60, "price of specialising")
    open_up_coins: int = _number(4, "coins", 0, 60, "capital that consumers bring")
    open_up_trust: int = _number(3, "points", 0, 40, "trust gained by opening up")
    mixed_cost: int = _number(
        2, "coins", 0, 20, "extra cost of a strategic move in a mixed co-operative [LUND]"
    )
    mixed_pressure: int = _number(
        75, "per cent", 0, 100, "buyers' pressure that a mixed co-operative lets through"
    )
    mixed_swing: int = _number(
        90, "per cent", 0, 100, "price swing that a mixed co-operative lets through"
    )
    mixed_autonomy: int = _number(8, "points", 0, 60, "autonomy that consumers at the table take")
    # meters
    meter_pull: int = _number(
        40, "per cent", 1, 100, "part of the way a meter moves to what supports it"
    )
    outvoted: int = _number(
        30,
        "per cent",
        0,
        200,
        "how much more voice tells for trust of a district others can outvote",
    )
    pact_autonomy: int = _number(14, "per cent", 0, 100, "autonomy given up for each pact")
    market_autonomy: int = _number(
        57, "per cent", 0, 100, "autonomy a weak seller loses to strong buyers"
    )
    contract_autonomy: int = _number(
        30, "per cent", 0, 100, "autonomy a contract with full size difference costs"
    )
    contract_control: int = _number(
        55, "points", 0, 100, "price control that a contract gives in its stage"
    )
    # trouble
    takeover_members: int = _number(40, "points", 0, 100, "members below which debt means trouble")
    takeover_coins: int = _number(12, "coins", 0, 100, "coins the buyer brings")
    takeover_autonomy: int = _number(25, "points", 0, 100, "autonomy lost to the buyer")
    takeover_trust: int = _number(8, "points", 0, 100, "trust lost by a takeover")
    chain_price: int = _number(
        28, "points", 0, 200, "mean price at which the chain's price goal is met"
    )
    chain_share: int = _number(
        60, "per cent", 0, 100, "regional share at which the chain's share goal is met"
    )
    chain_ties: int = _number(
        45, "points", 0, 100, "mean tie at which the chain's trust goal is met"
    )
    collapse_volume: int = _number(
        15, "per cent", 0, 100, "total volume left below which the chain collapses"
    )


def number_help() -> dict[str, tuple[int, NumberHelp]]:
    """Return name -> (default, help) for every number, in the order of the rulebook."""
    return {f.name: (int(f.default), f.metadata["help"]) for f in fields(Numbers)}  # type: ignore[arg-type]


STANDARD: Final = Numbers()
"""The numbers of a scenario that changes none."""
