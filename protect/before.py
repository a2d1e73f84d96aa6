"""What earlier releases have told: their groups stay known to anyone who kept them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from protect.build import NO_BOUNDS, NO_FROZEN, NOT_COUNTED, NOT_HELD, NOT_TOLD, Before
from protect.editions import GROUP, counted_before
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
    held, told, rows = [NOT_HELD], [NOT_TOLD], 0
    for ledger in ledgers:
        own, limits = _groups(ledger, marks)
        members.append(own.with_columns(pl.col("sum") + height))
        bounds.append(limits.with_columns(pl.col("sum") + height))
        height += limits.height
        people, figures = _tables(ledger, found.marks)
        held.append(people.with_columns(pl.col("at") + rows))
        told.append(figures.with_columns(pl.col("at") + rows))
        rows += figures.height
    return Before(
        unseen=marks.join(seen, on="report", how="anti")["number"],
        counted=pl.concat([NOT_COUNTED, counted_before(found.marks, ledgers[0])], how="vertical_relaxed"),
        told=pl.concat(told),
        held=pl.concat(held),
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
            people="figure_people",
            most=_most(),
            lost_reports=pl.col("reports") - pl.col("present").fill_null(0),
            lost_cases=pl.col("lost_cases") + pl.col("absent").fill_null(0).cast(pl.Int64),
        )
    )
    return here.drop_nulls("number").select("sum", pl.col("number").cast(pl.UInt32).alias("report")), bounds


def _tables(ledger: Ledger, marks: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return each row of the tables of people of each edition: who of those counted is here still, and its figure.

    A row that withdrawals made untrue is among them: whoever kept the release still has it.
    """
    rows = ledger.groups.filter(pl.col("plate").is_in(list(TABLES))).with_row_index("at")
    numbered = rows.with_columns(pl.col("at").cast(pl.Int64))
    counted = ledger.counted.filter("bears").join(numbered.select("at", *GROUP), on=GROUP)
    held = _here(counted, marks).select("at", person=pl.col("number").cast(pl.UInt32)).unique().sort("at", "person")
    left = held.group_by("at").agg(left=pl.len().cast(pl.Int64))
    told = numbered.join(left, on="at", how="left", maintain_order="left")
    gone = pl.col("cases") - pl.col("left").fill_null(0)
    return held, told.select("at", figure="figure_people", most=_most(), gone=gone)


def _most() -> pl.Expr:
    """Return how many people a group can be of: its figure may have been made smaller to agree with others."""
    return (pl.col("cases") - 1) // STEP * STEP + STEP


def _here(counted: pl.DataFrame, marks: pl.DataFrame) -> pl.DataFrame:
    """Add the number of each person who is in the table still.

    Where an earlier series told persons apart in another way, a person is known again by her case: once, though she may
    be several persons now.
    """
    people = marks.select("case", "person", number="person_number").unique()
    known = counted.join(people.select("person", "number"), on="person")
    others = counted.join(people, on="person", how="anti")
    once = people.group_by("case").agg(pl.col("number").min())
    return pl.concat([known.select("at", "number"), others.join(once, on="case").select("at", "number")])
