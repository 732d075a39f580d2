from coopgame.rules import codes as c
from coopgame.rules.causes import cause_code
from coopgame.rules.journal import CAUSE, STEP
from coopgame.rules.news import NO_SEAT_FITS, queue_takeover, spoken_to
from coopgame.rules.playbook import (
    CARD_COLUMNS,
    CARD_SPEAKS_TO,
    SPEAKS_BY_CHANCE,
    SPEAKS_IN_GROUP,
    SPEAKS_LARGEST,
    SPEAKS_LEAST_TRUSTED,
    SPEAKS_MOST_TRUSTED,
    SPEAKS_POOREST,
    SPEAKS_RICHEST,
    SPEAKS_SMALLEST,
    SPEAKS_WITH_CONTRACT,
    SPEAKS_WITH_OWN_STAGE,
)
from coopgame.rules.rounds import open_round, play_round
from tests.rules.laid import choose, hold_all, laid, play, rows


def test_the_first_seat_rotates_each_round():
    table, book, log = laid(seats=3)
    firsts = []
    for _ in range(4):
        firsts.append(table.first_seat)
        play(table, book, log)
        open_round(table, book, log)
    assert firsts == [0, 1, 2, 0]


def test_the_journal_of_a_round_is_written_in_the_order_of_the_rulebook():
    table, book, log = laid()
    choose(table, 0, c.DIALOGUE, 1)
    start = log[0][0]
    play(table, book, log)
    steps = [row[STEP] for row in log[start + 1 : log[0][0] + 1]]
    assert steps == sorted(steps)
    assert c.STEP_METERS in steps


def test_a_match_ends_after_its_rounds():
    table, book, log = laid(rounds=2)
    play(table, book, log)
    assert table.ended == c.NOT_ENDED
    open_round(table, book, log)
    play(table, book, log)
    assert table.ended == c.ALL_ROUNDS


def test_a_match_ends_early_when_the_chain_collapses():
    table, book, log = laid()
    for seat in range(4):
        table.volume[seat] = 10
    play(table, book, log)
    assert table.ended == c.COLLAPSE


def test_two_rounds_in_the_red_with_weak_members_bring_a_takeover():
    table, book, log = laid()
    for _ in range(2):
        table.capital[0] = -60
        table.members[0] = 10
        table.parts[0][c.V_MEMBERS] = [0] * c.PARTS
        hold_all(table)
        table.move[0] = c.INFORM
        play_round(table, book, log)
        open_round(table, book, log)
    assert cause_code("takeover") in {row[CAUSE] for row in rows(log, "autonomy")}
    assert table.trouble_rounds[0] == 0


def test_the_market_follows_the_track_with_a_small_surprise():
    table, book, log = laid()
    book.track[1] = [70, 60, 80, 0]
    play(table, book, log)
    open_round(table, book, log)
    assert 61 <= table.index <= 79
    assert table.glut > 20
    assert table.pressure > 45


def test_more_volume_than_at_the_start_adds_to_the_glut():
    table, book, log = laid()
    for seat in range(4):
        table.volume[seat] *= 2
    play(table, book, log)
    open_round(table, book, log)
    assert table.glut >= 50
    assert cause_code("more_volume") in {row[CAUSE] for row in rows(log, "glut")}


def test_a_round_without_a_card_that_fits_has_none():
    table, _, _ = laid()
    assert table.card == c.NOTHING


def test_each_speaking_rule_finds_its_seat():
    table, book, _ = laid()
    book.cards.append([0] * CARD_COLUMNS)
    table.volume[:4] = [50, 90, 70, 60]
    table.capital[:4] = [5, 9, 30, 7]
    for other in range(4):
        table.tie[other][3] = 90
        table.tie[other][2] = 10

    def seat_for(rule):
        book.cards[0][CARD_SPEAKS_TO] = rule
        return spoken_to(table, book, 0)

    assert seat_for(0) == c.NOBODY
    assert seat_for(SPEAKS_LARGEST) == 1
    assert seat_for(SPEAKS_SMALLEST) == 0
    assert seat_for(SPEAKS_RICHEST) == 2
    assert seat_for(SPEAKS_POOREST) == 0
    assert seat_for(SPEAKS_MOST_TRUSTED) == 3
    assert seat_for(SPEAKS_LEAST_TRUSTED) == 2
    assert 0 <= seat_for(SPEAKS_BY_CHANCE) < 4
    for rule in (SPEAKS_WITH_CONTRACT, SPEAKS_WITH_OWN_STAGE, SPEAKS_IN_GROUP):
        assert seat_for(rule) == NO_SEAT_FITS
    table.holds[2][1] = c.CONTRACT_HELD
    table.holds[1][2] = c.OWN
    table.group[3] = 2
    assert seat_for(SPEAKS_WITH_CONTRACT) == 2
    assert seat_for(SPEAKS_WITH_OWN_STAGE) == 1
    assert seat_for(SPEAKS_IN_GROUP) == 2


def test_without_a_takeover_card_none_is_queued():
    table, book, _ = laid()
    assert not queue_takeover(table, book, 0)
    table.next_card = 0
    assert not queue_takeover(table, book, 0)


def test_quality_above_40_fades_and_ties_fade_for_everybody():
    table, book, log = laid()
    table.quality[0] = 60
    before = table.tie[0][2], table.partner_tie[0][0], table.neighbour_tie[0][0]
    play(table, book, log)
    assert table.quality[0] == 59
    after = table.tie[0][2], table.partner_tie[0][0], table.neighbour_tie[0][0]
    assert [b - a for b, a in zip(before, after, strict=True)] == [4, 2, 4]
