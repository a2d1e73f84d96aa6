"""The files of a view: what each of them says, whatever it is opened with, and that it is the same every time."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from PIL import Image

from briefing import DECK_FORMATS, Audience, Format, examine, export_deck, export_view, suggested_deck, view_figure
from errors import UsageError
from release import Verdict
from terms import Language, say
from tests.briefing.saved import squeezed, words_of

ROOT = Path(__file__).parents[2]
VIEWS = {"map": "plate=where_what&act=B", "table": "plate=when_what"}

every_file = pytest.mark.parametrize(
    ("form", "view", "language"),
    [(form, view, language) for form in Format for view in VIEWS.values() for language in Language],
    ids=lambda own: str(getattr(own, "value", own)),
)


@every_file
def test_every_file_says_what_it_cannot_say_and_where_it_comes_from(release, form, view, language):
    figure = view_figure(view, release, language)
    for own in export_view(release, view, form, language):
        words = words_of(form, own.content)
        for caveat in figure.caveats:
            assert squeezed(caveat) in words
        assert figure.release_id in words
        assert "synthetic" in words or squeezed(figure.synthetic) in words
        if form is not Format.CSV:
            assert squeezed(figure.cite_as) in words
            assert squeezed(figure.source) in words


@every_file
def test_every_file_is_genuine_and_names_its_view(release, form, view, language):
    for own in export_view(release, view, form, language):
        found = examine(own.content)
        assert found.verdict is Verdict.GENUINE
        assert found.receipt.release_id == release.manifest.release_id
        assert found.receipt.language is language
        assert found.receipt.kind == form.value
        assert found.receipt.view.startswith(view.split("&")[0])


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("form", Format)
def test_one_changed_byte_is_altered_wherever_it_is(release, form, view):
    content = export_view(release, view, form, Language.EN)[0].content
    for at in {0, 1, *range(7, len(content), max(1, len(content) // 40)), len(content) - 1}:
        changed = bytearray(content)
        changed[at] ^= 0x01
        assert examine(bytes(changed)).verdict is Verdict.ALTERED
    assert examine(content + b"\n").verdict is Verdict.ALTERED


AGAIN = """
import hashlib, sys
from importlib.resources import files
from briefing import *
from release import read_release
from terms import Language
release = read_release(files("release").joinpath("bundled", "people_1500.zip").read_bytes())
for form in Format:
    for view in ("plate=where_what&act=B", "plate=when_what"):
        for own in export_view(release, view, form, Language.KO):
            print(own.name, hashlib.sha256(own.content).hexdigest())
for form in DECK_FORMATS:
    own = export_deck(release, suggested_deck(Audience.UN, Language.ZH), form)
    print(own.name, hashlib.sha256(own.content).hexdigest())
"""


def test_the_same_release_and_view_give_the_same_bytes_in_another_process():
    told = [
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": seed, "TZ": zone, "LANG": place, "HOME": "/nonexistent"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone, place in (("1", "UTC", "C.UTF-8"), ("2", "Asia/Seoul", "C"))
    ]
    assert told[0] == told[1]
    assert len(told[0].splitlines()) == 2 * (len(Format) + 1) + len(DECK_FORMATS)


def test_a_picture_is_made_for_print(release):
    own = export_view(release, VIEWS["map"], Format.PNG, Language.EN)[0]
    with Image.open(io.BytesIO(own.content)) as image:
        assert image.size == (4000, 2250)
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)


def test_a_drawing_is_true_vectors_with_letters_as_outlines(release):
    own = export_view(release, VIEWS["map"], Format.SVG, Language.KO)[0].content.decode()
    assert "<image" not in own
    assert "<text" not in own
    assert "http" not in own.replace("http://www.w3.org/", "")
    assert own.count("<path") > 100


def test_a_geojson_keeps_to_rfc_7946(release):
    read = json.loads(export_view(release, VIEWS["map"], Format.GEOJSON, Language.ZH)[0].content)
    assert read["type"] == "FeatureCollection"
    assert "crs" not in read
    for feature in read["features"]:
        assert set(feature) == {"type", "geometry", "properties"}
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        west, south, east, north = shape.bounds
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90
        assert shape.is_valid
        for part in shapely.get_parts(shape):
            assert shapely.is_ccw(part.exterior)
            assert not any(shapely.is_ccw(ring) for ring in part.interiors)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_geoparquet_opens_in_geopandas_with_the_figures_of_the_figure(release, view):
    figure = view_figure(view, release, Language.EN)
    own = gpd.read_parquet(io.BytesIO(export_view(release, view, Format.GEOPARQUET, Language.EN)[0].content))
    assert own.crs == "EPSG:4326"
    assert own["reports_at_least"].tolist() == figure.rows["reports"].to_list()
    assert own["cell"].tolist() == figure.rows["cell"].to_list()
    assert own.geometry.notna().all() if figure.is_map else own.geometry.isna().all()


def test_a_pdf_of_a_map_is_on_a4_and_as_16_to_9(release):
    made = export_view(release, VIEWS["map"], Format.PDF, Language.EN)
    assert [own.name.rsplit("-", 1)[1] for own in made] == ["a4.pdf", "16x9.pdf"]


@pytest.mark.parametrize("form", DECK_FORMATS)
def test_a_deck_is_genuine_and_one_changed_byte_is_altered(release, form):
    content = export_deck(release, suggested_deck(Audience.PRESS, Language.KO), form).content
    found = examine(content)
    assert found.verdict is Verdict.GENUINE
    assert found.receipt.views[0] == "deck=press"
    for at in range(3, len(content), len(content) // 25):
        changed = bytearray(content)
        changed[at] ^= 0x20
        assert examine(bytes(changed)).verdict is Verdict.ALTERED


def test_a_deck_is_no_table_and_people_are_no_map(release):
    with pytest.raises(UsageError, match="pptx, pdf or html"):
        export_deck(release, suggested_deck(Audience.UN, Language.EN), Format.CSV)
    with pytest.raises(UsageError, match="page of a deck"):
        export_view(release, "people", Format.PNG, Language.EN)


def test_every_part_of_a_pptx_is_well_formed_and_in_one_place(release):
    content = export_view(release, VIEWS["map"], Format.PPTX, Language.EN)[0].content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert len(set(archive.namelist())) == len(archive.namelist())
        assert {own.date_time for own in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("language", Language)
def test_a_file_without_a_figure_says_so_and_is_sealed(language):
    from tests.layers.handmade import one_plate  # noqa: PLC0415 - only here

    empty = one_plate([("elsewhere", None, "all", "all", 15, 10)])
    for form in Format:
        for own in export_view(empty, "plate=where", form, language):
            assert examine(own.content).verdict is Verdict.GENUINE
            if form not in {Format.CSV, Format.GEOPARQUET}:
                assert squeezed(say("figure-not-prevalence", language)) in words_of(form, own.content)


def test_a_pptx_names_nobody_and_holds_nothing_of_its_template(release):
    content = export_view(release, VIEWS["map"], Format.PPTX, Language.EN)[0].content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        assert b"thumbnail" not in archive.read("_rels/.rels")
        told = archive.read("docProps/core.xml").decode()
    assert "Canny" not in told
    assert "python-pptx" not in told
    assert told.count("Red Zone Atlas") == 2
