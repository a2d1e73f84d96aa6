"""What an attacker knows: sums of counts that are published.

The attacker to beat knows which atoms are occupied, to which groups each belongs, and the largest case of each group;
all that is hidden from him is how many reports an atom holds. Whoever knows less has wider intervals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from scipy import sparse

from protect.build import NO_GROUPS, NO_LIMIT, Plates
from protect.intervals import Published
from protect.stats import KEY
from release import STEP, Persons

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from protect.build import Before
    from protect.distinct import Counted
    from protect.ground import Ground
    from protect.ladder import Climbed


@dataclass(frozen=True, slots=True, repr=False)
class Problem:
    """One attack: `published` sums, and the `groups` among them (sum, plate, rung, the columns of `KEY`, cases)."""

    published: Published
    groups: pl.DataFrame

    def __repr__(self) -> str:
        """Say how large it is, and nothing else."""
        return f"Problem({self.published!r})"


def pose(
    here: Ground, plates: Plates, sources: pl.DataFrame, persons: Persons, before: Before | None = None
) -> Problem:
    """Return what an attacker knows once some plates are published.

    Parameters
    ----------
    here
        The counts that he does not know.
    plates
        What would be published.
    sources, persons
        Unlinked: the figure of a group is of its counted source alone.
    before
        What was published before.
    """
    sums = _Sums()
    sums.add_totals(here)
    if before:
        sums.add_frozen(before, here)
    for plate in plates.climbed.values():
        sums.add_groups(plate, here.columns, sources, persons)
    for name, table in plates.counted.items():
        own = here.people[name].with_columns(shown=table.groups["shown"], cases=table.groups["cases"])
        sums.add_people(table, own, here.columns, adds=persons.parts_add, summed=before is not None and before.summed)
    groups = sums.groups or [NO_GROUPS.with_columns(sum=pl.lit(0, pl.Int64), cases=pl.lit(0, pl.Int64))]
    return Problem(sums.published(len(here.known)), pl.concat(groups))


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
        entries = pl.concat(self._parts).select("sum", "column", "weight").to_numpy().T
        at = entries[0].astype(np.int64), entries[1].astype(np.int64)
        member = sparse.csr_matrix((entries[2], at), shape=(self._height, width))
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

    def add_totals(self, here: Ground) -> None:
        """Add the totals of someone else."""
        exact = pl.Series([total for _, total in here.totals], dtype=pl.Int64)
        parts = pl.Series([columns for columns, _ in here.totals], dtype=pl.List(pl.Int64))
        member = pl.DataFrame({"column": parts}).with_row_index("sum").explode("column").drop_nulls()
        self._add(member.with_columns(weight=1.0), exact, exact)

    def add_frozen(self, before: Before, here: Ground) -> None:
        """Add the groups of earlier releases: what is left of each, and what it has lost."""
        numbers = before.bounds.with_row_index("place").select("place", "sum")
        left = before.members.join(numbers, on="sum").join(here.columns, on="report")
        gone = pl.DataFrame({"sum": numbers["place"], "column": here.lost, "weight": 1.0})
        member = pl.concat(
            [
                left.select(pl.col("place").cast(pl.Int64).alias("sum"), "column", weight=1.0),
                gone.select(pl.col("sum").cast(pl.Int64), "column", "weight"),
            ]
        )
        self._add(member, before.bounds["low"], before.bounds["high"])

    def add_people(
        self, table: Counted, rows: pl.DataFrame, columns: pl.DataFrame, *, adds: bool, summed: bool
    ) -> None:
        """Add a table of people, hidden rows and all.

        Everyone in a row has a report there; a part has no more people than a whole, nor a whole more than its parts;
        and a shown row lies within five above its figure, once for each edition.
        """
        named = ["rung", *KEY]
        row = rows.select(*named, row="people")
        reports = table.members.join(row, on=named).join(columns, on="report").select("row", "column").unique()
        self._at_most(row.select("row", column="row"), reports)
        pairs = table.nested.join(row, on=named).join(
            row.rename({name: f"in_{name}" for name in (*named, "row")}), on=[f"in_{name}" for name in named]
        )
        pairs = pairs.sort("row", "in_row")  # the order of sums decides between proofs that are equally good
        numbered = pairs.with_row_index("pair")
        self._at_most(numbered.select(row="pair", column="row"), numbered.select(row="pair", column="in_row"))
        for parts in pairs.partition_by("rung"):
            whole = parts.select("in_row").unique()
            self._at_most(whole.select(row="in_row", column="in_row"), parts.select(row="in_row", column="row"))
        told = rows.filter(pl.col("low").is_not_null())
        self._add_told_before(told.filter(~pl.col("shown")) if summed else told)
        shown = rows.filter("shown")
        alone = shown if not summed else shown.filter(pl.col("low").is_null())
        self._add_shown(alone.with_columns(low=pl.lit(None, pl.Int64)), table.ladder.name, adds=adds)
        if summed:
            self._add_shown(shown.filter(pl.col("low").is_not_null()), table.ladder.name, adds=adds)

    def _add_shown(self, rows: pl.DataFrame, name: str, *, adds: bool) -> None:
        """Add the rows that are shown now: who stands in one was counted now, or in an earlier edition.

        Who was counted and is not in it any more is known of only as someone who may have gone.
        """
        shown = rows.with_row_index("sum")
        least = (pl.col("cases") - 1) // STEP * STEP + 1
        first = pl.col("low").is_null()
        known = pl.col("low").fill_null(0)
        most = pl.col("high").fill_null(0) + least + STEP - 1
        # Where sources are unlinked, that of each edition may be another: all of them are only less than the whole.
        low = known + least if adds else pl.max_horizontal(known, least)
        high = most if adds else pl.when(first).then(least + STEP - 1).otherwise(pl.lit(NO_LIMIT))
        member = pl.concat([shown.select("sum", column="people"), shown.filter(~first).select("sum", column="gone")])
        bounds = shown.select(low=low, high=high)
        at = self._add(member.with_columns(weight=1.0), bounds["low"], bounds["high"])
        self.groups.append(shown.select(at, pl.lit(name).alias("plate"), "rung", *KEY, "cases"))

    def _add_told_before(self, rows: pl.DataFrame) -> None:
        """Add rows as they were shown before: besides those who were counted there may be others now, and some gone."""
        told = rows.with_row_index("sum")
        signs = {"people": 1.0, "uncounted": -1.0, "gone": 1.0}
        member = [told.select("sum", column=name, weight=pl.lit(sign)) for name, sign in signs.items()]
        self._add(pl.concat(member), told["low"], told["high"])
        self._at_most(told.select(row="sum", column="uncounted"), told.select(row="sum", column="people"))

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
        shifted = pl.col("sum").cast(pl.Int64) + self._height
        self._parts.append(member.select(shifted, pl.col("column").cast(pl.Int64), pl.col("weight")))
        self._low.append(low.cast(pl.Float64).to_numpy())
        self._high.append(high.cast(pl.Float64).to_numpy())
        self._height += len(low)
        return numbers
