"""The pages without a map in a real browser: links, files, pictures, and no word to any other host."""

from __future__ import annotations

import pytest

from briefing import examine
from terms import Language, say
from tests.e2e.conftest import ROOT, served
from views.site import PAGES

pytestmark = pytest.mark.browser

TITLES = {
    "whom": "whom-title",
    "trends": "figure-title-time",
    "people": "people-title",
    "context": "context-title",
    "briefing": "briefing-title",
    "method": "method-title",
    "check": "check-title",
}


@pytest.fixture(scope="module")
def bundled():
    """Serve the bundled release, which has tables of people."""
    with served(ROOT / "app.py") as address:
        yield address


def titled(seen, name, language):
    seen.page.get_by_role("heading", level=1, name=say(TITLES[name], language), exact=True).wait_for(timeout=30_000)


def test_links_lead_from_page_to_page_and_the_language_and_the_view_are_kept(bundled, visit):
    seen = visit(f"{bundled}/?plate=where_what&act=B&level=r3&lang=ko")
    seen.drawn("where_what/all/B/r3/ko")
    for name in [own for own in PAGES[1:] if own in TITLES]:
        seen.page.get_by_role("link", name=say(f"nav-{name}", Language.KO), exact=True).click()
        titled(seen, name, Language.KO)
        seen.page.wait_for_url(f"**/{name}?release=*lang=ko")
        assert "act=B" not in seen.page.url
    seen.page.get_by_role("radio", name="English").click()
    titled(seen, name, Language.EN)
    seen.page.get_by_role("link", name="Map", exact=True).click()
    seen.drawn("where_what/all/B/r3/en")
    assert seen.leaks() == []
    assert seen.errors == []


def test_figures_are_saved_with_their_caveats_or_not_at_all(bundled, visit):
    seen = visit(f"{bundled}/trends")
    titled(seen, "trends", Language.EN)
    for part in (".stDataFrame", ".stVegaLiteChart"):
        own = seen.page.locator(part).first
        own.wait_for()
        own.hover()
        seen.page.wait_for_timeout(400)
        bars = seen.page.locator("[data-testid=stElementToolbar]")
        assert [bars.nth(at).is_visible() for at in range(bars.count())] == [False] * bars.count()
    with seen.page.expect_download() as saved:
        seen.page.get_by_role("button", name=say("page-csv", Language.EN)).click()
    content = saved.value.path().read_bytes()
    assert say("figure-not-prevalence", Language.EN) in content.decode()
    assert examine(content).receipt.view == "plate=when_what&period=all&act=all"


def test_on_a_phone_the_table_comes_before_the_chart_and_nothing_is_empty_above(bundled, visit):
    seen = visit(f"{bundled}/trends", size=(390, 844))
    titled(seen, "trends", Language.EN)
    table, chart = (seen.page.locator(own).first for own in (".stDataFrame", ".stVegaLiteChart"))
    table.wait_for()
    chart.wait_for()
    seen.settles(lambda: table.bounding_box()["y"] < chart.bounding_box()["y"])
    assert seen.page.locator("h1").bounding_box()["y"] < 200


def test_the_pictures_of_the_method_are_drawn(bundled, visit):
    seen = visit(f"{bundled}/method")
    titled(seen, "method", Language.EN)
    pictures = seen.page.locator(".st-key-method img")
    pictures.nth(1).wait_for()
    assert pictures.count() == 2
    loaded = "(own) => own.complete && own.naturalWidth > 100"
    seen.settles(lambda: all(pictures.nth(at).evaluate(loaded) for at in range(2)))
