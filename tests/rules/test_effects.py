"""What each effect of a card does to the table."""

import pytest

from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules.effects import option_cost, run_effects, run_later
from coopgame.rules.journal import CAUSE, DETAIL, WHO
from coopgame.rules.playbook import OPTION_EFFECTS, OPTION_EFFECTS_END
from coopgame.rules.table import table_bytes
from tests.cards.making import after, carried_out, with_effects
from tests.rules.laid import laid, rows

CAPITAL = {"do": "change", "of": "capital", "by": -4}


@pytest.mark.parametrize("of", ["capital", "debt", "efficiency", "quality", "openness", "voice"])
def test_a_change_moves_a_quantity_of_the_chooser_at_once(of):
    before = getattr(after(), of)[0]
    assert getattr(after({"do": "change", "of": of, "by": 3}), of)[0] == before + 3
    assert getattr(after({"do": "change", "of": of, "by": 3}), of)[1] == getattr(after(), of)[1]


@pytest.mark.parametrize("meter", ["trust", "price_control", "autonomy"])
def test_a_change_of_a_meter_waits_for_settling_as_a_shock(meter):
    place = ["trust", "price_control", "autonomy"].index(meter)
    table = after({"do": "change", "of": meter, "by": 5})
    assert table.shock[0][place] == 5
    assert table.meter[0][place] == after().meter[0][place]


def test_a_change_says_which_option_caused_it_and_who_chose_it():
    table, book, log = laid()
    carried_out(table, book, log, {**CAPITAL, "who": "everyone"}, seat=2, option=1)
    changed = rows(log, "capital")[-4:]
    assert [row[WHO] for row in changed] == [0, 1, 2, 3]
    assert {row[CAUSE] for row in changed} == {causes.CARD_OPTION}
    assert {row[DETAIL] for row in changed} == {1}
    assert [row[5] for row in changed] == [2, 2, -1, 2]


def test_volume_moves_in_tenths_and_comes_from_outside():
    table = after({"do": "change", "of": "volume", "by": 10})
    assert table.volume[0] == after().volume[0] + 10
    assert table.outside == after().outside - 10


def test_a_tie_changes_both_ways_unless_it_is_one_way():
    plain = after()
    both = after({"do": "change_tie", "with": "others", "by": 6})
    assert both.tie[0][1] == plain.tie[0][1] + 6
    assert both.tie[1][0] == plain.tie[1][0] + 6
    one = after({"do": "change_tie", "with": "others", "by": 6, "one_way": True})
    assert one.tie[0][1] == plain.tie[0][1] + 6
    assert one.tie[1][0] == plain.tie[1][0]


def test_ties_among_everyone_change_once_for_each_pair():
    plain = after()
    table = after({"do": "change_tie", "who": "everyone", "with": "everyone", "by": 3})
    for a in range(4):
        for b in range(4):
            assert table.tie[a][b] == plain.tie[a][b] + (3 if a != b else 0)


def test_those_who_chose_the_same_each_bring_their_own_half_of_the_tie():
    table, book, log = laid()
    table.acted_option[:4] = [1, 1, 2, 1]
    plain = [row[:] for row in table.tie]
    tie = {"do": "change_tie", "with": "same_option", "by": 4}
    told = with_effects(book, tie)
    for seat in (0, 1, 3):
        run_effects(table, told, log, 0, 1, seat, 1, causes.CARD_OPTION)
    assert table.tie[0][1] == plain[0][1] + 4
    assert table.tie[1][0] == plain[1][0] + 4
    assert table.tie[0][2] == plain[0][2]


@pytest.mark.parametrize(
    ("party", "field"), [("partners", "partner_tie"), ("neighbours", "neighbour_tie")]
)
def test_ties_with_partners_and_neighbours_change_too(party, field):
    before = getattr(after(), field)[0][0]
    table = after({"do": "change_tie", "with": party, "by": 5})
    assert getattr(table, field)[0][0] == before + 5
    assert getattr(table, field)[1][0] == getattr(after(), field)[1][0]


def test_a_stage_keeps_a_tie_to_the_partners_of_that_stage():
    table = after({"do": "change_tie", "with": "partners", "stage": "processing", "by": 5})
    changed = [a != b for a, b in zip(table.partner_tie[0], after().partner_tie[0], strict=True)]
    assert changed[:4] == [True, True, False, False]


def test_a_tie_with_the_closest_neighbour_leaves_the_others_alone():
    table = after({"do": "change_tie", "with": "neighbour", "by": 5})
    changed = [
        a != b for a, b in zip(table.neighbour_tie[0], after().neighbour_tie[0], strict=True)
    ]
    assert changed.count(True) == 1


def test_the_closest_neighbour_is_nobody_when_all_have_joined():
    table, book, log = laid()
    table.neighbour_joined[:3] = [1, 1, 1]
    before = table_bytes(table)
    carried_out(
        table, book, log,
        {"do": "change_tie", "with": "neighbour", "by": 5},
        {"do": "make_pact", "with": "neighbour"},
        {"do": "absorb_neighbour"},
    )  # fmt: skip
    table.acted_option[0] = -1
    assert table_bytes(table) == before


@pytest.mark.parametrize(("of", "by"), [("index", -12), ("glut", 9), ("pressure", -5)])
def test_the_market_changes_for_everybody(of, by):
    assert (
        getattr(after({"do": "change_market", "of": of, "by": by}), of) == getattr(after(), of) + by
    )


def test_a_contract_is_signed_with_the_best_partner_that_is_wished_for():
    table, book, log = laid()
    table.partner_tie[0][0] = 80
    sign = {"do": "sign_contract", "stage": "processing", "term": "long", "price": "fixed"}
    carried_out(table, book, log, {**sign, "with": "cooperative"})
    assert table.holds[0][1] == c.CONTRACT_HELD
    assert table.contract_with[0][1] == c.PARTNER_PARTY + 1
    assert table.contract_left[0][1] == 4
    assert table.contract_fixed[0][1] == 1
    carried_out(table, book, log, {**sign, "with": "any"}, seat=1)
    assert table.contract_with[1][1] in (c.PARTNER_PARTY, c.PARTNER_PARTY + 1)
    carried_out(table, book, log, {**sign, "with": "company", "price": "indexed"}, seat=2)
    assert table.contract_with[2][1] in (c.PARTNER_PARTY, c.NOBODY)


def test_no_contract_is_signed_where_the_stage_is_held_or_nobody_has_room():
    table, book, log = laid()
    sign = {"do": "sign_contract", "stage": "processing"}
    table.holds[0][1] = c.OWN
    carried_out(table, book, log, sign)
    assert table.holds[0][1] == c.OWN
    table.partner_capacity[:4] = [1, 1, 1, 1]
    carried_out(table, book, log, sign, seat=1)
    assert table.holds[1][1] == c.MARKET
    carried_out(table, book, log, {"do": "sign_contract", "stage": "retail"}, seat=1)
    carried_out(table, book, log, {"do": "sign_contract", "stage": "production"}, seat=1)
    assert table.holds[1][0] == c.HOME


@pytest.mark.parametrize(("by", "ended_by"), [("partner", c.PARTNER_PARTY), ("self", -1)])
@pytest.mark.parametrize("stage", ["processing", "any"])
def test_contracts_end_and_the_journal_says_that_the_card_did_it(by, ended_by, stage):
    table, book, log = laid()
    table.partner_tie[0][0] = 90
    carried_out(table, book, log, {"do": "sign_contract", "stage": "processing"})
    assert table.contract_with[0][1] == c.PARTNER_PARTY
    carried_out(table, book, log, {"do": "end_contract", "stage": stage, "by": by})
    assert table.holds[0][1] == c.MARKET
    assert rows(log, "contract")[-1][CAUSE] == causes.CARD_OPTION


def test_ending_contracts_of_another_stage_leaves_a_contract_alone():
    table, book, log = laid()
    carried_out(table, book, log, {"do": "sign_contract", "stage": "processing"})
    carried_out(table, book, log, {"do": "end_contract", "stage": "distribution"})
    assert table.holds[0][1] == c.CONTRACT_HELD


def test_pacts_are_made_once_and_ended():
    table, book, log = laid()
    carried_out(table, book, log, {"do": "make_pact", "with": "others"})
    assert [table.pact[0][s] > 0 for s in range(4)] == [False, True, True, True]
    assert table.pact[1][2] == 0
    count = len(rows(log, "pact"))
    carried_out(table, book, log, {"do": "make_pact", "with": "others"})
    assert len(rows(log, "pact")) == count
    carried_out(table, book, log, {"do": "make_pact", "with": "neighbour"})
    assert sum(table.neighbour_pact[0]) > 0
    carried_out(table, book, log, {"do": "end_pacts", "with": "neighbours"})
    assert sum(table.neighbour_pact[0]) == 0
    assert table.pact[0][1] > 0
    carried_out(table, book, log, {"do": "end_pacts"})
    assert sum(table.pact[0]) == 0


def test_districts_of_one_group_make_no_pact_with_each_other():
    table, book, log = laid()
    table.group[1] = 0
    carried_out(table, book, log, {"do": "make_pact", "with": "others"})
    assert table.pact[0][1] == 0
    assert table.pact[0][2] > 0


def test_building_begins_for_a_part_of_the_volume():
    table = after({"do": "build", "stage": "processing", "volume": 50})
    assert table.building[0][1] == after().volume[0] // 2
    nothing = after({"do": "build", "stage": "processing", "volume": 0})
    assert nothing.building[0][1] == 0


def test_the_closest_neighbour_joins_with_its_volume():
    table = after({"do": "absorb_neighbour"})
    joined = [n for n in range(table.neighbours) if table.neighbour_joined[n] == 1]
    assert len(joined) == 1
    assert table.volume[0] == after().volume[0] + table.neighbour_volume[joined[0]]


def test_a_cooperative_becomes_another_kind_once():
    table, book, log = laid()
    carried_out(table, book, log, {"do": "become", "kind": "mixed"})
    carried_out(table, book, log, {"do": "become", "kind": "mixed"})
    assert table.kind[0] == c.MIXED
    assert len(rows(log, "kind")) == 1


def test_shares_are_named_and_leaving_is_forbidden():
    table, book, log = laid()
    carried_out(
        table, book, log, {"do": "name_shares"}, {"do": "forbid_exit", "rounds": 3},
        {"do": "forbid_exit", "rounds": 2},
    )  # fmt: skip
    assert table.named_shares[0] == 1
    assert table.exit_ban[0] == 3


def test_ambitions_become_known_to_both_sides():
    table, book, log = laid()
    carried_out(
        table, book, log,
        {"do": "reveal_ambition", "with": "largest"},
        {"do": "reveal_ambition", "with": "partners"},
        {"do": "reveal_ambition", "with": "neighbours"},
        {"do": "reveal_ambition", "with": "partners"},
    )  # fmt: skip
    largest = max(range(4), key=lambda s: table.volume[s])
    if largest != 0:
        assert table.knows[0][largest] == table.knows[largest][0] == 1
    assert table.knows_partner[0][:4] == [1, 1, 1, 1]
    assert table.knows_neighbour[0][: table.neighbours] == [1] * table.neighbours


@pytest.mark.parametrize(("to", "seat"), [("self", 2), ("everyone", -1)])
def test_the_next_card_is_put_on_top(to, seat):
    table, book, log = laid()
    carried_out(
        table, book, log, {"do": "deal_next", "card": "second", "to": to, "after": 2}, seat=2
    )
    assert (table.next_card, table.next_card_round, table.next_card_seat) == (1, 3, seat)


def test_a_card_that_is_not_in_the_decks_is_not_dealt():
    assert after({"do": "deal_next", "card": "third"}).next_card == -1


def test_a_branch_runs_then_or_else_and_goes_on():
    rich = {"test": "at_least", "of": "capital", "value": 10}
    poor = {"test": "at_least", "of": "capital", "value": 900}
    then = [{"do": "change", "of": "quality", "by": 1}, {"do": "change", "of": "voice", "by": 1}]
    otherwise = [{"do": "change", "of": "openness", "by": 1}]
    last = {"do": "change", "of": "efficiency", "by": 1}
    plain = after()
    for test, expected in ((rich, (1, 1, 0, 1)), (poor, (0, 0, 1, 1))):
        table = after({"do": "when", "test": test, "then": then, "else": otherwise}, last)
        changed = tuple(
            getattr(table, of)[0] - getattr(plain, of)[0]
            for of in ("quality", "voice", "openness", "efficiency")
        )
        assert changed == expected
        short = after({"do": "when", "test": test, "then": then}, last)
        assert short.efficiency[0] == plain.efficiency[0] + 1


def test_branches_inside_branches_skip_only_their_own_rows():
    never = {"test": "at_least", "of": "capital", "value": 900}
    inner = {"do": "when", "test": never, "then": [CAPITAL], "else": [CAPITAL, CAPITAL]}
    outer = {"do": "when", "test": {"test": "not", "of": never}, "then": [inner, CAPITAL]}
    assert after(outer, CAPITAL).capital[0] == after().capital[0] - 16


def test_chance_decides_by_seed_round_and_seat_and_is_the_same_again():
    effect = {"do": "by_chance", "percent": 50, "then": [CAPITAL],
              "else": [{"do": "change", "of": "capital", "by": 4}]}  # fmt: skip
    outcomes = [after(effect, seat=seat).capital[seat] - after().capital[seat] for seat in range(4)]
    assert set(outcomes) <= {-4, 4}
    again = [after(effect, seat=seat).capital[seat] - after().capital[seat] for seat in range(4)]
    assert outcomes == again
    sure = {**effect, "percent": 100}
    never = {**effect, "percent": 0}
    assert after(sure).capital[0] == after().capital[0] - 4
    assert after(never).capital[0] == after().capital[0] + 4


def test_a_chance_of_sixty_per_cent_comes_about_six_times_in_ten():
    effect = {"do": "by_chance", "percent": 60, "then": [CAPITAL]}
    times = 0
    for seed in range(300):
        table, book, log = laid(seed=seed)
        before = table.capital[0]
        carried_out(table, book, log, effect)
        times += table.capital[0] < before
    assert 150 <= times <= 210


@pytest.mark.parametrize("later", [1, 2])
def test_a_later_effect_arrives_in_its_round_with_its_own_cause(later):
    table, book, log = laid()
    before = table.capital[0]
    told = carried_out(table, book, log, {**CAPITAL, "later": later})
    assert table.capital[0] == before
    for _ in range(later):
        assert table.capital[0] == before
        table.round_now += 1
        run_later(table, told, log)
    assert table.capital[0] == before - 4
    assert rows(log, "capital")[-1][CAUSE] == causes.CARD_LATER
    assert table.later_count == 0


def test_a_later_effect_remembers_who_answered_alike_and_how_many_they_were():
    table, book, log = laid()
    table.acted_option[:4] = [1, 1, 2, 1]
    before = table.capital[:4]
    told = carried_out(
        table, book, log,
        {"do": "change", "of": "capital", "who": "same_option", "later": 1,
         "by": {"count": "chosen", "times": 2}},
        {"do": "change_tie", "with": "other_option", "by": -5, "later": 1},
        option=1,
    )  # fmt: skip
    tie = table.tie[0][2]
    table.acted_option[:4] = [-1] * 4
    table.round_now += 1
    run_later(table, told, log)
    assert table.capital[:4] == [before[0], before[1] + 6, before[2], before[3] + 6]
    assert table.tie[0][2] == tie - 5


def test_waiting_effects_of_other_rounds_keep_their_order():
    table, book, log = laid()
    quality = {"do": "change", "of": "quality", "by": 1}
    told = carried_out(
        table, book, log, {**quality, "later": 2}, {**CAPITAL, "later": 1}, {**CAPITAL, "later": 2}
    )
    table.round_now += 1
    run_later(table, told, log)
    assert table.later_count == 2
    assert table.later_due[:2] == [3, 3]
    assert [effect // 4096 for effect in table.later_effect[:2]] == [0, 2]


def test_without_room_in_the_queue_an_effect_comes_at_once():
    table, book, log = laid()
    table.later_count = c.LATER
    before = table.capital[0]
    carried_out(table, book, log, {**CAPITAL, "later": 1})
    assert table.capital[0] == before - 4
    assert table.later_count == c.LATER


def test_what_an_option_costs_is_what_is_paid_for_certain():
    table, book, _log = laid()
    told = with_effects(
        book,
        CAPITAL,
        {"do": "change", "of": "capital", "by": -2, "later": 1},
        {"do": "change", "of": "capital", "by": -2, "who": "others"},
        {"do": "by_chance", "percent": 50, "then": [CAPITAL], "else": [CAPITAL]},
        {"do": "change", "of": "quality", "by": 3},
        {"do": "change", "of": "capital", "by": -1},
    )
    told.options[0][OPTION_EFFECTS] = 0
    told.options[0][OPTION_EFFECTS_END] = len(told.effects)
    assert option_cost(table, told, 0, 0) == 5
    assert option_cost(table, with_effects(book, {**CAPITAL, "by": 4}), 0, 0) == 0
