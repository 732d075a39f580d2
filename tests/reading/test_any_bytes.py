"""Whatever a file holds, reading gives a model or problems, never an exception."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coopgame.cards.deck import Deck
from coopgame.cards.scenario import Scenario
from coopgame.reading import strict_yaml
from coopgame.reading.checking import check_paths
from coopgame.reading.deck_checks import check_deck
from coopgame.reading.shape import shaped
from coopgame.reading.strict_yaml import parse
from coopgame.reading.text_checks import check_deck_words
from tests.reading.test_shape import DECK, SCENARIO

PIECES = st.sampled_from(
    [*"{}[]:,-?&*!|>'\"%@`#~ \n\t", "a", "no", "1e3", "012", "\n  ", "\n- ", ": ", "é", "\ufeff"]
)
YAMLISH = st.lists(PIECES, max_size=60).map("".join)


def read(content: bytes) -> None:
    """Read bytes as every kind of file; every problem must be sayable."""
    for model in (Deck, Scenario):
        document = parse(content, "any.yaml")
        made = shaped(document, model)
        assert (made is None) or not document.broken
        assert made is not None or document.problems
        for problem in document.problems:
            assert problem.line >= 1
            assert problem.column >= 1
            assert problem.message
            assert "pydantic" not in problem.as_text()
            assert problem.as_data()["code"] == problem.code


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
@example(b"\xff\xfea\x00")
@example(b"\xef\xbb\xbf")
@example(b"\x00")
@example(b"a: \xed\xa0\x80")
def test_any_bytes_give_a_model_or_problems(content):
    read(content)


@settings(max_examples=300, deadline=None)
@given(YAMLISH)
@example("? ")
@example("{? [a]: b}")
@example("a: [")
@example("[{")
@example("- ? {")
@example("a: {b")
def test_anything_that_looks_like_yaml_gives_a_model_or_problems(text):
    read(text.encode())


@settings(max_examples=150, deadline=None)
@given(YAMLISH)
@example("',':: ")
def test_the_slow_parser_gives_a_model_or_problems_too(text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "_LOADER", yaml.SafeLoader)
        read(text.encode())


SCALARS = st.none() | st.booleans() | st.integers(-5, 2000) | st.text("abc é{}", max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abdo", max_size=4), inner),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_sample_with_one_value_swapped_gives_a_model_or_problems(data):
    text = data.draw(st.sampled_from([DECK, SCENARIO]))
    content: Any = yaml.safe_load(text)
    path: list[Any] = []
    node: Any = content
    while isinstance(node, dict | list) and node:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        path.append(data.draw(st.sampled_from(keys)))
        if data.draw(st.booleans()) and len(path) > 1:
            break
        node = node[path[-1]]
    node = content
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = data.draw(VALUES)
    written = yaml.safe_dump(content, allow_unicode=True).encode()
    read(written)
    document = parse(written, "any.yaml")
    deck = shaped(document, Deck)
    if deck is not None:
        check_deck(document, deck)
        check_deck_words(document, deck)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.integers(0, len(DECK) - 1), piece=PIECES | st.just(""))
def test_a_deck_with_one_sign_changed_is_checked_without_an_exception(tmp_path, place, piece):
    path: Path = tmp_path / "cards/small/deck.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(DECK[:place] + piece + DECK[place + 1 :], encoding="utf-8")
    report = check_paths([path])
    assert report.exit_code in (0, 1)
    assert report.as_json()
