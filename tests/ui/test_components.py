"""Every part, in both themes and on both surfaces, is legible, reachable and where it should be."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import pytest

from coopgame.ui.components import (
    Answer,
    AnswerRow,
    Chip,
    Effect,
    Meter,
    Note,
    Phase,
    Timer,
    Token,
    TopBar,
    WhatIf,
    answer_row,
    answer_tile,
    badge,
    badge_row,
    button,
    chip,
    chip_width,
    code_matrix,
    cooperative_choice,
    cooperative_choice_width,
    cooperative_panel,
    dotted,
    effect,
    effect_row,
    effect_width,
    hull,
    icon_button,
    lock_mark,
    meter,
    meter_big,
    meter_line,
    name_pill,
    named_effects,
    note,
    number_tile,
    own_block,
    paper,
    picture_band,
    pill,
    ribbon,
    ribbon_width,
    row,
    segments,
    shape_points,
    side_strip,
    slider,
    small_chart,
    spot_ring,
    stage_headers,
    stat,
    stepper,
    tabs,
    text_field,
    tick,
    tie,
    tile,
    token,
    top_bar,
    top_strip,
    vote_bar,
    what_if_chart,
)
from coopgame.ui.layout import Rect
from coopgame.ui.ledger import findings, rows
from coopgame.ui.nodes import Box, Disc, Group, Icon, Line, Node, Polygon, Text
from coopgame.ui.sheet import Sheet

Kind = TypeVar("Kind")

STAGES = [
    ("production", "Make"),
    ("processing", "Work"),
    ("distribution", "Send"),
    ("consumption", "Eat"),
]
PHASES = [Phase(f"icon{number}", f"Phase {number}") for number in range(6)]


@pytest.fixture(params=["board", "seat"])
def sheet(request, theme, new_sheet) -> Sheet:
    made: Sheet = new_sheet(request.param, theme)
    made.text(made.M, 70, "Title", role="focus")
    return made


def faults(sheet: Sheet) -> list[str]:
    return [str(it) for it in findings(rows(sheet.frame()))]


def flat(sheet: Sheet, kind: type[Kind]) -> list[Kind]:
    def walk(nodes: Sequence[Node]) -> Iterator[Kind]:
        for node in nodes:
            if isinstance(node, Group):
                yield from walk(node.nodes)
            elif isinstance(node, kind):
                yield node

    return list(walk(sheet.frame().nodes))


def words(sheet: Sheet) -> list[str]:
    return [text.text for text in flat(sheet, Text)]


def icons(sheet: Sheet) -> list[str]:
    return [icon.name for icon in flat(sheet, Icon)]


def test_badges_on_ground_and_on_paper(sheet):
    for number, letter in enumerate("ABCDEF"):
        badge(sheet, letter, 150 + 200 * number, 300, 50, size=60)
    paper(sheet, Rect(90, 400, 1400, 200))
    badge_row(sheet, "ABCDEF", 120, 500, 50, size=60, paper=True)
    assert [] == faults(sheet)
    assert [*"ABCDEF"] * 2 == words(sheet)[1:]


def test_a_solid_badge_carries_no_letter(sheet):
    badge(sheet, "C", 300, 300, 50, solid=True)
    badge(sheet, "A", 500, 300, 50, lettered=False)
    assert ["Title"] == words(sheet)


def test_every_shape_stays_near_its_radius():
    for shape in ("circle", "square", "triangle", "diamond", "hexagon", "cross"):
        points = shape_points(shape, 0, 0, 100)
        assert len(points) >= 3
        assert all(abs(x) <= 125 and abs(y) <= 125 for x, y in points)


def test_a_lock_mark_shows_a_lock(sheet):
    lock_mark(sheet, 300, 300, 30)
    assert ["lock"] == icons(sheet)
    assert [] == faults(sheet)


def test_a_ribbon_is_as_wide_as_its_volume(sheet):
    assert ribbon_width(sheet, 1) > ribbon_width(sheet, 0.1) > 0
    ribbon(sheet, [(100, 300), (500, 300)], "D", 30)
    widths = [line.width for line in flat(sheet, Line)]
    assert widths == sorted(widths, reverse=True)
    assert 3 == len(widths)


def test_dots_stay_between_their_ends(sheet):
    dotted(sheet, 200, 900, 300, ("B", 20))
    dots = flat(sheet, Disc)
    assert len(dots) > 5
    assert all(200 <= dot.cx - dot.r and dot.cx + dot.r <= 900 for dot in dots)


def test_no_dots_fit_where_there_is_no_room(sheet):
    dotted(sheet, 200, 190, 300, ("B", 20))
    assert [] == flat(sheet, Disc)


@pytest.mark.parametrize("letters", ["A", "D", "CD", "ABC"])
def test_an_own_block_shows_its_stage(sheet, letters):
    own_block(sheet, Rect(300, 300, 120, 80), letters, "processing")
    assert ["processing"] == icons(sheet)
    assert [] == faults(sheet)


def test_a_tall_token_names_the_partner_and_a_flat_one_does_not(sheet):
    token(sheet, Rect(300, 300, 220, 200), Token("company", 3, "Lacta NV"))
    token(sheet, Rect(700, 300, 150, 60), Token("coop", 2, cooperative=True))
    token(sheet, Rect(1000, 300, 150, 60), Token("coop", None))
    assert ["Title", "Lacta NV", "3", "2"] == words(sheet)
    assert [] == faults(sheet)


def test_a_contract_in_its_last_round_has_a_dashed_outline(sheet):
    token(sheet, Rect(300, 300, 150, 60), Token("company", 1, last_round=True))
    assert 1 == len([box for box in flat(sheet, Box) if box.dash])


def test_a_cooperative_partner_has_two_outlines_and_a_company_one(sheet):
    token(sheet, Rect(300, 300, 150, 60), Token("coop", 2, cooperative=True))
    token(sheet, Rect(700, 300, 150, 60), Token("company", 2))
    assert 3 == len([box for box in flat(sheet, Box) if box.outline])


def test_a_shared_spot_ring_has_a_ring_for_each(sheet):
    spot_ring(sheet, 300, 300, 40, "CD")
    assert 2 <= len(flat(sheet, Disc))


def test_a_tie_stops_at_every_cooperative_and_skips_the_others(sheet):
    tie(sheet, 300, [200, 400, 600], gaps=[(460, 520)])
    assert ["coordinate"] == icons(sheet)
    clear = [
        line for line in flat(sheet, Line) if line.points[0][1] < 520 and line.points[1][1] > 460
    ]
    assert [] == clear
    assert 3 == len([disc for disc in flat(sheet, Disc) if disc.outline])


@pytest.mark.parametrize("share", [0.0, 0.3, 0.8, 1.0])
def test_a_hull_can_be_drawn_little_by_little(sheet, share):
    hull(sheet, Rect(100, 200, 800, 300), share=share)
    assert [] == faults(sheet)


def test_a_merged_name_stands_on_a_pill(sheet):
    width = name_pill(sheet, 300, 300, "Lowland Dairy")
    assert width > sheet.text_width("Lowland Dairy", sheet.size("support"), 700)
    assert [] == faults(sheet)


def test_stage_headers_drop_icons_first_and_words_last(sheet):
    def drawn(width: float) -> tuple[int, int]:
        other = Sheet(1920, 1080, "test", sheet.surface, sheet.theme, sheet.typeface)
        rects = [Rect(100 + number * width, 200, width, 70) for number in range(4)]
        stage_headers(other, rects, STAGES)
        return len(words(other)), len(icons(other))

    assert (4, 4) == drawn(400)
    assert (4, 0) == drawn(130)
    assert (0, 4) == drawn(60)


def test_a_meter_shows_its_value_and_where_it_was(sheet):
    meter(sheet, 400, (300, 350), 130, Meter(58, 52))
    meter(sheet, 700, (300, 350), 130, Meter(0))
    assert ["Title", "58", "0"] == words(sheet)
    assert [] == faults(sheet)


def test_a_gain_is_solid_and_a_loss_is_hollow(sheet):
    meter_big(sheet, Rect(300, 300, 600, 40), Meter(64, 58))
    meter_big(sheet, Rect(300, 400, 600, 40), Meter(27, 39))
    meter_big(sheet, Rect(300, 500, 600, 40), Meter(27))
    theme, boxes = sheet.theme, flat(sheet, Box)
    assert 1 == len([box for box in boxes if box.fill == theme.gain])
    assert [None] == [box.fill for box in boxes if box.outline == theme.loss]


def test_seat_figures_show_name_and_value(sheet):
    meter_line(sheet, Rect(200, 200, 300, 90), Meter(58, 52), ("trust", "Trust"))
    stat(sheet, Rect(600, 200, 300, 90), "34", ("capital", "Capital"))
    assert ["Title", "Trust", "58", "Capital", "34"] == words(sheet)
    assert [] == faults(sheet)


def test_reasons_differ_by_form_and_not_only_by_colour(sheet):
    x = 100.0
    for reason in (Chip("+6 kept"), Chip("−4 alone", "loss"), Chip("0 same", "flat")):
        assert chip_width(sheet, reason) == chip(sheet, x, 300, reason)
        x += 500
    radii = [box.radius for box in flat(sheet, Box) if box.outline]
    assert radii[0] == radii[2] != radii[1]
    assert 2 == len(flat(sheet, Polygon))
    assert [] == faults(sheet)


@pytest.mark.parametrize(("steps", "arrows"), [(1, 1), (-2, 2), (3, 3), (0, 0)])
def test_an_effect_has_an_arrow_for_each_step(sheet, steps, arrows):
    width = effect(sheet, 400, 300, Effect("trust", steps), size=50)
    assert arrows == len(flat(sheet, Polygon))
    assert effect_width(50, Effect("trust", steps)) == width


def test_an_unknown_effect_is_a_question_mark(sheet):
    effect(sheet, 400, 300, Effect("trust", None))
    assert ["Title", "?"] == words(sheet)
    assert [] == faults(sheet)


def test_effects_stand_beside_each_other_or_over_their_names(sheet):
    effect_row(sheet, Rect(100, 300, 600, 0), [Effect("trust", 1), Effect("price", -3)], size=50)
    paper(sheet, Rect(90, 400, 1000, 200))
    effects = [(Effect("trust", -1), "Trust"), (Effect("price", 2), "Price")]
    named_effects(sheet, Rect(100, 420, 900, 120), effects)
    assert [] == faults(sheet)


def test_a_vote_bar_marks_half(sheet):
    vote_bar(sheet, Rect(200, 300, 600, 20), 62)
    mark = flat(sheet, Box)[-1]
    assert 500 == pytest.approx(mark.x + mark.w / 2)


@pytest.mark.parametrize("share", [0, 0.1, 0.44, 1])
@pytest.mark.parametrize("paused", [True, False])
def test_the_top_bar_holds_round_phases_locks_and_time(theme, new_sheet, share, paused):
    sheet = new_sheet("board", theme)
    sheet.text(sheet.M, 400, "Title", role="focus")
    top_bar(sheet, TopBar("Round 3/6", PHASES, 2, "3/5", Timer("1:20", share, paused)))
    assert "1:20" in words(sheet)
    assert "Phase 2" in words(sheet)
    assert ("pause" if paused else "clock") in icons(sheet)
    assert [] == faults(sheet)


def test_the_top_bar_shows_icons_where_words_do_not_fit(new_sheet):
    sheet = new_sheet(width=1024, height=768)
    sheet.text(sheet.M, 400, "Title", role="focus")
    top_bar(sheet, TopBar("Round 3/6", PHASES, 2, "3/5", Timer("1:20", 0.5)))
    assert ["Phase 2"] == [word for word in words(sheet) if word.startswith("Phase")]
    assert [] == faults(sheet)


def test_without_a_timer_there_is_no_clock_and_no_bar(new_sheet):
    sheet = new_sheet()
    top_bar(sheet, TopBar("Round 3/6", PHASES, 0))
    assert "clock" not in icons(sheet)
    assert 1 == len(flat(sheet, Box))


def test_the_bar_grows_thicker_near_the_end(new_sheet):
    def height(share: float) -> float:
        sheet = new_sheet()
        top_bar(sheet, TopBar("Round", (), -1, "", Timer("0:10", share)))
        return flat(sheet, Box)[0].h

    assert height(0.1) > height(0.5)
    assert height(0) == height(0.5)


@pytest.mark.parametrize("kind", ["primary", "second", "quiet"])
@pytest.mark.parametrize("focus", ["go", None])
def test_buttons_are_legible_on_ground_and_on_paper(sheet, kind, focus):
    sheet.focus = focus
    button(
        sheet,
        "go",
        Rect(200, 200, 700, 110),
        "Lock it",
        kind=kind,
        icon="lock",
        key="enter",
        keycap="Enter",
    )
    paper(sheet, Rect(150, 400, 900, 300))
    button(sheet, "paper", Rect(200, 450, 500, 110), "Accept", kind=kind, sub="Round 2")
    assert [] == faults(sheet)
    assert ["enter", ""] == [control.key for control in sheet.frame().controls]


def test_a_button_that_is_off_shows_a_lock_and_the_reason(sheet):
    button(sheet, "go", Rect(200, 200, 900, 130), "Merge", why_off="needs capital 40")
    assert "needs capital 40" in words(sheet)
    assert ["lock"] == icons(sheet)
    assert not sheet.frame().controls[0].enabled
    assert [] == faults(sheet)


def test_long_button_words_take_two_lines_and_then_count_as_clipped(sheet):
    button(sheet, "two", Rect(200, 200, 420, 120), "Show what each one chose")
    assert [] == faults(sheet)
    button(sheet, "four", Rect(200, 400, 300, 60), "Show what each one chose in this round")
    assert "clipped" in "".join(faults(sheet))


def test_a_focus_ring_lies_outside_the_button(sheet):
    sheet.focus = "go"
    button(sheet, "go", Rect(200, 200, 700, 110), "Go on")
    ring = flat(sheet, Box)[0]
    assert ring.x < 200
    assert ring.w > 700


def test_hovering_only_changes_the_outline(sheet):
    sheet.hover = "go"
    button(sheet, "go", Rect(200, 200, 700, 110), "Go on")
    assert sheet.theme.text_1 == flat(sheet, Box)[0].outline


def test_icon_buttons_and_pills(sheet):
    icon_button(sheet, "help", Rect(200, 200, 80, 80), "Help", icon="help")
    pill(sheet, 400, 240, "NOW", icon="play")
    pill(sheet, 700, 240, "ASK", ground=sheet.theme.family("power"))
    assert [] == faults(sheet)


def test_choices_ticks_rows_and_tabs(sheet):
    segments(sheet, Rect(100, 150, 900, 80), [("m20", "20"), ("m40", "40"), ("m60", "60")], "m40")
    tabs(sheet, Rect(100, 270, 900, 80), [("one", "Answer"), ("two", "Move")], "one")
    tick(sheet, "sound", Rect(100, 380, 500, 80), "Sound", selected=True)
    tick(sheet, "calm", Rect(700, 380, 500, 80), "Calm")
    for id, chosen in (("r1", True), ("r2", False)):
        with row(
            sheet, id, Rect(100 if chosen else 800, 500, 600, 90), id, selected=chosen
        ) as inside:
            sheet.text(inside.x, inside.cy, f"Row {id}")
    paper(sheet, Rect(80, 640, 1400, 140))
    for id, chosen in (("p1", True), ("p2", False)):
        with row(
            sheet, id, Rect(100 if chosen else 800, 660, 600, 90), id, selected=chosen, paper=True
        ) as inside:
            sheet.text(inside.x, inside.cy, f"Paper {id}", colour=sheet.theme.ink)
    assert [] == faults(sheet)
    values = {control.id: control.value for control in sheet.frame().controls}
    assert ("off", "on", "on", "off", "on") == tuple(
        values[id] for id in ("m20", "m40", "one", "two", "sound")
    )


def test_steppers_sliders_and_fields(sheet):
    stepper(sheet, "scale", Rect(100, 200, 400, 80), "150 %", ("Smaller", "Larger"))
    slider(sheet, "volume", Rect(600, 200, 500, 80), 0.5, ("Volume", "50 %"))
    text_field(sheet, "name", Rect(100, 350, 500, 90), "Anna", ("Name", "Type a name"))
    text_field(sheet, "empty", Rect(700, 350, 500, 90), "", ("Name", "Type a name"))
    assert [] == faults(sheet)
    assert ["Smaller", "Larger", "Volume", "Name", "Name"] == [
        it.label for it in sheet.frame().controls
    ]


def test_a_field_shows_the_end_of_what_is_too_long_and_a_cursor(sheet):
    sheet.focus = "name"
    text_field(
        sheet,
        "name",
        Rect(100, 350, 500, 90),
        "a very long name that goes on and on until here",
        ("Name", ""),
    )
    assert words(sheet)[-1].endswith("until here")
    assert flat(sheet, Box)[-1].fill == sheet.theme.accent
    assert [] == faults(sheet)


def test_cards_strips_and_bands(new_sheet, theme):
    sheet = new_sheet("board", theme)
    sheet.text(1200, 100, "Title", role="focus")
    for name in theme.card_themes:
        other = new_sheet("board", theme)
        other.text(1200, 100, "Title", role="focus")
        paper(other, Rect(48, 180, 950, 860), shadow=True)
        picture_band(other, Rect(48, 180, 950, 238), name, "Unequal power")
        paper(other, Rect(1020, 180, 800, 185))
        side_strip(other, Rect(1020, 180, 150, 185), name)
        paper(other, Rect(1020, 400, 800, 300))
        top_strip(other, Rect(1020, 400, 800, 84), name, "Half dropped")
        number_tile(other, Rect(1030, 600, 58, 58), "1", paper_below=True)
        assert [] == faults(other), name


def test_an_answer_tile_fits_wide_and_narrow(new_sheet, theme):
    answer = Answer(
        2,
        "Bargain",
        "dialogue",
        "One partner",
        "Costs nothing",
        [Effect("trust", 1), Effect("price", 1)],
    )
    for size, rect in (
        ((1920, 1080), Rect(1040, 180, 830, 200)),
        ((1024, 768), Rect(530, 128, 460, 142)),
    ):
        sheet = new_sheet("board", theme, width=size[0], height=size[1])
        sheet.text(sheet.M, 80, "Title", role="focus")
        answer_tile(sheet, rect, answer)
        assert [] == faults(sheet)


@pytest.mark.parametrize("wrong", [True, False])
def test_a_note_says_what_and_what_to_do(sheet, wrong):
    note(
        sheet,
        Rect(200, 200, 1200, 380),
        Note("clock", "Time is up", "Waiting for one.", "Nothing is lost.", wrong),
    )
    assert ["Title", "Time is up", "Waiting for one.", "Nothing is lost."] == words(sheet)
    assert [] == faults(sheet)


def test_a_note_that_does_not_fit_counts_as_clipped(sheet):
    note(
        sheet,
        Rect(200, 200, 700, 120),
        Note("clock", "Time is up", "Waiting for one.", "Nothing is lost at all."),
    )
    assert "clipped" in "".join(faults(sheet))


def test_charts_label_their_ends(sheet):
    sheet.box(80, 180, 1700, 700, fill=sheet.theme.band)
    small_chart(sheet, Rect(100, 220, 220, 90), [52, 55, 71], "D")
    what_if_chart(sheet, Rect(500, 400, 900, 300), WhatIf([52, 44, 47], [52, 60, 66], 1, "C"))
    shown = words(sheet)
    assert {"71", "66", "47", "0", "50", "100", "1", "2"} <= set(shown)
    assert [] == faults(sheet)


def test_a_keycap_gives_way_when_the_words_need_its_room(sheet):
    label = "Undo the last choice"
    tight = sheet.text_width(label, sheet.size("strong"), 700) + 4 * sheet.u
    button(sheet, "wide", Rect(200, 200, 1200, 110), label, key="u", keycap="Ctrl Z")
    button(sheet, "tight", Rect(200, 400, tight, 80), label, key="u", keycap="Ctrl Z")
    assert 1 == words(sheet).count("Ctrl Z")
    assert [] == faults(sheet)


def test_move_tiles_show_chosen_and_off(sheet):
    tile(sheet, "merge", Rect(100, 200, 300, 180), ("merge", "Merge"), selected=True)
    tile(sheet, "hold", Rect(450, 200, 300, 180), ("hold", "Hold"))
    tile(sheet, "leave", Rect(800, 200, 300, 180), ("leave", "Leave"), why_off="nothing to leave")
    assert ["merge", "hold", "leave", "lock"] == icons(sheet)
    assert ["on", "off", "off"] == [control.value for control in sheet.frame().controls]
    assert [] == faults(sheet)


def test_a_tile_that_is_too_small_for_its_name_counts_as_clipped(sheet):
    tile(sheet, "merge", Rect(100, 200, 90, 60), ("merge", "Merge with others"))
    assert "clipped" in "".join(faults(sheet))


def test_answer_rows_show_cost_effects_and_why_not(sheet):
    paper(sheet, Rect(80, 180, 1500, 700))
    effects = [Effect("price", 1), Effect("autonomy", -1)]
    answer_row(
        sheet,
        "one",
        Rect(100, 200, 1400, 180),
        AnswerRow("Join", "by vote", effects, selected=True),
    )
    answer_row(
        sheet,
        "two",
        Rect(100, 420, 1400, 180),
        AnswerRow("Own plant", "", effects, why_off="needs 40"),
    )
    answer_row(
        sheet,
        "low",
        Rect(100, 640, 1400, 90),
        AnswerRow("Nothing", "", [*effects, Effect("trust", None)]),
    )
    assert {"check", "lock", "price", "autonomy", "trust"} == set(icons(sheet))
    assert {"Join", "by vote", "Own plant", "needs 40", "Nothing", "?"} < set(words(sheet))
    assert [] == faults(sheet)


def test_an_answer_row_without_room_drops_its_effects_before_its_words(sheet):
    paper(sheet, Rect(80, 180, 1500, 700))
    answer_row(
        sheet,
        "one",
        Rect(100, 200, 160, 180),
        AnswerRow("Go", "", [Effect("price", 3), Effect("trust", 3)]),
    )
    assert [] == icons(sheet)


def test_cooperatives_can_be_chosen_by_badge_and_name(sheet):
    width = cooperative_choice_width(sheet, "CD", "Lowland", 90)
    cooperative_choice(sheet, "cd", Rect(100, 200, width, 90), ("CD", "Lowland"), selected=True)
    cooperative_choice(
        sheet, "e", Rect(120 + width, 200, 400, 90), ("E", "Maasoever"), why_off="asked twice"
    )
    assert ["Title", "C", "D", "Lowland", "E", "Maasoever"] == words(sheet)
    assert [] == faults(sheet)


@pytest.mark.parametrize("letter", "ABCDEF")
def test_a_panel_of_a_cooperative_shows_its_badge(sheet, letter):
    cooperative_panel(sheet, Rect(0, 200, 800, 880), letter)
    assert letter in words(sheet)
    assert len(flat(sheet, Polygon)) > 10


def test_a_code_keeps_its_modules_apart_on_whole_pixels(sheet):
    code_matrix(
        sheet,
        Rect(100.4, 200.6, 300, 300),
        [[True, False, True], [False, False, False], [True, True, True]],
    )
    dark = [box for box in flat(sheet, Box) if box.fill == "#000000"]
    assert 3 == len(dark)
    assert all(value == int(value) for box in dark for value in (box.x, box.y, box.w, box.h))
    assert dark[2].w == 3 * dark[0].w
