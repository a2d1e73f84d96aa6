"""Where an area and those around it hold more reports than chance alone would put there, among the areas shown.

Hidden areas are left out: what is not shown may be none or too few, so it is no zero. Fewer than expected is not said:
where few reports come from, few may have been asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from geo import from_text, neighbours
from layers.words import joined
from release import TESSELLATIONS
from terms import say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo import Cells
    from layers.figure import Figure
    from release import Release

ALPHA: Final = 0.05
"""False discovery rate: the share of areas said to hold more than expected that do so by chance alone."""

LEAST_AREAS: Final = 10
"""Of fewer areas nothing is said: the normal approximation needs some to compare with."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The cells that hold more than expected, and the sentences to say with them; `label` is for the legend."""

    cells: frozenset[str]
    says: str
    label: str


def stands_out(cells: Cells, counts: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which cells stand out with those around them, in order.

    Parameters
    ----------
    cells
        Distinct H3 cells of one resolution, those that are shown and no others.
    counts
        A figure for each.

    Notes
    -----
    Local Gi* with binary weights, by its normal approximation (Ord and Getis 1995, Geographical Analysis 27), and the
    false discovery rate (Benjamini and Hochberg 1995; Caldas de Castro and Singer 2006). PySAL's esda reckons both. A
    cell without a shown neighbour is compared by its own figure. Nothing is random.
    """
    if len(cells) < LEAST_AREAS or counts.min() == counts.max():
        return np.zeros(len(cells), dtype=np.bool_)
    # Two seconds that only this layer needs: the page starts without it.
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
    found: NDArray[np.bool_] = (score > 0) & (chance <= fdr(chance, ALPHA))
    return found


def can_be_expected(release: Release, figure: Figure) -> bool:
    """Whether the question can be asked of a map: areas of one size, and figures that add up."""
    return figure.level in TESSELLATIONS and release.parts_add


def expected_of(figure: Figure) -> Expected:
    """Return which areas of a map hold more reports than expected, and what must be said with it."""
    language = figure.language
    cells = from_text([mark.cell for mark in figure.marks])
    counts = np.array([mark.reports for mark in figure.marks], dtype=np.float64)
    found = stands_out(cells, counts) if len(cells) else np.zeros(0, dtype=np.bool_)
    alone = len(cells) - len(np.unique(neighbours(cells)[0])) if len(cells) else 0
    if len(cells) < LEAST_AREAS:
        told = [say("more-few", language, least=LEAST_AREAS)]
    else:
        told = [say("more-found", language, count=int(found.sum()), shown=len(cells))]
        told.append(say("more-hidden", language))
        if alone:
            told.append(say("more-alone", language, count=int(alone)))
    return Expected(
        cells=frozenset(mark.cell for mark, own in zip(figure.marks, found.tolist(), strict=True) if own),
        says=joined(told, language),
        label=say("more-label", language),
    )
