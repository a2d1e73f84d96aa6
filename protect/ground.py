"""What an attacker does not know: counts, and the margins of them that he would ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from scipy import sparse

from protect.build import NO_BOUNDS
from protect.linked import slacks
from protect.stats import BETWEEN, KEY
from release import Persons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from protect.build import Batch
    from protect.distinct import Counted
    from protect.stats import Conditions

_CELLS: Final = ("c5", "c4", "c3")
_OF_CELL: Final = ((), ("group",), ("act",), ("era",), ("year",), ("era", "group"))
MARGINS: Final = (
    *((cell, *kind) for cell, kind in product(_CELLS, _OF_CELL)),
    *product(("year", "era"), ("told_act", "group")),
    ("actor", "group"),
)
"""Keys of the margins that are asked for; a cell is told as finely as r5, and as widely as r3."""


@dataclass(frozen=True, slots=True, repr=False)
class Ground:
    """What stays the same whatever is published. Private.

    Columns are the reports past their embargo; after them, table by table, the people of each row, of those rows that
    were published before the people not counted yet and those who withdrew; then what each group of an earlier release
    has lost; and last what each total of someone else counts besides. `columns`: report, column. `people`: the rows of
    each table, with the columns people, uncounted and gone. `lost`: the columns of `Before.bounds`. `totals`: of each
    total the columns that it sums, and what they sum to. `known`: the true counts. `questions`: shape margins x
    columns: all margins of fewer than k people.
    """

    columns: pl.DataFrame
    people: Mapping[str, pl.DataFrame]
    lost: pl.Series
    totals: list[tuple[list[int], int]]
    known: NDArray[np.float64]
    questions: sparse.csr_matrix

    def __repr__(self) -> str:
        """Say how large it is, and nothing else."""
        return f"Ground({len(self.known)} columns, {self.questions.shape[0]} margins)"


@dataclass(slots=True)
class _Layout:
    """Columns as they are laid out one after another, with their true counts, and the margins that are asked for."""

    k: int
    width: int = 0
    known: list[NDArray[np.float64]] = field(default_factory=list)
    asked: list[tuple[int, ...]] = field(default_factory=list)

    def lay(self, counts: pl.Series, heads: pl.Series | None = None) -> pl.Series:
        """Give each count a column; ask for it where it is of 1 to k - 1 people (itself, unless heads are given)."""
        at = pl.Series(np.arange(self.width, self.width + len(counts)), dtype=pl.Int64)
        self.width += len(counts)
        self.known.append(counts.cast(pl.Float64).to_numpy())
        few = (counts if heads is None else heads).is_between(1, self.k - 1)
        self.asked += [(column,) for column in at.filter(few).to_list()]
        return at


def ground(batch: Batch, counted: Mapping[str, Counted], conditions: Conditions) -> Ground:
    """Lay out the counts that an attacker does not know, and the margins that he would ask for.

    Parameters
    ----------
    batch
        The reports, and what was published before.
    counted
        The tables of people, every row of them, shown or not.
    conditions
        Whose k is the least number of cases that may be known of (unlinked: cases of the largest single source).
    """
    past = _by_what_is_told(batch.rows.filter("past"), batch.sources)
    layout = _Layout(conditions.policy.k)
    past = past.with_columns(column=layout.lay(pl.Series([1], dtype=pl.Int64).new_from_index(0, past.height)))
    layout.asked = _small_margins(past, batch.sources, conditions)
    if batch.before:
        unseen = past.filter(pl.col("report").is_in(batch.before.unseen.implode()))
        layout.asked += _small_margins(unseen, batch.sources, conditions)
    people = {name: _lay_people(table, batch, layout) for name, table in counted.items()}
    bounds = batch.before.bounds if batch.before else NO_BOUNDS
    lost = layout.lay(bounds["lost_reports"], bounds["lost_cases"])
    counted_of_ours = slacks(batch.against, past)
    besides = layout.lay(pl.Series([many for _, many in counted_of_ours], dtype=pl.Int64)).to_list()
    totals = [
        # What counts nothing besides ours might be known to: then there is nothing that it could count besides.
        ([*columns.to_list(), *([extra] if many else [])], len(columns) + many)
        for (columns, many), extra in zip(counted_of_ours, besides, strict=True)
    ]
    asked = list(dict.fromkeys(layout.asked))
    at = np.repeat(np.arange(len(asked)), [len(margin) for margin in asked])
    inside = np.array([column for margin in asked for column in margin], dtype=np.int64)
    questions = sparse.csr_matrix((np.ones(len(inside)), (at, inside)), shape=(len(asked), layout.width))
    return Ground(past.select("report", "column"), people, lost, totals, np.concatenate(layout.known), questions)


def _by_what_is_told(past: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Sort reports by all that plates and margins tell apart, so that it does not matter which case stands first."""
    by_source = sources.group_by("report").agg(told_by=pl.col("source").cast(pl.String).sort().str.join(BETWEEN))
    sorted_ = past.join(by_source, on="report", how="left").sort(
        *(name for name in sorted(past.columns) if name not in {"report", "person"}), "told_by", "report"
    )
    return sorted_.drop("told_by")


def _lay_people(table: Counted, batch: Batch, layout: _Layout) -> pl.DataFrame:
    """Lay out the rows of a table of people."""
    row = ["rung", *KEY]
    stand = table.members.select(*row, "person").unique()
    still = stand.join(batch.counted(table.ladder.name), on=[*row, "person"], how="semi").group_by(row)
    rows = table.groups.join(batch.told(table.ladder.name), on=row, how="left", maintain_order="left").join(
        still.agg(still=pl.len().cast(pl.Int64)), on=row, how="left", maintain_order="left"
    )
    still_here = pl.col("still").fill_null(0)
    told_alone = pl.col("heads").is_not_null() & ~(pl.col("shown") & batch.summed)
    missing = pl.max_horizontal(pl.col("low") - pl.col("everyone"), 0)
    laid = rows.select(
        uncounted=pl.when(told_alone).then(pl.col("everyone") - still_here).otherwise(0),
        gone=pl.coalesce(pl.col("heads") - still_here, missing, 0),
    )
    people = layout.lay(rows["everyone"])
    return rows.with_columns(people=people, uncounted=layout.lay(laid["uncounted"]), gone=layout.lay(laid["gone"]))


def _small_margins(past: pl.DataFrame, sources: pl.DataFrame, conditions: Conditions) -> list[tuple[int, ...]]:
    """Return the columns of each margin with fewer than k cases, each set of reports once."""
    told, source = past, pl.lit(0)
    if conditions.persons is Persons.UNLINKED:
        told, source = past.join(sources, on="report", how="left"), pl.col("source")
    found: set[tuple[int, ...]] = set()
    for key in MARGINS:
        placed = told.drop_nulls(key[0]) if key[0] in _CELLS else told
        of_source = placed.group_by(*key, own=source).agg(pl.col("person").n_unique())
        cases = of_source.group_by(key).agg(cases=pl.col("person").max())
        small = cases.filter(pl.col("cases") < conditions.policy.k)
        parts = past.join(small, on=key, nulls_equal=True).group_by(key).agg("column")
        found |= {tuple(sorted(part)) for part in parts["column"].to_list()}
    return sorted(found)
