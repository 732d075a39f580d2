"""The window, on a screen that only exists in memory: redrawing, gestures, sounds."""

import pygame
import pytest

from coopgame.ui.gestures import Away, Hover, KeyPress, Press, Quit, Resize, Scroll, TextEntry
from coopgame.ui.nodes import Disc, Frame
from coopgame.ui.paint import Painter, PygameTypeface
from coopgame.ui.window import NoDisplay, Sounds, Window, fits, key_press
from tests.ui.conftest import ASSETS, read_theme


def frame(colour: str = "#FF0000") -> Frame:
    return Frame("test", "seat", 320, 200, "en", "#000000", (Disc(160, 100, 50, fill=colour),))


@pytest.fixture
def painter(tmp_path) -> Painter:
    return Painter(
        read_theme("dark"), ASSETS / "icons", PygameTypeface({400: tmp_path / "none.ttf"})
    )


@pytest.fixture
def window(painter):
    opened = Window("Test", (320, 200), painter)
    pygame.event.clear()
    yield opened
    opened.close()


def happened(window, *events) -> list:
    for kind, values in events:
        pygame.event.post(pygame.event.Event(kind, values))
    return [gesture for gesture in window.gestures() if not isinstance(gesture, Hover)]


def test_a_frame_is_drawn_once_until_it_changes(window):
    assert window.show(frame())
    assert not window.show(frame())
    assert window.show(frame("#00FF00"))


def test_the_window_shows_what_the_frame_says(window, tmp_path):
    window.show(frame())
    window.save_picture(tmp_path / "shown.png")
    picture = pygame.image.load(tmp_path / "shown.png")
    assert (255, 0, 0) == tuple(picture.get_at((160, 100)))[:3]


def test_events_become_gestures(window):
    found = happened(
        window,
        (pygame.MOUSEBUTTONDOWN, {"button": 1, "pos": (10, 20), "touch": False}),
        (pygame.MOUSEWHEEL, {"x": 0, "y": -1}),
        (pygame.TEXTINPUT, {"text": "é"}),
        (pygame.QUIT, {}),
    )
    assert [Press(10, 20), Scroll(-1), TextEntry("é"), Quit()] == found


def test_a_touch_counts_once(window):
    found = happened(
        window,
        (pygame.FINGERDOWN, {"x": 0.5, "y": 0.5, "dx": 0, "dy": 0, "finger_id": 0, "touch_id": 0}),
        (pygame.MOUSEBUTTONDOWN, {"button": 1, "pos": (160, 100), "touch": True}),
        (pygame.FINGERUP, {"x": 0.5, "y": 0.5, "dx": 0, "dy": 0, "finger_id": 0, "touch_id": 0}),
    )
    assert [Press(160, 100)] == found


def test_other_mouse_buttons_do_nothing(window):
    assert [] == happened(
        window, (pygame.MOUSEBUTTONDOWN, {"button": 2, "pos": (1, 1), "touch": False})
    )


def test_the_mouse_is_followed_with_its_button(window):
    pygame.event.post(
        pygame.event.Event(
            pygame.MOUSEMOTION, {"pos": (5, 6), "rel": (1, 1), "buttons": (1, 0, 0), "touch": False}
        )
    )
    assert Hover(5, 6, held=True) in window.gestures()


def test_a_game_pad_sends_plain_keys(window):
    found = happened(
        window,
        (pygame.JOYBUTTONDOWN, {"button": 0, "joy": 0, "instance_id": 0}),
        (pygame.JOYHATMOTION, {"value": (0, -1), "hat": 0, "joy": 0, "instance_id": 0}),
        (pygame.JOYHATMOTION, {"value": (0, 0), "hat": 0, "joy": 0, "instance_id": 0}),
    )
    assert [KeyPress("enter"), KeyPress("down")] == found


def test_f11_covers_the_display_and_goes_back(window):
    f11 = (pygame.KEYDOWN, {"key": pygame.K_F11, "mod": 0, "unicode": "", "scancode": 68})
    window.show(frame())
    found = happened(window, f11)
    assert any(isinstance(gesture, Resize) for gesture in found)
    assert window.is_fullscreen
    assert window.show(frame())
    happened(window, f11)
    assert not window.is_fullscreen
    assert (320, 200) == window.size


def test_a_new_size_asks_for_a_new_drawing(window):
    window.show(frame())
    found = happened(window, (pygame.VIDEORESIZE, {"w": 320, "h": 200, "size": (320, 200)}))
    assert Resize(320, 200) in found
    assert window.show(frame())


def event(key, *, mod=0, unicode="", scancode=0) -> pygame.Event:
    return pygame.event.Event(
        pygame.KEYDOWN, {"key": key, "mod": mod, "unicode": unicode, "scancode": scancode}
    )


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (event(pygame.K_RETURN, unicode="\r"), KeyPress("enter")),
        (event(pygame.K_KP_ENTER, unicode="\r"), KeyPress("enter")),
        (event(pygame.K_PAGEDOWN), KeyPress("pagedown")),
        (event(pygame.K_PAGEUP), KeyPress("pageup")),
        (event(pygame.K_ESCAPE, unicode="\x1b"), KeyPress("escape")),
        (event(pygame.K_z, mod=pygame.KMOD_LCTRL, unicode="\x1a"), KeyPress("z", ctrl=True)),
        (event(pygame.K_TAB, mod=pygame.KMOD_LSHIFT, unicode="\t"), KeyPress("tab", shift=True)),
        (event(pygame.K_r, unicode="r"), KeyPress("r", text="r")),
        (event(pygame.K_KP_3, unicode="3"), KeyPress("3", text="3")),
        (event(pygame.K_AMPERSAND, unicode="&", scancode=pygame.KSCAN_1), KeyPress("1", text="1")),
        (event(pygame.K_LSHIFT, mod=pygame.KMOD_LSHIFT), None),
    ],
)
def test_keys_have_plain_names_on_every_keyboard(given, named):
    pygame.display.init()
    assert named == key_press(given)


def test_a_machine_without_a_screen_is_told_in_one_sentence(painter, monkeypatch):
    def refuse(*args, **others):
        raise pygame.error("no video device")

    monkeypatch.setattr(pygame.display, "set_mode", refuse)
    with pytest.raises(
        NoDisplay, match=r"No window can open here \(no video device\); start coopgame"
    ):
        Window("Test", (320, 200), painter)


def test_sounds_are_silent_when_switched_off_missing_or_at_no_volume(tmp_path):
    assert not Sounds(tmp_path, on=False).play("card")
    assert not Sounds(tmp_path).play("card")
    assert not Sounds(tmp_path).play("card", 0)


def test_a_sound_is_played_once_it_is_there(tmp_path):
    import wave

    with wave.open(str(tmp_path / "card.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22050)
        file.writeframes(bytes(2000))
    sounds = Sounds(tmp_path)
    assert sounds.play("card", 0.5)
    assert sounds.play("card", 0.5)
    pygame.mixer.quit()


def test_a_machine_without_sound_plays_on_in_silence(tmp_path, monkeypatch):
    (tmp_path / "card.wav").write_bytes(b"not a sound")
    assert not Sounds(tmp_path).play("card")
    pygame.mixer.quit()


def test_the_right_mouse_button_goes_back_like_escape(window):
    pressed = (pygame.MOUSEBUTTONDOWN, {"button": 3, "pos": (1, 1), "touch": False})
    assert [KeyPress("escape")] == happened(window, pressed)


def test_a_minimised_window_says_that_it_is_away(window):
    assert [Away()] == happened(window, (pygame.WINDOWMINIMIZED, {}))


@pytest.mark.parametrize(
    ("screen", "has_room"),
    [((1024, 768), False), ((1366, 768), False), ((1600, 900), False), ((1920, 1080), True)],
)
def test_a_window_needs_room_for_the_bars_of_the_desk(screen, has_room):
    assert fits((1600, 900), screen) is has_room


def test_a_window_that_does_not_fit_covers_the_display(painter, monkeypatch):
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(1024, 768)])
    opened = Window("Test", (1600, 900), painter, fullscreen=None)
    assert opened.is_fullscreen
    opened.toggle_fullscreen()
    assert fits(opened.size, (1024, 768))
    opened.close()


def test_a_window_that_fits_stays_a_window(painter, monkeypatch):
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(1920, 1080)])
    opened = Window("Test", (320, 200), painter, fullscreen=None)
    assert not opened.is_fullscreen
    assert opened.size == (320, 200)
    opened.close()
