"""Answers to a card on the table: consent, thresholds, speaking to one seat, follow-ups."""

from typing import Any

import pytest

from coopgame.cards.compiling import compile_scenario
from coopgame.cards.deck import Deck
from coopgame.cards.scenario import Scenario
from coopgame.rules.errors import IllegalAnswer
from coopgame.rules.game import Game
from coopgame.rules.playbook import Playbook
from coopgame.rules.questions import Party

AMBITION = {"scale": 25, "quality": 25, "region": 25, "cash": 25}
CASE = {"text": "In 1951 a dairy was founded.", "place": "Belgium", "year": 1951, "source": "CHE"}


def card(id_: str, *options: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a card with sensible texts."""
    return {
        "id": id_,
        "theme": "power",
        "title": f"Card {id_.replace('_', ' ')}",
        "short": "Card",
        "story": "Something happened. Everybody has to answer.",
        "real_case": CASE,
        "debrief": "Who acted, and why?",
        "options": [{"verb": "hold", "label": f"Answer {o['id']}", "detail": "Costs nothing",
                     "effects": [{"do": "change", "of": "quality", "by": 1}], **o}
                    for o in options],
        "nothing": [{"do": "change", "of": "trust", "by": -3}],
        **more,
    }  # fmt: skip


def playbook(*cards: dict[str, Any], seats: int = 4, rounds: int = 4, **more: Any) -> Playbook:
    """Compile a small scenario that deals these cards in this order."""
    deck = Deck.model_validate(
        {"deck": "small", "format": 1, "language": "en", "title": "Small", "cards": list(cards)}
    )
    script = {n + 1: c["id"] for n, c in enumerate(cards) if c.get("role", "event") == "event"}
    scenario = Scenario.model_validate(
        {
            "scenario": "small", "format": 1, "language": "en", "title": "Small",
            "subtitle": "For tests", "story": "A short chain.", "icon": "volume",
            "decks": ["small"], "seats": {"fewest": 2, "most": 6}, "lengths": {20: rounds},
            "default_length": 20, "mode": "missions", "secret_missions": "open",
            "price": {"normal": 36, "unit": "ct"},
            "chain": [{"stage": "production", "share": 45}, {"stage": "processing", "share": 30},
                      {"stage": "distribution", "share": 25}],
            "cooperatives": [
                {"id": f"coop_{k}", "name": f"Coop {k}", "kind": "producer", "home": "production",
                 "volume": {"from": 80, "to": 80}, "ambition": AMBITION} for k in range(6)],
            "partners": [{"id": "mill", "name": "Mill NV", "short": "Mill", "stage": "processing",
                          "cooperative": False, "power": 50, "capacity": 400, "reliability": 50,
                          "ambition": AMBITION}],
            "neighbours": [{"id": f"near_{k}", "name": f"Near {k}",
                            "volume": {"from": 40, "to": 40}, "ambition": AMBITION}
                           for k in range(2)],
            "groups": ["Together"], "chapters": [],
            "facilities": {"processing": "own plant", "distribution": "own lorries"},
            "track": [{"year": 2000, "index": 100, "glut": 10, "pressure": 40}],
            "script": script, "pars": {}, "learning_goals": [], "source_note": "Made for tests.",
            **more,
        }
    )  # fmt: skip
    return compile_scenario(scenario, [deck], seats=seats, rounds=rounds)


def hold_moves(match: Game) -> None:
    """Let every seat that has only its move left hold."""
    for question in match.questions():
        if question.about == "move":
            match.answer(question.id, "hold")


def causes_of(match: Game, seat: int) -> set[str]:
    """Return why anything of a seat changed this round."""
    return {change.cause for change in match.changes() if change.who == seat}


def test_a_threshold_counts_the_others_who_chose_the_same():
    call = card(
        "call",
        {"id": "invest", "asks": "others", "at_least": 2,
         "effects": [{"do": "change", "of": "efficiency", "by": 9}],
         "if_refused": [{"do": "change", "of": "capital", "by": -2}]},
        {"id": "wait", "effects": [{"do": "change", "of": "quality", "by": 1}]},
    )  # fmt: skip
    for joining, passes in ((2, False), (3, True)):
        match = Game(playbook(call), seed=3, seats=4)
        before = match.snapshot().cooperatives[0].efficiency
        for seat in "ABCD":
            answer = "invest" if "ABCD".index(seat) < joining else "wait"
            match.answer(f"round1.{seat}.answer", answer)
        hold_moves(match)
        gained = match.snapshot().cooperatives[0].efficiency - before
        assert (gained == 9) == passes
        assert ("card_refused" in causes_of(match, 0)) != passes


def test_doing_nothing_is_the_last_answer_and_has_its_price():
    match = Game(
        playbook(
            card(
                "news",
                {"id": "act", "effects": [{"do": "change", "of": "quality", "by": 1}]},
                {"id": "b"},
            )
        ),
        seed=1,
        seats=2,
    )
    question = match.questions(0)[0]
    assert [option.id for option in question.options] == ["act", "b", "nothing"]
    assert question.default.id == "nothing"
    assert (question.option("nothing").presses.trust or 0) < 0


def test_an_option_that_needs_more_than_a_seat_has_is_closed_and_says_why():
    dear = card(
        "dear",
        {"id": "buy", "needs": {"test": "at_least", "of": "capital", "value": 900},
         "effects": [{"do": "change", "of": "capital", "by": -5}]},
        {"id": "modest", "needs": {"test": "at_most", "of": "capital", "value": 0}},
        {"id": "linked", "needs": {"test": "has_pact", "with": "anyone"}},
        {"id": "free"},
    )  # fmt: skip
    match = Game(playbook(dear), seed=1, seats=2)
    question = match.questions(0)[0]
    closed = question.option("buy").why_closed
    assert (closed.key, closed.needs, closed.word) == ("closed.needs", 900, "capital")
    assert question.option("buy").cost == 5
    assert question.option("modest").why_closed.key == "closed.needs_at_most"
    assert question.option("linked").why_closed.key == "closed.condition"
    with pytest.raises(IllegalAnswer, match="not open"):
        match.answer(question.id, "buy")


@pytest.mark.parametrize(("base", "cause"), [(300, "card_option"), (0, "card_refused")])
def test_members_vote_on_an_answer_with_the_chance_that_was_shown(base, cause):
    vote = card(
        "vote",
        {"id": "ask", "asks": "members", "effects": [{"do": "change", "of": "voice", "by": 5}],
         "if_refused": [{"do": "change", "of": "voice", "by": -5}]},
        {"id": "not", "effects": [{"do": "change", "of": "quality", "by": 1}]},
    )  # fmt: skip
    rule = {"vote_base": min(base, 100), "vote_trust": 100}
    found = set()
    for seed in range(25):
        match = Game(playbook(vote, rules=rule), seed=seed, seats=2)
        option = match.questions(0)[0].option("ask")
        assert option.consent == ("members",)
        assert 5 <= (option.chance or 0) <= 95
        match.answer("round1.A.answer", "ask")
        match.answer("round1.B.answer", "not")
        hold_moves(match)
        found |= causes_of(match, 0)
    assert cause in found


def test_a_partner_is_asked_where_it_has_room():
    deal = card(
        "deal",
        {"id": "sign", "asks": "partner", "stage": "processing",
         "effects": [{"do": "sign_contract", "stage": "processing", "term": "long",
                      "price": "fixed", "with": "any"}]},
        {"id": "not"},
    )  # fmt: skip
    signed = 0
    for seed in range(10):
        match = Game(playbook(deal), seed=seed, seats=2)
        option = match.questions(0)[0].option("sign")
        assert option.reasons[0].party == Party("partner", 0)
        match.answer("round1.A.answer", "sign")
        match.answer("round1.B.answer", "not")
        hold_moves(match)
        signed += match.snapshot().cooperatives[0].holds[1].holding == "contract"
    assert 0 < signed < 10
    match = Game(playbook(deal), seed=1, seats=2)
    match._table.partner_capacity[0] = 10
    closed = match.questions(0)[0].option("sign")
    assert closed.why_closed.key == "closed.no_room"
    assert closed.chance is None


def test_a_card_that_speaks_to_one_seat_asks_nobody_else():
    match = Game(
        playbook(card("one", {"id": "a"}, {"id": "b"}, speaks_to="poorest")), seed=2, seats=3
    )
    asked = [q.seat for q in match.questions() if q.about == "answer"]
    assert asked == [match.snapshot().card.seat]
    poorest = min(match.snapshot().cooperatives, key=lambda one: one.capital)
    assert asked == [poorest.seat]


def test_a_follow_up_meets_the_seat_that_called_it():
    first = card("first", {"id": "a", "effects": [
        {"do": "deal_next", "card": "second", "to": "self", "after": 1}]}, {"id": "b"})  # fmt: skip
    second = card("second", {"id": "c"}, {"id": "d"}, role="follow_up")
    match = Game(playbook(first, second), seed=2, seats=3)
    for seat, answer in zip("ABC", "bab", strict=True):
        match.answer(f"round1.{seat}.answer", answer)
    hold_moves(match)
    match.answer("round1.table.go_on", "go_on")
    assert match.snapshot().card.id == "second"
    assert match.snapshot().card.seat == 1


def test_two_rounds_of_trouble_deal_the_takeover_card_to_that_seat():
    bid = card("bid", {"id": "sell"}, {"id": "fight"}, role="takeover")
    match = Game(playbook(bid, rounds=6), seed=2, seats=3)
    for _ in range(2):
        match._table.capital[1] = -80
        match._table.members[1] = 5
        match._table.parts[1][3] = [0] * 9
        for question in match.questions():
            match.answer(question.id, "inform" if question.seat == 1 else "hold")
        match.answer(match.questions()[0].id, "go_on")
    assert match.snapshot().card.id == "bid"
    assert match.snapshot().card.seat == 1


def test_a_card_called_later_does_not_push_a_takeover_aside():
    bid = card("bid", {"id": "sell"}, {"id": "fight"}, role="takeover")
    then = card("then", {"id": "c"}, {"id": "d"}, role="follow_up")
    calls = card("calls", {"id": "a", "effects": [
        {"do": "deal_next", "card": "then", "to": "self", "after": 1}]}, {"id": "b"})  # fmt: skip
    match = Game(playbook(calls, bid, then), seed=2, seats=3)
    match._table.next_card, match._table.next_card_seat = 1, 2
    match._table.next_card_round = 2
    for seat in "ABC":
        match.answer(f"round1.{seat}.answer", "a")
    hold_moves(match)
    match.answer("round1.table.go_on", "go_on")
    assert (match.snapshot().card.id, match.snapshot().card.seat) == ("bid", 2)


def test_a_card_comes_only_when_its_condition_holds_and_only_once():
    wet = card(
        "wet", {"id": "a"}, {"id": "b"}, when={"test": "at_least", "of": "glut", "value": 90}
    )
    dry = card("dry", {"id": "a"}, {"id": "b"})
    match = Game(playbook(wet, dry, script={}), seed=5, seats=2)
    dealt = []
    while not match.has_ended:
        if match.snapshot().phase == "choose":
            dealt.append(match.snapshot().card.id if match.snapshot().card else None)
        for question in match.questions():
            match.answer(question.id, question.default.id)
    assert dealt == ["dry", None, None, None]


def test_cards_of_other_chapters_stay_in_the_deck():
    old = card("old", {"id": "a"}, {"id": "b"}, chapters=["past"])
    chapters = [{"id": "past", "title": "Past", "years": "1900"},
                {"id": "now", "title": "Now", "years": "2000"}]  # fmt: skip
    track = [{"year": 2000, "chapter": "now", "index": 100, "glut": 10, "pressure": 40}]
    match = Game(playbook(old, script={}, chapters=chapters, track=track), seed=5, seats=2)
    assert match.snapshot().card is None


def test_a_group_answers_once_and_overrules_the_other_district():
    news = card("news", {"id": "act", "effects": [{"do": "change", "of": "capital", "by": 3}]},
                {"id": "rest"})  # fmt: skip
    match = Game(playbook(news), seed=2, seats=3)
    match._table.group[1] = 0
    match._table.voice[0] = match._table.voice[1] = 20
    match._table.volume[0] = 200
    assert match.questions(1)[0].in_group
    match.answer("round1.A.answer", "act")
    match.answer("round1.B.answer", "rest")
    match.answer("round1.C.answer", "nothing")
    hold_moves(match)
    assert "overruled" in causes_of(match, 1)
    assert [one.answer for one in match.snapshot().cooperatives] == [0, 0, 2]
