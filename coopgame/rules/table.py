"""What lies on the table: the whole state of a match as integers in fixed places.

A table is private to the rules; everybody else sees snapshots. Lists are used for play,
because plain Python reads them fast; `FIELDS` fixes names, shapes and order, so the same
table can be stored as one packed record of 32-bit integers.
"""

import hashlib
import struct
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from coopgame.rules.codes import (
    AMBITIONS,
    CARDS,
    GOALS,
    LATER,
    METERS,
    NEIGHBOURS,
    PARTNERS,
    PARTS,
    ROUNDS,
    SEATS,
    STAGES,
    VALUES,
)

Shape: TypeAlias = tuple[int, ...]

_SCALARS: Final = (
    "seed_low", "seed_high", "seed_word", "seats", "partners", "neighbours", "stages", "rounds", "round_now",
    "phase", "ended", "mode", "secret_missions", "index", "index_before", "glut", "pressure",
    "outside", "start_volume", "card", "card_seat", "first_seat", "next_card",
    "next_card_round", "next_card_seat", "later_count", "step",
)  # fmt: skip
_PER_SEAT: Final = (
    "kind", "home", "volume", "volume_start", "capital", "debt", "efficiency", "quality",
    "members", "openness", "voice", "group", "held", "digest", "gap_rounds", "trouble_rounds",
    "exit_ban", "named_shares", "absorbed", "talked_to", "talked_before", "paid", "paid_before",
    "paid_sum", "kept", "matched", "offer_move", "offer_to", "offer_stage", "offer_term",
    "offer_price", "answer", "move", "move_to", "move_stage", "move_term", "move_price",
    "acted_option", "acted_move",
)  # fmt: skip
_PER_SEAT_AND_STAGE: Final = (
    "holds", "capacity", "building", "build_round", "contract_with", "contract_left", "contract_age",
    "contract_fixed", "contract_reference", "contract_volume",
)  # fmt: skip

FIELDS: Final[tuple[tuple[str, Shape], ...]] = (
    *((name, ()) for name in _SCALARS),
    *((name, (SEATS,)) for name in _PER_SEAT),
    *((name, (SEATS, STAGES)) for name in _PER_SEAT_AND_STAGE),
    ("ambition", (SEATS, AMBITIONS)),
    ("prices", (SEATS, 4)),
    ("meter", (SEATS, METERS)),
    ("meter_before", (SEATS, METERS)),
    ("shock", (SEATS, METERS)),
    ("history", (SEATS, ROUNDS, METERS)),
    ("mission", (SEATS, GOALS)),
    ("late_gain", (SEATS, 3)),
    ("parts", (SEATS, VALUES, PARTS)),
    ("support", (SEATS, PARTS)),
    ("reply", (SEATS, SEATS)),
    ("tie", (SEATS, SEATS)),
    ("pact", (SEATS, SEATS)),
    ("knows", (SEATS, SEATS)),
    ("failed_votes", (SEATS, SEATS)),
    ("partner_tie", (SEATS, PARTNERS)),
    ("knows_partner", (SEATS, PARTNERS)),
    ("neighbour_tie", (SEATS, NEIGHBOURS)),
    ("neighbour_pact", (SEATS, NEIGHBOURS)),
    ("neighbour_failed", (SEATS, NEIGHBOURS)),
    ("knows_neighbour", (SEATS, NEIGHBOURS)),
    ("partner_stage", (PARTNERS,)),
    ("partner_is_coop", (PARTNERS,)),
    ("partner_power", (PARTNERS,)),
    ("partner_capacity", (PARTNERS,)),
    ("partner_reliability", (PARTNERS,)),
    ("partner_ambition", (PARTNERS, AMBITIONS)),
    ("neighbour_volume", (NEIGHBOURS,)),
    ("neighbour_joined", (NEIGHBOURS,)),
    ("neighbour_ambition", (NEIGHBOURS, AMBITIONS)),
    ("card_seen", (CARDS,)),
    ("later_due", (LATER,)),
    ("later_effect", (LATER,)),
    ("later_seat", (LATER,)),
    ("later_option", (LATER,)),
)


class Table:
    """All integers of one match.

    Field meanings, units and ranges:

    `volume`, `outside`, `capacity`, `contract_volume`, `partner_capacity` and
    `neighbour_volume` are in tenths; `capital` and `debt` in coins; `meter`, `efficiency`,
    `quality`, `members`, `openness`, `voice`, every `tie`, `glut` and `pressure` lie in
    0..100; `index` is 100 in a normal market (40..200); `paid` and `prices` are points,
    one per cent of the consumer price of a unit. `group[s]` is the lowest seat of the group
    that s belongs to. `pact[a][b]` and `neighbour_pact[a][n]` hold the round in which the
    pact began, 0 for none. `capacity`/`building` are own facilities, open and unfinished.
    `neighbour_joined[n]` is 1 + the seat that absorbed the neighbour, 0 while independent.
    `answer`, `move`… are the choices of this round, -1 while not made; `acted_*` what the
    seat really did after its group decided. `late_gain[s]` is the efficiency that arrives in this settling
    and the next two. `parts[s][v]` is what the drifting value v of
    seat s is made of (hundredths), `support` the scratch space for what now supports
    it. `card_seen[c]` is the round of the deal or 0.
    """

    __slots__ = tuple(name for name, _ in FIELDS)

    seed_low: int
    seed_high: int
    seed_word: int
    seats: int
    partners: int
    neighbours: int
    stages: int
    rounds: int
    round_now: int
    phase: int
    ended: int
    mode: int
    secret_missions: int
    index: int
    index_before: int
    glut: int
    pressure: int
    outside: int
    start_volume: int
    card: int
    card_seat: int
    first_seat: int
    next_card: int
    next_card_round: int
    next_card_seat: int
    later_count: int
    step: int
    kind: list[int]
    home: list[int]
    volume: list[int]
    volume_start: list[int]
    capital: list[int]
    debt: list[int]
    efficiency: list[int]
    quality: list[int]
    members: list[int]
    openness: list[int]
    voice: list[int]
    group: list[int]
    held: list[int]
    digest: list[int]
    gap_rounds: list[int]
    trouble_rounds: list[int]
    exit_ban: list[int]
    named_shares: list[int]
    absorbed: list[int]
    talked_to: list[int]
    talked_before: list[int]
    paid: list[int]
    paid_before: list[int]
    paid_sum: list[int]
    kept: list[int]
    matched: list[int]
    offer_move: list[int]
    offer_to: list[int]
    offer_stage: list[int]
    offer_term: list[int]
    offer_price: list[int]
    answer: list[int]
    move: list[int]
    move_to: list[int]
    move_stage: list[int]
    move_term: list[int]
    move_price: list[int]
    acted_option: list[int]
    acted_move: list[int]
    holds: list[list[int]]
    capacity: list[list[int]]
    building: list[list[int]]
    build_round: list[list[int]]
    contract_with: list[list[int]]
    contract_left: list[list[int]]
    contract_age: list[list[int]]
    contract_fixed: list[list[int]]
    contract_reference: list[list[int]]
    contract_volume: list[list[int]]
    ambition: list[list[int]]
    prices: list[list[int]]
    meter: list[list[int]]
    meter_before: list[list[int]]
    shock: list[list[int]]
    history: list[list[list[int]]]
    mission: list[list[int]]
    late_gain: list[list[int]]
    parts: list[list[list[int]]]
    support: list[list[int]]
    reply: list[list[int]]
    tie: list[list[int]]
    pact: list[list[int]]
    knows: list[list[int]]
    failed_votes: list[list[int]]
    partner_tie: list[list[int]]
    knows_partner: list[list[int]]
    neighbour_tie: list[list[int]]
    neighbour_pact: list[list[int]]
    neighbour_failed: list[list[int]]
    knows_neighbour: list[list[int]]
    partner_stage: list[int]
    partner_is_coop: list[int]
    partner_power: list[int]
    partner_capacity: list[int]
    partner_reliability: list[int]
    partner_ambition: list[list[int]]
    neighbour_volume: list[int]
    neighbour_joined: list[int]
    neighbour_ambition: list[list[int]]
    card_seen: list[int]
    later_due: list[int]
    later_effect: list[int]
    later_seat: list[int]
    later_option: list[int]

    def __init__(self) -> None:
        """Lay an empty table: every integer is zero."""
        for name, shape in FIELDS:
            setattr(self, name, zeros(shape))


def zeros(shape: Shape) -> Any:  # noqa: ANN401
    """Return 0, or nested lists of zeros of the given shape."""
    if not shape:
        return 0
    return [zeros(shape[1:]) for _ in range(shape[0])]


def integers(table: Table) -> Iterator[int]:
    """Yield every integer of the table in the fixed order of `FIELDS`."""
    for name, _ in FIELDS:
        yield from _flat(getattr(table, name))


def _flat(value: Any) -> Iterator[int]:  # noqa: ANN401
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    else:
        yield value


def table_bytes(table: Table) -> bytes:
    """Return the table as packed little-endian 32-bit integers, the record's own bytes."""
    values = list(integers(table))
    return struct.pack(f"<{len(values)}i", *values)


def table_hash(table: Table) -> str:
    """Return the SHA-256 of the table's bytes as 64 hexadecimal digits."""
    return hashlib.sha256(table_bytes(table)).hexdigest()
