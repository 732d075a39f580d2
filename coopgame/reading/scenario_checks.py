"""What a scenario must make sense of: its chain, its lists, its decks and its numbers."""

from collections.abc import Iterable, Iterator, Sequence

from coopgame.cards.deck import Deck
from coopgame.cards.event_card import EventCard
from coopgame.cards.links import Build, SignContract
from coopgame.cards.scenario import Scenario
from coopgame.reading.document import Document, Steps
from coopgame.reading.problems import Problem
from coopgame.reading.suggestions import closest
from coopgame.reading.walking import effects_of
from coopgame.rules.codes import CARDS
from coopgame.rules.numbers import number_help


def check_scenario(
    document: Document, scenario: Scenario, decks: Sequence[Deck], known: Sequence[str] = ()
) -> list[Problem]:
    """Return what is wrong with a scenario of the right shape and the decks it is played with.

    `known` are the decks it could have named.
    """
    found = [
        *_chain(document, scenario),
        *_double_ids(document, scenario),
        *_chapters(document, scenario),
        *_numbers(document, scenario),
        *_lengths(document, scenario),
        *_missing_decks(document, scenario, decks, known),
    ]
    if len(decks) == len(set(scenario.decks)):
        found += _cards(document, scenario, decks)
        found += _script(document, scenario, decks)
        found += _stages_of_cards(document, scenario, decks)
    return found


def _chain(document: Document, scenario: Scenario) -> Iterator[Problem]:
    total = sum(link.share for link in scenario.chain)
    if total != 100:
        yield document.problem("M402", document.spot(("chain",), name=True), total=total)
    places: list[tuple[Steps, str]] = []
    for group, items in (("cooperatives", scenario.cooperatives), ("partners", scenario.partners)):
        for place, item in enumerate(items):
            key = "home" if group == "cooperatives" else "stage"
            places.append(((group, place, key), str(getattr(item, key))))
    for steps, stage in places:
        if stage not in scenario.stages:
            yield _no_stage(document, scenario, document.spot(steps), stage)
    for stage in scenario.facilities:
        if stage not in scenario.stages:
            spot = document.spot(("facilities", stage), name=True)
            yield _no_stage(document, scenario, spot, stage)


def _no_stage(document: Document, scenario: Scenario, spot: tuple[int, int], stage: str) -> Problem:
    known = [link.stage.value for link in scenario.chain]
    suggestion = closest(stage, known)
    return document.problem(
        "X306", spot, suggestion=suggestion, word=str(stage), known=", ".join(known)
    )


def _double_ids(document: Document, scenario: Scenario) -> Iterator[Problem]:
    lists: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("chain", "stage", scenario.stages),
        ("cooperatives", "id", [one.id for one in scenario.cooperatives]),
        ("partners", "id", [one.id for one in scenario.partners]),
        ("neighbours", "id", [one.id for one in scenario.neighbours]),
        ("chapters", "id", [one.id for one in scenario.chapters]),
        ("decks", "", scenario.decks),
    )
    for group, key, words in lists:
        seen: dict[str, int] = {}
        for place, word in enumerate(words):
            steps: Steps = (group, place, key) if key else (group, place)
            spot = document.spot(steps)
            if word in seen:
                yield document.problem("X308", spot, word=str(word), line=seen[word])
            seen.setdefault(word, spot[0])


def _chapters(document: Document, scenario: Scenario) -> Iterator[Problem]:
    known = [chapter.id for chapter in scenario.chapters]
    for place, point in enumerate(scenario.track):
        if point.chapter is not None and point.chapter not in known:
            yield document.problem(
                "X307", document.spot(("track", place, "chapter")),
                suggestion=closest(point.chapter, known), word=point.chapter,
                known=", ".join(known) or "none",
            )  # fmt: skip


def _numbers(document: Document, scenario: Scenario) -> Iterator[Problem]:
    known = number_help()
    for name, value in scenario.rules.items():
        spot = document.spot(("rules", name), name=True)
        if name not in known:
            yield document.problem("X310", spot, suggestion=closest(name, known), word=name)
            continue
        number = known[name][1]
        if not number.least <= value <= number.most:
            spot = document.spot(("rules", name))
            yield document.problem(
                "M409", spot, word=name, least=number.least, most=number.most, help=number.help
            )


def _lengths(document: Document, scenario: Scenario) -> Iterator[Problem]:
    length = scenario.default_length
    if length is not None and length not in scenario.lengths:
        spot = document.spot(("default_length",))
        known = ", ".join(str(minutes) for minutes in scenario.lengths)
        yield document.problem("X315", spot, word=length, known=known)
    longest = max(scenario.lengths.values())
    for number in scenario.script:
        if number > longest:
            spot = document.spot(("script", number), name=True)
            yield document.problem("M410", spot, word=number, most=longest)
    if len(scenario.cooperatives) < scenario.seats.most:
        spot = document.spot(("cooperatives",), name=True)
        count = len(scenario.cooperatives)
        yield document.problem("M403", spot, count=count, most=scenario.seats.most)


def _missing_decks(
    document: Document, scenario: Scenario, decks: Sequence[Deck], known: Sequence[str]
) -> Iterator[Problem]:
    found = {deck.deck for deck in decks}
    for place, name in enumerate(scenario.decks):
        if name in found:
            continue
        spot = document.spot(("decks", place))
        if name in known:
            yield document.problem("X316", spot, word=name)
        else:
            yield document.problem(
                "X305", spot, suggestion=closest(name, known), word=name,
                known=", ".join(known) or "none",
            )  # fmt: skip


def _cards(document: Document, scenario: Scenario, decks: Sequence[Deck]) -> Iterator[Problem]:
    spot = document.spot(("decks",), name=True)
    cards = [card for deck in decks for card in deck.cards]
    if len(cards) > CARDS:
        yield document.problem("M416", spot, count=len(cards), most=CARDS)
    events = [card for card in cards if card.role == "event"]
    longest = max(scenario.lengths.values())
    if len(events) < longest:
        yield document.problem("M415", spot, count=len(events), most=longest)
    if not any(card.role == "takeover" for card in cards):
        yield document.problem("M414", spot)
    owner: dict[str, str] = {}
    for deck in decks:
        for card in deck.cards:
            if owner.get(card.id, deck.deck) != deck.deck:
                yield document.problem("X311", spot, word=card.id, deck=owner[card.id])
            owner.setdefault(card.id, deck.deck)
    chapters = {chapter.id for chapter in scenario.chapters}
    for card in events if chapters else ():
        if card.chapters is not None and not chapters & set(card.chapters):
            yield document.problem("X314", spot, word=card.id)


def _script(document: Document, scenario: Scenario, decks: Sequence[Deck]) -> Iterator[Problem]:
    known = [card.id for deck in decks for card in deck.cards]
    for number, card in scenario.script.items():
        if card not in known:
            spot = document.spot(("script", number))
            yield document.problem("X309", spot, suggestion=closest(card, known), word=card)


def _stages_of_cards(
    document: Document, scenario: Scenario, decks: Sequence[Deck]
) -> Iterator[Problem]:
    """Find cards that speak of stages this chain lacks, or ask partners nobody plays."""
    spot = document.spot(("decks",), name=True)
    with_partner = {partner.stage for partner in scenario.partners}
    asked: set[str] = set()
    for deck in decks:
        for card in deck.cards:
            for stage in sorted(_stages(card) - set(scenario.stages)):
                yield document.problem("M418", spot, word=card.id, stage=str(stage))
            asked |= _asked(card) & set(scenario.stages)
    for stage in sorted(asked - with_partner):
        yield document.problem("M413", spot, word=str(stage))


def _stages(card: EventCard) -> set[str]:
    """Return the stages in which a card lets somebody sign, build or ask."""
    built = {effect.stage for _, effect in effects_of(card, ()) if isinstance(effect, Build)}
    return {str(stage) for stage in built} | _asked(card)


def _asked(card: EventCard) -> set[str]:
    signed = {e.stage for _, e in effects_of(card, ()) if isinstance(e, SignContract)}
    asked = {option.stage for option in card.options if option.stage is not None}
    return {str(stage) for stage in signed | asked}
