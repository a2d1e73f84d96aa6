"""What an outsider is told: each row of a release, and each total of someone else, as bounds on sums of counts.

The groups of one plate are disjoint sets of reports, but their keys overlap. So what follows for certain is taken of
every key that rows share: what it may hold is at least what the rows inside it say together; and of a plate that holds
every report, what it holds for certain is at most what all rows that it meets say together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from scipy import sparse

from protect.intervals import Published
from protect.stats import BETWEEN
from release import ALL_ACTS, LADDERS, PLATES, POOL, REGION, STEP, TABLES
from terms import ALL_TIME

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from protect.against import Total
    from protect.known import Known
    from protect.lattice import Lattice
    from release import Manifest, Plate

    Floats = NDArray[np.float64]
    Places = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]

NAMED: Final = ("plate", "cell", "period", "act", "more")
"""What names a row among all plates; `more` joins what its plate tells besides."""


@dataclass(frozen=True, slots=True)
class Told:
    """The rows of a release as bounds: the columns of `NAMED`, reports, low and high (infinite: not bounded).

    `complete`: plates that hold every report; of these alone follows what there is at most. `adds`: whether the reports
    of different rows are different.
    """

    rows: pl.DataFrame
    complete: frozenset[str]
    adds: bool


def named(plates: Iterable[Plate]) -> pl.DataFrame:
    """Return the rows of plates in one table: the columns of `NAMED`, resolution, reports (of people: 0), people."""
    found = []
    for plate in plates:
        axes = list(PLATES[plate.name].axes)
        told = pl.concat_str(axes, separator=BETWEEN) if axes else pl.lit("")
        reports = pl.col("reports") if plate.name in LADDERS else pl.lit(0, pl.Int64)
        more = pl.when(pl.col("cell") == POOL).then(pl.lit("")).otherwise(told).alias("more")
        found.append(
            plate.rows.select(
                pl.lit(plate.name).alias("plate"), "cell", "resolution", "period", "act", more,
                reports.alias("reports"), "people",
            )
        )  # fmt: skip
    return pl.concat(found)


def tell(rows: pl.DataFrame, manifest: Manifest, known: Known | None) -> Told:
    """Return what rows say: a figure is what is left of its reports without the largest case, floored.

    Parameters
    ----------
    rows
        As `named` returns them.
    manifest
        Of the release: k, its largest case, its editions, and whether rows add.
    known
        What is known besides; a row of which nothing is known has the bounds that anyone can tell.

    Notes
    -----
    Of one edition a figure v stands for v + 1 to v + 4 + m reports, where m, the largest case, is at most that of the
    manifest; where m is known, for v + m to v + m + 4, and what withdrew since may be counted or not. How many editions
    a row sums is not public: at least one, at most all of them. Unlinked: a figure is of one source, and bounds the
    reports of all of them from below alone.
    """
    policy, editions = manifest.policy, len(manifest.editions)
    adds = manifest.persons.parts_add
    least = pl.max_horizontal(pl.col("reports") + 1, pl.col("people") + 1, pl.lit(policy.k, pl.Int64))
    most = pl.col("reports") + editions * (STEP - 1 + policy.largest_case)
    told = rows.with_columns(low=least, high=most.cast(pl.Float64))
    if known is not None:
        own = known.groups.group_by(NAMED).agg(
            sure=(pl.col("reports") + pl.col("largest")).sum()
            if adds
            else (pl.col("reports") + pl.col("largest")).max(),
            parts=pl.len().cast(pl.Int64),
            lost=pl.col("lost").sum(),
        )
        told = told.join(own, on=NAMED, how="left", maintain_order="left").with_columns(
            low=pl.max_horizontal("low", "sure") - pl.col("lost").fill_null(0),
            high=pl.coalesce(pl.col("sure") + (STEP - 1) * pl.col("parts"), "high").cast(pl.Float64),
        )
    open_ended = pl.col("plate").is_in(list(TABLES)) | pl.lit(not adds)
    bounded = told.with_columns(high=pl.when(open_ended).then(np.inf).otherwise("high"))
    pooled = set(rows.filter(pl.col("cell") == POOL)["plate"]) if editions == 1 else set()
    complete = frozenset((pooled | (known.complete if known else set())) & LADDERS.keys()) if adds else frozenset()
    return Told(bounded.select(*NAMED, "reports", "low", "high"), complete, adds)


def place(rows: pl.DataFrame, here: Lattice) -> Places:
    """Return the place of each row's area, period and act among the names of a lattice.

    The pool is anywhere; whoever was in captivity during an era may have been taken before it.
    """
    early = pl.col("plate").is_in(["ongoing"]) | (pl.col("period") == POOL)
    told = rows.select(
        cell=pl.when(pl.col("plate").is_in(list(TABLES))).then(pl.lit(REGION)).otherwise("cell"),
        period=pl.when(early).then(pl.lit(ALL_TIME)).otherwise("period"),
        act=pl.col("act").replace(POOL, ALL_ACTS),
    )
    return here.areas.at(told["cell"]), here.periods.at(told["period"]), here.acts.at(told["act"])


def published(told: Told, totals: Sequence[Total], here: Lattice) -> Published:
    """Return all sums that follow from the rows of a release, and from totals published elsewhere."""
    sums = _Sums()
    for (name,), rows in told.rows.group_by("plate", maintain_order=True):
        at = place(rows, here)
        low, high = rows["low"].cast(pl.Float64).to_numpy(), rows["high"].to_numpy()
        if name in TABLES or not told.adds:
            sums.add(here.keys(at, certain=False), low, np.full(len(low), np.inf))
            continue
        sums.least(at, low, here)
        if name in told.complete:
            sums.most(at, high, here)
    if totals:
        sums.totals(totals, here)
    return sums.published()


class _Sums:
    """Sums with their bounds, collected plate by plate."""

    def __init__(self) -> None:
        self._parts: list[sparse.csr_matrix] = []
        self._low: list[Floats] = []
        self._high: list[Floats] = []

    def published(self) -> Published:
        """Return all of them."""
        member = sparse.csr_matrix(sparse.vstack(self._parts))
        return Published(member, np.concatenate(self._low), np.concatenate(self._high))

    def add(self, member: sparse.csr_matrix, low: Floats, high: Floats) -> None:
        """Add sums."""
        self._parts.append(member)
        self._low.append(low)
        self._high.append(high)

    def least(self, at: Places, low: Floats, here: Lattice) -> None:
        """Add of every key that rows share that it may hold at least what the rows within it say together.

        A key is left out if no row within it has its very area, or period, or act: then smaller keys, of which no two
        may hold the same, say it already.
        """
        names: list[NDArray[np.int64]] = []
        within: list[Floats] = []
        own: list[Floats] = []
        for axis, rows in zip(here.axes, at, strict=True):
            closed = axis.closures()[rows]
            chosen = np.unique(closed)
            names.append(chosen)
            within.append(axis.within(closed)[chosen].astype(np.float64))
            own.append((chosen[:, None] == closed[None, :]) * within[-1])
        total = np.einsum("ar,pr,tr,r->apt", *within, low, optimize=True)
        needed = np.ones(total.shape, dtype=np.bool_)
        for turn in range(3):
            parts = [own[turn] if other == turn else within[other] for other in range(3)]
            needed &= np.einsum("ar,pr,tr->apt", *parts, optimize=True) > 0
        self.add(here.keys(_chosen(names, needed), certain=False), total[needed], np.full(int(needed.sum()), np.inf))

    def most(self, at: Places, high: Floats, here: Lattice) -> None:
        """Add of every key that it holds for certain at most what all rows that it meets say together.

        A key is left out if a larger one meets the same rows.
        """
        names: list[NDArray[np.int64]] = []
        meets: list[Floats] = []
        above: list[NDArray[np.int64]] = []
        for axis, rows in zip(here.axes, at, strict=True):
            chosen = np.flatnonzero(axis.inside.any(axis=1))
            names.append(chosen)
            meets.append(axis.meets(rows)[chosen].astype(np.float64))
            above.append(np.searchsorted(chosen, axis.parents()[chosen]))
        total = np.einsum("ar,pr,tr,r->apt", *meets, high, optimize=True)
        met = np.einsum("ar,pr,tr->apt", *meets, optimize=True)
        needed = np.ones(met.shape, dtype=np.bool_)
        for turn in range(3):
            larger = above[turn] != np.arange(len(above[turn]))
            same = np.take(met, above[turn], axis=turn) == met
            needed &= ~(same & np.expand_dims(larger, tuple(other for other in range(3) if other != turn)))
        self.add(here.keys(_chosen(names, needed), certain=True), np.full(int(needed.sum()), -np.inf), total[needed])

    def totals(self, totals: Sequence[Total], here: Lattice) -> None:
        """Add of each total what its area holds for certain, and what it may hold."""
        at = places_of(totals, here)
        counted = np.array([total.total for total in totals], dtype=np.float64)
        self.add(here.keys(at, certain=True), np.full(len(counted), -np.inf), counted)
        self.add(here.keys(at, certain=False), counted, np.full(len(counted), np.inf))


def _chosen(names: Sequence[NDArray[np.int64]], needed: NDArray[np.bool_]) -> Places:
    """Return the places of the keys that are marked in a block of areas x periods x acts."""
    area, period, act = np.nonzero(needed)
    return names[0][area], names[1][period], names[2][act]


def places_of(totals: Sequence[Total], here: Lattice) -> Places:
    """Return the place of each total's area, period and act among the names of a lattice."""
    return (
        here.areas.at(total.area for total in totals),
        here.periods.at(total.period for total in totals),
        here.acts.at(total.act for total in totals),
    )
