"""Who plays which seat in the match of a seed: fixed boards, or drawn from a pool."""

from typing import Final

from coopgame.rules.chance import mix

FROM_POOL: Final = -1
"""In a wish: this seat is drawn from the pool, anew for each match."""


def line_up(wish: list[int], pool: int, seed: int, seats: int, lineup: list[int]) -> None:
    """Write the number of each seat's board for the match of this seed.

    `wish` names a board for each seat or says `FROM_POOL`: one of the first `pool` boards.
    The wish moves on by one seat with every seed, so that nobody sits at one place only.
    """
    for seat in range(seats):
        wanted = wish[(seat + seed) % seats]
        lot = mix(mix(seed & 0x7FFFFFFF) ^ mix(0x2545 + seat + ((seed >> 31) << 4)))
        lineup[seat] = wanted if wanted >= 0 else (lot * pool) >> 32
