"""The map for notebooks: a folium map without tiles, without a network, and with its words on it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import folium
import pytest

from errors import UsageError
from layers import figure_of, folium_map
from layers.notebook import in_script, leaflet
from release import Level, Release, Selection
from terms import Language
from tests.layers.handmade import handmade
from tests.made import manifest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def page_of(language: Language = Language.EN, level: Level = Level.R4) -> str:
    return str(folium_map(figure_of(handmade(), Selection("where"), level, language)).get_root().render())


def test_it_is_a_folium_map_without_a_tile_layer() -> None:
    drawn = folium_map(figure_of(handmade(), Selection("where"), Level.R4, Language.EN))
    assert isinstance(drawn, folium.Map)
    assert not any(isinstance(child, folium.TileLayer) for child in drawn._children.values())  # noqa: SLF001 - folium has no other way to ask
    assert "tileLayer" not in page_of().replace(leaflet()[0], "")


def test_it_holds_no_address_but_the_name_of_the_svg_language() -> None:
    assert set(found_addresses(page_of())) == {"http://www.w3.org/2000/svg"}


def found_addresses(document: str) -> list[str]:
    return [part.split('"')[0].split("'")[0].split(" ")[0] for part in _after_scheme(document)]


def _after_scheme(document: str) -> list[str]:
    return [scheme + rest for scheme in ("http://", "https://") for rest in document.split(scheme)[1:]]


def test_the_same_figure_gives_the_same_document() -> None:
    assert page_of() == page_of()
    assert page_of() != page_of(Language.KO)


def test_title_answer_and_caveat_stand_with_the_map() -> None:
    figure = figure_of(handmade(), Selection("where"), Level.R4, Language.EN)
    document = page_of()
    for text in (figure.title, figure.answer, figure.not_shown, figure.caveats[0], figure.not_audited):
        assert f"<p>{text}</p>" in document
    for text in (figure.none_label, figure.attribution, "Release 0123456789ab", "Synthetic data"):
        assert json.dumps(text) in document


def test_a_table_has_no_map() -> None:
    with pytest.raises(UsageError, match="there is no map of it"):
        folium_map(figure_of(handmade(), Selection("when_what"), Level.REGION, Language.EN))


@pytest.mark.parametrize(
    "evil", ["</script><script>alert(1)</script>", "{{ 7 * 191 }}", "{% raise %}", "{# gone #}", "\u2028"]
)
def test_text_can_neither_end_a_script_nor_run_as_a_template(evil: str) -> None:
    written = in_script({"text": evil})
    assert json.loads(written) == {"text": evil}
    assert not any(part in written for part in ("</", "{{", "{%", "{#", "\u2028"))


def test_a_stewards_words_stay_words() -> None:
    caveat = "{{ 'abc' * 3 }} <script>alert(1)</script>"
    release = Release(manifest(caveats=[caveat], title=caveat), handmade().plates)
    figure = figure_of(release, Selection("where"), Level.R4, Language.EN)
    document = folium_map(figure).get_root().render()
    assert "abcabcabc" not in document
    assert "<script>alert" not in document


def test_folium_is_loaded_only_when_it_draws() -> None:
    code = "import layers, sys; assert 'folium' not in sys.modules; layers.folium_map; assert 'folium' in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.browser
def test_it_draws_itself_and_asks_for_nothing(chromium: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(page_of(Language.ZH), encoding="utf-8")
    page = chromium.new_page(viewport={"width": 1000, "height": 600})
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector(".atlas-legend")
    assert page.locator(".leaflet-marks-pane canvas").count() == 1
    assert page.locator(".atlas-name:visible").count() >= 4
    assert page.locator(".atlas-caption p").count() == 6
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert wrong == []
    page.close()
