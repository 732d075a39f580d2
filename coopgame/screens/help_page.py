"""The help as a page: opens at what the keyboard was on, and goes back to exactly that place."""

from coopgame.screens import help as help_screen
from coopgame.screens.look import Look
from coopgame.screens.pages import Host, Page
from coopgame.ui.nodes import Frame


class HelpPage(Page):
    """Help over any other page."""

    def __init__(self, host: Host, about: str = "") -> None:
        super().__init__(host)
        self._about = help_screen.term_about(about)
        self._part = "glossary" if self._about else "play"
        self._page = 0
        self._look: Look | None = None
        self._is_new = True

    def frame(self, look: Look) -> Frame:
        """Return the open page of the open part."""
        self._look = look
        if self._is_new and self._about:
            self._page = help_screen.page_of(look, self._part, self._about)
        self._is_new = False
        return help_screen.help_frame(look, self._part, self._page, about=self._about)

    def first_focus(self, frame: Frame) -> str | None:
        """Begin at the open part."""
        del frame
        return f"part.{self._part}"

    def chosen(self, id: str) -> None:
        """Turn pages, open parts, or go back."""
        if id == help_screen.DONE:
            self.host.pop()
        elif id.startswith("part."):
            self._part, self._page = id.removeprefix("part."), 0
        elif self._look is not None:
            pages = len(help_screen.help_pages(self._look, self._part))
            step = 1 if id == help_screen.NEXT else -1
            self._page = (self._page + step) % pages
