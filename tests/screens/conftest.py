"""A program on a desk of its own: real fonts and scenarios, a clock that a test turns."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from coopgame.screens.app import App
from coopgame.screens.desk import Desk, own_desk
from coopgame.screens.opening_pages import MenuPage
from coopgame.screens.settings_file import Settings
from coopgame.screens.showing import own_typeface


@dataclass
class Clock:
    """Milliseconds that only pass when a test says so."""

    now: int = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture(scope="session")
def shared_desk() -> Desk:
    desk = own_desk(own_typeface())
    stories = desk.scenarios()
    return replace(desk, settings=None, matches=None, new_seed=lambda: 7, scenarios=lambda: stories)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(shared_desk, clock, tmp_path) -> Desk:
    return replace(
        shared_desk, clock=clock, matches=tmp_path / "matches", settings=tmp_path / "settings.json"
    )


AppMaker = Callable[..., App]


@pytest.fixture
def new_app(desk) -> AppMaker:
    """Make a program that shows its menu."""
    (desk.matches).mkdir(parents=True, exist_ok=True)

    def make(size: tuple[int, int] = (1920, 1080), **settings: object) -> App:
        app = App(desk, size)
        app.settings = Settings(**{"language": "nl"} | settings)  # type: ignore[arg-type]
        app.push(MenuPage(app))
        return app

    return make
