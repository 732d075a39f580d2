"""From what the rules know to words: parties, moves, reasons, requirements. Decides nothing."""

from collections.abc import Sequence

from coopgame.rules.questions import Arrows, Option, Party, Reason
from coopgame.screens.look import Look
from coopgame.ui.meters import Effect

METERS = (("trust", "trust"), ("price_control", "price"), ("autonomy", "autonomy"))
"""Each meter with its icon, in the order of every screen."""
ORGANISE = "organise"
"""One tile of the screens for the two moves that speak to the members."""
TILES: Sequence[str] = (
    "dialogue", "coordinate", "merge", "contract", "integrate",
    ORGANISE, "specialise", "open_up", "leave", "hold",
)  # fmt: skip
"""The tiles of the moves, in reading order."""


def tile_of(option: Option) -> str:
    """Return the tile a move is found under."""
    return ORGANISE if option.kind in {"inform", "represent"} else option.kind


def party_word(look: Look, party: Party | None, *, short: bool = True) -> str:
    """Return how a party is called within a sentence: a seat's letter, or a name."""
    if party is None:
        return ""
    if party.kind == "seat":
        return look.letter(party.number) if short else look.cooperative(party.number)
    return look.party(party, short=short)


def party_letters(party: Party | None) -> tuple[str, ...]:
    """Return the seat letters of a party; none for partners and neighbours."""
    return (party.code,) if party is not None and party.kind == "seat" else ()


def stage_word(look: Look, stage: int | None, stages: Sequence[str]) -> str:
    """Return the name of a stage of the chain."""
    return look.words.get(f"seat.stage.{stages[stage]}") if stage is not None else ""


def move_phrase(look: Look, option: Option, stages: Sequence[str]) -> str:
    """Return a move as it stands on the lock button: "merge with E"."""
    return _phrase(look, "seat.do", option, stages)


def if_phrase(look: Look, option: Option, stages: Sequence[str]) -> str:
    """Return the head of the preview: "If you propose a merger to E"."""
    return _phrase(look, "seat.if", option, stages)


def offer_phrase(look: Look, option: Option, stages: Sequence[str]) -> str:
    """Return what somebody else proposes: "merge into one group"."""
    return _phrase(look, "seat.asks", option, stages)


def _phrase(look: Look, start: str, option: Option, stages: Sequence[str]) -> str:
    key = f"{start}.{option.kind}"
    if option.kind == "leave":
        key = f"{key}.{option.term}"
    return look.words.get(
        key,
        party=party_word(look, option.party),
        stage=stage_word(look, option.stage, stages),
        term=look.words.get(f"seat.term.{option.term or 'short'}"),
        price=look.words.get(f"seat.price.{option.price_rule or 'indexed'}"),
    )


def reason_text(look: Look, reason: Reason) -> str:
    """Return one reason in words; reasons for a chance read differently for and against."""
    key = reason.key
    if reason.points:
        way = "for" if reason.points > 0 else "against"
        key = f"{key}.{way}" if look.words.has(f"{key}.{way}") else key
    return look.words.get(
        key,
        needs=_number(reason.needs),
        has=_number(reason.has),
        party=party_word(look, reason.party),
        quantity=look.words.get(f"seat.quantity.{reason.word}") if reason.word else "",
        count=reason.needs if reason.needs is not None else 0,
    )


def _number(value: int | None) -> int:
    return 0 if value is None else value


def why_closed(look: Look, option: Option) -> str:
    """Return why an option cannot be chosen now; empty when it can."""
    if option.is_open:
        return ""
    reason = option.why_closed or Reason("closed.condition")
    return reason_text(look, reason)


def must_agree(look: Look, option: Option) -> str:
    """Return who must say yes, as one short sentence; empty when nobody has to."""
    who = [
        look.words.get(f"seat.agree.{it}", party=party_word(look, option.party))
        for it in option.consent
    ]
    if not who:
        return ""
    if len(who) == 1:
        return look.words.get("seat.agree", who=who[0])
    return look.words.get("seat.agree.more", first=", ".join(who[:-1]), last=who[-1])


def effects_of(arrows: Arrows) -> tuple[Effect, ...]:
    """Return what an option presses as arrows beside the icons of the meters."""
    steps = (arrows.trust, arrows.price_control, arrows.autonomy)
    return tuple(
        Effect(icon, step) for (_, icon), step in zip(METERS, steps, strict=True) if step != 0
    )
