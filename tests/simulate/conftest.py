"""The compiled rules, made once for a whole run of tests and kept between runs."""

import pytest

from coopgame.simulate.engine import CompiledEngine, PlainEngine
from coopgame.simulate.trials import CompiledTrials


@pytest.fixture(scope="session")
def compiled() -> CompiledEngine:
    pytest.importorskip("numba")
    return CompiledEngine()


@pytest.fixture(scope="session")
def futures() -> CompiledTrials:
    pytest.importorskip("numba")
    return CompiledTrials()


@pytest.fixture(scope="session")
def plain() -> PlainEngine:
    return PlainEngine()
