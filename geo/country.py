"""The country of a point, derived only where the basemap cannot be wrong about it.

The basemap's border is off by up to 6-8 km and puts some river towns on the wrong bank. So a country is derived only
further than `CERTAIN_M` from every line between countries and from Yalu and Tumen; a point closer than that, at sea, or
beyond the basemap has the country `not_stated`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from geo.boundaries import LineKind, basemap, border_zone_axis
from geo.metres import project, project_points
from geo.region import COUNTRY_OF

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

CERTAIN_M: Final = 8_000
"""Distance from a border beyond which the basemap is on the right side of it."""

NOT_STATED: Final = "not_stated"


def country_of(*, lat: NDArray[np.float64], lng: NDArray[np.float64]) -> NDArray[np.str_]:
    """Return the country of each point, in order: CN, KP, other or not_stated.

    Parameters
    ----------
    lat, lng
        WGS84 degrees, of one length. A point without coordinates (not finite) is not_stated.

    Examples
    --------
    >>> import numpy as np
    >>> country_of(lat=np.array([41.80, 40.10, 39.02, 43.12]), lng=np.array([123.43, 124.38, 125.75, 131.90])).tolist()
    ['CN', 'not_stated', 'KP', 'other']
    """
    known = np.isfinite(lat) & np.isfinite(lng)
    # A complex number keeps a pair together, so that one flat sort finds the distinct points.
    points, back = np.unique(lat[known] + 1j * lng[known], return_inverse=True)
    answer = np.full(len(lat), NOT_STATED, dtype="<U10")
    answer[known] = _of_distinct(lat=points.real, lng=points.imag)[back.reshape(-1)]
    return answer


def _of_distinct(*, lat: NDArray[np.float64], lng: NDArray[np.float64]) -> NDArray[np.str_]:
    found = np.full(len(lat), NOT_STATED, dtype="<U10")
    if not found.size:
        return found
    near = np.full(len(lat), fill_value=False)
    for shape in basemap().land:
        shapely.prepare(shape.geometry)
        inside = shapely.contains_xy(shape.geometry, lng, lat)
        found[inside] = COUNTRY_OF.get(shape.code, "other")
    ashore = np.flatnonzero(found != NOT_STATED)
    near[ashore] = shapely.dwithin(_borders(), project_points(lat=lat[ashore], lng=lng[ashore]), CERTAIN_M)
    found[near] = NOT_STATED
    return found


@cache
def _borders() -> BaseGeometry:
    """Return all lines between countries, with the border rivers, in metres."""
    lines = [line.geometry for line in basemap().lines if line.kind is LineKind.COUNTRIES]
    shape = project(shapely.union_all([border_zone_axis(), *lines]))
    shapely.prepare(shape)
    return shape
