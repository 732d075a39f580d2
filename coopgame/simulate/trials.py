"""Imagined futures for bots that look ahead, played by the compiled rules."""

import os
from collections.abc import Sequence
from typing import Any

from coopgame.bots.looking_ahead import PLAIN, Arm, Trials, future_boards
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table
from coopgame.simulate.engine import Watch, cache_folder, can_compile


class CompiledTrials:
    """Plays futures with the compiled twins of the rules."""

    is_fast = True

    def __init__(self, watch: Watch = lambda _done, _all: None) -> None:
        """Load the compiled futures, or compile them; `watch` hears how far that is."""
        os.environ.setdefault("NUMBA_OPT", "2")
        from coopgame.simulate import compiled, records

        self._try = compiled.compiled_entry(cache_folder(), watch, compiled.TRY)
        self._tables = records.new_tables(2)
        self._journal = records.new_journal()
        self._boards = records.rows_of(future_boards())
        self._rows = records.rows_of([[0] * 64, [0] * 64])
        self._book: tuple[Playbook, Any] | None = None

    def play(
        self, table: Table, book: Playbook, seat: int, arms: Sequence[Arm], futures: range
    ) -> list[int]:
        """Return for each arm the sum of its worth over the futures."""
        from coopgame.simulate import records

        worth = records.whole_numbers(len(arms))
        self._tables[1] = records.table_record(table)[0]
        self._try(
            self._tables, self._record_of(book), self._journal, self._boards, self._rows,
            records.rows_of(arms), worth, seat, futures.start, len(futures),
        )  # fmt: skip
        return [int(sum_) for sum_ in worth]

    def _record_of(self, book: Playbook) -> Any:  # noqa: ANN401
        from coopgame.simulate import records

        if self._book is None or self._book[0] is not book:
            self._book = (book, records.book_record(book))
        return self._book[1]


def trials_at_hand() -> CompiledTrials | None:
    """Return the compiled futures when they were compiled before; never compiles."""
    if not can_compile():
        return None
    from coopgame.simulate import compiled

    return CompiledTrials() if compiled.is_made(cache_folder(), compiled.TRY) else None


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
