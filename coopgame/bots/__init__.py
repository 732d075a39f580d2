"""Seats played by the computer: one method each, and no more knowledge than a person has."""
