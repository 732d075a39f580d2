"""The layout ledger under one name: the rows of a frame, and the bars that they must meet.

Computes nothing itself.
"""

from coopgame.ui.bars import Finding, findings
from coopgame.ui.rows import Row, rows, transcript

__all__ = ["Finding", "Row", "findings", "rows", "transcript"]
