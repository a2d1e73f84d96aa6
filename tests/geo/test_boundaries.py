"""The basemap: what may be drawn, and what must not be."""

from __future__ import annotations

import shapely

import geo
from geo.boundaries import ATTRIBUTION, EAST, MAX_ZOOM, NORTH, SOUTH, WEST, border_zone_axis

WINDOW = shapely.box(WEST, SOUTH, EAST, NORTH)


def test_all_layers_lie_inside_the_window_and_are_valid() -> None:
    basemap = geo.basemap()
    shapes = [
        *(country.geometry for country in basemap.land),
        *basemap.lakes,
        *(river.geometry for river in basemap.rivers),
        *(line.geometry for line in basemap.lines),
    ]
    assert len(shapes) == 4 + 6 + 15 + 6
    assert shapely.covers(WINDOW, shapes).all()
    assert shapely.is_valid(shapes).all()
    assert shapely.equals(basemap.sea, WINDOW)


def test_only_yalu_and_tumen_are_border_rivers() -> None:
    found = [river.name for river in geo.basemap().rivers if river.is_border]
    assert sorted(found) == ["Tumen / Tuman", "Yalu / Amnok", "Yalu / Amnok"]


def test_no_stroke_runs_along_the_window() -> None:
    frame = shapely.boundary(WINDOW)
    for line in geo.basemap().lines:
        assert shapely.intersection(frame, line.geometry).length < 0.01


def test_strokes_lie_on_the_land_they_bound() -> None:
    edges = shapely.union_all([shapely.boundary(country.geometry) for country in geo.basemap().land])
    for line in geo.basemap().lines:
        if line.kind is not geo.LineKind.PROVINCES:
            assert (
                shapely.hausdorff_distance(
                    line.geometry, shapely.intersection(edges, shapely.buffer(line.geometry, 1e-3))
                )
                < 0.01
            )


def test_the_border_is_both_rivers_and_both_lines() -> None:
    west, south, east, north = border_zone_axis().bounds
    assert (round(west, 1), round(south, 1), round(east, 1), round(north, 1)) == (124.4, 40.1, 130.7, 43.0)


def test_no_label_waits_for_a_zoom_that_the_map_does_not_have() -> None:
    assert MAX_ZOOM == 8
    assert max(geo.ZOOM_OF_RANK.values()) <= MAX_ZOOM
    assert {label.rank for label in geo.labels("en")} <= set(geo.ZOOM_OF_RANK)


def test_the_attribution_names_both_sources_and_the_licence() -> None:
    assert all(word in ATTRIBUTION for word in ("Natural Earth", "GeoNames", "CC BY 4.0", "approximate"))
