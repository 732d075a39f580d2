"""From plain data to models; every misfit becomes a finding of ours at its place in the file.

The validator's own words never leave this module.
"""

import re
from typing import Any, Final, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coopgame.cards.word import Word
from coopgame.reading.document import Document, Spot, Steps
from coopgame.reading.problems import Problem
from coopgame.reading.suggestions import closest

Model = TypeVar("Model", bound=Word)

_OWN: Final = re.compile(r"[RSXMW]\d{3}")
_TAGS: Final = ("do", "test")

_PLAIN: Final = {
    "int_type": "S205",
    "int_from_float": "S205",
    "int_parsing": "S205",
    "string_type": "S206",
    "bool_type": "S207",
    "tuple_type": "S208",
    "list_type": "S208",
    "dict_type": "S209",
    "model_type": "S209",
    "model_attributes_type": "S209",
    "mapping_type": "S209",
}

_LENGTHS: Final = {"too_short": "S211", "too_long": "S230", "string_too_short": "S222"}


def shaped(document: Document, model: type[Model]) -> Model | None:
    """Return the document as a model; None with any error, and what does not fit is noted."""
    if document.is_cut or not isinstance(document.value, dict):
        if not document.problems:
            document.add("S201", (1, 1))
        return None
    try:
        made = model.model_validate(document.value)
        return None if document.has_errors else made
    except ValidationError as error:
        found = [_problem(document, model, detail) for detail in error.errors(include_url=False)]
    meant = {p.suggestion for p in found if p is not None and p.code == "S202"}
    for problem in found:
        if problem is not None and not _echoes(problem, meant):
            document.problems.append(problem)
    return None


def _echoes(problem: Problem, meant: set[str]) -> bool:
    """Tell whether a field is only missing because its name is misspelt."""
    return problem.code == "S204" and problem.details["word"] in meant


def _problem(document: Document, model: type[Word], detail: ErrorDetails) -> Problem | None:
    """Return the finding for one misfit; None where the place already has one."""
    steps, rest = located(document, detail["loc"])
    if any(steps[:length] in document.broken for length in range(len(steps) + 1)):
        return None
    kind = detail["type"]
    if kind == "too_short" and len(value_at(document, steps)) >= detail["ctx"]["min_length"]:
        return None
    if _OWN.fullmatch(kind):
        return _own(document, steps, detail)
    if kind == "missing":
        return _missing(document, steps, rest)
    if kind == "extra_forbidden":
        return _unknown_field(document, model, steps)
    if kind.startswith("union_tag"):
        return _unknown_tag(document, steps, detail)
    if kind in ("enum", "literal_error"):
        return _unknown_word(document, steps, detail)
    return _misfit(document, steps, detail)


def located(document: Document, loc: tuple[int | str, ...]) -> tuple[Steps, tuple[str, ...]]:
    """Return the path of a misfit in the document, and what of it is not there.

    The validator's location also names the kind of word it tried; those steps are left out.
    """
    steps: Steps = ()
    rest: list[str] = []
    for step in loc:
        if (*steps, step) in document.values:
            steps, rest = (*steps, step), []
        elif isinstance(step, str):
            rest.append(step)
    return steps, tuple(rest)


def value_at(document: Document, steps: Steps) -> Any:  # noqa: ANN401
    """Return the plain value at a path."""
    value = document.value
    for step in steps:
        value = value[step]
    return value


def _own(document: Document, steps: Steps, detail: ErrorDetails) -> Problem:
    details = {key: value for key, value in (detail.get("ctx") or {}).items() if key != "at"}
    at = (detail.get("ctx") or {}).get("at")
    if at is not None and (*steps, at) in document.values:
        return document.problem(detail["type"], document.spot((*steps, at)), **details)
    return document.problem(detail["type"], document.spot(steps), **details)


def _missing(document: Document, steps: Steps, rest: tuple[str, ...]) -> Problem:
    """Tell which field is missing, at the first line of what it is missing from."""
    word = rest[-1] if rest else "?"
    while steps and not isinstance(value_at(document, steps), dict):
        steps = steps[:-1]
    return document.problem("S204", document.spot(steps), word=word)


def _unknown_field(document: Document, model: type[Word], steps: Steps) -> Problem:
    word = str(steps[-1]) if steps else "?"
    known = _fields_at(document, model, steps[:-1])
    present = value_at(document, steps[:-1]) if steps else {}
    left = [name for name in known if name not in present]
    return document.problem(
        "S202",
        document.spot(steps, name=True),
        suggestion=closest(word, left) or closest(word, known),
        word=word,
        known=", ".join(known),
    )


def _unknown_tag(document: Document, steps: Steps, detail: ErrorDetails) -> Problem:
    context = detail.get("ctx") or {}
    tag = str(context.get("discriminator", "")).strip("'")
    value = value_at(document, steps)
    if not isinstance(value, dict):
        return document.problem("S209", document.spot(steps))
    if tag not in value:
        return _missing_tag(document, steps, tag)
    known = re.findall(r"'([^']*)'", str(context.get("expected_tags", "")))
    word = value[tag]
    spot = document.spot((*steps, tag))
    if not isinstance(word, str):
        return document.problem("S206", spot)
    suggestion = closest(word, known)
    code = "S223" if tag == "do" else "S232"
    return document.problem(code, spot, suggestion=suggestion, word=word, known=", ".join(known))


def _missing_tag(document: Document, steps: Steps, tag: str) -> Problem:
    """Tell that `do` or `test` is missing; a misspelt one is probably there."""
    value = value_at(document, steps)
    meant = next((name for name in value if closest(str(name), [tag]) == tag), None)
    if meant is not None and meant not in ("to", "of", "as"):
        spot = document.spot((*steps, meant), name=True)
        return document.problem("S202", spot, suggestion=tag, word=meant, known=tag)
    return document.problem("S224", document.spot(steps), word=tag)


def _unknown_word(document: Document, steps: Steps, detail: ErrorDetails) -> Problem:
    known = re.findall(r"'([^']*)'", str((detail.get("ctx") or {}).get("expected", "")))
    spot: Spot = document.spot(steps)
    word = detail["input"]
    if steps and steps[-1] == "format":
        return document.problem("S227", spot, word=word)
    if not isinstance(word, str):
        return document.problem("S206", spot)
    return document.problem(
        "S203", spot, suggestion=closest(word, known), word=word, known=", ".join(known)
    )


def _misfit(document: Document, steps: Steps, detail: ErrorDetails) -> Problem:
    kind, context = detail["type"], detail.get("ctx") or {}
    spot = document.spot(steps, name="[key]" in detail["loc"])
    if kind in _PLAIN:
        return document.problem(_PLAIN[kind], spot)
    if kind == "greater_than_equal":
        return document.problem("S210", spot, least=context["ge"])
    if kind == "less_than_equal":
        return document.problem("S229", spot, most=context["le"])
    if kind == "string_pattern_mismatch":
        word = str(detail["input"])
        return document.problem("S221", spot, word=word, suggestion=_as_id(word))
    if kind == "string_too_long":
        return document.problem("S231", spot, most=context["max_length"])
    if kind in _LENGTHS:
        count = context.get("actual_length", 0)
        least, most = context.get("min_length"), context.get("max_length")
        return document.problem(_LENGTHS[kind], spot, count=count, least=least, most=most)
    return document.problem("S225", spot)


def _as_id(word: str) -> str:
    """Return a word made into an id, or "" when nothing is left of it."""
    made = re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_")[:40]
    return made if re.match(r"[a-z]", made) else ""


def _fields_at(document: Document, model: type[Word], steps: Steps) -> list[str]:
    """Return the names that may stand in the mapping at a path, tags first."""
    classes: list[type[Word]] = [model]
    for length, step in enumerate(steps):
        if isinstance(step, str) and classes:
            classes = _classes_below(classes, step)
        classes = _fitting(classes, value_at(document, steps[: length + 1]))
    names = [name for one in classes[:1] for name in _names(one)]
    return sorted(names, key=lambda name: name not in ("do", "test", "count", "id"))


def _names(model: type[Word]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _classes_below(classes: list[type[Word]], name: str) -> list[type[Word]]:
    found: list[type[Word]] = []
    for one in classes:
        for key, field in one.model_fields.items():
            if name in (field.alias, key):
                found += _words_in(field.annotation)
    return found or classes


def _words_in(annotation: Any) -> list[type[Word]]:  # noqa: ANN401
    """Return the models that an annotation speaks of."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return [annotation] if issubclass(annotation, Word) else []
    found: list[type[Word]] = []
    for part in get_args(annotation):
        found += _words_in(part)
    return found


def _fitting(classes: list[type[Word]], value: Any) -> list[type[Word]]:  # noqa: ANN401
    """Keep the models whose tag the mapping names."""
    if not isinstance(value, dict):
        return classes
    for tag in _TAGS:
        if tag in value:
            named = [one for one in classes if value[tag] in _tag_words(one, tag)]
            return named or classes
    return classes


def _tag_words(model: type[Word], tag: str) -> tuple[Any, ...]:
    field = model.model_fields.get(tag)
    return get_args(field.annotation) if field else ()
