"""What anyone reads from our zip: the rows of its plates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from release import EXPLORED, TABLES

if TYPE_CHECKING:
    from protect.build import Plates
    from release import Release

COLUMNS = ("cell", "resolution", "period", "act", "reports", "people")
EMPTY = pl.DataFrame(
    schema={
        "plate": pl.String, "cell": pl.String, "resolution": pl.UInt8, "period": pl.String, "act": pl.String,
        "reports": pl.Int64, "people": pl.Int64,
    }
)  # fmt: skip


def rows_of(release: Release, *plates: str) -> pl.DataFrame:
    """Return the rows of some plates that are explored by place, time and act, or of all of them, without the pools."""
    wanted = [name for name in plates or EXPLORED if name in release.plates]
    found = [release.plates[name].groups.select(pl.lit(name).alias("plate"), *COLUMNS) for name in wanted]
    return pl.concat([EMPTY, *found])


def groups_of(plates: Plates) -> pl.DataFrame:
    """Return all groups of all ladders with their members, as only who knows everyone's rows could tell them apart.

    plate, rung, area, period, act, more, report; with them the figures told_reports and told_people.
    """
    key = ["rung", "area", "period", "act", "more"]
    found = []
    for name, climbed in plates.climbed.items():
        told = climbed.groups.select(
            *key,
            told_reports=(pl.col("reports") - pl.col("largest")) // 5 * 5,
            told_people=(pl.col("cases") - 1) // 5 * 5,
        )
        found.append(climbed.members.join(told, on=key).select(pl.lit(name).alias("plate"), pl.all()))
    return pl.concat(found)


def figures_of(release: Release) -> set[int]:
    """Return every figure that stands in any plate."""
    found: set[int] = set()
    for name, plate in release.plates.items():
        found |= set(plate.rows["people"])
        if name not in TABLES:
            found |= set(plate.rows["reports"])
    return found
