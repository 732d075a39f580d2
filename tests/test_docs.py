"""The reference says what the code says, and every path that a page names exists."""

import re
from pathlib import Path

from coopgame.command_page import PAGE, command_page
from coopgame.rules.numbers import number_help

ROOT = Path(__file__).parent.parent
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


COMMANDS = (
    "play", "demo", "auto", "replay", "check", "shots", "simulate", "explore", "facts", "prepare",
)  # fmt: skip


def test_the_page_of_numbers_is_current():
    page = (ROOT / "docs/reference/numbers.md").read_text(encoding="utf-8")
    for name, (value, about) in number_help().items():
        row = f"| `{name}` | {value} | {about.unit} | {about.least} | {about.most} | {about.help} |"
        assert row in page, f"docs/reference/numbers.md lacks: {row}"


def test_every_link_of_the_documentation_leads_somewhere():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_command_is_named_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert re.search(rf"^\| `{command}[ `]", readme, re.MULTILINE), command


def test_the_readme_opens_with_the_two_commands():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert lines[3].startswith("python3 start.py ")
    assert lines[4].startswith("python3 start.py test")


def test_the_page_of_commands_is_current():
    assert (ROOT / PAGE).read_text(encoding="utf-8") == command_page()


def test_every_command_shows_an_example():
    sections = command_page().split("\n## ")[2:-1]
    assert len(sections) == 10
    for section in sections:
        assert "```\ncoopgame " in section, section
