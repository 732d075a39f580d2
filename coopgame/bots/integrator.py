"""Integrator: builds its own stages of the chain and grows by merging."""

from coopgame.bots.boards import Board, Leanings

INTEGRATOR = Board(
    Leanings(
        moves={
            "integrate": 140, "merge": 200, "specialise": 90, "contract": 75,
            "coordinate": 70, "hold": 90,
        },
        thrift=3,
        unknown=0,
        together=1,
        asking=2,
        trusting=42,
    )
)  # fmt: skip
"""Wants to hold the chain itself, from the members to the shop."""
