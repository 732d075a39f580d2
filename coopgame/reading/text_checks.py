"""What texts must be: translated, short enough for their place, plain, and in the font."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from coopgame.cards.deck import Deck
from coopgame.cards.scenario import Scenario
from coopgame.reading.document import Document, Spot, Steps
from coopgame.reading.glyphs import is_drawn
from coopgame.reading.problems import Problem
from coopgame.reading.suggestions import closest
from coopgame.reading.translations import deck_texts, scenario_names, scenario_texts
from coopgame.vocabulary import LANGUAGES

MOST_WORDS: Final = 45
LONG_SENTENCE: Final = 15
LONGEST_SENTENCE: Final = 25

_CARD_LENGTHS: Final = {
    "title": 40,
    "short": 22,
    "place": 40,
    "label": 22,
    "detail": 34,
}
_SCENARIO_LENGTHS: Final = {
    "title": 40,
    "subtitle": 40,
    "short": 14,
    "chapter": 28,
    "cooperative": 22,
    "facility": 22,
}
_SENTENCE_END: Final = re.compile(r"[.?!…]+(?:\s|$)")
_PLAIN_PARTS: Final = ("story", "case", "debrief", "detail", "label", "title")
_PLAIN_TEXTS: Final = ("learning_goal", "source_note")


def check_deck_words(document: Document, deck: Deck) -> list[Problem]:
    """Check the texts of a deck in its own language."""
    found: list[Problem] = []
    texts = deck_texts(deck)
    spots = {key: document.spot(steps) for key, steps in _deck_steps(deck).items()}
    for key, text in texts.items():
        found += _text(document, spots[key], _card_length(key), key, text)
    for card in deck.cards:
        spot = spots[f"{card.id}.story"]
        found += _together(document, spot, texts, card.id)
    return found


def check_scenario_words(document: Document, scenario: Scenario) -> list[Problem]:
    """Check the texts of a scenario in its own language."""
    found: list[Problem] = []
    spots = {key: document.spot(steps) for key, steps in _scenario_steps(scenario).items()}
    for key, text in scenario_texts(scenario).items():
        found += _text(document, spots[key], _scenario_length(key), key, text)
    found += _words(document, spots["story"], scenario.story)
    return found


def check_deck_translation(
    document: Document, texts: Mapping[str, str], deck: Deck, language: str
) -> list[Problem]:
    """Check a words file of a deck: what is missing, left over or too long."""
    own = deck_texts(deck)
    found = list(_translation(document, texts, own, frozenset(), language))
    for key, text in texts.items():
        if key in own:
            found += _text(document, document.spot((key,)), _card_length(key), key, text)
    for card in deck.cards:
        if f"{card.id}.story" in texts:
            found += _together(document, document.spot((f"{card.id}.story",)), texts, card.id)
    return found


def check_scenario_translation(
    document: Document, texts: Mapping[str, str], scenario: Scenario, language: str
) -> list[Problem]:
    """Check a words file of a scenario; proper names need no translation."""
    own = scenario_texts(scenario)
    names = frozenset(scenario_names(scenario))
    found = list(_translation(document, texts, own, names, language))
    for key, text in texts.items():
        if key in own:
            found += _text(document, document.spot((key,)), _scenario_length(key), key, text)
    if "story" in texts:
        found += _words(document, document.spot(("story",)), texts["story"])
    return found


def check_signs(document: Document, texts: Mapping[str, str]) -> list[Problem]:
    """Check that the font has every sign of a words file."""
    found: list[Problem] = []
    for key, text in texts.items():
        found += _signs(document, document.spot((key,)), text)
    return found


def missing_translations(
    document: Document, language: str, present: Mapping[str, object], stem: str
) -> Iterator[Problem]:
    """Tell which of our languages have no words file."""
    for other in LANGUAGES:
        if other != language and other not in present:
            file = f"{stem}.{other}.yaml"
            yield document.problem("W508", document.spot(()), language=other, file=file)


def _translation(
    document: Document,
    texts: Mapping[str, str],
    own: Mapping[str, str],
    optional: frozenset[str],
    language: str,
) -> Iterator[Problem]:
    if language not in LANGUAGES:
        yield document.problem("W510", document.spot(()), word=language)
    near = document.spot(())
    for key in own:
        if key in texts:
            near = document.spot((key,), name=True)
        elif key not in optional and (key,) not in document.broken:
            yield document.problem("W501", near, word=key, language=language)
    left = [key for key in own if key not in texts]
    for key in texts:
        if key not in own:
            spot = document.spot((key,), name=True)
            yield document.problem("W502", spot, suggestion=closest(key, left), word=key)


def _text(
    document: Document, spot: Spot, most: int | None, key: str, text: str
) -> Iterator[Problem]:
    if most is not None and len(text) > most:
        yield document.problem("W503", spot, count=len(text), most=most)
    if "!" in text:
        yield document.problem("W507", spot)
    if _is_read_aloud(key):
        longest = max(sentence_lengths(text), default=0)
        if longest > LONGEST_SENTENCE or mean_sentence(text) > LONG_SENTENCE:
            yield document.problem("W505", spot, count=longest)
    yield from _signs(document, spot, text)


def _is_read_aloud(key: str) -> bool:
    return key.rsplit(".", 1)[-1] in _PLAIN_PARTS or key.split(".", 1)[0] in _PLAIN_TEXTS


def _signs(document: Document, spot: Spot, text: str) -> Iterator[Problem]:
    missing = sorted({sign for sign in text if sign != "\n" and not is_drawn(sign)})
    for sign in missing:
        yield document.problem("W506", spot, word=f"{sign} (U+{ord(sign):04X})")


def _together(
    document: Document, spot: Spot, texts: Mapping[str, str], card: str
) -> Iterator[Problem]:
    title = texts.get(f"{card}.title", "")
    yield from _words(document, spot, f"{title} {texts[f'{card}.story']}")


def _words(document: Document, spot: Spot, text: str) -> Iterator[Problem]:
    count = word_count(text)
    if count > MOST_WORDS:
        yield document.problem("W504", spot, count=count, most=MOST_WORDS)


def word_count(text: str) -> int:
    """Return how many words a text has; signs that stand alone are none."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def sentence_lengths(text: str) -> list[int]:
    """Return the number of words of each sentence."""
    lengths = [word_count(sentence) for sentence in _SENTENCE_END.split(text)]
    return [length for length in lengths if length]


def mean_sentence(text: str) -> int:
    """Return the mean number of words of a sentence, rounded up."""
    lengths = sentence_lengths(text)
    return -(-sum(lengths) // len(lengths)) if lengths else 0


def _card_length(key: str) -> int | None:
    return None if key == "deck.title" else _CARD_LENGTHS.get(key.rsplit(".", 1)[-1])


def _scenario_length(key: str) -> int | None:
    last = key.rsplit(".", 1)[-1]
    first = "short" if last == "short" else key.split(".", 1)[0]
    return _SCENARIO_LENGTHS.get(first)


def _deck_steps(deck: Deck) -> dict[str, Steps]:
    """Return where each text of a deck stands in its file."""
    found: dict[str, Steps] = {"deck.title": ("title",)}
    for place, card in enumerate(deck.cards):
        here: Steps = ("cards", place)
        for part in ("title", "short", "story", "debrief"):
            found[f"{card.id}.{part}"] = (*here, part)
        found[f"{card.id}.case"] = (*here, "real_case", "text")
        found[f"{card.id}.place"] = (*here, "real_case", "place")
        for number, option in enumerate(card.options):
            for part in ("label", "detail"):
                found[f"{card.id}.{option.id}.{part}"] = (*here, "options", number, part)
    return found


def _scenario_steps(scenario: Scenario) -> dict[str, Steps]:
    """Return where each text of a scenario stands in its file."""
    found: dict[str, Steps] = {key: (key,) for key in ("title", "subtitle", "story", "source_note")}
    lists = (
        ("chapters", "chapter", "title", [one.id for one in scenario.chapters]),
        ("cooperatives", "cooperative", "name", [one.id for one in scenario.cooperatives]),
        ("partners", "partner", "name", [one.id for one in scenario.partners]),
        ("neighbours", "neighbour", "name", [one.id for one in scenario.neighbours]),
    )
    for group, prefix, field, ids in lists:
        for place, one in enumerate(ids):
            found[f"{prefix}.{one}"] = (group, place, field)
            found[f"{prefix}.{one}.short"] = (group, place, "short")
    for place, _ in enumerate(scenario.groups):
        found[f"group.{place + 1}"] = ("groups", place)
    for place, _ in enumerate(scenario.learning_goals):
        found[f"learning_goal.{place + 1}"] = ("learning_goals", place)
    for stage in scenario.facilities:
        found[f"facility.{stage}"] = ("facilities", stage)
    return found
