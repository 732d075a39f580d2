"""Cooperative: talks, makes pacts with the other seats and keeps them."""

from coopgame.bots.boards import Board, Leanings

COOPERATIVE = Board(
    Leanings(
        moves={
            "dialogue": 130, "coordinate": 160, "represent": 115, "merge": 130,
            "integrate": 85, "leave": 50,
        },
        thrift=5,
        unknown=0,
        together=7,
        asking=2,
        trusting=31,
        seats=3,
    )
)  # fmt: skip
"""Believes that together the price is better, also for those who wait and see."""
