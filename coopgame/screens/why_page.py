"""What the bots say about their choices, over the reveal."""

from coopgame.rules.snapshot import PUBLIC
from coopgame.screens.app_model import Match
from coopgame.screens.look import Look
from coopgame.screens.pages import Host, Page
from coopgame.screens.public.why import why_frame, why_pages
from coopgame.ui.gestures import KeyPress
from coopgame.ui.nodes import Frame


class WhyPage(Page):
    """The reasons of the bots, a page at a time."""

    def __init__(self, host: Host, match: Match) -> None:
        super().__init__(host)
        self.match = match
        self._page = 0

    def dressed(self, look: Look) -> Look:
        """Give the look the names and words of this match."""
        return self.match.dressed(look)

    def frame(self, look: Look) -> Frame:
        """Return this page of reasons."""
        session = self.match.session
        return why_frame(look, session.snapshot(PUBLIC), session.bot_choices, page=self._page)

    def first_focus(self, frame: Frame) -> str | None:
        """Begin at what goes on."""
        del frame
        return "next"

    def chosen(self, id: str) -> None:
        """Turn the page; after the last one the reveal is there again."""
        if id == "pause":
            self.escaped()
        elif self._page + 1 < why_pages(self.match.session.bot_choices):
            self._page += 1
            self.host.put_focus(None)
        else:
            self.escaped()

    def escaped(self) -> None:
        """Go back to the reveal, to the button that goes on there."""
        self.host.pop()
        self.host.put_focus(None)

    def pressed(self, press: KeyPress) -> bool:
        """Turn the page with a clicker too."""
        if press.key in {"space", "pagedown", "right"} and not press.ctrl:
            self.chosen("next")
            return True
        return False
