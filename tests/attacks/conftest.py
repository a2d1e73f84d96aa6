"""The fifty worlds, made once in a run, each when the first attack asks for it."""

import pytest

from tests.attacks.worlds import SHARED, kept


@pytest.fixture(scope="session")
def worlds():
    """Return people with histories, our release of each, and the truth."""
    return [kept(*one) for one in SHARED]


@pytest.fixture(scope="session")
def some(worlds):
    """Return every third of them, for what takes long."""
    return worlds[::3]
