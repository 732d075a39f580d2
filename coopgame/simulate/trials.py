"""Imagined futures for bots that look ahead, played by the compiled rules."""

from collections.abc import Sequence
from typing import Any

from coopgame.bots.looking_ahead import PLAIN, Arm, Trials, future_boards
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table
from coopgame.simulate.engine import Watch, can_compile, is_compiled_already, machine_code


class CompiledTrials:
    """Plays futures with the compiled twins of the rules."""

    is_fast = True

    def __init__(self, watch: Watch = lambda _done, _all: None) -> None:
        """Load the compiled rules, or compile them; `watch` hears how far that is."""
        from coopgame.simulate import records

        self._code = machine_code(watch)
        self._work = records.new_work()
        records.put_rows(self._work[0]["futures"], future_boards())
        self._book: tuple[Playbook, Any] | None = None

    def play(
        self, table: Table, book: Playbook, seat: int, arms: Sequence[Arm], futures: range
    ) -> list[int]:
        """Return for each arm the sum of its worth over the futures; for `ARMS` arms at most."""
        from coopgame.simulate import records

        work = self._work[0]
        work["tables"][1] = records.table_record(table)[0]
        work["worth"] = 0
        records.put_rows(work["arms"], arms)
        self._code.tries(
            self._work.ctypes.data, self._record_of(book).ctypes.data,
            len(arms), seat, futures.start, len(futures),
        )  # fmt: skip
        worth: list[int] = work["worth"][: len(arms)].tolist()
        return worth

    def _record_of(self, book: Playbook) -> Any:  # noqa: ANN401
        from coopgame.simulate import records

        if self._book is None or self._book[0] is not book:
            self._book = (book, records.book_record(book))
        return self._book[1]


def trials_at_hand() -> CompiledTrials | None:
    """Return the compiled futures when the rules were compiled before; never compiles."""
    return CompiledTrials() if can_compile() and is_compiled_already() else None


class TrialsAtHand:
    """Plays futures as fast as can be without compiling; loads nothing before the first one."""

    def __init__(self) -> None:
        """Begin with nothing loaded."""
        self._found: Trials | None = None

    @property
    def is_fast(self) -> bool:
        """Tell whether the compiled futures are at hand."""
        return self._at_hand().is_fast

    def play(
        self, table: Table, book: Playbook, seat: int, arms: Sequence[Arm], futures: range
    ) -> list[int]:
        """Return for each arm the sum of its worth over the futures."""
        return self._at_hand().play(table, book, seat, arms, futures)

    def _at_hand(self) -> Trials:
        if self._found is None:
            self._found = trials_at_hand() or PLAIN
        return self._found
