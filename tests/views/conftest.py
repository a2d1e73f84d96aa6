"""A handmade release for the pages, as a value and as a file that the app is told to show."""

from __future__ import annotations

import pytest

import settings
from tests.views.handmade import handmade_zip


@pytest.fixture(scope="session")
def release_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("release") / "handmade.zip"
    path.write_bytes(handmade_zip())
    return path


@pytest.fixture
def deployed(monkeypatch):
    """Start from an environment of one's own: settings are read once, so they are read anew."""

    def deploy(**environment):
        for name in (settings.RELEASE, settings.IDLE_MINUTES):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, str(value))
        settings.settings.cache_clear()

    yield deploy
    settings.settings.cache_clear()
