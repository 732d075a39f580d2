"""How well two colours can be told apart: WCAG and APCA contrast, and distance under colour blindness.

Pure arithmetic; chooses no colours.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from coopgame.ui.nodes import Colour

Sight: TypeAlias = Literal["normal", "protan", "deutan", "tritan"]
Triple: TypeAlias = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
_SIGHT: dict[Sight, tuple[Triple, Triple, Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def channels(colour: Colour) -> tuple[int, int, int]:
    """Give red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: Colour, other: Colour, share: float) -> Colour:
    """Mix two colours; a share of 0 is the first, 1 the other."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02X}" for a, b in pairs)


def luminance(colour: Colour) -> float:
    """Give the relative luminance, 0 to 1."""
    red, green, blue = (_linear(value / 255) for value in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(colour: Colour, other: Colour, *, ambient: float = 0) -> float:
    """Give the contrast ratio, 1 to 21; `ambient` is room light as a part of projector white."""
    low, high = sorted((luminance(colour) + ambient, luminance(other) + ambient))
    return (high + 0.05) / (low + 0.05)


def apca(text: Colour, ground: Colour) -> float:
    """Give the size of the APCA lightness contrast, 0 to about 108."""
    ink, paper = _apca_light(text), _apca_light(ground)
    dark_on_light = paper > ink
    score = paper**0.56 - ink**0.57 if dark_on_light else paper**0.65 - ink**0.62
    score = abs(score * 1.14)
    return 0.0 if score < 0.1 else (score - 0.027) * 100


def distance(colour: Colour, other: Colour, sight: Sight = "normal") -> float:
    """Give the CIE76 distance between two colours as this kind of sight sees them."""
    pairs = zip(_lab(colour, sight), _lab(other, sight), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _apca_light(colour: Colour) -> float:
    weights = (0.2126729, 0.7151522, 0.0721750)
    light = sum(w * (v / 255) ** 2.4 for w, v in zip(weights, channels(colour), strict=True))
    return light if light > 0.022 else float(light + (0.022 - light) ** 1.414)


def _lab(colour: Colour, sight: Sight) -> Triple:
    linear = [_linear(value / 255) for value in channels(colour)]
    seen = [
        min(1.0, max(0.0, sum(m * v for m, v in zip(row, linear, strict=True))))
        for row in _SIGHT[sight]
    ]
    red, green, blue = seen
    x = _lab_curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    y = _lab_curve(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _lab_curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab_curve(value: float) -> float:
    return float(value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116
