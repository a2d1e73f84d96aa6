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

from protect.build import NO_GROUPS, Plates
from protect.intervals import Published
from protect.pairs import pairs_that_tell, people_told
from protect.stats import KEY
from release import STEP, Persons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from protect.build import Batch, Before
    from protect.distinct import Counted
    from protect.ground import Ground
    from protect.ladder import Climbed
    from protect.stats import Conditions

_NAMED = ("rung", *KEY)


@dataclass(frozen=True, slots=True, repr=False)
class Problem:
    """One attack.

    `published`: sums that are known. `groups`: those among them that can be sent up: sum, plate, rung, the columns of
    `KEY`, cases. `because`: of a sum that follows from groups, the sums of these.
    """

    published: Published
    groups: pl.DataFrame
    because: dict[int, tuple[int, ...]]

    def blamed(self, proof: list[int]) -> list[int]:
        """Return the groups that a proof rests on."""
        return sorted({own for at in proof for own in self.because.get(at, (at,))})

    def __repr__(self) -> str:
        """Say how large it is, and nothing else."""
        return f"Problem({self.published!r})"


def pose(here: Ground, plates: Plates, batch: Batch, conditions: Conditions) -> Problem:
    """Return what an attacker knows once some plates are published.

    Parameters
    ----------
    here
        The counts that he does not know.
    plates
        What would be published.
    batch
        The reports, and what was published before.
    conditions
        Unlinked: the figure of a group is of its counted source alone.
    """
    sums = _Sums(here, batch, conditions)
    sums.add_totals()
    if batch.before:
        sums.add_frozen(batch.before)
        sums.add_told(batch.before)
    for plate in plates.climbed.values():
        sums.add_groups(plate)
    for name, table in plates.counted.items():
        sums.add_people(table, batch.counted(name) if batch.summed else None)
    sums.add_pairs(plates)
    return sums.problem()


class _Sums:
    """Sums of columns with their bounds, collected plate by plate."""

    def __init__(self, here: Ground, batch: Batch, conditions: Conditions) -> None:
        self._here, self._batch, self._conditions = here, batch, conditions
        self._sources = batch.sources if conditions.persons is Persons.UNLINKED else None
        self._groups = [NO_GROUPS.with_columns(sum=pl.lit(0, pl.Int64), cases=pl.lit(0, pl.Int64))]
        self._because: dict[int, tuple[int, ...]] = {}
        self._parts: list[pl.DataFrame] = []
        self._low: list[NDArray[np.float64]] = []
        self._high: list[NDArray[np.float64]] = []
        self._height = 0

    def problem(self) -> Problem:
        """Return all that was collected."""
        entries = pl.concat(self._parts).select("sum", "column", "weight").to_numpy().T
        at = entries[0].astype(np.int64), entries[1].astype(np.int64)
        member = sparse.csr_matrix((entries[2], at), shape=(self._height, len(self._here.known)))
        published = Published(member, np.concatenate(self._low), np.concatenate(self._high))
        return Problem(published, pl.concat(self._groups, how="diagonal"), self._because)

    def _bearing(self, members: pl.DataFrame) -> pl.DataFrame:
        """Return the reports that the figure of their group counts, given `counted`: unlinked, of one source only."""
        if self._sources is None:
            return members
        return members.join(self._sources.rename({"source": "counted"}), on=["report", "counted"], how="semi")

    def add_groups(self, plate: Climbed) -> None:
        """Add the groups of a ladder: each lies within four reports above its figure and its largest case."""
        groups = plate.groups.with_row_index("sum")
        members = self._bearing(plate.members.join(groups.select("sum", *_NAMED, "counted"), on=_NAMED))
        told = members.select("sum", "report").join(self._here.columns, on="report")
        floor = (pl.col("reports") - pl.col("largest")) // STEP * STEP + pl.col("largest")
        low = groups.select(floor)["reports"]
        at = self._add(told.select("sum", "column"), low, low + STEP - 1)
        self._groups.append(groups.select(at, pl.lit(plate.ladder.name).alias("plate"), *_NAMED, "cases"))

    def add_people(self, table: Counted, before: pl.DataFrame | None) -> None:
        """Add the rows of a table of people that are shown now.

        Those who are counted now are at least one more than the figure, and at most five more than what the figure was
        before it was made to agree with others; and each of them has a report there.
        """
        rows = table.groups.filter("shown").with_row_index("sum")
        members = table.members.join(rows.select("sum", *_NAMED, "counted"), on=_NAMED)
        if before is not None:
            members = members.join(before, on=[*_NAMED, "person"], how="anti")
        members = self._bearing(members)
        least, most = rows["people"] + 1, rows.select(most=(pl.col("cases") - 1) // STEP * STEP + STEP)["most"]
        people = members.select("sum", "person").unique().sort("sum", "person")
        heads = people.join(self._here.people.select("person", "column"), on="person", maintain_order="left")
        at = self._add(heads.select("sum", "column"), least, most)
        self._groups.append(rows.select(at, pl.lit(table.ladder.name).alias("plate"), *_NAMED, "cases"))
        reports = members.select("sum", "report").unique().join(self._here.columns, on="report").sort("sum", "column")
        self._follow(reports.select("sum", "column"), least, [(own,) for own in at.to_list()])

    def add_totals(self) -> None:
        """Add the totals of someone else."""
        exact = pl.Series([total for _, total in self._here.totals], dtype=pl.Int64)
        parts = pl.Series([columns for columns, _ in self._here.totals], dtype=pl.List(pl.Int64))
        member = pl.DataFrame({"column": parts}).with_row_index("sum").explode("column").drop_nulls()
        self._add(member, exact, exact)

    def add_frozen(self, before: Before) -> None:
        """Add the groups of earlier releases: what is left of each, and what it has lost."""
        bounds = before.bounds.drop("sum").with_row_index("sum")
        numbers = before.bounds.with_row_index("place").select("place", "sum")
        left = (
            before.members.join(numbers, on="sum").select("report", sum="place").join(self._here.columns, on="report")
        )
        gone = bounds.select("sum", column=self._here.lost)
        self._add(pl.concat([left.select("sum", "column"), gone]), bounds["low"], bounds["high"])

    def add_told(self, before: Before) -> None:
        """Add each row of people that was ever published: who is left of those counted in it, and who has gone."""
        rows = before.told.with_columns(column=self._here.gone).with_row_index("sum")
        left = before.held.join(rows.select("sum", "at"), on="at").join(
            self._here.people.select("person", "column"), on="person"
        )
        member = pl.concat([left.select("sum", "column"), rows.select("sum", "column")])
        self._add(member, rows["figure"] + 1, rows["most"])

    def add_pairs(self, plates: Plates) -> None:
        """Add what the numbers of people tell of the reports that one group has and another has not.

        Of those who were in a group that was published before, some may have gone, and their reports with them.
        """
        told = pairs_that_tell(people_told(plates, self._batch, self._conditions), self._conditions.policy.k)
        lost = self._here.lost.to_list()
        column = dict(self._here.columns.select("report", "column").iter_rows())
        columns = [
            [*(column[one] for one in own), *lost[pair[0] : pair[0] + 1]]
            for own, pair in zip(told.reports, told.pairs, strict=True)
        ]
        own = [at for groups in self._groups for at in groups["sum"].to_list()]
        because = [tuple(own[at - len(lost)] for at in pair if at >= len(lost)) for pair in told.pairs]
        member = pl.DataFrame({"column": pl.Series(columns, dtype=pl.List(pl.Int64))}).with_row_index("sum")
        self._follow(member.explode("column"), pl.Series(told.least, dtype=pl.Int64), because)

    def _follow(self, member: pl.DataFrame, least: pl.Series, groups: Sequence[tuple[int, ...]]) -> None:
        """Add sums of at least so many reports, which follow from groups."""
        at = self._add(member, least, pl.Series([np.inf] * len(least), dtype=pl.Float64))
        self._because |= dict(zip(at.to_list(), groups, strict=True))

    def _add(self, member: pl.DataFrame, low: pl.Series, high: pl.Series) -> pl.Series:
        """Add sums; `member` has sum (from 0) and column. Return the numbers that the sums have got."""
        numbers = pl.Series("sum", np.arange(self._height, self._height + len(low)), dtype=pl.Int64)
        shifted = pl.col("sum").cast(pl.Int64) + self._height
        self._parts.append(member.select(shifted, pl.col("column").cast(pl.Int64), weight=pl.lit(1.0)))
        self._low.append(low.cast(pl.Float64).to_numpy())
        self._high.append(high.cast(pl.Float64).to_numpy())
        self._height += len(low)
        return numbers
