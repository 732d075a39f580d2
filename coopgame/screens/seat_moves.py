"""The right of the private screen: the moves, whom they are aimed at, and what is known beforehand."""

from collections.abc import Sequence

from coopgame.rules.questions import Option
from coopgame.screens.fitting import fitted, fitted_lines
from coopgame.screens.look import Look
from coopgame.screens.saying import (
    TILES,
    effects_of,
    if_phrase,
    must_agree,
    party_letters,
    reason_text,
    stage_word,
    why_closed,
)
from coopgame.screens.seat_model import SeatModel, open_tile
from coopgame.ui.badges import badge_row
from coopgame.ui.buttons import button, edge_of, focus_ring
from coopgame.ui.inputs import choice
from coopgame.ui.layout import Rect
from coopgame.ui.meters import effect, effect_width, triangle, vote_bar
from coopgame.ui.nodes import Colour
from coopgame.ui.sheet import Sheet

ORDER_MOVES, ORDER_TARGETS, ORDER_TERMS = 30, 40, 50
MORE = "more_targets"
ICONS = {"organise": "organise", "price": "euro", "term": "clock"}


def moves_part(
    sheet: Sheet, look: Look, model: SeatModel, area: Rect, *, with_details: bool = True
) -> None:
    """Draw the tiles of the moves and, where there is room, targets and preview."""
    t = sheet.u * look.text_scale / 100
    sheet.panel(area, fill=sheet.theme.panel, radius=1.7 * sheet.u)
    inner = area.inset(2.2 * t, 1.4 * t)
    head, rest = inner.take_top(4.2 * t, 0.6 * t)
    in_group = model.move is not None and model.move.in_group
    title = look.words.get("seat.move.group" if in_group else "seat.move")
    title = fitted(sheet, title, head.w, sheet.size("strong"), 700)
    sheet.text(head.x, head.cy, title, role="strong", weight=700)
    if not with_details:
        _grid(sheet, look, model, rest)
        return
    grid, rest = rest.take_top(17 * t, 1.2 * t)
    _grid(sheet, look, model, grid)
    _details(sheet, look, model, rest)


def target_part(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Draw the targets alone: the second step where one column is all there is."""
    t = sheet.u * look.text_scale / 100
    sheet.panel(area, fill=sheet.theme.panel, radius=1.7 * sheet.u)
    inner = area.inset(2.0 * t, 1.2 * t)
    if has_targets(model):
        _targets(sheet, look, model, inner)
        return
    text = look.words.get("seat.target.none")
    sheet.paragraph(inner.x, inner.y + t, inner.w, text, role="support")


def details_part(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Draw the preview alone: the last step where one column is all there is."""
    _preview(sheet, look, model, area)


def has_targets(model: SeatModel) -> bool:
    """Tell whether the chosen tile can be aimed at more than one thing."""
    return bool(model.tile) and len(model.under(model.tile)) > 1


def _details(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    t = sheet.u * look.text_scale / 100
    rest = area
    if has_targets(model):
        rest = _targets(sheet, look, model, area)
    _preview(sheet, look, model, Rect(rest.x, rest.y + 0.2 * t, rest.w, rest.h - 0.2 * t))


def _grid(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    columns = 5 if area.w > 60 * sheet.u * look.text_scale / 100 else 4
    rows = -(-len(TILES) // columns)
    gap = max(1.1 * sheet.u, 8 * sheet.height / 1080)
    for name, place in zip(TILES, area.grid(columns, rows, gap=gap), strict=False):
        options = model.under(name)
        usable = open_tile(model, name)
        why = ""
        if usable is None:
            why = why_closed(look, options[0]) if options else look.words.get("closed.no_link")
        chosen = model.option(model.move)
        words = (name, look.words.get(f"seat.tile.{name}"), why)
        on = chosen is not None and chosen in options
        _tile(sheet, (f"move.{name}", place), words, selected=on)


def _tile(
    sheet: Sheet, it: tuple[str, Rect], words: tuple[str, str, str], *, selected: bool
) -> None:
    """Draw a move: icon over its name; a name of several lines leaves less room for the icon."""
    (id, rect), (icon, name, why), u, theme = it, words, sheet.u, sheet.theme
    with sheet.control(
        id, rect, name, kind="choice", enabled=not why, why_off=why, order=ORDER_MOVES, help=why,
        value="on" if selected else "off",
    ):  # fmt: skip
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.3 * u)
        fill = theme.wheat if selected else theme.panel if why else theme.raised
        edge = theme.paper_edge if selected else theme.edge if why else edge_of(sheet, id)
        ink = theme.ink if selected else theme.text_2 if why else theme.text_1
        width = 0.2 * u if edge else 0
        sheet.panel(rect, fill=fill, outline=edge, outline_width=width, radius=1.3 * u)
        _tile_face(sheet, rect, ("lock" if why else icon, name), ink)


def _tile_face(sheet: Sheet, rect: Rect, words: tuple[str, str], ink: Colour) -> None:
    icon, name = words
    u, size = sheet.u, sheet.size("small")
    most = max(1, int((rect.h - 0.6 * u) // (size * 1.1)))
    lines = fitted_lines(sheet, name, (rect.w - 0.8 * u, most), size=size, weight=600)
    text = len(lines) * size * 1.1
    sign = min(rect.h * 0.5, rect.h - text - 1.2 * u)
    shown = sign > 2.2 * u
    top = rect.cy - (text + (sign + 0.4 * u if shown else 0)) / 2
    if shown:
        sheet.icon(icon, rect.cx, top + sign / 2, sign, colour=ink)
        top += sign + 0.4 * u
    for number, line in enumerate(lines):
        sheet.text(
            rect.cx, top + (number + 0.5) * size * 1.1, line, size=size, weight=600, colour=ink,
            anchor="middle",
        )  # fmt: skip


# Targets ---------------------------------------------------------------------------


def _targets(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> Rect:
    """Draw whom the move can be aimed at; give what is left below."""
    t, size = sheet.u * look.text_scale / 100, sheet.size("support")
    label = look.words.get(f"seat.with.{model.tile}")
    label = fitted(sheet, label, area.w, size, 600)
    sheet.text(area.x, area.y + 1.3 * t, label, role="support", weight=600)
    top = area.y + 3.4 * t
    height, gap = max(5.3 * t, 4.7 * sheet.u), max(1.0 * sheet.u, 8 * sheet.height / 1080)
    chips = [(number, options) for number, options in enumerate(model.targets)]
    rows = _laid(sheet, look, model, (chips[model.first_target :], area.w, gap))
    y = top
    for row in rows:
        for number, options, x, width in row:
            place = Rect(area.x + x, y, width, height)
            if number < 0:
                label = look.words.get("seat.more")
                button(sheet, MORE, place, label, kind="quiet", size=size, order=ORDER_TARGETS)
            else:
                _chip(sheet, look, model, (number, options, place))
        y += height + gap
    y = _terms(sheet, look, model, Rect(area.x, y, area.w, height)) if _has_terms(model) else y
    bottom = y + 0.6 * t - gap * 0.3
    return Rect(area.x, bottom, area.w, area.bottom - bottom)


Laid = list[list[tuple[int, tuple[Option, ...], float, float]]]


def _laid(
    sheet: Sheet,
    look: Look,
    model: SeatModel,
    it: tuple[Sequence[tuple[int, tuple[Option, ...]]], float, float],
) -> Laid:
    """Lay chips over at most two rows (one with terms); a chip for the rest when they do not fit."""
    chips, room, gap = it
    most = 1 if _has_terms(model) else 2
    more = sheet.text_width(look.words.get("seat.more"), sheet.size("support"), 700) + 3.4 * sheet.u
    rows: Laid = [[]]
    x = 0.0
    for place, (number, options) in enumerate(chips):
        width = _chip_width(sheet, look, model, options[0])
        is_last_row = len(rows) == most
        left = len(chips) - place - 1
        reserve = more + gap if is_last_row and (left or model.first_target) else 0.0
        if x + width + reserve > room and rows[-1]:
            if is_last_row:
                rows[-1].append((-1, (), x, more))
                return rows
            rows.append([])
            x = 0.0
        rows[-1].append((number, options, x, width))
        x += width + gap
    if model.first_target:
        if x + more > room:
            x = 0.0
            rows.append([])
        rows[-1].append((-1, (), x, more))
    return rows


def _chip_words(look: Look, model: SeatModel, option: Option) -> str:
    if option.kind == "leave" and option.term == "group":
        return look.words.get("seat.target.group")
    if option.kind in {"inform", "represent"}:
        return look.words.get(f"seat.target.{option.kind}")
    if option.party is None:
        return stage_word(look, option.stage, model.stages)
    return look.party(option.party, short=True)


def _chip_icon(model: SeatModel, option: Option) -> str:
    if option.kind in {"inform", "represent"}:
        return option.kind
    if option.kind == "leave":
        return {"pact": "coordinate", "contract": "contract"}.get(option.term or "", "merge")
    if option.stage is not None:
        return model.stages[option.stage]
    if option.party is not None and option.party.kind == "partner":
        partner = model.view.partners[option.party.number]
        return "coop" if partner.is_cooperative else "company"
    return "coop"


def _chip_width(sheet: Sheet, look: Look, model: SeatModel, option: Option) -> float:
    size, t = sheet.size("small"), sheet.u * look.text_scale / 100
    sign = 4.2 * t
    words = _chip_words(look, model, option)
    return sign + min(24 * t, sheet.text_width(words, size, 600)) + 3.8 * t


def _chip(
    sheet: Sheet, look: Look, model: SeatModel, it: tuple[int, tuple[Option, ...], Rect]
) -> None:
    number, options, rect = it
    u, theme, id = sheet.u, sheet.theme, f"target.{number}"
    t, size = u * look.text_scale / 100, sheet.size("small")
    option = options[0]
    why = "" if any(o.is_open for o in options) else why_closed(look, option)
    on = model.option(model.move) in options
    words = _chip_words(look, model, option)
    with sheet.control(
        id, rect, words, kind="choice", enabled=not why, why_off=why, order=ORDER_TARGETS,
        value="on" if on else "off", help=why,
    ):  # fmt: skip
        if sheet.is_focused(id):
            focus_ring(sheet, rect, 1.3 * u)
        fill = theme.select if on else theme.panel if why else theme.raised
        edge = theme.accent if on else edge_of(sheet, id)
        width = 0.45 * u if on else 0.2 * u
        sheet.panel(rect, fill=fill, outline=edge, outline_width=width, radius=1.3 * u)
        x, letters = rect.x + 1.3 * t, party_letters(option.party)
        colour = theme.text_2 if why else theme.text_1
        if letters:
            r = min(rect.h * 0.3, 1.9 * t)
            badge_row(sheet, letters, x, rect.cy, r, role="support", size=max(size, round(r)))
        else:
            icon = "lock" if why else _chip_icon(model, option)
            sheet.icon(icon, x + 1.8 * t, rect.cy, 3.2 * t, colour=colour)
        left = x + 4.8 * t
        shown = fitted(sheet, words, rect.right - left - 0.4 * t, size, 600)
        sheet.text(left, rect.cy, shown, size=size, weight=600, colour=colour)


def _has_terms(model: SeatModel) -> bool:
    option = model.option(model.move)
    return option is not None and option.kind == "contract"


def _terms(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> float:
    """Draw how long and at what price; give where the next thing starts."""
    option = model.option(model.move)
    gap = max(1.0 * sheet.u, 8 * sheet.height / 1080)
    if option is None:
        return area.y
    places = area.columns(4, gap)
    items = (
        ("term.short", look.words.get("seat.term.short"), option.term == "short"),
        ("term.long", look.words.get("seat.term.long"), option.term == "long"),
        ("price.indexed", look.words.get("seat.price.indexed"), option.price_rule == "indexed"),
        ("price.fixed", look.words.get("seat.price.fixed"), option.price_rule == "fixed"),
    )
    size = sheet.size("support")
    for (id, label, on), place in zip(items, places, strict=True):
        shown = fitted(sheet, label, place.w - 1.2 * sheet.u, size, 700)
        choice(sheet, id, place, shown, selected=on, kind="choice", order=ORDER_TERMS)
    return area.bottom + gap


# Preview ---------------------------------------------------------------------------


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


def _preview(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
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
    shown = [(reason.points > 0, reason_text(look, reason)) for reason in _balanced(option)]
    risks = [reason_text(look, risk) for risk in option.risks]
    columns = 2 if area.w > 52 * t else 1
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


def _balanced(option: Option) -> list:  # type: ignore[type-arg]
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
