"""H3 cells as numbers: the only module that calls h3."""

from __future__ import annotations

from typing import TYPE_CHECKING

import h3.api.numpy_int as h3
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Cells = NDArray[np.uint64]

FINEST = 5
"""The finest resolution of the atlas; points are indexed once, here."""


def index_points(*, lat: NDArray[np.float64], lng: NDArray[np.float64]) -> Cells:
    """Return the cell of resolution `FINEST` that holds each point (WGS84 degrees), in order."""
    points, back = np.unique(np.column_stack([lat, lng]), axis=0, return_inverse=True)
    cells = np.fromiter((h3.latlng_to_cell(a, b, FINEST) for a, b in points), dtype=np.uint64, count=len(points))
    return cells[back.reshape(-1)]


def parents(cells: Cells, resolution: int) -> Cells:
    """Return each cell's ancestor of a resolution; the cells must not be coarser than it."""
    distinct, back = np.unique(cells, return_inverse=True)
    found = (h3.cell_to_parent(cell, resolution) for cell in distinct)
    return np.fromiter(found, dtype=np.uint64, count=len(distinct))[back.reshape(-1)]


def children(cell: int, resolution: int) -> Cells:
    """Return the descendants of a cell at a resolution, sorted."""
    return np.sort(np.asarray(h3.cell_to_children(cell, resolution), dtype=np.uint64))


def resolution_of(cells: Cells) -> NDArray[np.uint8]:
    """Return the resolution of each cell."""
    return ((cells >> np.uint64(52)) & np.uint64(0xF)).astype(np.uint8)


def to_text(cells: Cells) -> list[str]:
    """Write cells in H3's usual hexadecimal form."""
    return [f"{cell:x}" for cell in cells.tolist()]


def from_text(texts: Sequence[str]) -> Cells:
    """Read cells from H3's hexadecimal form; raises ValueError if one is no cell."""
    cells = np.fromiter((int(text, 16) for text in texts), dtype=np.uint64, count=len(texts))
    if not all(h3.is_valid_cell(cell) for cell in np.unique(cells)):
        raise ValueError("not an H3 cell")
    return cells


def ring_lng_lat(cell: int) -> NDArray[np.float64]:
    """Return the corners of a cell, shape (n, 2), longitude first, not closed."""
    return np.asarray(h3.cell_to_boundary(cell), dtype=np.float64)[:, ::-1]
