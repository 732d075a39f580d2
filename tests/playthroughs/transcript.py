"""A match as terse text: what was answered, what followed, what everybody then had.

Run `python -m tests.playthroughs.transcript` to write all playthroughs anew after a rule was
changed on purpose; read the difference before it is committed.
"""

from pathlib import Path

from coopgame.reading.library import load_scenario, playbook_for
from coopgame.rules.game import Game
from coopgame.rules.snapshot import PUBLIC, Change, CooperativeView, Snapshot
from coopgame.vocabulary import SEAT_LETTERS

FOLDER = Path(__file__).parent
PLAYED = {
    "two_on_a_short_chain": ("short_chain", 2, 32),
    "three_through_all_answers": ("short_chain", 3, 21),
    "six_with_mixed_kinds": ("short_chain", 6, 29),
    "four_on_five_stages": ("five_stages", 4, 5),
    "three_in_hard_times": ("hard_times", 3, 8),
}
"""File name -> scenario (in the folder beside), seats, seed."""
QUIET = frozenset(
    {"tie", "members", "paid", "openness", "voice", "quality", "efficiency", "volume"}
)
"""Quantities that change by little and often; they stand in the line of each co-operative."""


def transcript(name: str) -> str:
    """Play the match of this name with answers that only its seed decides; tell it."""
    scenario, seats, seed = PLAYED[name]
    loaded = load_scenario(str(FOLDER / "scenarios" / f"{scenario}.yaml"))
    match = Game(playbook_for(loaded, seats=seats), seed=seed, seats=seats)
    lines = [f"{scenario}, {seats} seats, seed {seed}"]
    while not match.has_ended:
        lines += _round(match, seed)
    lines.append(_ending(match))
    return "\n".join(lines) + "\n"


def _round(match: Game, seed: int) -> list[str]:
    seen = match.snapshot(PUBLIC)
    market = seen.market
    card = seen.card.id if seen.card else "no card"
    lines = ["", f"round {seen.round}: {card}; index {market.index}, glut {market.glut}, "
             f"pressure {market.pressure}"]  # fmt: skip
    count = 0
    while match.snapshot(PUBLIC).phase == "choose":
        question = match.questions()[0]
        open_ones = [option for option in question.options if option.is_open]
        chosen = open_ones[(seed * 31 + seen.round * 17 + count * 7) % len(open_ones)]
        lines.append(f"  {question.id.split('.', 1)[1]} = {chosen.id}")
        match.answer(question.id, chosen.id)
        count += 1
    rows = match.changes(only_round=seen.round)
    lines += [f"  > {_happened(row)}" for row in rows if _is_told(row)]
    after = match.snapshot(PUBLIC)
    lines += [_standing(one, after) for one in after.cooperatives]
    if not match.has_ended:
        go_on = match.questions()[0]
        match.answer(go_on.id, go_on.default.id)
    return lines


def _is_told(row: Change) -> bool:
    return row.kind not in QUIET and row.kind not in ("answer", "move", "card")


def _happened(row: Change) -> str:
    who = SEAT_LETTERS[row.who] if row.who is not None else "market"
    by = f" by {row.by.code}" if row.by else ""
    return f"{who} {row.kind} {row.before} -> {row.after}: {row.cause}{by}"


def _standing(one: CooperativeView, seen: Snapshot) -> str:
    holds = " ".join(
        f"{hold.holding}{':' + hold.partner.code if hold.partner else ''}" for hold in one.holds
    )
    meters = "/".join(str(meter) for meter in one.meters)
    group = "".join(SEAT_LETTERS[seat] for seat in seen.group_of(one.seat))
    return (
        f"  {SEAT_LETTERS[one.seat]} [{group}] {one.kind} {meters} capital {one.capital} "
        f"debt {one.debt} volume {one.volume} members {one.members} openness {one.openness} "
        f"voice {one.voice} quality {one.quality}: {holds}"
    )


def _ending(match: Game) -> str:
    outcome = match.outcome
    assert outcome is not None
    met = " ".join(f"{SEAT_LETTERS[it.seat]} {it.goals_met}" for it in outcome.seats)
    return f"\nended by {outcome.ending}; goals met: {met}; table {match.table_hash()[:16]}"


if __name__ == "__main__":
    for each in PLAYED:
        (FOLDER / f"{each}.txt").write_text(transcript(each), encoding="utf-8")
