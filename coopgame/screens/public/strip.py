"""The strip at the top of every projected frame and the buttons that go on or back.

Says what comes next on each button; what it does is decided elsewhere.
"""

from dataclasses import replace

from coopgame.rules.snapshot import Snapshot
from coopgame.screens.fitting import forty
from coopgame.screens.look import Look
from coopgame.screens.public.words_of import LONGEST, is_line, narrowed
from coopgame.ui.buttons import button, edge_of, focus_ring, keycap_width
from coopgame.ui.layout import Rect
from coopgame.ui.sheet import Sheet
from coopgame.ui.topbar import Phase, Timer, TopBar, pill_width, top_bar

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


def strip(  # noqa: PLR0913 - each is a part of the strip
    sheet: Sheet,
    look: Look,
    snapshot: Snapshot,
    *,
    phase: str,
    locked: tuple[int, int] | None = None,
    timer: Timer | None = None,
    with_pause: bool = True,
) -> None:
    """Draw round, phases, how many are done, and the time; the round opens the pause."""
    names = [name for name, _ in PHASES]
    made = TopBar(
        round=look.words.get("board.round", round=snapshot.round, rounds=snapshot.rounds),
        phases=[Phase(icon, look.words.get(f"board.phase.{name}")) for name, icon in PHASES],
        active=names.index(phase) if phase in names else -1,
        locked=f"{locked[0]}/{locked[1]}" if locked else "",
        timer=timer,
    )
    if _is_too_long(sheet, made):
        short = look.words.get("board.round.short", round=snapshot.round, rounds=snapshot.rounds)
        made = replace(made, round=short)
    if with_pause:
        _pause(sheet, look, made.round)
    top_bar(sheet, made)


def _pause(sheet: Sheet, look: Look, words: str) -> None:
    """Make the round's place a button, so that mouse and touch reach the pause too."""
    u = sheet.u
    width = sheet.text_width(words, sheet.size("support"), 600)
    rect = Rect(sheet.M - 1.0 * u, 4.9 * u, width + 2.0 * u, 7.2 * u)
    with sheet.control("pause", rect, look.words.get("board.pause")):
        sheet.panel(rect, fill=sheet.theme.band, outline=edge_of(sheet, "pause"),
                    outline_width=0.2 * u, radius=1.2 * u)  # fmt: skip
        if sheet.is_focused("pause"):
            focus_ring(sheet, rect, 1.2 * u)


def _is_too_long(sheet: Sheet, it: TopBar) -> bool:
    """Tell whether the bar is too long even with bare signs for the other phases."""
    u, size, large = sheet.u, sheet.size("support"), sheet.size("essential")
    used = sheet.text_width(it.round, size, 600) + 2.6 * u
    used += pill_width(sheet, it.phases[it.active]) if it.active >= 0 else 0
    used += 4.8 * u * (len(it.phases) - 1)
    if it.timer is not None:
        used += sheet.text_width(it.timer.text, large, 700) + 6.2 * u
    if it.locked:
        used += sheet.text_width(it.locked, large, 700) + 6.6 * u
    return used > sheet.U


def next_button(sheet: Sheet, look: Look, rect: Rect, label: str) -> None:
    """Draw the button that goes on."""
    keycap = look.words.get("key.space") if look.key_names else ""
    words, size, keycap = _words_on(sheet, rect, (label, look.words.get("board.next")), keycap)
    button(
        sheet, "next", rect, words, kind="primary", key="space", keycap=keycap, size=size,
        help=label if words != label else "",
    )  # fmt: skip


def _words_on(
    sheet: Sheet, rect: Rect, labels: tuple[str, str], keycap: str
) -> tuple[str, int, str]:
    """Return the words that fit on a button in two lines, their size, and the key if it fits too."""
    whole = rect.w - 3.4 * sheet.u
    beside = whole - keycap_width(sheet, keycap) - 1.2 * sheet.u if keycap else whole
    for label in labels:
        for k in (3.6, 3.15):
            size = sheet.percent(k)
            for room, key in ((beside, keycap), (whole, "")):
                lines = sheet.balanced(label, room, size=size, weight=700)
                if len(lines) <= 2 and all(is_line(sheet, it, room, size, 700) for it in lines):
                    # The button breaks lines by width alone; a long line is broken for it.
                    return label if len(label) <= LONGEST else "\n".join(lines), size, key
    size = sheet.size("support")
    return forty(sheet, labels[1], whole, size, 700), size, ""


def title_block(
    sheet: Sheet, at: tuple[float, float], text: str, room: float, *, largest: float = 6
) -> None:
    """Draw the title of a frame around an axis: one line as large as it fits, else two."""
    x, y = at
    sizes = [sheet.percent(k) for k in (largest, 5.2, 4.7)]
    size = next((it for it in sizes if is_line(sheet, text, room, it, 700)), sizes[-1])
    lines = [text]
    if not is_line(sheet, text, room, size, 700):
        column = narrowed(sheet, text, room, size, 700)
        lines = sheet.balanced(text, column, size=size, weight=700)[:2]
    y -= (len(lines) - 1) * size * 0.5
    sheet.declare_focus(text)
    for number, line in enumerate(lines):
        at_y = y + number * size * 1.02
        sheet.text(x, at_y, line, role="focus", size=size, limit=room)


def back_button(sheet: Sheet, look: Look, rect: Rect, label: str = "") -> None:
    """Draw the button that looks at the step before again."""
    size = sheet.size("support")
    text = label or look.words.get("board.back")
    button(sheet, "back", rect, text, key="pageup", size=size)


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
