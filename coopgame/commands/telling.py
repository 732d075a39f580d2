"""Tells a recorded match round by round in plain sentences, from its answers and journal.

Every sentence is one text with names and whole numbers filled in.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from coopgame.commands.names import Names
from coopgame.reading.translations import Words
from coopgame.rules.game import Game
from coopgame.rules.snapshot import EVERYTHING, Change

METERS: Final = ("trust", "price", "autonomy")
KINDS: Final = ("trust", "price_control", "autonomy")
"""The same meters as the journal names them."""
CLEARLY: Final = 3
"""Points a meter must move in a round for its reasons to be told."""
MOST_REASONS: Final = 3


class Telling:
    """Tells one match in one language."""

    def __init__(self, game: Game, names: Names, words: Words) -> None:
        """Take a match as far as it was played."""
        self._game = game
        self._names = names
        self._words = words
        self._card: int | None = None

    def lines(self) -> Iterator[str]:
        """Yield the whole match, one line after another; an empty line before each round."""
        for number in range(1, len(self._game.round_hashes) + 1):
            yield ""
            yield from self.round(number)
        yield ""
        yield from self.ending()

    def round(self, number: int) -> Iterator[str]:
        """Yield one round: news, answers, moves, what came of them, and the meters."""
        changes = self._game.changes(only_round=number)
        yield self._say("tell.round", round=number, rounds=self._game.playbook.rounds,
                        index=_last(changes, "index", self._game.snapshot().market.index))  # fmt: skip
        yield self._news(changes)
        yield from self._answers(number)
        for change in changes:
            yield from self._happening(change)
        yield from self._meters(number, changes)

    def ending(self) -> Iterator[str]:
        """Yield how the match closed, or that it can go on."""
        outcome = self._game.outcome
        if outcome is None:
            yield self._say("tell.not_ended")
            return
        yield self._say(f"tell.ending.{outcome.ending}")
        for result in outcome.seats:
            yield self._say("tell.goals", who=self._seat(result.seat), goals=result.goals_met)

    # One round ---------------------------------------------------------------

    def _news(self, changes: Sequence[Change]) -> str:
        dealt = next((change for change in changes if change.kind == "card"), None)
        self._card = dealt.after if dealt is not None else None
        if dealt is None:
            return self._say("tell.no_card")
        card = self._names.card(dealt.after)
        if dealt.who is None:
            return self._say("tell.card", card=card)
        return self._say("tell.card_to", card=card, who=self._seat(dealt.who))

    def _answers(self, number: int) -> Iterator[str]:
        for question_id, option_id in self._game.answers:
            words = question_id.split(".")
            if words[0] != f"round{number}" or words[1] == "table":
                continue
            who = self._names.party_by_code(words[1])
            if words[2] == "answer":
                yield self._answer(who, option_id)
            elif words[2] == "reply":
                party = self._names.party_by_code(words[3])
                yield self._say(f"tell.{option_id}", who=who, party=party)
            else:
                yield self._move(who, option_id)

    def _answer(self, who: str, option_id: str) -> str:
        label = self._names.answer(self._card, option_id) if self._card is not None else ""
        return self._say("tell.answer", who=who, answer=label) if label else self._say(
            "tell.nothing", who=who
        )  # fmt: skip

    def _move(self, who: str, option_id: str) -> str:
        kind, *rest = option_id.split(".")
        if kind == "leave":
            kind = f"leave_{rest.pop(0)}"
        stage = next((word for word in rest if self._words.has(f"tell.stage.{word}")), None)
        code = next((word for word in rest if len(word) <= 2), None)
        values = {"who": who}
        if code is not None:
            values["party"] = self._names.party_by_code(code)
        if stage is not None:
            values["stage"] = self._words.get(f"tell.stage.{stage}")
        return self._say(f"tell.move.{kind}", **values)

    # What came of it ---------------------------------------------------------

    def _happening(self, change: Change) -> Iterator[str]:
        key = _key_of(change)
        if key is None or change.who is None:
            return
        values = {"who": self._seat(change.who), "rounds": str(change.after)}
        if change.by is not None:
            values["party"] = self._names.party(change.by)
        if change.kind in ("contract", "facility"):
            stage = self._names.stage(change.detail)
            values["stage"] = self._words.get(f"tell.stage.{stage}")
        if change.kind in ("vote", "consent", "bank"):
            values["chance"] = self._words.percent(change.before)
        yield self._say(key, **values)

    def _meters(self, number: int, changes: Sequence[Change]) -> Iterator[str]:
        """Yield each seat's meters, and the largest reasons where one moved clearly."""
        for one in self._game.snapshot(EVERYTHING).cooperatives:
            now = one.meter_history[number - 1]
            before = one.meter_history[number - 2] if number > 1 else None
            texts = [self._meter(now[k], None if before is None else before[k]) for k in range(3)]
            values = dict(zip(METERS, texts, strict=True))
            yield self._say("tell.meters", who=self._seat(one.seat), **values)
            for kind, name in zip(KINDS, METERS, strict=True):
                yield from self._reasons(one.seat, kind, name, changes)

    def _reasons(self, seat: int, kind: str, name: str, changes: Sequence[Change]) -> Iterator[str]:
        parts: dict[str, int] = {}
        for change in changes:
            if change.who == seat and change.kind == kind:
                parts[change.cause] = parts.get(change.cause, 0) + change.amount
        total = sum(parts.values())
        if abs(total) < CLEARLY:
            return
        largest = sorted(parts.items(), key=lambda part: -abs(part[1]))[:MOST_REASONS]
        reasons = ", ".join(self._reason(cause, points) for cause, points in largest if points)
        meter, moved = self._words.get(f"tell.meter.{name}"), self._words.signed(total)
        yield self._say("tell.reasons", meter=meter, change=moved, reasons=reasons)

    def _reason(self, cause: str, points: int) -> str:
        way = "gain" if points > 0 else "loss"
        return f"{self._words.get(f'cause.{cause}.{way}')} {self._words.signed(points)}"

    def _meter(self, now: int, before: int | None) -> str:
        if before is None or now == before:
            return self._words.number(now)
        return f"{self._words.number(now)} ({self._words.signed(now - before)})"

    def _seat(self, number: int) -> str:
        return self._names.seat(number)

    def _say(self, key: str, **values: str | int) -> str:
        return self._words.get(key, **values)


def _last(changes: Sequence[Change], kind: str, otherwise: int) -> int:
    found = [change.after for change in changes if change.kind == kind]
    return found[-1] if found else otherwise


def _key_of(change: Change) -> str | None:
    """Return the word key that tells a change, None for what needs no telling."""
    if change.cause == "overruled" and change.kind == "members":
        return "tell.overruled"
    if change.cause == "takeover" and change.kind == "capital":
        return "tell.takeover"
    find = _KEYS.get(change.kind)
    return find(change) if find is not None else None


def _pact(change: Change) -> str:
    return "tell.pact" if change.after else "tell.pact_ends"


def _contract(change: Change) -> str:
    if change.after:
        return "tell.contract"
    broken = {
        "contract_broken": "tell.contract_broken",
        "contract_dropped": "tell.contract_dropped",
    }
    return broken.get(change.cause, "tell.contract_ends")


def _facility(change: Change) -> str:
    opened = change.cause == "facility_opened"
    return "tell.facility_opened" if opened else "tell.facility_started"


def _group(change: Change) -> str:
    return "tell.group_left" if change.cause == "group_left" else "tell.group"


def _kind(change: Change) -> str | None:
    return "tell.mixed" if change.cause == "opened_up" else None


def _offer(change: Change) -> str | None:
    return "tell.offer_lapsed" if change.cause == "offer_lapsed" else None


def _move_missed(change: Change) -> str | None:
    return "tell.move_missed" if change.cause == "held_instead" else None


def _consent(change: Change) -> str:
    ending = "yes" if change.after else "no"
    if change.cause == "card_threshold":
        return f"tell.others_{ending}"
    return f"tell.consent_{ending}" if change.by is not None else f"tell.partner_{ending}"


_KEYS: Final[dict[str, Callable[[Change], str | None]]] = {
    "pact": _pact,
    "contract": _contract,
    "facility": _facility,
    "group": _group,
    "kind": _kind,
    "offer": _offer,
    "move": _move_missed,
    "vote": lambda change: "tell.vote_yes" if change.after else "tell.vote_no",
    "consent": _consent,
    "bank": lambda change: "tell.bank_yes" if change.after else "tell.bank_no",
}
