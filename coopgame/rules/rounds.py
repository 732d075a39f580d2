"""A round from news to look back: the order of everything that happens.

`open_round` deals the news; when every choice is in, `play_round` reveals and settles in
the fixed order of the rulebook. Nothing else decides when something happens.
"""

from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules.agreements import settle_contracts
from coopgame.rules.answering import carry_out_answers
from coopgame.rules.changes import (
    change_neighbour_tie,
    change_partner_tie,
    change_tie,
    change_value,
)
from coopgame.rules.effects import run_later
from coopgame.rules.facilities import open_facilities
from coopgame.rules.income import settle_prices
from coopgame.rules.journal import Log, record
from coopgame.rules.measures import group_volume, same_group, total_volume, works_for
from coopgame.rules.members import count_down, settle_members, settle_volumes
from coopgame.rules.meters import settle_meters
from coopgame.rules.moves import carry_out_moves, carry_out_replies
from coopgame.rules.news import deal_card, move_market, queue_takeover
from coopgame.rules.playbook import Playbook
from coopgame.rules.setting_up import clear_choices
from coopgame.rules.table import Table
from coopgame.rules.tallies import tally_answers, tally_moves


def open_round(table: Table, book: Playbook, log: Log) -> None:
    """Begin the next round: market, late effects, one event card, empty choices."""
    table.round_now += 1
    table.phase = c.CHOOSING
    table.step = c.STEP_NEWS
    table.first_seat = (table.round_now - 1) % table.seats
    for seat in range(table.seats):
        clear_choices(table, seat)
        for meter in range(c.METERS):
            table.meter_before[seat][meter] = table.meter[seat][meter]
    move_market(table, book, log)
    run_later(table, book, log)
    deal_card(table, book, log)


def play_round(table: Table, book: Playbook, log: Log) -> None:
    """Reveal and settle the round, once every seat has chosen."""
    _reveal(table, book, log)
    _settle(table, book, log)
    table.phase = c.LOOKING_BACK
    _end_if_over(table, book, log)


def _reveal(table: Table, book: Playbook, log: Log) -> None:
    table.step = c.STEP_REPLIES
    tally_answers(table, book, log)
    tally_moves(table, book, log)
    carry_out_replies(table, book, log)
    table.step = c.STEP_MOVES
    carry_out_moves(table, book, log)
    table.step = c.STEP_CARD
    carry_out_answers(table, book, log)


def _settle(table: Table, book: Playbook, log: Log) -> None:
    table.step = c.STEP_CONTRACTS
    settle_contracts(table, book, log)
    table.step = c.STEP_EFFICIENCY
    _settle_efficiency(table, book, log)
    table.step = c.STEP_PRICES
    settle_prices(table, book, log)
    table.step = c.STEP_MEMBERS
    settle_members(table, book, log)
    table.step = c.STEP_VOLUMES
    settle_volumes(table, book, log)
    _watch_trouble(table, book, log)
    table.step = c.STEP_DECAY
    _decay(table, book, log)
    table.step = c.STEP_METERS
    settle_meters(table, book, log)
    table.step = c.STEP_FACILITIES
    open_facilities(table, book, log)


def _settle_efficiency(table: Table, book: Playbook, log: Log) -> None:
    """Let the late gains of mergers arrive: one round and two rounds after the merger [SF1]."""
    for seat in range(table.seats):
        gain = table.late_gain[seat][0]
        cause = causes.LATE_GAIN if gain >= 0 else causes.LATE_LOSS
        change_value(table, book, log, c.Q_EFFICIENCY, seat, gain, (cause, c.NOBODY, 0))
        table.late_gain[seat][0] = table.late_gain[seat][1]
        table.late_gain[seat][1] = table.late_gain[seat][2]
        table.late_gain[seat][2] = 0


def _decay(table: Table, book: Playbook, log: Log) -> None:
    """Let ties, openness, voice and quality fade; links halve the fading of ties [SF33]."""
    for seat in range(table.seats):
        _fade_ties(table, book, log, seat)
        why = (causes.OPENNESS_FADES, c.NOBODY, 0)
        lost = book.rule.openness_decay + group_volume(table, seat) // 200
        change_value(table, book, log, c.Q_OPENNESS, seat, -lost, why)
        why = (causes.VOICE_FADES, c.NOBODY, 0)
        change_value(table, book, log, c.Q_VOICE, seat, -book.rule.voice_decay, why)
        if table.quality[seat] > 40:
            why = (causes.QUALITY_FADES, c.NOBODY, 0)
            change_value(table, book, log, c.Q_QUALITY, seat, -1, why)
        count_down(table, log, seat)


def _fade_ties(table: Table, book: Playbook, log: Log, seat: int) -> None:
    why = (causes.TIES_FADE, c.NOBODY, 0)
    fading = book.rule.tie_decay
    for other in range(table.seats):
        if other == seat:
            continue
        linked = table.pact[seat][other] > 0 or same_group(table, seat, other)
        lost = fading // 2 if linked else fading
        change_tie(table, book, log, seat, other, -lost, why)
    for partner in range(table.partners):
        if not works_for(table, seat, partner):
            change_partner_tie(table, book, log, seat, partner, -(fading // 2), why)
    for neighbour in range(table.neighbours):
        lost = fading // 2 if table.neighbour_pact[seat][neighbour] > 0 else fading
        change_neighbour_tie(table, book, log, seat, neighbour, -lost, why)


def _watch_trouble(table: Table, book: Playbook, log: Log) -> None:
    """Two rounds in the red with weak members bring the takeover card [SF27]."""
    for seat in range(table.seats):
        low = table.capital[seat] < 0 and table.members[seat] < book.rule.takeover_members
        table.trouble_rounds[seat] = table.trouble_rounds[seat] + 1 if low else 0
        if table.trouble_rounds[seat] >= 2:
            table.trouble_rounds[seat] = 0
            if table.round_now >= table.rounds or not queue_takeover(table, book, seat):
                _take_over(table, book, log, seat)


def _take_over(table: Table, book: Playbook, log: Log, seat: int) -> None:
    why = (causes.TAKEOVER, c.NOBODY, 0)
    change_value(table, book, log, c.Q_CAPITAL, seat, book.rule.takeover_coins, why)
    change_value(table, book, log, c.AUTONOMY, seat, -book.rule.takeover_autonomy, why)
    change_value(table, book, log, c.TRUST, seat, -book.rule.takeover_trust, why)


def _end_if_over(table: Table, book: Playbook, log: Log) -> None:
    if total_volume(table) * 100 < table.start_volume * book.rule.collapse_volume:
        table.ended = c.COLLAPSE
        record(table, log, (c.K_ENDING, -1, causes.CHAIN_COLLAPSED, -1, 0), 0, c.COLLAPSE)
    elif table.round_now >= table.rounds:
        table.ended = c.ALL_ROUNDS
        record(table, log, (c.K_ENDING, -1, causes.ALL_ROUNDS, -1, 0), 0, c.ALL_ROUNDS)
