"""Between a running match and the projected frames: which frame belongs to which moment."""

from coopgame.rules.snapshot import EVERYTHING
from coopgame.screens.app_model import Match
from coopgame.screens.look import Look
from coopgame.ui.buttons import button
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame

GO_ON = frozenset({"next", "go_on", "continue"})
BACK = frozenset({"back", "previous"})


def frame_of(look: Look, match: Match, at: tuple[str, int], go_on: str) -> Frame:
    """Return the public frame of a moment; `at` is where the group is and which step of it."""
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
