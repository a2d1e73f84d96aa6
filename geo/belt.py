"""The border belt: the finest cells within 30 km of Yalu, Tumen, or the lines China - DPRK and DPRK - Russia."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from errors import UsageError
from geo.cells import FINEST, Cells, resolution_of
from geo.survey import committed

if TYPE_CHECKING:
    from numpy.typing import NDArray


@cache
def belt_cells() -> Cells:
    """Return the cells of the belt, sorted; a few lie in Russia, outside the study area."""
    cells = committed().cells[committed().belt]
    cells.flags.writeable = False
    return cells


def in_belt(cells: Cells) -> NDArray[np.bool_]:
    """Return which cells are of the belt, in order.

    Raises
    ------
    UsageError
        If a cell is not of the finest resolution: the belt is defined for those alone.
    """
    cells = np.asarray(cells, dtype=np.uint64)
    if (resolution_of(cells) != FINEST).any():
        raise UsageError(f"The border belt is made of cells of resolution {FINEST}: climb down to those first.")
    return np.isin(cells, belt_cells())
