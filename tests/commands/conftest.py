"""Every command test has a home of its own and a small scenario."""

from pathlib import Path

import pytest

from tests.sessions.small_match import write_content


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep matches, settings and reports of a test apart, and speak English."""
    folder = tmp_path / "home"
    monkeypatch.setenv("COOPGAME_HOME", str(folder))
    for name in ("COOPGAME_DEBUG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the file of a small scenario."""
    return write_content(tmp_path / "content")
