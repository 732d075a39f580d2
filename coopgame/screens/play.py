"""A match as it is played at one screen: news, talk, curtain and choice, reveal, settle, look back.

Keeps where the group is; what may be seen and done is decided by the session.
"""

from dataclasses import replace
from enum import StrEnum

from coopgame.rules.errors import IllegalAnswer
from coopgame.rules.snapshot import EVERYTHING, PUBLIC
from coopgame.screens import curtain, public_views
from coopgame.screens.app_model import Match
from coopgame.screens.help_page import HelpPage
from coopgame.screens.look import Look
from coopgame.screens.mission import MissionPage
from coopgame.screens.pages import Host, Page
from coopgame.screens.pause import SeatsPage, pause_page
from coopgame.screens.seat import seat_frame
from coopgame.screens.seat_model import SeatModel, seat_model
from coopgame.screens.seat_turn import SeatTurn
from coopgame.screens.talk_timer import TalkTimer
from coopgame.screens.thinking import ThinkingPage
from coopgame.screens.why_page import WhyPage
from coopgame.ui.gestures import KeyPress
from coopgame.ui.motion import DURATIONS
from coopgame.ui.nodes import Frame

LAST_SETTLE_STEP = 3


class At(StrEnum):
    """Where the group is."""

    NEWS = "news"
    TALK = "talk"
    BOARD = "board"
    """The public view between two private choices."""
    CURTAIN = "curtain"
    SEAT = "seat"
    REVEAL = "reveal"
    SETTLE = "settle"
    LOOK_BACK = "look_back"
    CLOSING = "closing"


class PlayPage(Page):
    """One running match."""

    def __init__(self, host: Host, match: Match, *, is_resumed: bool = False) -> None:
        super().__init__(host)
        self.match = match
        self.at = At.NEWS
        self.step = 0
        self.turn: SeatTurn | None = None
        self._guard_until = 0
        self._turning_since: int | None = None
        self.timer = TalkTimer(host.desk.clock)
        if is_resumed:
            self._take_up()

    def _take_up(self) -> None:
        """Go on where a recording was left: a private choice behind its curtain."""
        session = self.match.session
        session.close_curtain()
        if session.has_ended:
            self.at = At.CLOSING
        elif session.phase == "look_back":
            self.at = At.LOOK_BACK
        elif session.next_human() is not None:
            self._to_next_seat()

    # What is seen --------------------------------------------------------------

    @property
    def grouped(self) -> bool:  # type: ignore[override]
        """Tab goes by groups on the private screen only."""
        return self.at is At.SEAT

    def dressed(self, look: Look) -> Look:
        """Give the look the names and words of this match."""
        return self.match.dressed(look)

    def frame(self, look: Look) -> Frame:
        """Return what everybody, or the one seat in front, may see now."""
        session = self.match.session
        if self.at is At.CURTAIN and self.turn is not None:
            return curtain.curtain_frame(
                _bare(look), self.match.turn(self.turn.seat, look.language)
            )
        if self.at is At.SEAT and self.turn is not None:
            if session.needs_curtain(self.turn.seat):
                self._close(self.turn.seat)
                return self.frame(look)
            return seat_frame(look, self.model(look))
        shown = public_views.Shown(self.step, self.turned_rows(), self.timer.shown())
        return public_views.frame_of(
            look, self.match, (self.at.value, shown), self.go_on_words(look)
        )

    def turned_rows(self) -> int | None:
        """Return how many rows of the reveal are turned over by now; None for all."""
        if self.at is not At.REVEAL or self._turning_since is None:
            return None
        gone = self.host.desk.clock() - self._turning_since
        count = gone // DURATIONS["reveal_row"]
        return count if count < len(self.match.session.seats) else None

    def tick(self) -> bool:
        """Let rows turn over and the clock of the talk run."""
        if self._turning_since is not None:
            if self.turned_rows() is None:
                self._turning_since = None
            return True
        return self.at is At.TALK and self.timer.ticked()

    def model(self, look: Look) -> SeatModel:
        """Return what the seat in front sees."""
        assert self.turn is not None
        model = seat_model(self.match.session, self.turn.seat)
        return replace(
            model,
            tab=self.turn.tab,
            last=self.turn.last,
            first_target=self.turn.first_target,
            banner=self._banner(look),
        )

    def _banner(self, look: Look) -> str:
        is_kept = self.match.session.recorder.trouble is None
        return "" if is_kept else look.words.get("message.disk_full")

    def first_focus(self, frame: Frame) -> str | None:
        """Begin at what goes on, or at the first thing to choose."""
        if self.at is At.SEAT and self.turn is not None:
            return self.turn.first_focus(frame)
        ids = [control.id for control in frame.controls if control.enabled]
        wanted = [id for id in ids if id in public_views.GO_ON] + ids
        return wanted[0] if wanted else None

    def go_on_words(self, look: Look) -> str:
        """Return what comes next, for the button that goes on."""
        words, session = look.words, self.match.session
        last = session.has_ended
        match self.at:
            case At.TALK | At.BOARD:
                seat = session.next_human()
                if seat is None:
                    return words.get("play.next.bots")
                return words.get("play.next.seat", name=look.person(seat))
            case At.LOOK_BACK:
                number = session.snapshot().round + 1
                return words.get("play.next.closing" if last else "play.next.round", round=number)
            case _:
                return words.get("play.next.menu")

    # Going on ------------------------------------------------------------------

    def go_on(self) -> None:
        """Take the next step of the round."""
        match self.at:
            case At.NEWS:
                self.show(At.TALK)
            case At.TALK | At.BOARD:
                self._choose()
            case At.REVEAL if self.turned_rows() is not None:
                self._turning_since = None
                self.host.put_focus(None)
            case At.REVEAL:
                self.show(At.SETTLE)
            case At.SETTLE if self.step < LAST_SETTLE_STEP:
                self.show(At.SETTLE, self.step + 1)
            case At.SETTLE:
                self.show(At.LOOK_BACK)
            case At.LOOK_BACK | At.CLOSING:
                self._close_round()

    def _close_round(self) -> None:
        """Go on to the next round, through the closing review, or back to the menu."""
        session = self.match.session
        if self.at is At.CLOSING and self.step + 1 >= public_views.closing_pages(self.match):
            self.host.pop()
        elif session.has_ended:
            self.show(At.CLOSING, self.step + 1 if self.at is At.CLOSING else 0)
        else:
            session.go_on()
            self.host.sound("round")
            self.show(At.NEWS)

    def go_back(self) -> None:
        """Look at the step before again; nothing is undone by looking."""
        before = {At.TALK: At.NEWS, At.SETTLE: At.REVEAL, At.LOOK_BACK: At.SETTLE}
        if self.at in {At.SETTLE, At.CLOSING} and self.step > 0:
            self.show(self.at, self.step - 1)
        elif self.at is At.LOOK_BACK:
            self.show(At.SETTLE, LAST_SETTLE_STEP)
        elif self.at in before:
            self.show(before[self.at])

    def show(self, at: At, step: int = 0) -> None:
        """Go to a moment, at rest; what it shows is what the session is at."""
        self.at, self.step = at, step
        self.turn = None if at not in {At.CURTAIN, At.SEAT} else self.turn
        self._turning_since = None
        if at is not At.TALK:
            self.timer.stop()
        self.host.put_focus(None)
        if at in {At.NEWS, At.REVEAL}:
            self.host.sound({At.NEWS: "card", At.REVEAL: "reveal"}[at])

    def _choose(self) -> None:
        """Call the next person to the screen; when nobody is left the bots answer."""
        session = self.match.session
        if session.waits_for_bots:
            self._bots_choose()
        elif session.phase == "choose":
            self._to_next_seat()

    def _bots_choose(self) -> None:
        """Let the bots answer; those that need time think while the group sees it."""
        if self.match.session.thinker is not None:
            self.show(At.BOARD)
            self.host.push(ThinkingPage(self.host, self.match, self._reveal))
        else:
            self.match.session.play_bots()
            self._reveal()

    def _reveal(self) -> None:
        """Turn over what everybody chose, row by row unless movement is not wanted."""
        self.show(At.REVEAL)
        if not self.host.settings.reduced_motion:
            self._turning_since = self.host.desk.clock()

    def _to_next_seat(self) -> None:
        seat = self.match.session.next_human()
        if seat is not None:
            self._to_seat(seat)

    def _to_seat(self, seat: int) -> None:
        self.turn = SeatTurn(self.match.session, seat)
        if self.match.session.needs_curtain(seat):
            self._close(seat)
        else:
            self.match.session.open_curtain(seat)
            self.show(At.SEAT)

    def _close(self, seat: int) -> None:
        """Draw the curtain for a seat."""
        if self.turn is None or self.turn.seat != seat:
            self.turn = SeatTurn(self.match.session, seat)
        self.at, self.step = At.CURTAIN, 0
        self._guard_until = self.host.desk.clock() + curtain.GUARD
        self.host.put_focus(None)

    # What people do ------------------------------------------------------------

    def chosen(self, id: str) -> None:
        """Take the press of a control."""
        if self.at is At.CURTAIN:
            self._open()
        elif self.at is At.SEAT:
            self._in_seat(id)
        elif id == "pause":
            self.escaped()
        elif id in public_views.GO_ON:
            self.go_on()
        elif id in public_views.BACK:
            self.go_back()
        elif id == "why":
            self.host.push(WhyPage(self.host, self.match))

    def _open(self) -> None:
        """Open the curtain, unless the press may still belong to what was before."""
        if self.turn is None or self.host.desk.clock() < self._guard_until:
            return
        self.match.session.open_curtain(self.turn.seat)
        self.show(At.SEAT)

    def _in_seat(self, id: str) -> None:
        assert self.turn is not None
        if id in {"help", "mission"}:
            self._show_beside(id)
            return
        try:
            is_locked = self.turn.chosen(id)
        except IllegalAnswer:
            self.host.sound("error")
            return
        if is_locked:
            self._locked()
        elif self.turn.wants_focus:
            self.host.put_focus(self.turn.wants_focus)

    def _show_beside(self, id: str) -> None:
        assert self.turn is not None
        if id == "help":
            self.host.push(HelpPage(self.host))
        else:
            self.host.push(MissionPage(self.host, self.match, self.turn.seat))

    def _locked(self) -> None:
        """Go on after a lock: the next person, or what everybody chose."""
        session = self.match.session
        self.host.sound("lock")
        if session.waits_for_bots:
            self._bots_choose()
        elif session.phase != "choose":
            self._reveal()
        else:
            self.show(At.BOARD)

    def pressed(self, press: KeyPress) -> bool:
        """Take the keys of a clicker, undo after a lock, and F2 for who sits where."""
        if press.key == "f2":
            seat = self.turn.seat if self.turn is not None else self.match.session.next_human()
            self.host.push(SeatsPage(self.host, self.match, seat or 0))
            return True
        if self.at in {At.CURTAIN, At.SEAT}:
            return False
        if press.key in {"space", "pagedown", "enter", "right"} and not press.ctrl:
            self.go_on()
            return True
        if press.key in {"pageup", "left"}:
            self.go_back()
            return True
        if press.key == "t" and self.at is At.TALK:
            self.timer.press()
            return True
        if press.key == "z" and press.ctrl and self.at is At.BOARD:
            return self._undo_lock()
        return False

    def _undo_lock(self) -> bool:
        """Take back the last lock; its owner comes back behind the curtain."""
        seat = self._undoable()
        if seat is None:
            return False
        session = self.match.session
        session.undo(seat)
        session.close_curtain()
        self._close(seat)
        return True

    def _undoable(self) -> int | None:
        """Return the seat whose lock can be taken back from the board now."""
        session = self.match.session
        if self.at is not At.BOARD:
            return None
        found = (s for s in session.people if session.has_locked(s))
        return next((s for s in found if session.why_no_undo(s) is None), None)

    def escaped(self) -> None:
        """Pause: go on, change who plays, or leave."""
        undo = self._undo_lock if self._undoable() is not None else None
        self.host.push(pause_page(self.host, self.match, undo))

    def shown(self) -> None:
        """Come back from another page: a seat that changed hands closes the curtain."""
        session = self.match.session
        if self.at in {At.SEAT, At.CURTAIN} and self.turn is not None:
            seat = self.turn.seat
            if not session.seats[seat].is_human:
                self.show(At.BOARD)
            elif session.phase != "choose":
                self.show(At.REVEAL)

    def hidden(self) -> None:
        """Cover a private screen when the window was away."""
        if self.at is At.SEAT and self.turn is not None:
            self.match.session.close_curtain()
            self._close(self.turn.seat)

    def closed(self) -> None:
        """Leave the match; its recording is complete."""
        self.match.session.close()


def _bare(look: Look) -> Look:
    """Return a look without anything of the match: all that a curtain may be drawn with."""
    return replace(look, content=None, names=(), text_scale=100)


def viewer_of(page: PlayPage) -> int:
    """Return for whom the page draws now: a seat, everybody, or the closing review."""
    if page.at is At.CLOSING:
        return EVERYTHING
    return page.turn.seat if page.at is At.SEAT and page.turn is not None else PUBLIC
