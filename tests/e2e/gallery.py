"""Ten questions of a stranger and the pages that answer them, as pictures: `python -m tests.e2e.gallery`.

Writes `docs/gallery/`: a small picture of each answer, with the smallest and with the largest bundled release, and a
page that lists them. What a page must say is in `docs/gallery/questions.toml`; where it does not say it, this fails.
"""

from __future__ import annotations

import io
import sys
import tomllib
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM, FLAGS
from tests.e2e.conftest import ROOT, served

FOLDER = ROOT / "docs" / "gallery"
RELEASES = ("people_280", "people_3000")
SIZE = {"width": 1280, "height": 720}
COLOURS = 255
"""Of a picture: with fewer, classes of a legend turn grey."""


def questions():
    """Return the questions, each with its page and with what the page must say."""
    return tomllib.loads((FOLDER / "questions.toml").read_text(encoding="utf-8"))["question"]


def missing(page, address, question, name):
    """Open the page of a question and return those of its sentences that it does not come to say."""
    page.goto(f"{address}{question['page']}")
    page.get_by_role("heading", level=1).wait_for(timeout=60_000)
    left = list(question[name])
    for _ in range(300):
        text = " ".join(page.locator("body").inner_text().split())
        left = [own for own in left if own not in text]
        if not left:
            break
        page.wait_for_timeout(100)
    return left


def picture(page):
    """Return what is seen, as a PNG of few colours."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    page.wait_for_timeout(1500)
    with Image.open(io.BytesIO(page.screenshot())) as seen:
        out = io.BytesIO()
        seen.convert("RGB").quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


def listed(asked):
    """Return the page that lists the pictures."""
    lines = [
        "# Ten questions, answered by the pages alone",
        "",
        "Invented data: the smallest and the largest bundled release, of 280 and of 3,000 people. Made by",
        "`python -m tests.e2e.gallery`, which fails where a page does not say what is quoted here.",
    ]
    for number, own in enumerate(asked, start=1):
        lines += ["", f"## {number}. {own['asked']}", ""]
        for name in RELEASES:
            quoted = " … ".join(f"“{text}”" for text in own[name])
            lines += [
                f"With {name.removeprefix('people_')} people, [{own['page']}]({own['key']}-{name}.png): {quoted}",
                "",
            ]
        del lines[-1]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Make all pictures."""
    unanswered = []
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name in RELEASES:
            release = ROOT / "release" / "bundled" / f"{name}.zip"
            with served(ROOT / "app.py", ATLAS_RELEASE=str(release)) as address:
                page = browser.new_context(viewport=SIZE, locale="en-GB").new_page()
                for own in questions():
                    unanswered += [f"{name}, {own['key']}: {text}" for text in missing(page, address, own, name)]
                    Path(FOLDER / f"{own['key']}-{name}.png").write_bytes(picture(page))
        browser.close()
    (FOLDER / "README.md").write_text(listed(questions()), encoding="utf-8")
    if unanswered:
        sys.exit("\n".join(unanswered))


if __name__ == "__main__":
    main()
