"""Shows the program in a real window: the only loop there is. Decides nothing."""

import os
from importlib.resources import files
from pathlib import Path
from typing import Final

from coopgame.reading.shipped_files import shipped
from coopgame.screens.app import App
from coopgame.ui.gestures import Resize
from coopgame.ui.paint import Painter, PygameTypeface
from coopgame.ui.window import Sounds, Window

TITLE: Final = "coopgame"
SIZE: Final = (1600, 900)
_WEIGHTS: Final = {400: "Regular", 600: "Semibold", 700: "Bold", 900: "Black"}


def own_typeface() -> PygameTypeface:
    """Return the typeface of the game, from the font package."""
    folder = Path(str(files("font_source_sans_pro"))) / "files"
    paths = {weight: folder / f"SourceSansPro-{name}.ttf" for weight, name in _WEIGHTS.items()}
    return PygameTypeface(paths)


def show(app: App) -> int:
    """Open the window, and give gestures to the program until it stops."""
    assets = shipped("assets")
    typeface = app.desk.typeface
    assert isinstance(typeface, PygameTypeface)
    painters = {
        name: Painter(theme, assets / "icons", typeface) for name, theme in app.desk.themes.items()
    }
    asked = asked_size(os.environ.get("COOPGAME_WINDOW", ""))
    window = Window(
        TITLE,
        asked or SIZE,
        painters[app.settings.theme],
        fullscreen=None if asked is None else False,
    )
    sounds = Sounds(assets / "sounds")
    app.play_sound = sounds.play
    app.handle(Resize(*window.size))
    try:
        while app.is_running:
            window.painter = painters[app.settings.theme]
            window.show(app.frame())
            app.handle_all(window.gestures())
    finally:
        app.stop()
        window.close()
    return 0


def asked_size(words: str) -> tuple[int, int] | None:
    """Return the size that `COOPGAME_WINDOW` asks for (1280x720); None when it asks for none."""
    width, _, height = words.partition("x")
    if width.isdigit() and height.isdigit():
        return max(640, int(width)), max(480, int(height))
    return None
