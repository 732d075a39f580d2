"""The Why frame: what each bot says about its answer, its move and its replies, a sentence each."""

from collections.abc import Sequence

from coopgame.bots.playing import BotChoice
from coopgame.rules.questions import About, Option
from coopgame.rules.snapshot import Snapshot
from coopgame.screens.fitting import few_lines
from coopgame.screens.look import Look
from coopgame.screens.public.strip import foot, strip, title_block
from coopgame.screens.public.table_rows import TableRow, table_rows
from coopgame.screens.public.words_of import answer_words, move_icon, stages_of
from coopgame.screens.saying import move_phrase, party_word
from coopgame.ui.cards import number_tile
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame
from coopgame.ui.sheet import Sheet

TITLE, TOP, BOTTOM, FOOT = 18.4, 23.4, 87.8, 89.4
SIGN = 8.4
"""Room for the sign before a sentence, in percent of the height."""
COLUMNS = 2

_Cell = BotChoice | None


def why_pages(choices: Sequence[BotChoice]) -> int:
    """Return how many pages the reasons take: answers and moves, then replies to offers."""
    return 1 + max((-(-len(cells) // COLUMNS) for cells in _replies(choices).values()), default=0)


def why_frame(
    look: Look, snapshot: Snapshot, choices: Sequence[BotChoice], *, page: int = 0
) -> Frame:
    """Return a page of what the bots say; `next` turns the page, at last back to the reveal."""
    sheet = look.sheet("why", "board")
    strip(sheet, look, snapshot, phase="reveal")
    title_block(sheet, (sheet.M, TITLE * sheet.u), look.words.get("reveal.why.title"), sheet.U)
    cells = _cells(choices, page)
    ends = (TOP * sheet.u, BOTTOM * sheet.u)
    for row in table_rows(sheet, look, snapshot, ends, order=tuple(cells)):
        _row(sheet, look, snapshot, (row, cells[row.seat]))
    is_last = page + 1 >= why_pages(choices)
    onward = look.words.get("reveal.why.done" if is_last else "reveal.why.next")
    foot(sheet, look, FOOT * sheet.u, ("", onward))
    return sheet.frame()


def _cells(choices: Sequence[BotChoice], page: int) -> dict[int, Sequence[_Cell]]:
    """Return what stands beside each bot on a page."""
    if page == 0:
        return _first_cells(choices)
    start = (page - 1) * COLUMNS
    shown = {seat: cells[start : start + COLUMNS] for seat, cells in _replies(choices).items()}
    return {seat: cells for seat, cells in shown.items() if cells}


def _first_cells(choices: Sequence[BotChoice]) -> dict[int, Sequence[_Cell]]:
    """Return the answer and the move of each bot; None where it was not asked."""
    found: dict[int, Sequence[_Cell]] = {}
    for seat in dict.fromkeys(it.seat for it in choices):
        about = {it.asked.about: it for it in choices if it.seat == seat}
        found[seat] = (about.get(About.ANSWER), about.get(About.MOVE))
    return found


def _replies(choices: Sequence[BotChoice]) -> dict[int, list[BotChoice]]:
    found: dict[int, list[BotChoice]] = {}
    for it in choices:
        if it.asked.about == About.REPLY:
            found.setdefault(it.seat, []).append(it)
    return found


def _row(
    sheet: Sheet, look: Look, snapshot: Snapshot, it: tuple[TableRow, Sequence[_Cell]]
) -> None:
    row, cells = it
    left = sheet.M + 9.5 * sheet.u
    area = Rect(left, row.rect.y, sheet.W - sheet.M - left, row.rect.h)
    for choice, place in zip(cells, area.columns(COLUMNS, 1.6 * sheet.u), strict=False):
        if choice is not None:
            _sign(sheet, choice, place)
            _words(sheet, _sentence(look, snapshot, choice), place)


def _sign(sheet: Sheet, choice: BotChoice, place: Rect) -> None:
    """Draw what was chosen as the reveal shows it: number of the answer, sign of the move."""
    u, side, option = sheet.u, 6.0 * sheet.u, choice.asked.option(choice.option)
    x = place.x + side / 2
    if choice.asked.about == About.REPLY or option is None:
        icon = "check" if choice.option == "yes" else "cross"
        sheet.icon(icon, x, place.cy, 5 * u)
    elif choice.asked.about == About.MOVE:
        sheet.icon(move_icon(option), x, place.cy, 5.6 * u)
    elif _is_nothing(choice, option):
        sheet.icon("minus", x, place.cy, 4 * u, colour=sheet.theme.text_2)
    else:
        number = str((option.card_option or 0) + 1)
        number_tile(sheet, Rect(place.x, place.cy - side / 2, side, side), number)


def _is_nothing(choice: BotChoice, option: Option) -> bool:
    return option == choice.asked.options[-1]


def _words(sheet: Sheet, text: str, place: Rect) -> None:
    """Draw a sentence around the axis of its row, in at most three lines."""
    x = place.x + SIGN * sheet.u
    size, lines = few_lines(sheet, text, place.right - x, [sheet.size("support")])
    step = size * 1.12
    for number, line in enumerate(lines):
        y = place.cy + (number - (len(lines) - 1) / 2) * step
        sheet.text(x, y, line, size=size, weight=600)


def _sentence(look: Look, snapshot: Snapshot, choice: BotChoice) -> str:
    """Return what a bot says about one choice."""
    said = choice.said
    other = choice.asked.option(said.instead)
    text = look.words.get(
        said.why,
        count=said.futures,
        percent=look.words.percent(said.percent),
        other=_option_words(look, snapshot, choice, other) if other is not None else "",
    )
    if choice.asked.about != About.REPLY:
        return text
    party = party_word(look, choice.asked.asked_by)
    return f"{look.words.get(f'reveal.why.{choice.option}', party=party)} {text}"


def _option_words(look: Look, snapshot: Snapshot, choice: BotChoice, option: Option) -> str:
    match choice.asked.about:
        case About.MOVE:
            return move_phrase(look, option, stages_of(snapshot))
        case About.ANSWER if snapshot.card is not None:
            return answer_words(look, snapshot.card, option.card_option or 0)
        case _:
            return look.words.get(f"seat.{option.id}")
