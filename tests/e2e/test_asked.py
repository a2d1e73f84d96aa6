"""Where nobody is known to have been asked, as the map draws it in a real browser."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

SHOTS = {
    "asked-en-light": ("?plate=where_when&period=before&level=r4", "light"),
    "asked-en-dark": ("?plate=where_when&period=before&level=r4", "dark"),
    "asked-ko-light": ("?plate=where_when&period=reopening&level=r3&lang=ko", "light"),
    "rate-en-light": ("?plate=where_when&period=before&level=r4&rate=yes", "light"),
    "rate-ko-dark": ("?plate=where_when&period=before&level=r4&rate=yes&lang=ko", "dark"),
    "asked-zh-finest": ("?level=finest&lang=zh", "light"),
}


def picture_of(figure):
    """Return what the canvas of dots and lines holds."""
    return figure.locator(".leaflet-ground-pane canvas").evaluate("(own) => own.toDataURL()")


def test_lines_are_drawn_named_in_the_legend_and_hidden_by_their_switch(asking_server, visit):
    seen = visit(f"{asking_server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    assert figure.locator(".legend .unasked").inner_text() == "Nobody asked, or too few to show"
    lined = picture_of(figure)
    seen.page.get_by_role("button", name="Where nobody was asked").click()
    seen.page.wait_for_url("**hide=asked")
    seen.settles(lambda: figure.locator(".legend .unasked").count() == 0)
    seen.settles(lambda: picture_of(figure) != lined)
    seen.page.get_by_text("Where people were asked stands on the page Method").wait_for()
    assert seen.leaks() == []
    assert seen.errors == []


def test_without_coverage_there_is_neither_sign_nor_switch(server, visit):
    seen = visit(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    assert figure.locator(".legend .unasked").count() == 0
    assert seen.page.get_by_role("button", name="Where nobody was asked").count() == 0
    seen.page.get_by_text("The release does not say where people were asked").wait_for()


def test_reports_per_100_interviews_are_drawn_on_demand_with_their_denominator_named(asking_server, visit):
    seen = visit(f"{asking_server}/?plate=where_when&period=before&level=r4")
    figure = seen.drawn("where_when/before/all/r4/en")
    refused = seen.page.get_by_text("Rates per resident are refused")
    refused.wait_for()
    # No see-through grey: the colour of quiet text has the contrast that it needs by itself.
    opacity = """(own) => {
      let all = 1;
      for (; own; own = own.parentElement) all *= getComputedStyle(own).opacity;
      return all;
    }"""
    seen.settles(lambda: refused.evaluate(opacity) == 1)
    seen.page.locator(".st-key-choose-rate label").click()
    seen.page.wait_for_url("**rate=yes*")
    figure.locator(".legend").get_by_text("Reports per 100 interviews about the area and era").wait_for()
    figure.locator(".legend .bare").wait_for()
    labels = figure.locator(".legend .class .label").all_inner_texts()
    assert labels == ["under 1", "about 1", "about 2", "about 5", "10 or more"]
    assert seen.leaks() == []
    assert seen.errors == []


@pytest.mark.parametrize("name", SHOTS)
def test_at_1280_by_720_the_lines_leave_room_for_the_map(asking_server, visit, results, name):
    link, theme = SHOTS[name]
    seen = visit(f"{asking_server}/{link}", theme=theme)
    seen.page.locator("figure.atlas[data-drawn]").wait_for()
    seen.page.wait_for_timeout(600)
    box = seen.page.locator("figure .map").bounding_box()
    assert box["y"] + box["height"] <= 720
    seen.page.screenshot(path=results / f"{name}.png")
