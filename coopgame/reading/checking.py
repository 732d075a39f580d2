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
from coopgame.reading.library import find_deck, known_decks, read_deck, read_scenario
from coopgame.reading.problems import Problem, Report, in_order
from coopgame.reading.shape import shaped
from coopgame.reading.strict_yaml import Document, read_yaml
from coopgame.reading.suggestions import closest
from coopgame.reading.translations import read_texts, words_files

_WORDS_FILE: Final = re.compile(r"(?P<stem>.+)\.(?P<language>[a-z]{2})\.yaml")


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
        words = _WORDS_FILE.fullmatch(path.name)
        if words is not None:
            self._words_file(path, words)
        elif _is_screen_words(path):
            self._mark(path)
            texts, document = read_texts(path, str(path))
            self.problems += document.problems + check_signs(document, texts)
        else:
            self._content(path)

    def _mark(self, path: Path) -> None:
        self.seen.add(path.resolve())

    def _content(self, path: Path) -> None:
        self._mark(path)
        document = read_yaml(path, str(path))
        value = document.value if isinstance(document.value, dict) else {}
        if "deck" in value or path.name == "deck.yaml":
            self._deck(path, document)
        elif "scenario" in value or path.parent.name == "scenarios":
            self._scenario(path, document)
        else:
            if not document.is_cut and not document.problems:
                suggestion = _meant(value)
                spot = (1, 1)
                self.problems.append(document.problem("S228", spot, suggestion=suggestion))
            self.problems += document.problems

    def _deck(self, path: Path, document: Document) -> None:
        deck = shaped(document, Deck)
        self.problems += document.problems
        if deck is None:
            return
        self.problems += check_deck(document, deck) + check_deck_words(document, deck)
        if path.name == "deck.yaml" and deck.deck != path.parent.name:
            self.problems.append(
                document.problem(
                    "X312", document.spot(("deck",)), word=deck.deck, place=path.parent.name
                )
            )
        found = words_files(path.parent, "words")
        self.problems += missing_translations(document, deck.language, found, "words")
        for language, file in found.items():
            self._mark(file)
            texts, words = read_texts(file, str(file))
            self.problems += words.problems
            if not words.is_cut:
                self.problems += check_deck_translation(words, texts, deck, language)

    def _scenario(self, path: Path, document: Document) -> None:
        scenario = shaped(document, Scenario)
        self.problems += document.problems
        if scenario is None:
            return
        decks = _sound_decks(scenario, path)
        self.problems += check_scenario(document, scenario, decks, known_decks(path))
        self.problems += check_scenario_words(document, scenario)
        if scenario.scenario != path.stem:
            self.problems.append(
                document.problem(
                    "X317", document.spot(("scenario",)), word=scenario.scenario, place=path.stem
                )
            )
        found = words_files(path.parent / "words", path.stem)
        stem = f"words/{path.stem}"
        self.problems += missing_translations(document, scenario.language, found, stem)
        for language, file in found.items():
            self._mark(file)
            texts, words = read_texts(file, str(file))
            self.problems += words.problems
            if not words.is_cut:
                self.problems += check_scenario_translation(words, texts, scenario, language)

    def _words_file(self, path: Path, name: re.Match[str]) -> None:
        """Check a words file with what it translates; that file itself is not reported."""
        self._mark(path)
        texts, document = read_texts(path, str(path))
        language = name["language"]
        found: list[Problem] | None = None
        if name["stem"] == "words":
            deck, _ = read_deck(path.parent / "deck.yaml")
            if deck is not None:
                found = check_deck_translation(document, texts, deck, language)
        else:
            scenario, _ = read_scenario(path.parent.parent / f"{name['stem']}.yaml")
            if scenario is not None:
                found = check_scenario_translation(document, texts, scenario, language)
        self.problems += document.problems
        if found is None:
            place = "deck.yaml" if name["stem"] == "words" else f"../{name['stem']}.yaml"
            found = [document.problem("W511", (1, 1), place=place)]
        self.problems += [] if document.is_cut else found


def _is_screen_words(path: Path) -> bool:
    return path.parent.parent.name == "words"


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
