"""A scenario and its decks become rows of integers."""

import pytest
from hypothesis import HealthCheck, given, settings

from coopgame.cards.compiling import (
    NEVER,
    compile_scenario,
    fingerprint,
    playing_part,
)
from coopgame.cards.deck import Deck
from coopgame.cards.scenario import spread
from coopgame.rules import card_rows as r
from coopgame.rules import codes as c
from coopgame.rules import playbook as p
from coopgame.rules.game import Game
from coopgame.rules.numbers import STANDARD
from tests.cards.making import AMBITION, EFFECT, card, deck, option, scenario, writer
from tests.conformance import play_randomly
from tests.strategies import decks

TRUST = {"do": "change", "of": "trust", "by": 2}
CHAPTERS = [{"id": "early", "title": "E"}, {"id": "late", "title": "L"}]


def book(*cards, seats=2, rounds=4, **more):
    return compile_scenario(scenario(**more), [deck(*cards)], seats=seats, rounds=rounds)


def test_a_card_knows_its_options_and_doing_nothing_is_the_last():
    made = book(card("one"), card("two", option("a"), option("b"), option("c")))
    assert [row[p.CARD_FIRST] for row in made.cards] == [0, 3]
    assert [row[p.CARD_COUNT] for row in made.cards] == [3, 4]
    assert made.labels.options == ("yes", "no", "nothing", "a", "b", "c", "nothing")
    assert [row[p.OPTION_CARD] for row in made.options] == [0, 0, 0, 1, 1, 1, 1]
    nothing = made.options[2]
    assert nothing[p.OPTION_NEEDS] == c.NOTHING
    assert nothing[p.OPTION_EFFECTS_END] - nothing[p.OPTION_EFFECTS] == 1
    assert nothing[p.OPTION_REFUSED] == nothing[p.OPTION_REFUSED_END]


def test_what_a_card_says_of_itself_is_in_its_row():
    made = book(
        card("one", theme="inputs", weight=5, speaks_to="poorest", role="takeover",
             when={"test": "in_group"}, chapters=["late"]),
        chapters=CHAPTERS,
    )  # fmt: skip
    row = made.cards[0]
    assert row[p.CARD_THEME] == 14
    assert row[p.CARD_WEIGHT] == 5
    assert row[p.CARD_SPEAKS_TO] == p.SPEAKS_POOREST
    assert row[p.CARD_ROLE] == p.ROLE_TAKEOVER
    assert row[p.CARD_CHAPTERS] == 0b10
    assert made.tests[row[p.CARD_TEST]][r.TEST_WORD] == r.IN_GROUP


@pytest.mark.parametrize(
    ("chapters", "known", "mask"),
    [(["late"], [], 0), (None, CHAPTERS, 0), (["early", "late"], CHAPTERS, 3),
     (["gone"], CHAPTERS, NEVER)],
)  # fmt: skip
def test_chapters_become_a_mask(chapters, known, mask):
    made = book(card("one", chapters=chapters), chapters=known)
    assert made.cards[0][p.CARD_CHAPTERS] == mask


def test_before_a_card_that_speaks_to_everyone_self_is_everyone():
    rich = {"test": "at_least", "of": "capital", "value": 20}
    everyone = book(card("one", when=rich))
    assert everyone.tests[0][r.TEST_WHO] == r.TO_EVERYONE
    poorest = book(card("one", when=rich, speaks_to="poorest"))
    assert poorest.tests[0][r.TEST_WHO] == r.TO_SELF
    needs = book(card("one", option("yes", needs=rich), option("no")))
    assert needs.tests[0][r.TEST_WHO] == r.TO_SELF


def test_who_must_agree_is_in_the_option():
    made = book(
        card("one", option("a", asks="members", if_refused=[TRUST, TRUST]),
             option("b", asks="partner", stage="processing"),
             option("c", asks="others", at_least=2), option("d", verb="leave")),
    )  # fmt: skip
    a, b, third, d, _ = made.options
    assert a[p.OPTION_ASKS] == p.ASKS_MEMBERS
    assert a[p.OPTION_REFUSED_END] - a[p.OPTION_REFUSED] == 2
    assert (b[p.OPTION_ASKS], b[p.OPTION_STAGE]) == (p.ASKS_PARTNER, 1)
    assert (third[p.OPTION_ASKS], third[p.OPTION_COUNT]) == (p.ASKS_OTHERS, 2)
    assert (d[p.OPTION_ASKS], d[p.OPTION_VERB]) == (p.ASKS_NOBODY, c.LEAVE)


def test_equal_amounts_share_a_row():
    made = book(card("one", option("a", TRUST, TRUST), option("b", {**TRUST, "by": 3})))
    assert len(made.amounts) == 3


def test_options_of_tests_are_those_of_the_same_card():
    chose = {"do": "when", "test": {"test": "chose", "option": "no"}, "then": [TRUST]}
    made = book(card("one"), card("two", option("yes", chose), option("no", TRUST)))
    assert made.tests[0][r.TEST_WHAT] == 4


def test_seats_partners_and_neighbours_have_their_rows():
    given_ = {
        "cooperatives": [
            {"id": "a", "name": "A", "kind": "collective", "home": "processing",
             "volume": {"from": 80, "to": 90}, "capital": {"from": 5, "to": 6}, "efficiency": 50,
             "quality": 30, "members": 60, "openness": 40, "voice": 70, "tie": 45,
             "ambition": AMBITION},
            {"id": "b", "name": "B", "kind": "producer", "home": "production"},
        ],
        "seats": {"fewest": 2, "most": 2},
    }  # fmt: skip
    made = compile_scenario(scenario(**given_), [deck()], seats=2, rounds=4)
    assert made.starts[0] == [3, 1, 80, 90, 5, 6, 50, 30, 60, 40, 70, 25, 25, 25, 25, 45]
    assert made.starts[1] == [0, 0, 60, 140, 18, 24, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1]
    assert made.partners == [[1, 0, 50, 400, 50, 25, 25, 25, 25, -1]]
    assert made.neighbours == [[40, 40, 25, 25, 25, 25, -1]]
    assert made.labels.cooperatives == ("a", "b")
    assert made.labels.stages == ("production", "processing", "distribution")


def points(*indices):
    return [{"index": index, "glut": 10, "pressure": 40} for index in indices]


@pytest.mark.parametrize(
    ("indices", "rounds", "spread_out"),
    [((90, 100, 110), 3, [90, 100, 110]), ((90, 100, 110), 2, [90, 110]), ((90, 100), 1, [90]),
     ((90, 110), 4, [90, 90, 110, 110]), ((90, 100, 110), 5, [90, 100, 100, 110, 110])],
)  # fmt: skip
def test_the_track_is_spread_evenly_over_the_rounds(indices, rounds, spread_out):
    made = scenario(track=points(*indices))
    assert [point.index for point in spread(made.track, rounds)] == spread_out
    assert [row[p.TRACK_INDEX] for row in book(rounds=rounds, track=points(*indices)).track] == (
        spread_out
    )


def test_without_a_track_the_market_is_quiet():
    assert book(rounds=2).track == [[100, 20, 40, -1]] * 2


def test_chapters_of_the_track_are_numbers():
    track = [{**points(100)[0], "chapter": "late"}]
    assert book(rounds=1, track=track, chapters=CHAPTERS).track[0][p.TRACK_CHAPTER] == 1


def test_numbers_script_mode_and_pars():
    made = book(
        card("one"), card("two"), rounds=3, rules={"vote_base": 71}, script={2: "two", 9: "one"},
        mode="points", secret_missions="hidden", pars={"trust": {"par": 50, "spread": 3}},
    )  # fmt: skip
    assert made.rule.vote_base == 71
    assert made.rule.tie_decay == STANDARD.tie_decay
    assert made.script == [-1, 1, -1]
    assert made.mode == c.POINTS
    assert made.secret_missions == 1
    assert made.goal_par[c.GOAL_TRUST] == 50
    assert made.goal_spread[c.GOAL_TRUST] == 3
    assert len(made.goal_par) == 7


def test_the_length_offered_first_is_the_one_near_an_hour():
    assert scenario().offered_length == 60
    assert scenario(lengths={20: 4, 100: 10}).offered_rounds == 4
    assert scenario(default_length=20).offered_rounds == 4
    assert scenario(default_length=30).offered_rounds == 4


def test_the_fingerprint_is_that_of_what_changes_play():
    plain = fingerprint(scenario(), [deck()])
    assert plain == fingerprint(scenario(title="Other", source_note="x"), [deck(title="Other")])
    assert plain == fingerprint(scenario(seats={"fewest": 1, "most": 2}), [deck(language="nl")])
    other = card(
        "one",
        debrief="Other?",
        real_case={"text": "A.", "place": "B", "year": 1, "source": "C"} | {"year": 1900},
    )
    assert plain == fingerprint(scenario(), [deck(other)])
    assert plain != fingerprint(scenario(), [deck(card("one", weight=3))])
    assert plain != fingerprint(scenario(neighbours=[]), [deck()])
    assert plain != fingerprint(scenario(), [deck(), deck(deck="more")])


def test_what_changes_play_is_plain_data_without_defaults():
    part = playing_part(deck())
    assert part["deck"] == "small"
    assert "title" not in part
    assert "weight" not in part["cards"][0]


@pytest.mark.long
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=decks())
def test_any_deck_plays_to_the_end(told):
    made = compile_scenario(scenario(), [Deck.model_validate(told)], seats=3, rounds=4)
    match = Game(made, seed=7, seats=3)
    play_randomly(match, 3)
    assert match.has_ended


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=decks())
def test_any_deck_compiles_to_rows_that_hang_together(told):
    made = compile_scenario(scenario(), [Deck.model_validate(told)], seats=3, rounds=4)
    for row in made.options:
        assert 0 <= row[p.OPTION_EFFECTS] < row[p.OPTION_EFFECTS_END] <= len(made.effects)
        assert 0 <= row[p.OPTION_REFUSED] <= row[p.OPTION_REFUSED_END] <= len(made.effects)
        for column in (p.OPTION_TRUST, p.OPTION_PRICE, p.OPTION_AUTONOMY):
            assert row[column] == p.UNKNOWN_ARROW or -3 <= row[column] <= 3
    for row in made.effects:
        assert len(row) == r.EFFECT_COLUMNS
        assert row[r.EFFECT_AMOUNT] < len(made.amounts)
    assert all(len(row) == r.TEST_COLUMNS for row in made.tests)
    assert all(len(row) == r.AMOUNT_COLUMNS and row[r.AMOUNT_PER] >= 1 for row in made.amounts)


@pytest.mark.parametrize(
    "effect",
    [
        {"do": "deal_next", "card": "second"},
        {"do": "when", "test": {"test": "in_group"}, "then": [{"do": "name_shares"}]},
        {"do": "end_pacts"},
        {
            "do": "when",
            "test": {"test": "in_group"},
            "then": [{"do": "name_shares"}],
            "else": [{"do": "end_pacts"}],
        },
    ],
)
def test_an_effect_without_an_amount_points_at_no_amount(effect):
    made = writer()
    made.run([EFFECT.validate_python(effect)])
    assert all(row[r.EFFECT_AMOUNT] == -1 for row in made.effects)
    assert made.amounts == []
