"""Figures of speed and memory, taken side by side; see README.md."""
