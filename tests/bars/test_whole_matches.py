"""Whole matches of the official scenarios: every frame that people meet keeps every bar."""

import random
from dataclasses import replace

import pytest

from coopgame.reading.library import load_scenario
from coopgame.screens.app import App
from coopgame.screens.app_model import Wish, new_match
from coopgame.screens.opening_pages import MenuPage
from coopgame.screens.play import At, PlayPage
from coopgame.screens.public_views import closing_pages
from coopgame.screens.saying import offer_phrase, party_word
from coopgame.screens.settings_file import STANDARD
from coopgame.sessions.seats import Seat
from coopgame.ui.ledger import findings, rows
from coopgame.ui.text import plain

SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]
LANGUAGES = ["nl", "fr", "en", "xx"]
NAMES = ("Anneleen Vandenbroucke", "Bo", "Chiara", "Maximilienne", "Els", "Wiktoria")


def begun(desk, story, seats, *, size, language, seed, text_scale=100):
    """Return a program with a match of people only, and its page."""
    desk.matches.mkdir(exist_ok=True)
    app = App(replace(desk, matches=None), size)
    app.settings = replace(STANDARD, language=language, text_scale=text_scale, reduced_motion=True)
    app.push(MenuPage(app))
    loaded = load_scenario(story)
    people = tuple(Seat(number, name=NAMES[number]) for number in range(seats))
    rounds = max(loaded.scenario.lengths.values())
    page = PlayPage(app, new_match(desk, Wish(loaded, people, rounds, language, seed=seed)))
    app.push(page)
    return app, page


def at(app, page, moment, step=0):
    page.show(moment, step)
    return f"{moment}.{step} round {page.match.session.snapshot().round}", app.frame()


def frames(app, page, chance):
    """Give every frame of a match that random people play, with what it is."""
    session = page.match.session
    while not session.has_ended:
        if session.phase == "look_back":
            session.go_on()
        yield at(app, page, At.NEWS)
        yield at(app, page, At.TALK)
        while (seat := session.next_human()) is not None:
            yield from turn(app, page, seat, chance)
            if session.phase == "choose":
                yield at(app, page, At.BOARD)
        yield at(app, page, At.REVEAL)
        for step in range(4):
            yield at(app, page, At.SETTLE, step)
        yield at(app, page, At.LOOK_BACK)
    for step in range(closing_pages(page.match)):
        yield at(app, page, At.CLOSING, step)


def turn(app, page, seat, chance):
    """Give the curtain of a seat and its private screen, with its first and its last choice."""
    session = page.match.session
    session.close_curtain()
    page._to_seat(seat)
    app.changed()
    yield f"curtain {seat}", app.frame()
    session.open_curtain(seat)
    where = f"seat {seat} round {session.snapshot().round}"
    yield where, at(app, page, At.SEAT)[1]
    for question in session.questions(seat):
        session.choose(
            seat, question.id, chance.choice([o for o in question.options if o.is_open]).id
        )
    app.changed()
    yield f"{where}, chosen", app.frame()
    session.lock(seat)


def misses(desk, story, seats, *, chance, **look):
    app, page = begun(desk, story, seats, **look)
    found = []
    for what, frame in frames(app, page, chance):
        found += [f"{what}: {it}" for it in findings(rows(frame))]
        if look["language"] != "xx":
            found += [f"{what}: {it}" for it in left_out(app, page, frame)]
    return found


def left_out(app, page, frame):
    """Give what a frame in an official language shortened or left away."""
    texts = [row.text for row in rows(frame) if row.kind == "text"]
    more = app.look().words.get("seat.more")
    own = {name[:end] + "…" for name in NAMES for end in range(len(name))}  # typed, not ours
    yield from (f"{it!r} is cut" for it in texts if it.endswith("…") and it not in {more, *own})
    if page.at is At.SEAT:
        look, said = page.dressed(app.look()), letters("".join(texts))
        for question in page.model(look).replies:
            offer = offer_words(look, page, question)
            is_open = frame.control(f"reply.{question.asked_by.code}.yes") is not None
            if is_open and letters(offer) not in said:
                yield f"the offer {offer!r} is not told whole"


def offer_words(look, page, question):
    stages = page.model(look).stages
    what = offer_phrase(look, question.offer, stages)
    return look.words.get("seat.offer", party=party_word(look, question.asked_by), what=what)


def letters(text):
    """Return a text without what breaking lines changes."""
    return plain(text).replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("-", "")


def check(desk, story, seats, seed, number):
    """Play one match; its number says in which size and language."""
    look = {"size": SIZES[number % 4], "language": LANGUAGES[(number // 4 + number) % 4]}
    found = misses(desk, story, seats, seed=seed, chance=random.Random(seed), **look)
    assert found == [], f"{look}\n" + "\n".join(found[:20])


@pytest.mark.parametrize("number", range(4))
def test_a_whole_match_keeps_every_bar(desk, number):
    check(desk, "introduction", 2 + number, seed=number, number=number)


@pytest.mark.long
@pytest.mark.parametrize("number", range(32))
def test_whole_matches_of_the_dairy_keep_every_bar(desk, number):
    check(desk, "walloon_dairy", 2 + number % 5, seed=100 + number, number=number)


@pytest.mark.long
@pytest.mark.parametrize("text_scale", [150, 200])
@pytest.mark.parametrize("number", range(4))
def test_a_whole_match_keeps_every_bar_with_large_text(desk, number, text_scale):
    look = {"size": SIZES[number], "language": LANGUAGES[number - 1], "text_scale": text_scale}
    found = misses(desk, "introduction", 4, seed=number, chance=random.Random(number), **look)
    assert found == [], f"{look}\n" + "\n".join(found[:20])
