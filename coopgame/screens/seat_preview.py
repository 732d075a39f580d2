"""What is known about a choice before it is made: cost, consent, the chance with its reasons, risks.

Never the outcome of a draw. Gives way in order: risks first, then reasons, never the chance.
"""

from coopgame.rules.questions import Option, Reason
from coopgame.screens.fitting import fitted, fitted_lines
from coopgame.screens.look import Look
from coopgame.screens.saying import effects_of, if_phrase, must_agree, reason_text, why_closed
from coopgame.screens.seat_model import SeatModel, open_tile
from coopgame.ui.layout import Rect
from coopgame.ui.meters import effect, effect_width, triangle, vote_bar
from coopgame.ui.sheet import Sheet


def subject(model: SeatModel, look: Look) -> tuple[str, Option] | None:
    """Return what the preview is about: what has focus or the mouse, else the last choice."""
    for id in (look.hover, look.focus):
        found = _by_id(model, id or "")
        if found is not None:
            return found
    answer, move = model.option(model.answer), model.option(model.move)
    pairs = [("answer", answer), ("move", move)]
    if model.last == "move":
        pairs.reverse()
    return next(((kind, option) for kind, option in pairs if option is not None), None)


def _by_id(model: SeatModel, id: str) -> tuple[str, Option] | None:
    kind, _, rest = id.partition(".")
    if kind == "answer" and model.answer is not None:
        option = model.answer.option(rest)
        return ("answer", option) if option is not None else None
    if kind == "reply" and rest.split(".")[0]:
        asker = rest.split(".")[0]
        offers = (q.offer for q in model.replies if q.asked_by and q.asked_by.code == asker)
        offer = next(offers, None)
        return ("reply", offer) if offer is not None else None
    if kind == "move":
        options = model.under(rest)
        chosen = open_tile(model, rest)
        return ("move", chosen or options[0]) if options else None
    if kind == "target" and rest.isdigit() and int(rest) < len(model.targets):
        variants = model.targets[int(rest)]
        current = model.option(model.move)
        return ("move", current if current is not None and current in variants else variants[0])
    return None


def preview(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Draw what is known about a choice before it is made."""
    theme, t = sheet.theme, sheet.u * look.text_scale / 100
    if area.h < 8 * t:
        return
    sheet.panel(area, fill=theme.well, radius=1.3 * sheet.u)
    inner = area.inset(2.0 * t, 1.0 * t)
    found = subject(model, look)
    if found is None:
        text = look.words.get("seat.preview.empty")
        sheet.paragraph(inner.x, inner.y + 0.8 * t, inner.w, text, role="support")
        return
    kind, option = found
    foot, body = inner.take_bottom(_foot_height(sheet, look, option, inner.w), 0.6 * t)
    body = _head(sheet, look, model, (kind, option, body))
    if option.is_open:
        body = _chance(sheet, look, option, body)
        _lines(sheet, look, option, body)
    else:
        sheet.icon("lock", body.x + 1.5 * t, body.y + 1.6 * t, 2.8 * t, colour=theme.accent)
        _wrapped(sheet, Rect(body.x + 4 * t, body.y + 0.6 * t, body.w - 4 * t, body.h),
                 why_closed(look, option))  # fmt: skip
    _foot(sheet, look, option, foot)


def _head(sheet: Sheet, look: Look, model: SeatModel, it: tuple[str, Option, Rect]) -> Rect:
    kind, option, area = it
    size, t = sheet.size("support"), sheet.u * look.text_scale / 100
    if kind == "answer":
        card = model.view.card
        name = look.words.get("seat.nothing")
        if card is not None and look.content is not None:
            name = look.content.option(card.id, option.id) or name
        title = look.words.get("seat.if.answer", name=name)
    else:
        title = if_phrase(look, option, model.stages)
    cost = look.words.get("seat.cost", count=option.cost) if option.cost else ""
    width = sheet.text_width(cost, size, 600) if cost else 0.0
    if width > area.w * 0.4:
        cost, width = "", 0.0
    room = area.w - (width + 2 * t if cost else 0)
    lines = fitted_lines(sheet, title, (room, 2), size=size, weight=700)
    y = area.y + size * 0.5
    if cost:
        sheet.text(area.right, y, cost, role="support", weight=600, anchor="right")
    for line in lines:
        sheet.text(area.x, y, line, role="support", weight=700)
        y += size * 1.18
    top = y - size * 0.3
    return Rect(area.x, top, area.w, area.bottom - top)


def _chance(sheet: Sheet, look: Look, option: Option, area: Rect) -> Rect:
    """Draw the chance with its bar; give what is left below."""
    t, theme, words = sheet.u * look.text_scale / 100, sheet.theme, look.words
    if option.chance is None or area.h < 3.6 * t:
        return area
    size = sheet.size("support")
    icon = "voice" if {"members", "their_members"} & set(option.consent) else "contract"
    y = area.y + 1.9 * t
    sheet.icon(icon, area.x + 1.7 * t, y, 3.2 * t, colour=theme.accent)
    x = area.x + 4.4 * t
    big = sheet.size("essential")
    chance = words.get("seat.chance", percent=words.percent(option.chance))
    chance = fitted(sheet, chance, area.right - x, big, 700)
    x += sheet.text(x, y, chance, size=big, weight=700, role="essential") + 1.0 * t
    because = words.get("seat.because")
    if option.reasons and sheet.fits(because, area.right - x, size):
        sheet.text(x, y, because, role="support")
    if area.h < 5 * t:
        return Rect(area.x, area.bottom, area.w, 0)
    vote_bar(sheet, Rect(area.x, y + 2.5 * t, area.w, 1.6 * t), option.chance)
    top = y + 5.2 * t
    return Rect(area.x, top, area.w, area.bottom - top)


def _lines(sheet: Sheet, look: Look, option: Option, area: Rect) -> None:
    """Draw reasons for and against in two columns, then the risks, as far as there is room."""
    t, size = sheet.u * look.text_scale / 100, sheet.size("small")
    shown = [
        (reason.points > 0 if reason.points else None, reason_text(look, reason))
        for reason in _balanced(option)
    ]
    risks = [reason_text(look, risk) for risk in option.risks]
    columns = 2 if area.w > 52 * t and len(shown) > 1 else 1
    width = area.w / columns - (1.0 * t if columns == 2 else 0)
    y, step = area.y, size * 1.36
    for start in range(0, len(shown), columns):
        pair = shown[start : start + columns]
        wrapped = [sheet.wrap(text, width - 3 * t, size=size) for _, text in pair]
        height = max(len(lines) for lines in wrapped) * size * 1.16 + size * 0.3
        if y + height > area.bottom:
            return
        for place, ((good, _), lines) in enumerate(zip(pair, wrapped, strict=True)):
            x = area.x + place * (area.w / columns)
            if good is None:
                sheet.icon("members", x + 1.1 * t, y + size * 0.55, 2.3 * t)
            else:
                colour = sheet.theme.gain if good else sheet.theme.loss
                triangle(sheet, x + 1.1 * t, y + size * 0.55, 0.85 * t, (good, colour))
            for number, line in enumerate(lines):
                at = y + size * 0.55 + number * size * 1.16
                sheet.text(x + 2.9 * t, at, line, role="small", limit=width - 2.9 * t)
        y += height
    for text in risks:
        lines = sheet.wrap(text, area.w - 3 * t, size=size)
        if y + len(lines) * step > area.bottom:
            return
        sheet.icon("warning", area.x + 1.1 * t, y + size * 0.55, 2.3 * t, colour=sheet.theme.accent)
        for line in lines:
            sheet.text(
                area.x + 2.9 * t, y + size * 0.55, line, role="small", limit=area.w - 2.9 * t
            )
            y += size * 1.2
        y += size * 0.2


def _balanced(option: Option) -> list[Reason]:
    """Return up to six reasons, for and against in turn, the heaviest first."""
    good = [reason for reason in option.reasons if reason.points >= 0]
    bad = [reason for reason in option.reasons if reason.points < 0]
    most = max(len(good), len(bad))
    mixed = [it[k] for k in range(most) for it in (good, bad) if k < len(it)]
    return mixed[:6]


def _beside(sheet: Sheet, look: Look, option: Option, width: float) -> bool:
    """Tell whether who must agree fits on the row of the expected arrows."""
    t, size = sheet.u * look.text_scale / 100, sheet.size("small")
    agree = must_agree(look, option)
    used = sheet.text_width(look.words.get("seat.expected"), size) + 3.6 * t
    used += sum(effect_width(3.2 * t, it) + 2.0 * t for it in effects_of(option.presses))
    return bool(agree) and used + sheet.text_width(agree, size, 600) <= width


def _foot_height(sheet: Sheet, look: Look, option: Option, width: float) -> float:
    t, size = sheet.u * look.text_scale / 100, sheet.size("small")
    agree = must_agree(look, option)
    if not agree or _beside(sheet, look, option, width):
        return 4.0 * t
    lines = fitted_lines(sheet, agree, (width, 2), size=size, weight=600)
    return 4.0 * t + len(lines) * size * 1.2


def _foot(sheet: Sheet, look: Look, option: Option, area: Rect) -> None:
    """Draw which meters are expected to move, and who else must agree."""
    t, theme, size = sheet.u * look.text_scale / 100, sheet.theme, sheet.size("small")
    agree, beside = must_agree(look, option), _beside(sheet, look, option, area.w)
    row = area.y + 2.3 * t
    sheet.line([(area.x, area.y), (area.right, area.y)], theme.hair, 0.2 * sheet.u)
    label = look.words.get("seat.expected")
    label = fitted(sheet, label, area.w * 0.4, size)
    x = area.x + sheet.text(area.x, row, label, role="small", colour=theme.text_2) + 1.6 * t
    effects, nothing = effects_of(option.presses), look.words.get("seat.expected.none")
    if not effects and not beside and sheet.fits(nothing, area.right - x, size):
        sheet.text(x, row, nothing, role="small")
    for it in effects:
        width = effect_width(3.2 * t, it)
        if x + width > area.right:
            break
        effect(sheet, x + width / 2, row, it, size=3.2 * t)
        x += width + 2.0 * t
    if beside:
        sheet.text(area.right, row, agree, role="small", weight=600, anchor="right")
        return
    lines = fitted_lines(sheet, agree, (area.w, 2), size=size, weight=600)
    for number, line in enumerate(lines):
        y = area.y + 4.4 * t + (number + 0.4) * size * 1.2
        sheet.text(area.x, y, line, role="small", weight=600, limit=area.w)


def _wrapped(sheet: Sheet, area: Rect, text: str) -> None:
    sheet.paragraph(area.x, area.y, area.w, text, role="support", leading=1.2)
