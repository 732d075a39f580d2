#!/usr/bin/env python3
"""Start coopgame: make its private environment the first time, then open the game.

It needs Python alone, and keeps to a syntax that Python 3.6 can read, so that an old Python can
say which one is needed. It must not know the game: it only brings packages and hands over.

    python3 start.py             open the game
    python3 start.py test        run the tests; what follows goes to pytest
    python3 start.py check FILE  anything else is a command of coopgame
"""

import errno
import hashlib
import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Dict, Iterator, List, NamedTuple, Optional, Sequence, Tuple

HERE = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
RUNTIME_LOCK = "requirements.txt"
TEST_LOCK = "requirements-dev.txt"
OLDEST = (3, 11)
SECONDS_TO_WAIT = 120
MEGABYTES_NEEDED = {RUNTIME_LOCK: 250, TEST_LOCK: 500}

# Exit codes. Lower ones belong to the game and to pytest.
TOO_OLD_PYTHON = 10
NO_VENV_MODULE = 11
NO_NETWORK = 12
NO_WRITE_ACCESS = 13
DISK_FULL = 14
WRONG_PACKAGE = 15
NO_PACKAGE = 16
INCOMPLETE_FOLDER = 17
ALREADY_BUSY = 18
UNKNOWN_TROUBLE = 19
STOPPED = 130

SENTENCES = {
    TOO_OLD_PYTHON: "coopgame needs Python 3.11 or newer and this is Python {version}: {advice}.",
    NO_VENV_MODULE: "This Python cannot make a private environment: install its venv module "
    "(Debian, Ubuntu: sudo apt install python3-venv), then start again.",
    NO_NETWORK: "The packages could not be fetched: connect this computer to the internet "
    "for this one start, then start again.",
    NO_WRITE_ACCESS: "The folder {folder} cannot be written to: close the game if it is open, "
    "or move the folder to a place of your own, then start again.",
    DISK_FULL: "The disk is full: free {megabytes} MB, then start again.",
    WRONG_PACKAGE: "The package {package} is not the one that was tested and was not installed: "
    "start again over another network.",
    NO_PACKAGE: "The package {package} is not ready-made for this Python {version} on {platform}: "
    "install Python 3.11 to 3.14 from python.org and start again with it.",
    INCOMPLETE_FOLDER: "The file {file} is missing beside start.py: "
    "fetch the whole coopgame folder again.",
    ALREADY_BUSY: "Another start is still busy in this folder: "
    "wait until it is ready, then start again.",
    UNKNOWN_TROUBLE: "Setting up stopped for an unknown reason: start again, "
    "and if it stops again send us the file {file}.",
    STOPPED: "Stopped: the next start goes on from here.",
}

DISK_FULL_MARKS = ("[Errno 28]", "[WinError 112]", "No space left on device")
NO_WRITE_MARKS = ("[Errno 13]", "[Errno 30]", "[WinError 5]", "[WinError 32]", "Permission denied")
NO_VENV_MARKS = ("ensurepip is not available", "No module named ensurepip", "No module named venv")
NO_NETWORK_MARKS = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "SSLError",
    "ProtocolError",
    "Max retries exceeded",
    "Network is unreachable",
    "Connection refused",
    "CERTIFICATE_VERIFY_FAILED",
)


class Trouble(Exception):
    """Something the person at the keyboard can mend: an exit code with its one sentence."""

    def __init__(self, code: int, **words: object) -> None:
        super().__init__(SENTENCES[code].format(**words))
        self.code = code


class Environment(NamedTuple):
    """The private environment, and the marks that start.py leaves in it."""

    folder: Path

    @property
    def python(self) -> Path:
        """The interpreter that plays the game."""
        if WINDOWS:
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    @property
    def packages(self) -> Path:
        """Where pip puts packages."""
        if WINDOWS:
            return self.folder / "Lib" / "site-packages"
        return next(self.folder.glob("lib/python3*/site-packages"), self.folder / "lib")

    @property
    def stamp(self) -> Path:
        """Says what is installed; written last."""
        return self.folder / "coopgame-installed.json"

    @property
    def unfinished(self) -> Path:
        """Exists while an installation runs, so that an interrupted one is noticed."""
        return self.folder / "coopgame-unfinished"

    @property
    def log(self) -> Path:
        """What the last failed step said."""
        return self.folder / "coopgame-start.log"


def digest(lock: Path) -> str:
    """A fingerprint of a lock file."""
    try:
        return hashlib.sha256(lock.read_bytes()).hexdigest()
    except FileNotFoundError:
        raise Trouble(INCOMPLETE_FOLDER, file=lock.name) from None


def settings(environment: Environment) -> Dict[str, str]:
    """What pyvenv.cfg says; empty when there is none."""
    try:
        rows = (environment.folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    pairs = (row.partition("=") for row in rows)
    return {name.strip(): value.strip() for name, _, value in pairs}


def interpreter(environment: Environment) -> str:
    """Which Python the environment stands on; empty when that one is gone."""
    if WINDOWS:
        home = settings(environment).get("home", "")
        return home if Path(home, "python.exe").exists() else ""
    return os.path.realpath(str(environment.python)) if environment.python.exists() else ""


def stamped(environment: Environment) -> Dict[str, str]:
    """What the stamp says; empty when there is none or it is damaged."""
    try:
        found = json.loads(environment.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def is_ready(environment: Environment, lock: Path) -> bool:
    """Whether the packages of this lock file are installed, on a Python that is still there."""
    wanted = digest(lock)
    stamp = stamped(environment)
    standing = interpreter(environment)
    return bool(standing) and stamp.get("python") == standing and stamp.get(lock.name) == wanted


def is_usable(environment: Environment) -> bool:
    """Whether packages can be added to the environment as it is."""
    version = settings(environment).get("version", "0").split(".")[:2]
    if environment.unfinished.exists() or not interpreter(environment):
        return False
    stood_on = stamped(environment).get("python", interpreter(environment))
    recent = tuple(int(part) for part in version if part.isdigit()) >= OLDEST
    return recent and stood_on == interpreter(environment)


class Progress:
    """One line that says what is being done, how far it is and how long it took."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.live = sys.stdout.isatty()
        self.task = ""
        self.width = 0

    def show(self, task: str, detail: str = "") -> None:
        """Draw the line again; without a terminal only a new task gets a line."""
        if self.live:
            elapsed = time.monotonic() - self.began
            line = "{} {}({:.0f} s)".format(task, detail + " " if detail else "", elapsed)[:79]
            print("\r" + line.ljust(self.width), end="", flush=True)
            self.width = len(line)
        elif task != self.task:
            print(task, flush=True)
        self.task = task

    def close(self) -> None:
        """Leave the line, so that what follows starts on its own."""
        if self.width:
            print(flush=True)


def fetching_detail(said: Sequence[str], total: int) -> Tuple[str, str]:
    """What pip is doing, as (task, how far), read from what it said so far."""
    names = [row.split()[1] for row in said if row.startswith("Collecting ")]
    ready = sum(row.startswith("Requirement already satisfied") for row in said)
    if any(row.startswith("Installing collected packages") for row in said):
        return "[3/3] Unpacking packages", ""
    latest = names[-1].split("==")[0] if names else "looking"
    return "[2/3] Fetching packages", "{} of {}: {}".format(len(names) + ready, total, latest)


def run_step(command: Sequence[str], draw: Callable[[List[str]], None]) -> List[str]:
    """Run a command to its end while drawing; return what it said, or raise StepFailed."""
    from threading import Thread

    said: List[str] = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        close_fds=False,
        env=dict(os.environ, PIP_USER="0", PYTHONIOENCODING="utf-8:replace"),
    ) as process:
        reader = Thread(target=collect, args=(process, said), daemon=True)
        reader.start()
        try:
            while process.poll() is None:
                draw(said)
                time.sleep(0.1)
        finally:
            process.kill()
            reader.join()
    if process.returncode:
        raise StepFailed(said)
    return said


class StepFailed(Exception):
    """A command ended badly; holds what it said."""

    def __init__(self, said: List[str]) -> None:
        super().__init__("\n".join(said))
        self.said = said


def collect(process: "subprocess.Popen[bytes]", said: List[str]) -> None:
    """Add each line a command says to a list, until it says no more."""
    if process.stdout is not None:
        for row in process.stdout:
            # Not `extend`: the line that shows progress reads the list meanwhile.
            said.append(row.decode("utf-8", "replace").strip())  # noqa: PERF401


def is_said(text: str, marks: Sequence[str]) -> bool:
    """Whether one of the marks occurs in the text."""
    return any(mark in text for mark in marks)


def package_in(text: str) -> str:
    """The package that pip complains about."""
    import re

    found = re.search(r"satisfies the requirement ([\w.-]+)|^ *([\w.-]+)==\S+ from ", text, re.M)
    return next((name for name in found.groups() if name), "?") if found else "?"


def trouble_in(said: Sequence[str], environment: Environment, lock: Path) -> Trouble:
    """Turn what a failed step said into the one sentence that helps."""
    text = "\n".join(said)
    fetched = any(row.startswith(("Downloading ", "Using cached ")) for row in said)
    if is_said(text, DISK_FULL_MARKS):
        return Trouble(DISK_FULL, megabytes=MEGABYTES_NEEDED[lock.name])
    if is_said(text, NO_WRITE_MARKS):
        return Trouble(NO_WRITE_ACCESS, folder=environment.folder.parent)
    if is_said(text, NO_VENV_MARKS):
        return Trouble(NO_VENV_MODULE)
    if "DO NOT MATCH THE HASHES" in text:
        return Trouble(WRONG_PACKAGE, package=package_in(text))
    if is_said(text, NO_NETWORK_MARKS) or ("(from versions: none)" in text and not fetched):
        return Trouble(NO_NETWORK)
    if "No matching distribution found" in text:
        return Trouble(
            NO_PACKAGE, package=package_in(text), version=python_version(), platform=sys.platform
        )
    return unknown_trouble(text, environment)


def unknown_trouble(text: str, environment: Environment) -> Trouble:
    """Keep what was said in a file, for someone who can help."""
    try:
        environment.log.write_text(text, encoding="utf-8")
    except OSError:
        print(text, file=sys.stderr)
    return Trouble(UNKNOWN_TROUBLE, file=environment.log)


def trouble_of(error: OSError, lock: Path) -> Optional[Trouble]:
    """The sentence for an error of the disk, when there is one."""
    if error.errno == errno.ENOSPC:
        return Trouble(DISK_FULL, megabytes=MEGABYTES_NEEDED[lock.name])
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Trouble(NO_WRITE_ACCESS, folder=lock.parent)
    return None


def check_venv_module() -> None:
    """Refuse a Python that cannot make environments; some systems leave that part out."""
    from importlib.util import find_spec

    if find_spec("venv") is None or find_spec("ensurepip") is None:
        raise Trouble(NO_VENV_MODULE)


def check_disk(lock: Path) -> None:
    """Refuse a folder that cannot be written to, or a disk too full, before fetching anything."""
    import shutil
    import tempfile

    with tempfile.TemporaryFile(dir=str(lock.parent)):
        pass
    needed = MEGABYTES_NEEDED[lock.name]
    if shutil.disk_usage(str(lock.parent)).free < needed * 1_000_000:
        raise Trouble(DISK_FULL, megabytes=needed)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep two starts from installing into one folder; a killed start leaves no lock behind."""
    import tempfile

    owner = str(folder) + str(getattr(os, "getuid", int)())
    name = hashlib.sha256(owner.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    with (Path(tempfile.gettempdir()) / ("coopgame-" + name + ".lock")).open("a") as handle:
        # Shared with pip, which may live a little longer than a start that was killed.
        os.set_inheritable(handle.fileno(), True)  # noqa: FBT003
        wait_for(handle.fileno())
        yield


def wait_for(descriptor: int) -> None:
    """Lock an open file, with patience for another start that has it."""
    progress = Progress()
    until = time.monotonic() + SECONDS_TO_WAIT
    while not is_locked(descriptor):
        if time.monotonic() > until:
            progress.close()
            raise Trouble(ALREADY_BUSY)
        progress.show("Waiting for another start in this folder")
        time.sleep(0.2)
    progress.close()


def is_locked(descriptor: int) -> bool:
    """Try to lock an open file for ourselves until it is closed."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def make_environment(environment: Environment, progress: Progress) -> None:
    """Make the environment anew; what an earlier start left half done is thrown away."""
    import shutil

    if environment.folder.exists():
        shutil.rmtree(str(environment.folder))
    environment.folder.mkdir()
    environment.unfinished.touch()
    # Never the interpreter inside the environment, which was just thrown away.
    outside = getattr(sys, "_base_executable", sys.executable)
    run_step(
        [outside, "-m", "venv", str(environment.folder)],
        lambda _said: progress.show("[1/3] Making a private environment"),
    )


def install_packages(environment: Environment, lock: Path, progress: Progress) -> None:
    """Install what the lock file pins, and nothing whose hash differs."""
    # A row for another system is skipped by pip, and so is not counted here.
    rows = lock.read_text(encoding="utf-8").splitlines()
    total = sum("==" in row and (WINDOWS or "win32" not in row) for row in rows)
    options = "--disable-pip-version-check --no-input --no-deps --require-hashes"
    options += " --only-binary :all: --progress-bar off --no-warn-script-location"
    options += " --retries 2 --timeout 20 --requirement"

    def draw(said: List[str]) -> None:
        task, detail = fetching_detail(list(said), total)
        unpacked = "{} of {}".format(len(list(environment.packages.glob("*.dist-info"))), total)
        progress.show(task, detail or unpacked)

    pip = [str(environment.python), "-m", "pip", "install"]
    run_step([*pip, *options.split(), str(lock)], draw)


def point_to_project(environment: Environment, project: Path) -> None:
    """Make the project importable where it lies: no build, and still right after a move."""
    # The way is relative, so no accent in a folder's name has to survive an encoding.
    way = os.path.relpath(str(project), str(environment.packages))
    (environment.packages / "coopgame-here.pth").write_text(way + "\n", encoding="ascii")


def write_stamp(environment: Environment, lock: Path) -> None:
    """Note what is installed, as the very last step."""
    stamp = dict(stamped(environment), python=interpreter(environment))
    stamp[lock.name] = digest(lock)
    if lock.name == TEST_LOCK:
        # It holds everything the game needs, in the same versions.
        stamp[RUNTIME_LOCK] = digest(lock.with_name(RUNTIME_LOCK))
    environment.stamp.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    environment.unfinished.unlink()


def install(environment: Environment, lock: Path) -> None:
    """Bring the environment to what the lock file says, from whatever state it is in."""
    check_venv_module()
    check_disk(lock)
    progress = Progress()
    try:
        if not is_usable(environment):
            make_environment(environment, progress)
        environment.unfinished.touch()
        install_packages(environment, lock, progress)
        point_to_project(environment, lock.parent)
        write_stamp(environment, lock)
        progress.show("Ready")
    except StepFailed as failure:
        raise trouble_in(failure.said, environment, lock) from None
    finally:
        progress.close()


def prepare(environment: Environment, lock: Path) -> None:
    """Make sure that what the lock file pins is installed; costs nothing when it is."""
    if is_ready(environment, lock):
        return
    try:
        with alone(lock.parent):
            # Another start may have done the work while this one waited.
            if not is_ready(environment, lock):
                install(environment, lock)
    except OSError as error:
        trouble = trouble_of(error, lock)
        if trouble is None:
            trouble = unknown_trouble(repr(error), environment)
        raise trouble from None


def has_display() -> bool:
    """Whether a window can open; only Linux may lack one."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in wanted)


def hand_over(command: Sequence[str]) -> int:
    """Become the given program, or where that is impossible wait for its exit code."""
    sys.stdout.flush()
    if not WINDOWS:
        os.execv(command[0], list(command))
    return subprocess.call(command)


def start(arguments: List[str], here: Path) -> int:
    """Do what the words after `start.py` ask for; return the exit code."""
    environment = Environment(here / ".venv")
    if arguments[:1] == ["test"]:
        prepare(environment, here / TEST_LOCK)
        os.chdir(str(here))
        # All tests use every core; a few that were asked for start sooner on one.
        asked = arguments[1:] or ["-n", "auto"]
        return hand_over([str(environment.python), "-m", "pytest", *asked])
    prepare(environment, here / RUNTIME_LOCK)
    if not arguments and not has_display():
        shown = here / "demo"
        print("There is no display here: a demonstration is played and drawn into", shown)
        arguments = ["demo", "--out", str(shown)]
    # -P keeps a stray yaml.py in the current folder from being taken for the package.
    return hand_over([str(environment.python), "-P", "-m", "coopgame", *arguments])


def python_version() -> str:
    """The running Python, as people write it."""
    return "{}.{}".format(*sys.version_info[:2])


def works(program: str) -> bool:
    """Whether a program of this name is there and starts."""
    try:
        return subprocess.call([program, "-c", ""], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def check_python() -> None:
    """Refuse a Python that is too old, and name a newer one when it is at hand."""
    if sys.version_info >= OLDEST:
        return
    newer = ["python3.{}".format(minor) for minor in (14, 13, 12, 11)]
    found = [name for name in newer if works(name)]
    advice = "install a newer one from python.org and start again with it"
    if found:
        advice = "start again with " + found[0] + " start.py"
    raise Trouble(TOO_OLD_PYTHON, version=python_version(), advice=advice)


def keep_open(arguments: Sequence[str]) -> None:
    """Leave a sentence readable that Windows shows in a window of its own after a double click."""
    if WINDOWS and not arguments and sys.stdin.isatty():
        input("Press Enter to close. ")


def main(arguments: List[str], here: Path = HERE) -> int:
    """Start, and say every trouble in one sentence instead of a traceback."""
    try:
        check_python()
        return start(arguments, here)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        keep_open(arguments)
        return trouble.code
    except KeyboardInterrupt:
        print(SENTENCES[STOPPED], file=sys.stderr)
        return STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
