"""Looks and hand-made snapshots for the tests of the projected frames."""

import functools
import os
from collections.abc import Sequence
from dataclasses import replace

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from coopgame.reading.pseudo import pseudo
from coopgame.reading.translations import ContentWords, Words, load_words
from coopgame.rules.questions import Arrows, Option, Party
from coopgame.rules.snapshot import (
    PUBLIC,
    CardOptionView,
    CardView,
    Change,
    CooperativeView,
    HoldView,
    MarketView,
    NeighbourView,
    PactView,
    PartnerView,
    Snapshot,
    StageView,
)
from coopgame.screens.desk import own_themes
from coopgame.screens.look import Look, Story
from coopgame.screens.showing import own_typeface
from coopgame.ui.text import Typeface
from coopgame.ui.theme import Theme

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
LANGUAGES = ("nl", "fr", "en", "xx")
NAMES = ("Hoogveld", "Klaverland", "Bronbeek", "Zonnedal", "Maasoever", "Zilverbeek")
CHAINS = {
    3: ("production", "processing", "distribution"),
    4: ("production", "processing", "distribution", "consumption"),
    5: ("production", "processing", "distribution", "retail", "consumption"),
    6: ("inputs", "production", "processing", "distribution", "retail", "consumption"),
}
SHARES = {3: (45, 30, 25), 4: (42, 28, 20, 10), 5: (40, 25, 15, 12, 8), 6: (5, 38, 25, 15, 10, 7)}

_TEXTS = {
    "nl": {
        "dropped.title": "Helft van de lever\u00adanciers geschrapt",
        "dropped.short": "Leveranciers geschrapt",
        "dropped.story": "De melkerij zit vol: de leveringsovereenkomsten van 443 niet-leden stoppen.",
        "dropped.place": "België",
        "dropped.debrief": "Wie kon zelf nog kiezen, en wie niet?",
        "dropped.case": "In 2015 verloren 443 boeren hun contract.",
        "dropped.join.label": "Lid worden",
        "dropped.join.detail": "€ 50 per 1.000 liter",
        "dropped.bargain.label": "Samen onderhandelen",
        "dropped.bargain.detail": "Kost niets",
        "dropped.smaller.label": "Kleinere melkerij",
        "dropped.smaller.detail": "Partner kan afhaken",
        "dropped.own.label": "Zelf verwerken",
        "dropped.own.detail": "Investeringsbereidheid nodig",
        "long.title": "Een maatstaf voor de boer onder de schijf",
        "long.short": "Maatstaf voor de boer",
        "long.story": (
            "De twee grootste coöperaties willen een lossere band met de groep. Zij dragen het "
            "meeste volume. De kleine blijven, of volgen zij straks ook?"
        ),
        "long.place": "Wallonië en Vlaanderen, aan de grens",
        "long.debrief": "Wat overtuigde jullie meer, de cijfers of de manier van vertellen?",
        "long.case": "In 2017 vertrokken er honderd.",
        "long.join.label": "Losser lid met rechten",
        "long.join.detail": "Kost 12 munten, en drie vragen tijd",
        "long.bargain.label": "Lagere solidariteit nu",
        "long.bargain.detail": "Kleine leden betalen dat mee, vrees",
        "long.smaller.label": "Gescheiden rekeningen",
        "long.smaller.detail": "2 munten, en rivalen lezen mee",
    },
}
_FACILITIES = {"processing": "Eigen melkerij", "distribution": "Eigen vrachtwagens",
               "consumption": "Eigen winkel"}  # fmt: skip


@functools.cache
def typeface() -> Typeface:
    return own_typeface()


@functools.cache
def themes() -> dict[str, Theme]:
    return own_themes()


@functools.cache
def words(language: str) -> Words:
    return load_words(language)


@functools.cache
def content(language: str) -> ContentWords:
    scenario = {f"cooperative.{name.lower()}": name for name in NAMES}
    for place, (name, short) in enumerate(
        (("Lacta NV", "Lacta"), ("De Korf CV", "De Korf"), ("Voedselteam", "Team"),
         ("Magasins Halmont", "Halmont"), ("Union laitière du Plateau", "Plateau")), start=1
    ):  # fmt: skip
        scenario[f"partner.p{place}"] = name
        scenario[f"partner.p{place}.short"] = short
    for place, name in enumerate(("Wolvendal", "Lindehoek"), start=1):
        scenario[f"neighbour.n{place}"] = name
        scenario[f"neighbour.n{place}.short"] = name
    for place, name in enumerate(("Laagland Zuivel", "Vijf Dorpen", "Groene Weide"), start=1):
        scenario[f"group.{place}"] = name
    scenario["title"] = "Eerste stappen"
    scenario["subtitle"] = "Vier rustige rondes"
    scenario |= {f"facility.{stage}": text for stage, text in _FACILITIES.items()}
    deck = dict(_TEXTS["nl"])
    if language == "xx":
        scenario = {key: pseudo(text) for key, text in scenario.items()}
        deck = {key: pseudo(text) for key, text in deck.items()}
    return ContentWords(language, scenario, {"test": deck})


def look(
    language: str = "nl",
    size: tuple[int, int] = (1920, 1080),
    theme: str = "dark",
    **others: object,
) -> Look:
    made = Look(
        width=size[0],
        height=size[1],
        language=language,
        words=words(language),
        content=content(language),
        theme=themes()[theme],
        typeface=typeface(),
        story=Story(
            card_themes={"dropped": "power", "long": "representation"},
            option_verbs={},
            case_years={"dropped": 2015, "long": 2017},
            price_normal=36,
            price_unit="ct",
            years=(1897, 1914, 1958, 1984, 2009, 2015, 2022, 2026),
        ),
    )
    return replace(made, **others)  # type: ignore[arg-type]


# Snapshots -----------------------------------------------------------------------


SPOT, OWN, HOME, BUILDING = (HoldView(it) for it in ("market", "own", "home", "building"))


def contract(party: Party, left: int = 3) -> HoldView:
    return HoldView("contract", party, left, 1, "indexed")


PARTNERS = [Party("partner", number) for number in range(5)]
METERS = ((58, 41, 66), (63, 38, 61), (44, 62, 35), (39, 62, 31), (52, 33, 84), (61, 47, 72))
BEFORE = ((52, 41, 70), (55, 34, 66), (50, 48, 72), (51, 44, 70), (54, 38, 84), (58, 47, 75))
VOLUMES = (150, 60, 260, 150, 40, 100)


def cooperative(seat: int, **others: object) -> CooperativeView:
    """Return a co-operative at the start of the chain, with everything else on the market."""
    one = CooperativeView(
        seat=seat, kind="producer", home=0, volume=VOLUMES[seat], volume_start=100, capital=30,
        debt=0, efficiency=50, quality=40, members=60, openness=50, voice=50, power=40, paid=30,
        paid_before=28, meters=METERS[seat], meters_before=METERS[seat],
        meter_history=((50, 45, 70), BEFORE[seat], METERS[seat]), holds=(HOME, SPOT, SPOT, SPOT),
        group=seat, weight=100, tie_to=(50,) * 6, partner_ties=(40,) * 5,
        neighbour_ties=(40, 40), absorbed=0, is_digesting=False, is_in_trouble=False,
        has_named_shares=False, has_locked=False, ambition=None, mission=None, answer=None,
        move=None, offer=None,
    )  # fmt: skip
    return replace(one, **others)  # type: ignore[arg-type]


def card(name: str = "dropped", seat: int | None = None, count: int = 4) -> CardView:
    """Return a card with `count` answers and doing nothing."""
    made = (
        CardOptionView("join", "open_up", ("members",), 0, Arrows(0, 1, -1)),
        CardOptionView("bargain", "coordinate", ("others",), 1, Arrows(1, 1, 0)),
        CardOptionView("smaller", "contract", ("partner",), 0, Arrows(0, -1, 1)),
        CardOptionView("own", "integrate", (), 0, Arrows(None, 2, 1)),
    )
    nothing = CardOptionView("nothing", "hold", (), 0, Arrows(-1, -2, -1))
    return CardView(name, 0, seat, (*made[:count], nothing))


def snapshot(
    cooperatives: Sequence[CooperativeView], *, chain: int = 4, **others: object
) -> Snapshot:
    made = Snapshot(
        viewer=PUBLIC,
        round=3,
        rounds=6,
        phase="choose",
        mode="missions",
        chain=tuple(
            StageView(kind, share) for kind, share in zip(CHAINS[chain], SHARES[chain], strict=True)
        ),
        market=MarketView(95, 100, 20, 40, 60),
        card=card(),
        first_seat=0,
        cooperatives=tuple(cooperatives),
        partners=tuple(
            PartnerView(stage, joint, 60, 100, 200, None)
            for stage, joint in ((1, False), (2, True), (3, True), (2, False), (1, True))
        ),
        neighbours=(NeighbourView(40, None, None), NeighbourView(50, None, None)),
        pacts=(),
        ending=None,
    )
    return replace(made, **others)  # type: ignore[arg-type]


def busy_table(seats: int = 5, *, locked: Sequence[int] = (0, 2, 4)) -> Snapshot:
    """Return a table with every kind of relation, as in the drawing of the board."""
    lacta, korf, team = PARTNERS[:3]
    all_of_them = (
        cooperative(0, holds=(HOME, contract(lacta), SPOT, SPOT)),
        cooperative(1, holds=(HOME, contract(lacta), SPOT, SPOT)),
        cooperative(2, holds=(HOME, OWN, SPOT, SPOT), group=2),
        cooperative(3, holds=(HOME, OWN, SPOT, SPOT), group=2),
        cooperative(4, holds=(HOME, SPOT, contract(korf, 2), contract(team, 4))),
        cooperative(5, holds=(HOME, SPOT, replace(OWN, capacity=80), BUILDING)),
    )
    chosen = [replace(one, has_locked=one.seat in locked) for one in all_of_them[:seats]]
    pacts = [PactView(0, Party("seat", 1), 2)]
    if seats > 4:
        pacts.append(PactView(4, Party("neighbour", 0), 1))
    if seats < 4:
        chosen = [replace(one, group=one.seat) for one in chosen]
    return snapshot(chosen, pacts=tuple(pacts))


def settled(table: Snapshot) -> Snapshot:
    """Return the table after the reveal: everyone has answered and moved."""
    moves = _MOVES
    return replace(
        table,
        phase="look_back",
        cooperatives=tuple(
            replace(
                one,
                meters_before=BEFORE[one.seat],
                answer=(1, 1, 3, 3, 2, None)[one.seat],
                move=moves[one.seat],
                offer=moves[one.seat] if one.seat == 4 else None,
            )
            for one in table.cooperatives
        ),
    )


_MOVES = (
    Option("coordinate.B", "coordinate", Party("seat", 1)),
    Option("dialogue.A", "dialogue", Party("seat", 0)),
    Option("integrate.distribution", "integrate", stage=2),
    None,
    Option("merge.A", "merge", Party("seat", 0)),
    Option("contract.P5", "contract", Party("partner", 4), 1, "long", "fixed"),
)


def change(
    kind: str, who: int | None, cause: str, amounts: tuple[int, int], **more: object
) -> Change:
    made = Change(3, 10, kind, who, cause, None, 0, *amounts)
    return replace(made, **more)  # type: ignore[arg-type]


def changes_of(table: Snapshot) -> tuple[Change, ...]:
    """Return rows that lead from before to after for every meter and price, and what happened."""
    rows: list[Change] = [
        change("consent", 0, "pact_made", (64, 1), by=Party("seat", 1)),
        change("pact", 0, "pact_made", (0, 1), by=Party("seat", 1)),
        change("vote", 2, "facility_started", (71, 1)),
        change("facility", 2, "facility_started", (0, 60)),
        change("offer", 4, "offer_made", (0, 1), by=Party("seat", 0), detail=3),
        change("consent", 5, "contract_refused", (38, 0), by=Party("partner", 4)),
        change("vote", 3, "card_refused", (44, 0)),
    ]
    for one in table.cooperatives:
        parts = (
            ("trust", ("trust_ties", "trust_members", "card_option")),
            ("price_control", ("price_stages_contract", "price_steady", "price_region")),
            ("autonomy", ("autonomy_contracts", "autonomy_pacts", "autonomy_debt")),
        )
        for place, (kind, causes) in enumerate(parts):
            then, now = one.meters_before[place], one.meters[place]
            rows += _steps(kind, one.seat, causes, (then, now))
        rows += _steps(
            "paid",
            one.seat,
            ("earn_home", "earn_contract", "unit_cost"),
            (one.paid_before, one.paid),
        )
    seats = len(table.cooperatives)
    return tuple(row for row in rows if row.who is None or row.who < seats)


def _steps(
    kind: str, seat: int, causes: tuple[str, str, str], ends: tuple[int, int]
) -> list[Change]:
    """Split one change over three causes, the middle one against the others."""
    then, now = ends
    gone = now - then
    if gone == 0 and seat % 2:
        return []
    first, second = then + gone + 3, then + gone + 3 - 2
    stops = (then, first, second, now)
    return [
        change(kind, seat, cause, (a, b))
        for cause, a, b in zip(causes, stops, stops[1:], strict=False)
        if a != b
    ]
