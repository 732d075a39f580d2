"""A real environment and a real pip, with a package made here instead of a network."""

import hashlib
import os
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import start

pytestmark = pytest.mark.long
SOURCE = Path(start.__file__)


@dataclass(frozen=True, slots=True)
class Laptop:
    """A clone on a laptop whose only source of packages is a folder."""

    clone: Path
    packages: Path

    def command(self, *arguments: str) -> list[str]:
        """What someone types."""
        return [sys.executable, str(self.clone / "start.py"), *arguments]

    def surroundings(self, packages: Path | None = None) -> dict[str, str]:
        """An environment without display and without network."""
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "COV_CORE_SOURCE")
        kept = {name: value for name, value in os.environ.items() if name not in hidden}
        offline = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
        return {**kept, **offline, "PIP_FIND_LINKS": (packages or self.packages).as_uri()}

    def start(
        self, *arguments: str, packages: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Type it, and wait for the end."""
        return subprocess.run(
            self.command(*arguments),
            env=self.surroundings(packages),
            cwd=self.clone.parent,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    clone, packages = tmp_path / "Mijn spel é ü" / "coöp", tmp_path / "packages"
    packages.mkdir()
    (clone / "coopgame").mkdir(parents=True)
    (clone / "start.py").write_bytes(SOURCE.read_bytes())
    (clone / "coopgame" / "__main__.py").write_text(
        "import sys, tiny_words\nprint(tiny_words.HELLO, *sys.argv[1:])\n"
    )
    wheel = lay_wheel(packages)
    pin(clone, hashlib.sha256(wheel.read_bytes()).hexdigest())
    return Laptop(clone, packages)


def lay_wheel(folder: Path) -> Path:
    """Make the smallest package that pip accepts."""
    wheel = folder / "tiny_words-1.0-py3-none-any.whl"
    info = "tiny_words-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny_words.py", "HELLO = 'goeiedag'\n")
        archive.writestr(
            f"{info}/METADATA", "Metadata-Version: 2.1\nName: tiny-words\nVersion: 1.0\n"
        )
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", f"tiny_words.py,,\n{info}/RECORD,,\n")
    return wheel


def pin(clone: Path, digest: str) -> None:
    """Write the lock file that asks for that package."""
    row = f"tiny-words==1.0 \\\n    --hash=sha256:{digest}\n"
    (clone / "requirements.txt").write_text(row)


def test_a_first_start_installs_and_a_second_needs_no_packages(laptop, tmp_path):
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    assert "goeiedag check x\n" == laptop.start("check", "x").stdout.splitlines(keepends=True)[-1]
    second = laptop.start("check", "x", packages=nowhere)
    assert ("goeiedag check x\n", "", 0) == (second.stdout, second.stderr, second.returncode)
    moved = laptop.clone.rename(laptop.clone.with_name("verhuisd naar ç"))
    third = Laptop(moved, nowhere).start()
    assert f"goeiedag demo --out {moved / 'demo'}" == third.stdout.splitlines()[-1]


def test_without_packages_it_asks_for_the_internet_and_later_goes_on(laptop, tmp_path):
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    refused = laptop.start(packages=nowhere)
    assert start.NO_NETWORK == refused.returncode
    assert "connect this computer to the internet" in refused.stderr
    assert 0 == laptop.start("check").returncode


def test_a_package_with_another_hash_is_not_installed(laptop):
    pin(laptop.clone, "0" * 64)
    refused = laptop.start()
    assert start.WRONG_PACKAGE == refused.returncode
    assert "tiny-words is not the one that was tested" in refused.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills so hard")
@pytest.mark.parametrize("seconds", [0.3, 1.5, 2.5])
def test_a_start_that_was_killed_is_repaired_by_the_next(laptop, seconds):
    with subprocess.Popen(
        laptop.command("check"),
        env=laptop.surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as killed:
        time.sleep(seconds)
        killed.send_signal(signal.SIGKILL)
    repaired = laptop.start("check")
    assert ("goeiedag check", 0) == (repaired.stdout.splitlines()[-1], repaired.returncode)


def test_two_starts_at_once_both_end_well(laptop):
    pipes = {"stdout": subprocess.PIPE, "text": True, "env": laptop.surroundings()}
    starts = [subprocess.Popen(laptop.command("check"), **pipes) for _ in range(2)]
    said = [each.communicate()[0].splitlines()[-1] for each in starts]
    assert ["goeiedag check"] * 2 == said
