"""A handmade release for the pages, as a value and as a file that the app is told to show."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import settings
from tests.views.handmade import handmade_zip
from views.site import PAGES

APP = str(Path(__file__).parents[2] / "app.py")


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


@pytest.fixture
def open_page(deployed):
    """Return what opens a page by its name, of a release and with the fields of a link."""

    def run(name, release_path=None, **link):
        deployed(**({settings.RELEASE: release_path} if release_path else {}))
        app = AppTest.from_file(APP, default_timeout=60)
        app._page_hash = calc_hash("" if name == PAGES[0] else name)  # noqa: SLF001 - there is no public way
        for field, value in link.items():
            app.query_params[field] = value
        app.run()
        assert not app.exception
        return app

    return run
