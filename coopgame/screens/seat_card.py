"""The left and middle of the private screen: what happened, open offers, and the card's answers."""

from coopgame.rules.questions import Option, Question
from coopgame.screens.answer_lines import answer_line
from coopgame.screens.fitting import first_that_fits, fitted
from coopgame.screens.look import Look
from coopgame.screens.recap import RecapItem, recap_items
from coopgame.screens.saying import effects_of, offer_phrase, party_letters, party_word, why_closed
from coopgame.screens.seat_model import SeatModel
from coopgame.ui.badges import badge_row
from coopgame.ui.buttons import edge_of, focus_ring
from coopgame.ui.cards import paper, top_strip
from coopgame.ui.layout import Rect
from coopgame.ui.sheet import Sheet
from coopgame.ui.tiles import AnswerRow

ORDER_OFFERS, ORDER_ANSWERS = 10, 20


def recap_part(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Draw what happened since this seat's last turn; as many lines as fit, the weightiest first."""
    theme, t = sheet.theme, sheet.u * look.text_scale / 100
    sheet.panel(area, fill=theme.panel, radius=1.7 * sheet.u)
    x = area.x + 1.9 * t
    sheet.icon("lookback", x + 1.5 * t, area.y + 3.8 * t, 3.1 * t, colour=theme.accent)
    room = area.right - x - 5.6 * t
    head = look.words.get("seat.recap" if model.view.round > 1 else "seat.recap.first")
    y = _two_lines(sheet, (x + 4.3 * t, area.y + 3.8 * t), head, room)
    floor = area.bottom - 1.6 * t
    for item in recap_items(look, model):
        y = _recap_line(sheet, item, Rect(x, y, area.right - x - 1.6 * t, floor - y), t)
        if y >= floor:
            break


def _two_lines(sheet: Sheet, at: tuple[float, float], text: str, room: float) -> float:
    """Draw a heading whose first line has this middle; give where the next thing starts."""
    x, y = at
    size = sheet.size("strong")
    for line in sheet.balanced(text, room, size=size, weight=700):
        sheet.text(x, y, line, size=size, weight=700, limit=room)
        y += size * 1.15
    return y + size * 0.5


def _recap_line(sheet: Sheet, item: RecapItem, room: Rect, t: float) -> float:
    """Draw one line of the recap if it fits; give where the next one starts."""
    theme, x = sheet.theme, room.x + 4.3 * t
    wide = room.right - x
    size, small = sheet.size("support"), sheet.size("small")
    heads = sheet.wrap(item.title, wide, size=size, weight=600)
    under = sheet.wrap(item.text, wide, size=small) if item.text else []
    height = len(heads) * size * 1.16 + len(under) * small * 1.2
    if height > room.h:
        return room.bottom
    sheet.icon(item.icon, room.x + 1.7 * t, room.y + height / 2, 3.2 * t)
    y = room.y
    for line in heads:
        sheet.text(x, y + size * 0.58, line, size=size, weight=600, limit=wide)
        y += size * 1.16
    for line in under:
        sheet.text(x, y + small * 0.6, line, size=small, colour=theme.text_2, limit=wide)
        y += small * 1.2
    if room.bottom - y > 4 * t:
        sheet.line([(x, y + 1.0 * t), (room.right, y + 1.0 * t)], theme.hair, 0.2 * sheet.u)
    return y + 2.0 * t


def offers_part(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Draw the open offers, each with yes and no."""
    theme, t = sheet.theme, sheet.u * look.text_scale / 100
    sheet.panel(area, fill=theme.panel, radius=1.7 * sheet.u)
    inner = area.inset(1.6 * t, 1.2 * t)
    head, rest = inner.take_top(4.4 * t, 0.8 * t)
    sheet.icon("dialogue", head.x + 1.8 * t, head.cy, 3.1 * t, colour=theme.accent)
    title = look.words.get("seat.offers", count=len(model.replies))
    room = head.w - 4.6 * t
    title = fitted(sheet, title, room, sheet.size("strong"), 700)
    sheet.text(head.x + 4.6 * t, head.cy, title, role="strong", weight=700, limit=room)
    for question, place in zip(
        model.replies, rest.rows(max(1, len(model.replies)), 1.0 * t), strict=True
    ):
        _offer(sheet, look, model, (question, place))


def _offer(sheet: Sheet, look: Look, model: SeatModel, it: tuple[Question, Rect]) -> None:
    question, area = it
    t, small = sheet.u * look.text_scale / 100, sheet.size("small")
    asker, offer = question.asked_by, question.offer
    if asker is None or offer is None:
        return
    height = min(6.4 * t, area.h * 0.55)
    buttons, room = area.take_bottom(max(height, 4.6 * sheet.u), 0.6 * t)
    r = min(1.9 * t, room.h / 2)
    letters = party_letters(asker)
    end = badge_row(
        sheet, letters, room.x, room.y + r, r, size=max(small, round(r)), role="support"
    )
    text = look.words.get(
        "seat.offer", party=party_word(look, asker), what=offer_phrase(look, offer, model.stages)
    )
    lines = sheet.wrap(text, room.right - end - t, size=small)
    most = max(1, int(room.h // (small * 1.18)))
    for number, line in enumerate(lines[:most]):
        y = room.y + small * 0.62 + number * small * 1.18
        sheet.text(end + t, y, line, role="small", limit=room.right - end - t)
    _yes_no(sheet, look, model, (question, buttons))


def _yes_no(sheet: Sheet, look: Look, model: SeatModel, it: tuple[Question, Rect]) -> None:
    question, area = it
    asker = question.asked_by.code if question.asked_by else ""
    for word, place in zip(("yes", "no"), area.columns(2, max(1.0, 1.0 * sheet.u)), strict=True):
        on = model.chosen.get(question.id) == word
        id = f"reply.{asker}.{word}"
        u, theme = sheet.u, sheet.theme
        label = look.words.get(f"seat.{word}")
        with sheet.control(
            id, place, label, kind="choice", value="on" if on else "off", order=ORDER_OFFERS
        ):
            if sheet.is_focused(id):
                focus_ring(sheet, place, 1.2 * u)
            fill = theme.wheat if on else theme.raised
            edge = theme.paper_edge if on else edge_of(sheet, id)
            sheet.panel(place, fill=fill, outline=edge, outline_width=0.2 * u, radius=1.2 * u)
            colour = theme.ink if on else theme.text_1
            sheet.text(
                place.cx, place.cy, label, role="support", weight=700, colour=colour,
                anchor="middle", limit=place.w - u,
            )  # fmt: skip


def card_part(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Draw the card and its answers; a card that does not speak to this seat says so."""
    t, words = sheet.u * look.text_scale / 100, look.words
    paper(sheet, area, radius=1.7)
    card, question = model.view.card, model.answer
    if card is None or question is None:
        _no_card(sheet, look, model, area)
        return
    large = look.text_scale > 100
    strip = Rect(
        area.x, area.y, area.w, (4.6 if look.text_scale > 150 else 6 if large else 7.6) * t
    )
    title = _card_title(sheet, look, card.id, strip)
    top_strip(sheet, strip, look.story.card_themes.get(card.id, "market"), title)
    size = sheet.size("strong")
    under = _story(
        sheet, look, model, Rect(area.x, strip.bottom, area.w, area.bottom - strip.bottom)
    )
    if look.text_scale > 150:
        rest = Rect(
            area.x + 1.4 * t, under + 0.8 * t, area.w - 2.8 * t, area.bottom - under - 1.4 * t
        )
        _answers(sheet, look, model, (question, rest))
        return
    y = under + (2.3 if large else 3.2) * t
    head = words.get("seat.answer.group" if question.in_group else "seat.answer")
    head = fitted(sheet, head, area.w - 4 * t, size, 700)
    sheet.text(
        area.x + 2.4 * t, y, head, size=size, weight=700, colour=sheet.theme.ink,
        ground=sheet.theme.paper, limit=area.w - 4 * t,
    )  # fmt: skip
    top = y + (2.1 if large else 2.9) * t
    rest = Rect(area.x + 1.8 * t, top, area.w - 3.6 * t, area.bottom - 1.6 * t - top)
    _answers(sheet, look, model, (question, rest))


def _story(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> float:
    """Draw what happens, where the answers leave room for it; give where the answers start."""
    card, question = model.view.card, model.answer
    if card is None or question is None or look.content is None:
        return area.y
    t, size = sheet.u * look.text_scale / 100, sheet.size("small")
    lines = sheet.wrap(look.content.card(card.id, "story"), area.w - 4.8 * t, size=size)
    height = len(lines) * size * 1.24 + 1.6 * t
    needed = 8 * t + (len(question.options) - 0.38) * 9.6 * t
    if area.h - height < needed:
        return area.y
    y = area.y + 2.2 * t
    for line in lines:
        sheet.text(
            area.x + 2.4 * t, y + size * 0.5, line, size=size, colour=sheet.theme.ink_2,
            ground=sheet.theme.paper, limit=area.w - 4.8 * t,
        )  # fmt: skip
        y += size * 1.24
    return y + 0.4 * t


def _card_title(sheet: Sheet, look: Look, card: str, strip: Rect) -> str:
    """Return the title of the card, or its short form where that is all that fits."""
    if look.content is None:
        return card
    title = look.content.card(card, "title")
    room = strip.w - 10 * sheet.u
    short = look.content.card(card, "short")
    return first_that_fits(sheet, [title, short], room, sheet.size("strong"), 600)


def _answers(sheet: Sheet, look: Look, model: SeatModel, it: tuple[Question, Rect]) -> None:
    question, area = it
    count = len(question.options)
    gap = max(1.0 * sheet.u, 8 * sheet.height / 1080)
    shares = [1.0] * (count - 1) + [0.62 if look.text_scale <= 150 else 0.8]
    tallest = 12.2 * sheet.u * look.text_scale / 100
    if (area.h - gap * (count - 1)) / sum(shares) > tallest:
        area = Rect(area.x, area.y, area.w, tallest * sum(shares) + gap * (count - 1))
    for number, (option, place) in enumerate(
        zip(question.options, area.rows_of(shares, gap), strict=True)
    ):
        answer_line(sheet, f"answer.{option.id}", place, _answer(look, model, (number, option)))


def _answer(look: Look, model: SeatModel, it: tuple[int, Option]) -> AnswerRow:
    number, option = it
    card = model.view.card
    nothing = model.answer is not None and number == len(model.answer.options) - 1
    title, detail = look.words.get("seat.nothing"), ""
    if not nothing and card is not None and look.content is not None:
        title = look.content.option(card.id, option.id)
        detail = look.content.option(card.id, option.id, "detail")
    return AnswerRow(
        title=title,
        detail=detail,
        effects=effects_of(option.presses),
        selected=model.option(model.answer) == option,
        why_off=why_closed(look, option),
        key=str(number + 1),
        order=ORDER_ANSWERS,
    )


def _no_card(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Say why there is nothing to answer."""
    theme, t, words = sheet.theme, sheet.u * look.text_scale / 100, look.words
    card = model.view.card
    icon = "news"
    if card is None:
        title, text = words.get("seat.no_card"), words.get("seat.no_card.do")
    else:
        who = look.letter(card.seat) if card.seat is not None else ""
        title, text = words.get("seat.not_you", party=who), words.get("seat.no_card.do")
    cy = area.y + min(area.h * 0.3, 20 * t)
    sheet.disc(
        area.cx, cy, 5 * t, fill=theme.inset, outline=theme.paper_line, outline_width=0.3 * t
    )
    sheet.icon(icon, area.cx, cy, 5.6 * t, colour=theme.ink)
    room, size = area.w - 6 * t, sheet.size("strong")
    y = cy + 8.4 * t
    for line in sheet.balanced(title, room, size=size, weight=700):
        sheet.text(
            area.cx, y, line, size=size, weight=700, colour=theme.ink, ground=theme.paper,
            anchor="middle", limit=room,
        )  # fmt: skip
        y += size * 1.2
    small = sheet.size("support")
    y += 0.6 * t
    for line in sheet.balanced(text, room, size=small):
        sheet.text(
            area.cx, y, line, size=small, colour=theme.ink_2, ground=theme.paper,
            anchor="middle", limit=room,
        )  # fmt: skip
        y += small * 1.2
