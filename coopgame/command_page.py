"""The reference page of all commands, made from the words of the command line.

`python -m coopgame.command_page` writes docs/reference/commands.md into the checkout; a test
keeps it current.
"""

from pathlib import Path
from typing import Final, Protocol, cast

import typer

from coopgame.command_line import build

PAGE: Final = "docs/reference/commands.md"

_OPENING: Final = """\
# Commands

Made from the code by `python -m coopgame.command_page`; do not edit it by hand.

Type `python3 start.py COMMAND` in a checkout, or `coopgame COMMAND` once it is installed.
`coopgame COMMAND --help` shows the same words.
"""

_EXITS: Final = """\
## Exit codes

| code | means |
|---|---|
| 0 | done |
| 1 | something was found: findings in a deck, a recording that differs |
| 2 | it could not run; one sentence says why and what to do |
| 3 | a mistake of ours; a report was kept |
| 130 | stopped with Ctrl-C |
"""


class _Given(Protocol):
    """What can be given to a command: an argument or an option."""

    name: str
    opts: list[str]
    help: str | None
    required: bool


class _Command(Protocol):
    """One command as the command line knows it."""

    help: str
    params: list[_Given]
    commands: "dict[str, _Command]"
    """Of the whole command line alone."""


def command_page() -> str:
    """Return the whole page."""
    group = cast(_Command, typer.main.get_command(build()))
    parts = [_OPENING, _section("coopgame", group)]
    parts += [_section(f"coopgame {name}", it) for name, it in group.commands.items()]
    return "\n".join([*parts, _EXITS])


def _section(title: str, command: _Command) -> str:
    about, _, example = command.help.partition("Example: ")
    lines = [f"## {title}", "", " ".join(about.split()), ""]
    if example:
        lines += ["```", example.strip(), "```", ""]
    rows = [_row(one) for one in command.params if one.help]
    if rows:
        lines += ["| give | means |", "|---|---|", *rows, ""]
    return "\n".join(lines)


def _row(one: _Given) -> str:
    is_option = one.opts[0].startswith("-")
    names = ", ".join(f"`{name}`" for name in one.opts) if is_option else f"`{one.name.upper()}`"
    text = str(one.help).replace("|", "\\|")
    return f"| {names} | {text}{' Required.' if one.required else ''} |"


def write_command_page(root: Path) -> None:
    """Write the page below the root of a checkout."""
    (root / PAGE).write_text(command_page(), encoding="utf-8")


if __name__ == "__main__":
    write_command_page(Path(__file__).parents[1])
