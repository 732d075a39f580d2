"""A small toolkit for drawing screens: sheets, parts, focus, a layout ledger and a painter.

It knows nothing of the game, holds no words of any language, and touches pygame only in paint and window.
"""
