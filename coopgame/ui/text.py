"""Measuring and wrapping text. Knows no font files; a typeface is whatever can say how wide a line is."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

CAP = 0.66
"""Height of a capital, as a part of the font size."""

SOFT_HYPHEN = "\u00ad"
# The bundled face has the narrow no-break space but not the thin space, and no no-break hyphen.
_STAND_INS = str.maketrans({"\u2009": "\u202f", "\u2011": "-"})


class Typeface(Protocol):
    """Says how wide one line is, in pixels."""

    def width(self, text: str, size_px: int, weight: int = 400) -> float:
        """Give the width of one line in pixels."""
        ...


@dataclass(frozen=True, slots=True)
class FakeTypeface:
    """Every character is equally wide: the same on every machine, for tests and tree dumps."""

    share: float = 0.5
    """Width of one character, as a part of the font size."""

    def width(self, text: str, size_px: int, weight: int = 400) -> float:
        """Give the width of one line in pixels."""
        return len(text) * size_px * self.share * (1.04 if weight >= 700 else 1.0)


def tidy(text: str) -> str:
    """Compose accents and replace the few characters that the bundled face lacks."""
    return unicodedata.normalize("NFC", text).translate(_STAND_INS)


def plain(text: str) -> str:
    """Take the soft hyphens out."""
    return text.replace(SOFT_HYPHEN, "")


def wrap(
    text: str, width: float, typeface: Typeface, *, size_px: int, weight: int = 400
) -> list[str]:
    """Break text at spaces so that each line fits, if it can.

    A soft hyphen is used only when a word alone is wider than the column, and then prints "-".
    A word without soft hyphens is never broken: its line stays too wide, and the ledger says so.
    """
    column = _Column(width, typeface, size_px, weight)
    return [line for part in tidy(text).split("\n") for line in column.lines(part)]


def balanced(
    text: str, width: float, typeface: Typeface, *, size_px: int, weight: int = 400
) -> list[str]:
    """Break text into as few lines as `wrap` does, but about equally long, so that no word is left alone."""
    lines = wrap(text, width, typeface, size_px=size_px, weight=weight)
    narrow = width * 0.5
    while len(lines) > 1 and width - narrow > size_px * 0.25:
        middle = (narrow + width) / 2
        tried = wrap(text, middle, typeface, size_px=size_px, weight=weight)
        widest = max(typeface.width(line, size_px, weight) for line in tried)
        if len(tried) == len(lines) and widest <= middle:
            lines, width = tried, middle
        else:
            narrow = middle
    return lines


@dataclass(frozen=True, slots=True)
class _Column:
    width: float
    typeface: Typeface
    size_px: int
    weight: int

    def fits(self, line: str) -> bool:
        return self.typeface.width(plain(line), self.size_px, self.weight) <= self.width

    def lines(self, text: str) -> list[str]:
        done: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.fits(longer):
                line = longer
            elif self.fits(word):
                done.append(line)
                line = word
            else:
                *full, line = self.broken(line, word)
                done.extend(full)
        return [plain(line) for line in [*done, line]]

    def broken(self, line: str, word: str) -> list[str]:
        """Lay a word that is wider than the column over several lines, at its soft hyphens."""
        done: list[str] = []
        rest = _pieces(word)
        while not self.fits(start := _joined(line, rest)):
            head = self._longest_head(line, rest)
            if head:
                done.append(_joined(line, rest[:head], "-"))
                line, rest = "", rest[head:]
            elif line:
                done.append(line)
                line = ""
            else:
                break
        return [*done, start]

    def _longest_head(self, line: str, pieces: Sequence[str]) -> int:
        for count in range(len(pieces) - 1, 0, -1):
            if self.fits(_joined(line, pieces[:count], "-")):
                return count
        return 0


def _pieces(word: str) -> list[str]:
    """Split at soft hyphens, and after written hyphens, which need no second one."""
    return word.replace("-", "-" + SOFT_HYPHEN).strip(SOFT_HYPHEN).split(SOFT_HYPHEN)


def _joined(line: str, pieces: Sequence[str], ending: str = "") -> str:
    word = "".join(pieces)
    if ending and not word.endswith(ending):
        word += ending
    return f"{line} {word}" if line else word
