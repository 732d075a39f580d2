"""Competitive: goes alone, sharpens its product and leaves links that do not pay."""

from coopgame.bots.boards import Board, Leanings

COMPETITIVE = Board(
    Leanings(
        moves={
            "specialise": 130, "hold": 110, "integrate": 105, "dialogue": 60,
            "coordinate": 45, "merge": 85, "leave": 130,
        },
        thrift=5,
        unknown=1,
        together=-5,
        asking=0,
        trusting=60,
        seats=-3,
    )
)  # fmt: skip
"""Expects that nobody gives anything away."""
