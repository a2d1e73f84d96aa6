"""What earlier releases have told: their groups stay known to anyone who kept them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from protect.build import NO_BOUNDS, NO_FROZEN, NO_LIMIT, NOT_COUNTED, NOT_TOLD, Before
from protect.editions import GROUP, counted_before
from protect.stats import KEY
from release import LADDERS, STEP, TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from protect.editions import Split
    from protect.ledger import Ledger


def told_before(ledgers: Sequence[Ledger], found: Split, limited: pl.DataFrame, *, same_series: bool) -> Before | None:
    """Return what is known from earlier releases of the same data; None where there were none.

    Parameters
    ----------
    ledgers
        Of the newest release of each series so far, the newest first.
    found
        The reports of the table now.
    limited
        All reports, with the columns of `protect.entry.add_limits`.
    same_series
        Whether the next release goes on with the series of the first ledger, so that it sums their editions.
    """
    if not any(ledger.editions for ledger in ledgers):
        return None
    past = limited.filter("past").select(number="report")
    marks = found.marks.join(past, on="number", how="semi")
    seen = pl.concat([ledger.entries.select("report") for ledger in ledgers])
    members, bounds, height = [NO_FROZEN], [NO_BOUNDS], 0
    for ledger in ledgers:
        own, limits = _groups(ledger, marks)
        members.append(own.with_columns(pl.col("sum") + height))
        bounds.append(limits.with_columns(pl.col("sum") + height))
        height += limits.height
    return Before(
        unseen=marks.join(seen, on="report", how="anti")["number"],
        counted=pl.concat([NOT_COUNTED, counted_before(found.marks, ledgers[0])], how="vertical_relaxed"),
        told=_tables(ledgers[0]),
        members=pl.concat(members),
        bounds=pl.concat(bounds),
        summed=same_series,
    )


def _groups(ledger: Ledger, marks: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the groups of the ladders, dissolved ones too: which reports of the table are in each, and its bounds."""
    groups = ledger.groups.filter(pl.col("plate").is_in(list(LADDERS))).with_row_index("sum")
    numbered = groups.with_columns(pl.col("sum").cast(pl.Int64))
    placed = ledger.placed.filter("bears").join(numbered.select("sum", *GROUP), on=GROUP).join(ledger.entries, on="n")
    here = placed.join(marks.select("report", "number"), on="report", how="left")
    absent = here.filter(pl.col("number").is_null()).group_by("sum").agg(absent=pl.col("person").n_unique())
    present = here.drop_nulls("number").group_by("sum").agg(present=pl.len().cast(pl.Int64))
    low = pl.col("figure_reports") + pl.col("largest")
    bounds = (
        numbered.join(present, on="sum", how="left", maintain_order="left")
        .join(absent, on="sum", how="left", maintain_order="left")
        .select(
            "sum",
            low=low,
            high=low + STEP - 1,
            lost_reports=pl.col("reports") - pl.col("present").fill_null(0),
            lost_cases=pl.col("lost_cases") + pl.col("absent").fill_null(0).cast(pl.Int64),
        )
    )
    return here.drop_nulls("number").select("sum", pl.col("number").cast(pl.UInt32).alias("report")), bounds


def _tables(ledger: Ledger) -> pl.DataFrame:
    """Return the rows of the tables of people: what the number of those counted lies between, and what it is."""
    rows = ledger.standing.filter(pl.col("plate").is_in(list(TABLES)))
    least = pl.col("figure_people") + 1
    adds = ledger.head.fixed.persons.parts_add
    told = rows.group_by("plate", "rung", *KEY, maintain_order=True).agg(
        low=least.sum() if adds else least.max(),
        high=(least + STEP - 1).sum() if adds else pl.lit(NO_LIMIT, pl.Int64),
        heads=pl.col("cases").sum() if adds else pl.lit(None, pl.Int64),
    )
    return pl.concat([NOT_TOLD, told.select(NOT_TOLD.columns)], how="vertical_relaxed")
