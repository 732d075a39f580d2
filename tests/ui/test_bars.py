"""Every bar of the ledger, each with a frame that meets it and one that does not."""

import pytest

from coopgame.ui.layout import Rect
from coopgame.ui.ledger import findings, rows, transcript
from coopgame.ui.nodes import Role
from coopgame.ui.sheet import Sheet


def faults(sheet: Sheet) -> list[str]:
    return [f"{it.bar} {it.detail}" for it in findings(rows(sheet.frame()))]


def with_focus(sheet: Sheet) -> Sheet:
    sheet.text(sheet.M, 200, "Headline", role="focus")
    return sheet


def test_a_sound_board_has_no_findings(new_sheet):
    sheet = with_focus(new_sheet())
    sheet.text(sheet.M, 400, "Something to read", role="support")
    sheet.icon("trust", 1200, 400, 40)
    with sheet.control("go", Rect(800, 800, 300, 90), "Go"):
        sheet.box(800, 800, 300, 90, fill=sheet.theme.wheat)
        sheet.text(950, 845, "Go", anchor="middle", colour=sheet.theme.ink)
    assert [] == faults(sheet)


@pytest.mark.parametrize(("role", "smallest"), [("essential", 50), ("support", 33)])
def test_board_text_has_a_smallest_size(new_sheet, role, smallest):
    def drawn(size: int) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.text(sheet.M, 400, "Words", role=role, size=size)
        return [fault for fault in faults(sheet) if fault.startswith("P-01")]

    assert [] == drawn(smallest)
    assert 1 == len(drawn(smallest - 1))


def test_seat_text_may_be_smaller_but_grows_with_the_text_scale(new_sheet):
    def drawn(scale: int, size: int) -> list[str]:
        sheet = new_sheet("seat", text_scale=scale)
        sheet.text(100, 400, "Words", size=size)
        return faults(sheet)

    assert [] == drawn(100, 24)
    assert "P-01" in drawn(100, 23)[0]
    assert "P-01" in drawn(200, 40)[0]


def test_text_wider_than_its_limit_is_clipped(new_sheet):
    def drawn(limit: float) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.text(sheet.M, 400, "Twelve chars", limit=limit)
        return faults(sheet)

    assert [] == drawn(220)
    assert ["P-03 is clipped"] == drawn(150)


def test_a_paragraph_with_more_lines_than_it_may_have_is_clipped(new_sheet):
    def drawn(lines: int) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.paragraph(sheet.M, 400, 200, "four words on two", lines=lines)
        return faults(sheet)

    assert [] == drawn(2)
    assert ["P-03 is clipped"] == drawn(1)


def test_two_texts_may_not_overlap(new_sheet):
    def drawn(y: float) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.text(sheet.M, 400, "One")
        sheet.text(sheet.M, y, "Other")
        return faults(sheet)

    assert [] == drawn(440)
    assert ["P-03 overlaps 'Other'"] == drawn(410)


def test_text_may_not_lie_on_an_icon(new_sheet):
    def drawn(x: float) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.text(400, 400, "Words")
        sheet.icon("trust", x, 400, 40)
        return faults(sheet)

    assert [] == drawn(370)
    assert ["P-03 lies on the icon trust"] == drawn(410)


def test_nothing_may_stick_out_of_the_frame(new_sheet):
    def drawn(x: float) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.text(x, 400, "Words")
        return faults(sheet)

    assert [] == drawn(1820)
    assert ["P-03 is partly outside the frame"] == drawn(1850)


def test_text_needs_seven_to_one(new_sheet):
    def drawn(colour: str) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.text(sheet.M, 400, "Words", colour=colour)
        return [fault for fault in faults(sheet) if fault.startswith("P-04")]

    assert [] == drawn("#E8E2D3")
    assert ["P-04 has contrast 6.7 on #111827, under 7.0"] == drawn("#93A0BA")


def test_the_declared_ground_must_be_the_one_that_is_drawn(new_sheet):
    def drawn(ground: str) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.box(300, 300, 600, 200, fill=sheet.theme.panel)
        sheet.text(400, 400, "Words", ground=ground)
        return [fault for fault in faults(sheet) if "drawn there" in fault]

    assert [] == drawn("#1D2740")
    assert ["P-04 says it stands on #111827, but #1D2740 is drawn there"] == drawn("#111827")


def test_the_ground_of_a_text_is_what_was_drawn_before_it_not_after(new_sheet):
    sheet = with_focus(new_sheet())
    sheet.text(400, 400, "Words")
    sheet.box(1000, 300, 600, 200, fill=sheet.theme.paper)
    sheet.text(1100, 400, "Words", colour=sheet.theme.ink)
    assert [] == faults(sheet)


def test_essential_text_must_survive_room_light(new_sheet):
    def drawn(ground: str) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.box(300, 300, 600, 200, fill=ground)
        sheet.text(400, 400, "Words", role="essential", size=52)
        return [fault for fault in faults(sheet) if "washes out" in fault]

    assert [] == drawn("#263250")
    assert ["P-04 washes out to 4.0, under 4.5"] == drawn("#56647F")


def test_text_needs_lightness_contrast(new_sheet):
    def drawn(colour: str) -> list[str]:
        sheet = new_sheet("seat")
        sheet.text(400, 400, "Words", colour=colour)
        return [fault for fault in faults(sheet) if fault.startswith("P-05")]

    assert [] == drawn("#FFC9B5")
    assert ["P-05 has Lc 68, under 75"] == drawn("#B9C1D0")


def test_icons_need_three_to_one(new_sheet):
    def drawn(colour: str) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.icon("trust", 1200, 400, 40, colour=colour)
        return faults(sheet)

    assert [] == drawn("#93A0BA")
    assert ["P-04 is an icon with contrast 2.2, under 3.0"] == drawn("#44506A")


def test_a_control_needs_an_outline_or_fill_of_three_to_one(new_sheet):
    def drawn(outline: str) -> list[str]:
        sheet = new_sheet("seat")
        with sheet.control("go", Rect(100, 100, 200, 60), "Go"):
            sheet.box(100, 100, 200, 60, fill=sheet.theme.raised, outline=outline, outline_width=2)
        return faults(sheet)

    assert [] == drawn("#93A0BA")
    assert ["P-04 has no outline or fill that reaches 3.0 on #111827"] == drawn("#33415F")


def test_a_board_line_has_at_most_forty_characters(new_sheet):
    def drawn(characters: int) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.text(sheet.M, 400, "x" * characters)
        return faults(sheet)

    assert [] == drawn(40)
    assert ["P-16 has 41 characters, over 40"] == drawn(41)


def test_a_board_block_has_at_most_three_lines(new_sheet):
    def drawn(words: int) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.paragraph(sheet.M, 400, 100, " ".join(["words"] * words))
        return faults(sheet)

    assert [] == drawn(3)
    assert ["P-16 starts a block of 4 lines, over 3"] == drawn(4)


def test_long_lines_and_blocks_are_allowed_on_a_seat(new_sheet):
    sheet = new_sheet("seat")
    sheet.paragraph(100, 100, 800, "words and words " * 30)
    assert [] == faults(sheet)


def test_the_largest_text_is_the_declared_focus(new_sheet):
    sheet = with_focus(new_sheet())
    assert "Headline" == sheet.frame().declared_focus
    sheet.text(sheet.M, 500, "88", role="essential", size=90)
    assert ["P-17 is larger than the declared focus 'Headline'"] == faults(sheet)


def test_a_board_must_declare_a_focus(new_sheet):
    sheet = new_sheet()
    sheet.text(sheet.M, 500, "88", role="essential")
    assert ["P-17 is the largest text, and no text is declared the focus"] == faults(sheet)


def test_essential_text_stays_out_of_the_margin_and_support_text_need_not(new_sheet):
    def drawn(role: Role, x: float) -> list[str]:
        sheet = with_focus(new_sheet())
        sheet.text(x, 400, "Words", role=role)
        return faults(sheet)

    assert [] == drawn("essential", 96)
    assert ["P-18 lies in the 5 % margin"] == drawn("essential", 80)
    assert [] == drawn("support", 80)


def test_a_target_is_large_enough_for_a_finger(new_sheet):
    def drawn(height: float) -> list[str]:
        sheet = new_sheet("seat")
        with sheet.control("go", Rect(100, 100, 200, height), "Go"):
            pass
        return faults(sheet)

    assert [] == drawn(48)
    assert ["P-07 is 200 by 40 px, under 48"] == drawn(40)


def test_targets_keep_their_distance(new_sheet):
    def drawn(x: float) -> list[str]:
        sheet = new_sheet("seat")
        for id, left in (("one", 100), ("other", x)):
            with sheet.control(id, Rect(left, 100, 200, 60), id.title()):
                pass
        return faults(sheet)

    assert [] == drawn(308)
    assert ["P-07 is nearer than 8 px to 'Other'"] == drawn(304)


def test_targets_are_measured_for_the_size_of_the_screen(new_sheet):
    sheet = new_sheet("seat", width=1024, height=768)
    with sheet.control("go", Rect(100, 100, 200, 35), "Go"):
        pass
    assert [] == faults(sheet)


def test_what_is_off_says_why(new_sheet):
    def drawn(why: str) -> list[str]:
        sheet = new_sheet("seat")
        with sheet.control("go", Rect(100, 100, 200, 60), "Go", enabled=False, why_off=why):
            pass
        return faults(sheet)

    assert [] == drawn("needs capital 40, you have 34")
    assert ["P-07 is off and does not say why"] == drawn("")


def test_decoration_is_left_alone_except_where_it_lies_on_text(new_sheet):
    sheet = with_focus(new_sheet())
    sheet.text(20, 400, "tiny", role="decor", size=10, colour="#33415F")
    assert [] == faults(sheet)


def test_rows_know_where_they_belong(new_sheet):
    sheet = with_focus(new_sheet(language="nl"))
    with sheet.control("go", Rect(100, 800, 200, 60), "Go on"):
        sheet.text(150, 830, "Go")
    ledger = rows(sheet.frame())
    assert ["", "go"] == [row.id for row in ledger if row.kind == "text"]
    assert {"nl"} == {row.language for row in ledger}
    assert ["Go on"] == [row.text for row in ledger if row.kind == "control"]


def test_the_transcript_reads_line_by_line(new_sheet):
    sheet = new_sheet()
    sheet.text(900, 100, "right")
    sheet.text(100, 500, "below")
    sheet.text(100, 102, "left")
    assert ("left", "right", "below") == transcript(sheet.frame())


def test_texts_of_a_mirrored_frame_do_not_count(new_sheet):
    small = new_sheet()
    small.text(0, 0, "cut off", size=5)
    sheet = with_focus(new_sheet())
    sheet.mirror(small.frame(), Rect(100, 400, 480, 270))
    assert [] == faults(sheet)
