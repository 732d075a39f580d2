"""Careful: keeps money and members together and likes a contract to lean on."""

from coopgame.bots.boards import Board, Leanings

CAREFUL = Board(
    Leanings(
        moves={
            "contract": 125, "hold": 130, "inform": 115, "represent": 110,
            "merge": 75, "integrate": 80, "open_up": 80,
        },
        thrift=8,
        unknown=-2,
        together=0,
        asking=1,
        trusting=40,
    )
)  # fmt: skip
"""Small steps, a full purse, signed papers."""
