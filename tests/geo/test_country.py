"""The country of a point: only where the basemap cannot be wrong."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

import geo
from geo.boundaries import LineKind, basemap, border_zone_axis

GEOD = pyproj.Geod(ellps="WGS84")


def _country(lat: float, lng: float) -> str:
    return str(geo.country_of(lat=np.array([lat]), lng=np.array([lng]))[0])


@pytest.mark.parametrize(
    ("lat", "lng", "country"),
    [
        (41.80, 123.43, "CN"),  # Shenyang
        (43.88, 125.32, "CN"),  # Changchun
        (39.0339, 125.7543, "KP"),  # Pyongyang
        (40.9695, 126.5852, "KP"),  # Kanggye
        (43.1056, 131.8735, "other"),  # Vladivostok
        (38.10, 128.30, "other"),  # south of the armistice line
        (40.1292, 124.3947, "not_stated"),  # Dandong
        (40.1006, 124.3981, "not_stated"),  # Sinuiju
        (41.4017, 128.1778, "not_stated"),  # Hyesan, on the wrong bank of the basemap
        (42.9656, 129.842, "not_stated"),  # Tumen
        (40.0, 131.0, "not_stated"),  # at sea
        (39.90, 116.40, "not_stated"),  # Beijing, beyond the basemap
        (np.nan, 125.0, "not_stated"),
    ],
)
def test_known_points_have_the_country_that_is_certain(lat: float, lng: float, country: str) -> None:
    assert _country(lat, lng) == country


@given(st.integers(0, 400), st.integers(0, 359), st.floats(0, 7_990))
def test_near_the_border_no_country_is_derived(step: int, bearing: int, metres: float) -> None:
    axis = shapely.get_coordinates(border_zone_axis())
    lng, lat = axis[step * (len(axis) - 1) // 400]
    there_lng, there_lat, _ = GEOD.fwd(lng, lat, bearing, metres)
    assert _country(there_lat, there_lng) == "not_stated"


@given(st.floats(38.0, 46.5), st.floats(118.5, 132.5))
def test_a_derived_country_holds_the_point_and_lies_8_km_from_every_border(lat: float, lng: float) -> None:
    derived = _country(lat, lng)
    at = shapely.Point(lng, lat)
    holder = [country.code for country in basemap().land if shapely.contains(country.geometry, at)]
    if derived == "not_stated":
        return
    assert holder == [{"CN": "CHN", "KP": "PRK"}.get(derived, holder[0])]
    borders = [line.geometry for line in basemap().lines if line.kind is LineKind.COUNTRIES]
    nearest = shapely.shortest_line(shapely.union_all([border_zone_axis(), *borders]), at)
    (one_lng, one_lat), (two_lng, two_lat) = nearest.coords
    assert GEOD.inv(one_lng, one_lat, two_lng, two_lat)[2] > 7_980


@given(st.lists(st.tuples(st.floats(38.0, 46.5), st.floats(118.5, 132.5)), max_size=20))
def test_many_points_have_the_countries_that_each_alone_has(points: list[tuple[float, float]]) -> None:
    at = np.array([*points, *points], dtype=np.float64).reshape(-1, 2)
    many = geo.country_of(lat=at[:, 0], lng=at[:, 1]).tolist()
    assert many == [_country(lat, lng) for lat, lng in points] * 2
