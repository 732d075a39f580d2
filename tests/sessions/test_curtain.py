"""The curtain: closed at the start, after a load, and after anybody else acted."""

import pytest

from coopgame.sessions.curtain import CurtainSetting
from coopgame.sessions.opening import continue_session
from coopgame.sessions.seats import HUMAN
from tests.sessions.small_match import book_of, choose_all, file_of, play_round, session, take_turn


def test_the_curtain_is_closed_at_the_start():
    match = session(people=2, bots=0)
    assert match.needs_curtain(0)
    assert match.needs_curtain(1)


def test_opening_the_curtain_shows_one_seat_only():
    match = session(people=2, bots=0)
    match.open_curtain(0)
    assert not match.needs_curtain(0)
    assert match.needs_curtain(1)
    assert match.active == 0


def test_the_curtain_closes_between_seats():
    match = session(people=2, bots=0)
    take_turn(match, 0)
    assert match.needs_curtain(1)
    match.open_curtain(1)
    assert match.needs_curtain(0)


def test_the_curtain_closes_when_a_round_was_resolved_by_bots():
    match = session(people=2, bots=1)
    play_round(match)
    match.go_on()
    assert match.needs_curtain(0)
    assert match.needs_curtain(1)


@pytest.mark.parametrize("people", [1, 2])
def test_the_curtain_is_closed_after_a_load(tmp_path, people):
    match = session(people=people, bots=1, folder=tmp_path)
    match.open_curtain(0)
    choose_all(match, 0)
    path = file_of(match)
    match.close()
    again = continue_session(path, book_of)
    assert again.needs_curtain(0)
    again.close()


def test_the_curtain_closes_when_the_window_was_away():
    match = session(people=2, bots=0)
    match.open_curtain(0)
    match.close_curtain()
    assert match.needs_curtain(0)


def test_a_person_alone_has_nothing_to_hide_and_meets_no_curtain():
    match = session(people=1, bots=2)
    assert not match.needs_curtain(0)
    play_round(match)
    match.go_on()
    assert not match.needs_curtain(0)


def test_whoever_was_alone_meets_the_curtain_when_somebody_joins():
    match = session(people=1, bots=2)
    play_round(match)
    match.hand_over(1, HUMAN)
    match.go_on()
    assert match.needs_curtain(1)


def test_a_person_alone_who_was_away_comes_back_behind_the_curtain():
    match = session(people=1, bots=2)
    match.close_curtain()
    assert match.needs_curtain(0)
    match.open_curtain(0)
    assert not match.needs_curtain(0)


def test_the_curtain_can_be_on_for_one_person_too():
    match = session(people=1, bots=2)
    match.set_curtain(CurtainSetting.ON)
    assert match.needs_curtain(0)
    play_round(match)
    match.go_on()
    assert match.needs_curtain(0)


def test_the_curtain_can_be_off():
    match = session(people=3, bots=0)
    match.set_curtain(CurtainSetting.OFF)
    assert not any(match.needs_curtain(seat) for seat in range(3))


def test_the_curtain_closes_when_the_seat_in_front_goes_to_a_bot():
    match = session(people=2, bots=0)
    match.open_curtain(0)
    match.hand_over(0, "careful")
    assert match.active == 1


def test_the_setting_is_kept_with_the_recording(tmp_path):
    match = session(people=2, bots=0, folder=tmp_path)
    match.set_curtain(CurtainSetting.OFF)
    path = file_of(match)
    match.close()
    again = continue_session(path, book_of)
    assert again.curtain is CurtainSetting.OFF
    again.close()
