"""Nothing that is still secret reaches the projector."""

from dataclasses import replace

from coopgame.rules.questions import Option, Party
from coopgame.rules.snapshot import GoalView, Snapshot
from coopgame.screens.public.board import board_frame, talk_frame
from coopgame.screens.public.look_back import look_back_frame
from coopgame.screens.public.news import news_frame
from coopgame.screens.public.reveal import reveal_frame
from coopgame.screens.public.settle import settle_frame
from tests.screens.public import showing
from tests.screens.public.reading import icons, texts, words
from tests.screens.public.showing import busy_table, look


def with_secrets(table: Snapshot) -> Snapshot:
    """Return the same table as somebody who may see everything would get it."""
    secret = Option("merge.A", "merge", Party("seat", 0))
    mission = (GoalView("cash", 99, 123, is_met=False),) * 3
    return replace(
        table,
        cooperatives=tuple(
            replace(
                one,
                ambition=(77, 11, 7, 5),
                mission=mission,
                offer=secret,
                partner_ties=(91,) * 5,
                capital=876,
            )
            for one in table.cooperatives
        ),
    )


def test_ambitions_missions_offers_and_money_never_reach_the_projector():
    table = busy_table(5)
    hidden = with_secrets(table)
    closed = showing.settled(table)
    closed_hidden = with_secrets(closed)
    rows = showing.changes_of(closed)
    made = look()
    pairs = [
        (board_frame(made, table, phase="choose"), board_frame(made, hidden, phase="choose")),
        (talk_frame(made, table), talk_frame(made, hidden)),
        (news_frame(made, table), news_frame(made, hidden)),
        (reveal_frame(made, closed, rows), reveal_frame(made, closed_hidden, rows)),
        (
            settle_frame(made, closed, rows, step=1),
            settle_frame(made, closed_hidden, rows, step=1),
        ),
        (look_back_frame(made, closed, rows), look_back_frame(made, closed_hidden, rows)),
    ]
    for seen, with_hidden in pairs:
        assert seen == with_hidden


def test_choices_that_a_snapshot_holds_are_not_on_the_board_before_the_reveal():
    table = busy_table(5)
    chosen = replace(
        table,
        cooperatives=tuple(
            replace(one, answer=1, move=Option("hold", "hold")) for one in table.cooperatives
        ),
    )
    made = look()
    assert board_frame(made, chosen, phase="choose") == board_frame(made, table, phase="choose")
    assert news_frame(made, chosen) == news_frame(made, table)


def test_rows_that_are_not_turned_over_say_nothing_about_the_choice():
    table = showing.settled(busy_table(5))
    rows = showing.changes_of(table)
    frame = reveal_frame(look(), table, rows, shown=0)
    said = words(frame)
    for label in ("Lid worden", "Samen onderhandelen", "Kleinere melkerij", "Zelf verwerken"):
        assert label not in said
    assert not {"coordinate", "merge", "integrate", "check", "cross"} & set(icons(frame))
    assert texts(frame).count("nog dicht") == 5


def test_only_done_is_shown_of_a_locked_choice():
    none, some = busy_table(5, locked=()), busy_table(5, locked=(1, 3))
    frame = board_frame(look(), some, phase="choose", locked=(2, 5))
    bare = board_frame(look(), none, phase="choose", locked=(2, 5))
    assert icons(frame).count("lock") == icons(bare).count("lock") + 2
    assert sorted(texts(frame)) == sorted(texts(bare))
