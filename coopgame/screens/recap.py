"""What a seat is told when its turn comes: what changed since its last one, the weightiest first.

Built only from what this seat may see; five or six short lines, never a table.
"""

from dataclasses import dataclass

from coopgame.rules.questions import Party
from coopgame.rules.snapshot import Change
from coopgame.screens.look import Look
from coopgame.screens.saying import METERS, party_word, stage_word
from coopgame.screens.seat_model import SeatModel


@dataclass(frozen=True, slots=True)
class RecapItem:
    """One line: icon, what, and why or how."""

    icon: str
    title: str
    text: str = ""


def recap_items(look: Look, model: SeatModel) -> tuple[RecapItem, ...]:
    """Return the lines of the recap, in the order in which they matter."""
    if model.view.round == 1:
        return _start(look, model)
    found = [*_refusals(look, model), *_links(look, model), *_meters(look, model)]
    return (*found, *_contracts(look, model), *_market(look, model))


def _start(look: Look, model: SeatModel) -> tuple[RecapItem, ...]:
    """Return what a seat should know before its very first choice."""
    words, own = look.words, model.own
    goals = [words.get(f"seat.goal.{goal.goal}") for goal in own.mission or ()]
    items = [
        RecapItem("goal", words.get("recap.mission"), ", ".join(goals)),
        RecapItem("volume", words.get("recap.volume", count=own.volume // 10),
                  words.get(f"recap.kind.{own.kind}")),
        RecapItem("capital", words.get("recap.capital", count=own.capital)),
    ]  # fmt: skip
    stages = [stage_word(look, n, model.stages) for n in range(len(model.stages))]
    chain = " → ".join(stages)
    return (*items, RecapItem("region", words.get("recap.chain"), chain))


def _meters(look: Look, model: SeatModel) -> list[RecapItem]:
    items = []
    for place, (meter, icon) in enumerate(METERS):
        amount, rows = _moved(model, place, meter)
        if amount == 0:
            continue
        same = [row for row in rows if (row.amount > 0) == (amount > 0)]
        cause = max(same, key=lambda row: abs(row.amount), default=None)
        title = look.words.get(
            "recap.meter", amount=look.words.signed(amount),
            meter=look.words.get(f"seat.meter.{meter}.within"),
        )  # fmt: skip
        items.append((abs(amount), RecapItem(icon, title, _cause(look, cause))))
    items.sort(key=lambda it: -it[0])
    return [item for _, item in items]


def _moved(model: SeatModel, place: int, meter: str) -> tuple[int, list[Change]]:
    rows = [c for c in model.changes if c.kind == meter and c.who == model.seat]
    history = model.own.meter_history
    if len(history) >= 2:
        return history[-1][place] - history[-2][place], rows
    return sum(row.amount for row in rows), rows


def _cause(look: Look, change: Change | None) -> str:
    """Return why, as one sentence; empty when there is no sentence for it."""
    if change is None:
        return ""
    party = party_word(look, change.by)
    key = f"cause.{change.cause}.{'gain' if change.amount > 0 else 'loss'}"
    return look.words.get(key, party=party) if look.words.has(key) else ""


def _links(look: Look, model: SeatModel) -> list[RecapItem]:
    """Return pacts, mergers, contracts and buildings of everybody, own ones first."""
    rows = [c for c in model.changes if c.kind in {"pact", "group", "contract", "facility", "kind"}]
    mine = Party("seat", model.seat)
    rows.sort(key=lambda row: not (row.who == model.seat or row.by == mine))
    items: list[RecapItem] = []
    seen: set[frozenset[str]] = set()
    for row in rows:
        who, party = _two(look, model, row)
        pair = frozenset({row.kind, who, party})
        key = f"recap.{row.kind}.{row.cause}"
        if pair in seen or not look.words.has(key):
            continue
        seen.add(pair)
        stage = stage_word(look, row.detail, model.stages) if row.detail < len(model.stages) else ""
        title = look.words.get(key, who=who, party=party, stage=stage, count=row.after)
        icons = {"pact": "coordinate", "group": "merge", "facility": "integrate", "kind": "open_up"}
        items.append(RecapItem(icons.get(row.kind, "contract"), title))
    return items


def _two(look: Look, model: SeatModel, row: Change) -> tuple[str, str]:
    """Return how both ends of a link are called; this seat itself is "you"."""
    you = look.words.get("recap.you")
    who = "" if row.who is None else you if row.who == model.seat else look.letter(row.who)
    party = party_word(look, row.by)
    if row.by == Party("seat", model.seat):
        party = you
    return who, party


def _refusals(look: Look, model: SeatModel) -> list[RecapItem]:
    """Return what this seat tried and others refused."""
    items = []
    for row in model.changes:
        if row.who == model.seat and row.after == 0 and row.kind in {"vote", "consent", "bank"}:
            key = f"recap.{row.kind}.{row.cause}"
            if look.words.has(key):
                icon = {"vote": "voice", "bank": "capital"}.get(row.kind, "contract")
                text = look.words.get(
                    "recap.chance", percent=look.words.percent(row.before)
                ) if row.before and row.cause != "card_threshold" else ""  # fmt: skip
                party = party_word(look, row.by)
                items.append(RecapItem(icon, look.words.get(key, party=party), text))
    return items


def _contracts(look: Look, model: SeatModel) -> list[RecapItem]:
    items = []
    for hold in model.own.holds:
        if hold.holding == "contract" and hold.partner is not None:
            text = look.words.get("recap.rounds_left", count=hold.rounds_left)
            items.append(RecapItem("contract", party_word(look, hold.partner), text))
    return items


def _market(look: Look, model: SeatModel) -> list[RecapItem]:
    market, words, story = model.view.market, look.words, look.story
    if market.index == market.index_before:
        return []
    key = "recap.market.up" if market.index > market.index_before else "recap.market.down"
    before, after = (
        words.measured(story.price_normal * index // 100, story.price_unit)
        if story.price_unit
        else words.number(index)
        for index in (market.index_before, market.index)
    )
    return [
        RecapItem(
            "th-market", words.get("recap.market"), words.get(key, before=before, after=after)
        )
    ]
