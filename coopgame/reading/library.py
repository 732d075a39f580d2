"""Scenarios and decks that can be played: found by name or path, loaded whole or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from coopgame.cards.compiling import compile_scenario, fingerprint
from coopgame.cards.deck import Deck
from coopgame.cards.scenario import Scenario
from coopgame.reading.cross_checks import check_deck, check_scenario
from coopgame.reading.document import Document, joined
from coopgame.reading.findings import Severity
from coopgame.reading.problems import ContentError, Problem, in_order
from coopgame.reading.shape import shaped
from coopgame.reading.shipped_files import find_shipped, shipped
from coopgame.reading.strict_yaml import read_yaml
from coopgame.reading.suggestions import closest
from coopgame.reading.translations import (
    ContentWords,
    Translated,
    deck_texts,
    in_language,
    read_translations,
    scenario_texts,
    words_files,
)
from coopgame.rules.errors import CoopgameError
from coopgame.rules.playbook import Playbook


class UnknownScenario(CoopgameError):
    """There is no scenario with this name or at this path."""

    code: ClassVar[str] = "C102"


@dataclass(frozen=True, slots=True)
class LoadedScenario:
    """A scenario with its decks and translations, ready to be compiled and played."""

    scenario: Scenario
    decks: tuple[Deck, ...]
    fingerprint: str
    """SHA-256 of everything that changes play; texts may change without it."""
    path: Path
    scenario_words: Translated
    deck_words: Mapping[str, Translated]

    @property
    def id(self) -> str:
        """Return the scenario's id."""
        return self.scenario.scenario

    @property
    def languages(self) -> frozenset[str]:
        """Return the languages in which the scenario and all its decks have texts."""
        found = {self.scenario.language, *self.scenario_words}
        for deck in self.decks:
            found &= {deck.language, *self.deck_words.get(deck.deck, {})}
        return frozenset(found)

    def words(self, language: str) -> ContentWords:
        """Return the texts in a language."""
        decks = {
            deck.deck: in_language(deck_texts(deck), self.deck_words.get(deck.deck, {}), language)
            for deck in self.decks
        }
        own = scenario_texts(self.scenario)
        return ContentWords(language, in_language(own, self.scenario_words, language), decks)


@dataclass(frozen=True, slots=True)
class ListedScenario:
    """A scenario in the menu: playable, or with the reason why not."""

    id: str
    path: Path
    loaded: LoadedScenario | None
    problem: ContentError | None = None


def list_scenarios(folders: Sequence[Path] = ()) -> tuple[ListedScenario, ...]:
    """Return the game's own scenarios and those in the user's folders, broken ones too."""
    listed: dict[str, ListedScenario] = {}
    for folder in (shipped("scenarios"), *folders):
        for path in sorted(folder.glob("*.yaml")):
            listed[path.stem] = _listed(path)
    return tuple(listed.values())


def _listed(path: Path) -> ListedScenario:
    try:
        return ListedScenario(path.stem, path, load_scenario(path))
    except ContentError as error:
        return ListedScenario(path.stem, path, None, error)


def load_scenario(id_or_path: str | Path, folders: Sequence[Path] = ()) -> LoadedScenario:
    """Return a scenario with its decks.

    Raises UnknownScenario when there is none, ContentError with every problem when the
    scenario or one of its decks has errors. Findings that are no errors do not stop it.
    """
    path = find_scenario(id_or_path, folders)
    scenario, document = read_scenario(path)
    problems: list[Problem] = list(document.problems)
    if scenario is None:
        raise ContentError(path.name, in_order(problems))
    decks, deck_words = _load_decks(scenario, path, problems)
    problems += check_scenario(document, scenario, decks)
    if any(problem.severity == Severity.ERROR for problem in problems):
        raise ContentError(path.name, in_order(problems))
    scenario_words = read_translations(words_files(path.parent / "words", path.stem))
    return LoadedScenario(
        scenario=scenario,
        decks=tuple(decks),
        fingerprint=fingerprint(scenario, decks),
        path=path,
        scenario_words=scenario_words,
        deck_words=deck_words,
    )


def playbook_for(loaded: LoadedScenario, *, seats: int, rounds: int | None = None) -> Playbook:
    """Return the playbook for this many seats; without `rounds`, of the length offered first."""
    return compile_scenario(
        loaded.scenario,
        loaded.decks,
        seats=seats,
        rounds=loaded.scenario.offered_rounds if rounds is None else rounds,
    )


def find_scenario(id_or_path: str | Path, folders: Sequence[Path] = ()) -> Path:
    """Return the file of a scenario, given its id or its path."""
    given = Path(id_or_path)
    if isinstance(id_or_path, Path) or given.suffix == ".yaml" or len(given.parts) > 1:
        if given.is_file():
            return given
        raise UnknownScenario(f"There is no scenario file at {given}. Check the path.")
    known: dict[str, Path] = {}
    for folder in (shipped("scenarios"), *folders):
        known |= {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    if given.name in known:
        return known[given.name]
    meant = closest(given.name, known)
    advice = f'Did you mean "{meant}"?' if meant else f"Known: {', '.join(known)}."
    raise UnknownScenario(f'There is no scenario "{given.name}". {advice}')


def read_scenario(path: Path) -> tuple[Scenario | None, Document]:
    """Read one scenario file."""
    document = read_yaml(path)
    return shaped(document, Scenario), document


def read_deck(path: Path) -> tuple[Deck | None, Document]:
    """Read a deck: its file `deck.yaml`, and the files `cards_*.yaml` beside it."""
    document = joined([read_yaml(part) for part in deck_parts(path)])
    return shaped(document, Deck), document


def deck_parts(path: Path) -> tuple[Path, ...]:
    """Return the files of a deck, given the path of its `deck.yaml`."""
    more = path.parent.glob("cards_*.yaml") if path.name == "deck.yaml" else ()
    return (path, *sorted(more))


def deck_places(deck: str, beside: Path) -> tuple[Path, ...]:
    """Return where a deck may be for a scenario file: beside it first, then the game's own."""
    folder = beside.parent
    roots = [folder.parent / "cards", folder / "cards", folder]
    own = find_shipped("cards")
    if own is not None:
        roots.append(own)
    return tuple(root / deck / "deck.yaml" for root in roots)


def find_deck(deck: str, beside: Path) -> Path | None:
    """Return the file of a deck that a scenario names, or None."""
    return next((path for path in deck_places(deck, beside) if path.is_file()), None)


def known_decks(beside: Path) -> tuple[str, ...]:
    """Return the ids of all decks that a scenario file could name."""
    names: dict[str, None] = {}
    for place in deck_places("*", beside):
        for path in sorted(place.parent.parent.glob("*/deck.yaml")):
            names[path.parent.name] = None
    return tuple(names)


def _load_decks(
    scenario: Scenario, path: Path, problems: list[Problem]
) -> tuple[list[Deck], dict[str, Translated]]:
    decks: list[Deck] = []
    words: dict[str, Translated] = {}
    for name in scenario.decks:
        place = find_deck(name, path)
        if place is None:
            continue
        deck, document = read_deck(place)
        problems += document.problems
        if deck is not None:
            problems += check_deck(document, deck)
            decks.append(deck)
            words[deck.deck] = read_translations(words_files(place.parent, "words"))
    return decks, words
