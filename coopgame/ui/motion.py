"""Transitions as pure functions of time: how far each one is, and how to move between two values.

Reads no clock; the caller says how many milliseconds went by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from coopgame.ui.nodes import Group, Node

Transition: TypeAlias = Literal[
    "card_dealt",
    "phase_pill",
    "lock_badge",
    "reveal_row",
    "ribbon",
    "merger",
    "meter",
    "chip",
    "curtain",
    "what_if",
]

DURATIONS: dict[Transition, int] = {
    "card_dealt": 350,
    "phase_pill": 200,
    "lock_badge": 150,
    "reveal_row": 120,
    "ribbon": 500,
    "merger": 700,
    "meter": 600,
    "chip": 120,
    "curtain": 250,
    "what_if": 600,
}
"""Milliseconds at normal speed."""

LONGEST_REVEAL = 720
"""Milliseconds after which all rows of a reveal are turned, however many there are."""
LONGEST_FADE = 200
"""Milliseconds a fade may take when movement is switched off."""


@dataclass(frozen=True, slots=True)
class Motion:
    """How movement is wanted: speed 0 (none), 1 or 2, and whether only fades are allowed."""

    speed: int = 1
    reduced: bool = False

    def duration(self, name: Transition) -> float:
        """Give how long a transition takes, in milliseconds."""
        if self.speed <= 0:
            return 0.0
        wanted = DURATIONS[name] / self.speed
        return min(wanted, LONGEST_FADE) if self.reduced else wanted

    def progress(
        self, name: Transition, elapsed_ms: float, *, step: int = 0, steps: int = 1
    ) -> float:
        """Give how far a transition is, 0 to 1, eased; a `step` waits for the steps before it."""
        length = self.duration(name)
        if length <= 0:
            return 1.0
        delay = min(length, LONGEST_REVEAL / max(1, steps)) * step
        return ease_out((elapsed_ms - delay) / length)

    def shift(self, distance: float, progress: float) -> float:
        """Give how far something still is from its place; nothing when movement is switched off."""
        return 0.0 if self.reduced or self.speed <= 0 else distance * (1 - progress)

    def is_over(self, name: Transition, elapsed_ms: float, *, steps: int = 1) -> bool:
        """Tell whether the last step of a transition has come to rest."""
        return self.progress(name, elapsed_ms, step=steps - 1, steps=steps) >= 1


def ease_out(share: float) -> float:
    """Start fast and come to rest gently; below 0 is 0, above 1 is 1."""
    share = min(1.0, max(0.0, share))
    return 1 - (1 - share) ** 3


def between(start: float, end: float, progress: float) -> float:
    """Give the value at this progress between two values."""
    return start + (end - start) * progress


def turned(progress: float) -> tuple[float, bool]:
    """Give the width of a turning tile, 1 to 0 to 1, and whether its other side shows."""
    return abs(1 - 2 * min(1.0, max(0.0, progress))), progress >= 0.5


def moved(id: str, nodes: Sequence[Node], dx: float, dy: float) -> Group:
    """Keep nodes together and move them."""
    return Group(id, tuple(nodes), dx, dy)
