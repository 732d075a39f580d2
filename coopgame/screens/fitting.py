"""Words into places that are too small for them: fewer lines, shorter forms, at last "…".

A last resort for names that people type and for languages with very long words; the official
texts fit without it, and a test says so.
"""

from collections.abc import Sequence

from coopgame.ui.bars import LONGEST_LINE, MOST_LINES
from coopgame.ui.sheet import Sheet

MORE = "…"


def fitted(sheet: Sheet, text: str, width: float, size: int, weight: int = 400) -> str:
    """Return one line that fits in a width; empty when not even a letter does."""
    if sheet.fits(text, width, size, weight):
        return text
    short = text
    while short and not sheet.fits(short + MORE, width, size, weight):
        short = short[:-1]
    return short.rstrip(" ,;:·") + MORE if short.strip() else ""


def fitted_lines(
    sheet: Sheet, text: str, it: tuple[float, int], *, size: int, weight: int = 400
) -> list[str]:
    """Return the lines of a text in a (width, most lines), the last one cut when it must be."""
    width, most = it
    lines = sheet.wrap(text, width, size=size, weight=weight) if text else []
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + MORE] if most > 0 else []
    return [fitted(sheet, line, width, size, weight) for line in lines]


def first_that_fits(
    sheet: Sheet, texts: Sequence[str], width: float, size: int, weight: int = 400
) -> str:
    """Return the first of several wordings that fits; the last one cut when none does."""
    for text in texts:
        if sheet.fits(text, width, size, weight):
            return text
    return fitted(sheet, texts[-1], width, size, weight)


def short_lines(sheet: Sheet, text: str, room: float, size: int) -> list[str]:
    """Break a sentence for a projected frame into even lines of at most forty characters."""
    lines = sheet.balanced(text, room, size=size, weight=600) if text else []
    while lines and max(len(line) for line in lines) > LONGEST_LINE and room > 8 * size:
        room *= 0.9
        lines = sheet.balanced(text, room, size=size, weight=600)
    return lines


def few_lines(sheet: Sheet, text: str, room: float, sizes: Sequence[int]) -> tuple[int, list[str]]:
    """Break a sentence for a projected frame into at most three lines of at most forty characters.

    Returns the first of the sizes, largest first, at which that works; at the smallest the rest
    is cut.
    """
    for size in sizes:
        lines = short_lines(sheet, text, room, size)
        if len(lines) <= MOST_LINES:
            return size, lines
    last = sizes[-1]
    lines = short_lines(sheet, text, room, last)[:MOST_LINES]
    return last, [*lines[:-1], fitted(sheet, lines[-1] + MORE, room, last, 600)]


def forty(sheet: Sheet, text: str, width: float, size: int, weight: int = 400) -> str:
    """Return one line for a projected frame: it fits, and has at most forty characters."""
    if len(text) > LONGEST_LINE:
        text = text[: LONGEST_LINE - 1].rstrip() + MORE
    return fitted(sheet, text, width, size, weight)
