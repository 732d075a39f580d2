"""Turns options, parties, causes and prices into the words of the projected frames.

Decides nothing about the match and draws nothing.
"""

from collections.abc import Sequence

from coopgame.rules.questions import Option, Party
from coopgame.rules.snapshot import CardView, CooperativeView, HoldView, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.reasons import Reason, rounded
from coopgame.screens.saying import METERS, party_word, stage_word, tile_of
from coopgame.ui.meters import Chip, ChipKind, Effect
from coopgame.ui.sheet import Sheet

METER_ICONS = tuple(icon for _, icon in METERS)
METER_NAMES = tuple(name for name, _ in METERS)
LONGEST = 40
"""Most characters in a line on the board."""


def fitting(sheet: Sheet, texts: Sequence[str], room: float, size: int, weight: int = 400) -> str:
    """Return the first of these texts that fits in a line of the board; empty when none does."""
    return next((text for text in texts if text and is_line(sheet, text, room, size, weight)), "")


def is_line(sheet: Sheet, text: str, room: float, size: int, weight: int = 400) -> bool:
    """Tell whether a text fits in a width and in the longest line of the board."""
    return len(text) <= LONGEST and sheet.fits(text, room, size, weight)


def narrowed(sheet: Sheet, text: str, room: float, size: int, weight: int = 400) -> float:
    """Return the widest column up to `room` in which no line has more than 40 characters."""
    width = room
    while width > room * 0.2:
        if all(len(it) <= LONGEST for it in sheet.wrap(text, width, size=size, weight=weight)):
            return width
        width -= sheet.u
    return room


def stages_of(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the kinds of the stages of the chain, in order."""
    return tuple(stage.kind for stage in snapshot.chain)


def meter_word(look: Look, place: int, *, short: bool = False) -> str:
    """Return the name of the nth meter; the short one for column heads."""
    ending = ".short" if short else ""
    return look.words.get(f"board.meter.{METER_NAMES[place]}{ending}")


def card_theme(look: Look, card: str) -> str:
    """Return the theme of a card."""
    return look.story.card_themes.get(card, "opportunity")


def card_word(look: Look, card: CardView, part: str) -> str:
    """Return a text of a card; its id when there are no words."""
    return look.content.card(card.id, part) if look.content is not None else card.id


def answer_words(look: Look, card: CardView, number: int) -> str:
    """Return the label of an answer by its place on the card; doing nothing has its own words."""
    if number >= len(card.options) - 1 or look.content is None:
        return look.words.get("board.nothing")
    return look.content.option(card.id, card.options[number].id)


def answers(card: CardView) -> int:
    """Return how many answers a card prints, doing nothing left out."""
    return max(0, len(card.options) - 1)


def costs_of_nothing(card: CardView) -> tuple[Effect, ...]:
    """Return what doing nothing presses, meter by meter; no arrow where it presses nothing."""
    if not card.options:
        return ()
    arrows = card.options[-1].presses
    steps = (arrows.trust, arrows.price_control, arrows.autonomy)
    return tuple(Effect(icon, step) for icon, step in zip(METER_ICONS, steps, strict=True))


def nothing_words(look: Look, costs: tuple[Effect, ...]) -> str:
    """Return the words over what doing nothing costs."""
    if not costs:
        return ""
    is_pressed = any(it.steps != 0 for it in costs)
    return look.words.get("board.nothing_costs" if is_pressed else "board.nothing_free")


def partner_words(look: Look, party: Party) -> tuple[str, str]:
    """Return the long and the short name of whoever holds a stage."""
    return look.party(party), look.party(party, short=True)


def hold_labels(look: Look, hold: HoldView, stage: str) -> tuple[str, ...]:
    """Return what may stand under a station, the fullest words first."""
    words = look.words
    if hold.holding == "contract" and hold.partner is not None:
        return partner_words(look, hold.partner)
    if hold.holding == "own":
        facility = look.content.facility(stage) if look.content is not None else ""
        return (facility, words.get("board.own"))
    if hold.holding == "building":
        return (words.get("board.building"),)
    if hold.holding == "home":
        return (words.get("board.home"),)
    return (words.get("board.spot"), words.get("board.spot.short"))


def is_cooperative(snapshot: Snapshot, party: Party | None) -> bool:
    """Tell whether a partner is a co-operative; seats and neighbours are."""
    if party is None or party.kind != "partner":
        return True
    return snapshot.partners[party.number].is_cooperative


def group_name(look: Look, snapshot: Snapshot, seats: Sequence[int]) -> str:
    """Return what a merged group is called: the nth name of the scenario, or its letters."""
    leads = sorted({one.group for one in snapshot.cooperatives if _is_merged(snapshot, one)})
    place = leads.index(snapshot.cooperatives[seats[0]].group) + 1
    name = look.content.group(place) if look.content is not None else ""
    return name or "+".join(look.letter(seat) for seat in seats)


def _is_merged(snapshot: Snapshot, one: CooperativeView) -> bool:
    return len(snapshot.group_of(one.seat)) > 1


def chip_of(look: Look, reason: Reason, unit: str = "") -> Chip:
    """Return a reason as a chip: signed amount and cause."""
    way: ChipKind = "gain" if reason.amount > 0 else "loss"
    amount = signed(look, reason.amount, unit)
    cause = look.words.get(f"cause.{reason.cause}.{way}")
    return Chip(look.words.get("board.chip", amount=amount, cause=cause), way)


def rest_words(look: Look, rest: int, others: int, unit: str = "") -> str:
    """Return what the reasons that are not shown did together."""
    return look.words.get("board.more", count=others, amount=signed(look, rest, unit))


def signed(look: Look, amount: int, unit: str = "") -> str:
    """Return an amount with its sign, and its unit when it has one."""
    text = look.words.signed(amount) if amount else "0"
    return f"{text}\u00a0{unit}" if unit else text


def cause_sentence(look: Look, cause: str) -> str:
    """Return why, as one sentence."""
    return look.words.get(f"cause.{cause}.sentence")


def move_icon(option: Option) -> str:
    """Return the icon of a move."""
    return tile_of(option)


def move_words(look: Look, option: Option, snapshot: Snapshot) -> str:
    """Return a move as it was chosen: "wants to merge with E"."""
    ending = f".{option.term}" if option.kind == "leave" else ""
    return look.words.get(
        f"reveal.move.{option.kind}{ending}",
        party=party_word(look, option.party),
        stage=stage_word(look, option.stage, stages_of(snapshot)),
    )


def price_factor(look: Look, snapshot: Snapshot) -> tuple[int, int]:
    """Return (times, per) that turn points of the price paid into the unit of the scenario.

    The scenario's normal price is what the producing stage earns at index 100.
    """
    if not look.story.price_unit:
        return 1, 1
    share = next((it.share for it in snapshot.chain if it.kind == "production"), 0)
    return look.story.price_normal, share or snapshot.chain[0].share or 1


def price_of(look: Look, snapshot: Snapshot, points: int) -> int:
    """Return a price paid to members in the unit of the scenario, rounded."""
    times, per = price_factor(look, snapshot)
    return rounded(points * times, per)


def price_words(look: Look, amount: int) -> str:
    """Return a price with its unit."""
    unit = look.story.price_unit
    return look.words.measured(amount, unit) if unit else look.words.number(amount)


def market_words(look: Look, snapshot: Snapshot) -> str:
    """Return the market price of this round."""
    if not look.story.price_unit:
        return look.words.number(snapshot.market.index)
    return price_words(look, rounded(snapshot.market.index * look.story.price_normal, 100))


def meters_now(one: CooperativeView) -> tuple[int, int, int]:
    """Return the meters as they stand."""
    return one.meters


def meters_then(snapshot: Snapshot, one: CooperativeView) -> tuple[int | None, ...]:
    """Return where the meters stood a round earlier; unknown in the first round."""
    if snapshot.phase != "choose":
        return one.meters_before
    if len(one.meter_history) >= 2:
        return one.meter_history[-2]
    return (None, None, None)
