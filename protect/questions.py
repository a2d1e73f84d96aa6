"""Questions about hidden sums: which of them a table settles, and which are still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy import sparse

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Indices = NDArray[np.int32]

SETTLED: Final = 1e-6
"""How near to a bound counts as reaching it; an interval is true to this, and whole counts hide nothing smaller."""


_PRICE: Final = 1e-6
"""How far a price may be from what it must be; who takes too much for proved holds back too much, never too little."""


class Open:
    """Which bounds of which questions are still open.

    Parameters
    ----------
    least, most
        Shape questions x columns: what each question holds of each column at least, and at most.
    low, high
        What intervals must reach.
    """

    def __init__(self, least: sparse.csr_matrix, most: sparse.csr_matrix, low: float, high: float) -> None:
        self._least, self._most, self._low, self._high = least, most, low, high
        self._low_open = np.ones(least.shape[0], dtype=np.bool_)
        self._high_open = np.ones(most.shape[0], dtype=np.bool_)
        every = np.arange(least.shape[0], dtype=np.int32)
        self._rows = [(every, least), (every, most)]
        self._fails = np.zeros((2, least.shape[0]), dtype=np.bool_)

    @property
    def sides(self) -> tuple[tuple[bool, sparse.csr_matrix, Flags], tuple[bool, sparse.csr_matrix, Flags]]:
        """Of the lows and of the highs: whether it is the highs, what questions hold, and which are open."""
        return (False, self._least, self._low_open), (True, self._most, self._high_open)

    @property
    def settled(self) -> int:
        """How many bounds are closed."""
        return int((~self._low_open).sum() + (~self._high_open).sum())

    @property
    def reached(self) -> tuple[Flags, Flags]:
        """Of each question whether its low, and whether its high, is as far out as it must be."""
        return ~self._fails[0], ~self._fails[1]

    @property
    def wanted(self) -> Floats:
        """How many of the lows that are open each column is part of."""
        wanted: Floats = np.asarray(self._least[self._low_open].sum(axis=0)).ravel()
        return wanted

    def goal(self, *, up: bool) -> float:
        """Return what a low, or a high, must reach."""
        return self._high if up else self._low

    def witness(self, table: Floats) -> None:
        """Close what a table shows to be possible."""
        for side, open_ in enumerate((self._low_open, self._high_open)):
            at, matrix = self._open_rows(side)
            sums = matrix @ table
            shown = sums <= self._low + SETTLED if side == 0 else sums >= self._high - SETTLED
            open_[at[shown]] = False

    def witnesses(self, table: Floats, ways: sparse.csr_matrix) -> None:
        """Close what some tables show to be possible, each given by what it has more or less than one table."""
        if not ways.shape[0]:
            return
        for side, open_ in enumerate((self._low_open, self._high_open)):
            at, matrix = self._open_rows(side)
            moved = (matrix @ ways.T).tocsr()
            best = (moved.max(axis=1) if side else moved.min(axis=1)).toarray().ravel()
            sums = matrix @ table + best
            shown = sums <= self._low + SETTLED if side == 0 else sums >= self._high - SETTLED
            open_[at[shown]] = False

    def _open_rows(self, side: int) -> tuple[Indices, sparse.csr_matrix]:
        """Return the questions of a side that are open, and perhaps some that are not any more, and what they hold."""
        at, matrix = self._rows[side]
        open_ = self._high_open if side else self._low_open
        if 2 * open_[at].sum() < len(at):
            kept = open_[at]
            self._rows[side] = at, matrix = at[kept], matrix[kept]
        return at, matrix

    def answer(self, at: int, value: float, *, up: bool) -> bool:
        """Close a bound by the end of its interval; tell whether that reaches as far as it must."""
        reached = value >= self._high - SETTLED if up else value <= self._low + SETTLED
        self._fails[int(up), at] = not reached
        (self._high_open if up else self._low_open)[at] = False
        return reached

    def fail(self, covered: Floats, *, up: bool) -> Indices:
        """Close what the proof of a bound that is not reached proves as well, and return these questions.

        Parameters
        ----------
        covered
            What the sums of the proof, each times its price, hold of every column.

        Notes
        -----
        Weak duality: what the sums hold of each column is, for a high, at least what the question asked has of it, and
        for a low at most. Any other question of which that is true has the same bound.
        """
        matrix, open_ = (self._most, self._high_open) if up else (self._least, self._low_open)
        at = np.flatnonzero(open_).astype(np.int32)
        if up:
            proved: Indices = at[matrix[at] @ (covered < 1 - _PRICE).astype(np.float64) == 0]
        else:
            held = (covered > _PRICE).astype(np.float64)
            proved = at[(matrix[at] @ held == held.sum()) & (covered.max(initial=0.0) <= 1 + _PRICE)]
        self._fails[int(up), proved] = True
        open_[proved] = False
        return proved


def columns_of(questions: sparse.csr_matrix, at: int) -> Indices:
    """Return the columns of one question."""
    return np.asarray(questions.indices[questions.indptr[at] : questions.indptr[at + 1]], dtype=np.int32)
