"""A run of facts as a text table, as JSON and as a page of HTML that stands by itself."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from html import escape
from io import StringIO
from typing import Any, Final

from coopgame.reading.translations import Words
from coopgame.simulate.facts.estimates import Effect, is_measured
from coopgame.simulate.facts.every import facts_named
from coopgame.simulate.facts.fact import Check, Fact, Standing, Verdict
from coopgame.simulate.facts.run_facts import Stated
from coopgame.simulate.facts.sources import SOURCES

FORMATS: Final = ("text", "json")
WIDTH: Final = 110
_STANDINGS: Final = {
    Standing.HOLDS: "facts.holds",
    Standing.BY_RULE: "facts.by_rule",
    Standing.PART: "facts.part",
    Standing.FAILS: "facts.fails",
}


def told(number: float, unit: str) -> str:
    """Return a number as read aloud: two places for correlations, one for the rest."""
    return f"{number:.{2 if unit == 'r' else 1}f}".replace("-", "−")


def told_effect(effect: Effect, unit: str) -> str:
    """Return an effect with its unit and interval; a dash when there was nothing to measure."""
    if not is_measured(effect):
        return "—"
    low, high = told(effect.low, unit), told(effect.high, unit)
    return f"{told(effect.value, unit)} {unit} [{low}, {high}]"


def rows_of(stated: Stated) -> Iterator[tuple[Fact, Verdict]]:
    """Yield each fact with its verdict."""
    for verdict in stated.verdicts:
        yield facts_named((verdict.key,))[0], verdict


def headline(stated: Stated, words: Words) -> str:
    """Return in a sentence how many facts hold, and by what."""
    by_rule = sum(verdict.standing == Standing.BY_RULE for verdict in stated.verdicts)
    return words.get(
        "facts.headline",
        holding=stated.holding, measured=len(stated.verdicts), by_rule=by_rule, games=stated.games,
        seed=str(stated.seed),
    )  # fmt: skip


def as_text(stated: Stated, words: Words) -> str:
    """Return a table of verdicts, and below it what does not hold and why."""
    lines = [_table(stated, words), headline(stated, words)]
    if not stated.is_whole:
        lines.append(words.get("facts.stopped"))
    missed = [verdict for verdict in stated.verdicts if not verdict.holds]
    if missed:
        lines += ["", words.get("facts.missed")]
        lines += [f"  {verdict.key}  {verdict.reason}" for verdict in missed]
    return "\n".join(lines)


def _table(stated: Stated, words: Words) -> str:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE, pad_edge=False)
    for column in ("fact", "verdict", "effect", "claim"):
        table.add_column(words.get(f"facts.{column}"))
    for fact, verdict in rows_of(stated):
        effect = told_effect(verdict.main, fact.checks[0].unit)
        table.add_row(fact.key, words.get(_STANDINGS[verdict.standing]), effect, fact.claim)
    out = StringIO()
    Console(file=out, width=WIDTH, color_system=None, legacy_windows=False).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def as_json(stated: Stated) -> str:
    """Return the run as JSON, from which `stored` makes it again."""
    facts = [_content(fact, verdict) for fact, verdict in rows_of(stated)]
    run = {"games": stated.games, "seed": stated.seed, "asked": stated.asked}
    return json.dumps({"run": run, "facts": facts}, indent=1, ensure_ascii=False)


def _content(fact: Fact, verdict: Verdict) -> dict[str, Any]:
    checks = zip(fact.checks, verdict.effects, verdict.passed, strict=True)
    return {
        "key": fact.key,
        "claim": fact.claim,
        "standing": verdict.standing.value,
        "reason": verdict.reason,
        "checks": [
            {"what": check.what, "threshold": check.threshold, "passed": passed, **asdict(effect)}
            for check, effect, passed in checks
        ],
    }


def stored(text: str) -> Stated:
    """Return a run from its JSON; raises ValueError or KeyError when it is none."""
    content = json.loads(text)
    verdicts = tuple(_verdict(fact) for fact in content["facts"])
    run = content["run"]
    return Stated(verdicts, run["asked"], run["games"], run["seed"])


def _verdict(content: dict[str, Any]) -> Verdict:
    checks = content["checks"]
    effects = tuple(Effect(c["value"], c["low"], c["high"], c["count"]) for c in checks)
    passed = tuple(bool(check["passed"]) for check in checks)
    standing = Standing(content["standing"])
    return Verdict(content["key"], effects, passed, standing, content["reason"])


# HTML -----------------------------------------------------------------------

_STYLE: Final = """
body { font: 16px/1.5 "Source Sans 3", sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem;
  color: #1d2733; background: #fbfaf7; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .7rem; border-bottom: 1px solid #d9d5cb; }
.holds, .rule { color: #1f6b3a; } .part { color: #8a5a00; } .fails { color: #a3261e; }
small { color: #55606d; display: block; }
@media (prefers-color-scheme: dark) {
  body { color: #e8e6e1; background: #171b20; } th, td { border-color: #39414a; } small { color: #a5afba; }
  .holds, .rule { color: #7ccb94; } .part { color: #e0b45c; } .fails { color: #f0938b; } }
"""
_CLASSES: Final = {
    Standing.HOLDS: "holds", Standing.BY_RULE: "rule", Standing.PART: "part", Standing.FAILS: "fails",
}  # fmt: skip


def as_html(stated: Stated, words: Words) -> str:
    """Return the run as one page of HTML that needs nothing beside it."""
    columns = ("fact", "claim", "verdict", "measured", "source")
    head = "".join(f"<th>{escape(words.get(f'facts.{name}'))}</th>" for name in columns)
    body = "\n".join(_row(fact, verdict, words) for fact, verdict in rows_of(stated))
    title = escape(words.get("facts.title"))
    stopped = "" if stated.is_whole else f"<p>{escape(words.get('facts.stopped'))}</p>"
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style></head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{escape(headline(stated, words))}</p>{stopped}\n"
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n"
        "</body>\n</html>\n"
    )


def _row(fact: Fact, verdict: Verdict, words: Words) -> str:
    standing = escape(words.get(_STANDINGS[verdict.standing]))
    cells = (
        f"<b>{fact.key}</b><small>{'★' * fact.strength}</small>",
        f"{escape(fact.claim)}<small>{escape(fact.how)}</small>",
        f'<b class="{_CLASSES[verdict.standing]}">{standing}</b>'
        f"<small>{escape(verdict.reason)}</small>",
        _measured(fact, verdict),
        "<br>".join(_link(key) for key in fact.sources),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _measured(fact: Fact, verdict: Verdict) -> str:
    rows = zip(fact.checks, verdict.effects, verdict.passed, strict=True)
    return "".join(_check(check, effect, passed=passed) for check, effect, passed in rows)


def _check(check: Check, effect: Effect, *, passed: bool) -> str:
    mark = "✓" if passed else "✗"
    found = escape(told_effect(effect, check.unit))
    return (
        f"<div>{mark} {escape(check.what)}: {found}<small>{escape(check.threshold)}</small></div>"
    )


def _link(key: str) -> str:
    source = SOURCES[key]
    return f'<a href="{escape(source.link)}">{escape(source.name)}</a>'
