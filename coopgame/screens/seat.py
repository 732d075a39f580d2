"""The private screen of one seat: its state, what happened, its answer, its move, and the lock.

Three columns where they fit, two with tabs on a narrow screen or with large text, else one.
Geometry is in `t`: one percent of the height, grown with the text scale.
"""

from dataclasses import dataclass

from coopgame.screens.fitting import fitted
from coopgame.screens.look import Look
from coopgame.screens.saying import move_phrase
from coopgame.screens.seat_card import card_part, offers_part, recap_part
from coopgame.screens.seat_header import seat_header
from coopgame.screens.seat_model import SeatModel
from coopgame.screens.seat_moves import details_part, moves_part, target_part
from coopgame.ui.buttons import button, icon_button, keycap_width
from coopgame.ui.inputs import tabs
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Frame
from coopgame.ui.sheet import Sheet

UNDO, RECAP, MISSION, HELP, LOCK = "undo", "recap", "mission", "help", "lock"
ORDER_TABS, ORDER_ACTIONS, ORDER_LOCK = 1, 80, 90


@dataclass(frozen=True, slots=True)
class Plan:
    """How the screen is divided."""

    columns: int
    tabs: tuple[str, ...]
    """The parts that share a place, in reading order; empty with three columns."""
    open: str
    """The part of those that is open."""


def plan_of(look: Look, model: SeatModel) -> Plan:
    """Return the division for this size and text scale."""
    wide = 100 * look.width / look.height * 100 / look.text_scale
    left = ["recap"] + (["offers"] if model.replies else []) + ["answer"]
    if wide >= 160:
        return Plan(3, (), "")
    if wide >= 115 and look.text_scale < 150:
        parts = tuple(left)
        return Plan(2, parts, model.tab if model.tab in parts else _first(model, parts))
    parts = (*left, "move", "target", "details")
    return Plan(1, parts, model.tab if model.tab in parts else _first(model, parts))


def _first(model: SeatModel, parts: tuple[str, ...]) -> str:
    """Open what still has to be answered, offers first."""
    wanted = {"reply": "offers", "answer": "answer", "move": "move"}
    missing = [wanted[it] for it in model.missing if wanted[it] in parts]
    if missing:
        return missing[0]
    return "details" if "details" in parts else "answer"


def seat_frame(look: Look, model: SeatModel) -> Frame:
    """Return the private screen of a seat."""
    sheet = look.sheet("seat", "seat")
    t, plan = sheet.u * look.text_scale / 100, plan_of(look, model)
    edge = max(sheet.W * 0.028, 2.4 * sheet.u)
    top = (10.4 if look.text_scale == 100 else 8.6 if look.text_scale < 150 else 5.6) * t
    bar = (
        11.1
        if look.text_scale == 100
        else 8.4
        if look.text_scale < 150
        else 7.6
        if look.text_scale < 200
        else 6.8
    ) * t
    seat_header(sheet, look, model, Rect(edge, 0, sheet.W - 2 * edge, top))
    gap = (2.2 if look.text_scale == 100 else 1.2) * sheet.u
    body = Rect(edge, top + gap, sheet.W - 2 * edge, sheet.H - top - bar - 2 * gap)
    if plan.columns == 3:
        _three(sheet, look, model, body)
    elif plan.columns == 2:
        _two(sheet, look, model, (body, plan))
    else:
        _one(sheet, look, model, (body, plan))
    _action_bar(sheet, look, model, Rect(0, sheet.H - bar, sheet.W, bar))
    return sheet.frame()


def _bars(text_scale: int) -> tuple[float, float]:
    """Return the heights of head and action bar in `t`: lower, as the text grows."""
    for most, heights in ((100, (10.4, 11.1)), (149, (8.6, 8.4)), (199, (5.6, 7.6))):
        if text_scale <= most:
            return heights
    return 5.6, 6.8


def _three(sheet: Sheet, look: Look, model: SeatModel, body: Rect) -> None:
    recap, card, move = body.columns_of((396, 540, 832), 2.2 * sheet.u)
    if model.replies:
        offers, recap = recap.take_top(_offers_height(sheet, model, recap), 1.6 * sheet.u)
        offers_part(sheet, look, model, offers)
    recap_part(sheet, look, model, recap)
    card_part(sheet, look, model, card)
    moves_part(sheet, look, model, move)


def _offers_height(sheet: Sheet, model: SeatModel, area: Rect) -> float:
    return min(area.h * 0.72, (7 + 13.5 * len(model.replies)) * sheet.u)


def _two(sheet: Sheet, look: Look, model: SeatModel, it: tuple[Rect, Plan]) -> None:
    body, plan = it
    left, move = body.columns_of((48, 76), 1.8 * sheet.u)
    _left_part(sheet, look, model, (left, plan))
    moves_part(sheet, look, model, move)


def _left_part(sheet: Sheet, look: Look, model: SeatModel, it: tuple[Rect, Plan]) -> None:
    area, plan = it
    t = sheet.u * look.text_scale / 100
    strip, area = area.take_top(max(5.2 * t, 4.6 * sheet.u), 1.0 * sheet.u)
    tabs(sheet, strip, _tab_names(sheet, look, model, (plan, strip.w)), f"tab.{plan.open}")
    draw = {"recap": recap_part, "offers": offers_part, "answer": card_part}.get(plan.open)
    if draw is not None:
        draw(sheet, look, model, area)


def _tab_names(
    sheet: Sheet, look: Look, model: SeatModel, it: tuple[Plan, float]
) -> list[tuple[str, str]]:
    plan, room = it
    names: list[tuple[str, str]] = []
    for part in plan.tabs:
        count = len(model.replies)
        names.append((f"tab.{part}", look.words.get(f"seat.tab.{part}", count=count)))
    width, size = room / len(names) - 1.4 * sheet.u, sheet.size("support")
    return [(id, fitted(sheet, name, width, size, 700)) for id, name in names]


def _one(sheet: Sheet, look: Look, model: SeatModel, it: tuple[Rect, Plan]) -> None:
    body, plan = it
    if plan.open not in {"move", "target", "details"}:
        _left_part(sheet, look, model, it)
        return
    t = sheet.u * look.text_scale / 100
    strip, area = body.take_top(max(5.2 * t, 4.6 * sheet.u), 1.0 * sheet.u)
    tabs(sheet, strip, _tab_names(sheet, look, model, (plan, strip.w)), f"tab.{plan.open}")
    if plan.open == "move":
        moves_part(sheet, look, model, area, with_details=False)
    elif plan.open == "target":
        target_part(sheet, look, model, area)
    else:
        details_part(sheet, look, model, area)


def _action_bar(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Draw what can be done: take back, look again, help; and the lock at the right."""
    theme, u = sheet.theme, sheet.u
    sheet.panel(area, fill=theme.band)
    edge = max(sheet.W * 0.028, 2.4 * u)
    height = min(area.h - 2.4 * u, 7.0 * u * max(1.0, look.text_scale / 110))
    row = Rect(area.x + edge, area.cy - height / 2, area.w - 2 * edge, height)
    share = 0.34 if look.text_scale == 100 and sheet.wide else 0.45
    lock, row = row.take_right(row.w * share, 2 * u)
    _lock(sheet, look, model, lock)
    x = _actions(sheet, look, model, row)
    secret = model.banner or look.words.get("seat.secret", name=look.person(model.seat))
    size, room = sheet.size("small"), row.right - x - 6.2 * u
    lines = sheet.wrap(secret, room, size=size) if room > 10 * u else []
    if lines and len(lines) <= 2 and all(sheet.fits(line, room, size) for line in lines):
        icon = "warning" if model.banner else "eyeoff"
        sheet.icon(icon, x + 3 * u, row.cy, 3.4 * u, colour=theme.accent)
        for number, line in enumerate(lines):
            y = row.cy + (number - (len(lines) - 1) / 2) * size * 1.2
            sheet.text(x + 5.6 * u, y, line, role="small", colour=theme.text_2, limit=room)


def _actions(sheet: Sheet, look: Look, model: SeatModel, row: Rect) -> float:
    """Draw the small buttons from the left; words only where they fit. Give where they end."""
    u, words = sheet.u, look.words
    off = words.get(model.why_no_undo) if model.why_no_undo else ""
    shown = (
        (UNDO, "undo", "ctrl+z", "key.undo", off),
        (RECAP, "lookback", "r", "key.recap", ""),
        (MISSION, "goal", "m", "key.mission", ""),
        (HELP, "help", "f1", "key.help", ""),
    )
    size, gap = sheet.size("small"), 1.2 * u
    labels = [words.get(f"seat.action.{id}") for id, *_ in shown]
    caps = [words.get(cap) if look.key_names else "" for _, _, _, cap, _ in shown]
    plain = [sheet.text_width(label, size, 700) + size * 1.25 + 3.4 * u for label in labels]
    full = [
        width + (keycap_width(sheet, cap) + 1.4 * u if cap else 0)
        for width, cap in zip(plain, caps, strict=True)
    ]
    with_words = sum(plain) + gap * 3 <= row.w
    with_caps = sum(full) + gap * 3 <= row.w
    x = row.x
    for number, (id, icon, key, _, why_off) in enumerate(shown):
        width = full[number] if with_caps else plain[number] if with_words else row.h
        rect = Rect(x, row.y, width, row.h)
        if with_words and not why_off:
            button(
                sheet, id, rect, labels[number], kind="quiet", icon=icon, key=key, size=size,
                keycap=caps[number] if with_caps else "", order=ORDER_ACTIONS,
            )  # fmt: skip
        else:
            _icon_only(sheet, id, rect, (labels[number], icon, key, why_off), words=with_words)
        x += width + gap
    return x


def _icon_only(
    sheet: Sheet, id: str, rect: Rect, it: tuple[str, str, str, str], *, words: bool
) -> None:
    """Draw a small button that is off, or has no room for its words."""
    label, icon, key, why_off = it
    if not words:
        icon_button(sheet, id, rect, label, icon=icon, key=key, why_off=why_off)
        return
    u, theme, size = sheet.u, sheet.theme, sheet.size("small")
    with sheet.control(
        id, rect, label, enabled=False, why_off=why_off, key=key, order=ORDER_ACTIONS
    ):
        sheet.panel(
            rect, fill=theme.band, outline=theme.hair, outline_width=0.2 * u, radius=1.3 * u
        )
        sheet.icon(icon, rect.x + 1.6 * u + size * 0.45, rect.cy, size * 0.95, colour=theme.text_2)
        sheet.text(
            rect.x + 1.6 * u + size * 1.25, rect.cy, label, size=size, weight=400,
            colour=theme.text_2, limit=rect.w,
        )  # fmt: skip


def _lock(sheet: Sheet, look: Look, model: SeatModel, rect: Rect) -> None:
    missing = model.missing
    why = look.words.get(f"seat.lock.needs.{missing[0]}") if missing else ""
    size = sheet.size("strong")
    label = lock_words(look, model)
    shown = _lock_label(sheet, look, rect, "" if why else label)
    cap = _lock_cap(sheet, look, rect, shown)
    if why:
        room = rect.w - 3.2 * sheet.u - size * 1.3
        why = fitted(sheet, why, room, sheet.size("small"))
    button(
        sheet, LOCK, rect, shown, kind="primary",
        icon="lock", key="enter pagedown", keycap=cap, why_off=why, order=ORDER_LOCK, size=size,
        help=label,
    )  # fmt: skip


def _lock_cap(sheet: Sheet, look: Look, rect: Rect, label: str) -> str:
    """Return the key to show on the lock, where its words leave room for it."""
    size, cap = sheet.size("strong"), look.words.get("key.enter")
    room = rect.w - 4.4 * sheet.u - size * 1.3 - keycap_width(sheet, cap)
    lines = sheet.wrap(label, max(room, 1), size=size, weight=700)
    fits = len(lines) <= 2 and all(sheet.fits(line, room, size, 700) for line in lines)
    return cap if look.key_names and fits and rect.h > size * 2.3 * len(lines) / 2 else ""


def _lock_label(sheet: Sheet, look: Look, rect: Rect, label: str) -> str:
    """Return the longest wording of the lock button that fits."""
    size = sheet.size("strong")
    room = rect.w - 3.2 * sheet.u - size * 1.3
    most = 2 if rect.h > size * 2.3 else 1
    for text in (label, look.words.get("seat.lock"), look.words.get("seat.lock.short")):
        lines = sheet.wrap(text, room, size=size, weight=700) if text else []
        if not label and len(lines) > 1:
            continue
        if lines and len(lines) <= most and all(sheet.fits(it, room, size, 700) for it in lines):
            return text
    return fitted(sheet, look.words.get("seat.lock.short"), room, size, 700)


def lock_words(look: Look, model: SeatModel) -> str:
    """Return what the lock button will do, in words."""
    answer, move = model.option(model.answer), model.option(model.move)
    do = move_phrase(look, move, model.stages) if move is not None else ""
    if answer is None or model.answer is None:
        return look.words.get("seat.lock.move", move=do)
    number = model.answer.options.index(answer) + 1
    if number == len(model.answer.options):
        return look.words.get("seat.lock.nothing", move=do)
    return look.words.get("seat.lock.both", number=number, move=do)
