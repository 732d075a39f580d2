"""Every projected frame of a hand-made match, for checks that hold on all of them."""

from collections.abc import Iterator
from dataclasses import replace

from coopgame.rules.game import ChainResult, Outcome, SeatResult
from coopgame.rules.snapshot import Change, GoalView, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.board import board_frame, talk_frame
from coopgame.screens.public.closing import closing_frame, closing_pages
from coopgame.screens.public.look_back import look_back_frame, questions_of
from coopgame.screens.public.news import news_frame
from coopgame.screens.public.reveal import reveal_frame
from coopgame.screens.public.settle import LAST, settle_frame
from coopgame.ui.nodes import Frame
from coopgame.ui.topbar import Timer
from tests.screens.public import showing

TIMER = Timer("1:20", 0.44)
GOALS = (
    ("scale", "trust", "autonomy"),
    ("cash", "quality", "price_control"),
    ("region", "cash", "trust"),
)


def outcome(table: Snapshot, mode: str = "missions") -> Outcome:
    seats = tuple(
        SeatResult(
            one.seat,
            one.meters,
            tuple(
                GoalView(goal, 30 + 17 * place, 45, is_met=place > 0)
                for place, goal in enumerate(GOALS[one.seat % 3])
            ),
            2,
            150,
        )
        for one in table.cooperatives
    )
    goals = (
        GoalView("chain_price", 30, 28, is_met=True),
        GoalView("chain_share", 52, 60, is_met=False),
        GoalView("chain_ties", 47, 45, is_met=True),
    )
    return Outcome("rounds", mode, seats, ChainResult(30, 52, 47, goals))


def ended(table: Snapshot) -> tuple[Snapshot, tuple[Change, ...]]:
    """Return the table at the end, and rows that made its history."""
    last = len(table.cooperatives[0].meter_history)
    closed = replace(
        showing.settled(table), phase="ended", round=last, rounds=last, ending="rounds"
    )
    rows: list[Change] = []
    for one in table.cooperatives:
        for number, move in enumerate((1, 3 if one.seat in (2, 3) else 2, 5), start=1):
            rows.append(showing.change("move", one.seat, "none", (0, 0), round=number, detail=move))
        for number, (before, after) in enumerate(
            zip(one.meter_history, one.meter_history[1:], strict=False), start=2
        ):
            for place, kind in enumerate(("trust", "price_control", "autonomy")):
                step = (before[place], after[place])
                if step[0] != step[1]:
                    cause = ("trust_ties", "price_stages_contract", "autonomy_contracts")[place]
                    rows.append(showing.change(kind, one.seat, cause, step, round=number))
    rows.extend(
        showing.change("group", seat, "merger_passed", (0, 2), round=2)
        for seat in (2, 3)
        if seat < len(table.cooperatives)
    )
    return closed, tuple(rows)


def frames(look: Look, seats: int) -> Iterator[tuple[str, Frame]]:
    """Yield every projected frame by name, with usual and with the longest words."""
    table = showing.busy_table(seats)
    yield "board", board_frame(look, table, phase="choose", locked=(1, seats), timer=TIMER)
    onward = look.words.get("news.next")
    yield "talk", talk_frame(look, table, timer=TIMER, go_on=onward)
    long = replace(table, card=showing.card("long", seat=1, count=3))
    yield "board_long", board_frame(look, long, phase="choose", go_on=onward)
    none = replace(table, card=None)
    yield "board_empty", board_frame(look, none, phase="choose", go_on=onward)
    yield "board_empty_quiet", board_frame(look, none, phase="choose")
    yield "news", news_frame(look, table, timer=TIMER)
    yield "news_long", news_frame(look, long, go_on=onward)
    yield "news_empty", news_frame(look, none, go_on=onward)
    yield from _settling(look, showing.settled(table))
    yield from _closing(look, table)


def _settling(look: Look, table: Snapshot) -> Iterator[tuple[str, Frame]]:
    changes = showing.changes_of(table)
    yield "reveal", reveal_frame(look, table, changes)
    yield "reveal_half", reveal_frame(look, table, changes, shown=1)
    for step in range(LAST + 1):
        yield f"settle_{step}", settle_frame(look, table, changes, step=step)
    yield "look_back", look_back_frame(look, table, changes)
    asked = questions_of(look, replace(table, card=showing.card("long")))
    yield "look_back_asked", look_back_frame(look, table, changes, questions=asked)


def _closing(look: Look, table: Snapshot) -> Iterator[tuple[str, Frame]]:
    closed, changes = ended(table)
    for mode in ("missions", "chain", "points"):
        result = outcome(closed, mode)
        for page in range(closing_pages(closed, result, changes)):
            frame = closing_frame(look, closed, result, changes, page=page)
            yield f"closing_{mode}_{page}", frame
