"""One station of a lane: own block, contract token, building site, home or spot ring. No lanes."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.rules.snapshot import HoldView, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.words_of import is_cooperative, partner_words
from coopgame.ui.chain import Token, own_block, rounds_left, spot_ring, token, token_shape
from coopgame.ui.layout import Rect
from coopgame.ui.sheet import Sheet

FLAT = 5.4
"""Height of a token on one lane, in percent of the height."""


@dataclass(frozen=True, slots=True)
class Station:
    """Where one or more lanes meet a stage."""

    cx: float
    cy: float
    letters: tuple[str, ...]
    hold: HoldView
    stage: str
    column: float
    """Width of the stage's column."""
    tall: float = 0
    """Height of a token over two lanes; 0 for one lane."""

    @property
    def is_solid(self) -> bool:
        """Tell whether the line into it is solid: own, under contract or home."""
        return self.hold.holding in {"own", "contract", "home"}


def half_width(sheet: Sheet, it: Station) -> float:
    """Return how far a station reaches to both sides of its middle."""
    u = sheet.u
    if it.hold.holding in {"own", "building", "home"}:
        return min(5.0 if len(it.letters) > 1 else 4.5, it.column / u * 0.4) * u
    if it.hold.holding == "contract":
        return _token_width(sheet, it) / 2
    return ring_radius(sheet, it) + 0.3 * u


def half_height(sheet: Sheet, it: Station) -> float:
    """Return how far a station reaches up and down."""
    u, count = sheet.u, len(it.letters)
    if it.hold.holding in {"own", "building", "home"}:
        return (2.8 if count == 1 else max(3.3, 1.3 * count)) * u
    if it.hold.holding == "contract":
        return it.tall / 2 or (FLAT if count == 1 else 6.6) / 2 * u
    return ring_radius(sheet, it)


def ring_radius(sheet: Sheet, it: Station) -> float:
    """Return the radius of the outer spot ring."""
    return sheet.u * (2.0 if len(it.letters) == 1 else 1.5 + 0.5 * len(it.letters))


def _token_width(sheet: Sheet, it: Station) -> float:
    if it.tall:
        return min(18.5 * sheet.u, it.column * 0.68)
    return min(14 * sheet.u, it.column * 0.86)


def draw_station(sheet: Sheet, look: Look, snapshot: Snapshot, it: Station) -> None:
    """Draw a station over its ribbons."""
    match it.hold.holding:
        case "own":
            own_block(sheet, _box(sheet, it), it.letters, it.stage)
        case "building":
            _site(sheet, it)
        case "home":
            own_block(sheet, _box(sheet, it), it.letters, "members")
        case "contract":
            _contract(sheet, look, snapshot, it)
        case _:
            spot_ring(sheet, it.cx, it.cy, ring_radius(sheet, it), it.letters)


def _box(sheet: Sheet, it: Station) -> Rect:
    w, h = half_width(sheet, it), half_height(sheet, it)
    return Rect(it.cx - w, it.cy - h, 2 * w, 2 * h)


def _site(sheet: Sheet, it: Station) -> None:
    """Draw a facility that opens next round: an empty block with a dashed edge."""
    u, rect = sheet.u, _box(sheet, it)
    colour = sheet.theme.identity(it.letters[0]).line
    sheet.panel(rect.inset(-0.3 * u), fill=sheet.theme.well, radius=1.4 * u)
    sheet.panel(
        rect, outline=colour, outline_width=0.35 * u, radius=1.2 * u, dash=(1.0 * u, 0.7 * u)
    )
    sheet.icon("building", rect.cx, rect.cy, rect.h * 0.68)


def _contract(sheet: Sheet, look: Look, snapshot: Snapshot, it: Station) -> None:
    u, hold = sheet.u, it.hold
    joint = is_cooperative(snapshot, hold.partner)
    icon = partner_icon(snapshot, it)
    width, height = _token_width(sheet, it), 2 * half_height(sheet, it)
    rect = Rect(it.cx - width / 2, it.cy - height / 2, width, height)
    last = hold.rounds_left == 1
    if it.tall:
        name = _name_inside(sheet, look, it, width)
        token(sheet, rect, Token(icon, hold.rounds_left, name, cooperative=joint, last_round=last))
    elif width >= 11.6 * u:
        token(sheet, rect, Token(icon, hold.rounds_left, cooperative=joint, last_round=last))
    else:
        token_shape(sheet, rect, cooperative=joint, last_round=last)
        rounds_left(sheet, rect.cx, rect.cy, hold.rounds_left)


def _name_inside(sheet: Sheet, look: Look, it: Station, width: float) -> str:
    names = partner_words(look, it.hold.partner) if it.hold.partner is not None else ("",)
    return next(
        (n for n in names if sheet.fits(n, width - 1.6 * sheet.u, sheet.size("support"), 600)), ""
    )


def partner_icon(snapshot: Snapshot, it: Station) -> str:
    """Return the icon of a partner: a company, a co-operative, or the members behind a table."""
    if not is_cooperative(snapshot, it.hold.partner):
        return "company"
    return "members" if it.stage == "consumption" else "coop"


def letters_of(look: Look, seats: Sequence[int]) -> tuple[str, ...]:
    """Return the letters of seats."""
    return tuple(look.letter(seat) for seat in seats)
