"""Small matches for tests: a compiled scenario of six cards, and sessions that play it."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from coopgame.bots.characters import mixed_characters
from coopgame.cards.compiling import compile_scenario
from coopgame.cards.deck import Deck
from coopgame.cards.scenario import Scenario
from coopgame.rules.playbook import Playbook
from coopgame.sessions.opening import NewMatch, start_session
from coopgame.sessions.recording import Header
from coopgame.sessions.seats import Seat, seats_for
from coopgame.sessions.session import Session

CASE = {"text": "In 1951 a dairy was founded.", "place": "Belgium", "year": 1951, "source": "CHE"}


def _change(of: str, by: int, **more: Any) -> dict[str, Any]:
    return {"do": "change", "of": of, "by": by, **more}


def _option(id_: str, *effects: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "verb": "hold",
        "label": f"Answer {id_}",
        "detail": "Costs nothing",
        "effects": list(effects),
        **more,
    }


def _card(id_: str, *options: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "theme": "power",
        "title": f"Card {id_.replace('_', ' ')}",
        "short": "Card",
        "story": "Something happened. Everybody has to answer.",
        "real_case": CASE,
        "debrief": "Who acted, and why?",
        "options": list(options),
        "nothing": [_change("trust", -3)],
        **more,
    }


def _cards() -> list[dict[str, Any]]:
    return [
        _card("dropped", _option("talk", _change("trust", 3)), _option("pay", _change("capital", -3))),
        _card(
            "line",
            _option("invest", _change("efficiency", 9), asks="others", at_least=1),
            _option("wait", _change("quality", 1)),
        ),
        _card(
            "vote",
            _option("ask", _change("price_control", 5), asks="members"),
            _option("decide", _change("autonomy", 3), _change("members", -3)),
        ),
        _card(
            "one",
            _option("speak", _change("trust", 2)),
            _option("silent", _change("members", -2, later=1)),
            speaks_to="largest",
        ),
        _card("rich", _option("share", _change("capital", -2)), _option("keep", _change("trust", -1))),
        _card("late", _option("early", _change("quality", 3, later=1)), _option("no", _change("voice", 1))),
    ]  # fmt: skip


def _ambition(first: int) -> dict[str, int]:
    names = ("scale", "quality", "region", "cash")
    return {name: 40 if k == first % 4 else 20 for k, name in enumerate(names)}


def _scenario(rounds: int, more: dict[str, Any]) -> dict[str, Any]:
    return {
        "scenario": "small", "format": 1, "language": "en", "title": "Small",
        "subtitle": "For tests", "story": "A short chain.", "icon": "volume",
        "decks": ["small"], "seats": {"fewest": 2, "most": 6}, "lengths": {20: rounds},
        "default_length": 20, "mode": "missions", "secret_missions": "hidden",
        "price": {"normal": 36, "unit": "ct"},
        "chain": [{"stage": "production", "share": 45}, {"stage": "processing", "share": 30},
                  {"stage": "distribution", "share": 25}],
        "cooperatives": [
            {"id": f"coop_{k}", "name": f"Coop {k}", "kind": "producer", "home": "production",
             "volume": {"from": 60, "to": 140}, "ambition": _ambition(k)} for k in range(6)],
        "partners": [
            {"id": f"mill_{k}", "name": f"Mill {k}", "short": "Mill",
             "stage": ("processing", "distribution")[k % 2], "cooperative": k > 1, "power": 60,
             "capacity": 300, "reliability": 50, "ambition": _ambition(k)} for k in range(4)],
        "neighbours": [{"id": f"near_{k}", "name": f"Near {k}",
                        "volume": {"from": 30, "to": 80}, "ambition": _ambition(k)}
                       for k in range(3)],
        "groups": ["Together"], "chapters": [],
        "facilities": {"processing": "own plant", "distribution": "own lorries"},
        "track": [{"year": 2000, "index": 100, "glut": 20, "pressure": 45}],
        "script": {1: "dropped"}, "pars": {}, "learning_goals": [], "source_note": "Made for tests.",
        **more,
    }  # fmt: skip


def _deck() -> dict[str, Any]:
    return {"deck": "small", "format": 1, "language": "en", "title": "Small", "cards": _cards()}


def write_content(folder: Path, *, rounds: int = 3, price: int = 100) -> Path:
    """Write the small scenario and its deck as files; return the scenario's file."""
    track = [{"year": 2000, "index": price, "glut": 20, "pressure": 45}]
    scenario = folder / "scenarios" / "small.yaml"
    deck = folder / "cards" / "small" / "deck.yaml"
    for path, content in ((scenario, _scenario(rounds, {"track": track})), (deck, _deck())):
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(content, Dumper=_WithoutAliases, sort_keys=False, allow_unicode=True)
        path.write_text(text, encoding="utf-8")
    return scenario


class _WithoutAliases(yaml.SafeDumper):
    def ignore_aliases(self, _data: Any) -> bool:
        return True


@cache
def small_book(rounds: int = 3, seats: int = 6, price: int = 100) -> Playbook:
    """Return a compiled playbook; another `price` index makes other content."""
    deck = Deck.model_validate(_deck())
    track = [{"year": 2000, "index": price, "glut": 20, "pressure": 45}]
    scenario = Scenario.model_validate(_scenario(rounds, {"track": track}))
    return compile_scenario(scenario, [deck], seats=seats, rounds=rounds)


def book_of(header: Header) -> Playbook:
    """Find the playbook of a recording made with these small matches."""
    return small_book(header.rounds)


def session(
    *,
    people: int = 2,
    bots: int = 1,
    seed: int = 7,
    rounds: int = 3,
    folder: Path | None = None,
) -> Session:
    """Start a small match; without a folder it is kept in memory."""
    seats = seats_for(people + bots, bots=mixed_characters(bots))
    return start_session(NewMatch(small_book(rounds), seats, seed), folder)


def named_seats(*names: str) -> tuple[Seat, ...]:
    """Return seats that people with these names play."""
    return tuple(Seat(number, name=name) for number, name in enumerate(names))


def choose_all(match: Session, seat: int, nth: int = 0) -> None:
    """Choose the `nth` open option (round again past the end) for everything missing."""
    for question in match.missing(seat):
        options = [option for option in question.options if option.is_open]
        match.choose(seat, question.id, options[nth % len(options)].id)


def take_turn(match: Session, seat: int, nth: int = 0) -> None:
    """Open the curtain, choose everything and lock."""
    match.open_curtain(seat)
    choose_all(match, seat, nth)
    match.lock(seat)


def play_round(match: Session, nth: int = 0) -> None:
    """Let every person take a turn, and the bots when nobody else is left."""
    while (seat := match.next_human()) is not None:
        take_turn(match, seat, nth)
    if match.waits_for_bots:
        match.play_bots()


def play_on(match: Session, nth: int = 0) -> None:
    """Play to the end of the match."""
    while not match.has_ended:
        if match.phase == "look_back":
            match.go_on()
        play_round(match, nth)


def file_of(match: Session) -> Path:
    """Return the file a match is kept in."""
    assert match.recorder.path is not None
    return match.recorder.path
