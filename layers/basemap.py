"""What lies beneath the figures, made ready for a browser: one small JSON file of whole numbers, the same every time.

The live map and the one-file map draw the same file. It holds no figure and no word of a release, so a browser may keep
it for good; its hash belongs in its address.

All coordinates are `Steps`: whole numbers of 1/`SCALE` degrees, longitude first, the first corner whole and each
further one as a step from the corner before: `[lng, lat, +lng, +lat, ...]`. A ring is not closed: its first corner is
not repeated.

| key | holds |
|---|---|
| scale, bounds, zoom | `SCALE`; west, south, east, north in degrees; least and greatest zoom |
| land | for each country: `studied` (true for China and the DPRK) and `polygons`, each a list of rings |
| lakes, ground | polygons; `ground` is the study area, to be dotted where nothing is shown |
| rivers | for each river: `border` (true for Yalu and Tumen) and `lines` |
| lines | for each stroke: `kind` (admin0, admin1, coast) and `lines` |
| labels | by language: name, longitude, latitude in degrees, least zoom, kind (town, river, mountain, sea) |
"""

from __future__ import annotations

import hashlib
import json
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from geo import MAX_ZOOM, MIN_ZOOM, ZOOM_OF_RANK, basemap, labels, region_outline
from terms import Language

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

SCALE: Final = 10_000
"""Whole numbers a degree: 1e-4 degrees are 11 m, finer than the basemap is true."""


Steps = list[int]
Rings = list[Steps]


def _steps(corners: NDArray[np.float64]) -> Steps:
    """Write the corners of a line, shape (n, 2), as whole numbers and steps; corners that fall together are one."""
    whole = np.rint(corners * SCALE).astype(np.int64)
    moved = np.diff(whole, axis=0)
    moved = moved[(moved != 0).any(axis=1)]
    return [int(number) for number in np.concatenate([whole[0], moved.reshape(-1)])]


@lru_cache(maxsize=8192)  # more than there are cells of all sizes; whoever is given the lists leaves them as they are
def polygon_steps(shape: BaseGeometry) -> list[Rings]:
    """Write a polygon or several as a list of polygons, each a list of rings, the exterior first.

    Examples
    --------
    >>> polygon_steps(shapely.box(124, 40, 124.5, 40.25))
    [[[1245000, 400000, 0, 2500, -5000, 0, 0, -2500]]]
    """
    return [
        [_steps(shapely.get_coordinates(ring)[:-1]) for ring in (part.exterior, *part.interiors)]
        for part in shapely.get_parts(shape)
    ]


def line_steps(shape: BaseGeometry) -> list[Steps]:
    """Write a line or several as a list of lines.

    Examples
    --------
    >>> line_steps(shapely.LineString([(124, 40), (124.5, 40.25)]))
    [[1240000, 400000, 5000, 2500]]
    """
    return [_steps(shapely.get_coordinates(part)) for part in shapely.get_parts(shape)]


def _label_rows(language: Language) -> list[list[Any]]:
    return [
        [label.name, label.lng, label.lat, ZOOM_OF_RANK[label.rank], label.kind.value]
        for label in labels(language.value)
    ]


@cache
def basemap_json() -> bytes:
    """Return the basemap as UTF-8 JSON, the same bytes every time."""
    drawn = basemap()
    content = {
        "scale": SCALE,
        "bounds": list(drawn.sea.bounds),
        "zoom": [MIN_ZOOM, MAX_ZOOM],
        "land": [{"studied": own.is_studied, "polygons": polygon_steps(own.geometry)} for own in drawn.land],
        "lakes": [polygon for lake in drawn.lakes for polygon in polygon_steps(lake)],
        "rivers": [{"border": river.is_border, "lines": line_steps(river.geometry)} for river in drawn.rivers],
        "lines": [{"kind": line.kind.value, "lines": line_steps(line.geometry)} for line in drawn.lines],
        "ground": polygon_steps(region_outline()),
        "labels": {language.value: _label_rows(language) for language in Language},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def basemap_hash() -> str:
    """Return the sha256 of `basemap_json()`, in hexadecimal, for an address that can be kept for good."""
    return hashlib.sha256(basemap_json()).hexdigest()
