"""Cells as numbers: our arithmetic gives what h3 gives."""

from __future__ import annotations

import h3.api.basic_int as h3
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import geo
from errors import InputError, UsageError
from geo.cells import cells_in_box, descent, rings_lng_lat

POINTS = st.lists(st.tuples(st.floats(38.0, 46.5), st.floats(118.5, 132.5)), min_size=1, max_size=20)
ANYWHERE = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def _index(points: list[tuple[float, float]]) -> geo.Cells:
    at = np.array(points, dtype=np.float64)
    return geo.index_points(lat=at[:, 0], lng=at[:, 1])


@given(POINTS)
def test_a_point_lies_in_the_cell_that_h3_says(points: list[tuple[float, float]]) -> None:
    assert _index(points).tolist() == [h3.latlng_to_cell(lat, lng, geo.FINEST) for lat, lng in points]


@given(ANYWHERE)
def test_a_point_anywhere_on_the_globe_is_indexed(point: tuple[float, float]) -> None:
    assert _index([point]).tolist() == [h3.latlng_to_cell(*point, geo.FINEST)]


def test_no_points_have_no_cells() -> None:
    none = np.array([], dtype=np.float64)
    assert geo.index_points(lat=none, lng=none).shape == (0,)


@pytest.mark.parametrize("bad", [(np.nan, 125.0), (41.0, np.inf), (90.5, 125.0), (41.0, -180.5)])
def test_a_point_off_the_globe_is_refused_without_quoting_it(bad: tuple[float, float]) -> None:
    with pytest.raises(InputError, match="1 points lie off the globe") as refused:
        _index([(41.123456, 125.654321), bad])
    assert "41.12" not in str(refused.value)
    assert "125.65" not in str(refused.value)


@given(POINTS, st.integers(0, geo.FINEST))
def test_climbing_gives_the_parent_that_h3_gives(points: list[tuple[float, float]], resolution: int) -> None:
    cells = _index(points)
    climbed = geo.climb(cells, resolution)
    assert climbed.tolist() == [h3.cell_to_parent(cell, resolution) for cell in cells.tolist()]
    assert geo.resolution_of(climbed).tolist() == [resolution] * len(cells)


@given(ANYWHERE, st.integers(0, 15), st.integers(0, 15))
def test_a_parent_is_right_at_any_resolution_of_h3(point: tuple[float, float], fine: int, coarse: int) -> None:
    cell = np.array([h3.latlng_to_cell(*point, max(fine, coarse))], dtype=np.uint64)
    assert geo.climb(cell, min(fine, coarse)).tolist() == [h3.cell_to_parent(int(cell[0]), min(fine, coarse))]


def test_climbing_to_something_finer_is_refused() -> None:
    with pytest.raises(UsageError, match="coarser than resolution 5"):
        geo.climb(geo.climb(_index([(41.0, 125.0)]), 3), 5)


@given(ANYWHERE, st.integers(0, geo.FINEST))
def test_descendants_and_only_they_lie_in_the_descent(point: tuple[float, float], resolution: int) -> None:
    cell = geo.climb(_index([point]), resolution)
    low, high = descent(cell, geo.FINEST)
    inner = geo.children(int(cell[0]), geo.FINEST)
    assert inner[0] == low[0]
    assert inner[-1] <= high[0]
    around = {near for own in inner[[0, -1]].tolist() for near in h3.grid_disk(own, 1)} - set(inner.tolist())
    assert not any(low[0] <= np.uint64(near) <= high[0] for near in around)


def test_a_cell_finer_than_asked_descends_from_its_ancestor() -> None:
    fine = np.array([h3.latlng_to_cell(41.0, 125.0, 9)], dtype=np.uint64)
    low, high = descent(fine, geo.FINEST)
    assert low.tolist() == high.tolist() == [h3.cell_to_parent(int(fine[0]), geo.FINEST)]


@given(ANYWHERE, st.integers(0, 4))
def test_children_are_those_of_h3_in_order(point: tuple[float, float], resolution: int) -> None:
    cell = h3.latlng_to_cell(*point, resolution)
    assert geo.children(cell, geo.FINEST).tolist() == sorted(h3.cell_to_children(cell, geo.FINEST))


def test_children_coarser_than_their_parent_are_refused() -> None:
    with pytest.raises(UsageError, match="no descendants"):
        geo.children(int(_index([(41.0, 125.0)])[0]), 3)


@given(POINTS, st.integers(0, geo.FINEST))
def test_cells_survive_being_written_and_read(points: list[tuple[float, float]], resolution: int) -> None:
    cells = geo.climb(_index(points), resolution)
    assert geo.from_text(geo.to_text(cells)).tolist() == cells.tolist()
    assert geo.to_text(cells) == [h3.int_to_str(cell) for cell in cells.tolist()]


def test_capital_letters_are_read_alike() -> None:
    assert geo.from_text(["843144BFFFFFFFF"]).tolist() == geo.from_text(["843144bffffffff"]).tolist()


def test_no_text_is_no_cell() -> None:
    assert geo.from_text([]).shape == (0,)


@given(st.text(max_size=20))
def test_a_text_that_is_no_cell_is_refused_without_quoting_it(text: str) -> None:
    [known] = geo.is_cell([text])
    if known:
        assert h3.is_valid_cell(int(text, 16))
        return
    with pytest.raises(InputError) as refused:
        geo.from_text(["843144bffffffff", text])
    assert str(refused.value) == "Entry 2 is no H3 cell: write cells as h3 does, with 15 hexadecimal digits."


@pytest.mark.parametrize(
    "text", ["", "ff", "0x843144bffffffff", " 843144bffffffff", "8_3144bffffffff", "943144bffffffff"]
)
def test_only_the_form_that_h3_writes_is_a_cell(text: str) -> None:
    assert geo.is_cell([text]).tolist() == [False]


@given(POINTS, st.integers(0, geo.FINEST))
def test_area_centre_and_corners_are_those_of_h3(points: list[tuple[float, float]], resolution: int) -> None:
    cells = geo.climb(_index(points), resolution)
    assert geo.area_km2(cells).tolist() == [h3.cell_area(cell, unit="km^2") for cell in cells.tolist()]
    assert geo.centre_lat_lng(cells).tolist() == [list(h3.cell_to_latlng(cell)) for cell in cells.tolist()]
    corners, position = rings_lng_lat(cells)
    for index, cell in enumerate(cells.tolist()):
        expected = [(lng, lat) for lat, lng in h3.cell_to_boundary(cell)]
        assert [tuple(corner) for corner in geo.ring_lng_lat(cell).tolist()] == expected
        assert [tuple(corner) for corner in corners[position == index].tolist()] == expected


def test_a_box_holds_the_cells_that_overlap_it() -> None:
    found = cells_in_box(west=128.0, south=41.0, east=129.0, north=42.0)
    rng = np.random.default_rng(1)
    inside = geo.index_points(lat=rng.uniform(41, 42, 5000), lng=rng.uniform(128, 129, 5000))
    assert np.isin(inside, found).all()
    assert (np.diff(found.astype(np.int64)) > 0).all()


@given(POINTS, st.sampled_from([3, 4, 5]))
def test_neighbours_are_those_that_h3_says_both_ways_round(points: list[tuple[float, float]], size: int) -> None:
    cells = np.unique(np.concatenate([h3.grid_disk(cell, 1) for cell in geo.climb(_index(points), size).tolist()]))
    first, second = geo.neighbours(cells[::-1])
    told = set(zip(cells[::-1][first].tolist(), cells[::-1][second].tolist(), strict=True))
    every = cells.tolist()
    assert told == {(one, other) for one in every for other in h3.grid_ring(one, 1) if other in every}
    assert len(told) == len(first)


def test_a_lonely_cell_has_no_neighbours_and_none_have_none() -> None:
    for cells in (_index([(41.0, 125.0), (45.0, 130.0)]), np.empty(0, dtype=np.uint64)):
        first, second = geo.neighbours(cells)
        assert first.shape == second.shape == (0,)


def test_a_cell_that_stands_twice_is_refused() -> None:
    with pytest.raises(UsageError):
        geo.neighbours(_index([(41.0, 125.0), (41.0, 125.0)]))
