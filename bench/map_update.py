"""How long from a filter change until the new map is painted: our live map against the fastest way that was found.

    python -m bench.map_update

Both are measured in one run, in turn, on the same page, release and machine; the yardstick is fetched by npm into a
temporary folder. The ratio of the medians is printed, and must not exceed 1.5. The maps are of 300 areas of resolution
4, of 1,500 of resolution 5, and of all that have land at resolution 5, which are as many as there can be.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from playwright.sync_api import sync_playwright

from geo import climb, land_cells, to_text
from release import REGION, write_release
from settings import RELEASE
from tests.conftest import CHROMIUM, FLAGS
from tests.e2e.conftest import ROOT, served
from tests.made import manifest, plate

if TYPE_CHECKING:
    from playwright.sync_api import Page

H3_JS: Final = "h3-js@4.5.0"
SIZES: Final = ((300, 4), (1500, 5), (5000, 5))
"""How many areas at most, and of which resolution."""
CHANGES: Final = 20
MOST: Final = 1.5

PRESS: Final = """async () => {
  const figure = () => [...document.querySelectorAll(".stBidiComponent *")]
    .map((element) => element.shadowRoot?.querySelector("figure[data-drawn]")).find(Boolean);
  const before = figure().dataset.drawn;
  const started = performance.now();
  document.querySelector(".stButton button").click();
  while (figure()?.dataset.drawn === before) {
    await new Promise(requestAnimationFrame);
  }
  return performance.now() - started;
}"""


def release_of(cells: int, resolution: int) -> bytes:
    """Return a release in which each era shows so many cells of a resolution, or all that there are."""
    held = np.unique(climb(land_cells(), resolution))
    random = np.random.default_rng(1)
    rows: list[tuple[str, int | None, str, str, int, int]] = [(REGION, None, "before", "all", 50, 20)]
    for era in ("before", "closure", "reopening"):
        chosen = to_text(random.choice(held, min(cells, len(held)), replace=False))
        rows += [(cell, resolution, era, "all", 10 + 5 * int(random.integers(60)), 10) for cell in chosen]
    return write_release(manifest(), {"where_when": plate("where_when", rows)})


def fetch_peer(folder: Path) -> None:
    """Put the yardstick and h3-js side by side in a folder."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch h3-js: apt install npm")
    subprocess.run([npm, "install", "--silent", "--prefix", folder, H3_JS], check=True)  # noqa: S603 - a pinned package
    shutil.copy(folder / "node_modules/h3-js/dist/browser/h3-js.es.js", folder)
    shutil.copy(ROOT / "bench/peer/peer.js", folder)
    shutil.rmtree(folder / "node_modules")


def open_way(page: Page, address: str, way: str, resolution: int) -> Page:
    """Open the page that draws in one way, and wait for its first map."""
    page.goto(f"{address}/?way={way}&level=r{resolution}")
    page.locator("figure[data-drawn]").wait_for()
    page.wait_for_timeout(1000)
    return page


def measure(folder: Path, cells: int, resolution: int) -> float:
    """Print how long each way took with so many areas, and return the ratio of the medians."""
    (folder / "release.zip").write_bytes(release_of(cells, resolution))
    environment = {RELEASE: str(folder / "release.zip"), "BENCH_PEER": str(folder), "PYTHONPATH": str(ROOT)}
    with served(ROOT / "bench/map_page.py", **{**os.environ, **environment}) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        pages = {way: open_way(browser.new_page(), address, way, resolution) for way in ("ours", "peer")}
        spent: dict[str, list[float]] = {way: [] for way in pages}
        for _ in range(CHANGES):
            for way, page in pages.items():
                page.bring_to_front()
                spent[way].append(page.evaluate(PRESS))
        browser.close()
    median = {way: statistics.median(times) for way, times in spent.items()}
    ratio = median["ours"] / median["peer"]
    sys.stdout.write(
        f"at most {cells} areas, {CHANGES} changes, median ms to painted: ours {median['ours']:.0f} "
        f"(worst {max(spent['ours']):.0f}), yardstick {median['peer']:.0f} (worst {max(spent['peer']):.0f}); "
        f"ratio {ratio:.2f}, at most {MOST}\n"
    )
    return ratio


def main() -> None:
    """Measure and print; exit 1 if ours is slower than allowed."""
    with tempfile.TemporaryDirectory() as name:
        fetch_peer(Path(name))
        ratios = [measure(Path(name), cells, resolution) for cells, resolution in SIZES]
    sys.exit(max(ratios) > MOST)


if __name__ == "__main__":
    main()
