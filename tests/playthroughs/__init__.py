"""Whole matches written down tersely: a change of the rules shows as a readable difference."""
