"""Messages: what happened, what to do, what is safe; and the pause in a match. Decides nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coopgame.screens.fitting import short_lines
from coopgame.screens.look import Look
from coopgame.screens.pages import Host, Page
from coopgame.ui.buttons import button
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Colour, Frame, Role
from coopgame.ui.sheet import Sheet


@dataclass(frozen=True, slots=True)
class MessageModel:
    """A state as a whole screen: three lines and what can be done."""

    icon: str
    title: str
    do: str
    safe: str = ""
    wrong: bool = False
    choices: Sequence[tuple[str, str, str]] = ()
    """Id, icon and words of each button; the first is the main one."""


def message_frame(look: Look, model: MessageModel) -> Frame:
    """Return a message over an empty ground."""
    sheet = look.sheet("message", "board")
    u = sheet.u
    choices = model.choices
    height = (9.4 * len(choices) + 1.4 * max(0, len(choices) - 1)) * u
    panel = 30 * u
    top = max(6 * u, (sheet.H - panel - 4 * u - height) / 2)
    width = min(sheet.U, 128 * u)
    place = Rect((sheet.W - width) / 2, top, width, panel)
    _state(sheet, place, model)
    x = place.x + place.w * 0.14
    area = Rect(x, place.bottom + 4 * u, place.w * 0.72, height)
    for number, ((id, icon, words), rect) in enumerate(
        zip(choices, area.rows(max(1, len(choices)), 1.4 * u), strict=True)
    ):
        button(
            sheet, id, rect, words, kind="second" if number else "primary", icon=icon,
            size=sheet.percent(3.75), left=True, order=number,
        )  # fmt: skip
    return sheet.frame()


def _state(sheet: Sheet, rect: Rect, model: MessageModel) -> None:
    """Draw the state: icon in a ring, what, what to do, what is safe. The title is the focus."""
    theme, u = sheet.theme, sheet.u
    sign = theme.loss if model.wrong else theme.accent
    sheet.panel(
        rect, fill=theme.alert if model.wrong else theme.panel, radius=1.9 * u,
        outline=theme.loss if model.wrong else theme.edge,
        outline_width=(0.37 if model.wrong else 0.2) * u,
    )  # fmt: skip
    r = 6.6 * u
    middle = rect.x + r + 4.4 * u
    sheet.disc(middle, rect.cy, r, fill=theme.well, outline=sign, outline_width=0.4 * u)
    sheet.icon(model.icon, middle, rect.cy, r * 1.16, colour=sign)
    x = middle + r + 3.4 * u
    _lines(sheet, Rect(x, rect.y, rect.right - x - 2 * u, rect.h), model)


def _lines(sheet: Sheet, room: Rect, model: MessageModel) -> None:
    theme = sheet.theme
    title, do, safe = sheet.percent(5.6), sheet.percent(3.75), sheet.size("support")
    heads = sheet.balanced(model.title, room.w, size=title, weight=700)
    lines: list[tuple[str, int, int, Role, Colour]] = [
        *((line, title, 700, "focus", theme.text_1) for line in heads),
        *((it, do, 600, "strong", theme.text_1) for it in short_lines(sheet, model.do, room.w, do)),
        *((it, safe, 400, "support", theme.text_2) for it in short_lines(sheet, model.safe, room.w, safe)),
    ]  # fmt: skip
    y = room.cy - sum(size * 1.4 for _, size, *_ in lines) / 2
    for line, size, weight, role, colour in lines:
        sheet.text(
            room.x, y + size * 0.7, line, size=size, weight=weight, role=role, colour=colour,
            limit=room.w,
        )  # fmt: skip
        y += size * 1.4
    sheet.declare_focus(" ".join(heads))


class MessagePage(Page):
    """A message with its buttons; each does what it was given."""

    def __init__(
        self,
        host: Host,
        model: Callable[[Look], MessageModel],
        acts: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(host)
        self._model = model
        self._acts = acts

    def frame(self, look: Look) -> Frame:
        """Return the message in today's language."""
        return message_frame(look, self._model(look))

    def chosen(self, id: str) -> None:
        """Do what the button says; without anything to do, go on."""
        if self._acts is None or id == "go_on":
            self.host.pop()
        else:
            self._acts(id)
