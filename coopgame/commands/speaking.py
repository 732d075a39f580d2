"""How commands speak: in one language, results to the output, trouble to the error stream."""

import os
import sys
from typing import ClassVar

from coopgame.reading.translations import Words, load_words
from coopgame.rules.errors import CoopgameError
from coopgame.screens.settings_file import load_settings, settings_path
from coopgame.sessions.errors import OtherContent, RecordingError
from coopgame.vocabulary import LANGUAGES


class CommandError(CoopgameError):
    """A command that was asked something it cannot do; `word` says it in any language."""

    code: ClassVar[str] = "K100"

    def __init__(self, word: str, **values: str | int) -> None:
        """Keep what fills the sentence."""
        super().__init__(word)
        self.word = word
        self.values = values

    def __str__(self) -> str:
        """Return the sentence in English."""
        return load_words("en").get(self.word, **self.values)


def chosen_language(asked: str | None, otherwise: str | None = None) -> str:
    """Return the language to speak: asked for, or `otherwise`, or as set, or the machine's.

    Only sentences depend on it. Raises CommandError for a language we do not have.
    """
    if asked is not None:
        if asked not in LANGUAGES:
            raise CommandError("command.language", asked=asked)
        return asked
    if otherwise in LANGUAGES:
        return str(otherwise)
    kept = settings_path()
    if kept.is_file():
        return load_settings(kept).language
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            found = os.environ[name][:2].lower()
            return found if found in LANGUAGES else "en"
    return "en"


def sentence_of(error: CoopgameError, words: Words) -> str:
    """Return what an error says, in the language of `words` where it is translated."""
    if isinstance(error, OtherContent):
        parts = str(error.values["parts"]).split()
        differences = ", ".join(words.get(f"content.{part}") for part in parts)
        return words.get(error.word, file=error.values["file"], differences=differences)
    if isinstance(error, RecordingError | CommandError) and words.has(error.word):
        return words.get(error.word, **error.values)
    return str(error)


def say(text: str) -> None:
    """Print a result."""
    _write(text, to_errors=False)


def complain(text: str) -> None:
    """Print trouble or progress, apart from results."""
    _write(text, to_errors=True)


def _write(text: str, *, to_errors: bool) -> None:
    """Print what the terminal can show; signs it does not know become question marks."""
    stream = sys.stderr if to_errors else sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()
