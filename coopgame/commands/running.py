"""Runs a command and turns whatever goes wrong into one sentence and an exit code.

Exit codes: 0 done; 1 the command found something (findings, a recording that differs);
2 it could not run; 3 our own mistake, with a report; 130 stopped by Ctrl-C.
"""

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from coopgame.commands.speaking import chosen_language, complain, sentence_of
from coopgame.reading.translations import Words, load_words
from coopgame.rules.errors import CoopgameError
from coopgame.sessions.storage import can_write, data_folder

DONE: Final = 0
FOUND: Final = 1
CANNOT_RUN: Final = 2
OUR_MISTAKE: Final = 3
STOPPED: Final = 130

DEBUG_VARIABLE: Final = "COOPGAME_DEBUG"
"""Set it to see the traceback of a mistake of ours."""


def run(work: Callable[[], int], language: str | None = None) -> int:
    """Return the exit code of `work`; every error becomes one sentence."""
    try:
        return work()
    except CoopgameError as error:
        complain(sentence_of(error, _words(language)))
        return error.exit_code
    except KeyboardInterrupt:
        complain(_words(language).get("command.stopped"))
        return STOPPED
    except BrokenPipeError:
        # Whoever read the output has left, for instance `head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        complain(_crash_sentence(error, _words(language)))
        return OUR_MISTAKE


def _words(language: str | None) -> Words:
    """Return the words to complain in; trouble with words themselves is told in English."""
    try:
        return load_words(chosen_language(language))
    except CoopgameError:
        pass
    try:
        return load_words("en")
    except CoopgameError:
        return Words("en", {})


def _crash_sentence(error: Exception, words: Words) -> str:
    report = write_report(error)
    if report is None:
        return words.get("command.crash_bare", error=type(error).__name__)
    return words.get("command.crash", report=str(report))


def write_report(error: BaseException) -> Path | None:
    """Keep where a mistake of ours happened, without names or answers; None when it cannot."""
    folder = data_folder() / "reports"
    if not can_write(folder):
        return None
    path = folder / f"{datetime.now(tz=UTC):%Y-%m-%d-%H%M%S}.txt"
    with suppress(OSError):
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        return path
    return None
