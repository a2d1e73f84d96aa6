"""H3 cells as numbers: the only module that calls h3.

A cell is an unsigned 64-bit number and cells are a numpy column of them. In H3's layout the four bits from 52 on hold
the resolution, and three bits a resolution hold the way down from the base cell, 7 standing for "no finer". So a
parent is the same number with its finer digits set to 7, and the descendants of a cell are one unbroken range of
numbers. Source: https://h3geo.org/docs/core-library/h3Indexing; the tests hold both to what h3 itself answers.
"""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

import h3.api.basic_int as h3
import numpy as np
from numpy.typing import NDArray

from errors import InputError, UsageError
from geo.boundaries import EAST, NORTH, SOUTH, WEST
from geo.pixels import CHUNK, pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from geo.pixels import Pixels

Cells = NDArray[np.uint64]
"""A column of cells, of one resolution or of several."""

FINEST: Final = 5
"""The finest resolution of the atlas; points are indexed once, here."""

_Part = TypeVar("_Part")
_MANY: Final = 200_000
"""Points from which the table is worth the second that it takes to make."""

_RESOLUTION_AT: Final = np.uint64(52)
_RESOLUTION_BITS: Final = np.uint64(0xF)
_MOST: Final = 15
_WRITTEN: Final = re.compile(r"[0-9a-f]{15}", re.IGNORECASE)


def index_points(*, lat: NDArray[np.float64], lng: NDArray[np.float64]) -> Cells:
    """Return the cell of resolution `FINEST` that holds each point, as h3 itself answers.

    A coarser place is found by `climb` alone, never by indexing again. Few points are given to h3, each distinct one
    once; of many, `geo.pixels` answers all but those near a corner or an edge of a cell, or off its window.

    Parameters
    ----------
    lat, lng
        WGS84 degrees, of one length.

    Returns
    -------
    Cells in the order of the points; none for no points.

    Raises
    ------
    InputError
        If a coordinate is missing, not finite or off the globe. No value is quoted.
    """
    lat, lng = _on_globe(lat=lat, lng=lng)
    if len(lat) < _MANY:
        return _asked(lat=lat, lng=lng)
    table = _table()
    found = np.empty(len(lat), dtype=np.uint64)

    def look_up(part: slice) -> None:
        place = table.look_up(lat=lat[part], lng=lng[part])
        found[part] = table.cells[place]
        left = part.start + np.flatnonzero(place < 0)
        found[left] = _asked(lat=lat[left], lng=lng[left])

    _in_parts(look_up, len(lat))
    return found


def count_points(*, lat: NDArray[np.float64], lng: NDArray[np.float64]) -> tuple[Cells, NDArray[np.int64]]:
    """Return the cells of resolution `FINEST` that hold points, sorted, and how many each holds.

    The same as counting what `index_points` returns, and faster: points are counted by their place in the table.

    Parameters
    ----------
    lat, lng
        WGS84 degrees, of one length.

    Raises
    ------
    InputError
        If a coordinate is missing, not finite or off the globe. No value is quoted.
    """
    lat, lng = _on_globe(lat=lat, lng=lng)
    table = _table()

    def look_up(part: slice) -> tuple[NDArray[np.intp], Cells]:
        place = table.look_up(lat=lat[part], lng=lng[part])
        left = part.start + np.flatnonzero(place < 0)
        # What h3 is to be asked of is counted at -1, moved to 0.
        counts = np.bincount(np.add(place, 1, dtype=np.intp), minlength=len(table.cells) + 1)
        return counts, _asked(lat=lat[left], lng=lng[left])

    parts = _in_parts(look_up, len(lat))
    known = sum((counts[1:] for counts, _ in parts), np.zeros(len(table.cells), dtype=np.intp))
    asked, more = np.unique(np.concatenate([own for _, own in parts] or [table.cells[:0]]), return_counts=True)
    cells, place = np.unique(np.concatenate([table.cells, asked]), return_inverse=True)
    total = np.bincount(place, weights=np.concatenate([known, more]), minlength=len(cells)).astype(np.int64)
    return cells[total > 0], total[total > 0]


def _on_globe(*, lat: NDArray[np.float64], lng: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    lat, lng = (np.asarray(own, dtype=np.float64) for own in (lat, lng))
    there = (np.abs(lat) <= 90) & (np.abs(lng) <= 180)  # noqa: PLR2004 - degrees; not so of what is not finite
    if not there.all():
        raise InputError(
            f"{np.count_nonzero(~there)} points lie off the globe or are incomplete: give lat from -90 to 90 and lng "
            "from -180 to 180, in degrees."
        )
    return lat, lng


def _in_parts(run: Callable[[slice], _Part], count: int) -> list[_Part]:
    """Run something on each part of a column, on all processors: numpy lets other threads work while it does."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(run, (slice(start, min(start + CHUNK, count)) for start in range(0, count, CHUNK))))


def _asked(*, lat: NDArray[np.float64], lng: NDArray[np.float64]) -> Cells:
    """Ask h3 for the cell of each point, once for each distinct one."""
    # A complex number keeps a pair together, so that one flat sort finds the distinct points.
    points, back = np.unique(lat + 1j * lng, return_inverse=True)
    found = (h3.latlng_to_cell(point.real, point.imag, FINEST) for point in points.tolist())
    return np.fromiter(found, dtype=np.uint64, count=len(points))[back.reshape(-1)]


@cache
def _table() -> Pixels:
    window = cells_in_box(west=WEST, south=SOUTH, east=EAST, north=NORTH)
    return pixels(window, ring_lng_lat, lambda lat, lng: h3.latlng_to_cell(lat, lng, FINEST))


def resolution_of(cells: Cells) -> NDArray[np.uint8]:
    """Return the resolution of each cell, in order."""
    return ((np.asarray(cells, dtype=np.uint64) >> _RESOLUTION_AT) & _RESOLUTION_BITS).astype(np.uint8)


def _below(resolution: int) -> np.uint64:
    """Return the bits that hold the digits finer than a resolution."""
    return np.uint64((1 << 3 * (_MOST - resolution)) - 1)


def _relabel(cells: Cells, resolution: int) -> Cells:
    """Write another resolution into cells and leave their digits as they are."""
    return cells & ~(_RESOLUTION_BITS << _RESOLUTION_AT) | np.uint64(resolution) << _RESOLUTION_AT


def parents(cells: Cells, resolution: int) -> Cells:
    """Return each cell's ancestor of a resolution, in order; a cell of that resolution is its own.

    Raises
    ------
    UsageError
        If a cell is coarser than the resolution: it lies in no one cell of it.
    """
    cells = np.asarray(cells, dtype=np.uint64)
    if (resolution_of(cells) < resolution).any():
        raise UsageError(f"A cell is coarser than resolution {resolution}: climb to a coarser one.")
    return _relabel(cells, resolution) | _below(resolution)


def descent(cells: Cells, resolution: int) -> tuple[Cells, Cells]:
    """Return two numbers a cell, between which its descendants at a resolution lie, and no other cell of it.

    A sorted column of cells of that resolution so answers "how many of these lie inside?" by two binary searches. The
    lower number is a descendant, the upper one (its digits are 7) is only a bound. A cell finer than the resolution
    stands for its ancestor.
    """
    cells = np.asarray(cells, dtype=np.uint64)
    own = resolution_of(cells)
    finer = own > resolution
    digits = [_below(int(coarse)) & ~_below(resolution) for coarse in range(resolution + 1)]
    inner = np.array(digits, dtype=np.uint64)[np.where(finer, resolution, own)]
    high = _relabel(cells | np.where(finer, _below(resolution), np.uint64(0)), resolution)
    return high & ~inner, high


def children(cell: int, resolution: int) -> Cells:
    """Return the descendants of a cell at a resolution, sorted; of its own resolution, itself.

    Raises
    ------
    UsageError
        If the cell is finer than the resolution.
    """
    if resolution_of(np.array([cell], dtype=np.uint64))[0] > resolution:
        raise UsageError(f"The cell is finer than resolution {resolution}: it has no descendants there.")
    return np.sort(np.array(h3.cell_to_children(int(cell), resolution), dtype=np.uint64))


def neighbours(cells: Cells) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return which cells of a column share an edge: each pair as two positions, both ways round, in order.

    Only neighbours that are in the column themselves are told; a cell without one is in no pair. Cells of different
    resolutions are no neighbours.

    Raises
    ------
    UsageError
        If a cell stands twice in the column.
    """
    order = np.argsort(cells)
    known = np.asarray(cells, dtype=np.uint64)[order]
    if (known[1:] == known[:-1]).any():
        raise UsageError("A cell stands twice: neighbours are told of distinct cells.")
    rings = [np.array(h3.grid_ring(cell, 1), dtype=np.uint64) for cell in cells.tolist()]
    here = np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])
    around = np.concatenate([*rings, np.empty(0, dtype=np.uint64)])
    there = np.minimum(np.searchsorted(known, around), max(len(known) - 1, 0))
    present = known[there] == around if len(known) else np.empty(0, dtype=np.bool_)
    first, second = here[present], order[there[present]]
    sorted_ = np.lexsort((second, first))
    return first[sorted_], second[sorted_]


def is_cell(texts: Iterable[str]) -> NDArray[np.bool_]:
    """Return which texts are H3 cells as h3 writes them: 15 hexadecimal digits, in small or capital letters."""
    return np.array([_is_cell(text) for text in texts], dtype=np.bool_)


def _is_cell(text: str) -> bool:
    return _WRITTEN.fullmatch(text) is not None and h3.is_valid_cell(int(text, 16))


def from_text(texts: Sequence[str]) -> Cells:
    """Read cells from H3's hexadecimal form, in order.

    Raises
    ------
    InputError
        If a text is no H3 cell; its position is named, the text never is.
    """
    for position, text in enumerate(texts, start=1):
        if not _is_cell(text):
            raise InputError(f"Entry {position} is no H3 cell: write cells as h3 does, with 15 hexadecimal digits.")
    return np.fromiter((int(text, 16) for text in texts), dtype=np.uint64, count=len(texts))


def to_text(cells: Cells) -> list[str]:
    """Write cells in H3's usual hexadecimal form, in order."""
    return [f"{cell:x}" for cell in cells.tolist()]


def area_km2(cells: Cells) -> NDArray[np.float64]:
    """Return the area of each cell on the sphere, in km2."""
    return np.array([h3.cell_area(cell, unit="km^2") for cell in cells.tolist()], dtype=np.float64)


def centre_lat_lng(cells: Cells) -> NDArray[np.float64]:
    """Return the centre of each cell, shape (n, 2), latitude first, WGS84 degrees."""
    return np.array([h3.cell_to_latlng(cell) for cell in cells.tolist()], dtype=np.float64).reshape(-1, 2)


def ring_lng_lat(cell: int) -> NDArray[np.float64]:
    """Return the corners of a cell, shape (n, 2), longitude first, counter-clockwise, not closed."""
    return np.array(h3.cell_to_boundary(int(cell)), dtype=np.float64)[:, ::-1]


def rings_lng_lat(cells: Cells) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the corners of many cells in one column, and for each corner the position of its cell.

    A cell has six corners, five if it is a pentagon, and one more on each edge where it crosses the icosahedron.
    """
    rings = [h3.cell_to_boundary(cell) for cell in cells.tolist()]
    corners = np.array([corner for ring in rings for corner in ring], dtype=np.float64).reshape(-1, 2)
    return corners[:, ::-1], np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])


def cells_in_box(*, west: float, south: float, east: float, north: float) -> Cells:
    """Return the cells of resolution `FINEST` that overlap a box of WGS84 degrees, sorted."""
    box = h3.LatLngPoly([(south, west), (south, east), (north, east), (north, west)])
    return np.sort(np.array(h3.h3shape_to_cells_experimental(box, FINEST, "overlap"), dtype=np.uint64))
