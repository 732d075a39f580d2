"""What the columns of effect, test and amount rows mean; the card language as integers.

Written by the compiler of the card language, read by the interpreter beside this module.
Nothing but constants lives here. Codes are append only.
"""

from typing import Final

# Whom an effect meets, or whose value counts. 0..14 are seats.
(
    TO_SELF, TO_OTHERS, TO_EVERYONE, TO_SAME_OPTION, TO_OTHER_OPTION, TO_PACT_PARTNERS,
    TO_GROUP, TO_CONTRACT_SEATS, TO_LARGEST, TO_SMALLEST, TO_RICHEST, TO_POOREST,
    TO_MOST_TRUSTED, TO_LEAST_TRUSTED, TO_BY_CHANCE,
    TO_PARTNERS, TO_CONTRACT_PARTNERS, TO_NEIGHBOURS, TO_CLOSEST_NEIGHBOUR, TO_ANYONE,
    TO_MET,
) = range(21)  # fmt: skip
"""`TO_ANYONE` is every seat and neighbour; `TO_MET` the seat that an effect meets right now."""

# Columns of an effect row
EFFECT_COLUMNS: Final = 9
(
    EFFECT_WORD, EFFECT_WHO, EFFECT_WITH, EFFECT_WHAT, EFFECT_AMOUNT, EFFECT_LATER,
    EFFECT_STAGE, EFFECT_EXTRA, EFFECT_SKIP,
) = range(EFFECT_COLUMNS)  # fmt: skip
"""`EFFECT_WHAT` is a quantity, a term, a kind or a card; `EFFECT_AMOUNT` an amount row;
`EFFECT_LATER` rounds to wait; `EFFECT_STAGE` a place in the chain, -1 for any and -2 for a
stage that this chain does not have; `EFFECT_SKIP` how many rows a branch leaves out."""

# Effect words
(
    CHANGE, CHANGE_TIE, CHANGE_MARKET, SIGN_CONTRACT, END_CONTRACT, MAKE_PACT, END_PACTS,
    BUILD, ABSORB_NEIGHBOUR, BECOME, NAME_SHARES, FORBID_EXIT, REVEAL_AMBITION, DEAL_NEXT,
    BY_CHANCE, WHEN, SKIP,
) = range(17)  # fmt: skip

ANY_STAGE: Final = -1
NO_SUCH_STAGE: Final = -2
NO_SUCH_CARD: Final = -2
NO_SUCH_CHAPTER: Final = -2

# Who ends a contract (in EFFECT_EXTRA)
ENDED_BY_SELF: Final = 0
ENDED_BY_PARTNER: Final = 1

# With whom a contract may be signed (in EFFECT_EXTRA, above the price rule's lowest bit)
WISH_ANY: Final = -1
WISH_COMPANY: Final = 0
WISH_COOPERATIVE: Final = 1

# Columns of an amount row: clamp(plus + times * quantity // per, least, most)
AMOUNT_COLUMNS: Final = 9
(
    AMOUNT_OF, AMOUNT_WHO, AMOUNT_WITH, AMOUNT_STAGE, AMOUNT_TIMES, AMOUNT_PER, AMOUNT_PLUS,
    AMOUNT_LEAST, AMOUNT_MOST,
) = range(AMOUNT_COLUMNS)  # fmt: skip
CONSTANT: Final = -1
"""In `AMOUNT_OF`: the amount is just `AMOUNT_PLUS`."""
NO_LIMIT: Final = 1_000_000

# Columns of a test row. A test is a run of rows in postfix order that closes with TEST_END.
TEST_COLUMNS: Final = 7
(
    TEST_WORD, TEST_WHO, TEST_WITH, TEST_WHAT, TEST_VALUE, TEST_EVERY, TEST_STAGE,
) = range(TEST_COLUMNS)  # fmt: skip

# Test words
(
    TEST_END, AT_LEAST, AT_MOST, HOLDS, KIND_IS, HAS_PACT, IN_GROUP, CHOSE, CARD_WAS,
    IN_CHAPTER, IN_TROUBLE, ALL_OF, ANY_OF, NOT,
) = range(14)  # fmt: skip

# With whom a pact is looked for (in TEST_WITH)
PACT_WITH_ANYONE: Final = 0
PACT_WITH_NEIGHBOUR: Final = 1
PACT_WITH_SEAT: Final = 2
