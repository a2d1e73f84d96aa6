"""Naive releases: a threshold of people for each view that anyone may ask for, and the exact count.

Written plainly, as such tools are: filters are counted anew, and nothing is thought of but the number of people.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import polars as pl

from release import LADDERS, Acts, Area, Period
from terms import UNDATED
from tests.attacks.worlds import K

if TYPE_CHECKING:
    import numpy as np

    from release import Ladder, Rung
    from tests.attacks.worlds import World

KEY = ("cell", "period", "act")
_AREAS = ("t5", "t4", "t3", "t2", "region")


def _keyed(reports: pl.DataFrame, area: str, period: Period, acts: Acts) -> pl.DataFrame:
    """Return the reports that have an area of this size, with the key that they have there."""
    places = pl.lit("region") if area == "region" else pl.col(area)
    if acts is Acts.ACT:
        reports = reports.filter(~pl.col("unstated"))
    rows = reports.filter(pl.col("area").is_in(["cell", "region"])) if area == "region" else reports.drop_nulls(area)
    periods = {Period.YEAR: pl.col("year").cast(pl.String).fill_null(UNDATED), Period.ERA: pl.col("era")}
    codes = {Acts.ACT: pl.col("act"), Acts.GROUP: pl.col("group")}
    return rows.with_columns(
        cell=places,
        period=periods.get(period, pl.lit("all")),
        code=codes.get(acts, pl.lit("all")),
    )


def cube(reports: pl.DataFrame) -> pl.DataFrame:
    """Count every area, period and act, coarse and fine: cell, period, act, reports, people. Nothing is left out."""
    found = [
        _keyed(reports, area, period, acts)
        .group_by("cell", "period", pl.col("code").alias("act"))
        .agg(reports=pl.len().cast(pl.Int64), people=pl.col("person").n_unique().cast(pl.Int64))
        for area in _AREAS
        for period in Period
        for acts in Acts
    ]
    return pl.concat(found).unique([*KEY, "reports", "people"]).sort(KEY)


def publish(reports: pl.DataFrame) -> pl.DataFrame:
    """Answer every question of which the answer comes from k people, exactly."""
    return cube(reports).filter(pl.col("people") >= K)


@lru_cache(maxsize=64)
def exact(world: World) -> pl.DataFrame:
    """Count everything of a world that is past its embargo, as `cube` does."""
    return cube(world.past)


def published(world: World) -> pl.DataFrame:
    """Answer every question about a world of which the answer comes from k people, exactly."""
    return exact(world).filter(pl.col("people") >= K)


def publish_marked(reports: pl.DataFrame) -> pl.DataFrame:
    """Do the same, and write a null for what has too few people; what has none is not there."""
    counted = cube(reports)
    return counted.with_columns(pl.when(pl.col("people") >= K).then(pl.col("reports", "people")))


def add_noise(exact: pl.DataFrame, rng: np.random.Generator, scale: float = 3.0) -> pl.DataFrame:
    """Answer with noise, drawn anew for each who asks."""
    return exact.with_columns(reports=pl.col("reports") + pl.Series(rng.laplace(0, scale, exact.height)))


def publish_rows(table: pl.DataFrame) -> pl.DataFrame:
    """Publish one line an act without the names: what, when and where, in the order of the file."""
    return table.select("date", "act", "lat", "lng")


def climb(reports: pl.DataFrame, ladder: Ladder) -> pl.DataFrame:
    """Climb a ladder with nothing but the threshold: what has k people is shown, the rest goes one rung up.

    Returned: rung, cell, period, act, reports, people.
    """
    rest, found = reports, []
    for number, rung in enumerate(ladder.rungs):
        keyed = _keyed(rest, area_of(rung), rung.period, rung.acts)
        counted = keyed.group_by("cell", "period", pl.col("code").alias("act")).agg(
            reports=pl.len().cast(pl.Int64), people=pl.col("person").n_unique().cast(pl.Int64)
        )
        shown = counted.filter(pl.col("people") >= K)
        found.append(shown.select(pl.lit(number).alias("rung"), *KEY, "reports", "people"))
        own = keyed.join(shown.rename({"act": "code"}), on=["cell", "period", "code"], how="semi")
        rest = rest.join(own, on="report", how="anti")
    return pl.concat(found)


def area_of(rung: Rung) -> str:
    """Return the column that tells the area at a rung."""
    return f"t{rung.area.value}" if rung.area is not Area.REGION else "region"


def members(reports: pl.DataFrame, ladder: str, number: int) -> pl.DataFrame:
    """Return the reports with the key that they have at a rung: report, person, cell, period, act."""
    rung = LADDERS[ladder].rungs[number]
    keyed = _keyed(reports, area_of(rung), rung.period, rung.acts)
    return keyed.select("report", "person", "cell", "period", act="code")


def withdraw(reports: pl.DataFrame, person: int) -> pl.DataFrame:
    """Publish again without one person."""
    return publish(reports.filter(pl.col("person") != person))
