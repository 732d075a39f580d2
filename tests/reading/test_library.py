"""Scenarios are found, loaded whole or not at all, and listed even when broken."""

from pathlib import Path

import pytest

from coopgame.reading import shipped_files
from coopgame.reading.library import (
    UnknownScenario,
    find_deck,
    find_scenario,
    known_decks,
    list_scenarios,
    load_scenario,
    playbook_for,
)
from coopgame.reading.problems import ContentError
from coopgame.reading.shipped_files import ShippedFilesMissing, find_shipped, places, shipped
from tests.cards.making import card, deck_data, scenario_data
from tests.reading.writing import enough_cards, written


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a folder with a small deck and a brief scenario."""
    written(tmp_path / "cards/small/deck.yaml", deck_data(*enough_cards()))
    written(tmp_path / "scenarios/brief.yaml", scenario_data())
    return tmp_path


def test_a_scenario_is_loaded_with_its_decks(content):
    loaded = load_scenario(content / "scenarios/brief.yaml")
    assert loaded.id == "brief"
    assert [deck.deck for deck in loaded.decks] == ["small"]
    assert len(loaded.fingerprint) == 64
    book = playbook_for(loaded, seats=2)
    assert (book.rounds, len(book.starts)) == (8, 2)
    assert playbook_for(loaded, seats=3, rounds=4).rounds == 4
    assert book.fingerprint == loaded.fingerprint


def test_a_scenario_is_found_by_id_in_the_users_folder(content):
    assert load_scenario("brief", [content / "scenarios"]).id == "brief"
    listed = list_scenarios([content / "scenarios"])
    assert "brief" in [one.id for one in listed]


def test_a_scenario_that_does_not_exist_is_one_sentence(content):
    with pytest.raises(UnknownScenario, match="There is no scenario file at"):
        find_scenario(content / "gone.yaml")
    with pytest.raises(UnknownScenario, match='Did you mean "brief"'):
        find_scenario("breif", [content / "scenarios"])
    with pytest.raises(UnknownScenario, match="Known: "):
        find_scenario("elephant", [content / "scenarios"])
    with pytest.raises(UnknownScenario, match="no scenario file"):
        find_scenario("folder/brief", [content / "scenarios"])


def test_a_broken_scenario_is_listed_with_its_reason(content):
    written(content / "scenarios/wrong.yaml", "title: no\n")
    listed = {one.id: one for one in list_scenarios([content / "scenarios"])}
    assert listed["wrong"].loaded is None
    assert listed["wrong"].problem is not None
    assert "wrong.yaml cannot be used" in str(listed["wrong"].problem)
    assert listed["brief"].problem is None


def test_errors_in_a_deck_keep_the_scenario_from_being_played(content):
    written(content / "cards/small/deck.yaml", deck_data(card("one"), card("one")))
    with pytest.raises(ContentError) as caught:
        load_scenario(content / "scenarios/brief.yaml")
    assert "X301" in {problem.code for problem in caught.value.problems}
    written(content / "cards/small/deck.yaml", "deck: small\n")
    with pytest.raises(ContentError) as caught:
        load_scenario(content / "scenarios/brief.yaml")
    assert {"S204", "X305"} <= {problem.code for problem in caught.value.problems}
    (content / "cards/small/deck.yaml").unlink()
    with pytest.raises(ContentError, match="X305"):
        load_scenario(content / "scenarios/brief.yaml")


def test_warnings_do_not_keep_a_scenario_from_being_played(content):
    written(content / "cards/small/deck.yaml", deck_data(card("one", title="x" * 41)))
    assert load_scenario(content / "scenarios/brief.yaml").id == "brief"


def test_decks_are_found_beside_the_scenario_first(content):
    path = content / "scenarios/brief.yaml"
    assert find_deck("small", path) == content / "cards/small/deck.yaml"
    assert find_deck("gone", path) is None
    assert "small" in known_decks(path)
    written(content / "scenarios/cards/near/deck.yaml", deck_data(deck="near"))
    assert find_deck("near", path) == content / "scenarios/cards/near/deck.yaml"


def test_the_fingerprint_changes_with_play_and_not_with_words(content):
    path = content / "scenarios/brief.yaml"
    before = load_scenario(path).fingerprint
    written(path, scenario_data(title="Other", story="Other words.", lengths={30: 8}))
    assert load_scenario(path).fingerprint == before
    written(path, scenario_data(rules={"vote_base": 71}))
    assert load_scenario(path).fingerprint != before
    written(path, scenario_data())
    cards = enough_cards()
    cards[0]["title"] = "Another title"
    written(content / "cards/small/deck.yaml", deck_data(*cards))
    assert load_scenario(path).fingerprint == before
    cards[0]["weight"] = 3
    written(content / "cards/small/deck.yaml", deck_data(*cards))
    assert load_scenario(path).fingerprint != before


def test_texts_come_in_the_language_asked_for_and_fall_back(content):
    written(content / "cards/small/words.nl.yaml", {"card_0.title": "Een kaart"})
    written(content / "scenarios/words/brief.nl.yaml", {"title": "Kort"})
    written(content / "scenarios/words/brief.fr.yaml", {"title": "Bref"})
    loaded = load_scenario(content / "scenarios/brief.yaml")
    assert loaded.languages == {"en", "nl"}
    dutch = loaded.words("nl")
    assert dutch.get("title") == "Kort"
    assert dutch.get("story") == "A short chain."
    assert dutch.card("card_0", "title") == "Een kaart"
    assert dutch.card("card_0", "story") == "Something happened. Everybody has to answer."
    assert dutch.option("card_0", "yes") == "Answer yes"
    assert dutch.option("card_0", "yes", "detail") == "Costs nothing"
    assert dutch.option("card_0", "nothing") == ""
    assert dutch.deck("small") == "Small"
    assert dutch.deck("gone") == "[[gone]]"
    assert dutch.partner("mill") == "Mill NV"
    assert dutch.partner("mill", short=True) == "Mill"
    assert dutch.neighbour("near") == dutch.neighbour("near", short=True) == "Near"
    assert dutch.cooperative("coop_1") == "Coop 1"
    assert dutch.chapter("gone") == "[[chapter.gone]]"
    assert dutch.group(1) == dutch.facility("processing") == ""
    assert dutch.has("title")
    assert not dutch.has("chapter.gone")
    assert dutch.card("gone", "title") == "[[gone.title]]"
    assert loaded.words("xx").get("title").startswith("[")


def test_own_files_are_beside_the_package_or_inside_it(tmp_path, monkeypatch):
    package = tmp_path / "coopgame"
    assert list(places(package, "cards")) == [package / "data/cards", tmp_path / "cards"]
    monkeypatch.setattr(shipped_files, "files", lambda _: package)
    assert find_shipped("cards") is None
    with pytest.raises(ShippedFilesMissing, match="Install coopgame again"):
        shipped("cards")
    (tmp_path / "cards").mkdir()
    assert shipped("cards") == tmp_path / "cards"
    (package / "data/cards").mkdir(parents=True)
    assert shipped("cards") == package / "data/cards"


def test_a_scenario_loads_where_the_game_has_no_cards_of_its_own(content, monkeypatch):
    monkeypatch.setattr(shipped_files, "files", lambda _: content / "nowhere/coopgame")
    assert load_scenario(content / "scenarios/brief.yaml").id == "brief"
