"""How long from the start of the server to the first page in a browser: the app against an empty Streamlit page.

    python -m bench.cold_start [ROUNDS]

Each round starts a server for either, in turn, opens a new browser on it and waits until the page is drawn: an empty
page has one word, ours its map. The ratio of the medians is printed, of that and of a second reader's first page.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM, FLAGS
from tests.e2e.conftest import ROOT, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROUNDS: Final = 5
MOST: Final = 1.2
EMPTY: Final = 'import streamlit as st\n\nst.markdown("drawn")\n'


def first_page(browser: Browser, address: str, sign: str) -> float:
    """Return how many seconds a new reader waits for a page."""
    context = browser.new_context()
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address)
    page.locator(sign).first.wait_for(timeout=60_000)
    spent = time.perf_counter() - started
    context.close()
    return spent


def measure(browser: Browser, script: Path, sign: str) -> tuple[float, float]:
    """Return how many seconds pass from the start of a server to its first page, and those a second reader waits."""
    started = time.perf_counter()
    with served(script, **{**os.environ, "PYTHONPATH": str(ROOT)}) as address:
        first_page(browser, address, sign)
        cold = time.perf_counter() - started
        return cold, first_page(browser, address, sign)


def main() -> None:
    """Measure and print; exit 1 if ours starts slower than allowed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY)
        ways = {"app": (ROOT / "app.py", "figure.atlas[data-drawn]"), "empty": (empty, ".stMarkdown")}
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        spent: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
        for _ in range(rounds):
            for way, (script, sign) in ways.items():
                spent[way].append(measure(browser, script, sign))
        browser.close()
    cold, warm = ({way: statistics.median(own[at] for own in spent[way]) for way in ways} for at in (0, 1))
    ratio = cold["app"] / cold["empty"]
    sys.stdout.write(
        f"{rounds} rounds, median s from start to first page: app {cold['app']:.2f}, empty page {cold['empty']:.2f}; "
        f"ratio {ratio:.2f}, at most {MOST}\n"
        f"a second reader's first page: app {warm['app']:.2f}, empty page {warm['empty']:.2f}; "
        f"ratio {warm['app'] / warm['empty']:.2f}\n"
    )
    sys.exit(ratio > MOST)


if __name__ == "__main__":
    main()
