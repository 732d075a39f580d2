"""What the private screen of one seat shows: its questions, its choices, what happened since.

Made from a session for exactly one seat; nothing in it may be shown to anybody else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coopgame.rules.questions import About, Option, Party, Question
from coopgame.rules.snapshot import Change, CooperativeView, Snapshot
from coopgame.screens.saying import TILES, tile_of
from coopgame.sessions.session import Session


@dataclass(frozen=True, slots=True)
class SeatModel:
    """One seat in front of its own screen."""

    seat: int
    colour: str
    """The letter whose colour and shape the seat wears."""
    name: str
    view: Snapshot
    questions: tuple[Question, ...]
    chosen: Mapping[str, str]
    """Question id -> option id, for what is chosen and not locked."""
    changes: tuple[Change, ...] = ()
    """Everything public that changed in the round before."""
    why_no_undo: str = ""
    """Word key of the reason why nothing can be taken back."""
    tab: str = ""
    """Which part is open where not everything fits; empty for the standard one."""
    last: str = "move"
    """What the preview is about when nothing has focus: `answer` or `move`."""
    first_target: int = 0
    banner: str = ""
    """One sentence about a match that cannot be saved."""
    stages: Sequence[str] = field(default_factory=tuple)

    @property
    def own(self) -> CooperativeView:
        """The seat's own co-operative."""
        return self.view.cooperatives[self.seat]

    @property
    def answer(self) -> Question | None:
        """The question about the card, if it speaks to this seat."""
        return next((q for q in self.questions if q.about == About.ANSWER), None)

    @property
    def move(self) -> Question | None:
        """The question about the move."""
        return next((q for q in self.questions if q.about == About.MOVE), None)

    @property
    def replies(self) -> tuple[Question, ...]:
        """The open offers that wait for yes or no."""
        return tuple(q for q in self.questions if q.about == About.REPLY)

    def option(self, question: Question | None) -> Option | None:
        """Return what is chosen for a question."""
        if question is None:
            return None
        return question.option(self.chosen.get(question.id, ""))

    @property
    def missing(self) -> tuple[str, ...]:
        """What still has to be chosen: `reply`, `answer`, `move`."""
        found = [q.about.value for q in self.questions if self.option(q) is None]
        return tuple(dict.fromkeys(found))

    # The moves, by tile and by target -------------------------------------------

    def under(self, tile: str) -> tuple[Option, ...]:
        """Return the moves under a tile."""
        options = self.move.options if self.move is not None else ()
        return tuple(option for option in options if tile_of(option) == tile)

    @property
    def tile(self) -> str:
        """The tile of the chosen move; empty without one."""
        option = self.option(self.move)
        return tile_of(option) if option is not None else ""

    @property
    def targets(self) -> tuple[tuple[Option, ...], ...]:
        """What the chosen tile can be aimed at; each target with its variants (term, price).

        Those that are open come first, so that nobody has to turn over closed ones.
        """
        found: dict[tuple[Party | None, int | None, str], list[Option]] = {}
        for option in self.under(self.tile) if self.tile else ():
            term = option.term or "" if option.kind == "leave" else option.kind
            found.setdefault((option.party, option.stage, term), []).append(option)
        is_closed = {key: not any(it.is_open for it in found[key]) for key in found}
        return tuple(tuple(found[key]) for key in sorted(found, key=lambda key: is_closed[key]))


def seat_model(session: Session, seat: int, **shown: object) -> SeatModel:
    """Return what a seat may see and has chosen; `shown` is how its screen is opened."""
    view = session.snapshot(seat)
    questions = session.questions(seat)
    chosen = {q.id: session.choice(q.id) for q in questions}
    it = session.seats[seat]
    return SeatModel(
        seat=seat,
        colour=it.colour_letter,
        name=it.name,
        view=view,
        questions=questions,
        chosen={key: value for key, value in chosen.items() if value is not None},
        changes=session.changes(only_round=view.round - 1) if view.round > 1 else (),
        why_no_undo=session.why_no_undo(seat) or "",
        stages=tuple(stage.kind for stage in view.chain),
        **shown,  # type: ignore[arg-type]
    )


def open_tile(model: SeatModel, tile: str) -> Option | None:
    """Return the move that a tile stands for when it is pressed: the chosen one or its first open."""
    options = model.under(tile)
    current = model.option(model.move)
    if current is not None and current in options:
        return current
    return next((option for option in options if option.is_open), None)


def variant(options: Sequence[Option], term: str | None, price_rule: str | None) -> Option:
    """Return the variant of a target with this term and price rule; its first when there is none."""
    same = (o for o in options if o.term == term and o.price_rule == price_rule and o.is_open)
    opened = (o for o in options if o.is_open)
    return next(same, None) or next(opened, None) or options[0]


def tiles() -> Sequence[str]:
    """Return the tiles of the moves in reading order."""
    return TILES
