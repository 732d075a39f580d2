#!/usr/bin/env python3
"""Make the quiet sounds of the game, sample by sample, with Python alone.

Run it to write the WAV files beside it; the same script gives the same bytes. It must not read
anything: no recording of anyone's is in these sounds.
"""

import math
import sys
import wave
from array import array
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

RATE: Final = 22_050
"""Samples each second; enough for paper and bells."""

PEAK: Final = 7_200
"""The loudest sample: -13.2 dB under full, so a sound stays under a conversation."""

Shape = Callable[[float], float]
"""Air pressure, from -1 to 1, at a moment in seconds."""

SOFT_START: Final = 0.012
"""Seconds in which every sound comes up; a sudden start would click."""


def noise(number: int) -> float:
    """A number from -1 to 1 that depends on its argument alone."""
    word = (number * 0x9E3779B1 + 0x7F4A7C15) & 0xFFFFFFFF
    word ^= word >> 16
    word = (word * 0x7FEB352D) & 0xFFFFFFFF
    word ^= word >> 15
    return word / 0x7FFFFFFF - 1.0


def hiss(seconds: float, grain: int) -> float:
    """Paper-like noise: `grain` random heights each second, joined by straight lines."""
    place = seconds * grain
    before = math.floor(place)
    share = place - before
    return noise(before) * (1 - share) + noise(before + 1) * share


def tone(seconds: float, pitch: float) -> float:
    """A sine of this pitch, in hertz."""
    return math.sin(math.tau * pitch * seconds)


def bump(seconds: float, *, middle: float, width: float) -> float:
    """A smooth hill: 1 in the middle, nearly nothing two widths away."""
    return math.exp(-(((seconds - middle) / width) ** 2))


def fading(seconds: float, half: float) -> float:
    """1 at the start, a half after `half` seconds, and so on."""
    return math.pow(0.5, seconds / half)


def card(now: float) -> float:
    """A sheet of paper that slides over a table and lies down."""
    slide = hiss(now, 5_200) * bump(now, middle=0.13, width=0.07)
    landing = hiss(now, 1_400) * bump(now, middle=0.26, width=0.018)
    return 0.7 * slide + 0.5 * landing


def lock(now: float) -> float:
    """Two small wooden knocks: an answer is in."""
    knocks = 0.0
    for at, pitch in ((0.02, 620.0), (0.10, 470.0)):
        since = max(0.0, now - at)
        knocks += tone(since, pitch) * (1 - math.exp(-since / 0.005)) * fading(since, 0.014)
    return knocks + 0.15 * hiss(now, 3_000) * fading(now, 0.01)


def reveal(now: float) -> float:
    """Three notes that open upwards while paper turns."""
    notes = 0.0
    for step, pitch in enumerate((392.0, 493.88, 587.33)):
        since = max(0.0, now - 0.11 * step)
        swell = 1 - math.exp(-since / 0.015)
        notes += tone(since, pitch) * swell * fading(since, 0.11)
    return 0.5 * notes + 0.25 * hiss(now, 4_200) * bump(now, middle=0.1, width=0.06)


def gliding(now: float, low: float, high: float) -> float:
    """A tone that moves from one pitch to another within a third of a second."""
    length = 0.30
    done = min(now, length)
    turns = low * now + (high - low) * (done * done / (2 * length) + max(0.0, now - length))
    return math.sin(math.tau * turns) * math.sin(math.pi * min(1.0, now / 0.42)) ** 2


def meter_up(now: float) -> float:
    """A soft tone that rises a fourth."""
    return gliding(now, 330.0, 440.0) + 0.2 * gliding(now, 660.0, 880.0)


def meter_down(now: float) -> float:
    """The same tone, falling."""
    return gliding(now, 330.0, 247.5) + 0.2 * gliding(now, 660.0, 495.0)


def bell(now: float) -> float:
    """A soft bell: a new round."""
    partials = ((1.0, 1.0, 0.22), (2.0, 0.45, 0.16), (2.98, 0.25, 0.09), (4.2, 0.1, 0.05))
    return sum(
        share * tone(now, 523.25 * ratio) * fading(now, half) for ratio, share, half in partials
    )


def error(now: float) -> float:
    """Two low, short notes: this cannot be done."""
    notes = 0.0
    for at, pitch in ((0.0, 220.0), (0.16, 185.0)):
        notes += (tone(now, pitch) + 0.3 * tone(now, 2 * pitch)) * bump(
            now, middle=at + 0.07, width=0.045
        )
    return notes


SOUNDS: Final[Mapping[str, tuple[Shape, float]]] = {
    "card": (card, 0.36),
    "lock": (lock, 0.22),
    "reveal": (reveal, 0.62),
    "meter_up": (meter_up, 0.42),
    "meter_down": (meter_down, 0.42),
    "round": (bell, 0.88),
    "error": (error, 0.36),
}
"""Each sound by the name of its file: its shape, and how many seconds it lasts."""


def samples(shape: Shape, length: float) -> "array[int]":
    """The sound as 16-bit numbers, as loud as allowed, soft at both ends."""
    moments = [number / RATE for number in range(round(length * RATE))]
    raw = [
        shape(now) * min(1.0, now / SOFT_START) * min(1.0, (length - now) / (2 * SOFT_START))
        for now in moments
    ]
    loudest = max(abs(value) for value in raw)
    return array("h", (round(PEAK * value / loudest) for value in raw))


def write(folder: Path) -> list[Path]:
    """Write every sound as a mono WAV into a folder; return the files."""
    files = []
    for name, (shape, length) in SOUNDS.items():
        numbers = samples(shape, length)
        if sys.byteorder == "big":
            numbers.byteswap()
        file = folder / f"{name}.wav"
        with wave.open(str(file), "wb") as sound:
            sound.setparams((1, 2, RATE, len(numbers), "NONE", "not compressed"))
            sound.writeframes(numbers.tobytes())
        files.append(file)
    return files


if __name__ == "__main__":
    write(Path(__file__).resolve().parent)
