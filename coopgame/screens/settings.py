"""The settings: language, text size, colours, movement, sound, curtain. Each counts at once."""

from collections.abc import Sequence
from dataclasses import replace

from coopgame.screens.fitting import fitted, fitted_lines, short_lines
from coopgame.screens.look import Look
from coopgame.screens.pages import Page
from coopgame.screens.settings_file import TEXT_SCALES, VOLUMES, Settings
from coopgame.ui.buttons import button
from coopgame.ui.inputs import choice
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame
from coopgame.ui.sheet import Sheet
from coopgame.vocabulary import LANGUAGES

DONE = "done"
Row = tuple[str, str, Sequence[tuple[str, str]], str]
"""Name of the setting, its icon, the values with their words, and the value now."""


def settings_frame(look: Look, settings: Settings, *, kept: bool = True) -> Frame:
    """Return the settings; `kept` False says that they cannot be written here."""
    sheet = look.sheet("settings", "board")
    u = sheet.u
    title = look.words.get("settings.title")
    sheet.text(sheet.M - 0.3 * u, 8.6 * u, title, size=sheet.percent(5.6), role="focus")
    rows = _rows(look, settings)
    area = Rect(sheet.M, 14.6 * u, sheet.U, 68 * u)
    for row, place in zip(rows, area.rows(len(rows), 1.4 * u), strict=True):
        _row(sheet, look, row, place)
    foot = Rect(sheet.M, 85.6 * u, sheet.U, 9 * u)
    done, rest = foot.take_right(44 * u, 2 * u)
    button(
        sheet, DONE, done, look.words.get("settings.done"), kind="primary", icon="check",
        keycap=look.words.get("key.escape") if look.key_names else "",
    )  # fmt: skip
    hint = look.words.get(f"settings.curtain.{settings.curtain}.help")
    if not kept:
        hint = look.words.get("settings.not_kept")
    size = sheet.size("support")
    lines = short_lines(sheet, hint, rest.w, size)
    for number, line in enumerate(lines[:3]):
        y = rest.cy + (number - (min(3, len(lines)) - 1) / 2) * 4 * u
        sheet.text(rest.x, y, line, role="support", colour=sheet.theme.text_2, limit=rest.w)
    return sheet.frame()


def _rows(look: Look, settings: Settings) -> tuple[Row, ...]:
    words, percent = look.words, look.words.percent
    languages = [(it, words.get(f"settings.language.{it}")) for it in LANGUAGES]
    scales = [(str(it), percent(it)) for it in TEXT_SCALES]
    volumes = [(str(it), percent(it) if it else words.get("settings.volume.off")) for it in VOLUMES]
    themes = [(it, words.get(f"settings.theme.{it}")) for it in ("dark", "light")]
    motions = [(it, words.get(f"settings.motion.{it}")) for it in ("full", "reduced")]
    curtains = [(it, words.get(f"settings.curtain.{it}")) for it in ("auto", "on", "off")]
    return (
        ("language", "globe", languages, settings.language),
        ("text", "text_size", scales, str(settings.text_scale)),
        ("theme", "sun" if settings.theme == "light" else "moon", themes, settings.theme),
        ("motion", "motion", motions, "reduced" if settings.reduced_motion else "full"),
        ("volume", "sound" if settings.volume else "soundoff", volumes, str(settings.volume)),
        ("curtain", "eyeoff", curtains, settings.curtain),
    )


def _row(sheet: Sheet, look: Look, row: Row, area: Rect) -> None:
    name, icon, values, now = row
    u, size = sheet.u, sheet.size("support")
    label, right = area.columns_of((36, 64), 2 * u)
    sheet.icon(icon, label.x + 2.4 * u, label.cy, 4.6 * u, colour=sheet.theme.accent)
    x = label.x + 7 * u
    text, room = look.words.get(f"settings.{name}"), label.right - x
    lines = fitted_lines(sheet, text, (room, 2), size=size, weight=600)
    for number, line in enumerate(lines):
        y = label.cy + (number - (len(lines) - 1) / 2) * size * 1.2
        sheet.text(x, y, line, role="support", weight=600, limit=label.right - x)
    height = min(area.h, 8.4 * u)
    strip = Rect(right.x, right.cy - height / 2, right.w, height)
    for (value, words), place in zip(values, strip.columns(len(values), 1.0 * u), strict=True):
        shown = fitted(sheet, words, place.w - 1.4 * u, size, 700)
        choice(sheet, f"{name}.{value}", place, shown, selected=value == now, kind="choice")


def changed(settings: Settings, id: str) -> Settings:
    """Return the settings after a choice; unchanged for an id that is none of theirs."""
    name, _, value = id.partition(".")
    match name:
        case "language":
            return replace(settings, language=value)
        case "text":
            return replace(settings, text_scale=int(value))
        case "theme":
            return replace(settings, theme=value)
        case "motion":
            return replace(settings, reduced_motion=value == "reduced")
        case "volume":
            return replace(settings, volume=int(value))
        case "curtain":
            return replace(settings, curtain=value)
        case _:
            return settings


class SettingsPage(Page):
    """The settings as a page."""

    grouped = False

    def frame(self, look: Look) -> Frame:
        """Return the settings as they are now."""
        kept = self.host.desk.settings is not None
        return settings_frame(look, self.host.settings, kept=kept)

    def first_focus(self, frame: Frame) -> str | None:
        """Begin at the language that is on."""
        del frame
        return f"language.{self.host.settings.language}"

    def chosen(self, id: str) -> None:
        """Take a value, or leave."""
        if id == DONE:
            self.host.pop()
            return
        self.host.change_settings(changed(self.host.settings, id))
        if id.startswith("volume."):
            self.host.sound("card")
