"""Sets of people that are told of, or may be: which of them differ by fewer than k people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from scipy import sparse

from protect.build import NOT_COUNTED, NOT_HELD
from protect.stats import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from protect.build import Batch
    from protect.distinct import Counted

_ROW = ("plate", "rung", *KEY)


def sets_of_people(batch: Batch, counted: Mapping[str, Counted]) -> pl.DataFrame:
    """Return all sets of people that a figure of the tables may be of, or was.

    Parameters
    ----------
    batch
        The reports, and what was published before.
    counted
        The tables of people, every row of them, shown or not.

    Returns
    -------
    pl.DataFrame
        set (its number), at (of `Before.told`; null where it is none of them) and person: who stands in a row of a
        table now; of these, who was counted there before, and who was not; and who was counted in each row of each
        edition.
    """
    stand = pl.concat(
        [
            NOT_COUNTED,
            *(
                table.members.select(pl.lit(name).alias("plate"), "rung", *KEY, "person").unique()
                for name, table in counted.items()
            ),
        ],
        how="vertical_relaxed",
    )
    before = batch.before.counted if batch.before and batch.before.summed else NOT_COUNTED
    again = stand.join(before.select(_ROW).unique(), on=_ROW, how="semi")
    fresh = again.join(before, on=[*_ROW, "person"], how="anti")
    held = batch.before.held if batch.before else NOT_HELD
    told = held.select(pl.lit(3).alias("kind"), "at", *(pl.lit(None).alias(name) for name in _ROW), "person")
    rows = [
        part.select(pl.lit(kind).alias("kind"), pl.lit(None, pl.Int64).alias("at"), *_ROW, pl.col("person"))
        for kind, part in enumerate((stand, before, fresh))
    ]
    every = pl.concat([*rows, told], how="vertical_relaxed").sort("kind", "at", *_ROW, "person")
    number = pl.struct("kind", "at", *_ROW).rle_id().cast(pl.Int64).alias("set")
    return every.select(number, "at", pl.col("person").cast(pl.UInt32))


def small_differences(
    sets: pl.DataFrame, people: pl.DataFrame, told: pl.DataFrame, k: int
) -> Iterator[tuple[int, ...]]:
    """Yield the columns of each set of fewer than k people that others leave.

    Parameters
    ----------
    sets
        As `sets_of_people` returns them.
    people
        person, source and column: who is counted with whom, and where. Sets are taken apart by source.
    told
        The columns of `Before.told`, and the column of those who have gone.
    k
        How many people are enough.

    Notes
    -----
    Asked for are sets of 1 to k - 1 people, and what a set of k or more has that is not in another of k or more: no
    smaller one is ever published. Those of a published row who are gone may be among what it has.
    """
    gone = {at: (many, column) for at, many, column in told.select("at", "gone", "column").iter_rows() if many}
    for _, own in sets.join(people, on="person").sort("set", "column").group_by("source", maintain_order=True):
        numbers, at = np.unique(own["set"].to_numpy(), return_inverse=True)
        named = own.unique("set", keep="first", maintain_order=True)["at"].to_list()
        width = int(own["column"].to_numpy().max()) + 1
        member = sparse.csr_matrix((np.ones(own.height), (at, own["column"].to_numpy())), shape=(len(numbers), width))
        member.sort_indices()
        columns = [member.indices[member.indptr[row] : member.indptr[row + 1]] for row in range(len(numbers))]
        yield from (tuple(part.tolist()) for part in columns if len(part) < k)
        large = np.flatnonzero(np.diff(member.indptr) >= k)
        left = np.diff(member.indptr)[large][:, None] - (member[large] @ member[large].T).toarray()
        for one, other in np.argwhere(left < k).tolist():
            rest = np.setdiff1d(columns[large[one]], columns[large[other]]).tolist()
            if rest:
                yield tuple(rest)
            many, column = gone.get(named[large[one]], (0, 0))
            if one != other and 0 < len(rest) + many < k and many:
                yield (*rest, column)
