"""Checks files and folders of content and reports everything at once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from coopgame.cards.deck import Deck
from coopgame.cards.scenario import Scenario
from coopgame.reading.cross_checks import (
    check_deck,
    check_deck_translation,
    check_deck_words,
    check_scenario,
    check_scenario_translation,
    check_scenario_words,
    check_signs,
    missing_translations,
)
from coopgame.reading.document import Document
from coopgame.reading.library import (
    deck_parts,
    find_deck,
    known_decks,
    read_deck,
    read_scenario,
)
from coopgame.reading.problems import Problem, Report, in_order
from coopgame.reading.strict_yaml import read_yaml
from coopgame.reading.suggestions import closest
from coopgame.reading.translations import read_joined_texts, words_files

_WORDS_FILE: Final = re.compile(r"(?P<stem>[^.]+)\.(?P<language>[a-z]{2})(\..+)?\.yaml")


def check_paths(paths: Sequence[str | Path]) -> Report:
    """Check files, decks and folders; every finding of every file comes in one report.

    The words files of a deck or scenario are checked with it. Nothing is played and no
    window is opened.
    """
    checker = _Checker()
    stopped = not paths
    for given in paths:
        path = Path(given)
        files = tuple(content_files(path))
        if not files:
            checker.problems.append(_nothing_at(path))
            stopped = True
        for file in files:
            checker.check(file)
    return Report(in_order(checker.problems), len(checker.seen), stopped)


def content_files(path: Path) -> Iterator[Path]:
    """Yield the files that a path means: itself, or every YAML file below it."""
    if path.is_dir():
        yield from sorted(found for found in path.rglob("*.yaml") if found.is_file())
    elif path.is_file():
        yield path


def _nothing_at(path: Path) -> Problem:
    return Document(str(path)).problem("R137" if path.is_dir() else "R136", (1, 1))


class _Checker:
    """Collects the findings of several files, each file once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.seen: set[Path] = set()

    def check(self, path: Path) -> None:
        """Check one file by what it is."""
        if path.resolve() in self.seen:
            return
        deck = path.parent / "deck.yaml"
        words = _WORDS_FILE.fullmatch(path.name)
        if words is not None:
            self._words_file(path, words)
        elif path == deck or (path.match("cards_*.yaml") and deck.is_file()):
            self._deck(deck)
        elif path.parent.parent.name == "words":
            self._screen_words(path)
        else:
            self._other(path)

    def _mark(self, *paths: Path) -> None:
        self.seen.update(path.resolve() for path in paths)

    def _screen_words(self, path: Path) -> None:
        self._mark(path)
        texts, document = read_joined_texts((path,))
        self.problems += document.problems + check_signs(document, texts)

    def _other(self, path: Path) -> None:
        """Check a file by what it says at its top."""
        document = read_yaml(path)
        value = document.value if isinstance(document.value, dict) else {}
        if "deck" in value:
            self._deck(path)
        elif "scenario" in value or path.parent.name == "scenarios":
            self._scenario(path)
        else:
            self._mark(path)
            if not document.problems:
                spot = document.spot(())
                document.problems.append(document.problem("S228", spot, suggestion=_meant(value)))
            self.problems += document.problems

    def _deck(self, path: Path) -> None:
        self._mark(*deck_parts(path))
        deck, document = read_deck(path)
        self.problems += document.problems
        found = words_files(path.parent, "words")
        if deck is None:
            return
        self.problems += check_deck(document, deck) + check_deck_words(document, deck)
        if path.name == "deck.yaml" and deck.deck != path.parent.name:
            spot, place = document.spot(("deck",)), path.parent.name
            self.problems.append(document.problem("X312", spot, word=deck.deck, place=place))
        self.problems += missing_translations(document, deck.language, found, "words")
        for language, files in found.items():
            self._deck_words(deck, language, files)

    def _deck_words(self, deck: Deck, language: str, files: Sequence[Path]) -> None:
        self._mark(*files)
        texts, document = read_joined_texts(files)
        self.problems += document.problems
        if not (document.is_cut or document.has_gaps):
            self.problems += check_deck_translation(document, texts, deck, language)

    def _scenario(self, path: Path) -> None:
        self._mark(path)
        scenario, document = read_scenario(path)
        self.problems += document.problems
        if scenario is None:
            return
        decks = _sound_decks(scenario, path)
        self.problems += check_scenario(document, scenario, decks, known_decks(path))
        self.problems += check_scenario_words(document, scenario)
        if scenario.scenario != path.stem:
            spot = document.spot(("scenario",))
            self.problems.append(
                document.problem("X317", spot, word=scenario.scenario, place=path.stem)
            )
        found = words_files(path.parent / "words", path.stem)
        stem = f"words/{path.stem}"
        self.problems += missing_translations(document, scenario.language, found, stem)
        for language, files in found.items():
            self._scenario_words(scenario, language, files)

    def _scenario_words(self, scenario: Scenario, language: str, files: Sequence[Path]) -> None:
        self._mark(*files)
        texts, document = read_joined_texts(files)
        self.problems += document.problems
        if not (document.is_cut or document.has_gaps):
            self.problems += check_scenario_translation(document, texts, scenario, language)

    def _words_file(self, path: Path, name: re.Match[str]) -> None:
        """Check a words file with what it translates; that file itself is not reported."""
        language, stem = name["language"], name["stem"]
        files = words_files(path.parent, stem)[language]
        deck, scenario, original = None, None, path.parent / "deck.yaml"
        if stem == "words":
            deck, _ = read_deck(original)
        else:
            original = path.parent.parent / f"{stem}.yaml"
            scenario, _ = read_scenario(original)
        if deck is not None:
            self._deck_words(deck, language, files)
        elif scenario is not None:
            self._scenario_words(scenario, language, files)
        else:
            self._words_of_nothing(original, files)

    def _words_of_nothing(self, original: Path, files: Sequence[Path]) -> None:
        self._mark(*files)
        _, document = read_joined_texts(files)
        self.problems += document.problems
        self.problems.append(document.problem("W511", (1, 1), place=original.name))


def _meant(names: Iterable[object]) -> str:
    """Return `deck` or `scenario` when a misspelt one opens the file."""
    for name in names:
        meant = closest(str(name), ("deck", "scenario"))
        if meant:
            return meant
    return ""


def _sound_decks(scenario: Scenario, path: Path) -> list[Deck]:
    """Return the decks of a scenario that have no errors of shape."""
    decks: list[Deck] = []
    for name in dict.fromkeys(scenario.decks):
        place = find_deck(name, path)
        deck = read_deck(place)[0] if place is not None else None
        if deck is not None:
            decks.append(deck)
    return decks
