"""Makes machine code of the rules: two entries, optimised together as one whole.

Run as a program by `making`. Every function is translated without being optimised; the whole is
optimised once, with nothing to be seen from outside but the entries. A library for each function
took twice as long to make and ran a fifth slower.
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, cast

import numba
from llvmlite import binding as llvm
from numba import types as nb

from coopgame.bots import trying
from coopgame.rules.journal import Log
from coopgame.rules.playbook import Playbook
from coopgame.simulate import matches
from coopgame.simulate.machine_code import LEVEL, PLAY, TRY, target_machine
from coopgame.simulate.sums import Sums
from coopgame.simulate.twins import BOOK_TYPE, OPTIONS, SUMS_TYPE, WORK_TYPE, Twins
from coopgame.simulate.work import Work

PACKAGES: Final = ("coopgame.rules", "coopgame.bots", "coopgame.simulate")
Watch = Callable[[int, int], object]
_NO_LOG: Final = cast(Log, None)
_WHOLE: Final = 60
"""Making the whole takes about as long as translating so many functions."""
_FROM_OUTSIDE: Final = ("llvm.", "memcpy", "memmove", "memset")
"""What code may call that is not its own."""


def play_many(
    work: Work, book: Playbook, sums: Sums,
    first_seed: int, count: int, seats: int, pool: int, until: int,
) -> None:  # fmt: skip
    """Play `count` matches into the sums; table 0 stays as the last one left it."""
    for place in range(count):
        work.tables[0] = work.tables[1]
        work.results[0] = work.results[1]
        matches.play_and_gather(
            work.tables[0], book, _NO_LOG, work.boards[:], work.rows[:], work.results[0], sums,
            first_seed + place, seats, pool, until,
        )  # fmt: skip


def try_many(work: Work, book: Playbook, arms: int, seat: int, first: int, count: int) -> None:
    """Try every arm in `count` futures from the `first` on, and add up what each is worth."""
    for nth in range(first, first + count):
        for place in range(arms):
            work.tables[0] = work.tables[1]
            work.worth[place] += trying.try_arm(
                work.tables[0], book, _NO_LOG, work.futures[:], work.rows[:], work.arms[place], seat,
                nth,
            )  # fmt: skip


_ENTRIES: Final[dict[str, tuple[Callable[..., None], Any]]] = {
    PLAY: (play_many, nb.void(WORK_TYPE, BOOK_TYPE, SUMS_TYPE, *[nb.int64] * 5)),
    TRY: (try_many, nb.void(WORK_TYPE, BOOK_TYPE, *[nb.int64] * 4)),
}


def made(watch: Watch) -> bytes:
    """Return an object file with both entries; `watch` hears how far that is.

    Meant for a process of its own (`making`) in which numba does not optimise.
    """
    twins = Twins(PACKAGES)
    total = twins.make_all(
        [matches.play_and_gather, trying.try_arm], lambda done, all_: watch(done, all_ + _WHOLE)
    )
    whole = _joined(twins)
    _hide(whole)
    _optimise(whole)
    _check(whole)
    code: bytes = target_machine().emit_object(whole)
    watch(total + _WHOLE, total + _WHOLE)
    return code


def _joined(twins: Twins) -> Any:
    """Return both entries, and everything they reach, as one module."""
    whole = llvm.parse_assembly("")
    for name, (function, signature) in _ENTRIES.items():
        entry = numba.cfunc(signature, **OPTIONS)(twins.copy_of(function))
        part = llvm.parse_assembly(entry.inspect_llvm())
        part.get_function(entry.native_name).name = name
        whole.link_in(part)
    return whole


def _hide(whole: Any) -> None:
    for inner in (*whole.functions, *whole.global_variables):
        if not inner.is_declaration and inner.name not in _ENTRIES:
            inner.linkage = "internal"


def _optimise(whole: Any) -> None:
    """Loops go over six seats at most: unrolled, or made for many at once, they only get longer."""
    machine, wishes = target_machine(), llvm.create_pipeline_tuning_options(speed_level=LEVEL)
    wishes.loop_unrolling = wishes.loop_interleaving = False
    wishes.loop_vectorization = wishes.slp_vectorization = False
    passes = llvm.create_pass_builder(machine, wishes)
    for _ in range(2):  # the second time it knows that nothing ever fails
        passes.getModulePassManager().run(whole, passes)


def _check(whole: Any) -> None:
    """Refuse code that calls what is not there when it is loaded without numba."""
    called = [each.name for each in whole.functions if each.is_declaration]
    strange = [name for name in called if not name.startswith(_FROM_OUTSIDE)]
    assert not strange, f"compiled rules call {', '.join(strange)}"


def _tell(done: int, total: int) -> None:
    print(done, total, flush=True)


if __name__ == "__main__":
    gc.disable()  # a tenth faster, and the process ends soon
    Path(sys.argv[1]).write_bytes(made(_tell))
