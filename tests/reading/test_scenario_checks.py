"""References and sense of a scenario and the decks it is played with."""

import pytest

from tests.cards.making import AMBITION, card, scenario_data
from tests.reading.writing import codes, enough_cards, scenario_found, two_options, written

CHAIN = scenario_data()["chain"]
COOPS = scenario_data()["cooperatives"]
MILL = scenario_data()["partners"][0]
NEAR = scenario_data()["neighbours"][0]
TRACK = [{"year": 2000, "chapter": "early", "index": 100, "glut": 10, "pressure": 40}]
SIGN = {"do": "sign_contract", "stage": "distribution"}

CASES = [
    ("M402", {"chain": [*CHAIN[:2], {"stage": "distribution", "share": 20}]}, {}),
    ("M403", {"cooperatives": COOPS[:2]}, {}),
    ("X306", {"cooperatives": [*COOPS[:2], {**COOPS[2], "home": "retail"}]}, {}),
    ("X306", {"partners": [{**MILL, "stage": "retail"}, MILL | {"id": "b"}]}, {}),
    ("X306", {"facilities": {"retail": "own shop"}}, {"facilities": {"processing": "own dairy"}}),
    ("X308", {"cooperatives": [*COOPS[:2], COOPS[1]]}, {}),
    ("X308", {"partners": [MILL, MILL]}, {"partners": [MILL, {**MILL, "id": "plant"}]}),
    ("X308", {"neighbours": [NEAR, NEAR]}, {}),
    ("X308", {"chain": [CHAIN[0], CHAIN[0] | {"share": 30}, CHAIN[2]]}, {}),
    ("X308", {"decks": ["small", "small"]}, {}),
    ("X307", {"track": TRACK}, {"track": TRACK, "chapters": [{"id": "early", "title": "Early"}]}),
    ("X310", {"rules": {"vote_bse": 70}}, {"rules": {"vote_base": 70}}),
    ("M409", {"rules": {"vote_base": 700}}, {"rules": {"vote_base": 100}}),
    ("X315", {"default_length": 30}, {"default_length": 20}),
    ("M410", {"script": {9: "card_1"}}, {"script": {8: "card_1"}}),
    ("X309", {"script": {1: "card_99"}}, {"script": {1: "card_0"}}),
    ("X305", {"decks": ["smal"]}, {}),
    ("M415", {"lengths": {60: 12}}, {}),
]


@pytest.mark.parametrize(("code", "wrong", "right"), CASES)
def test_a_scenario_is_asked_whether_it_makes_sense(tmp_path, code, wrong, right):
    assert codes(scenario_found(tmp_path, **wrong)).count(code) == 1
    assert codes(scenario_found(tmp_path, **right)) == []


def test_what_is_misspelt_is_suggested(tmp_path):
    for more, meant in (
        ({"rules": {"vote_bse": 70}}, "vote_base"),
        ({"decks": ["smal"]}, "small"),
        ({"script": {1: "card_00"}}, "card_0"),
    ):
        hints = [p.hint for p in scenario_found(tmp_path, **more).problems]
        assert f'did you mean "{meant}"?' in hints


def test_cards_that_need_a_stage_or_partner_the_chain_lacks_are_named(tmp_path):
    asks = [card("asks", *two_options(asks="partner", stage="distribution"))]
    signs = [card("signs", *two_options(SIGN))]
    builds = [card("builds", *two_options({"do": "build", "stage": "retail"}))]
    assert codes(scenario_found(tmp_path, cards=[*enough_cards(), *asks])) == ["M413"]
    assert codes(scenario_found(tmp_path, cards=[*enough_cards(), *signs])) == ["M413"]
    assert codes(scenario_found(tmp_path, cards=[*enough_cards(), *builds])) == ["M418"]
    shop = {**MILL, "id": "shop", "stage": "distribution"}
    sound = scenario_found(tmp_path, cards=[*enough_cards(), *signs], partners=[shop])
    assert codes(sound) == []


def test_a_deck_without_a_card_for_trouble_or_this_chapter_is_a_hint(tmp_path):
    cards = [card(f"card_{n}") for n in range(8)] + [card("old", chapters=["late"])]
    report = scenario_found(tmp_path, cards=cards, chapters=[{"id": "early", "title": "Early"}])
    assert codes(report) == []
    assert {"M414", "X314"} <= set(codes(report, hints=True))
    assert "X314" not in codes(scenario_found(tmp_path, cards=cards), hints=True)


def test_a_card_in_two_decks_and_too_many_cards_are_refused(tmp_path):
    from tests.cards.making import deck_data

    written(tmp_path / "cards/other/deck.yaml", deck_data(card("card_1"), deck="other"))
    report = scenario_found(tmp_path, decks=["small", "other"])
    assert codes(report) == ["X311"]
    many = [card(f"more_{n}") for n in range(155)]
    written(tmp_path / "cards/other/deck.yaml", deck_data(*many, deck="other"))
    assert codes(scenario_found(tmp_path, decks=["small", "other"])) == ["M416"]


def test_a_deck_with_findings_of_its_own_is_named(tmp_path):
    written(tmp_path / "cards/other/deck.yaml", "deck: other\ncards: no\n")
    assert codes(scenario_found(tmp_path, decks=["small", "other"])) == ["X316"]


def test_the_file_has_the_name_of_the_scenario(tmp_path):
    assert codes(scenario_found(tmp_path, scenario="long")) == ["X317"]


def test_ambitions_and_ranges_are_checked_while_reading(tmp_path):
    wrong = {**NEAR, "ambition": {**AMBITION, "cash": 30}}
    assert codes(scenario_found(tmp_path, neighbours=[wrong])) == ["M401"]
