"""Methods that publish true counts, and hide or widen what is too small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from bench.peers.given import REGION, SIZES, Told

if TYPE_CHECKING:
    from bench.peers.given import Given


def exact(groups: pl.DataFrame) -> Told:
    """Return groups with their true counts."""
    figure = pl.col("reports").cast(pl.Float64)
    return Told(groups.select("resolution", "area", figure=figure, low=figure, high=figure, column="column"))


def suppression(data: Given, finest: int) -> Told:
    """Suppress cells with fewer than k people, and publish the totals of wider areas that have as many.

    The usual table of a statistical office before its second step: nothing is suppressed to keep totals from giving
    away what is hidden (Handbook on Statistical Disclosure Control, 2nd ed., ch. 4).
    """
    return exact(data.groups(finest).filter(pl.col("cases") >= data.k))


def merge(data: Given) -> Told:
    """Merge all parts of an area into one if any of them has fewer than k people, from the finest cells upwards.

    The quadtree of grid statistics, on H3's tree. What may not be shown more finely than an area is one part more of
    it: on its own it may be shown beside finer cells, or be what makes them merge.
    """
    wide = data.places.filter(pl.col("resolution") == REGION).select(
        "column", "person", pl.col("area").alias(str(REGION))
    )
    for size in SIZES:
        at = data.places.filter(pl.col("resolution") == size).select("column", pl.col("area").alias(str(size)))
        wide = wide.join(at, on="column", how="left")
    own = pl.coalesce(pl.when(pl.col(str(size)).is_not_null()).then(size) for size in SIZES).fill_null(REGION)
    now = wide.with_columns(own=own, at=own)
    for size in SIZES:
        above = size - 1 if size > SIZES[-1] else REGION
        parts = now.filter(pl.col("at") == size).group_by(str(size)).agg(
            pl.col("person").n_unique(), pl.col(str(above)).first()
        )  # fmt: skip
        failed = parts.filter(pl.col("person") < data.k)[str(above)].unique()
        merged = (pl.col("own") >= size) & pl.col(str(above)).is_in(failed.implode())
        now = now.with_columns(at=pl.when(merged).then(above).otherwise("at"))
    area = pl.coalesce(pl.when(pl.col("at") == size).then(pl.col(str(size))) for size in (*SIZES, REGION))
    groups = now.group_by(resolution="at", area=area).agg(
        cases=pl.col("person").n_unique(), reports=pl.len(), column=pl.col("column").sort()
    )
    return exact(groups.filter(pl.col("cases") >= data.k).sort("resolution", "area", descending=[True, False]))
