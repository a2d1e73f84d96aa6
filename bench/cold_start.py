"""How long from the start of the server to the first page in a browser: the app against two other Streamlit pages.

    python -m bench.cold_start [ROUNDS]

Each round starts a server for each, in turn, and opens a new browser on it: the app; an empty page of one word; and a
plain page of a word, a title, two select boxes and a table of three rows, which is the least that a page with controls
costs Streamlit. Told are the medians and their ratios to the empty page: from the start until the server answers, until
the first words stand there (of the app, its question and answer), and until all is drawn (of the app, the map; of the
plain page, its table; of the empty page, its word); and the latter two for a second reader.
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
PLAIN: Final = """import streamlit as st

st.markdown("drawn")
left, right = st.columns(2)
left.selectbox("a", ["b", "c"])
left.selectbox("d", ["e", "f"])
right.title("title")
st.dataframe({"a": [1, 2, 3]})
"""
STEPS: Final = (
    "server answers",
    "first words",
    "all is drawn",
    "second reader: first words",
    "second reader: all is drawn",
)


def first_page(browser: Browser, address: str, signs: tuple[str, str]) -> list[float]:
    """Return how many seconds a new reader waits for the first words of a page, and for all of it."""
    context = browser.new_context()
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
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
        empty, plain = Path(folder, "empty.py"), Path(folder, "plain.py")
        empty.write_text(EMPTY)
        plain.write_text(PLAIN)
        ways = {
            "app": (ROOT / "app.py", ("#atlas-first .title, h1", "figure.atlas[data-drawn]")),
            "plain page": (plain, (".stMarkdown", ".stDataFrame canvas")),
            "empty page": (empty, (".stMarkdown", ".stMarkdown")),
        }
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        spent: dict[str, list[list[float]]] = {way: [] for way in ways}
        for _ in range(rounds):
            for way, (script, signs) in ways.items():
                spent[way].append(measure(browser, script, signs))
        browser.close()
    for at, step in enumerate(STEPS):
        told = {way: statistics.median(own[at] for own in spent[way]) for way in ways}
        least = told["empty page"]
        words = [f"{way} {own:.2f} s ({own / least:.2f})" for way, own in told.items()]
        sys.stdout.write(f"{step}: {', '.join(words)}\n")


if __name__ == "__main__":
    main()
