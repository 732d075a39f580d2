"""Checking paths: every file once, every finding at once, the right exit code."""

import json
import re
import subprocess
import sys

from coopgame.reading.checking import check_paths
from coopgame.reading.findings import Severity
from coopgame.reading.problems import ContentError, Problem, Report, fill, in_order
from coopgame.reading.translations import load_words
from tests.cards.making import deck_data
from tests.reading.writing import codes, deck_found, scenario_found, written


def test_a_clean_folder_gives_0(tmp_path):
    scenario_found(tmp_path)
    report = check_paths([tmp_path])
    assert codes(report) == []
    assert report.exit_code == 0
    assert report.files == 2
    assert report.is_playable


def test_findings_give_1_and_a_missing_path_2(tmp_path):
    deck_found(tmp_path, deck="large")
    assert check_paths([tmp_path]).exit_code == 1
    assert check_paths([tmp_path / "gone"]).exit_code == 2
    assert codes(check_paths([tmp_path / "gone"])) == ["R136"]
    (tmp_path / "empty").mkdir()
    assert codes(check_paths([tmp_path / "empty"])) == ["R137"]
    assert check_paths([]).exit_code == 2
    assert not check_paths([]).is_playable


def test_a_file_named_twice_is_checked_once(tmp_path):
    deck_found(tmp_path)
    deck = tmp_path / "cards/small/deck.yaml"
    assert check_paths([deck, tmp_path, deck]).files == 1


def test_all_broken_files_of_a_folder_are_reported(tmp_path):
    written(tmp_path / "a/deck.yaml", "deck: no\n")
    written(tmp_path / "b/deck.yaml", "deck: [x\n")
    files = {problem.file for problem in check_paths([tmp_path]).problems}
    assert {str(tmp_path / "a/deck.yaml"), str(tmp_path / "b/deck.yaml")} == files


def test_a_file_that_is_none_of_ours_says_what_it_should_begin_with(tmp_path):
    report = check_paths([written(tmp_path / "notes.yaml", {"a": 1})])
    assert codes(report) == ["S228"]
    misspelt = check_paths([written(tmp_path / "new.yaml", {"dekc": "small"})])
    assert misspelt.problems[0].hint == 'did you mean "deck"?'
    broken = check_paths([written(tmp_path / "broken.yaml", "a: [")])
    assert codes(broken) == ["R132"]
    trap = check_paths([written(tmp_path / "trap.yaml", "a: no\n")])
    assert codes(trap) == ["R103"]


def test_a_broken_scenario_reports_its_shape(tmp_path):
    report = check_paths([written(tmp_path / "scenarios/x.yaml", "title: A\n")])
    assert set(codes(report)) == {"S204"}


def test_words_of_the_screens_are_checked_for_shape_and_signs(tmp_path):
    path = written(tmp_path / "words/nl/menu.yaml", {"menu.play": "Spelen 漢", "menu.stop": 3})
    assert sorted(codes(check_paths([path]))) == ["S206", "W506"]
    assert codes(check_paths([written(tmp_path / "words/nl/list.yaml", "- a\n")])) == ["S201"]


def test_a_report_reads_as_text_in_every_language(tmp_path):
    report = check_paths(
        [written(tmp_path / "cards/small/deck.yaml", deck_data(deck="smal", cards=[]))]
    )
    text = report.as_text()
    assert re.search(
        r"^.+deck\.yaml:\d+:\d+: S211 0 stand here; at least 1 are needed$", text, re.M
    )
    assert text.endswith("Files checked: 1. Errors: 1. Warnings: 0. Hints: 0.")
    dutch = report.as_text(load_words("nl"))
    assert "hier staan er 0; er zijn er minstens 1 nodig" in dutch
    assert "Bestanden nagekeken: 1." in dutch
    wrong = check_paths([written(tmp_path / "scenarios/x.yaml", {"scenari": "x"})])
    assert "bedoel je" in wrong.as_text(load_words("nl"))


def test_a_report_reads_as_json(tmp_path):
    content = json.loads(deck_found(tmp_path, deck="large").as_json())
    assert content["exit_code"] == 1
    problem = next(p for p in content["problems"] if p["code"] == "X312")
    assert problem["severity"] == "warning"
    assert problem["line"] == 1
    assert problem["help"] == "docs/reference/problems.md#x312"


def test_a_long_line_is_shown_around_its_caret():
    problem = Problem("f", 1, 300, "R101", {}, "", "x" * 299 + "!" + "y" * 200)
    shown = problem.as_text().splitlines()
    assert shown[1][shown[2].index("^")] == "!"
    assert len(shown[1]) < 110


def test_a_problem_without_a_source_line_is_one_line_and_a_hint():
    assert Problem("f", 1, 1, "R136").as_text().splitlines() == [
        "f:1:1: R136 there is no such file or folder", "  = check the name",
    ]  # fmt: skip


def test_the_same_finding_twice_counts_once():
    problem = Problem("f", 1, 1, "R136")
    assert in_order([problem, Problem("f", 1, 1, "R136")]) == (problem,)
    assert fill("{a} {b}", {"a": "x"}) == "x "


def test_content_that_cannot_be_used_says_why_in_one_sentence():
    problems = [Problem("f", 2, 3, "W507"), Problem("f", 4, 5, "R101"), Problem("f", 6, 7, "R102")]
    error = ContentError("brief.yaml", problems)
    assert str(error).startswith("brief.yaml cannot be used: f:4:5: R101 a tab stands here")
    assert "2 errors in all" in str(error)
    assert error.problems == tuple(problems)
    assert "in all" not in str(ContentError("x", problems[:1]))


def test_checking_never_opens_a_window(tmp_path):
    deck_found(tmp_path)
    code = (
        "import sys; from coopgame.reading.checking import check_paths;"
        f"check_paths([{str(tmp_path)!r}]); sys.exit('pygame' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_report_counts_by_severity():
    report = Report((Problem("f", 1, 1, "W507"),), 1)
    assert report.exit_code == 0
    assert report.count(Severity.HINT) == 1
