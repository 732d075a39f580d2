"""What does not fit the shape is said in our words, at its place, all at once."""

import re

import pytest
from pydantic_core import ErrorDetails

from coopgame.cards.deck import Deck
from coopgame.cards.scenario import Scenario
from coopgame.reading.problems import in_order
from coopgame.reading.shape import shaped
from coopgame.reading.strict_yaml import parse

DECK = """\
deck: small
format: 1
language: en
title: Small
cards:
  - id: one
    theme: power
    weight: 2
    chapters: [early]
    speaks_to: everyone
    when: {test: at_least, of: glut, value: 30}
    title: A card
    short: Card
    story: Something happened.
    real_case: {text: It happened., place: Belgium, year: 2015, source: X}
    debrief: Why?
    options:
      - id: join
        verb: merge
        label: Join
        detail: Costs 4 coins
        needs: {test: all_of, of: [{test: at_least, of: capital, value: 4}, {test: in_group}]}
        asks: members
        effects:
          - {do: change, of: capital, by: -4}
          - do: when
            test: {test: has_pact}
            then:
              - {do: change, of: trust, who: self, by: {count: chosen, times: 2, at_most: 8}}
      - id: wait
        verb: hold
        label: Wait
        detail: Costs time
        asks: others
        at_least: 1
        effects: [{do: name_shares}]
    nothing:
      - {do: change, of: trust, by: -2}
"""

SCENARIO = """\
scenario: brief
format: 1
language: en
title: Brief
subtitle: For tests
story: A short chain.
decks: [small]
seats: {fewest: 2, most: 2}
lengths: {20: 4}
chain: [{stage: production, share: 50}, {stage: processing, share: 30}, {stage: retail, share: 20}]
cooperatives:
  - {id: a, name: A, kind: producer, home: production, volume: {from: 60, to: 80}}
  - {id: b, name: B, kind: producer, home: production,
     ambition: {scale: 40, quality: 20, region: 20, cash: 20}}
rules: {vote_base: 70}
script: {1: one}
"""

# (what stands there, what stands there wrongly, the finding, the word that was meant);
# ¦ marks where the finding must point.
DECK_MISTAKES = [
    ("theme: power", "theme: ¦powr", "S203", "power"),
    ("of: glut", "of: ¦glot", "S203", "glut"),
    ("{do: change, of: capital", "{do: ¦chnge, of: capital", "S223", "change"),
    ("{do: change, of: capital", "{¦doo: change, of: capital", "S202", "do"),
    ("{do: change, of: capital", "¦{of: capital", "S224", None),
    ("{do: change, of: capital", "{do: ¦4, of: capital", "S206", None),
    ("{test: in_group}", "{test: ¦in_grop}", "S232", "in_group"),
    ("{test: in_group}", "{¦tets: in_group}", "S202", "test"),
    ("{test: in_group}", "¦in_group", "S209", None),
    ("    story:", "    ¦storry:", "S202", "story"),
    ("    nothing:", "    ¦nothng:", "S202", "nothing"),
    ("weight: 2", "weight: ¦9", "S229", None),
    ("weight: 2", "weight: ¦0", "S210", None),
    ("weight: 2", 'weight: ¦"2"', "S205", None),
    ("weight: 2", "weight: ¦[2]", "S205", None),
    ("title: A card", "title: ¦1984", "S206", None),
    ("title: A card", "title: ¦''", "S222", None),
    ("title: A card", "title: ¦" + "long " * 130, "S231", None),
    ("chapters: [early]", "chapters: ¦early", "S208", None),
    ("chapters: [early]", "chapters: ¦[]", "S211", None),
    ("id: one", "id: ¦Card One", "S221", "card_one"),
    ("id: one", "id: ¦'1'", "S221", None),
    ("id: one", "id: ¦_", "S221", None),
    ("speaks_to: everyone", "speaks_to: ¦everybody", "S203", None),
    ("speaks_to: everyone", "speaks_to: ¦3", "S206", None),
    ("format: 1", "format: ¦2", "S227", None),
    ("times: 2", "¦time: 2", "S202", "times"),
    ("times: 2", "times: ¦many", "S205", None),
    ("count: chosen", "count: ¦choosen", "S203", "chosen"),
    ("by: {count: chosen, times: 2, at_most: 8}", "by: ¦lots", "S205", None),
    ("by: {count: chosen, times: 2, at_most: 8}", "by: ¦[1]", "S205", None),
    ("at_most: 8}", "at_most: 8, at_least: ¦9}", "S214", None),
    ("{test: at_least, of: capital", "¦{test: at_least, of: tie", "S212", None),
    ("of: capital, value: 4", "of: capital, value: 4, with: ¦others", "S213", None),
    ("asks: others", "asks: ¦other", "S203", "others"),
    ("        asks: members\n", "        if_refused: ¦[{do: name_shares}]\n", "S218", None),
    ("effects: [{do: name_shares}]", "effects: ¦{do: name_shares}", "S208", None),
    ("effects: [{do: name_shares}]", "effects: ¦[]", "S211", None),
    ("effects: [{do: name_shares}]", "effects: [¦name_shares]", "S209", None),
    ("real_case: {text: It happened.,", "real_case: ¦{", "S204", None),
    ("real_case: {text: It happened., place: Belgium, year: 2015, source: X}", "real_case: ¦then",
     "S209", None),
]  # fmt: skip
# Something is taken out or changed elsewhere in the same card or option.
DECK_MISTAKES += [
    ("      - id: wait", "      - ¦id: wait", "S217", None),
    ("      - id: join", "      - ¦id: join", "S216", None),
    ("  - id: one", "  - ¦id: one", "S204", None),
]
TAKEN_OUT = {
    "S217": ("        at_least: 1\n", ""),
    "S216": ("asks: members", "asks: partner"),
    "S204": ("    debrief: Why?\n", ""),
}

SCENARIO_MISTAKES = [
    ("lengths: {20: 4}", "lengths: {¦soon: 4}", "S205", None),
    ("lengths: {20: 4}", "lengths: {¦5: 4}", "S210", None),
    ("lengths: {20: 4}", "lengths: ¦{}", "S211", None),
    ("lengths: {20: 4}", "lengths: ¦4", "S209", None),
    ("{fewest: 2, most: 2}", "{fewest: ¦3, most: 2}", "S219", None),
    ("{from: 60, to: 80}", "{from: ¦90, to: 80}", "S220", None),
    ("{from: 60, to: 80}", "{¦form: 60, to: 80}", "S202", "from"),
    ("{scale: 40", "¦{scale: 41", "M401", None),
    ("kind: producer, home: production, volume", "kind: ¦produser, home: production, volume",
     "S203", "producer"),
    ("stage: retail", "stage: ¦retial", "S203", "retail"),
    ("rules: {vote_base: 70}", "rules: {vote_base: ¦lots}", "S205", None),
    ("script: {1: one}", "script: {¦99: one}", "S229", None),
    ("script: {1: one}", "script: ¦[one]", "S209", None),
    ("scenario: brief", "¦secnario: brief", "S202", "scenario"),
]  # fmt: skip


def found(text, model):
    document = parse(text.encode(), "cards/small/deck.yaml")
    made = shaped(document, model)
    return made, in_order(document.problems)


def test_the_samples_fit():
    assert found(DECK, Deck)[1] == ()
    assert found(DECK, Deck)[0] is not None
    assert found(SCENARIO, Scenario)[1] == ()


@pytest.mark.parametrize(("old", "new", "code", "meant"), DECK_MISTAKES)
def test_a_mistake_in_a_deck_is_found_once_at_its_place(old, new, code, meant):
    text = DECK
    if old == new.replace("¦", ""):
        text = text.replace(*TAKEN_OUT[code], 1)
    _found_once(text, Deck, (old, new, code, meant))


@pytest.mark.parametrize(("old", "new", "code", "meant"), SCENARIO_MISTAKES)
def test_a_mistake_in_a_scenario_is_found_once_at_its_place(old, new, code, meant):
    _found_once(SCENARIO, Scenario, (old, new, code, meant))


def _found_once(text, model, case):
    old, new, code, meant = case
    assert old in text
    marked = text.replace(old, new, 1)
    line = marked[: marked.index("¦")].count("\n") + 1
    column = marked.split("\n")[line - 1].index("¦") + 1
    made, problems = found(marked.replace("¦", ""), model)
    assert made is None
    assert [(p.code, p.line, p.column) for p in problems] == [(code, line, column)]
    if meant is not None:
        assert f'"{meant}"' in problems[0].hint
    shown = problems[0].as_text()
    assert not re.search(r"errors\.pydantic\.dev|\[type=|Traceback|Input should", shown)
    assert shown.startswith(f"cards/small/deck.yaml:{line}:{column}: {code} ")
    assert "^" in shown


def test_all_mistakes_come_in_one_run():
    text = DECK.replace("theme: power", "theme: powr").replace("weight: 2", "weight: 7")
    text = text.replace("by: -4", "by: no").replace("verb: hold", "verb: wait")
    problems = found(text, Deck)[1]
    assert [p.code for p in problems] == ["S203", "S229", "R103", "S203"]


def test_a_file_that_breaks_off_is_not_blamed_for_what_is_missing():
    text = DECK.replace("    nothing:", "   nothing:")
    assert [p.code for p in found(text, Deck)[1]] == ["R127"]


@pytest.mark.parametrize("text", ["- a", "just words", "42"])
def test_a_file_must_be_a_mapping(text):
    assert [p.code for p in found(text, Deck)[1]] == ["S201"]


def test_an_unknown_field_with_nothing_near_lists_what_is_possible():
    problem = found(DECK.replace("    weight: 2", "    elephant: 2"), Deck)[1][0]
    assert problem.hint.startswith("fields here: id, theme, weight")


def test_an_unknown_field_under_an_unknown_word_is_still_a_finding():
    text = DECK.replace("{do: name_shares}", "{do: nothing_at_all, colour: red}")
    assert [p.code for p in found(text, Deck)[1]] == ["S223"]
    text = DECK.replace("{test: has_pact}", "{test: has_pact, colour: red}")
    assert found(text, Deck)[1][0].hint == "fields here: test, who, every, with"


def test_misfits_without_a_sentence_of_their_own_get_the_general_one():
    from coopgame.reading.shape import _misfit

    document = parse(b"a: 1", "x")
    detail: ErrorDetails = {"type": "new", "loc": ("a",), "msg": "raw words", "input": 1}
    assert _misfit(document, ("a",), detail).code == "S225"
