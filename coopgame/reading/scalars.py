"""What an unquoted word means: a whole number, true, false or text, and nothing else.

Everything that other YAML readers would silently turn into something else is a finding.
"""

import re
from typing import Final, TypeAlias

Plain: TypeAlias = int | bool | str | None

_NUMBER: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_MOST_DIGITS: Final = 9

_TRAPS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("R110", re.compile(r"~|null|Null|NULL|")),
    ("R103", re.compile(r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF")),
    ("R123", re.compile(r"True|TRUE|False|FALSE")),
    ("R104", re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?")),
    ("R106", re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?")),
    ("R105", re.compile(r"[-+]?0[0-9][0-9_]*")),
    ("R122", re.compile(r"[-+]?0[xob][0-9a-fA-F_]+|[-+]?[1-9][0-9]*(_[0-9_]*)+")),
    ("R107", re.compile(
        r"[-+]?([0-9][0-9_]*)?\.[0-9_]+([eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*\.([eE][-+]?[0-9]+)?"
        r"|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
    )),
)  # fmt: skip


def plain(text: str) -> tuple[Plain, str]:
    """Return what an unquoted word means and the code of a finding, or "" when it is clear."""
    if text in {"true", "false"}:
        return text == "true", ""
    if _NUMBER.fullmatch(text):
        if len(text.lstrip("+-")) > _MOST_DIGITS:
            return text, "R130"
        return int(text), ""
    for code, pattern in _TRAPS:
        if pattern.fullmatch(text):
            return text or None, code
    return text, ""
