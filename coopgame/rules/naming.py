"""Between the integers of the table and the names that questions and journals use."""

from typing import Final

from coopgame.rules import codes as c
from coopgame.rules.playbook import Playbook
from coopgame.rules.questions import Party
from coopgame.vocabulary import SEAT_LETTERS

MOVES: Final = (
    "hold", "dialogue", "coordinate", "merge", "contract", "integrate", "inform", "represent",
    "specialise", "open_up", "leave",
)  # fmt: skip
TERMS: Final = ("short", "long")
PRICE_RULES: Final = ("indexed", "fixed")
HOLDINGS_LEFT: Final = ("pact", "contract", "group")
HOLDINGS: Final = ("market", "own", "contract", "building", "home")
KINDS: Final = ("producer", "consumer", "mixed", "collective")
GOALS: Final = (
    "scale", "quality", "region", "cash", "trust", "price_control", "autonomy",
)  # fmt: skip
MODES: Final = ("missions", "chain", "points")
PHASES: Final = ("choose", "look_back", "ended")
ENDINGS: Final = ("", "rounds", "collapse")
QUANTITY_NAMES: Final = (
    "trust", "price_control", "autonomy", "capital", "debt", "volume", "efficiency", "quality",
    "members", "openness", "voice", "index", "glut", "pressure", "paid", "tie", "power",
    "regional", "pacts", "contracts", "own_stages", "group_size", "round", "seats", "chosen",
    "chosen_others", "asymmetry", "mismatch", "mean_tie", "trouble",
)  # fmt: skip
"""In the order of the Q_ codes."""
HAPPENING_NAMES: Final = (
    "pact", "contract", "facility", "group", "kind", "offer", "vote", "answer", "move", "card",
    "ambition", "ending", "consent", "bank", "shares", "exit_ban",
)  # fmt: skip
"""In the order of the K_ codes from 40."""


def kind_name(kind: int) -> str:
    """Return the name of a journal kind: a quantity or a happening."""
    if kind < c.K_PACT:
        return QUANTITY_NAMES[kind]
    return HAPPENING_NAMES[kind - c.K_PACT]


def party_of(code: int) -> Party | None:
    """Return a party by its number on the table, None for nobody."""
    if code < 0:
        return None
    if code >= c.NEIGHBOUR_PARTY:
        return Party("neighbour", code - c.NEIGHBOUR_PARTY)
    if code >= c.PARTNER_PARTY:
        return Party("partner", code - c.PARTNER_PARTY)
    return Party("seat", code)


def party_code(party: Party | None) -> int:
    """Return the number on the table of a party, -1 for nobody."""
    if party is None:
        return c.NOBODY
    base = {"seat": 0, "partner": c.PARTNER_PARTY, "neighbour": c.NEIGHBOUR_PARTY}
    return base[party.kind] + party.number


def party_from_name(name: str) -> int:
    """Return the number of a party named `B`, `P2` or `N1`; -1 when it is no such name."""
    if len(name) == 1 and name in SEAT_LETTERS:
        return SEAT_LETTERS.index(name)
    if len(name) == 2 and name[1] in "12345678":
        number = "12345678".index(name[1])
        if name[0] == "P":
            return c.PARTNER_PARTY + number
        if name[0] == "N":
            return c.NEIGHBOUR_PARTY + number
    return c.NOBODY


def move_id(book: Playbook, choice: tuple[int, int, int, int, int]) -> str:
    """Return the id of a move option: it reads and names every detail."""
    move, to, stage, term, price = choice
    party = party_of(to)
    words = [MOVES[move]]
    if move == c.LEAVE:
        words.append(HOLDINGS_LEFT[term])
    if party is not None and not (move == c.LEAVE and term == c.LEAVE_CONTRACT):
        words.append(party.code)
    if stage >= 0:
        words.append(book.labels.stages[stage])
    if move == c.CONTRACT:
        words += [TERMS[term], PRICE_RULES[price]]
    return ".".join(words)
