"""Between a running match and the projected frames: which frame belongs to which moment."""

from typing import Final

from coopgame.rules.snapshot import EVERYTHING, PUBLIC
from coopgame.screens.app_model import Match
from coopgame.screens.look import Look
from coopgame.screens.public.board import board_frame, talk_frame
from coopgame.screens.public.news import news_frame
from coopgame.ui.buttons import button
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame

GO_ON: Final = frozenset({"next", "go_on", "continue"})
BACK: Final = frozenset({"back", "previous"})


def frame_of(look: Look, match: Match, at: tuple[str, int], go_on: str) -> Frame:
    """Return the public frame of a moment; `at` is where the group is and which step of it."""
    name, step = at
    snapshot = match.session.snapshot(PUBLIC)
    if name == "news":
        return news_frame(look, snapshot, go_on=go_on)
    if name == "talk":
        return talk_frame(look, snapshot, go_on=go_on)
    if name == "board":
        return board_frame(look, snapshot, phase="choose", locked=_locked(match), go_on=go_on)
    return _plain(look, match, (name, step), go_on)


def _locked(match: Match) -> tuple[int, int]:
    """Return how many people are done, of how many; bots answer last and do not count."""
    people = match.session.people
    return sum(match.session.has_locked(seat) for seat in people), len(people)


def _plain(look: Look, match: Match, at: tuple[str, int], go_on: str) -> Frame:
    name, step = at
    sheet = look.sheet(name, "board")
    u = sheet.u
    snapshot = match.session.snapshot(EVERYTHING)
    sheet.text(sheet.M, 10 * u, f"{name} {step}", role="focus")
    for number, cooperative in enumerate(snapshot.cooperatives):
        line = f"{look.letter(number)} {look.person(number)} {cooperative.meters}"
        sheet.text(sheet.M, (22 + number * 9) * u, line, role="essential")
    button(sheet, "next", Rect(sheet.M, 84 * u, 90 * u, 10 * u), go_on, kind="primary")
    return sheet.frame()


def closing_pages(match: Match) -> int:
    """Return how many pages the closing review has."""
    del match
    return 1
