"""The keyboard on every screen: focus is always to be seen, goes in reading order, and is near."""

from collections import deque
from dataclasses import replace
from itertools import pairwise

import pytest

from coopgame.screens.app import App
from coopgame.screens.settings_file import STANDARD
from coopgame.screens.shots import walk
from coopgame.ui.contrast import ratio
from coopgame.ui.focus import reading_order, towards
from coopgame.ui.gestures import KeyPress
from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Box, Disc, Group

MOST = 12
SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]


@pytest.fixture(params=SIZES, ids=str)
def screens(desk, request):
    """Every screen in turn, as a program that shows it and the name of the screen."""
    desk.matches.mkdir()
    app = App(desk, request.param)
    app.settings = replace(STANDARD, reduced_motion=True)
    return ((app, name) for name, _ in walk(app))


def tabbed(app, start, *, back):
    app.put_focus(start)
    app.handle(KeyPress("tab", shift=back))
    return app.frame().focus


def presses(app):
    """Return for each control how few presses of Tab and arrows lead to it from where one begins."""
    first = app.frame().focus
    frame = app.frame()
    found, waiting = {first: 0}, deque([first])
    while waiting:
        here = waiting.popleft()
        there = {tabbed(app, here, back=back) for back in (False, True)}
        there |= {towards(frame, here, way) for way in ("left", "right", "up", "down")}
        for id in there - set(found):
            found[id] = found[here] + 1
            waiting.append(id)
    app.put_focus(first)
    return found


def test_every_control_of_every_screen_is_within_twelve_presses(screens):
    far = []
    for app, name in screens:
        ids = {control.id for control in reading_order(app.frame())}
        found = presses(app) if ids else {}
        far += [(name, id, found.get(id)) for id in ids if found.get(id, 99) > MOST]
    assert far == []


def shapes(nodes):
    for node in nodes:
        if isinstance(node, Group):
            yield from shapes(node.nodes)
        elif isinstance(node, (Box, Disc)):
            yield node


def area(node):
    if isinstance(node, Box):
        return Rect(node.x, node.y, node.w, node.h)
    return Rect(node.cx - node.r, node.cy - node.r, 2 * node.r, 2 * node.r)


def is_ring(node, control):
    """Tell whether a shape is an outline around a control that stands out from its inside."""
    if not node.outline or not node.outline_width or not area(node).holds(Rect(*control.rect)):
        return False
    return node.fill is None or ratio(node.outline, node.fill) >= 3


def test_the_focus_is_to_be_seen_on_every_control_of_every_screen(screens):
    unseen = []
    for app, name in screens:
        first = app.frame().focus
        ids = [control.id for control in reading_order(app.frame())]
        for id, other in zip(ids, ids[1:] + ids[:1], strict=True):
            app.put_focus(other if other != id else None)
            without = set(shapes(app.frame().nodes)) if other != id else set()
            app.put_focus(id)
            control = app.frame().control(id)
            new = [node for node in shapes(app.frame().nodes) if node not in without]
            if not any(is_ring(node, control) for node in new):
                unseen.append((name, id))
        app.put_focus(first)
    assert unseen == []


def test_every_screen_with_controls_has_the_keyboard_somewhere(screens):
    lost = [name for app, name in screens if app.frame().controls and app.frame().focus is None]
    assert lost == []


def goes_back(one, other):
    """Tell whether a step from one control to the next goes against the way people read."""
    a, b = Rect(*one.rect), Rect(*other.rect)
    is_above, is_left = b.bottom <= a.y, b.right <= a.x
    return (is_above and b.x < a.right) or (is_left and b.cy < a.bottom and not is_above)


def test_tab_goes_in_reading_order_on_every_screen(screens):
    wrong = []
    for app, name in screens:
        order = reading_order(app.frame())
        for one, other in pairwise(order):
            if goes_back(one, other):
                wrong.append((name, one.id, other.id))
    assert wrong == [], "\n".join(map(str, wrong))
