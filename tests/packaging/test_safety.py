"""Nothing in the package can run code that came in with a file (R-12)."""

import ast
from collections.abc import Iterator

import pytest

from tests.packaging.sources import ROOT, package_files, parsed, place

FORBIDDEN_MODULES = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "shelve", "marshal"}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}
UNSAFE_YAML = {
    "load", "load_all", "unsafe_load", "unsafe_load_all", "full_load", "full_load_all",
    "Loader", "CLoader", "UnsafeLoader", "CUnsafeLoader", "FullLoader", "CFullLoader",
}  # fmt: skip


def findings(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Each forbidden thing in a tree, with its name."""
    for node in ast.walk(tree):
        for name in names_in(node):
            yield node, name


def names_in(node: ast.AST) -> list[str]:
    """The forbidden names that one node uses."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names if root(alias.name) in FORBIDDEN_MODULES]
    if isinstance(node, ast.ImportFrom):
        module = node.module or ""
        unsafe = UNSAFE_YAML if root(module) == "yaml" else set()
        inside = [f"yaml.{alias.name}" for alias in node.names if alias.name in unsafe]
        return [module, *inside] if root(module) in FORBIDDEN_MODULES else inside
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return [node.func.id] if node.func.id in FORBIDDEN_CALLS else []
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        is_unsafe = node.value.id == "yaml" and node.attr in UNSAFE_YAML
        return [f"yaml.{node.attr}"] if is_unsafe else []
    if isinstance(node, ast.keyword) and node.arg == "allow_pickle":
        return ["allow_pickle"]
    return []


def root(module: str) -> str:
    """The first part of a dotted name."""
    return module.partition(".")[0]


def test_the_package_runs_no_code_from_files():
    found = [
        f"{place(file, node)}: {name}"
        for file in package_files()
        for node, name in findings(parsed(file))
    ]
    assert [] == found


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("import pickle", "pickle"),
        ("import marshal as m", "marshal"),
        ("from pickle import loads", "pickle"),
        ("eval('1')", "eval"),
        ("exec('x = 1')", "exec"),
        ("compile('1', '', 'eval')", "compile"),
        ("import yaml\nyaml.load(text)", "yaml.load"),
        ("import yaml\nyaml.unsafe_load(text)", "yaml.unsafe_load"),
        ("from yaml import load", "yaml.load"),
        ("import yaml\nclass Mine(yaml.UnsafeLoader): ...", "yaml.UnsafeLoader"),
        ("numpy.load(file, allow_pickle=True)", "allow_pickle"),
    ],
)
def test_each_forbidden_thing_is_found(code, name):
    assert name in [found for _, found in findings(ast.parse(code))]


@pytest.mark.parametrize(
    "code",
    ["import re\nre.compile('x')", "import yaml\nyaml.safe_load(text)", "json.load(file)"],
)
def test_what_only_looks_alike_is_left_alone(code):
    assert [] == list(findings(ast.parse(code)))


def test_the_lock_files_name_no_address():
    for name in ("requirements.txt", "requirements-dev.txt"):
        rows = (ROOT / name).read_text(encoding="utf-8").splitlines()
        strange = [row for row in rows if "://" in row or row.lstrip().startswith(("-i", "-f"))]
        assert [] == [row for row in strange if "--hash" not in row]
        assert not any("index" in row or "find-links" in row for row in rows)


def test_every_locked_package_has_hashes_and_one_version():
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert all(hashes for _, _, hashes in locked(name))
    runtime = {(package, version) for package, version, _ in locked("requirements.txt")}
    assert runtime <= {(package, version) for package, version, _ in locked("requirements-dev.txt")}


def locked(name: str) -> list[tuple[str, str, int]]:
    """The packages of a lock file, as (name, version, number of hashes)."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    rows = [row for row in text.splitlines() if row and not row.startswith("#")]
    pins = [(row.partition("==")[0], row.partition("==")[2].split()[0]) for row in rows]
    return [
        (package, version, row.count("--hash=sha256:"))
        for (package, version), row in zip(pins, rows, strict=True)
    ]
