from hypothesis import given
from hypothesis import strategies as st

from coopgame.rules import chance
from coopgame.rules.chance import begin
from coopgame.rules.table import Table


def table_of(seed: int, round_: int = 1) -> Table:
    table = Table()
    table.seed_low = seed & 0x7FFFFFFF
    table.seed_high = seed >> 31
    begin(table)
    table.round_now = round_
    return table


@given(st.integers(0, 2**61), st.integers(-1, 5), st.integers(1, 17), st.integers(1, 1000))
def test_a_draw_is_always_below_its_limit_and_repeats(seed, seat, purpose, below):
    first = chance.draw(table_of(seed), purpose, seat, 0, below)
    assert 0 <= first < below
    assert first == chance.draw(table_of(seed), purpose, seat, 0, below)


def test_draws_of_other_purposes_seats_rounds_and_seeds_are_unrelated():
    base = [chance.draw(table_of(5), 1, 0, n, 1000) for n in range(50)]
    others = [
        [chance.draw(table_of(6), 1, 0, n, 1000) for n in range(50)],
        [chance.draw(table_of(5, 2), 1, 0, n, 1000) for n in range(50)],
        [chance.draw(table_of(5), 2, 0, n, 1000) for n in range(50)],
        [chance.draw(table_of(5), 1, 1, n, 1000) for n in range(50)],
    ]
    for other in others:
        assert sum(a == b for a, b in zip(base, other, strict=True)) < 4


def test_every_face_of_a_die_comes_up_about_equally_often():
    counts = [0] * 6
    for seed in range(6000):
        counts[chance.draw(table_of(seed), 3, 2, 0, 6)] += 1
    assert all(880 <= count <= 1120 for count in counts), counts


def test_a_chance_of_30_per_cent_happens_about_30_times_in_100():
    hits = sum(chance.happens(table_of(seed), 4, 1, 0, 30) for seed in range(5000))
    assert 1400 <= hits <= 1600


def test_chance_stays_the_same_between_versions():
    assert [chance.draw(table_of(1), 1, s, 0, 1000) for s in range(-1, 5)] == [*GOLDEN]


GOLDEN = (190, 554, 909, 450, 804, 361)
