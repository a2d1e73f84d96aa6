"""Freezing an edition: what was published of whom goes into the ledger; the sums of all editions are the release."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from protect.editions import GROUP
from protect.ledger import COLUMNS, Ledger
from protect.publish import to_plate
from protect.rules import figures
from protect.stats import KEY
from release import LADDERS, PLATES, TABLES, Persons, Plate, sort_rows

if TYPE_CHECKING:
    from protect.build import Plates
    from protect.editions import Split
    from protect.tally import Reports


def to_ledger(ledger: Ledger, split: Split, plates: Plates, reports: Reports, limited: pl.DataFrame) -> Ledger:
    """Add an edition to a ledger.

    Parameters
    ----------
    ledger, split
        What there was before, and what was new to it.
    plates
        What is published of the new.
    reports, limited
        The table that was split.

    Returns
    -------
    Ledger
        With the new groups, and with those dissolved that are untrue; who was in these stays in it, for whoever kept
        the release may know of them still. `Ledger.released` then names the release.
    """
    past = limited.filter("past").select(number="report")
    unseen = split.marks.join(past, on="number", how="semi").join(ledger.entries, on="report", how="anti")
    first = ledger.entries.height and int(ledger.entries["n"].to_list()[-1]) + 1
    fresh = unseen.sort("report").with_row_index("n", offset=first)
    entries = pl.concat([ledger.entries, _typed("entries", fresh)])
    numbers = split.marks.select("number", "report").join(entries, on="report")
    groups = _groups(plates, split.edition)
    members = _members(groups, plates, split, reports).join(numbers, on="number")
    placed = _typed("placed", members.filter(pl.col("plate").is_in(list(LADDERS))))
    counted = _typed("counted", members.filter(pl.col("plate").is_in(list(TABLES))))
    dissolved = pl.col("dissolved") | pl.struct(GROUP).is_in(
        split.dissolved.select(pl.struct(GROUP)).to_series().implode()
    )
    return replace(
        ledger,
        head=ledger.head.model_copy(update={"withheld": [*ledger.head.withheld, _withheld(plates)]}),
        entries=entries,
        placed=pl.concat([ledger.placed, placed]).sort(placed.columns),
        groups=pl.concat([ledger.groups.with_columns(dissolved), _typed("groups", groups)]),
        counted=pl.concat([ledger.counted, counted]).sort(counted.columns),
    )


def sum_plates(ledger: Ledger) -> dict[str, Plate]:
    """Return the public rows of all plates: the sums of the groups of every edition that still stand.

    Notes
    -----
    Reports of editions add, because no report is in two. People of a plate do not: the largest part is taken. In the
    tables of people they add, because who has been counted in a row is not counted there again. Where sources are
    unlinked nothing adds (rule 12).
    """
    adds = ledger.head.fixed.persons.parts_add
    found = {}
    for name, ladder in PLATES.items():
        groups = ledger.standing.filter(pl.col("plate") == name)
        if groups.height:
            told = groups.select(reports="figure_reports", people="figure_people")
            rows = to_plate(ladder, groups, told).rows
            added = {"people"} if ladder.of_people else {"reports"}
            parts = [
                pl.col(figure).sum() if adds and figure in added else pl.col(figure).max()
                for figure in ("reports", "people")
                if figure in rows.columns
            ]
            summed = rows.group_by(*ladder.keys, "resolution").agg(parts).select(list(ladder.schema))
            found[name] = Plate(name, sort_rows(summed))
    return found


def _typed(name: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of a table of the ledger, each row once."""
    schema = COLUMNS[name]
    return rows.select(pl.col(column).cast(kind) for column, kind in schema.items()).unique(maintain_order=True)


def _groups(plates: Plates, edition: int) -> pl.DataFrame:
    """Return the groups of an edition, numbered; `counted` is the source that a group is counted of, if it is one."""
    published = {name: one.groups for name, one in plates.climbed.items()}
    published |= {name: one.groups.filter("shown") for name, one in plates.counted.items()}
    found = []
    for name in plates.names:
        groups = published[name].sort("rung", *KEY).with_row_index("group")
        written = figures(groups).select(figure_reports="reports", figure_people="people")
        if PLATES[name].of_people:
            written = written.with_columns(figure_reports=pl.lit(0, pl.Int64))
        found.append(
            groups.select("group", "rung", *KEY, "cases", "reports", "largest", "counted")
            .hstack(written)
            .with_columns(
                plate=pl.lit(name),
                edition=pl.lit(edition, pl.UInt16),
                lost_cases=pl.lit(0, pl.Int64),
                lost_reports=pl.lit(0, pl.Int64),
                dissolved=pl.lit(value=False),
            )
        )
    return pl.concat(found)


def _members(groups: pl.DataFrame, plates: Plates, split: Split, reports: Reports) -> pl.DataFrame:
    """Return which reports are in which of the numbered groups, and whether the group's counts rest on them.

    Who was counted in a row of a table of people before is not counted there again.
    """
    parts = {name: one.members for name, one in plates.climbed.items()}
    for name, one in plates.counted.items():
        before = split.counted.filter(pl.col("plate") == name)
        parts[name] = one.members.join(before, on=["rung", *KEY, "person"], how="anti")
    told = pl.concat([parts[name].select(pl.lit(name).alias("plate"), "rung", *KEY, "report") for name in plates.names])
    placed = told.join(groups.select(*GROUP, "rung", *KEY, "counted"), on=["plate", "rung", *KEY])
    bears = pl.lit(value=True)
    if reports.persons is Persons.UNLINKED:
        placed = placed.join(reports.sources.unique("report"), on="report", how="left")
        bears = pl.col("source").eq_missing(pl.col("counted"))
    return placed.select(*GROUP, bears.alias("bears"), number="report")


def _withheld(plates: Plates) -> dict[str, int]:
    return {name: one.withheld for name, one in plates.climbed.items()}
