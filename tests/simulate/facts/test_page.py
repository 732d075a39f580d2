"""The table of facts as text, JSON, HTML and as a page of the docs."""

from pathlib import Path

import pytest

from coopgame.reading.translations import load_words
from coopgame.simulate.facts.every import facts_named
from coopgame.simulate.facts.page import PAGE, STORED, page
from coopgame.simulate.facts.render import as_html, as_json, as_text, stored
from coopgame.simulate.facts.run_facts import state

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def stated():
    return state(facts_named(("SF5", "SF10")), games=5, jobs=1, watch=lambda *_: None)


def test_the_page_of_facts_is_made_from_the_stored_run():
    run = stored((ROOT / STORED).read_text("utf-8"))
    assert run.is_whole
    assert len(run.verdicts) == 34
    assert (ROOT / PAGE).read_text("utf-8") == page(run)


def test_a_run_comes_back_from_json_as_it_was(stated):
    assert stored(as_json(stated)) == stated


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_table_speaks_every_language(stated, language):
    text = as_text(stated, load_words(language))
    assert "SF5" in text
    assert "[[" not in text


def test_the_web_page_stands_by_itself(stated):
    text = as_html(stated, load_words("nl"))
    assert text.startswith("<!doctype html>")
    assert "<script" not in text
    assert 'src="' not in text
    assert "SF10" in text
