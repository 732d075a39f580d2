"""The package's own files, parsed, for tests that read code instead of running it."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def package_files() -> tuple[Path, ...]:
    """Every module of the package, and start.py."""
    return (*sorted((ROOT / "coopgame").rglob("*.py")), ROOT / "start.py")


@cache
def parsed(file: Path) -> ast.Module:
    """The tree of one file."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def place(file: Path, node: ast.AST) -> str:
    """Where something stands, as an editor opens it."""
    return f"{file.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 1)}"
