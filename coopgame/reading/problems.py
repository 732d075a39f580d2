"""What is wrong in a file: where, what, and what to do about it.

Problems are values; all of a file come together. As text they read
`file:line:column: CODE message`, then the line, a caret and a hint.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import ClassVar, Protocol

from coopgame.reading.findings import FINDINGS, Severity
from coopgame.rules.errors import CoopgameError

HELP_PAGE = "docs/reference/problems.md"
"""Explains every code, each under its own heading."""

LINE_SHOWN = 100
"""Longest part of a source line that is shown."""


class FindingWords(Protocol):
    """What a problem needs of a language."""

    def has(self, key: str) -> bool:
        """Tell whether there is a text with this key."""
        ...

    def get(self, key: str, **placeholders: object) -> str:
        """Return the text of a key with its placeholders filled in."""
        ...


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in a file; line and column count from 1."""

    file: str
    line: int
    column: int
    code: str
    details: Mapping[str, str] = field(default_factory=dict)
    suggestion: str = ""
    """The word that was probably meant."""
    source: str = ""
    """The line of the file."""

    @property
    def severity(self) -> Severity:
        """Return how bad it is."""
        return FINDINGS[self.code].severity

    @property
    def message(self) -> str:
        """Return the finding as one English sentence."""
        return fill(FINDINGS[self.code].text, self.details)

    @property
    def hint(self) -> str:
        """Return what to do, in English; empty when the message says it all."""
        if self.suggestion:
            return f'did you mean "{self.suggestion}"?'
        return fill(FINDINGS[self.code].hint, self.details)

    def message_in(self, words: FindingWords) -> str:
        """Return the finding in another language."""
        key = f"finding.{self.code}"
        return words.get(key, **self.details) if words.has(key) else self.message

    def hint_in(self, words: FindingWords) -> str:
        """Return what to do in another language."""
        if self.suggestion and words.has("finding.suggestion"):
            return words.get("finding.suggestion", word=self.suggestion)
        key = f"finding.{self.code}.hint"
        return words.get(key, **self.details) if words.has(key) else self.hint

    @property
    def where(self) -> str:
        """Return `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"

    def as_text(self, words: FindingWords | None = None) -> str:
        """Return the problem as people read it: place, message, line, caret and hint."""
        message = self.message if words is None else self.message_in(words)
        hint = self.hint if words is None else self.hint_in(words)
        lines = [f"{self.where}: {self.code} {message}"]
        if self.source.strip():
            lines += self._shown_source()
        if hint:
            lines.append(f"  = {hint}")
        return "\n".join(lines)

    def _shown_source(self) -> list[str]:
        start = max(0, self.column - 1 - LINE_SHOWN // 2) if len(self.source) > LINE_SHOWN else 0
        shown = self.source[start : start + LINE_SHOWN].replace("\t", " ").rstrip()
        return [f"  | {shown}", f"  | {' ' * (self.column - 1 - start)}^"]

    def as_data(self) -> dict[str, object]:
        """Return the problem for other programs."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "hint": self.hint,
            "help": f"{HELP_PAGE}#{self.code.lower()}",
            "source": self.source,
        }


def fill(template: str, details: Mapping[str, str]) -> str:
    """Return a template with its placeholders filled in; unknown ones become empty."""
    return Formatter().vformat(template, (), _OrEmpty(details))


class _OrEmpty(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found in some files."""

    problems: tuple[Problem, ...]
    files: int
    """How many files were read."""
    stopped: bool = False
    """Something could not be read at all: a path that does not exist, or no file to check."""

    def count(self, severity: Severity) -> int:
        """Return how many problems are this bad."""
        return sum(problem.severity == severity for problem in self.problems)

    @property
    def exit_code(self) -> int:
        """Return 0 when clean, 1 with errors or warnings, 2 when the check could not run."""
        if self.stopped:
            return 2
        return 1 if any(problem.severity != Severity.HINT for problem in self.problems) else 0

    @property
    def is_playable(self) -> bool:
        """Tell whether no error was found."""
        return not self.stopped and self.count(Severity.ERROR) == 0

    def as_text(self, words: FindingWords | None = None) -> str:
        """Return every problem as text, one after another, with a last line that counts them."""
        parts = [problem.as_text(words) for problem in self.problems]
        if parts:
            parts.append(f"{HELP_PAGE}#{self.problems[0].code.lower()}")
        return "\n".join([*parts, self._summary(words)])

    def _summary(self, words: FindingWords | None) -> str:
        counts = {
            "files": str(self.files),
            "errors": str(self.count(Severity.ERROR)),
            "warnings": str(self.count(Severity.WARNING)),
            "hints": str(self.count(Severity.HINT)),
        }
        if words is not None and words.has("finding.summary"):
            return words.get("finding.summary", **counts)
        return fill(SUMMARY, counts)

    def as_json(self) -> str:
        """Return everything as one JSON document."""
        found = [problem.as_data() for problem in self.problems]
        content = {"files": self.files, "exit_code": self.exit_code, "problems": found}
        return json.dumps(content, indent=2, ensure_ascii=False)


SUMMARY = "Files checked: {files}. Errors: {errors}. Warnings: {warnings}. Hints: {hints}."


class ContentError(CoopgameError):
    """A deck or scenario that cannot be played with; holds every problem, not just the first."""

    code: ClassVar[str] = "C100"

    def __init__(self, subject: str, problems: Iterable[Problem]) -> None:
        """Say what cannot be used and why."""
        self.problems = tuple(problems)
        errors = [problem for problem in self.problems if problem.severity == Severity.ERROR]
        first = (errors or list(self.problems))[0]
        more = f" ({len(errors)} errors in all)" if len(errors) > 1 else ""
        self.subject = subject
        super().__init__(
            f"{subject} cannot be used: {first.where}: {first.code} {first.message}{more}. "
            f"Run `coopgame check {first.file}` to see everything."
        )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems by file and place, each once."""
    unique = {(p.file, p.line, p.column, p.code, p.message): p for p in problems}
    return tuple(sorted(unique.values(), key=lambda p: (p.file, p.line, p.column, p.code)))
