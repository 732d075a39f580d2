"""The bot characters by name, in the order in which screens offer them."""

from typing import Final

BOARDS: Final = ("careful", "cooperative", "competitive", "integrator")
"""Those that weigh by hand: they answer at once."""
CHARACTERS: Final = (*BOARDS, "random", "ahead_1", "ahead_2", "ahead_3")
"""The names under which seats and recordings know the bots."""


def mixed_characters(count: int) -> tuple[str, ...]:
    """Return `count` characters, every kind of board before one comes twice; no lots."""
    return tuple(BOARDS[k % len(BOARDS)] for k in range(count))
