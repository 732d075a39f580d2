"""The board between news and reveal: the metro map, the meters, and the card of this round below."""

import itertools
from collections.abc import Sequence

from coopgame.rules.snapshot import Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.headline import headline_card
from coopgame.screens.public.lane_plan import HEADS, Columns, plan_of
from coopgame.screens.public.lanes import draw_lanes
from coopgame.screens.public.strip import strip
from coopgame.screens.public.words_of import METER_ICONS, meter_word
from coopgame.ui.chain import stage_headers
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame
from coopgame.ui.sheet import Sheet
from coopgame.ui.topbar import Timer

FULL, FLAT = 79.0, 85.9
"""Where the card below the lanes begins: with its answers, and as a headline only."""
BOTTOM = 96.2


def board_frame(  # noqa: PLR0913 - each is a thing that may stand on the board
    look: Look,
    snapshot: Snapshot,
    *,
    phase: str,
    locked: tuple[int, int] | None = None,
    timer: Timer | None = None,
    go_on: str = "",
    waits: str = "",
) -> Frame:
    """Return the board in a phase; `locked` is how many of how many are done.

    With `go_on` there is a button `next` that says so; with `waits` it says there what it
    waits for, and nothing can be pressed; without either the board only shows.
    """
    sheet = look.sheet("board", "board")
    strip(
        sheet, look, snapshot, phase=phase, locked=locked, timer=timer, with_pause=not waits
    )  # fmt: skip
    flat = len(snapshot.cooperatives) >= 6
    top = (FLAT if flat else FULL) * sheet.u
    plan = plan_of(sheet, snapshot, top)
    _heads(sheet, look, snapshot, plan.columns)
    draw_lanes(sheet, look, snapshot, plan)
    if plan.bottom + 0.4 * sheet.u > top:
        top = FLAT * sheet.u
    x = sheet.M / 2
    rect = Rect(x, top, sheet.W - sheet.M, BOTTOM * sheet.u - top)
    headline_card(sheet, look, snapshot, rect, (go_on, waits))
    return sheet.frame()


def talk_frame(
    look: Look,
    snapshot: Snapshot,
    *,
    locked: tuple[int, int] | None = None,
    timer: Timer | None = None,
    go_on: str = "",
) -> Frame:
    """Return the board while the table talks freely."""
    return board_frame(look, snapshot, phase="talk", locked=locked, timer=timer, go_on=go_on)


def _heads(sheet: Sheet, look: Look, snapshot: Snapshot, columns: Columns) -> None:
    """Draw the names of the stages and of the meters."""
    u, size = sheet.u, sheet.size("support")
    y = HEADS * u
    edges = columns.edges
    rects = [Rect(a, y - 3.3 * u, b - a, 6.6 * u) for a, b in itertools.pairwise(edges)]
    stages = [(it.kind, look.words.get(f"board.stage.{it.kind}")) for it in snapshot.chain]
    stage_headers(sheet, rects, stages)
    names = [meter_word(look, place, short=True) for place in range(3)]
    with_words = sheet.wide and _names_fit(sheet, columns, names)
    for x, icon, name in zip(columns.meters, METER_ICONS, names, strict=True):
        if with_words:
            sheet.icon(icon, x, y - 1.9 * u, 3.8 * u)
            sheet.text(x, y + 2.2 * u, name, size=size, weight=600, anchor="middle")
        else:
            sheet.icon(icon, x, y, 5 * u)


def _names_fit(sheet: Sheet, columns: Columns, names: Sequence[str]) -> bool:
    """Tell whether the names of the meters stand clear of each other, the stages and the edge."""
    u, size = sheet.u, sheet.size("support")
    halves = [sheet.text_width(name, size, 600) / 2 for name in names]
    x = columns.meters
    ends = [
        columns.edges[-1] + 0.3 * u,
        *(place + half + 0.8 * u for place, half in zip(x, halves, strict=True)),
    ]
    starts = [*(place - half for place, half in zip(x, halves, strict=True)), sheet.W - sheet.M + u]
    return all(end <= start for end, start in zip(ends, starts, strict=True))
