"""Whatever changes on the table has rows in the journal that add up to the change."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopgame.reading.library import load_scenario, playbook_for
from coopgame.rules import codes as c
from coopgame.rules import measures
from coopgame.rules.causes import CAUSES, cause_code
from coopgame.rules.game import Game
from coopgame.rules.journal import AFTER, BEFORE, BY, CAUSE, DETAIL, KIND, WHO
from coopgame.rules.naming import QUANTITY_NAMES, kind_name
from coopgame.rules.playbook import Playbook
from coopgame.rules.questions import Option, Question
from coopgame.rules.table import Table
from tests.rules.small_playbook import small_playbook, start_row
from tests.rules.test_other_chains import long_book

Amounts = dict[tuple[str, int, int], int]
"""(quantity, seat or -1, other party or -1) -> value."""
SEAT_QUANTITIES = range(c.Q_TRUST, c.Q_VOICE + 1)
WITHOUT_A_CAUSE = {"none", "limit", "start"}


def amounts(table: Table) -> Amounts:
    """Return every amount on the table that the journal promises to explain."""
    found: Amounts = {
        ("index", -1, -1): table.index,
        ("glut", -1, -1): table.glut,
        ("pressure", -1, -1): table.pressure,
    }
    for seat in range(table.seats):
        for quantity in SEAT_QUANTITIES:
            value = measures.value_of(table, quantity, seat)
            if quantity <= c.Q_AUTONOMY:
                value += table.shock[seat][quantity]
            found[QUANTITY_NAMES[quantity], seat, -1] = value
        found["paid", seat, -1] = table.paid[seat]
        for other in range(table.seats):
            found["tie", seat, other] = table.tie[seat][other]
        for partner in range(table.partners):
            found["tie", seat, c.PARTNER_PARTY + partner] = table.partner_tie[seat][partner]
        for neighbour in range(table.neighbours):
            found["tie", seat, c.NEIGHBOUR_PARTY + neighbour] = table.neighbour_tie[seat][neighbour]
        for stage in range(table.stages):
            found["capacity", seat, stage] = table.capacity[seat][stage]
            found["kind", seat, stage] = table.kind[seat]
            found["named", seat, stage] = table.named_shares[seat]
    return found


def explained(rows: list[list[int]]) -> Counter[tuple[str, int, int]]:
    """Return what the rows say changed, under the names of `amounts`."""
    found: Counter[tuple[str, int, int]] = Counter()
    for row in rows:
        name, step = kind_name(row[KIND]), row[AFTER] - row[BEFORE]
        if name == "tie":
            found[name, row[WHO], row[BY]] += step
        elif name == "facility" and row[CAUSE] == cause_code("facility_opened"):
            found["capacity", row[WHO], row[DETAIL]] += step
        elif name in ("kind", "shares"):
            for stage in range(c.STAGES):
                found["kind" if name == "kind" else "named", row[WHO], stage] += step
        elif row[KIND] <= c.Q_PAID:
            found[name, row[WHO], -1] += step
    return found


Links = set[tuple[str, int, int]]


def links(table: Table) -> Links:
    """Return every link: pacts of seats, contracts by stage, groups by seat pairs."""
    found: Links = set()
    for seat in range(table.seats):
        found |= {("pact", seat, other) for other in range(table.seats) if table.pact[seat][other]}
        pacts = table.neighbour_pact[seat]
        near = range(table.neighbours)
        found |= {("pact", seat, c.NEIGHBOUR_PARTY + n) for n in near if pacts[n]}
        others = [other for other in range(table.seats) if other != seat]
        found |= {("group", seat, o) for o in others if table.group[o] == table.group[seat]}
        stages = range(table.stages)
        found |= {("contract", seat, s) for s in stages if table.holds[seat][s] == c.CONTRACT_HELD}
        found |= {("building", seat, s) for s in stages if table.building[seat][s]}
        if table.exit_ban[seat]:
            found.add(("exit_ban", seat, -1))
    return found


def contracts_have_two_sides(table: Table) -> None:
    """Check that a contract between co-operatives is written alike on both sides."""
    for seat in range(table.seats):
        for stage in range(table.stages):
            party = table.contract_with[seat][stage]
            if table.holds[seat][stage] != c.CONTRACT_HELD or party >= c.PARTNER_PARTY:
                continue
            back = table.home[seat]
            assert table.holds[party][back] == c.CONTRACT_HELD
            assert table.group[table.contract_with[party][back]] == table.group[seat]
            for field in ("contract_left", "contract_age", "contract_fixed"):
                mine, theirs = (
                    getattr(table, field)[seat][stage],
                    getattr(table, field)[party][back],
                )
                assert mine == theirs, (field, seat, stage)


def is_told(
    link: tuple[str, int, int], rows: list[list[int]], together: set[frozenset[int]]
) -> bool:
    """Tell whether a row says that this link came or went."""
    name, seat, other = link
    for row in rows:
        kind, who, by = kind_name(row[KIND]), row[WHO], row[BY]
        if name == "pact":
            ends = [(who, by), (by, who)] if kind == "pact" else []
            near = [seat, *[s for s in range(6) if frozenset((s, seat)) in together]]
            far = [other, *[s for s in range(6) if frozenset((s, other)) in together]]
            if any(a in near and b in far for a, b in ends):
                return True
            if kind == "group" and who in (seat, other):
                return True
        elif name == "group":
            if kind == "group" and who in (seat, other):
                return True
        elif name in ("contract", "building"):
            if kind in ("contract", "facility") and (who, row[DETAIL]) == (seat, other):
                return True
        elif kind == name and who == seat:
            return True
    return False


def outside_moved(rows: list[list[int]]) -> int:
    """Return by how much the volume outside changed, by the rows of volume that came from there."""
    inside = {cause_code("absorbed"), cause_code("members_came")}
    moved = 0
    for row in rows:
        if row[KIND] != c.Q_VOLUME or row[CAUSE] in inside:
            continue
        if row[CAUSE] == cause_code("members_left") and row[BY] >= 0:
            continue
        if row[BY] < c.NEIGHBOUR_PARTY:
            moved -= row[AFTER] - row[BEFORE]
    return moved


def chosen(question: Question, chooser: random.Random) -> Option:
    """Return an open option, every kind of move as likely as the others."""
    options = [option for option in question.options if option.is_open]
    kind = chooser.choice(sorted({option.kind for option in options}))
    return chooser.choice([option for option in options if option.kind == kind])


def play_and_compare(match: Game, choices: int) -> None:
    """Play a match to its end and compare the table with the journal after every answer."""
    chooser, table, log = random.Random(choices), match._table, match._log
    count, before, linked, outside = log[0][0], amounts(table), links(table), table.outside
    while not match.has_ended:
        question = match.questions()[0]
        match.answer(question.id, chosen(question, chooser).id)
        rows, count = log[count + 1 : log[0][0] + 1], log[0][0]
        after, now = amounts(table), links(table)
        told = explained(rows)
        for key, value in after.items():
            assert told[key] == value - before[key], (key, before[key], value, match.answers[-1])
        together = {frozenset(x[1:]) for x in linked | now if x[0] == "group"}
        for link in linked ^ now:
            assert is_told(link, rows, together), (link, link in now, match.answers[-1])
        assert table.outside == max(0, outside + outside_moved(rows))
        _have_causes(rows)
        contracts_have_two_sides(table)
        before, linked, outside = after, now, table.outside


def _have_causes(rows: list[list[int]]) -> None:
    for row in rows:
        if row[KIND] <= c.Q_TIE:
            assert CAUSES[row[CAUSE]] not in WITHOUT_A_CAUSE - {"limit"}, row


def eager(book: Playbook) -> Playbook:
    """Return a playbook in which votes, banks and partners nearly always say yes."""
    rule = replace(
        book.rule,
        vote_base=130,
        vote_facility=150,
        bank_base=130,
        consent_base=100,
        pact_consent=90,
    )
    return replace(book, rule=rule)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**40), st.integers(2, 6), st.integers(0, 10**6))
def test_every_change_of_a_plain_match_is_in_the_journal(seed, seats, choices):
    match = Game(eager(small_playbook(seats=seats)), seed=seed, seats=seats)
    play_and_compare(match, choices)


@settings(max_examples=15, deadline=None)
@given(
    st.integers(0, 2**40),
    st.lists(st.integers(0, 4), min_size=2, max_size=6),
    st.lists(st.integers(0, 3), min_size=6, max_size=6),
    st.integers(0, 10**6),
)
def test_every_change_in_a_long_chain_of_all_kinds_is_in_the_journal(seed, homes, kinds, choices):
    match = Game(eager(long_book(homes, kinds)), seed=seed, seats=len(homes))
    play_and_compare(match, choices)


@pytest.mark.parametrize("seats", [2, 4, 6])
@pytest.mark.parametrize("name", ["introduction", "walloon_dairy"])
def test_every_change_that_a_card_makes_is_in_the_journal(name, seats):
    loaded = load_scenario(name)
    seats = min(seats, loaded.scenario.seats.most)
    rounds = max(loaded.scenario.lengths.values())
    book = eager(playbook_for(loaded, seats=seats, rounds=rounds))
    for seed in range(4):
        play_and_compare(Game(book, seed=seed, seats=seats), seed)


def test_members_at_a_limit_say_so():
    book = small_playbook(seats=2)
    starts = [start_row(0), start_row(1)]
    match = Game(replace(book, starts=starts), seed=1, seats=2)
    match._table.members[0] = 100
    match._table.parts[0][c.V_MEMBERS] = [9_000, 5_000, 0, 0, 0, 0, 0, 0, -4_000]
    play_and_compare(match, 1)
