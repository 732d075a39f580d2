"""What a stylised fact is, what it asks of the rules beforehand, and how it is judged.

Thresholds stand in the fact; judging only compares. Nothing here plays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import TypeAlias

from coopgame.simulate.facts.estimates import Effect, is_measured
from coopgame.simulate.facts.lab import Lab


@dataclass(frozen=True, slots=True)
class Check:
    """One thing a fact asks: the whole interval lies above `least` and below `most`."""

    what: str
    unit: str
    least: float = -inf
    most: float = inf

    def passes(self, effect: Effect) -> bool:
        """Tell whether the interval lies between the limits."""
        return is_measured(effect) and effect.low > self.least and effect.high < self.most

    @property
    def threshold(self) -> str:
        """Return the limits in words."""
        if self.least == -inf:
            return f"below {_plain(self.most)} {self.unit}"
        if self.most == inf:
            return f"above {_plain(self.least)} {self.unit}"
        return f"between {_plain(self.least)} and {_plain(self.most)} {self.unit}"


def _plain(number: float) -> str:
    return f"{number:g}".replace("-", "−")


Experiment: TypeAlias = Callable[[Lab], Sequence[Effect]]
"""Plays, and returns one effect for each check of the fact, in their order."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim of the literature as an experiment with the rules."""

    key: str
    claim: str
    strength: int
    """3 several studies or cases agree, 2 one good study or several cases, 1 one case."""
    sources: tuple[str, ...]
    how: str
    """What is played, in a sentence or two."""
    experiment: Experiment
    checks: tuple[Check, ...]
    """What must be found; the first is the fact's main effect."""
    by_rule: str = ""
    """The formula that says so, when the fact could hardly fail; empty when play decides."""
    leaves_out: str = ""
    """What the claim says beyond what the rules can show."""

    @property
    def threshold(self) -> str:
        """Return all thresholds in words."""
        return "; ".join(f"{check.what}: {check.threshold}" for check in self.checks)


class Standing(StrEnum):
    """How a fact stands with the present rules."""

    HOLDS = "holds"
    BY_RULE = "by rule"
    PART = "holds in part"
    FAILS = "does not hold"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an experiment found about a fact."""

    key: str
    effects: tuple[Effect, ...]
    passed: tuple[bool, ...]
    standing: Standing
    reason: str

    @property
    def main(self) -> Effect:
        """Return the effect of the first check."""
        return self.effects[0]

    @property
    def holds(self) -> bool:
        """Tell whether every check passed, by play or by rule."""
        return self.standing in (Standing.HOLDS, Standing.BY_RULE)


def judge(fact: Fact, effects: Sequence[Effect]) -> Verdict:
    """Compare what was measured with what the fact asked beforehand."""
    found = zip(fact.checks, effects, strict=True)
    passed = tuple(check.passes(effect) for check, effect in found)
    standing = _standing(fact, passed)
    return Verdict(fact.key, tuple(effects), passed, standing, _reason(fact, effects, passed))


def _standing(fact: Fact, passed: Sequence[bool]) -> Standing:
    if all(passed):
        return Standing.BY_RULE if fact.by_rule else Standing.HOLDS
    return Standing.PART if any(passed) else Standing.FAILS


def _reason(fact: Fact, effects: Sequence[Effect], passed: Sequence[bool]) -> str:
    if all(passed):
        return fact.by_rule
    rows = zip(fact.checks, effects, passed, strict=True)
    return "; ".join(missed(check, effect) for check, effect, good in rows if not good)


def missed(check: Check, effect: Effect) -> str:
    """Say what was asked and what was found instead."""
    if not is_measured(effect):
        return f"{check.what}: nothing to measure"
    low, high = f"{effect.low:.1f}", f"{effect.high:.1f}"
    if check.unit == "r":
        low, high = f"{effect.low:.2f}", f"{effect.high:.2f}"
    found = f"{low} to {high}".replace("-", "−")
    return f"{check.what}: asked {check.threshold}, found {found}"
