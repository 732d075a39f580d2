"""The sounds are ours, small and quiet, and their script makes exactly these files."""

import importlib.util
import sys
import wave
from array import array
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parents[2] / "assets" / "sounds"
NAMES = {"card", "lock", "reveal", "meter_up", "meter_down", "round", "error"}
QUIET = 32_768 * 10 ** (-12 / 20)


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sounds", FOLDER / "make_sounds.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def heights(name: str) -> array:
    with wave.open(str(FOLDER / f"{name}.wav"), "rb") as sound:
        numbers = array("h", sound.readframes(sound.getnframes()))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def test_the_script_makes_the_same_bytes_again(tmp_path):
    made = load_script().write(tmp_path)
    assert NAMES == {file.stem for file in made}
    for file in made:
        assert (FOLDER / file.name).read_bytes() == file.read_bytes()


def test_no_other_sound_lies_in_the_folder():
    assert NAMES == {file.stem for file in FOLDER.iterdir() if file.suffix != ".py"} - {
        "__pycache__"
    }


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_sound_is_small_mono_and_plain(name):
    file = FOLDER / f"{name}.wav"
    with wave.open(str(file), "rb") as sound:
        assert (1, 2, 22_050) == sound.getparams()[:3]
    assert file.stat().st_size <= 40_000


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_sound_is_quiet_and_starts_and_ends_softly(name):
    numbers = heights(name)
    assert max(abs(number) for number in numbers) <= QUIET
    assert 0 == numbers[0]
    assert abs(numbers[-1]) <= 40
    first_millisecond = numbers[: 22_050 // 1000]
    assert max(abs(number) for number in first_millisecond) <= QUIET / 8
