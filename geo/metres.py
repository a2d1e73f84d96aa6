"""Distances on the ground: one projection, for the border belt and for the strip where no country is derived."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Column = NDArray[np.float64]

PROJECTION = "+proj=aea +lat_1=39.8 +lat_2=43.2 +lat_0=41.5 +lon_0=127.5 +ellps=WGS84 +units=m"
"""Albers equal-area conic between the mouths of Yalu and Tumen: lengths are true to 0.05 % along the border."""


@cache
def _transform() -> Callable[[Column, Column], tuple[Column, Column]]:
    import pyproj  # noqa: PLC0415 - 0.1 s that drawing a map does without

    return pyproj.Transformer.from_crs("EPSG:4326", PROJECTION, always_xy=True).transform


def project(shape: BaseGeometry) -> BaseGeometry:
    """Return a geometry of WGS84 degrees, longitude first, in metres of `PROJECTION`."""
    to_metres = _transform()
    return shapely.transform(shape, lambda at: np.column_stack(to_metres(at[:, 0], at[:, 1])))


def project_points(*, lat: Column, lng: Column) -> NDArray[np.object_]:
    """Return points of WGS84 degrees in metres of `PROJECTION`, in order."""
    return np.asarray(shapely.points(*_transform()(lng, lat)), dtype=np.object_)
