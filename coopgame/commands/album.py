"""Pictures of a match of bots: the same pages that people see, drawn into files.

It turns the pages as a group would, but presses no button and decides nothing.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from coopgame.reading.library import LoadedScenario
from coopgame.reading.shipped_files import shipped
from coopgame.screens.app import App
from coopgame.screens.app_model import Match
from coopgame.screens.desk import own_desk
from coopgame.screens.play import LAST_SETTLE_STEP, At, PlayPage
from coopgame.screens.public_views import closing_pages
from coopgame.screens.seat_turn import SeatTurn
from coopgame.screens.showing import own_typeface
from coopgame.sessions.session import Session
from coopgame.ui.paint import Painter

SIZE: Final = (1920, 1080)


class Album:
    """A folder of numbered pictures of one match."""

    def __init__(self, session: Session, loaded: LoadedScenario, folder: Path) -> None:
        """Lay out the pages of a match; earlier pictures in the folder make way."""
        self.count = 0
        self._session = session
        self._folder = folder
        typeface = own_typeface()
        desk = replace(own_desk(typeface), settings=None, matches=None)
        self._app = App(desk, SIZE)
        self._app.settings = replace(self._app.settings, language=session.language)
        self._page = PlayPage(self._app, Match(session, loaded))
        self._app.push(self._page)
        theme = desk.themes[self._app.settings.theme]
        self._painter = Painter(theme, shipped("assets") / "icons", typeface)
        for old in folder.glob("[0-9][0-9]-*.png"):
            old.unlink()

    def before_the_reveal(self, *, is_first: bool) -> None:
        """Draw the news; in the first round also talk, curtain and a private choice."""
        self._take(At.NEWS)
        if not is_first:
            return
        self._take(At.TALK)
        self._page.turn = SeatTurn(self._session, 0)
        self._take(At.CURTAIN)
        self._session.open_curtain(0)
        self._take(At.SEAT)
        self._page.turn = None
        self._session.close_curtain()

    def after_the_reveal(self, *, is_first: bool) -> None:
        """Draw what was chosen and the look back; in the first round also how it settled."""
        self._take(At.REVEAL)
        if is_first:
            for step in range(LAST_SETTLE_STEP + 1):
                self._take(At.SETTLE, step)
        self._take(At.LOOK_BACK)

    def closing(self) -> None:
        """Draw every page of the closing review."""
        for step in range(closing_pages(self._page.match)):
            self._take(At.CLOSING, step)

    def _take(self, at: At, step: int = 0) -> None:
        self._page.at, self._page.step = at, step
        self._app.put_focus(None)
        self.count += 1
        number = f"-{step + 1}" if step else ""
        name = f"{self.count:02}-round{self._session.snapshot().round}-{at.value}{number}.png"
        self._painter.save_png(self._app.frame(), self._folder / name)
