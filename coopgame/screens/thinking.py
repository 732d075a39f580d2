"""The board while bots that look ahead think: one after the other, and the group sees which.

Each bot thinks within one turn of the window's loop; between two of them the window is drawn
and hears what people do.
"""

from collections.abc import Callable

from coopgame.rules.snapshot import PUBLIC
from coopgame.screens.app_model import Match
from coopgame.screens.look import Look
from coopgame.screens.pages import Host, Page
from coopgame.screens.pause import pause_page
from coopgame.screens.public.board import board_frame
from coopgame.sessions.minds import takes_time
from coopgame.ui.nodes import Frame


class ThinkingPage(Page):
    """Lets the bots think and then answer; goes away by itself."""

    def __init__(self, host: Host, match: Match, done: Callable[[], None]) -> None:
        super().__init__(host)
        self.match = match
        self._done = done
        self._is_drawn = self._was_shown = False

    def dressed(self, look: Look) -> Look:
        """Give the look the names and words of this match."""
        return self.match.dressed(look)

    def frame(self, look: Look) -> Frame:
        """Return the board with the words for who thinks."""
        self._is_drawn = True
        session = self.match.session
        snapshot = session.snapshot(PUBLIC)
        people = len(session.people)
        locked = (people, people) if people else None
        return board_frame(look, snapshot, phase="choose", locked=locked, waits=self._words(look))

    def _words(self, look: Look) -> str:
        session = self.match.session
        slow = [seat for seat in session.seats if takes_time(seat)]
        if not slow:
            return ""
        now = session.thinker or slow[-1]
        return look.words.get(
            "play.thinking", letter=now.letter, number=slow.index(now) + 1, count=len(slow)
        )

    def tick(self) -> bool:
        """Let one bot think once the window has shown that it does; at last let all answer."""
        if not self._was_shown:
            self._was_shown = self._is_drawn
            return False
        self._is_drawn = self._was_shown = False
        session = self.match.session
        session.think()
        if session.thinker is None:
            session.play_bots()
            self.host.pop()
            self._done()
        return True

    def escaped(self) -> None:
        """Pause over the board; from there the bots that have not thought go on."""
        self.host.pop()
        self.host.push(pause_page(self.host, self.match))
