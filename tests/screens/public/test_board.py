"""The metro map: order of lanes, relations, ties, and the card below."""

from dataclasses import replace

import pytest

from coopgame.rules.questions import Party
from coopgame.rules.snapshot import PactView
from coopgame.screens.public.board import board_frame
from coopgame.screens.public.lane_plan import (
    joins_at,
    joint_contracts,
    order_of,
    plan_of,
    tied_of,
)
from coopgame.ui.ledger import findings, rows
from coopgame.ui.nodes import Box
from tests.screens.public.reading import icons, texts
from tests.screens.public.showing import (
    HOME,
    OWN,
    PARTNERS,
    SPOT,
    busy_table,
    contract,
    cooperative,
    look,
    snapshot,
)


def pact(one: int, other: int) -> PactView:
    return PactView(one, Party("seat", other), 1)


def test_lanes_keep_the_order_of_the_seats():
    assert order_of(snapshot([cooperative(n) for n in range(5)])) == (0, 1, 2, 3, 4)


def test_merged_co_operatives_lie_next_to_each_other():
    seats = [cooperative(n, group=1 if n in (1, 4) else n) for n in range(5)]
    assert order_of(snapshot(seats)) == (0, 1, 4, 2, 3)


def test_tied_co_operatives_lie_next_to_each_other_and_next_to_their_group():
    seats = [cooperative(n, group=0 if n in (0, 3) else n) for n in range(5)]
    table = snapshot(seats, pacts=(pact(3, 4),))
    assert order_of(table) == (0, 3, 4, 1, 2)


def test_three_that_all_coordinate_make_one_line_and_a_chain_makes_two():
    seats = [cooperative(n) for n in range(4)]
    three = snapshot(seats, pacts=(pact(0, 1), pact(0, 2), pact(1, 2)))
    assert tied_of(three) == [(0, 1, 2)]
    chain = snapshot(seats, pacts=(pact(0, 1), pact(1, 2)))
    assert sorted(tied_of(chain)) == [(0, 1), (1, 2)]


def test_two_tied_with_one_partner_share_a_token():
    table = busy_table(5)
    assert joint_contracts(table, order_of(table)) == {(0, 1): 1}
    assert texts(board_frame(look(), table, phase="choose")).count("Lacta NV") == 1


def test_untied_co_operatives_have_a_token_each():
    table = replace(busy_table(5), pacts=())
    assert joint_contracts(table, order_of(table)) == {}
    assert texts(board_frame(look(), table, phase="choose")).count("Lacta NV") == 2


def test_contracts_that_end_in_different_rounds_are_not_joint():
    lacta = PARTNERS[0]
    seats = [
        cooperative(0, holds=(HOME, contract(lacta, 3), SPOT, SPOT)),
        cooperative(1, holds=(HOME, contract(lacta, 1), SPOT, SPOT)),
    ]
    table = snapshot(seats, pacts=(pact(0, 1),))
    assert joint_contracts(table, order_of(table)) == {}


def test_the_last_round_of_a_contract_is_dashed():
    def dashed(left: int) -> int:
        holds = (HOME, contract(PARTNERS[0], left), SPOT, SPOT)
        frame = board_frame(
            look(), snapshot([cooperative(0, holds=holds), cooperative(1)]), phase="choose"
        )
        return sum(isinstance(node, Box) and node.dash is not None for node in frame.nodes)

    assert dashed(1) == dashed(2) + 1


def test_a_merged_group_runs_as_one_from_where_its_stations_agree():
    alike = [cooperative(n, group=0, holds=(HOME, OWN, SPOT, SPOT)) for n in range(2)]
    assert joins_at(snapshot(alike), (0, 1)) == 1
    other = replace(alike[1], holds=(HOME, contract(PARTNERS[0]), SPOT, SPOT))
    assert joins_at(snapshot([alike[0], other]), (0, 1)) == 2
    never = replace(alike[1], holds=(HOME, OWN, SPOT, contract(PARTNERS[2])))
    assert joins_at(snapshot([alike[0], never]), (0, 1)) == 4


def test_a_group_is_called_by_its_name_of_the_story():
    assert "Laagland Zuivel" in texts(board_frame(look(), busy_table(5), phase="choose"))


def test_a_pact_with_a_neighbour_has_its_own_mark():
    with_mark = icons(board_frame(look(), busy_table(5), phase="choose"))
    without = replace(busy_table(5), pacts=())
    assert (
        with_mark.count("coop")
        == icons(board_frame(look(), without, phase="choose")).count("coop") + 1
    )


def test_lanes_stay_above_the_card():
    sheet = look().sheet("board", "board")
    table = busy_table(5)
    plan = plan_of(sheet, table, 79 * sheet.u)
    assert plan.bottom <= 79 * sheet.u
    assert [lane.seat for lane in plan.lanes] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (2560, 1080)])
@pytest.mark.parametrize("chain", [3, 4, 5, 6])
@pytest.mark.parametrize("seats", [2, 3, 4, 5, 6])
def test_any_table_fits_on_the_board(seats, chain, size):
    home = 1 if chain == 6 else 0
    ends = [OWN, contract(PARTNERS[0], 12), contract(Party("seat", 0), 1), SPOT]
    holds = tuple(HOME if n == home else ends[n % 4] if n else SPOT for n in range(chain))
    table = snapshot([cooperative(n, home=home, holds=holds) for n in range(seats)], chain=chain)
    frame = board_frame(look(size=size), table, phase="choose", locked=(0, seats), go_on="Verder")
    assert findings(rows(frame)) == ()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize("groups", [(0, 0, 2, 2, 4, 4), (0, 0, 0, 0, 0, 0), (0, 1, 1, 1, 4, 4)])
def test_any_groups_fit_on_the_board(groups, size):
    for holds in ((HOME, OWN, SPOT, SPOT), (HOME, SPOT, contract(PARTNERS[1]), SPOT)):
        seats = [cooperative(n, group=lead, holds=holds) for n, lead in enumerate(groups)]
        frame = board_frame(look(size=size), snapshot(seats), phase="choose")
        assert findings(rows(frame)) == ()


def test_every_pair_may_coordinate_without_words_lying_on_each_other():
    pacts = tuple(pact(a, b) for a in range(6) for b in range(a + 1, 6) if (a + b) % 2)
    table = snapshot([cooperative(n) for n in range(6)], pacts=pacts)
    assert findings(rows(board_frame(look(), table, phase="choose"))) == ()


def test_without_a_card_the_board_says_what_to_do():
    frame = board_frame(look(), replace(busy_table(4), card=None), phase="choose")
    assert "Geen kaart deze ronde" in texts(frame)


def test_the_button_says_what_comes_next():
    frame = board_frame(look(), busy_table(5), phase="talk", go_on="Geef de laptop aan Klaverland")
    assert frame.control("next").label == "Geef de laptop aan Klaverland"
    assert board_frame(look(), busy_table(5), phase="talk").control("next") is None


def test_the_tick_of_a_meter_is_where_it_stood_a_round_ago():
    first = snapshot([cooperative(n, meter_history=()) for n in range(2)], round=1)
    later = snapshot([cooperative(n) for n in range(2)])
    ticks = [
        sum(isinstance(node, Box) and node.fill == look().theme.accent for node in frame.nodes)
        for frame in (
            board_frame(look(), first, phase="choose"),
            board_frame(look(), later, phase="choose"),
        )
    ]
    assert ticks[1] == ticks[0] + 6


def test_a_pact_of_a_group_is_one_line():
    seats = [cooperative(n, group=1 if n in (1, 2) else n) for n in range(3)]
    table = snapshot(seats, pacts=(pact(0, 1), pact(0, 2)))
    drawn = board_frame(look(), table, phase="choose")
    lone = board_frame(look(), replace(table, pacts=(pact(0, 1),)), phase="choose")
    assert len(tied_of(table)) == 2
    assert drawn.nodes == lone.nodes
