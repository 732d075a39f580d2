"""Builds the frozen snapshot that one viewer may see.

This is the only place where the table becomes visible; whatever a viewer may not know is
left out here.
"""

from coopgame.rules import codes as c
from coopgame.rules.chances import is_cooperative_party
from coopgame.rules.measures import own_capacity, partner_load, power, regional_share
from coopgame.rules.meters import use_of, vote_share
from coopgame.rules.missions import goal_value, is_met
from coopgame.rules.naming import (
    ENDINGS,
    GOALS,
    HOLDINGS,
    HOLDINGS_LEFT,
    KINDS,
    MODES,
    MOVES,
    PHASES,
    PRICE_RULES,
    TERMS,
    move_id,
    party_of,
)
from coopgame.rules.offering import move_option, printed_option
from coopgame.rules.playbook import CARD_COUNT, CARD_FIRST, Playbook
from coopgame.rules.questions import Option, Party
from coopgame.rules.snapshot import (
    EVERYTHING,
    CardView,
    CooperativeView,
    GoalView,
    HoldView,
    MarketView,
    NeighbourView,
    PactView,
    PartnerView,
    Snapshot,
    StageView,
)
from coopgame.rules.table import Table

Ambition = tuple[int, int, int, int]


def view(table: Table, book: Playbook, viewer: int, locked: tuple[bool, ...]) -> Snapshot:
    """Return what `viewer` may see; `locked` tells which seats have answered everything."""
    return Snapshot(
        viewer=viewer,
        round=table.round_now,
        rounds=table.rounds,
        phase=PHASES[table.phase],
        mode=MODES[table.mode],
        chain=tuple(
            StageView(kind, share)
            for kind, share in zip(book.labels.stages, book.stage_share, strict=True)
        ),
        market=_market(table),
        card=_card(table, book),
        first_seat=table.first_seat,
        cooperatives=tuple(
            _cooperative(table, book, seat, viewer, has_locked=locked[seat])
            for seat in range(table.seats)
        ),
        partners=tuple(_partner(table, p, viewer) for p in range(table.partners)),
        neighbours=tuple(_neighbour(table, n, viewer) for n in range(table.neighbours)),
        pacts=_pacts(table),
        ending=ENDINGS[table.ended] or None,
        dealt=_dealt(table, book),
    )


def _market(table: Table) -> MarketView:
    return MarketView(
        index=table.index,
        index_before=table.index_before,
        glut=table.glut,
        pressure=table.pressure,
        regional=regional_share(table),
    )


def _dealt(table: Table, book: Playbook) -> tuple[str | None, ...]:
    found: list[str | None] = [None] * table.round_now
    for number, name in enumerate(book.labels.cards):
        if table.card_seen[number] > 0:
            found[table.card_seen[number] - 1] = name
    return tuple(found)


def _card(table: Table, book: Playbook) -> CardView | None:
    if table.card < 0:
        return None
    seat = table.card_seat if table.card_seat >= 0 else None
    row = book.cards[table.card]
    numbers = range(row[CARD_FIRST], row[CARD_FIRST] + row[CARD_COUNT])
    options = tuple(printed_option(book, option) for option in numbers)
    return CardView(book.labels.cards[table.card], table.card, seat, options)


def _three(values: list[int]) -> tuple[int, int, int]:
    return (values[0], values[1], values[2])


def _four(values: list[int]) -> Ambition:
    return (values[0], values[1], values[2], values[3])


def _cooperative(
    table: Table, book: Playbook, seat: int, viewer: int, *, has_locked: bool
) -> CooperativeView:
    is_revealed = table.phase != c.CHOOSING
    settled = table.round_now if is_revealed else table.round_now - 1
    return CooperativeView(
        seat=seat,
        kind=KINDS[table.kind[seat]],
        home=table.home[seat],
        volume=table.volume[seat],
        volume_start=table.volume_start[seat],
        capital=table.capital[seat],
        debt=table.debt[seat],
        efficiency=table.efficiency[seat],
        quality=table.quality[seat],
        members=table.members[seat],
        openness=table.openness[seat],
        voice=table.voice[seat],
        power=power(table, book, seat),
        paid=table.paid[seat],
        paid_before=table.paid_before[seat],
        meters=_three(table.meter[seat]),
        meters_before=_three(table.meter_before[seat]),
        meter_history=tuple(_three(row) for row in table.history[seat][:settled]),
        holds=tuple(_hold(table, seat, stage) for stage in range(table.stages)),
        group=table.group[seat],
        weight=vote_share(table, seat),
        tie_to=tuple(table.tie[seat][other] for other in range(table.seats)),
        partner_ties=tuple(table.partner_tie[seat][: table.partners]),
        neighbour_ties=tuple(table.neighbour_tie[seat][: table.neighbours]),
        absorbed=table.absorbed[seat],
        is_digesting=table.digest[seat] > 0,
        is_in_trouble=table.trouble_rounds[seat] > 0,
        has_named_shares=table.named_shares[seat] > 0,
        has_locked=has_locked,
        ambition=_four(table.ambition[seat]) if _knows(table, viewer, seat) else None,
        mission=_mission(table, book, seat, viewer),
        answer=_answer_number(table, book, seat) if is_revealed else None,
        move=_acted_move(table, book, seat) if is_revealed else None,
        offer=_offer(table, book, seat),
    )


def _knows(table: Table, viewer: int, seat: int) -> bool:
    if viewer in (EVERYTHING, seat):
        return True
    return viewer >= 0 and table.knows[viewer][seat] > 0


def _mission(table: Table, book: Playbook, seat: int, viewer: int) -> tuple[GoalView, ...] | None:
    if table.secret_missions and viewer not in (seat, EVERYTHING):
        return None
    return tuple(_goal(table, book, seat, table.mission[seat][k]) for k in range(c.GOALS))


def _goal(table: Table, book: Playbook, seat: int, goal: int) -> GoalView:
    return GoalView(
        goal=GOALS[goal],
        value=goal_value(table, book, seat, goal),
        par=book.goal_par[goal],
        is_met=is_met(table, book, seat, goal),
    )


def _hold(table: Table, seat: int, stage: int) -> HoldView:
    holding = table.holds[seat][stage]
    capacity = own_capacity(table, seat, stage)
    if holding == c.CONTRACT_HELD:
        return HoldView(
            holding=HOLDINGS[holding],
            partner=party_of(table.contract_with[seat][stage]),
            rounds_left=table.contract_left[seat][stage],
            rounds_kept=table.contract_age[seat][stage],
            price_rule=PRICE_RULES[table.contract_fixed[seat][stage]],
        )
    if capacity > 0 and holding != c.HOME:
        return HoldView("own", capacity=capacity, use=use_of(table, seat, stage))
    return HoldView(HOLDINGS[holding])


def _answer_number(table: Table, book: Playbook, seat: int) -> int | None:
    if table.card < 0 or table.acted_option[seat] < 0:
        return None
    return table.acted_option[seat] - book.cards[table.card][CARD_FIRST]


def _acted_move(table: Table, book: Playbook, seat: int) -> Option | None:
    if table.acted_move[seat] < 0:
        return None
    choice = (
        table.acted_move[seat],
        table.move_to[seat],
        table.move_stage[seat],
        table.move_term[seat],
        table.move_price[seat],
    )
    return _bare(book, choice)


def _offer(table: Table, book: Playbook, seat: int) -> Option | None:
    if table.offer_move[seat] < 0:
        return None
    return _bare(book, offer_choice(table, seat))


def offer_choice(table: Table, seat: int) -> tuple[int, int, int, int, int]:
    """Return a seat's open offer as a move in integers."""
    return (
        table.offer_move[seat],
        table.offer_to[seat],
        table.offer_stage[seat],
        table.offer_term[seat],
        table.offer_price[seat],
    )


def offered(table: Table, book: Playbook, seat: int) -> Option:
    """Return the open offer of a seat with its chance and reasons, for those it is made to."""
    return move_option(table, book, seat, offer_choice(table, seat))


def _bare(book: Playbook, choice: tuple[int, int, int, int, int]) -> Option:
    """Return a move that was made: its words, without chances that no longer matter."""
    move, to, stage, term, price = choice
    words = HOLDINGS_LEFT[term] if move == c.LEAVE else TERMS[term] if move == c.CONTRACT else None
    return Option(
        id=move_id(book, choice),
        kind=MOVES[move],
        party=party_of(to),
        stage=stage if stage >= 0 else None,
        term=words,
        price_rule=PRICE_RULES[price] if move == c.CONTRACT else None,
    )


def _partner(table: Table, partner: int, viewer: int) -> PartnerView:
    known = viewer == EVERYTHING or (viewer >= 0 and table.knows_partner[viewer][partner] > 0)
    capacity = table.partner_capacity[partner]
    return PartnerView(
        stage=table.partner_stage[partner],
        is_cooperative=is_cooperative_party(table, c.PARTNER_PARTY + partner),
        power=table.partner_power[partner],
        capacity_left=max(0, capacity - partner_load(table, partner)),
        capacity=capacity,
        ambition=_four(table.partner_ambition[partner]) if known else None,
    )


def _neighbour(table: Table, neighbour: int, viewer: int) -> NeighbourView:
    known = viewer == EVERYTHING or (viewer >= 0 and table.knows_neighbour[viewer][neighbour] > 0)
    joined = table.neighbour_joined[neighbour]
    return NeighbourView(
        volume=table.neighbour_volume[neighbour],
        joined=joined - 1 if joined > 0 else None,
        ambition=_four(table.neighbour_ambition[neighbour]) if known else None,
    )


def _pacts(table: Table) -> tuple[PactView, ...]:
    found: list[PactView] = []
    for seat in range(table.seats):
        found.extend(
            PactView(seat, Party("seat", other), table.pact[seat][other])
            for other in range(seat + 1, table.seats)
            if table.pact[seat][other] > 0
        )
        for neighbour in range(table.neighbours):
            since = table.neighbour_pact[seat][neighbour]
            if since > 0:
                found.append(PactView(seat, Party("neighbour", neighbour), since))
    return tuple(found)
