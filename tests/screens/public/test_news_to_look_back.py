"""News, reveal, settling and look back: what they say, and what comes next."""

from dataclasses import replace

import pytest

from coopgame.reading.library import load_scenario, playbook_for
from coopgame.rules.game import Game
from coopgame.rules.offering import printed_option
from coopgame.rules.playbook import CARD_COUNT, CARD_FIRST
from coopgame.rules.snapshot import PUBLIC, CardView
from coopgame.screens.app_model import story_of
from coopgame.screens.public.look_back import look_back_frame, questions_of
from coopgame.screens.public.news import news_frame
from coopgame.screens.public.reveal import reveal_frame
from coopgame.screens.public.settle import settle_frame
from coopgame.ui.ledger import findings, rows
from coopgame.ui.text import plain
from tests.screens.public import showing
from tests.screens.public.reading import icons, texts, words
from tests.screens.public.showing import busy_table, change, look


def test_the_news_shows_every_answer_with_who_must_agree():
    said = texts(news_frame(look(), busy_table(5)))
    for label in ("Lid worden", "Samen onderhandelen", "Kleinere melkerij", "Zelf verwerken"):
        assert label in said
    for needs in ("De leden stemmen", "1 ander moet dit ook kiezen", "Een partner moet tekenen"):
        assert needs in said
    assert "Echt: België, 2015" in said


def test_an_unknown_effect_is_a_question_mark():
    assert "?" in texts(news_frame(look(), busy_table(5)))


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_a_card_for_one_seat_says_for_whom(size):
    table = replace(busy_table(5), card=showing.card("long", seat=2, count=3))
    assert "Deze kaart spreekt tot C, Bronbeek." in texts(news_frame(look(size=size), table))


def _letters(text: str) -> str:
    """A text without what breaking lines changes."""
    return plain(text).replace(" ", "").replace("-", "")


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_card_of_the_deck_is_shown_whole(language, size):
    loaded = load_scenario("walloon_dairy")
    book = playbook_for(loaded, seats=3)
    table = Game(book, seed=1, seats=3).snapshot(PUBLIC)
    content = loaded.words(language)
    made = look(language, size, content=content, story=story_of(loaded, book.rounds))
    for number, name in enumerate(book.labels.cards):
        row = book.cards[number]
        numbers = range(row[CARD_FIRST], row[CARD_FIRST] + row[CARD_COUNT])
        options = tuple(printed_option(book, it) for it in numbers)
        card = CardView(name, number, 1, options)
        frame = news_frame(made, replace(table, card=card), go_on=made.words.get("news.next"))
        assert findings(rows(frame)) == ()
        left = [
            row.text
            for row in rows(frame)
            if row.role == "essential" and abs(row.rect.x - size[0] * 0.05) < 1
        ]
        assert _letters("".join(left)) == _letters(content.card(name, "story"))
        for option in options[:-1]:
            assert content.option(name, option.id) in words(frame)


def settled_table(seats: int = 5):
    return showing.settled(busy_table(seats))


def test_the_reveal_turns_over_one_row_after_the_other():
    table = settled_table()
    changes = showing.changes_of(table)
    frame = reveal_frame(look(), table, changes, shown=2)
    assert texts(frame).count("nog dicht") == 3
    assert frame.control("next").label == "Volgende: C tonen"
    last = reveal_frame(look(), table, changes, shown=5)
    assert last.control("next").label == "Volgende: afrekening"


def test_the_reveal_says_how_votes_and_offers_went():
    table = settled_table(6)
    said = words(reveal_frame(look(), table, showing.changes_of(table)))
    assert "Leden willen bouwen, kans 71" in said
    assert "Antwoord geweigerd, kans 44" in said
    assert "Voorstel aan A" in said
    assert "Plateau tekent niet, kans 38" in said
    assert "Pact met A" in said


def test_a_district_whose_group_chose_says_so():
    table = settled_table(5)
    assert "de groep koos" in texts(reveal_frame(look(), table, ()))


def test_a_move_that_became_impossible_is_told():
    table = settled_table(5)
    row = change("move", 0, "held_instead", (0, 0), detail=3)
    assert "kon niet meer, spaart" in texts(reveal_frame(look(), table, (row,)))


@pytest.mark.parametrize(
    ("step", "title", "following"),
    [
        (0, "Prijs voor de leden", "Volgende: vertrouwen"),
        (1, "Vertrouwen", "Volgende: prijsbeheersing"),
        (2, "Prijsbeheersing", "Volgende: autonomie"),
        (3, "Autonomie", "Volgende: terugblik"),
    ],
)
def test_settling_goes_step_by_step_and_says_what_comes_next(step, title, following):
    table = settled_table()
    frame = settle_frame(look(), table, showing.changes_of(table), step=step)
    assert frame.declared_focus == title
    assert frame.control("next").label == following
    assert frame.control("back") is not None


def test_settling_shows_before_after_and_signed_reasons():
    table = settled_table()
    said = texts(settle_frame(look(), table, showing.changes_of(table), step=1))
    assert "52" in said
    assert "58" in said
    assert "+9 sterkere banden" in said
    assert "−2 leden haken af" in said
    assert "−1 door 1 andere" in said


def test_prices_are_in_the_unit_of_the_story():
    table = settled_table()
    said = words(settle_frame(look(), table, showing.changes_of(table), step=0))
    assert "ct markt steeg" in said
    assert "Markt 34\u00a0ct" in said or "Markt 34 ct" in said


def test_a_meter_that_did_not_move_says_so():
    table = settled_table(2)
    still = replace(
        table,
        cooperatives=tuple(replace(o, meters_before=o.meters) for o in table.cooperatives),
    )
    assert "geen verschil" in texts(settle_frame(look(), still, (), step=1))


def test_questions_come_every_third_round_and_at_the_end():
    made, table = look(), settled_table()
    asked = [
        len(questions_of(made, replace(table, round=number, rounds=8))) for number in range(1, 9)
    ]
    assert asked == [0, 0, 2, 0, 0, 2, 0, 2]


def test_the_question_of_the_card_comes_first():
    table = settled_table()
    first, second = questions_of(look(), table)
    assert first == "Wie kon zelf nog kiezen, en wie niet?"
    assert second.endswith("?")
    frame = look_back_frame(look(), table, showing.changes_of(table), questions=(first, second))
    assert first in words(frame)


def test_looking_back_leads_to_the_next_round_or_the_closing():
    table = settled_table()
    changes = showing.changes_of(table)
    frame = look_back_frame(look(), table, changes)
    assert frame.control("next").label == "Volgende: ronde 4"
    over = look_back_frame(look(), replace(table, phase="ended"), changes)
    assert over.control("next").label == "Volgende: slot"
    assert {"trust", "price", "autonomy"} <= set(icons(frame))
