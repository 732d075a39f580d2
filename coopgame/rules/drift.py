"""One mechanism for everything that moves towards what the structure supports.

A drifting value (the three meters, the members, the price paid) is the sum of named parts,
kept in hundredths. Each round every part moves a fixed share of the way to what now
supports it, so each change of the value is owed to a part and the reasons add up to it.
Single events enter through the last part, which nothing supports: it fades.
"""

from typing import Final

from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules.changes import LAST_PART
from coopgame.rules.journal import Log, is_kept, record
from coopgame.rules.measures import clamp
from coopgame.rules.table import Table

PART_CAUSES: Final = (
    # trust
    (
        causes.TRUST_MEMBERS, causes.TRUST_OPENNESS, causes.TRUST_VOICE, causes.TRUST_TIES,
        0, 0, 0, 0, causes.CATCHING_UP,
    ),
    # price control
    (
        causes.PRICE_HOME, causes.PRICE_STAGES_OWN, causes.PRICE_STAGES_CONTRACT,
        causes.PRICE_STAGES_MARKET, causes.PRICE_QUALITY, causes.PRICE_STEADY,
        causes.PRICE_REGION, 0, causes.CATCHING_UP,
    ),
    # autonomy
    (
        causes.AUTONOMY_BASE, causes.AUTONOMY_GROUP, causes.AUTONOMY_PACTS,
        causes.AUTONOMY_CONTRACTS, causes.AUTONOMY_MARKET, causes.AUTONOMY_DEBT,
        causes.AUTONOMY_MIXED, 0, causes.CATCHING_UP,
    ),
    # members
    (
        causes.MEMBERS_BASE, causes.MEMBERS_GAP, causes.MEMBERS_OPENNESS, causes.MEMBERS_VOICE,
        causes.MEMBERS_SIZE, causes.MEMBERS_KEPT, causes.MEMBERS_MIXED, causes.MEMBERS_DIGEST,
        causes.CATCHING_UP,
    ),
    # price paid to members
    (
        causes.EARN_HOME, causes.EARN_MARKET, causes.EARN_CONTRACT, causes.EARN_OWN,
        causes.EARN_QUALITY, causes.UNIT_COST, causes.KEPT_BACK, causes.LOSS_BORNE,
        causes.DISTRICT_POOL,
    ),
)  # fmt: skip
"""For each drifting value the cause that its parts are recorded under."""


def supported(table: Table, seat: int) -> int:
    """Return the value that the scratch parts of this seat support, in whole points."""
    total = 0
    for part in range(c.PARTS):
        total += table.support[seat][part]
    return (total + 50) // 100


def start_at_support(table: Table, seat: int, value: int) -> int:
    """Begin a drifting value exactly where its support is, kept in 0..100; return it."""
    for part in range(c.PARTS):
        table.parts[seat][value][part] = table.support[seat][part]
    start = clamp(supported(table, seat), 0, 100)
    table.parts[seat][value][LAST_PART] += 100 * start - 100 * supported(table, seat)
    return start


def drift(table: Table, log: Log, seat: int, value: int, kind: int, pull: int) -> int:
    """Move every part `pull` per cent of the way to its support; return the sum in hundredths.

    Writes one row for each part that changes the value by a point or more; the rows of a
    round add up to the whole change.
    """
    if not is_kept(log):
        return _drift_unseen(table, seat, value, pull)
    parts = table.parts[seat][value]
    running = 0
    for part in range(c.PARTS):
        running += parts[part]
    for part in range(c.PARTS):
        apart = table.support[seat][part] - parts[part]
        if apart == 0:
            continue
        step = apart * pull // 100
        before = (running + 50) // 100
        parts[part] += step
        running += step
        after = (running + 50) // 100
        if after != before:
            cause = PART_CAUSES[value][part]
            record(table, log, (kind, seat, cause, c.NOBODY, part), before, after)
    return running


def _drift_unseen(table: Table, seat: int, value: int, pull: int) -> int:
    """Move the parts as `drift` does, where nobody asks for the reasons."""
    parts, support = table.parts[seat][value], table.support[seat]
    running = 0
    for part in range(c.PARTS):
        now = parts[part] + (support[part] - parts[part]) * pull // 100
        parts[part] = now
        running += now
    return running


def add_event(
    table: Table, log: Log, seat: int, value: int, kind: int, running: int, points: int
) -> int:
    """Add this round's events to the last part, keep the value in 0..100 and return it.

    The events themselves are already in the journal; what the limits cut off is recorded.
    """
    parts = table.parts[seat][value]
    parts[LAST_PART] += 100 * points
    running += 100 * points
    kept = clamp(running, 0, 10_000)
    if kept != running:
        parts[LAST_PART] += kept - running
        before, after = (running + 50) // 100, (kept + 50) // 100
        if before != after:
            record(table, log, (kind, seat, causes.LIMIT, c.NOBODY, 0), before, after)
    return (kept + 50) // 100
