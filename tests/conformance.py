"""What must hold for every match of every scenario, at every step.

Used by the rule tests, by the play-through of the official scenarios and by designers'
own scenarios alike.
"""

import random
from collections import defaultdict

from coopgame.bots.drawing import draw_choices
from coopgame.rules.codes import CONTRACT_HELD, HOME, LATER, OWN
from coopgame.rules.game import Game
from coopgame.rules.journal import new_log
from coopgame.rules.playbook import Playbook
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.snapshot import EVERYTHING, PUBLIC, Snapshot
from coopgame.rules.table import Table

METERS = ("trust", "price_control", "autonomy")


def play_randomly(match: Game, seed: int, *, check: bool = False) -> None:
    """Play a match to its end with random open options."""
    chooser = random.Random(seed)
    while not match.has_ended:
        question = match.questions()[0]
        option = chooser.choice([o for o in question.options if o.is_open])
        match.answer(question.id, option.id)
        if check:
            check_invariants(match)


def played_table(book: Playbook, seed: int, seats: int) -> Table:
    """Play a match with drawn choices by the rules alone, the table checked after every round."""
    table, log = Table(), new_log(0)
    lay_table(table, book, log, seed, seats)
    while not table.ended:
        open_round(table, book, log)
        for seat in range(seats):
            draw_choices(table, book, seat)
        play_round(table, book, log)
        check_table(table)
    return table


def check_table(table: Table) -> None:
    """Raise AssertionError when an amount or a link on the table cannot be."""
    assert 40 <= table.index <= 200
    assert 0 <= table.glut <= 100
    assert 0 <= table.pressure <= 100
    assert table.outside >= 0
    assert 0 <= table.later_count <= LATER
    for seat in range(table.seats):
        _check_seat(table, seat)
        for other in range(table.seats):
            assert 0 <= table.tie[seat][other] <= 100
            assert table.pact[seat][other] == table.pact[other][seat]
            if table.group[seat] == table.group[other]:
                assert table.pact[seat][other] == 0
    assert all(joined <= table.seats for joined in table.neighbour_joined)


def _check_seat(table: Table, seat: int) -> None:
    drifting = (table.members[seat], table.openness[seat], table.voice[seat], table.quality[seat])
    for value in (*table.meter[seat], *drifting, table.efficiency[seat]):
        assert 0 <= value <= 100
    assert 10 <= table.volume[seat] <= 400
    assert -500 <= table.capital[seat] <= 999
    assert table.debt[seat] >= 0
    assert sum(table.ambition[seat]) == 100
    assert table.group[table.group[seat]] == table.group[seat] <= seat
    assert table.holds[seat][table.home[seat]] == HOME
    for stage in range(table.stages):
        if table.holds[seat][stage] == CONTRACT_HELD:
            assert table.contract_left[seat][stage] >= 1
            assert table.contract_with[seat][stage] >= 0
        if table.holds[seat][stage] == OWN:
            assert table.capacity[seat][stage] > 0


def check_invariants(match: Game) -> None:
    """Raise AssertionError when the table, its questions or its snapshots are not in order."""
    seen = match.snapshot(PUBLIC)
    _values_are_in_range(seen)
    _links_are_symmetric(seen)
    _questions_are_in_order(match)
    _secrets_stay_secret(match)
    if seen.phase != "choose":
        _reasons_add_up(match, seen)


def _values_are_in_range(seen: Snapshot) -> None:
    assert 40 <= seen.market.index <= 200
    assert 0 <= seen.market.glut <= 100
    assert 0 <= seen.market.pressure <= 100
    assert 0 <= seen.market.regional <= 100
    for one in seen.cooperatives:
        for value in (*one.meters, one.members, one.openness, one.voice, one.quality):
            assert 0 <= value <= 100
        for tie in (*one.tie_to, *one.partner_ties, *one.neighbour_ties):
            assert 0 <= tie <= 100
        assert 10 <= one.volume <= 400
        assert one.debt >= 0
        assert -500 <= one.capital <= 999
        assert one.holds[one.home].holding == "home"
        if one.ambition:
            assert sum(one.ambition) == 100


def _links_are_symmetric(seen: Snapshot) -> None:
    for one in seen.cooperatives:
        assert seen.cooperatives[one.group].group == one.group
        for stage, hold in enumerate(one.holds):
            if hold.holding == "contract":
                assert hold.partner is not None
                assert hold.rounds_left >= 1
                if hold.partner.kind == "partner":
                    assert seen.partners[hold.partner.number].stage == stage
    for pact in seen.pacts:
        if pact.other.kind == "seat":
            one, other = seen.cooperatives[pact.seat], seen.cooperatives[pact.other.number]
            assert one.group != other.group
        else:
            assert seen.neighbours[pact.other.number].joined is None


def _questions_are_in_order(match: Game) -> None:
    ids = [question.id for question in match.questions()]
    assert len(ids) == len(set(ids))
    for question in match.questions():
        option_ids = [option.id for option in question.options]
        assert len(option_ids) == len(set(option_ids)), question.id
        assert question.default.is_open
        for option in question.options:
            assert option.is_open == (option.why_closed is None), (question.id, option.id)
            assert option.chance is None or 0 <= option.chance <= 100


def _secrets_stay_secret(match: Game) -> None:
    if match.has_ended:
        everything = match.snapshot(EVERYTHING)
        assert all(one.ambition for one in everything.cooperatives)
        return
    public = match.snapshot(PUBLIC)
    assert all(one.ambition is None for one in public.cooperatives)
    if public.phase == "choose":
        assert all(one.move is None and one.answer is None for one in public.cooperatives)


def _reasons_add_up(match: Game, seen: Snapshot) -> None:
    total: dict[tuple[int, str], int] = defaultdict(int)
    for change in match.changes(only_round=seen.round):
        if change.who is not None:
            total[change.who, change.kind] += change.amount
    for one in seen.cooperatives:
        for k, meter in enumerate(METERS):
            assert total[one.seat, meter] == one.meters[k] - one.meters_before[k]
        assert total[one.seat, "paid"] == one.paid - one.paid_before
