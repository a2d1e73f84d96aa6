"""Other tables that agree with what is published, found by cheap moves from one that does.

A table in which a question sums to nothing, or to much, is a witness that it may be so. From any table that agrees,
most witnesses are a few moves away: take the question's counts out (or put some in), and mend the sums that are now
wrong by one report at a time, each time where it mends most. What this does not find may still exist.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from protect.solver import FEASIBLE

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

MOST_MOVES: Final = 60
"""Moves after which a walk is given up; of those that ever arrive nearly all do so within half as many."""
MOST_DRAWN: Final = 400
MOST_TRIED: Final = 64
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
        Shape sums x columns. A column with a weight other than 1 and -1 is never moved.
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

    def __init__(self, member: sparse.csr_matrix, low: Floats, high: Floats, table: Floats, rng: Generator) -> None:
        self._member = member
        self._ground = _Ground(member, low, high, rng)
        self.table = table
        self._begin = _Walk(self._ground, table, member @ table)
        self._ways: list[tuple[Places, Floats]] = []

    @property
    def ways(self) -> sparse.csr_matrix:
        """All walks that arrived, by what they changed; shape walks x columns."""
        inside = [at for at, _ in self._ways]
        ends = np.cumsum([0, *(len(at) for at in inside)])
        changed = np.concatenate([np.empty(0), *(by for _, by in self._ways)])
        columns = np.concatenate([np.empty(0, dtype=np.intp), *inside])
        return sparse.csr_matrix((changed, columns, ends), shape=(len(inside), self._member.shape[1]))

    def reach(self, columns: NDArray[np.int32], goal: float, *, up: bool) -> bool:
        """Walk to a table in which some columns sum to a goal or beyond it (`up`: at least, else at most).

        Returns
        -------
        bool
            Whether the walk arrived; `table` is then the table that it reached. If it did not, that proves nothing.
        """
        light = columns[self._ground.light[columns]]
        if not (light if up else columns).size:
            return False
        begin = self._begin.table
        walk = self._begin.copy()
        if up:
            walk.put_in(light, goal)
        else:
            walk.take_out(columns, np.floor(goal))  # a whole table stays whole
        walk.hold(columns)
        if not walk.arrives(MOST_MOVES):
            return False
        changed = np.flatnonzero(walk.table != begin)
        self._ways.append((changed, walk.table[changed] - begin[changed]))
        self.table = walk.table
        return True

    def round(self) -> None:
        """Walk to a table of whole counts near this one, and start from there; stay where no such walk arrives."""
        whole = np.rint(self.table)
        walk = _Walk(self._ground, whole, self._member @ whole)
        if walk.arrives(MOST_MOVES + 4 * self._member.shape[0]):
            self.table, self._begin = walk.table, walk.copy()


class _Ground:
    """What is the same for all walks.

    A step is one report more in a sum, or one less: step `s` is one more in sum `s`, step `sums + s` one less. In the
    same way move `c` is one report more in column `c`, move `columns + c` one less.

    `bounds`: shape 2 x sums, the least of each sum and the largest, that with a minus. `turns`: shape 2 x entries, what
    an entry adds to how far its sum is below its least, and beyond its largest.
    `light`: which columns are moved at all. `steps`: of each move, the steps that it is; filled up with the last step,
    which is none, to shape moves x steps. `moves[begins[s]:begins[s + 1]]` are the moves of step `s`.
    """

    def __init__(self, member: sparse.csr_matrix, low: Floats, high: Floats, rng: Generator) -> None:
        self.bounds, self.rng = np.stack([low, -high]), rng
        self.sums, self.columns = member.shape
        self.by_column = member.tocsc()
        self.turns = np.stack([-self.by_column.data, self.by_column.data])
        column = np.repeat(np.arange(self.columns), np.diff(self.by_column.indptr))
        heavier = np.bincount(column, weights=np.abs(self.by_column.data) != 1, minlength=self.columns)
        self.light = (np.diff(self.by_column.indptr) <= MOST_SUMS) & (heavier == 0)
        self.steps = self._steps(column)
        self.begins, self.moves = self._moves(member)

    def _steps(self, column: Places) -> Places:
        """Return the steps of each move; `column` names the column of each entry."""
        length = np.where(self.light, np.diff(self.by_column.indptr), 0)
        own, up = self.light[column], self.by_column.data > 0
        filled = np.arange(max(1, length.max(initial=0))) < length[:, None]
        steps = np.full((2, *filled.shape), 2 * self.sums, dtype=np.intp)
        for way, (more, less) in zip(steps, ((0, self.sums), (self.sums, 0)), strict=True):
            way[filled] = (self.by_column.indices + np.where(up, more, less))[own]
        return steps.reshape(2 * self.columns, -1)

    def _moves(self, member: sparse.csr_matrix) -> tuple[Places, Places]:
        """Return where the moves of each step begin, and these."""
        own = self.light[member.indices]
        size = np.bincount(np.repeat(np.arange(self.sums), np.diff(member.indptr))[own], minlength=self.sums)
        column, up = member.indices[own].astype(np.intp), member.data[own] > 0
        less = column + self.columns
        moves = np.concatenate([np.where(up, column, less), np.where(up, less, column)])
        return np.concatenate([[0], np.cumsum(np.tile(size, 2))]), moves


class _Walk:
    """One walk: a table on its way, how far its sums are out of bounds, and the moves that it may make.

    `_out`: shape 2 x sums, how far each is below its least, and beyond its largest. `_mends`: what each step mends.
    """

    def __init__(self, ground: _Ground, table: Floats, sums: Floats) -> None:
        self._ground, self.table = ground, table
        self._out = ground.bounds + np.stack([-sums, sums])
        self._mends = np.zeros(2 * ground.sums + 1)  # the last is the step that is none
        self._mends[:-1] = _mended(self._out).ravel()
        self._may = np.concatenate([np.ones(ground.columns, dtype=np.bool_), table >= 1])

    def copy(self) -> _Walk:
        """Return a walk that goes on from here, and leaves this one where it is."""
        other = copy(self)
        for part in ("table", "_out", "_mends", "_may"):
            setattr(other, part, getattr(self, part).copy())
        return other

    def hold(self, columns: NDArray[np.int32]) -> None:
        """Move these columns no more."""
        self._may[columns] = False
        self._may[columns + self._ground.columns] = False

    def put_in(self, columns: NDArray[np.int32], goal: float) -> None:
        """Put reports into some columns, each where it does least harm, until they sum to a goal."""
        missing = goal - self.table[columns].sum()
        while missing > 0:
            self._go(self._best(columns))
            missing -= 1.0

    def take_out(self, columns: NDArray[np.int32], goal: float) -> None:
        """Take reports out of some columns until they sum to a goal."""
        held = np.cumsum(self.table[columns])
        left = np.diff(np.minimum(held, goal), prepend=0.0)
        by_column = self._ground.by_column
        for column, taken in zip(columns.tolist(), (self.table[columns] - left).tolist(), strict=True):
            if taken > 0:
                own = slice(by_column.indptr[column], by_column.indptr[column + 1])
                self._out[:, by_column.indices[own]] -= taken * self._ground.turns[:, own]
        self.table[columns] = left
        self._mends[:-1] = _mended(self._out).ravel()

    def arrives(self, limit: int) -> bool:
        """Move reports until all sums agree; tell whether they do."""
        ground = self._ground
        for _ in range(limit):
            wrong = np.flatnonzero(self._mends > FEASIBLE)
            if not wrong.size:
                break
            drawn = wrong[int(ground.rng.random() * len(wrong))]
            moves = self._open(ground.moves[ground.begins[drawn] : ground.begins[drawn + 1]])
            if not moves.size:
                return False
            self._go(self._best(moves))
        return bool((self._out <= FEASIBLE).all())

    def _open(self, moves: Places) -> Places:
        """Return some moves that may be made."""
        some = self._spread(moves, MOST_DRAWN)
        found = some[self._may[some]]
        if not found.size and len(some) < len(moves):
            found = moves[self._may[moves]]
        return self._spread(found, MOST_TRIED)

    def _spread(self, moves: Places, most: int) -> Places:
        """Return all moves, or some that lie evenly among them, from one that is drawn."""
        if len(moves) <= most:
            return moves
        every = -(-len(moves) // most)
        return moves[int(self._ground.rng.random() * every) :: every]

    def _best(self, moves: Places | NDArray[np.int32]) -> int:
        """Choose the move that brings most reports back within bounds."""
        gain = self._mends[self._ground.steps[moves]].sum(axis=1)
        return int(moves[np.argmax(gain + _TIE * self._ground.rng.random(len(moves)))])

    def _go(self, move: int) -> None:
        ground = self._ground
        less, column = divmod(move, ground.columns)
        own = slice(ground.by_column.indptr[column], ground.by_column.indptr[column + 1])
        sums, turn = ground.by_column.indices[own], ground.turns[:, own]
        self.table[column] += 1 - 2 * less
        self._may[column + ground.columns] = self._may[column] and self.table[column] >= 1
        out = self._out[:, sums] - turn if less else self._out[:, sums] + turn
        self._out[:, sums] = out
        mended = _mended(out)
        self._mends[sums], self._mends[sums + ground.sums] = mended[0], mended[1]


def _mended(out: Floats) -> Floats:
    """Return what one more, and what one less, mends of sums: how far they are out, at most one, less what it adds."""
    mended: Floats = np.minimum(np.maximum(out, 0.0), 1.0) - np.minimum(np.maximum(out[::-1] + 1.0, 0.0), 1.0)
    return mended
