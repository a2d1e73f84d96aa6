"""Where counts stand out from what is around them, and how much of that is left in other counts of the same cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from errors import UsageError
from geo import neighbours

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo import Cells

ALPHA: Final = 0.05
"""False discovery rate: the share of cells called hot that are so by chance alone."""


def hot_cells(cells: Cells, counts: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which cells are hot: they and the cells around them hold more than chance alone would put there.

    Parameters
    ----------
    cells
        Distinct H3 cells of one resolution: all of an area, those without a count too.
    counts
        Zero or more, in the order of the cells.

    Returns
    -------
    NDArray
        In the order of the cells. No cell is hot where all counts are the same, nor one whose neighbourhood is all
        there is; a cell without neighbours is compared by its own count.

    Raises
    ------
    UsageError
        If a cell has no count or stands twice, or a count is no number or below zero.

    Notes
    -----
    Local Gi* with binary weights, two-sided by its normal approximation (Ord & Getis 1995, *Geographical Analysis* 27),
    and the false discovery rate of many tests held at `ALPHA` (Benjamini & Hochberg 1995; Caldas de Castro & Singer
    2006 for maps). PySAL's esda reckons both. No permutations, so that the same counts give the same cells.
    """
    if counts.shape != cells.shape or not np.isfinite(counts).all() or (counts < 0).any():
        raise UsageError("Hot cells are found among counts of zero or more, one for each cell.")
    if not len(counts) or counts.min() == counts.max():
        return np.zeros(len(cells), dtype=np.bool_)
    # Two seconds that only this measure needs: other commands start without it.
    from esda import fdr  # type: ignore[import-untyped]  # noqa: PLC0415 - as said above; esda ships no types
    from esda.getisord import G_Local  # type: ignore[import-untyped]  # noqa: PLC0415 - the same
    from libpysal.graph import Graph  # type: ignore[import-untyped]  # noqa: PLC0415 - the same

    first, second = neighbours(cells)
    itself = np.arange(len(cells))
    focal, other = np.append(first, itself), np.append(second, itself)
    order = np.lexsort((other, focal))
    graph = Graph.from_arrays(focal[order], other[order], np.ones(len(order)))
    with np.errstate(divide="ignore", invalid="ignore"):  # a neighbourhood that is everything has no variance
        local = G_Local(counts, graph, transform="B", permutations=0, star=None)
    score = np.where(np.isfinite(local.Zs), local.Zs, 0.0)
    chance = np.where(np.isfinite(local.p_norm), 2 * local.p_norm, 1.0)
    hot: NDArray[np.bool_] = (score > 0) & (chance <= fdr(chance, ALPHA))
    return hot


def jaccard(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> float:
    """Return how much of two sets of hot cells is common to both: 1 if they are the same, 0 if they share nothing.

    Both are truths of the same cells in one order. If neither has a hot cell they are the same: 1.

    Raises
    ------
    UsageError
        If they are not of the same cells.
    """
    if first.shape != second.shape:
        raise UsageError("Two sets of hot cells are compared cell by cell: they need the same length.")
    either = int((first | second).sum())
    return 1.0 if not either else int((first & second).sum()) / either
