"""Where nobody is known to have been asked: the study area without what was asked about, and without what is drawn.

From the published rows of coverage alone. A row says that people were asked about an area and an era. That there is no
row says little: nobody was asked, or too few to show, or only of a wider area. So the sign stands for all of these, and
an area that has a figure never bears it: somebody told of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import shapely

from geo import from_text, hexagons, region_outline
from release import Level
from terms import ALL_TIME, era_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely import MultiPolygon, Polygon

    from layers.figure import Mark
    from release import Release


def told_era(period: str) -> str:
    """Return the period of coverage that holds a period: an era for its years, for coverage tells no years."""
    return era_of(int(period)) if period.isdecimal() else period


def asked_about(release: Release, period: str) -> pl.DataFrame | None:
    """Return the rows of coverage that have a cell and belong to a period; None if the release does not say it."""
    if release.coverage is None:
        return None
    placed = release.coverage.filter(pl.col("resolution").is_not_null())
    return placed if period == ALL_TIME else placed.filter(pl.col("period") == told_era(period))


def unasked_of(release: Release, period: str, level: Level, marks: Sequence[Mark]) -> Polygon | MultiPolygon | None:
    """Return the part of the study area that bears the sign on a map.

    None where the release does not say where people were asked, where nothing is left, and where the map draws the
    study area as one: its one figure tells no areas apart.
    """
    rows = asked_about(release, period)
    if rows is None or level is Level.REGION:
        return None
    asked = hexagons(from_text(rows["cell"].unique().sort().to_list())).tolist() if rows.height else []
    known = shapely.union_all([*asked, *(mark.outline for mark in marks)])
    left = shapely.get_parts(shapely.difference(region_outline(), known))
    polygons = [part for part in left if isinstance(part, shapely.Polygon)]
    return shapely.orient_polygons(shapely.normalize(shapely.MultiPolygon(polygons))) if polygons else None
