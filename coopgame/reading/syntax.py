"""Turns the YAML parser's complaints into findings of ours.

The parser says what it expected; people need to hear what they wrote. Most of it is read off
the line itself, so that both of the library's parsers give the same findings.
"""

import re
from typing import Final, TypeAlias

import yaml

Spot: TypeAlias = tuple[int, int]
Place: TypeAlias = tuple[str, Spot]

_BEFORE_VALUE: Final = r"^\s*(?:- +)*(?:[\w.]+: +)?"
_OPENED: Final = re.compile(_BEFORE_VALUE + r"([\[{])")
_QUOTED: Final = re.compile(_BEFORE_VALUE + r"([\"'])")
_SIGN: Final = re.compile(r"^\s*(?:- +)*[\w.]+: +([\]},?|>-])")


def explain(lines: list[str], error: yaml.YAMLError) -> Place:
    """Return the code of a finding and where it stands."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return "R119", (1, 1)
    spot = (mark.line + 1, mark.column + 1)
    start = getattr(error, "context_mark", None)
    began = (start.line + 1, start.column + 1) if start else spot
    told = f"{getattr(error, 'context', '') or ''}; {getattr(error, 'problem', '') or ''}"
    line = lines[spot[0] - 1] if spot[0] <= len(lines) else ""
    return (
        _of_words(told, spot, began)
        or _of_line(lines, line, spot, told)
        or _rest(told, spot, began)
    )


def _of_words(told: str, spot: Spot, began: Spot) -> Place | None:
    """Read what the parser's own words make plain."""
    if "cannot start any token" in told:
        return "R113", spot
    if "escape" in told or "hexadecimal" in told or "expected escape" in told:
        return "R134", spot
    if "quoted scalar" in told:
        return "R126", began
    if "alias" in told or "anchor" in told:
        return "R108", began
    if "tag" in told:
        return "R109", began
    if "directive" in told:
        return "R121", began
    return None


def _of_line(lines: list[str], line: str, spot: Spot, told: str) -> Place | None:
    """Read what the line shows."""
    if "mapping values are not allowed" in told:
        return _colon(lines, line, spot)
    for pattern, code in ((_OPENED, "R112"), (_QUOTED, "R133")):
        found = pattern.match(line)
        if found and found.end() < spot[1]:
            return code, (spot[0], found.end())
    found = _SIGN.match(line)
    if found and found.end() == spot[1]:
        return "R113", spot
    if "could not find expected ':'" in told:
        return "R135", (_last_before(lines, spot[0]), 1)
    return None


def _colon(lines: list[str], line: str, spot: Spot) -> Place:
    """Tell a colon inside a text from a line that stands at the wrong place."""
    if re.search(r":\s.*:", line):
        return "R111", spot
    before = _last_before(lines, spot[0])
    above = lines[before - 1]
    same = len(above) - len(above.lstrip()) == len(line) - len(line.lstrip())
    if same and ":" not in above and not above.lstrip().startswith("-"):
        return "R135", (before, len(above) - len(above.lstrip()) + 1)
    return "R127", spot


def _last_before(lines: list[str], number: int) -> int:
    """Return the last line before this one that holds something."""
    for candidate in range(number - 1, 0, -1):
        text = lines[candidate - 1].strip()
        if text and not text.startswith("#"):
            return candidate
    return max(1, number)


def _rest(told: str, spot: Spot, began: Spot) -> Place:
    if "flow" in told:
        return "R132", began
    if "block" in told or "expected key" in told or "simple key" in told:
        return "R127", spot
    return "R119", spot
