"""Whether a card's condition holds: postfix rows over a stack of bits in one integer.

Nothing here changes the table.
"""

from coopgame.rules import card_rows as r
from coopgame.rules import codes as c
from coopgame.rules import measures
from coopgame.rules import playbook as p
from coopgame.rules.amounts import is_of_the_table, measured, value_for
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table
from coopgame.rules.targets import all_seats, chosen, is_met, seats_met


def option_is_open(table: Table, book: Playbook, seat: int, option: int) -> bool:
    """Tell whether what the option needs holds for the seat."""
    needs = book.options[option][p.OPTION_NEEDS]
    return needs == c.NOTHING or holds_test(table, book, needs, seat, option)


def holds_test(table: Table, book: Playbook, start: int, seat: int, option: int) -> bool:
    """Tell whether the test that begins at row `start` holds for the seat and option.

    Seat -1 asks for the table as a whole: then one co-operative is enough. Option -1 is
    right where nobody has chosen yet.
    """
    bits = 0
    row = start
    while book.tests[row][r.TEST_WORD] != r.TEST_END:
        test = book.tests[row]
        if test[r.TEST_WORD] >= r.ALL_OF:
            bits = _joined(test, bits)
        else:
            bits = bits * 2 + (1 if holds_row(table, book, row, seat, option) else 0)
        row += 1
    return bits & 1 == 1


def _joined(test: list[int], bits: int) -> int:
    """Replace the newest bits of the stack by what `all_of`, `any_of` or `not` makes of them."""
    if test[r.TEST_WORD] == r.NOT:
        return bits ^ 1
    ones = (1 << test[r.TEST_VALUE]) - 1
    newest = bits & ones
    holds = newest == ones if test[r.TEST_WORD] == r.ALL_OF else newest != 0
    return (bits >> test[r.TEST_VALUE]) * 2 + (1 if holds else 0)


def holds_row(table: Table, book: Playbook, row: int, seat: int, option: int) -> bool:
    """Tell whether one plain test row holds (not all_of, any_of or not)."""
    test = book.tests[row]
    word = test[r.TEST_WORD]
    if word == r.CHOSE:
        return _count_of_choosers(table, test, seat, option) >= test[r.TEST_VALUE]
    if word == r.CARD_WAS:
        return test[r.TEST_WHAT] >= 0 and table.card_seen[test[r.TEST_WHAT]] > 0
    if word == r.IN_CHAPTER:
        track = book.track[table.round_now - 1] if table.round_now > 0 else book.track[0]
        return track[p.TRACK_CHAPTER] == test[r.TEST_WHAT]
    if _is_of_the_whole(word, test[r.TEST_WHAT]):
        return _compares(test, has_value(table, book, row, seat, option))
    return _holds_for_seats(table, book, test, seat, option)


def _is_of_the_whole(word: int, quantity: int) -> bool:
    if word != r.AT_LEAST and word != r.AT_MOST:
        return False
    if quantity == c.Q_CHOSEN or quantity == c.Q_CHOSEN_OTHERS:
        return True
    return is_of_the_table(quantity)


def has_value(table: Table, book: Playbook, row: int, seat: int, option: int) -> int:
    """Return what the table has where an `at_least` or `at_most` row compares."""
    test = book.tests[row]
    quantity = test[r.TEST_WHAT]
    if quantity == c.Q_CHOSEN or quantity == c.Q_CHOSEN_OTHERS:
        who = all_seats(table)
    else:
        who = seats_met(table, test[r.TEST_WHO], seat, option)
    return measured(table, book, quantity, who, test[r.TEST_WITH], test[r.TEST_STAGE], seat, option)


def _compares(test: list[int], value: int) -> bool:
    if test[r.TEST_WORD] == r.AT_LEAST:
        return value >= test[r.TEST_VALUE]
    return value <= test[r.TEST_VALUE]


def _count_of_choosers(table: Table, test: list[int], seat: int, option: int) -> int:
    which = option if test[r.TEST_WHAT] == c.NOTHING else test[r.TEST_WHAT]
    return chosen(table, which, seats_met(table, test[r.TEST_WHO], seat, option))


def _holds_for_seats(table: Table, book: Playbook, test: list[int], seat: int, option: int) -> bool:
    """One of the seats is enough, unless the test asks for every one; of nobody nothing holds."""
    who = seats_met(table, test[r.TEST_WHO], seat, option)
    count = 0
    for subject in range(table.seats):
        if is_met(who, subject):
            count += 1
            holds = _holds_for(table, book, test, subject, option)
            if holds and test[r.TEST_EVERY] == 0:
                return True
            if not holds and test[r.TEST_EVERY] == 1:
                return False
    return count > 0 and test[r.TEST_EVERY] == 1


def _holds_for(table: Table, book: Playbook, test: list[int], subject: int, option: int) -> bool:
    word = test[r.TEST_WORD]
    if word == r.AT_LEAST or word == r.AT_MOST:
        quantity = test[r.TEST_WHAT]
        value = value_for(
            table, book, quantity, subject, test[r.TEST_WITH], test[r.TEST_STAGE], option
        )
        return _compares(test, value)
    if word == r.HOLDS:
        return _holds_stage(table, subject, test[r.TEST_STAGE], test[r.TEST_WHAT])
    if word == r.KIND_IS:
        return table.kind[subject] == test[r.TEST_WHAT]
    if word == r.HAS_PACT:
        return _has_pact(table, subject, test[r.TEST_WITH])
    if word == r.IN_GROUP:
        return measures.group_size(table, subject) > 1
    in_the_red = table.capital[subject] < 0
    return in_the_red and table.members[subject] < book.rule.takeover_members


def _holds_stage(table: Table, seat: int, stage: int, holding: int) -> bool:
    if stage == r.ANY_STAGE:
        return measures.stage_count(table, seat, holding) > 0
    return stage >= 0 and table.holds[seat][stage] == holding


def _has_pact(table: Table, seat: int, wanted: int) -> bool:
    if wanted != r.PACT_WITH_NEIGHBOUR:
        for other in range(table.seats):
            if table.pact[seat][other] > 0:
                return True
    if wanted != r.PACT_WITH_SEAT:
        for neighbour in range(table.neighbours):
            if table.neighbour_pact[seat][neighbour] > 0:
                return True
    return False


def missing_row(table: Table, book: Playbook, start: int, seat: int, option: int) -> int:
    """Return the row that keeps a test from holding, or -1 when it holds.

    In `all_of` it is the first plain row that fails; where `any_of` or `not` fails, the row
    of that word. It serves the screens, so it may use a stack of pairs.
    """
    stack: list[tuple[bool, int]] = []
    row = start
    while book.tests[row][r.TEST_WORD] != r.TEST_END:
        test = book.tests[row]
        if test[r.TEST_WORD] == r.NOT:
            stack.append((not stack.pop()[0], row))
        elif test[r.TEST_WORD] >= r.ALL_OF:
            newest = stack[-test[r.TEST_VALUE] :]
            del stack[-test[r.TEST_VALUE] :]
            stack.append(_blamed(newest, row, all_count=test[r.TEST_WORD] == r.ALL_OF))
        else:
            stack.append((holds_row(table, book, row, seat, option), row))
        row += 1
    holds, blamed = stack[0]
    return -1 if holds else blamed


def _blamed(tests: list[tuple[bool, int]], row: int, *, all_count: bool) -> tuple[bool, int]:
    if not all_count:
        return any(holds for holds, _ in tests), row
    failing = [blamed for holds, blamed in tests if not holds]
    return not failing, failing[0] if failing else row
