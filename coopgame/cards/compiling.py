"""Turns a scenario and its decks into the playbook: rows of integers for the rules.

Files must have been checked before; what is still wrong here is a mistake of ours.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from coopgame.cards import pressing
from coopgame.cards.deck import Deck
from coopgame.cards.effects import pressure_of
from coopgame.cards.event_card import NOTHING, CardOption, EventCard
from coopgame.cards.scenario import Cooperative, Neighbour, Partner, Scenario, Strivings, spread
from coopgame.cards.word import Word, position
from coopgame.cards.writing import RowWriter
from coopgame.rules import codes as c
from coopgame.rules import playbook as p
from coopgame.rules.card_rows import TO_EVERYONE, TO_SELF
from coopgame.rules.playbook import Labels, Playbook, Rows
from coopgame.vocabulary import Goal

SPEAKS = (
    "everyone", "largest", "smallest", "richest", "poorest", "most_trusted", "least_trusted",
    "with_contract", "with_own_stage", "in_group", "by_chance",
)  # fmt: skip
ROLES = ("event", "follow_up", "takeover")
ASKS = ("nobody", "members", "partner", "others")
NEVER = 1 << 30
"""The chapter mask of a card whose chapters this scenario does not have."""
STANDARD_VOLUME = (60, 140)
STANDARD_CAPITAL = (18, 24)


def compile_scenario(
    scenario: Scenario, decks: Sequence[Deck], *, seats: int, rounds: int
) -> Playbook:
    """Return the playbook for this many seats and rounds.

    `seats` must not be more than the scenario has co-operatives, `rounds` not more than 16.
    """
    listed = [(deck, card) for deck in decks for card in deck.cards]
    chapters = [chapter.id for chapter in scenario.chapters]
    writer = RowWriter(scenario.stages, chapters, card_numbers(decks))
    cards, options, option_ids = _card_rows(writer, [card for _, card in listed], chapters)
    return Playbook(
        rule=scenario.numbers(),
        rounds=rounds,
        mode=position(scenario.mode),
        secret_missions=int(scenario.secret_missions == "hidden"),
        stage_kind=[position(stage) for stage in scenario.stages],
        stage_share=[link.share for link in scenario.chain],
        track=_track_rows(writer, scenario, rounds),
        starts=[_start_row(writer, one) for one in scenario.cooperatives[:seats]],
        partners=[_partner_row(writer, partner) for partner in scenario.partners],
        neighbours=[_neighbour_row(neighbour) for neighbour in scenario.neighbours],
        cards=cards,
        options=options,
        effects=writer.effects,
        tests=writer.tests,
        amounts=writer.amounts,
        script=_script(writer, scenario, rounds),
        goal_par=[scenario.pars.of(goal).at(seats) for goal in Goal],
        goal_spread=[scenario.pars.of(goal).spread for goal in Goal],
        labels=_labels(scenario, decks, seats, option_ids),
        fingerprint=fingerprint(scenario, decks),
    )


def card_numbers(decks: Sequence[Deck]) -> dict[str, int]:
    """Return the number of every card id, in the order of the decks."""
    numbers: dict[str, int] = {}
    for deck in decks:
        for card in deck.cards:
            numbers.setdefault(card.id, len(numbers))
    return numbers


def fingerprint(scenario: Scenario, decks: Sequence[Deck]) -> str:
    """Return the SHA-256 of everything that changes play: texts and notes are left out."""
    content = [playing_part(scenario), *(playing_part(deck) for deck in decks)]
    written = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def playing_part(value: Any) -> Any:  # noqa: ANN401
    """Return a model as plain data without texts, notes and fields left at their default."""
    if isinstance(value, Word):
        return {
            name: playing_part(getattr(value, name))
            for name, field in type(value).model_fields.items()
            if name not in value.texts
            and name not in value.notes
            and getattr(value, name) != field.default
        }
    if isinstance(value, BaseModel):
        raise TypeError(type(value))
    if isinstance(value, Mapping):
        return {str(key): playing_part(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [playing_part(item) for item in value]
    return value


def _card_rows(
    writer: RowWriter, cards: Sequence[EventCard], chapters: Sequence[str]
) -> tuple[Rows, Rows, list[str]]:
    card_rows: Rows = []
    options: Rows = []
    ids: list[str] = []
    for number, card in enumerate(cards):
        first = len(options)
        writer.options = {option: first + k for k, (option, _) in enumerate(card.answers())}
        card_rows.append(_card_row(writer, card, first, chapters))
        for option in card.options:
            options.append(_option_row(writer, number, option))
            ids.append(option.id)
        options.append(_nothing_row(writer, number, card))
        ids.append(NOTHING)
    return card_rows, options, ids


def _card_row(writer: RowWriter, card: EventCard, first: int, chapters: Sequence[str]) -> list[int]:
    """Write a card; before it is dealt nobody has chosen, so `self` there is everyone."""
    row = [0] * p.CARD_COLUMNS
    row[p.CARD_THEME] = position(card.theme)
    row[p.CARD_WEIGHT] = card.weight
    row[p.CARD_SPEAKS_TO] = SPEAKS.index(card.speaks_to)
    row[p.CARD_ROLE] = ROLES.index(card.role)
    writer.self_target = TO_EVERYONE if card.speaks_to == "everyone" else TO_SELF
    row[p.CARD_TEST] = writer.test(card.when) if card.when is not None else c.NOTHING
    writer.self_target = TO_SELF
    row[p.CARD_CHAPTERS] = _chapter_mask(card, chapters)
    row[p.CARD_FIRST] = first
    row[p.CARD_COUNT] = len(card.options) + 1
    return row


def _chapter_mask(card: EventCard, chapters: Sequence[str]) -> int:
    if card.chapters is None or not chapters:
        return 0
    mask = 0
    for chapter in card.chapters:
        if chapter in chapters:
            mask |= 1 << chapters.index(chapter)
    return mask or NEVER


def _option_row(writer: RowWriter, card: int, option: CardOption) -> list[int]:
    row = [0] * p.OPTION_COLUMNS
    row[p.OPTION_CARD] = card
    row[p.OPTION_VERB] = position(option.verb)
    row[p.OPTION_NEEDS] = writer.test(option.needs) if option.needs is not None else c.NOTHING
    row[p.OPTION_ASKS] = ASKS.index(option.asks)
    row[p.OPTION_STAGE] = c.NOTHING if option.stage is None else writer.stage(option.stage)
    row[p.OPTION_COUNT] = option.at_least or 0
    row[p.OPTION_EFFECTS], row[p.OPTION_EFFECTS_END] = writer.run(option.effects)
    row[p.OPTION_REFUSED], row[p.OPTION_REFUSED_END] = writer.run(option.if_refused)
    arrows = pressing.arrows(pressure_of(option.effects))
    row[p.OPTION_TRUST], row[p.OPTION_PRICE], row[p.OPTION_AUTONOMY] = arrows
    return row


def _nothing_row(writer: RowWriter, number: int, card: EventCard) -> list[int]:
    row = [0] * p.OPTION_COLUMNS
    row[p.OPTION_CARD] = number
    row[p.OPTION_VERB] = c.HOLD
    row[p.OPTION_NEEDS] = c.NOTHING
    row[p.OPTION_STAGE] = c.NOTHING
    row[p.OPTION_EFFECTS], row[p.OPTION_EFFECTS_END] = writer.run(card.nothing)
    row[p.OPTION_REFUSED] = row[p.OPTION_REFUSED_END] = row[p.OPTION_EFFECTS_END]
    arrows = pressing.arrows(pressure_of(card.nothing))
    row[p.OPTION_TRUST], row[p.OPTION_PRICE], row[p.OPTION_AUTONOMY] = arrows
    return row


def _track_rows(writer: RowWriter, scenario: Scenario, rounds: int) -> Rows:
    rows: Rows = []
    for point in spread(scenario.track, rounds):
        chapter = c.NOTHING if point.chapter is None else writer.chapter(point.chapter)
        rows.append([point.index, point.glut, point.pressure, chapter])
    return rows


def _ambition(ambition: Strivings | None) -> list[int]:
    return [-1, -1, -1, -1] if ambition is None else list(ambition.vector)


def _or_drawn(value: int | None) -> int:
    return -1 if value is None else value


def _start_row(writer: RowWriter, one: Cooperative) -> list[int]:
    volume = STANDARD_VOLUME if one.volume is None else (one.volume.from_, one.volume.to)
    capital = STANDARD_CAPITAL if one.capital is None else (one.capital.from_, one.capital.to)
    drawn = (one.efficiency, one.quality, one.members, one.openness, one.voice)
    return [
        position(one.kind),
        writer.stage(one.home),
        *volume,
        *capital,
        *(_or_drawn(value) for value in drawn),
        *_ambition(one.ambition),
        _or_drawn(one.tie),
    ]


def _partner_row(writer: RowWriter, partner: Partner) -> list[int]:
    return [
        writer.stage(partner.stage),
        int(partner.cooperative),
        partner.power,
        partner.capacity,
        partner.reliability,
        *_ambition(partner.ambition),
        _or_drawn(partner.tie),
    ]


def _neighbour_row(neighbour: Neighbour) -> list[int]:
    volume = neighbour.volume
    return [volume.from_, volume.to, *_ambition(neighbour.ambition), _or_drawn(neighbour.tie)]


def _script(writer: RowWriter, scenario: Scenario, rounds: int) -> list[int]:
    return [
        writer.card(scenario.script[number]) if number in scenario.script else c.NOTHING
        for number in range(1, rounds + 1)
    ]


def _labels(
    scenario: Scenario, decks: Sequence[Deck], seats: int, option_ids: Sequence[str]
) -> Labels:
    return Labels(
        scenario=scenario.scenario,
        decks=tuple(deck.deck for deck in decks),
        cards=tuple(card.id for deck in decks for card in deck.cards),
        card_decks=tuple(deck.deck for deck in decks for _ in deck.cards),
        options=tuple(option_ids),
        stages=tuple(stage.value for stage in scenario.stages),
        chapters=tuple(chapter.id for chapter in scenario.chapters),
        cooperatives=tuple(one.id for one in scenario.cooperatives[:seats]),
        partners=tuple(partner.id for partner in scenario.partners),
        neighbours=tuple(neighbour.id for neighbour in scenario.neighbours),
        group_count=len(scenario.groups),
    )
