"""Universes: how many people something happened to, as published elsewhere; a release names those it was held to."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from errors import ReleaseError
from geo import FINEST, climb, from_text, in_study_area, is_cell, land_cells, province_cells, provinces, resolution_of
from release.plates import ALL_ACTS, REGION
from terms import ALL_TIME, eras, taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo import Cells

UNIVERSE_SCHEMA: Final = {
    "area": pl.String,
    "period": pl.String,
    "act": pl.String,
    "people": pl.Int64,
    "source": pl.String,
}
LONGEST_SOURCE: Final = 300
MOST_PEOPLE: Final = 10**8
_YEAR: Final = re.compile(r"[12][0-9]{3}")
_BETWEEN: Final = ";"
_FORMULA: Final = ("=", "+", "-", "@")
"""What a text must not begin with, so that no program that opens the table reads it as a formula."""


@dataclass(frozen=True, slots=True)
class Universe:
    """The lowest published figure of people that an act was done to, somewhere and some time.

    `area`: `region`, the ISO 3166-2 code of a province, or H3 cells joined by `;`. `period`: a year, an era, or `all`.
    `act`: an act, a group of acts, or `all`.
    """

    area: str
    period: str
    act: str
    people: int
    source: str


def universe_problems(universe: Universe) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with a universe: the column, the problem, and how to mend it."""
    yield from _area_problems(universe.area)
    if universe.period not in {ALL_TIME, *(era.id for era in eras())} and not _YEAR.fullmatch(universe.period):
        yield "period", "neither a year, an era nor all", f"give a year, {', '.join(era.id for era in eras())} or all"
    if universe.act != ALL_ACTS and universe.act not in taxonomy().acts:
        yield "act", "no code of the taxonomy", "give an act, a group of acts, or all"
    if not 1 <= universe.people <= MOST_PEOPLE:
        yield "people", "no number of people", "give a whole number from 1 on"
    source = universe.source
    if not source or len(source) > LONGEST_SOURCE or not source.isprintable() or source.startswith(_FORMULA):
        mend = f"name it in 1 to {LONGEST_SOURCE} printable characters that do not begin as a formula does"
        yield "source", "no name of a published source", mend


def _area_problems(area: str) -> Iterator[tuple[str, str, str]]:
    if area == REGION:
        return
    if area in provinces():
        if not any(map(len, province_cells(area))):
            yield "area", "a province outside the study area", "leave the line out"
        return
    parts = area.split(_BETWEEN)
    if not is_cell(parts).all():
        mend = f"give region, an ISO 3166-2 code such as CN-JL, or H3 cells joined by {_BETWEEN}"
        yield "area", "neither the region, a province of the basemap nor H3 cells", mend
        return
    cells = from_text(parts)
    if not in_study_area(cells).all() or (resolution_of(cells) > FINEST).any():
        yield "area", "a cell outside the study area, or finer than any figure", f"give cells of r0 to r{FINEST} in it"


def land_of(universe: Universe) -> Cells:
    """Return the plausible finest cells that a universe may hold, sorted.

    Notes
    -----
    A province may hold the cells that it only touches: read so, more groups lie inside it.
    """
    land = land_cells()
    if universe.area == REGION:
        return land
    if universe.area in provinces():
        return np.intersect1d(land, np.concatenate(province_cells(universe.area)))
    cells = from_text(universe.area.split(_BETWEEN))
    inside = np.zeros(len(land), dtype=np.bool_)
    for size in np.unique(resolution_of(cells)).tolist():
        inside |= np.isin(climb(land, size), cells[resolution_of(cells) == size])
    return land[inside]


def universes_to_csv(universes: Sequence[Universe]) -> bytes:
    """Write universes, each once, in one order."""
    rows = sorted({(one.area, one.period, one.act, one.people, one.source) for one in universes})
    return pl.DataFrame(rows, schema=UNIVERSE_SCHEMA, orient="row").write_csv().encode()


def universes_from_csv(content: bytes) -> tuple[Universe, ...]:
    """Read the universes of a release, and check them.

    Raises
    ------
    ReleaseError
        If they are not written as a release writes them.
    """
    try:
        read = pl.read_csv(io.BytesIO(content), schema_overrides=UNIVERSE_SCHEMA, extra_columns="raise")
    except (pl.exceptions.PolarsError, UnicodeDecodeError):
        raise ReleaseError("The release is altered: its universes cannot be read.") from None
    if dict(read.schema) != UNIVERSE_SCHEMA or read.null_count().sum_horizontal().sum():
        raise ReleaseError("The release is altered: its universes do not have the columns that they must have.")
    found = tuple(Universe(*row) for row in read.iter_rows())
    if any(True for one in found for _ in universe_problems(one)) or content != universes_to_csv(found):
        raise ReleaseError("The release is altered: its universes are not written as a release writes them.")
    return found
