"""Every page in every language, theme and size: drawn whole, in that language and theme, and with nothing cut off."""

from __future__ import annotations

import re
from itertools import product

import pytest

from settings import STEWARD
from terms import Language, say
from tests.e2e.conftest import ROOT, served
from tests.e2e.test_access import at_rest
from views.site import PAGES

pytestmark = pytest.mark.browser

SIZES = {"projector": (1280, 720), "phone": (390, 844)}
THEMES = {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 18, 22)"}
"""The colour behind each page, by theme."""

LOOKS = {f"{size}-{theme}-{own.value}": (size, theme, own) for size, theme, own in product(SIZES, THEMES, Language)}
SHEET = 1.2162
"""How much wider than high the sheet of the basemap is."""

WRITTEN = {Language.EN: r"[A-Za-z]{3}", Language.KO: r"[\uac00-\ud7a3]", Language.ZH: r"[\u4e00-\u9fff]"}
FOREIGN = {
    Language.EN: r"[\uac00-\ud7a3\u4e00-\u9fff]",
    Language.KO: r"[\u4e00-\u9fff]",
    Language.ZH: r"[\uac00-\ud7a3]",
}
"""What a title holds in each language, and what it does not."""

CUT_OFF = """() => [...document.querySelectorAll("h1, h2, .stMarkdown p, button p")]
  .filter((own) => own.offsetParent && own.scrollWidth > own.clientWidth + 1
                   && getComputedStyle(own).overflowX !== "visible")
  .map((own) => own.innerText)"""


@pytest.fixture(scope="module")
def site():
    """Serve the bundled release, which fills every page, and the page of the steward."""
    with served(ROOT / "app.py", **{STEWARD: "1"}) as address:
        yield address


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", [*PAGES, "steward"])
def test_a_page_is_whole_in_its_language_and_theme_and_no_wider_than_its_window(site, visit, results, name, look):
    size, theme, language = LOOKS[look]
    seen = visit(f"{site}/{'' if name == PAGES[0] else name}?lang={language.value}", size=SIZES[size], theme=theme)
    at_rest(seen, language)
    title = seen.page.locator("h1").first.inner_text()
    assert re.search(WRITTEN[language], title)
    assert not re.search(FOREIGN[language], title)
    if name in PAGES:
        assert seen.page.title().startswith(say(f"nav-{name}", language))
        links = seen.page.locator(".st-key-links a").all_inner_texts()
        assert [own.strip() for own in links] == [say(f"nav-{own}", language) for own in PAGES]
    colour = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    assert seen.page.evaluate(colour) == THEMES[theme]
    for part in ("document.documentElement", "document.querySelector('.stMain')"):
        assert seen.page.evaluate(f"{part}.scrollWidth") <= SIZES[size][0]
    box = seen.page.locator("h1").first.bounding_box()
    assert box["x"] >= 0
    assert box["y"] < SIZES[size][1] / 2
    assert seen.page.evaluate(CUT_OFF) == []
    for own in seen.page.locator("figure.atlas .map").all():
        drawn = own.bounding_box()
        assert drawn["width"] / drawn["height"] == pytest.approx(SHEET, rel=0.01), "something stands beside the sheet"
    assert seen.page.locator(".stException").count() == 0
    seen.page.screenshot(path=results / f"look-{name}-{look}.png")
    assert seen.leaks() == []
    assert seen.errors == []
