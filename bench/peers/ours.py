"""The ladder, as protection publishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from bench.peers.given import AS_OF, REGION, SECRET, Told
from protect import Policy
from protect.entry import add_limits
from protect.ladder import POOL_RUNG, climb_ladder
from protect.rules import figures
from protect.stats import KEY, Conditions
from protect.tally import tally
from release import LADDERS, STEP, Persons

if TYPE_CHECKING:
    from bench.peers.given import Given


def ladder(data: Given) -> Told:
    """Return the groups of the plate `where`; the attacker to beat knows the largest case of each."""
    plate = LADDERS["where"]
    conditions = Conditions(Policy(), SECRET, Persons.LINKED, single_source=True, as_of=AS_OF)
    reports = tally(data.incidents, conditions.persons)
    limited = add_limits(reports, conditions.policy, AS_OF)
    climbed = climb_ladder(plate, limited, reports.sources, conditions)
    columns = data.rows.select("report", "column")
    own = climbed.members.join(columns, on="report").group_by("rung", *KEY).agg(pl.col("column").sort())
    groups = climbed.groups.hstack(figures(climbed.groups).select(figure="reports")).join(own, on=["rung", *KEY])
    of_rung = {number: rung.area.value for number, rung in enumerate(plate.rungs)} | {POOL_RUNG: REGION}
    low = (pl.col("figure") + pl.col("largest")).cast(pl.Float64)
    return Told(
        groups.select(
            pl.col("rung").replace_strict(of_rung, return_dtype=pl.Int32).alias("resolution"),
            "area",
            pl.col("figure").cast(pl.Float64),
            low.alias("low"),
            (low + STEP - 1).alias("high"),
            "column",
        )
    )
