from coopgame.rules import codes as c
from coopgame.rules.agreements import leave_pact, make_pact
from coopgame.rules.causes import MERGER_COST, cause_code
from coopgame.rules.chance import begin
from coopgame.rules.chances import group_merger_chance, merger_chance, merger_parts
from coopgame.rules.journal import CAUSE, ROUND
from coopgame.rules.legal import CLOSED, verdict
from coopgame.rules.merging import absorb_neighbour, closest_neighbour, merge_neighbour
from coopgame.rules.offering import move_option
from coopgame.rules.rounds import open_round
from coopgame.rules.tallies import group_says_yes, volume_share
from tests.rules.laid import choose, laid, play, rows, sure

WHY = (0, -1, 0)
N = c.NEIGHBOUR_PARTY


def merged(seats=4, seed=1, **numbers):
    """Lay a table on which A and B are one group."""
    table, book, log = laid(seats=seats, seed=seed, rule=sure(**numbers))
    for other in range(seats):
        table.tie[0][other] = table.tie[1][other] = 90
        table.tie[other][0] = table.tie[other][1] = 90
    choose(table, 0, c.MERGE, 1)
    choose(table, 1, c.MERGE, 0)
    for _ in range(20):
        play(table, book, log)
        open_round(table, book, log) if table.round_now < table.rounds else None
        if table.group[1] == 0:
            return table, book, log
        choose(table, 0, c.MERGE, 1)
        choose(table, 1, c.MERGE, 0)
    raise AssertionError("no merger passed")


def test_a_merger_needs_both_members_votes_and_makes_one_group_of_districts():
    table, _, log = merged()
    assert table.group[:4] == [0, 0, 2, 3]
    passed = [row for row in rows(log, "vote") if row[CAUSE] == cause_code("merger_passed")]
    assert {row[3] for row in passed} == {0, 1}


def test_a_merger_takes_three_rounds_to_digest_and_lowers_openness_and_voice():
    table, _, _ = merged()
    assert table.digest[0] == 2  # one of the three has passed
    assert table.openness[0] < 50
    assert table.voice[0] < 55


def test_a_failed_vote_costs_coins_members_and_tie_and_helps_the_next():
    table, book, log = laid(rule=sure(vote_base=-300))
    table.seed_low = 12
    begin(table)
    tie = table.tie[0][1]
    before = merger_parts(table, book, 0, 1)
    choose(table, 0, c.MERGE, 1)
    choose(table, 1, c.MERGE, 0)
    play(table, book, log)
    assert table.group[1] == 1
    assert table.failed_votes[0][1] == 1
    assert table.tie[0][1] == tie - 4 - 4
    assert merger_parts(table, book, 0, 1)[9] == before[9] + 6
    failed = [row for row in rows(log, "capital") if row[CAUSE] == cause_code("merger_failed")]
    assert [row[8] - row[7] for row in failed] == [-1, -1]


def test_the_shown_chance_is_the_product_of_both_votes():
    table, book, _ = laid()
    ours = group_merger_chance(table, book, 0, 1)
    theirs = group_merger_chance(table, book, 1, 0)
    assert merger_chance(table, book, 0, 1) == ours * theirs // 100
    assert merger_chance(table, book, 0, N) == group_merger_chance(table, book, 0, N)


def test_votes_listen_to_ties_pacts_and_size_more_than_to_gain():
    table, book, log = laid()
    table.volume[0], table.volume[1] = 60, 240
    parts = merger_parts(table, book, 0, 1)
    table.voice[0] = 90
    assert merger_parts(table, book, 0, 1)[6] > parts[6]
    table.tie[0][1] = table.tie[1][0] = 90
    assert merger_parts(table, book, 0, 1)[2] > parts[2]
    make_pact(table, book, log, 0, 1, WHY)
    assert merger_parts(table, book, 0, 1)[8] == 0
    table.round_now += 2
    assert merger_parts(table, book, 0, 1)[8] == 10
    assert parts[7] <= 8


def test_the_group_decides_by_plurality_and_overrules_the_small_district():
    table, book, log = merged()
    table.voice[0] = table.voice[1] = 20
    table.volume[0], table.volume[1] = 200, 60
    table.capital[0] = table.capital[1] = 30
    members, autonomy = table.members[1], table.shock[1][c.AUTONOMY]
    choose(table, 0, c.SPECIALISE)
    choose(table, 1, c.OPEN_UP)
    play(table, book, log)
    assert table.acted_move[1] == c.NOTHING
    assert table.kind[1] != c.MIXED
    assert cause_code("overruled") in {row[CAUSE] for row in rows(log, "members")}
    assert autonomy == 0
    assert members != table.members[1]


def test_with_a_strong_voice_each_district_has_one_vote_and_ties_go_to_the_larger():
    table, _, _ = merged()
    table.voice[0] = table.voice[1] = 80
    table.volume[0], table.volume[1] = 60, 200
    table.reply[0][2], table.reply[1][2] = 1, 0
    assert not group_says_yes(table, 0, 2)
    table.volume[0] = 300
    assert group_says_yes(table, 1, 2)


def test_without_voice_volume_decides():
    table, _, _ = merged()
    table.voice[0] = table.voice[1] = 30
    table.volume[0], table.volume[1] = 60, 200
    table.reply[0][2], table.reply[1][2] = 0, 1
    assert group_says_yes(table, 0, 2)
    assert volume_share(table, 1) == 76


def test_dialogue_and_organising_stay_with_the_districts():
    table, book, log = merged()
    openness = table.openness[1]
    choose(table, 0, c.SPECIALISE)
    choose(table, 1, c.INFORM)
    play(table, book, log)
    assert table.openness[1] > openness


def test_districts_that_want_the_same_move_make_it_once():
    table, book, log = merged()
    table.capital[0] = table.capital[1] = 40
    choose(table, 0, c.SPECIALISE)
    choose(table, 1, c.SPECIALISE)
    play(table, book, log)
    made = [row for row in rows(log, "quality") if row[CAUSE] == cause_code("speciality_made")]
    blocked = {row[CAUSE] for row in rows(log, "capital")}
    assert len(made) == 2 or cause_code("speciality_blocked") in blocked
    assert cause_code("overruled") not in {row[CAUSE] for row in rows(log, "members")}


def test_a_group_pays_one_price_in_all_districts():
    table, book, log = merged()
    play(table, book, log)
    assert table.paid[0] == table.paid[1]


def test_pacts_inside_a_new_group_lapse_and_others_hold_for_all_its_districts():
    table, book, log = laid(rule=sure())
    for other in range(4):
        table.tie[0][other] = table.tie[1][other] = table.tie[other][0] = 95
        table.tie[other][1] = 95
    make_pact(table, book, log, 0, 1, WHY)
    make_pact(table, book, log, 0, 2, WHY)
    make_pact(table, book, log, 1, N, WHY)
    for _ in range(8):
        choose(table, 0, c.MERGE, 1)
        choose(table, 1, c.MERGE, 0)
        play(table, book, log)
        if table.group[1] == 0:
            break
        open_round(table, book, log)
    assert table.group[1] == 0
    assert table.pact[0][1] == table.pact[1][0] == 0
    assert table.pact[1][2] == table.pact[2][1] == table.pact[0][2] > 0
    assert table.neighbour_pact[0][0] > 0


def test_late_gains_arrive_in_the_two_rounds_after_a_merger():
    late = {cause_code("late_gain"), cause_code("late_loss")}
    for seed in range(6):
        table, book, log = merged(seed=seed)
        joined = max(row[ROUND] for row in rows(log, "group"))
        for _ in range(4):
            if table.round_now < table.rounds:
                play(table, book, log)
                open_round(table, book, log)
        arrived = {row[ROUND] - joined for row in rows(log, "efficiency") if row[CAUSE] in late}
        assert arrived <= {1, 2}
        assert arrived


def test_absorbing_a_neighbour_brings_its_volume_and_a_twentieth_in_coins():
    table, book, log = laid()
    volume, coins, joining = table.volume[0], table.capital[0], table.neighbour_volume[1]
    absorb_neighbour(table, book, log, 0, 1, (cause_code("absorbed"), N + 1, 0))
    assert table.volume[0] == volume + joining
    assert table.capital[0] == coins - 3 + joining // 20
    assert table.neighbour_joined[1] == 1
    assert CLOSED[verdict(table, book, 2, c.MERGE, N + 1, -1, 0)[0]] == "joined_already"
    assert CLOSED[verdict(table, book, 2, c.DIALOGUE, N + 1, -1, 0)[0]] == "joined_already"
    absorb_neighbour(table, book, log, 2, 1, (cause_code("absorbed"), N + 1, 0))
    assert table.neighbour_joined[1] == 1


def test_merging_with_a_neighbour_takes_one_vote():
    table, book, log = laid(rule=sure())
    for neighbour in range(2):
        table.neighbour_tie[0][neighbour] = 90
    choose(table, 0, c.MERGE, N)
    play(table, book, log)
    votes = [row for row in rows(log, "vote") if row[3] == 0]
    assert len(votes) == 1


def test_a_neighbour_that_votes_no_costs_tie_and_members():
    table, book, log = laid(rule=sure(vote_base=-300))
    table.seed_low = 4
    begin(table)
    tie = table.neighbour_tie[0][0]
    choose(table, 0, c.MERGE, N)
    play(table, book, log)
    assert table.neighbour_failed[0][0] == 1
    assert table.neighbour_tie[0][0] == tie - 4 - 4


def test_the_closest_neighbour_is_independent_and_trusted():
    table, _, _ = laid()
    table.neighbour_tie[0][1] = 99
    assert closest_neighbour(table, 0) == 1
    table.neighbour_joined[0] = table.neighbour_joined[1] = 1
    assert closest_neighbour(table, 0) == c.NOBODY


def test_a_district_can_leave_its_group_by_vote_and_pays_for_it():
    for seed in range(30):
        table, book, log = merged(seed=seed)
        table.members[1] = 20
        coins = table.capital[1]
        choose(table, 1, c.LEAVE, term=c.LEAVE_GROUP)
        play(table, book, log)
        if table.group[1] == 1:
            left = [row for row in rows(log, "capital") if row[CAUSE] == cause_code("group_left")]
            assert [row[8] - row[7] for row in left] == [-3]
            assert coins > 0
            return
    raise AssertionError("nobody could leave")


def test_the_rest_of_a_group_stays_together_when_its_first_district_leaves():
    table, book, log = laid(seats=5)
    table.group[1] = table.group[2] = 0
    table.members[0] = 5
    for seed in range(20):
        table.seed_low = seed
        begin(table)
        choose(table, 0, c.LEAVE, term=c.LEAVE_GROUP)
        play(table, book, log)
        if table.group[0] == 0 and table.group[1] == 1:
            break
        open_round(table, book, log)
    assert table.group[:3] == [0, 1, 1]


def test_a_merger_needs_the_same_stage_and_somebody_else():
    table, book, _ = laid()
    table.home[1] = 1
    assert CLOSED[verdict(table, book, 0, c.MERGE, 1, -1, 0)[0]] == "other_stage"
    table.home[1] = 0
    table.group[1] = 0
    assert CLOSED[verdict(table, book, 0, c.MERGE, 1, -1, 0)[0]] == "same_group"


def test_a_large_co_operative_without_voice_cannot_call_a_vote_where_a_scenario_says_so():
    table, book, _ = laid(rule=sure(vote_voice_floor=40))
    table.volume[0], table.voice[0] = 200, 30
    assert verdict(table, book, 0, c.MERGE, 1, -1, 0)[1:] == (40, 30)
    table.voice[0] = 40
    assert verdict(table, book, 0, c.MERGE, 1, -1, 0)[0] == 0


def test_a_district_that_was_not_asked_does_not_vote_on_an_offer():
    table, _, _ = laid()
    table.group[2] = 1
    table.volume[1], table.volume[2] = 60, 140
    table.reply[1][0] = 1
    assert group_says_yes(table, 1, 0)
    table.reply[1][0] = 0
    assert not group_says_yes(table, 1, 0)
    table.reply[1][0] = c.NOTHING
    assert not group_says_yes(table, 1, 0)


def test_leaving_a_pact_early_costs_the_ties_of_every_district():
    table, book, log = laid()
    table.group[1] = 0
    make_pact(table, book, log, 0, 2, WHY)
    ties = [table.tie[a][b] for a, b in ((0, 2), (2, 0), (1, 2), (2, 1))]
    leave_pact(table, book, log, 2, 0)
    after = [table.tie[a][b] for a, b in ((0, 2), (2, 0), (1, 2), (2, 1))]
    assert after == [tie - book.rule.early_leave for tie in ties]
    assert not any(table.pact[0] + table.pact[1] + table.pact[2])


def test_a_merger_with_a_neighbour_costs_what_was_shown():
    table, book, log = laid(rule=sure())
    shown = move_option(table, book, 0, (c.MERGE, N, -1, 0, 0)).cost
    merge_neighbour(table, book, log, 0, 0)
    costs = [row[7] - row[8] for row in rows(log, "capital") if row[CAUSE] == MERGER_COST]
    assert costs == [shown] == [3]
