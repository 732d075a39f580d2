"""The head of the private screen: who this is, the three meters, capital, volume and commitment."""

from coopgame.screens.fitting import first_that_fits, fitted
from coopgame.screens.look import Look
from coopgame.screens.saying import METERS
from coopgame.screens.seat_model import SeatModel
from coopgame.ui.badges import badge
from coopgame.ui.layout import Rect
from coopgame.ui.meters import Meter, meter_line, stat
from coopgame.ui.sheet import Sheet


def seat_header(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Draw the head over the whole width; figures lose their names where it is narrow."""
    sheet.box(0, 0, sheet.W, area.h, fill=sheet.theme.band)
    if look.text_scale >= 150:
        _compact(sheet, look, model, area)
        return
    t = sheet.u * look.text_scale / 100
    used = _who(sheet, look, model, area)
    rest = Rect(used + 2 * t, area.y, area.right - used - 2 * t, area.h)
    named = sheet.wide and look.text_scale == 100
    places = rest.columns_of([1.0] * 3 + [0.62 if named else 0.34] * 3, 1.2 * t)
    labels = [
        [look.words.get(f"seat.figure.{icon}"), ""] if named else [""]
        for icon, _ in _figures(model)
    ]
    size = sheet.size("small")
    before = model.own.meters_before
    for place, (meter, icon), value, old in zip(
        places, METERS, model.own.meters, before, strict=False
    ):
        icon_size = min((place.h - 1.2 * t) * 0.46, 4 * sheet.u)
        room = place.w - icon_size - 1.1 * sheet.u
        names = [look.words.get(f"seat.meter.{meter}"), look.words.get(f"seat.meter.{meter}.short")]
        label = first_that_fits(sheet, names, room, size)
        meter_line(sheet, place.inset(0, 0.6 * t), Meter(value, old), (icon, label))
    all_named = all(
        sheet.fits(label[0], place.w - 4.6 * t, size)
        for label, place in zip(labels, places[3:], strict=True)
    )
    for place, (icon, text), names in zip(places[3:], _figures(model), labels, strict=True):
        if named and all_named:
            stat(sheet, place.inset(0, 0.6 * t), text, (icon, names[0]))
        else:
            sheet.icon(icon, place.x + 1.5 * t, place.y + place.h * 0.33, 3 * t)
            y = place.y + place.h * 0.75
            sheet.text(place.x + 0.2 * t, y, text, role="essential", limit=place.w)


def _figures(model: SeatModel) -> tuple[tuple[str, str], ...]:
    own = model.own
    return (
        ("capital", str(own.capital).replace("-", "−")),
        ("crate", str(own.volume // 10)),
        ("commitment", str(own.members)),
    )


def _compact(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> None:
    """Draw one row for large text: badge, name, and icons with their numbers."""
    t, size = sheet.u * look.text_scale / 100, sheet.size("essential")
    r = min(2.3 * t, area.h * 0.4)
    low = r * 0.12 if model.colour == "C" else 0
    badge(sheet, model.colour, area.x + r * 1.1, area.cy + low, r, size=round(r * 1.1))
    own = model.own
    figures = [(icon, str(v)) for (_, icon), v in zip(METERS, own.meters, strict=True)]
    figures += list(_figures(model))
    wide, x = 8.2 * t, area.x + 2.2 * r + 1.2 * t
    count = min(len(figures), int((area.right - x - 12 * t) // wide))
    left = area.right - count * wide
    name = fitted(sheet, look.person(model.seat), left - x - 1.2 * t, size, 700)
    sheet.text(x, area.cy, name, size=size, weight=700, role="essential")
    for number, (icon, text) in enumerate(figures[:count]):
        at = left + number * wide
        sheet.icon(icon, at + 1.7 * t, area.cy, 3.1 * t)
        sheet.text(at + 3.9 * t, area.cy, text, size=size, weight=700, role="essential")


def _who(sheet: Sheet, look: Look, model: SeatModel, area: Rect) -> float:
    """Draw badge, name and round; give where they end."""
    t = sheet.u * look.text_scale / 100
    r = min(3.9 * t, area.h * 0.38)
    low = r * 0.12 if model.colour == "C" else 0
    badge(sheet, model.colour, area.x + r * 1.1, area.cy + low, r, size=round(r * 1.1))
    x = area.x + 2.2 * r + 1.6 * t
    room = area.w * 0.25 - (x - area.x)
    name, size = look.person(model.seat), sheet.size("essential")
    shown = fitted(sheet, name, room, size, 700)
    sheet.text(x, area.y + area.h * 0.36, shown, size=size, weight=700, role="essential")
    values = {"round": model.view.round, "rounds": model.view.rounds}
    words = [look.words.get("seat.where", **values), look.words.get("seat.where.short", **values)]
    own = look.cooperative(model.seat)
    if own != name:
        words.insert(0, f"{own} · {words[0]}")
    small = sheet.size("small")
    line = first_that_fits(sheet, words, room, small)
    sheet.text(x, area.y + area.h * 0.73, line, role="small", colour=sheet.theme.text_2)
    return x + room
