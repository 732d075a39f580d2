"""The curtain between two seats on one screen: when it must close, never what it shows."""

from enum import StrEnum


class CurtainSetting(StrEnum):
    """How the group wants to hide choices on a shared screen."""

    AUTO = "auto"
    """Between people; off for somebody who plays alone, but closed after a load or an absence."""
    ON = "on"
    """Before every turn."""
    OFF = "off"
    """Never: everybody may watch."""


class Curtain:
    """Knows which seat is in front of the screen, if any."""

    def __init__(self, setting: CurtainSetting) -> None:
        """Start with nobody in front: nobody has shown yet who they are."""
        self.setting = setting
        self.front: int | None = None
        self._was_away = False

    def is_needed(self, seat: int, people: int) -> bool:
        """Tell whether the curtain must close before this seat's private screen is shown.

        One person alone has nobody to hide from; who comes back to the screen may be another.
        """
        if self.setting is CurtainSetting.OFF or self.front == seat:
            return False
        return self.setting is CurtainSetting.ON or people > 1 or self._was_away

    def open_for(self, seat: int) -> None:
        """Let a seat come to the front of the screen."""
        self.front = seat
        self._was_away = False

    def close(self) -> None:
        """Have nobody in front: after a load, a minimised window, or a seat given away."""
        self.front = None
        self._was_away = True

    def others_acted(self, people: int) -> None:
        """Close after a bot or another seat acted, unless one person plays alone."""
        if people != 1 or self.setting is CurtainSetting.ON:
            self.front = None
