"""`coopgame prepare`: compiles the rules before a session, so that nobody waits for it later."""

from coopgame.commands.progress import seldom, shown_progress
from coopgame.commands.running import DONE
from coopgame.commands.speaking import CommandError, chosen_language, say
from coopgame.reading.translations import load_words
from coopgame.simulate.engine import can_compile
from coopgame.simulate.making import NotMade
from coopgame.simulate.run_games import Watch, prepare


def prepare_rules(language: str | None) -> int:
    """Compile matches and imagined futures, and keep them; says so when that cannot be."""
    words = load_words(chosen_language(language))
    if not can_compile():
        raise CommandError("command.cannot_compile")
    with shown_progress() as show:
        ready(seldom(lambda done, total: show(done, total, words.get("simulate.compiling"))))
    say(words.get("command.prepared"))
    return DONE


def ready(watch: Watch) -> None:
    """Load or compile the rules; says in one sentence why that cannot be."""
    try:
        prepare(watch)
    except NotMade as why:
        last = str(why).strip().splitlines()[-1:] or ["?"]
        raise CommandError("command.not_compiled", why=last[0]) from None
