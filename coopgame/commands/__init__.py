"""What each command does, apart from reading its words; it prints and returns an exit code."""
