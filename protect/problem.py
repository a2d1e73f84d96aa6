"""What an attacker has to work with: counts that are not known, sums of them that are published, margins worth asking.

The attacker to beat knows which atoms are occupied, to which groups each belongs, and the largest case of each group;
all that is hidden from him is how many reports an atom holds. Whoever knows less has wider intervals.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from scipy import sparse

from protect.intervals import Published
from protect.stats import KEY
from release import STEP, Persons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from protect.build import Plates
    from protect.distinct import Counted
    from protect.ladder import Climbed
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

    Columns are the reports past their embargo, and after them the rows of the tables of people. `columns`: report,
    column. `people`: the rows of each table, with their column. `known`: the true counts. `questions`: shape margins x
    columns: all margins of fewer than k people. `asked`: of each margin its table (null: it is of reports) and cases.
    """

    columns: pl.DataFrame
    people: Mapping[str, pl.DataFrame]
    known: NDArray[np.float64]
    questions: sparse.csr_matrix
    asked: pl.DataFrame

    def __repr__(self) -> str:
        """Say how large it is, and nothing else."""
        return f"Ground({len(self.known)} columns, {self.asked.height} margins)"


@dataclass(frozen=True, slots=True, repr=False)
class Problem:
    """One attack: `published` sums, and the `groups` among them (sum, plate, rung, the columns of `KEY`, cases)."""

    published: Published
    groups: pl.DataFrame

    def __repr__(self) -> str:
        """Say how large it is, and nothing else."""
        return f"Problem({self.published!r})"


def ground(rows: pl.DataFrame, sources: pl.DataFrame, counted: Mapping[str, Counted], conditions: Conditions) -> Ground:
    """Return what an attacker does not know, and what he would ask.

    Parameters
    ----------
    rows, sources
        As `protect.ladder.climb_ladder` takes them.
    counted
        The tables of people, every row of them, shown or not.
    conditions
        Whose k is the least number of cases that may be known of (unlinked: cases of the largest single source).
    """
    past = rows.filter("past").with_row_index("column").with_columns(pl.col("column").cast(pl.Int64))
    width, known = past.height, [np.ones(past.height)]
    asked = [_small_margins(past, sources, conditions)]
    people = {}
    for name, table in counted.items():
        own = table.groups.with_columns(column=pl.int_range(pl.len(), dtype=pl.Int64) + width)
        people[name] = own.drop("shown")
        width += own.height
        known.append(own["cases"].cast(pl.Float64).to_numpy())
        few = own.filter(pl.col("cases") < conditions.policy.k)
        asked.append(few.select(table=pl.lit(name), cases="cases", column=pl.concat_list("column")))
    margins = pl.concat(asked)
    member = margins.with_row_index("sum").select("sum", "column").explode("column").with_columns(weight=1.0)
    questions = _matrix(member, (margins.height, width))
    return Ground(past.select("report", "column"), people, np.concatenate(known), questions, margins.drop("column"))


def pose(here: Ground, plates: Plates, sources: pl.DataFrame, persons: Persons) -> Problem:
    """Return what an attacker knows once some plates are published.

    Parameters
    ----------
    here
        Of the same reports.
    plates
        What would be published.
    sources, persons
        Unlinked: the figure of a group is of its counted source alone.
    """
    sums = _Sums()
    for plate in plates.climbed.values():
        sums.add_groups(plate, here.columns, sources, persons)
    for name, table in plates.counted.items():
        own = here.people[name].with_columns(shown=table.groups["shown"])
        sums.add_people(table, own, here.columns)
    return Problem(sums.published(len(here.known)), pl.concat(sums.groups))


def _matrix(member: pl.DataFrame, shape: tuple[int, int]) -> sparse.csr_matrix:
    entries = member.select("sum", "column", "weight").to_numpy().T
    return sparse.csr_matrix((entries[2], (entries[0].astype(np.int64), entries[1].astype(np.int64))), shape=shape)


class _Sums:
    """Sums of columns with their bounds, collected plate by plate."""

    def __init__(self) -> None:
        self.groups: list[pl.DataFrame] = []
        self._parts: list[pl.DataFrame] = []
        self._low: list[NDArray[np.float64]] = []
        self._high: list[NDArray[np.float64]] = []
        self._height = 0

    def published(self, width: int) -> Published:
        """Return all sums, of so many columns."""
        member = _matrix(pl.concat(self._parts), (self._height, width))
        return Published(member, np.concatenate(self._low), np.concatenate(self._high))

    def add_groups(self, plate: Climbed, columns: pl.DataFrame, sources: pl.DataFrame, persons: Persons) -> None:
        """Add the groups of a ladder: each lies within four reports above its figure and its largest case."""
        named = ["rung", *KEY]
        groups = plate.groups.with_row_index("sum")
        members = plate.members.join(groups.select("sum", *named, "counted"), on=named)
        if persons is Persons.UNLINKED:
            members = members.join(sources.rename({"source": "counted"}), on=["report", "counted"], how="semi")
        floor = (pl.col("reports") - pl.col("largest")) // STEP * STEP + pl.col("largest")
        low = groups.select(floor)["reports"]
        at = self._add(members.join(columns, on="report").select("sum", "column", weight=1.0), low, low + STEP - 1)
        self.groups.append(groups.select(at, pl.lit(plate.ladder.name).alias("plate"), *named, "cases"))

    def add_people(self, table: Counted, rows: pl.DataFrame, columns: pl.DataFrame) -> None:
        """Add a table of people, hidden rows and all.

        Everyone in a row has a report there; a part has no more people than a whole, nor a whole more than its parts;
        and a shown row lies within five above its figure.
        """
        named = ["rung", *KEY]
        row = rows.select(*named, row="column")
        reports = table.members.join(row, on=named).join(columns, on="report").select("row", "column").unique()
        self._at_most(row.select("row", column="row"), reports)
        pairs = table.nested.join(row, on=named).join(
            row.rename({name: f"in_{name}" for name in (*named, "row")}), on=[f"in_{name}" for name in named]
        )
        self._at_most(
            pairs.with_row_index("pair").select(row="pair", column="row"),
            pairs.with_row_index("pair").select(row="pair", column="in_row"),
        )
        parts = pairs.select(row="in_row", rung="rung", column="row")
        for part in parts.partition_by("rung"):
            self._at_most(part.select("row", column="row").unique(), part.select("row", "column"))
        shown = rows.filter("shown").with_row_index("sum")
        low = shown.select((pl.col("cases") - 1) // STEP * STEP + 1)["cases"]
        at = self._add(shown.select("sum", "column", weight=1.0), low, low + STEP - 1)
        self.groups.append(shown.select(at, pl.lit(table.ladder.name).alias("plate"), *named, "cases"))

    def _at_most(self, less: pl.DataFrame, more: pl.DataFrame) -> None:
        """Add that some columns (row, column) sum to no more than others of the same row do."""
        rows = less.select("row").unique().sort("row").with_row_index("sum")
        both = pl.concat(
            [less.select("row", "column", weight=pl.lit(1.0)), more.select("row", "column", weight=pl.lit(-1.0))]
        )
        member = both.join(rows, on="row").select("sum", "column", "weight")
        nothing = pl.Series([0.0] * rows.height, dtype=pl.Float64)
        self._add(member, nothing - np.inf, nothing)

    def _add(self, member: pl.DataFrame, low: pl.Series, high: pl.Series) -> pl.Series:
        """Add sums; `member` has sum (from 0), column, weight. Return the numbers that the sums have got."""
        numbers = pl.Series("sum", np.arange(self._height, self._height + len(low)), dtype=pl.Int64)
        self._parts.append(
            member.select(
                pl.col("sum").cast(pl.Int64) + self._height, pl.col("column").cast(pl.Int64), pl.col("weight")
            )
        )
        self._low.append(low.cast(pl.Float64).to_numpy())
        self._high.append(high.cast(pl.Float64).to_numpy())
        self._height += len(low)
        return numbers


def _small_margins(past: pl.DataFrame, sources: pl.DataFrame, conditions: Conditions) -> pl.DataFrame:
    """Return the margins with fewer than k cases, each set of reports once: table (null), cases, column (a list)."""
    source = pl.lit(0)
    told = past
    if conditions.persons is Persons.UNLINKED:
        told, source = past.join(sources, on="report", how="left"), pl.col("source")
    found: dict[tuple[int, ...], int] = {}
    for key in MARGINS:
        of_source = told.drop_nulls(key[0] if key[0] in _CELLS else []).group_by(*key, own=source)
        cases = of_source.agg(pl.col("person").n_unique()).group_by(key).agg(cases=pl.col("person").max())
        small = cases.filter(pl.col("cases") < conditions.policy.k)
        parts = past.join(small, on=key, nulls_equal=True).group_by(key).agg("column", pl.col("cases").first())
        found |= {tuple(sorted(part)): many for part, many in parts.select("column", "cases").iter_rows()}
    margins = sorted(found)
    return pl.DataFrame(
        {
            "table": pl.Series([None] * len(margins), dtype=pl.String),
            "cases": pl.Series([found[margin] for margin in margins], dtype=pl.Int64),
            "column": pl.Series([list(margin) for margin in margins], dtype=pl.List(pl.Int64)),
        }
    )
