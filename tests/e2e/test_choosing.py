"""What a reader chooses around the map: more than a plate tells, layers to hide, and an area from a list."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import choose, point_of

pytestmark = pytest.mark.browser

# Where Shenyang lies on the sheet of the basemap.
AT_SHENYANG = (0.345, 0.57)


def test_a_link_that_asks_too_much_shows_the_nearest_safe_view_and_says_so(server, visit):
    seen = visit(f"{server}/?plate=where_when&period=2016&level=r5&lang=en")
    seen.page.wait_for_url("**period=before*")
    said = seen.page.locator(".st-key-lacking")
    said.get_by_text("“2016”").wait_for()
    figure = seen.drawn("where_when/before/all/r4/en")
    seen.settles(lambda: said.bounding_box()["y"] < figure.locator(".map").bounding_box()["y"])
    choose(seen.page, "period", "All years")
    said.wait_for(state="detached")
    assert seen.leaks() == []


def picture_of(figure, pane):
    """Return all that the canvas of a pane holds."""
    canvas = figure.locator(f".leaflet-{pane}-pane canvas")
    return canvas.evaluate("(own) => own.toDataURL()")


def test_layers_beneath_the_figures_are_switched_off_and_on_and_nothing_is_fetched_for_it(server, visit):
    seen = visit(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    assert figure.locator(".name").count() > 5
    land, lines, areas = (picture_of(figure, pane) for pane in ("land", "lines", "areas"))
    seen.page.wait_for_timeout(1000)
    asked = []
    seen.page.on("request", lambda request: asked.append(request.url))
    switch = seen.page.get_by_role("button", name="Place names")
    switch.focus()
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**hide=names")
    seen.settles(lambda: figure.locator(".name").count() == 0)
    assert picture_of(figure, "land") == land
    seen.page.get_by_role("button", name="Rivers").click()
    seen.page.wait_for_url("**hide=rivers-names")
    seen.settles(lambda: picture_of(figure, "land") != land and picture_of(figure, "lines") != lines)
    without = picture_of(figure, "land")
    seen.page.get_by_role("button", name="Provinces").click()
    seen.settles(lambda: picture_of(figure, "land") != without)
    assert picture_of(figure, "areas") == areas
    for name in ("Place names", "Rivers", "Provinces"):
        seen.page.get_by_role("button", name=name).click()
        seen.page.wait_for_timeout(300)
    seen.settles(lambda: "hide" not in seen.page.url and figure.locator(".name").count() > 5)
    seen.settles(lambda: picture_of(figure, "land") == land)
    assert [url for url in asked if not url.endswith("/favicon.png")] == []
    assert seen.leaks() == []


def test_the_card_of_an_area_is_reached_by_the_tab_key_from_a_list(server, visit):
    seen = visit(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    figure.locator(".map").focus()
    areas = seen.page.locator(".st-key-choose-cell input")
    for _ in range(12):
        seen.page.keyboard.press("Tab")
        if areas.evaluate("(own) => own === document.activeElement"):
            break
    else:
        pytest.fail("the list of areas is not among the next stops of the tab key")
    seen.page.keyboard.press("ArrowDown")
    seen.page.get_by_role("option").first.wait_for()
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**cell=84*")
    card = seen.page.locator(".st-key-chosen")
    card.get_by_text("Not known from here").wait_for()
    on_list = card.inner_text()
    # The map and the list choose the same thing, whichever was used last: again and again, and the same area twice.
    seen.page.mouse.click(*point_of(figure, AT_SHENYANG))
    seen.settles(lambda: "Around Shenyang" in card.inner_text())
    areas.click()
    seen.page.get_by_role("option").first.click()
    seen.settles(lambda: card.inner_text() == on_list)
    seen.page.mouse.click(*point_of(figure, AT_SHENYANG))
    seen.settles(lambda: "Around Shenyang" in card.inner_text())
