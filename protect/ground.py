"""What an attacker does not know: counts, and the margins of them that he would ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from scipy import sparse

from protect.build import NO_BOUNDS, NOT_TOLD
from protect.crowds import sets_of_people, small_differences
from protect.ladder import AREAS
from protect.linked import slacks
from protect.stats import BETWEEN
from release import Persons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from protect.build import Batch
    from protect.distinct import Counted
    from protect.stats import Conditions

_CELLS: Final = ("c5", "c4", "c3", "c2")
_OF_AREA: Final = ((), ("group",), ("act",), ("era",), ("year",), ("era", "group"))
MARGINS: Final = (
    *((area, *kind) for area, kind in product((*_CELLS, "wide"), _OF_AREA)),
    *product(("year", "era"), ("told_act", "group")),
    ("actor", "group"),
    ("country", "group"),
    ("actor", "country", "group"),
    ("actor", "country", "era", "group"),
    ("lag",),
    ("era", "lag"),
)
"""Keys of the margins that are asked for. A cell is told as finely as r5, and as widely as r2; `wide` is what the last
rung of a ladder tells of an area: the region, elsewhere, or not stated.
"""


@dataclass(frozen=True, slots=True, repr=False)
class Ground:
    """What stays the same whatever is published. Private.

    Columns are the reports past their embargo; after them the people who are counted, and of each row of people that
    was ever published how many in it have gone; then what each group of an earlier release has lost; and last what
    each total of someone else counts besides. `columns`: report, person, column. `people`: person, source, column.
    `gone`: in the order of `Before.told`; `lost`: in that of `Before.bounds`. `totals`: of each total the columns that
    it sums, and what they sum to. `known`: the true counts. `questions`: shape margins x columns: all margins of fewer
    than k people.
    """

    columns: pl.DataFrame
    people: pl.DataFrame
    gone: pl.Series
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

    def lay(self, counts: pl.Series) -> pl.Series:
        """Give each count a column."""
        at = pl.Series(np.arange(self.width, self.width + len(counts)), dtype=pl.Int64)
        self.width += len(counts)
        self.known.append(counts.cast(pl.Float64).to_numpy())
        return at

    def lay_each(self, many: int) -> pl.Series:
        """Give each of so many reports or people a column: of each there is one."""
        return self.lay(pl.Series([1], dtype=pl.Int64).new_from_index(0, many))

    def ask_one_by_one(self, at: pl.Series, heads: pl.Series) -> None:
        """Ask for the columns of 1 to k - 1 people."""
        self.asked += [(column,) for column in at.filter(heads.is_between(1, self.k - 1)).to_list()]


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
    past = past.with_columns(column=layout.lay_each(past.height))
    layout.asked = _small_margins(past, batch.sources, conditions)
    if batch.before:
        unseen = past.filter(pl.col("report").is_in(batch.before.unseen.implode()))
        layout.asked += _small_margins(unseen, batch.sources, conditions)
    sets = sets_of_people(batch, counted)
    people = _by_source(batch, sets, conditions)
    people = people.with_columns(column=layout.lay_each(people.height))
    told = batch.before.told if batch.before else NOT_TOLD
    gone = layout.lay(told["gone"])
    layout.ask_one_by_one(gone, told["gone"])
    layout.asked += small_differences(sets, people, told.with_columns(column=gone), conditions.policy.k)
    bounds = batch.before.bounds if batch.before else NO_BOUNDS
    lost = layout.lay(bounds["lost_reports"])
    layout.ask_one_by_one(lost, bounds["lost_cases"])
    counted_of_ours = slacks(batch.against, past)
    beyond = pl.Series([many for _, many in counted_of_ours], dtype=pl.Int64)
    extras = layout.lay(beyond)
    layout.ask_one_by_one(extras, beyond)
    besides = extras.to_list()
    totals = [
        # What counts nothing besides ours might be known to: then there is nothing that it could count besides.
        ([*columns.to_list(), *([extra] if many else [])], len(columns) + many)
        for (columns, many), extra in zip(counted_of_ours, besides, strict=True)
    ]
    asked = list(dict.fromkeys(layout.asked))
    at = np.repeat(np.arange(len(asked)), [len(margin) for margin in asked])
    inside = np.array([column for margin in asked for column in margin], dtype=np.int64)
    questions = sparse.csr_matrix((np.ones(len(inside)), (at, inside)), shape=(len(asked), layout.width))
    known = np.concatenate(layout.known)
    return Ground(past.select("report", "person", "column"), people, gone, lost, totals, known, questions)


def _by_what_is_told(past: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Sort reports by all that plates and margins tell apart, so that it does not matter which case stands first."""
    by_source = sources.group_by("report").agg(told_by=pl.col("source").cast(pl.String).sort().str.join(BETWEEN))
    sorted_ = past.join(by_source, on="report", how="left").sort(
        *(name for name in sorted(past.columns) if name not in {"report", "person"}), "told_by", "report"
    )
    return sorted_.drop("told_by")


def _by_source(batch: Batch, sets: pl.DataFrame, conditions: Conditions) -> pl.DataFrame:
    """Return all people in some sets, with the source that each stands in where sources are unlinked (else 0)."""
    people = sets.select("person").unique().sort("person")
    none = pl.lit(0, batch.sources.schema["source"])
    if conditions.persons is not Persons.UNLINKED:
        return people.with_columns(source=none)
    told = batch.rows.select("report", "person").join(batch.sources, on="report").group_by("person")
    stands = told.agg(pl.col("source").min())
    return people.join(stands, on="person", how="left", maintain_order="left").with_columns(
        pl.col("source").fill_null(none)
    )


def _small_margins(past: pl.DataFrame, sources: pl.DataFrame, conditions: Conditions) -> list[tuple[int, ...]]:
    """Return the columns of each margin with fewer than k cases, each set of reports once."""
    past = past.with_columns(wide=pl.col("area").replace_strict(AREAS, return_dtype=pl.UInt64))
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
