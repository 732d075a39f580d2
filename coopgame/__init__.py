"""A workshop board game about co-operatives in value chains, and its engine.

Each folder says in one sentence what it is for; nothing happens when this one is imported.
"""

__version__ = "0.1.0"
