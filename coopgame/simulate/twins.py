"""Compiles the rules as they stand: every function of a module gets a compiled twin.

A twin has the very code of its function; only the names it looks up lead to other twins.
So there is one copy of the rules, read by people, played as it is, and compiled here.
"""

import sys
import types
import typing
from collections.abc import Callable, Iterable
from typing import Any, Final

import numba
from numba import types as nb

from coopgame.rules import journal
from coopgame.rules.numbers import Numbers
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table
from coopgame.simulate.records import BOOK, RESULT, RULE, SUMS, TABLE, WORK
from coopgame.simulate.result import Result
from coopgame.simulate.sums import Sums
from coopgame.simulate.work import Work

RULE_TYPE: Final = numba.from_dtype(RULE)
TABLE_TYPE: Final = numba.from_dtype(TABLE)
BOOK_TYPE: Final = numba.from_dtype(BOOK)
RESULT_TYPE: Final = numba.from_dtype(RESULT)
SUMS_TYPE: Final = numba.from_dtype(SUMS)
WORK_TYPE: Final = numba.from_dtype(WORK)
ROW_TYPE: Final = nb.Array(nb.int32, 1, "C")
ROWS_TYPE: Final = nb.Array(nb.int32, 2, "C")

_PLAIN: Final[dict[Any, Any]] = {
    int: nb.int64,
    bool: nb.boolean,
    type(None): nb.none,
    Table: TABLE_TYPE,
    Playbook: BOOK_TYPE,
    Numbers: RULE_TYPE,
    Result: RESULT_TYPE,
    Sums: SUMS_TYPE,
    Work: WORK_TYPE,
    list[int]: ROW_TYPE,
    list[list[int]]: ROWS_TYPE,
    journal.Log: nb.none,
}


def _record_nothing(
    table: Table, log: journal.Log, what: tuple[int, int, int, int, int], before: int, after: int
) -> None:
    """Stand in for `record`: a compiled match keeps no journal."""


def _keeps_nothing(log: journal.Log) -> bool:
    """Stand in for `is_kept`."""
    return False


_INSTEAD: Final[dict[Any, Callable[..., Any]]] = {
    journal.record: _record_nothing,
    journal.is_kept: _keeps_nothing,
}
"""The only functions that are not compiled as they stand: what they would do is the journal's."""


OPTIONS: Final[dict[str, Any]] = {"error_model": "numpy", "_nrt": False}
"""How twins are compiled. They make no arrays, so nobody has to count who still uses one;
counting took a quarter of the time."""
_UNSEEN: Final[dict[str, Any]] = {
    **OPTIONS, "no_cfunc_wrapper": True, "no_cpython_wrapper": True,
}  # fmt: skip
"""The same for twins that only other twins call."""


def type_of(annotation: Any) -> Any:
    """Return the compiled type of an annotation, or None when it says no fixed one."""
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if typing.get_origin(annotation) is tuple:
        inner = [type_of(each) for each in typing.get_args(annotation)]
        if Ellipsis not in typing.get_args(annotation) and all(it is nb.int64 for it in inner):
            made: Any = nb.UniTuple(nb.int64, len(inner))  # type: ignore[no-untyped-call]
            return made
    return None


def signature_of(function: Callable[..., Any]) -> Any:
    """Return the compiled signature that a function's annotations say, or None."""
    names = function.__code__.co_varnames
    count = function.__code__.co_argcount + function.__code__.co_kwonlyargcount
    notes = function.__annotations__
    kinds = [type_of(notes.get(name)) for name in names[:count]]
    if any(kind is None for kind in kinds):
        return None
    returned = type_of(notes["return"]) if notes.get("return") is not None else nb.none
    return returned(*kinds) if returned is not None else tuple(kinds)


class Twins:
    """The compiled twins of a package's functions, made when first asked for."""

    def __init__(self, packages: tuple[str, ...]) -> None:
        self._packages = packages
        self._made: dict[Any, Any] = {}
        self._names: dict[str, dict[str, Any]] = {}

    def copy_of(self, function: Callable[..., Any]) -> types.FunctionType:
        """Return a function's twin before it is compiled; what it calls may not be there yet."""
        return _copy(_INSTEAD.get(function, function), self._globals(function.__module__))

    def make_all(
        self,
        functions: Iterable[Callable[..., Any]],
        watch: Callable[[int, int], object] = lambda _done, _all: None,
    ) -> int:
        """Compile the twins of these functions and of all they call, the innermost first.

        `watch` hears how many of all are compiled; returns how many those are.
        """
        wanted = self.reached_from(functions)
        for place, function in enumerate(wanted):
            watch(place, len(wanted))
            made = self._compile(function)
            self._made[function] = made
            self._replace(function, made)
        return len(wanted)

    def reached_from(
        self, functions: Iterable[Callable[..., Any]], *, known: bool = True
    ) -> list[Callable[..., Any]]:
        """Return all functions that these reach, the innermost first.

        With `known`, those that have a twin already are left out, and what they reach.
        """
        found: dict[Callable[..., Any], None] = {}

        def visit(function: Callable[..., Any], above: tuple[Callable[..., Any], ...]) -> None:
            if function in found or function in above or (known and function in self._made):
                return
            for called in self._called_by(function):
                visit(called, (*above, function))
            found[function] = None

        for function in functions:
            visit(function, ())
        return list(found)

    def called_by(self, function: Callable[..., Any]) -> list[Callable[..., Any]]:
        """Return the functions of ours that a function's code names."""
        return list(self._called_by(function))

    def _compile(self, function: Callable[..., Any]) -> Any:
        twin, wanted = self.copy_of(function), signature_of(function)
        if wanted is None:
            return numba.njit(twin, **OPTIONS)
        return numba.njit(wanted, **_UNSEEN)(twin)

    def _globals(self, module_name: str) -> dict[str, Any]:
        """Return the names that twins of a module look up; filled in as twins are made."""
        if module_name not in self._names:
            names = dict(sys.modules[module_name].__dict__)
            self._names[module_name] = names
            for name, value in names.items():
                names[name] = self._twin_of_name(value)
        return self._names[module_name]

    def _twin_of_name(self, value: Any) -> Any:
        if isinstance(value, types.ModuleType) and self._is_ours(value.__name__):
            there = types.ModuleType(value.__name__)
            there.__dict__.update(self._globals(value.__name__))
            return there
        if isinstance(value, types.FunctionType):
            return self._made.get(value) or value
        return value

    def _replace(self, function: Callable[..., Any], made: Any) -> None:
        for names in self._names.values():
            for name, value in names.items():
                if value is function:
                    names[name] = made
                elif getattr(value, function.__name__, None) is function:
                    setattr(value, function.__name__, made)

    def _is_ours(self, name: str) -> bool:
        return any(name.startswith(package) for package in self._packages)

    def _called_by(self, function: Callable[..., Any]) -> Iterable[Callable[..., Any]]:
        """Yield the functions of ours that a function's code names."""
        module = sys.modules[function.__module__]
        code = function.__code__
        for name in code.co_names:
            yield from self._ours(getattr(module, name, None), code.co_names)

    def _ours(self, value: Any, names: tuple[str, ...]) -> Iterable[Callable[..., Any]]:
        if isinstance(value, types.FunctionType) and self._is_ours(value.__module__):
            yield value
        elif isinstance(value, types.ModuleType) and self._is_ours(value.__name__):
            for name in names:
                yield from self._ours(getattr(value, name, None), ())


def _copy(function: Callable[..., Any], names: dict[str, Any]) -> types.FunctionType:
    """Return the same code with other globals; arguments by keyword become ordinary ones."""
    code = function.__code__
    code = code.replace(co_argcount=code.co_argcount + code.co_kwonlyargcount, co_kwonlyargcount=0)
    twin = types.FunctionType(code, names, function.__name__, function.__defaults__)
    twin.__qualname__ = function.__qualname__
    twin.__module__ = function.__module__
    return twin
