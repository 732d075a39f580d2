"""The reference page of the card language, made from the words themselves.

`python -m coopgame.cards.reference` writes docs/reference/card-language.md into the
checkout; a test keeps it current. Nothing is explained here that a class does not say.
"""

import ast
import inspect
from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from coopgame.cards.amounts import Count
from coopgame.cards.conditions import CONDITIONS
from coopgame.cards.deck import Deck
from coopgame.cards.effects import EFFECTS
from coopgame.cards.event_card import CardOption, EventCard, RealCase
from coopgame.cards.quantities import Quantity, span_of
from coopgame.cards.scenario import (
    Chapter,
    CoinRange,
    Cooperative,
    Link,
    Neighbour,
    Par,
    Pars,
    Partner,
    Price,
    Scenario,
    SeatRange,
    Strivings,
    TrackPoint,
    VolumeRange,
)
from coopgame.cards.targets import Party, Target
from coopgame.cards.word import Word
from coopgame.rules.numbers import number_help
from coopgame.vocabulary import (
    Holding,
    Kind,
    MatchMode,
    Move,
    PriceRule,
    StageKind,
    Term,
    Theme,
)

PAGE: Final = "docs/reference/card-language.md"

_OPENING: Final = """\
# The card language

Made from the code by `python -m coopgame.cards.reference`; do not edit it by hand.

A deck is a file `cards/<deck>/deck.yaml`, with translations beside it (`words.nl.yaml`).
A large deck may have more cards in files `cards_*.yaml` beside it, each beginning with
`cards:`, and more translations in files `words.nl.*.yaml`.
A scenario is a file `scenarios/<scenario>.yaml`, with translations in `scenarios/words/`.
`coopgame check PATH` says everything that is wrong in a file, with its line and column.

* Decks are data: words with named fields. There are no formulas.
* All numbers are whole numbers.
* `do:` begins an effect, `test:` a test, `count:` a counted amount.
* A field without a default must be there; an unknown field is an error.
* Several effects happen in the order in which they are written.
"""

_NAMES: Final = {
    "AnyEffect": "effect", "Count": "[count](#amounts)", "Target": "[target](#targets)",
    "Party": "[party](#targets)", "Quantity": "[quantity](#quantities)",
    "SeatQuantity": "[quantity](#quantities) of a co-operative",
    "MarketQuantity": "index, glut or pressure", "Strivings": "[ambition](#strivings)",
}  # fmt: skip


def reference() -> str:
    """Return the whole page."""
    parts = [_OPENING, *_decks(), *_words(), *_lists(), *_scenarios(), *_numbers()]
    return "\n".join(parts).rstrip() + "\n"


def _decks() -> list[str]:
    return ["## A deck\n", *(_model(one) for one in (Deck, EventCard, CardOption, RealCase))]


def _words() -> list[str]:
    effects = [_word(one, "do") for one in EFFECTS]
    tests = [_word(one, "test") for one in CONDITIONS]
    return [
        "## Effects\n\n`effects:`, `if_refused:` and `nothing:` are lists of these.\n",
        *effects,
        "## Tests\n\n`when:`, `needs:` and the effect `when` ask these.\n",
        *tests,
        "## Amounts\n\nAn amount is a whole number, or a count.\n",
        _model(Count, heading=False),
        _example(Count),
    ]


def _lists() -> list[str]:
    return [
        "## Targets\n\nAfter `who:`. `others`, `pact_partners`, `group` and `contract_seats` after "
        "`with:` are seen from each\nco-operative that is met; `self` is always the one that "
        "chose.\n",
        _members(Target),
        "After `with:` also:\n",
        _members(Party, skip={target.value for target in Target}),
        "## Quantities\n",
        _quantities(),
        "## Other words\n",
        *(
            f"### {one.__name__}\n\n{_members(one)}"
            for one in (Theme, Move, Kind, StageKind, Holding, Term, PriceRule, MatchMode)
        ),
    ]


def _scenarios() -> list[str]:
    models: tuple[type[Word], ...] = (
        Scenario, SeatRange, Link, Cooperative, VolumeRange, CoinRange, Strivings, Partner,
        Neighbour, Chapter, TrackPoint, Price, Pars, Par,
    )  # fmt: skip
    return ["## A scenario\n", *(_model(one) for one in models)]


def _numbers() -> list[str]:
    rows = [
        f"| `{name}` | {value} | {told.least}–{told.most} | {told.unit} | {told.help} |"
        for name, (value, told) in number_help().items()
    ]
    head = "| number | standard | range | unit | what it is |\n|---|---|---|---|---|\n"
    return ["## Numbers of the rules\n\nAfter `rules:` in a scenario.\n", head + "\n".join(rows)]


def _word(model: type[Word], tag: str) -> str:
    name = str(_own_schema(model)["properties"][tag]["const"])
    return f"### {name}\n\n{_help(model)}\n\n{_fields(model, skip=tag)}\n{_example(model)}"


def _model(model: type[Word], *, heading: bool = True) -> str:
    title = f"### {model.__name__}\n\n" if heading else ""
    return f"{title}{_help(model)}\n\n{_fields(model)}"


def _help(model: type[Word]) -> str:
    return inspect.cleandoc(model.__doc__ or "")


def _example(model: type[Word]) -> str:
    return f"```yaml\n- {model.example}\n```\n" if model.example else ""


def _fields(model: type[Word], *, skip: str = "") -> str:
    own = _own_schema(model)
    needed = set(own.get("required", ()))
    rows = [
        f"| `{name}` | {_type(told)} | {_default(name, told, needed)} | {_line(told)} |"
        for name, told in own["properties"].items()
        if name != skip
    ]
    if not rows:
        return ""
    return "| field | what | default | |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"


def _own_schema(model: type[Word]) -> dict[str, Any]:
    """Return the schema of a model itself; one that speaks of itself hides it a level deeper."""
    schema = model.model_json_schema(by_alias=True)
    own: dict[str, Any] = schema if "properties" in schema else schema["$defs"][model.__name__]
    return own


def _line(told: dict[str, Any]) -> str:
    return " ".join(str(told.get("description", "")).split())


def _default(name: str, told: dict[str, Any], needed: Iterable[str]) -> str:
    if name in needed:
        return "needed"
    value = told.get("default")
    return "–" if value in (None, [], {}) or isinstance(value, dict) else f"`{_written(value)}`"


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _type(told: dict[str, Any]) -> str:
    """Return what may stand in a field, in words."""
    if "$ref" in told:
        name = str(told["$ref"]).rsplit("/", 1)[-1]
        return _NAMES.get(name, f"[{name}](#{name.lower()})")
    choices = [one for one in told.get("anyOf", told.get("oneOf", ())) if one.get("type") != "null"]
    if choices:
        return _choice(choices)
    if "enum" in told:
        return ", ".join(f"`{value}`" for value in told["enum"])
    if "const" in told:
        return f"`{told['const']}`"
    return _plain_type(told)


def _choice(choices: list[dict[str, Any]]) -> str:
    names = [str(one.get("$ref", "")).rsplit("/", 1)[-1] for one in choices]
    if "Change" in names:
        return "[effect](#effects)"
    if "AtLeast" in names:
        return "[test](#tests)"
    if "Count" in names:
        return "[amount](#amounts)"
    return " or ".join(_type(one) for one in choices)


def _plain_type(told: dict[str, Any]) -> str:
    kind = told.get("type")
    if kind == "array":
        return f"list of {_type(told['items'])}"
    if kind == "integer":
        return _between(told)
    if kind == "boolean":
        return "true or false"
    if kind == "object":
        return "mapping"
    return "id" if "pattern" in told and "{0,39}" in told["pattern"] else "text"


def _between(told: dict[str, Any]) -> str:
    if "minimum" in told and "maximum" in told:
        return f"{told['minimum']} to {told['maximum']}"
    return "whole number"


def _members(words: type[StrEnum], *, skip: Iterable[str] = ()) -> str:
    told = member_help(words)
    left = set(skip)
    rows = [f"| `{one}` | {told.get(one.name, '')} |" for one in words if one.value not in left]
    return "| word | |\n|---|---|\n" + "\n".join(rows) + "\n"


def _quantities() -> str:
    told = member_help(Quantity)
    rows = [
        f"| `{one}` | {span_of(one).least}–{span_of(one).most} | {told[one.name]} |"
        for one in Quantity
    ]
    return "| quantity | range | |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def member_help(words: type[StrEnum]) -> dict[str, str]:
    """Return the sentence written under each member of a word list."""
    tree = ast.parse(inspect.getsource(words))
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    told: dict[str, str] = {}
    for member, note in pairwise(body):
        if not (isinstance(member, ast.Assign) and isinstance(note, ast.Expr)):
            continue
        name, said = member.targets[0], note.value
        if isinstance(name, ast.Name) and isinstance(said, ast.Constant):
            told[name.id] = str(said.value)
    return told


def write_reference(root: Path) -> None:
    """Write the page below the root of a checkout."""
    place = root / PAGE
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(reference(), encoding="utf-8")


if __name__ == "__main__":
    write_reference(Path(__file__).parents[2])
