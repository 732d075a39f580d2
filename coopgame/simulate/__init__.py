"""Many matches at once: the same rules, compiled; never a second copy of a rule."""
