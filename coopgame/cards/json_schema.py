"""The schemas by which editors help while a deck or scenario is written.

`python -m coopgame.cards.json_schema` writes them into the checkout; a test keeps them
current.
"""

import json
from pathlib import Path
from typing import Any, Final

from coopgame.cards.deck import Deck
from coopgame.cards.scenario import Scenario
from coopgame.cards.word import Word

PLACES: Final[dict[str, type[Word]]] = {
    "cards/deck.schema.json": Deck,
    "scenarios/scenario.schema.json": Scenario,
}


def schema_text(model: type[Word]) -> str:
    """Return the JSON Schema of a file type, with the help of every field."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= model.model_json_schema(by_alias=True)
    return json.dumps(_tidy(schema), indent=1, ensure_ascii=False) + "\n"


def _tidy(node: Any) -> Any:  # noqa: ANN401
    """Leave out what editors do not use: titles made from field names, and null as a choice."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidy = {key: _tidy(item) for key, item in node.items() if not _is_noise(key, item)}
    choices = tidy.get("anyOf")
    if isinstance(choices, list):
        kept = [choice for choice in choices if choice != {"type": "null"}]
        tidy.pop("anyOf")
        tidy |= kept[0] if len(kept) == 1 else {"anyOf": kept}
    return tidy


def _is_noise(key: str, item: Any) -> bool:  # noqa: ANN401
    if key == "discriminator":
        return isinstance(item, dict) and "propertyName" in item
    return (key == "title" and isinstance(item, str)) or (key == "default" and item is None)


def write_schemas(root: Path) -> None:
    """Write every schema below the root of a checkout."""
    for place, model in PLACES.items():
        (root / place).write_text(schema_text(model), encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(__file__).parents[2])
