"""The menu and the set-up as pages: what their controls do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from coopgame.bots.characters import CHARACTERS, mixed_characters
from coopgame.reading.findings import Severity
from coopgame.reading.library import ListedScenario, LoadedScenario
from coopgame.rules.errors import CoopgameError
from coopgame.screens import menu, setup
from coopgame.screens.app_model import Waiting, Wish, continue_match, new_match, waiting_match
from coopgame.screens.help_page import HelpPage
from coopgame.screens.look import Look
from coopgame.screens.message import MessageModel, MessagePage
from coopgame.screens.pages import Host, Page
from coopgame.screens.play import PlayPage
from coopgame.screens.settings import SettingsPage
from coopgame.sessions.seats import HUMAN, LONGEST_NAME, Seat
from coopgame.ui.gestures import KeyPress
from coopgame.ui.nodes import Frame
from coopgame.vocabulary import LANGUAGES

PRACTICE = "introduction"


class MenuPage(Page):
    """The main menu."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._waiting: Waiting | None = None
        self._problem: CoopgameError | None = None
        self._language = ""

    def _look_for_matches(self, language: str) -> None:
        self._language = language
        self._waiting, self._problem = waiting_match(self.host.desk, language)

    def shown(self) -> None:
        """Look again for a match that can go on."""
        self._language = ""

    def frame(self, look: Look) -> Frame:
        """Return the menu with what can go on now."""
        if self._language != look.language:
            self._look_for_matches(look.language)
        return menu.menu_frame(look, self._model(look))

    def _model(self, look: Look) -> menu.MenuModel:
        trouble = str(look.words.get("message.damaged")) if self._problem else ""
        if self._waiting is None:
            return menu.MenuModel(trouble=trouble)
        it = self._waiting
        key = "menu.turn" if it.name else "menu.turn.together"
        turn = look.words.get(key, round=it.round, name=it.name)
        return menu.MenuModel(it.title, turn, trouble)

    def chosen(self, id: str) -> None:
        """Open what was chosen."""
        match id:
            case menu.CONTINUE:
                self._continue()
            case menu.NEW:
                self.host.push(SetupPage(self.host))
            case menu.LEARN:
                self._practise()
            case menu.HELP:
                self.host.push(HelpPage(self.host))
            case menu.SETTINGS:
                self.host.push(SettingsPage(self.host))
            case menu.LANGUAGE:
                settings = self.host.settings
                place = (LANGUAGES.index(settings.language) + 1) % len(LANGUAGES)
                self.host.change_settings(replace(settings, language=LANGUAGES[place]))
            case _:
                self.host.stop()

    def _continue(self) -> None:
        if self._waiting is None:
            return
        try:
            match = continue_match(self.host.desk, self._waiting.path)
        except CoopgameError as problem:
            self.host.push(trouble_page(self.host, problem))
            return
        self.host.push(PlayPage(self.host, match, is_resumed=True))

    def _practise(self) -> None:
        """Play the introduction alone against two bots, at once."""
        stories = self.host.desk.scenarios()
        loaded = [it.loaded for it in stories if it.loaded is not None]
        wanted = [it for it in loaded if it.id == PRACTICE] or loaded
        if not wanted:
            self.host.push(no_story_page(self.host))
            return
        fewest = wanted[0].scenario.seats
        count = min(max(3, fewest.fewest), fewest.most)
        bots = mixed_characters(count - 1)
        seats = tuple(Seat(n, (HUMAN, *bots)[n]) for n in range(count))
        start(self.host, wanted[0], seats, wanted[0].scenario.offered_rounds)

    def escaped(self) -> None:
        """Stay: the menu is the bottom of everything."""


def start(host: Host, loaded: LoadedScenario, seats: tuple[Seat, ...], rounds: int) -> None:
    """Begin a match over the menu."""
    settings = host.settings
    wish = Wish(loaded, seats, rounds, settings.language, settings.curtain)
    match = new_match(host.desk, wish)
    host.sound("round")
    host.start_over(MenuPage(host), PlayPage(host, match))


def trouble_page(host: Host, problem: CoopgameError) -> Page:
    """Return a message about a match that cannot be opened."""

    def model(look: Look) -> MessageModel:
        word, values = getattr(problem, "word", ""), _told(look, problem)
        do = look.words.get(word, **values) if look.words.has(word) else str(problem)
        return MessageModel(
            "warning",
            look.words.get("message.damaged"),
            do,
            look.words.get("message.damaged.safe"),
            wrong=True,
            choices=(("go_on", "back", look.words.get("message.menu")),),
        )

    return MessagePage(host, model)


def _told(look: Look, problem: CoopgameError) -> dict[str, str | int]:
    """Return what fills the sentence of a problem, as people say it on a screen."""
    values: dict[str, str | int] = dict(getattr(problem, "values", {}))
    if "file" in values:
        values["file"] = spoken_name(str(values["file"]))
    if "parts" in values:
        parts = str(values["parts"]).split()
        values["differences"] = ", ".join(look.words.get(f"content.{part}") for part in parts)
    return values


def spoken_name(file: str) -> str:
    """Return the name of a recording as day, time and scenario, which a line can break between."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)\d\d-(.+)", Path(file).stem)
    if found is None:
        return Path(file).stem
    day, hour, minute, scenario = found.groups()
    return f"{day} {hour}:{minute} {scenario}"


def no_story_page(host: Host) -> Page:
    """Return a message for a program without scenarios."""

    def model(look: Look) -> MessageModel:
        return MessageModel(
            "warning",
            look.words.get("message.no_story"),
            look.words.get("message.no_story.do"),
            look.words.get("message.no_story.safe"),
            wrong=True,
            choices=(("go_on", "back", look.words.get("message.menu")),),
        )

    return MessagePage(host, model)


@dataclass
class Draft:
    """What has been set up so far."""

    story: str
    seats: list[Seat] = field(default_factory=list)
    minutes: int = 0
    first_story: int = 0


class SetupPage(Page):
    """The set-up; everything has a default, so Start always works."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._stories: Sequence[ListedScenario] = _easiest_first(host.desk.scenarios())
        playable = [it for it in self._stories if it.loaded is not None]
        self._draft = Draft(playable[0].id if playable else "")
        if playable:
            self._take_story(playable[0].id)
            self._draft.seats = [Seat(0), Seat(1)]
            self._fill(3)

    @property
    def _loaded(self) -> LoadedScenario | None:
        found = (it.loaded for it in self._stories if it.id == self._draft.story)
        return next(found, None)

    def _limits(self) -> tuple[int, int]:
        loaded = self._loaded
        return (loaded.scenario.seats.fewest, loaded.scenario.seats.most) if loaded else (2, 6)

    def _take_story(self, id: str) -> None:
        self._draft.story = id
        loaded = self._loaded
        if loaded is not None:
            self._draft.minutes = loaded.scenario.offered_length
            self._fill(len(self._draft.seats))

    def _fill(self, wanted: int) -> None:
        """Have as many seats as wanted, within the story's limits; new ones are bots."""
        fewest, most = self._limits()
        count = min(max(wanted, fewest), most)
        seats = self._draft.seats
        bots = mixed_characters(6)
        while len(seats) < count:
            seats.append(Seat(len(seats), bots[len(seats) % len(bots)]))
        del seats[count:]

    def frame(self, look: Look) -> Frame:
        """Return the set-up as it stands."""
        return setup.setup_frame(look, self._model(look))

    def _model(self, look: Look) -> setup.SetupModel:
        loaded, (fewest, most) = self._loaded, self._limits()
        content = loaded.words(look.language) if loaded else None
        names = []
        if content is not None:
            own = content.scenario.items()
            names = [text for key, text in own if key.startswith("cooperative.")]
        lengths = sorted(loaded.scenario.lengths) if loaded else []
        rounds = loaded.scenario.lengths.get(self._draft.minutes, 0) if loaded else 0
        return setup.SetupModel(
            stories=[_choice(look, it) for it in self._stories],
            story=self._draft.story,
            seats=[
                setup.SeatChoice(s.controller, s.name, names[s.number]) for s in self._draft.seats
            ],
            fewest=fewest,
            most=most,
            lengths=lengths,
            length=self._draft.minutes,
            rounds=rounds,
            first_story=self._draft.first_story,
        )

    def first_focus(self, frame: Frame) -> str | None:
        """Begin at Start: one key plays."""
        return setup.START if frame.control(setup.START) else super().first_focus(frame)

    def chosen(self, id: str) -> None:
        """Change what was chosen, or start."""
        name, _, value = id.partition(".")
        match name:
            case setup.START:
                self._start()
            case setup.BACK:
                self.host.pop()
            case setup.ADD:
                self._fill(len(self._draft.seats) + 1)
                self.host.put_focus(f"name.{len(self._draft.seats) - 1}")
            case "remove":
                self._fill(len(self._draft.seats) - 1)
                self.host.put_focus(None)
            case "name":
                self._after_name(int(value))
            case "human" | "bot":
                self._seat(name, int(value))
            case _:
                self._what_is_played(name, value)

    def _what_is_played(self, name: str, value: str) -> None:
        """Take the story, its length, the language."""
        match name:
            case setup.MORE:
                step = setup.STORIES_SHOWN
                whole = -(-len(self._stories) // step) * step
                self._draft.first_story = (self._draft.first_story + step) % whole
            case "story":
                self._take_story(value)
            case "length":
                self._draft.minutes = int(value)
            case "language":
                self.host.change_settings(replace(self.host.settings, language=value))

    def _after_name(self, number: int) -> None:
        """Go on to the next name a person may type, at last to Start."""
        later = [seat.number for seat in self._draft.seats[number + 1 :] if seat.is_human]
        self.host.put_focus(f"name.{later[0]}" if later else setup.START)

    def _seat(self, name: str, number: int) -> None:
        """Let a person or a bot play; pressing "bot" again takes the next character."""
        seat = self._draft.seats[number]
        if name == "human":
            controller = HUMAN
        elif seat.is_human:
            controller = mixed_characters(6)[number]
        else:
            place = CHARACTERS.index(seat.controller)
            controller = CHARACTERS[(place + 1) % len(CHARACTERS)]
        self._draft.seats[number] = replace(seat, controller=controller)

    def typed(self, id: str, value: str) -> None:
        """Take a name."""
        number = int(id.partition(".")[2])
        self._draft.seats[number] = replace(self._draft.seats[number], name=value[:LONGEST_NAME])

    def pressed(self, press: KeyPress) -> bool:
        """Start with the clicker too."""
        if press.key == "pagedown":
            self._start()
            return True
        return False

    def _start(self) -> None:
        loaded = self._loaded
        if loaded is None:
            self.host.push(no_story_page(self.host))
            return
        seats = tuple(seat.with_name(seat.name) for seat in self._draft.seats)
        rounds = loaded.scenario.lengths.get(self._draft.minutes, loaded.scenario.offered_rounds)
        start(self.host, loaded, seats, rounds)


def _easiest_first(stories: Sequence[ListedScenario]) -> list[ListedScenario]:
    """Return the scenarios with the one to begin with on top."""
    return sorted(stories, key=lambda it: it.id != PRACTICE)


def _choice(look: Look, listed: ListedScenario) -> setup.StoryChoice:
    """Return a scenario as the list shows it; a broken one with where all its mistakes are."""
    if listed.loaded is None:
        return setup.StoryChoice(listed.id, listed.id, "", why_off=_mistakes(look, listed))
    words = listed.loaded.words(look.language)
    icon = listed.loaded.scenario.icon
    return setup.StoryChoice(listed.id, words.get("title"), words.get("subtitle"), icon)


def _mistakes(look: Look, listed: ListedScenario) -> str:
    """Return how many mistakes there are, and in which lines of which files."""
    found: dict[str, list[int]] = {}
    problems = listed.problem.problems if listed.problem is not None else ()
    for problem in (it for it in problems if it.severity == Severity.ERROR):
        found.setdefault(Path(problem.file).name, []).append(problem.line)
    found = found or {listed.path.name: [1]}
    places = [
        look.words.get(
            "setup.broken.place", file=file, count=len({*lines}),
            lines=", ".join(map(str, sorted({*lines}))),
        )
        for file, lines in found.items()
    ]  # fmt: skip
    count = sum(map(len, found.values()))
    return look.words.get("setup.broken", count=count, places="; ".join(places))
