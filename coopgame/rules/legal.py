"""Which moves are open to a seat, and why the others are not.

Each check returns (reason, needs, has): reason 0 when the move is open; the names of the
reasons are `CLOSED`, whose sentences are words of the screens.
"""

from typing import Final, TypeAlias

from coopgame.rules import codes as c
from coopgame.rules.agreements import has_pact, has_room
from coopgame.rules.chances import (
    group_capital,
    missing_capacity,
    own_money_needed,
    speciality_cost,
)
from coopgame.rules.measures import (
    group_size,
    group_volume,
    neighbour_home,
    pact_count,
    same_group,
)
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table

Verdict: TypeAlias = tuple[int, int, int]

CLOSED: Final = (
    "open", "capital", "other_stage", "pact_stands", "same_group", "no_room", "contract_runs",
    "facility_full", "members", "already_mixed", "no_link", "quality_full", "pacts_full",
    "joined_already", "voice", "building", "home_stage", "not_here", "nobody",
)  # fmt: skip
(
    OPEN, CAPITAL, OTHER_STAGE, PACT_STANDS, SAME_GROUP, NO_ROOM, CONTRACT_RUNS, FACILITY_FULL,
    MEMBERS, ALREADY_MIXED, NO_LINK, QUALITY_FULL, PACTS_FULL, JOINED_ALREADY, VOICE,
    BUILDING_NOW, HOME_STAGE, NOT_HERE, NO_BODY,
) = range(len(CLOSED))  # fmt: skip

YES: Final[Verdict] = (OPEN, 0, 0)
MOST_PACTS: Final = 3


def verdict(
    table: Table, book: Playbook, seat: int, move: int, to: int, stage: int, term: int
) -> Verdict:
    """Return whether a seat may make this move now: (reason, what it needs, what it has)."""
    if move == c.DIALOGUE:
        return _dialogue(table, seat, to)
    if move == c.COORDINATE:
        return _coordinate(table, book, seat, to)
    if move == c.MERGE:
        return _merge(table, book, seat, to)
    if move == c.CONTRACT:
        return _contract(table, book, seat, to, stage)
    if move == c.INTEGRATE:
        return _integrate(table, book, seat, stage)
    if move == c.SPECIALISE:
        return _specialise(table, book, seat)
    if move == c.OPEN_UP:
        return _open_up(table, book, seat)
    if move == c.LEAVE:
        return _leave(table, seat, to, stage, term)
    return YES


def move_cost(table: Table, book: Playbook, seat: int, move: int) -> int:
    """Return what a strategic move costs beforehand: a mixed co-operative is slower [SF31]."""
    return book.rule.mixed_cost if is_strategic(move) and table.kind[seat] == c.MIXED else 0


def is_strategic(move: int) -> bool:
    """Tell whether a move is strategic: the four models, specialise and open up.

    In a group such a move is the group's to make, one each round.
    """
    return (
        move == c.COORDINATE or move == c.MERGE or move == c.CONTRACT or move == c.INTEGRATE
        or move == c.SPECIALISE or move == c.OPEN_UP
    )  # fmt: skip


def _dialogue(table: Table, seat: int, to: int) -> Verdict:
    if to == seat:
        return (NO_BODY, 0, 0)
    if to >= c.NEIGHBOUR_PARTY and table.neighbour_joined[to - c.NEIGHBOUR_PARTY] > 0:
        return (JOINED_ALREADY, 0, 0)
    return YES


def _link(table: Table, seat: int, to: int) -> Verdict:
    """Check what pacts and mergers have in common: somebody else, still independent."""
    if to >= c.NEIGHBOUR_PARTY:
        if table.neighbour_joined[to - c.NEIGHBOUR_PARTY] > 0:
            return (JOINED_ALREADY, 0, 0)
    elif same_group(table, seat, to):
        return (SAME_GROUP, 0, 0)
    return YES


def _home_of(table: Table, party: int) -> int:
    return neighbour_home(table) if party >= c.NEIGHBOUR_PARTY else table.home[party]


def _coordinate(table: Table, book: Playbook, seat: int, to: int) -> Verdict:
    link = _link(table, seat, to)
    if link[0] != OPEN:
        return link
    if abs(table.home[seat] - _home_of(table, to)) > 1:
        return (OTHER_STAGE, 0, 0)
    if has_pact(table, seat, to):
        return (PACT_STANDS, 0, 0)
    others = pact_count(table, to) if to < c.PARTNER_PARTY else 0
    if max(pact_count(table, seat), others) >= MOST_PACTS:
        return (PACTS_FULL, MOST_PACTS, MOST_PACTS)
    return _can_pay(table, book, seat, c.COORDINATE, 0)


def _merge(table: Table, book: Playbook, seat: int, to: int) -> Verdict:
    link = _link(table, seat, to)
    if link[0] != OPEN:
        return link
    if table.home[seat] != _home_of(table, to):
        return (OTHER_STAGE, 0, 0)
    floor = book.rule.vote_voice_floor
    if table.voice[seat] < floor and (
        group_size(table, seat) > 1 or group_volume(table, seat) > 150
    ):
        return (VOICE, floor, table.voice[seat])
    return _can_pay(table, book, seat, c.MERGE, 0)


def _contract(table: Table, book: Playbook, seat: int, to: int, stage: int) -> Verdict:
    if stage == table.home[seat]:
        return (HOME_STAGE, 0, 0)
    if table.holds[seat][stage] == c.CONTRACT_HELD:
        return (CONTRACT_RUNS, 0, table.contract_left[seat][stage])
    if to >= c.NEIGHBOUR_PARTY:
        return (NOT_HERE, 0, 0)
    if to >= c.PARTNER_PARTY:
        partner = to - c.PARTNER_PARTY
        if table.partner_stage[partner] != stage:
            return (NOT_HERE, 0, 0)
        if not has_room(table, seat, partner):
            return (NO_ROOM, 0, 0)
    elif table.home[to] != stage or same_group(table, seat, to):
        return (NOT_HERE, 0, 0)
    elif table.holds[to][table.home[seat]] == c.CONTRACT_HELD:
        return (CONTRACT_RUNS, 0, table.contract_left[to][table.home[seat]])
    return _can_pay(table, book, seat, c.CONTRACT, 0)


def _integrate(table: Table, book: Playbook, seat: int, stage: int) -> Verdict:
    if stage == table.home[seat]:
        return (HOME_STAGE, 0, 0)
    if table.building[seat][stage] > 0:
        return (BUILDING_NOW, 0, 0)
    if missing_capacity(table, seat, stage) * 10 < group_volume(table, seat):
        return (FACILITY_FULL, 0, 0)
    needed = own_money_needed(table, book, seat, stage) + move_cost(table, book, seat, c.INTEGRATE)
    has = group_capital(table, seat)
    return (CAPITAL, needed, has) if has < needed else YES


def _specialise(table: Table, book: Playbook, seat: int) -> Verdict:
    if table.quality[seat] >= 95:
        return (QUALITY_FULL, 0, table.quality[seat])
    return _can_pay(table, book, seat, c.SPECIALISE, speciality_cost(table, book, seat))


def _open_up(table: Table, book: Playbook, seat: int) -> Verdict:
    if table.kind[seat] == c.MIXED:
        return (ALREADY_MIXED, 0, 0)
    if table.members[seat] < 50:
        return (MEMBERS, 50, table.members[seat])
    return YES


def _leave(table: Table, seat: int, to: int, stage: int, term: int) -> Verdict:
    if term == c.LEAVE_PACT:
        return YES if has_pact(table, seat, to) else (NO_LINK, 0, 0)
    if term == c.LEAVE_CONTRACT:
        return YES if table.holds[seat][stage] == c.CONTRACT_HELD else (NO_LINK, 0, 0)
    return YES if group_size(table, seat) > 1 else (NO_LINK, 0, 0)


def _can_pay(table: Table, book: Playbook, seat: int, move: int, price: int) -> Verdict:
    needed = price + move_cost(table, book, seat, move)
    has = group_capital(table, seat)
    return (CAPITAL, needed, has) if needed > 0 and has < needed else YES
