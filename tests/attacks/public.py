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

    Returned: plate, report, rung, area, period, act, more, and the figures told_reports and told_people.
    """
    key = ["rung", "area", "period", "act", "more"]
    found = []
    for name, climbed in plates.climbed.items():
        told = climbed.groups.select(
            *key,
            told_reports=(pl.col("reports") - pl.col("largest")) // 5 * 5,
            told_people=(pl.col("cases") - 1) // 5 * 5,
        )
        members = climbed.members.select(pl.lit(name).alias("plate"), "report", *key)
        found.append(members.join(told, on=key).select("plate", "report", *key, "told_reports", "told_people"))
    return pl.concat(found)


def figures_of(release: Release) -> set[int]:
    """Return every figure that stands in any plate."""
    found: set[int] = set()
    for name, plate in release.plates.items():
        found |= set(plate.rows["people"])
        if name not in TABLES:
            found |= set(plate.rows["reports"])
    return found


def people_of(plates: Plates) -> pl.DataFrame:
    """Return the rows of the tables of people that are shown, with their members, as `groups_of` does.

    They tell no reports: `told_reports` is 0.
    """
    key = ["rung", "area", "period", "act", "more"]
    found = []
    for name, counted in plates.counted.items():
        told = counted.groups.filter("shown").select(
            *key, told_reports=pl.lit(0, pl.Int64), told_people=(pl.col("cases") - 1) // 5 * 5
        )
        members = counted.members.select(pl.lit(name).alias("plate"), "report", *key)
        found.append(members.join(told, on=key).select("plate", "report", *key, "told_reports", "told_people"))
    return pl.concat(found)
