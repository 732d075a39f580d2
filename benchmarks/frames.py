"""What a window costs: changed frames, idling and answers, beside a bare pygame window."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
IDLE_SECONDS = 4


def opened(size: tuple[int, int]):
    """Open the game's window with a match at its first news card."""
    os.environ["COOPGAME_HOME"] = tempfile.mkdtemp()
    from coopgame.reading.shipped_files import shipped
    from coopgame.screens.app import App, Wishes, begin
    from coopgame.screens.desk import own_desk
    from coopgame.screens.showing import own_typeface
    from coopgame.ui.paint import Painter
    from coopgame.ui.window import Window

    face = own_typeface()
    app = App(own_desk(face), size)
    app.settings = replace(app.settings, language="nl")
    begin(app, Wishes("walloon_dairy", 5, 4, 7, None))
    painter = Painter(app.desk.themes["dark"], shipped("assets") / "icons", face)
    return Window("coopgame", size, painter), app


def played_on(app) -> Iterator[object]:
    """Press on through a round and give every frame that is shown."""
    from coopgame.ui.gestures import KeyPress

    for key in ("space", "space", "space", "space", "enter", *["space"] * 8):
        time.sleep(0.35)
        app.handle(KeyPress(key))
        yield app.frame()


def bare_window(size: tuple[int, int]) -> Callable[[], object]:
    """Return what a changed frame costs without us: fill and flip."""
    import pygame

    pygame.display.init()
    surface = pygame.display.set_mode(size)
    colours = [(17, 24, 39), (22, 31, 49)]

    def again() -> None:
        colours.reverse()
        surface.fill(colours[0])
        pygame.display.flip()

    return again


def frame_rows(row: Callable, timed: Callable) -> list[dict]:
    """Return the rows about frames."""
    size = (1920, 1080)
    bare = sorted(timed(bare_window(size), 40))[20]
    window, app = opened(size)
    frames = [app.frame(), *played_on(app)]
    order = iter(range(10**9))

    def changed() -> None:
        window.show(frames[next(order) % len(frames)])

    for _ in frames:
        changed()
    found = [row("a changed frame, warm, 1080p", timed(changed, 60), "ms", "<= 16", bare)]
    found.append(row("an answer settles and shows", _answers(window, app, timed), "ms", "<= 50"))
    start, cpu = time.perf_counter(), time.process_time()
    while time.perf_counter() - start < IDLE_SECONDS:
        window.show(app.frame())
        app.handle_all(window.gestures())
    busy = 100 * (time.process_time() - cpu) / (time.perf_counter() - start)
    found.append(row("idle, of one core", [busy], "%", "< 2"))
    return found


def _answers(window, app, timed: Callable) -> list[float]:  # noqa: ARG001
    """Return how long the rounds of bots take from the last answer to the next frame."""
    from coopgame.bots.playing import bot_answers
    from coopgame.reading import library
    from coopgame.rules.game import Game

    book = library.playbook_for(library.load_scenario("walloon_dairy"), seats=6, rounds=10)
    match = Game(book, seed=3, seats=6)
    spent: list[float] = []
    while not match.has_ended:
        if match.questions(-1):
            match.answer(match.questions(-1)[0].id, "go_on")
            continue
        for seat in range(6):
            for choice in bot_answers(match, seat, "careful"):
                last = len(match.questions()) == 1
                start = time.perf_counter()
                match.answer(choice.question, choice.option)
                match.snapshot()
                window.show(app.frame())
                if last:
                    spent.append((time.perf_counter() - start) * 1000)
    return spent


if __name__ == "__main__":
    print(Path(__file__).name, "is read by measure.py")
