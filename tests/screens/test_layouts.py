"""Every screen meets the bars of the ledger: sizes, languages, text scales, both themes."""

import json
from dataclasses import replace

import pytest

from coopgame.reading.library import load_scenario
from coopgame.reading.shipped_files import shipped
from coopgame.screens.shots import make_shots, moments
from coopgame.ui.bars import findings
from coopgame.ui.ledger import rows

SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]
LANGUAGES = ["nl", "fr", "en", "xx"]
SCENARIOS = sorted(path.stem for path in shipped("scenarios").glob("*.yaml"))


def problems(found):
    return [str(it) for name, frame in found for it in findings(rows(frame))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_screen_misses_a_bar(desk, size, language):
    desk.matches.mkdir()
    assert problems(moments(desk, size=size, language=language)) == []


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("seats", [2, 6])
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_screen_of_any_scenario_misses_a_bar(desk, scenario, seats, size):
    """Each brings its own names, stages and prices; coffee is paid in thousands."""
    desk.matches.mkdir()
    count = min(seats, load_scenario(scenario).scenario.seats.most)
    found = moments(desk, size=size, language="nl", played=(scenario, count))
    assert problems(found) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [150, 200])
@pytest.mark.parametrize(
    "size",
    [(1024, 768), (1920, 1080), *(pytest.param(it, marks=pytest.mark.long) for it in SIZES[1::2])],
    ids=str,
)
def test_large_text_is_neither_cut_nor_overlapping(desk, size, scale, language):
    desk.matches.mkdir()
    found = moments(desk, size=size, language=language, text_scale=scale)
    assert problems(found) == []


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_official_words_fit_without_being_shortened(desk, language):
    desk.matches.mkdir()
    for name, frame in moments(desk, size=(1366, 768), language=language):
        shortened = [
            row.text for row in rows(frame) if row.kind == "text" and row.text.endswith("…")
        ]
        more = {desk.words(language).get("seat.more")}
        assert set(shortened) <= more, name


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_screen_shows_a_missing_word(desk, language):
    desk.matches.mkdir()
    for name, frame in moments(desk, size=(1920, 1080), language=language):
        assert not [row.text for row in rows(frame) if "[[" in row.text], name


def test_the_light_theme_meets_the_bars_too(desk):
    desk.matches.mkdir()
    light = replace(desk, themes={"dark": desk.themes["light"], "light": desk.themes["light"]})
    assert problems(moments(light, size=(1920, 1080), language="nl")) == []


def test_shots_write_every_picture_and_the_ledger(tmp_path):
    seen = []
    count = make_shots(
        tmp_path, size=(1024, 768), language="nl", screen="help",
        progress=lambda done, total, what: seen.append((done, total, what)),
    )  # fmt: skip
    pictures = sorted(path.stem for path in tmp_path.glob("*.png"))
    assert count == len(pictures) == len(seen)
    assert "help_glossary" in pictures
    ledger = json.loads((tmp_path / "ledger.json").read_text("utf-8"))
    assert {row["screen"] for row in ledger} == set(pictures)
