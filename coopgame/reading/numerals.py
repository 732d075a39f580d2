"""How a language writes numbers and counts things, without asking the machine's locale."""

from typing import Final

NARROW_SPACE: Final = "\u202f"
MINUS: Final = "\u2212"

_THOUSANDS: Final = {"nl": ".", "fr": NARROW_SPACE, "en": ","}
_MILLION: Final = 1_000_000


def number(value: int, language: str) -> str:
    """Return a whole number with the language's thousands sign: 1.000, 1 000 or 1,000."""
    sign = MINUS if value < 0 else ""
    mark = _THOUSANDS.get(language, ",")
    return sign + f"{abs(value):,}".replace(",", mark)


def signed(value: int, language: str) -> str:
    """Return a whole number with its sign; zero has none."""
    return ("+" if value > 0 else "") + number(value, language)


def percent(value: int, language: str) -> str:
    """Return a number of per cent, with a thin space before the sign."""
    return f"{number(value, language)}{NARROW_SPACE}%"


def euros(value: int, language: str) -> str:
    """Return an amount in euros as the language writes it."""
    if language == "nl":
        return f"\u20ac\u00a0{number(value, language)}"
    if language == "fr":
        return f"{number(value, language)}{NARROW_SPACE}\u20ac"
    sign = MINUS if value < 0 else ""
    return f"{sign}\u20ac{number(abs(value), language)}"


def measured(value: int, unit: str, language: str) -> str:
    """Return a number with its unit, e.g. 36 ct."""
    return f"{number(value, language)}\u00a0{unit}"


def plural_form(value: int, language: str) -> str:
    """Return which form of a word belongs to a number: `one`, `other`, in French also `many`.

    French counts nothing and one alike, and says "un million de".
    """
    size = abs(value)
    if language == "fr":
        if size <= 1:
            return "one"
        return "many" if size % _MILLION == 0 else "other"
    return "one" if size == 1 else "other"
