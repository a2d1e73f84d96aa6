"""CSV and GeoJSON of a figure: the same figures, and never without where they come from."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from layers import Figure, figure_csv, figure_geojson, figure_of
from release import EXPLORED, Level, Release, Selection, offered_levels, view
from terms import Language
from tests.layers.handmade import handmade, releases
from tests.made import manifest

plates = st.sampled_from(tuple(EXPLORED)).flatmap(releases)
FIGURES = [
    figure_of(handmade(), Selection(name), level, Language.EN)
    for name in EXPLORED
    for level in offered_levels(handmade(), Selection(name))
]
EVERY = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure.selection.plate}-{figure.level.value}")


def rows_of(figure: Figure) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(figure_csv(figure), newline="")))


def collection_of(figure: Figure) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(figure_geojson(figure))
    return read


@given(plates, st.data())
def test_both_files_hold_the_figures_of_the_view_and_no_others(release: Release, data: st.DataObject) -> None:
    (name,) = release.plates
    level = data.draw(st.sampled_from(offered_levels(release, Selection(name))))
    figure = figure_of(release, Selection(name), level, Language.ZH)
    told = [(row["cell"], int(row["reports_at_least"]), int(row["people_at_least"])) for row in rows_of(figure)]
    features = [feature["properties"] for feature in collection_of(figure)["features"]]
    assert sorted(told) == sorted((own["cell"], own["reports_at_least"], own["people_at_least"]) for own in features)
    if figure.is_map:
        assert sorted(told) == sorted(
            view(release, Selection(name), level).cells.select("cell", "reports", "people").iter_rows()
        )
    assert all(reports % 5 == people % 5 == 0 for _, reports, people in told)


@EVERY
def test_every_row_of_a_csv_says_where_it_comes_from_and_what_it_is_not(figure: Figure) -> None:
    rows = rows_of(figure)
    assert rows
    for place, row in enumerate(rows):
        assert row["release_id"] == figure.release_id
        assert row["synthetic"] == "true"
        assert row["caveat"] == " ".join(figure.caveats if place == 0 else figure.caveats[:2])
        assert (row["period"], row["act"]) == ("all", "all") or not figure.is_map


@EVERY
def test_a_geojson_says_so_too_and_says_what_is_left_out(figure: Figure) -> None:
    collection = collection_of(figure)
    assert collection["type"] == "FeatureCollection"
    assert collection["release_id"] == figure.release_id
    assert collection["synthetic"] is True
    assert collection["synthetic_note"] == figure.synthetic
    assert collection["caveats"] == list(figure.caveats)
    assert collection["not_shown"] == figure.not_shown
    assert collection["attribution"] == figure.attribution
    assert not {"coordinates", "geometry", "properties"} & set(collection)


@EVERY
def test_outlines_are_drawn_as_rfc_7946_asks(figure: Figure) -> None:
    for feature, mark in zip(collection_of(figure)["features"], figure.marks, strict=False):
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert shape.equals(mark.outline)
        for part in shapely.get_parts(shape):
            assert part.exterior.is_ccw
            assert not any(hole.is_ccw for hole in part.interiors)
        assert 110 < shape.bounds[0] < shape.bounds[2] < 140
        assert feature["properties"]["wide"] == mark.wide


def test_a_figure_without_places_has_features_without_geometry() -> None:
    figure = figure_of(handmade(), Selection("when_what"), Level.REGION, Language.EN)
    features = collection_of(figure)["features"]
    assert len(features) == figure.rows.height > 0
    assert all(feature["geometry"] is None for feature in features)


def test_real_data_are_not_called_synthetic() -> None:
    real = Release(manifest(synthetic=False), handmade().plates)
    figure = figure_of(real, Selection("where"), Level.R3, Language.EN)
    assert {row["synthetic"] for row in rows_of(figure)} == {"false"}
    assert collection_of(figure)["synthetic"] is False


def test_the_largest_figure_stands_first_in_a_csv() -> None:
    rows = rows_of(figure_of(handmade(), Selection("where"), Level.R4, Language.EN))
    reports = [int(row["reports_at_least"]) for row in rows]
    assert reports == sorted(reports, reverse=True)


def test_the_same_figure_gives_the_same_files() -> None:
    one, other = (figure_of(handmade(), Selection("where"), Level.FINEST, Language.KO) for _ in range(2))
    assert figure_csv(one) == figure_csv(other)
    assert figure_geojson(one) == figure_geojson(other)
