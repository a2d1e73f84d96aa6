"""The link to what is seen, in a real browser: shown, copied, and opened again."""

from __future__ import annotations

import pytest

from terms import Language, say
from tests.e2e.test_steward import settle

pytestmark = pytest.mark.browser


def opened(seen, language=Language.EN):
    """Open the control, once the page is drawn to its end, and return the address that it shows."""
    settle(seen.page)
    seen.page.get_by_role("button", name=say("share", language), exact=True).click()
    seen.page.get_by_text(say("share-says", language)).wait_for()
    return seen.page.locator("[data-testid=stCode]")


@pytest.mark.parametrize("name", ["", "trends"])
def test_the_link_is_the_address_and_is_copied_and_opens_the_same_view(server, visit, name):
    # A copy is made through the browser's own clipboard, which asks the reader unless she has allowed it.
    seen = visit(f"{server}/{name}?plate=where_what&act=B&level=r3&lang=en")
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    seen.page.wait_for_url("**release=*")
    code = opened(seen)
    seen.settles(lambda: code.inner_text().strip() == seen.page.url)
    code.hover()
    code.get_by_role("button").click()
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert copied == seen.page.url
    title = seen.page.get_by_role("heading", level=1).inner_text()
    again = visit(copied)
    again.page.get_by_role("heading", level=1, name=title, exact=True).wait_for()
    if not name:
        again.drawn("where_what/all/B/r3/en")
    assert again.page.url == copied
    assert seen.leaks() == again.leaks() == []
    assert seen.errors == again.errors == []


def test_the_link_follows_from_page_to_page_and_choice_to_choice(server, visit):
    seen = visit(f"{server}/?level=r3")
    seen.drawn("where/all/all/r3/en")
    seen.page.get_by_role("link", name="Context", exact=True).click()
    seen.page.wait_for_url("**/context?*")
    code = opened(seen)
    seen.settles(lambda: code.inner_text().strip() == seen.page.url)


SHOTS = {"share-wide": ((1280, 720), "light", Language.EN), "share-phone": ((390, 844), "dark", Language.KO)}


@pytest.mark.parametrize("name", SHOTS)
def test_the_open_control_fits_its_window(server, visit, results, name):
    size, theme, language = SHOTS[name]
    seen = visit(f"{server}/?level=r4&lang={language.value}", size=size, theme=theme)
    seen.drawn(f"where/all/all/r4/{language.value}")
    box = opened(seen, language).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    seen.page.wait_for_timeout(400)
    seen.page.screenshot(path=results / f"{name}.png")
