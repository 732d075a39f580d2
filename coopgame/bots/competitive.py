"""Competitive: grows on its own, without the other seats, and leaves links that do not pay."""

from coopgame.bots.boards import Board, Leanings

COMPETITIVE = Board(
    Leanings(
        moves={
            "specialise": 105, "integrate": 130, "contract": 130, "merge": 150,
            "dialogue": 60, "coordinate": 60, "leave": 130,
        },
        thrift=5,
        unknown=1,
        together=-1,
        asking=1,
        trusting=48,
        seats=-4,
    )
)  # fmt: skip
"""Expects that nobody gives anything away."""
