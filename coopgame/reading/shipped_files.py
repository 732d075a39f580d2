"""Where the game's own files are: inside an installed package, or beside it in a checkout."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import ClassVar

from coopgame.rules.errors import CoopgameError


class ShippedFilesMissing(CoopgameError):
    """The game was installed without its cards, scenarios or words."""

    code: ClassVar[str] = "C101"


def shipped(name: str) -> Path:
    """Return the folder `cards`, `scenarios` or `assets` that belongs to this program.

    An installed package carries its files in `data`; a checkout has them beside the package.
    """
    folder = find_shipped(name)
    if folder is not None:
        return folder
    raise ShippedFilesMissing(
        f"The game's own folder '{name}' is missing. Install coopgame again, or run it "
        f"from a complete checkout."
    )


def find_shipped(name: str) -> Path | None:
    """Return a folder that belongs to this program, or None when it is not there."""
    package = Path(str(files("coopgame")))
    return next((folder for folder in places(package, name) if folder.is_dir()), None)


def places(package: Path, name: str) -> Sequence[Path]:
    """Return where a shipped folder may be, in the order of looking."""
    return (package / "data" / name, package.parent / name)
