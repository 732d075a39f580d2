"""What each move is worth to a sound board, whatever its character.

One short function for each move, from the option and the outlook to points. Chances, cost
and arrows shown with the option are weighed once, in `move_points`.
"""

from collections.abc import Callable
from typing import Final

from coopgame.bots.weighing import Outlook, Point, Points, likely, purse
from coopgame.rules.questions import Option


def move_points(option: Option, outlook: Outlook, *, thrift: int = 6) -> Points:
    """Weigh one move: its own reasons, shrunk to its chance, and the coins it costs."""
    reasons = _MOVES[option.kind](option, outlook)
    return (*likely(reasons, option.chance), *purse(option, outlook, thrift))


def _hold(_option: Option, outlook: Outlook) -> Points:
    own = outlook.own
    return (
        Point("why.money", 2 + max(0, 12 - own.capital) + outlook.wants("cash", 2)),
        Point("why.members", -4 if own.members < 45 else 0),
    )


def _dialogue(option: Option, outlook: Outlook) -> Points:
    tie = outlook.tie(option.party)
    kind = option.party.kind if option.party is not None else "seat"
    pull = {"seat": 4, "partner": 6, "neighbour": 6}[kind]
    linked = 2 if outlook.has_contract_with(option.party) else 0
    social = outlook.wants("trust", 3) + outlook.wants("region", 3) if kind == "seat" else 0
    return (
        Point("why.know_them", max(0, 60 - tie) // pull + linked),
        Point("why.mission", social),
    )


def _coordinate(option: Option, outlook: Outlook) -> Points:
    market = outlook.snapshot.market
    reasons = (
        Point("why.ties", (outlook.tie(option.party) - 42) // 2),
        Point("why.together", 8 + market.pressure // 12 + market.glut // 20),
        Point("why.mission", outlook.wants("price_control", 4)),
        Point("why.autonomy", -6 * outlook.pact_count() - outlook.wants("autonomy", 4)),
    )
    return likely(reasons, outlook.willing(option.party, 40))


def _merge(option: Option, outlook: Outlook) -> Points:
    own = outlook.own
    alone = own.weight == 100
    known = 8 if outlook.has_pact_with(option.party) else 0
    reasons = (
        Point("why.ties", (outlook.tie(option.party) - 45) // 3 + known),
        Point("why.scale", 9 + (100 - own.volume) // 10 + outlook.boom // 4),
        Point("why.mission", outlook.wants("scale", 9)),
        Point("why.autonomy", -outlook.wants("autonomy", 7) - (0 if alone else 3)),
        Point("why.digest", -14 if own.is_digesting else 0),
    )
    return likely(reasons, outlook.willing(option.party, 42))


def _contract(option: Option, outlook: Outlook) -> Points:
    market = outlook.snapshot.market
    share = outlook.snapshot.chain[option.stage or 0].share
    held = outlook.own.holds[option.stage or 0].holding
    fixed = option.price_rule == "fixed"
    risk = max((reason.has or 0 for reason in option.risks), default=0)
    weak = max(0, -outlook.boom) // 3 + market.pressure // 12 + market.glut // 20
    return (
        Point("why.steady", share // 3 + weak - max(0, outlook.boom) // 3),
        Point("why.ties", (outlook.tie(option.party) - 45) // 4),
        Point("why.mission", outlook.wants("price_control", 5)),
        Point("why.steady", 2 if fixed == (outlook.boom <= 0) else 0),
        Point("why.steady", 2 if option.term == "long" and risk <= 12 else 0),
        Point("why.risk", -(risk // 4)),
        Point("why.own_stage", -16 if held in ("own", "building") else 0),
    )


def _integrate(option: Option, outlook: Outlook) -> Points:
    own = outlook.own
    share = outlook.snapshot.chain[option.stage or 0].share
    debt = own.debt + max((r.has or 0 for r in option.risks if r.key == "risk.debt"), default=0)
    rounds_left = outlook.snapshot.rounds - outlook.snapshot.round
    return (
        Point("why.own_stage", 4 + share // 3 + outlook.boom // 5),
        Point("why.mission", outlook.wants("price_control", 6) + outlook.wants("autonomy", 2)),
        Point("why.debt", -max(0, debt - 12) // 3),
        Point("why.too_late", -3 * max(0, 4 - rounds_left)),
        Point("why.members", -4 if own.members < 45 else 0),
    )


def _inform(_option: Option, outlook: Outlook) -> Points:
    own = outlook.own
    return (
        Point("why.openness", 2 + max(0, 68 - own.openness) // 3),
        Point("why.members", max(0, 64 - own.members) // 3),
        Point("why.mission", outlook.wants("trust", 4) + outlook.wants("region", 3)),
    )


def _represent(_option: Option, outlook: Outlook) -> Points:
    own = outlook.own
    in_group = own.weight < 100
    aim = 68 if in_group else 55
    return (
        Point("why.voice", max(0, aim - own.voice) // (2 if in_group else 3)),
        Point("why.members", max(0, 60 - own.members) // 4),
        Point("why.mission", outlook.wants("trust", 3) + (2 if in_group else 0)),
    )


def _specialise(_option: Option, outlook: Outlook) -> Points:
    return (
        Point("why.quality", max(0, 90 - outlook.own.quality) // 4 + 3),
        Point("why.mission", outlook.wants("quality", 8) + outlook.wants("price_control", 2)),
    )


def _open_up(_option: Option, outlook: Outlook) -> Points:
    rounds_left = outlook.snapshot.rounds - outlook.snapshot.round
    return (
        Point("why.consumers", outlook.snapshot.market.pressure // 7 + rounds_left // 2),
        Point("why.money", 4 if outlook.own.capital < 10 else 0),
        Point("why.mission", outlook.wants("trust", 4)),
        Point("why.autonomy", -2 - outlook.wants("autonomy", 4)),
    )


def _leave(option: Option, outlook: Outlook) -> Points:
    own = outlook.own
    if option.term == "group":
        strained = own.weight < 50 and (own.members < 35 or own.voice < 25)
        return (Point("why.leave", -12 + (14 if strained else 0) + outlook.wants("autonomy", 6)),)
    if option.term == "contract":
        return (Point("why.leave", -14 + max(0, outlook.boom - 15) // 2),)
    distrust = max(0, 30 - outlook.tie(option.party))
    return (Point("why.leave", -14 + distrust + outlook.wants("autonomy", 3)),)


_MOVES: Final[dict[str, Callable[[Option, Outlook], Points]]] = {
    "hold": _hold,
    "dialogue": _dialogue,
    "coordinate": _coordinate,
    "merge": _merge,
    "contract": _contract,
    "integrate": _integrate,
    "inform": _inform,
    "represent": _represent,
    "specialise": _specialise,
    "open_up": _open_up,
    "leave": _leave,
}
