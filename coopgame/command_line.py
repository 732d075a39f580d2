"""The words of the command line: what each command is called, takes, and helps with.

What a command does stands in `commands` and is loaded only when it runs, so that help is
quick. Exit codes: see `commands.running`.
"""

from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer

_EPILOG: Final = (
    "Exit codes: 0 done · 1 something was found (findings, a recording that differs) · "
    "2 it could not run · 3 a mistake of ours, with a report · 130 stopped. "
    "Matches are kept in the folder of your system for programs' data; "
    "COOPGAME_HOME names another one."
)

Language = Annotated[
    str | None,
    typer.Option("--lang", metavar="nl|fr|en", help="Language of screens and sentences."),
]
Seed = Annotated[
    int | None, typer.Option(help="Number that decides all chance; the same seed repeats a match.")
]
Seats = Annotated[int | None, typer.Option(help="How many co-operatives play.")]


def main() -> NoReturn:
    """Run the command that was typed and leave with its exit code."""
    build()(prog_name="coopgame")
    raise SystemExit(0)


def build() -> typer.Typer:
    """Return the command line with all its commands."""
    app = typer.Typer(
        name="coopgame",
        help="A workshop board game about co-operatives in value chains. "
        "Without a command it opens the game.",
        epilog=_EPILOG,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(_start)
    for command in (play, demo, auto, replay, check, shots, simulate, explore, facts, prepare):
        app.command(epilog=_EPILOG if command is check else None)(command)
    return app


def _show_version(wanted: bool) -> None:  # noqa: FBT001  the command line calls it so
    if wanted:
        from coopgame import __version__

        typer.echo(f"coopgame {__version__}")
        raise typer.Exit


def _start(
    context: typer.Context,
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        from coopgame.commands.playing import Wishes, open_window
        from coopgame.commands.running import run

        raise typer.Exit(run(lambda: open_window(Wishes())))


def play(
    scenario: Annotated[
        str | None,
        typer.Argument(help="Scenario by name or file, or a .coopgame recording to go on with."),
    ] = None,
    *,
    seats: Seats = None,
    bots: Annotated[int | None, typer.Option(help="How many of the seats bots play.")] = None,
    seed: Seed = None,
    lang: Language = None,
) -> None:
    """Open the window and play.

    Example: coopgame play walloon_dairy --seats 4 --bots 2 --lang nl
    """
    from coopgame.commands.playing import Wishes, open_window
    from coopgame.commands.running import run

    wishes = Wishes(scenario, seats, bots, seed, lang)
    raise typer.Exit(run(lambda: open_window(wishes), lang))


def demo(
    *,
    out: Annotated[Path, typer.Option(help="Folder for the pictures and the recording.")] = Path(
        "demo"
    ),
    lang: Language = None,
) -> None:
    """Play a match of bots off-screen, into pictures and a recording.

    Needs no display and takes less than 20 seconds.

    Example: coopgame demo --out demo
    """
    from coopgame.commands.demonstrating import demonstrate
    from coopgame.commands.running import run

    raise typer.Exit(run(lambda: demonstrate(out, lang), lang))


def auto(
    scenario: Annotated[str, typer.Argument(help="Scenario by name or file.")],
    *,
    seed: Seed = None,
    seats: Seats = None,
    out: Annotated[Path | None, typer.Option(help="File to keep the recording in.")] = None,
    lang: Language = None,
) -> None:
    """Play a match of bots without pictures.

    Prints every seat's meters and the table's hash. The same seed gives the same hash, on every machine.

    Example: coopgame auto walloon_dairy --seed 7 --seats 4 --out match.coopgame
    """
    from coopgame.commands.autoplay import AutoWishes, play_automatically
    from coopgame.commands.running import run

    wishes = AutoWishes(scenario, seed, seats, out, lang)
    raise typer.Exit(run(lambda: play_automatically(wishes), lang))


def replay(
    file: Annotated[Path, typer.Argument(help="A .coopgame recording.")],
    *,
    verify: Annotated[
        bool, typer.Option("--verify", help="Only compare the table after every round.")
    ] = False,
    lang: Language = None,
) -> None:
    """Tell what happened in a recording, round by round.

    With --verify it re-runs the answers and leaves with 1 when a round ends differently.

    Example: coopgame replay match.coopgame --verify
    """
    from coopgame.commands.replaying import replay as tell
    from coopgame.commands.running import run

    raise typer.Exit(run(lambda: tell(file, only_verify=verify, language=lang), lang))


def check(
    paths: Annotated[list[str], typer.Argument(help="Files or folders of decks and scenarios.")],
    *,
    as_format: Annotated[
        str, typer.Option("--format", metavar="text|json", help="How to print the findings.")
    ] = "text",
    lang: Language = None,
) -> None:
    """Report every finding in decks, scenarios and their words.

    Leaves with 0 when clean, 1 with findings, 2 when a path cannot be read.

    Example: coopgame check cards/dairy scenarios --format json
    """
    from coopgame.commands.checking import check as report
    from coopgame.commands.running import run

    raise typer.Exit(run(lambda: report(paths, form=as_format, language=lang), lang))


def shots(
    *,
    out: Annotated[Path, typer.Option(help="Folder for the pictures.")],
    size: Annotated[
        str, typer.Option(metavar="WxH", help="Width and height in pixels.")
    ] = "1920x1080",
    lang: Language = None,
    screen: Annotated[str | None, typer.Option(help="Only this screen.")] = None,
) -> None:
    """Draw every screen as a PNG, and ledger.json.

    The ledger holds every text and control. Needs no display.

    Example: coopgame shots --out shots --size 1366x768 --lang fr
    """
    from coopgame.commands.running import run
    from coopgame.commands.shooting import shoot

    raise typer.Exit(run(lambda: shoot(out, size=size, language=lang, screen=screen), lang))


def simulate(  # noqa: PLR0913 - the command line knows them by name
    scenario: Annotated[
        str, typer.Argument(help="Scenario by name or file; for --gates also a,b,… or all.")
    ],
    *,
    games: Annotated[int, typer.Option(help="How many matches to play.")] = 10_000,
    seats: Seats = None,
    bots: Annotated[
        str, typer.Option(metavar="a,b,…|pool", help="Who plays, or a pool drawn for each match.")
    ] = "pool",
    seed: Annotated[
        int, typer.Option(help="Seed of the first match; each next one is one more.")
    ] = 0,
    jobs: Annotated[
        int | None, typer.Option(help="Processes; by default one for each core.")
    ] = None,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Scheduler of a Dask cluster.")
    ] = None,
    as_format: Annotated[
        str, typer.Option("--format", metavar="text|json|csv", help="How to print the figures.")
    ] = "text",
    diff: Annotated[
        str | None, typer.Option(metavar="OTHER", help="Scenario to compare with, on equal seeds.")
    ] = None,
    gates: Annotated[
        bool, typer.Option("--gates", help="Say whether the scenario is in balance; 1 if not.")
    ] = False,
    pars: Annotated[
        bool, typer.Option("--pars", help="Print the pars that the goals should have.")
    ] = False,
    impact: Annotated[
        bool,
        typer.Option("--impact", help="Add what each card does: equal seeds, with and without."),
    ] = False,
    lang: Language = None,
) -> None:
    """Play many matches of bots and report figures with their 95 % intervals.

    The figures are the same for any number of jobs. Ctrl-C gives what is done so far.
    With --gates every strategy and character takes one seat against the pool, at each player count;
    every answer and every move is tried where it is open, and a seat that looks ahead meets each
    character. Several scenarios are also judged together.

    Example: coopgame simulate walloon_dairy --games 10000 --seats 4 --bots pool
    """
    from coopgame.commands.running import run
    from coopgame.commands.simulating import simulate as play_many
    from coopgame.commands.wishes import SimulateWishes

    wishes = SimulateWishes(
        scenario,
        games,
        seats,
        bots,
        seed,
        jobs,
        cluster,
        as_format,
        diff,
        lang,
        gates,
        pars,
        impact,
    )
    raise typer.Exit(run(lambda: play_many(wishes), lang))


def explore(  # noqa: PLR0913 - the command line knows them by name
    scenario: Annotated[str, typer.Argument(help="Scenario by name or file.")],
    *,
    states: Annotated[int, typer.Option(help="How many rounds to look at, at most.")] = 20_000,
    seats: Annotated[
        int | None, typer.Option(help="How many co-operatives play; all numbers when left out.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of the first match.")] = 0,
    as_format: Annotated[
        str, typer.Option("--format", metavar="text|json", help="How to print what was found.")
    ] = "text",
    lang: Language = None,
) -> None:
    """Look for a way to every card and every answer.

    Each one found has a witness: a seed, and with --format json what every seat chose.
    Leaves with 1 when something was not reached, which does not prove that it never happens.

    Example: coopgame explore walloon_dairy --states 20000
    """
    from coopgame.commands.exploring import ExploreWishes, explore_scenario
    from coopgame.commands.running import run

    wishes = ExploreWishes(scenario, states, seats, seed, as_format, lang)
    raise typer.Exit(run(lambda: explore_scenario(wishes), lang))


def facts(  # noqa: PLR0913 - the command line knows them by name
    *,
    games: Annotated[int, typer.Option(help="How many matches each experiment looks at.")] = 300,
    seed: Annotated[int, typer.Option(help="Seed of the first match.")] = 0,
    jobs: Annotated[
        int | None, typer.Option(help="Processes; by default one for each core.")
    ] = None,
    only: Annotated[str, typer.Option(metavar="SF1,SF2,…", help="Measure these facts alone.")] = "",
    html: Annotated[Path | None, typer.Option(help="File for the table as a web page.")] = None,
    as_format: Annotated[
        str, typer.Option("--format", metavar="text|json", help="How to print the table.")
    ] = "text",
    lang: Language = None,
) -> None:
    """Measure whether the rules behave as the field knows co-operatives to do.

    Each stylised fact is an experiment with the official scenarios. Leaves with 1 when too few hold.

    Example: coopgame facts --only SF1,SF16 --html facts.html
    """
    from coopgame.commands.running import run
    from coopgame.commands.stating import FactsWishes, state_facts

    wishes = FactsWishes(games, jobs, seed, only, html, as_format, lang)
    raise typer.Exit(run(lambda: state_facts(wishes), lang))


def prepare(*, lang: Language = None) -> None:
    """Compile the rules and keep them, so that nobody waits for it later.

    Takes about a minute, once for each version. Bots that look ahead then see further.

    Example: coopgame prepare
    """
    from coopgame.commands.preparing import prepare_rules
    from coopgame.commands.running import run

    raise typer.Exit(run(lambda: prepare_rules(lang), lang))
