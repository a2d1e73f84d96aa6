"""The map page in a real browser: what is seen, clicked and typed, and what is never asked of another host."""

from __future__ import annotations

import time

import pytest

from layers import DARK, LIGHT
from settings import RELEASE
from tests.e2e.conftest import ROOT, choose, point_of, served
from tests.views.handmade import handmade_zip

pytestmark = pytest.mark.browser


# Where Yanji lies on the sheet of the basemap.
YANJI = (0.785, 0.44)


def test_the_page_asks_nothing_of_any_other_host(server, visit):
    seen = visit(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    seen.page.mouse.click(*point_of(figure, YANJI))
    choose(seen.page, "plate", "Where, by act?")
    seen.drawn("where_what/all/all/r4/en")
    choose(seen.page, "plate", "Which acts, year by year?")
    seen.page.locator(".st-key-figure table").wait_for()
    seen.page.get_by_role("radio", name="한국어").click()
    seen.page.get_by_role("heading", level=1, name="해마다").wait_for()
    assert seen.leaks() == []
    assert seen.errors == []


def test_a_click_chooses_an_area_says_its_figure_and_puts_it_in_the_address(server, visit):
    seen = visit(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    card = seen.page.locator(".st-key-chosen")
    before = card.inner_text()
    seen.page.mouse.click(*point_of(figure, YANJI))
    seen.page.wait_for_url("**cell=84*")
    card.get_by_text("Around Yanji").wait_for()
    assert card.inner_text() != before
    assert "at least" in card.inner_text().lower()
    # The same area again: nothing is chosen.
    seen.page.mouse.click(*point_of(figure, YANJI))
    card.get_by_text(before).wait_for()
    assert "cell=" not in seen.page.url


def test_pointing_at_an_area_shows_its_sentence(server, visit):
    seen = visit(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    seen.page.mouse.move(*point_of(figure, YANJI))
    tip = figure.locator(".tip")
    tip.wait_for()
    assert "At least" in tip.inner_text()
    assert "Yanji" in tip.inner_text()


def test_changing_question_and_size_draws_into_the_same_map(server, visit):
    seen = visit(f"{server}/?plate=where&level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    figure.locator(".map").evaluate("(element) => { element.keptAcrossReruns = true; }")
    choose(seen.page, "plate", "Where, by time?")
    seen.page.locator(".st-key-choose-period").wait_for()
    choose(seen.page, "level", "Large areas (about 9,000 km²)")
    figure = seen.drawn("where_when/all/all/r3/en")
    assert figure.locator(".map").evaluate("(element) => element.keptAcrossReruns")
    assert "plate=where_when" in seen.page.url
    assert "level=r3" in seen.page.url


def test_a_link_shows_what_was_seen(server, visit):
    first = visit(f"{server}/?plate=where_what&act=B&level=r3&lang=ko")
    title = first.page.get_by_role("heading", level=1)
    first.drawn("where_what/all/B/r3/ko")
    second = visit(first.page.url)
    second.drawn("where_what/all/B/r3/ko")
    assert second.page.get_by_role("heading", level=1).inner_text() == title.inner_text()


def test_the_map_is_read_and_moved_by_keyboard(server, visit):
    seen = visit(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    box = figure.locator(".map")
    box.focus()
    seen.page.keyboard.press("n")
    voice = figure.locator(".voice")
    first = voice.inner_text()
    assert first.startswith("At least")
    seen.page.keyboard.press("n")
    assert voice.inner_text() != first
    seen.page.keyboard.press("p")
    assert voice.inner_text() == first
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**cell=84*")
    zoom_out = figure.locator(".leaflet-control-zoom-out")
    assert "leaflet-disabled" in zoom_out.get_attribute("class")
    box.focus()
    seen.page.keyboard.press("+")
    figure.locator(".leaflet-control-zoom-out:not(.leaflet-disabled)").wait_for()
    pane = figure.locator(".leaflet-map-pane")
    at = pane.evaluate("(element) => element.style.transform")
    seen.page.keyboard.press("ArrowRight")
    seen.page.wait_for_timeout(500)
    assert pane.evaluate("(element) => element.style.transform") != at


def test_zoom_ends_where_the_basemap_ends(server, visit):
    seen = visit(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    more = figure.locator(".leaflet-control-zoom-in")
    for _ in range(12):
        more.click(force=True)
        seen.page.wait_for_timeout(350)
    assert "leaflet-disabled" in more.get_attribute("class")
    # At zoom 8 the window of the basemap is 2,548 px wide: 14 of 360 degrees, of a world of 256 px times 2 to the 8th.
    width = figure.locator(".leaflet-control-scale-line").inner_text()
    assert width == "30 km"


@pytest.mark.parametrize("seconds", [0.3, 1.2])
def test_the_whole_sheet_is_in_its_place_however_late_the_page_is_dressed(server, visit, seconds):
    def late(route):
        time.sleep(seconds)
        route.continue_()

    seen = visit("about:blank")
    seen.page.route("**/page.css", late)
    seen.page.goto(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    seen.page.wait_for_timeout(1500)
    box, name = figure.locator(".map").bounding_box(), figure.get_by_text("Harbin").bounding_box()
    # Harbin lies at 126.65 E, 45.75 N, on a sheet from 118.5 to 132.5 E and from 38 to 46.5 N, in Mercator;
    # its name stands 6 px to the right of it.
    assert (name["x"] - 6 - box["x"]) / box["width"] == pytest.approx(0.582, abs=0.004)
    assert (name["y"] + name["height"] / 2 - box["y"]) / box["height"] == pytest.approx(0.093, abs=0.006)


def test_the_map_turns_dark_with_the_page_while_it_is_open(server, visit):
    seen = visit(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    land = "(element) => getComputedStyle(element).getPropertyValue('--map-land')"
    assert figure.evaluate(land) == LIGHT.land
    seen.page.emulate_media(color_scheme="dark")
    seen.page.wait_for_timeout(1500)
    assert figure.evaluate(land) == DARK.land


def test_the_app_works_below_a_path_of_its_own(release_file, visit):
    with served(ROOT / "app.py", "atlas", **{RELEASE: str(release_file)}) as address:
        seen = visit(f"{address}/?level=r4")
        seen.drawn("where/all/all/r4/en")
        asked = seen.page.evaluate("performance.getEntriesByType('resource').map((own) => new URL(own.name).pathname)")
        assert [path for path in asked if not path.startswith("/atlas/")] == []
        assert seen.leaks() == []


def test_the_table_is_reached_by_keyboard_and_says_the_same(server, visit):
    seen = visit(f"{server}/?level=r3")
    seen.drawn("where/all/all/r3/en")
    seen.page.get_by_role("link", name="The same figures as a table").focus()
    seen.page.keyboard.press("Enter")
    table = seen.page.locator(".st-key-table table")
    seen.page.wait_for_timeout(800)
    assert table.bounding_box()["y"] < 720
    banner = seen.page.locator(".st-key-synthetic").bounding_box()
    assert banner["y"] == 0, "the banner stays in sight"
    region = seen.page.locator(".st-key-table [role=region]")
    region.focus()
    assert region.evaluate("(element) => element === document.activeElement")
    assert table.locator("thead th").first.inner_text() == "Where"


def test_at_1280_by_720_title_map_legend_and_caveats_need_no_scrolling(server, visit):
    for link in (
        "?level=r4",
        "?plate=where_when&level=finest&lang=zh",
        "?plate=where_what&act=B&lang=ko",
        "?plate=where_when&period=2016&level=r5",
    ):
        seen = visit(f"{server}/{link}")
        seen.page.locator("figure.atlas[data-drawn]").wait_for()
        for part in (
            ".st-key-synthetic",
            "h1",
            "figure .legend",
            "figure .map",
            ".st-key-audit",
            ".st-key-caveats p >> nth=1",
        ):
            box = seen.page.locator(part).first.bounding_box()
            assert box["y"] >= 0, part
            assert box["y"] + box["height"] <= 720, part


def test_areas_with_more_reports_than_expected_get_a_sign_on_demand(server, visit):
    seen = visit(f"{server}/?level=r4")
    figure = seen.drawn("where/all/all/r4/en")
    assert figure.locator(".legend .more").count() == 0
    seen.page.locator(".st-key-choose-more label").click()
    figure.locator(".legend .more").wait_for()
    seen.page.wait_for_url("**more=yes*")
    seen.page.get_by_text("stand out with their neighbours").wait_for()
    assert seen.errors == []
    assert seen.leaks() == []


@pytest.mark.parametrize(("language", "family", "text"), [("ko", "Atlas Hangul", "한국"), ("zh", "Atlas Han", "中文")])
def test_korean_and_chinese_are_drawn_with_our_own_glyphs_and_not_as_boxes(server, visit, language, family, text):
    seen = visit(f"{server}/?level=r4&lang={language}")
    seen.drawn(f"where/all/all/r4/{language}")
    assert seen.page.evaluate("document.documentElement.lang") == language
    loaded = """(family) => [...document.fonts]
      .filter((own) => own.family.replaceAll('"', '') === family)
      .map((own) => own.status)"""
    for _ in range(50):
        if seen.page.evaluate(loaded, family) == ["loaded"]:
            break
        seen.page.wait_for_timeout(100)
    assert seen.page.evaluate(loaded, family) == ["loaded"]
    # Boxes are all alike: two characters that differ as drawn are none.
    drawn = """([family, text]) => [...text].map((character) => {
      const pen = document.createElement("canvas").getContext("2d");
      pen.font = `40px "${family}"`;
      pen.fillText(character, 10, 60);
      return [...pen.getImageData(0, 0, 80, 80).data].filter((_, at) => at % 4 === 3).join("");
    })"""
    first, second = seen.page.evaluate(drawn, [family, text])
    assert first != second
    assert any(mark != "0" for mark in first)
    names = seen.page.locator("figure .name")
    assert any(
        character in names.first.inner_text() for character in names.first.inner_text() if ord(character) > 0x2E80
    )
    assert family in names.first.evaluate("(element) => getComputedStyle(element).fontFamily")


SHOTS = {
    "map-en-light": ("?level=r4", (1280, 720), "light"),
    "map-en-dark": ("?level=r4", (1280, 720), "dark"),
    "map-ko-light": ("?plate=where_what&act=B&lang=ko", (1280, 720), "light"),
    "map-zh-finest": ("?plate=where_when&level=finest&lang=zh", (1280, 720), "light"),
    "map-en-nearest": ("?plate=where_when&period=2016&level=r5", (1280, 720), "light"),
    "map-ko-nearest-dark": ("?plate=where_when&period=2016&level=r5&lang=ko", (1280, 720), "dark"),
    "map-ko-card-dark": ("?level=r4&lang=ko&cell=84302c5ffffffff", (1280, 720), "dark"),
    "map-en-bare": ("?level=r4&hide=rivers-provinces-names", (1280, 720), "light"),
    "phone-en-light": ("?level=r4", (390, 844), "light"),
    "phone-ko-dark": ("?level=r4&lang=ko", (390, 844), "dark"),
}


@pytest.mark.parametrize("name", SHOTS)
def test_screenshots_are_there_to_be_looked_at(server, visit, results, name):
    link, size, theme = SHOTS[name]
    seen = visit(f"{server}/{link}", size=size, theme=theme)
    seen.page.locator("figure.atlas[data-drawn]").wait_for()
    seen.page.wait_for_timeout(600)
    path = results / f"{name}.png"
    seen.page.screenshot(path=path)
    assert path.stat().st_size > 20_000


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_without_a_banner_nothing_lies_under_the_menu(tmp_path, visit, size):
    path = tmp_path / "real.zip"
    path.write_bytes(handmade_zip(synthetic=False))
    with served(ROOT / "app.py", **{RELEASE: str(path)}) as address:
        seen = visit(f"{address}/?level=r4", size=size)
        seen.drawn("where/all/all/r4/en")
        menu = seen.page.locator("[data-testid=stMainMenu]").bounding_box()
        for name in ("English", "한국어", "中文"):
            box = seen.page.get_by_role("radio", name=name).bounding_box()
            beside = box["x"] + box["width"] <= menu["x"] or menu["x"] + menu["width"] <= box["x"]
            assert beside or box["y"] >= menu["y"] + menu["height"], name
