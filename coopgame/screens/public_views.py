"""Between a running match and the projected frames: which frame belongs to which moment."""

from dataclasses import dataclass
from typing import Final

from coopgame.rules.snapshot import EVERYTHING, PUBLIC
from coopgame.screens.app_model import Match
from coopgame.screens.look import Look
from coopgame.screens.public.board import board_frame, talk_frame
from coopgame.screens.public.closing import closing_frame
from coopgame.screens.public.closing import closing_pages as pages_of
from coopgame.screens.public.look_back import look_back_frame, questions_of
from coopgame.screens.public.news import news_frame
from coopgame.screens.public.reveal import reveal_frame
from coopgame.screens.public.settle import settle_frame
from coopgame.ui.nodes import Frame
from coopgame.ui.topbar import Timer

GO_ON: Final = frozenset({"next"})
BACK: Final = frozenset({"back"})


@dataclass(frozen=True, slots=True)
class Shown:
    """How far the group is within a moment."""

    step: int = 0
    turned: int | None = None
    """Rows of the reveal that are turned over; None for all."""
    timer: Timer | None = None


def frame_of(look: Look, match: Match, at: tuple[str, Shown], go_on: str) -> Frame:
    """Return the public frame of a moment; `go_on` says what its button does, where it differs."""
    name, shown = at
    session = match.session
    snapshot = session.snapshot(PUBLIC)
    if name == "news":
        return news_frame(look, snapshot, go_on=look.words.get("news.next"))
    if name == "talk":
        return talk_frame(look, snapshot, timer=shown.timer, go_on=go_on)
    if name == "board":
        return board_frame(look, snapshot, phase="choose", locked=_locked(match), go_on=go_on)
    changes = session.changes(only_round=snapshot.round)
    if name == "reveal":
        with_bots = bool(session.bot_choices)
        return reveal_frame(look, snapshot, changes, shown=shown.turned, with_bots=with_bots)
    if name == "settle":
        return settle_frame(look, snapshot, changes, step=shown.step)
    if name == "look_back":
        questions = questions_of(look, snapshot)
        return look_back_frame(look, snapshot, changes, questions=questions, go_on=go_on)
    return _closing(look, match, shown.step)


def _locked(match: Match) -> tuple[int, int]:
    """Return how many people are done, of how many; bots answer last and do not count."""
    people = match.session.people
    return sum(match.session.has_locked(seat) for seat in people), len(people)


def _closing(look: Look, match: Match, page: int) -> Frame:
    outcome = match.session.outcome
    assert outcome is not None
    final = match.session.snapshot(EVERYTHING)
    return closing_frame(look, final, outcome, match.session.changes(), page=page)


def closing_pages(match: Match) -> int:
    """Return how many pages the closing review has."""
    session = match.session
    if session.outcome is None:
        return 1
    return pages_of(session.snapshot(EVERYTHING), session.outcome, session.changes())
