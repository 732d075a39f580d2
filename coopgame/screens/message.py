"""Messages: what happened, what to do, what is safe; and the pause in a match. Decides nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coopgame.screens.look import Look
from coopgame.screens.pages import Page, Stage
from coopgame.ui.buttons import button
from coopgame.ui.cards import Note, note
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame


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
    panel = 33 * u
    top = max(6 * u, (sheet.H - panel - 4 * u - height) / 2)
    width = min(sheet.U, 128 * u)
    place = Rect((sheet.W - width) / 2, top, width, panel)
    note(sheet, place, Note(model.icon, model.title, model.do, model.safe, model.wrong))
    sheet.declare_focus(model.title)
    x = place.x + place.w * 0.14
    area = Rect(x, place.bottom + 4 * u, place.w * 0.72, height)
    for number, ((id, icon, words), rect) in enumerate(
        zip(choices, area.rows(max(1, len(choices)), 1.4 * u), strict=True)
    ):
        button(
            sheet, id, rect, words, kind="second" if number else "primary", icon=icon,
            size=sheet.percent(3.75), left=True, order=number,
        )  # fmt: skip
    return _with_focus(sheet.frame())


def _with_focus(frame: Frame) -> Frame:
    return frame


class MessagePage(Page):
    """A message with its buttons; each does what it was given."""

    def __init__(
        self,
        stage: Stage,
        model: Callable[[Look], MessageModel],
        acts: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(stage)
        self._model = model
        self._acts = acts

    def frame(self, look: Look) -> Frame:
        """Return the message in today's language."""
        return message_frame(look, self._model(look))

    def chosen(self, id: str) -> None:
        """Do what the button says; without anything to do, go on."""
        if self._acts is None or id == "go_on":
            self.stage.pop()
        else:
            self._acts(id)
