"""The page of facts in the docs, made from a stored run.

`coopgame facts --format json > docs/reference/facts.json` stores a run and
`python -m coopgame.simulate.facts.page` writes the page from it; a test keeps both together.
"""

from pathlib import Path
from typing import Final

from coopgame.simulate.facts.every import ENOUGH
from coopgame.simulate.facts.fact import Fact, Standing, Verdict
from coopgame.simulate.facts.lab import SCENARIOS
from coopgame.simulate.facts.render import rows_of, stored, told_effect
from coopgame.simulate.facts.run_facts import Stated
from coopgame.simulate.facts.sources import SOURCES

PAGE: Final = "docs/reference/facts.md"
STORED: Final = "docs/reference/facts.json"

_OPENING: Final = """\
# The stylised facts

Made by `python -m coopgame.simulate.facts.page` from the stored run in `facts.json`; do not edit it by hand.

A stylised fact is what studies and cases of co-operatives agree on. Each is an experiment here: official
scenarios are played by the real rules, twice on the same seed, with and without the one thing that the fact is about.
`coopgame facts` plays them again.

**How to read it.** A fact *holds* when the whole 95 % interval of every measure lies beyond the threshold, which was
written down before. *By rule* means that it holds, but hardly could fail: a formula says so, and the
experiment guards the formula. *In part* means that some of the measures hold. ★ says how sure the literature is.
Where a fact did not hold, the rules were changed, never the threshold
([decision 018](../decisions/018-what-facts-and-gates-changed.md)); a test measures them again on other seeds.
The rules are a game: that a fact holds says nothing new about real co-operatives.
"""


def page(stated: Stated) -> str:
    """Return the page of a run."""
    rows = list(rows_of(stated))
    parts = [
        _OPENING,
        _summary(stated),
        "## All facts\n\n| | verdict | measured | claim |\n|---|---|---|---|\n"
        + "\n".join(_line(fact, verdict) for fact, verdict in rows) + "\n",
        _missed(rows),
        "## Each experiment\n\n" + "\n".join(_section(fact, verdict) for fact, verdict in rows),
    ]  # fmt: skip
    return "\n".join(part for part in parts if part)


def _summary(stated: Stated) -> str:
    count = {
        standing: sum(verdict.standing == standing for verdict in stated.verdicts)
        for standing in Standing
    }
    return (
        f"**{stated.holding} of {len(stated.verdicts)} hold** ({ENOUGH} are asked): "
        f"{count[Standing.HOLDS]} in play, {count[Standing.BY_RULE]} by rule; "
        f"{count[Standing.PART]} in part, {count[Standing.FAILS]} not. "
        f"Played with `--games {stated.games} --seed {stated.seed}` on {', '.join(SCENARIOS)}.\n"
    )


def _line(fact: Fact, verdict: Verdict) -> str:
    effect = f"{fact.checks[0].what}: {told_effect(verdict.main, fact.checks[0].unit)}"
    return f"| [{fact.key}](#{fact.key.lower()}) | {verdict.standing} | {effect} | {fact.claim} |"


def _missed(rows: list[tuple[Fact, Verdict]]) -> str:
    lines = [f"* **{fact.key}**: {found.reason}." for fact, found in rows if not found.holds]
    if not lines:
        return ""
    return "## What does not hold\n\n" + "\n".join(lines) + "\n"


def _section(fact: Fact, verdict: Verdict) -> str:
    lines = [
        f"### {fact.key}",
        "",
        f"{fact.claim} {'★' * fact.strength} {_sources(fact)}",
        "",
        f"{fact.how}",
        "",
        "| measure | asked | found | n | |",
        "|---|---|---|--:|---|",
    ]
    for check, effect, passed in zip(fact.checks, verdict.effects, verdict.passed, strict=True):
        found = told_effect(effect, check.unit)
        mark = "✓" if passed else "✗"
        lines.append(f"| {check.what} | {check.threshold} | {found} | {effect.count} | {mark} |")
    told = f"**{_capital(verdict.standing)}.**"
    if verdict.holds and verdict.reason:
        told = f"**{_capital(verdict.standing)}:** {verdict.reason}."
    lines += ["", f"{told} {fact.leaves_out}".strip(), ""]
    return "\n".join(lines)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sources(fact: Fact) -> str:
    named = (SOURCES[key] for key in fact.sources)
    return (
        "[" + "; ".join(f"[{source.key}: {source.name}]({source.link})" for source in named) + "]"
    )


def write_page(root: Path) -> None:
    """Write the page below the root of a checkout, from the run that is stored there."""
    stated = stored((root / STORED).read_text(encoding="utf-8"))
    (root / PAGE).write_text(page(stated), encoding="utf-8")


if __name__ == "__main__":
    write_page(Path(__file__).parents[3])
