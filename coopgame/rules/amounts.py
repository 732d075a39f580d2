"""How much a card means: fixed amounts and amounts that count something on the table.

Whole numbers only; nothing here changes the table.
"""

from coopgame.rules import card_rows as r
from coopgame.rules import codes as c
from coopgame.rules import measures
from coopgame.rules.playbook import Playbook
from coopgame.rules.table import Table
from coopgame.rules.targets import all_seats, chosen, is_met, one, parties_met, seats_met


def amount_of(
    table: Table, book: Playbook, amount: int, seat: int, subject: int, option: int
) -> int:
    """Return an amount row's value for the seat that chose and the subject that is met.

    clamp(plus + times * quantity // per), where `//` rounds down.
    """
    row = book.amounts[amount]
    if row[r.AMOUNT_OF] == r.CONSTANT:
        return row[r.AMOUNT_PLUS]
    who = _who_counts(table, row, seat, subject, option)
    quantity = measured(
        table, book, row[r.AMOUNT_OF], who, row[r.AMOUNT_WITH], row[r.AMOUNT_STAGE], seat, option
    )
    value = row[r.AMOUNT_PLUS] + row[r.AMOUNT_TIMES] * quantity // row[r.AMOUNT_PER]
    return measures.clamp(value, row[r.AMOUNT_LEAST], row[r.AMOUNT_MOST])


def _who_counts(table: Table, row: list[int], seat: int, subject: int, option: int) -> int:
    if row[r.AMOUNT_WHO] != r.TO_MET:
        return seats_met(table, row[r.AMOUNT_WHO], seat, option)
    if row[r.AMOUNT_OF] == c.Q_CHOSEN or row[r.AMOUNT_OF] == c.Q_CHOSEN_OTHERS:
        return all_seats(table)
    return one(subject)


def measured(
    table: Table,
    book: Playbook,
    quantity: int,
    who: int,
    target: int,
    stage: int,
    seat: int,
    option: int,
) -> int:
    """Return a quantity of the seats in mask `who`: of several seats their mean, of nobody 0.

    `target` and `stage` say with whom, for ties, size differences and mismatch.
    """
    if quantity == c.Q_CHOSEN:
        return chosen(table, option, who)
    if quantity == c.Q_CHOSEN_OTHERS:
        return chosen(table, option, who & ~one(seat))
    if is_of_the_table(quantity):
        return measures.quantity_of(table, book, quantity, 0)
    total = 0
    count = 0
    for subject in range(table.seats):
        if is_met(who, subject):
            total += value_for(table, book, quantity, subject, target, stage, option)
            count += 1
    return total // count if count > 0 else 0


def is_of_the_table(quantity: int) -> bool:
    """Tell whether a quantity belongs to the whole table rather than to a seat."""
    return (
        c.Q_INDEX <= quantity <= c.Q_PRESSURE
        or quantity == c.Q_REGIONAL
        or quantity == c.Q_ROUND
        or quantity == c.Q_SEATS
    )


def is_between_two(quantity: int) -> bool:
    """Tell whether a quantity needs a second party."""
    return quantity == c.Q_TIE or quantity == c.Q_ASYMMETRY or quantity == c.Q_MISMATCH


def value_for(
    table: Table, book: Playbook, quantity: int, subject: int, target: int, stage: int, option: int
) -> int:
    """Return a quantity of one seat; with several other parties their mean."""
    if not is_between_two(quantity):
        return measures.quantity_of(table, book, quantity, subject)
    parties = parties_met(table, target, stage, subject, option) & ~one(subject)
    total = 0
    count = 0
    for party in range(c.NEIGHBOUR_PARTY + c.NEIGHBOURS):
        if is_met(parties, party):
            total += _between(table, quantity, subject, party)
            count += 1
    return total // count if count > 0 else 0


def _between(table: Table, quantity: int, subject: int, party: int) -> int:
    if quantity == c.Q_TIE:
        return measures.party_tie(table, subject, party)
    if quantity == c.Q_MISMATCH:
        return measures.party_mismatch(table, subject, party)
    volume = measures.group_volume(table, subject)
    return measures.asymmetry(volume, measures.party_volume(table, party))
