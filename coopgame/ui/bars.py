"""The bars a frame must meet, checked on ledger rows: sizes, overlaps, contrast, margins, targets.

Judges rows only; it neither draws nor changes anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from coopgame.ui.contrast import apca, ratio
from coopgame.ui.layout import Rect
from coopgame.ui.rows import Row

ESSENTIAL_CAP, SUPPORT_CAP = 3.0, 2.0
"""Smallest capitals on a board, in percent of the height."""
TEXT_RATIO, GRAPHIC_RATIO, WASHOUT_RATIO = 7.0, 3.0, 4.5
AMBIENT = 0.10
LONGEST_LINE, MOST_LINES = 40, 3
MOST_CARD_WORDS = 45
"""Title and story of an event card together; a card has this limit instead of one of lines."""
LEADING = 1.5
"""Lines of one size that follow each other within this many times their size read as one block."""
TARGET, TARGET_GAP = 48.0, 8.0
"""Smallest target and gap in pixels at 1080 lines."""
SEAT_FLOOR = 2.2
"""Smallest font on a seat, in percent of the height at text scale 100 %."""
MARGIN = 0.05


@dataclass(frozen=True, slots=True)
class Finding:
    """One bar that a frame does not meet."""

    bar: str
    frame: str
    text: str
    detail: str

    def __str__(self) -> str:
        return f"{self.bar} {self.frame}: {self.text!r} {self.detail}"


def findings(ledger: Sequence[Row]) -> tuple[Finding, ...]:
    """Give every bar that these rows of one frame miss; nothing means that the frame is sound."""
    texts = [row for row in ledger if row.kind == "text"]
    checks: tuple[Iterable[Finding], ...] = (
        (it for row in texts for it in _text_findings(row)),
        _overlaps(texts, [row for row in ledger if row.kind == "icon"]),
        _off_canvas(ledger),
        _long_blocks(texts),
        _wordy_cards(texts),
        _focus(texts),
        _graphics(ledger),
        _targets([row for row in ledger if row.kind == "control"]),
    )
    return tuple(it for check in checks for it in check)


def _text_findings(row: Row) -> Iterator[Finding]:
    if row.role != "decor":
        yield from _sizes(row)
        yield from _contrasts(row)
    if row.clipped:
        yield _finding("P-03", row, "is clipped")
    if row.surface == "board" and row.role != "decor":
        yield from _board_text(row)


def _sizes(row: Row) -> Iterator[Finding]:
    essential = row.role in {"hero", "focus", "essential"}
    floor = ESSENTIAL_CAP if essential else SUPPORT_CAP
    if row.surface == "board" and row.cap_percent < floor:
        yield _finding("P-01", row, f"has capitals of {row.cap_percent:.2f} %, under {floor} %")
    smallest = SEAT_FLOOR * row.text_scale / 100 * row.height / 100
    if row.surface == "seat" and row.font_px < smallest:
        yield _finding("P-01", row, f"is {row.font_px} px, under {smallest:.0f} px")


def _contrasts(row: Row) -> Iterator[Finding]:
    if row.bg != row.true_bg:
        yield _finding("P-04", row, f"says it stands on {row.bg}, but {row.true_bg} is drawn there")
    for ground in {row.bg, row.true_bg}:
        if (found := ratio(row.fg, ground)) < TEXT_RATIO:
            yield _finding("P-04", row, f"has contrast {found:.1f} on {ground}, under {TEXT_RATIO}")
    washed = ratio(row.fg, row.bg, ambient=AMBIENT)
    if (
        row.surface == "board"
        and row.role in {"hero", "focus", "essential"}
        and washed < WASHOUT_RATIO
    ):
        yield _finding("P-04", row, f"washes out to {washed:.1f}, under {WASHOUT_RATIO}")
    needed = 60 if row.font_px * 1080 / row.height >= 45 else 75
    if (light := apca(row.fg, row.bg)) < needed:
        yield _finding("P-05", row, f"has Lc {light:.0f}, under {needed}")


def _board_text(row: Row) -> Iterator[Finding]:
    if len(row.text) > LONGEST_LINE:
        yield _finding("P-16", row, f"has {len(row.text)} characters, over {LONGEST_LINE}")
    if row.role in {"hero", "focus", "essential"}:
        # Large type may hang a little into the margin, so that its stems line up with the text below.
        safe = Rect(0, 0, row.width, row.height).inset(row.width * MARGIN, row.height * MARGIN)
        if not safe.holds(row.rect, slack=0.006 * row.height):
            yield _finding("P-18", row, "lies in the 5 % margin")


def _overlaps(texts: Sequence[Row], icons: Sequence[Row]) -> Iterator[Finding]:
    for one, other in combinations(texts, 2):
        across, down = one.rect.overlap(other.rect)
        if across > 1 and down > 1:
            yield _finding("P-03", one, f"overlaps {other.text!r}")
    for icon in icons:
        for text in texts:
            across, down = icon.rect.overlap(text.rect)
            if across > 1.5 and down > 1.5:
                yield _finding("P-03", text, f"lies on the icon {icon.text}")


def _off_canvas(ledger: Sequence[Row]) -> Iterator[Finding]:
    for row in ledger:
        if not Rect(0, 0, row.width, row.height).holds(row.rect, slack=0.5):
            yield _finding("P-03", row, "is partly outside the frame")


def _long_blocks(texts: Sequence[Row]) -> Iterator[Finding]:
    for lines in _blocks([row for row in texts if _is_copy(row)]):
        if len(lines) > MOST_LINES:
            yield _finding(
                "P-16", lines[0], f"starts a block of {len(lines)} lines, over {MOST_LINES}"
            )


def _is_copy(row: Row) -> bool:
    if row.surface != "board" or row.role == "decor" or row.on_card:
        return False
    return any(map(str.isalpha, row.text))  # a column of numbers is a table


def _blocks(texts: Sequence[Row]) -> list[list[Row]]:
    """Gather lines that read as one block, however they were drawn: paragraph or line by line."""
    blocks: list[list[Row]] = []
    for row in sorted(texts, key=lambda row: (row.rect.y, row.rect.x)):
        before = next((lines for lines in blocks if _goes_on(lines[-1], row)), None)
        if before is None:
            blocks.append([row])
        else:
            before.append(row)
    return blocks


def _goes_on(line: Row, after: Row) -> bool:
    """Tell whether a line stands right under another one that looks the same."""
    one, other = line.rect, after.rect
    aside = min(abs(one.x - other.x), abs(one.cx - other.cx), abs(one.right - other.right))
    same = (line.font_px, line.role, line.fg) == (after.font_px, after.role, after.fg)
    return same and aside < 2 and 0 < other.y - one.y <= LEADING * line.font_px


def _wordy_cards(texts: Sequence[Row]) -> Iterator[Finding]:
    # The pseudo-locale is made longer on purpose; its words are not an author's.
    card = [row for row in texts if row.on_card and row.language != "xx"]
    text = " ".join(row.text for row in card).replace("- ", "-")
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    if len(words) > MOST_CARD_WORDS:
        yield _finding(
            "P-16", card[0], f"has {len(words)} words on its card, over {MOST_CARD_WORDS}"
        )


def _focus(texts: Sequence[Row]) -> Iterator[Finding]:
    shown = [row for row in texts if row.role != "decor" and row.surface == "board"]
    if not shown:
        return
    largest = max(shown, key=lambda row: row.cap_px)
    focused = [row for row in shown if row.role in {"hero", "focus"}]
    if not focused:
        yield _finding("P-17", largest, "is the largest text, and no text is declared the focus")
    elif max(row.cap_px for row in focused) < largest.cap_px:
        yield _finding("P-17", largest, f"is larger than the declared focus {focused[0].text!r}")


def _graphics(ledger: Sequence[Row]) -> Iterator[Finding]:
    for row in ledger:
        if row.kind == "icon" and (found := ratio(row.fg, row.bg)) < GRAPHIC_RATIO:
            yield _finding(
                "P-04", row, f"is an icon with contrast {found:.1f}, under {GRAPHIC_RATIO}"
            )
        if row.kind == "control" and row.enabled and not _stands_out(row):
            yield _finding(
                "P-04", row, f"has no outline or fill that reaches {GRAPHIC_RATIO} on {row.bg}"
            )


def _stands_out(row: Row) -> bool:
    faces = [colour for colour in (row.fg, row.fill) if colour]
    return not faces or any(ratio(colour, row.bg) >= GRAPHIC_RATIO for colour in faces)


def _targets(controls: Sequence[Row]) -> Iterator[Finding]:
    for row in controls:
        least = TARGET * row.height / 1080 - 0.5
        if min(row.rect.w, row.rect.h) < least:
            yield _finding(
                "P-07", row, f"is {row.rect.w:.0f} by {row.rect.h:.0f} px, under {least:.0f}"
            )
        if not row.enabled and not row.why_off:
            yield _finding("P-07", row, "is off and does not say why")
    for one, other in combinations(controls, 2):
        across, down = one.rect.overlap(other.rect)
        least = TARGET_GAP * one.height / 1080 - 0.5
        if min(across, down) > -least and not (
            one.rect.holds(other.rect) or other.rect.holds(one.rect)
        ):
            yield _finding("P-07", one, f"is nearer than {least:.0f} px to {other.text!r}")


def _finding(bar: str, row: Row, detail: str) -> Finding:
    return Finding(bar, row.frame, row.text, detail)
