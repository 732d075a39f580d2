"""The curtain between two seats on one screen: when it must close, never what it shows."""

from enum import StrEnum


class CurtainSetting(StrEnum):
    """How the group wants to hide choices on a shared screen."""

    AUTO = "auto"
    """Between people; somebody who plays alone only meets it at the start and after a load."""
    ON = "on"
    """Before every turn."""
    OFF = "off"
    """Never: everybody may watch."""


class Curtain:
    """Knows which seat is in front of the screen, if any."""

    def __init__(self, setting: CurtainSetting) -> None:
        """Start closed: nobody has shown yet who they are."""
        self.setting = setting
        self.front: int | None = None

    def is_needed(self, seat: int) -> bool:
        """Tell whether the curtain must close before this seat's private screen is shown."""
        return self.setting is not CurtainSetting.OFF and self.front != seat

    def open_for(self, seat: int) -> None:
        """Let a seat come to the front of the screen."""
        self.front = seat

    def close(self) -> None:
        """Have nobody in front: after a load, a minimised window, or when others acted."""
        self.front = None

    def others_acted(self, people: int) -> None:
        """Close after a bot or another seat acted, unless one person plays alone."""
        if people != 1 or self.setting is CurtainSetting.ON:
            self.front = None
