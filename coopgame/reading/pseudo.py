"""A made-up language that is longer than any real one, for testing layouts.

Text grows by its length (short words most), stands in brackets, and keeps placeholders; all
its letters are in the bundled font.
"""

import re
from typing import Final

LANGUAGE: Final = "xx"

_GROWTH: Final = ((10, 200), (20, 100), (30, 80), (50, 60), (70, 40))
"""(longest text, per cent added); longer texts grow by 30."""
_ACCENTS: Final = str.maketrans("aceinouyACEINOUY", "àçéîñöûýÀÇÉÎÑÖÛÝ")
_FILLING: Final = "ëïö äü éèß ôñ ùåø "
_PLACEHOLDER: Final = re.compile(r"(\{\w+\})")


def pseudo(text: str) -> str:
    """Return a text made longer, accented and put in brackets."""
    if not text:
        return text
    parts = _PLACEHOLDER.split(text)
    accented = "".join(
        part if _PLACEHOLDER.fullmatch(part) else part.translate(_ACCENTS) for part in parts
    )
    length = sum(len(part) for part in parts if not _PLACEHOLDER.fullmatch(part))
    missing = max(0, (length * growth(length) + 99) // 100 - 1)
    filling = (_FILLING * (missing // len(_FILLING) + 1))[:missing].rstrip()
    return f"[{accented} {filling}]" if filling else f"[{accented}]"


def growth(length: int) -> int:
    """Return by how many per cent a text of this length grows."""
    return next((added for longest, added in _GROWTH if length <= longest), 30)
