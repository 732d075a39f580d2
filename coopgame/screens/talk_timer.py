"""The clock of the talk: off until somebody starts it; at zero nothing closes by itself."""

from collections.abc import Callable
from typing import Final

from coopgame.ui.topbar import Timer

WHOLE: Final = 180_000
"""Milliseconds a talk gets."""


class TalkTimer:
    """Counts down while it runs; a pause keeps what is left."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._clock = clock
        self._left = WHOLE
        self._since: int | None = None
        self._is_on = False
        self._shown = ""

    def press(self) -> None:
        """Start, pause, or go on."""
        if self._since is None:
            self._since, self._is_on = self._clock(), True
        else:
            self._left, self._since = self.left, None

    def stop(self) -> None:
        """Put it away: the talk is over."""
        self._left, self._since, self._is_on = WHOLE, None, False

    @property
    def left(self) -> int:
        """Milliseconds that are left."""
        gone = self._clock() - self._since if self._since is not None else 0
        return max(0, self._left - gone)

    def shown(self) -> Timer | None:
        """Return what the projected frame shows; None while it was never started."""
        if not self._is_on:
            return None
        seconds = (self.left + 999) // 1000
        text = f"{seconds // 60}:{seconds % 60:02}"
        return Timer(text, self.left / WHOLE, paused=self._since is None)

    def ticked(self) -> bool:
        """Tell whether another second is to be shown."""
        timer = self.shown()
        text = timer.text if timer is not None else ""
        changed, self._shown = text != self._shown, text
        return changed
