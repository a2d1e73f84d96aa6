"""Settings that every test shares, and the one Chromium for all tests that look at a page."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import sync_playwright

settings.register_profile("atlas", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=10)
settings.load_profile("atlas")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def chromium():
    """Return a browser that reaches this machine only; without one, skip and say so, or fail where CI is set."""
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail(f"CI must look at the pages, and there is no {CHROMIUM}: apt-get install chromium.")
        pytest.skip(f"There is no {CHROMIUM}: apt-get install chromium to look at the pages.")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
