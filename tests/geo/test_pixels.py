"""The table of pixels: whatever the point, the answer is h3's own."""

from __future__ import annotations

import h3.api.basic_int as h3
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import InputError
from geo import FINEST, count_points, index_points, study_cells
from geo.boundaries import EAST, NORTH, SOUTH, WEST
from geo.cells import _MANY, _table, cells_in_box, rings_lng_lat
from geo.pixels import PIXELS_A_DEGREE

ONE = 1 / PIXELS_A_DEGREE


@pytest.fixture(scope="module")
def table():
    return _table()


def asked(lat, lng):
    return np.array(
        [h3.latlng_to_cell(*own, FINEST) for own in zip(lat.tolist(), lng.tolist(), strict=True)], np.uint64
    )


def right(table, lat, lng):
    """Hold each answer of the table to h3, and return the share of points that it answered."""
    found = table.look_up(lat=lat, lng=lng)
    told = found >= 0
    assert (table.cells[found[told]] == asked(lat[told], lng[told])).all()
    return told.mean()


def test_points_anywhere_in_the_window_are_answered_as_h3_does(table):
    rng = np.random.default_rng(5)
    assert right(table, rng.uniform(SOUTH, NORTH, 200_000), rng.uniform(WEST, EAST, 200_000)) > 0.985


def test_points_on_the_borders_of_pixels_are_answered_as_h3_does(table):
    rng = np.random.default_rng(6)
    lat = SOUTH + rng.integers(0, round((NORTH - SOUTH) / ONE), 60_000) * ONE
    lng = WEST + rng.integers(0, round((EAST - WEST) / ONE), 60_000) * ONE
    for east in (-1, 0, 1):
        for north in (-1, 0, 1):
            shifted = [np.nextafter(own, own + way) if way else own for own, way in ((lat, north), (lng, east))]
            right(table, shifted[0][: 60_000 // 9], shifted[1][: 60_000 // 9])


@pytest.mark.parametrize("apart", [0, 1e-12, 1e-9, 1e-7, 1e-5, 3e-5, 4e-5, 1e-4, 1e-3])
def test_points_at_the_edges_of_cells_are_answered_as_h3_does(table, apart):
    rng = np.random.default_rng(7)
    corners, cell = rings_lng_lat(cells_in_box(west=WEST, south=SOUTH, east=EAST, north=NORTH))
    same = np.flatnonzero(cell[1:] == cell[:-1])
    start = rng.choice(same, 20_000)
    share = rng.uniform(0, 1, (20_000, 1))
    on_edge = corners[start] * (1 - share) + corners[start + 1] * share
    way = rng.normal(size=on_edge.shape)
    on_edge += apart * way / np.linalg.norm(way, axis=1, keepdims=True)
    right(table, on_edge[:, 1], on_edge[:, 0])


def test_points_at_the_corners_of_cells_are_answered_as_h3_does(table):
    rng = np.random.default_rng(8)
    corners, _ = rings_lng_lat(study_cells())
    for apart in (1e-9, 1e-5, 1e-3, ONE):
        near = corners + rng.uniform(-apart, apart, corners.shape)
        right(table, near[:, 1], near[:, 0])


def test_points_off_the_window_are_left_to_h3(table):
    lat = np.array([SOUTH - 1e-9, NORTH, 42.0, 42.0, -90.0, 90.0])
    lng = np.array([125.0, 125.0, np.nextafter(WEST, 0), EAST, -180.0, 180.0])
    assert (table.look_up(lat=lat, lng=lng) == -1).all()


@given(st.floats(SOUTH, NORTH), st.floats(WEST, EAST))
@settings(max_examples=500)
def test_any_point_is_answered_as_h3_does(lat, lng):
    right(_table(), np.array([lat]), np.array([lng]))


def test_many_points_and_few_are_indexed_alike_also_off_the_window():
    rng = np.random.default_rng(9)
    lat, lng = rng.uniform(30, 50, _MANY + 7), rng.uniform(110, 140, _MANY + 7)
    many = index_points(lat=lat, lng=lng)
    some = rng.choice(len(lat), 20_000, replace=False)
    assert (many[some] == index_points(lat=lat[some], lng=lng[some])).all()
    assert (many[some] == asked(lat[some], lng[some])).all()


@pytest.mark.parametrize("count", [0, 1, 300_000])
def test_points_are_counted_as_they_are_indexed_also_off_the_window(count):
    rng = np.random.default_rng(10)
    lat, lng = rng.uniform(30, 50, count), rng.uniform(110, 140, count)
    cells, counts = count_points(lat=lat, lng=lng)
    expected = np.unique(index_points(lat=lat, lng=lng), return_counts=True)
    assert (cells == expected[0]).all()
    assert (counts == expected[1]).all()
    assert counts.sum() == count


def test_a_point_off_the_globe_is_not_counted_and_not_quoted():
    with pytest.raises(InputError, match="2 points lie off the globe") as error:
        count_points(lat=np.array([91.25, 42.0, np.nan]), lng=np.array([125.0, 125.0, 125.0]))
    assert "91" not in str(error.value)
