"""The basemap for browsers: small, the same every time, and true to the shapes it was made from."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from typing import Any

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo import MAX_ZOOM, LineKind, basemap, hexagons, labels, region_outline, study_cells
from layers import SCALE, basemap_hash, basemap_json, line_steps, polygon_steps
from terms import Language


def corners(steps: list[int]) -> np.ndarray:
    """Read steps as a browser does."""
    return np.cumsum(np.array(steps).reshape(-1, 2), axis=0) / SCALE


def shape_of(polygons: list[list[list[int]]]) -> shapely.Geometry:
    read = [[corners(ring) for ring in polygon] for polygon in polygons]
    return shapely.union_all([shapely.make_valid(shapely.Polygon(first, rest)) for first, *rest in read])


def content() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(basemap_json())
    return read


@given(st.lists(st.integers(0, len(study_cells()) - 1), min_size=1, max_size=5))
def test_steps_read_back_as_the_polygon_they_were_written_from(places: list[int]) -> None:
    for polygon in hexagons(study_cells()[places]):
        ((ring,),) = polygon_steps(polygon)
        assert np.abs(corners(ring) - shapely.get_coordinates(polygon)[:-1]).max() <= 0.51 / SCALE


def test_holes_and_parts_are_kept() -> None:
    square, hole = shapely.box(124, 40, 125, 41), shapely.box(124.2, 40.2, 124.4, 40.4)
    shape = shapely.MultiPolygon([shapely.difference(square, hole), shapely.box(126, 40, 127, 41)])
    written = polygon_steps(shape)
    assert [len(rings) for rings in written] == [2, 1]
    assert shape_of(written).symmetric_difference(shape).area < 1e-9
    assert line_steps(shapely.MultiLineString([[(124, 40), (124.00001, 40), (124, 41)]])) == [
        [1240000, 400000, 0, 10000]
    ]


def test_the_file_is_small_and_its_hash_is_its_own() -> None:
    assert len(basemap_json()) < 120_000
    assert basemap_hash() == hashlib.sha256(basemap_json()).hexdigest()


def test_another_process_writes_the_same_bytes() -> None:
    code = "from layers import basemap_hash; print(basemap_hash())"
    other = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert other.stdout.strip() == basemap_hash()


def test_land_ground_and_lines_are_those_of_the_basemap() -> None:
    read = content()
    for own, country in zip(read["land"], basemap().land, strict=True):
        assert own["studied"] == (country.code in {"CHN", "PRK"})
        assert shape_of(own["polygons"]).symmetric_difference(country.geometry).area < 0.02
    assert shape_of(read["ground"]).symmetric_difference(region_outline()).area < 0.02
    assert [own["kind"] for own in read["lines"]] == [line.kind.value for line in basemap().lines]
    assert {own["kind"] for own in read["lines"]} == {kind.value for kind in LineKind}
    assert [own["border"] for own in read["rivers"]] == [river.is_border for river in basemap().rivers]


def test_labels_stand_in_every_language_and_none_waits_for_more_than_the_finest_zoom() -> None:
    read = content()
    assert read["zoom"][1] == MAX_ZOOM
    for language in Language:
        rows = read["labels"][language.value]
        assert [row[0] for row in rows] == [label.name for label in labels(language.value)]
        assert all(row[3] <= MAX_ZOOM for row in rows)


def test_both_names_stand_where_names_differ() -> None:
    names = {row[0] for row in content()["labels"]["en"]}
    assert {"East Sea / Sea of Japan", "Yalu / Amnok", "Tumen / Tuman", "Paektu / Changbai"} <= names
