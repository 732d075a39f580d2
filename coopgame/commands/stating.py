"""`coopgame facts`: what the field knows of co-operatives, measured in play."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

from coopgame.commands.asking import MOST_SEED
from coopgame.commands.progress import Progress, shown_progress
from coopgame.commands.running import DONE, FOUND, STOPPED
from coopgame.commands.speaking import CommandError, chosen_language, say
from coopgame.reading.translations import Words, load_words
from coopgame.simulate.facts.every import ENOUGH, facts_named
from coopgame.simulate.facts.fact import Fact
from coopgame.simulate.facts.render import FORMATS, as_html, as_json, as_text
from coopgame.simulate.facts.run_facts import Stated, state
from coopgame.simulate.run_games import usual_jobs

MOST_GAMES: Final = 100_000


@dataclass(frozen=True, slots=True)
class FactsWishes:
    """What was asked on the command line."""

    games: int = 300
    jobs: int | None = None
    seed: int = 0
    only: str = ""
    """Keys of facts with commas between them; all when empty."""
    html: Path | None = None
    form: str = "text"
    language: str | None = None


def state_facts(wishes: FactsWishes) -> int:
    """Measure facts and print the verdicts; 1 when too few hold, 130 when stopped."""
    words = load_words(chosen_language(wishes.language))
    _check(wishes)
    facts = _facts_of(wishes.only)
    jobs = usual_jobs() if wishes.jobs is None else wishes.jobs
    with shown_progress() as show:
        watch = _with_time_left(show, words)
        stated = state(facts, games=wishes.games, seed=wishes.seed, jobs=jobs, watch=watch)
    say(as_json(stated) if wishes.form == "json" else as_text(stated, words))
    if wishes.html is not None:
        _write(wishes.html, as_html(stated, words))
    return _code(stated)


def _check(wishes: FactsWishes) -> None:
    if not 1 <= wishes.games <= MOST_GAMES:
        raise CommandError("command.games", most=str(MOST_GAMES), asked=str(wishes.games))
    if not 0 <= wishes.seed <= MOST_SEED:
        raise CommandError("command.seed", most=str(MOST_SEED), asked=str(wishes.seed))
    if wishes.form not in FORMATS:
        raise CommandError("command.format", asked=wishes.form, able=", ".join(FORMATS))
    if wishes.html is not None and not wishes.html.absolute().parent.is_dir():
        raise CommandError("facts.no_folder", file=str(wishes.html))


def _facts_of(only: str) -> Sequence[Fact]:
    keys = [key.strip().upper() for key in only.split(",") if key.strip()]
    try:
        return facts_named(keys)
    except KeyError as wrong:
        raise CommandError("facts.unknown", asked=str(wrong.args[0])) from None


def _with_time_left(show: Progress, words: Words) -> Callable[[int, int], None]:
    """Return a watch that says how many seconds the rest will take, at the speed so far."""
    began = monotonic()

    def watch(done: int, total: int) -> None:
        left = round((monotonic() - began) * (total - done) / done)
        show(done, total, words.get("facts.time_left", seconds=left))

    return watch


def _write(place: Path, text: str) -> None:
    try:
        place.write_text(text, encoding="utf-8")
    except OSError:
        raise CommandError("facts.not_written", file=str(place)) from None


def _code(stated: Stated) -> int:
    if not stated.is_whole:
        return STOPPED
    enough = ENOUGH if stated.asked > ENOUGH else stated.asked
    return DONE if stated.holding >= enough else FOUND
