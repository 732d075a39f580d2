"""Lets `python -m coopgame` do what the command `coopgame` does; it holds nothing else."""

from coopgame.command_line import main

if __name__ == "__main__":
    main()
