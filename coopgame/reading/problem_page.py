"""The reference page of all findings, made from the findings themselves.

`python -m coopgame.reading.problem_page` writes docs/reference/problems.md into the
checkout; a test keeps it current.
"""

from pathlib import Path
from typing import Final

from coopgame.reading.findings import FINDINGS, Finding

PAGE: Final = "docs/reference/problems.md"

_OPENING: Final = """\
# What `coopgame check` can find

Made from the code by `python -m coopgame.reading.problem_page`; do not edit it by hand.

An *error* keeps a file from being played with. A *warning* is wrong, but the file can be
played with. A *hint* is fine, and could be better. Errors and warnings end the command
with 1, hints alone with 0; 2 means that it could not run. Words in curly brackets are
filled in.
"""

_LEVELS: Final = {
    "R": "Reading",
    "S": "Shape",
    "X": "References",
    "M": "Sense",
    "W": "Words",
}


def problem_page() -> str:
    """Return the whole page."""
    parts = [_OPENING]
    level = ""
    for code, finding in FINDINGS.items():
        if code[0] != level:
            level = code[0]
            parts.append(f"## {_LEVELS[level]}\n")
        parts.append(_section(code, finding))
    return "\n".join(parts).rstrip() + "\n"


def _section(code: str, finding: Finding) -> str:
    advice = f"What to do: {finding.hint}.\n" if finding.hint else ""
    return f"### {code}\n\n*{finding.severity}*: {finding.text}.\n{advice}"


def write_problem_page(root: Path) -> None:
    """Write the page below the root of a checkout."""
    place = root / PAGE
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(problem_page(), encoding="utf-8")


if __name__ == "__main__":
    write_problem_page(Path(__file__).parents[2])
