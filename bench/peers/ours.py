"""The ladder, as a whole release publishes it: all plates together passed the audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from bench.peers.exact import exact
from bench.peers.given import AS_OF, REGION, SECRET, Told
from protect import Request, protect
from protect.ladder import POOL_RUNG
from protect.rules import figures
from protect.stats import KEY
from release import LADDERS, STEP

if TYPE_CHECKING:
    from bench.peers.given import Given

PLATE = LADDERS["where"]


def ladder(data: Given) -> Told:
    """Return the groups of the plate `where`; the attacker to beat knows the largest case of each.

    A release that had to leave the plate out tells nothing.
    """
    request = Request(title="Frontier", as_of=AS_OF, single_source=True, synthetic=True)
    climbed = protect(data.incidents, SECRET, request).audited.plates.climbed.get(PLATE.name)
    if climbed is None:
        return exact(data.groups(5).clear())
    columns = data.rows.select("report", "column")
    own = climbed.members.join(columns, on="report").group_by("rung", *KEY).agg(pl.col("column").sort())
    groups = climbed.groups.hstack(figures(climbed.groups).select(figure="reports")).join(own, on=["rung", *KEY])
    of_rung = {number: rung.area.value for number, rung in enumerate(PLATE.rungs)} | {POOL_RUNG: REGION}
    resolution = pl.col("rung").replace_strict(of_rung, return_dtype=pl.Int32).alias("resolution")
    figure = pl.col("figure").cast(pl.Float64)
    low = figure + pl.col("largest")
    return Told(groups.select(resolution, "area", figure, low.alias("low"), (low + STEP - 1).alias("high"), "column"))
