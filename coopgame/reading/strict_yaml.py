"""Strict YAML with positions: plain data, where each part stands, and every finding.

Works on the parser's events, so nothing is expanded: an alias is refused when it is met, and
depth and number of values are counted while reading.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from coopgame.reading.document import Document, Spot, Steps
from coopgame.reading.scalars import plain
from coopgame.reading.syntax import explain

MOST_BYTES: Final = 2_000_000
MOST_DEPTH: Final = 40
MOST_VALUES: Final = 200_000
MOST_PROBLEMS: Final = 200

_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff\ufffe\uffff]"
)
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, shown: str | None = None) -> Document:
    """Read one file; whatever is wrong with it is among the document's problems."""
    name = shown or str(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            return _refused(name, "R116", most=MOST_BYTES // 1_000_000)
        return parse(path.read_bytes(), name)
    except FileNotFoundError:
        return _refused(name, "R136")
    except OSError:
        return _refused(name, "R129")


def _refused(name: str, code: str, **details: object) -> Document:
    document = Document(name)
    document.add(code, (1, 1), **details)
    return document


def parse(content: bytes, name: str) -> Document:
    """Parse the bytes of a file."""
    if len(content) > MOST_BYTES:
        return _refused(name, "R116", most=MOST_BYTES // 1_000_000)
    document = Document(name)
    text = _decoded(document, content)
    if text is None:
        return document
    document.lines = text.split("\n")
    if _is_clean(document, text):
        _Builder(document).build(text)
    if not document.problems and document.value is None:
        document.add("R128", (1, 1))
    return document


def _decoded(document: Document, content: bytes) -> str | None:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        document.lines = content.decode("utf-8", "replace").splitlines()
        line = before.count("\n") + 1
        document.add("R115", (line, len(before) - before.rfind("\n")))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("\ufeff"):
        text = text[1:]
        document.lines = text.split("\n", 1)[:1]
        document.add("R114", (1, 1))
    return text


def _is_clean(document: Document, text: str) -> bool:
    """Note tabs and invisible characters; a file with them is not parsed."""
    if "\t" not in text and not _INVISIBLE.search(text):
        return True
    for number, line in enumerate(document.lines, start=1):
        if "\t" in line:
            document.add("R101", (number, line.index("\t") + 1))
        found = _INVISIBLE.search(line)
        if found:
            word = f"U+{ord(found.group()):04X}"
            document.add("R120", (number, found.start() + 1), word=word)
        if len(document.problems) >= MOST_PROBLEMS:
            document.add("R131", (number, 1), most=MOST_PROBLEMS)
            break
    return False


class _Stop(Exception):
    """Enough was found; the rest of the file is not read."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read."""

    steps: Steps
    items: Any
    name: str | int | None = None
    """The name that waits for its value; None when a name comes next."""
    is_ignored: bool = False


class _Builder:
    """Builds plain data from the parser's events."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._frames: list[_Frame] = []
        self._count = 0
        self._documents = 0

    def build(self, text: str) -> None:
        """Read the whole text into the document."""
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                self._take(event)
        except _Stop:
            self._document.is_cut = True
        except yaml.YAMLError as error:
            self._document.is_cut = True
            self._document.add(*explain(self._document.lines, error))

    def _take(self, event: Any) -> None:  # noqa: ANN401
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._frames.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._add("R108", event)
            self._place(None, _spot(event), is_broken=True)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1 or event.version or event.tags:
                self._add("R121", event)
                raise _Stop

    def _add(self, code: str, event: Any, **details: object) -> None:  # noqa: ANN401
        document = self._document
        if len(document.problems) >= MOST_PROBLEMS:
            document.add("R131", _spot(event), most=MOST_PROBLEMS)
            raise _Stop
        document.add(code, _spot(event), **details)

    def _check_marks(self, event: Any) -> bool:  # noqa: ANN401
        """Refuse anchors and tags; count values. True when there is something wrong."""
        self._count += 1
        if self._count > MOST_VALUES:
            self._add("R118", event, most=MOST_VALUES)
            raise _Stop
        if event.anchor is not None:
            self._add("R108", event)
        if event.tag is not None:
            self._add("R109", event)
        return event.anchor is not None or event.tag is not None

    def _open(self, event: Any) -> None:  # noqa: ANN401
        is_broken = self._check_marks(event)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        items: Any = [] if is_list else {}
        spot = _spot(event)
        steps = self._place(items, spot, is_broken=is_broken)
        frame = _Frame(steps or (), items, is_ignored=steps is None)
        self._frames.append(frame)
        if len(self._frames) > MOST_DEPTH:
            self._add("R117", event, most=MOST_DEPTH)
            raise _Stop

    def _scalar(self, event: Any) -> None:  # noqa: ANN401
        is_broken = self._check_marks(event)
        value: Any = event.value
        if not is_broken and event.style in (None, ""):
            value, code = plain(event.value)
            is_broken = bool(code)
            if code == "R110":
                self._nothing(event)
            elif code:
                self._add(code, event, word=event.value, lower=event.value.lower())
        self._place(value, _spot(event), is_broken=is_broken)

    def _nothing(self, event: Any) -> None:  # noqa: ANN401
        """Tell an empty value from a text such as {name}, which is read as a mapping."""
        line, column = _spot(event)
        lines = self._document.lines
        before = lines[line - 1][: column - 1] if line <= len(lines) else ""
        if event.value == "" and "{" in before and re.search(r"[{,]\s*[^:{},]+$", before):
            self._document.add("R112", (line, before.rindex("{") + 1))
        else:
            self._add("R110", event)

    def _place(self, value: Any, spot: Spot, *, is_broken: bool) -> Steps | None:  # noqa: ANN401
        """Put a value where it belongs; return its path, None where it is a name or ignored."""
        document = self._document
        if not self._frames:
            document.value = value
            return self._note((), spot, is_broken=is_broken)
        frame = self._frames[-1]
        if frame.is_ignored:
            return None
        if isinstance(frame.items, list):
            frame.items.append(value)
            return self._note((*frame.steps, len(frame.items) - 1), spot, is_broken=is_broken)
        if frame.name is None:
            self._name(frame, value, spot)
            return None
        name, frame.name = frame.name, None
        steps = (*frame.steps, name)
        if name in frame.items:
            return None
        frame.items[name] = value
        return self._note(steps, spot, is_broken=is_broken)

    def _note(self, steps: Steps, spot: Spot, *, is_broken: bool) -> Steps:
        self._document.values[steps] = spot
        if is_broken:
            self._document.broken.add(steps)
        return steps

    def _name(self, frame: _Frame, name: Any, spot: Spot) -> None:  # noqa: ANN401
        """Take a name; one that is there already keeps its first value."""
        document = self._document
        if name == "<<":
            document.add("R124", spot)
        if name is None or isinstance(name, bool | list | dict):
            if isinstance(name, list | dict):
                document.add("R125", spot)
            name = str(name)
        steps = (*frame.steps, name)
        if steps in document.names:
            document.add("R102", spot, word=name, line=document.names[steps][0])
        else:
            document.names[steps] = spot
        frame.name = name


def _spot(event: Any) -> Spot:  # noqa: ANN401
    return event.start_mark.line + 1, event.start_mark.column + 1
