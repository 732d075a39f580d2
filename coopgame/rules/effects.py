"""What a card's effects do to the table: rows are met one after another.

Branches skip rows, effects that arrive later wait in the table's queue. Every change goes
through `changes`, `agreements`, `facilities` or `merging`, or is written into the journal
here with its cause.
"""

from typing import Final, TypeAlias

from coopgame.rules import card_rows as r
from coopgame.rules import causes
from coopgame.rules import codes as c
from coopgame.rules import playbook as p
from coopgame.rules.agreements import (
    best_partner,
    end_contract,
    end_pact,
    has_pact,
    make_pact,
    sign_contract,
)
from coopgame.rules.amounts import amount_of
from coopgame.rules.chance import CARD_CHANCE, happens
from coopgame.rules.changes import (
    Why,
    change_market,
    change_neighbour_tie,
    change_partner_tie,
    change_tie,
    change_value,
)
from coopgame.rules.conditions import holds_test
from coopgame.rules.facilities import start_facility
from coopgame.rules.journal import Log, record
from coopgame.rules.measures import clamp, neighbour_home
from coopgame.rules.merging import absorb_neighbour, closest_neighbour
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table
from coopgame.rules.targets import is_met, one, parties_met, seats_met

Case: TypeAlias = tuple[int, int, int, int, int, int]
"""(seat that chose, its option, mask of seats met, mask of seats with whom, settled, cause)"""
SEAT, OPTION, WHO, PARTIES, SETTLED, CAUSE = range(6)

_ROOM: Final = 4096
_MIDDLE: Final = 2048
_NOT_SETTLED: Final = 0
"""An amount that was settled when the card was played is kept as amount + 2048."""


def run_effects(
    table: Table, book: Playbook, log: Log, start: int, end: int, seat: int, option: int, cause: int
) -> None:
    """Carry out the effect rows start..end-1 for the seat that chose the option.

    `cause` is what the journal says: card option, refused or later. What a row says
    "later" joins the table's queue, with its seats and its count of answers as they are now.
    """
    row = start
    while row < end:
        effect = book.effects[row]
        word = effect[r.EFFECT_WORD]
        if word == r.SKIP:
            row += effect[r.EFFECT_SKIP]
        elif word == r.WHEN:
            if not holds_test(table, book, effect[r.EFFECT_WHAT], seat, option):
                row += effect[r.EFFECT_SKIP]
        elif word == r.BY_CHANCE:
            percent = amount_of(table, book, effect[r.EFFECT_AMOUNT], seat, seat, option)
            if not happens(table, CARD_CHANCE, seat, row & 4095, percent):
                row += effect[r.EFFECT_SKIP]
        else:
            _meet(table, book, log, row, seat, option, cause)
        row += 1


def run_later(table: Table, book: Playbook, log: Log) -> None:
    """Carry out the waiting effects whose round has come, oldest first."""
    count = table.later_count
    kept = 0
    table.later_count = 0
    for place in range(count):
        if table.later_due[place] > table.round_now:
            _keep(table, place, kept)
            kept += 1
        else:
            _arrive(table, book, log, place)
    table.later_count = kept


def option_cost(table: Table, book: Playbook, seat: int, option: int) -> int:
    """Return the coins that the chooser pays for certain when the option goes through."""
    cost = 0
    row = book.options[option][p.OPTION_EFFECTS]
    while row < book.options[option][p.OPTION_EFFECTS_END]:
        effect = book.effects[row]
        word = effect[r.EFFECT_WORD]
        if word == r.CHANGE and effect[r.EFFECT_WHO] == r.TO_SELF:
            if effect[r.EFFECT_WHAT] == c.Q_CAPITAL and effect[r.EFFECT_LATER] == 0:
                cost -= amount_of(table, book, effect[r.EFFECT_AMOUNT], seat, seat, option)
        elif word >= r.BY_CHANCE:
            row = _past_branches(book, row)
        row += 1
    return max(0, cost)


def _past_branches(book: Playbook, row: int) -> int:
    """Return the last row of what a branching row may do, its `else` included."""
    last = row + book.effects[row][r.EFFECT_SKIP]
    if book.effects[last][r.EFFECT_WORD] == r.SKIP:
        last += book.effects[last][r.EFFECT_SKIP]
    return last


def _meet(
    table: Table, book: Playbook, log: Log, row: int, seat: int, option: int, cause: int
) -> None:
    """Carry out one row now, or let it wait; without room in the queue nothing waits."""
    effect = book.effects[row]
    if _is_plain(effect):
        amount = amount_of(table, book, effect[r.EFFECT_AMOUNT], seat, seat, option)
        why = (cause, c.NOBODY, option)
        change_value(table, book, log, effect[r.EFFECT_WHAT], seat, amount, why)
        return
    who = seats_met(table, effect[r.EFFECT_WHO], seat, option)
    parties = _answered(table, effect[r.EFFECT_WITH], seat, option)
    if effect[r.EFFECT_LATER] > 0 and table.later_count < c.LATER:
        settled = _settled_amount(table, book, effect, seat, option)
        _wait(table, row, effect[r.EFFECT_LATER], (seat, option, who, parties, settled, cause))
    else:
        case = (seat, option, who, parties, _NOT_SETTLED, cause)
        _carry_out(table, book, log, effect, case)


def _is_plain(effect: list[int]) -> bool:
    """Tell whether a row only changes the chooser, now: by far the most do."""
    return (
        effect[r.EFFECT_WORD] == r.CHANGE
        and effect[r.EFFECT_WHO] == r.TO_SELF
        and effect[r.EFFECT_LATER] == 0
    )


def _answered(table: Table, target: int, seat: int, option: int) -> int:
    """Return the seats meant by their answers, which are only known this round."""
    if target == r.TO_SAME_OPTION or target == r.TO_OTHER_OPTION:
        return seats_met(table, target, seat, option)
    return 0


def _settled_amount(table: Table, book: Playbook, effect: list[int], seat: int, option: int) -> int:
    """Return an amount that counts answers, as it must be kept until it arrives."""
    if effect[r.EFFECT_AMOUNT] < 0:
        return _NOT_SETTLED
    counted = book.amounts[effect[r.EFFECT_AMOUNT]][r.AMOUNT_OF]
    if counted != c.Q_CHOSEN and counted != c.Q_CHOSEN_OTHERS:
        return _NOT_SETTLED
    amount = amount_of(table, book, effect[r.EFFECT_AMOUNT], seat, seat, option)
    return clamp(amount + _MIDDLE, 1, _ROOM - 1)


def _wait(table: Table, row: int, rounds: int, case: Case) -> None:
    """Queue a row: one integer holds row and amount, one the seat and whom it meets."""
    place = table.later_count
    table.later_count = place + 1
    table.later_due[place] = table.round_now + rounds
    table.later_effect[place] = row * _ROOM + case[SETTLED]
    table.later_seat[place] = (case[PARTIES] * 64 + case[WHO]) * 8 + case[SEAT]
    table.later_option[place] = case[OPTION]


def _keep(table: Table, place: int, kept: int) -> None:
    table.later_due[kept] = table.later_due[place]
    table.later_effect[kept] = table.later_effect[place]
    table.later_seat[kept] = table.later_seat[place]
    table.later_option[kept] = table.later_option[place]


def _arrive(table: Table, book: Playbook, log: Log, place: int) -> None:
    packed = table.later_seat[place]
    settled = table.later_effect[place] % _ROOM
    case = (
        packed % 8, table.later_option[place], packed // 8 % 64, packed // 512, settled,
        causes.CARD_LATER,
    )  # fmt: skip
    _carry_out(table, book, log, book.effects[table.later_effect[place] // _ROOM], case)


def _carry_out(table: Table, book: Playbook, log: Log, effect: list[int], case: Case) -> None:
    """Do what one row says to each seat it meets, in the order of the seats."""
    word = effect[r.EFFECT_WORD]
    if word == r.CHANGE_MARKET:
        why = (case[CAUSE], case[SEAT], case[OPTION])
        amount = _amount(table, book, effect, case, case[SEAT])
        change_market(table, book, log, effect[r.EFFECT_WHAT], amount, why)
    elif word == r.DEAL_NEXT:
        _deal_next(table, book, effect, case[SEAT])
    else:
        for subject in range(table.seats):
            if is_met(case[WHO], subject):
                _do_to_seat(table, book, log, effect, case, subject)


def _amount(table: Table, book: Playbook, effect: list[int], case: Case, subject: int) -> int:
    if case[SETTLED] != _NOT_SETTLED:
        return case[SETTLED] - _MIDDLE
    return amount_of(table, book, effect[r.EFFECT_AMOUNT], case[SEAT], subject, case[OPTION])


def _why(case: Case, subject: int) -> Why:
    """Return the cause; the other party is the chooser when it is somebody else."""
    by = case[SEAT] if case[SEAT] != subject else c.NOBODY
    return (case[CAUSE], by, case[OPTION])


def _deal_next(table: Table, book: Playbook, effect: list[int], seat: int) -> None:
    """Put a card on top: the last one asked for is dealt, but never instead of a takeover."""
    waiting = table.next_card
    if effect[r.EFFECT_WHAT] < 0:
        return
    if waiting >= 0 and book.cards[waiting][p.CARD_ROLE] == p.ROLE_TAKEOVER:
        return
    table.next_card = effect[r.EFFECT_WHAT]
    table.next_card_round = table.round_now + effect[r.EFFECT_EXTRA]
    table.next_card_seat = seat if effect[r.EFFECT_WHO] == r.TO_SELF else c.NOBODY


def _do_to_seat(
    table: Table, book: Playbook, log: Log, effect: list[int], case: Case, subject: int
) -> None:
    word = effect[r.EFFECT_WORD]
    if word == r.CHANGE:
        amount = _amount(table, book, effect, case, subject)
        why = _why(case, subject)
        change_value(table, book, log, effect[r.EFFECT_WHAT], subject, amount, why)
    elif word == r.CHANGE_TIE:
        _change_ties(table, book, log, effect, case, subject)
    elif word <= r.END_CONTRACT or word == r.BUILD:
        _do_to_stage(table, book, log, effect, case, subject)
    elif word == r.MAKE_PACT or word == r.END_PACTS:
        _do_to_pacts(table, book, log, effect, case, subject)
    elif word == r.ABSORB_NEIGHBOUR:
        neighbour = closest_neighbour(table, subject)
        if neighbour >= 0 and table.home[subject] == neighbour_home(table):
            absorb_neighbour(table, book, log, subject, neighbour, _why(case, subject))
    elif word == r.REVEAL_AMBITION:
        _reveal(table, log, effect, case, subject)
    else:
        _mark(table, log, effect, case, subject)


def _parties(table: Table, effect: list[int], case: Case, subject: int) -> int:
    """Return with whom a seat is met: others, group and partners are its own, not the chooser's."""
    target = effect[r.EFFECT_WITH]
    if target == r.TO_SAME_OPTION or target == r.TO_OTHER_OPTION:
        return case[PARTIES]
    if target == r.TO_SELF or (target >= r.TO_LARGEST and target <= r.TO_BY_CHANCE):
        return seats_met(table, target, case[SEAT], case[OPTION])
    if target == r.TO_CLOSEST_NEIGHBOUR:
        neighbour = closest_neighbour(table, subject)
        return one(c.NEIGHBOUR_PARTY + neighbour) if neighbour >= 0 else 0
    return parties_met(table, target, effect[r.EFFECT_STAGE], subject, case[OPTION])


def _change_ties(
    table: Table, book: Playbook, log: Log, effect: list[int], case: Case, subject: int
) -> None:
    """Change ties with each party; a pair of seats that meets each other changes once."""
    parties = _parties(table, effect, case, subject) & ~one(subject)
    one_way = effect[r.EFFECT_EXTRA] == 1
    amount = _amount(table, book, effect, case, subject)
    why = (case[CAUSE], case[SEAT], case[OPTION])
    for other in range(table.seats):
        if not is_met(parties, other):
            continue
        change_tie(table, book, log, subject, other, amount, why)
        meets_back = is_met(case[WHO], other) and is_met(
            _parties(table, effect, case, other), subject
        )
        if not one_way and not meets_back:
            change_tie(table, book, log, other, subject, amount, why)
    for partner in range(table.partners):
        if is_met(parties, c.PARTNER_PARTY + partner):
            change_partner_tie(table, book, log, subject, partner, amount, why)
    for neighbour in range(table.neighbours):
        if is_met(parties, c.NEIGHBOUR_PARTY + neighbour):
            change_neighbour_tie(table, book, log, subject, neighbour, amount, why)


def _do_to_stage(
    table: Table, book: Playbook, log: Log, effect: list[int], case: Case, subject: int
) -> None:
    stage = effect[r.EFFECT_STAGE]
    word = effect[r.EFFECT_WORD]
    why = _why(case, subject)
    if stage == r.NO_SUCH_STAGE or stage == table.home[subject]:
        return
    if word == r.END_CONTRACT:
        _end_contracts(table, book, log, effect, case, subject)
    elif word == r.BUILD:
        percent = _amount(table, book, effect, case, subject)
        volume = table.volume[subject] * percent // 100
        if volume > 0:
            start_facility(table, book, log, subject, stage, volume, why)
    elif table.holds[subject][stage] == c.MARKET:
        wish = effect[r.EFFECT_EXTRA] // 2
        partner = best_partner(table, book, subject, stage, wish)
        if partner >= 0:
            party = c.PARTNER_PARTY + partner
            term, fixed = effect[r.EFFECT_WHAT], effect[r.EFFECT_EXTRA] & 1
            sign_contract(table, book, log, subject, party, stage, term, fixed, why)


def _end_contracts(
    table: Table, book: Playbook, log: Log, effect: list[int], case: Case, subject: int
) -> None:
    """End contracts; in the journal the other party is whoever ended them."""
    stage = effect[r.EFFECT_STAGE]
    for place in range(table.stages):
        under_contract = table.holds[subject][place] == c.CONTRACT_HELD
        if under_contract and (stage == r.ANY_STAGE or stage == place):
            ended_by = _why(case, subject)[1]
            if effect[r.EFFECT_EXTRA] == r.ENDED_BY_PARTNER:
                ended_by = table.contract_with[subject][place]
            why = (case[CAUSE], ended_by, case[OPTION])
            end_contract(table, book, log, subject, place, why)


def _do_to_pacts(
    table: Table, book: Playbook, log: Log, effect: list[int], case: Case, subject: int
) -> None:
    parties = _parties(table, effect, case, subject) & ~one(subject)
    why = _why(case, subject)
    for party in range(c.NEIGHBOUR_PARTY + c.NEIGHBOURS):
        if not is_met(parties, party) or _is_same_group(table, subject, party):
            continue
        stands = has_pact(table, subject, party)
        if effect[r.EFFECT_WORD] == r.MAKE_PACT and not stands:
            make_pact(table, book, log, subject, party, why)
        elif effect[r.EFFECT_WORD] == r.END_PACTS and stands:
            end_pact(table, book, log, subject, party, why)


def _is_same_group(table: Table, seat: int, party: int) -> bool:
    return party < c.PARTNER_PARTY and table.group[seat] == table.group[party]


def _reveal(table: Table, log: Log, effect: list[int], case: Case, subject: int) -> None:
    """Let a seat and each party it meets learn each other's ambition."""
    parties = _parties(table, effect, case, subject) & ~one(subject)
    for other in range(table.seats):
        if is_met(parties, other):
            _learn(log, table, table.knows, subject, other, (other, case))
            _learn(log, table, table.knows, other, subject, (subject, case))
    for partner in range(table.partners):
        party = c.PARTNER_PARTY + partner
        if is_met(parties, party):
            _learn(log, table, table.knows_partner, subject, partner, (party, case))
    for neighbour in range(table.neighbours):
        party = c.NEIGHBOUR_PARTY + neighbour
        if is_met(parties, party):
            _learn(log, table, table.knows_neighbour, subject, neighbour, (party, case))


def _learn(
    log: Log, table: Table, knows: list[list[int]], seat: int, place: int, what: tuple[int, Case]
) -> None:
    party, case = what
    if knows[seat][place] == 0:
        knows[seat][place] = 1
        record(table, log, (c.K_AMBITION, seat, case[CAUSE], party, case[OPTION]), 0, 1)


def _mark(table: Table, log: Log, effect: list[int], case: Case, subject: int) -> None:
    """Set what a seat is: its kind, named shares, a ban on leaving."""
    word = effect[r.EFFECT_WORD]
    why = _why(case, subject)
    value = effect[r.EFFECT_EXTRA]
    if word == r.BECOME:
        before, kind = table.kind[subject], c.K_KIND
        table.kind[subject] = value
    elif word == r.NAME_SHARES:
        before, kind, value = table.named_shares[subject], c.K_SHARES, 1
        table.named_shares[subject] = value
    else:
        before, kind = table.exit_ban[subject], c.K_EXIT_BAN
        value = max(before, value)
        table.exit_ban[subject] = value
    if value != before:
        record(table, log, (kind, subject, why[0], why[1], why[2]), before, value)
