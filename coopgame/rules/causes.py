"""Why something changed: the causes a journal row can name.

Each cause has a sentence and a short chip text in every language
(`assets/words/*/causes.yaml`), so no number on the table is without a reason.
"""

from typing import Final

CAUSES: Final = (
    "none",
    # a card
    "card_option", "card_refused", "card_later", "card_threshold",
    # moves and answers to offers
    "dialogue", "dialogue_again", "heard_by_others", "pact_made", "pact_refused", "offer_made",
    "offer_lapsed", "merger_passed", "merger_failed", "merger_cost", "merger_digest",
    "absorbed", "contract_signed", "contract_refused", "facility_started", "facility_refused",
    "facility_opened", "informed", "represented", "speciality_made", "speciality_blocked",
    "opened_up", "consumer_capital", "pact_left", "contract_left", "group_left",
    "group_leave_refused", "put_aside", "overruled", "held_instead", "move_cost",
    # contracts
    "contract_kept", "contract_ended", "contract_broken", "contract_dropped",
    # efficiency
    "late_gain", "late_loss",
    # income: parts of the price paid to members
    "earn_home", "earn_market", "earn_contract", "earn_own", "earn_quality", "unit_cost",
    "kept_back", "district_pool", "surplus_kept", "loss_borne", "debt_service", "debt_interest",
    "paid_out", "building_cost",
    # members: parts of their target
    "members_base", "members_gap", "members_openness", "members_voice", "members_size",
    "members_kept", "members_mixed", "members_digest", "catching_up",
    # volumes
    "members_left", "members_came", "members_joined",
    # decay
    "ties_fade", "openness_fades", "voice_fades", "quality_fades",
    # trust: parts of its support
    "trust_members", "trust_openness", "trust_voice", "trust_ties",
    # price control
    "price_stages_own", "price_stages_contract", "price_stages_market", "price_home",
    "price_quality", "price_steady", "price_region",
    # autonomy
    "autonomy_base", "autonomy_group", "autonomy_pacts", "autonomy_contracts",
    "autonomy_market", "autonomy_debt", "autonomy_mixed",
    # the market
    "price_track", "glut_track", "pressure_track", "more_volume",
    # endings and trouble
    "takeover", "all_rounds", "chain_collapsed", "exit_ban_ended", "rescued",
    # bookkeeping
    "limit", "contract_chance", "start",
)  # fmt: skip
"""Append only: the position of a cause is its code in journals and recordings."""

_CODES: Final = {name: code for code, name in enumerate(CAUSES)}


def cause_code(name: str) -> int:
    """Return the code of a cause; for building tables, not for use inside the rules."""
    return _CODES[name]


# The codes the rules use, as plain integers so that they compile as constants.
NONE: Final = 0
CARD_OPTION: Final = 1
CARD_REFUSED: Final = 2
CARD_LATER: Final = 3
CARD_THRESHOLD: Final = 4
DIALOGUE: Final = 5
DIALOGUE_AGAIN: Final = 6
HEARD_BY_OTHERS: Final = 7
PACT_MADE: Final = 8
PACT_REFUSED: Final = 9
OFFER_MADE: Final = 10
OFFER_LAPSED: Final = 11
MERGER_PASSED: Final = 12
MERGER_FAILED: Final = 13
MERGER_COST: Final = 14
MERGER_DIGEST: Final = 15
ABSORBED: Final = 16
CONTRACT_SIGNED: Final = 17
CONTRACT_REFUSED: Final = 18
FACILITY_STARTED: Final = 19
FACILITY_REFUSED: Final = 20
FACILITY_OPENED: Final = 21
INFORMED: Final = 22
REPRESENTED: Final = 23
SPECIALITY_MADE: Final = 24
SPECIALITY_BLOCKED: Final = 25
OPENED_UP: Final = 26
CONSUMER_CAPITAL: Final = 27
PACT_LEFT: Final = 28
CONTRACT_LEFT: Final = 29
GROUP_LEFT: Final = 30
GROUP_LEAVE_REFUSED: Final = 31
PUT_ASIDE: Final = 32
OVERRULED: Final = 33
HELD_INSTEAD: Final = 34
MOVE_COST: Final = 35
CONTRACT_KEPT: Final = 36
CONTRACT_ENDED: Final = 37
CONTRACT_BROKEN: Final = 38
CONTRACT_DROPPED: Final = 39
LATE_GAIN: Final = 40
LATE_LOSS: Final = 41
EARN_HOME: Final = 42
EARN_MARKET: Final = 43
EARN_CONTRACT: Final = 44
EARN_OWN: Final = 45
EARN_QUALITY: Final = 46
UNIT_COST: Final = 47
KEPT_BACK: Final = 48
DISTRICT_POOL: Final = 49
SURPLUS_KEPT: Final = 50
LOSS_BORNE: Final = 51
DEBT_SERVICE: Final = 52
DEBT_INTEREST: Final = 53
PAID_OUT: Final = 54
BUILDING_COST: Final = 55
MEMBERS_BASE: Final = 56
MEMBERS_GAP: Final = 57
MEMBERS_OPENNESS: Final = 58
MEMBERS_VOICE: Final = 59
MEMBERS_SIZE: Final = 60
MEMBERS_KEPT: Final = 61
MEMBERS_MIXED: Final = 62
MEMBERS_DIGEST: Final = 63
CATCHING_UP: Final = 64
MEMBERS_LEFT: Final = 65
MEMBERS_CAME: Final = 66
MEMBERS_JOINED: Final = 67
TIES_FADE: Final = 68
OPENNESS_FADES: Final = 69
VOICE_FADES: Final = 70
QUALITY_FADES: Final = 71
TRUST_MEMBERS: Final = 72
TRUST_OPENNESS: Final = 73
TRUST_VOICE: Final = 74
TRUST_TIES: Final = 75
PRICE_STAGES_OWN: Final = 76
PRICE_STAGES_CONTRACT: Final = 77
PRICE_STAGES_MARKET: Final = 78
PRICE_HOME: Final = 79
PRICE_QUALITY: Final = 80
PRICE_STEADY: Final = 81
PRICE_REGION: Final = 82
AUTONOMY_BASE: Final = 83
AUTONOMY_GROUP: Final = 84
AUTONOMY_PACTS: Final = 85
AUTONOMY_CONTRACTS: Final = 86
AUTONOMY_MARKET: Final = 87
AUTONOMY_DEBT: Final = 88
AUTONOMY_MIXED: Final = 89
PRICE_TRACK: Final = 90
GLUT_TRACK: Final = 91
PRESSURE_TRACK: Final = 92
MORE_VOLUME: Final = 93
TAKEOVER: Final = 94
ALL_ROUNDS: Final = 95
CHAIN_COLLAPSED: Final = 96
EXIT_BAN_ENDED: Final = 97
RESCUED: Final = 98
LIMIT: Final = 99
CONTRACT_CHANCE: Final = 100
START: Final = 101
