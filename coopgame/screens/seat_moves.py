"""The right of the private screen: the moves, whom they are aimed at, and what is known beforehand."""

from collections.abc import Sequence

from coopgame.rules.questions import Option
from coopgame.screens.fitting import fitted, fitted_lines
from coopgame.screens.look import Look
from coopgame.screens.saying import (
    TILES,
    party_letters,
    stage_word,
    why_closed,
)
from coopgame.screens.seat_model import SeatModel, open_tile
from coopgame.screens.seat_preview import preview
from coopgame.ui.badges import badge_row
from coopgame.ui.buttons import button, edge_of, focus_ring
from coopgame.ui.inputs import choice
from coopgame.ui.layout import Rect
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
    preview(sheet, look, model, area)


def has_targets(model: SeatModel) -> bool:
    """Tell whether the chosen tile can be aimed at more than one thing."""
    return bool(model.tile) and len(model.under(model.tile)) > 1


def _details(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    t = sheet.u * look.text_scale / 100
    rest = area
    if has_targets(model):
        rest = _targets(sheet, look, model, area)
    preview(sheet, look, model, Rect(rest.x, rest.y + 0.2 * t, rest.w, rest.h - 0.2 * t))


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
    sign = min(rect.h * 0.5, rect.h - text - 1.2 * u, 6.4 * u)
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
                id = f"{MORE}.{-number - 1}"
                button(sheet, id, place, label, kind="quiet", size=size, order=ORDER_TARGETS)
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
    """Lay chips over at most two rows (one with terms); a chip for the rest when they do not fit.

    The number of that chip is below zero: it names the target that comes first when it is pressed.
    """
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
                rows[-1].append((-1 - number, (), x, more))
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
