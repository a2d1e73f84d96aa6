"""Other tables that agree with what is published, found by cheap moves from one that does.

A table in which a question sums to nothing, or to much, is a witness that it may be so. From any table that agrees,
most witnesses are a few moves away: take the question's counts out (or put some in), and mend the sums that are now
wrong by one report at a time, each time where it mends most. What this does not find may still exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from protect.solver import agrees

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray
    from scipy import sparse

MOST_MOVES: Final = 60
"""Moves after which a walk is given up; of those that ever arrive nearly all do so within half as many."""
MOST_TRIED: Final = 100
"""Moves that are compared with one another; of more, so many are drawn."""
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
    rng
        For ties between moves.

    Notes
    -----
    Local search by least conflict (Minton, Johnston, Philips & Laird 1992, *Artificial Intelligence* 58): a sum that
    is out of bounds is drawn, and the count in it is changed that leaves the fewest reports out of bounds.
    """

    def __init__(
        self, member: sparse.csr_matrix, low: NDArray[np.float64], high: NDArray[np.float64], rng: Generator
    ) -> None:
        self._member = member
        self._sums = member.shape[0]
        self._rng = rng
        self._light = np.diff(member.tocsc().indptr) <= MOST_SUMS
        # One more sum without bounds stands where a column is in fewer sums than others.
        self._low, self._high = np.append(low, -np.inf), np.append(high, np.inf)
        self._of_column, self._weight = _padded(member.tocsc(), self._light, self._sums)

    def reach(
        self, table: NDArray[np.float64], columns: NDArray[np.int32], goal: float, *, up: bool
    ) -> NDArray[np.float64] | None:
        """Return a table in which some columns sum to a goal or beyond it (`up`: at least, else at most).

        Parameters
        ----------
        table
            Counts that agree with what is published.
        columns, goal
            What is asked of the new table.

        Returns
        -------
        NDArray or None
            None if the walk did not arrive, which proves nothing.
        """
        light = columns[self._light[columns]]
        if not (light if up else columns).size:
            return None
        found = table.copy()
        if up:
            self._put_in(found, light, goal)
        else:
            _take_out(found, columns, np.floor(goal))  # a whole table stays whole
        return found if self._mend(found, columns) else None

    def whole(self, table: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return a table of whole counts near one that agrees; the same table if none is found."""
        found = np.rint(table)
        limit = MOST_MOVES + 4 * self._sums
        return found if self._mend(found, np.empty(0, dtype=np.int32), limit) else table

    def _put_in(self, table: NDArray[np.float64], columns: NDArray[np.int32], goal: float) -> None:
        sums = self._totals(table)
        missing = goal - table[columns].sum()
        while missing > 0:
            best = self._best(columns, np.ones(len(columns)), sums)
            self._move(best, 1.0, table, sums)
            missing -= 1.0

    def _mend(self, table: NDArray[np.float64], fixed: NDArray[np.int32], limit: int = MOST_MOVES) -> bool:
        """Move reports, but not those of the fixed columns, until all sums agree; tell whether they do."""
        sums = self._totals(table)
        wrong = set(np.flatnonzero(self._missed(sums, slice(None)) > 0).tolist())
        free = self._light.copy()
        free[fixed] = False
        for _ in range(limit):
            if not wrong:
                break
            drawn = sorted(wrong)[self._rng.integers(len(wrong))]
            own = slice(self._member.indptr[drawn], self._member.indptr[drawn + 1])
            others, step = self._member.indices[own], np.sign(self._member.data[own])
            if sums[drawn] > self._high[drawn]:
                step = -step
            movable = free[others] & ((step > 0) | (table[others] >= 1))
            if not movable.any():
                return False
            choice = np.flatnonzero(movable)
            if len(choice) > MOST_TRIED:
                choice = np.sort(self._rng.choice(choice, MOST_TRIED, replace=False))
            others, step = others[choice], step[choice]
            best = self._best(others, step, sums)
            self._move(best, step[np.searchsorted(others, best)], table, sums)
            for at in self._of_column[best]:
                if self._low[at] <= sums[at] <= self._high[at]:
                    wrong.discard(at)
                else:
                    wrong.add(at)
        return agrees(self._member @ table, self._low[:-1], self._high[:-1])

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

    def _totals(self, table: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.append(np.asarray(self._member @ table, dtype=np.float64), 0.0)


def _take_out(table: NDArray[np.float64], columns: NDArray[np.int32], goal: float) -> None:
    surplus = table[columns].sum() - goal
    for column in columns:
        taken = min(table[column], max(surplus, 0.0))
        table[column] -= taken
        surplus -= taken


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
