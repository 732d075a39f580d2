"""The strip at the top of every projected frame and the buttons that go on or back.

Says what comes next on each button; what it does is decided elsewhere.
"""

from coopgame.rules.snapshot import Snapshot
from coopgame.screens.look import Look
from coopgame.ui.buttons import button
from coopgame.ui.layout import Rect
from coopgame.ui.sheet import Sheet
from coopgame.ui.topbar import Phase, Timer, TopBar, top_bar

PHASES = (
    ("news", "news"),
    ("talk", "dialogue"),
    ("choose", "choose"),
    ("reveal", "eye"),
    ("settle", "settle"),
    ("look_back", "lookback"),
)
"""Each part of a round with its icon, in order."""
BUTTON = 7.4
"""Height of a button, in percent of the height."""


def strip(
    sheet: Sheet,
    look: Look,
    snapshot: Snapshot,
    *,
    phase: str,
    locked: tuple[int, int] | None = None,
    timer: Timer | None = None,
) -> None:
    """Draw round, phases, how many are done, and the time."""
    names = [name for name, _ in PHASES]
    top_bar(
        sheet,
        TopBar(
            round=look.words.get("board.round", round=snapshot.round, rounds=snapshot.rounds),
            phases=[Phase(icon, look.words.get(f"board.phase.{name}")) for name, icon in PHASES],
            active=names.index(phase) if phase in names else -1,
            locked=f"{locked[0]}/{locked[1]}" if locked else "",
            timer=timer,
        ),
    )


def next_button(sheet: Sheet, look: Look, rect: Rect, label: str) -> None:
    """Draw the button that goes on."""
    keycap = look.words.get("key.space") if look.key_names else ""
    size = sheet.percent(3.6)
    button(
        sheet, "next", rect, label, kind="primary", key="space", keycap=keycap, size=size, order=90
    )


def back_button(sheet: Sheet, look: Look, rect: Rect, label: str = "") -> None:
    """Draw the button that looks at the step before again."""
    size = sheet.size("support")
    text = label or look.words.get("board.back")
    button(sheet, "back", rect, text, key="pageup", size=size, order=91)


def foot(sheet: Sheet, look: Look, y: float, labels: tuple[str, str]) -> Rect:
    """Draw back at the left and next at the right of a line; give the room between them.

    `labels` is what the two say; an empty one leaves its button out.
    """
    back, onward = labels
    u, x, right = sheet.u, sheet.M, sheet.W - sheet.M
    height = BUTTON * u
    if onward:
        width = min(_needed(sheet, look, onward), sheet.U * 0.55)
        next_button(sheet, look, Rect(right - width, y, width, height), onward)
        right -= width + 2 * u
    if back:
        width = sheet.text_width(back, sheet.size("support"), 700) + 5 * u
        back_button(sheet, look, Rect(x, y, width, height), back)
        x += width + 2 * u
    return Rect(x, y, max(0.0, right - x), height)


def _needed(sheet: Sheet, look: Look, label: str) -> float:
    """Return how wide the next button must be for its words and its key."""
    size = sheet.percent(3.6)
    words = sheet.text_width(label, size, 700)
    cap = sheet.text_width(look.words.get("key.space"), sheet.size("support"), 600)
    extra = cap + 7 * sheet.u if look.key_names else 2 * sheet.u
    return max(44 * sheet.u if sheet.wide else 30 * sheet.u, words + extra + 3.2 * sheet.u)
