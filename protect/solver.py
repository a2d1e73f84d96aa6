"""One linear program after another over the same published sums: HiGHS, of which only the costs change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import highspy
import numpy as np

from errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy import sparse

    States = NDArray[np.int8]

FEASIBLE: Final = 1e-6
"""By how much a sum of counts may miss its bounds: ten times what HiGHS promises, and far below one report."""

AT_LOW, BASIC = int(highspy.HighsBasisStatus.kLower), int(highspy.HighsBasisStatus.kBasic)
"""The states of a column and of a sum before anything is solved."""
_STATES: Final = {int(state): state for state in highspy.HighsBasisStatus.__members__.values()}
_OPTIONS: Final[tuple[tuple[str, bool | str | int], ...]] = (
    ("presolve", "off"),
    ("solver", "simplex"),
    ("simplex_strategy", 4),
    ("threads", 1),
)


class ContradictionError(InputError):
    """The published sums cannot all be true: no counts at all agree with every one of them."""

    def __init__(self) -> None:
        super().__init__("The published sums contradict one another: no counts of zero or more agree with all of them.")


def agrees(sums: NDArray[np.float64], low: NDArray[np.float64], high: NDArray[np.float64]) -> bool:
    """Tell whether sums lie within their bounds, but for what rounding adds."""
    return bool(np.all(sums >= low - FEASIBLE) and np.all(sums <= high + FEASIBLE))


class Solver:
    """The counts that agree with some published sums, and how small or large a weighted sum of them can be.

    Parameters
    ----------
    member
        Shape sums x columns.
    low, high
        What each sum lies between; minus or plus infinity where there is no bound.
    start
        The states of columns and of sums in a problem much like this one, as `states` returns them; it changes the time
        only.

    Notes
    -----
    Primal simplex without presolve: the last solution agrees with what is published whatever the next question is, so
    each solve starts from it (Huangfu & Hall 2018, *Mathematical Programming Computation* 10, for the solver).
    """

    def __init__(
        self,
        member: sparse.csr_matrix,
        low: NDArray[np.float64],
        high: NDArray[np.float64],
        start: tuple[States, States] | None = None,
    ) -> None:
        self._member, self._low, self._high = member, low, high
        self._model = _model(member, low, high)
        self._asked = np.empty(0, dtype=np.int32), np.empty(0)
        if start is not None:
            basis = highspy.HighsBasis()
            basis.col_status, basis.row_status = ([_STATES[state] for state in part.tolist()] for part in start)
            basis.alien = True  # of another problem: the solver makes of it what it can
            self._model.setBasis(basis)

    def states(self) -> tuple[States, States]:
        """Return the states of columns and of sums in the last solution: whether each is at a bound, and which."""
        basis = self._model.getBasis()
        columns, sums = basis.col_status, basis.row_status
        return np.array([int(one) for one in columns], dtype=np.int8), np.array(
            [int(one) for one in sums], dtype=np.int8
        )

    def table(self) -> NDArray[np.float64]:
        """Return some counts that agree with what is published.

        Raises
        ------
        ContradictionError
            If there are none.
        """
        none = np.empty(0, dtype=np.int32)
        _, counts = self.extreme(none, np.empty(0), maximise=False)
        if counts is None:
            raise ContradictionError
        return counts

    def extreme(
        self, columns: NDArray[np.int32], weights: NDArray[np.float64], *, maximise: bool
    ) -> tuple[float, NDArray[np.float64] | None]:
        """Return the least or largest weighted sum of some columns, and counts that reach it.

        Returns
        -------
        float, NDArray or None
            Infinity (minus infinity, if sought downwards) and None where the sum has no end.

        Raises
        ------
        ContradictionError
            If no counts agree with what is published.
        RuntimeError
            If the solver gives up, or gives counts that do not agree: never taken for an answer.
        """
        self._ask(columns, weights, maximise=maximise)
        for afresh in (False, True):
            if afresh:  # what cannot be relied on may come of the solution that was started from
                self._model.clearSolver()
            self._model.run()
            status = self._model.getModelStatus()
            if status == highspy.HighsModelStatus.kOptimal:
                counts = np.maximum(np.asarray(self._model.getSolution().col_value), 0.0)
                if agrees(self._member @ counts, self._low, self._high):
                    return float(counts[columns] @ weights), counts
        if status == highspy.HighsModelStatus.kUnboundedOrInfeasible and columns.size:
            self.table()  # raises if there is no table at all
            status = highspy.HighsModelStatus.kUnbounded
        if status == highspy.HighsModelStatus.kInfeasible:
            raise ContradictionError
        if status == highspy.HighsModelStatus.kUnbounded:
            return (np.inf if maximise else -np.inf), None
        if status == highspy.HighsModelStatus.kOptimal:
            raise RuntimeError("the solver returned counts that do not agree with what is published")
        raise RuntimeError("the solver gave up before it found the end of an interval")

    def priced(self) -> NDArray[np.int64]:
        """Return the sums that hold the last extreme where it is: those with a price in its optimum."""
        return np.flatnonzero(np.abs(np.asarray(self._model.getSolution().row_dual)) > FEASIBLE)

    def covered(self) -> NDArray[np.float64]:
        """Return what the priced sums, each times its price, hold of every column: the weights less what is left."""
        covered = -np.asarray(self._model.getSolution().col_dual)
        covered[self._asked[0]] += self._asked[1]
        return covered

    def _ask(self, columns: NDArray[np.int32], weights: NDArray[np.float64], *, maximise: bool) -> None:
        sense = highspy.ObjSense.kMaximize if maximise else highspy.ObjSense.kMinimize
        self._model.changeObjectiveSense(sense)
        if self._asked[0].size:
            self._model.changeColsCost(len(self._asked[0]), self._asked[0], np.zeros(len(self._asked[0])))
        if columns.size:
            self._model.changeColsCost(len(columns), columns, weights)
        self._asked = columns, weights


class _Silent(highspy.Highs):
    """HiGHS that prints nothing; its wrapper would print a banner into our answers when it is made."""

    def enableCallbacks(self) -> None:  # noqa: N802 - the wrapper's name
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]  # the wrapper has no types


def _model(member: sparse.csr_matrix, low: NDArray[np.float64], high: NDArray[np.float64]) -> highspy.Highs:
    sums, columns = member.shape
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = columns, sums
    program.col_cost_ = np.zeros(columns)
    program.col_lower_, program.col_upper_ = np.zeros(columns), np.full(columns, highspy.kHighsInf)
    program.row_lower_, program.row_upper_ = low, high
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = member.indptr
    program.a_matrix_.index_ = member.indices
    program.a_matrix_.value_ = member.data
    model = _Silent()  # type: ignore[no-untyped-call]  # the wrapper has no types
    for option, value in _OPTIONS:
        model.setOptionValue(option, value)
    if model.passModel(program) == highspy.HighsStatus.kError:
        raise RuntimeError("the solver refused the published sums")
    return model
