"""Recordings: what is written comes back, and whatever is wrong is said in one sentence."""

import json
import random
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from coopgame.sessions import recording as format_
from coopgame.sessions.errors import (
    NotARecording,
    OtherContent,
    RecordingDamaged,
    RecordingError,
    RecordingExists,
    RecordingInUse,
    RecordingMismatch,
    RecordingMissing,
    RecordingTooNew,
)
from coopgame.sessions.opening import continue_session
from coopgame.sessions.recorder import write_recording
from coopgame.sessions.recording import Header, Recording, Step, read_recording
from coopgame.sessions.replay import verify
from tests.sessions.small_match import (
    book_of,
    choose_all,
    file_of,
    play_on,
    play_round,
    session,
    small_book,
    take_turn,
)


def played(folder: Path, **more: int) -> Path:
    """Play a match to its end, close it and return its file."""
    match = session(folder=folder, **more)
    play_on(match, nth=1)
    match.close()
    return file_of(match)


def change(path: Path, *statements: str) -> None:
    """Change a file behind the back of the game."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_what_was_recorded_comes_back(tmp_path):
    match = session(people=2, bots=1, folder=tmp_path)
    play_round(match)
    match.go_on()
    match.rename(0, "Anna")
    match.open_curtain(1)
    match.choose(1, "round2.B.move", "inform")
    expected = match.recorder.recording
    match.close()
    found = read_recording(file_of(match))
    assert found == expected
    assert found.answers == match.answers
    assert found.round_hashes == match.round_hashes
    assert found.drafts == (("round2.B.move", "inform"),)


def test_a_closed_match_is_one_file(tmp_path):
    path = played(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_copy_can_be_made_while_playing(tmp_path):
    match = session(folder=tmp_path)
    take_turn(match, 0)
    copy = tmp_path / "copy.coopgame"
    match.recorder.copy_to(copy)
    assert read_recording(copy) == match.recorder.recording
    match.close()


def test_a_copy_never_replaces_another_file(tmp_path):
    match = session()
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Anna")
    with pytest.raises(RecordingExists):
        match.recorder.copy_to(letter)
    assert letter.read_text() == "Dear Anna"


def test_a_recording_verifies(tmp_path):
    found = verify(played(tmp_path), book_of)
    assert found.rounds == 3
    assert found.game.has_ended


def test_a_match_goes_on_where_it_was_left(tmp_path):
    match = session(people=2, bots=1, folder=tmp_path)
    play_round(match)
    match.go_on()
    match.hand_over(2, "competitive")
    match.open_curtain(1)
    choose_all(match, 1, nth=4)
    seats, drafts = match.seats, [match.choice(q.id) for q in match.questions(1)]
    match.close()
    again = continue_session(file_of(match), book_of)
    assert again.table_hash() == match.table_hash()
    assert again.seats == seats
    assert [again.choice(q.id) for q in again.questions(1)] == drafts
    play_on(again)
    play_on(match)
    assert again.table_hash() == match.table_hash()
    again.close()
    assert verify(file_of(again), book_of).rounds == 3


def test_a_lock_cannot_be_taken_back_after_a_load(tmp_path):
    match = session(people=2, bots=0, folder=tmp_path)
    take_turn(match, 0)
    match.close()
    again = continue_session(file_of(match), book_of)
    assert again.why_no_undo(0) == "undo.another_acted"
    again.close()


# What can be wrong ---------------------------------------------------------------------


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(RecordingMissing, match=r"There is no file nowhere\.coopgame"):
        read_recording(tmp_path / "nowhere.coopgame")


@pytest.mark.parametrize("content", [b"", b"Dear Anna,", b"SQLite format 3\x00", bytes(9000)])
def test_another_kind_of_file_is_no_recording(tmp_path, content):
    path = tmp_path / "letter.coopgame"
    path.write_bytes(content)
    with pytest.raises((NotARecording, RecordingDamaged)):
        read_recording(path)
    assert path.read_bytes() == content


def test_a_folder_is_no_recording(tmp_path):
    with pytest.raises(NotARecording):
        read_recording(tmp_path)


def test_another_database_is_no_recording(tmp_path):
    path = tmp_path / "music.db"
    change(path, "CREATE TABLE songs (title TEXT)")
    with pytest.raises(NotARecording):
        read_recording(path)


def test_a_newer_format_is_refused_by_name(tmp_path):
    path = played(tmp_path)
    change(path, "PRAGMA user_version = 9")
    with pytest.raises(RecordingTooNew, match="format 9"):
        read_recording(path)


def test_a_file_of_another_shape_is_damaged(tmp_path):
    path = played(tmp_path)
    change(path, "CREATE TABLE more (x TEXT)")
    with pytest.raises(RecordingDamaged, match="schema"):
        read_recording(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE steps SET value = 'hold' WHERE number = 5",
        "UPDATE steps SET kind = 'gift' WHERE number = 5",
        "UPDATE steps SET value = x'00ff' WHERE number = 5",
        "DELETE FROM steps WHERE number = 5",
        "DELETE FROM steps WHERE number = 1",
        "DELETE FROM steps",
        "DELETE FROM header",
        "UPDATE header SET value = '{}'",
        "UPDATE header SET value = '[' || value",
        "UPDATE header SET value = replace(value, '\"seed\": 7', '\"seed\": 8')",
        'UPDATE header SET value = replace(value, \'"seed": 7\', \'"seed": "x"\')',
        "INSERT INTO drafts VALUES ('q', x'ff')",
    ],
)
def test_a_changed_recording_is_damaged(tmp_path, statement):
    path = played(tmp_path)
    change(path, statement)
    with pytest.raises(RecordingDamaged):
        read_recording(path)


def test_a_cut_file_is_damaged(tmp_path):
    path = played(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(RecordingDamaged):
        read_recording(path)


def resealed(path: Path, header: Header | None = None, steps: Sequence[Step] | None = None) -> None:
    """Write a recording with other content but honest seals."""
    found = read_recording(path)
    other = Recording(header or found.header, found.steps if steps is None else tuple(steps))
    path.unlink()
    write_recording(other, path)


def replaced(header: Header, **more: int) -> Header:
    return replace(header, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "more", [{"seats": 0}, {"seats": 9}, {"seats": 2}, {"rounds": 99}, {"seed": -1}]
)
def test_a_recording_that_makes_no_sense_is_damaged(tmp_path, more):
    path = played(tmp_path)
    resealed(path, header=replaced(read_recording(path).header, **more))
    with pytest.raises(RecordingDamaged):
        read_recording(path)


@pytest.mark.parametrize("count", ["99", "-1", "many"])
def test_taking_back_more_than_was_answered_is_damaged(tmp_path, count):
    path = played(tmp_path)
    steps = read_recording(path).steps
    resealed(path, steps=[*steps, Step("take_back", "", count)])
    with pytest.raises(RecordingDamaged):
        read_recording(path)


def test_other_content_names_what_differs(tmp_path):
    path = played(tmp_path)
    with pytest.raises(OtherContent, match="the chain or the price track") as caught:
        verify(path, lambda header: small_book(header.rounds, price=90))
    assert caught.value.values["parts"] == "chain"


def test_other_rules_are_other_content(tmp_path):
    path = played(tmp_path)
    resealed(path, header=replaced(read_recording(path).header, rules=99))
    with pytest.raises(OtherContent, match="the rules"):
        verify(path, book_of)


def test_a_scenario_that_is_gone_is_other_content(tmp_path):
    def nowhere(_header):
        raise RecordingMissing(file="small.yaml")

    with pytest.raises(OtherContent, match="the scenario is not here"):
        verify(played(tmp_path), nowhere)


def test_a_content_with_fewer_seats_is_other_content(tmp_path):
    path = played(tmp_path)
    with pytest.raises(OtherContent, match="co-operatives"):
        verify(path, lambda header: small_book(header.rounds, seats=2))


def test_a_recording_that_plays_otherwise_names_the_round(tmp_path):
    path = played(tmp_path)
    steps = list(read_recording(path).steps)
    second = next(k for k, s in enumerate(steps) if s.kind == "round" and s.subject == "2")
    steps[second] = Step("round", "2", "f" * 64)
    resealed(path, steps=steps)
    with pytest.raises(RecordingMismatch, match="round 2") as caught:
        verify(path, book_of)
    assert caught.value.round == 2
    assert caught.value.exit_code == 1


def test_an_answer_that_was_never_possible_is_a_mismatch(tmp_path):
    path = played(tmp_path)
    steps = list(read_recording(path).steps)
    third = next(k for k, s in enumerate(steps) if s.subject.startswith("round3."))
    steps[third] = Step("answer", steps[third].subject, "fly")
    resealed(path, steps=steps)
    with pytest.raises(RecordingMismatch) as caught:
        verify(path, book_of)
    assert caught.value.round == 3


def test_a_missing_round_is_a_mismatch(tmp_path):
    path = played(tmp_path)
    steps = [s for s in read_recording(path).steps if not (s.kind == "round" and s.subject == "3")]
    resealed(path, steps=steps)
    with pytest.raises(RecordingMismatch) as caught:
        verify(path, book_of)
    assert caught.value.round == 3


def test_a_match_that_is_being_played_cannot_be_opened_twice(tmp_path):
    match = session(folder=tmp_path)
    with pytest.raises(RecordingInUse, match="another running game"):
        read_recording(file_of(match))
    with pytest.raises(RecordingInUse):
        continue_session(file_of(match), book_of)
    take_turn(match, 0)
    assert match.recorder.trouble is None
    match.close()


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Return the bytes of a sound recording."""
    return played(tmp_path_factory.mktemp("sound"), rounds=2).read_bytes()


@pytest.mark.parametrize("seed", range(60))
def test_a_file_with_flipped_bytes_opens_or_says_why_not(tmp_path, sound, seed):
    path = tmp_path / "flipped.coopgame"
    chooser = random.Random(seed)
    content = bytearray(sound)
    for _ in range(chooser.randint(1, 40)):
        content[chooser.randrange(len(content))] = chooser.randrange(256)
    path.write_bytes(bytes(content))
    with suppress(RecordingError):
        assert verify(path, book_of).rounds <= 2


def test_a_file_made_to_keep_us_busy_is_refused(tmp_path):
    path = tmp_path / "bomb.coopgame"
    endless = (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT 'a' AS kind, 'b' AS subject, 'c' AS value, 'd' AS seal, x AS number FROM n"
    )
    change(
        path,
        f"PRAGMA application_id = {format_.APPLICATION_ID}",
        "PRAGMA user_version = 1",
        f"CREATE VIEW steps AS {endless}",
        "CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    )
    with pytest.raises(RecordingDamaged):
        read_recording(path)


def test_every_error_of_a_recording_has_its_own_code_and_one_sentence():
    kinds: list[type[RecordingError]] = [RecordingError, *RecordingError.__subclasses__()]
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert len({kind.word for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.__doc__
        assert kind.sentence.endswith(".")


def test_the_header_is_readable_by_people_and_programs(tmp_path):
    path = played(tmp_path)
    connection = sqlite3.connect(path)
    text = connection.execute("SELECT value FROM header").fetchone()[0]
    connection.close()
    assert json.loads(text)["scenario"] == "small"
