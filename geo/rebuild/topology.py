"""Polygons that share borders, made simpler together, so that they still share them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

_SAME = 1e-9
"""Degrees within which a point counts as lying on a line it was taken from."""

_COMPARED_DECIMALS = 7


def rounded(shape: BaseGeometry, decimals: int) -> BaseGeometry:
    """Return a geometry with its coordinates rounded, halves away from zero, as GDAL does when it writes GeoJSON."""
    unit = 10**decimals
    return shapely.transform(shape, lambda at: np.copysign(np.floor(np.abs(at) * unit + 0.5), at) / unit)


def arcs_of(shapes: Sequence[BaseGeometry], nodes_of: Sequence[BaseGeometry] = ()) -> list[shapely.LineString]:
    """Cut the boundaries of polygons into arcs: stretches between the points where three or more boundaries meet.

    Each stretch that two polygons share comes once. Boundaries are also cut where those of `nodes_of` meet, so that two
    sets of polygons with common borders are cut alike.
    """
    merged = _merged(shapes)
    nodes: set[tuple[float, ...]] = set()
    for arc in _merged(nodes_of) if nodes_of else ():
        if not arc.is_closed:
            nodes |= _keys(shapely.get_coordinates(arc)[[0, -1]])
    return [piece for arc in merged for piece in _cut(shapely.get_coordinates(arc), nodes)]


def simplify_together(
    shapes: Sequence[BaseGeometry], tolerance: float, nodes_of: Sequence[BaseGeometry] = ()
) -> list[BaseGeometry]:
    """Return polygons made simpler by Douglas-Peucker, arc by arc, in order; neighbours go on sharing their borders.

    Parameters
    ----------
    shapes
        Polygons that overlap nowhere and share borders vertex by vertex.
    tolerance
        In the unit of the coordinates.
    nodes_of
        See `arcs_of`.
    """
    arcs = arcs_of(shapes, nodes_of)
    middles = [arc.interpolate(0.5, normalized=True) for arc in arcs]
    simpler = [shapely.simplify(arc, tolerance, preserve_topology=False) for arc in arcs]
    found = []
    for shape in shapes:
        edge = shapely.boundary(shape)
        shapely.prepare(edge)
        own = [arc for arc, middle in zip(simpler, middles, strict=True) if shapely.dwithin(edge, middle, _SAME)]
        found.append(shapely.build_area(shapely.GeometryCollection(own)))
    return found


def shared_line(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """Return the line that two polygons share, in as few pieces as there are."""
    common = shapely.intersection(shapely.boundary(one), shapely.boundary(other))
    lines = [part for part in shapely.get_parts(common) if part.length > 0]
    return shapely.line_merge(shapely.union_all(lines))


def _merged(shapes: Sequence[BaseGeometry]) -> NDArray[Any]:
    return np.asarray(shapely.get_parts(shapely.line_merge(shapely.union_all([shapely.boundary(s) for s in shapes]))))


def _keys(points: NDArray[np.float64]) -> set[tuple[float, ...]]:
    return {tuple(point) for point in np.round(points, _COMPARED_DECIMALS).tolist()}


def _cut(points: NDArray[np.float64], nodes: set[tuple[float, ...]]) -> Iterator[shapely.LineString]:
    """Cut one line at the nodes that are among its points; a closed one starts at a node, if it has any."""
    keys = [tuple(point) for point in np.round(points, _COMPARED_DECIMALS).tolist()]
    at = [index for index in range(1, len(keys) - 1) if keys[index] in nodes]
    if at and keys[0] == keys[-1] and keys[0] not in nodes:
        points = np.vstack([points[at[0] : -1], points[: at[0] + 1]])
        at = [index - at[0] for index in at[1:]]
    ends = [0, *at, len(points) - 1]
    for first, last in pairwise(ends):
        yield shapely.LineString(points[first : last + 1])
