"""What is on the screen first: the menu, a match that was asked for, or one that goes on."""

from dataclasses import dataclass
from pathlib import Path

from coopgame.bots.characters import mixed_characters
from coopgame.reading.library import load_scenario
from coopgame.screens.app_model import Wish, continue_match, new_match
from coopgame.screens.opening_pages import MenuPage
from coopgame.screens.pages import Host
from coopgame.screens.play import PlayPage
from coopgame.sessions.seats import seats_for


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for; None leaves it to the people at the screen."""

    scenario: str | None = None
    seats: int | None = None
    bots: int | None = None
    seed: int | None = None
    resume: Path | None = None


def begin(host: Host, wishes: Wishes) -> None:
    """Lay out the first pages; raises a CoopgameError for what cannot be played."""
    if wishes.resume is not None:
        match = continue_match(host.desk, wishes.resume)
        host.start_over(MenuPage(host), PlayPage(host, match, is_resumed=True))
    elif wishes.scenario is not None:
        loaded = load_scenario(wishes.scenario)
        limits = loaded.scenario.seats
        count = wishes.seats if wishes.seats is not None else min(4, limits.most)
        count = min(max(count, limits.fewest), limits.most)
        bots = mixed_characters(min(wishes.bots or 0, count))
        settings = host.settings
        wish = Wish(
            loaded, seats_for(count, bots=bots), loaded.scenario.offered_rounds,
            settings.language, settings.curtain, wishes.seed,
        )  # fmt: skip
        host.start_over(MenuPage(host), PlayPage(host, new_match(host.desk, wish)))
    else:
        host.start_over(MenuPage(host))
