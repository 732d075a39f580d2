import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coopgame.rules import codes as c
from coopgame.rules.causes import CAUSES
from coopgame.rules.naming import (
    GOALS,
    HAPPENING_NAMES,
    HOLDINGS,
    KINDS,
    MODES,
    MOVES,
    PRICE_RULES,
    QUANTITY_NAMES,
    TERMS,
)
from coopgame.rules.table import FIELDS, Table, integers, table_bytes, table_hash
from coopgame.vocabulary import Ending, Goal, Holding, Kind, MatchMode, Move, PriceRule, Term


def test_every_field_of_the_table_is_annotated_and_the_other_way_round():
    assert [name for name, _ in FIELDS] == sorted(
        Table.__annotations__, key=[name for name, _ in FIELDS].index
    )
    assert len(FIELDS) == len(Table.__annotations__)


def test_no_field_hides_an_attribute_of_a_numpy_record():
    hidden = set(dir(np.record)) | set(dir(np.recarray))
    assert not hidden & {name for name, _ in FIELDS}


def test_the_bytes_are_those_of_a_packed_record_of_32_bit_integers():
    table = Table()
    table.round_now = 3
    table.tie[1][2] = 77
    record = np.zeros((), dtype=np.dtype([(name, "<i4", shape) for name, shape in FIELDS]))
    record["round_now"] = 3
    record["tie"][1][2] = 77
    assert record.tobytes() == table_bytes(table)


@given(st.integers(-(2**31), 2**31 - 1))
def test_tables_that_differ_in_one_number_have_different_hashes(value):
    one, other = Table(), Table()
    one.volume[5] = value
    assert (table_hash(one) == table_hash(other)) == (value == 0)


def test_an_empty_table_is_all_zeros():
    assert set(integers(Table())) == {0}


def test_the_codes_follow_the_order_of_the_vocabulary():
    assert tuple(Goal) == GOALS
    assert tuple(Kind) == KINDS
    assert set(Holding) == set(HOLDINGS)
    assert tuple(MatchMode) == MODES
    assert tuple(Term) == TERMS
    assert tuple(PriceRule) == PRICE_RULES
    assert tuple(Move) == MOVES
    assert {"rounds", "collapse"} == set(Ending)


def test_every_quantity_and_happening_has_a_name():
    assert len(QUANTITY_NAMES) == c.QUANTITIES
    assert HAPPENING_NAMES[c.K_EXIT_BAN - c.K_PACT] == "exit_ban"
    assert len(HAPPENING_NAMES) == c.K_EXIT_BAN - c.K_PACT + 1


def test_the_cause_codes_are_places_in_the_list_of_causes():
    from coopgame.rules import causes

    for code, name in enumerate(CAUSES):
        assert getattr(causes, name.upper()) == code
        assert causes.cause_code(name) == code
