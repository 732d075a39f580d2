"""The desk and the clock of the screens, for bars that hold over whole matches."""

from tests.screens.conftest import clock, desk, new_app, shared_desk

__all__ = ["clock", "desk", "new_app", "shared_desk"]
