"""What a user likes to keep between two evenings: language, text size, theme, sound, curtain.

A file that is missing, damaged or from a later version never stops the game: the standard
values stand in for whatever cannot be read.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Final

from coopgame.sessions.curtain import CurtainSetting
from coopgame.sessions.storage import data_folder
from coopgame.vocabulary import LANGUAGES

FILE_NAME: Final = "settings.json"
TEXT_SCALES: Final = (100, 125, 150, 175, 200)
VOLUMES: Final = (0, 25, 50, 75, 100)
_LARGEST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices; `volume` 0 is silence, and silence is the standard."""

    language: str = "nl"
    text_scale: int = 100
    theme: str = "dark"
    reduced_motion: bool = False
    volume: int = 0
    curtain: str = CurtainSetting.AUTO.value


STANDARD: Final = Settings()
_ALLOWED: Final[dict[str, tuple[object, ...]]] = {
    "language": LANGUAGES,
    "text_scale": TEXT_SCALES,
    "theme": ("dark", "light"),
    "reduced_motion": (False, True),
    "volume": VOLUMES,
    "curtain": tuple(setting.value for setting in CurtainSetting),
}


def settings_path() -> Path:
    """Return where the settings of this user belong."""
    return data_folder() / FILE_NAME


def load_settings(path: Path | None) -> Settings:
    """Return what was kept; standard values for everything that is missing or makes no sense."""
    try:
        if path is None or path.stat().st_size > _LARGEST:
            return STANDARD
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return STANDARD
    return _sensible(kept) if isinstance(kept, dict) else STANDARD


def save_settings(settings: Settings, path: Path | None) -> bool:
    """Keep the settings, whole or not at all; tell whether that worked."""
    if path is None:
        return False
    beside = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(settings), indent=2) + "\n", "utf-8")
        beside.replace(path)
    except OSError:
        return False
    return True


def _sensible(kept: dict[str, object]) -> Settings:
    found = STANDARD
    for field in fields(Settings):
        value = kept.get(field.name)
        # True equals 1, so the type counts as well as the value.
        if any(value == it and type(value) is type(it) for it in _ALLOWED[field.name]):
            found = replace(found, **{field.name: value})  # type: ignore[arg-type]
    return found
