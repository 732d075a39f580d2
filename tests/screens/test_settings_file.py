"""Settings survive a restart; a damaged file never stops the game."""

import json

import pytest

from coopgame.screens.settings_file import STANDARD, Settings, load_settings, save_settings


def test_settings_come_back_as_they_were_kept(tmp_path):
    path = tmp_path / "deep" / "settings.json"
    chosen = Settings("fr", 150, "light", reduced_motion=True, volume=50, curtain="on")
    assert save_settings(chosen, path)
    assert load_settings(path) == chosen


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '"x"', "[" * 5000, "x" * 30_000, "\x00\x01", "{}"]
)
def test_a_damaged_file_gives_the_standard_settings(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_text(content, "utf-8")
    assert load_settings(path) == STANDARD


def test_only_values_that_make_no_sense_are_replaced(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "en", "volume": 9999, "text_scale": True, "odd": 1}))
    assert load_settings(path) == Settings(language="en")


def test_a_missing_file_gives_the_standard_settings(tmp_path):
    assert load_settings(tmp_path / "none.json") == STANDARD
    assert load_settings(None) == STANDARD


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    assert not save_settings(STANDARD, tmp_path / "file" / "settings.json")
    assert not save_settings(STANDARD, None)
