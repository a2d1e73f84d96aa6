"""Coverage: where and when people were asked, so that no colour is not read as no harm. Protected as a plate is."""

from __future__ import annotations

import io
from typing import Final

import polars as pl

from errors import ReleaseError
from release.plates import ALL_ACTS, ELSEWHERE, NOT_STATED, POOL, STEP, Acts, Area, Ladder, Period, Rung, sort_rows
from release.tables import problems

COVERAGE: Final = Ladder(
    "coverage",
    "Where and when were people asked?",
    tuple(Rung(area, Period.ERA, Acts.ALL) for area in (Area.R4, Area.R3, Area.R2, Area.REGION)),
)
"""How finely interviews are told; the groups of this ladder are disjoint, as those of a plate are."""

COVERAGE_SCHEMA: Final = {"cell": pl.String, "resolution": pl.UInt8, "period": pl.String, "interviews": pl.Int64}
"""Columns of coverage: `resolution` is null where the area is no H3 cell, all else is never null.

`interviews` are minima and multiples of `STEP`. The row with an empty cell and period holds those whose area and time
are not shown. Interviews of different rows do not add up: one may have been about several places.
"""


def coverage_to_csv(rows: pl.DataFrame, k: int) -> bytes:
    """Write coverage, checked as a reader would check it.

    Raises
    ------
    ReleaseError
        If a row is not one that a release can hold.
    """
    _check(rows, k)
    return rows.with_columns(pl.col(pl.String).replace(POOL, None)).write_csv().encode()


def coverage_from_csv(content: bytes, k: int) -> pl.DataFrame:
    """Read the coverage of a release, and check it.

    Raises
    ------
    ReleaseError
        If a column, a key, the order or a figure is not one that a release can hold.
    """
    try:
        read = pl.read_csv(io.BytesIO(content), schema_overrides=COVERAGE_SCHEMA, extra_columns="raise")
    except (pl.exceptions.PolarsError, UnicodeDecodeError):
        raise ReleaseError("The release is altered: its coverage cannot be read.") from None
    rows = read.with_columns(pl.col(pl.String).fill_null(POOL))
    _check(rows, k)
    return rows


def as_coverage(plate: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of a plate with the columns of coverage: an interview is one of its people."""
    return sort_rows(plate.select("cell", "resolution", "period", interviews="people"))


def _check(rows: pl.DataFrame, k: int) -> None:
    if dict(rows.schema) != COVERAGE_SCHEMA:
        raise ReleaseError("The release is altered: its coverage does not have the columns that it must have.")
    act = pl.when(pl.col("cell") == POOL).then(pl.lit(POOL)).otherwise(pl.lit(ALL_ACTS))
    plate = rows.select("cell", "resolution", "period", act=act, reports="interviews", people="interviews")
    for problem in problems(COVERAGE, plate):
        raise ReleaseError(f"The release is altered: its coverage {problem}.")
    if rows["cell"].is_in([ELSEWHERE, NOT_STATED]).any():
        raise ReleaseError("The release is altered: its coverage has an area that is neither a cell nor the region.")
    if (rows["interviews"] < (k - 1) // STEP * STEP).any():
        raise ReleaseError("The release is altered: its coverage has a figure of fewer interviews than its k allows.")
