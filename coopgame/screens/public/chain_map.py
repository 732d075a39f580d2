"""One metro map while it is drawn: sheet, plan, and the places that words have taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from coopgame.rules.snapshot import HoldView, Snapshot
from coopgame.screens.look import Look
from coopgame.screens.public.lane_plan import Plan
from coopgame.screens.public.stations import Station, letters_of
from coopgame.screens.public.words_of import stages_of
from coopgame.ui.chain import ribbon_width
from coopgame.ui.layout import Rect
from coopgame.ui.sheet import Sheet

BADGE = 3.35
"""Radius of a badge on the board, in percent of the height."""


@dataclass
class Map:
    """One map being drawn, and the places that words have taken."""

    sheet: Sheet
    look: Look
    snapshot: Snapshot
    plan: Plan
    taken: list[Rect] = field(default_factory=list)

    def width(self, seat: int) -> float:
        """Return the width of a co-operative's ribbon."""
        largest = max(one.volume for one in self.snapshot.cooperatives)
        return ribbon_width(self.sheet, self.snapshot.cooperatives[seat].volume / max(1, largest))

    @property
    def badge_x(self) -> float:
        """The middle of the badges."""
        return self.sheet.M + BADGE * self.sheet.u

    def column(self, stage: int) -> float:
        """Return the width of a stage's column."""
        edges = self.plan.columns.edges
        return edges[stage + 1] - edges[stage]

    def hold(self, seat: int, stage: int) -> HoldView:
        """Return how a seat is present in a stage."""
        return self.snapshot.cooperatives[seat].holds[stage]

    def take(self, rect: Rect) -> bool:
        """Reserve a place for words; False when something stands there already."""
        if any(min(rect.overlap(other)) > 0 for other in self.taken):
            return False
        self.taken.append(rect)
        return True


def station_of(it: Map, seats: Sequence[int], stage: int, at: tuple[float, float]) -> Station:
    """Return the station of seats in a stage; `at` is its height and, over two lanes, how tall it is."""
    cy, tall = at
    return Station(
        cx=station_x(it, stage),
        cy=cy,
        letters=letters_of(it.look, seats),
        hold=it.hold(seats[0], stage),
        stage=stages_of(it.snapshot)[stage],
        column=it.column(stage),
        tall=tall,
    )


def station_x(it: Map, stage: int) -> float:
    """Return the middle of a station; the first column shares its room with badge and name."""
    if stage:
        return it.plan.columns.stations[stage]
    return it.plan.columns.edges[1] - 5.2 * it.sheet.u
