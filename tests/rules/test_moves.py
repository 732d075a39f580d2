import pytest

from coopgame.rules import codes as c
from coopgame.rules.agreements import make_pact, sign_contract
from coopgame.rules.causes import cause_code
from coopgame.rules.chance import begin
from coopgame.rules.chances import facility_cost, speciality_cost
from coopgame.rules.journal import CAUSE
from coopgame.rules.legal import CLOSED, verdict
from coopgame.rules.rounds import open_round
from tests.rules.laid import choose, laid, play, rows, sure

WHY = (0, -1, 0)
N = c.NEIGHBOUR_PARTY
P = c.PARTNER_PARTY


def closed(table, book, seat, move, to=-1, stage=-1, term=0):
    return CLOSED[verdict(table, book, seat, move, to, stage, term)[0]]


def next_round(table, book, log):
    play(table, book, log)
    open_round(table, book, log)


# dialogue


def test_dialogue_raises_ties_both_ways_and_reveals_both_ambitions():
    table, book, log = laid()
    before = table.tie[0][1], table.tie[1][0]
    choose(table, 0, c.DIALOGUE, 1)
    play(table, book, log)
    # four points fade again at the end of the round; the third seat's talk adds nothing
    assert (table.tie[0][1], table.tie[1][0]) == (before[0] + 5, before[1] + 5)
    assert table.knows[0][1] == table.knows[1][0] == 1
    assert table.knows[2][1] == 0


def test_dialogue_with_the_same_party_again_gives_two_more():
    table, book, log = laid()
    choose(table, 0, c.DIALOGUE, 1)
    next_round(table, book, log)
    before = table.tie[0][1]
    choose(table, 0, c.DIALOGUE, 1)
    play(table, book, log)
    assert table.tie[0][1] == before + 11 - 4


def test_others_hear_that_one_talks():
    table, book, log = laid()
    before = table.tie[2][0]
    choose(table, 0, c.DIALOGUE, 1)
    play(table, book, log)
    assert table.tie[2][0] == before + 2 - 4


def test_dialogue_with_a_partner_or_a_neighbour_shows_their_ambition():
    table, book, log = laid()
    choose(table, 0, c.DIALOGUE, P + 2)
    choose(table, 1, c.DIALOGUE, N + 1)
    play(table, book, log)
    assert table.knows_partner[0][2] == 1
    assert table.knows_neighbour[1][1] == 1


# coordinate


def test_two_that_choose_each_other_coordinate_at_once():
    table, book, log = laid()
    choose(table, 0, c.COORDINATE, 1)
    choose(table, 1, c.COORDINATE, 0)
    play(table, book, log)
    assert table.pact[0][1] == table.pact[1][0] == 1
    assert table.offer_move[0] == table.offer_move[1] == c.NOTHING


def test_a_one_sided_choice_is_an_offer_for_exactly_one_round():
    table, book, log = laid()
    choose(table, 0, c.COORDINATE, 1)
    next_round(table, book, log)
    assert table.offer_move[0] == c.COORDINATE
    table.reply[1][0] = 0
    next_round(table, book, log)
    assert table.offer_move[0] == c.NOTHING
    assert table.pact[0][1] == 0


def test_saying_yes_to_an_offer_does_not_use_the_move():
    table, book, log = laid()
    choose(table, 0, c.COORDINATE, 1)
    next_round(table, book, log)
    table.reply[1][0] = 1
    openness = table.openness[1]
    choose(table, 1, c.INFORM)
    play(table, book, log)
    assert table.pact[0][1] == 2
    assert table.openness[1] > openness


def test_a_pact_needs_the_same_or_the_next_stage():
    table, book, _ = laid()
    table.home[1] = 2
    assert closed(table, book, 0, c.COORDINATE, 1) == "other_stage"
    table.home[1] = 1
    assert closed(table, book, 0, c.COORDINATE, 1) == "open"


def test_a_neighbour_answers_a_pact_by_chance_and_at_once():
    table, book, log = laid(rule=sure(pact_consent=300))
    choose(table, 0, c.COORDINATE, N)
    play(table, book, log)
    assert table.neighbour_pact[0][0] == 1


def test_a_refused_pact_is_recorded_and_costs_nothing():
    table, book, log = laid(rule=sure(pact_consent=-300))
    table.seed_low = 3
    begin(table)
    choose(table, 0, c.COORDINATE, N)
    coins = table.capital[0]
    table.neighbour_tie[0][0] = 0
    play(table, book, log)
    assert table.neighbour_pact[0][0] == 0
    assert any(row[CAUSE] == cause_code("pact_refused") for row in rows(log, "consent"))
    assert table.capital[0] >= coins


def test_pacts_are_bounded_and_never_doubled():
    table, book, log = laid(seats=6)
    for other in (1, 2, 3):
        make_pact(table, book, log, 0, other, WHY)
    assert closed(table, book, 0, c.COORDINATE, 1) == "pact_stands"
    assert closed(table, book, 0, c.COORDINATE, 4) == "pacts_full"


def test_a_pact_halves_the_fading_of_ties_and_counts_volume_together():
    from coopgame.rules.measures import joint_volume

    table, book, log = laid()
    make_pact(table, book, log, 0, 1, WHY)
    before = table.tie[0][1], table.tie[0][2]
    assert joint_volume(table, book, 0) == table.volume[0] + (
        table.volume[1] * book.rule.pact_weight // 100
    )
    play(table, book, log)
    assert before[0] - table.tie[0][1] == 2
    assert before[1] - table.tie[0][2] == 4


# contract


def test_a_contract_with_a_partner_holds_the_stage_for_its_term():
    table, book, log = laid(rule=sure(consent_base=300, break_base=-300))
    choose(table, 0, c.CONTRACT, P, stage=1, term=c.SHORT)
    next_round(table, book, log)
    assert table.holds[0][1] == c.CONTRACT_HELD
    held = 0
    while table.holds[0][1] == c.CONTRACT_HELD and held < 9:
        next_round(table, book, log)
        held += 1
    assert held == 2


def test_a_long_contract_runs_four_rounds():
    table, book, log = laid(rule=sure(consent_base=300, break_base=-300))
    choose(table, 0, c.CONTRACT, P, stage=1, term=c.LONG)
    next_round(table, book, log)
    assert table.contract_left[0][1] == 4


def test_a_partner_without_room_cannot_sign():
    table, book, _log = laid()
    table.partner_capacity[0] = table.volume[0] - 1
    assert closed(table, book, 0, c.CONTRACT, P, 1) == "no_room"


def test_a_running_contract_closes_its_stage_to_another():
    table, book, log = laid()
    sign_contract(table, book, log, 0, P, 1, c.LONG, c.FIXED, WHY)
    assert closed(table, book, 0, c.CONTRACT, P + 1, 1) == "contract_runs"
    assert closed(table, book, 0, c.CONTRACT, P + 2, 1) == "contract_runs"
    assert closed(table, book, 1, c.CONTRACT, P + 2, 1) == "not_here"
    assert closed(table, book, 1, c.CONTRACT, N, 1) == "not_here"
    assert closed(table, book, 1, c.CONTRACT, P, 0) == "home_stage"


def test_a_refused_contract_leaves_the_market():
    table, book, log = laid(rule=sure(consent_base=-300))
    table.seed_low = 11
    begin(table)
    choose(table, 0, c.CONTRACT, P, stage=1)
    play(table, book, log)
    assert any(row[CAUSE] == cause_code("contract_refused") for row in rows(log, "consent"))
    assert table.holds[0][1] == c.MARKET


def test_two_co_operatives_of_different_stages_write_a_contract_on_both_sides():
    table, book, log = laid()
    table.home[3] = 2
    table.holds[3][0] = c.MARKET
    table.holds[3][2] = c.HOME
    choose(table, 0, c.CONTRACT, 3, stage=2, term=c.LONG)
    choose(table, 3, c.CONTRACT, 0, stage=0, term=c.LONG)
    play(table, book, log)
    assert (table.holds[0][2], table.contract_with[0][2]) == (c.CONTRACT_HELD, 3)
    assert (table.holds[3][0], table.contract_with[3][0]) == (c.CONTRACT_HELD, 0)


def test_breaking_hurts_the_tie_the_price_control_and_trust():
    table, book, log = laid(rule=sure(break_base=1000))
    sign_contract(table, book, log, 0, P, 1, c.LONG, c.INDEXED, WHY)
    tie = table.partner_tie[0][0]
    for _ in range(8):
        if table.holds[0][1] != c.CONTRACT_HELD:
            break
        next_round(table, book, log)
    assert table.holds[0][1] == c.MARKET
    assert table.partner_tie[0][0] <= tie - 8
    causes = {row[CAUSE] for kind in ("trust", "price_control") for row in rows(log, kind)}
    assert cause_code("contract_broken") in causes


def test_partners_drop_suppliers_in_a_glut():
    table, book, log = laid(rule=sure(break_base=-300, drop_glut=0))
    sign_contract(table, book, log, 0, P, 1, c.LONG, c.INDEXED, WHY)
    table.partner_tie[0][0] = 0
    for _ in range(6):
        table.glut = 100
        table.partner_tie[0][0] = 0
        if table.holds[0][1] != c.CONTRACT_HELD:
            break
        next_round(table, book, log)
    assert cause_code("contract_dropped") in {row[CAUSE] for row in rows(log, "contract")}


# integrate


def test_an_own_facility_is_built_for_one_round_and_then_opens():
    table, book, log = laid(rule=sure())
    table.capital[0] = 60
    choose(table, 0, c.INTEGRATE, stage=1)
    next_round(table, book, log)
    assert table.holds[0][1] == c.BUILDING
    assert table.debt[0] > 0
    play(table, book, log)
    assert table.holds[0][1] == c.OWN
    assert table.capacity[0][1] > 0


def test_integrate_needs_37_per_cent_of_the_cost_as_own_money():
    table, book, _ = laid()
    cost = facility_cost(table, book, 0, 1)
    table.capital[0] = cost * 37 // 100
    reason, needs, has = verdict(table, book, 0, c.INTEGRATE, -1, 1, 0)
    assert (CLOSED[reason], needs, has) == ("capital", cost * 37 // 100 + 1, table.capital[0])
    table.capital[0] += 1
    assert closed(table, book, 0, c.INTEGRATE, -1, 1) == "open"


def test_a_refusing_bank_costs_a_coin_and_members():
    table, book, log = laid(rule=sure(bank_base=-300))
    table.capital[0] = 40
    choose(table, 0, c.INTEGRATE, stage=1)
    play(table, book, log)
    if table.holds[0][1] == c.MARKET:
        assert cause_code("facility_refused") in {row[CAUSE] for row in rows(log, "bank")}


def test_a_losing_vote_stops_a_facility_before_the_bank_is_asked():
    table, book, log = laid(rule=sure(vote_facility=-300))
    table.capital[0] = 40
    table.seed_low = 5
    begin(table)
    choose(table, 0, c.INTEGRATE, stage=1)
    play(table, book, log)
    assert rows(log, "vote")
    assert not rows(log, "bank")


def test_a_full_facility_and_one_being_built_close_the_move():
    table, book, _ = laid()
    table.capital[0] = 99
    table.capacity[0][1] = table.volume[0]
    assert closed(table, book, 0, c.INTEGRATE, -1, 1) == "facility_full"
    table.building[0][2] = 10
    assert closed(table, book, 0, c.INTEGRATE, -1, 2) == "building"
    assert closed(table, book, 0, c.INTEGRATE, -1, 0) == "home_stage"


def test_a_collective_starts_cheaper_and_has_weaker_credit():
    from coopgame.rules.chances import bank_parts, own_money_needed

    table, book, _ = laid()
    needed, bank = own_money_needed(table, book, 0, 1), bank_parts(table, book, 0, 1)
    table.kind[0] = c.COLLECTIVE
    assert own_money_needed(table, book, 0, 1) > needed
    assert sum(bank_parts(table, book, 0, 1)) < sum(bank)


# organise, specialise, open up, hold


@pytest.mark.parametrize(("move", "field"), [(c.INFORM, "openness"), (c.REPRESENT, "voice")])
def test_organising_raises_openness_or_voice(move, field):
    table, book, log = laid()
    before = getattr(table, field)[0]
    choose(table, 0, move)
    play(table, book, log)
    assert getattr(table, field)[0] == before + 13 - 5


def test_a_speciality_costs_coins_and_raises_quality():
    table, book, log = laid()
    table.volume[0] = 60
    table.capital[0], coins = 30, 30
    before = table.quality[0]
    cost = speciality_cost(table, book, 0)
    choose(table, 0, c.SPECIALISE)
    play(table, book, log)
    assert table.quality[0] == before + 7
    assert table.capital[0] < coins + 4 - cost + 1
    table.quality[0] = 96
    assert closed(table, book, 0, c.SPECIALISE) == "quality_full"
    table.quality[0], table.capital[0] = 50, 0
    assert closed(table, book, 0, c.SPECIALISE) == "capital"


def test_a_large_membership_can_block_a_speciality():
    blocked = 0
    for seed in range(12):
        table, book, log = laid(seed=seed)
        table.volume[0] = 400
        table.capital[0] = 90
        quality = table.quality[0]
        choose(table, 0, c.SPECIALISE)
        play(table, book, log)
        blocked += table.quality[0] <= quality
    assert blocked >= 5


def test_opening_up_needs_members_and_makes_a_mixed_co_operative():
    table, book, log = laid()
    table.members[0] = 49
    assert closed(table, book, 0, c.OPEN_UP) == "members"
    table.members[0] = 60
    coins = table.capital[0]
    choose(table, 0, c.OPEN_UP)
    play(table, book, log)
    assert table.kind[0] == c.MIXED
    assert table.capital[0] >= coins + 4 - 2
    assert closed(table, book, 0, c.OPEN_UP) == "already_mixed"


def test_a_mixed_co_operative_pays_two_coins_for_a_strategic_move():
    from coopgame.rules.legal import move_cost

    table, book, _ = laid()
    assert move_cost(table, book, 0, c.MERGE) == 0
    table.kind[0] = c.MIXED
    assert move_cost(table, book, 0, c.MERGE) == 2
    assert move_cost(table, book, 0, c.DIALOGUE) == 0


def test_hold_puts_coins_aside_and_keeps_more_of_the_surplus():
    table, book, log = laid()
    choose(table, 0, c.HOLD)
    choose(table, 1, c.INFORM)
    play(table, book, log)
    assert table.held[0] == 1
    assert table.held[1] == 0
    put_aside = [row for row in rows(log, "capital") if row[CAUSE] == cause_code("put_aside")]
    assert next((row[3], row[8] - row[7]) for row in put_aside) == (0, 7)


# leave


def test_leaving_a_pact_early_costs_trust_both_ways_and_later_does_not():
    table, book, log = laid()
    make_pact(table, book, log, 0, 1, WHY)
    before = table.tie[1][0]
    choose(table, 0, c.LEAVE, 1, term=c.LEAVE_PACT)
    play(table, book, log)
    assert table.pact[0][1] == 0
    assert before - table.tie[1][0] == 12 + 4
    make_pact(table, book, log, 0, 2, WHY)
    table.round_now += 3
    before = table.tie[2][0]
    choose(table, 0, c.LEAVE, 2, term=c.LEAVE_PACT)
    table.round_now -= 3
    table.pact[0][2] = table.pact[2][0] = table.round_now - 3
    play(table, book, log)
    assert before - table.tie[2][0] <= 4


def test_leaving_a_pact_with_a_neighbour():
    table, book, log = laid()
    make_pact(table, book, log, 0, N, WHY)
    choose(table, 0, c.LEAVE, N, term=c.LEAVE_PACT)
    play(table, book, log)
    assert table.neighbour_pact[0][0] == 0


def test_leaving_a_contract_early_is_remembered_by_the_partner():
    table, book, log = laid()
    sign_contract(table, book, log, 0, P, 1, c.LONG, c.FIXED, WHY)
    before = table.partner_tie[0][0]
    choose(table, 0, c.LEAVE, P, stage=1, term=c.LEAVE_CONTRACT)
    play(table, book, log)
    assert table.holds[0][1] == c.MARKET
    assert table.partner_tie[0][0] <= before - 12


def test_there_is_nothing_to_leave_without_a_link():
    table, book, _ = laid()
    assert closed(table, book, 0, c.LEAVE, 1, -1, c.LEAVE_PACT) == "no_link"
    assert closed(table, book, 0, c.LEAVE, -1, 1, c.LEAVE_CONTRACT) == "no_link"
    assert closed(table, book, 0, c.LEAVE, -1, -1, c.LEAVE_GROUP) == "no_link"


def test_a_move_that_an_earlier_one_closed_is_not_paid():
    table, book, log = laid(seats=3, rule=sure(consent_base=300))
    table.partner_capacity[0] = max(table.volume[0], table.volume[1]) + 1
    choose(table, 0, c.CONTRACT, P, stage=1)
    choose(table, 1, c.CONTRACT, P, stage=1)
    play(table, book, log)
    assert sum(table.holds[s][1] == c.CONTRACT_HELD for s in range(2)) == 1
    assert cause_code("held_instead") in {row[CAUSE] for row in rows(log, "move")}
