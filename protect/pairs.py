"""Numbers of people beside one another: what two of them tell of the few who are in one group and not in the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from scipy import sparse

from protect.build import NO_BOUNDS, NO_FROZEN, Plates
from protect.distinct import NOBODY
from protect.stats import KEY
from release import STEP, Persons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from protect.build import Batch
    from protect.stats import Conditions

    Numbers = NDArray[np.int64]

_NAMED = ("rung", *KEY)
_MEMBERS = pl.DataFrame(schema={"group": pl.Int64, "report": pl.Int64, "person": pl.Int64})


@dataclass(frozen=True, slots=True, repr=False)
class People:
    """Groups of which a number of people is told. Private.

    `members`: group (from 0), and report and person of each report that its figure counts. `figures`: how many people
    each is said to have at least. `most`: how many there can be, to whoever knows how figures are made. `gone`: how
    many of those counted are not in the table any more.
    """

    members: pl.DataFrame
    figures: pl.Series
    most: pl.Series
    gone: pl.Series

    def __repr__(self) -> str:
        """Say how many groups there are, and nothing else."""
        return f"People({len(self.figures)} groups)"


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """Sums of reports that are known to be so many at least. Private.

    `reports`: of each sum. `least`: how many. `pairs`: the groups that it follows from, numbered through: the one that
    has more people, and the other.
    """

    reports: list[list[int]]
    least: list[int]
    pairs: list[tuple[int, int]]

    def __repr__(self) -> str:
        """Say how many sums there are, and nothing else."""
        return f"Told({len(self.least)} sums)"


def people_told(plates: Plates, batch: Batch, conditions: Conditions) -> list[People]:
    """Return all groups of which a number of people is told.

    Parameters
    ----------
    plates
        What is to be published; of tables of people, the rows that are shown.
    batch
        The reports, and what was published before.
    conditions
        Unlinked: the figure of a group is of its counted source alone.

    Returns
    -------
    list of People
        Those of earlier releases; then those of each ladder, and of each table, in the order that these have.
    """
    person = batch.rows.select("report", "person")
    sources = batch.sources if conditions.persons is Persons.UNLINKED else None
    bounds, earlier = (batch.before.bounds, batch.before.members) if batch.before else (NO_BOUNDS, NO_FROZEN)
    members = earlier.join(bounds.select("sum").with_row_index("group"), on="sum").join(person, on="report")
    found = [People(members, bounds["people"], bounds["most"], bounds["lost_cases"])]
    for plate in plates.climbed.values():
        groups = plate.groups.with_row_index("group")
        found.append(_of_groups(groups, plate.members.join(person, on="report"), sources))
    for name, table in plates.counted.items():
        rows = table.groups.filter("shown").with_row_index("group")
        before = batch.counted(name) if batch.summed else NOBODY
        found.append(_of_groups(rows, table.members.join(before, on=[*_NAMED, "person"], how="anti"), sources))
    return found


def _of_groups(groups: pl.DataFrame, members: pl.DataFrame, sources: pl.DataFrame | None) -> People:
    """Return numbered groups with the reports that their figures count."""
    own = members.join(groups.select("group", *_NAMED, "counted"), on=_NAMED)
    if sources is not None:
        own = own.join(sources.rename({"source": "counted"}), on=["report", "counted"], how="semi")
    floored = (groups["cases"] - 1) // STEP * STEP
    return People(own.unique(["group", "report"]), groups["people"], floored + STEP, (floored * 0).alias("gone"))


def lowered(plates: Plates, batch: Batch, conditions: Conditions) -> Plates:
    """Say of each group how many people there are at least, so that no two figures tell of fewer than k between them.

    Returns
    -------
    Plates
        Their groups with one column more, people: a multiple of five (rule 8), and no larger than the figure of any
        other group that all but 1 to k - 1 of the people in it are in.

    Notes
    -----
    Two figures that differ tell that someone is in the one group and not in the other. That is the same differencing
    that rows of people are held to: nobody, or at least k (*Handbook on Statistical Disclosure Control*, 2nd ed., ch. 4
    and 5). A smaller figure is still true. What earlier releases said stands, and is among the others.
    """
    every = _All(people_told(plates, batch, conditions))
    one, other = every.few(conditions.policy.k)
    now = one >= every.frozen
    one, other, figures = one[now], other[now], every.most - STEP
    while (larger := figures[one] > figures[other]).any():
        np.minimum.at(figures, one[larger], figures[other[larger]])
    at = every.frozen
    climbed, counted = dict(plates.climbed), dict(plates.counted)
    for name, plate in plates.climbed.items():
        told = pl.Series("people", figures[at : at + plate.groups.height], dtype=pl.Int64)
        climbed[name] = replace(plate, groups=plate.groups.with_columns(told))
        at += plate.groups.height
    for name, table in plates.counted.items():
        shown = table.groups["shown"].to_numpy()
        people = table.groups["people"].to_numpy().copy()
        people[shown] = figures[at : at + shown.sum()]
        counted[name] = replace(table, groups=table.groups.with_columns(people=pl.Series(people, dtype=pl.Int64)))
        at += int(shown.sum())
    return Plates(climbed, counted)


def pairs_that_tell(people: Sequence[People], k: int) -> Told:
    """Return what numbers of people tell of the reports that one group has and another has not.

    Parameters
    ----------
    people
        As `people_told` returns them.
    k
        Pairs are left out if the one has k people or more that the other has not.

    Notes
    -----
    Whoever is in a group and not in another has a report in it that the other lacks. So the reports of that difference
    are at least as many as the people that are certain in the one, less those that are possible in the other.
    """
    every = _All(people)
    one, other = every.few(k)
    more = every.figures[one] + 1 - every.most[other]
    one, other, more = (part[more > 0] for part in (one, other, more))
    left = sparse.csr_matrix(every.reports[one] - every.reports[one].multiply(every.reports[other]))
    left.eliminate_zeros()
    left.sort_indices()
    found: dict[tuple[int, tuple[int, ...]], tuple[int, tuple[int, int]]] = {}
    for place, pair in enumerate(zip(one.tolist(), other.tolist(), strict=True)):
        own = tuple(left.indices[left.indptr[place] : left.indptr[place + 1]].tolist())
        key = (pair[0] if pair[0] < every.frozen else -1), own  # what a group has lost is its own
        if more[place] > found.get(key, (0, pair))[0]:
            found[key] = int(more[place]), pair
    return Told(
        [list(own) for _, own in found], [many for many, _ in found.values()], [pair for _, pair in found.values()]
    )


class _All:
    """All groups, numbered through; the first `frozen` of them are of earlier releases."""

    def __init__(self, people: Sequence[People]) -> None:
        first = np.cumsum([0, *(len(one.figures) for one in people)]).tolist()
        parts = [
            one.members.select(pl.col("group").cast(pl.Int64) + begin, pl.col("report", "person").cast(pl.Int64))
            for one, begin in zip(people, first, strict=False)
        ]
        members = pl.concat([_MEMBERS, *parts])
        self.frozen = len(people[0].figures)
        self.reports = _incidence(members, "report", first[-1])
        self.figures = _joined([one.figures for one in people])
        self.most = _joined([one.most for one in people])
        self._heads = _incidence(members, "person", first[-1])
        self._gone = _joined([one.gone for one in people])

    def few(self, k: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the pairs of groups of which the one has 1 to k - 1 people that the other has not."""
        shared = (self._heads @ self._heads.T).tocoo()
        left = (np.diff(self._heads.indptr) + self._gone)[shared.row] - shared.data
        few = (left >= 1) & (left < k)
        return shared.row[few], shared.col[few]


def _joined(parts: Sequence[pl.Series]) -> Numbers:
    return np.concatenate([np.empty(0, dtype=np.int64), *(part.cast(pl.Int64).to_numpy() for part in parts)])


def _incidence(members: pl.DataFrame, what: str, height: int) -> sparse.csr_matrix:
    """Return which group holds what, each thing once; shape groups x things."""
    once = members.select("group", what).unique()
    at, inside = once["group"].to_numpy(), once[what].to_numpy()
    width = int(inside.max()) + 1 if inside.size else 0
    return sparse.csr_matrix((np.ones(once.height, dtype=np.int64), (at, inside)), shape=(height, width))
