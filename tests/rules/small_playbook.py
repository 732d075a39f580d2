"""A small playbook made by hand, so that rules can be tested without any file."""

from dataclasses import replace

from coopgame.rules import codes as c
from coopgame.rules.numbers import STANDARD, Numbers
from coopgame.rules.playbook import Labels, Playbook

AMBITIONS = ([40, 20, 20, 20], [20, 40, 20, 20], [20, 20, 40, 20], [20, 20, 20, 40])


def start_row(seat: int, *, home: int = 0, kind: int = c.PRODUCER) -> list[int]:
    """Return a start row with drawn values and a fixed ambition."""
    return [kind, home, 60, 140, 18, 24, -1, -1, -1, -1, -1, *AMBITIONS[seat % 4], -1]


def partner_row(stage: int, *, coop: int = 0, capacity: int = 300) -> list[int]:
    """Return a partner of a stage."""
    return [stage, coop, 60, capacity, 50, 25, 25, 25, 25, -1]


def small_playbook(
    *, rounds: int = 8, rule: Numbers = STANDARD, seats: int = 6, mode: int = c.MISSIONS
) -> Playbook:
    """Return a three-stage chain with four partners, three neighbours and no cards."""
    return Playbook(
        rule=rule,
        rounds=rounds,
        mode=mode,
        secret_missions=1,
        stage_kind=[1, 2, 3],
        stage_share=[45, 30, 25],
        track=[[100, 20, 45, 0] for _ in range(rounds)],
        starts=[start_row(seat) for seat in range(seats)],
        partners=[partner_row(1), partner_row(1, coop=1), partner_row(2), partner_row(2, coop=1)],
        neighbours=[[30, 80, 25, 25, 25, 25, -1] for _ in range(3)],
        cards=[],
        options=[],
        effects=[],
        tests=[],
        amounts=[],
        script=[-1] * rounds,
        goal_par=[82, 40, 43, 334, 44, 49, 73],
        goal_spread=[14] * 7,
        labels=Labels(
            scenario="small",
            decks=(),
            cards=(),
            card_decks=(),
            options=(),
            stages=("production", "processing", "distribution"),
            chapters=(),
            cooperatives=("a", "b", "c", "d", "e", "f"),
            partners=("p", "q", "r", "s"),
            neighbours=("n", "m", "o"),
            group_count=2,
        ),
        fingerprint="0" * 64,
    )


def with_numbers(**numbers: int) -> Numbers:
    """Return the standard numbers with some changed."""
    return replace(STANDARD, **numbers)
