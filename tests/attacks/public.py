"""What anyone reads from our zip: the rows of its plates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from geo import to_text
from release import EXPLORED, PLATES, TABLES

if TYPE_CHECKING:
    from release import Plate, Release
    from tests.attacks.worlds import World

COLUMNS = ("cell", "resolution", "period", "act", "reports", "people")
_KEY = ["rung", "area", "period", "act", "more"]
_TOLD = ("told_reports", "told_people")
_WORDS = {0: "", 1: "region", 2: "elsewhere", 3: "not_stated"}
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


def groups_of(world: World) -> pl.DataFrame:
    """Return all rows of all ladders with what is behind each, as only who knows everyone's rows could tell.

    Returned: plate, report, rung, area, period, act, more (as `protect.stats` has them), and the public figures
    told_reports and told_people.
    """
    found = []
    for name, climbed in world.plates.climbed.items():
        named = _named(climbed.groups)
        told = named.join(_told(world.release.plates[name]), on=["cell", "period", "act", "more"])
        members = climbed.members.select(pl.lit(name).alias("plate"), "report", *_KEY)
        found.append(members.join(told.select(*_KEY, *_TOLD), on=_KEY))
    return pl.concat(found)


def people_of(world: World) -> pl.DataFrame:
    """Return the rows of the tables of people with their members, as `groups_of` does; `told_reports` is 0."""
    found = []
    for name, counted in world.plates.counted.items():
        named = _named(counted.groups.filter("shown"))
        told = named.join(_told(world.release.plates[name]), on=["cell", "period", "act", "more"])
        members = counted.members.select(pl.lit(name).alias("plate"), "report", *_KEY)
        found.append(members.join(told.select(*_KEY, *_TOLD), on=_KEY))
    return pl.concat(found)


def _named(groups: pl.DataFrame) -> pl.DataFrame:
    """Add the text that a group's area has in public."""
    areas = groups.select("area").unique().filter(pl.col("area") > max(_WORDS))
    cells = areas.with_columns(pl.Series("cell", to_text(areas["area"].to_numpy()), dtype=pl.String))
    words = pl.DataFrame({"area": list(_WORDS), "cell": list(_WORDS.values())}, schema=cells.schema)
    return groups.join(pl.concat([cells, words]), on="area")


def _told(plate: Plate) -> pl.DataFrame:
    axes = PLATES[plate.name].axes
    more = pl.concat_str(axes, separator="|").replace("|", "") if axes else pl.lit("")
    reports = pl.col("reports") if "reports" in plate.rows.columns else pl.lit(0, pl.Int64)
    return plate.rows.select(
        "cell", "period", "act", more.alias("more"), told_reports=reports, told_people=pl.col("people")
    )


def figures_of(release: Release) -> set[int]:
    """Return every figure that stands in any plate."""
    found: set[int] = set()
    for name, plate in release.plates.items():
        found |= set(plate.rows["people"])
        if name not in TABLES:
            found |= set(plate.rows["reports"])
    return found
