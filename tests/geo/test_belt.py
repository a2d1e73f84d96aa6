"""The border belt: 30 km on either side of the border, in cells."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

import geo
from errors import UsageError
from geo.boundaries import border_zone_axis
from geo.metres import project

TOWNS = {
    "Dandong": (40.1292, 124.3947, True),
    "Hyesan": (41.4017, 128.1778, True),
    "Tumen": (42.9656, 129.842, True),
    "Shenyang": (41.7922, 123.4328, False),
    "Pyongyang": (39.0339, 125.7543, False),
}
GEOD = pyproj.Geod(ellps="WGS84")


@pytest.mark.parametrize("town", TOWNS)
def test_known_towns_are_in_the_belt_or_not(town: str) -> None:
    lat, lng, inside = TOWNS[town]
    assert geo.in_belt(geo.index_points(lat=np.array([lat]), lng=np.array([lng]))).tolist() == [inside]


@given(st.integers(0, 300), st.integers(0, 359), st.floats(0, 29_800))
def test_a_point_less_than_30_km_from_the_border_is_in_the_belt(step: int, bearing: int, metres: float) -> None:
    axis = shapely.get_coordinates(border_zone_axis())
    lng, lat = axis[step * (len(axis) - 1) // 300]
    there_lng, there_lat, _ = GEOD.fwd(lng, lat, bearing, metres)
    assert geo.in_belt(geo.index_points(lat=np.array([there_lat]), lng=np.array([there_lng]))).all()


def test_a_belt_cell_is_nowhere_further_from_the_border_than_the_belt_and_itself_are_wide() -> None:
    centres = geo.centre_lat_lng(geo.belt_cells())
    far = [shapely.distance(project(shapely.Point(lng, lat)), project(border_zone_axis())) for lat, lng in centres]
    assert max(far) < 30_000 + 11_000


def test_the_belt_is_a_tenth_of_the_study_area() -> None:
    assert len(geo.belt_cells()) == 376
    assert np.count_nonzero(geo.in_belt(geo.study_cells())) == 357


def test_membership_equals_a_set() -> None:
    belt = set(geo.belt_cells().tolist())
    assert geo.in_belt(geo.study_cells()).tolist() == [cell in belt for cell in geo.study_cells().tolist()]


def test_only_the_finest_cells_can_be_asked_about() -> None:
    with pytest.raises(UsageError, match="resolution 5"):
        geo.in_belt(geo.climb(geo.belt_cells(), 4))


def test_the_projection_keeps_lengths_along_the_border() -> None:
    for line in shapely.get_parts(border_zone_axis()):
        for first, last in zip(line.coords[:-1], line.coords[1:], strict=True):
            *_, metres = GEOD.inv(*first, *last)
            assert project(shapely.LineString([first, last])).length == pytest.approx(metres, rel=5e-4, abs=0.01)
