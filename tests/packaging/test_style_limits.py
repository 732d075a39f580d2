"""Files and functions stay small enough to read in one go."""

import ast
import statistics
from pathlib import Path

from tests.packaging.sources import package_files, parsed, place

LONGEST_FILE = 600
LONGEST_FUNCTION = 60
MEDIAN_FUNCTION = 10

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> list[tuple[Path, Function]]:
    """Every function of the package."""
    return [
        (file, node)
        for file in package_files()
        for node in ast.walk(parsed(file))
        if isinstance(node, Function)
    ]


def lines_of(function: Function) -> int:
    """How many lines a function takes, its docstring left out."""
    last = function.end_lineno or function.lineno
    first = function.body[0]
    docstring = ast.get_docstring(function, clean=False) is not None
    explained = (first.end_lineno or first.lineno) - first.lineno + 1 if docstring else 0
    return last - function.lineno + 1 - explained


def test_no_file_is_longer_than_600_lines():
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in package_files()}
    assert {} == {str(file): lines for file, lines in lengths.items() if lines > LONGEST_FILE}


def test_no_function_is_longer_than_60_lines():
    assert [] == [
        f"{place(file, function)}: {function.name}, {lines_of(function)} lines"
        for file, function in functions()
        if lines_of(function) > LONGEST_FUNCTION
    ]


def test_the_median_function_has_at_most_10_lines():
    assert statistics.median(lines_of(function) for _, function in functions()) <= MEDIAN_FUNCTION


def test_every_module_says_what_it_is_for():
    silent = [
        place(file, parsed(file)) for file in package_files() if not ast.get_docstring(parsed(file))
    ]
    assert [] == silent
