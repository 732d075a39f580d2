"""What was read from a file: plain data, where each part of it stands, and what is wrong.

Several files can be joined into one document, such as a deck that is written in parts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from coopgame.reading.findings import Severity
from coopgame.reading.problems import Problem

Steps: TypeAlias = tuple[str | int, ...]
Spot: TypeAlias = tuple[int, int]


@dataclass(slots=True)
class Document:
    """What was read from one file, or from several that belong together.

    Paths are tuples of names and list places. Lines of joined files are counted through.
    """

    file: str
    lines: list[str] = field(default_factory=list)
    value: Any = None
    values: dict[Steps, Spot] = field(default_factory=dict)
    """Where each value begins; line and column from 1."""
    names: dict[Steps, Spot] = field(default_factory=dict)
    """Where the name of each value begins."""
    problems: list[Problem] = field(default_factory=list)
    broken: set[Steps] = field(default_factory=set)
    """Values that already have a finding: shape need not complain again."""
    is_cut: bool = False
    """Reading stopped before the end, so what is missing says nothing."""
    has_gaps: bool = False
    """One of the joined files is left out, because reading it stopped before its end."""
    parts: list[tuple[int, str]] = field(default_factory=list)
    """Of joined files: how many lines come before each, and its name."""

    @property
    def has_errors(self) -> bool:
        """Tell whether anything found keeps the file from being used."""
        return any(problem.severity == Severity.ERROR for problem in self.problems)

    def spot(self, steps: Steps, *, name: bool = False) -> Spot:
        """Return where something stands; for what is not there, where it should be."""
        while steps:
            found = (self.names if name else self.values).get(steps) or self.values.get(steps)
            if found:
                return found
            steps, name = steps[:-1], False
        return self.values.get((), (1, 1))

    def problem(self, code: str, spot: Spot, *, suggestion: str = "", **details: object) -> Problem:
        """Return a problem at a spot, with its file and source line."""
        line, column = spot
        source = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        told = {key: str(value) for key, value in details.items()}
        before, file = self._part(line)
        return Problem(file, line - before, column, code, told, suggestion, source)

    def _part(self, line: int) -> tuple[int, str]:
        """Return how many lines come before the file that holds a line, and its name."""
        inside = [part for part in self.parts if part[0] < line]
        return inside[-1] if inside else (0, self.file)

    def line_told(self, line: int, seen_from: int) -> str:
        """Return a line number as it must be told at another line, perhaps of another file."""
        before, file = self._part(line)
        if file == self._part(seen_from)[1]:
            return str(line - before)
        return f"{line - before} ({Path(file).name})"

    def add(self, code: str, spot: Spot, **details: object) -> None:
        """Note a problem."""
        self.problems.append(self.problem(code, spot, suggestion="", **details))


def joined(documents: Sequence[Document]) -> Document:
    """Return several documents as one: lists of the same name follow each other.

    A name that is no list may stand in one of them only. A document that breaks off is left
    out, but its findings stay.
    """
    first = documents[0]
    if len(documents) == 1 or first.is_cut:
        first.problems += [p for document in documents[1:] for p in document.problems]
        return first
    whole = Document(first.file, value={})
    for document in documents:
        before = len(whole.lines)
        whole.parts.append((before, document.file))
        whole.lines += document.lines
        whole.problems += document.problems
        if isinstance(document.value, dict) and not document.is_cut:
            _add(whole, document, before)
        else:
            whole.has_gaps = True
            if not document.problems:
                whole.problems.append(document.problem("S201", (1, 1)))
    return whole


def _add(whole: Document, document: Document, before: int) -> None:
    """Put one document's names behind those that are there."""
    whole.values.setdefault((), _below(document.spot(()), before))
    for name, value in document.value.items():
        there = whole.value.get(name)
        if name not in whole.value:
            whole.value[name] = list(value) if isinstance(value, list) else value
            _take(whole, document, (name,), before, 0)
        elif isinstance(there, list) and isinstance(value, list):
            _take(whole, document, (name,), before, len(there))
            there += value
        else:
            line = _below(document.spot((name,), name=True), before)
            told = whole.line_told(whole.spot((name,), name=True)[0], line[0])
            whole.add("R102", line, word=name, line=told)


def _take(whole: Document, document: Document, below: Steps, before: int, shift: int) -> None:
    """Take over where everything below a name stands."""
    for places, taken in ((document.values, whole.values), (document.names, whole.names)):
        for steps, spot in places.items():
            if steps[:1] == below:
                taken.setdefault(_shifted(steps, shift), _below(spot, before))
    for steps in document.broken:
        if steps[:1] == below:
            whole.broken.add(_shifted(steps, shift))


def _shifted(steps: Steps, shift: int) -> Steps:
    """Return a path with its place in the list moved behind what is there."""
    if shift and len(steps) > 1 and isinstance(steps[1], int):
        return (steps[0], steps[1] + shift, *steps[2:])
    return steps


def _below(spot: Spot, before: int) -> Spot:
    return spot[0] + before, spot[1]
