"""Outlines: exact covers, one orientation, one order."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

import geo
from errors import UsageError

ANY_CELLS = st.lists(
    st.tuples(st.sampled_from(geo.study_cells().tolist()), st.integers(2, geo.FINEST)), min_size=1, max_size=4
)


def _cells(chosen: list[tuple[int, int]]) -> geo.Cells:
    climbed = [geo.climb(np.array([cell], dtype=np.uint64), resolution) for cell, resolution in chosen]
    return np.concatenate(climbed)


def _polygons(shape: shapely.Geometry) -> list[shapely.Polygon]:
    return list(shapely.get_parts(shape))


@given(ANY_CELLS)
def test_an_outline_covers_its_finest_cells_exactly(chosen: list[tuple[int, int]]) -> None:
    cells = _cells(chosen)
    outline = geo.outline(cells)
    finest = np.unique(np.concatenate([geo.children(cell, geo.FINEST) for cell in cells.tolist()]))
    inner = geo.hexagons(finest)
    assert outline.area == pytest.approx(sum(shape.area for shape in inner), rel=1e-9)
    assert shapely.covers(shapely.buffer(outline, 1e-7), inner).all()
    corners = {tuple(point) for point in shapely.get_coordinates(inner).tolist()}
    assert {tuple(point) for point in shapely.get_coordinates(outline).tolist()} <= corners
    assert shapely.is_valid(outline)


@given(ANY_CELLS)
def test_the_same_cells_give_the_same_bytes_in_any_order(chosen: list[tuple[int, int]]) -> None:
    written = shapely.to_geojson(geo.outline(_cells(chosen)))
    assert shapely.to_geojson(geo.outline(_cells([*chosen[::-1], chosen[0]]))) == written


@given(ANY_CELLS)
def test_rings_turn_as_rfc_7946_asks_and_have_5_decimals(chosen: list[tuple[int, int]]) -> None:
    for polygon in [*_polygons(geo.outline(_cells(chosen))), *geo.hexagons(_cells(chosen))]:
        assert polygon.exterior.is_ccw
        assert not any(ring.is_ccw for ring in polygon.interiors)
    written = json.loads(json.dumps(geo.outline(_cells(chosen)).__geo_interface__), parse_float=str)
    assert all(len(number.partition(".")[2]) <= 5 for number in _numbers(written["coordinates"]))


def _numbers(nested: object) -> list[str]:
    return [n for part in nested for n in _numbers(part)] if isinstance(nested, list) else [str(nested)]


@given(st.sampled_from(geo.study_cells().tolist()), st.integers(2, 4))
def test_a_group_meets_its_neighbour_without_gap_or_overlap(cell: int, resolution: int) -> None:
    own = geo.climb(np.array([cell], dtype=np.uint64), resolution)
    finest = geo.children(int(own[0]), geo.FINEST)
    half = len(finest) // 2
    one, other = geo.outline(finest[:half]), geo.outline(finest[half:])
    assert shapely.intersection(one, other).area == 0
    assert shapely.union(one, other).area == pytest.approx(geo.outline(int(own[0])).area, rel=1e-12)


def test_the_union_of_fine_cells_is_not_the_coarse_hexagon() -> None:
    coarse = geo.climb(geo.study_cells()[:1], 3)
    assert not shapely.equals(geo.outline(coarse), geo.hexagons(coarse)[0])
    assert shapely.equals(geo.outline(geo.study_cells()[:1]), geo.hexagons(geo.study_cells()[:1])[0])


def test_a_hexagon_is_the_ring_of_its_cell_closed() -> None:
    cells = geo.climb(geo.study_cells()[:50], 4)
    for cell, shape in zip(cells.tolist(), geo.hexagons(cells), strict=True):
        ring = np.round(geo.ring_lng_lat(cell), 5)
        assert shapely.get_coordinates(shape).tolist() == [*ring.tolist(), ring[0].tolist()]


def test_no_cells_have_no_hexagons_and_no_outline() -> None:
    none = np.array([], dtype=np.uint64)
    assert geo.hexagons(none).shape == (0,)
    with pytest.raises(UsageError, match="at least one cell"):
        geo.outline(none)


def test_the_region_is_the_union_of_the_study_area() -> None:
    assert geo.region_outline().area == pytest.approx(sum(shape.area for shape in geo.hexagons(geo.study_cells())))
    assert geo.region_outline() is geo.region_outline()
