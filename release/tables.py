"""A plate as a CSV file, and the checks that every row of a plate must pass, whoever wrote it."""

from __future__ import annotations

import io
from itertools import product
from typing import TYPE_CHECKING

import polars as pl

from errors import InputError, ReleaseError
from geo import from_text, in_study_area, resolution_of
from release.plates import (
    ALL_ACTS,
    ALL_VALUES,
    AXES,
    CAPTIVITY,
    ELSEWHERE,
    NOT_STATED,
    PLATES,
    POOL,
    REGION,
    STEP,
    Acts,
    Ladder,
    Period,
    Plate,
    sort_rows,
)
from terms import ALL_TIME, UNDATED, eras, taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_PLACE = (REGION, ELSEWHERE, NOT_STATED, POOL)


def to_csv(plate: Plate) -> bytes:
    """Write the rows of a plate; an area that is no H3 cell has an empty resolution."""
    blank = pl.col(pl.String).replace(POOL, None)  # an empty field, not a quoted empty text
    return plate.rows.with_columns(blank).write_csv().encode()


def from_csv(name: str, content: bytes) -> Plate:
    """Read a plate and check it, row by row and as a whole.

    Raises
    ------
    ReleaseError
        If a column, a key, an order or a figure is not one that a release can hold.
    """
    try:
        read = pl.read_csv(io.BytesIO(content), schema_overrides=PLATES[name].schema, extra_columns="raise")
    except (pl.exceptions.PolarsError, UnicodeDecodeError):
        raise ReleaseError(f"The release is altered: plate {name} cannot be read.") from None
    rows = read.with_columns(pl.col(pl.String).fill_null(POOL))
    check_rows(name, rows)
    return Plate(name, rows)


def check_rows(name: str, rows: pl.DataFrame) -> None:
    """Check figures, keys and order of a plate's rows.

    Raises
    ------
    ReleaseError
        Naming the plate and what is wrong with it.
    """
    for problem in problems(PLATES[name], rows):
        raise ReleaseError(f"The release is altered: plate {name} {problem}.")


def problems(ladder: Ladder, rows: pl.DataFrame) -> Iterator[str]:
    """Yield what is wrong with the rows of a ladder or table, as the end of a sentence about it."""
    keys = list(ladder.keys)
    if dict(rows.schema) != ladder.schema:
        yield "does not have the columns of a plate"
        return
    if rows.drop("resolution").null_count().sum_horizontal().sum():
        yield "has an empty figure"
        return
    figures = pl.col("people") if ladder.of_people else pl.col("reports", "people")
    if rows.filter(pl.any_horizontal((figures % STEP != 0) | (figures < STEP))).height:
        yield f"has a figure that is no multiple of {STEP}"
    if not ladder.of_people and (rows["people"] > rows["reports"]).any():
        yield "has more people than reports"
    if rows.select(keys).is_duplicated().any():
        yield "has a row twice"
    if not rows.equals(sort_rows(rows)):
        yield "is not in the order of a release"
    yield from _cell_problems(rows)
    allowed = pl.DataFrame(list(_shapes(ladder)), schema=["shape"], orient="row")
    if rows.select(shape=_shape(ladder)).join(allowed, on="shape", how="anti").height:
        yield "has a key that no rung of its ladder allows"


def _cell_problems(rows: pl.DataFrame) -> Iterator[str]:
    placed = rows.filter(~pl.col("cell").is_in(NO_PLACE))
    if rows.filter(pl.col("cell").is_in(NO_PLACE))["resolution"].is_not_null().any():
        yield "has a resolution where there is no cell"
    try:
        cells = from_text(placed["cell"].to_list())
    except InputError:
        yield "has an area that is no cell"
        return
    if not in_study_area(cells).all():
        yield "has a cell outside the study area"
    if resolution_of(cells).tolist() != placed["resolution"].to_list():
        yield "has a resolution that is not its cell's"


def _shape(ladder: Ladder) -> pl.Expr:
    """Say of a row how finely it tells area, period, act, and whatever else its plate may tell."""
    area = (
        pl.when(pl.col("resolution").is_null())
        .then(pl.col("cell"))
        .otherwise(pl.format("r{}", pl.col("resolution").fill_null(0)))
    )
    period = (
        pl.when(pl.col("period").str.contains(r"^[12]\d{3}$"))
        .then(pl.lit("year"))
        .when(pl.col("period").is_in([era.id for era in eras()]))
        .then(pl.lit("era"))
        .otherwise("period")
    )
    known = taxonomy()
    groups = [group for group in known.groups if group != "Z"]
    leaves = [act for group in groups for act in known.acts_of(group)]
    if ladder.name == "ongoing":
        groups, leaves = list(CAPTIVITY), []
    act = (
        pl.when(pl.col("act").is_in(leaves))
        .then(pl.lit("act"))
        .when(pl.col("act").is_in(groups))
        .then(pl.lit("group"))
        .otherwise("act")
    )
    axes = [
        pl.when(pl.col(axis).is_in(AXES[axis])).then(pl.lit("told")).otherwise(axis).alias(axis) for axis in ladder.axes
    ]
    return pl.concat_str([area, period, act, *axes], separator="|")


def _shapes(ladder: Ladder) -> Iterator[tuple[str]]:
    """Every shape that a rung of the ladder can publish; Z is an act and a group, `undated` a year and an era."""
    if not ladder.of_people:
        yield ("|".join(["", "", "", *("" for _ in ladder.axes)]),)
    periods = {Period.YEAR: ("year", UNDATED), Period.ERA: ("era", UNDATED), Period.ALL: (ALL_TIME,)}
    acts = {Acts.ACT: ("act", "Z"), Acts.GROUP: ("group", "Z"), Acts.ALL: (ALL_ACTS,)}
    for rung in ladder.rungs:
        nowhere = (REGION,) if ladder.of_people else (REGION, ELSEWHERE, NOT_STATED)
        areas = (f"r{rung.area.value}",) if rung.area.is_place else nowhere
        axes = [("told" if axis in rung.axes else ALL_VALUES,) for axis in ladder.axes]
        for shape in product(areas, periods[rung.period], acts[rung.acts], *axes):
            yield ("|".join(shape),)
