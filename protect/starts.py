"""What one problem leaves to the next that is much like it: where to start, and ways that may still lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from protect.solver import FEASIBLE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Indices = NDArray[np.int32]


@dataclass(frozen=True, slots=True, repr=False)
class Start:
    """What an engine leaves: the states of columns and of sums (by what they sum) in its last solutions, and its walks.

    `ways`: what each walk changed of the first table; shape walks x columns.
    """

    columns: NDArray[np.int8]
    sums: dict[bytes, int]
    ways: sparse.csr_matrix

    def __repr__(self) -> str:
        """Say how large it is, and nothing else."""
        return f"Start({len(self.columns)} columns, {self.ways.shape[0]} walks)"


def that_still_agree(
    ways: sparse.csr_matrix, table: Floats, member: sparse.csr_matrix, low: Floats, high: Floats
) -> sparse.csr_matrix:
    """Return the walks that lead from a table to one that agrees with other sums than those they were made for.

    Parameters
    ----------
    ways
        What each walk changes; shape walks x columns.
    table
        Counts that agree, from which the walks go.
    member, low, high
        The sums as they are now; shape sums x columns.
    """
    moved = sparse.csr_matrix(ways @ member.T)
    after = (member @ table)[moved.indices] + moved.data
    wrong = (after < low[moved.indices] - FEASIBLE) | (after > high[moved.indices] + FEASIBLE)
    below = table[ways.indices] + ways.data < -FEASIBLE
    agree = (_counted(moved, wrong) == 0) & (_counted(ways, below) == 0)
    return sparse.csr_matrix(ways[np.flatnonzero(agree)])


def _counted(rows: sparse.csr_matrix, marked: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Count the marked entries of each row."""
    at = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    return np.bincount(at[marked], minlength=rows.shape[0])


def names_of(member: sparse.csr_matrix) -> list[bytes]:
    """Name each sum by what it sums."""
    member.sort_indices()
    rows = (slice(begin, end) for begin, end in pairwise(member.indptr.tolist()))
    return [
        blake2b(member.indices[row].tobytes() + member.data[row].tobytes(), digest_size=16).digest() for row in rows
    ]


def alike(member: sparse.csc_matrix) -> tuple[Indices, Indices]:
    """Give columns that are in the same sums the same number; return the numbers, and the first column of each."""
    member.sort_indices()
    numbers: dict[bytes, int] = {}
    first: list[int] = []
    merged = np.empty(member.shape[1], dtype=np.int32)
    for column in range(member.shape[1]):
        own = slice(member.indptr[column], member.indptr[column + 1])
        key = member.indices[own].tobytes() + member.data[own].tobytes()
        if key not in numbers:
            numbers[key] = len(first)
            first.append(column)
        merged[column] = numbers[key]
    return merged, np.array(first, dtype=np.int32)
