"""One match: questions in, snapshots and journal out.

A match is its playbook, its seed and its answers. Nothing else changes the table, and the
table never leaves this folder.
"""

from dataclasses import dataclass

from coopgame.rules import codes as c
from coopgame.rules.answering import is_spoken_to, needs_are_met
from coopgame.rules.causes import CAUSES
from coopgame.rules.errors import IllegalAnswer
from coopgame.rules.journal import (
    AFTER,
    BEFORE,
    BY,
    CAUSE,
    DETAIL,
    KIND,
    ROUND,
    STEP,
    WHO,
    new_log,
)
from coopgame.rules.legal import CLOSED, OPEN, verdict
from coopgame.rules.masking import masked
from coopgame.rules.measures import regional_share, same_group
from coopgame.rules.missions import closeness, goals_met
from coopgame.rules.naming import MOVES, kind_name, move_id, party_of
from coopgame.rules.offering import card_options, move_options, possible_moves
from coopgame.rules.playbook import CARD_COUNT, CARD_FIRST, Playbook
from coopgame.rules.questions import TABLE_SEAT, About, Option, Party, Question
from coopgame.rules.rounds import open_round, play_round
from coopgame.rules.setting_up import lay_table
from coopgame.rules.snapshot import EVERYTHING, PUBLIC, Change, GoalView, Snapshot
from coopgame.rules.table import Table, table_hash
from coopgame.rules.viewing import offered, view
from coopgame.vocabulary import SEAT_LETTERS

RULES_VERSION = 1
"""Raised whenever the same answers could give another outcome; never for anything else."""


@dataclass(frozen=True, slots=True)
class SeatResult:
    """How one co-operative closes."""

    seat: int
    meters: tuple[int, int, int]
    mission: tuple[GoalView, ...]
    goals_met: int
    closeness: int
    """0..300; breaks ties between equal numbers of goals met."""


@dataclass(frozen=True, slots=True)
class ChainResult:
    """How the chain as a whole closes: three goals of its own."""

    price: int
    """Mean price paid over seats and rounds, in points."""
    share: int
    """Regional share, per cent."""
    ties: int
    """Mean tie between seats."""
    goals: tuple[GoalView, ...]

    @property
    def is_won(self) -> bool:
        """Tell whether at least two of the three goals are met."""
        return sum(goal.is_met for goal in self.goals) >= 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a match."""

    ending: str
    mode: str
    seats: tuple[SeatResult, ...]
    chain: ChainResult

    def points(self, weights: tuple[int, int, int]) -> tuple[int, ...]:
        """Return each seat's weighted mean of the meters, for a trainer who sets weights."""
        total = max(1, sum(weights))
        return tuple(
            sum(m * w for m, w in zip(r.meters, weights, strict=True)) // total for r in self.seats
        )


Pending = tuple[int, About, int]
"""Seat, what it is asked, and who asks (-1 unless it is a reply)."""


class Game:
    """A running match."""

    def __init__(self, playbook: Playbook, *, seed: int, seats: int) -> None:
        """Lay the table and open round 1.

        `seed` is a non-negative integer below 2**62, `seats` at most as many as the playbook
        has co-operatives.
        """
        self.playbook = playbook
        self.seed = seed
        self.seats = seats
        self._table = Table()
        self._log = new_log()
        self._answers: list[tuple[str, str]] = []
        self._hashes: list[str] = []
        self._pending: list[Pending] = []
        self._asked: dict[Pending, Question] = {}
        lay_table(self._table, playbook, self._log, seed, seats)
        self._open_round()

    def _open_round(self) -> None:
        open_round(self._table, self.playbook, self._log)
        self._pending = [entry for seat in range(self.seats) for entry in self._entries(seat)]
        self._asked = {}

    def _entries(self, seat: int) -> list[Pending]:
        """Return what a seat is asked this round, in the order it reads."""
        table = self._table
        entries: list[Pending] = []
        if is_spoken_to(table, seat):
            entries.append((seat, About.ANSWER, c.NOBODY))
        entries.extend(
            (seat, About.REPLY, other)
            for other in range(self.seats)
            if table.offer_move[other] >= 0 and same_group(table, table.offer_to[other], seat)
        )
        entries.append((seat, About.MOVE, c.NOBODY))
        return entries

    # What the game waits for -------------------------------------------------

    def questions(self, seat: int | None = None) -> tuple[Question, ...]:
        """Return the open questions, of all seats or of one; none when the match has ended."""
        return tuple(
            self._question(entry) for entry in self._pending if seat is None or entry[0] == seat
        )

    def _question(self, entry: Pending) -> Question:
        if entry not in self._asked:
            self._asked[entry] = self._ask(entry)
        return self._asked[entry]

    def _ask(self, entry: Pending) -> Question:
        seat, about, asker = entry
        table, book = self._table, self.playbook
        if about == About.ANSWER:
            options = card_options(table, book, seat)
        elif about == About.MOVE:
            options = move_options(table, book, seat)
        elif about == About.REPLY:
            options = (Option("yes", "yes"), Option("no", "no"))
        else:
            options = (Option("go_on", "go_on"),)
        in_group = seat >= 0 and any(
            same_group(table, seat, other) for other in range(self.seats) if other != seat
        )
        return Question(
            id=self._question_id(entry),
            round=table.round_now,
            seat=seat,
            about=about,
            options=options,
            asked_by=Party("seat", asker) if asker >= 0 else None,
            offer=offered(table, book, asker) if about == About.REPLY else None,
            in_group=in_group,
        )

    def _question_id(self, entry: Pending) -> str:
        seat, about, asker = entry
        who = "table" if seat == TABLE_SEAT else SEAT_LETTERS[seat]
        words = [f"round{self._table.round_now}", who, about.value]
        if asker >= 0:
            words.append(SEAT_LETTERS[asker])
        return ".".join(words)

    # Answers -----------------------------------------------------------------

    def answer(self, question_id: str, option_id: str) -> None:
        """Answer one open question; the last answer of a round reveals and settles it.

        Raises IllegalAnswer, with the table untouched, for a question that is not open, an
        option it does not have, or a closed option.
        """
        entry = self._find(question_id)
        self._take(entry, option_id)
        self._pending.remove(entry)
        self._answers.append((question_id, option_id))
        if not self._pending:
            self._go_on(entry[1])

    def _find(self, question_id: str) -> Pending:
        for entry in self._pending:
            if self._question_id(entry) == question_id:
                return entry
        raise IllegalAnswer("question_not_open", f"The question {question_id} is not open now.")

    def _take(self, entry: Pending, option_id: str) -> None:
        seat, about, asker = entry
        if about == About.ANSWER:
            self._take_answer(seat, option_id)
        elif about == About.MOVE:
            self._take_move(seat, option_id)
        elif about == About.REPLY:
            _check_in(option_id, ("yes", "no"))
            self._table.reply[seat][asker] = int(option_id == "yes")
        else:
            _check_in(option_id, ("go_on",))

    def _take_answer(self, seat: int, option_id: str) -> None:
        table, book = self._table, self.playbook
        first = book.cards[table.card][CARD_FIRST]
        count = book.cards[table.card][CARD_COUNT]
        names = book.labels.options[first : first + count]
        _check_in(option_id, names)
        number = names.index(option_id)
        if number < count - 1 and not needs_are_met(table, book, seat, first + number):
            raise IllegalAnswer("option_closed", f"The answer {option_id} is not open now.")
        table.answer[seat] = first + number

    def _take_move(self, seat: int, option_id: str) -> None:
        table, book = self._table, self.playbook
        word = option_id.split(".", 1)[0]
        for choice in possible_moves(table, seat):
            if MOVES[choice[0]] == word and move_id(book, choice) == option_id:
                move, to, stage, term, price = choice
                reason = verdict(table, book, seat, move, to, stage, term)[0]
                if reason != OPEN:
                    raise IllegalAnswer(
                        f"closed.{CLOSED[reason]}", f"The move {option_id} is not open now."
                    )
                table.move[seat], table.move_to[seat], table.move_stage[seat] = move, to, stage
                table.move_term[seat], table.move_price[seat] = term, price
                return
        raise IllegalAnswer("no_such_option", f"There is no option {option_id} here.")

    def _go_on(self, about: About) -> None:
        if about == About.GO_ON:
            self._open_round()
            return
        play_round(self._table, self.playbook, self._log)
        self._hashes.append(table_hash(self._table))
        self._asked = {}
        if self._table.ended:
            self._table.phase = c.ENDED
        else:
            self._pending = [(TABLE_SEAT, About.GO_ON, c.NOBODY)]

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return every answer taken so far as (question id, option id)."""
        return tuple(self._answers)

    # What can be seen --------------------------------------------------------

    def snapshot(self, viewer: int = PUBLIC) -> Snapshot:
        """Return what a viewer may see: a seat, PUBLIC, or EVERYTHING once the match has ended."""
        if viewer == EVERYTHING and not self.has_ended:
            viewer = PUBLIC
        waiting = {entry[0] for entry in self._pending}
        chosen = self._table.phase == c.CHOOSING
        locked = tuple(chosen and seat not in waiting for seat in range(self.seats))
        return view(self._table, self.playbook, viewer, locked)

    def seen_table(self, viewer: int) -> Table:
        """Return a copy of the table as a seat may see it, for bots; changing it changes nothing."""
        return masked(self._table, viewer)

    def changes(self, since_round: int = 0, only_round: int | None = None) -> tuple[Change, ...]:
        """Return what changed and why, oldest first.

        What is still secret (choices, ambitions, missions) is never in the journal; choices
        enter it at the reveal.
        """
        rows = self._log[1 : self._log[0][0] + 1]
        if only_round is not None:
            return tuple(_change(row) for row in rows if row[ROUND] == only_round)
        return tuple(_change(row) for row in rows if row[ROUND] >= since_round)

    def table_hash(self) -> str:
        """Return the SHA-256 of the table as it lies."""
        return table_hash(self._table)

    @property
    def round_hashes(self) -> tuple[str, ...]:
        """Return the table's hash after each settled round."""
        return tuple(self._hashes)

    @property
    def has_ended(self) -> bool:
        """Tell whether the match is over."""
        return self._table.phase == c.ENDED

    @property
    def outcome(self) -> Outcome | None:
        """Return how the match closed, or None while it runs."""
        if not self.has_ended:
            return None
        final = self.snapshot(EVERYTHING)
        return Outcome(
            ending=final.ending or "rounds",
            mode=final.mode,
            seats=tuple(self._result(seat, final) for seat in range(self.seats)),
            chain=self._chain_result(),
        )

    def _result(self, seat: int, final: Snapshot) -> SeatResult:
        return SeatResult(
            seat=seat,
            meters=final.cooperatives[seat].meters,
            mission=final.cooperatives[seat].mission or (),
            goals_met=goals_met(self._table, self.playbook, seat),
            closeness=closeness(self._table, self.playbook, seat),
        )

    def _chain_result(self) -> ChainResult:
        table, rule = self._table, self.playbook.rule
        paid = sum(table.paid_sum[seat] for seat in range(self.seats))
        price = paid // (self.seats * max(1, table.round_now))
        share = regional_share(table)
        ties = [table.tie[a][b] for a in range(self.seats) for b in range(self.seats) if a != b]
        mean = sum(ties) // max(1, len(ties))
        goals = tuple(
            GoalView(name, value, par, value >= par)
            for name, value, par in (
                ("chain_price", price, rule.chain_price),
                ("chain_share", share, rule.chain_share),
                ("chain_ties", mean, rule.chain_ties),
            )
        )
        return ChainResult(price, share, mean, goals)


def _check_in(option_id: str, names: tuple[str, ...]) -> None:
    if option_id not in names:
        raise IllegalAnswer("no_such_option", f"There is no option {option_id} here.")


def _change(row: list[int]) -> Change:
    return Change(
        round=row[ROUND],
        step=row[STEP],
        kind=kind_name(row[KIND]),
        who=row[WHO] if row[WHO] >= 0 else None,
        cause=CAUSES[row[CAUSE]],
        by=party_of(row[BY]),
        detail=row[DETAIL],
        before=row[BEFORE],
        after=row[AFTER],
    )
