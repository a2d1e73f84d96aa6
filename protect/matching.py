"""What earlier series of the same data have published, found again in a table that may be read another way now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from protect.ledger import Ledger


def find_again(ledgers: Iterable[Ledger], marks: pl.DataFrame, sources: pl.DataFrame) -> tuple[Ledger, ...]:
    """Return the ledgers of earlier series with the marks that their reports have in the table now.

    Parameters
    ----------
    ledgers
        Of the newest release of each earlier series.
    marks
        Of the reports of the table, as `protect.marks.mark_reports` returns them.
    sources
        Each report (by its number) with each source that tells of it.

    Returns
    -------
    tuple[Ledger, ...]
        In the same order. They are for the attack on both together, and are not to be written.

    Raises
    ------
    InputError
        If more than half of the reports that a series published are not in the table: an attack on what was published
        and what will be would find nothing then, whatever there is to find.

    Notes
    -----
    Where a series was linked and the next is not, or the other way round, the same report has other marks, because
    a person is another one. It is found by its case key, place, year and act, and read the safer way: one report that
    is two now (the same key in two sources) is the one whose source tells most, which figures are likeliest to be
    counted of, and the other is none that is new; two reports that are one now are both that one. Left over are a few
    whose place is another one now, because a finer one of another source stands for it: they count as lost, or as new.
    """
    told = (
        sources.join(sources.group_by("source").len("told"), on="source").group_by("report").agg(pl.col("told").max())
    )
    ranked = marks.join(told, left_on="number", right_on="report", how="left")
    found = tuple(_found(ledger, ranked) for ledger in ledgers)
    for ledger in found:
        _check_found(ledger, marks)
    return found


def _found(ledger: Ledger, marks: pl.DataFrame) -> Ledger:
    """Give the reports of a ledger the marks that they have now; what is not in the table keeps its own."""
    free = _numbered(marks.join(ledger.entries, on="report", how="anti"), "told", "person", "report")
    lost = _numbered(ledger.entries.join(marks, on="report", how="anti"), "person", "n")
    there = free.group_by("same").agg(now=pl.len())
    gone = lost.group_by("same").agg(then=pl.len())
    moved = (
        lost.join(there, on="same")
        .with_columns(at=pl.min_horizontal("at", pl.col("now") - 1))
        .join(free.select("same", "at", "report"), on=["same", "at"], suffix="_now")
        .select("n", "report_now")
    )
    entries = (
        ledger.entries.join(moved, on="n", how="left", maintain_order="left")
        .with_columns(report=pl.coalesce("report_now", "report"))
        .drop("report_now")
    )
    # One report that is more than one now: the others stand in no group, but they are not new.
    doubled = free.join(gone, on="same").filter(pl.col("at") >= pl.col("then"))
    first = int(entries["n"].to_list()[-1]) + 1 if entries.height else 0
    known = doubled.sort("report").with_row_index("n", offset=first)
    return replace(
        ledger,
        entries=pl.concat([entries, known.select(pl.col(name).cast(kind) for name, kind in entries.schema.items())]),
    )


def _numbered(rows: pl.DataFrame, *order: str) -> pl.DataFrame:
    """Add the place of each row among those that are the same but for the source, which tell most first."""
    falling = [name == "told" for name in order]
    return rows.sort("same", *order, descending=[False, *falling]).with_columns(
        at=pl.int_range(pl.len(), dtype=pl.UInt32).over("same")
    )


def _check_found(ledger: Ledger, marks: pl.DataFrame) -> None:
    """Refuse a table in which most of what a series published is not found."""
    entries = ledger.entries
    told = entries.join(ledger.placed, on="n", how="semi")
    told = pl.concat([told, entries.join(ledger.counted, on="person", how="semi")]).unique("n")
    found = told.join(marks, on="report", how="semi").height
    if 2 * found < told.height:
        raise InputError(
            "More than half of the reports that an earlier series published are not found in the table: other rows, or "
            "other case keys, places, years or acts. A new series has to be attacked together with what was published "
            "before, and that needs the same rows, written as they were. Give the whole table, with what is new added."
        )
