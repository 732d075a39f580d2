"""What came of each choice, in words: votes, consents, offers and links of one round.

Reads journal rows of the reveal; draws nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from coopgame.rules.questions import Party
from coopgame.rules.snapshot import Change
from coopgame.screens.look import Look


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that came of a choice."""

    icon: str
    words: str
    chance: int | None = None
    """The chance in per cent that it was drawn with, when chance decided."""
    weight: int = 0
    """Larger is more important."""


_LINKS = {
    ("pact", "pact_made"): ("coordinate", "reveal.pact"),
    ("pact", "pact_left"): ("leave", "reveal.pact.left"),
    ("contract", "contract_signed"): ("contract", "reveal.contract"),
    ("contract", "contract_left"): ("leave", "reveal.contract.left"),
    ("group", "merger_passed"): ("merge", "reveal.merger"),
    ("group", "absorbed"): ("merge", "reveal.absorbed"),
    ("group", "group_left"): ("leave", "reveal.left"),
    ("facility", "facility_started"): ("integrate", "reveal.facility"),
    ("kind", "opened_up"): ("open_up", "reveal.opened"),
    ("offer", "offer_made"): ("next", "reveal.offer"),
    ("offer", "offer_lapsed"): ("cross", "reveal.offer.lapsed"),
    ("move", "held_instead"): ("hold", "reveal.held"),
    ("members", "overruled"): ("voice", "reveal.overruled"),
}
"""Happening and cause -> icon and words."""
_REFUSALS = {
    ("consent", "pact_refused"): "reveal.pact.refused",
    ("consent", "contract_refused"): "reveal.contract.refused",
    ("bank", "facility_refused"): "reveal.bank.refused",
}
_VOTES = {
    "merger_passed": "merger", "merger_failed": "merger", "absorbed": "merger",
    "facility_started": "facility", "facility_refused": "facility",
    "group_left": "leave", "group_leave_refused": "leave",
}  # fmt: skip
"""Cause of a vote -> what the members voted on; anything else was an answer to the card."""
_ANSWERED = {"card_option", "card_refused"}
_BOTH_SIDES = {"pact", "contract"}


def outcomes_of(
    look: Look, changes: Iterable[Change], seat: int, number: int
) -> tuple[Outcome, ...]:
    """Return what came of a seat's answer and move in round `number`, the weightiest first."""
    found: dict[str, Outcome] = {}
    for row in changes:
        if row.round != number:
            continue
        it = _outcome(look, row, seat)
        if it is not None and it.words not in found:
            found[it.words] = it
    return tuple(sorted(found.values(), key=lambda it: -it.weight))


def _outcome(look: Look, row: Change, seat: int) -> Outcome | None:
    mine = Party("seat", seat)
    if row.who == seat:
        return _own(look, row)
    if row.by == mine and row.kind in _BOTH_SIDES and row.who is not None:
        return _link(look, row, Party("seat", row.who))
    return None


def _own(look: Look, row: Change) -> Outcome | None:
    if row.kind == "vote":
        return _vote(look, row)
    if row.kind == "consent" and row.cause == "card_threshold":
        key = "reveal.enough" if row.after else "reveal.too_few"
        return Outcome(_sign(row), look.words.get(key), weight=3)
    if row.kind == "consent" and row.cause in _ANSWERED:
        key = "reveal.answer.passed" if row.after else "reveal.answer.failed"
        return Outcome(_sign(row), look.words.get(key), row.before, weight=3)
    key = _REFUSALS.get((row.kind, row.cause), "")
    if key and not row.after:
        party = _party(look, row.by)
        return Outcome("cross", look.words.get(key, party=party), row.before, weight=4)
    return _link(look, row, row.by)


def _vote(look: Look, row: Change) -> Outcome:
    about = _VOTES.get(row.cause, "answer")
    start = "reveal.answer" if about == "answer" else f"reveal.vote.{about}"
    key = f"{start}.passed" if row.after else f"{start}.failed"
    words = look.words.get(key, party=_party(look, row.by))
    return Outcome(_sign(row), words, row.before, weight=3 if row.after else 5)


def _link(look: Look, row: Change, party: Party | None) -> Outcome | None:
    known = _LINKS.get((row.kind, row.cause))
    if known is None:
        return None
    icon, key = known
    return Outcome(icon, look.words.get(key, party=_party(look, party)), weight=4)


def _sign(row: Change) -> str:
    return "check" if row.after else "cross"


def _party(look: Look, party: Party | None) -> str:
    """Return a seat's letter, or the short name of a partner or neighbour."""
    if party is None:
        return ""
    return look.letter(party.number) if party.kind == "seat" else look.party(party, short=True)


def outcome_words(look: Look, it: Outcome) -> tuple[str, ...]:
    """Return an outcome with its chance, and without where room is short."""
    if it.chance is None:
        return (it.words,)
    chance = look.words.get("reveal.chance", percent=look.words.percent(it.chance))
    return (f"{it.words}, {chance}", it.words)
