"""What a projected frame says, for tests."""

from coopgame.ui.ledger import rows
from coopgame.ui.nodes import Frame


def texts(frame: Frame) -> list[str]:
    """Return every text of a frame, in drawing order."""
    return [row.text for row in rows(frame) if row.kind == "text"]


def icons(frame: Frame) -> list[str]:
    """Return the name of every icon of a frame, in drawing order."""
    return [row.text for row in rows(frame) if row.kind == "icon"]


def words(frame: Frame) -> str:
    """Return all texts of a frame in one string."""
    return " ".join(texts(frame))
