"""The pause in a match: go on, who plays which seat, settings, help, leave."""

from collections.abc import Callable

from coopgame.bots.characters import CHARACTERS
from coopgame.screens.app_model import Match
from coopgame.screens.help_page import HelpPage
from coopgame.screens.look import Look
from coopgame.screens.message import MessageModel, MessagePage
from coopgame.screens.pages import Host, Page
from coopgame.screens.seat_panel import SeatsModel, seats_frame
from coopgame.screens.settings import SettingsPage
from coopgame.screens.setup import SeatChoice
from coopgame.sessions.seats import HUMAN, LONGEST_NAME
from coopgame.ui.nodes import Frame


def pause_page(host: Host, match: Match, undo: Callable[[], object] | None = None) -> Page:
    """Return the pause over a running match; it is saved at every step already.

    With `undo` the last lock can be taken back here, by mouse and touch too.
    """

    def is_lost() -> bool:
        return match.session.recorder.path is None or match.session.recorder.trouble is not None

    def model(look: Look) -> MessageModel:
        words, lost = look.words, is_lost()
        return MessageModel(
            "warning" if lost else "pause",
            words.get("leave.title"),
            words.get("leave.memory" if lost else "leave.saved"),
            words.get("leave.memory.later" if lost else "leave.saved.later"),
            wrong=lost,
            choices=(
                ("go_on", "play", words.get("leave.go_on")),
                *((("undo", "undo", words.get("leave.undo")),) if undo else ()),
                ("seats", "seat", words.get("leave.seats")),
                ("settings", "settings", words.get("leave.settings")),
                ("help", "help", words.get("leave.help")),
                ("leave", "leave", words.get("leave.leave.memory" if lost else "leave.leave")),
            ),
        )

    def acts(id: str) -> None:
        pages: dict[str, Page] = {
            "seats": SeatsPage(host, match),
            "settings": SettingsPage(host),
            "help": HelpPage(host),
        }
        if id == "undo" and undo is not None:
            host.pop()
            undo()
        elif id in pages:
            host.push(pages[id])
        elif id == "leave":
            host.pop()
            host.pop()

    return MessagePage(host, model, acts)


class SeatsPage(Page):
    """Who plays which seat, changed while the match runs; the table stays as it is."""

    def __init__(self, host: Host, match: Match, seat: int = 0) -> None:
        super().__init__(host)
        self.match = match
        self._first = seat
        self._typed: dict[int, str] = {}

    def dressed(self, look: Look) -> Look:
        """Give the look the names of this match."""
        return self.match.dressed(look)

    def frame(self, look: Look) -> Frame:
        """Return the seats as they are now."""
        seats = [
            SeatChoice(s.controller, self._typed.get(s.number, s.name), look.cooperative(s.number))
            for s in self.match.session.seats
        ]
        return seats_frame(look, SeatsModel(seats))

    def first_focus(self, frame: Frame) -> str | None:
        """Begin where a seat changes hands: at whoever does not play it now."""
        del frame
        is_human = self.match.session.seats[self._first].is_human
        return f"{'bot' if is_human else 'human'}.{self._first}"

    def chosen(self, id: str) -> None:
        """Let a person or a bot play, or leave."""
        name, _, value = id.partition(".")
        session = self.match.session
        if name == "done":
            self.host.pop()
        elif name == "human":
            session.hand_over(int(value), HUMAN)
        elif name == "bot":
            seat = session.seats[int(value)]
            place = -1 if seat.is_human else CHARACTERS.index(seat.controller)
            session.hand_over(seat.number, CHARACTERS[(place + 1) % len(CHARACTERS)])

    def typed(self, id: str, value: str) -> None:
        """Take a name; it counts at once."""
        number = int(id.partition(".")[2])
        self._typed[number] = value[:LONGEST_NAME]
        self.match.session.rename(number, value)
