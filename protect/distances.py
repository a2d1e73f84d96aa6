"""How far protected counts are from the true ones: as shares, and in kilometres that they would have to be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from errors import UsageError
from geo import centre_lat_lng

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo import Cells

    Floats = NDArray[np.float64]

EARTH_RADIUS_KM: Final = 6371.007180918475
"""Of the sphere with the Earth's area, on which H3 reckons (WGS84 authalic radius)."""


def hellinger(first: Floats, second: Floats) -> float:
    """Return the Hellinger distance between two columns of counts, each read as shares of its own sum.

    Returns
    -------
    float
        From 0, the same shares, to 1, where one has nothing the other has.

    Raises
    ------
    UsageError
        If the columns have different lengths, a count below zero, or no sum.

    Notes
    -----
    The root of half the sum of squared differences between the roots of the shares; Shlomo, Antal & Elliot 2015
    (*Journal of Official Statistics* 31) measure the utility of protected tables by it.
    """
    ours, theirs = _shares(first, second)
    return float(np.sqrt(np.sum((np.sqrt(ours) - np.sqrt(theirs)) ** 2) / 2))


def earth_movers(first: Floats, second: Floats, distance: Floats) -> float:
    """Return the least distance, averaged over all, by which one column of counts must be moved to become the other.

    Parameters
    ----------
    first, second
        Counts at the same places; each is read as shares of its own sum.
    distance
        Shape places x places. A metric: no way is longer than one by way of a third place, so that what stands in the
        same place in both need not be moved.

    Raises
    ------
    UsageError
        If shapes do not fit, a count is below zero, or a column has no sum.

    Notes
    -----
    The transport problem (Rubner, Tomasi & Guibas 2000, *International Journal of Computer Vision* 40), of what one
    has more of to where it has less, by linear programming.
    """
    ours, theirs = _shares(first, second)
    if distance.shape != (len(ours), len(ours)):
        raise UsageError("Distances must be given between all places.")
    surplus = ours - theirs
    here, there = np.flatnonzero(surplus > 0), np.flatnonzero(surplus < 0)
    if not here.size or not there.size:
        return 0.0
    leaves = sparse.kron(sparse.eye_array(len(here)), np.ones((1, len(there))))
    arrives = sparse.kron(np.ones((1, len(here))), sparse.eye_array(len(there)))
    # One of the equations follows from the others: without it rounding cannot make them contradict one another.
    equations = sparse.vstack([leaves, arrives]).tocsr()[:-1]
    moved = np.concatenate([surplus[here], -surplus[there]])[:-1]
    plan = linprog(distance[np.ix_(here, there)].ravel(), A_eq=equations, b_eq=moved, method="highs")
    if plan.status != 0:
        raise RuntimeError("the transport problem was not solved")
    return float(plan.fun)


def earth_movers_km(cells: Cells, first: Floats, second: Floats) -> float:
    """Return the mean distance in kilometres by which counts of H3 cells must be moved to become other counts.

    Parameters
    ----------
    cells
        Of any resolutions; a count stands at the centre of its cell.
    first, second
        Counts, in the order of the cells.

    Raises
    ------
    UsageError
        As `earth_movers`.
    """
    return earth_movers(first, second, great_circle_km(centre_lat_lng(cells)))


def great_circle_km(points_lat_lng: Floats) -> Floats:
    """Return the distances in kilometres between all points (shape points x 2, degrees), by the haversine formula."""
    lat, lng = np.radians(points_lat_lng).T
    chord = (
        np.sin((lat[:, None] - lat) / 2) ** 2
        + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lng[:, None] - lng) / 2) ** 2
    )
    angle: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0)))
    return angle


def _shares(first: Floats, second: Floats) -> tuple[Floats, Floats]:
    if first.shape != second.shape or first.ndim != 1:
        raise UsageError("Two columns of counts are compared place by place: they need the same length.")
    if (first < 0).any() or (second < 0).any() or not first.sum() > 0 or not second.sum() > 0:
        raise UsageError("Counts to be compared are zero or more, and at least one of each column is more than zero.")
    return first / first.sum(), second / second.sum()
