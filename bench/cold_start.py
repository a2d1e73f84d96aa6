"""How long from the start of the server to the first page in a browser: the app against an empty Streamlit page.

    python -m bench.cold_start [ROUNDS]

Each round starts a server for either, in turn, and opens a new browser on it. Told are the medians and their ratios:
from the start until the server answers, until the first words stand there (an empty page has one, ours its title), and
until the map is painted; and the latter two for a second reader. Of the map an empty page has nothing, and its ratio is
told against the one word.
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
EMPTY: Final = 'import streamlit as st\n\nst.markdown("drawn")\n'
STEPS: Final = (
    "server answers",
    "first words",
    "map painted",
    "second reader: first words",
    "second reader: map painted",
)


def first_page(browser: Browser, address: str, signs: tuple[str, str]) -> list[float]:
    """Return how many seconds a new reader waits for the first words of a page, and for all of it."""
    context = browser.new_context()
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address)
    spent = []
    for sign in signs:
        page.locator(sign).first.wait_for(timeout=60_000)
        spent.append(time.perf_counter() - started)
    context.close()
    return spent


def measure(browser: Browser, script: Path, signs: tuple[str, str]) -> list[float]:
    """Return how many seconds pass until each of the steps."""
    started = time.perf_counter()
    with served(script, **{**os.environ, "PYTHONPATH": str(ROOT)}) as address:
        answers = time.perf_counter() - started
        return [
            answers,
            *(answers + own for own in first_page(browser, address, signs)),
            *first_page(browser, address, signs),
        ]


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY)
        ways = {
            "app": (ROOT / "app.py", ("h1", "figure.atlas[data-drawn]")),
            "empty": (empty, (".stMarkdown", ".stMarkdown")),
        }
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        spent: dict[str, list[list[float]]] = {way: [] for way in ways}
        for _ in range(rounds):
            for way, (script, signs) in ways.items():
                spent[way].append(measure(browser, script, signs))
        browser.close()
    for at, step in enumerate(STEPS):
        ours, theirs = (statistics.median(own[at] for own in spent[way]) for way in ("app", "empty"))
        sys.stdout.write(f"{step}: app {ours:.2f} s, empty page {theirs:.2f} s, ratio {ours / theirs:.2f}\n")


if __name__ == "__main__":
    main()
