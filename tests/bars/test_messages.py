"""Every message about a recording fits its panel, with the long names that files really have."""

import pytest

from coopgame.screens.app import App
from coopgame.screens.opening_pages import MenuPage, trouble_page
from coopgame.screens.settings_file import Settings
from coopgame.sessions.errors import OtherContent, RecordingError
from coopgame.ui.ledger import findings, rows

SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]
LANGUAGES = ["nl", "fr", "en", "xx"]
REAL_NAME = "2026-11-23-212721-walloon_dairy-2.coopgame"
VALUES = {
    "file": REAL_NAME, "where": "step 112", "version": "12.10.3", "round": 14,
    "parts": "rules cards numbers", "differences": "rules, cards, numbers",
}  # fmt: skip


def trouble_frame(desk, problem, size, language):
    app = App(desk, size)
    app.settings = Settings(language=language)
    app.push(MenuPage(app))
    app.push(trouble_page(app, problem))
    return app.frame()


def said(frame):
    return " ".join(row.text for row in rows(frame) if row.kind == "text")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("kind", RecordingError.__subclasses__(), ids=lambda it: it.__name__)
def test_every_trouble_with_a_recording_fits(desk, kind, size, language):
    frame = trouble_frame(desk, kind(**VALUES), size, language)
    assert [str(it) for it in findings(rows(frame))] == []
    if language != "xx":
        assert "…" not in said(frame)


@pytest.mark.parametrize(
    ("language", "word"), [("nl", "regels"), ("fr", "règles"), ("en", "rules")]
)
def test_other_content_is_named_in_the_language_of_the_screen(desk, language, word):
    problem = OtherContent(file=REAL_NAME, parts="rules", differences="rules")
    assert word in said(trouble_frame(desk, problem, (1920, 1080), language))
