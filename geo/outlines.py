"""Cells as polygons: plain hexagons, and unions of the finest cells.

The union of the finest cells inside a coarse one is not the coarse hexagon: its edge is a fine zigzag. Both exist on
purpose. A level draws hexagons, one clean tessellation; a published group is the union of its finest cells, which meets
its finer neighbours without gap or overlap.

Polygons are WGS84, longitude first, rounded to 5 decimals (1 m), exteriors counter-clockwise as RFC 7946 asks, rings
and parts in one fixed order: the same cells give the same bytes.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

import numpy as np
import shapely

from errors import UsageError
from geo.cells import FINEST, Cells, children, resolution_of, rings_lng_lat
from geo.region import study_cells

if TYPE_CHECKING:
    from numpy.typing import NDArray

DECIMALS = 5
"""Of a degree, as drawn and as written."""

_hexagons: dict[int, shapely.Polygon] = {}
"""Those that were drawn before: at most the study area has, of all sizes."""


def hexagons(cells: Cells) -> NDArray[np.object_]:
    """Return the polygon of each cell, in order, at its own resolution."""
    wanted = np.asarray(cells, dtype=np.uint64)
    new = np.array([cell for cell in dict.fromkeys(wanted.tolist()) if cell not in _hexagons], dtype=np.uint64)
    if new.size:
        corners, cell = rings_lng_lat(new)
        drawn = list(shapely.polygons(shapely.linearrings(np.round(corners, DECIMALS), indices=cell)))  # type: ignore[arg-type]
        _hexagons.update(zip(new.tolist(), drawn, strict=True))
    return np.array([_hexagons[cell] for cell in wanted.tolist()], dtype=np.object_).reshape(-1)


def outline(cells: int | Cells) -> shapely.Polygon | shapely.MultiPolygon:
    """Return the union of the finest cells inside a cell, or inside any of several, of one or more resolutions.

    Raises
    ------
    UsageError
        If there is no cell, or one is finer than `FINEST`.
    """
    if np.ndim(cells) == 0:
        return _outline_of_one(int(cast("int", cells)))
    return _union(np.asarray(cells, dtype=np.uint64))


@cache
def region_outline() -> shapely.Polygon | shapely.MultiPolygon:
    """Return the union of the study area's cells."""
    return _union(study_cells())


@cache
def _outline_of_one(cell: int) -> shapely.Polygon | shapely.MultiPolygon:
    return _union(np.array([cell], dtype=np.uint64))


def _union(cells: Cells) -> shapely.Polygon | shapely.MultiPolygon:
    if not cells.size:
        raise UsageError("No cell, no outline: give at least one cell.")
    fine = resolution_of(cells) == FINEST
    finest = np.unique(np.concatenate([cells[fine], *(children(cell, FINEST) for cell in cells[~fine].tolist())]))
    # Rounded first, neighbours share their corners exactly, which a coverage needs and keeps.
    union = shapely.coverage_union_all(hexagons(finest))
    ordered = shapely.orient_polygons(shapely.normalize(union), exterior_cw=False)
    return cast("shapely.Polygon | shapely.MultiPolygon", ordered)
