"""How the game works. Only Python and integers: no files, no text, no clock, no chance of its own."""
