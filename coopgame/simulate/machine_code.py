"""Machine code of the rules: keeps it as a file, loads it and calls its two entries.

Loading needs llvmlite alone, and a few hundredths of a second; only making it needs numba.
"""

import ctypes
import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from llvmlite import binding as llvm

PLAY: Final = "coopgame_play"
"""(work, book, sums, first seed, count, seats, pool, until)"""
TRY: Final = "coopgame_try"
"""(work, book, arms, seat, first, count)"""
LEVEL: Final = 2
"""How hard the whole is optimised; 3 takes longer and runs no faster."""

_FILE: Final = "rules.o"
_DIGEST: Final = 32


class MachineCode:
    """The two entries, ready to be called with addresses of records and whole numbers."""

    def __init__(self, code: bytes) -> None:
        """Load an object file that `compiled.made` made on this machine."""
        _begin()
        self._engine: Any = llvm.create_mcjit_compiler(llvm.parse_assembly(""), target_machine())
        self._engine.add_object_file(llvm.ObjectFileRef.from_data(code))
        self._engine.finalize_object()
        self.play = self._entry(PLAY, addresses=3, numbers=5)
        self.tries = self._entry(TRY, addresses=2, numbers=4)

    def _entry(self, name: str, *, addresses: int, numbers: int) -> Callable[..., None]:
        kinds = [ctypes.c_void_p] * addresses + [ctypes.c_int64] * numbers
        entry: Callable[..., None] = ctypes.CFUNCTYPE(None, *kinds)(
            self._engine.get_function_address(name)
        )
        return entry


def _begin() -> None:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()


def target_machine() -> Any:  # noqa: ANN401 - llvmlite says no types
    """Return what LLVM needs to know of this processor."""
    _begin()
    target = llvm.Target.from_triple(llvm.get_process_triple())
    return target.create_target_machine(
        cpu=llvm.get_host_cpu_name(), features=llvm.get_host_cpu_features().flatten(),
        opt=LEVEL, reloc="default", codemodel="jitdefault", jit=True,
    )  # fmt: skip


def processor() -> str:
    """Return what code for this processor must not be taken to another one without."""
    return f"{llvm.get_host_cpu_name()} {llvm.get_host_cpu_features().flatten()}"


def is_kept(folder: Path | None) -> bool:
    """Tell whether machine code was made and kept in a folder."""
    return folder is not None and (folder / _FILE).exists()


def kept(folder: Path | None) -> bytes | None:
    """Return the code that a folder keeps; None when there is none, or it is damaged."""
    if folder is None:
        return None
    try:
        content = (folder / _FILE).read_bytes()
    except OSError:
        return None
    digest, code = content[:_DIGEST], content[_DIGEST:]
    return code if hashlib.sha256(code).digest() == digest else None


def keep(folder: Path | None, code: bytes) -> None:
    """Keep code in a folder, whole or not at all; without a folder it is not kept."""
    if folder is None:
        return
    part = folder / f"{_FILE}.{os.getpid()}"
    with suppress(OSError):
        part.write_bytes(hashlib.sha256(code).digest() + code)
        part.replace(folder / _FILE)
