"""Whom an effect meets and with whom: the words after `who:` and `with:`."""

from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from coopgame.cards.word import SentenceWords, position


class Target(StrEnum):
    """Which co-operatives are meant, seen from the one that chose the option."""

    SELF = "self"
    """The co-operative that chose the option."""
    OTHERS = "others"
    """All other co-operatives."""
    EVERYONE = "everyone"
    """All co-operatives."""
    SAME_OPTION = "same_option"
    """The other co-operatives that chose the same option."""
    OTHER_OPTION = "other_option"
    """Those that chose something else, doing nothing included."""
    PACT_PARTNERS = "pact_partners"
    """Those it has a pact with."""
    GROUP = "group"
    """All districts of its group, itself included; alone it is only itself."""
    CONTRACT_SEATS = "contract_seats"
    """Other co-operatives it has a contract with."""
    LARGEST = "largest"
    """The co-operative with the most volume."""
    SMALLEST = "smallest"
    """The co-operative with the least volume."""
    RICHEST = "richest"
    """The co-operative with the most coins."""
    POOREST = "poorest"
    """The co-operative with the fewest coins."""
    MOST_TRUSTED = "most_trusted"
    """The co-operative that the others believe most."""
    LEAST_TRUSTED = "least_trusted"
    """The co-operative that the others believe least."""
    BY_CHANCE = "by_chance"
    """One co-operative by chance, the same one for every effect of the option."""


class Party(StrEnum):
    """With whom: the words of `Target`, and those that the rules play."""

    SELF = "self"
    OTHERS = "others"
    EVERYONE = "everyone"
    SAME_OPTION = "same_option"
    OTHER_OPTION = "other_option"
    PACT_PARTNERS = "pact_partners"
    GROUP = "group"
    CONTRACT_SEATS = "contract_seats"
    LARGEST = "largest"
    SMALLEST = "smallest"
    RICHEST = "richest"
    POOREST = "poorest"
    MOST_TRUSTED = "most_trusted"
    LEAST_TRUSTED = "least_trusted"
    BY_CHANCE = "by_chance"
    PARTNERS = "partners"
    """All partners in the chain."""
    CONTRACT_PARTNERS = "contract_partners"
    """The partners it has a contract with."""
    NEIGHBOURS = "neighbours"
    """All neighbours that are still independent."""
    NEIGHBOUR = "neighbour"
    """The closest neighbour that is still independent."""
    ANYONE = "anyone"
    """All co-operatives and all neighbours."""


Who = Annotated[Target, Field(strict=False)]
With = Annotated[Party, Field(strict=False)]

BY_ANSWERS: Final = frozenset({"same_option", "other_option"})
"""Targets that only exist while the answers of this round lie on the table."""


def target_code(target: Target | Party) -> int:
    """Return the code by which the rules know a target."""
    return position(target)


def who_text(target: Target | Party, words: SentenceWords) -> str:
    """Return whom a sentence speaks about."""
    return words.get(f"say.who.{target}")
