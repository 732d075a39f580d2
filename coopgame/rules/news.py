"""A round opens: the market moves on, late effects arrive, one event card is dealt."""

from coopgame.rules import causes, chance
from coopgame.rules import codes as c
from coopgame.rules.changes import change_market
from coopgame.rules.conditions import holds_test
from coopgame.rules.journal import Log, record
from coopgame.rules.measures import clamp, group_size, mean_tie_towards, stage_count, total_volume
from coopgame.rules.playbook import (
    CARD_ROLE,
    CARD_SPEAKS_TO,
    CARD_TEST,
    ROLE_TAKEOVER,
    SPEAKS_BY_CHANCE,
    SPEAKS_EVERYONE,
    SPEAKS_IN_GROUP,
    SPEAKS_LARGEST,
    SPEAKS_LEAST_TRUSTED,
    SPEAKS_MOST_TRUSTED,
    SPEAKS_POOREST,
    SPEAKS_RICHEST,
    SPEAKS_SMALLEST,
    SPEAKS_WITH_CONTRACT,
    SPEAKS_WITH_OWN_STAGE,
    TRACK_CHAPTER,
    TRACK_GLUT,
    TRACK_INDEX,
    TRACK_PRESSURE,
    Playbook,
)
from coopgame.rules.table import Table

NO_SEAT_FITS = -2
TRIES = 24
"""How many lots are drawn before all cards are looked through."""


def move_market(table: Table, book: Playbook, log: Log) -> None:
    """Follow the scenario's track, with a small surprise; extra volume adds to the glut [SF20]."""
    row = book.track[table.round_now - 1]
    noise = book.rule.index_noise
    surprise = chance.draw(table, chance.INDEX_WALK, c.NOBODY, 0, 2 * noise + 1) - noise
    index = clamp(row[TRACK_INDEX] + surprise, 40, 200)
    table.index_before = table.index
    why = (causes.PRICE_TRACK, c.NOBODY, 0)
    change_market(table, book, log, c.Q_INDEX, index - table.index, why)
    growth = max(0, total_volume(table) * 100 // max(1, table.start_volume) - 100)
    more = growth * book.rule.glut_growth // 100
    glut = (table.glut + row[TRACK_GLUT] + more) // 2
    cause = causes.MORE_VOLUME if more > row[TRACK_GLUT] else causes.GLUT_TRACK
    change_market(table, book, log, c.Q_GLUT, glut - table.glut, (cause, c.NOBODY, 0))
    pressure = (table.pressure + row[TRACK_PRESSURE]) // 2
    why = (causes.PRESSURE_TRACK, c.NOBODY, 0)
    change_market(table, book, log, c.Q_PRESSURE, pressure - table.pressure, why)


def deal_card(table: Table, book: Playbook, log: Log) -> None:
    """Deal the card of this round; without one that fits, the round has no card."""
    table.card = c.NOTHING
    table.card_seat = c.NOBODY
    if not _deal_waiting(table, book) and not _deal_script(table, book):
        _deal_by_chance(table, book)
    if table.card >= 0:
        table.card_seen[table.card] = table.round_now
        row = (c.K_CARD, table.card_seat, causes.NONE, c.NOBODY, table.card)
        record(table, log, row, 0, table.card)


def _deal_waiting(table: Table, book: Playbook) -> bool:
    """Deal a follow-up or takeover card whose round has come."""
    if table.next_card < 0 or table.next_card_round > table.round_now:
        return False
    table.card = table.next_card
    table.card_seat = table.next_card_seat
    table.next_card = c.NOTHING
    return True


def _deal_script(table: Table, book: Playbook) -> bool:
    card = book.script[table.round_now - 1]
    if card < 0:
        return False
    seat = spoken_to(table, book, card)
    if seat == NO_SEAT_FITS:
        return False
    table.card = card
    table.card_seat = seat
    return True


def _deal_by_chance(table: Table, book: Playbook) -> None:
    """Draw lots until a card comes that may be dealt; look through all when luck fails.

    Drawing again is the same as drawing among the cards that may come, by their weights.
    """
    box = book.track[table.round_now - 1][TRACK_CHAPTER] + 1
    count = book.lot_count[box]
    for nth in range(1, TRIES + 1 if count > 0 else 1):
        lot = chance.draw(table, chance.DEALING, c.NOBODY, nth, count)
        if _may_come(table, book, book.lots[box][lot]):
            _deal(table, book, book.lots[box][lot])
            return
    _deal_after_looking(table, book, box)


def _deal_after_looking(table: Table, book: Playbook, box: int) -> None:
    """Deal one of the lots that may come, each as likely; nothing when there is none."""
    able = 0
    for lot in range(book.lot_count[box]):
        if _may_come(table, book, book.lots[box][lot]):
            able += 1
    if able == 0:
        return
    left = chance.draw(table, chance.DEALING, c.NOBODY, 0, able)
    for lot in range(book.lot_count[box]):
        if _may_come(table, book, book.lots[box][lot]):
            if left == 0:
                _deal(table, book, book.lots[box][lot])
                return
            left -= 1


def _deal(table: Table, book: Playbook, card: int) -> None:
    table.card = card
    table.card_seat = spoken_to(table, book, card)


def _may_come(table: Table, book: Playbook, card: int) -> bool:
    """Tell whether a card was not dealt yet, and fits."""
    return table.card_seen[card] == 0 and fits(table, book, card)


def fits(table: Table, book: Playbook, card: int) -> bool:
    """Tell whether a card speaks to somebody now, and its condition holds."""
    seat = spoken_to(table, book, card)
    if seat == NO_SEAT_FITS:
        return False
    test = book.cards[card][CARD_TEST]
    asked = seat if seat >= 0 else table.first_seat
    return test < 0 or holds_test(table, book, test, asked, c.NOTHING)


def spoken_to(table: Table, book: Playbook, card: int) -> int:
    """Return the seat a card speaks to, -1 for everyone, or `NO_SEAT_FITS`."""
    rule = book.cards[card][CARD_SPEAKS_TO]
    if rule == SPEAKS_EVERYONE:
        return c.NOBODY
    if rule == SPEAKS_BY_CHANCE:
        return chance.draw(table, chance.TARGET, c.NOBODY, card, table.seats)
    best, best_score = NO_SEAT_FITS, 0
    for k in range(table.seats):
        seat = (table.first_seat + k) % table.seats
        score = _speaking_score(table, rule, seat)
        if score > c.NOTHING and (best < 0 or score > best_score):
            best, best_score = seat, score
    return best


def _speaking_score(table: Table, rule: int, seat: int) -> int:
    """Return how well a seat fits the rule; the highest is spoken to, -1 does not fit at all."""
    if rule == SPEAKS_LARGEST:
        return table.volume[seat]
    if rule == SPEAKS_SMALLEST:
        return 1000 - table.volume[seat]
    if rule == SPEAKS_RICHEST:
        return 2000 + table.capital[seat]
    if rule == SPEAKS_POOREST:
        return 2000 - table.capital[seat]
    if rule == SPEAKS_MOST_TRUSTED:
        return mean_tie_towards(table, seat)
    if rule == SPEAKS_LEAST_TRUSTED:
        return 100 - mean_tie_towards(table, seat)
    if rule == SPEAKS_WITH_CONTRACT:
        return stage_count(table, seat, c.CONTRACT_HELD) - 1
    if rule == SPEAKS_WITH_OWN_STAGE:
        return stage_count(table, seat, c.OWN) - 1
    if rule == SPEAKS_IN_GROUP:
        return group_size(table, seat) - 2
    return c.NOTHING


def queue_takeover(table: Table, book: Playbook, seat: int) -> bool:
    """Let the takeover card meet this seat next round; False when the decks have none left."""
    if table.next_card >= 0:
        return False
    for card in range(book.card_count):
        if book.cards[card][CARD_ROLE] == ROLE_TAKEOVER:
            table.next_card = card
            table.next_card_round = table.round_now + 1
            table.next_card_seat = seat
            return True
    return False
