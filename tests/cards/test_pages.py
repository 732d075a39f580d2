"""What is made from the words is current: schemas, the reference, the page of findings."""

import json
import re
from pathlib import Path

import pytest

from coopgame.cards.conditions import CONDITIONS
from coopgame.cards.effects import EFFECTS
from coopgame.cards.json_schema import PLACES, schema_text, write_schemas
from coopgame.cards.reference import PAGE, member_help, reference, write_reference
from coopgame.reading.findings import FINDINGS
from coopgame.reading.problem_page import PAGE as PROBLEMS
from coopgame.reading.problem_page import problem_page, write_problem_page
from coopgame.vocabulary import Meter

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("place", list(PLACES))
def test_the_schema_in_the_checkout_is_current(place):
    current = (ROOT / place).read_text(encoding="utf-8")
    assert current == schema_text(PLACES[place]), "run python -m coopgame.cards.json_schema"


def test_the_reference_in_the_checkout_is_current():
    current = (ROOT / PAGE).read_text(encoding="utf-8")
    assert current == reference(), "run python -m coopgame.cards.reference"


def test_the_page_of_findings_in_the_checkout_is_current():
    current = (ROOT / PROBLEMS).read_text(encoding="utf-8")
    assert current == problem_page(), "run python -m coopgame.reading.problem_page"


def test_every_finding_has_its_heading():
    page = problem_page()
    assert all(f"### {code}\n" in page for code in FINDINGS)


def test_every_word_has_its_heading_and_example():
    page = reference()
    for word in (*EFFECTS, *CONDITIONS):
        tag = "do" if word in EFFECTS else "test"
        name = word.model_fields[tag].annotation.__args__[0]
        assert f"### {name}\n" in page
        assert word.example in page


def test_every_link_of_the_reference_leads_somewhere():
    page = reference()
    headings = {
        re.sub(r"[^a-z0-9_ -]", "", line.lstrip("#").strip().lower()).replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= headings


def test_the_schema_offers_every_effect_with_its_own_fields():
    schema = json.loads(schema_text(PLACES["cards/deck.schema.json"]))
    assert {word.__name__ for word in EFFECTS} <= set(schema["$defs"])
    change = schema["$defs"]["Change"]
    assert set(change["properties"]) == {"do", "of", "by", "who", "later"}
    assert change["additionalProperties"] is False
    assert change["properties"]["by"]["description"]


def test_pages_are_written_below_a_checkout(tmp_path):
    for folder in ("cards", "scenarios"):
        (tmp_path / folder).mkdir()
    write_schemas(tmp_path)
    write_reference(tmp_path)
    write_problem_page(tmp_path)
    for place in (*PLACES, PAGE, PROBLEMS):
        assert (tmp_path / place).read_text(encoding="utf-8")


def test_the_help_of_a_word_list_is_what_stands_under_its_members():
    assert member_help(Meter)["TRUST"].startswith("Do partners and members believe")
