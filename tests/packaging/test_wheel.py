"""The wheel carries all its content, and plays a match where no checkout is in sight."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.long


@dataclass(frozen=True, slots=True)
class Installed:
    """A fresh environment with the wheel, and an empty folder to work in."""

    environment: Path
    desk: Path

    def program(self, name: str) -> str:
        """A program of the environment."""
        return str(self.environment / ("Scripts" if os.name == "nt" else "bin") / name)

    def run(self, *command: str) -> str:
        """Run a program of the environment on the desk; return what it said."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        quiet = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "HOME": str(self.desk)}
        done = subprocess.run(
            [self.program(command[0]), *command[1:]],
            cwd=self.desk,
            env={**kept, **quiet},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert 0 == done.returncode, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    done = subprocess.run([*build, str(ROOT)], capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout + done.stderr
    return next(folder.glob("coopgame-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("elders é")
    fresh = Installed(folder / "env", folder / "desk")
    fresh.desk.mkdir()
    venv.create(fresh.environment, with_pip=False)
    python = fresh.program("python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--quiet", str(wheel)], check=True)
    show_dependencies(fresh)
    return fresh


def show_dependencies(fresh: Installed) -> None:
    """Let the environment see what is installed here already, so that no network is needed."""
    place = fresh.run("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    here = sysconfig.get_path("purelib")
    Path(place.strip(), "dependencies.pth").write_text(here + "\n", encoding="utf-8")


def names_under(folder: str) -> set[str]:
    """The files of a top folder, as they are called inside the wheel."""
    return {
        f"coopgame/data/{file.relative_to(ROOT).as_posix()}"
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


@pytest.mark.parametrize("folder", ["assets", "cards", "scenarios"])
def test_the_wheel_carries_every_file_of(folder, wheel):
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    assert names_under(folder)
    assert set() == names_under(folder) - carried


def test_the_wheel_carries_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {"coopgame"} == {top for top in tops if not top.endswith(".dist-info")}


def test_the_checkout_is_not_the_package_that_runs(installed):
    where = installed.run("python", "-c", "import coopgame; print(coopgame.__file__)")
    assert Path(where.strip()).is_relative_to(installed.environment)


def test_the_installed_game_plays_and_replays_a_match(installed):
    match = ("auto", "introduction", "--seed", "1", "--seats", "4", "--out", "x.coopgame")
    said = installed.run("coopgame", *match)
    assert said.strip()
    assert (installed.desk / "x.coopgame").stat().st_size > 0
    installed.run("coopgame", "replay", "x.coopgame", "--verify")


def test_the_installed_game_finds_its_icons_and_words(installed):
    installed.run("coopgame", "demo", "--out", "demo")
    assert list((installed.desk / "demo").rglob("*.png"))
