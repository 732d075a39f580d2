"""Setting up a match: the story, who sits where, how long, in which language. Start always works."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopgame.bots.characters import CHARACTERS
from coopgame.screens.fitting import fitted, fitted_lines, forty, short_lines
from coopgame.screens.look import Look
from coopgame.ui.badges import badge
from coopgame.ui.bars import MOST_LINES
from coopgame.ui.buttons import button, edge_of, focus_ring, icon_button
from coopgame.ui.inputs import choice, text_field
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Colour, ControlKind, Frame
from coopgame.ui.sheet import Sheet
from coopgame.vocabulary import LANGUAGES, SEAT_LETTERS

START, BACK, ADD, MORE = "start", "back", "add", "more_stories"
STORIES_SHOWN = 3
NARROW = 80
"""Rows narrower than this, in percent of the height, show a person as a sign."""


@dataclass(frozen=True, slots=True)
class StoryChoice:
    """A scenario as the list shows it; with a `why_off` it cannot be played."""

    id: str
    title: str
    subtitle: str
    icon: str = "volume"
    why_off: str = ""


@dataclass(frozen=True, slots=True)
class SeatChoice:
    """One seat: who plays it, under which name."""

    controller: str
    """`human` or a bot character."""
    name: str
    empty_name: str
    """What it is called while no name is entered."""


@dataclass(frozen=True, slots=True)
class SetupModel:
    """Everything the set-up shows."""

    stories: Sequence[StoryChoice]
    story: str
    seats: Sequence[SeatChoice]
    fewest: int
    most: int
    lengths: Sequence[int]
    length: int
    rounds: int
    first_story: int = 0
    """The story at the top of the list."""


def setup_frame(look: Look, model: SetupModel) -> Frame:
    """Return the set-up."""
    sheet = look.sheet("setup", "board")
    u, words = sheet.u, look.words
    title = words.get("setup.title")
    sheet.text(sheet.M - 0.3 * u, 8.4 * u, title, size=sheet.percent(5.6), weight=700, role="focus")
    _back(sheet, look)
    left, right = _halves(sheet)
    _stories(sheet, look, model, left)
    _lengths(sheet, look, model, left)
    _seats(sheet, look, model, right)
    return sheet.frame()


def _halves(sheet: Sheet) -> tuple[Rect, Rect]:
    u = sheet.u
    left = Rect(sheet.M * 0.5, 14.4 * u, sheet.W * (0.41 if sheet.wide else 0.385), 81 * u)
    x = left.right + 2.4 * u
    return left, Rect(x, left.y, sheet.W - sheet.M * 0.5 - x, left.h)


def _back(sheet: Sheet, look: Look) -> None:
    size, label = sheet.size("support"), look.words.get("setup.back")
    width = sheet.text_width(label, size, 700) + size * 1.25 + 3.4 * sheet.u
    rect = Rect(sheet.W - sheet.M * 0.5 - width, 4.8 * sheet.u, width, 7.2 * sheet.u)
    button(sheet, BACK, rect, label, kind="second", icon="back", size=size)


def _heading(sheet: Sheet, x: float, y: float, text: str, room: float) -> None:
    shown = fitted(sheet, text, room, sheet.size("support"), 600)
    sheet.text(x, y, shown, role="support", weight=600, colour=sheet.theme.text_2)


def _stories(sheet: Sheet, look: Look, model: SetupModel, area: Rect) -> None:
    u = sheet.u
    x = max(area.x, sheet.M)
    shown = model.stories[model.first_story : model.first_story + STORIES_SHOWN]
    y = area.y + 4.2 * u
    height = 15.2 * u
    for story in shown:
        _story(sheet, Rect(area.x, y, area.w, height), story, chosen=story.id == model.story)
        y += height + 1.3 * u
    end = area.right - _more_stories(sheet, look, area) if _has_pages(model) else area.right
    _heading(sheet, x, area.y + 1.6 * u, _which_stories(look, model, len(shown)), end - x - u)


def _has_pages(model: SetupModel) -> bool:
    return len(model.stories) > STORIES_SHOWN


def _which_stories(look: Look, model: SetupModel, shown: int) -> str:
    """Return which stories are in sight, of how many."""
    if not _has_pages(model):
        return look.words.get("setup.story")
    first, last = model.first_story + 1, model.first_story + shown
    key = "setup.story.page" if shown > 1 else "setup.story.last"
    return look.words.get(key, first=first, last=last, all=len(model.stories))


def _more_stories(sheet: Sheet, look: Look, area: Rect) -> float:
    """Draw the button to the next stories over the list; give its width."""
    u, size, label = sheet.u, sheet.size("support"), look.words.get("setup.more")
    width = sheet.text_width(label, size, 700) + size * 1.25 + 3.4 * u
    rect = Rect(area.right - width, area.y - 3.4 * u, width, 6.2 * u)
    button(sheet, MORE, rect, label, kind="second", icon="next", size=size)
    return width


def _story(sheet: Sheet, rect: Rect, story: StoryChoice, *, chosen: bool) -> None:
    u, theme, id = sheet.u, sheet.theme, f"story.{story.id}"
    fill = theme.paper if chosen else theme.alert if story.why_off else theme.panel
    ink, second = (theme.ink, theme.ink_2) if chosen else (theme.text_1, theme.text_2)
    edge = theme.accent if chosen else theme.loss if story.why_off else edge_of(sheet, id)
    with sheet.control(
        id, rect, story.title, kind="choice", enabled=not story.why_off, why_off=story.why_off,
        value="on" if chosen else "off", help=story.subtitle,
    ):  # fmt: skip
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.8 * u)
        width = 0.5 * u if chosen else 0.2 * u
        sheet.panel(rect, fill=fill, outline=edge, outline_width=width, radius=1.8 * u)
        x = _story_sign(sheet, rect, story, chosen=chosen)
        right = rect.right - (8.4 * u if chosen else 1.6 * u)
        _story_words(sheet, Rect(x, rect.y, right - x, rect.h), story, (ink, second))
        if chosen:
            sheet.disc(rect.right - 4.6 * u, rect.cy, 2.6 * u, fill=theme.ink)
            sheet.icon(
                "check", rect.right - 4.6 * u, rect.cy, 3.6 * u, colour=theme.strip_text, stroke=3
            )


def _story_sign(sheet: Sheet, rect: Rect, story: StoryChoice, *, chosen: bool) -> float:
    """Draw the coloured square of a story; give where its words start."""
    u, theme = sheet.u, sheet.theme
    side = rect.h - 5.4 * u if sheet.wide else 7 * u
    left = max(rect.x + 1.8 * u, sheet.M if sheet.wide else 0)
    icon = "warning" if story.why_off else story.icon
    if story.why_off:
        fill: Colour = theme.well
        colour: Colour = theme.loss
    else:
        fill, colour = theme.family("climate" if chosen else "trust"), theme.strip_text
    sheet.box(left, rect.cy - side / 2, side, side, fill=fill, radius=1.4 * u)
    sheet.icon(icon, left + side / 2, rect.cy, side * 0.62, colour=colour)
    return left + side + (2.6 if sheet.wide else 1.6) * u


def _story_words(sheet: Sheet, room: Rect, story: StoryChoice, inks: tuple[Colour, Colour]) -> None:
    size, small = sheet.percent(3.6), sheet.size("support")
    heads = sheet.balanced(story.title, room.w, size=size, weight=700)
    if len(heads) > 3 or any(not sheet.fits(line, room.w, size, 700) for line in heads):
        heads = fitted_lines(sheet, story.title, (room.w, 3), size=size, weight=700)
    if story.why_off:
        heads = fitted_lines(sheet, story.title, (room.w, 1), size=size, weight=700)
        under = short_lines(sheet, story.why_off, room.w, small)
        under = (
            under
            if len(under) <= 2
            else [under[0], forty(sheet, " ".join(under[1:]), room.w, small)]
        )
    else:
        under = sheet.balanced(story.subtitle, room.w, size=small)
    if len(heads) + len(under) > 3:
        under = []
    height = len(heads) * size * 1.12 + len(under) * small * 1.2
    y = room.cy - height / 2
    for line in heads:
        sheet.text(
            room.x, y + size * 0.56, line, size=size, weight=700, colour=inks[0],
            role="strong", limit=room.w,
        )  # fmt: skip
        y += size * 1.12
    for line in under:
        sheet.text(room.x, y + small * 0.6, line, size=small, colour=inks[1], limit=room.w)
        y += small * 1.2


def _lengths(sheet: Sheet, look: Look, model: SetupModel, area: Rect) -> None:
    u, words = sheet.u, look.words
    y = area.y + 4.2 * u + STORIES_SHOWN * 16.5 * u + 1.2 * u
    x = max(area.x, sheet.M) if sheet.wide else area.x + 0.6 * u
    _heading(sheet, x, y + 1.4 * u, words.get("setup.length"), area.right - x - 26.6 * u)
    gap, height = 0.9 * u, 7.2 * u
    languages = 3 * 7.6 * u + 2 * gap
    room = area.right - x - languages - 2.4 * u
    count = max(1, len(model.lengths))
    wide = min(9 * u, (room - gap * (count - 1)) / count)
    for number, minutes in enumerate(model.lengths):
        rect = Rect(x + number * (wide + gap), y + 4 * u, wide, height)
        choice(
            sheet, f"length.{minutes}", rect, str(minutes), selected=minutes == model.length,
            kind="choice",
        )  # fmt: skip
    left = area.right - languages
    _heading(sheet, left, y + 1.4 * u, words.get("setup.language"), languages)
    for number, language in enumerate(LANGUAGES):
        rect = Rect(left + number * (7.6 * u + gap), y + 4 * u, 7.6 * u, height)
        on = language == look.language
        choice(sheet, f"language.{language}", rect, language, selected=on, kind="choice")
    text = _character(look, model) or _what_is_played(look, model)
    room, size = area.right - x, sheet.size("support")
    for place, line in enumerate(short_lines(sheet, text, room, size)[:MOST_LINES]):
        _heading(sheet, x, y + 14 * u + place * size * 1.2, line, room)


def _what_is_played(look: Look, model: SetupModel) -> str:
    """Say which story is chosen and how many rounds it takes; it may be out of sight above."""
    rounds = look.words.get("setup.rounds", count=model.rounds)
    title = next((it.title for it in model.stories if it.id == model.story), "")
    return look.words.get("setup.plays", story=title, rounds=rounds) if title else rounds


def _character(look: Look, model: SetupModel) -> str:
    """Say in a sentence how the bot plays whose button has the mouse or the keyboard."""
    for id in (look.hover or "", look.focus or ""):
        kind, _, number = id.partition(".")
        if kind == "bot" and int(number) < len(model.seats):
            controller = model.seats[int(number)].controller
            return "" if controller == "human" else look.words.get(f"bot.{controller}.character")
    return ""


def _seats(sheet: Sheet, look: Look, model: SetupModel, area: Rect) -> None:
    u, words = sheet.u, look.words
    _heading(sheet, area.x + 2 * u, area.y + 1.6 * u, words.get("setup.seats"), area.w)
    y, height, gap = area.y + 4.2 * u, 9 * u, 1.0 * u
    for number, seat in enumerate(model.seats):
        rect = Rect(area.x, y, area.w, height)
        removable = number == len(model.seats) - 1 and len(model.seats) > model.fewest
        seat_row(sheet, look, rect, (number, seat), removable=removable)
        y += height + gap
    if len(model.seats) < model.most:
        _empty_seat(sheet, look, Rect(area.x, y, area.w, height), len(model.seats))
    rect = Rect(area.x, area.y + 4.2 * u + 6 * (height + gap) + 0.8 * u, area.w, 10.4 * u)
    cap = words.get("key.enter") if look.key_names and sheet.wide else ""
    button(
        sheet, START, rect, _start_words(look, model), kind="primary", icon="play", key="enter",
        keycap=cap, size=sheet.percent(3.7), left=True,
    )  # fmt: skip


def _start_words(look: Look, model: SetupModel) -> str:
    people = sum(seat.controller == "human" for seat in model.seats)
    bots = len(model.seats) - people
    who = [look.words.get("setup.people", count=people)] if people else []
    who += [look.words.get("setup.bots", count=bots)] if bots else []
    return look.words.get("setup.start", who=", ".join(who))


def seat_row(
    sheet: Sheet, look: Look, rect: Rect, it: tuple[int, SeatChoice], *, removable: bool
) -> None:
    """Draw one seat: badge, name to type, person or bot; the last one may be removed."""
    number, seat = it
    u, words, letter = sheet.u, look.words, SEAT_LETTERS[it[0]]
    sheet.panel(rect, fill=sheet.theme.panel, radius=1.6 * u)
    low = 0.5 * u if letter == "C" else 0
    size = sheet.size("essential")
    badge(sheet, letter, rect.x + 5.2 * u, rect.cy + low, 3.3 * u, size=size)
    inner = Rect(rect.x + 10.4 * u, rect.y + 1.1 * u, rect.w - 11.6 * u, rect.h - 2.2 * u)
    if removable:
        off, inner = inner.take_right(5.2 * u if rect.w < NARROW * u else inner.h, 1.1 * u)
        icon_button(
            sheet, f"remove.{number}", off, words.get("setup.remove", letter=letter), icon="cross"
        )
    person = words.get("setup.person")
    is_bot = seat.controller != "human"
    bot_label = words.get(f"bot.{seat.controller}" if is_bot else "setup.bot")
    small = sheet.size("support")
    most = rect.w * 0.28
    widest = max(sheet.text_width(words.get(f"bot.{it}"), small, 600) for it in CHARACTERS)
    bot_width = min(widest + 1.8 * u, most)
    person_width = min(sheet.text_width(person, small, 600) + 2.6 * u, most)
    if rect.w < NARROW * u:
        person_width = inner.h
    right, inner = inner.take_right(bot_width, 1.1 * u)
    middle, inner = inner.take_right(person_width, 1.2 * u)
    text_field(
        sheet, f"name.{number}", inner, seat.name,
        (words.get("setup.name", letter=letter), fitted(sheet, seat.empty_name, inner.w - 2.4 * u, small)),
    )  # fmt: skip
    for id, place, label, on in (
        (f"human.{number}", middle, person, seat.controller == "human"),
        (f"bot.{number}", right, bot_label, seat.controller != "human"),
    ):
        _who(sheet, id, place, label, on=on)


def _who(sheet: Sheet, id: str, rect: Rect, label: str, *, on: bool) -> None:
    """Draw who plays; a bot that is chosen again changes its character, so it is a button."""
    u, theme = sheet.u, sheet.theme
    kind: ControlKind = "button" if on and id.startswith("bot.") else "choice"
    with sheet.control(id, rect, label, kind=kind, value="on" if on else "off"):
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.2 * u)
        fill = theme.text_1 if on else theme.panel
        colour = theme.bg if on else theme.text_1
        edge = None if on else edge_of(sheet, id)
        sheet.panel(rect, fill=fill, outline=edge, outline_width=0.2 * u, radius=1.2 * u)
        if id.startswith("human.") and not sheet.fits(
            label, rect.w - u, sheet.size("support"), 600
        ):
            sheet.icon("human", rect.cx, rect.cy, 4.2 * u, colour=colour)
            return
        shown = fitted(sheet, label, rect.w - u, sheet.size("support"), 600)
        sheet.text(
            rect.cx, rect.cy, shown, role="support", weight=600, colour=colour, anchor="middle"
        )


def _empty_seat(sheet: Sheet, look: Look, rect: Rect, number: int) -> None:
    u, letter = sheet.u, SEAT_LETTERS[number]
    label = look.words.get("setup.add", letter=letter)
    with sheet.control(ADD, rect, label):
        if sheet.is_focused(ADD):
            focus_ring(sheet, rect, 1.6 * u)
        sheet.panel(
            rect, outline=edge_of(sheet, ADD), outline_width=0.2 * u, radius=1.6 * u,
            dash=(1.2 * u, 1.0 * u),
        )  # fmt: skip
        low = 0.5 * u if letter == "C" else 0
        size = sheet.size("essential")
        badge(sheet, letter, rect.x + 5.2 * u, rect.cy + low, 3.3 * u, size=size)
        sheet.icon("plus", rect.x + 12.2 * u, rect.cy, 3.6 * u, stroke=2.4)
        sheet.text(rect.x + 15.4 * u, rect.cy, label, role="support", weight=600)
