"""The classes of a legend: at most five, with round breaks, the same for every level and choice of one plate.

Maps of one plate can only be compared if a colour means the same figure on each of them. So the breaks come from one
pool: the published groups of the plate, and the figures that each tessellation draws of the whole plate. Groups and
levels weigh the same in it, however many cells they have, or the many small figures of the finest level would leave the
others a single colour; a level of fewer than five areas has no say. The breaks are the pool's quintiles, each rounded
down to a number of the series 5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, ... The first class begins at the
smallest figure there is; a class that holds no figure of the pool is dropped, and with five distinct figures or fewer
each round number that parts them has its own.
Quintiles rather than equal steps: figures of reports are many and small, few and large (Slocum et al., Thematic
Cartography, ch. 5).
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from layers.palette import MOST_CLASSES
from release import STEP, TESSELLATIONS, Selection, view

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from release import Release

_LEADS: Final = (10, 15, 20, 25, 30, 40, 50, 75)
_SERIES: Final[tuple[int, ...]] = (STEP, *(lead * 10**power for power in range(7) for lead in _LEADS))
"""Readable numbers, all of them multiples of `STEP`."""


_ROUNDING: Final = 1e-9
"""Of sums of shares, which would else tip a quintile over."""


def round_down(figure: int) -> int:
    """Return the greatest readable number that is not above a figure.

    Examples
    --------
    >>> round_down(5), round_down(35), round_down(745), round_down(1240)
    (5, 30, 500, 1000)
    """
    return _SERIES[bisect_right(_SERIES, figure) - 1]


def lows_of(pools: list[NDArray[np.int64]]) -> tuple[int, ...]:
    """Return the lowest figure of each class, ascending, from pools of figures that weigh the same.

    Parameters
    ----------
    pools
        Figures, each a multiple of `STEP`. Empty pools do not count; without any figure there is no class.

    Examples
    --------
    >>> lows_of([np.array([10, 15, 20, 25, 40, 80, 160]), np.array([300, 700])])
    (10, 15, 20, 40, 75)
    >>> lows_of([np.array([10, 10, 25])]), lows_of([])
    ((10, 25), ())
    """
    held = [pool for pool in pools if pool.size]
    if not held:
        return ()
    figures = np.concatenate(held)
    distinct = np.unique(figures)
    if distinct.size <= MOST_CLASSES:
        cuts = distinct
    else:
        heard = [pool for pool in held if pool.size >= MOST_CLASSES] or held
        weights = np.concatenate([np.full(pool.size, 1 / pool.size) for pool in heard])
        share = np.cumsum(np.bincount(np.searchsorted(distinct, np.concatenate(heard)), weights)) / len(heard)
        wanted = np.arange(1, MOST_CLASSES) / MOST_CLASSES
        cuts = distinct[np.searchsorted(share, wanted - _ROUNDING)]
    rounded = sorted({round_down(int(cut)) for cut in cuts if round_down(int(cut)) > distinct[0]})
    lows = [int(distinct[0]), *rounded]
    highs = [*rounded, np.inf]
    return tuple(low for low, high in zip(lows, highs, strict=True) if ((figures >= low) & (figures < high)).any())


class _Same:
    """A release as a key of a cache: equal to itself alone, and kept as long as the cache keeps it."""

    def __init__(self, release: Release) -> None:
        self.release = release

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.release is self.release

    def __hash__(self) -> int:
        return id(self.release)


def class_lows(release: Release, plate: str) -> tuple[int, ...]:
    """Return the lowest figure of each class of a plate that has places, ascending; empty for an empty plate."""
    return _class_lows(_Same(release), plate)


@lru_cache(maxsize=64)
def _class_lows(key: _Same, plate: str) -> tuple[int, ...]:
    whole = Selection(plate)
    pools = [key.release.plates[plate].groups["reports"].to_numpy()]
    pools += [view(key.release, whole, level).cells["reports"].to_numpy() for level in TESSELLATIONS]
    return lows_of(pools)
