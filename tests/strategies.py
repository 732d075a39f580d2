"""Hypothesis strategies for decks and scenarios as plain data.

They are made from the words' own schemas, so a new word joins by itself; a test checks that
every word comes up.
"""

from typing import Any

from hypothesis import strategies as st

from coopgame.cards.amounts import Count
from coopgame.cards.conditions import CONDITIONS
from coopgame.cards.effects import EFFECTS
from coopgame.cards.quantities import NEEDS_WITH
from tests.cards.making import card, deck_data, option

Data = dict[str, Any]
Schema = dict[str, Any]

IDS = st.sampled_from(["one", "two", "three", "first", "second", "early", "late"])
TEXTS = st.text("abc déç ", min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
OPTION_IDS = st.sampled_from(["yes", "no", "nothing"])


def _own(model: Any) -> tuple[Schema, Schema]:
    schema = model.model_json_schema(by_alias=True)
    defs = schema.get("$defs", {})
    return (schema if "properties" in schema else defs[model.__name__]), defs


def _value(told: Schema, defs: Schema, depth: int) -> st.SearchStrategy[Any]:
    if "$ref" in told:
        name = told["$ref"].rsplit("/", 1)[-1]
        return counts() if name == "Count" else _value(defs[name], defs, depth)
    if "const" in told:
        return st.just(told["const"])
    if "enum" in told:
        return st.sampled_from(told["enum"])
    choices = [one for one in told.get("anyOf", told.get("oneOf", ())) if one.get("type") != "null"]
    if choices:
        return _choice(choices, defs, depth)
    if told["type"] == "array":
        most = min(told.get("maxItems", 3), 3)
        return st.lists(
            _value(told["items"], defs, depth - 1), min_size=told.get("minItems", 0), max_size=most
        )
    if told["type"] == "integer":
        return st.integers(told.get("minimum", -50), told.get("maximum", 50))
    if told["type"] == "boolean":
        return st.booleans()
    return IDS if "pattern" in told else TEXTS


def _choice(choices: list[Schema], defs: Schema, depth: int) -> st.SearchStrategy[Any]:
    names = {one.get("$ref", "").rsplit("/", 1)[-1] for one in choices}
    if "Change" in names:
        return effects(depth)
    if "AtLeast" in names:
        return conditions(depth)
    return st.one_of([_value(one, defs, depth) for one in choices])


@st.composite
def _word(draw: st.DrawFn, model: Any, depth: int) -> Data:
    """Draw one word: what it needs, and some of what it may have."""
    own, defs = _own(model)
    needed = own.get("required", ())
    made: Data = {}
    for name, told in own["properties"].items():
        if name in needed or draw(st.booleans()):
            made[name] = draw(OPTION_IDS if name == "option" else _value(told, defs, depth))
    return _sensible(made, draw)


def _sensible(made: Data, draw: st.DrawFn) -> Data:
    """Mend what only a validator can tell: `with`, limits and chances."""
    counted = made.get("count", made.get("of"))
    if isinstance(counted, str) and (
        "count" in made or made.get("test") in ("at_least", "at_most")
    ):
        made.pop("with", None)
        if counted in {quantity.value for quantity in NEEDS_WITH}:
            made["with"] = draw(st.sampled_from(["others", "partners", "neighbours", "largest"]))
    if "count" in made and made.get("at_least", -1000) > made.get("at_most", 1000):
        made.pop("at_least")
    if isinstance(made.get("percent"), int):
        made["percent"] = made["percent"] % 101
    return made


def counts() -> st.SearchStrategy[Data]:
    """Draw a counted amount."""
    return _word(Count, 0)


def conditions(depth: int = 2) -> st.SearchStrategy[Data]:
    """Draw any test, nested at most `depth` deep."""
    words = [word for word in CONDITIONS if depth > 0 or "of" not in _joins(word)]
    return st.one_of([_word(word, depth - 1) for word in words])


def _joins(word: Any) -> tuple[str, ...]:
    return ("of",) if word.__name__ in ("AllOf", "AnyOf", "Not") else ()


def effects(depth: int = 2) -> st.SearchStrategy[Data]:
    """Draw any effect, with branches at most `depth` deep."""
    words = [word for word in EFFECTS if depth > 0 or word.__name__ not in ("ByChance", "When")]
    return st.one_of([_word(word, depth - 1) for word in words])


@st.composite
def options(draw: st.DrawFn, id_: str) -> Data:
    """Draw one answer to a card."""
    more: Data = {}
    asks = draw(st.sampled_from(["nobody", "members", "partner", "others"]))
    if asks != "nobody":
        more |= {"asks": asks, "if_refused": draw(st.lists(effects(1), max_size=2))}
    if asks == "partner":
        more["stage"] = "processing"
    if asks == "others":
        more["at_least"] = draw(st.integers(1, 3))
    if draw(st.booleans()):
        more["needs"] = draw(conditions(1))
    told = draw(st.lists(effects(), min_size=1, max_size=4))
    return option(id_, *told, verb=draw(st.sampled_from(["hold", "merge", "contract"])), **more)


@st.composite
def cards(draw: st.DrawFn, id_: str) -> Data:
    """Draw one card."""
    speaks = ["everyone", "largest", "poorest", "with_contract", "in_group", "by_chance"]
    more: Data = {
        "speaks_to": draw(st.sampled_from(speaks)),
        "weight": draw(st.integers(1, 5)),
        "nothing": draw(st.lists(effects(1), min_size=1, max_size=3)),
        "role": draw(st.sampled_from(["event", "event", "follow_up", "takeover"])),
    }
    if draw(st.booleans()):
        more["when"] = draw(conditions(1))
    if draw(st.booleans()):
        more["chapters"] = draw(st.lists(IDS, min_size=1, max_size=2))
    return card(id_, draw(options("yes")), draw(options("no")), **more)


@st.composite
def decks(draw: st.DrawFn) -> Data:
    """Draw a deck of one to four cards."""
    ids = ["one", "two", "first", "second"][: draw(st.integers(1, 4))]
    return deck_data(*[draw(cards(id_)) for id_ in ids])
