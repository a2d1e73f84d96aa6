"""Counts of areas of different size as one map: each spread evenly over the land of its area, among r4 cells."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from geo import centre_lat_lng, climb, land_cells, land_children
from protect.distances import great_circle_km
from protect.ladder import AREAS

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray

    from geo import Cells

MAP_RESOLUTION: Final = 4
WIDER_RESOLUTION: Final = 3
_REGION: Final = AREAS["region"]
_LAST_WORD: Final = max(AREAS.values())


@cache
def map_cells(resolution: int = MAP_RESOLUTION) -> Cells:
    """Return the cells of a map, sorted: those that hold a plausible cell."""
    return np.unique(climb(land_cells(), resolution))


def spread(counts: pl.DataFrame) -> NDArray[np.float64]:
    """Spread counts over the map.

    Parameters
    ----------
    counts
        area (the number of a cell, or as `protect.ladder.AREAS`), count. What is elsewhere, not stated or in the pool
        is left out.

    Returns
    -------
    NDArray
        In the order of `map_cells()`.
    """
    found = np.zeros(len(map_cells()))
    for area, count in counts.select("area", "count").iter_rows():
        if area == _REGION or area > _LAST_WORD:
            at, share = _evenly(area)
            found[at] += count * share
    return found


def widen(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sums of a map's counts in the cells of `map_cells(WIDER_RESOLUTION)`."""
    wider = map_cells(WIDER_RESOLUTION)
    at = np.searchsorted(wider, climb(map_cells(), WIDER_RESOLUTION))
    found = np.zeros(len(wider))
    np.add.at(found, at, counts)
    return found


@cache
def _evenly(area: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return positions on the map, and the share of an area's land that lies in each."""
    inside = land_cells() if area == _REGION else land_children(area)
    if not len(inside):  # a cell that touches the study area, but no land of it: the nearest cell of the map
        centres = centre_lat_lng(np.append(map_cells(), np.uint64(area)))
        return np.array([np.argmin(great_circle_km(centres)[-1, :-1])]), np.ones(1)
    parents, many = np.unique(climb(inside, MAP_RESOLUTION), return_counts=True)
    return np.searchsorted(map_cells(), parents), many / many.sum()
