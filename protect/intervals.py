"""What an outsider can derive of hidden sums from published ones: intervals by linear programming.

One engine serves every audit. Unknown counts are columns, each at least zero; whatever is published of sums of them
is a row with bounds; a question is a sum of columns, and its answer the interval that the rows allow.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import process_time
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from errors import UsageError
from protect.questions import SETTLED, Open, columns_of
from protect.solver import AT_LOW, BASIC, ContradictionError, Solver, agrees
from protect.starts import Start, alike, names_of, that_still_agree
from protect.witnesses import Walker

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Indices = NDArray[np.int32]

__all__ = ["SETTLED", "ContradictionError", "Engine", "Published", "Settled"]

MOST: Final = 1e9
"""Largest published sum that is taken, so that rounding stays far below `SETTLED`."""
ROUNDS: Final = 2
"""How often each question is walked to; what two walks do not reach is solved for."""


@dataclass(frozen=True, slots=True, repr=False)
class Published:
    """Sums that are known.

    `member`: shape sums x columns; 1 where a column is part of a sum, 0 where it is not (or any other weight, such as
    -1 in "this part is no larger than that whole"). `low`, `high`: what each sum lies between, infinite where open.

    Raises
    ------
    UsageError
        If the shapes do not fit, a bound is no number or beyond `MOST`.
    ContradictionError
        If a sum's least value is above its largest.
    """

    member: sparse.csr_matrix
    low: Floats
    high: Floats

    def __post_init__(self) -> None:
        """Check the bounds."""
        if self.low.shape != (self.member.shape[0],) or self.high.shape != self.low.shape:
            raise UsageError("Each published sum needs one least and one largest value.")
        bounds = np.concatenate([self.low, self.high])
        if np.isnan(bounds).any() or (np.abs(bounds[np.isfinite(bounds)]) > MOST).any():
            raise UsageError(f"A published sum must lie between bounds that are numbers of at most {MOST:.0e}.")
        if (self.low > self.high).any():
            raise ContradictionError

    def __repr__(self) -> str:
        """Say how large the problem is, and nothing else."""
        return f"Published({self.member.shape[0]} sums of {self.member.shape[1]} columns)"


@dataclass(frozen=True, slots=True)
class Settled:
    """Which questions reach down to the low, which up to the high, in their order; and what it took.

    `known`, `walked` and `solved` count how many bounds were settled by the first table and what walks made of it in a
    problem before, by walks from it now, and by linear programs. `walks` and `solves` count these; their seconds are of
    this process's time. `proofs`: for each bound that is not reached (question, and whether it is the high), the
    published sums that prove it.
    """

    reaches_low: Flags
    reaches_high: Flags
    known: int
    walked: int
    solved: int
    walks: int
    solves: int
    walk_seconds: float
    solve_seconds: float
    proofs: dict[tuple[int, bool], list[int]]


class Engine:
    """Answers questions about counts of which only some sums are published.

    Parameters
    ----------
    published
        The sums that are known.
    known
        Counts (one a column) that agree with them, if the caller has any: the true ones, where an audit runs on the
        private side. They are the first witness and change the time only, never an answer.
    start
        What `Engine.start` returned of a problem with the same columns and nearly the same sums. It changes the time
        only.

    Raises
    ------
    ContradictionError
        If no counts agree with all that is published, or the known ones do not.

    Notes
    -----
    The attacker's problem of cell suppression: minimise and maximise a hidden sum subject to all that is published
    (Fischetti & Salazar 2001, *Management Science* 47; Handbook on Statistical Disclosure Control, 2nd ed., ch. 4).

    The intervals are those of real counts. Whole counts can only allow less; rounding the ends inward gives what they
    allow wherever the published sums form a totally unimodular system, as in two-way tables, and an outer interval
    elsewhere, at times much wider (Sullivant 2005, "Small contingency tables with large gaps"). From known whole counts
    all walks are in whole counts, so what the known table and they settle is settled for whole counts too.

    Columns that are in the same sums with the same weights are merged: a question that holds some of them may have
    all of their total or, unless it holds each of them, nothing. Sums that share no column, not even by way of others,
    are solved apart.
    """

    def __init__(self, published: Published, *, known: Floats | None = None, start: Start | None = None) -> None:
        member = sparse.csr_matrix(published.member, dtype=np.float64)
        member.sum_duplicates()
        member.eliminate_zeros()
        empty = np.diff(member.indptr) == 0
        if (published.low[empty] > 0).any() or (published.high[empty] < 0).any():
            raise ContradictionError
        telling = ~empty & (np.isfinite(published.low) | np.isfinite(published.high))
        self._telling = np.flatnonzero(telling)
        self._names = names_of(member[telling])
        self._start = start
        self._merged, self._first_of = alike(member[telling].tocsc())
        self._size = np.bincount(self._merged, minlength=len(self._first_of))
        self._member = member[telling].tocsc()[:, self._first_of].tocsr()
        self._member.sort_indices()
        self._low, self._high = published.low[telling], published.high[telling]
        part = connected_components(sparse.block_array([[None, self._member], [self._member.T, None]]), directed=False)[
            1
        ]
        self._part_of_sum, self._part_of_column = part[: len(self._low)], part[len(self._low) :]
        self._parts: dict[int, tuple[Indices, Indices, Solver]] = {}
        self._table = self._first(known)
        self._ways = sparse.csr_matrix((0, len(self._size)))

    def interval(self, columns: Indices) -> tuple[float, float]:
        """Return the least and the largest value that the sum of some columns can have; infinity if it has no end."""
        question = sparse.csr_matrix(
            (np.ones(len(columns)), (np.zeros(len(columns), dtype=np.int32), columns)), shape=(1, len(self._merged))
        )
        least, most = self._ask(question)
        return self._solve(least.indices, maximise=False)[0], self._solve(most.indices, maximise=True)[0]

    def settle(self, questions: sparse.csr_matrix, *, low: float, high: float, rng: Generator) -> Settled:
        """Tell for each question whether its least value is at most `low`, and its largest at least `high`.

        Parameters
        ----------
        questions
            Shape questions x columns, of zeros and ones.
        low, high
            What the interval of a question that gives nothing away must reach.
        rng
            For walks; it changes the time, never the answer.

        Notes
        -----
        Every table that agrees with what is published is a witness for all questions at once. So walks from the known
        table settle most questions for next to nothing, and only what is left is solved for.
        """
        least, most = self._ask(questions)
        count = Open(least, most, low, high)
        count.witness(self._table)
        self._try_again(count)
        known = count.settled
        began = process_time()
        walker = Walker(self._member, self._low, self._high, self._table, rng)
        walker.round()
        walks = sum(_walk(walker, count, rng) for _ in range(ROUNDS))
        self._table = walker.table
        self._ways = sparse.csr_matrix(sparse.vstack([self._ways, walker.ways]))
        walked = count.settled - known
        arrived = process_time()
        solves = self._solve_together(count)
        proofs = dict[tuple[int, bool], list[int]]()
        for up, asked, open_ in count.sides:
            left = np.flatnonzero(open_)
            size = np.diff(asked.indptr)[left]
            # A bound of a large sum, or from below of a small one, is at times that of others as well.
            for at in left[np.argsort(-size if up else size, kind="stable")].tolist():
                if open_[at]:
                    solves += 1
                    value, witness = self._solve(columns_of(asked, at), maximise=up)
                    count.witness(witness if witness is not None else self._table)
                    if not count.answer(at, value, up=up):
                        proofs[at, up], covered = self._proof(columns_of(asked, at))
                        proofs |= {(other, up): proofs[at, up] for other in count.fail(covered, up=up).tolist()}
        return Settled(
            *count.reached,
            known=known,
            walked=walked,
            solved=count.settled - known - walked,
            walks=walks,
            solves=solves,
            walk_seconds=arrived - began,
            solve_seconds=process_time() - arrived,
            proofs=proofs,
        )

    def _solve_together(self, count: Open) -> int:
        """Look for a table in which as many open lows as possible are reached; return how many programs it took."""
        solves, open_ = 0, -1
        while count.sides[0][2].sum() not in {0, 1, open_}:
            open_ = count.sides[0][2].sum()
            wanted = count.wanted
            columns = np.flatnonzero(wanted).astype(np.int32)
            _, table = self._solve(columns, wanted[columns], maximise=False)
            count.witness(table if table is not None else self._table)
            solves += 1
        return solves

    def _try_again(self, count: Open) -> None:
        """Close what the walks of the problem before show, where they still lead to tables that agree."""
        if self._start is not None:
            self._ways = sparse.csr_matrix(self._start.ways @ self._merge)
            agreeing = that_still_agree(self._ways, self._table, self._member, self._low, self._high)
            count.witnesses(self._table, agreeing)

    @property
    def _merge(self) -> sparse.csr_matrix:
        """Which column is merged into which; shape columns x merged columns."""
        every = len(self._merged)
        return sparse.csr_matrix((np.ones(every), (np.arange(every), self._merged)), shape=(every, len(self._size)))

    def _proof(self, asked: Indices) -> tuple[list[int], Floats]:
        """Return the sums that prove the bound solved for last, and what these hold of each column.

        By duality they are those with a price in its optimum.
        """
        found: list[int] = []
        covered = np.zeros(len(self._size))
        for part in np.unique(self._part_of_column[asked]):
            if (self._part_of_sum == part).any():
                sums, columns, solver = self._part(part)
                found += self._telling[sums[solver.priced()]].tolist()
                covered[columns] = solver.covered()
        return sorted(found), covered

    def _first(self, known: Floats | None) -> Floats:
        """Return the first table that agrees: the known one, or one solved for."""
        if known is None:
            table = np.zeros(len(self._size))
            for part in np.unique(self._part_of_sum):
                _, columns, solver = self._part(part)
                table[columns] = solver.table()
            return table
        table = np.bincount(self._merged, weights=known, minlength=len(self._size)).astype(np.float64)
        if (known < 0).any() or not agrees(self._member @ table, self._low, self._high):
            raise ContradictionError
        return table

    def _part(self, part: int) -> tuple[Indices, Indices, Solver]:
        """Return the sums and columns of one part, and its solver, which is made when it is first needed."""
        if part not in self._parts:
            sums = np.flatnonzero(self._part_of_sum == part).astype(np.int32)
            columns = np.flatnonzero(self._part_of_column == part).astype(np.int32)
            member = self._member[sums][:, columns]
            self._parts[part] = (
                sums,
                columns,
                Solver(member, self._low[sums], self._high[sums], self._inherit(sums, columns)),
            )
        return self._parts[part]

    def _inherit(self, sums: Indices, columns: Indices) -> tuple[NDArray[np.int8], NDArray[np.int8]] | None:
        """Return the states to start one part from."""
        if self._start is None:
            return None
        known = self._start.sums
        of_sums = [known.get(self._names[at], BASIC) for at in sums.tolist()]
        return self._start.columns[self._first_of[columns]], np.array(of_sums, dtype=np.int8)

    @property
    def start(self) -> Start:
        """Where the linear programs of a problem much like this one may start from."""
        of_columns = np.full(len(self._size), AT_LOW, dtype=np.int8)
        of_sums: dict[bytes, int] = {}
        if self._start is not None:  # what was not solved for now may start again where it would have
            of_columns, of_sums = self._start.columns[self._first_of], self._start.sums.copy()
        for sums, columns, solver in self._parts.values():
            of_columns[columns], states = solver.states()
            of_sums |= dict(zip([self._names[at] for at in sums.tolist()], states.tolist(), strict=True))
        part = self._ways.tocoo()
        first = part.row, self._first_of[part.col]
        ways = sparse.csr_matrix((part.data, first), shape=(part.shape[0], len(self._merged)))
        return Start(of_columns[self._merged], of_sums, ways)

    def _ask(self, questions: sparse.csr_matrix) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
        """Return what each question holds of the merged columns at least and at most."""
        if questions.shape[1] != len(self._merged) or not np.isin(questions.data, (0, 1)).all():
            raise UsageError("A question is a sum of columns: ones and zeros, as many as there are columns.")
        held = sparse.csr_matrix(questions, dtype=np.float64) @ self._merge
        held.sort_indices()
        held.eliminate_zeros()
        most, least = held.copy(), held.copy()
        most.data[:] = 1.0
        least.data = (held.data >= self._size[held.indices]).astype(np.float64)
        least.eliminate_zeros()
        return least, most

    def _solve(self, columns: Indices, weights: Floats | None = None, *, maximise: bool) -> tuple[float, Floats | None]:
        """Return the extreme of a (weighted) sum of merged columns, part by part, and a table that reaches it."""
        weights = np.ones(len(columns)) if weights is None else weights
        total, table = 0.0, self._table.copy()
        for part in np.unique(self._part_of_column[columns]):
            here = self._part_of_column[columns] == part
            own = columns[here]
            if not (self._part_of_sum == part).any():  # in no published sum: nothing is known
                value, counts, inside = (np.inf, None, own) if maximise else (0.0, np.zeros(len(own)), own)
            else:
                _, inside, solver = self._part(part)
                at = np.searchsorted(inside, own).astype(np.int32)
                value, counts = solver.extreme(at, weights[here], maximise=maximise)
            if counts is None:
                return value, None
            total += value
            table[inside] = counts
        return total, table


def _walk(walker: Walker, count: Open, rng: Generator) -> int:
    """Walk once to each open question; every table that is reached is a witness, and the next walk's start."""
    walks = 0
    for up, asked, open_ in count.sides:
        for at in rng.permutation(np.flatnonzero(open_)).tolist():
            if open_[at]:
                walks += 1
                if walker.reach(columns_of(asked, at), count.goal(up=up), up=up):
                    count.witness(walker.table)
    return walks
