"""`coopgame replay`: tells a recording round by round, or checks that it re-runs the same."""

from pathlib import Path

from coopgame.commands.names import Names
from coopgame.commands.running import DONE
from coopgame.commands.speaking import chosen_language, say
from coopgame.commands.telling import Telling
from coopgame.reading.translations import load_words
from coopgame.sessions.content import scenario_of, shipped_playbook
from coopgame.sessions.replay import Verified, verify


def replay(path: Path, *, only_verify: bool, language: str | None) -> int:
    """Re-run a recording; raises a RecordingError for one that cannot be used or differs."""
    chosen_language(language)
    found = verify(path, shipped_playbook)
    header = found.recording.header
    words = load_words(chosen_language(language, found.recording.note("language", "")))
    if only_verify:
        say(words.get("command.verified", rounds=found.rounds))
        say(words.get("command.hash", hash=found.game.table_hash()))
        return DONE
    content = scenario_of(header).words(words.language)
    say(
        words.get(
            "command.match",
            title=content.get("title"),
            seats=header.seats,
            seed=str(header.seed),
            rounds=header.rounds,
        )
    )
    for line in Telling(found.game, _names(found, words.language), words).lines():
        say(line)
    return DONE


def _names(found: Verified, language: str) -> Names:
    content = scenario_of(found.recording.header).words(language)
    return Names(content, found.game.playbook.labels, found.recording.seats)
