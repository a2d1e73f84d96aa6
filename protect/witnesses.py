"""Other tables that agree with what is published, found by cheap moves from one that does.

A table in which a question sums to nothing, or to much, is a witness that it may be so. From any table that agrees,
most witnesses are a few moves away: take the question's counts out (or put some in), and mend the sums that are now
wrong by one report at a time, each time where it mends most. What this does not find may still exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from protect.solver import agrees

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

MOST_MOVES: Final = 60
"""Moves after which a walk is given up; of those that ever arrive nearly all do so within half as many."""
MOST_DRAWN: Final = 400
MOST_TRIED: Final = 100
"""Moves that are compared with one another; of more, so many are drawn, of the first so many that come up."""
MOST_SUMS: Final = 32
"""A column that is in more sums than this is never moved: to mend the others would take too many moves."""
_TIE: Final = 0.9
"""Chance in the choice between moves: below one, so that it never outweighs a whole report that is mended."""


class Walker:
    """Walks between tables that agree with some published sums.

    Parameters
    ----------
    member
        Shape sums x columns.
    low, high
        What each sum lies between.
    table
        Counts that agree; every walk starts from them.
    rng
        For ties between moves.

    Notes
    -----
    Local search by least conflict (Minton, Johnston, Philips & Laird 1992, *Artificial Intelligence* 58): a sum that
    is out of bounds is drawn, and the count in it is changed that leaves the fewest reports out of bounds.
    """

    def __init__(
        self,
        member: sparse.csr_matrix,
        low: NDArray[np.float64],
        high: NDArray[np.float64],
        table: NDArray[np.float64],
        rng: Generator,
    ) -> None:
        self._member, self._by_column = member, member.tocsc()
        self._rng = rng
        self._light = np.diff(self._by_column.indptr) <= MOST_SUMS
        self._fixed = np.zeros(member.shape[1], dtype=np.int64)
        self._walks = 0
        # One more sum without bounds stands where a column is in fewer sums than others.
        self._low, self._high = np.append(low, -np.inf), np.append(high, np.inf)
        self._of_column, self._weight = _padded(self._by_column, self._light, member.shape[0])
        self.table = table
        self._begin = table, np.append(np.asarray(member @ table, dtype=np.float64), 0.0)
        self._ways: list[tuple[NDArray[np.int64], NDArray[np.float64]]] = []

    @property
    def ways(self) -> sparse.csr_matrix:
        """All walks that arrived, by what they changed; shape walks x columns."""
        inside = [at for at, _ in self._ways]
        ends = np.cumsum([0, *(len(at) for at in inside)])
        changed = np.concatenate([np.empty(0), *(by for _, by in self._ways)])
        columns = np.concatenate([np.empty(0, dtype=np.int64), *inside])
        return sparse.csr_matrix((changed, columns, ends), shape=(len(inside), self._member.shape[1]))

    def reach(self, columns: NDArray[np.int32], goal: float, *, up: bool) -> bool:
        """Walk to a table in which some columns sum to a goal or beyond it (`up`: at least, else at most).

        Returns
        -------
        bool
            Whether the walk arrived; `table` is then the table that it reached. If it did not, that proves nothing.
        """
        light = columns[self._light[columns]]
        if not (light if up else columns).size:
            return False
        table, sums = (part.copy() for part in self._begin)
        if up:
            self._put_in(table, sums, light, goal)
        else:
            self._take_out(table, sums, columns, np.floor(goal))  # a whole table stays whole
        if not self._arrive(table, sums, columns, MOST_MOVES):
            return False
        changed = np.flatnonzero(table != self._begin[0])
        self._ways.append((changed, table[changed] - self._begin[0][changed]))
        self.table = table
        return True

    def round(self) -> None:
        """Walk to a table of whole counts near this one, and start from there; stay where no such walk arrives."""
        whole = np.rint(self.table)
        sums = np.append(np.asarray(self._member @ whole, dtype=np.float64), 0.0)
        if self._arrive(whole, sums, np.empty(0, dtype=np.int32), MOST_MOVES + 4 * self._member.shape[0]):
            self.table, self._begin = whole, (whole, sums)

    def _put_in(
        self, table: NDArray[np.float64], sums: NDArray[np.float64], columns: NDArray[np.int32], goal: float
    ) -> None:
        missing = goal - table[columns].sum()
        while missing > 0:
            best = self._best(columns, np.ones(len(columns)), sums)
            self._move(best, 1.0, table, sums)
            missing -= 1.0

    def _take_out(
        self, table: NDArray[np.float64], sums: NDArray[np.float64], columns: NDArray[np.int32], goal: float
    ) -> None:
        surplus = table[columns].sum() - goal
        for column in columns.tolist():
            taken = min(table[column], max(surplus, 0.0))
            if taken > 0:
                own = slice(self._by_column.indptr[column], self._by_column.indptr[column + 1])
                sums[self._by_column.indices[own]] -= taken * self._by_column.data[own]
                table[column] -= taken
                surplus -= taken

    def _arrive(
        self, table: NDArray[np.float64], sums: NDArray[np.float64], fixed: NDArray[np.int32], limit: int
    ) -> bool:
        """Move reports, but not those of the fixed columns, until all sums agree; go there if they do."""
        self._walks += 1
        self._fixed[fixed] = self._walks
        wrong = set(np.flatnonzero(self._missed(sums, slice(None)) > 0).tolist())
        for _ in range(limit):
            if not wrong:
                break
            drawn = sorted(wrong)[self._rng.integers(len(wrong))]
            others, step = self._moves(drawn, table, up=sums[drawn] < self._low[drawn])
            if not others.size:
                return False
            best = self._best(others, step, sums)
            self._move(best, step[np.searchsorted(others, best)], table, sums)
            for at in self._of_column[best].tolist():
                if self._low[at] <= sums[at] <= self._high[at]:
                    wrong.discard(at)
                else:
                    wrong.add(at)
        return agrees(sums, self._low, self._high)

    def _moves(self, at: int, table: NDArray[np.float64], *, up: bool) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        """Return some columns of a sum that may be moved, ascending, and by what each goes to bring it up or down."""
        own = slice(self._member.indptr[at], self._member.indptr[at + 1])
        others, step = self._member.indices[own], np.sign(self._member.data[own]) * (1.0 if up else -1.0)
        if len(others) > MOST_DRAWN:
            drawn = np.unique(self._rng.integers(len(others), size=MOST_DRAWN))
            some = self._movable(others[drawn], step[drawn], table)
            if some.any():
                others, step = others[drawn], step[drawn]
        movable = np.flatnonzero(self._movable(others, step, table))
        if len(movable) > MOST_TRIED:
            movable = movable[np.sort(self._rng.permutation(len(movable))[:MOST_TRIED])]
        return others[movable], step[movable]

    def _movable(
        self, columns: NDArray[np.int32], step: NDArray[np.float64], table: NDArray[np.float64]
    ) -> NDArray[np.bool_]:
        free = self._light[columns] & (self._fixed[columns] != self._walks)
        movable: NDArray[np.bool_] = free & ((step > 0) | (table[columns] >= 1))
        return movable

    def _best(self, columns: NDArray[np.int32], step: NDArray[np.float64], sums: NDArray[np.float64]) -> int:
        """Choose the column whose step brings most reports back within bounds."""
        at = self._of_column[columns]
        after = sums[at] + self._weight[columns] * step[:, None]
        gain = (self._missed(sums[at], at) - self._missed(after, at)).sum(axis=1)
        return int(columns[np.argmax(gain + _TIE * self._rng.random(len(columns)))])

    def _missed(self, sums: NDArray[np.float64], at: NDArray[np.int64] | slice) -> NDArray[np.float64]:
        missed: NDArray[np.float64] = np.maximum(self._low[at] - sums, 0.0) + np.maximum(sums - self._high[at], 0.0)
        return missed

    def _move(self, column: int, step: float, table: NDArray[np.float64], sums: NDArray[np.float64]) -> None:
        table[column] += step
        sums[self._of_column[column]] += self._weight[column] * step


def _padded(
    by_column: sparse.csc_matrix, light: NDArray[np.bool_], nowhere: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return for each light column its sums and its weights in them, filled up with a sum that has no bounds."""
    length = np.where(light, np.diff(by_column.indptr), 0)
    at = np.full((len(length), max(1, length.max(initial=0))), nowhere, dtype=np.int64)
    weight = np.zeros(at.shape)
    filled = np.arange(at.shape[1]) < length[:, None]
    entries = np.repeat(light, np.diff(by_column.indptr))
    at[filled], weight[filled] = by_column.indices[entries], by_column.data[entries]
    return at, weight
