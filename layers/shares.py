"""Which areas have a larger or smaller share of the reports on one side than on another, and of which nobody can tell.

Two doubts stand between a figure and a claim: what the figures hide, and who came to be heard. An area is called
larger or smaller only if it is so whatever is hidden, and if chance alone would hardly have made it so.
"""

from __future__ import annotations

from enum import IntEnum
from math import erfc, sqrt
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from release import Bounds

    Floats = NDArray[np.float64]

ALPHA: Final = 0.05
"""False discovery rate: the share of areas called larger or smaller that would be so by chance alone."""
LEAST_PEOPLE: Final = 100
"""Where fewer people than this are known for certain on a side, areas are not compared."""
_UNEVEN: Final = 2.0
"""By how much more a share varies from sample to sample because people have unlike numbers of reports: one and the
square of their coefficient of variation, which is at most one where the numbers are geometric."""


class Verdict(IntEnum):
    """What the second side has beside the first."""

    SMALLER = 0
    LARGER = 1
    UNKNOWN = 2

    @property
    def turned(self) -> Verdict:
        """What the first side has beside the second."""
        return self if self is Verdict.UNKNOWN else Verdict(1 - self)


def judged(first: Bounds, second: Bounds) -> pl.DataFrame:
    """Return every area that is shown on either side, and what can be said of it.

    Returns
    -------
    pl.DataFrame
        cell, first_low, first_high, second_low, second_high (shares, null where the area is hidden on that side) and
        verdict, sorted by cell.

    Notes
    -----
    A share is estimated from people, each with all her reports (a cluster sample: Cochran 1977, *Sampling Techniques*,
    ch. 9A), of whom at least `people` were heard. The two ends that lie nearest to each other are tested with the
    normal approximation, both ways, and over all areas that are shown on both sides the false discovery rate is held
    (Benjamini and Hochberg 1995). With ends in the place of shares every chance is overstated, never understated.
    """
    sides = [
        own.cells.select("cell", pl.col("low").alias(f"{name}_low"), pl.col("high").alias(f"{name}_high"))
        for name, own in (("first", first), ("second", second))
    ]
    areas = sides[0].join(sides[1], on="cell", how="full", coalesce=True).sort("cell")
    verdict = np.full(areas.height, int(Verdict.UNKNOWN), dtype=np.int8)
    ends = areas.drop("cell").to_numpy().T.astype(np.float64)
    both = ~np.isnan(ends).any(axis=0)
    first_low, first_high, second_low, second_high = ends[:, both]
    more = _score(second_low, second.people, first_high, first.people)
    less = _score(first_low, first.people, second_high, second.people)
    told = _unlikely(np.maximum(more, less))
    verdict[both] = np.where(told, np.where(more > less, int(Verdict.LARGER), int(Verdict.SMALLER)), verdict[both])
    return areas.with_columns(verdict=pl.Series(verdict))


def _score(larger: Floats, of_larger: int, smaller: Floats, of_smaller: int) -> Floats:
    """Return by how many standard errors one share is above another; nothing below zero."""
    variance = _UNEVEN * (larger * (1 - larger) / max(of_larger, 1) + smaller * (1 - smaller) / max(of_smaller, 1))
    with np.errstate(divide="ignore", invalid="ignore"):  # two shares of all or nothing do not vary
        score = np.where(variance > 0, (larger - smaller) / np.sqrt(variance), np.sign(larger - smaller) * np.inf)
    above: Floats = np.maximum(np.nan_to_num(score, nan=0.0, posinf=np.inf), 0.0)
    return above


def _unlikely(scores: Floats) -> NDArray[np.bool_]:
    """Return which scores are too large for chance, by the rule of Benjamini and Hochberg.

    Examples
    --------
    >>> _unlikely(np.array([0.0, 2.3, 2.4, 9.0])).tolist()  # chances 1, .021, .016 and none, of four
    [False, True, True, True]
    """
    chance = np.array([erfc(score / sqrt(2)) for score in scores.tolist()])
    allowed = ALPHA * np.arange(1, len(chance) + 1) / max(len(chance), 1)
    passing = np.sort(chance) <= allowed
    limit = np.sort(chance)[passing].max(initial=0.0)
    unlikely: NDArray[np.bool_] = (scores > 0) & (chance <= limit)
    return unlikely
