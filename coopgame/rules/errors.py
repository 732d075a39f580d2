"""The errors of the package, in one tree.

CoopgameError            carries a stable code; its text is one sentence for people
├── ContentError         a deck or scenario with findings (raised by reading)
├── IllegalAnswer        an answer the table cannot take; nothing has changed
└── RecordingError       a recording that cannot be used (see sessions.errors)
"""

from typing import ClassVar


class CoopgameError(Exception):
    """Something a user can put right; `str()` is the sentence to show."""

    code: ClassVar[str] = "C000"
    exit_code: ClassVar[int] = 2


class IllegalAnswer(CoopgameError, ValueError):
    """An answer that the question does not offer, or that is closed; the table is untouched."""

    code: ClassVar[str] = "A101"

    def __init__(self, reason: str, sentence: str) -> None:
        """Keep the reason as a word key beside the English sentence."""
        super().__init__(sentence)
        self.reason = reason
