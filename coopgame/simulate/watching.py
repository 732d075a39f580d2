"""What is noted while a match runs: it reads the table and writes the result, and changes nothing."""

from coopgame.rules import codes as c
from coopgame.rules.answering import needs_are_met
from coopgame.rules.measures import (
    group_size,
    has_any_pact,
    regional_share,
    stage_count,
)
from coopgame.rules.missions import goal_value, score_of
from coopgame.rules.playbook import CARD_COUNT, CARD_FIRST, Playbook
from coopgame.rules.table import Table
from coopgame.simulate.result import (
    CONTRACTED,
    COORDINATED,
    INTEGRATED,
    MERGED,
    WHOLE_WIN,
    Result,
)


def note_choices(table: Table, book: Playbook, result: Result) -> None:
    """Note the card, which of its options are open to whom, and how many offers lie open."""
    place = table.round_now - 1
    result.card[place] = table.card
    for seat in range(table.seats):
        result.open[place][seat] = _open_options(table, book, seat)
        if table.offer_move[seat] >= 0:
            result.offers += 1


def _open_options(table: Table, book: Playbook, seat: int) -> int:
    """Return a bit for each option of the card that is open to a seat, 0 when it is not asked."""
    if table.card < 0 or table.answer[seat] < 0:
        return 0
    first, count = book.cards[table.card][CARD_FIRST], book.cards[table.card][CARD_COUNT]
    bits = 1 << (count - 1)
    for number in range(count - 1):
        if needs_are_met(table, book, seat, first + number):
            bits |= 1 << number
    return bits


_MASK = 0x7FFF_FFFF


def structure_of(table: Table) -> int:
    """Return one number that changes when pacts, contracts, groups or facilities do."""
    mark = 0
    for seat in range(table.seats):
        for other in range(table.seats):
            mark = (mark * 3 + table.pact[seat][other]) & _MASK
        for neighbour in range(table.neighbours):
            mark = (mark * 5 + table.neighbour_pact[seat][neighbour]) & _MASK
        for stage in range(table.stages):
            mark = (mark * 7 + table.holds[seat][stage]) & _MASK
        mark = (mark * 11 + table.group[seat] + table.absorbed[seat]) & _MASK
    return mark


def groups_of(table: Table) -> int:
    """Return how many groups the seats form; as many as seats when all are alone."""
    count = 0
    for seat in range(table.seats):
        if table.group[seat] == seat:
            count += 1
    return count


def note_start(table: Table, result: Result) -> None:
    """Note what holds before the first round."""
    result.groups = groups_of(table)
    result.structure = structure_of(table)


def note_round(table: Table, book: Playbook, result: Result) -> None:
    """Note what a round brought; what held after the one before is in the result."""
    place = table.round_now - 1
    _note_groups(result, groups_of(table))
    structure = structure_of(table)
    if structure == result.structure:
        result.quiet_rounds += 1
    result.structure = structure
    for seat in range(table.seats):
        _note_seat(table, result, seat, place)
        result.score[place][seat] = score_of(table, book, seat)


def _note_groups(result: Result, now: int) -> None:
    if now < result.groups:
        result.seat_mergers += result.groups - now
    else:
        result.demergers += now - result.groups
    result.groups = now


def _note_seat(table: Table, result: Result, seat: int, place: int) -> None:
    done = table.acted_option[seat]
    result.answer[place][seat] = done
    if done >= 0 and table.answer[seat] != done:
        result.overruled += 1
    move = table.acted_move[seat]
    if move >= 0:
        result.moves[seat][move] += 1
    result.models[seat] |= _models_of(table, seat)
    if table.capital[seat] < 0 and table.members[seat] < 40:
        result.takeover[seat] += 1


def _models_of(table: Table, seat: int) -> int:
    models = 0
    if has_any_pact(table, seat):
        models |= COORDINATED
    if group_size(table, seat) > 1 or table.absorbed[seat] > 0:
        models |= MERGED
    if stage_count(table, seat, c.CONTRACT_HELD) > 0:
        models |= CONTRACTED
    if stage_count(table, seat, c.OWN) > 0:
        models |= INTEGRATED
    return models


def note_end(table: Table, book: Playbook, result: Result) -> None:
    """Note how the match closed."""
    result.rounds = table.round_now
    result.ending = table.ended
    result.share = regional_share(table)
    paid = 0
    for seat in range(table.seats):
        _note_result(table, book, result, seat)
        paid += table.paid_sum[seat]
    result.price = 10 * paid // (table.seats * max(1, table.round_now))
    _share_win(table, result)
    result.spread = _spread(table)
    _note_lead(table, result)


def _note_result(table: Table, book: Playbook, result: Result, seat: int) -> None:
    for meter in range(c.METERS):
        result.meter[seat][meter] = table.meter[seat][meter]
    score = result.score[table.round_now - 1][seat]
    result.goals[seat] = score // 1000
    result.closeness[seat] = score % 1000
    result.kind[seat] = table.kind[seat]
    result.volume[seat] = table.volume[seat]
    result.capital[seat] = table.capital[seat] - table.debt[seat]
    for place in range(c.GOALS):
        goal = table.mission[seat][place]
        result.goal[seat][place] = goal
        value = goal_value(table, book, seat, goal)
        result.goal_value[seat][place] = value
        result.goal_met[seat][place] = 1 if value >= book.goal_par[goal] else 0


def _share_win(table: Table, result: Result) -> None:
    """The most goals win, then the nearest to them; equals share."""
    last = table.round_now - 1
    best, count = -1, 0
    for seat in range(table.seats):
        score = result.score[last][seat]
        if score > best:
            best, count = score, 0
        if score == best:
            count += 1
    for seat in range(table.seats):
        if result.score[last][seat] == best:
            result.win[seat] = WHOLE_WIN // count


def _spread(table: Table) -> int:
    """Return the mean distance of the three meters between every two seats, in points."""
    total, count = 0, 0
    for seat in range(table.seats):
        for other in range(seat):
            for meter in range(c.METERS):
                total += abs(table.meter[seat][meter] - table.meter[other][meter])
                count += 1
    return total // max(1, count)


def _note_lead(table: Table, result: Result) -> None:
    """Count how often the lead changed, and how far behind the winner was while it was not first."""
    winner, leader, behind = _leader(table, result, table.round_now - 1), -1, 0
    for place in range(table.round_now):
        first = _leader(table, result, place)
        if leader >= 0 and result.score[place][leader] < result.score[place][first]:
            result.lead_changes += 1
            leader = first
        leader = first if leader < 0 else leader
        behind += result.score[place][first] - result.score[place][winner]
    result.drama = behind // table.round_now


def _leader(table: Table, result: Result, place: int) -> int:
    best = 0
    for seat in range(1, table.seats):
        if result.score[place][seat] > result.score[place][best]:
            best = seat
    return best
