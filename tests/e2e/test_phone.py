"""What a phone shows: the table first and nothing to choose on the map's page, and no page that scrolls sideways."""

from __future__ import annotations

import pytest

from terms import Language, say
from tests.e2e.conftest import ROOT, served
from tests.e2e.test_steward import settle

pytestmark = pytest.mark.browser
PHONE = (390, 844)


@pytest.fixture(scope="module")
def site():
    """Serve the bundled release."""
    with served(ROOT / "app.py") as address:
        yield address


def top(seen, part):
    return seen.page.locator(part).first.bounding_box()["y"]


@pytest.mark.parametrize("path", ["?plate=when_what", "?plate=where_what&act=F&level=finest"])
@pytest.mark.parametrize("language", Language)
def test_no_view_of_the_map_scrolls_sideways(site, visit, path, language):
    seen = visit(f"{site}/{path}&lang={language.value}", size=PHONE)
    seen.page.locator("h1").first.wait_for(timeout=30_000)
    settle(seen.page)
    if "when_what" not in path:
        seen.page.locator("figure.atlas[data-drawn]").wait_for(timeout=30_000)
    for part in ("document.documentElement", "document.querySelector('.stMain')"):
        seen.settles(lambda part=part: seen.page.evaluate(f"{part}.scrollWidth") <= PHONE[0])
    for part in ("h1", ".st-key-heading p"):
        box = seen.page.locator(part).first.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE[0]


@pytest.mark.parametrize("language", Language)
def test_the_page_of_the_map_is_read_table_first_and_nothing_is_chosen(site, visit, results, language):
    seen = visit(f"{site}/?plate=where_what&act=F&level=r3&lang={language.value}", size=PHONE)
    figure = seen.drawn(f"where_what/all/F/r3/{language.value}")
    seen.page.get_by_text(say("map-phone", language)).wait_for()
    seen.settles(lambda: top(seen, "h1") < top(seen, ".st-key-table") < figure.bounding_box()["y"])
    assert top(seen, ".st-key-table table") + 100 < PHONE[1], "figures are seen before anything is moved"
    assert figure.bounding_box()["y"] < top(seen, ".st-key-notes") < top(seen, ".st-key-definition")
    controls = seen.page.locator(".st-key-controls :is(input, button, [role=switch])")
    assert controls.count() > 0
    assert not any(controls.nth(at).is_visible() for at in range(controls.count()))
    # What an act means, and the languages, are for readers too.
    assert seen.page.locator(".st-key-definition").is_visible()
    assert seen.page.get_by_role("radio", name="English").is_visible()
    seen.page.screenshot(path=results / f"phone-first-{language.value}.png")
    assert seen.leaks() == []


def test_a_question_without_places_is_read_in_the_same_way(site, visit):
    seen = visit(f"{site}/?plate=when_what&lang=en", size=PHONE)
    seen.page.locator(".st-key-table table").wait_for(timeout=30_000)
    seen.settles(lambda: top(seen, "h1") < top(seen, ".st-key-table") < top(seen, ".st-key-notes"))
    assert not seen.page.locator(".st-key-controls input").first.is_visible()


def test_a_wide_window_has_the_controls_and_no_word_of_phones(site, visit):
    seen = visit(f"{site}/?level=r4&lang=en")
    figure = seen.drawn("where/all/all/r4/en")
    seen.settles(lambda: not seen.page.get_by_text(say("map-phone", Language.EN)).is_visible())
    assert seen.page.locator(".st-key-controls input").first.is_visible()
    assert figure.bounding_box()["y"] < top(seen, ".st-key-table")
