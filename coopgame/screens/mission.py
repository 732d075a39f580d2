"""A seat's own mission and ambition: what it plays for, where it stands. For its eyes only."""

from collections.abc import Sequence

from coopgame.rules.snapshot import GoalView
from coopgame.screens.app_model import Match
from coopgame.screens.fitting import first_that_fits, fitted_lines
from coopgame.screens.look import Look
from coopgame.screens.pages import Host, Page
from coopgame.ui.badges import badge
from coopgame.ui.buttons import button
from coopgame.ui.layout import Rect
from coopgame.ui.meters import Meter, meter_bar
from coopgame.ui.nodes import Frame, Role
from coopgame.ui.sheet import Sheet

BACK = "back"
_ICONS = {
    "scale": "scale", "quality": "quality", "region": "region", "cash": "euro",
    "trust": "trust", "price_control": "price", "autonomy": "autonomy",
}  # fmt: skip
_AMBITIONS = ("scale", "quality", "region", "cash")


def mission_frame(
    look: Look, letter: str, goals: Sequence[GoalView], ambition: Sequence[int]
) -> Frame:
    """Return the mission of a seat: three goals with value and par, and what its board wants."""
    sheet = look.sheet("mission", "seat")
    t, u, words = sheet.u * look.text_scale / 100, sheet.u, look.words
    edge = sheet.W * 0.05
    middle = (7 if look.text_scale < 150 else 5.2) * t
    badge(sheet, letter, edge + 4 * t, middle, 3.4 * t, size=round(3.8 * t))
    size = sheet.percent(4.2 if look.text_scale <= 150 else 3.3)
    sheet.text(edge + 10 * t, middle, words.get("mission.title"), size=size, role="focus")
    foot = max(7 * u, 5.6 * t)
    top = (13 if look.text_scale < 150 else 10) * t
    body = Rect(edge, top, sheet.W - 2 * edge, sheet.H - top - foot - 5 * u)
    if look.text_scale < 150:
        left, right = body.columns_of((60, 40), 3 * u)
        _goals(sheet, look, goals, left)
        _ambition(sheet, look, ambition, right)
    else:
        _goals(sheet, look, goals, _ambition_line(sheet, look, ambition, body))
    share = 0.5 if look.text_scale <= 150 else 1.0
    place = Rect(edge, sheet.H - foot - 2.6 * u, body.w * share, foot)
    cap = words.get("key.escape") if look.key_names and look.text_scale <= 150 else ""
    wordings, large = [words.get("mission.back"), words.get("help.done")], sheet.size("strong")
    label = first_that_fits(sheet, wordings, place.w - large * 1.25 - 12 * u, large, 700)
    button(sheet, BACK, place, label, kind="primary", icon="back", keycap=cap, key="m")
    return sheet.frame()


def _head(sheet: Sheet, area: Rect, text: str) -> float:
    """Draw a heading; give where the next thing starts."""
    size = sheet.size("strong")
    lines = sheet.balanced(text, area.w, size=size, weight=700)
    for number, line in enumerate(lines):
        y = area.y + size * (0.6 + number * 1.15)
        sheet.text(area.x, y, line, role="strong", weight=700, limit=area.w)
    return area.y + size * (len(lines) * 1.15 + 0.6)


def _goals(sheet: Sheet, look: Look, goals: Sequence[GoalView], area: Rect) -> None:
    u, t, theme = sheet.u, sheet.u * look.text_scale / 100, sheet.theme
    top = area.y
    if look.text_scale < 150:
        top = _head(sheet, area, look.words.get("mission.goals"))
    is_large = look.text_scale <= 100
    height = min(area.bottom - top, (62 if is_large else 54) * t)
    rows = Rect(area.x, top, area.w, height).rows(max(1, len(goals)), 1.4 * u)
    small, role = _sizes(sheet, is_large=is_large)
    for goal, place in zip(goals, rows, strict=True):
        sheet.panel(place, fill=theme.panel, radius=1.5 * u)
        sheet.icon(_ICONS[goal.goal], place.x + 4 * t, place.cy, 4.4 * t, colour=theme.accent)
        x = place.x + 8 * t
        room = place.right - x - 1.5 * t
        size = sheet.size(role)
        text = look.words.get(f"mission.goal.{goal.goal}")
        most = max(1, int((place.h - small * 1.4) // (size * 1.15)))
        lines = fitted_lines(sheet, text, (room, most), size=size, weight=600)
        state = look.words.get("mission.met" if goal.is_met else "mission.not_met")
        now = look.words.get("mission.now", value=goal.value, par=goal.par)
        below = max(1, int((place.h - len(lines) * size * 1.15) // (small * 1.25)))
        under = fitted_lines(sheet, f"{now} · {state}", (room, below), size=small)
        height = len(lines) * size * 1.15 + len(under) * small * 1.25
        y = place.cy - height / 2
        for line in lines:
            sheet.text(x, y + size * 0.57, line, role=role, weight=600, limit=room)
            y += size * 1.15
        for line in under:
            sheet.text(x, y + small * 0.62, line, size=small, colour=theme.text_2, limit=room)
            y += small * 1.25


def _sizes(sheet: Sheet, *, is_large: bool) -> tuple[int, Role]:
    """Return the size of what stands now and the role of a goal: large where text is not."""
    if is_large:
        return sheet.size("support"), "strong"
    return sheet.size("small"), "support"


def _ambition(sheet: Sheet, look: Look, ambition: Sequence[int], area: Rect) -> None:
    u, t, theme = sheet.u, sheet.u * look.text_scale / 100, sheet.theme
    top = _head(sheet, area, look.words.get("mission.ambition"))
    is_large = look.text_scale <= 100
    box = Rect(area.x, top, area.w, min(area.bottom - top, (62 if is_large else 40) * t))
    sheet.panel(box, fill=theme.panel, radius=1.5 * u)
    inner = box.inset(2.2 * t, 1.4 * t)
    for name, value, row in zip(_AMBITIONS, ambition, inner.rows(4, 0.8 * u), strict=False):
        role: Role = "support" if is_large else "small"
        size = sheet.size(role)
        sheet.icon(_ICONS[name], row.x + 1.6 * t, row.cy, 3 * t)
        x = row.x + 4.4 * t
        percent = look.words.percent(value)
        y = row.cy - row.h * 0.18
        sheet.text(x, y, look.words.get(f"seat.goal.{name}"), role=role, weight=600)
        sheet.text(row.right, y, percent, size=size, weight=700, anchor="right")
        bar = Rect(x, row.cy + row.h * 0.18, row.right - x, 1.2 * t)
        meter_bar(sheet, bar, Meter(value))


def _ambition_line(sheet: Sheet, look: Look, ambition: Sequence[int], area: Rect) -> Rect:
    """Say what the board wants in one or two lines at the bottom; give what is left above."""
    parts = [
        f"{look.words.get(f'seat.goal.{name}')} {look.words.percent(value)}"
        for name, value in zip(_AMBITIONS, ambition, strict=False)
    ]
    size = sheet.size("small")
    text = f"{look.words.get('mission.ambition')}: {', '.join(parts)}"
    lines = fitted_lines(sheet, text, (area.w, 3), size=size)
    height = len(lines) * size * 1.2
    for number, line in enumerate(lines):
        y = area.bottom - height + (number + 0.6) * size * 1.2
        sheet.text(area.x, y, line, role="small", colour=sheet.theme.text_2)
    return Rect(area.x, area.y, area.w, area.h - height - 1.0 * sheet.u)


class MissionPage(Page):
    """The mission over the private screen."""

    def __init__(self, host: Host, match: Match, seat: int) -> None:
        super().__init__(host)
        self.match = match
        self.seat = seat

    def dressed(self, look: Look) -> Look:
        """Give the look the names of this match."""
        return self.match.dressed(look)

    def frame(self, look: Look) -> Frame:
        """Return the mission as it stands."""
        own = self.match.session.snapshot(self.seat).cooperatives[self.seat]
        letter = self.match.session.seats[self.seat].colour_letter
        return mission_frame(look, letter, own.mission or (), own.ambition or (0, 0, 0, 0))

    def chosen(self, id: str) -> None:
        """Go back."""
        if id == BACK:
            self.host.pop()

    def hidden(self) -> None:
        """Cover it when the window was away."""
        self.host.pop()
