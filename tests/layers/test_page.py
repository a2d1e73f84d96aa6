"""The one-file page: whole, the same every time, and closed to the outside."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape, unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers import LIGHT, NONE_SIGN, figure_of, one_file_html, plate_line
from release import EXPLORED, Level, Release, Selection
from terms import Language, say
from tests.layers.handmade import handmade, releases
from tests.layers.test_fonts import glyphs_of
from tests.layers.test_notebook import found_addresses
from tests.made import manifest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

EN = Language.EN
MAP = (Selection("where"), Level.R4)
TABLE = (Selection("when_what"), Level.REGION)
BOTH = pytest.mark.parametrize("choice", [MAP, TABLE], ids=["map", "table"])
CJK = re.compile("[\u1100-\u11ff\u3000-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef]")


class Reader(HTMLParser):
    """What a reader of the source sees: tags with their attributes, text outside of scripts and styles, table cells."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.rows: list[list[str]] = []
        self.inside: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag, and open a row or cell."""
        self.tags.append((tag, dict(attrs)))
        self.inside.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag."""
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep text."""
        if not {"script", "style"} & set(self.inside):
            self.text.append(data)
        if {"td", "th"} & set(self.inside):
            self.rows[-1][-1] += data


def page_of(choice: tuple[Selection, Level], language: Language = EN, release: Release | None = None) -> str:
    return one_file_html(figure_of(release or handmade(), *choice, language))


@BOTH
@pytest.mark.parametrize("language", list(Language))
def test_nothing_in_the_page_points_outside(choice: tuple[Selection, Level], language: Language) -> None:
    document = page_of(choice, language)
    assert set(found_addresses(document)) <= {"http://www.w3.org/2000/svg"}
    for style in re.findall(r"<style>(.*?)</style>", document, re.DOTALL):
        assert not re.findall(r"url\((?![\"']?data:)|@import", style)
    for tag, attributes in Reader(document).tags:
        assert tag not in {"link", "iframe", "object", "embed", "base", "img", "form", "a"}
        assert not {"src", "href", "style", "onclick", "onload"} & set(attributes)


@BOTH
def test_the_policy_allows_the_pages_own_scripts_and_styles_by_hash_and_forbids_the_rest(
    choice: tuple[Selection, Level],
) -> None:
    document = page_of(choice)
    metas = [
        own
        for tag, own in Reader(document).tags
        if tag == "meta" and own.get("http-equiv") == "Content-Security-Policy"
    ]
    (policy,) = (str(own["content"]) for own in metas)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for kind in ("script", "style"):
        for text in re.findall(rf"<{kind}>(.*?)</{kind}>", document, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy
    assert document.index("Content-Security-Policy") < document.index("<style>")


@BOTH
def test_everything_that_the_figure_says_is_on_the_page(choice: tuple[Selection, Level]) -> None:
    figure = figure_of(handmade(), *choice, EN)
    text = "".join(Reader(one_file_html(figure)).text)
    said = [figure.title, figure.answer, figure.not_shown, figure.period, figure.source, figure.release_id]
    said += [figure.cite_as, str(figure.not_audited), str(figure.synthetic), *figure.caveats]
    said += [figure.attribution, figure.none_label, *(own.label for own in figure.breaks)] if figure.is_map else []
    for sentence in said:
        assert sentence in text


@given(st.sampled_from(tuple(EXPLORED)).flatmap(releases))
def test_the_table_on_the_page_holds_the_figures_of_the_figure_and_no_others(release: Release) -> None:
    (name,) = release.plates
    level = Level.FINEST if EXPLORED[name].has_places else Level.REGION
    figure = figure_of(release, Selection(name), level, EN)
    head, *rows = Reader(one_file_html(figure)).rows
    assert head == figure.table.columns
    expected = [
        [NONE_SIGN if value is None else f"{value:,}" if isinstance(value, int) else value for value in row]
        for row in figure.table.iter_rows()
    ]
    assert rows == expected


@BOTH
def test_the_same_figure_gives_the_same_bytes(choice: tuple[Selection, Level]) -> None:
    assert page_of(choice, Language.KO) == page_of(choice, Language.KO)


@BOTH
@pytest.mark.parametrize("language", [Language.KO, Language.ZH])
def test_every_korean_and_chinese_character_has_its_glyph_in_the_page(
    choice: tuple[Selection, Level], language: Language
) -> None:
    document = page_of(choice, language)
    held = set().union(*glyphs_of(document).values())
    without_fonts = re.sub(r"base64,[^\"]+", "", document)
    assert set(CJK.findall(without_fonts)) <= held


def test_the_page_says_its_language() -> None:
    assert [page_of(TABLE, language).split('lang="')[1].split('"')[0] for language in Language] == [
        "en-GB",
        "ko-KR",
        "zh-Hans",
    ]


@BOTH
def test_a_stewards_words_stay_words(choice: tuple[Selection, Level]) -> None:
    evil = "{{ 'abc' * 3 }} <script>alert(1)</script>"
    release = Release(manifest(caveats=[evil], title=evil), handmade().plates)
    document = page_of(choice, EN, release)
    assert "abcabcabc" not in document
    assert "<script>alert" not in document
    assert escape(evil) in document


def test_real_data_wear_no_synthetic_banner() -> None:
    release = Release(manifest(synthetic=False), handmade().plates)
    assert "ynthetic data" not in unescape(page_of(MAP, EN, release))


# In a browser


WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective));
"""


class Opener(Protocol):
    """Opens a document from a disk, and lists what it asked of the network and what went wrong in it."""

    def __call__(self, document: str, width: int = 1280, height: int = 720) -> tuple[Page, list[str]]:
        """Return the page and the list."""


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Opener]:
    pages: list[Page] = []

    def _open(document: str, width: int = 1280, height: int = 720) -> tuple[Page, list[str]]:
        path = tmp_path / f"{len(pages)}.html"
        path.write_text(document, encoding="utf-8")
        page = chromium.new_page(viewport={"width": width, "height": height})
        pages.append(page)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: asked.append(f"error {error}"))
        page.add_init_script(WATCH)
        page.goto(path.as_uri())
        page.wait_for_timeout(300)
        return page, [url for url in asked if not url.startswith(("file:", "data:"))]

    yield _open
    for page in pages:
        page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("choice", "language"),
    [
        (MAP, Language.KO),
        ((Selection("where"), Level.FINEST), EN),
        ((Selection("where"), Level.REGION), EN),
        (TABLE, Language.ZH),
    ],
)
def test_the_page_opens_from_a_disk_with_no_request_and_no_breach_of_its_policy(
    opened: Opener,
    choice: tuple[Selection, Level],
    language: Language,
) -> None:
    page, asked = opened(page_of(choice, language))
    assert asked == []
    assert page.evaluate("refused") == []
    assert page.locator("table tbody tr").count() > 0


@pytest.mark.browser
def test_a_page_that_leaks_is_caught(opened: Opener) -> None:
    leak = '<img src="http://127.0.0.1:9/leak.png">'
    page, asked = opened(page_of(TABLE).replace("</main>", f"{leak}</main>"))
    assert asked or page.evaluate("refused") == ["img-src"]
    page, _ = opened(page_of(TABLE).replace("</main>", "<script>document.title = 'taken'</script></main>"))
    assert page.title() != "taken"
    assert page.evaluate("refused") == ["script-src-elem"]


@pytest.mark.browser
def test_areas_are_drawn_in_the_colour_of_their_class(opened: Opener) -> None:
    figure = figure_of(handmade(), *MAP, EN)
    page, _ = opened(one_file_html(figure))
    painted = page.evaluate(
        """(points) => {
            const map = window[Object.keys(window).find((key) => /^map_[0-9a-f]{12}$/.test(key))];
            const canvas = map.getPane("marks").querySelector("canvas");
            const ratio = canvas.width / canvas.getBoundingClientRect().width;
            const frame = canvas.getBoundingClientRect(), box = map.getContainer().getBoundingClientRect();
            return points.map(([lng, lat]) => {
                const at = map.latLngToContainerPoint([lat, lng]);
                const x = (at.x + box.left - frame.left) * ratio, y = (at.y + box.top - frame.top) * ratio;
                return Array.from(canvas.getContext("2d").getImageData(Math.round(x), Math.round(y), 1, 1).data);
            });
        }""",
        [[mark.outline.centroid.x, mark.outline.centroid.y] for mark in figure.marks],
    )
    colours = LIGHT.colours(len(figure.breaks))
    for mark, (*rgb, alpha) in zip(figure.marks, painted, strict=True):
        wanted = colours[mark.break_index]
        expected = [int(wanted[place : place + 2], 16) for place in (1, 3, 5)]
        assert max(abs(own - other) for own, other in zip(rgb, expected, strict=True)) <= 2
        assert abs(alpha - 255 * LIGHT.opacity) <= 2


@pytest.mark.browser
def test_a_tip_opens_over_an_area_and_says_what_the_figure_says(opened: Opener) -> None:
    figure = figure_of(handmade(), Selection("where"), Level.REGION, EN)
    page, _ = opened(one_file_html(figure))
    frame = page.locator(".frame").bounding_box()
    page.mouse.move(frame["x"] + frame["width"] * 0.5, frame["y"] + frame["height"] * 0.3)
    page.wait_for_selector(".leaflet-tooltip")
    assert page.locator(".atlas-tip > div").all_inner_texts() == figure.marks[0].tip.split("\n")


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_title_and_map_are_seen_without_scrolling_and_nothing_runs_over_the_edge(
    opened: Opener,
    width: int,
    height: int,
) -> None:
    page, _ = opened(page_of(MAP, Language.KO), width, height)
    for part in ("h1", ".answer", ".frame", ".banner", ".atlas-legend"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] <= height
        assert 0 <= box["x"] < box["x"] + box["width"] <= width
    if width > 1000:
        first_caveat = page.locator("aside li").first.bounding_box()
        assert first_caveat["y"] + first_caveat["height"] <= height
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_korean_is_drawn_with_the_fonts_in_the_page(opened: Opener) -> None:
    page, _ = opened(page_of(MAP, Language.KO))
    loaded = page.evaluate("Array.from(document.fonts).map((font) => [font.family.replaceAll('\"', ''), font.status])")
    assert loaded == [["Atlas Hangul", "loaded"], ["Atlas Han", "loaded"]]


@pytest.mark.browser
def test_names_on_the_map_do_not_lie_on_one_another(opened: Opener) -> None:
    page, _ = opened(page_of(MAP))
    boxes = [own.bounding_box() for own in page.locator(".atlas-name:visible").all()]
    assert len(boxes) > 8
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart_x = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
            apart_y = one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
            assert apart_x or apart_y


@pytest.mark.parametrize("language", Language)
def test_a_map_says_where_north_is_and_which_plate_it_shows(language: Language) -> None:
    text = page_of((Selection("where_what"), Level.R3), language)
    assert f'"north":"{say("figure-north", language)}"' in text
    assert escape(plate_line("where_what", language)) in text
