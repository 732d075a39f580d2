"""Themes, typefaces and empty sheets for the tests of the toolkit."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from coopgame.ui.nodes import Surface
from coopgame.ui.sheet import Sheet
from coopgame.ui.text import FakeTypeface
from coopgame.ui.theme import Theme

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

ASSETS = Path(__file__).parents[2] / "assets"


def read_theme(name: str) -> Theme:
    return Theme.from_mapping(
        yaml.safe_load((ASSETS / "themes" / f"{name}.yaml").read_text("utf-8"))
    )


@pytest.fixture(scope="session", params=["dark", "light"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return read_theme(request.param)


@pytest.fixture(scope="session")
def dark() -> Theme:
    return read_theme("dark")


SheetMaker = Callable[..., Sheet]


@pytest.fixture
def new_sheet(dark: Theme) -> SheetMaker:
    """Make a sheet of 1920 by 1080, on the board unless said otherwise."""

    def make(surface: Surface = "board", theme: Theme = dark, **others: object) -> Sheet:
        size = {"width": 1920, "height": 1080} | others
        return Sheet(name="test", surface=surface, theme=theme, typeface=FakeTypeface(), **size)  # type: ignore[arg-type]

    return make
