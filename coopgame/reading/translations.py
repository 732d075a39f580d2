"""Words of the screens and of the content, in a language; numbers as that language writes them.

Screens ask for keys and never build sentences from pieces.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from coopgame.cards.deck import Deck
from coopgame.cards.event_card import NOTHING, EventCard
from coopgame.cards.scenario import Scenario
from coopgame.reading import numerals
from coopgame.reading.document import Document, joined
from coopgame.reading.problems import ContentError
from coopgame.reading.pseudo import LANGUAGE as PSEUDO
from coopgame.reading.pseudo import pseudo
from coopgame.reading.shipped_files import shipped
from coopgame.reading.strict_yaml import read_yaml

_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_FALLBACK: Final = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the screens in one language; English stands in for what is missing."""

    language: str
    texts: Mapping[str, str]
    fallback: Mapping[str, str] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Tell whether there is a text with this key."""
        return key in self.texts or key in self.fallback

    def get(self, key: str, **placeholders: object) -> str:
        """Return the text of a key with `{name}` filled in.

        With a whole number `count`, the plural form `<key>.one` or `<key>.other` is taken
        where the key has forms. A key without any text comes back in double brackets.
        """
        text = self._form(key, placeholders.get("count"))
        if text is None:
            return f"[[{key}]]"
        return _PLACEHOLDER.sub(lambda found: self._filled(found, placeholders), text)

    def _form(self, key: str, count: object) -> str | None:
        for texts in (self.texts, self.fallback):
            if key in texts:
                return texts[key]
            if isinstance(count, int):
                form = numerals.plural_form(count, self.language)
                found = texts.get(f"{key}.{form}", texts.get(f"{key}.other"))
                if found is not None:
                    return found
        return None

    def _filled(self, found: re.Match[str], placeholders: Mapping[str, object]) -> str:
        name = found.group(1)
        if name not in placeholders:
            return found.group(0)
        value = placeholders[name]
        if name == "count" and isinstance(value, int):
            return self.number(value)
        return str(value).replace("-", numerals.MINUS) if isinstance(value, int) else str(value)

    def number(self, number: int) -> str:
        """Return a whole number with the language's thousands sign."""
        return numerals.number(number, self.language)

    def signed(self, number: int) -> str:
        """Return a whole number with its sign."""
        return numerals.signed(number, self.language)

    def percent(self, number: int) -> str:
        """Return a number of per cent."""
        return numerals.percent(number, self.language)

    def euros(self, amount: int) -> str:
        """Return an amount in euros."""
        return numerals.euros(amount, self.language)

    def measured(self, number: int, unit: str) -> str:
        """Return a number with its unit, e.g. a price of 36 ct."""
        return numerals.measured(number, unit, self.language)


def load_words(language: str, folder: Path | None = None) -> Words:
    """Return the words of the screens in a language: nl, fr, en, or xx for testing layouts.

    `folder` holds one folder for each language; left out, the game's own. An unknown
    language reads English.
    """
    root = shipped("assets") / "words" if folder is None else folder
    english = _texts_of_folder(root / _FALLBACK)
    if language == PSEUDO:
        return Words(PSEUDO, {key: pseudo(text) for key, text in english.items()})
    if language == _FALLBACK or not (root / language).is_dir():
        return Words(_FALLBACK, english)
    return Words(language, _texts_of_folder(root / language), english)


def _texts_of_folder(folder: Path) -> dict[str, str]:
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        found, document = read_texts(path)
        if document.problems:
            raise ContentError(path.name, document.problems)
        texts.update(found)
    return texts


def read_texts(path: Path, shown: str | None = None) -> tuple[dict[str, str], Document]:
    """Return key -> text of a words file; what does not fit is among the document's problems."""
    return _texts_of(read_yaml(path, shown))


def _texts_of(document: Document) -> tuple[dict[str, str], Document]:
    value = document.value
    if not isinstance(value, dict):
        if not document.problems:
            document.add("S201", (1, 1))
        return {}, document
    texts: dict[str, str] = {}
    for key, text in value.items():
        if isinstance(text, str):
            texts[str(key)] = text
        elif (key,) not in document.broken:
            document.add("S206", document.spot((key,)))
    return texts, document


# ------------------------------------------------------------------ words of the content


def deck_texts(deck: Deck) -> dict[str, str]:
    """Return every text of a deck under the key that translations use."""
    texts = {"deck.title": deck.title}
    for card in deck.cards:
        texts |= {f"{card.id}.{part}": text for part, text in card_parts(card).items()}
        for option in card.options:
            texts[f"{card.id}.{option.id}.label"] = option.label
            texts[f"{card.id}.{option.id}.detail"] = option.detail
    return texts


def card_parts(card: EventCard) -> dict[str, str]:
    """Return the texts of a card itself."""
    return {
        "title": card.title,
        "short": card.short,
        "story": card.story,
        "case": card.real_case.text,
        "place": card.real_case.place,
        "debrief": card.debrief,
    }


def scenario_texts(scenario: Scenario) -> dict[str, str]:
    """Return every text of a scenario under the key that translations use."""
    texts = {"title": scenario.title, "subtitle": scenario.subtitle, "story": scenario.story}
    texts |= {f"chapter.{chapter.id}": chapter.title for chapter in scenario.chapters}
    texts |= {f"facility.{stage}": text for stage, text in scenario.facilities.items()}
    texts |= {
        f"learning_goal.{place}": text
        for place, text in enumerate(scenario.learning_goals, start=1)
    }
    if scenario.source_note is not None:
        texts["source_note"] = scenario.source_note
    return texts | scenario_names(scenario)


def scenario_names(scenario: Scenario) -> dict[str, str]:
    """Return the proper names of a scenario; they may stay the same in every language."""
    names = {f"cooperative.{one.id}": one.name for one in scenario.cooperatives}
    for partner in scenario.partners:
        names[f"partner.{partner.id}"] = partner.name
        names[f"partner.{partner.id}.short"] = partner.short
    for neighbour in scenario.neighbours:
        names[f"neighbour.{neighbour.id}"] = neighbour.name
        names[f"neighbour.{neighbour.id}.short"] = neighbour.short or neighbour.name
    names |= {f"group.{place}": name for place, name in enumerate(scenario.groups, start=1)}
    return names


@dataclass(frozen=True, slots=True)
class ContentWords:
    """The words of a scenario and its decks in one language.

    What is not translated comes in the language it was written in.
    """

    language: str
    scenario: Mapping[str, str]
    decks: Mapping[str, Mapping[str, str]]
    """Deck id -> texts of its cards."""

    def get(self, key: str) -> str:
        """Return a text of the scenario: `title`, `story`, `chapter.<id>`, `partner.<id>`…"""
        return self.scenario.get(key, f"[[{key}]]")

    def has(self, key: str) -> bool:
        """Tell whether the scenario has a text with this key."""
        return key in self.scenario

    def card(self, card: str, part: str) -> str:
        """Return a text of a card: title, short, story, case, place or debrief."""
        key = f"{card}.{part}"
        return next((texts[key] for texts in self.decks.values() if key in texts), f"[[{key}]]")

    def option(self, card: str, option: str, part: str = "label") -> str:
        """Return the label or detail of an option; doing nothing has none here."""
        return "" if option == NOTHING else self.card(card, f"{option}.{part}")

    def deck(self, deck: str) -> str:
        """Return the title of a deck."""
        return self.decks.get(deck, {}).get("deck.title", f"[[{deck}]]")

    def cooperative(self, cooperative: str) -> str:
        """Return the name of a co-operative."""
        return self.get(f"cooperative.{cooperative}")

    def partner(self, partner: str, *, short: bool = False) -> str:
        """Return the name of a partner, or its short name."""
        return self.get(f"partner.{partner}.short" if short else f"partner.{partner}")

    def neighbour(self, neighbour: str, *, short: bool = False) -> str:
        """Return the name of a neighbour, or its short name."""
        return self.get(f"neighbour.{neighbour}.short" if short else f"neighbour.{neighbour}")

    def chapter(self, chapter: str) -> str:
        """Return the title of a chapter."""
        return self.get(f"chapter.{chapter}")

    def group(self, place: int) -> str:
        """Return the name of the nth merged group, from 1; empty when there is none left."""
        return self.scenario.get(f"group.{place}", "")

    def facility(self, stage: str) -> str:
        """Return what an own facility is called in a stage; empty when it has no name."""
        return self.scenario.get(f"facility.{stage}", "")


Translated = Mapping[str, Mapping[str, str]]
"""Language -> key -> text."""


def in_language(own: Mapping[str, str], translated: Translated, language: str) -> dict[str, str]:
    """Return texts in a language; what is not translated stays as it was written."""
    if language == PSEUDO:
        return {key: pseudo(text) for key, text in own.items()}
    found = translated.get(language, {})
    return {key: found.get(key, text) for key, text in own.items()}


def read_translations(paths: Mapping[str, Sequence[Path]]) -> Translated:
    """Return the texts of words files by language; what is wrong in them is left out."""
    return {language: read_joined_texts(files)[0] for language, files in paths.items()}


def read_joined_texts(paths: Sequence[Path]) -> tuple[dict[str, str], Document]:
    """Return key -> text of words files that belong together."""
    return _texts_of(joined([read_yaml(path) for path in paths]))


def words_files(folder: Path, stem: str) -> dict[str, tuple[Path, ...]]:
    """Return language -> the files `<stem>.<language>.yaml` and `<stem>.<language>.*.yaml`."""
    found: dict[str, tuple[Path, ...]] = {}
    for path in sorted(folder.glob(f"{stem}.*.yaml"), key=lambda path: path.name.count(".")):
        language = path.name[len(stem) + 1 :].split(".")[0]
        if re.fullmatch(r"[a-z]{2}", language):
            found[language] = (*found.get(language, ()), path)
    return dict(sorted(found.items()))
