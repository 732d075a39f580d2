"""The integers by which the rules know things.

Each group of codes follows the order of the matching word list in the vocabulary (a test
holds them together). Nothing but constants lives here.
"""

from typing import Final

# Capacities of the table. Raising one is a new table format.
SEATS: Final = 6
PARTNERS: Final = 8
NEIGHBOURS: Final = 4
STAGES: Final = 6
ROUNDS: Final = 16
AMBITIONS: Final = 4
METERS: Final = 3
GOALS: Final = 3
CARDS: Final = 160
LATER: Final = 64
PARTS: Final = 9

NOBODY: Final = -1
NOTHING: Final = -1

# Parties: one number for a seat, a partner or a neighbour.
PARTNER_PARTY: Final = 16
NEIGHBOUR_PARTY: Final = 32

# Meters
TRUST: Final = 0
PRICE_CONTROL: Final = 1
AUTONOMY: Final = 2

# Kinds
PRODUCER: Final = 0
CONSUMER: Final = 1
MIXED: Final = 2
COLLECTIVE: Final = 3

# Holdings of a stage
MARKET: Final = 0
OWN: Final = 1
CONTRACT_HELD: Final = 2
BUILDING: Final = 3
HOME: Final = 4

# Moves
HOLD: Final = 0
DIALOGUE: Final = 1
COORDINATE: Final = 2
MERGE: Final = 3
CONTRACT: Final = 4
INTEGRATE: Final = 5
INFORM: Final = 6
REPRESENT: Final = 7
SPECIALISE: Final = 8
OPEN_UP: Final = 9
LEAVE: Final = 10

# What a leave move ends (kept in the move's term)
LEAVE_PACT: Final = 0
LEAVE_CONTRACT: Final = 1
LEAVE_GROUP: Final = 2

# Contract terms and price rules
SHORT: Final = 0
LONG: Final = 1
INDEXED: Final = 0
FIXED: Final = 1

# Ambitions; goals are the ambitions followed by the meters
SCALE: Final = 0
QUALITY_AMBITION: Final = 1
REGION: Final = 2
CASH: Final = 3
GOAL_TRUST: Final = 4
GOAL_PRICE: Final = 5
GOAL_AUTONOMY: Final = 6
GOAL_KINDS: Final = 7

# Phases of the table
CHOOSING: Final = 0
LOOKING_BACK: Final = 1
ENDED: Final = 2

# Endings
NOT_ENDED: Final = 0
ALL_ROUNDS: Final = 1
COLLAPSE: Final = 2

# Match modes
MISSIONS: Final = 0
CHAIN: Final = 1
POINTS: Final = 2

# Steps of a round, in the order in which they are written into the journal
STEP_NEWS: Final = 0
STEP_REPLIES: Final = 1
STEP_MOVES: Final = 2
STEP_CARD: Final = 3
STEP_CONTRACTS: Final = 4
STEP_EFFICIENCY: Final = 5
STEP_PRICES: Final = 6
STEP_MEMBERS: Final = 7
STEP_VOLUMES: Final = 8
STEP_DECAY: Final = 9
STEP_METERS: Final = 10
STEP_FACILITIES: Final = 11

# Quantities: what a journal row changed, what a card may change or look at.
# 0-2 are the meters.
Q_TRUST: Final = 0
Q_PRICE_CONTROL: Final = 1
Q_AUTONOMY: Final = 2
Q_CAPITAL: Final = 3
Q_DEBT: Final = 4
Q_VOLUME: Final = 5
Q_EFFICIENCY: Final = 6
Q_QUALITY: Final = 7
Q_MEMBERS: Final = 8
Q_OPENNESS: Final = 9
Q_VOICE: Final = 10
Q_INDEX: Final = 11
Q_GLUT: Final = 12
Q_PRESSURE: Final = 13
Q_PAID: Final = 14
Q_TIE: Final = 15
Q_POWER: Final = 16
Q_REGIONAL: Final = 17
Q_PACTS: Final = 18
Q_CONTRACTS: Final = 19
Q_OWN_STAGES: Final = 20
Q_GROUP_SIZE: Final = 21
Q_ROUND: Final = 22
Q_SEATS: Final = 23
Q_CHOSEN: Final = 24
Q_CHOSEN_OTHERS: Final = 25
Q_ASYMMETRY: Final = 26
Q_MISMATCH: Final = 27
Q_MEAN_TIE: Final = 28
Q_TROUBLE: Final = 29
QUANTITIES: Final = 30

# Journal kinds beyond the quantities: things that happen rather than amounts that change
K_PACT: Final = 40
K_CONTRACT: Final = 41
K_FACILITY: Final = 42
K_GROUP: Final = 43
K_KIND: Final = 44
K_OFFER: Final = 45
K_VOTE: Final = 46
K_ANSWER: Final = 47
K_MOVE: Final = 48
K_CARD: Final = 49
K_AMBITION: Final = 50
K_ENDING: Final = 51
K_CONSENT: Final = 52
K_BANK: Final = 53
K_SHARES: Final = 54
K_EXIT_BAN: Final = 55

# Values that drift towards what the structure supports, and their parts (see drift.py)
V_TRUST: Final = 0
V_PRICE_CONTROL: Final = 1
V_AUTONOMY: Final = 2
V_MEMBERS: Final = 3
V_PAID: Final = 4
VALUES: Final = 5
