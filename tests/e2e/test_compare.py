"""The comparison in a real browser: two maps that move together, three languages, both themes, and no other host."""

from __future__ import annotations

import pytest

from terms import Language, say
from tests.e2e.conftest import ROOT, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def large():
    """Serve the largest bundled release: only there both eras have people enough."""
    release = ROOT / "release" / "bundled" / "people_3000.zip"
    with served(ROOT / "app.py", ATLAS_RELEASE=str(release)) as address:
        yield address


def maps(seen, plate, kinds, level, language):
    for kind in kinds:
        period, act = (kind, "all") if plate == "where_when" else ("all", kind)
        seen.drawn(f"{plate}/{period}/{act}/{level}/{language}")
    return seen.page.locator("figure.atlas")


@pytest.mark.parametrize(
    "look",
    [("en", "light", (1280, 720)), ("ko", "dark", (1280, 720)), ("zh", "light", (390, 844))],
)
def test_two_maps_stand_beside_each_other_and_nothing_is_asked_of_any_other_host(large, visit, results, look):
    language, theme, size = look
    seen = visit(f"{large}/compare?lang={language}", theme=theme, size=size)
    both = maps(seen, "where_when", ("before", "reopening"), "r3", language)
    assert both.count() == 2
    unknown = say("compare-unknown", Language(language))
    assert both.first.get_by_text(unknown, exact=True).count() == 1
    assert seen.page.get_by_role("heading", level=1).inner_text().count("22") == 2
    seen.settles(lambda: seen.page.evaluate("document.querySelector('.stMain').scrollWidth") <= size[0])
    seen.page.screenshot(path=results / f"compare-{language}-{theme}-{size[0]}.png")
    if size[0] > 600:
        ends = [both.nth(at).locator(".map").bounding_box() for at in (0, 1)]
        assert all(own["y"] + own["height"] <= size[1] for own in ends)
    assert seen.leaks() == []
    assert seen.errors == []


def test_the_maps_move_together(large, visit):
    seen = visit(f"{large}/compare?plate=where_what&lang=en&level=r3")
    both = maps(seen, "where_what", ("A", "B"), "r3", "en")
    where = "own => own.querySelector('.leaflet-map-pane').style.transform"
    scale = "own => own.querySelector('.leaflet-control-scale-line').textContent"
    before = [both.nth(at).evaluate(scale) for at in (0, 1)]
    both.nth(1).locator(".leaflet-control-zoom-in").click()
    both.nth(1).locator(".leaflet-control-zoom-in").click()
    seen.settles(lambda: both.nth(1).evaluate(scale) != before[1])
    seen.settles(lambda: both.nth(0).evaluate(scale) == both.nth(1).evaluate(scale))
    both.nth(0).locator(".map").focus()
    started = both.nth(1).evaluate(where)
    seen.page.keyboard.press("ArrowRight")
    seen.settles(lambda: both.nth(1).evaluate(where) != started)
    seen.settles(lambda: both.nth(0).evaluate(where) == both.nth(1).evaluate(where))


def test_what_is_chosen_stands_in_the_link_and_a_side_is_never_compared_with_itself(large, visit):
    seen = visit(f"{large}/compare?lang=en")
    maps(seen, "where_when", ("before", "reopening"), "r3", "en")
    seen.page.get_by_role("combobox", name="The other side").click()
    offered = seen.page.get_by_role("option").all_inner_texts()
    assert len(offered) == 2
    assert not any(name.startswith("Before") for name in offered)
    seen.page.get_by_role("option", name="Border closure").click()
    maps(seen, "where_when", ("before", "closure"), "r3", "en")
    seen.page.wait_for_url("**/compare?*period=before*beside=closure*")
    again = visit(seen.page.url)
    maps(again, "where_when", ("before", "closure"), "r3", "en")
