"""What YAML would silently turn into something else is refused, each with its own sentence."""

import time
import tracemalloc

import pytest
import yaml

from coopgame.reading import strict_yaml
from coopgame.reading.strict_yaml import MOST_PROBLEMS, parse, read_yaml

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]

TRAPS = [
    ("land: no", "R103", 1, 7),
    ("land: NO", "R103", 1, 7),
    ("on: 1", "R103", 1, 1),
    ("a: yes", "R103", 1, 4),
    ("a: Off", "R103", 1, 4),
    ("a: 1:30", "R104", 1, 4),
    ("a: 12:30:45", "R104", 1, 4),
    ("a: 012", "R105", 1, 4),
    ("a: -007", "R105", 1, 4),
    ("a: 2024-01-02", "R106", 1, 4),
    ("a: 2024-1-2", "R106", 1, 4),
    ("a: 2001-12-14 21:59:43", "R106", 1, 4),
    ("a: 1e3", "R107", 1, 4),
    ("a: 1.5", "R107", 1, 4),
    ("a: .5", "R107", 1, 4),
    ("a: 5.", "R107", 1, 4),
    ("a: .inf", "R107", 1, 4),
    ("a: .nan", "R107", 1, 4),
    ("a: 0x1f", "R122", 1, 4),
    ("a: 0o17", "R122", 1, 4),
    ("a: 1_000", "R122", 1, 4),
    ("a: True", "R123", 1, 4),
    ("a: ~", "R110", 1, 4),
    ("a: null", "R110", 1, 4),
    ("a: 99999999999", "R130", 1, 4),
    ("a: 1\nb: 2\na: 3", "R102", 3, 1),
    ("a:\tb", "R101", 1, 3),
    ("a:\n\t- b", "R101", 2, 1),
    ("title: Fresh: and cheap", "R111", 1, 13),
    ("title: {name} wins", "R112", 1, 8),
    ("title: {name}", "R112", 1, 8),
    ("title: [a] and b", "R112", 1, 8),
    ("a: @home", "R113", 1, 4),
    ("a: `x`", "R113", 1, 4),
    ("a: %x", "R113", 1, 4),
    ("a: - b", "R113", 1, 4),
    ("a: , b", "R113", 1, 4),
    ("a: &x 1", "R108", 1, 4),
    ("a: *x", "R108", 1, 4),
    ("a: *bold* words", "R108", 1, 4),
    ("a: !important", "R109", 1, 4),
    ("a: !!python/object:os.system x", "R109", 1, 4),
    ('a: "open\nb: 2', "R126", 1, 4),
    ("a: 'it's'", "R133", 1, 4),
    ('a: "x" y', "R133", 1, 4),
    ("a: [1, 2\nb: 3", None, 1, 4),
    ("a: 1\n  b: 2", "R127", 2, 4),
    ("a:\n  - b\n - c", "R127", 3, 2),
    ("title Foo\nstory: b", "R135", 1, 1),
    ("<<: 2", "R124", 1, 1),
    ("? [a, b]\n: 2", "R125", 1, 3),
    ("? {a: 1}\n: 2", "R125", 1, 3),
    ("a: 1\n---\nb: 2", "R121", 2, 1),
    ("%YAML 1.1\n---\na: 1", "R121", 1, 1),
    ("a: x\x07y", "R120", 1, 5),
    ("a: x\u200by", "R120", 1, 5),
    ("", "R128", 1, 1),
    ("# only words\n", "R128", 1, 1),
    ("a: ?", None, 1, 4),
    ("\ufeffa: 1", "R114", 1, 1),
]


@pytest.mark.parametrize("loader", LOADERS, ids=["plain", "fast"])
@pytest.mark.parametrize(("text", "code", "line", "column"), TRAPS)
def test_each_trap_is_refused_at_its_place(monkeypatch, loader, text, code, line, column):
    monkeypatch.setattr(strict_yaml, "_LOADER", loader)
    problems = parse(text.encode(), "deck.yaml").problems
    assert problems, text
    first = problems[0]
    assert first.line == line
    if code is not None:
        assert first.code == code
        assert first.column == column
    assert first.message
    assert first.hint


def test_an_escape_that_does_not_exist_is_explained():
    assert parse(b'a: "\\q"', "x").problems[0].code == "R134"


def test_an_empty_value_is_found_and_a_missing_value_in_a_group_too():
    assert [(p.code, p.line) for p in parse(b"a:\nb: 2", "x").problems] == [("R110", 1)]
    assert [p.code for p in parse(b"a: {b: }", "x").problems] == ["R110"]


def test_quoted_words_are_text_and_plain_numbers_are_numbers():
    document = parse(b"a: 'no'\nb: -5\nc: +4\nd: \"012\"\ne: true\nf: 1897-1914\ng: |\n  12\n", "x")
    assert document.problems == []
    assert document.value == {
        "a": "no", "b": -5, "c": 4, "d": "012", "e": True, "f": "1897-1914", "g": "12\n"
    }  # fmt: skip


def test_every_value_and_name_has_its_place():
    document = parse("a:\n  - {b: één, c: 2}\n".encode(), "x")
    assert document.values[("a", 0, "c")] == (2, 17)
    assert document.names[("a", 0, "c")] == (2, 14)
    assert document.spot(("a", 0, "z")) == (2, 5)
    assert document.spot(("a", 0, "b"), name=True) == (2, 6)
    assert document.spot(("z",)) == (1, 1)


def test_all_traps_of_a_file_come_at_once():
    found = parse(b"a: no\nb: 012\nc: {d: 1e3}\n", "x").problems
    assert [(p.code, p.line) for p in found] == [("R103", 1), ("R105", 2), ("R107", 3)]


def test_a_word_that_is_not_utf8_is_found_in_its_line():
    problem = parse(b"a: 1\nb: caf\xe9\n", "x").problems[0]
    assert (problem.code, problem.line, problem.column) == ("R115", 2, 7)


def test_a_file_from_windows_reads_the_same():
    assert parse(b"a: 1\r\nb: 2\r\n", "x").value == {"a": 1, "b": 2}


def test_a_value_of_a_list_or_group_under_an_unusable_name_is_left_out():
    document = parse(b"? [a, {b: c}]\n: 2\nd: 3", "x")
    assert document.value["d"] == 3


BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    f"{c}: &{c} [{','.join(['*' + p] * 9)}]\n".encode()
    for p, c in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_a_bomb_of_aliases_is_refused_quickly_and_in_little_memory():
    tracemalloc.start()
    start = time.perf_counter()
    document = parse(BOMB, "bomb.yaml")
    spent = time.perf_counter() - start
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert {p.code for p in document.problems} == {"R108"}
    assert spent < 0.5
    assert peak < 10_000_000


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"[" * 100_000, "R117"),
        (b"{a: " * 50_000, "R117"),
        (b"- " * 50_000, "R117"),
        (b"- a\n" * 250_000, "R118"),
        (b"a: " + b"x" * 2_000_001, "R116"),
    ],
)
def test_depth_number_of_values_and_size_have_limits(content, code):
    assert code in {p.code for p in parse(content, "x").problems}


def test_the_number_of_findings_has_a_limit():
    for content in (
        b"- no\n" * 1000,
        b"a:\tb\n" * 1000,
        b"".join(b"*a%d: 1\n" % n for n in range(9)),
    ):
        problems = parse(content, "x").problems
        assert len(problems) <= MOST_PROBLEMS + 1
    assert parse(b"- no\n" * 1000, "x").problems[-1].code == "R131"
    assert parse(b"a:\tb\n" * 1000, "x").problems[-1].code == "R131"


def test_a_file_that_is_not_there_too_large_or_a_folder_is_a_finding(tmp_path):
    assert read_yaml(tmp_path / "no.yaml").problems[0].code == "R136"
    assert read_yaml(tmp_path).problems[0].code == "R129"
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * 2_000_001)
    assert read_yaml(large, "shown.yaml").problems[0].code == "R116"
    assert read_yaml(large, "shown.yaml").problems[0].file == "shown.yaml"


def test_an_error_without_a_place_is_still_a_finding():
    from coopgame.reading.syntax import explain

    assert explain([], yaml.YAMLError()) == ("R119", (1, 1))
