"""A block on a board has three lines however it was drawn; a card has words instead."""

import pytest

from coopgame.ui.ledger import findings, rows


def faults(sheet):
    return [f"{it.bar} {it.detail}" for it in findings(rows(sheet.frame()))]


@pytest.fixture
def board(new_sheet):
    sheet = new_sheet()
    sheet.text(sheet.M, 150, "Headline", role="focus")
    return sheet


def stacked(board, count, *, step=40, **look):
    for number in range(count):
        board.text(board.M, 300 + step * number, "A line", size=33, **look)
    return faults(board)


def test_lines_drawn_one_by_one_are_a_block_too(board):
    assert stacked(board, 3) == []


def test_a_fourth_line_drawn_by_itself_is_found(board):
    assert stacked(board, 4) == ["P-16 starts a block of 4 lines, over 3"]


def test_rows_of_a_table_are_no_block(board):
    assert stacked(board, 6, step=55) == []


def test_centred_lines_are_a_block_too(board):
    for number, text in enumerate(("One", "Two more", "And even three", "Four")):
        board.text(900, 300 + 40 * number, text, size=33, anchor="middle")
    assert faults(board) == ["P-16 starts a block of 4 lines, over 3"]


@pytest.mark.parametrize(
    ("count", "found"), [(9, []), (10, ["P-16 has 50 words on its card, over 45"])]
)
def test_a_card_has_at_most_forty_five_words(board, count, found):
    for number in range(count):
        board.text(board.M, 300 + 40 * number, "one two three four five", size=33, on_card=True)
    assert faults(board) == found
