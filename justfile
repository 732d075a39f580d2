# Short names for what .ci/run does, and for play. `just` alone tests and then lints.

python := ".venv/bin/python"

default: test lint

# Make the private environment with the packages for tests
setup:
    python3 start.py test --version

# The quick tests; arguments go to pytest: just test tests/rules -k merge
test *arguments:
    python3 start.py test {{arguments}}

# The tests that take seconds: real environments, the wheel, many matches
long *arguments:
    python3 start.py test -m long {{arguments}}

# How much of rules, cards and reading the quick tests cover
covered:
    python3 start.py test -q -n auto tests/rules tests/cards tests/reading \
        --cov=coopgame/rules --cov=coopgame/cards --cov=coopgame/reading --cov-report=
    {{python}} .ci/covered --least 95 coopgame/rules coopgame/cards coopgame/reading

lint:
    {{python}} -m ruff check .
    {{python}} -m ruff format --check .

# Mend what can be mended by itself
format:
    {{python}} -m ruff check --fix-only .
    {{python}} -m ruff format .

types:
    {{python}} -m mypy --strict

layers:
    .venv/bin/lint-imports --no-logo

# Read decks and scenarios and name every finding
check *paths="cards scenarios":
    python3 start.py check {{paths}}

play *arguments:
    python3 start.py play {{arguments}}

demo folder="demo":
    python3 start.py demo --out {{folder}}

shots folder="shots":
    python3 start.py shots --out {{folder}}

# Make the sounds again, to the same byte
sounds:
    {{python}} assets/sounds/make_sounds.py

# Write the lock files anew from pyproject.toml; needs network and pip-tools
lock:
    {{python}} .ci/lock

# Build the wheel into dist/
wheel:
    {{python}} -m build --wheel --no-isolation

# Everything that must hold before a change is taken in
all:
    .ci/run
