"""The study area: Liaoning, Jilin, Heilongjiang and the DPRK, as far as the basemap reaches (38.0-46.5 N, to 132.5 E).

A finest cell is of the study area when it touches one of them. A coarser cell is inside when any of its finest
descendants is. `land_cells` are the plausible cells: those of the study area that touch land.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from errors import UsageError
from geo.boundaries import EAST, NORTH, SOUTH, WEST, features
from geo.cells import FINEST, Cells, descent
from geo.survey import committed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

COUNTRY_OF: Final = {"CHN": "CN", "PRK": "KP"}
"""Countries by the basemap's code, as the atlas names them; any other is `other`."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province of the basemap: ISO 3166-2 code, country (CN, KP or other), names by language.

    `is_whole` is false where the basemap's window cuts it: its cells then are not all there is of it.
    """

    code: str
    country: str
    name: Mapping[str, str]
    is_whole: bool


@cache
def study_cells() -> Cells:
    """Return the finest cells of the study area, sorted."""
    return _frozen(committed().cells[committed().study])


@cache
def land_cells() -> Cells:
    """Return the plausible cells, sorted: finest cells of the study area that touch land."""
    return _frozen(committed().cells[committed().study & committed().land])


def in_study_area(cells: Cells) -> NDArray[np.bool_]:
    """Return which cells are of the study area, in order.

    Cells may have any resolution; one finer than `FINEST` is where its ancestor is.
    """
    return _count(study_cells(), cells) > 0


def land_count(cells: Cells) -> NDArray[np.int64]:
    """Return how many plausible cells lie inside each cell, in order."""
    return _count(land_cells(), cells)


def land_children(cell: int) -> Cells:
    """Return the plausible cells inside a cell, sorted; none if there are none.

    Examples
    --------
    >>> from geo import from_text
    >>> [cell] = from_text(["843144bffffffff"]).tolist()
    >>> len(land_children(cell))
    7
    """
    low, high = descent(np.array([cell], dtype=np.uint64), FINEST)
    first, last = np.searchsorted(land_cells(), [low[0], high[0] + np.uint64(1)])
    return land_cells()[first:last]


@cache
def provinces() -> Mapping[str, Province]:
    """Return the provinces of the basemap by ISO 3166-2 code, in its order; not all are of the study area."""
    found = {}
    for own, shape in features("admin1"):
        west, south, east, north = shape.bounds
        found[own["iso_3166_2"]] = Province(
            code=own["iso_3166_2"],
            country=COUNTRY_OF.get(own["adm0_a3"], "other"),
            name={language: own[f"name_{language}"] for language in ("en", "ko", "zh")},
            is_whole=west > WEST and south > SOUTH and east < EAST and north < NORTH,
        )
    return found


def province_cells(code: str) -> tuple[Cells, Cells]:
    """Return the finest cells that lie wholly inside a province, and those that it shares, both sorted.

    Both are empty for a province outside the study area and the border belt.

    Raises
    ------
    UsageError
        If the basemap has no such province.
    """
    if code not in provinces():
        raise UsageError("There is no province of that code in the basemap: give an ISO 3166-2 code of `provinces`.")
    survey = committed()
    inside = np.array([within == code for within in survey.within], dtype=np.bool_)
    shared = np.array([code in touches for touches in survey.touches], dtype=np.bool_) & ~inside
    return survey.cells[inside], survey.cells[shared]


def _count(of: Cells, cells: Cells) -> NDArray[np.int64]:
    """Count the members of a sorted column that lie inside each cell."""
    low, high = descent(cells, FINEST)
    return np.searchsorted(of, high, side="right") - np.searchsorted(of, low, side="left")


def _frozen(cells: Cells) -> Cells:
    cells.flags.writeable = False
    return cells
