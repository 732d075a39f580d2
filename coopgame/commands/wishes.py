"""What was asked of `coopgame simulate`, as one value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SimulateWishes:
    """The words of the command line."""

    scenario: str
    games: int = 10_000
    seats: int | None = None
    bots: str = "pool"
    seed: int = 0
    jobs: int | None = None
    cluster: str | None = None
    form: str = "text"
    diff: str | None = None
    language: str | None = None
    gates: bool = False
    pars: bool = False
    impact: bool = False
