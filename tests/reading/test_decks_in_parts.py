"""A large deck may stand in several files: `deck.yaml` and `cards_*.yaml` beside it."""

from pathlib import Path

import pytest

from coopgame.reading.checking import check_paths
from coopgame.reading.document import joined
from coopgame.reading.library import load_scenario, read_deck
from coopgame.reading.strict_yaml import parse
from coopgame.reading.translations import deck_texts
from tests.cards.making import card, deck_data, scenario_data
from tests.reading.writing import codes, enough_cards, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a deck whose cards stand in three files."""
    folder = tmp_path / "cards/small"
    cards = enough_cards()
    written(folder / "deck.yaml", deck_data(*cards[:2]))
    written(folder / "cards_1_power.yaml", {"cards": cards[2:5]})
    written(folder / "cards_2_trust.yaml", {"cards": cards[5:]})
    return folder


def test_the_cards_of_all_files_make_one_deck(folder):
    deck, document = read_deck(folder / "deck.yaml")
    assert document.problems == []
    assert deck is not None
    assert [one.id for one in deck.cards] == [one["id"] for one in enough_cards()]


def test_a_scenario_is_played_with_all_of_them(folder, tmp_path):
    loaded = load_scenario(written(tmp_path / "scenarios/brief.yaml", scenario_data()))
    assert len(loaded.decks[0].cards) == len(enough_cards())


def test_the_first_file_needs_no_cards_of_its_own(folder):
    head = deck_data()
    del head["cards"]
    written(folder / "deck.yaml", head)
    assert codes(check_paths([folder])) == []


def test_a_finding_names_its_own_file_and_line(folder):
    wrong = card("wrong")
    wrong["theme"] = "powr"
    written(folder / "cards_2_trust.yaml", {"cards": [card("right"), wrong]})
    report = check_paths([folder / "deck.yaml"])
    problem = report.problems[0]
    assert (problem.code, Path(problem.file).name) == ("S203", "cards_2_trust.yaml")
    assert "powr" in problem.source
    lines = (folder / "cards_2_trust.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1] == problem.source


def test_a_card_in_two_files_says_where_the_first_one_is(folder):
    written(folder / "cards_2_trust.yaml", {"cards": [card("card_1")]})
    problem = next(p for p in check_paths([folder]).problems if p.code == "X301")
    assert Path(problem.file).name == "cards_2_trust.yaml"
    assert "(deck.yaml)" in problem.hint


def test_any_of_its_files_checks_the_whole_deck_once(folder):
    for name in ("deck.yaml", "cards_1_power.yaml"):
        report = check_paths([folder / name])
        assert report.files == 3
        assert codes(report) == []
    alone = written(folder.parent / "alone/cards_1.yaml", {"cards": [card("one")]})
    assert codes(check_paths([alone])) == ["S228"]


def test_a_file_that_breaks_off_does_not_hide_the_findings_of_the_others(folder):
    written(folder / "cards_1_power.yaml", "cards: [\n")
    written(folder / "cards_2_trust.yaml", {"cards": [card("x", theme="powr")]})
    assert sorted(codes(check_paths([folder]))) == ["R112", "S203"] or sorted(
        codes(check_paths([folder]))
    ) == ["R132", "S203"]
    written(folder / "deck.yaml", "deck: [\n")
    assert "S203" not in codes(check_paths([folder]))
    assert len(check_paths([folder]).problems) == 2


def test_only_cards_may_stand_in_the_other_files(folder):
    written(folder / "cards_1_power.yaml", {"deck": "other", "cards": [card("x")]})
    assert codes(check_paths([folder])) == ["R102"]
    written(folder / "cards_1_power.yaml", {"cardz": [card("x")]})
    assert codes(check_paths([folder])) == ["S202"]
    written(folder / "cards_1_power.yaml", "- a\n")
    assert codes(check_paths([folder])) == ["S201"]


def test_a_trap_in_the_second_file_is_not_blamed_twice(folder):
    text = (folder / "cards_2_trust.yaml").read_text(encoding="utf-8")
    written(folder / "cards_2_trust.yaml", text.replace("by: 1", "by: no", 1))
    assert codes(check_paths([folder])) == ["R103"]


def test_translations_may_stand_in_several_files_too(folder):
    deck, _ = read_deck(folder / "deck.yaml")
    assert deck is not None
    texts = list(deck_texts(deck).items())
    written(folder / "words.nl.yaml", dict(texts[:20]))
    more = written(folder / "words.nl.part2.yaml", dict(texts[20:]))
    assert codes(check_paths([folder])) == []
    assert codes(check_paths([more])) == []
    assert check_paths([more]).files == 2
    written(more, dict(texts[19:]))
    assert codes(check_paths([folder])) == ["R102"]
    written(more, "a: [\n")
    assert len(codes(check_paths([folder]))) == 1


def test_one_document_stays_itself():
    document = parse(b"a: 1", "x")
    assert joined([document]) is document
