"""Every screen as a picture, each in a real moment of a match, with the ledger of what is on it.

Turns pages as people would; draws nothing itself and decides nothing.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Protocol

from coopgame.bots.characters import mixed_characters
from coopgame.reading.library import load_scenario
from coopgame.reading.shipped_files import shipped
from coopgame.screens import public_views
from coopgame.screens.app import App
from coopgame.screens.app_model import Match, Wish, new_match
from coopgame.screens.desk import Desk, own_desk
from coopgame.screens.help import PARTS
from coopgame.screens.message import banner_page
from coopgame.screens.opening_pages import MenuPage, trouble_page
from coopgame.screens.play import LAST_SETTLE_STEP, At, PlayPage
from coopgame.screens.public.why import why_pages
from coopgame.screens.settings_file import STANDARD
from coopgame.screens.showing import own_typeface
from coopgame.sessions.errors import RecordingDamaged
from coopgame.sessions.seats import HUMAN, seats_for
from coopgame.ui.ledger import Row, rows
from coopgame.ui.nodes import Frame
from coopgame.ui.paint import Painter

SCENARIO: Final = "walloon_dairy"
SEATS: Final = 5
SEED: Final = 2086
ROUNDS_BEFORE: Final = 4
"""How many rounds bots play before the moments that are drawn."""
MOVES: Final = ("dialogue", "coordinate", "merge", "contract", "integrate", "hold")


class Progress(Protocol):
    """Takes note of a picture that was drawn."""

    def __call__(self, done: int, total: int, what: str, /) -> None:
        """Show that `done` of `total` are done, and what the last one was."""
        ...


def make_shots(
    out: Path,
    *,
    size: tuple[int, int],
    language: str,
    screen: str | None = None,
    progress: Progress | None = None,
) -> int:
    """Draw every screen, or those whose name begins with `screen`, and return how many.

    Writes `<name>.png` and `ledger.json` (one row for each text, icon and control) into `out`.
    """
    desk = replace(own_desk(own_typeface()), settings=None, new_seed=lambda: SEED)
    painter = Painter(desk.themes["dark"], shipped("assets") / "icons", own_typeface())
    ledger: list[dict[str, Any]] = []
    with TemporaryDirectory() as folder:
        desk = replace(desk, matches=Path(folder))
        wanted = [
            (name, frame)
            for name, frame in moments(desk, size=size, language=language)
            if screen is None or name.startswith(screen)
        ]
    for number, (name, frame) in enumerate(wanted, start=1):
        painter.save_png(frame, out / f"{name}.png")
        ledger += [_as_data(name, row) for row in rows(frame)]
        if progress is not None:
            progress(number, len(wanted), name)
    text = json.dumps(ledger, ensure_ascii=False, indent=0)
    (out / "ledger.json").write_text(text + "\n", "utf-8")
    return len(wanted)


def _as_data(name: str, row: Row) -> dict[str, Any]:
    data = asdict(row)
    data["rect"] = [round(side, 1) for side in row.rect.sides]
    return {"screen": name, **data}


def moments(
    desk: Desk, *, size: tuple[int, int], language: str, text_scale: int = 100,
    played: tuple[str, int] = (SCENARIO, SEATS),
) -> Iterator[tuple[str, Frame]]:  # fmt: skip
    """Give every screen with its name, each in a real moment of the same match.

    `played` is the scenario of the match, and by how many seats.
    """
    app = App(desk, size)
    app.settings = replace(STANDARD, language=language, text_scale=text_scale)
    yield from walk(app, played)


def walk(app: App, played: tuple[str, int] = (SCENARIO, SEATS)) -> Iterator[tuple[str, Frame]]:
    """Take a program through every screen, and give each with its name while it is on top."""
    app.push(MenuPage(app))
    yield "menu", app.frame()
    yield from _opening(app)
    page = _match_in_play(app, played)
    yield from _before_choosing(app, page)
    yield from _choosing(app, page)
    yield from _after_choosing(app, page)
    yield from _closing(app, page)


def _opening(app: App) -> Iterator[tuple[str, Frame]]:
    app.page.chosen("new")
    yield "setup", app.frame()
    app.page.chosen(f"story.{SCENARIO}")
    app.page.chosen("add")
    app.changed()
    yield "setup_seats", app.frame()
    app.pop()
    app.page.chosen("settings")
    yield "settings", app.frame()
    app.pop()
    app.page.chosen("help")
    for part in PARTS:
        app.page.chosen(f"part.{part}")
        app.put_focus(None)
        yield f"help_{part}", app.frame()
    app.pop()
    app.push(trouble_page(app, RecordingDamaged(file="2026-03-02-milk.coopgame", where="content")))
    yield "message_damaged", app.frame()
    app.pop()
    app.push(banner_page(app))
    yield "message_not_saved", app.frame()
    app.pop()


def _match_in_play(app: App, played: tuple[str, int]) -> PlayPage:
    """Let bots play the first rounds, then give two seats to people."""
    loaded, count = load_scenario(played[0]), played[1]
    seats = seats_for(count, bots=mixed_characters(count))
    rounds = loaded.scenario.lengths.get(40, loaded.scenario.offered_rounds)
    match = new_match(app.desk, Wish(loaded, seats, rounds, app.settings.language, seed=SEED))
    for _ in range(min(ROUNDS_BEFORE, rounds - 2)):
        match.session.play_bots()
        match.session.go_on()
    for seat, name in ((0, "Anna"), (1, "Bram")):
        match.session.hand_over(seat, HUMAN)
        match.session.rename(seat, name)
    page = PlayPage(app, match)
    app.push(page)
    return page


def _at(app: App, page: PlayPage, at: At, step: int = 0) -> Frame:
    page.show(at, step)
    return app.frame()


def _before_choosing(app: App, page: PlayPage) -> Iterator[tuple[str, Frame]]:
    yield "news", _at(app, page, At.NEWS)
    yield "talk", _at(app, page, At.TALK)
    page.go_on()
    yield "curtain", app.frame()


def _choosing(app: App, page: PlayPage) -> Iterator[tuple[str, Frame]]:
    turn = page.turn
    assert turn is not None
    page.match.session.open_curtain(turn.seat)
    yield "seat", _at(app, page, At.SEAT)
    for question in page.match.session.questions(turn.seat):
        options = [option for option in question.options if option.is_open]
        page.match.session.choose(turn.seat, question.id, options[0].id)
    for move in MOVES:
        control = app.frame().control(f"move.{move}")
        turn.tab = "move"
        app.changed()
        control = app.frame().control(f"move.{move}")
        if control is not None and control.enabled:
            page.chosen(f"move.{move}")
            for tab in ("", "move", "target", "details"):
                turn.tab = tab
                app.put_focus(f"move.{move}")
                yield f"seat_{move}{'_' if tab else ''}{tab}", app.frame()
                if app.frame().control("tab.details") is None:
                    break
    turn.tab = "recap"
    app.changed()
    yield "seat_recap", app.frame()
    turn.tab = ""
    page.chosen("mission")
    yield "mission", app.frame()
    app.pop()
    page.escaped()
    yield "pause", app.frame()
    app.page.chosen("seats")
    yield "seats", app.frame()
    app.pop()
    app.pop()


def _after_choosing(app: App, page: PlayPage) -> Iterator[tuple[str, Frame]]:
    session = page.match.session
    page.chosen("lock")
    yield "board", app.frame()
    for seat in session.people:
        session.hand_over(seat, "careful")
    yield from _thinking(app, page)
    yield "reveal", _at(app, page, At.REVEAL)
    page.chosen("why")
    for number in range(why_pages(session.bot_choices)):
        yield f"why_{number + 1}", app.frame()
        app.page.chosen("next")
    for step in range(LAST_SETTLE_STEP + 1):
        yield f"settle_{step + 1}", _at(app, page, At.SETTLE, step)
    yield "look_back", _at(app, page, At.LOOK_BACK)


def _thinking(app: App, page: PlayPage) -> Iterator[tuple[str, Frame]]:
    """Let the bots answer; one looks ahead just long enough to be seen."""
    session = page.match.session
    session.hand_over(1, "ahead_1")
    page.go_on()
    yield "thinking", app.frame()
    session.hand_over(1, "careful")
    while app.page is not page:
        app.frame()
        app.tick()


def _closing(app: App, page: PlayPage) -> Iterator[tuple[str, Frame]]:
    match: Match = page.match
    while not match.session.has_ended:
        match.session.go_on()
        match.session.play_bots()
    for step in range(public_views.closing_pages(match)):
        yield f"closing_{step + 1}", _at(app, page, At.CLOSING, step)
    page.closed()
