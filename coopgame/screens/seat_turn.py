"""One seat's turn at its private screen: what its controls do to the session."""

from coopgame.rules.questions import About, Question
from coopgame.screens.seat_model import SeatModel, open_tile, seat_model, variant
from coopgame.sessions.session import Session
from coopgame.ui.nodes import Frame


class SeatTurn:
    """Turns presses into provisional choices; remembers only how the screen is opened."""

    def __init__(self, session: Session, seat: int) -> None:
        self.session = session
        self.seat = seat
        self.tab = ""
        self.last = "move"
        self.first_target = 0
        self.wants_focus: str | None = None

    def model(self) -> SeatModel:
        """Return what the seat sees, as far as choosing needs it."""
        return seat_model(self.session, self.seat)

    def first_focus(self, frame: Frame) -> str | None:
        """Return where to begin: the first thing that is not chosen, else the lock."""
        model = self.model()
        starts = {"reply": "reply.", "answer": "answer.", "move": "move."}
        for missing in model.missing:
            for control in frame.controls:
                if control.enabled and control.id.startswith(starts[missing]):
                    return control.id
        enabled = [control.id for control in frame.controls if control.enabled]
        return "lock" if "lock" in enabled else (enabled[0] if enabled else None)

    def chosen(self, id: str) -> bool:
        """Take the press of a control; tell whether the seat has locked."""
        self.wants_focus = None
        kind, _, rest = id.partition(".")
        match kind:
            case "lock":
                self.session.lock(self.seat, bots_wait=True)
                return True
            case "undo":
                self.session.undo(self.seat)
            case "recap":
                self.tab = "" if self.tab == "recap" else "recap"
            case "tab":
                self.tab = rest
            case "more_targets":
                self.first_target = int(rest)
                self.wants_focus = f"target.{rest}"
            case "answer":
                self._answer(rest)
            case "reply":
                self._reply(rest)
            case _:
                self._move(kind, rest)
        return False

    def _question(self, about: About, asker: str = "") -> Question | None:
        for question in self.session.questions(self.seat):
            code = question.asked_by.code if question.asked_by else ""
            if question.about == about and code == asker:
                return question
        return None

    def _choose(self, question: Question | None, option: str) -> None:
        if question is not None:
            self.session.choose(self.seat, question.id, option)

    def _answer(self, option: str) -> None:
        was = self.model().option(self.model().answer)
        self._choose(self._question(About.ANSWER), option)
        self.last = "answer"
        if was is not None and was.id == option:
            self._go_to_next("answer")

    def _reply(self, rest: str) -> None:
        asker, _, word = rest.partition(".")
        self._choose(self._question(About.REPLY, asker), word)
        self.last = "answer"

    def _move(self, kind: str, rest: str) -> None:
        model = self.model()
        question, current = model.move, model.option(model.move)
        self.last = "move"
        if question is None:
            return
        wanted = None
        if kind == "move":
            if rest != model.tile:
                self.first_target = 0
            wanted = open_tile(model, rest)
        elif kind == "target" and int(rest) < len(model.targets):
            term = current.term if current else None
            price = current.price_rule if current else None
            wanted = variant(model.targets[int(rest)], term, price)
        elif kind in {"term", "price"} and current is not None:
            same = next((t for t in model.targets if current in t), ())
            term = rest if kind == "term" else current.term
            price = rest if kind == "price" else current.price_rule
            wanted = variant(same, term, price) if same else None
        if wanted is not None:
            self._choose(question, wanted.id)
            if self.tab == "move" and kind == "move" and wanted == current:
                self.tab = "details"

    def _go_to_next(self, part: str) -> None:
        """Lead a keyboard on: from the answer to the move, from the move to the lock."""
        model = self.model()
        if part == "answer":
            self.wants_focus = f"move.{model.tile or 'dialogue'}"
            if self.tab:
                self.tab = "move"
