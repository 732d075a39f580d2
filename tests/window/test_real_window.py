"""A real window on a virtual screen, driven by real keys. Needs Xvfb and xdotool."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="no virtual screen here"
    ),
]


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """Start a virtual screen; its number is free, also when tests run side by side."""
    number = 200 + os.getpid() % 700
    server = subprocess.Popen(
        ["Xvfb", f":{number}", "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        stderr=subprocess.DEVNULL,
    )
    environment = {**os.environ, "DISPLAY": f":{number}", "SDL_AUDIODRIVER": "dummy"}
    environment.pop("SDL_VIDEODRIVER", None)
    time.sleep(1)
    yield environment
    server.terminate()
    server.wait()


def keys(screen: dict[str, str], *names: str) -> None:
    """Press keys, one after the other."""
    for name in names:
        subprocess.run(["xdotool", "key", name], env=screen, check=True)
        time.sleep(0.4)


def wait_for_window(screen: dict[str, str]) -> str:
    """Return the window's number once it is there."""
    for _ in range(60):
        found = subprocess.run(
            ["xdotool", "search", "--class", "main"],
            env=screen,
            capture_output=True,
            text=True,
            check=False,
        )
        if found.stdout.strip():
            return found.stdout.split()[0]
        time.sleep(0.25)
    raise AssertionError("no window came up")


def test_a_person_plays_a_turn_by_keys_and_a_killed_match_is_offered_again(screen, tmp_path):
    screen["COOPGAME_HOME"] = str(tmp_path)
    command = [
        sys.executable, "-m", "coopgame", "play", "introduction",
        "--seats", "3", "--bots", "2", "--seed", "5", "--lang", "nl",
    ]  # fmt: skip
    match = subprocess.Popen(command, cwd=ROOT, env=screen)
    wait_for_window(screen)
    time.sleep(1.5)
    # news, talk, curtain, then the first answer and lock
    keys(screen, "space", "space", "space", "1", "Return")
    assert match.poll() is None
    saved = list(tmp_path.rglob("*.coopgame"))
    assert saved, "nothing was saved"
    match.send_signal(signal.SIGKILL)
    match.wait()

    again = subprocess.Popen([sys.executable, "-m", "coopgame"], cwd=ROOT, env=screen)
    wait_for_window(screen)
    time.sleep(1.5)
    keys(screen, "Return")
    assert again.poll() is None
    again.terminate()
    again.wait(timeout=10)
