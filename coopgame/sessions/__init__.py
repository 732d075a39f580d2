"""A game that people play: seats, hidden answers, undo, recordings; it decides no rule."""
