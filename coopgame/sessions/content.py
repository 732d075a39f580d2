"""Finding the content a recording was played with, and naming what differs if it changed."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

from coopgame.reading.library import LoadedScenario, UnknownScenario, load_scenario, playbook_for
from coopgame.rules.errors import CoopgameError
from coopgame.rules.game import RULES_VERSION
from coopgame.rules.playbook import Playbook
from coopgame.sessions.errors import OtherContent
from coopgame.sessions.recording import Header

PlaybookOf = Callable[[Header], Playbook]
"""Finds the playbook of a recording; may raise a CoopgameError when there is none."""

PART_NAMES: Final = {
    "rules": "the rules",
    "numbers": "the numbers of the rules",
    "chain": "the chain or the price track",
    "cooperatives": "the co-operatives",
    "partners": "the partners and neighbours",
    "cards": "the cards",
    "goals": "the goals of the missions",
    "scenario": "the scenario is not here",
}
"""What can differ, in English; other languages find it under `content.<part>`."""


def shipped_playbook(header: Header) -> Playbook:
    """Return the playbook of a recording from the scenarios on this machine."""
    return playbook_for(scenario_of(header), seats=header.seats, rounds=header.rounds)


def scenario_of(header: Header) -> LoadedScenario:
    """Return the scenario a recording was played with, by its path or else by its name."""
    try:
        return load_scenario(header.scenario)
    except UnknownScenario:
        return load_scenario(Path(header.scenario).stem)


def parts_of(book: Playbook) -> tuple[tuple[str, str], ...]:
    """Return a short fingerprint for each part of a playbook."""
    numbers = [getattr(book.rule, name) for name in book.rule.__slots__]
    parts: dict[str, list[object]] = {
        "numbers": [numbers, book.mode, book.secret_missions],
        "chain": [book.stage_kind, book.stage_share, book.track, book.rounds],
        "cooperatives": [book.starts],
        "partners": [book.partners, book.neighbours],
        "cards": [
            book.labels.cards, book.labels.options, book.cards, book.options,
            book.effects, book.tests, book.amounts, book.script,
        ],
        "goals": [book.goal_par, book.goal_spread],
    }  # fmt: skip
    return tuple((name, _mark(values)) for name, values in parts.items())


def _mark(values: list[object]) -> str:
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:16]


def matching_playbook(header: Header, file: str, playbook_of: PlaybookOf) -> Playbook:
    """Return the playbook a recording was played with; raises OtherContent naming what differs."""
    if header.rules != RULES_VERSION:
        raise _other(file, ("rules",))
    try:
        book = playbook_of(header)
    except CoopgameError as error:
        raise _other(file, ("scenario",)) from error
    if book.fingerprint != header.fingerprint or book.rounds != header.rounds:
        raise _other(file, differing_parts(header, book))
    if len(book.starts) < header.seats:
        raise _other(file, ("cooperatives",))
    return book


def differing_parts(header: Header, book: Playbook) -> tuple[str, ...]:
    """Return the parts of a playbook that are not as they were when the match was played."""
    now = dict(parts_of(book))
    found = tuple(name for name, mark in header.parts if now.get(name) != mark)
    return found or ("cards",)


def _other(file: str, parts: tuple[str, ...]) -> OtherContent:
    names = ", ".join(PART_NAMES[part] for part in parts)
    return OtherContent(file=file, differences=names, parts=" ".join(parts))
