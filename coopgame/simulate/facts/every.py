"""All facts in the order of their numbers."""

from collections.abc import Sequence
from typing import Final

from coopgame.simulate.facts import belonging, contracting, cooperating, earning, merging
from coopgame.simulate.facts.fact import Fact

_PARTS: Final = (merging, belonging, contracting, earning, cooperating)

EVERY_FACT: Final[tuple[Fact, ...]] = tuple(
    sorted(
        (fact for part in _PARTS for fact in part.FACTS), key=lambda fact: int(fact.key.strip("SF"))
    )
)
ENOUGH: Final = 30
"""How many facts must hold for the rules to be right."""


def facts_named(keys: Sequence[str]) -> tuple[Fact, ...]:
    """Return the facts with these keys, or all without keys; raises KeyError for a wrong one."""
    known = {fact.key: fact for fact in EVERY_FACT}
    return tuple(known[key] for key in keys) if keys else EVERY_FACT
