"""`coopgame check`: every finding of files, decks and folders, as text or JSON."""

from collections.abc import Sequence

from coopgame.commands.speaking import CommandError, chosen_language, say
from coopgame.reading.checking import check_paths
from coopgame.reading.translations import load_words


def check(paths: Sequence[str], *, form: str, language: str | None) -> int:
    """Print every finding; return 0 when clean, 1 with findings, 2 when it could not run."""
    if form not in ("text", "json"):
        raise CommandError("command.format", asked=form, able="text, json")
    words = load_words(chosen_language(language))
    report = check_paths(paths)
    say(report.as_json() if form == "json" else report.as_text(words))
    return report.exit_code
