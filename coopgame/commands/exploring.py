"""`coopgame explore`: a way to every card and answer of a scenario, or that none was found."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from coopgame.commands.asking import MOST_SEED, scenario_to_play, seats_to_play
from coopgame.commands.progress import seldom, shown_progress
from coopgame.commands.running import DONE, FOUND, STOPPED
from coopgame.commands.speaking import CommandError, chosen_language, say
from coopgame.reading.library import LoadedScenario, playbook_for
from coopgame.reading.translations import Words, load_words
from coopgame.rules.playbook import Playbook
from coopgame.simulate.exploring import Explored, Witness, explore, named, names_of

FORMATS: Final = ("text", "json")
MOST_STATES: Final = 100_000_000
_LETTERS: Final = "ABCDEF"


@dataclass(frozen=True, slots=True)
class ExploreWishes:
    """What was asked on the command line."""

    scenario: str
    states: int = 20_000
    seats: int | None = None
    seed: int = 0
    form: str = "text"
    language: str | None = None


def explore_scenario(wishes: ExploreWishes) -> int:
    """Search, and print every witness; 1 when something was not reached, 130 when stopped."""
    words = load_words(chosen_language(wishes.language))
    _check(wishes)
    loaded = scenario_to_play(wishes.scenario)
    books = _books(loaded, wishes)
    with shown_progress() as show:
        watch = seldom(lambda done, total: show(done, total, words.get("explore.looking")))
        explored = explore(books, seed=wishes.seed, states=wishes.states, watch=watch)
    told = _as_json if wishes.form == "json" else _as_text
    say(told(loaded, books, explored, words))
    if not explored.is_whole:
        return STOPPED
    return FOUND if explored.missing else DONE


def _check(wishes: ExploreWishes) -> None:
    if not 1 <= wishes.states <= MOST_STATES:
        raise CommandError("explore.states", most=str(MOST_STATES), asked=str(wishes.states))
    if not 0 <= wishes.seed <= MOST_SEED:
        raise CommandError("command.seed", most=str(MOST_SEED), asked=str(wishes.seed))
    if wishes.form not in FORMATS:
        raise CommandError("command.format", asked=wishes.form, able=", ".join(FORMATS))


def _books(loaded: LoadedScenario, wishes: ExploreWishes) -> tuple[Playbook, ...]:
    """Return a playbook of the longest match for each number of seats that was asked for."""
    scenario = loaded.scenario
    rounds = max(scenario.lengths.values())
    counts = range(scenario.seats.fewest, scenario.seats.most + 1)
    if wishes.seats is not None:
        seats = seats_to_play(loaded, wishes.seats, chosen_language(wishes.language))
        counts = range(seats, seats + 1)
    return tuple(playbook_for(loaded, seats=seats, rounds=rounds) for seats in counts)


def _as_text(
    loaded: LoadedScenario, books: tuple[Playbook, ...], explored: Explored, words: Words
) -> str:
    wanted = tuple(names_of(books[0]))
    lines = [
        words.get(
            "explore.heading",
            scenario=loaded.id, states=explored.states,
            cards=sum("." not in name for name in explored.found),
            all_cards=sum("." not in name for name in wanted),
            answers=sum("." in name for name in explored.found),
            all_answers=sum("." in name for name in wanted),
        )
    ]  # fmt: skip
    if not explored.is_whole:
        lines.append(words.get("explore.stopped"))
    lines += [_way(name, explored.found[name], words) for name in wanted if name in explored.found]
    missing = tuple(_worth_saying(explored))
    if missing:
        lines += ["", words.get("explore.missing", states=explored.states)]
        lines += [f"  {name}" for name in missing]
    return "\n".join(lines)


def _way(name: str, witness: Witness, words: Words) -> str:
    where = words.get(
        "explore.way", seed=str(witness.seed), seats=witness.seats, round=len(witness.rounds)
    )
    seat = f", {_LETTERS[witness.seat]}" if witness.seat >= 0 else ""
    return f"  {name:<42} {where}{seat}"


def _worth_saying(explored: Explored) -> Iterator[str]:
    """Yield what is missing, without the answers of cards that are missing themselves."""
    cards = {name for name in explored.missing if "." not in name}
    for name in explored.missing:
        if name in cards or name.split(".")[0] not in cards:
            yield name


def _as_json(
    loaded: LoadedScenario, books: tuple[Playbook, ...], explored: Explored, _words: Words
) -> str:
    by_seats = {len(book.labels.cooperatives): book for book in books}
    found = {
        name: _written(by_seats[witness.seats], witness) for name, witness in explored.found.items()
    }
    content = {
        "scenario": loaded.id, "states": explored.states, "found": found,
        "not_reached": list(explored.missing),
    }  # fmt: skip
    return json.dumps(content, indent=1, ensure_ascii=False)


def _written(book: Playbook, witness: Witness) -> dict[str, Any]:
    rounds = [
        {_LETTERS[seat]: named(book, chosen) for seat, chosen in enumerate(choices)}
        for choices in witness.rounds
    ]
    seat = _LETTERS[witness.seat] if witness.seat >= 0 else None
    return {"seed": witness.seed, "seats": witness.seats, "seat": seat, "rounds": rounds}
