"""The head of the private screen: who this is, the three meters, capital, volume and commitment."""

from coopgame.screens.look import Look
from coopgame.screens.saying import METERS
from coopgame.screens.seat_model import SeatModel
from coopgame.ui.badges import badge
from coopgame.ui.layout import Rect
from coopgame.ui.meters import Meter, meter_line, stat
from coopgame.ui.sheet import Sheet


def seat_header(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Draw the head over the whole width; figures without names where it is narrow."""
    t = sheet.u * look.text_scale / 100
    sheet.box(0, 0, sheet.W, area.h, fill=sheet.theme.band)
    used = _who(sheet, look, model, area)
    rest = Rect(used + 2 * t, area.y, area.right - used - 2 * t, area.h)
    figures = () if look.text_scale > 150 else _figures(model)
    named = sheet.wide and look.text_scale == 100
    shares = [1.0] * 3 + [0.6 if named else 0.34] * len(figures)
    places = rest.columns_of(shares, 1.4 * t)
    before = model.own.meters_before
    for place, (meter, icon), value, old in zip(
        places, METERS, model.own.meters, before, strict=False
    ):
        label = look.words.get(f"seat.meter.{meter}" if named else f"seat.meter.{meter}.short")
        meter_line(sheet, place.inset(0, 0.6 * t), Meter(value, old), (icon, label))
    for place, (icon, value_text) in zip(places[3:], figures, strict=True):
        if named:
            label = look.words.get(f"seat.figure.{icon}")
            stat(sheet, place.inset(0, 0.6 * t), value_text, (icon, label))
        else:
            sheet.icon(icon, place.x + 1.5 * t, place.y + place.h * 0.33, 3 * t)
            y = place.y + place.h * 0.75
            sheet.text(place.x + 0.2 * t, y, value_text, role="essential", limit=place.w)


def _figures(model: SeatModel) -> tuple[tuple[str, str], ...]:
    own = model.own
    return (
        ("capital", str(own.capital).replace("-", "−")),
        ("crate", str(own.volume // 10)),
        ("commitment", str(own.members)),
    )


def _who(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> float:
    """Draw badge, name and round; give where they end."""
    t = sheet.u * look.text_scale / 100
    r = min(3.9 * t, area.h * 0.38)
    low = r * 0.12 if model.colour == "C" else 0
    badge(sheet, model.colour, area.x + r * 1.1, area.cy + low, r, size=round(r * 1.1))
    x = area.x + 2.2 * r + 1.6 * t
    room = area.w * 0.25 - (x - area.x)
    name, size = look.person(model.seat), sheet.size("essential")
    shown = _shortened(sheet, name, room, size)
    sheet.text(
        x, area.y + area.h * 0.36, shown, size=size, weight=700, role="essential", limit=room
    )
    words = [
        look.words.get("seat.where", round=model.view.round, rounds=model.view.rounds),
        look.words.get("seat.where.short", round=model.view.round, rounds=model.view.rounds),
    ]
    own = look.cooperative(model.seat)
    if own != name:
        words.insert(0, f"{own} · {words[0]}")
    small = sheet.size("small")
    line = next((it for it in words if sheet.fits(it, room, small)), words[-1])
    y = area.y + area.h * 0.73
    sheet.text(x, y, line, role="small", colour=sheet.theme.text_2, limit=room)
    return x + room


def _shortened(sheet: Sheet, text: str, room: float, size: int) -> str:
    """Return a name that fits: names are typed by people and may be long."""
    if sheet.fits(text, room, size, 700):
        return text
    while text and not sheet.fits(f"{text}…", room, size, 700):
        text = text[:-1]
    return f"{text.rstrip()}…"
