"""A match as the screens need it: the session, its scenario, and the words and names of both.

The only module of the screens that starts or takes up a session.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from coopgame.cards.scenario import Scenario, spread
from coopgame.reading.library import LoadedScenario, playbook_for
from coopgame.reading.translations import ContentWords
from coopgame.rules.errors import CoopgameError
from coopgame.rules.game import Game
from coopgame.rules.questions import TABLE_SEAT
from coopgame.screens.curtain import Turn
from coopgame.screens.desk import Desk
from coopgame.screens.look import Look, Story
from coopgame.sessions.content import matching_playbook, scenario_of
from coopgame.sessions.curtain import CurtainSetting
from coopgame.sessions.opening import NewMatch, continue_session, start_session
from coopgame.sessions.recording import Recording
from coopgame.sessions.replay import verified_game
from coopgame.sessions.seats import Seat
from coopgame.sessions.session import Session
from coopgame.sessions.storage import SavedMatch, last_unfinished, saved_matches


@dataclass(frozen=True, slots=True)
class Wish:
    """What a group chose in the set-up."""

    loaded: LoadedScenario
    seats: tuple[Seat, ...]
    rounds: int
    language: str
    curtain: str = CurtainSetting.AUTO.value
    seed: int | None = None


class Match:
    """A session with the scenario it is played with."""

    def __init__(self, session: Session, loaded: LoadedScenario) -> None:
        self.session = session
        self.loaded = loaded
        self.story = story_of(loaded, session.snapshot().rounds)
        self._contents: dict[str, ContentWords] = {}

    def content(self, language: str) -> ContentWords:
        """Return the words of the scenario in a language."""
        if language not in self._contents:
            self._contents[language] = self.loaded.words(language)
        return self._contents[language]

    def dressed(self, look: Look) -> Look:
        """Return a look that knows the names and words of this match."""
        names = tuple(seat.name for seat in self.session.seats)
        return replace(look, content=self.content(look.language), story=self.story, names=names)

    def turn(self, seat: int, language: str) -> Turn:
        """Return what the curtain may know when this seat's turn comes."""
        snapshot = self.session.snapshot()
        it = self.session.seats[seat]
        own = self.content(language).scenario
        names = [text for key, text in own.items() if key.startswith("cooperative.")]
        return Turn(
            name=it.name or names[seat],
            letter=it.letter,
            colour=it.colour_letter,
            round=snapshot.round,
            rounds=snapshot.rounds,
        )


def story_of(loaded: LoadedScenario, rounds: int) -> Story:
    """Return what screens show of a scenario beside its words."""
    scenario = loaded.scenario
    cards = [card for deck in loaded.decks for card in deck.cards]
    return Story(
        title_icon=scenario.icon,
        card_themes={card.id: card.theme.value for card in cards},
        option_verbs={f"{c.id}.{o.id}": o.verb.value for c in cards for o in c.options},
        case_years={card.id: card.real_case.year for card in cards},
        price_normal=scenario.price.normal if scenario.price else 100,
        price_unit=scenario.price.unit if scenario.price else "",
        chapters=_chapters(scenario, rounds),
        years=tuple(point.year for point in spread(scenario.track, rounds)),
    )


def _chapters(scenario: Scenario, rounds: int) -> tuple[str, ...]:
    return tuple(point.chapter or "" for point in spread(scenario.track, rounds))


def new_match(desk: Desk, wish: Wish) -> Match:
    """Start a match; when nothing can be kept on disk it goes on in memory and says so."""
    book = playbook_for(wish.loaded, seats=len(wish.seats), rounds=wish.rounds)
    known = wish.loaded.path.parent.name == "scenarios"
    match = NewMatch(
        playbook=book,
        seats=wish.seats,
        seed=desk.new_seed() if wish.seed is None else wish.seed,
        language=wish.language,
        scenario=wish.loaded.id if known else str(wish.loaded.path),
        curtain=CurtainSetting(wish.curtain),
    )
    session = start_session(match, desk.matches)
    session.minds.trials = desk.trials
    return Match(session, wish.loaded)


def continue_match(desk: Desk, path: Path) -> Match:
    """Take up a match from its file; raises a CoopgameError that says what is wrong with it."""
    session = continue_session(path, desk.playbook_of, folder=desk.matches)
    session.minds.trials = desk.trials
    try:
        return Match(session, scenario_of(session.recorder.recording.header))
    except CoopgameError:
        session.close()
        raise


@dataclass(frozen=True, slots=True)
class Waiting:
    """A match that can go on, as the menu names it."""

    path: Path
    title: str
    round: int
    name: str
    """Whose turn it is; empty when the group looks back together."""


def waiting_match(desk: Desk, language: str) -> tuple[Waiting | None, CoopgameError | None]:
    """Return the match to offer under "continue", or what is wrong with it."""
    saved = last_unfinished(desk.matches)
    newest = next(iter(saved_matches(desk.matches)), None)
    problem = newest.problem if newest is not None else None
    if saved is None or saved.recording is None:
        return None, problem
    try:
        return _waiting(desk, saved, saved.recording, language), problem
    except CoopgameError as other:
        return None, other


def _waiting(desk: Desk, saved: SavedMatch, recording: Recording, language: str) -> Waiting:
    loaded = scenario_of(recording.header)
    book = matching_playbook(recording.header, saved.path.name, desk.playbook_of)
    game = verified_game(recording, book, saved.path.name)
    content = loaded.words(language)
    seat = _next_person(game, recording.seats)
    name = ""
    if seat is not None:
        name = seat.name or content.cooperative(book.labels.cooperatives[seat.number])
    return Waiting(saved.path, content.get("title"), game.snapshot().round, name)


def _next_person(game: Game, seats: tuple[Seat, ...]) -> Seat | None:
    """Return whose turn it would be after continuing."""
    if game.questions(TABLE_SEAT) or game.has_ended:
        return None
    first = game.snapshot().first_seat
    order = [seats[(first + k) % len(seats)] for k in range(len(seats))]
    return next((s for s in order if s.is_human and game.questions(s.number)), None)
