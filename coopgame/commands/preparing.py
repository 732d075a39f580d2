"""`coopgame prepare`: compiles the rules before a session, so that nobody waits for it later."""

from coopgame.commands.progress import shown_progress
from coopgame.commands.running import DONE
from coopgame.commands.speaking import CommandError, chosen_language, say
from coopgame.reading.translations import load_words
from coopgame.simulate.engine import CompiledEngine, can_compile


def prepare_rules(language: str | None) -> int:
    """Compile matches and imagined futures, and keep them; says so when that cannot be."""
    words = load_words(chosen_language(language))
    if not can_compile():
        raise CommandError("command.cannot_compile")
    from coopgame.simulate.trials import CompiledTrials

    with shown_progress() as show:
        CompiledEngine(lambda done, total: show(done, total, words.get("simulate.compiling")))
        CompiledTrials(lambda done, total: show(done, total, words.get("simulate.compiling")))
    say(words.get("command.prepared"))
    return DONE
