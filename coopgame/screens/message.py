"""Messages: what happened, what to do, what is safe; and the pause in a match. Decides nothing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from coopgame.screens.fitting import few_lines, short_lines
from coopgame.screens.look import Look
from coopgame.screens.pages import Host, Page
from coopgame.ui.buttons import button
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Colour, Frame, Role
from coopgame.ui.sheet import Sheet

_SENTENCE: Final = re.compile(r"(?<=[.?:]) ")
_Line: TypeAlias = tuple[str, int, int, Role, Colour, float]
"""Words, size, weight, role, colour, and how far down the next line is."""


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
    width = min(sheet.U, 128 * u)
    most = sheet.H - height - 14 * u
    lines = _lines(sheet, (width - 23 * u, most - 4 * u), model)
    panel = max(30 * u, sum(step for *_, step in lines) + 4 * u)
    top = max(6 * u, (sheet.H - panel - 4 * u - height) / 2)
    place = Rect((sheet.W - width) / 2, top, width, panel)
    _state(sheet, place, model, lines)
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


def _state(sheet: Sheet, rect: Rect, model: MessageModel, lines: Sequence[_Line]) -> None:
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
    y = rect.cy - sum(step for *_, step in lines) / 2
    for line, size, weight, role, colour, step in lines:
        sheet.text(
            x, y + size * 0.7, line, size=size, weight=weight, role=role, colour=colour,
            limit=rect.right - x - 2 * u,
        )  # fmt: skip
        y += step
    sheet.declare_focus(" ".join(line for line, *_, role, _, _ in lines if role == "focus"))


def _lines(sheet: Sheet, room: tuple[float, float], model: MessageModel) -> list[_Line]:
    """Return every line of a message, smaller where it would be too high for its (width, height)."""
    support = sheet.size("support")
    sizes = [sheet.percent(3.75), sheet.percent(3.3), support]
    lines = _set_lines(sheet, room[0], model, sizes)
    while len(sizes) > 1 and sum(step for *_, step in lines) > room[1]:
        sizes.pop(0)
        lines = _set_lines(sheet, room[0], model, sizes)
    return lines


def _set_lines(sheet: Sheet, room: float, model: MessageModel, sizes: Sequence[int]) -> list[_Line]:
    """Return every line; each sentence and each list is a block of its own."""
    theme, safe = sheet.theme, sheet.size("support")
    title = sheet.percent(5.6)
    lines: list[_Line] = [
        (line, title, 700, "focus", theme.text_1, title * 1.4)
        for line in sheet.balanced(model.title, room, size=title, weight=700)
    ]
    for sentence in _SENTENCE.split(model.do):
        size, told = few_lines(sheet, sentence, room, sizes)
        lines += [(it, size, 600, "strong", theme.text_1, size * 1.4) for it in told[:-1]]
        lines += [(it, size, 600, "strong", theme.text_1, size * 1.7) for it in told[-1:]]
    lines += [
        (it, safe, 400, "support", theme.text_2, safe * 1.4)
        for it in short_lines(sheet, model.safe, room, safe)
    ]
    return lines


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


def banner_page(host: Host) -> Page:
    """Return a message that the match is not being saved."""

    def model(look: Look) -> MessageModel:
        words = look.words
        return MessageModel(
            "save",
            words.get("message.disk_full"),
            words.get("message.disk_full.do"),
            words.get("message.disk_full.safe"),
            wrong=True,
            choices=(("go_on", "play", words.get("message.go_on")),),
        )

    return MessagePage(host, model)
